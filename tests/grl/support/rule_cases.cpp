#include "tests/grl/support/rule_cases.h"

#include "core/domain/fact_schema.h"
#include "core/grl/values/json.h"

#include <QtGlobal>

#include <filesystem>
#include <fstream>

namespace purchasing::tests {
namespace {

std::vector<Case> readCases(const std::filesystem::path& path)
{
    std::vector<Case> cases;
    std::ifstream file(path);
    std::string line;
    int part = 0;
    while (std::getline(file, line)) {
        if (line.starts_with("=== ")) {
            cases.push_back({path.stem().string() + ": " + line.substr(4), {}, {}, {}});
            part = 0;
        } else if (line == "---") {
            ++part;
        } else if (part == 1) {
            cases.back().rules += line + '\n';
        } else if (!line.empty()) {
            (part == 0 ? cases.back().options : cases.back().expectations).push_back(line);
        }
    }
    return cases;
}

} // namespace

std::string Case::option(const std::string& name) const
{
    for (const std::string& line : options) {
        if (line.starts_with(name + ": "))
            return line.substr(name.size() + 2);
    }
    return {};
}

std::vector<std::string> Case::expected(const std::string& name) const
{
    std::vector<std::string> values;
    for (const std::string& line : expectations) {
        if (line.starts_with(name + ":"))
            values.push_back(line.size() > name.size() + 2 ? line.substr(name.size() + 2) : std::string());
    }
    return values;
}

std::string Case::text() const
{
    std::string text = rules;
    if (option("crlf") == "yes") {
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 2))
            text.insert(end, 1, '\r');
    }
    if (option("bom") == "yes")
        text.insert(0, "\xEF\xBB\xBF");
    return text;
}

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    for (const auto& entry : std::filesystem::directory_iterator(PURCHASING_SOURCE_DIR "/tests/grl/cases")) {
        if (entry.path().extension() != ".txt")
            continue;
        std::vector<Case> some = readCases(entry.path());
        cases.insert(cases.end(), some.begin(), some.end());
    }
    if (cases.size() <= 80)
        qFatal("The cases were not found.");
    return cases;
}

grl::RunResult run(const Case& item, const std::shared_ptr<const grl::Program>& program,
                   const grl::RunOptions& options)
{
    grl::Interpreter interpreter(program);
    const bool typed = program->schema() != nullptr;
    const std::string factsText = item.option("facts").empty() ? "{}" : item.option("facts");
    const grl::JsonResult facts =
        grl::fromJson(factsText, typed ? grl::JsonNumbers::Decimal : grl::JsonNumbers::Double);
    if (!facts.value)
        qFatal("%s", facts.error.c_str());
    if (!typed)
        return interpreter.run(*facts.value, options);
    grl::FactRow row(purchasingSchema());
    for (const auto& [name, value] : facts.value->asObject())
        row.set(purchasingSchema().indexOf(name).value(), value);
    deriveFacts(row);
    grl::RunResult result = interpreter.run(row, options);
    grl::Value::Object object;
    for (std::size_t fact = 0; fact < result.facts.size(); ++fact)
        object.emplace(purchasingSchema().at(fact).name, result.facts.at(fact));
    result.object = grl::Value(std::move(object));
    return result;
}

} // namespace purchasing::tests
