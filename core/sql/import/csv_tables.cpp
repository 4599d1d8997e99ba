#include "core/sql/import/csv_tables.h"

#include "core/domain/amount.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringDecoder>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CsvTables)
};

QVariant wrong(QString& problem, const QString& text)
{
    problem = text;
    return {};
}

QVariant wholeOf(const QString& text, QString& problem)
{
    bool ok = false;
    const qlonglong number = text.toLongLong(&ok);
    if (!ok)
        return wrong(problem, Words::tr("\"%1\" is not a whole number").arg(text.left(40)));
    if (number < -2147483648LL || number > 2147483647LL)
        return wrong(problem, Words::tr("%1 is too large").arg(text.left(40)));
    return number;
}

QVariant decimalOf(const QString& text, int decimals, QString& problem)
{
    const std::optional<Quantity> read = Quantity::parse(text);
    if (!read)
        return wrong(problem,
                     Words::tr("\"%1\" is not a number with a point and at most %2 decimals")
                         .arg(text.left(40))
                         .arg(decimals));
    const std::int64_t step = decimals == 2 ? 100 : 1;
    if (read->tenThousandths % step != 0)
        return wrong(problem, Words::tr("%1 has more than %2 decimals").arg(text.left(40)).arg(decimals));
    const std::int64_t largest =
        (decimals == 2 ? 100000000LL : 1000000LL) * Quantity::kScale; // DECIMAL(10,2), (10,4)
    if (read->tenThousandths >= largest || read->tenThousandths <= -largest)
        return wrong(problem, Words::tr("%1 is too large").arg(text.left(40)));
    return read->toDouble();
}

/// What a spreadsheet would compute. A sign before a number is no formula, and ids may be such.
bool looksLikeFormula(const QString& text)
{
    static const QString kSigns = QStringLiteral("=@+-\uFF1D\uFF20\uFF0B\uFF0D");
    if (!kSigns.contains(text.front()))
        return false;
    bool isNumber = false;
    text.toDouble(&isNumber);
    return !isNumber;
}

QVariant textOf(const CsvColumn& column, const QString& text, QString& problem)
{
    if (text.size() > column.longest)
        return wrong(problem, Words::tr("longer than %1 characters").arg(column.longest));
    for (const QChar character : text) {
        if (character < QLatin1Char(' ') || character == QChar(0x7f))
            return wrong(problem, Words::tr("contains a control character"));
    }
    if (looksLikeFormula(text))
        return wrong(problem, Words::tr("\"%1\" looks like a spreadsheet formula").arg(text.left(40)));
    return text;
}

} // namespace

const std::vector<CsvTable>& csvTables()
{
    using T = CsvType;
    static const std::vector<CsvTable> tables{{"products.csv",
                                               "{oms}products",
                                               {{"product_id", T::Id, true, true, false, 50},
                                                {"name", T::Text, true, false, true},
                                                {"category", T::Text, false, false, true, 100}},
                                               false},
                                              {"oms_history.csv",
                                               "{oms}oms_history",
                                               {{"product_id", T::Id, true, true, false, 50},
                                                {"avg_daily_demand", T::Decimal2, true, false, true},
                                                {"trend", T::Text, true, false, true, 20}},
                                               true},
                                              {"demand_daily.csv",
                                               "{oms}demand_daily",
                                               {{"product_id", T::Id, true, true, false, 50},
                                                {"day", T::Day, true, true, false},
                                                {"qty", T::Decimal4, true, false, false}},
                                               false},
                                              {"inventory_levels.csv",
                                               "{inventory}inventory_levels",
                                               {{"product_id", T::Id, true, true, false, 50},
                                                {"warehouse_id", T::Id, true, true, false, 50},
                                                {"current_qty", T::Whole, true, false, true},
                                                {"reserved_qty", T::Whole, true, false, true},
                                                {"on_order_qty", T::Whole, false, false, false}},
                                               true},
                                              {"supplier_info.csv",
                                               "{supplier}supplier_info",
                                               {{"supplier_id", T::Id, true, true, false, 50},
                                                {"product_id", T::Id, true, true, false, 50},
                                                {"moq", T::Whole, true, false, true},
                                                {"lead_time_days", T::Whole, true, false, true},
                                                {"unit_price", T::Decimal2, true, false, true},
                                                {"is_active", T::Flag, true, false, true},
                                                {"supplier_name", T::Text, false, false, true},
                                                {"order_multiple", T::Whole, false, false, true},
                                                {"priority", T::Whole, false, false, true},
                                                {"email", T::Text, false, false, true}},
                                               true},
                                              {"uom_conversion.csv",
                                               "{uom}uom_conversion",
                                               {{"product_id", T::Id, true, true, false, 50},
                                                {"from_uom", T::Id, true, true, false, 20},
                                                {"to_uom", T::Id, true, true, false, 20},
                                                {"conversion_factor", T::Decimal4, true, false, true}},
                                               true}};
    return tables;
}

QVariant valueOf(const CsvColumn& column, const std::string& cell, QString& problem)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(cell.data(), static_cast<qsizetype>(cell.size())));
    if (decoder.hasError())
        return wrong(problem, Words::tr("is not UTF-8 text"));
    if (text.isEmpty()) {
        if (!column.mayBeEmpty)
            return wrong(problem, Words::tr("must not be empty"));
        return column.type == CsvType::Text && qstrcmp(column.name, "name") == 0
            ? QVariant(QStringLiteral(""))
            : QVariant();
    }
    switch (column.type) {
    case CsvType::Id:
    case CsvType::Text: return textOf(column, text, problem);
    case CsvType::Whole: return wholeOf(text, problem);
    case CsvType::Decimal2: return decimalOf(text, 2, problem);
    case CsvType::Decimal4: return decimalOf(text, 4, problem);
    case CsvType::Flag: {
        const QString word = text.toLower();
        if (word == QLatin1String("1") || word == QLatin1String("true") || word == QLatin1String("yes"))
            return 1;
        if (word == QLatin1String("0") || word == QLatin1String("false") || word == QLatin1String("no"))
            return 0;
        return wrong(problem, Words::tr("\"%1\" is neither true nor false").arg(text.left(40)));
    }
    case CsvType::Day: {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            return wrong(problem, Words::tr("\"%1\" is not a date like 2026-01-31").arg(text.left(40)));
        return day.toString(Qt::ISODate);
    }
    }
    return {};
}

} // namespace purchasing::sql
