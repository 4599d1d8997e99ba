#include "core/sql/import/recognition/own_form.h"

#include "core/sql/import/recognition/people_days.h"
#include "core/sql/import/recognition/people_numbers.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct OwnFormWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

using NumberKind = PeopleNumber::Kind;

QString shortenedCell(const QString& text)
{
    return text.left(40);
}

QString ownNumber(const QString& text, const FileForm& form, QString& problem)
{
    const PeopleNumber number = readPeopleNumber(text, form.decimal);
    switch (number.kind) {
    case NumberKind::Certain: return number.digits;
    case NumberKind::Nothing: return {};
    case NumberKind::Ambiguous:
        problem = OwnFormWords::tr(
                      "\"%1\" may be a thousand or a fraction: say which sign the file's decimals have")
                      .arg(shortenedCell(text));
        break;
    case NumberKind::Percent:
        problem = OwnFormWords::tr("\"%1\" is a percentage").arg(shortenedCell(text));
        break;
    case NumberKind::None:
        problem = readPeopleNumber(text).kind == NumberKind::None
            ? OwnFormWords::tr("\"%1\" is not a number").arg(shortenedCell(text))
            : OwnFormWords::tr("\"%1\" does not fit the decimal sign of the file, \"%2\"")
                  .arg(shortenedCell(text), form.decimal);
        break;
    }
    return {};
}

QString ownDay(const QString& text, const FileForm& form, QString& problem)
{
    const PeopleDay day = readPeopleDay(text);
    const QDate known = day.in(form.days);
    if (known.isValid())
        return known.toString(Qt::ISODate);
    problem = form.days == DayOrder::Unknown && day.isAmbiguous()
        ? OwnFormWords::tr("\"%1\" may be two days: say in which order the file writes them")
              .arg(shortenedCell(text))
        : OwnFormWords::tr("\"%1\" is not a date").arg(shortenedCell(text));
    return {};
}

QString ownFlag(const QString& text)
{
    static const auto words = [](const char* list) {
        return QString::fromUtf8(list).split(QLatin1Char(' '));
    };
    static const QStringList yes =
        words("1 true yes y ja j wahr x aktiv active oui o vrai s\u00ED si s\u00EC s tak ✓");
    static const QStringList no = words("0 false no n nein falsch inaktiv inactive non faux nie");
    const QString word = text.toLower();
    if (yes.contains(word))
        return QStringLiteral("1");
    return no.contains(word) ? QStringLiteral("0") : text; // What it is then, readCell() says.
}

/// What needs no second look: plain digits where a number is wanted, plain text.
bool isOwnAlready(const CsvColumn& column, std::string_view cell)
{
    if (column.type == CsvType::Whole || column.type == CsvType::Decimal)
        return std::all_of(cell.begin(), cell.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    if (column.type == CsvType::Id || column.type == CsvType::Text)
        return cell.front() != '=' && cell.front() != '\'';
    return false;
}

} // namespace

std::string_view inOwnForm(const CsvColumn& column, const FileForm& form, std::string_view cell,
                           std::string& store, QString& problem)
{
    const std::string_view trimmed = trimmedCell(cell);
    if (trimmed.empty() || isOwnAlready(column, trimmed))
        return trimmed;
    const QString text =
        withoutGuards(QString::fromUtf8(trimmed.data(), static_cast<qsizetype>(trimmed.size())));
    QString own = text;
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text: break;
    case CsvType::Whole:
    case CsvType::Decimal: own = ownNumber(text, form, problem); break;
    case CsvType::Flag: own = ownFlag(text); break;
    case CsvType::Day: own = ownDay(text, form, problem); break;
    }
    store = own.toStdString();
    return store;
}

QString withoutGuards(const QString& text)
{
    static const QString signs = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    if (text.size() > 1 && text.front() == QLatin1Char('\'') && signs.contains(text[1]))
        return text.mid(1);
    if (text.size() >= 3 && text.startsWith(QLatin1String("=\"")) && text.endsWith(QLatin1Char('"')))
        return text.mid(2, text.size() - 3);
    return text;
}

} // namespace purchasing::sql
