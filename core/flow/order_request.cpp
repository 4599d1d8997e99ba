#include "core/flow/order_request.h"

#include "core/flow/decision_words.h"
#include "core/flow/flow_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing {
namespace {

struct OrderRequestWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::OrderRequest)
};

QJsonObject overrideJson(const Override& overridden)
{
    return {{QStringLiteral("qty"), static_cast<qint64>(overridden.qty)},
            {QStringLiteral("supplier_id"), overridden.supplierId},
            {QStringLiteral("reason"), overridden.reason},
            {QStringLiteral("by"), overridden.byName},
            {QStringLiteral("at"), overridden.at.toUTC().toString(Qt::ISODate)}};
}

QString decisionJsonOf(const ProductFacts& facts, const ExplainedDecision& explained)
{
    QJsonArray rules;
    for (const RuleFinding& finding : explained.rules) {
        if (finding.outcome == RuleFinding::Outcome::Fired)
            rules.append(QJsonObject{{QStringLiteral("rule"), finding.rule},
                                     {QStringLiteral("pack"), finding.pack},
                                     {QStringLiteral("writes"), QJsonArray::fromStringList(finding.writes)},
                                     {QStringLiteral("log"), QJsonArray::fromStringList(finding.log)}});
    }
    QJsonObject object{
        {QStringLiteral("calculation"), calculationJson(explained.decision.outputs)},
        {QStringLiteral("rules"), rules},
        {QStringLiteral("sentence"), // In English, as histories are; whoever shows it says it again.
         QString::fromStdString(whyPhrase(explained.decision, facts).english())}};
    if (explained.decision.aboveCeiling) { // Who approves it sees both reasons.
        object.insert(QStringLiteral("above_approval_ceiling"), explained.decision.aboveCeiling->toString());
        object.insert(QStringLiteral("rules_need_approval"), explained.decision.rulesNeedApproval);
    }
    if (facts.overridden)
        object.insert(QStringLiteral("override"), overrideJson(*facts.overridden));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

OrderRequest orderRequestOf(const ProductFacts& facts, const ExplainedDecision& explained,
                            const QString& currency, const RequestKey& key)
{
    const Decision& decision = explained.decision;
    const SupplierOffer* supplier = facts.supplier();
    OrderRequest request;
    request.key = key;
    request.basis = decision.basis;
    request.pendingApproval = decision.outputs.poStatus == QLatin1String("pending_approval");
    request.sendIntended = decision.outputs.shouldSendPo && !request.pendingApproval;

    PurchaseOrder& order = request.order;
    order.productId = facts.product.productId;
    order.productName = facts.product.name;
    order.supplierId = supplier->supplierId;
    order.supplierName = supplier->name;
    order.supplierEmail = supplier->email;
    order.leadTimeDays = supplier->leadTimeDays.value_or(0);
    order.qty = decision.outputs.orderQty.units();
    order.uom = stockUnitOf(facts);
    order.currency = currency;
    order.unitPrice = supplier->unitPrice.value_or(UnitPrice{});
    order.total = decision.outputs.totalAmount;
    order.discount = decision.outputs.discountAmount;
    order.tax = decision.outputs.taxAmount;
    order.toPay = decision.outputs.grandTotal;
    order.ruleSetVersion = decision.basis.ruleSetVersion;
    order.factsJson = explained.factsJson;
    order.decisionJson = decisionJsonOf(facts, explained);
    return request;
}

QString differenceInWords(const Decision& seen, const Decision& fresh)
{
    QStringList changes;
    const auto changed = [&changes](const QString& what, const QString& before, const QString& after) {
        if (before != after)
            changes << OrderRequestWords::tr("%1 was %2, is now %3").arg(what, before, after);
    };
    changed(OrderRequestWords::tr("the rule set version"), QString::number(seen.basis.ruleSetVersion),
            QString::number(fresh.basis.ruleSetVersion));
    changed(OrderRequestWords::tr("the supplier"), seen.basis.supplierId, fresh.basis.supplierId);
    changed(OrderRequestWords::tr("the unit price"), seen.basis.unitPrice.toString(),
            fresh.basis.unitPrice.toString());
    if (seen.basis.overrideVersion != fresh.basis.overrideVersion)
        changes << (seen.basis.overrideVersion == 0 ? OrderRequestWords::tr("somebody overrode it meanwhile")
                        : fresh.basis.overrideVersion == 0
                        ? OrderRequestWords::tr("the override is gone")
                        : OrderRequestWords::tr("the override was changed"));
    const auto active = [](const Decision& decision) {
        return !decision.basis.supplierActive ? OrderRequestWords::tr("unknown")
            : *decision.basis.supplierActive  ? OrderRequestWords::tr("active")
                                              : OrderRequestWords::tr("not active");
    };
    changed(OrderRequestWords::tr("the supplier"), active(seen), active(fresh));
    changed(OrderRequestWords::tr("the quantity on order"), seen.onOrderQty.value_or(Quantity{}).toString(),
            fresh.onOrderQty.value_or(Quantity{}).toString());
    changed(OrderRequestWords::tr("the order quantity"), seen.outputs.orderQty.toString(),
            fresh.outputs.orderQty.toString());
    changed(OrderRequestWords::tr("the total before tax"), seen.outputs.totalAmount.toString(),
            fresh.outputs.totalAmount.toString());
    changed(OrderRequestWords::tr("the amount to pay"), seen.outputs.grandTotal.toString(),
            fresh.outputs.grandTotal.toString());
    changed(OrderRequestWords::tr("the decision"), wordText(seen.word), wordText(fresh.word));
    changed(OrderRequestWords::tr("the order status"), seen.outputs.poStatus, fresh.outputs.poStatus);
    if (changes.isEmpty() && seen.basis.ordersVersion != fresh.basis.ordersVersion)
        changes << OrderRequestWords::tr("an order of this product changed in between");
    return changes.join(OrderRequestWords::tr("; "));
}

} // namespace purchasing
