#include "core/sql/import/recognition/import_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct ImportFieldsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::ImportFields)
};

QStringList keyFieldsOf(const CsvTable& table)
{
    QStringList keys;
    for (const CsvColumn& column : table.columns) {
        if (column.key)
            keys += QString::fromLatin1(column.name);
    }
    return keys;
}

/// What a table is about: without one of these a file has nothing to say to it.
QStringList coreFieldsOf(const CsvTable& table)
{
    const QString name = nameOfTable(table);
    if (name == QLatin1String("products"))
        return {QStringLiteral("name")};
    if (name == QLatin1String("oms_history"))
        return {QStringLiteral("avg_daily_demand")};
    if (name == QLatin1String("demand_daily"))
        return {QStringLiteral("qty")};
    if (name == QLatin1String("uom_conversion"))
        return {QStringLiteral("conversion_factor")};
    QStringList all;
    for (const CsvColumn& column : table.columns) {
        if (!column.key)
            all += QString::fromLatin1(column.name);
    }
    return all;
}

} // namespace

std::vector<ImportField> importFields()
{
    std::vector<ImportField> fields;
    for (const CsvTable& table : csvTables()) {
        for (const CsvColumn& column : table.columns) {
            const QString name = QString::fromLatin1(column.name);
            if (std::none_of(fields.begin(), fields.end(),
                             [&name](const ImportField& field) { return field.field == name; }))
                fields.push_back({name, titleOfField(name),
                                  column.type == CsvType::Decimal || column.type == CsvType::Whole});
        }
    }
    return fields;
}

QString titleOfField(const QString& field)
{
    static const auto is = [](const QString& a, const char* b) { return a == QLatin1String(b); };
    if (is(field, "product_id"))
        return ImportFieldsWords::tr("Product id");
    if (is(field, "name"))
        return ImportFieldsWords::tr("Product name");
    if (is(field, "category"))
        return ImportFieldsWords::tr("Category");
    if (is(field, "avg_daily_demand"))
        return ImportFieldsWords::tr("Average daily demand");
    if (is(field, "trend"))
        return ImportFieldsWords::tr("Trend");
    if (is(field, "day"))
        return ImportFieldsWords::tr("Day of the demand");
    if (is(field, "qty"))
        return ImportFieldsWords::tr("Demand of the day");
    if (is(field, "warehouse_id"))
        return ImportFieldsWords::tr("Warehouse");
    if (is(field, "current_qty"))
        return ImportFieldsWords::tr("Stock on hand");
    if (is(field, "reserved_qty"))
        return ImportFieldsWords::tr("Reserved stock");
    if (is(field, "on_order_qty"))
        return ImportFieldsWords::tr("On order");
    if (is(field, "supplier_id"))
        return ImportFieldsWords::tr("Supplier id");
    if (is(field, "supplier_name"))
        return ImportFieldsWords::tr("Supplier name");
    if (is(field, "moq"))
        return ImportFieldsWords::tr("Minimum order quantity");
    if (is(field, "lead_time_days"))
        return ImportFieldsWords::tr("Lead time in days");
    if (is(field, "unit_price"))
        return ImportFieldsWords::tr("Unit price");
    if (is(field, "is_active"))
        return ImportFieldsWords::tr("Supplier is active");
    if (is(field, "order_multiple"))
        return ImportFieldsWords::tr("Order multiple");
    if (is(field, "priority"))
        return ImportFieldsWords::tr("Priority of the supplier");
    if (is(field, "email"))
        return ImportFieldsWords::tr("E-mail of the supplier");
    if (is(field, "from_uom"))
        return ImportFieldsWords::tr("From unit");
    if (is(field, "to_uom"))
        return ImportFieldsWords::tr("To unit");
    if (is(field, "conversion_factor"))
        return ImportFieldsWords::tr("Conversion factor");
    return field;
}

const CsvColumn* columnOfField(const QString& field)
{
    for (const CsvTable& table : csvTables()) {
        for (const CsvColumn& column : table.columns) {
            if (field == QLatin1String(column.name))
                return &column;
        }
    }
    return nullptr;
}

FilledTables tablesFilledBy(const QStringList& fields)
{
    FilledTables filled;
    QStringList used{QStringLiteral("product_id")};
    for (const CsvTable& table : csvTables()) {
        const QStringList core = coreFieldsOf(table);
        const QStringList keys = keyFieldsOf(table);
        if (std::none_of(core.begin(), core.end(),
                         [&](const QString& field) { return fields.contains(field); }))
            continue;
        for (const QString& key : keys) {
            if (!fields.contains(key) && !filled.missing.contains(key))
                filled.missing += key;
        }
        filled.tables.push_back(&table);
        for (const CsvColumn& column : table.columns)
            used += QString::fromLatin1(column.name);
    }
    for (const QString& field : fields) {
        if (!used.contains(field))
            filled.unused += field;
    }
    return filled;
}

QString nameOfTable(const CsvTable& table)
{
    return QString::fromLatin1(table.file).chopped(4);
}

} // namespace purchasing::sql
