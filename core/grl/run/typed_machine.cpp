#include "core/grl/run/typed_machine.h"

namespace purchasing::grl {
namespace {

using Kind = Operand::Kind;

bool fitsType(FactType type, const Operand& operand)
{
    switch (operand.kind) {
    case Kind::Null: return true;
    case Kind::Bool: return type == FactType::Bool;
    case Kind::Number: return isNumeric(type);
    case Kind::Text: return type == FactType::Text;
    }
    return false;
}

std::optional<Operand> numberForFact(const Value& value, int scale)
{
    std::optional<Decimal> number;
    switch (value.kind()) {
    case Value::Kind::Decimal: number = value.asDecimal(); break;
    case Value::Kind::Integer: number = Decimal(value.asInteger()); break;
    case Value::Kind::Double: number = Decimal::fromDouble(value.asDouble()); break;
    default: return std::nullopt;
    }
    const auto stored = number ? number->storedAt(scale) : std::nullopt;
    return stored ? std::optional(Operand::number(Decimal::fromParts(*stored, scale))) : std::nullopt;
}

} // namespace

TypedMachine::TypedMachine(const Code& code, const Schema& schema)
    : m_code(code)
    , m_schema(schema)
    , m_slots(schema.size())
    , m_changed(schema.size())
{
    for (const FactDeclaration& fact : schema.facts())
        m_scales.push_back(static_cast<std::uint8_t>(scaleOf(fact.type)));
}

std::optional<std::string> TypedMachine::load(const FactRow& row)
{
    if (row.size() != m_slots.size())
        return "The facts do not belong to the schema of the rules.";
    releaseTexts(0, 0);
    m_missing.clear();
    m_statement = nullptr;
    for (std::size_t fact = 0; fact < m_slots.size(); ++fact) {
        const Value& value = row.at(fact);
        m_changed[fact] = 0;
        const FactDeclaration& declaration = m_schema.at(fact);
        Operand& slot = m_slots[fact];
        if (value.isNull()) {
            slot = Operand();
        } else if (value.isText() && declaration.type == FactType::Text) {
            slot = Operand::view(value.asText());
        } else if (value.isBool() && declaration.type == FactType::Bool) {
            slot = Operand::boolean(value.asBool());
        } else if (value.isNumber() && isNumeric(declaration.type)) {
            // Rows that come from here before are at their scale already.
            if (value.kind() == Value::Kind::Decimal && value.asDecimal().scale() == m_scales[fact]
                && value.asDecimal().mantissa() <= Decimal::kMaxStored
                && value.asDecimal().mantissa() >= -Decimal::kMaxStored) {
                slot = Operand::number(value.asDecimal());
                continue;
            }
            const auto number = numberForFact(value, m_scales[fact]);
            if (!number)
                return "The fact " + declaration.name + " is too large or not a number.";
            slot = *number;
            m_changed[fact] = 1; // The row gets the rounded value, the one the rules saw.
        } else {
            return "The fact " + declaration.name + " must be " + std::string(factTypeName(declaration.type))
                + ", but it is " + std::string(value.kindName()) + '.';
        }
    }
    return std::nullopt;
}

void TypedMachine::store(FactRow& row) const
{
    for (std::size_t fact = 0; fact < m_slots.size(); ++fact) {
        if (m_changed[fact] == 0)
            continue;
        const Operand& slot = m_slots[fact];
        if (slot.kind == Kind::Text)
            row.at(fact).assignText(slot.textView());
        else
            row.set(fact, toValue(slot));
    }
}

Value TypedMachine::toValue(const Operand& operand) const
{
    switch (operand.kind) {
    case Kind::Null: return {};
    case Kind::Bool: return Value(operand.isTrue());
    case Kind::Number: return Value(operand.decimal());
    case Kind::Text: return Value(operand.textView());
    }
    return {};
}

void TypedMachine::releaseTexts(std::size_t count, std::size_t bytes)
{
    for (; m_textCount > count; --m_textCount)
        m_texts.pop_back();
    m_textBytes = bytes;
}

Truth TypedMachine::evaluate(std::uint32_t rule)
{
    m_rule = rule;
    m_statement = nullptr;
    return truthOf(m_code.rules[rule].condition);
}

Truth TypedMachine::truthOf(std::uint32_t node)
{
    m_missing.clear();
    m_faultCode = FaultCode::None;
    // Texts made for a condition die with it, so looking again costs nothing of what the run may use.
    const std::size_t texts = m_textCount;
    const std::size_t bytes = m_textBytes;
    Operand scratch;
    const Operand* result = evaluateNode(node, scratch);
    if (result != nullptr && result->kind != Kind::Bool)
        result = fail(result->kind == Kind::Null ? FaultCode::MissingValue : FaultCode::WrongKind, node);
    const Truth truth = result == nullptr ? Truth::Error : result->isTrue() ? Truth::True : Truth::False;
    releaseTexts(texts, bytes);
    return truth;
}

bool TypedMachine::execute(std::uint32_t rule, Agenda& agenda, ActionRecord& record)
{
    m_rule = rule;
    m_missing.clear();
    m_faultCode = FaultCode::None;
    for (const StatementCode& statement : m_code.rules[rule].statements) {
        m_statement = &statement;
        switch (statement.kind) {
        case StatementCode::Kind::AssignFact:
            if (!assign(statement, agenda, record))
                return false;
            break;
        case StatementCode::Kind::Log:
            if (statement.harmless && !record.formatLog)
                break;
            if (!log(statement, record))
                return false;
            break;
        case StatementCode::Kind::Evaluate:
            if (!evaluateValue(statement.value))
                return false;
            break;
        case StatementCode::Kind::RetractRule: agenda.retract(statement.target); break;
        case StatementCode::Kind::Complete: record.complete = true; break;
        default: break; // The compiler makes no other statement in typed mode.
        }
    }
    return true;
}

bool TypedMachine::assign(const StatementCode& statement, Agenda& agenda, ActionRecord& record)
{
    const std::uint32_t fact = statement.target;
    Operand scratch;
    const Operand* value = evaluateNode(statement.value, scratch);
    if (value == nullptr)
        return false;
    Operand combined;
    if (statement.op != AssignOperator::Set) {
        if (m_slots[fact].kind == Kind::Null)
            return failDetail(statement.value, m_schema.at(fact).name + " has no value") != nullptr;
        if (value->kind == Kind::Null)
            return fail(FaultCode::MissingValue, statement.value) != nullptr;
        constexpr Operator kOperators[]{Operator::None, Operator::Add, Operator::Subtract, Operator::Multiply,
                                        Operator::Divide};
        value = arithmetic(statement.value, kOperators[static_cast<std::size_t>(statement.op)], m_slots[fact],
                           *value, combined);
        if (value == nullptr)
            return false;
    }
    if (value->kind == Kind::Null)
        return fail(FaultCode::MissingValue, statement.value) != nullptr;
    Operand result = *value;
    if (!fitsType(m_schema.at(fact).type, result))
        return fail(FaultCode::WrongKind, statement.value) != nullptr;
    if (result.kind == Kind::Number) {
        const auto stored = result.decimal().storedAt(m_scales[fact]);
        if (!stored)
            return fail(FaultCode::Overflow, statement.value) != nullptr;
        result = Operand::number(Decimal::fromParts(*stored, m_scales[fact]));
    }
    Operand& slot = m_slots[fact];
    if (record.trace)
        record.addWrite(m_schema.at(fact).name, toValue(slot), toValue(result), statement.line);
    if (slot == result)
        return true;
    slot = result;
    m_changed[fact] = 1;
    agenda.factChanged(fact);
    return true;
}

bool TypedMachine::log(const StatementCode& statement, ActionRecord& record)
{
    std::string line;
    for (const std::uint32_t argument : statement.arguments) {
        const auto value = evaluateValue(argument);
        if (!value)
            return false;
        if (record.wantsLines())
            line += value->toText();
    }
    if (record.wantsLines())
        record.addLine(std::move(line));
    return true;
}

const Operand* TypedMachine::fail(FaultCode code, std::uint32_t node)
{
    m_faultCode = code;
    m_faultNode = node;
    return nullptr;
}

const Operand* TypedMachine::failDetail(std::uint32_t node, std::string detail)
{
    m_faultDetail = std::move(detail);
    return fail(FaultCode::Detail, node);
}

void TypedMachine::noteMissing(std::uint32_t node)
{
    if (!m_code.nodes[node].quiet && m_code.nodes[node].op == Op::Fact)
        m_missing.push_back({node, m_schema.at(m_code.nodes[node].payload).name});
}

Fault TypedMachine::fault() const
{
    Fault fault;
    fault.range = m_code.nodes[m_faultNode].range;
    const std::string source(m_code.source(m_rule, fault.range));
    switch (m_faultCode) {
    case FaultCode::None: break;
    case FaultCode::MissingValue: fault.message = source + " has no value"; break;
    case FaultCode::WrongKind: fault.message = source + " has the wrong kind of value"; break;
    case FaultCode::DivisionByZero: fault.message = "division by zero in " + source; break;
    case FaultCode::Overflow: fault.message = source + " becomes too large"; break;
    case FaultCode::Detail: fault.message = m_faultDetail; break;
    case FaultCode::TextLimit:
        fault.kind = RunError::Kind::Limit;
        fault.message =
            "the texts of the run grew beyond " + std::to_string(kMaxRunTextBytes / 1024 / 1024) + " MiB";
        break;
    }
    return fault;
}

std::vector<std::pair<std::string, Value>> TypedMachine::operandsOf(std::uint32_t index)
{
    std::vector<std::pair<std::string, Value>> operands;
    std::vector<std::uint32_t> open{index};
    while (!open.empty()) {
        const Node& node = m_code.nodes[open.back()];
        open.pop_back();
        if (node.op == Op::Fact) {
            const std::string& name = m_schema.at(node.payload).name;
            bool known = false;
            for (const auto& operand : operands)
                known = known || operand.first == name;
            if (!known)
                operands.emplace_back(name, toValue(m_slots[node.payload]));
        }
        for (std::uint32_t child = node.count; child > 0; --child)
            open.push_back(m_code.child(node, child - 1));
    }
    return operands;
}

bool TypedMachine::keepText(std::string text, std::uint32_t node, Operand& scratch)
{
    m_textBytes += text.size() + sizeof(std::string);
    if (m_textBytes > kMaxRunTextBytes)
        return fail(FaultCode::TextLimit, node) != nullptr;
    ++m_textCount;
    scratch = Operand::view(m_texts.emplace_back(std::move(text)));
    return true;
}

} // namespace purchasing::grl
