#include "app/purchasing/rules_commands.h"

#include "app/purchasing/rules_output.h"
#include "core/domain/fact_schema.h"
#include "core/grl/values/json.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>

namespace purchasing {
namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
/// For who asks for more cycles than decisions have: steps may take their time with large values.
constexpr std::chrono::seconds kTimeLimit{60};
constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;

struct RulesOptions
{
    std::vector<std::string> files;
    std::string factsFile;
    std::string schema = "none";
    bool json = false;
    bool trace = false;
    int maxCycles = grl::kDefaultMaxCycles;
    int runs = 1;

    [[nodiscard]] bool typed() const { return schema == "purchasing"; }
};

/// The file's content, or a sentence on standard error and nothing. Only of a plain file and only up to
/// `most` bytes: a folder is no text, and a device may have no end.
std::optional<std::string> readFile(const std::string& name, std::size_t most)
{
    const auto refuse = [&name](const std::string& why) -> std::optional<std::string> {
        std::cerr << "Cannot read " << shown(name) << ": " << why << '\n';
        return std::nullopt;
    };
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(name, error);
    if (error)
        return refuse(error.message());
    if (std::filesystem::is_directory(status))
        return refuse("it is a folder");
    if (!std::filesystem::is_regular_file(status))
        return refuse("it is not a plain file");
    std::ifstream file(name, std::ios::binary);
    if (!file)
        return refuse(std::generic_category().message(errno));
    std::string text;
    std::array<char, 65536> piece{};
    while (file.read(piece.data(), piece.size()), file.gcount() > 0) {
        text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
        if (text.size() > most)
            return refuse("it has more than " + std::to_string(most / 1024 / 1024) + " MiB");
    }
    if (file.bad())
        return refuse("reading failed");
    return text;
}

std::optional<std::vector<grl::Pack>> readPacks(const RulesOptions& options)
{
    std::vector<grl::Pack> packs;
    for (const std::string& name : options.files) {
        auto text = readFile(name, kMaxFileBytes);
        if (!text)
            return std::nullopt;
        packs.push_back({name, std::move(*text)});
    }
    return packs;
}

grl::Compilation compilePacks(const RulesOptions& options, const std::vector<grl::Pack>& packs)
{
    return grl::compile(packs, {options.typed() ? &purchasingSchema() : nullptr});
}

int check(const RulesOptions& options)
{
    const auto packs = readPacks(options);
    if (!packs)
        return kWrongUsage;
    const grl::Compilation compilation = compilePacks(options, *packs);
    const bool ok = compilation.program != nullptr;
    if (options.json) {
        std::cout << "{\"ok\":" << (ok ? "true" : "false")
                  << ",\"diagnostics\":" << diagnosticsJson(compilation.diagnostics) << "}\n";
        return ok ? 0 : kFailed;
    }
    std::cerr << diagnosticsText(compilation.diagnostics, *packs);
    if (!ok)
        return kFailed;
    const std::size_t count = compilation.program->rules().size();
    if (count == 0)
        std::cout << "nothing is wrong, but there is no rule in "
                  << (options.files.size() == 1 ? "it" : "them") << '\n';
    else
        std::cout << count << (count == 1 ? " rule is fine\n" : " rules are fine\n");
    return 0;
}

class RunCommand
{
public:
    explicit RunCommand(const RulesOptions& options)
        : m_options(options)
    {
    }

    int execute()
    {
        const auto packs = readPacks(m_options);
        const auto factsText = readFile(m_options.factsFile, kMaxFileBytes);
        if (!packs || !factsText)
            return kWrongUsage;
        m_packs = *packs;
        const grl::Compilation compilation = compilePacks(m_options, m_packs);
        m_diagnostics = compilation.diagnostics;
        if (!compilation.program)
            return failParse();
        m_program = compilation.program;
        const auto numbers = m_options.typed() ? grl::JsonNumbers::Decimal : grl::JsonNumbers::Double;
        const grl::JsonResult facts = grl::fromJson(*factsText, numbers);
        if (!facts.value)
            return fail({"parse", m_options.factsFile + ": " + facts.error, {}, 0, 0});
        if (!facts.value->isObject())
            return fail({"parse", m_options.factsFile + ": the facts must be one JSON object", {}, 0, 0});
        return m_options.typed() ? runTyped(*facts.value) : runDynamic(*facts.value);
    }

private:
    int failParse()
    {
        for (const grl::Diagnostic& diagnostic : m_diagnostics) {
            if (diagnostic.severity != grl::Severity::Error)
                continue;
            if (m_options.json) {
                std::cout << failureJson(
                    {"parse", diagnostic.message, diagnostic.rule, diagnostic.line, diagnostic.column},
                    m_diagnostics)
                          << '\n';
            }
            break;
        }
        if (!m_options.json)
            std::cerr << diagnosticsText(m_diagnostics, m_packs);
        return kFailed;
    }

    int fail(const RulesFailure& failure)
    {
        if (m_options.json) {
            std::cout << failureJson(failure, m_diagnostics) << '\n';
            return kFailed;
        }
        std::cerr << diagnosticsText(m_diagnostics, m_packs) << "error: " << shown(failure.message) << '\n';
        return kFailed;
    }

    [[nodiscard]] grl::RunOptions runOptions() const
    {
        grl::RunOptions options;
        options.maxCycles = m_options.maxCycles;
        if (m_options.maxCycles > grl::kDefaultMaxCycles)
            options.timeLimit = kTimeLimit;
        options.trace = m_options.trace;
        return options;
    }

    int runDynamic(const grl::Value& facts)
    {
        grl::Interpreter interpreter(m_program);
        grl::RunResult result;
        for (int run = 0; run < m_options.runs; ++run)
            result = interpreter.run(facts, runOptions());
        return report(result, result.object);
    }

    int runTyped(const grl::Value& facts)
    {
        const grl::Schema& schema = purchasingSchema();
        grl::FactRow row(schema);
        for (const auto& [name, value] : facts.asObject()) {
            const auto fact = schema.indexOf(name);
            if (!fact)
                return fail(
                    {"runtime", m_options.factsFile + ": there is no fact \"" + name + '"', {}, 0, 0});
            row.set(*fact, value);
        }
        deriveFacts(row);
        grl::Interpreter interpreter(m_program);
        grl::RunResult result;
        for (int run = 0; run < m_options.runs; ++run)
            result = interpreter.run(row, runOptions());
        grl::Value::Object shown;
        for (std::size_t fact = 0; fact < schema.size(); ++fact) {
            if (!result.facts.at(fact).isNull())
                shown.emplace(schema.at(fact).name, result.facts.at(fact));
        }
        return report(result, grl::Value(std::move(shown)));
    }

    int report(const grl::RunResult& result, const grl::Value& facts)
    {
        m_diagnostics.insert(m_diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
        if (!m_options.json && m_options.trace)
            std::cout << traceText(*m_program, result.trace);
        if (!result.ok()) {
            const grl::RunError& error = *result.error;
            const char* kind = error.kind == grl::RunError::Kind::Runtime ? "runtime"
                : error.kind == grl::RunError::Kind::MaxCycles            ? "max_cycles"
                                                                          : "limit";
            return fail({kind, error.message, error.rule, error.line, error.column});
        }
        grl::RunResult shown = result;
        shown.diagnostics = m_diagnostics;
        if (m_options.json) {
            std::cout << resultJson(*m_program, shown, facts) << '\n';
            return 0;
        }
        std::cerr << diagnosticsText(m_diagnostics, m_packs);
        std::cout << resultText(*m_program, result, facts);
        return 0;
    }

    const RulesOptions& m_options;
    std::vector<grl::Pack> m_packs;
    std::vector<grl::Diagnostic> m_diagnostics;
    std::shared_ptr<const grl::Program> m_program;
};

void addCommonOptions(CLI::App& command, RulesOptions& options)
{
    command.add_option("files", options.files, "GRL files, in the order of the rule set")->required();
    command
        .add_option("--schema", options.schema, "Facts the rules may use: purchasing, or none for any JSON")
        ->check(CLI::IsMember({"purchasing", "none"}))
        ->capture_default_str();
    command.add_flag("--json", options.json, "Write one JSON object to standard output");
}

} // namespace

void addRulesCommands(CLI::App& app, int& exitCode)
{
    // The callbacks keep the options alive as long as the program's commands.
    const auto options = std::make_shared<RulesOptions>();
    CLI::App* rules = app.add_subcommand("rules", "Check and run GRL rules");
    rules->require_subcommand(1);

    CLI::App* checkCommand = rules->add_subcommand("check", "Report everything that is wrong with rules");
    addCommonOptions(*checkCommand, *options);
    checkCommand->callback([options, &exitCode] { exitCode = check(*options); });

    CLI::App* runCommand = rules->add_subcommand("run", "Run rules on facts");
    addCommonOptions(*runCommand, *options);
    runCommand->add_option("--facts", options->factsFile, "JSON file with one object")->required();
    runCommand->add_flag("--trace", options->trace, "Show every cycle and what became of every rule");
    runCommand->add_option("--max-cycles", options->maxCycles, "Stop after so many firings")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000000000}))
        ->capture_default_str();
    runCommand->add_option("--runs", options->runs, "Run so often, each time on fresh facts; show the last")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000000}))
        ->capture_default_str();
    runCommand->callback([options, &exitCode] { exitCode = RunCommand(*options).execute(); });
}

} // namespace purchasing
