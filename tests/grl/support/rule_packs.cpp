#include "tests/grl/support/rule_packs.h"

#include "core/domain/fact_schema.h"

#include <fstream>
#include <iterator>

namespace purchasing::tests {

grl::Pack rulePack(const std::string& fileName)
{
    std::ifstream file(std::string(PURCHASING_SOURCE_DIR "/rules/") + fileName, std::ios::binary);
    return {fileName, std::string(std::istreambuf_iterator<char>(file), {})};
}

std::vector<grl::Pack> basePacks()
{
    return {rulePack("purchasing_rules.grl")};
}

std::vector<grl::Pack> defaultPacks()
{
    return {rulePack("purchasing_rules.grl"), rulePack("order_multiples.grl"), rulePack("open_orders.grl")};
}

std::shared_ptr<const grl::Program> compileTyped(const std::vector<grl::Pack>& packs)
{
    return grl::compile(packs, {&purchasingSchema()}).program;
}

grl::Compilation compileText(const std::string& text, const grl::Schema* schema)
{
    const grl::Pack pack{"test.grl", text};
    return grl::compile(std::span(&pack, 1), {schema});
}

std::string describe(const std::vector<grl::Diagnostic>& diagnostics)
{
    std::string text;
    for (const grl::Diagnostic& diagnostic : diagnostics) {
        text += std::string(grl::severityName(diagnostic.severity)) + ' ' + diagnostic.id + ' '
            + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column) + ' '
            + diagnostic.message + '\n';
    }
    return text;
}

std::vector<std::string> firedNames(const grl::Program& program, const std::vector<std::size_t>& fired)
{
    std::vector<std::string> names;
    for (const std::size_t rule : fired)
        names.push_back(program.rules()[rule].name);
    return names;
}

} // namespace purchasing::tests
