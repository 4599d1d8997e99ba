#include "core/proto/wire_orders.h"

#include "core/proto/wire_values.h"

namespace purchasing::wire {
namespace {

std::string rfc3339(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs).toStdString() : std::string();
}

} // namespace

po::PurchaseOrder toWire(const purchasing::PurchaseOrder& order)
{
    po::PurchaseOrder message;
    message.set_po_id(order.poId.toStdString());
    message.set_product_id(order.productId.toStdString());
    message.set_supplier_id(order.supplierId.toStdString());
    message.set_qty(order.qty);
    message.set_unit_price(order.unitPrice.toDouble());
    message.set_total_amount(order.total.toDouble());
    message.set_status(wireWord(order.state).toStdString());
    message.set_created_at(rfc3339(order.createdAt));
    message.set_sent_at(rfc3339(order.sentAt));
    message.set_number(order.number.toStdString());
    message.set_batch_id(order.batchId.toStdString());
    message.set_product_name(order.productName.toStdString());
    message.set_supplier_name(order.supplierName.toStdString());
    message.set_supplier_email(order.supplierEmail.toStdString());
    message.set_uom(order.uom.toStdString());
    message.set_received_qty(order.receivedQty);
    message.set_currency(order.currency.toStdString());
    message.set_unit_price_e4(order.unitPrice.tenThousandths);
    message.set_total_minor(order.total.minor);
    message.set_discount_minor(order.discount.minor);
    message.set_tax_minor(order.tax.minor);
    message.set_to_pay_minor(order.toPay.minor);
    message.set_lead_time_days(order.leadTimeDays);
    if (order.ruleSetVersion)
        message.set_rule_set_version(*order.ruleSetVersion);
    message.set_facts_json(order.factsJson.toStdString());
    message.set_decision_json(order.decisionJson.toStdString());
    message.set_content_format(order.contentFormat);
    message.set_content_hash(order.contentHash.toStdString());
    message.set_approvals_required(order.approvalsRequired);
    message.set_send_intended(order.sendIntended);
    message.set_version(order.version);
    message.set_created_by(order.createdBy.toStdString());
    message.set_created_by_name(order.createdByName.toStdString());
    message.set_created_at_us(microseconds(order.createdAt));
    message.set_updated_at_us(microseconds(order.updatedAt));
    message.set_sent_at_us(microseconds(order.sentAt));
    message.set_received_at_us(microseconds(order.receivedAt));
    message.set_approved_by_name(order.approvedByName.toStdString());
    message.set_decided_at_us(microseconds(order.decidedAt));
    message.set_decision_reason(order.decisionReason.toStdString());
    message.set_closed_short(order.closedShort);
    message.set_last_event(order.lastEvent);
    message.set_unbooked_qty(order.unbookedQty);
    message.set_send_problem(order.sendProblem.toStdString());
    return message;
}

purchasing::PurchaseOrder fromWire(const po::PurchaseOrder& message)
{
    purchasing::PurchaseOrder order;
    order.poId = text(message.po_id());
    order.productId = text(message.product_id());
    order.supplierId = text(message.supplier_id());
    order.qty = amountOf<Quantity>(message.qty(), "qty").tenThousandths;
    const auto state = orderStateFromDatabase(text(message.status()).toUpper());
    if (!state)
        throw OutOfRange{QStringLiteral("status")};
    order.state = *state;
    order.number = text(message.number());
    order.batchId = text(message.batch_id());
    order.productName = text(message.product_name());
    order.supplierName = text(message.supplier_name());
    order.supplierEmail = text(message.supplier_email());
    order.uom = text(message.uom());
    order.receivedQty = message.received_qty();
    order.currency = text(message.currency());
    order.unitPrice = amountOf<UnitPrice>(message.unit_price_e4(), "unit_price");
    order.total = amountOf<Money>(message.total_minor(), "total_amount");
    order.discount = amountOf<Money>(message.discount_minor(), "discount");
    order.tax = amountOf<Money>(message.tax_minor(), "tax");
    order.toPay = amountOf<Money>(message.to_pay_minor(), "to_pay");
    order.leadTimeDays = message.lead_time_days();
    if (message.has_rule_set_version())
        order.ruleSetVersion = message.rule_set_version();
    order.factsJson = text(message.facts_json());
    order.decisionJson = text(message.decision_json());
    order.contentFormat = message.content_format();
    order.contentHash = QByteArray::fromStdString(message.content_hash());
    order.approvalsRequired = message.approvals_required();
    order.sendIntended = message.send_intended();
    order.version = message.version();
    order.createdBy = text(message.created_by());
    order.createdByName = text(message.created_by_name());
    order.createdAt = timeOf(message.created_at_us());
    order.updatedAt = timeOf(message.updated_at_us());
    order.sentAt = timeOf(message.sent_at_us());
    order.receivedAt = timeOf(message.received_at_us());
    order.approvedByName = text(message.approved_by_name());
    order.decidedAt = timeOf(message.decided_at_us());
    order.decisionReason = text(message.decision_reason());
    order.closedShort = message.closed_short();
    order.lastEvent = message.last_event();
    order.unbookedQty = message.unbooked_qty();
    order.sendProblem = text(message.send_problem());
    return order;
}

po::RequestKey toWire(const purchasing::RequestKey& key)
{
    po::RequestKey message;
    message.set_key(key.key.toStdString());
    message.set_method(key.method.toStdString());
    message.set_product_id(key.productId.toStdString());
    message.set_supplier_id(key.supplierId.toStdString());
    message.set_qty(key.qty);
    return message;
}

purchasing::RequestKey fromWire(const po::RequestKey& message)
{
    return {text(message.key()), text(message.method()), text(message.product_id()),
            text(message.supplier_id()), message.qty()};
}

po::HistoryEntry toWire(const purchasing::HistoryEntry& entry)
{
    po::HistoryEntry message;
    message.set_at_us(microseconds(entry.at));
    message.set_actor_name(entry.actorName.toStdString());
    message.set_action(entry.action.toStdString());
    message.set_object_id(entry.objectId.toStdString());
    message.set_text(entry.text.toStdString());
    message.set_login(entry.login.toStdString());
    message.set_trace_id(entry.traceId.toStdString());
    return message;
}

purchasing::HistoryEntry fromWire(const po::HistoryEntry& message)
{
    return {timeOf(message.at_us()),   text(message.actor_name()), text(message.action()),
            text(message.object_id()), text(message.text()),       text(message.login()),
            text(message.trace_id())};
}

} // namespace purchasing::wire
