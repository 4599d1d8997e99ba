#include "core/flow/override_words.h"

#include "core/flow/decision_words.h"

#include <QCoreApplication>

namespace purchasing {
namespace {

struct OverridePhrases
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::Override)
};

QString shown(const std::optional<Quantity>& value)
{
    return value ? quantityText(*value) : OverridePhrases::tr("unknown");
}

QString shown(const std::optional<UnitPrice>& value)
{
    return value ? value->toString() : OverridePhrases::tr("unknown");
}

QString shown(const std::optional<std::int64_t>& value)
{
    return value ? QString::number(*value) : OverridePhrases::tr("unknown");
}

QString shown(const std::optional<bool>& value)
{
    return !value ? OverridePhrases::tr("unknown")
        : *value  ? OverridePhrases::tr("active")
                  : OverridePhrases::tr("not active");
}

QString shown(const QString& value)
{
    return value.isEmpty() ? OverridePhrases::tr("none") : value;
}

const SupplierOffer* offerOf(const ProductFacts& facts, const QString& supplierId)
{
    if (facts.suppliers && !supplierId.isEmpty()) {
        for (const SupplierOffer& offer : *facts.suppliers) {
            if (offer.supplierId == supplierId)
                return &offer;
        }
    }
    return facts.supplier();
}

} // namespace

OverrideBasis overrideBasisOf(const ProductFacts& facts, const QString& supplierId)
{
    OverrideBasis basis;
    if (facts.demand)
        basis.dailyDemand = facts.demand->avgDailyDemand;
    basis.availableQty = facts.availableQty();
    basis.onOrderQty = facts.onOrderQty();
    if (const SupplierOffer* offer = offerOf(facts, supplierId)) {
        basis.supplierId = offer->supplierId;
        basis.moq = offer->moq;
        basis.orderMultiple = offer->orderMultiple;
        basis.leadTimeDays = offer->leadTimeDays;
        basis.unitPrice = offer->unitPrice;
        basis.supplierActive = offer->isActive;
    }
    return basis;
}

QStringList changesSinceOverride(const ProductFacts& facts)
{
    QStringList changes;
    if (!facts.overridden)
        return changes;
    const OverrideBasis& then = facts.overridden->basis;
    const OverrideBasis now = overrideBasisOf(facts, facts.overridden->supplierId);
    const auto compare = [&changes](const QString& what, const auto& before, const auto& after) {
        if (before != after)
            changes << OverridePhrases::tr("%1 was %2, is now %3").arg(what, shown(before), shown(after));
    };
    compare(OverridePhrases::tr("daily demand"), then.dailyDemand, now.dailyDemand);
    compare(OverridePhrases::tr("available stock"), then.availableQty, now.availableQty);
    compare(OverridePhrases::tr("the quantity on order"), then.onOrderQty, now.onOrderQty);
    compare(OverridePhrases::tr("the supplier"), then.supplierId, now.supplierId);
    compare(OverridePhrases::tr("the minimum order"), then.moq, now.moq);
    compare(OverridePhrases::tr("the order multiple"), then.orderMultiple, now.orderMultiple);
    compare(OverridePhrases::tr("the lead time in days"), then.leadTimeDays, now.leadTimeDays);
    compare(OverridePhrases::tr("the unit price"), then.unitPrice, now.unitPrice);
    compare(OverridePhrases::tr("the supplier"), then.supplierActive, now.supplierActive);
    return changes;
}

QStringList overrideWarnings(std::int64_t qty, const ProductFacts& facts)
{
    QStringList warnings;
    const SupplierOffer* supplier = facts.supplier();
    if (qty <= 0 || !supplier)
        return warnings;
    const Quantity wanted = Quantity::whole(qty);
    if (supplier->moq && wanted < *supplier->moq)
        warnings << OverridePhrases::tr("below the supplier's minimum order of %1")
                        .arg(quantityText(*supplier->moq));
    if (supplier->orderMultiple && *supplier->orderMultiple > Quantity{}
        && wanted.tenThousandths % supplier->orderMultiple->tenThousandths != 0) {
        warnings << OverridePhrases::tr("not a multiple of %1, in which the supplier delivers")
                        .arg(quantityText(*supplier->orderMultiple));
    }
    return warnings;
}

QString whyOverrideIsIdle(const ProductFacts& facts, const Decision& decision, bool isRead)
{
    if (!facts.overridden || facts.overridden->qty == 0)
        return {};
    if (!isRead)
        return OverridePhrases::tr(
            "The rules in force do not look at overrides. Rules ▸ Add delivered packs brings "
            "overrides.grl; then publish it.");
    if (decision.isBlocked() || decision.outputs.shouldCreatePo)
        return {}; // The decision itself says why, or there is nothing to say.
    if (!decision.outputs.needReorder)
        return OverridePhrases::tr(
                   "The rules see no need to order (%1), so the quantity you asked for makes no order.")
            .arg(whyInWords(decision, facts));
    return {};
}

QString overrideText(const Override& overridden)
{
    if (overridden.qty > 0 && !overridden.supplierId.isEmpty())
        return OverridePhrases::tr("%1 units from %2, by %3: %4")
            .arg(quantityText(Quantity::whole(overridden.qty)), overridden.supplierId, overridden.byName,
                 overridden.reason);
    if (overridden.qty > 0)
        return OverridePhrases::tr("%1 units, by %2: %3")
            .arg(quantityText(Quantity::whole(overridden.qty)), overridden.byName, overridden.reason);
    return OverridePhrases::tr("from %1, by %2: %3")
        .arg(overridden.supplierId, overridden.byName, overridden.reason);
}

} // namespace purchasing
