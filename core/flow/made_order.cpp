#include "core/flow/made_order.h"

#include "core/flow/decision_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing {
namespace {

template <typename Amount> Amount amount(const QJsonObject& object, const char* name)
{
    return Amount::fromDouble(object.value(QLatin1String(name)).toDouble()).value_or(Amount{});
}

DecisionOutputs outputsFrom(const QJsonObject& calculation)
{
    const auto flag = [&](const char* name) { return calculation.value(QLatin1String(name)).toBool(); };
    const auto text = [&](const char* name) { return calculation.value(QLatin1String(name)).toString(); };
    DecisionOutputs out;
    out.shortage = amount<Quantity>(calculation, "shortage");
    out.orderQty = amount<Quantity>(calculation, "order_qty");
    out.totalAmount = amount<Money>(calculation, "total_amount");
    out.discountAmount = amount<Money>(calculation, "discount_amount");
    out.finalAmount = amount<Money>(calculation, "final_amount");
    out.taxAmount = amount<Money>(calculation, "tax_amount");
    out.grandTotal = amount<Money>(calculation, "grand_total");
    out.needReorder = flag("need_reorder");
    out.requiresApproval = flag("requires_approval");
    out.shouldCreatePo = flag("should_create_po");
    out.shouldSendPo = flag("should_send_po");
    out.approvalStatus = text("approval_status");
    out.poStatus = text("po_status");
    out.sendMethod = text("send_method");
    out.supplierError = text("supplier_error");
    return out;
}

} // namespace

FlowOutcome outcomeOfMade(PurchaseOrder order)
{
    FlowOutcome outcome;
    outcome.isReplayed = true;
    outcome.facts.product.productId = order.productId;
    outcome.facts.product.name = order.productName;
    const QJsonObject made = QJsonDocument::fromJson(order.decisionJson.toUtf8()).object();
    Decision& decision = outcome.explained.decision;
    decision.productId = order.productId;
    decision.outputs = outputsFrom(made.value(QStringLiteral("calculation")).toObject());
    decision.word = order.approvalsRequired > 0 ? Word::NeedsApproval : Word::ToOrder;
    decision.decidedAt = order.createdAt;
    decision.basis.ruleSetVersion = order.ruleSetVersion.value_or(0);
    decision.basis.supplierId = order.supplierId;
    decision.basis.unitPrice = order.unitPrice;
    for (const QJsonValue& rule : made.value(QStringLiteral("rules")).toArray())
        decision.firedRules << rule[QStringLiteral("rule")].toString();
    outcome.message = orderInWords(order);
    outcome.order = std::move(order);
    return outcome;
}

} // namespace purchasing
