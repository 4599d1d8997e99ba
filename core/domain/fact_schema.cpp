#include "core/domain/fact_schema.h"

#include "core/grl/functions/value_operators.h"
#include "core/grl/values/translatable.h"

#include <string>
#include <vector>

namespace purchasing {
namespace {

using grl::Decimal;
using grl::Direction;
using grl::FactDeclaration;
using grl::FactType;
using grl::Value;

FactDeclaration in(const char* name, FactType type, const char* unit, const char* description)
{
    return {name, type, unit, Direction::In, Value(), description};
}

FactDeclaration out(const char* name, FactType type, const char* unit, const char* description)
{
    Value start;
    if (type == FactType::Bool)
        start = Value(false);
    else if (type == FactType::Text)
        start = Value("");
    else
        start = Value(Decimal::fromParts(0, grl::scaleOf(type)));
    return {name, type, unit, Direction::Out, std::move(start), description};
}

std::vector<FactDeclaration> declarations()
{
    using enum FactType;
    return {
        in("product_id", Text, "", QT_TRANSLATE_NOOP("RuleFact", "Identifies the product.")),
        in("trend", Text, "",
           QT_TRANSLATE_NOOP("RuleFact", "How demand develops: increasing, stable or decreasing.")),
        in("warehouse_id", Text, "", QT_TRANSLATE_NOOP("RuleFact", "The warehouse the stock is in.")),
        in("supplier_id", Text, "",
           QT_TRANSLATE_NOOP("RuleFact", "The supplier the product is ordered from.")),
        in("from_uom", Text, "", QT_TRANSLATE_NOOP("RuleFact", "The larger unit of measure, such as CASE.")),
        in("to_uom", Text, "",
           QT_TRANSLATE_NOOP("RuleFact", "The unit of measure quantities are counted in.")),
        in("avg_daily_demand", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units per day"),
           QT_TRANSLATE_NOOP("RuleFact", "Average demand per day.")),
        in("current_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Stock in all warehouses.")),
        in("reserved_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Stock that is promised to somebody.")),
        in("available_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact",
                             "Current less reserved stock; negative when more is promised than there is.")),
        in("on_order_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Quantity of open purchase orders that has not arrived.")),
        in("moq", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "The supplier's minimum order quantity.")),
        in("order_multiple", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Orders must be a multiple of this; 1 where unknown.")),
        in("lead_time_days", Days, QT_TRANSLATE_NOOP("RuleFact", "days"),
           QT_TRANSLATE_NOOP("RuleFact", "Days from order to delivery.")),
        in("unit_price", Price, QT_TRANSLATE_NOOP("RuleFact", "per unit"),
           QT_TRANSLATE_NOOP("RuleFact", "The supplier's price of one unit.")),
        in("is_active", Bool, "", QT_TRANSLATE_NOOP("RuleFact", "Whether the supplier delivers at present.")),
        in("conversion_factor", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Units in one larger unit of measure.")),
        in("required_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "Demand until a delivery arrives: daily demand times lead time.")),
        in("override_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
           QT_TRANSLATE_NOOP("RuleFact", "What the planner wants to order instead; 0 where nothing.")),

        out("shortage", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
            QT_TRANSLATE_NOOP("RuleFact", "Required less available; negative when there is a surplus.")),
        out("order_qty", Quantity, QT_TRANSLATE_NOOP("RuleFact", "units"),
            QT_TRANSLATE_NOOP("RuleFact", "What is to be ordered.")),
        out("total_amount", Money, "",
            QT_TRANSLATE_NOOP("RuleFact", "Order quantity times price, before discount and tax.")),
        out("discount_amount", Money, "", QT_TRANSLATE_NOOP("RuleFact", "What the discount takes off.")),
        out("final_amount", Money, "", QT_TRANSLATE_NOOP("RuleFact", "Total less discount.")),
        out("tax_amount", Money, "", QT_TRANSLATE_NOOP("RuleFact", "Tax on the final amount.")),
        out("grand_total", Money, "",
            QT_TRANSLATE_NOOP("RuleFact", "Final amount plus tax: what is to be paid.")),
        out("need_reorder", Bool, "", QT_TRANSLATE_NOOP("RuleFact", "Whether the product is short.")),
        out("requires_approval", Bool, "",
            QT_TRANSLATE_NOOP("RuleFact", "Whether a person must approve the order.")),
        out("should_create_po", Bool, "",
            QT_TRANSLATE_NOOP("RuleFact", "Whether a purchase order is to be created.")),
        out("should_send_po", Bool, "",
            QT_TRANSLATE_NOOP("RuleFact", "Whether the order goes to the supplier at once.")),
        out("approval_status", Text, "", QT_TRANSLATE_NOOP("RuleFact", "Empty, pending or auto_approved.")),
        out("po_status", Text, "", QT_TRANSLATE_NOOP("RuleFact", "Empty, approved or pending_approval.")),
        out("send_method", Text, "", QT_TRANSLATE_NOOP("RuleFact", "Empty or email.")),
        out("supplier_error", Text, "",
            QT_TRANSLATE_NOOP("RuleFact",
                              "Why nothing can be ordered from the supplier; empty when it can.")),
    };
}

} // namespace

const grl::Schema& purchasingSchema()
{
    static const grl::Schema schema(declarations());
    return schema;
}

void deriveFacts(grl::FactRow& facts)
{
    const auto number = [&](Fact fact) { return grl::toDecimal(facts.at(indexOf(fact))); };
    const auto store = [&](Fact fact, const std::optional<Decimal>& value) {
        if (value)
            facts.set(indexOf(fact), Value(value->rounded(grl::scaleOf(FactType::Quantity))));
    };
    const auto current = number(Fact::CurrentQty);
    if (facts.at(indexOf(Fact::AvailableQty)).isNull() && current)
        store(Fact::AvailableQty, current->minus(number(Fact::ReservedQty).value_or(Decimal{})));
    const auto demand = number(Fact::AvgDailyDemand);
    const auto days = number(Fact::LeadTimeDays);
    if (facts.at(indexOf(Fact::RequiredQty)).isNull() && demand && days)
        store(Fact::RequiredQty, demand->times(*days));
    if (facts.at(indexOf(Fact::OverrideQty)).isNull())
        store(Fact::OverrideQty, Decimal{});
}

} // namespace purchasing
