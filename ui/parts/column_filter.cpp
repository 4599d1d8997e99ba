#include "ui/parts/column_filter.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>
#include <optional>

namespace purchasing::ui {
namespace {

struct ColumnFilterWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ColumnFilter)
};

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::optional<double> numberOf(const QString& text)
{
    bool ok = false;
    double number = QLocale().toDouble(text, &ok);
    if (!ok)
        number = QLocale::c().toDouble(text, &ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// "today", "today+7", a day as the locale writes it, or 2026-01-31.
std::optional<QDate> dayOf(const QString& text, QDate today)
{
    for (const QString& word : {ColumnFilter::todayWord(), QStringLiteral("today")}) {
        if (!text.startsWith(word, Qt::CaseInsensitive))
            continue;
        const QString rest = text.mid(word.size()).remove(QLatin1Char(' '));
        bool ok = rest.isEmpty();
        const int days = ok ? 0 : rest.toInt(&ok);
        if (ok && (rest.isEmpty() || rest.startsWith(QLatin1Char('+')) || rest.startsWith(QLatin1Char('-'))))
            return today.addDays(days);
    }
    QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        day = QLocale().toDate(text, QLocale::ShortFormat);
    if (day.isValid() && day.year() < 2000)
        day = day.addYears(100); // Two digits mean this century.
    return day.isValid() ? std::optional(day) : std::nullopt;
}

/// The cell's key for a number or day as typed.
std::optional<double> keyOf(const FilterColumn& column, const QString& text, QDate today)
{
    if (column.kind == FilterColumn::Kind::Day) {
        const std::optional<QDate> day = dayOf(text, today);
        return day ? std::optional(static_cast<double>(day->toJulianDay())) : std::nullopt;
    }
    const std::optional<double> number = numberOf(text);
    if (!number)
        return std::nullopt;
    const double scaled = *number * column.scale;
    // What was typed as decimal is exact as decimal.
    return std::abs(scaled - std::round(scaled)) < 1e-4 ? std::round(scaled) : scaled;
}

} // namespace

QString ColumnFilter::todayWord()
{
    return ColumnFilterWords::tr("today");
}

QString ColumnFilter::hint(FilterColumn::Kind kind)
{
    using Kind = FilterColumn::Kind;
    switch (kind) {
    case Kind::Text:
        return ColumnFilterWords::tr("A part of the text, or =exactly this, <>not this, = for empty");
    case Kind::Number: return ColumnFilterWords::tr(">10, <=5, 10..20, =0, <>0, empty");
    case Kind::Day: return ColumnFilterWords::tr("<today+7, today..today+30, 2026-01-31, empty");
    case Kind::None: return ColumnFilterWords::tr("Unavailable: this column cannot be filtered");
    }
    return {};
}

Result<ColumnFilter> ColumnFilter::parse(const FilterColumn& column, const QString& typed, QDate today)
{
    using Kind = FilterColumn::Kind;
    ColumnFilter filter;
    const Kind kind = column.kind;
    static const QRegularExpression form(QStringLiteral("^(<=|>=|<>|<|>|=)?\\s*(.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    const QString sign = match.captured(1);
    const QString value = match.captured(2).trimmed();
    const bool isEmptyWord = kind != Kind::Text
        && (value.compare(ColumnFilterWords::tr("empty"), Qt::CaseInsensitive) == 0
            || value.compare(QLatin1String("empty"), Qt::CaseInsensitive) == 0);
    filter.m_isNegated = sign == QLatin1String("<>");
    if ((value.isEmpty() && !sign.isEmpty()) || isEmptyWord) {
        if (!filter.m_isNegated && sign != QLatin1String("=") && !isEmptyWord)
            return Error{
                ErrorKind::Invalid, ColumnFilterWords::tr("A value is missing after %1").arg(sign), {}};
        filter.m_how = How::Empty;
        return filter;
    }
    if (kind == Kind::Text) {
        const bool isExact = filter.m_isNegated || sign == QLatin1String("=");
        filter.m_how = isExact ? How::Equals : How::Contains;
        filter.m_text = isExact ? value : typed.trimmed();
        return filter;
    }
    filter.m_how = How::Range;
    const QStringList ends = value.split(QStringLiteral(".."));
    const std::optional<double> low = keyOf(column, ends.first().trimmed(), today);
    const std::optional<double> high = keyOf(column, ends.last().trimmed(), today);
    const bool isRange = ends.size() == 2 && (sign.isEmpty() || sign == QLatin1String("="));
    if (!low || !high || (ends.size() > 1 && !isRange) || kind == Kind::None)
        return Error{ErrorKind::Invalid,
                     ColumnFilterWords::tr("This is not understood. You can type: %1").arg(hint(kind)),
                     {}};
    if (*low > *high)
        return Error{ErrorKind::Invalid, ColumnFilterWords::tr("The range ends before it begins"), {}};
    const double half = isRange ? 0 : column.reach;
    if (sign.startsWith(QLatin1Char('<')) && !filter.m_isNegated)
        filter.m_high = sign == QLatin1String("<") ? std::nextafter(*high, -kInfinity) : *high;
    else if (sign.startsWith(QLatin1Char('>')))
        filter.m_low = sign == QLatin1String(">") ? std::nextafter(*low, kInfinity) : *low;
    else {
        filter.m_low = *low - half;
        filter.m_high = *high + half;
    }
    return filter;
}

bool ColumnFilter::passes(const QString& text) const
{
    switch (m_how) {
    case How::Empty: return text.isEmpty() != m_isNegated;
    case How::Equals: return (text.compare(m_text, Qt::CaseInsensitive) == 0) != m_isNegated;
    default: return text.contains(m_text, Qt::CaseInsensitive);
    }
}

bool ColumnFilter::passes(double key) const
{
    const bool isEmpty = std::isnan(key);
    if (m_how == How::Empty)
        return isEmpty != m_isNegated;
    const bool isInside = !isEmpty && key >= m_low && key <= m_high;
    return m_isNegated ? !isInside : isInside;
}

} // namespace purchasing::ui
