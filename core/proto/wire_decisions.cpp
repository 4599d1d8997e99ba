#include "core/proto/wire_facts.h"
#include "core/proto/wire_values.h"

namespace purchasing::wire {
namespace {

std::string isoDate(const std::optional<QDate>& day)
{
    return day ? day->toString(Qt::ISODate).toStdString() : std::string();
}

std::optional<QDate> dateOf(const std::string& iso)
{
    const QDate day = QDate::fromString(text(iso), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QStringList textsOf(const google::protobuf::RepeatedPtrField<std::string>& messages)
{
    QStringList texts;
    for (const std::string& message : messages)
        texts << text(message);
    return texts;
}

template <typename Add> void putTexts(const QStringList& texts, Add add)
{
    for (const QString& line : texts)
        add(line.toStdString());
}

} // namespace

DecisionBasis toWire(const purchasing::DecisionBasis& basis)
{
    DecisionBasis message;
    message.set_rule_set_version(basis.ruleSetVersion);
    message.set_orders_version(basis.ordersVersion);
    message.set_supplier_id(basis.supplierId.toStdString());
    message.set_unit_price_e4(basis.unitPrice.tenThousandths);
    if (basis.supplierActive)
        message.set_supplier_active(*basis.supplierActive);
    message.set_override_version(basis.overrideVersion);
    return message;
}

purchasing::DecisionBasis fromWire(const DecisionBasis& message)
{
    purchasing::DecisionBasis basis;
    basis.ruleSetVersion = message.rule_set_version();
    basis.ordersVersion = message.orders_version();
    basis.supplierId = text(message.supplier_id());
    basis.unitPrice = amountOf<UnitPrice>(message.unit_price_e4(), "basis.unit_price");
    if (message.has_supplier_active())
        basis.supplierActive = message.supplier_active();
    basis.overrideVersion = message.override_version();
    return basis;
}

DecisionOutputs toWire(const purchasing::DecisionOutputs& outputs)
{
    DecisionOutputs message;
    message.set_shortage_e4(outputs.shortage.tenThousandths);
    message.set_order_qty_e4(outputs.orderQty.tenThousandths);
    message.set_total_amount_minor(outputs.totalAmount.minor);
    message.set_discount_amount_minor(outputs.discountAmount.minor);
    message.set_final_amount_minor(outputs.finalAmount.minor);
    message.set_tax_amount_minor(outputs.taxAmount.minor);
    message.set_grand_total_minor(outputs.grandTotal.minor);
    message.set_need_reorder(outputs.needReorder);
    message.set_requires_approval(outputs.requiresApproval);
    message.set_should_create_po(outputs.shouldCreatePo);
    message.set_should_send_po(outputs.shouldSendPo);
    message.set_approval_status(outputs.approvalStatus.toStdString());
    message.set_po_status(outputs.poStatus.toStdString());
    message.set_send_method(outputs.sendMethod.toStdString());
    message.set_supplier_error(outputs.supplierError.toStdString());
    return message;
}

purchasing::DecisionOutputs fromWire(const DecisionOutputs& message)
{
    purchasing::DecisionOutputs outputs;
    outputs.shortage = amountOf<Quantity>(message.shortage_e4(), "shortage");
    outputs.orderQty = amountOf<Quantity>(message.order_qty_e4(), "order_qty");
    outputs.totalAmount = amountOf<Money>(message.total_amount_minor(), "total_amount");
    outputs.discountAmount = amountOf<Money>(message.discount_amount_minor(), "discount_amount");
    outputs.finalAmount = amountOf<Money>(message.final_amount_minor(), "final_amount");
    outputs.taxAmount = amountOf<Money>(message.tax_amount_minor(), "tax_amount");
    outputs.grandTotal = amountOf<Money>(message.grand_total_minor(), "grand_total");
    outputs.needReorder = message.need_reorder();
    outputs.requiresApproval = message.requires_approval();
    outputs.shouldCreatePo = message.should_create_po();
    outputs.shouldSendPo = message.should_send_po();
    outputs.approvalStatus = text(message.approval_status());
    outputs.poStatus = text(message.po_status());
    outputs.sendMethod = text(message.send_method());
    outputs.supplierError = text(message.supplier_error());
    return outputs;
}

Decision toWire(const purchasing::Decision& decision)
{
    Decision message;
    message.set_product_id(decision.productId.toStdString());
    message.set_word(static_cast<Word>(decision.word));
    *message.mutable_outputs() = toWire(decision.outputs);
    putAmount(decision.requiredQty, [&](auto value) { message.set_required_qty_e4(value); });
    putAmount(decision.availableQty, [&](auto value) { message.set_available_qty_e4(value); });
    putAmount(decision.onOrderQty, [&](auto value) { message.set_on_order_qty_e4(value); });
    for (const purchasing::Problem& problem : decision.problems)
        *message.add_problems() = toWire(problem);
    putTexts(decision.firedRules, [&](auto rule) { message.add_fired_rules(std::move(rule)); });
    putTexts(decision.log, [&](auto line) { message.add_log(std::move(line)); });
    message.set_stock_out(isoDate(decision.stockOut));
    message.set_order_by(isoDate(decision.orderBy));
    *message.mutable_basis() = toWire(decision.basis);
    message.set_decided_at_us(microseconds(decision.decidedAt));
    if (decision.aboveCeiling)
        message.set_above_ceiling_minor(decision.aboveCeiling->minor);
    message.set_rules_need_approval(decision.rulesNeedApproval);
    return message;
}

purchasing::Decision fromWire(const Decision& message)
{
    purchasing::Decision decision;
    decision.productId = text(message.product_id());
    if (!Word_IsValid(message.word()))
        throw OutOfRange{QStringLiteral("word")};
    decision.word = static_cast<purchasing::Word>(message.word());
    decision.outputs = fromWire(message.outputs());
    if (message.has_required_qty_e4())
        decision.requiredQty = amountOf<Quantity>(message.required_qty_e4(), "required_qty");
    if (message.has_available_qty_e4())
        decision.availableQty = amountOf<Quantity>(message.available_qty_e4(), "available_qty");
    if (message.has_on_order_qty_e4())
        decision.onOrderQty = amountOf<Quantity>(message.on_order_qty_e4(), "on_order_qty");
    decision.problems = valuesOf<Problem, purchasing::Problem>(
        message.problems(), [](const Problem& problem) { return fromWire(problem); });
    decision.firedRules = textsOf(message.fired_rules());
    decision.log = textsOf(message.log());
    decision.stockOut = dateOf(message.stock_out());
    decision.orderBy = dateOf(message.order_by());
    decision.basis = fromWire(message.basis());
    decision.decidedAt = timeOf(message.decided_at_us());
    if (message.has_above_ceiling_minor())
        decision.aboveCeiling = amountOf<Money>(message.above_ceiling_minor(), "above_ceiling");
    decision.rulesNeedApproval = message.rules_need_approval();
    return decision;
}

ExplainedDecision toWire(const purchasing::ExplainedDecision& explained)
{
    ExplainedDecision message;
    *message.mutable_decision() = toWire(explained.decision);
    for (const purchasing::RuleFinding& rule : explained.rules) {
        RuleFinding& finding = *message.add_rules();
        finding.set_rule(rule.rule.toStdString());
        finding.set_pack(rule.pack.toStdString());
        finding.set_salience(rule.salience);
        finding.set_line(rule.line);
        finding.set_outcome(static_cast<RuleFinding::Outcome>(rule.outcome));
        finding.set_cycle(rule.cycle);
        finding.set_sentence(rule.sentence.toStdString());
        for (const purchasing::ConditionFinding& part : rule.conditions) {
            ConditionFinding& condition = *finding.add_conditions();
            condition.set_text(part.text.toStdString());
            condition.set_values(part.values.toStdString());
            condition.set_truth(static_cast<ConditionFinding::Truth>(part.truth));
            condition.set_decisive(part.decisive);
        }
        putTexts(rule.writes, [&](auto line) { finding.add_writes(std::move(line)); });
        putTexts(rule.log, [&](auto line) { finding.add_log(std::move(line)); });
    }
    message.set_facts_json(explained.factsJson.toStdString());
    return message;
}

purchasing::ExplainedDecision fromWire(const ExplainedDecision& message)
{
    purchasing::ExplainedDecision explained;
    explained.decision = fromWire(message.decision());
    for (const RuleFinding& finding : message.rules()) {
        purchasing::RuleFinding rule;
        rule.rule = text(finding.rule());
        rule.pack = text(finding.pack());
        rule.salience = finding.salience();
        rule.line = finding.line();
        if (!RuleFinding::Outcome_IsValid(finding.outcome()))
            throw OutOfRange{QStringLiteral("outcome")};
        rule.outcome = static_cast<purchasing::RuleFinding::Outcome>(finding.outcome());
        rule.cycle = finding.cycle();
        rule.sentence = text(finding.sentence());
        for (const ConditionFinding& condition : finding.conditions()) {
            if (!ConditionFinding::Truth_IsValid(condition.truth()))
                throw OutOfRange{QStringLiteral("truth")};
            rule.conditions.push_back({text(condition.text()), text(condition.values()),
                                       static_cast<purchasing::ConditionFinding::Truth>(condition.truth()),
                                       condition.decisive()});
        }
        rule.writes = textsOf(finding.writes());
        rule.log = textsOf(finding.log());
        explained.rules.push_back(std::move(rule));
    }
    explained.factsJson = text(message.facts_json());
    return explained;
}

} // namespace purchasing::wire
