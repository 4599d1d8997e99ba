#include "core/domain/fact_schema.h"
#include "core/grl/values/json.h"

#include <QTest>

#include <sstream>

#include "tests/grl/support/rule_cases.h"
#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

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
        for (const Case& item : allCases())
            QTest::newRow(item.title.c_str()) << item;
    }

    void language()
    {
        QFETCH(Case, item);
        const bool typed = item.option("mode") == "typed";
        const Compilation compilation = compileText(item.text(), typed ? &purchasingSchema() : nullptr);
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
