#include "core/sql/import/csv_tables.h"

namespace purchasing::sql {

const std::vector<CsvTable>& csvTables()
{
    using T = CsvType;
    static const std::vector<CsvTable> tables{
        {"products.csv",
         "{oms}products",
         {{"product_id", T::Id, true, true, false, 50},
          {"name", T::Text, true, false, true},
          {"category", T::Text, false, false, true, 100}},
         false},
        {"oms_history.csv",
         "{oms}oms_history",
         {{"product_id", T::Id, true, true, false, 50},
          {"avg_daily_demand", T::Decimal, true, false, true, 0, 4, 10, 0},
          {"trend", T::Text, true, false, true, 20}},
         true},
        {"demand_daily.csv",
         "{oms}demand_daily",
         {{"product_id", T::Id, true, true, false, 50},
          {"day", T::Day, true, true, false},
          {"qty", T::Decimal, true, false, false}},
         false},
        {"inventory_levels.csv",
         "{inventory}inventory_levels",
         {{"product_id", T::Id, true, true, false, 50},
          {"warehouse_id", T::Id, true, true, false, 50},
          {"current_qty", T::Decimal, true, false, true},
          {"reserved_qty", T::Decimal, true, false, true, 0, 4, 10, 0},
          {"on_order_qty", T::Decimal, false, false, false, 0, 4, 10, 0}},
         true},
        {"supplier_info.csv",
         "{supplier}supplier_info",
         {{"supplier_id", T::Id, true, true, false, 50},
          {"product_id", T::Id, true, true, false, 50},
          {"moq", T::Whole, true, false, true, 0, 0, 0, 0},
          {"lead_time_days", T::Whole, true, false, true, 0, 0, 0, 0, 3650},
          {"unit_price", T::Decimal, true, false, true, 0, 4, 10, 0},
          {"is_active", T::Flag, true, false, true},
          {"supplier_name", T::Text, false, false, true},
          {"order_multiple", T::Whole, false, false, true, 0, 0, 0, 1},
          {"priority", T::Whole, false, false, true},
          {"email", T::Text, false, false, true}},
         true},
        {"uom_conversion.csv",
         "{uom}uom_conversion",
         {{"product_id", T::Id, true, true, false, 50},
          {"from_uom", T::Id, true, true, false, 20},
          {"to_uom", T::Id, true, true, false, 20},
          {"conversion_factor", T::Decimal, true, false, true, 0, 4, 6}},
         true}};
    return tables;
}

} // namespace purchasing::sql
