#include "core/domain/table_titles.h"

#include <QCoreApplication>

namespace purchasing {
namespace {

struct TableTitles
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::TableTitles)
};

} // namespace

QString titleOfTable(const QString& table)
{
    const auto is = [&table](const char* name) { return table == QLatin1String(name); };
    return is("products")        ? TableTitles::tr("Products")
        : is("oms_history")      ? TableTitles::tr("Average demand")
        : is("demand_daily")     ? TableTitles::tr("Daily demand")
        : is("inventory_levels") ? TableTitles::tr("Inventory")
        : is("supplier_info")    ? TableTitles::tr("Suppliers")
        : is("uom_conversion")   ? TableTitles::tr("Units of measure")
                                 : table;
}

} // namespace purchasing
