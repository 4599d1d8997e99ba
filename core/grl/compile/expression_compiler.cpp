#include "core/grl/compile/rule_compiler.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace purchasing::grl {
namespace {

const char* typeName(StaticType type)
{
    switch (type) {
    case StaticType::Unknown: return QT_TRANSLATE_NOOP("Grl", "a value");
    case StaticType::Null: return "null";
    case StaticType::Bool: return QT_TRANSLATE_NOOP("Grl", "true/false");
    case StaticType::Number: return QT_TRANSLATE_NOOP("Grl", "a number");
    case StaticType::Text: return QT_TRANSLATE_NOOP("Grl", "text");
    case StaticType::List: return QT_TRANSLATE_NOOP("Grl", "a list");
    }
    return QT_TRANSLATE_NOOP("Grl", "a value");
}

StaticType typeOfFact(FactType type)
{
    return type == FactType::Bool ? StaticType::Bool
        : type == FactType::Text  ? StaticType::Text
                                  : StaticType::Number;
}

StaticType typeOfLetter(char letter)
{
    switch (letter) {
    case 'n': return StaticType::Number;
    case 't': return StaticType::Text;
    case 'b': return StaticType::Bool;
    case 'l': return StaticType::List;
    default: return StaticType::Unknown;
    }
}

bool isComparison(Operator op)
{
    return op >= Operator::Equal;
}

bool isZeroLiteral(const Expr& expr)
{
    return expr.kind == ExprKind::Literal && expr.literal.isNumber() && expr.literal.toDouble() == 0.0;
}

} // namespace

RuleCompiler::Typed RuleCompiler::emit(Node node, const std::vector<std::uint32_t>& children, StaticType type)
{
    node.first = static_cast<std::uint32_t>(m_code.children.size());
    node.count = static_cast<std::uint32_t>(children.size());
    m_code.children.insert(m_code.children.end(), children.begin(), children.end());
    // Dynamic facts have any kind: everything is checked while running.
    node.type = typed() ? type : StaticType::Unknown;
    m_code.nodes.push_back(node);
    return {static_cast<std::uint32_t>(m_code.nodes.size() - 1), node.type};
}

RuleCompiler::Typed RuleCompiler::poison(const Expr& expr)
{
    Node node;
    node.range = expr.range;
    node.payload = constant(Value());
    return emit(node, {}, StaticType::Unknown);
}

void RuleCompiler::quieten(std::uint32_t node)
{
    m_code.nodes[node].quiet = true;
    const Node& current = m_code.nodes[node];
    if ((current.op == Op::Member || current.op == Op::Index) && current.count > 0)
        quieten(m_code.child(current, 0));
}

RuleCompiler::Typed RuleCompiler::expression(ExprIndex index)
{
    const Expr& expr = at(index);
    switch (expr.kind) {
    case ExprKind::Literal: return literal(expr);
    case ExprKind::Name:
    case ExprKind::Binding: return name(expr);
    case ExprKind::Member:
    case ExprKind::Index: return access(expr);
    case ExprKind::Call:
    case ExprKind::MethodCall: return call(expr);
    case ExprKind::Unary: return unary(expr);
    case ExprKind::Binary: return binary(expr);
    case ExprKind::And:
    case ExprKind::Or: return logical(expr);
    case ExprKind::Test: {
        Node node;
        node.op = Op::Test;
        node.range = expr.range;
        const Typed inner = expression(expr.operands.front());
        return emit(node, {inner.node}, StaticType::Bool);
    }
    case ExprKind::Array: {
        Node node;
        node.op = Op::Array;
        node.range = expr.range;
        std::vector<std::uint32_t> items;
        for (const ExprIndex item : expr.operands)
            items.push_back(expression(item).node);
        return emit(node, items, StaticType::List);
    }
    case ExprKind::Invalid: break;
    }
    return poison(expr);
}

RuleCompiler::Typed RuleCompiler::literal(const Expr& expr)
{
    Node node;
    node.range = expr.range;
    StaticType type = StaticType::Null;
    Value value = expr.literal;
    if (value.isNumber()) {
        type = StaticType::Number;
        if (typed() && !expr.leadingZeroHint.empty()) {
            error("leading-zero", QT_TRANSLATE_NOOP("Grl", "A number must not begin with a zero."),
                  expr.leadingZeroHint, expr.range);
            return poison(expr);
        }
        if (typed() && value.kind() == Value::Kind::Double) {
            if (!expr.exact) {
                error("number-overflow",
                      QT_TRANSLATE_NOOP("Grl", "The number has more digits than a decimal can hold."), {},
                      expr.range);
                return poison(expr);
            }
            value = Value(*expr.exact);
        } else if (typed()) {
            value = Value(Decimal(value.asInteger()));
        }
    } else if (value.isText()) {
        type = StaticType::Text;
    } else if (value.isBool()) {
        type = StaticType::Bool;
    }
    node.payload = constant(std::move(value));
    return emit(node, {}, type);
}

RuleCompiler::Typed RuleCompiler::name(const Expr& expr)
{
    Node node;
    node.range = expr.range;
    if (!typed()) {
        node.op = Op::Root;
        node.payload = internName(expr.name);
        m_roots.insert(expr.name);
        return emit(node, {}, StaticType::Unknown);
    }
    const auto fact = m_schema->indexOf(expr.name);
    if (!fact) {
        std::vector<std::string_view> names;
        for (const FactDeclaration& declaration : m_schema->facts())
            names.emplace_back(declaration.name);
        const std::string guess = closestName(expr.name, names);
        error("unknown-fact", {QT_TRANSLATE_NOOP("Grl", "There is no fact \"%1\"."), {expr.name}},
              guess.empty() ? Phrase() : Phrase{QT_TRANSLATE_NOOP("Grl", "did you mean %1?"), {guess}},
              expr.nameRange);
        return poison(expr);
    }
    node.op = Op::Fact;
    node.payload = static_cast<std::uint32_t>(*fact);
    m_readFacts.push_back(node.payload);
    return emit(node, {}, typeOfFact(m_schema->at(*fact).type));
}

RuleCompiler::Typed RuleCompiler::access(const Expr& expr)
{
    const Expr& left = at(expr.operands.front());
    if (typed()) {
        const bool isList =
            left.kind == ExprKind::Array || left.kind == ExprKind::MethodCall || left.kind == ExprKind::Call;
        if (left.kind != ExprKind::Invalid && !(expr.kind == ExprKind::Index && isList)) {
            const bool isName = left.kind == ExprKind::Name || left.kind == ExprKind::Binding;
            const bool flat =
                expr.kind == ExprKind::Member && isName && m_schema->indexOf(expr.name).has_value();
            error(
                "unknown-fact",
                expr.kind == ExprKind::Member
                    ? Phrase{QT_TRANSLATE_NOOP("Grl", "There is no fact with the part \".%1\"."), {expr.name}}
                    : Phrase(QT_TRANSLATE_NOOP("Grl", "Facts have no elements here.")),
                flat ? Phrase{QT_TRANSLATE_NOOP("Grl", "write only %1"), {expr.name}}
                     : Phrase(QT_TRANSLATE_NOOP("Grl", "facts are single values without parts")),
                expr.range);
            return poison(expr);
        }
    }
    Node node;
    node.range = expr.range;
    const Typed base = expression(expr.operands.front());
    if (expr.kind == ExprKind::Member) {
        node.op = Op::Member;
        node.payload = internName(expr.name);
        return emit(node, {base.node}, StaticType::Unknown);
    }
    node.op = Op::Index;
    const Typed index = expression(expr.operands[1]);
    expectType(at(expr.operands[1]), index.type, StaticType::Number, QT_TRANSLATE_NOOP("Grl", "An index"));
    return emit(node, {base.node, index.node}, StaticType::Unknown);
}

void RuleCompiler::expectType(const Expr& expr, StaticType actual, StaticType wanted, const Phrase& role)
{
    if (!typed() || actual == wanted || actual == StaticType::Unknown || wanted == StaticType::Unknown)
        return;
    if (m_cutAt == expr.range.offset + expr.range.length)
        return; // What it lacks stands in what could not be read.
    error("wrong-type",
          {QT_TRANSLATE_NOOP("Grl", "%1 must be %2, but this is %3."),
           {role, typeName(wanted), typeName(actual)}},
          {}, expr.range);
}

RuleCompiler::Typed RuleCompiler::unary(const Expr& expr)
{
    Node node;
    node.range = expr.range;
    const Typed operand = expression(expr.operands.front());
    const bool negate = expr.op == Operator::Negate;
    node.op = negate ? Op::Negate : Op::Not;
    const StaticType type = negate ? StaticType::Number : StaticType::Bool;
    expectType(at(expr.operands.front()), operand.type, type,
               negate ? QT_TRANSLATE_NOOP("Grl", "The operand of '-'")
                      : QT_TRANSLATE_NOOP("Grl", "The operand of '!'"));
    return emit(node, {operand.node}, type);
}

RuleCompiler::Typed RuleCompiler::logical(const Expr& expr)
{
    Node node;
    node.range = expr.range;
    node.op = expr.kind == ExprKind::And ? Op::And : Op::Or;
    std::vector<std::uint32_t> operands;
    for (const ExprIndex operand : expr.operands) {
        const Typed compiled = expression(operand);
        expectType(at(operand), compiled.type, StaticType::Bool,
                   expr.kind == ExprKind::And ? QT_TRANSLATE_NOOP("Grl", "An operand of &&")
                                              : QT_TRANSLATE_NOOP("Grl", "An operand of ||"));
        operands.push_back(compiled.node);
    }
    return emit(node, operands, StaticType::Bool);
}

StaticType RuleCompiler::binaryType(const Expr& expr, StaticType left, StaticType right)
{
    const auto mismatch = [&](const Phrase& message, const Phrase& hint = {}) {
        error("wrong-type", message, hint, expr.range);
        return StaticType::Unknown;
    };
    const bool known = left != StaticType::Unknown && right != StaticType::Unknown;
    const auto both = [&](StaticType type) {
        return (left == type || left == StaticType::Unknown)
            && (right == type || right == StaticType::Unknown);
    };
    const Phrase pair{QT_TRANSLATE_NOOP("Grl", "%1 and %2"), {typeName(left), typeName(right)}};
    switch (expr.op) {
    case Operator::Add:
        if (left == StaticType::Text || right == StaticType::Text)
            return StaticType::Text;
        if (!both(StaticType::Number))
            return mismatch({QT_TRANSLATE_NOOP("Grl", "'+' cannot add %1."), {pair}});
        return known ? StaticType::Number : StaticType::Unknown;
    case Operator::Subtract:
    case Operator::Multiply:
    case Operator::Divide:
    case Operator::Modulo:
    case Operator::BitAnd:
    case Operator::BitOr:
        if (!both(StaticType::Number))
            return mismatch(
                {QT_TRANSLATE_NOOP("Grl", "This operator calculates with numbers, not with %1."), {pair}});
        return StaticType::Number;
    case Operator::Equal:
    case Operator::NotEqual:
        if (known && left != right && left != StaticType::Null && right != StaticType::Null) {
            const bool quoted = (left == StaticType::Number && right == StaticType::Text)
                || (left == StaticType::Text && right == StaticType::Number);
            return mismatch({QT_TRANSLATE_NOOP("Grl", "Comparing %1 can never be equal."), {pair}},
                            quoted ? Phrase(QT_TRANSLATE_NOOP("Grl", "a number is written without quotes"))
                                   : Phrase());
        }
        return StaticType::Bool;
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
        if (!both(StaticType::Number) && !both(StaticType::Text))
            return mismatch({QT_TRANSLATE_NOOP("Grl", "There is no order between %1."), {pair}});
        return StaticType::Bool;
    case Operator::Contains:
    case Operator::NotContains:
        if (left != StaticType::List && !both(StaticType::Text))
            return mismatch(
                QT_TRANSLATE_NOOP("Grl", "Only text or a list can contain something, and text only text."));
        return StaticType::Bool;
    case Operator::StartsWith:
    case Operator::EndsWith:
    case Operator::Matches:
        if (!both(StaticType::Text))
            return mismatch({QT_TRANSLATE_NOOP("Grl", "This operator compares text, not %1."), {pair}});
        return StaticType::Bool;
    case Operator::In:
        if (right != StaticType::List && right != StaticType::Unknown)
            return mismatch(QT_TRANSLATE_NOOP("Grl", "What stands after \"in\" must be a list."),
                            QT_TRANSLATE_NOOP("Grl", "write [a, b]"));
        return StaticType::Bool;
    default: return StaticType::Unknown;
    }
}

void RuleCompiler::checkPattern(const Expr& patternExpr, std::uint32_t& pattern)
{
    if (patternExpr.kind != ExprKind::Literal || !patternExpr.literal.isText())
        return;
    auto compiled = compilePattern(patternExpr.literal.asText());
    if (!compiled->ok()) {
        error("invalid-pattern",
              {QT_TRANSLATE_NOOP("Grl", "The pattern is no valid regular expression: %1."),
               {compiled->error()}},
              {}, patternExpr.range);
        return;
    }
    pattern = static_cast<std::uint32_t>(m_code.patterns.size());
    m_code.patterns.push_back(std::move(compiled));
}

RuleCompiler::Typed RuleCompiler::binary(const Expr& expr)
{
    Node node;
    node.op = Op::Binary;
    node.oper = expr.op;
    node.range = expr.range;
    const Expr& leftExpr = at(expr.operands[0]);
    const Expr& rightExpr = at(expr.operands[1]);
    const Typed left = expression(expr.operands[0]);
    const Typed right = expression(expr.operands[1]);
    if (isComparison(expr.op) && leftExpr.kind == ExprKind::Unary && leftExpr.op == Operator::Not
        && !leftExpr.parenthesised) {
        warning("tight-not",
                QT_TRANSLATE_NOOP(
                    "Grl", "'!' negates only what stands directly behind it, not the whole comparison."),
                QT_TRANSLATE_NOOP("Grl", "write !(a == b) or (!a) == b"), leftExpr.nameRange);
    }
    if ((expr.op == Operator::Divide || expr.op == Operator::Modulo) && isZeroLiteral(rightExpr))
        warning("division-by-zero", QT_TRANSLATE_NOOP("Grl", "This divides by zero."), {}, expr.range);
    if (expr.op == Operator::Matches)
        checkPattern(rightExpr, node.pattern);
    if (expr.op == Operator::Equal || expr.op == Operator::NotEqual) {
        const auto isNull = [](const Expr& side) {
            return side.kind == ExprKind::Literal && side.literal.isNull();
        };
        if (isNull(rightExpr))
            quieten(left.node);
        if (isNull(leftExpr))
            quieten(right.node);
    }
    const StaticType type = typed() ? binaryType(expr, left.type, right.type) : StaticType::Unknown;
    return emit(node, {left.node, right.node}, type);
}

void RuleCompiler::checkArguments(const Expr& expr, const FunctionInfo& info,
                                  const std::vector<Typed>& arguments)
{
    if (!typed() || info.parameters.empty())
        return;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const char letter = info.parameters[std::min(index, info.parameters.size() - 1)];
        expectType(at(expr.operands[index]), arguments[index].type, typeOfLetter(letter),
                   {QT_TRANSLATE_NOOP("Grl", "Argument %1 of %2"),
                    {std::to_string(index + 1), std::string(info.name)}});
    }
}

RuleCompiler::Typed RuleCompiler::call(const Expr& expr)
{
    const FunctionInfo* info = findFunction(expr.name);
    if (info == nullptr) {
        if (!typed() && expr.kind == ExprKind::MethodCall)
            return property(expr);
        if (isPlannedFunction(expr.name)) {
            error("not-yet-supported",
                  {QT_TRANSLATE_NOOP("Grl", "The function %1 is not yet supported."), {expr.name}}, {},
                  expr.nameRange);
        } else {
            std::vector<std::string_view> names;
            for (const FunctionInfo& candidate : functions())
                names.push_back(candidate.name);
            const std::string guess = closestName(expr.name, names);
            error("unknown-function", {QT_TRANSLATE_NOOP("Grl", "There is no function \"%1\"."), {expr.name}},
                  guess.empty() ? Phrase() : Phrase{QT_TRANSLATE_NOOP("Grl", "did you mean %1?"), {guess}},
                  expr.nameRange);
        }
        for (const ExprIndex operand : expr.operands)
            (void)expression(operand);
        return poison(expr);
    }
    if (info->result == '-') {
        error("statement-only",
              {QT_TRANSLATE_NOOP("Grl", "%1 is a statement and has no value."), {std::string(info->name)}},
              QT_TRANSLATE_NOOP("Grl", "use it by itself behind \"then\""), expr.nameRange);
        return poison(expr);
    }
    std::vector<Typed> arguments;
    std::vector<std::uint32_t> nodes;
    for (const ExprIndex operand : expr.operands) {
        arguments.push_back(expression(operand));
        nodes.push_back(arguments.back().node);
    }
    const int count = static_cast<int>(arguments.size());
    if (count < info->minArguments || (info->maxArguments >= 0 && count > info->maxArguments)) {
        error("wrong-arity",
              {count == 1 ? QT_TRANSLATE_NOOP("Grl", "%1 was given %2 argument.")
                          : QT_TRANSLATE_NOOP("Grl", "%1 was given %2 arguments."),
               {std::string(info->name), std::to_string(count)}},
              {QT_TRANSLATE_NOOP("Grl", "write %1"), {std::string(info->signature)}}, expr.range);
        return poison(expr);
    }
    checkArguments(expr, *info, arguments);
    Node node;
    node.op = Op::Call;
    node.payload = static_cast<std::uint32_t>(info->function);
    node.range = expr.range;
    if (info->function == Function::MatchString)
        checkPattern(at(expr.operands[1]), node.pattern);
    if (info->function == Function::IsNil || info->function == Function::IsZero
        || info->function == Function::IsEmpty)
        quieten(nodes.front());
    return emit(node, nodes, typeOfLetter(info->result));
}

RuleCompiler::Typed RuleCompiler::property(const Expr& expr)
{
    const bool isGetter = expr.name.size() > 3 && expr.name.starts_with("get") && expr.operands.size() == 1;
    if (!isGetter) {
        const bool isSetter =
            expr.name.size() > 3 && expr.name.starts_with("set") && expr.operands.size() == 2;
        if (isSetter)
            error("statement-only",
                  {QT_TRANSLATE_NOOP("Grl", "%1(...) is a statement and has no value."), {expr.name}}, {},
                  expr.nameRange);
        else if (isPlannedFunction(expr.name))
            error("not-yet-supported",
                  {QT_TRANSLATE_NOOP("Grl", "The function %1 is not yet supported."), {expr.name}}, {},
                  expr.nameRange);
        else
            error("unknown-function", {QT_TRANSLATE_NOOP("Grl", "There is no function \"%1\"."), {expr.name}},
                  {}, expr.nameRange);
        for (const ExprIndex operand : expr.operands)
            (void)expression(operand);
        return poison(expr);
    }
    Node node;
    node.op = Op::Property;
    node.range = expr.range;
    node.payload = internName(expr.name.substr(3));
    return emit(node, {expression(expr.operands.front()).node}, StaticType::Unknown);
}

} // namespace purchasing::grl
