#include "ui/planning/product_columns.h"

#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "core/flow/problem_words.h"
#include "ui/planning/column_outage.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace purchasing::ui {
namespace {

struct ProductColumnsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ProductColumns)
};

using Columns = std::array<ProductColumnInfo, static_cast<std::size_t>(ProductColumn::Count)>;

Columns makeColumns()
{
    Columns columns;
    const auto set = [&columns](ProductColumn column, const char* id, const QString& header,
                                const QString& tip, bool numeric, bool shown, int width) {
        columns[static_cast<std::size_t>(column)] = {QLatin1String(id), header, tip, numeric, shown, width};
    };
    using C = ProductColumn;
    set(C::Product, "product_id", ProductColumnsWords::tr("Product"),
        ProductColumnsWords::tr("The product's id"), false, true, 110);
    set(C::Name, "name", ProductColumnsWords::tr("Name"),
        ProductColumnsWords::tr("The product's name, where the source has one"), false, true, 200);
    set(C::Decision, "decision", ProductColumnsWords::tr("Decision"),
        ProductColumnsWords::tr("What the product is in one word"), false, true, 130);
    set(C::OrderBy, "order_by", ProductColumnsWords::tr("Order by"),
        ProductColumnsWords::tr("Last day to order: stock-out date less the supplier's lead time"), false,
        true, 165);
    set(C::StockOut, "stock_out", ProductColumnsWords::tr("Stock-out"),
        ProductColumnsWords::tr(
            "Day on which stock reaches zero at the average daily use, open orders included"),
        false, true, 165);
    set(C::OrderQty, "order_qty", ProductColumnsWords::tr("Order qty"),
        ProductColumnsWords::tr("What the rules decided to order"), true, true, 80);
    set(C::Unit, "unit", ProductColumnsWords::tr("Unit"),
        ProductColumnsWords::tr("The unit that quantities are counted in"), false, true, 60);
    set(C::Supplier, "supplier", ProductColumnsWords::tr("Supplier"),
        ProductColumnsWords::tr("Who would deliver"), false, true, 150);
    set(C::UnitPrice, "unit_price", ProductColumnsWords::tr("Unit price"),
        ProductColumnsWords::tr("The supplier's price for one unit"), true, true, 90);
    set(C::Total, "total_amount", ProductColumnsWords::tr("Total before tax"),
        ProductColumnsWords::tr(
            "Order quantity × unit price, before discount and tax. Approval looks at this amount."),
        true, true, 115);
    set(C::ToPay, "grand_total", ProductColumnsWords::tr("To pay"),
        ProductColumnsWords::tr("Total less discount plus tax"), true, true, 105);
    set(C::Shortage, "shortage", ProductColumnsWords::tr("Shortage"),
        ProductColumnsWords::tr("Required less available, less what is on order; negative is a surplus"),
        true, true, 80);
    set(C::DailyDemand, "avg_daily_demand", ProductColumnsWords::tr("Daily use"),
        ProductColumnsWords::tr("Average demand per day"), true, true, 75);
    set(C::Trend, "trend", ProductColumnsWords::tr("Trend"), ProductColumnsWords::tr("Trend of demand"),
        false, false, 90);
    set(C::OnHand, "current_qty", ProductColumnsWords::tr("On hand"),
        ProductColumnsWords::tr("Current stock over all warehouses"), true, false, 75);
    set(C::Reserved, "reserved_qty", ProductColumnsWords::tr("Reserved"),
        ProductColumnsWords::tr("Stock that is reserved"), true, false, 75);
    set(C::Available, "available_qty", ProductColumnsWords::tr("Available"),
        ProductColumnsWords::tr("On hand less reserved"), true, true, 80);
    set(C::OnOrder, "on_order_qty", ProductColumnsWords::tr("On order"),
        ProductColumnsWords::tr("Open orders, ours and those inventory reports"), true, true, 75);
    set(C::Required, "required_qty", ProductColumnsWords::tr("Required"),
        ProductColumnsWords::tr("Daily use × lead time"), true, true, 80);
    set(C::Moq, "moq", ProductColumnsWords::tr("MOQ"), ProductColumnsWords::tr("Minimum order quantity"),
        true, false, 65);
    set(C::Multiple, "order_multiple", ProductColumnsWords::tr("Multiple"),
        ProductColumnsWords::tr("Orders must be a multiple of this"), true, false, 70);
    set(C::LeadTime, "lead_time_days", ProductColumnsWords::tr("Lead time"),
        ProductColumnsWords::tr("Days from order to arrival"), true, false, 80);
    set(C::Cover, "cover", ProductColumnsWords::tr("Cover"),
        ProductColumnsWords::tr("Days that the available stock lasts"), true, false, 70);
    set(C::Category, "category", ProductColumnsWords::tr("Category"),
        ProductColumnsWords::tr("The product's category"), false, false, 120);
    set(C::Warehouses, "warehouses", ProductColumnsWords::tr("Warehouses"),
        ProductColumnsWords::tr("Where stock is kept"), false, false, 120);
    set(C::Reason, "reason", ProductColumnsWords::tr("Reason"), ProductColumnsWords::tr("Why, in short"),
        false, true, 260);
    set(C::Decided, "decided_at", ProductColumnsWords::tr("Decided"),
        ProductColumnsWords::tr("When this was decided"), false, false, 90);
    return columns;
}

Columns& columns()
{
    static Columns all = makeColumns();
    return all;
}

QString text(const std::optional<Quantity>& amount)
{
    return amount ? quantityText(*amount) : QStringLiteral("–");
}

QVariant key(const std::optional<Quantity>& amount)
{
    return amount ? QVariant(static_cast<qlonglong>(amount->tenThousandths)) : QVariant();
}

std::optional<double> coverDays(const ProductFacts& facts)
{
    const auto available = facts.availableQty();
    if (!available || !facts.demand || !facts.demand->avgDailyDemand
        || facts.demand->avgDailyDemand->tenThousandths <= 0)
        return std::nullopt;
    return available->toDouble() / facts.demand->avgDailyDemand->toDouble();
}

QString dateText(const std::optional<QDate>& day, QDate today)
{
    if (!day)
        return QStringLiteral("–");
    return ProductColumnsWords::tr("%1 · %2").arg(QLocale().toString(*day, QLocale::ShortFormat),
                                                  daysFromNow(*day, today));
}

bool hasOrder(const Decision& decision)
{
    return decision.outputs.orderQty.tenThousandths != 0;
}

/// Without a price there is a quantity and no amount; "0.00" would look like one.
bool hasAmount(const Decision& decision)
{
    return hasOrder(decision) && decision.outputs.totalAmount.minor != 0;
}

QString supplierText(const ProductFacts& facts)
{
    const SupplierOffer* supplier = facts.supplier();
    if (!supplier)
        return QStringLiteral("–");
    return supplier->name.isEmpty() ? supplier->supplierId : supplier->name;
}

QString warehousesText(const ProductFacts& facts)
{
    QStringList ids;
    if (facts.warehouses) {
        for (const WarehouseLevel& level : *facts.warehouses)
            ids << level.warehouseId;
    }
    return ids.join(QStringLiteral(", "));
}

} // namespace

const ProductColumnInfo& columnInfo(ProductColumn column)
{
    return columns()[static_cast<std::size_t>(column)];
}

void retranslateColumns()
{
    columns() = makeColumns();
}

QString daysFromNow(QDate day, QDate today)
{
    const qint64 days = today.daysTo(day);
    if (days == 0)
        return ProductColumnsWords::tr("today");
    return days > 0 ? ProductColumnsWords::tr("in %1 d").arg(days)
                    : ProductColumnsWords::tr("%1 d late").arg(-days);
}

bool isOverriddenCell(ProductColumn column, const ProductFacts& facts)
{
    return facts.overridden
        && ((column == ProductColumn::OrderQty && facts.overridden->qty > 0)
            || (column == ProductColumn::Supplier && !facts.overridden->supplierId.isEmpty()));
}

QString cellText(ProductColumn column, const ProductFacts& facts, const Decision& decision,
                 const QString& currency, QDate today)
{
    const SupplierOffer* supplier = facts.supplier();
    const DecisionOutputs& out = decision.outputs;
    const QString none = QStringLiteral("–");
    if (isUnknownCell(column, facts))
        return ProductColumnsWords::tr("unavailable");
    switch (column) {
    case ProductColumn::Product: return facts.product.productId;
    case ProductColumn::Name: return facts.product.name;
    case ProductColumn::Decision: return wordText(decision.word);
    case ProductColumn::OrderBy: return dateText(decision.orderBy, today);
    case ProductColumn::StockOut: return dateText(decision.stockOut, today);
    case ProductColumn::OrderQty: return hasOrder(decision) ? quantityText(out.orderQty) : none;
    case ProductColumn::Unit: return stockUnitOf(facts);
    case ProductColumn::Supplier: return supplierText(facts);
    case ProductColumn::UnitPrice:
        return supplier && supplier->unitPrice ? moneyText(*supplier->unitPrice, currency) : none;
    case ProductColumn::Total: return hasAmount(decision) ? moneyText(out.totalAmount, currency) : none;
    case ProductColumn::ToPay: return hasAmount(decision) ? moneyText(out.grandTotal, currency) : none;
    case ProductColumn::Shortage: return text(decision.shortage());
    case ProductColumn::DailyDemand: return facts.demand ? text(facts.demand->avgDailyDemand) : none;
    case ProductColumn::Trend: return facts.demand ? facts.demand->trend : QString();
    case ProductColumn::OnHand: return text(facts.currentQty());
    case ProductColumn::Reserved: return text(facts.reservedQty());
    case ProductColumn::Available: return text(facts.availableQty());
    case ProductColumn::OnOrder: return text(facts.onOrderQty());
    case ProductColumn::Required: return text(decision.requiredQty);
    case ProductColumn::Moq: return supplier ? text(supplier->moq) : none;
    case ProductColumn::Multiple: return supplier ? text(supplier->orderMultiple) : none;
    case ProductColumn::LeadTime:
        return supplier && supplier->leadTimeDays
            ? ProductColumnsWords::tr("%1 d").arg(*supplier->leadTimeDays)
            : none;
    case ProductColumn::Cover:
        if (const auto days = coverDays(facts))
            return ProductColumnsWords::tr("%1 d").arg(QLocale().toString(*days, 'f', 1));
        return none;
    case ProductColumn::Category: return facts.product.category;
    case ProductColumn::Warehouses: return warehousesText(facts);
    case ProductColumn::Reason:
        return decision.isBlocked() ? problemsInWords(decision) : whyInWords(decision, facts);
    case ProductColumn::Decided:
        return QLocale().toString(decision.decidedAt.toLocalTime().time(), QLocale::ShortFormat);
    case ProductColumn::Count: break;
    }
    return {};
}

QVariant cellKey(ProductColumn column, const ProductFacts& facts, const Decision& decision)
{
    const SupplierOffer* supplier = facts.supplier();
    const DecisionOutputs& out = decision.outputs;
    const auto whenOrdered = [&](std::int64_t value) {
        return hasOrder(decision) ? QVariant(static_cast<qlonglong>(value)) : QVariant();
    };
    switch (column) {
    case ProductColumn::Decision: return static_cast<int>(decision.word);
    case ProductColumn::OrderBy:
        return decision.orderBy ? QVariant(decision.orderBy->toJulianDay()) : QVariant();
    case ProductColumn::StockOut:
        return decision.stockOut ? QVariant(decision.stockOut->toJulianDay()) : QVariant();
    case ProductColumn::OrderQty: return whenOrdered(out.orderQty.tenThousandths);
    case ProductColumn::UnitPrice:
        return supplier && supplier->unitPrice
            ? QVariant(static_cast<qlonglong>(supplier->unitPrice->tenThousandths))
            : QVariant();
    case ProductColumn::Total: return whenOrdered(out.totalAmount.minor);
    case ProductColumn::ToPay: return whenOrdered(out.grandTotal.minor);
    case ProductColumn::Shortage: return key(decision.shortage());
    case ProductColumn::DailyDemand: return facts.demand ? key(facts.demand->avgDailyDemand) : QVariant();
    case ProductColumn::OnHand: return key(facts.currentQty());
    case ProductColumn::Reserved: return key(facts.reservedQty());
    case ProductColumn::Available: return key(facts.availableQty());
    case ProductColumn::OnOrder: return key(facts.onOrderQty());
    case ProductColumn::Required: return key(decision.requiredQty);
    case ProductColumn::Moq: return supplier ? key(supplier->moq) : QVariant();
    case ProductColumn::Multiple: return supplier ? key(supplier->orderMultiple) : QVariant();
    case ProductColumn::LeadTime:
        return supplier && supplier->leadTimeDays ? QVariant(static_cast<qlonglong>(*supplier->leadTimeDays))
                                                  : QVariant();
    case ProductColumn::Cover:
        if (const auto days = coverDays(facts))
            return *days;
        return {};
    case ProductColumn::Decided: return decision.decidedAt;
    default: {
        if (isUnknownCell(column, facts))
            return {};
        const QString shown = cellText(column, facts, decision, {}, {});
        return shown.isEmpty() ? QVariant() : QVariant(shown);
    }
    }
}

QString cellTip(ProductColumn column, const ProductFacts& facts, const Decision& decision,
                const QString& currency, QDate today)
{
    if (isUnknownCell(column, facts))
        return outageOfCell(column, facts);
    if (const QString outage = outageOfCell(column, facts); !outage.isEmpty())
        return ProductColumnsWords::tr("%1\nAs it was known before; %2.")
            .arg(cellText(column, facts, decision, currency, today), outage);
    if (isOverriddenCell(column, facts)) {
        const QString what = ProductColumnsWords::tr("Overridden: %1").arg(overrideText(*facts.overridden));
        const QStringList changes = changesSinceOverride(facts);
        return changes.isEmpty()
            ? what
            : ProductColumnsWords::tr("%1\nStale: %2.").arg(what, changes.join(QStringLiteral("; ")));
    }
    const DecisionOutputs& out = decision.outputs;
    const SupplierOffer* supplier = facts.supplier();
    switch (column) {
    case ProductColumn::Required:
        if (decision.requiredQty && supplier && supplier->leadTimeDays && facts.demand)
            return ProductColumnsWords::tr("%1 per day × %2 days = %3")
                .arg(text(facts.demand->avgDailyDemand))
                .arg(*supplier->leadTimeDays)
                .arg(text(decision.requiredQty));
        break;
    case ProductColumn::Available:
        return ProductColumnsWords::tr("%1 on hand − %2 reserved = %3")
            .arg(text(facts.currentQty()), text(facts.reservedQty()), text(facts.availableQty()));
    case ProductColumn::Shortage:
        return ProductColumnsWords::
            tr("%1 required − %2 available; %3 on order. Rules CalculateShortage and the open orders pack.")
                .arg(text(decision.requiredQty), text(decision.availableQty), text(decision.onOrderQty));
    case ProductColumn::Total:
        if (hasOrder(decision) && supplier && supplier->unitPrice)
            return ProductColumnsWords::tr("%1 × %2 = %3, rule CalculateOrderTotal")
                .arg(quantityText(out.orderQty), moneyText(*supplier->unitPrice, currency),
                     moneyText(out.totalAmount, currency));
        break;
    case ProductColumn::ToPay:
        if (hasOrder(decision))
            return ProductColumnsWords::tr("%1 − %2 discount + %3 tax = %4")
                .arg(moneyText(out.totalAmount, currency), moneyText(out.discountAmount, currency),
                     moneyText(out.taxAmount, currency), moneyText(out.grandTotal, currency));
        break;
    case ProductColumn::OrderBy:
        if (decision.orderBy && decision.stockOut)
            return ProductColumnsWords::tr("Stock-out %1 less lead time = %2")
                .arg(dateText(decision.stockOut, today), dateText(decision.orderBy, today));
        break;
    default: break;
    }
    return cellText(column, facts, decision, currency, today);
}

} // namespace purchasing::ui
