#include "core/flow/flow_json.h"

#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "core/flow/purchasing_flow.h"

#include <QJsonArray>

#include <cmath>

namespace purchasing {
namespace {

/// Whole numbers as integers, so that large ones keep their digits.
QJsonValue number(Quantity amount)
{
    return amount.isWhole() ? QJsonValue(static_cast<qint64>(amount.units())) : QJsonValue(amount.toDouble());
}

QJsonValue number(Money amount)
{
    return amount.minor % Money::kScale == 0 ? QJsonValue(static_cast<qint64>(amount.minor / Money::kScale))
                                             : QJsonValue(amount.toDouble());
}

QJsonValue number(UnitPrice price)
{
    return price.tenThousandths % UnitPrice::kScale == 0
        ? QJsonValue(static_cast<qint64>(price.tenThousandths / UnitPrice::kScale))
        : QJsonValue(price.toDouble());
}

QJsonValue time(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

/// Stable English words for programs; people get wordText().
QString wordCode(Word word)
{
    switch (word) {
    case Word::Blocked: return QStringLiteral("Blocked");
    case Word::NeedsApproval: return QStringLiteral("Needs approval");
    case Word::ToOrder: return QStringLiteral("To order");
    case Word::Covered: return QStringLiteral("Covered");
    case Word::Enough: return QStringLiteral("Enough");
    }
    return {};
}

/// The override that was decided with, and what has changed since it was set; null where there is none.
QJsonValue overrideJson(const ProductFacts& facts)
{
    if (!facts.overridden)
        return QJsonValue::Null;
    const Override& overridden = *facts.overridden;
    return QJsonObject{{QStringLiteral("qty"), static_cast<qint64>(overridden.qty)},
                       {QStringLiteral("supplier_id"), overridden.supplierId},
                       {QStringLiteral("reason"), overridden.reason},
                       {QStringLiteral("by"), overridden.byName},
                       {QStringLiteral("stale"), QJsonArray::fromStringList(changesSinceOverride(facts))}};
}

} // namespace

QJsonObject calculationJson(const DecisionOutputs& outputs)
{
    return {{QStringLiteral("shortage"), number(outputs.shortage)},
            {QStringLiteral("order_qty"), number(outputs.orderQty)},
            {QStringLiteral("total_amount"), number(outputs.totalAmount)},
            {QStringLiteral("discount_amount"), number(outputs.discountAmount)},
            {QStringLiteral("final_amount"), number(outputs.finalAmount)},
            {QStringLiteral("tax_amount"), number(outputs.taxAmount)},
            {QStringLiteral("grand_total"), number(outputs.grandTotal)},
            {QStringLiteral("need_reorder"), outputs.needReorder},
            {QStringLiteral("requires_approval"), outputs.requiresApproval},
            {QStringLiteral("should_create_po"), outputs.shouldCreatePo},
            {QStringLiteral("should_send_po"), outputs.shouldSendPo},
            {QStringLiteral("approval_status"), outputs.approvalStatus},
            {QStringLiteral("po_status"), outputs.poStatus},
            {QStringLiteral("send_method"), outputs.sendMethod},
            {QStringLiteral("supplier_error"), outputs.supplierError}};
}

QJsonObject orderJson(const PurchaseOrder& order)
{
    return {{QStringLiteral("po_id"), order.poId},
            {QStringLiteral("po_number"), order.number},
            {QStringLiteral("product_id"), order.productId},
            {QStringLiteral("supplier_id"), order.supplierId},
            {QStringLiteral("qty"), static_cast<qint64>(order.qty)},
            {QStringLiteral("unit_price"), number(order.unitPrice)},
            {QStringLiteral("total_amount"), number(order.total)},
            {QStringLiteral("status"), wireWord(order.state)},
            {QStringLiteral("created_at"), time(order.createdAt)},
            {QStringLiteral("sent_at"), time(order.sentAt)}};
}

QJsonObject flowJson(const FlowOutcome& outcome)
{
    return {{QStringLiteral("success"), true},
            {QStringLiteral("override"), overrideJson(outcome.facts)},
            {QStringLiteral("po"),
             outcome.order ? QJsonValue(orderJson(*outcome.order)) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("calculation"), calculationJson(outcome.explained.decision.outputs)},
            {QStringLiteral("message"), outcome.message}};
}

QJsonObject planJson(const Decision& decision)
{
    return {{QStringLiteral("product_id"), decision.productId},
            {QStringLiteral("word"), wordCode(decision.word)},
            {QStringLiteral("calculation"), calculationJson(decision.outputs)},
            {QStringLiteral("problem"), problemText(decision)}};
}

} // namespace purchasing
