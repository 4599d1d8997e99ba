#include "core/grl/compile/rule_compiler.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace purchasing::grl {
namespace {

constexpr std::size_t kMaxReadVariants = 8;

void sortUnique(std::vector<std::uint32_t>& numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::string pathText(const std::string& root, const std::vector<PathStep>& steps)
{
    std::string text = root;
    for (const PathStep& step : steps) {
        if (step.expression != kNoIndex)
            return text;
        text += '.' + step.name;
    }
    return text;
}

std::string pathText(const ReadPath& path)
{
    std::string text = path.root;
    for (const Value& step : path.steps)
        text += step.isText() ? '.' + step.asText() : '[' + step.toText() + ']';
    return text;
}

bool isPrefixPath(std::string_view prefix, std::string_view path)
{
    return path.starts_with(prefix)
        && (path.size() == prefix.size() || path[prefix.size()] == '.' || path[prefix.size()] == '[');
}

} // namespace

void RuleCompiler::report(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                          SourceRange range)
{
    m_diagnostics.push_back(
        placed(worded(severity, std::move(id), message, hint, m_packName, m_ruleName), *m_lines, range));
}

void RuleCompiler::error(std::string id, const Phrase& message, const Phrase& hint, SourceRange range)
{
    report(Severity::Error, std::move(id), message, hint, range);
}

void RuleCompiler::warning(std::string id, const Phrase& message, const Phrase& hint, SourceRange range)
{
    report(Severity::Warning, std::move(id), message, hint, range);
}

std::uint32_t RuleCompiler::internName(const std::string& name)
{
    const auto [found, added] = m_nameNumbers.emplace(name, static_cast<std::uint32_t>(m_code.names.size()));
    if (added)
        m_code.names.push_back(name);
    return found->second;
}

std::uint32_t RuleCompiler::constant(Value value)
{
    m_code.constants.push_back(std::move(value));
    return static_cast<std::uint32_t>(m_code.constants.size() - 1);
}

void RuleCompiler::setRuleNames(const std::vector<std::string>& names)
{
    for (std::size_t index = 0; index < names.size(); ++index)
        m_ruleNumbers.emplace(names[index], static_cast<std::uint32_t>(index));
}

void RuleCompiler::compilePack(const SyntaxTree& tree, const Pack& pack, std::uint32_t packIndex,
                               std::vector<RuleInfo>& rules)
{
    const LineIndex lines(pack.text);
    m_tree = &tree;
    m_lines = &lines;
    m_packName = pack.name;
    for (const RuleSyntax& syntax : tree.rules)
        rule(syntax, packIndex, rules);
    m_tree = nullptr;
    m_lines = nullptr;
}

void RuleCompiler::rule(const RuleSyntax& syntax, std::uint32_t packIndex, std::vector<RuleInfo>& rules)
{
    m_ruleName = syntax.name;
    m_readFacts.clear();
    RuleCode code;
    code.salience = syntax.salience;
    code.noLoop = syntax.noLoop;
    code.pack = packIndex;

    RuleInfo info;
    info.name = syntax.name;
    info.description = syntax.description;
    info.pack = m_packName;
    info.packIndex = static_cast<int>(packIndex);
    info.salience = syntax.salience;
    info.noLoop = syntax.noLoop;
    const SourcePosition position = m_lines->position(syntax.nameRange.offset);
    info.line = position.line;
    info.column = position.column;
    info.endLine = m_lines->position(syntax.range.offset + syntax.range.length).line;

    if (syntax.condition) {
        const Expr& condition = at(*syntax.condition);
        if (syntax.isConditionCut)
            m_cutAt = condition.range.offset + condition.range.length;
        const Typed compiled = expression(*syntax.condition);
        code.condition = compiled.node;
        expectType(condition, compiled.type, StaticType::Bool, QT_TRANSLATE_NOOP("Grl", "The condition"));
        m_cutAt.reset();
        if (condition.kind == ExprKind::Literal && condition.literal.isBool() && !condition.literal.asBool())
            warning("never-matches",
                    QT_TRANSLATE_NOOP("Grl", "The rule can never fire: its condition is false."), {},
                    condition.range);
        collectReads(code.condition, code.readFacts, code.readPaths);
        sortUnique(code.readFacts);
        info.condition = m_code.packTexts[packIndex].substr(condition.range.offset, condition.range.length);
    }
    std::vector<std::uint32_t> writes;
    for (const StatementSyntax& statementSyntax : syntax.statements) {
        statement(statementSyntax, code);
        const StatementCode& compiled = code.statements.back();
        if (compiled.kind != StatementCode::Kind::AssignFact)
            continue;
        writes.push_back(compiled.target);
        if (compiled.op != AssignOperator::Set)
            m_readFacts.push_back(compiled.target);
    }
    lintRule(syntax, code);

    sortUnique(m_readFacts);
    sortUnique(writes);
    info.reads.assign(m_readFacts.begin(), m_readFacts.end());
    info.writes.assign(writes.begin(), writes.end());
    rules.push_back(std::move(info));
    m_code.ruleNames.push_back(syntax.name);
    m_code.rules.push_back(std::move(code));
}

void RuleCompiler::collectReads(std::uint32_t index, std::vector<std::uint32_t>& facts,
                                std::vector<ReadPath>& paths) const
{
    const Node& node = m_code.nodes[index];
    if (node.op == Op::Fact) {
        facts.push_back(node.payload);
        return;
    }
    if (node.op == Op::Root || node.op == Op::Member || node.op == Op::Index || node.op == Op::Property) {
        // Walk down to the root; a computed step makes everything before it one value that is read.
        std::vector<std::vector<Value>> variants(1); // getX() reads X or x
        const auto step = [&](const Value& value) {
            for (auto& variant : variants)
                variant.push_back(value);
        };
        const Node* current = &node;
        while (current->op != Op::Root && current->count > 0) {
            if (current->op == Op::Member) {
                step(Value(m_code.names[current->payload]));
            } else if (current->op == Op::Index) {
                const Node& key = m_code.nodes[m_code.child(*current, 1)];
                collectReads(m_code.child(*current, 1), facts, paths);
                if (key.op == Op::Constant)
                    step(m_code.constants[key.payload]);
                else
                    variants.assign(1, {});
            } else if (current->op == Op::Property) {
                std::string lower = m_code.names[current->payload];
                lower[0] = toLowerAscii(lower.substr(0, 1))[0];
                auto lowerVariants = variants;
                step(Value(m_code.names[current->payload]));
                for (auto& variant : lowerVariants)
                    variant.emplace_back(lower);
                if (variants.size() <= kMaxReadVariants)
                    variants.insert(variants.end(), lowerVariants.begin(), lowerVariants.end());
                else
                    variants.assign(1, {});
            } else {
                break;
            }
            current = &m_code.nodes[m_code.child(*current, 0)];
        }
        if (current->op == Op::Root) {
            for (auto& variant : variants) {
                std::reverse(variant.begin(), variant.end());
                paths.push_back({m_code.names[current->payload], std::move(variant)});
            }
        } else {
            for (std::uint32_t child = 0; child < current->count; ++child)
                collectReads(m_code.child(*current, child), facts, paths);
        }
        return;
    }
    for (std::uint32_t child = 0; child < node.count; ++child)
        collectReads(m_code.child(node, child), facts, paths);
}

bool RuleCompiler::cannotFail(std::uint32_t node) const
{
    const Op op = m_code.nodes[node].op;
    return op == Op::Constant || op == Op::Fact;
}

void RuleCompiler::statement(const StatementSyntax& syntax, RuleCode& rule)
{
    StatementCode code;
    code.range = syntax.range;
    const SourcePosition position = m_lines->position(syntax.range.offset);
    code.line = position.line;
    code.column = position.column;
    if (syntax.kind == StatementSyntax::Kind::Assignment)
        assignment(syntax, code);
    else
        callStatement(syntax, code);
    rule.statements.push_back(std::move(code));
}

void RuleCompiler::assignment(const StatementSyntax& syntax, StatementCode& code)
{
    code.op = syntax.op;
    if (typed())
        return assignFact(syntax, code);
    code.kind = StatementCode::Kind::AssignPath;
    (void)path(syntax.target, code);
    code.value = expression(syntax.value).node;
}

void RuleCompiler::assignFact(const StatementSyntax& syntax, StatementCode& code)
{
    code.kind = StatementCode::Kind::AssignFact;
    const Typed value = expression(syntax.value);
    code.value = value.node;
    const std::size_t readsBefore = m_readFacts.size();
    const Typed target = expression(syntax.target);
    m_readFacts.resize(readsBefore); // The target of an assignment is not read.
    const Node& targetNode = m_code.nodes[target.node];
    if (targetNode.op != Op::Fact)
        return; // Was reported as unknown.
    code.target = targetNode.payload;
    const FactDeclaration& fact = m_schema->at(code.target);
    const Expr& valueExpr = at(syntax.value);
    if (fact.direction == Direction::In) {
        warning("writes-input",
                {QT_TRANSLATE_NOOP("Grl", "The rule overwrites \"%1\", which is an input."), {fact.name}},
                QT_TRANSLATE_NOOP("Grl", "rules should write results only"), at(syntax.target).range);
    }
    if (syntax.op == AssignOperator::Set) {
        expectType(valueExpr, value.type, target.type,
                   {QT_TRANSLATE_NOOP("Grl", "The value for %1 (%2)"),
                    {fact.name, std::string(factTypeName(fact.type))}});
        const Node& valueNode = m_code.nodes[value.node];
        if (valueNode.op == Op::Fact && valueNode.payload == code.target)
            warning("no-effect", QT_TRANSLATE_NOOP("Grl", "The statement assigns a fact to itself."), {},
                    syntax.range);
        return;
    }
    if (target.type == StaticType::Bool
        || (target.type == StaticType::Text && syntax.op != AssignOperator::Add)) {
        error("wrong-type",
              {QT_TRANSLATE_NOOP("Grl", "This assignment calculates, but \"%1\" is no number."), {fact.name}},
              {}, syntax.range);
        return;
    }
    if (target.type == StaticType::Number)
        expectType(valueExpr, value.type, StaticType::Number, QT_TRANSLATE_NOOP("Grl", "The value"));
}

bool RuleCompiler::path(ExprIndex index, StatementCode& code)
{
    std::vector<PathStep> steps;
    while (true) {
        const Expr& expr = at(index);
        if (expr.kind == ExprKind::Name || expr.kind == ExprKind::Binding) {
            code.target = internName(expr.name);
            m_roots.insert(expr.name);
            break;
        }
        if (expr.kind == ExprKind::Member) {
            steps.push_back({expr.name, kNoIndex});
        } else if (expr.kind == ExprKind::Index) {
            steps.push_back({{}, expression(expr.operands[1]).node});
        } else {
            return false;
        }
        index = expr.operands.front();
    }
    std::reverse(steps.begin(), steps.end());
    code.path = std::move(steps);
    return true;
}

void RuleCompiler::callStatement(const StatementSyntax& syntax, StatementCode& code)
{
    const Expr& expr = at(syntax.value);
    if (expr.kind == ExprKind::Invalid)
        return;
    const FunctionInfo* info = findFunction(expr.name);
    if (info == nullptr && setProperty(expr, code))
        return;
    if (info == nullptr || info->result != '-') {
        code.value = expression(syntax.value).node;
        if (info != nullptr)
            warning("no-effect",
                    {QT_TRANSLATE_NOOP("Grl", "The value of %1 is not used."), {std::string(info->name)}},
                    QT_TRANSLATE_NOOP("Grl", "assign it to a fact"), syntax.range);
        return;
    }
    const int count = static_cast<int>(expr.operands.size());
    if (count < info->minArguments || (info->maxArguments >= 0 && count > info->maxArguments)) {
        error("wrong-arity",
              {count == 1 ? QT_TRANSLATE_NOOP("Grl", "%1 was given %2 argument.")
                          : QT_TRANSLATE_NOOP("Grl", "%1 was given %2 arguments."),
               {std::string(info->name), std::to_string(count)}},
              {QT_TRANSLATE_NOOP("Grl", "write %1"), {std::string(info->signature)}}, expr.range);
        return;
    }
    switch (info->function) {
    case Function::Complete: code.kind = StatementCode::Kind::Complete; break;
    case Function::Retract: retract(expr, code); break;
    default: {
        code.kind = StatementCode::Kind::Log;
        code.harmless = true;
        const std::size_t readsBefore = m_readFacts.size();
        for (const ExprIndex operand : expr.operands) {
            code.arguments.push_back(expression(operand).node);
            code.harmless = code.harmless && cannotFail(code.arguments.back());
        }
        m_readFacts.resize(readsBefore); // What is only shown does not decide anything.
        break;
    }
    }
}

bool RuleCompiler::setProperty(const Expr& expr, StatementCode& code)
{
    if (typed() || expr.kind != ExprKind::MethodCall || expr.operands.size() != 2 || expr.name.size() <= 3
        || !expr.name.starts_with("set"))
        return false;
    if (!path(expr.operands.front(), code))
        return false;
    code.kind = StatementCode::Kind::SetProperty;
    code.path.push_back({expr.name.substr(3), kNoIndex});
    code.value = expression(expr.operands[1]).node;
    return true;
}

void RuleCompiler::retract(const Expr& call, StatementCode& code)
{
    const Expr& argument = at(call.operands.front());
    if (argument.kind == ExprKind::Literal && argument.literal.isText()) {
        const std::string& name = argument.literal.asText();
        const auto found = m_ruleNumbers.find(name);
        if (found != m_ruleNumbers.end()) {
            code.kind = StatementCode::Kind::RetractRule;
            code.target = found->second;
            return;
        }
        if (typed()) {
            std::vector<std::string_view> names;
            for (const auto& [known, number] : m_ruleNumbers)
                names.emplace_back(known);
            std::sort(names.begin(), names.end());
            const std::string guess = closestName(name, names);
            error("unknown-rule", {QT_TRANSLATE_NOOP("Grl", "There is no rule \"%1\"."), {name}},
                  guess.empty() ? Phrase()
                                : Phrase{QT_TRANSLATE_NOOP("Grl", "did you mean \"%1\"?"), {guess}},
                  argument.range);
            return;
        }
        code.kind = StatementCode::Kind::RetractFact;
        code.target = internName(name);
        return;
    }
    if (typed()) {
        error("retract-fact", QT_TRANSLATE_NOOP("Grl", "Declared facts cannot be retracted."),
              QT_TRANSLATE_NOOP("Grl", "name a rule in quotes"), argument.range);
        return;
    }
    if (argument.kind == ExprKind::Name || argument.kind == ExprKind::Binding) {
        code.kind = StatementCode::Kind::RetractFact;
        code.target = internName(argument.name);
        return;
    }
    code.kind = StatementCode::Kind::RetractNamed;
    code.value = expression(call.operands.front()).node;
}

void RuleCompiler::lintRule(const RuleSyntax& syntax, const RuleCode& rule)
{
    std::map<std::string, bool> assigned;
    bool warnedLoop = rule.noLoop;
    for (std::size_t index = 0; index < rule.statements.size(); ++index) {
        const StatementCode& statement = rule.statements[index];
        const bool isFact = statement.kind == StatementCode::Kind::AssignFact;
        if (!isFact && statement.kind != StatementCode::Kind::AssignPath)
            continue;
        if (statement.value == kNoIndex)
            continue;
        const SourceRange place = at(syntax.statements[index].target).range;
        const std::string target = isFact ? m_schema->at(statement.target).name
                                          : pathText(m_code.names[statement.target], statement.path);
        const bool computedPath =
            std::any_of(statement.path.begin(), statement.path.end(),
                        [](const PathStep& step) { return step.expression != kNoIndex; });
        if (statement.op == AssignOperator::Set && !computedPath && !assigned.emplace(target, true).second) {
            warning("assigned-twice", {QT_TRANSLATE_NOOP("Grl", "The rule assigns \"%1\" twice."), {target}},
                    QT_TRANSLATE_NOOP("Grl", "only the last value stays"), place);
        }
        if (warnedLoop)
            continue;
        // A constant settles: the second time nothing changes any more.
        if (statement.op == AssignOperator::Set && m_code.nodes[statement.value].op == Op::Constant)
            continue;
        bool reads = isFact
            && std::find(rule.readFacts.begin(), rule.readFacts.end(), statement.target)
                != rule.readFacts.end();
        for (const ReadPath& path : rule.readPaths) {
            const std::string read = pathText(path);
            reads = reads || isPrefixPath(read, target) || isPrefixPath(target, read);
        }
        if (reads) {
            warning(
                "may-loop",
                {QT_TRANSLATE_NOOP("Grl", "The rule may loop: it changes \"%1\", which its condition reads."),
                 {target}},
                QT_TRANSLATE_NOOP("Grl", "add no-loop, or make sure that the condition becomes false"),
                place);
            warnedLoop = true;
        }
    }
}

void RuleCompiler::finish(const std::vector<RuleInfo>& rules)
{
    m_code.order.resize(m_code.rules.size());
    std::iota(m_code.order.begin(), m_code.order.end(), 0U);
    std::stable_sort(m_code.order.begin(), m_code.order.end(), [&](std::uint32_t left, std::uint32_t right) {
        return m_code.rules[left].salience > m_code.rules[right].salience;
    });
    if (typed()) {
        m_code.readers.resize(m_schema->size());
        for (std::uint32_t place = 0; place < m_code.order.size(); ++place) {
            for (const std::uint32_t fact : m_code.rules[m_code.order[place]].readFacts)
                m_code.readers[fact].push_back(place);
        }
        for (const Value& value : m_code.constants) {
            switch (value.kind()) {
            case Value::Kind::Bool: m_code.operands.push_back(Operand::boolean(value.asBool())); break;
            case Value::Kind::Decimal: m_code.operands.push_back(Operand::number(value.asDecimal())); break;
            case Value::Kind::Text: m_code.operands.push_back(Operand::view(value.asText())); break;
            default: m_code.operands.emplace_back(); break;
            }
        }
        return;
    }
    for (std::size_t index = 0; index < m_code.rules.size(); ++index) {
        const RuleCode& rule = m_code.rules[index];
        for (const StatementCode& statement : rule.statements) {
            if (statement.kind != StatementCode::Kind::RetractRule
                || !m_roots.contains(m_code.ruleNames[statement.target]))
                continue;
            m_lines = &m_code.packLines[rule.pack];
            m_packName = rules[index].pack;
            m_ruleName = rules[index].name;
            warning("ambiguous-retract",
                    {QT_TRANSLATE_NOOP("Grl", "\"%1\" is both a rule and a fact; the rule is retracted."),
                     {m_code.ruleNames[statement.target]}},
                    QT_TRANSLATE_NOOP("Grl", "leave out the quotes to retract the fact"), statement.range);
            m_lines = nullptr;
        }
    }
}

} // namespace purchasing::grl
