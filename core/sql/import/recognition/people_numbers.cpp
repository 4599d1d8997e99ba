#include "core/sql/import/recognition/people_numbers.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace purchasing::sql {
namespace {

const QString kNumberSpaces = QStringLiteral(" '\u2019\u00A0\u202F\u2009");

/// What stands around the digits, taken off.
struct NumberParts
{
    QString core; ///< Digits and separators.
    bool isNegative = false;
    bool isPercent = false;
    QString currency;
};

QString withoutUnit(const QString& text)
{
    static const QRegularExpression unit(
        QStringLiteral("(?<=\\d)\\s*(?:pcs?|pieces?|stk|st\u00FCck|ea|each|units?|days?|d|tage?n?|jours?|"
                       "d\u00EDas?|giorni|dagen)\\.?$"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(text).remove(unit);
}

QString takeCurrency(QString& text)
{
    static const QRegularExpression sign(
        QStringLiteral("^([\u20AC$\u00A3\u00A5\u20B9]|[A-Z]{3}(?![A-Za-z])|z\u0142|kr\\.?|Fr\\.)\\s*|\\s*(["
                       "\u20AC$\u00A3\u00A5\u20B9]|(?<![A-Za-z])[A-Z]{3}|z\u0142|kr\\.?|Fr\\.)$"));
    const QRegularExpressionMatch match = sign.match(text);
    if (!match.hasMatch() || match.capturedLength() == text.size())
        return {};
    const QString currency = match.captured(1) + match.captured(2);
    text.remove(match.capturedStart(), match.capturedLength());
    return currency;
}

/// "99.-" and "99,--" have no cents; a dash after digits alone is a sign.
QString withoutNoCents(const QString& text)
{
    static const QRegularExpression noCents(QStringLiteral("(?<=\\d)[.,]\\s?(?:--?|[\u2013\u2014])$"));
    return QString(text).remove(noCents);
}

NumberParts numberPartsOf(const QString& text)
{
    NumberParts parts;
    QString rest = text.trimmed();
    rest.replace(QChar(0x2212), QLatin1Char('-'));
    if (rest.startsWith(QLatin1Char('(')) && rest.endsWith(QLatin1Char(')'))) { // As bookkeepers write it.
        parts.isNegative = true;
        rest = rest.mid(1, rest.size() - 2).trimmed();
    }
    bool hasSign = false;
    const auto takeSign = [&] {
        if (!hasSign && (rest.startsWith(QLatin1Char('-')) || rest.startsWith(QLatin1Char('+')))) {
            hasSign = true;
            parts.isNegative = parts.isNegative || rest.front() == QLatin1Char('-');
            rest = rest.mid(1).trimmed();
        }
    };
    takeSign();
    if (rest.endsWith(QLatin1Char('%'))) {
        parts.isPercent = true;
        rest = rest.chopped(1).trimmed();
    }
    rest = withoutUnit(rest); // Before the currency, which "PCS" looks like.
    parts.currency = takeCurrency(rest);
    rest = withoutNoCents(rest);
    takeSign();
    if (rest.size() > 1 && rest.endsWith(QLatin1Char('-'))) { // As SAP writes it.
        parts.isNegative = true;
        rest = rest.chopped(1).trimmed();
    }
    parts.core = rest;
    return parts;
}

bool isAllDigits(const QString& text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// "1.234.567" in groups of three, or of two before the last three as in India.
bool isGrouped(const QStringList& groups)
{
    for (qsizetype i = 1; i < groups.size(); ++i) {
        const bool isLast = i + 1 == groups.size();
        if (groups[i].size() != 3 && (isLast || groups[i].size() != 2))
            return false;
    }
    const bool beginsWithZero = groups.size() > 1 && groups.front().startsWith(QLatin1Char('0'));
    return !groups.front().isEmpty() && groups.front().size() <= 3 && !beginsWithZero
        && std::all_of(groups.begin(), groups.end(), isAllDigits);
}

/// Takes blanks and apostrophes out; false where they do not part thousands.
bool takeSpaces(QString& whole, bool& hadSpaces)
{
    hadSpaces = std::any_of(whole.begin(), whole.end(), [](QChar c) { return kNumberSpaces.contains(c); });
    if (!hadSpaces)
        return true;
    for (QChar& c : whole) {
        if (kNumberSpaces.contains(c))
            c = QLatin1Char(' ');
    }
    const bool isGood = isGrouped(whole.split(QLatin1Char(' ')));
    whole.remove(QLatin1Char(' '));
    return isGood;
}

QString joinedDigits(const NumberParts& parts, QString whole, QString fraction)
{
    while (fraction.size() > 2 && fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    if (whole.isEmpty())
        whole = QStringLiteral("0");
    return (parts.isNegative ? QStringLiteral("-") : QString()) + whole
        + (fraction.isEmpty() ? QString() : QLatin1Char('.') + fraction);
}

/// The digits with `decimal`, which occurs in `core` at most once, as decimal sign.
PeopleNumber withDecimal(const NumberParts& parts, QChar decimal)
{
    const QChar thousands = decimal == QLatin1Char('.') ? QLatin1Char(',') : QLatin1Char('.');
    QString whole = parts.core.section(decimal, 0, 0);
    const QString fraction = parts.core.section(decimal, 1);
    PeopleNumber number{PeopleNumber::Kind::None, decimal, parts.currency, {}};
    if (parts.core.count(decimal) > 1 || !isAllDigits(fraction) || (whole.isEmpty() && fraction.isEmpty()))
        return number;
    if (whole.contains(thousands)) {
        if (!isGrouped(whole.split(thousands)))
            return number;
        whole.remove(thousands);
    } else {
        bool hadSpaces = false;
        if (!takeSpaces(whole, hadSpaces))
            return number;
    }
    if (!isAllDigits(whole))
        return number;
    number.kind = parts.isPercent ? PeopleNumber::Kind::Percent : PeopleNumber::Kind::Certain;
    number.digits = joinedDigits(parts, whole, fraction);
    return number;
}

bool isNothing(const QString& text)
{
    static const QStringList words{QStringLiteral("-"),      QStringLiteral("--"),  QStringLiteral("\u2013"),
                                   QStringLiteral("\u2014"), QStringLiteral("n/a"), QStringLiteral("null"),
                                   QStringLiteral("k.a."),   QStringLiteral("n.v.")};
    return words.contains(text.trimmed().toLower());
}

} // namespace

PeopleNumber readPeopleNumber(const QString& text, QChar decimal)
{
    if (isNothing(text))
        return {PeopleNumber::Kind::Nothing, {}, {}, {}};
    return decimal.isNull() ? readPeopleNumber(text) : withDecimal(numberPartsOf(text), decimal);
}

PeopleNumber readPeopleNumber(const QString& text)
{
    if (isNothing(text))
        return {PeopleNumber::Kind::Nothing, {}, {}, {}};
    const NumberParts parts = numberPartsOf(text);
    const qsizetype point = parts.core.lastIndexOf(QLatin1Char('.'));
    const qsizetype comma = parts.core.lastIndexOf(QLatin1Char(','));
    const auto without = [](PeopleNumber number) { // It shows none.
        number.decimal = QChar();
        return number;
    };
    if (point < 0 && comma < 0)
        return without(withDecimal(parts, QLatin1Char('.')));
    if (point >= 0 && comma >= 0)
        return withDecimal(parts, point > comma ? QLatin1Char('.') : QLatin1Char(','));
    const QChar sign = point >= 0 ? QLatin1Char('.') : QLatin1Char(',');
    const QChar other = point >= 0 ? QLatin1Char(',') : QLatin1Char('.');
    if (parts.core.count(sign) > 1)
        return withDecimal(parts, other);
    PeopleNumber number = withDecimal(parts, sign);
    const QString whole = parts.core.section(sign, 0, 0);
    const bool mayBeThousands = parts.core.section(sign, 1).size() == 3 && !whole.isEmpty()
        && whole.size() <= 3 && !whole.startsWith(QLatin1Char('0')) && isAllDigits(whole);
    if (number.kind == PeopleNumber::Kind::Certain && mayBeThousands) {
        number.kind = PeopleNumber::Kind::Ambiguous;
        number.decimal = QChar();
        number.digits.clear();
    }
    return number;
}

} // namespace purchasing::sql
