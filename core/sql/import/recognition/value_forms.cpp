#include "core/sql/import/recognition/value_forms.h"

#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/own_form.h"
#include "core/sql/import/recognition/people_days.h"
#include "core/sql/import/recognition/people_numbers.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace purchasing::sql {
namespace {

struct ValueFormsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

using About = ImportQuestion::About;

constexpr qsizetype kExamples = 3;

/// A cell that speaks for one meaning or leaves it open, with its place, for the question.
struct FormEvidence
{
    QStringList examples;

    void add(const QString& text, int line)
    {
        if (examples.size() < kExamples)
            examples += ValueFormsWords::tr("\"%1\" in line %2").arg(text).arg(line);
    }
    [[nodiscard]] bool isEmpty() const { return examples.isEmpty(); }
    [[nodiscard]] QString inWords() const { return examples.join(QStringLiteral(", ")); }
};

struct NumbersSeen
{
    FormEvidence point;
    FormEvidence comma;
    FormEvidence open;
    QStringList currencies;
};

struct DaysSeen
{
    std::array<int, 4> fits{}; ///< By order, of those that need one.
    int needing = 0;
    FormEvidence open;
    FormEvidence examples;
};

/// "EUR" of "Price (EUR)", "€" of "Preis in €"; empty where a header names no currency.
QString currencyIn(const QString& header)
{
    static const QRegularExpression currency(QStringLiteral(
        "[\u20AC$\u00A3\u00A5\u20B9]|\\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|JPY|CNY|"
        "INR|AUD|CAD|NZD|TRY|BRL|MXN|ZAR)\\b"));
    return currency.match(header).captured();
}

void lookAtNumber(const QString& text, int line, NumbersSeen& seen)
{
    const PeopleNumber number = readPeopleNumber(text);
    if (!number.currency.isEmpty() && !seen.currencies.contains(number.currency))
        seen.currencies += number.currency;
    if (number.kind == PeopleNumber::Kind::Ambiguous)
        seen.open.add(text, line);
    else if (number.kind == PeopleNumber::Kind::Certain && number.decimal == QLatin1Char('.'))
        seen.point.add(text, line);
    else if (number.kind == PeopleNumber::Kind::Certain && number.decimal == QLatin1Char(','))
        seen.comma.add(text, line);
}

void lookAtDay(const QString& text, int line, DaysSeen& seen)
{
    const PeopleDay day = readPeopleDay(text);
    if (!day.isDay() || day.inOrder[0].isValid())
        return;
    ++seen.needing;
    for (std::size_t order = 1; order < seen.fits.size(); ++order)
        seen.fits[order] += day.inOrder[order].isValid() ? 1 : 0;
    if (day.isAmbiguous())
        seen.open.add(text, line);
    seen.examples.add(text, line);
}

void decideDecimal(const NumbersSeen& seen, FileForm& form, std::vector<ImportQuestion>& questions)
{
    const QStringList both{QStringLiteral("point"), QStringLiteral("comma")};
    if (!form.decimal.isNull())
        return;
    if (!seen.point.isEmpty() && !seen.comma.isEmpty())
        questions.push_back(
            {About::Decimal,
             {},
             ValueFormsWords::tr("Some numbers have a point before their decimals (%1), others a comma (%2).")
                 .arg(seen.point.inWords(), seen.comma.inWords()),
             both});
    else if (!seen.point.isEmpty())
        form.decimal = QLatin1Char('.');
    else if (!seen.comma.isEmpty())
        form.decimal = QLatin1Char(',');
    else if (!seen.open.isEmpty())
        questions.push_back(
            {About::Decimal,
             {},
             ValueFormsWords::tr("%1 may be thousands or fractions, and no number of the file tells which.")
                 .arg(seen.open.inWords()),
             both});
}

void decideDays(const DaysSeen& seen, FileForm& form, std::vector<ImportQuestion>& questions)
{
    if (form.days != DayOrder::Unknown || seen.needing == 0)
        return;
    QStringList orders;
    DayOrder only = DayOrder::Unknown;
    for (const DayOrder order : {DayOrder::DayMonthYear, DayOrder::MonthDayYear, DayOrder::YearMonthDay}) {
        if (seen.fits[static_cast<std::size_t>(order)] == seen.needing) {
            orders += wordOfDayOrder(order);
            only = order;
        }
    }
    if (orders.size() == 1) {
        form.days = only;
    } else if (orders.isEmpty()) {
        questions.push_back({About::Days,
                             {},
                             ValueFormsWords::tr("No order of day, month and year fits all dates (%1).")
                                 .arg(seen.examples.inWords()),
                             {QStringLiteral("dmy"), QStringLiteral("mdy"), QStringLiteral("ymd")}});
    } else if (!seen.open.isEmpty()) {
        questions.push_back(
            {About::Days,
             {},
             ValueFormsWords::tr("%1 may be different days, and no date of the file tells which.")
                 .arg(seen.open.inWords()),
             orders});
    }
}

} // namespace

void findValueForms(const std::vector<FileSample::Record>& rows, const QStringList& said,
                    FileMapping& mapping, std::vector<ImportQuestion>& questions, QStringList& notes)
{
    NumbersSeen numbers;
    DaysSeen days;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const CsvColumn* column = columnOfField(mapping.columns[i].field);
        if (!column
            || (column->type != CsvType::Whole && column->type != CsvType::Decimal
                && column->type != CsvType::Day))
            continue;
        numbers.currencies.clear();
        if (mapping.columns[i].field == QLatin1String("unit_price")) {
            if (const QString currency = currencyIn(mapping.columns[i].header); !currency.isEmpty())
                numbers.currencies += currency;
        }
        for (const FileSample::Record& row : rows) {
            if (i >= row.cells.size())
                continue;
            const std::string_view cell = trimmedCell(row.cells[i]);
            const QString text =
                withoutGuards(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
            if (column->type == CsvType::Day)
                lookAtDay(text, row.line, days);
            else
                lookAtNumber(text, row.line, numbers);
        }
        if (numbers.currencies.size() > 1 && !said.contains(mapping.columns[i].header))
            questions.push_back(
                {About::Column,
                 mapping.columns[i].header,
                 ValueFormsWords::tr(
                     "\"%1\" holds amounts in several currencies (%2), which are not converted.")
                     .arg(mapping.columns[i].header, numbers.currencies.join(QStringLiteral(", "))),
                 {QString()}});
        else if (numbers.currencies.size() == 1)
            notes += ValueFormsWords::tr("\"%1\" is in %2; amounts are taken as they stand.")
                         .arg(mapping.columns[i].header, numbers.currencies.front());
    }
    decideDecimal(numbers, mapping.form, questions);
    decideDays(days, mapping.form, questions);
}

} // namespace purchasing::sql
