#include "core/flow/rule_engine.h"

#include "core/domain/fact_schema.h"
#include "core/flow/product_problems.h"
#include "core/flow/projected_stock.h"
#include "core/flow/rule_words.h"
#include "core/grl/run/interpreter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>

namespace purchasing {
namespace {

struct RuleEngineWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::RuleEngine)
};

using grl::Decimal;
using grl::FactRow;
using grl::Value;

/// Every decision about a product runs so, whoever asks: a rule that fails, fails the product, and an endless
/// one ends at the same place everywhere.
grl::RunOptions decisionOptions(const std::atomic_bool* cancelled = nullptr)
{
    grl::RunOptions options;
    options.strict = true;
    options.cancelled = cancelled;
    return options;
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void set(FactRow& row, Fact fact, const QString& value)
{
    if (!value.isNull())
        row.set(indexOf(fact), Value(value.toStdString()));
}

void set(FactRow& row, Fact fact, const std::optional<Quantity>& value)
{
    if (value)
        row.set(indexOf(fact), Value(Decimal::fromParts(value->tenThousandths, 4)));
}

void set(FactRow& row, Fact fact, const std::optional<UnitPrice>& value)
{
    if (value)
        row.set(indexOf(fact), Value(Decimal::fromParts(value->tenThousandths, 4)));
}

FactRow rowOf(const ProductFacts& facts)
{
    FactRow row(purchasingSchema());
    set(row, Fact::ProductId, facts.product.productId);
    if (facts.demand) {
        set(row, Fact::AvgDailyDemand, facts.demand->avgDailyDemand);
        if (!facts.demand->trend.isEmpty())
            set(row, Fact::Trend, facts.demand->trend);
    }
    if (facts.warehouses && !facts.warehouses->empty())
        set(row, Fact::WarehouseId, facts.warehouses->front().warehouseId);
    set(row, Fact::CurrentQty, facts.currentQty());
    set(row, Fact::ReservedQty, facts.reservedQty());
    set(row, Fact::AvailableQty, facts.availableQty());
    set(row, Fact::OnOrderQty, facts.onOrderQty());
    if (const SupplierOffer* supplier = facts.supplier()) {
        set(row, Fact::SupplierId, supplier->supplierId);
        set(row, Fact::Moq, supplier->moq);
        set(row, Fact::OrderMultiple, supplier->orderMultiple);
        if (supplier->leadTimeDays)
            row.set(indexOf(Fact::LeadTimeDays), Value(Decimal(*supplier->leadTimeDays)));
        set(row, Fact::UnitPrice, supplier->unitPrice);
        if (supplier->isActive)
            row.set(indexOf(Fact::IsActive), Value(*supplier->isActive));
    }
    if (facts.units && !facts.units->empty()) {
        const UnitConversion& unit = facts.units->front();
        set(row, Fact::FromUom, unit.fromUom);
        set(row, Fact::ToUom, unit.toUom);
        set(row, Fact::ConversionFactor, unit.factor);
    }
    set(row, Fact::RequiredQty, facts.requiredQty());
    // Never missing: that nobody overrides is known, and must not block.
    row.set(indexOf(Fact::OverrideQty), Value(Decimal(facts.overridden ? facts.overridden->qty : 0)));
    return row;
}

std::int64_t stored(const FactRow& row, Fact fact, int scale)
{
    const Value& value = row.at(indexOf(fact));
    if (value.kind() == Value::Kind::Decimal)
        return value.asDecimal().storedAt(scale).value_or(0);
    if (value.kind() == Value::Kind::Integer)
        return Decimal(value.asInteger()).storedAt(scale).value_or(0);
    return 0;
}

Quantity quantity(const FactRow& row, Fact fact)
{
    return {stored(row, fact, 4)};
}

Money money(const FactRow& row, Fact fact)
{
    return {stored(row, fact, 2)};
}

bool flag(const FactRow& row, Fact fact)
{
    const Value& value = row.at(indexOf(fact));
    return value.isBool() && value.asBool();
}

QString words(const FactRow& row, Fact fact)
{
    const Value& value = row.at(indexOf(fact));
    return value.isText() ? text(value.asText()) : QString();
}

DecisionOutputs outputsOf(const FactRow& row)
{
    DecisionOutputs out;
    out.shortage = quantity(row, Fact::Shortage);
    out.orderQty = quantity(row, Fact::OrderQty);
    out.totalAmount = money(row, Fact::TotalAmount);
    out.discountAmount = money(row, Fact::DiscountAmount);
    out.finalAmount = money(row, Fact::FinalAmount);
    out.taxAmount = money(row, Fact::TaxAmount);
    out.grandTotal = money(row, Fact::GrandTotal);
    out.needReorder = flag(row, Fact::NeedReorder);
    out.requiresApproval = flag(row, Fact::RequiresApproval);
    out.shouldCreatePo = flag(row, Fact::ShouldCreatePo);
    out.shouldSendPo = flag(row, Fact::ShouldSendPo);
    out.approvalStatus = words(row, Fact::ApprovalStatus);
    out.poStatus = words(row, Fact::PoStatus);
    out.sendMethod = words(row, Fact::SendMethod);
    out.supplierError = words(row, Fact::SupplierError);
    return out;
}

/// One interpreter a thread and program: it keeps its working memory between products.
grl::Interpreter& interpreterFor(const std::shared_ptr<const grl::Program>& program)
{
    thread_local std::shared_ptr<const grl::Program> current;
    thread_local std::optional<grl::Interpreter> interpreter;
    if (current != program) {
        interpreter.emplace(program);
        current = program;
    }
    return *interpreter;
}

/// Everything of a decision but its outputs, word and problems.
Decision frameOf(const ProductFacts& facts, std::int64_t ruleSetVersion, QDate today)
{
    Decision decision;
    decision.productId = facts.product.productId;
    decision.requiredQty = facts.requiredQty();
    decision.availableQty = facts.availableQty();
    decision.onOrderQty = facts.onOrderQty();
    decision.stockOut = stockOutDate(facts, arrivalsOf(facts, today), today);
    decision.basis.ruleSetVersion = ruleSetVersion;
    decision.basis.ordersVersion = facts.ordersVersion;
    decision.basis.overrideVersion = facts.overridden ? facts.overridden->version : 0;
    if (const SupplierOffer* supplier = facts.supplier()) {
        decision.basis.supplierId = supplier->supplierId;
        decision.basis.unitPrice = supplier->unitPrice.value_or(UnitPrice{});
        decision.basis.supplierActive = supplier->isActive;
    }
    if (const auto leadTime = facts.usableLeadTimeDays(); decision.stockOut && leadTime)
        decision.orderBy = decision.stockOut->addDays(-*leadTime);
    return decision;
}

/// Approval above the installation's ceiling, beside what the rules say.
void applyCeiling(Decision& decision, const std::optional<Money>& ceiling)
{
    DecisionOutputs& out = decision.outputs;
    decision.rulesNeedApproval = out.requiresApproval;
    if (!ceiling || out.totalAmount <= *ceiling || !out.shouldCreatePo)
        return;
    decision.aboveCeiling = ceiling;
    out.requiresApproval = true;
    out.approvalStatus = QStringLiteral("pending");
    out.poStatus = QStringLiteral("pending_approval");
    out.shouldSendPo = false;
    out.sendMethod.clear();
}

/// Short without its open orders: asks the rules once more as if nothing were on order. A rule that fails on
/// what is only supposed does not count.
bool isShortWithoutOrders(FactRow row, const std::shared_ptr<const grl::Program>& program,
                          const std::atomic_bool* cancelled)
{
    row.resetResults();
    row.set(indexOf(Fact::OnOrderQty), Value(Decimal(0)));
    (void)interpreterFor(program).decide(row, decisionOptions(cancelled));
    return flag(row, Fact::NeedReorder);
}

void giveWord(Decision& decision, const ProductFacts& facts, const FactRow& given,
              const std::optional<grl::RunError>& failure, const std::shared_ptr<const grl::Program>& program,
              const std::atomic_bool* cancelled = nullptr)
{
    decision.problems = problemsOf(facts, *program);
    const bool isBroken = failure && !failure->isMissingFact;
    if (!isBroken) { // What a broken run left behind contradicts itself as it likes.
        for (Problem& problem : problemsOf(decision.outputs, facts)) {
            if (std::find(decision.problems.begin(), decision.problems.end(), problem)
                == decision.problems.end())
                decision.problems.push_back(std::move(problem));
        }
    }
    // Where a fact is missing and named already, that is what a planner can mend, not the rule that needs it.
    if (isBroken || (failure && decision.problems.empty())) {
        QString cause = text(failure->message);
        if (cause.endsWith(QLatin1Char('.')))
            cause.chop(1); // It becomes a part of a sentence.
        decision.problems.push_back({kRulesFailed, QStringLiteral("the rules failed: %1").arg(cause)});
    }

    const DecisionOutputs& out = decision.outputs;
    if (!decision.problems.empty())
        decision.word = Word::Blocked;
    else if (out.shouldCreatePo)
        decision.word =
            out.poStatus == QLatin1String("pending_approval") ? Word::NeedsApproval : Word::ToOrder;
    else if (out.needReorder) {
        // The rules see a need and neither order nor name a reason: that must not pass as "enough".
        decision.problems.push_back(
            {QStringLiteral("undecided"), QStringLiteral("the rules see a need but create no order")});
        decision.word = Word::Blocked;
    } else if (decision.onOrderQty.value_or(Quantity{}) > Quantity{}
               && isShortWithoutOrders(given, program, cancelled))
        decision.word = Word::Covered;
    else
        decision.word = Word::Enough;
}

QString valueText(const Value& value)
{
    if (value.isText())
        return QStringLiteral("\"%1\"").arg(text(value.asText()));
    return text(value.toText());
}

RuleFinding findingOf(const grl::RuleExplanation& explanation, const grl::Trace& trace,
                      const grl::RuleInfo& info)
{
    RuleFinding finding;
    finding.rule = text(info.name);
    finding.description = text(info.description);
    finding.pack = text(info.pack);
    finding.salience = info.salience;
    finding.line = info.line;
    switch (explanation.outcome) {
    case grl::RuleOutcome::Fired: finding.outcome = RuleFinding::Outcome::Fired; break;
    case grl::RuleOutcome::MatchedNotChosen: finding.outcome = RuleFinding::Outcome::MatchedNotChosen; break;
    case grl::RuleOutcome::NotMatched: finding.outcome = RuleFinding::Outcome::NotMatched; break;
    case grl::RuleOutcome::Error: finding.outcome = RuleFinding::Outcome::Failed; break;
    }
    finding.cycle = explanation.firedInCycles.empty() ? 0 : explanation.firedInCycles.front();
    finding.sentence = text(grl::explainInOneLine(explanation));
    for (const grl::ConditionPart& part : explanation.condition) {
        ConditionFinding condition;
        condition.text = QString(part.depth * 2, QLatin1Char(' ')) + text(part.source).simplified();
        condition.values = part.error.empty() ? text(grl::operandsText(part)) : text(part.error);
        switch (part.truth) {
        case grl::Truth::True: condition.truth = ConditionFinding::Truth::True; break;
        case grl::Truth::False: condition.truth = ConditionFinding::Truth::False; break;
        case grl::Truth::NotEvaluated: condition.truth = ConditionFinding::Truth::NotEvaluated; break;
        case grl::Truth::Error: condition.truth = ConditionFinding::Truth::Failed; break;
        }
        condition.decisive = part.decisive;
        finding.conditions.push_back(std::move(condition));
    }
    for (const grl::TraceCycle& cycle : trace.cycles) {
        if (cycle.fired != explanation.rule)
            continue;
        for (const grl::TraceWrite& write : cycle.writes)
            finding.writes << QStringLiteral("%1: %2 → %3")
                                  .arg(text(write.path), valueText(write.before), valueText(write.after));
    }
    for (const std::string& line : explanation.log)
        finding.log << text(line);
    return finding;
}

/// Everything the rules know of a product, names ascending.
QString factsJsonOf(const FactRow& row)
{
    QJsonObject object;
    const grl::Schema& schema = purchasingSchema();
    for (std::size_t fact = 0; fact < row.size(); ++fact) {
        const Value& value = row.at(fact);
        const QString name = text(schema.at(fact).name);
        if (value.isBool())
            object.insert(name, value.asBool());
        else if (!value.isNull()) // Numbers as text: JSON readers would turn them into doubles.
            object.insert(name, text(value.toText()));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

RuleEngine::RuleEngine(std::shared_ptr<const grl::Program> program, std::int64_t version)
    : m_program(std::move(program))
    , m_version(version)
{
}

Result<std::shared_ptr<const RuleEngine>> RuleEngine::compile(const RuleSetVersion& ruleSet,
                                                              std::vector<grl::Diagnostic>* diagnostics)
{
    std::vector<grl::Pack> packs;
    for (const RulePack& pack : ruleSet.packs) {
        if (pack.active)
            packs.push_back({pack.name.toStdString(), pack.text.toStdString()});
    }
    grl::Compilation compilation = grl::compile(packs, {&purchasingSchema()});
    if (diagnostics)
        *diagnostics = compilation.diagnostics;
    if (!compilation.program) {
        const auto first =
            std::find_if(compilation.diagnostics.begin(), compilation.diagnostics.end(),
                         [](const grl::Diagnostic& d) { return d.severity == grl::Severity::Error; });
        const QString cause = first == compilation.diagnostics.end() ? RuleEngineWords::tr("unknown cause")
                                                                     : RuleEngineWords::tr("%1, line %2: %3")
                                                                           .arg(text(first->pack))
                                                                           .arg(first->line)
                                                                           .arg(messageInWords(*first));
        return Error{ErrorKind::Invalid, RuleEngineWords::tr("The rules cannot be used: %1").arg(cause), {}};
    }
    return std::shared_ptr<const RuleEngine>(new RuleEngine(std::move(compilation.program), ruleSet.version));
}

std::optional<Error> RuleEngine::check(const std::vector<RulePack>& packs)
{
    RuleSetVersion ruleSet;
    ruleSet.packs = packs;
    const Result<std::shared_ptr<const RuleEngine>> engine = compile(ruleSet);
    return engine ? std::nullopt : std::optional(engine.error());
}

std::shared_ptr<const RuleEngine> RuleEngine::withCeiling(std::optional<Money> ceiling) const
{
    std::shared_ptr<RuleEngine> engine(new RuleEngine(m_program, m_version));
    engine->m_ceiling = ceiling;
    return engine;
}

bool RuleEngine::readsOverrides() const
{
    return m_program->readsFact(indexOf(Fact::OverrideQty));
}

QStringList RuleEngine::ruleNames() const
{
    QStringList names;
    for (const grl::RuleInfo& rule : m_program->rules())
        names << text(rule.name);
    return names;
}

Decision RuleEngine::decide(const ProductFacts& facts, QDate today, const std::atomic_bool* cancelled) const
{
    Decision decision = frameOf(facts, m_version, today);
    const FactRow given = rowOf(facts);
    FactRow row = given;
    grl::Interpreter& interpreter = interpreterFor(m_program);
    std::optional<grl::RunError> failure;
    if (!interpreter.decide(row, decisionOptions(cancelled)))
        failure = interpreter.error();
    decision.outputs = outputsOf(row);
    applyCeiling(decision, m_ceiling);
    giveWord(decision, facts, given, failure, m_program, cancelled);
    return decision;
}

ExplainedDecision RuleEngine::explain(const ProductFacts& facts, QDate today,
                                      std::chrono::milliseconds longest) const
{
    ExplainedDecision explained;
    Decision& decision = explained.decision;
    decision = frameOf(facts, m_version, today);
    const FactRow given = rowOf(facts);
    grl::RunOptions options = decisionOptions();
    options.trace = true;
    options.timeLimit = longest;
    const grl::RunResult result = interpreterFor(m_program).run(given, options);
    const FactRow& made = result.ok() ? result.facts : result.partialFacts;
    decision.outputs = outputsOf(made);
    explained.factsJson = factsJsonOf(made);
    for (const std::size_t rule : result.fired)
        decision.firedRules << text(m_program->rules()[rule].name);
    for (const std::string& line : result.log)
        decision.log << text(line);
    applyCeiling(decision, m_ceiling);
    giveWord(decision, facts, given, result.error, m_program);

    for (const grl::RuleExplanation& explanation : result.trace.rules)
        explained.rules.push_back(findingOf(explanation, result.trace, m_program->rules()[explanation.rule]));
    std::stable_sort(explained.rules.begin(), explained.rules.end(),
                     [](const RuleFinding& a, const RuleFinding& b) { return a.salience > b.salience; });
    return explained;
}

} // namespace purchasing
