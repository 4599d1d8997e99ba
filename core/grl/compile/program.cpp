#include "core/grl/compile/program.h"

#include "core/grl/compile/rule_compiler.h"
#include "core/grl/syntax/parser.h"

#include <algorithm>
#include <exception>
#include <map>
#include <re2/re2.h>

namespace purchasing::grl {
namespace {

struct FirstPlace
{
    std::size_t pack;
    int line;
};

void reportDuplicates(std::span<const Pack> packs, const std::vector<SyntaxTree>& trees,
                      std::vector<Diagnostic>& diagnostics)
{
    std::map<std::string, FirstPlace, std::less<>> seen;
    for (std::size_t pack = 0; pack < packs.size(); ++pack) {
        const LineIndex lines(packs[pack].text);
        for (const RuleSyntax& rule : trees[pack].rules) {
            const int line = lines.position(rule.nameRange.offset).line;
            const auto [found, added] = seen.emplace(rule.name, FirstPlace{pack, line});
            if (added)
                continue;
            const std::string first = std::to_string(found->second.line);
            const std::string second = std::to_string(line);
            const Phrase message = found->second.pack == pack
                ? Phrase{QT_TRANSLATE_NOOP(
                             "Grl", "There is already a rule \"%1\" in line %2; this one is in line %3."),
                         {rule.name, first, second}}
                : Phrase{
                    QT_TRANSLATE_NOOP(
                        "Grl", "There is already a rule \"%1\" in line %2 of %3; this one is in line %4."),
                    {rule.name, first, packs[found->second.pack].name, second}};
            diagnostics.push_back(placed(worded(Severity::Error, "duplicate-rule", message,
                                                QT_TRANSLATE_NOOP("Grl", "give one of them another name"),
                                                packs[pack].name, rule.name),
                                         lines, rule.nameRange));
        }
    }
}

// By pack, then by place; what was found first stays first at one place.
void sortByPlace(std::span<const Pack> packs, std::vector<Diagnostic>& diagnostics)
{
    const auto packNumber = [&](const Diagnostic& diagnostic) {
        return std::find_if(packs.begin(), packs.end(),
                            [&](const Pack& pack) { return pack.name == diagnostic.pack; })
            - packs.begin();
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& left, const Diagnostic& right) {
                         const auto leftPack = packNumber(left);
                         const auto rightPack = packNumber(right);
                         return leftPack != rightPack ? leftPack < rightPack : left.offset < right.offset;
                     });
}

Compilation compileChecked(std::span<const Pack> packs, const CompileOptions& options)
{
    Compilation result;
    auto code = std::make_unique<Code>();
    std::vector<SyntaxTree> trees;
    std::vector<std::string> ruleNames;
    for (const Pack& pack : packs) {
        SyntaxTree& tree = trees.emplace_back(parse(pack.text, pack.name));
        result.diagnostics.insert(result.diagnostics.end(), tree.diagnostics.begin(), tree.diagnostics.end());
        for (const RuleSyntax& rule : tree.rules)
            ruleNames.push_back(rule.name);
        code->packTexts.push_back(pack.text.size() <= kMaxSourceBytes ? pack.text : std::string());
    }
    for (const std::string& text : code->packTexts)
        code->packLines.emplace_back(text);
    reportDuplicates(packs, trees, result.diagnostics);

    RuleCompiler compiler(options.schema, *code, result.diagnostics);
    compiler.setRuleNames(ruleNames);
    std::vector<RuleInfo> rules;
    for (std::size_t pack = 0; pack < packs.size(); ++pack)
        compiler.compilePack(trees[pack], packs[pack], static_cast<std::uint32_t>(pack), rules);
    if (!hasErrors(result.diagnostics))
        compiler.finish(rules);
    sortByPlace(packs, result.diagnostics);
    if (!hasErrors(result.diagnostics))
        result.program = std::make_shared<const Program>(std::move(code), std::move(rules), options.schema);
    return result;
}

} // namespace

Program::Program(std::unique_ptr<const Code> code, std::vector<RuleInfo> rules, const Schema* schema)
    : m_code(std::move(code))
    , m_rules(std::move(rules))
    , m_schema(schema)
{
    const std::size_t facts = schema == nullptr ? 0 : schema->size();
    m_readsFact.resize(facts);
    m_writesFact.resize(facts);
    for (const RuleInfo& rule : m_rules) {
        for (const std::size_t fact : rule.reads)
            m_readsFact[fact] = true;
        for (const std::size_t fact : rule.writes)
            m_writesFact[fact] = true;
    }
}

Program::~Program() = default;

int Program::ruleIndex(std::string_view name) const
{
    const auto found =
        std::find_if(m_rules.begin(), m_rules.end(), [&](const RuleInfo& rule) { return rule.name == name; });
    return found == m_rules.end() ? -1 : static_cast<int>(found - m_rules.begin());
}

Compilation compile(std::span<const Pack> packs, const CompileOptions& options)
{
    try {
        return compileChecked(packs, options);
    } catch (const std::exception& failure) {
        // Only memory can run out here; the caller gets it as a mistake of the whole set.
        Compilation result;
        Diagnostic diagnostic;
        diagnostic.id = "out-of-memory";
        diagnostic.message = std::string("The rules could not be compiled: ") + failure.what() + '.';
        diagnostic.pack = packs.empty() ? std::string() : packs.front().name;
        result.diagnostics.push_back(std::move(diagnostic));
        return result;
    }
}

} // namespace purchasing::grl
