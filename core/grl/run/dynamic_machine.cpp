#include "core/grl/run/dynamic_machine.h"

#include "core/grl/functions/value_operators.h"

#include <cmath>

namespace purchasing::grl {
namespace {

constexpr std::size_t kMaxElements = 1'000'000;
constexpr int kMaxDepth = 64;

const Value kNothing;

std::string pathText(const std::string& root, const std::vector<Value>& steps)
{
    std::string text = root;
    for (const Value& step : steps)
        text += step.isText() ? '.' + step.asText() : '[' + step.toText() + ']';
    return text;
}

const Value& part(const Value& whole, const std::vector<Value>& steps, std::size_t from)
{
    const Value* current = &whole;
    for (std::size_t index = from; index < steps.size(); ++index) {
        const Value& step = steps[index];
        if (step.isText()) {
            current = current->member(step.asText());
            if (current == nullptr)
                return kNothing;
            continue;
        }
        if (!current->isArray() || step.kind() != Value::Kind::Integer || step.asInteger() < 0
            || static_cast<std::size_t>(step.asInteger()) >= current->asArray().size())
            return kNothing;
        current = &current->asArray()[static_cast<std::size_t>(step.asInteger())];
    }
    return *current;
}

} // namespace

DynamicMachine::DynamicMachine(const Code& code)
    : m_code(code)
{
}

std::optional<std::string> DynamicMachine::load(const Value& facts)
{
    if (!facts.isObject())
        return "The facts must be an object, but they are " + std::string(facts.kindName()) + '.';
    m_facts = facts;
    m_textBytes = 0;
    m_missing.clear();
    m_statement = nullptr;
    return std::nullopt;
}

Truth DynamicMachine::evaluate(std::uint32_t rule)
{
    m_rule = rule;
    m_statement = nullptr;
    return truthOf(m_code.rules[rule].condition);
}

Truth DynamicMachine::truthOf(std::uint32_t node)
{
    m_missing.clear();
    // Texts made for a condition die with it.
    const std::size_t bytes = m_textBytes;
    const auto result = evaluateBool(node);
    m_textBytes = bytes;
    return !result ? Truth::Error : *result ? Truth::True : Truth::False;
}

bool DynamicMachine::execute(std::uint32_t rule, Agenda& agenda, ActionRecord& record)
{
    m_rule = rule;
    m_missing.clear();
    for (const StatementCode& statement : m_code.rules[rule].statements) {
        m_statement = &statement;
        if (!executeStatement(statement, agenda, record))
            return false;
    }
    return true;
}

bool DynamicMachine::executeStatement(const StatementCode& statement, Agenda& agenda, ActionRecord& record)
{
    switch (statement.kind) {
    case StatementCode::Kind::AssignPath:
    case StatementCode::Kind::SetProperty: return assign(statement, agenda, record);
    case StatementCode::Kind::Evaluate: return evaluateNode(statement.value).has_value();
    case StatementCode::Kind::Log: {
        std::string line;
        for (const std::uint32_t argument : statement.arguments) {
            const auto value = evaluateNode(argument);
            if (!value)
                return false;
            if (!record.wantsLines())
                continue;
            if (measure(*value, kMaxElements, kMaxRunTextBytes, kMaxDepth).tooLarge)
                line += "(too large to show)";
            else
                line += value->toText();
        }
        if (record.wantsLines())
            record.addLine(std::move(line));
        return true;
    }
    case StatementCode::Kind::RetractRule: agenda.retract(statement.target); return true;
    case StatementCode::Kind::RetractFact:
        return retractFact(m_code.names[statement.target], agenda, record, statement.line);
    case StatementCode::Kind::RetractNamed: {
        const auto name = evaluateNode(statement.value);
        if (!name)
            return false;
        if (!name->isText())
            return fail(statement.value, "Retract needs a name, not " + std::string(name->kindName()))
                .has_value();
        retractNamed(name->asText(), agenda, record, statement.line);
        return true;
    }
    case StatementCode::Kind::Complete: record.complete = true; return true;
    case StatementCode::Kind::AssignFact: break; // Only in typed mode.
    }
    return false;
}

std::optional<Value> DynamicMachine::fail(std::uint32_t node, std::string message, RunError::Kind kind)
{
    m_fault.kind = kind;
    m_fault.message = std::move(message);
    m_fault.range = m_code.nodes[node].range;
    return std::nullopt;
}

bool DynamicMachine::charge(const Value& value, std::uint32_t node)
{
    if (value.isText())
        m_textBytes += value.asText().size();
    if (m_textBytes <= kMaxRunTextBytes)
        return true;
    return fail(node,
                "the texts of the run grew beyond " + std::to_string(kMaxRunTextBytes / 1024 / 1024) + " MiB",
                RunError::Kind::Limit)
        .has_value();
}

std::optional<std::vector<Value>> DynamicMachine::resolvePath(const StatementCode& statement)
{
    std::vector<Value> steps;
    for (const PathStep& step : statement.path) {
        if (step.expression == kNoIndex) {
            steps.emplace_back(step.name);
            continue;
        }
        auto key = evaluateNode(step.expression);
        if (!key)
            return std::nullopt;
        if (key->isNumber()) {
            const auto number = toDecimal(*key);
            const auto whole = number ? number->toInteger() : std::nullopt;
            if (!whole || *whole < 0) {
                (void)fail(step.expression, "an index must be a whole number from 0");
                return std::nullopt;
            }
            key = Value(*whole);
        } else if (!key->isText()) {
            (void)fail(step.expression, "an index must be a number or a text");
            return std::nullopt;
        }
        steps.push_back(std::move(*key));
    }
    return steps;
}

const Value* DynamicMachine::find(const std::string& root, const std::vector<Step>& steps) const
{
    const Value* found = m_facts.member(root);
    return found == nullptr ? &kNothing : &part(*found, steps, 0);
}

bool DynamicMachine::assign(const StatementCode& statement, Agenda& agenda, ActionRecord& record)
{
    auto value = evaluateNode(statement.value);
    if (!value)
        return false;
    auto steps = resolvePath(statement);
    if (!steps)
        return false;
    const std::string& root = m_code.names[statement.target];
    if (statement.kind == StatementCode::Kind::SetProperty) {
        // An existing X comes first, then x; else X is created.
        const std::string property = steps->back().asText();
        std::string lower = property;
        lower[0] = toLowerAscii(lower.substr(0, 1))[0];
        const Value* parent = find(root, std::vector<Step>(steps->begin(), steps->end() - 1));
        if (parent->member(property) == nullptr && parent->member(lower) != nullptr)
            steps->back() = Value(lower);
    }
    const Value before = *find(root, *steps);
    if (statement.op != AssignOperator::Set) {
        value = combine(statement, before, std::move(*value));
        if (!value || !charge(*value, statement.value))
            return false;
    }
    if (value->kind() == Value::Kind::Double && !std::isfinite(value->asDouble()))
        return fail(statement.value, "the result is not a finite number").has_value();
    const int room = kMaxDepth - static_cast<int>(steps->size());
    if (measure(*value, kMaxElements, kMaxRunTextBytes, room).tooLarge)
        return fail(statement.value, "the value is too large or nested too deeply", RunError::Kind::Limit)
            .has_value();
    if (!write(statement, *steps, *value))
        return false;
    if (record.trace)
        record.addWrite(pathText(root, *steps), before, *value, statement.line);
    if (!(before == *value))
        notify(root, *steps, before, *value, agenda);
    return true;
}

std::optional<Value> DynamicMachine::combine(const StatementCode& statement, const Value& current,
                                             Value right)
{
    std::string error;
    if (statement.op == AssignOperator::Add) {
        if (current.isArray()) {
            Value result = current;
            result.editArray().push_back(std::move(right));
            return result;
        }
        if (current.isNull()) {
            if (right.isNumber())
                return fail(statement.value, "a number cannot be added to something missing");
            return Value(Value::Array{std::move(right)});
        }
        if (!current.isText() && !(current.isNumber() && right.isNumber()))
            return fail(statement.value,
                        "cannot add " + std::string(right.kindName()) + " to "
                            + std::string(current.kindName()));
    } else if (!current.isNumber()) {
        return fail(statement.value, "cannot calculate with " + std::string(current.kindName()));
    }
    constexpr Operator kOperators[]{Operator::None, Operator::Add, Operator::Subtract, Operator::Multiply,
                                    Operator::Divide};
    auto result = applyOperator(kOperators[static_cast<std::size_t>(statement.op)], current, right, error);
    return result ? std::move(result) : fail(statement.value, std::move(error));
}

bool DynamicMachine::write(const StatementCode& statement, const std::vector<Step>& steps, Value value)
{
    Value* current = &m_facts.editObject()[m_code.names[statement.target]];
    for (const Step& step : steps) {
        if (step.isText()) {
            if (current->isNull())
                *current = Value(Value::Object{});
            if (!current->isObject())
                return fail(statement.value,
                            std::string(current->kindName()) + " has no member \"" + step.asText() + '"')
                    .has_value();
            current = &current->editObject()[step.asText()];
            continue;
        }
        const auto index = static_cast<std::size_t>(step.asInteger());
        if (!current->isArray() || index >= current->asArray().size())
            return fail(statement.value, "there is no element " + step.toText()).has_value();
        current = &current->editArray()[index];
    }
    *current = std::move(value);
    return true;
}

bool DynamicMachine::retractFact(const std::string& name, Agenda& agenda, ActionRecord& record, int line)
{
    const Value* found = m_facts.member(name);
    if (found == nullptr)
        return true;
    const Value before = *found;
    m_facts.editObject().erase(name);
    if (record.trace)
        record.addWrite(name, before, Value(), line);
    notify(name, {}, before, Value(), agenda);
    return true;
}

void DynamicMachine::retractNamed(const std::string& name, Agenda& agenda, ActionRecord& record, int line)
{
    for (std::uint32_t rule = 0; rule < m_code.ruleNames.size(); ++rule) {
        if (m_code.ruleNames[rule] == name) {
            agenda.retract(rule);
            return;
        }
    }
    (void)retractFact(name, agenda, record, line);
}

void DynamicMachine::notify(const std::string& root, const std::vector<Step>& steps, const Value& before,
                            const Value& after, Agenda& agenda) const
{
    for (std::size_t place = 0; place < m_code.order.size(); ++place) {
        for (const ReadPath& read : m_code.rules[m_code.order[place]].readPaths) {
            if (read.root != root)
                continue;
            const std::size_t common = std::min(read.steps.size(), steps.size());
            bool touches = true;
            for (std::size_t step = 0; step < common && touches; ++step)
                touches = read.steps[step] == steps[step];
            // A read inside of what was written only counts when that part is another one now.
            if (touches && read.steps.size() > steps.size())
                touches = !(part(before, read.steps, steps.size()) == part(after, read.steps, steps.size()));
            if (touches) {
                agenda.invalidate(place);
                break;
            }
        }
    }
}

bool DynamicMachine::isPath(const Node& node) const
{
    return node.op == Op::Root || node.op == Op::Member || node.op == Op::Index || node.op == Op::Property;
}

std::vector<std::pair<std::string, Value>> DynamicMachine::operandsOf(std::uint32_t index)
{
    std::vector<std::pair<std::string, Value>> operands;
    std::vector<std::uint32_t> open{index};
    while (!open.empty()) {
        const std::uint32_t current = open.back();
        open.pop_back();
        const Node& node = m_code.nodes[current];
        if (isPath(node)) {
            const std::string name(m_code.source(m_rule, node.range));
            bool known = false;
            for (const auto& operand : operands)
                known = known || operand.first == name;
            if (!known)
                operands.emplace_back(name, evaluateNode(current).value_or(Value()));
            continue;
        }
        for (std::uint32_t child = node.count; child > 0; --child)
            open.push_back(m_code.child(node, child - 1));
    }
    return operands;
}

} // namespace purchasing::grl
