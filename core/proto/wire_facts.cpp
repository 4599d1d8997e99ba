#include "core/proto/wire_facts.h"

#include "core/proto/wire_values.h"

namespace purchasing::wire {
namespace {

OpenOrder toWire(const purchasing::PurchaseOrder& order)
{
    OpenOrder message;
    message.set_po_id(order.poId.toStdString());
    message.set_number(order.number.toStdString());
    message.set_state(wireWord(order.state).toStdString());
    message.set_qty(order.qty);
    message.set_received_qty(order.receivedQty);
    message.set_unbooked_qty(order.unbookedQty);
    message.set_lead_time_days(order.leadTimeDays);
    message.set_created_at_us(microseconds(order.createdAt));
    message.set_supplier_id(order.supplierId.toStdString());
    message.set_supplier_name(order.supplierName.toStdString());
    return message;
}

purchasing::PurchaseOrder fromWire(const OpenOrder& message)
{
    purchasing::PurchaseOrder order;
    order.poId = text(message.po_id());
    order.number = text(message.number());
    const auto state = orderStateFromDatabase(text(message.state()).toUpper());
    if (!state)
        throw OutOfRange{QStringLiteral("open_orders.state")};
    order.state = *state;
    order.qty = amountOf<Quantity>(message.qty(), "open_orders.qty").tenThousandths;
    order.receivedQty = amountOf<Quantity>(message.received_qty(), "open_orders.received_qty").tenThousandths;
    order.unbookedQty = amountOf<Quantity>(message.unbooked_qty(), "open_orders.unbooked_qty").tenThousandths;
    order.leadTimeDays = message.lead_time_days();
    order.createdAt = timeOf(message.created_at_us());
    order.supplierId = text(message.supplier_id());
    order.supplierName = text(message.supplier_name());
    return order;
}

} // namespace

Demand toWire(const purchasing::Demand& demand)
{
    Demand message;
    putAmount(demand.avgDailyDemand, [&](auto value) { message.set_avg_daily_demand_e4(value); });
    message.set_trend(demand.trend.toStdString());
    message.set_last_updated_us(microseconds(demand.lastUpdated));
    return message;
}

purchasing::Demand fromWire(const Demand& message)
{
    purchasing::Demand demand;
    if (message.has_avg_daily_demand_e4())
        demand.avgDailyDemand = amountOf<Quantity>(message.avg_daily_demand_e4(), "avg_daily_demand");
    demand.trend = text(message.trend());
    demand.lastUpdated = timeOf(message.last_updated_us());
    return demand;
}

WarehouseLevel toWire(const purchasing::WarehouseLevel& level)
{
    WarehouseLevel message;
    message.set_warehouse_id(level.warehouseId.toStdString());
    putAmount(level.currentQty, [&](auto value) { message.set_current_qty_e4(value); });
    message.set_reserved_qty_e4(level.reservedQty.tenThousandths);
    message.set_on_order_qty_e4(level.onOrderQty.tenThousandths);
    message.set_last_updated_us(microseconds(level.lastUpdated));
    return message;
}

purchasing::WarehouseLevel fromWire(const WarehouseLevel& message)
{
    purchasing::WarehouseLevel level;
    level.warehouseId = text(message.warehouse_id());
    if (message.has_current_qty_e4())
        level.currentQty = amountOf<Quantity>(message.current_qty_e4(), "current_qty");
    level.reservedQty = amountOf<Quantity>(message.reserved_qty_e4(), "reserved_qty");
    level.onOrderQty = amountOf<Quantity>(message.on_order_qty_e4(), "on_order_qty");
    level.lastUpdated = timeOf(message.last_updated_us());
    return level;
}

SupplierOffer toWire(const purchasing::SupplierOffer& offer)
{
    SupplierOffer message;
    message.set_supplier_id(offer.supplierId.toStdString());
    message.set_name(offer.name.toStdString());
    putAmount(offer.moq, [&](auto value) { message.set_moq_e4(value); });
    if (offer.leadTimeDays)
        message.set_lead_time_days(*offer.leadTimeDays);
    putAmount(offer.unitPrice, [&](auto value) { message.set_unit_price_e4(value); });
    if (offer.isActive)
        message.set_is_active(*offer.isActive);
    putAmount(offer.orderMultiple, [&](auto value) { message.set_order_multiple_e4(value); });
    message.set_priority(offer.priority);
    message.set_email(offer.email.toStdString());
    message.set_last_updated_us(microseconds(offer.lastUpdated));
    return message;
}

purchasing::SupplierOffer fromWire(const SupplierOffer& message)
{
    purchasing::SupplierOffer offer;
    offer.supplierId = text(message.supplier_id());
    offer.name = text(message.name());
    if (message.has_moq_e4())
        offer.moq = amountOf<Quantity>(message.moq_e4(), "moq");
    if (message.has_lead_time_days())
        offer.leadTimeDays = message.lead_time_days();
    if (message.has_unit_price_e4())
        offer.unitPrice = amountOf<UnitPrice>(message.unit_price_e4(), "unit_price");
    if (message.has_is_active())
        offer.isActive = message.is_active();
    if (message.has_order_multiple_e4())
        offer.orderMultiple = amountOf<Quantity>(message.order_multiple_e4(), "order_multiple");
    offer.priority = message.priority();
    offer.email = text(message.email());
    offer.lastUpdated = timeOf(message.last_updated_us());
    return offer;
}

UnitConversion toWire(const purchasing::UnitConversion& conversion)
{
    UnitConversion message;
    message.set_from_uom(conversion.fromUom.toStdString());
    message.set_to_uom(conversion.toUom.toStdString());
    putAmount(conversion.factor, [&](auto value) { message.set_factor_e4(value); });
    message.set_last_updated_us(microseconds(conversion.lastUpdated));
    return message;
}

purchasing::UnitConversion fromWire(const UnitConversion& message)
{
    purchasing::UnitConversion conversion;
    conversion.fromUom = text(message.from_uom());
    conversion.toUom = text(message.to_uom());
    if (message.has_factor_e4())
        conversion.factor = amountOf<Quantity>(message.factor_e4(), "conversion_factor");
    conversion.lastUpdated = timeOf(message.last_updated_us());
    return conversion;
}

Override toWire(const purchasing::Override& overridden)
{
    Override message;
    message.set_product_id(overridden.productId.toStdString());
    message.set_qty(overridden.qty);
    message.set_supplier_id(overridden.supplierId.toStdString());
    message.set_reason(overridden.reason.toStdString());
    const purchasing::OverrideBasis& seen = overridden.basis;
    OverrideBasis& basis = *message.mutable_basis();
    putAmount(seen.dailyDemand, [&](auto value) { basis.set_daily_demand_e4(value); });
    putAmount(seen.availableQty, [&](auto value) { basis.set_available_qty_e4(value); });
    putAmount(seen.onOrderQty, [&](auto value) { basis.set_on_order_qty_e4(value); });
    basis.set_supplier_id(seen.supplierId.toStdString());
    putAmount(seen.moq, [&](auto value) { basis.set_moq_e4(value); });
    putAmount(seen.orderMultiple, [&](auto value) { basis.set_order_multiple_e4(value); });
    if (seen.leadTimeDays)
        basis.set_lead_time_days(*seen.leadTimeDays);
    putAmount(seen.unitPrice, [&](auto value) { basis.set_unit_price_e4(value); });
    if (seen.supplierActive)
        basis.set_supplier_active(*seen.supplierActive);
    message.set_version(overridden.version);
    message.set_by_id(overridden.byId.toStdString());
    message.set_by_name(overridden.byName.toStdString());
    message.set_at_us(microseconds(overridden.at));
    return message;
}

purchasing::Override fromWire(const Override& message)
{
    purchasing::Override overridden;
    overridden.productId = text(message.product_id());
    overridden.qty = message.qty();
    if (overridden.qty < 0 || overridden.qty > kLargestOverride)
        throw OutOfRange{QStringLiteral("override.qty")};
    overridden.supplierId = text(message.supplier_id());
    overridden.reason = text(message.reason());
    const OverrideBasis& basis = message.basis();
    purchasing::OverrideBasis& seen = overridden.basis;
    if (basis.has_daily_demand_e4())
        seen.dailyDemand = amountOf<Quantity>(basis.daily_demand_e4(), "override.daily_demand");
    if (basis.has_available_qty_e4())
        seen.availableQty = amountOf<Quantity>(basis.available_qty_e4(), "override.available_qty");
    if (basis.has_on_order_qty_e4())
        seen.onOrderQty = amountOf<Quantity>(basis.on_order_qty_e4(), "override.on_order_qty");
    seen.supplierId = text(basis.supplier_id());
    if (basis.has_moq_e4())
        seen.moq = amountOf<Quantity>(basis.moq_e4(), "override.moq");
    if (basis.has_order_multiple_e4())
        seen.orderMultiple = amountOf<Quantity>(basis.order_multiple_e4(), "override.order_multiple");
    if (basis.has_lead_time_days())
        seen.leadTimeDays = basis.lead_time_days();
    if (basis.has_unit_price_e4())
        seen.unitPrice = amountOf<UnitPrice>(basis.unit_price_e4(), "override.unit_price");
    if (basis.has_supplier_active())
        seen.supplierActive = basis.supplier_active();
    overridden.version = message.version();
    overridden.byId = text(message.by_id());
    overridden.byName = text(message.by_name());
    overridden.at = timeOf(message.at_us());
    return overridden;
}

Problem toWire(const purchasing::Problem& problem)
{
    Problem message;
    message.set_code(problem.code.toStdString());
    message.set_text(problem.text.toStdString());
    return message;
}

purchasing::Problem fromWire(const Problem& message)
{
    return {text(message.code()), text(message.text())};
}

Person toWire(const Actor& actor)
{
    Person message;
    message.set_person_id(actor.personId.toStdString());
    message.set_name(actor.name.toStdString());
    message.set_single_operator(actor.singleOperator);
    message.set_login(actor.login.toStdString());
    return message;
}

Actor fromWire(const Person& message)
{
    return {text(message.person_id()), text(message.name()), message.single_operator(),
            text(message.login())};
}

ProductFacts toWire(const purchasing::ProductFacts& facts)
{
    ProductFacts message;
    message.set_product_id(facts.product.productId.toStdString());
    message.set_name(facts.product.name.toStdString());
    message.set_category(facts.product.category.toStdString());
    if (facts.demand)
        *message.mutable_demand() = toWire(*facts.demand);
    const auto put = [](const auto& rows, auto& target) {
        for (const auto& row : rows)
            *target.add_rows() = toWire(row);
    };
    if (facts.warehouses)
        put(*facts.warehouses, *message.mutable_warehouses());
    if (facts.suppliers)
        put(*facts.suppliers, *message.mutable_suppliers());
    if (facts.units)
        put(*facts.units, *message.mutable_units());
    if (facts.openOrders)
        put(*facts.openOrders, *message.mutable_open_orders());
    message.set_orders_version(facts.ordersVersion);
    message.set_chosen_supplier_id(facts.chosenSupplierId.toStdString());
    if (facts.overridden)
        *message.mutable_overridden() = toWire(*facts.overridden);
    for (const purchasing::Problem& problem : facts.sourceProblems)
        *message.add_problems() = toWire(problem);
    message.set_as_of_us(microseconds(facts.asOf));
    return message;
}

purchasing::ProductFacts fromWire(const ProductFacts& message)
{
    purchasing::ProductFacts facts;
    facts.product = {text(message.product_id()), text(message.name()), text(message.category())};
    if (message.has_demand())
        facts.demand = fromWire(message.demand());
    const auto rows = [](const auto& messages, auto& target) {
        target.emplace();
        for (const auto& row : messages.rows())
            target->push_back(fromWire(row));
    };
    if (message.has_warehouses())
        rows(message.warehouses(), facts.warehouses);
    if (message.has_suppliers())
        rows(message.suppliers(), facts.suppliers);
    if (message.has_units())
        rows(message.units(), facts.units);
    if (message.has_open_orders())
        rows(message.open_orders(), facts.openOrders);
    facts.ordersVersion = message.orders_version();
    facts.chosenSupplierId = text(message.chosen_supplier_id());
    if (message.has_overridden())
        facts.overridden = fromWire(message.overridden());
    facts.sourceProblems = valuesOf<Problem, purchasing::Problem>(
        message.problems(), [](const Problem& problem) { return fromWire(problem); });
    facts.asOf = timeOf(message.as_of_us());
    return facts;
}

} // namespace purchasing::wire
