#include "core/domain/fact_schema.h"
#include "core/grl/values/json.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

/// One case of a file: options, the rules, and what must come of them.
///
/// Options are `mode: typed`, `facts: JSON`, `max-cycles: N`, `bom: yes`, `crlf: yes`. Expectations:
///   diag: SEVERITY ID LINE:COLUMN [text in the hint]   all diagnostics of loading, in order
///   fired: NAME...       log: LINE                     in order, all of them
///   fact: PATH = JSON    missing: PATH
///   error: KIND LINE:COLUMN [text in the message]
///   note: ID LINE:COLUMN [text in the message]         all diagnostics of the run; `notes: none`
struct Case
{
    std::string title;
    std::vector<std::string> options;
    std::string rules;
    std::vector<std::string> expectations;

    [[nodiscard]] std::string option(const std::string& name) const
    {
        for (const std::string& line : options) {
            if (line.starts_with(name + ": "))
                return line.substr(name.size() + 2);
        }
        return {};
    }
    [[nodiscard]] std::vector<std::string> expected(const std::string& name) const
    {
        std::vector<std::string> values;
        for (const std::string& line : expectations) {
            if (line.starts_with(name + ":"))
                values.push_back(line.size() > name.size() + 2 ? line.substr(name.size() + 2)
                                                               : std::string());
        }
        return values;
    }
};

std::vector<Case> readCases(const std::string& path)
{
    std::vector<Case> cases;
    std::ifstream file(path);
    std::string line;
    int part = 0;
    while (std::getline(file, line)) {
        if (line.starts_with("=== ")) {
            cases.push_back({line.substr(4), {}, {}, {}});
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

// "runtime 3:9 text that must occur"
struct Place
{
    std::string kind;
    std::string place;
    std::string text;
};

Place readPlace(const std::string& line)
{
    std::istringstream stream(line);
    Place place;
    stream >> place.kind >> place.place >> std::ws;
    std::getline(stream, place.text);
    return place;
}

std::string at(int line, int column)
{
    return std::to_string(line) + ':' + std::to_string(column);
}

std::string kindName(RunError::Kind kind)
{
    switch (kind) {
    case RunError::Kind::Runtime: return "runtime";
    case RunError::Kind::MaxCycles: return "max_cycles";
    case RunError::Kind::Limit: return "limit";
    case RunError::Kind::Cancelled: return "cancelled";
    }
    return {};
}

RunResult run(const Case& item, const std::shared_ptr<const Program>& program, const RunOptions& options)
{
    Interpreter interpreter(program);
    const bool typed = program->schema() != nullptr;
    const std::string factsText = item.option("facts").empty() ? "{}" : item.option("facts");
    const JsonResult facts = fromJson(factsText, typed ? JsonNumbers::Decimal : JsonNumbers::Double);
    if (!facts.value)
        qFatal("%s", facts.error.c_str());
    if (!typed)
        return interpreter.run(*facts.value, options);
    FactRow row(purchasingSchema());
    for (const auto& [name, value] : facts.value->asObject())
        row.set(purchasingSchema().indexOf(name).value(), value);
    deriveFacts(row);
    RunResult result = interpreter.run(row, options);
    Value::Object object;
    for (std::size_t fact = 0; fact < result.facts.size(); ++fact)
        object.emplace(purchasingSchema().at(fact).name, result.facts.at(fact));
    result.object = Value(std::move(object));
    return result;
}

const Value* find(const Value& object, const std::string& path)
{
    const Value* current = &object;
    std::istringstream stream(path);
    for (std::string name; current != nullptr && std::getline(stream, name, '.');)
        current = current->member(name);
    return current;
}

} // namespace

Q_DECLARE_METATYPE(Case)

/// The language by example: every case of tests/grl/cases, evaluated quickly and plainly.
class GrlCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void language_data()
    {
        QTest::addColumn<Case>("item");
        int count = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(PURCHASING_SOURCE_DIR "/tests/grl/cases")) {
            if (entry.path().extension() != ".txt")
                continue;
            for (const Case& item : readCases(entry.path().string())) {
                QTest::newRow((entry.path().stem().string() + ": " + item.title).c_str()) << item;
                ++count;
            }
        }
        QVERIFY(count > 80); // The files were found.
    }

    void language()
    {
        QFETCH(Case, item);
        std::string text = item.rules;
        if (item.option("crlf") == "yes") {
            for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 2))
                text.insert(end, 1, '\r');
        }
        if (item.option("bom") == "yes")
            text.insert(0, "\xEF\xBB\xBF");
        const bool typed = item.option("mode") == "typed";
        const Compilation compilation = compileText(text, typed ? &purchasingSchema() : nullptr);
        checkDiagnostics(item, compilation.diagnostics);
        if (!compilation.program || QTest::currentTestFailed())
            return;
        for (const Evaluation evaluation : {Evaluation::Incremental, Evaluation::Full}) {
            RunOptions options;
            options.evaluation = evaluation;
            if (!item.option("max-cycles").empty())
                options.maxCycles = std::stoi(item.option("max-cycles"));
            checkRun(item, *compilation.program, run(item, compilation.program, options));
        }
    }

private:
    static void checkDiagnostics(const Case& item, const std::vector<Diagnostic>& diagnostics)
    {
        const auto expected = item.expected("diag");
        const bool onlyWarnings = !hasErrors(diagnostics);
        if (expected.empty() && onlyWarnings)
            return; // Cases about running need not repeat the lints.
        std::string wanted;
        std::string found;
        for (const std::string& line : expected) {
            std::istringstream stream(line);
            std::string severity;
            std::string id;
            std::string place;
            stream >> severity >> id >> place;
            wanted += severity + ' ' + id + ' ' + place + '\n';
        }
        for (const Diagnostic& diagnostic : diagnostics)
            found += std::string(severityName(diagnostic.severity)) + ' ' + diagnostic.id + ' '
                + at(diagnostic.line, diagnostic.column) + '\n';
        QVERIFY2(found == wanted, ("found:\n" + describe(diagnostics) + "expected:\n" + wanted).c_str());
        for (std::size_t index = 0; index < expected.size(); ++index) {
            std::istringstream stream(expected[index]);
            std::string word;
            stream >> word >> word >> word >> std::ws;
            std::string hint;
            std::getline(stream, hint);
            QVERIFY2(diagnostics[index].hint.find(hint) != std::string::npos,
                     diagnostics[index].hint.c_str());
            QVERIFY(diagnostics[index].message.ends_with('.'));
        }
    }

    static void checkRun(const Case& item, const Program& program, const RunResult& result)
    {
        const auto error = item.expected("error");
        if (!error.empty() || !result.ok()) {
            QVERIFY2(!result.ok(), "an error was expected");
            QVERIFY2(!error.empty(), result.error->message.c_str());
            const Place wanted = readPlace(error.front());
            QCOMPARE(q(kindName(result.error->kind) + ' ' + at(result.error->line, result.error->column)),
                     q(wanted.kind + ' ' + wanted.place));
            QVERIFY2(result.error->message.find(wanted.text) != std::string::npos,
                     result.error->message.c_str());
        }
        for (const std::string& line : item.expected("fired")) {
            std::string names;
            for (const std::string& name : firedNames(program, result.fired))
                names.append(names.empty() ? "" : " ").append(name);
            QVERIFY2(names == line, (names + "\n" + describe(result.diagnostics)).c_str());
        }
        const auto log = item.expected("log");
        if (!log.empty())
            QCOMPARE(q(Value(Value::Array(log.begin(), log.end())).toText()),
                     q(Value(Value::Array(result.log.begin(), result.log.end())).toText()));
        checkFacts(item, result.object);
        checkNotes(item, result);
    }

    static void checkFacts(const Case& item, const Value& object)
    {
        for (const std::string& line : item.expected("fact")) {
            const std::size_t equals = line.find(" = ");
            const Value* value = find(object, line.substr(0, equals));
            QVERIFY2(value != nullptr, line.c_str());
            // Kinds count too: 3 is not 3.0 here. Only typed facts have decimals.
            const bool typed = item.option("mode") == "typed";
            const auto wanted =
                fromJson(line.substr(equals + 3), typed ? JsonNumbers::Decimal : JsonNumbers::Double);
            QVERIFY2(wanted.value, wanted.error.c_str());
            QVERIFY2(toJson(*wanted.value) == toJson(*value),
                     (line + " but it is " + toJson(*value)).c_str());
        }
        for (const std::string& path : item.expected("missing"))
            QVERIFY2(find(object, path) == nullptr, path.c_str());
    }

    static void checkNotes(const Case& item, const RunResult& result)
    {
        const auto expected = item.expected("note");
        if (expected.empty() && item.expected("notes").empty())
            return;
        QVERIFY2(expected.size() == result.diagnostics.size(), describe(result.diagnostics).c_str());
        for (std::size_t index = 0; index < expected.size(); ++index) {
            const Diagnostic& diagnostic = result.diagnostics[index];
            const Place wanted = readPlace(expected[index]);
            QVERIFY2(diagnostic.id == wanted.kind && at(diagnostic.line, diagnostic.column) == wanted.place
                         && diagnostic.message.find(wanted.text) != std::string::npos,
                     (expected[index] + "\nfound:\n" + describe(result.diagnostics)).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(GrlCasesTest)
#include "grl_cases_test.moc"
