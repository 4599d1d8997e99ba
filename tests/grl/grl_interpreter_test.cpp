#include "core/domain/fact_schema.h"
#include "core/grl/functions/functions.h"

#include <QTest>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;
using namespace std::chrono_literals;

namespace {

FactRow shortProduct()
{
    FactRow row(purchasingSchema());
    row.set(indexOf(Fact::RequiredQty), Value(100));
    row.set(indexOf(Fact::AvailableQty), Value(20));
    row.set(indexOf(Fact::Moq), Value(50));
    row.set(indexOf(Fact::UnitPrice), Value(10));
    row.set(indexOf(Fact::OrderMultiple), Value(1));
    row.set(indexOf(Fact::OnOrderQty), Value(0));
    row.set(indexOf(Fact::IsActive), Value(true));
    row.set(indexOf(Fact::SupplierId), Value("SUP-001"));
    return row;
}

} // namespace

/// Limits, isolation of runs, threads and the border of the library.
class GrlInterpreterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfARunReachesTheNext()
    {
        // The engines this language comes from kept no-loop, Complete and Retract between runs.
        const Compilation compilation =
            compileText("rule A salience 2 no-loop { when x == 1 then y = 1; Retract(\"B\"); }"
                        "rule B { when x < 3 then z = 1; }"
                        "rule C salience -1 { when true then Complete(); }");
        QVERIFY(compilation.program);
        Interpreter interpreter(compilation.program);
        for (int run = 0; run < 3; ++run) {
            QCOMPARE(interpreter.run(object(R"({"x": 1})")).fired, (std::vector<std::size_t>{0, 2}));
            QCOMPARE(interpreter.run(object(R"({"x": 2})")).fired, (std::vector<std::size_t>{1, 2}));
        }
    }

    void aTypedObjectServesManyRows()
    {
        Interpreter interpreter(compileTyped(defaultPacks()));
        const RunResult first = interpreter.run(shortProduct());
        FactRow inactive = shortProduct();
        inactive.set(indexOf(Fact::IsActive), Value(false));
        QCOMPARE(interpreter.run(inactive).fired.size(), std::size_t{3});
        const RunResult again = interpreter.run(shortProduct());
        QCOMPARE(again.fired, first.fired);
        QVERIFY(again.facts == first.facts);
    }

    void aRowDecidedBeforeIsDecidedAfresh()
    {
        Interpreter interpreter(compileTyped(defaultPacks()));
        FactRow row = shortProduct();
        QVERIFY(interpreter.decide(row));
        const FactRow once = row;
        row.resetResults();
        QVERIFY(interpreter.decide(row));
        QVERIFY(row == once);
    }

    void aFailedRunChangesNothing()
    {
        const Compilation compilation =
            compileText("rule A no-loop { when moq > 0 then order_qty = 5; "
                        "po_status = \"approved\"; total_amount = 1 / shortage; }",
                        &purchasingSchema());
        QVERIFY(compilation.program);
        Interpreter interpreter(compilation.program);
        FactRow row = shortProduct();
        const FactRow before = row;
        const RunResult result = interpreter.run(row);
        QVERIFY(!result.ok());
        QVERIFY(result.facts == before);
        // What was written until then is told beside it, and by the run on the row itself in the row.
        QCOMPARE(q(result.partialFacts.at(indexOf(Fact::PoStatus)).asText()), QStringLiteral("approved"));
        QVERIFY(result.partialFacts.at(indexOf(Fact::TotalAmount)) == before.at(indexOf(Fact::TotalAmount)));
        QVERIFY(!interpreter.decide(row));
        QVERIFY(row == result.partialFacts);
        QVERIFY(interpreter.error() == result.error);
        QCOMPARE(q(result.error->rule), QStringLiteral("A"));
        QVERIFY(result.error->message.find("total_amount = 1 / shortage") != std::string::npos);
    }

    void textsSurviveTheRunThatMadeThem()
    {
        const Compilation compilation = compileText(
            "rule A no-loop { when true then po_status = supplier_id + \" and a rather long text\"; "
            "approval_status = po_status; supplier_error = supplier_id; }",
            &purchasingSchema());
        QVERIFY(compilation.program);
        Interpreter interpreter(compilation.program);
        FactRow row = shortProduct();
        QVERIFY(interpreter.decide(row));
        FactRow other = shortProduct();
        other.set(indexOf(Fact::SupplierId), Value("another supplier with a long name"));
        QVERIFY(interpreter.decide(other));
        QCOMPARE(q(row.at(indexOf(Fact::ApprovalStatus)).asText()),
                 QStringLiteral("SUP-001 and a rather long text"));
        QCOMPARE(q(row.at(indexOf(Fact::SupplierError)).asText()), QStringLiteral("SUP-001"));
    }

    void oneProgramServesManyThreads()
    {
        const auto program = compileTyped(defaultPacks());
        Interpreter reference(program);
        const RunResult expected = reference.run(shortProduct());
        std::atomic<int> differences = 0;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] {
                Interpreter interpreter(program);
                for (int run = 0; run < 200; ++run) {
                    const RunResult result = interpreter.run(shortProduct());
                    if (!(result.facts == expected.facts) || result.fired != expected.fired
                        || result.log != expected.log)
                        ++differences;
                }
            });
        }
        threads.clear();
        QCOMPARE(differences.load(), 0);
    }

    void endlessRulesStopAtEveryLimit()
    {
        const Compilation compilation = compileText("rule Endless { when x >= 0 then x = x + 1; }");
        Interpreter interpreter(compilation.program);
        const Value facts = object(R"({"x": 0})");

        const RunResult cycles = interpreter.run(facts);
        QCOMPARE(cycles.cycles, kDefaultMaxCycles);
        QVERIFY(cycles.error->kind == RunError::Kind::MaxCycles);
        QVERIFY(cycles.error->message.find("\"Endless\"") != std::string::npos);
        QVERIFY(cycles.object == facts);

        RunOptions options;
        options.maxCycles = 1'000'000'000;
        options.formatLog = false;
        options.maxSteps = 1000;
        QVERIFY(interpreter.run(facts, options).error->kind == RunError::Kind::Limit);

        options.maxSteps = 0; // None.
        options.timeLimit = 20ms;
        const auto started = std::chrono::steady_clock::now();
        QVERIFY(interpreter.run(facts, options).error->kind == RunError::Kind::Limit);
        QVERIFY(std::chrono::steady_clock::now() - started < 5s);

        options.timeLimit = 0ms;
        std::atomic_bool cancelled = false;
        options.cancelled = &cancelled;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(20ms);
            cancelled = true;
        });
        QVERIFY(interpreter.run(facts, options).error->kind == RunError::Kind::Cancelled);
    }

    void exactlyTheLimitIsNoError()
    {
        const Compilation compilation = compileText("rule A { when x < 10 then x = x + 1; }");
        Interpreter interpreter(compilation.program);
        RunOptions options;
        options.maxCycles = 10;
        QVERIFY(interpreter.run(object(R"({"x": 0})"), options).ok());
        options.maxCycles = 9;
        QVERIFY(!interpreter.run(object(R"({"x": 0})"), options).ok());
    }

    void rulesKeepTheOrderOfPacksOnTies()
    {
        const std::vector<Pack> packs{{"one.grl", "rule Z { when true then Log(1); }"},
                                      {"two.grl", "rule A { when true then Log(2); }"}};
        const Compilation compilation = compile(packs);
        QCOMPARE(Interpreter(compilation.program).run(Value(Value::Object{})).fired,
                 (std::vector<std::size_t>{0, 1}));
    }

    void ruleInformationTellsWhatIsReadAndWritten()
    {
        const auto program = compileTyped(basePacks());
        const int index = program->ruleIndex("CalculateTax");
        QVERIFY(index >= 0);
        const RuleInfo& rule = program->rules()[static_cast<std::size_t>(index)];
        QCOMPARE(rule.reads,
                 (std::vector<std::size_t>{indexOf(Fact::FinalAmount), indexOf(Fact::TaxAmount)}));
        QCOMPARE(rule.writes,
                 (std::vector<std::size_t>{indexOf(Fact::TaxAmount), indexOf(Fact::GrandTotal)}));
        QCOMPARE(q(rule.condition), QStringLiteral("final_amount > 0"));
        QCOMPARE(rule.salience, 80);
        QVERIFY(program->readsFact(indexOf(Fact::UnitPrice)));
        QVERIFY(!program->readsFact(indexOf(Fact::ConversionFactor)));
        QVERIFY(!program->readsFact(indexOf(Fact::SupplierId))); // only shown in the log
        QCOMPARE(program->ruleIndex("None"), -1);
    }

    void strictRunsFailWhereAConditionErrorStandsAtTheEnd()
    {
        const Compilation compilation =
            compileText("rule A { when true then x = 1; }\nrule B { when s > 1 then y = 1; }");
        Interpreter interpreter(compilation.program);
        const Value facts = object(R"({"s": "a"})");
        QVERIFY(interpreter.run(facts).ok());
        RunOptions options;
        options.strict = true;
        const RunResult result = interpreter.run(facts, options);
        QVERIFY(!result.ok());
        QVERIFY(result.error->kind == RunError::Kind::Runtime);
        QCOMPARE(q(result.error->rule), QStringLiteral("B"));
        QCOMPARE(result.error->line, 2);
        QCOMPARE(q(result.error->message),
                 QStringLiteral("Rule \"B\" could not be evaluated: there is no order between text and a "
                                "number."));
        QVERIFY(result.object == facts);
        QCOMPARE(result.fired, (std::vector<std::size_t>{0})); // What could fire did.
        options.strict = false;
        QVERIFY(interpreter.run(facts, options).ok());
    }

    void strictRunsForgiveWhatNoLongerCounts_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<bool>("ok");
        const QString divides = QStringLiteral("rule D { when 1 / x > 0 then y = 1; } ");
        QTest::newRow("it stands") << divides << false;
        QTest::newRow("another rule mended it")
            << divides + QStringLiteral("rule A no-loop { when x == 0 then x = 2; }") << true;
        QTest::newRow("the rule was retracted")
            << divides + QStringLiteral("rule A no-loop { when true then Retract(\"D\"); }") << true;
        QTest::newRow("the run was completed")
            << divides + QStringLiteral("rule A { when true then Complete(); }") << true;
        QTest::newRow("it fired before and may not again")
            << QStringLiteral("rule A no-loop { when z / (1 - x) > 0 then x = 1; }") << true;
        QTest::newRow("it fired before and may again")
            << QStringLiteral("rule A { when z / (1 - x) > 0 then x = 1; }") << false;
        QTest::newRow("it was not looked at")
            << QStringLiteral("rule A { when x > 0 && 1 / x > 0 then y = 1; }") << true;
    }

    void strictRunsForgiveWhatNoLongerCounts()
    {
        QFETCH(QString, rules);
        QFETCH(bool, ok);
        const Compilation compilation = compileText(rules.toStdString());
        QVERIFY2(compilation.program, describe(compilation.diagnostics).c_str());
        RunOptions options;
        options.strict = true;
        for (const Evaluation evaluation : {Evaluation::Incremental, Evaluation::Full}) {
            options.evaluation = evaluation;
            const RunResult result =
                Interpreter(compilation.program).run(object(R"({"x": 0, "z": 5})"), options);
            QVERIFY2(result.ok() == ok, result.error ? result.error->message.c_str() : "ok");
            QVERIFY(ok || !result.error->isMissingFact);
        }
    }

    void aMissingFactIsToldFromAnotherCause()
    {
        const Compilation compilation = compileText("rule A { when s == 1 || 1 / x > 0 then y = 1; }\n"
                                                    "rule B { when t > 0 then y = 2; }");
        RunOptions options;
        options.strict = true;
        const auto errorOf = [&](const char* facts) {
            return Interpreter(compilation.program).run(object(facts), options).error.value();
        };
        const RunError zero = errorOf(R"({"x": 0, "t": 0})");
        QCOMPARE(q(zero.message), QStringLiteral("Rule \"A\" could not be evaluated: division by zero."));
        QVERIFY(!zero.isMissingFact);
        const RunError missing = errorOf(R"({"x": 1, "s": 1})");
        QCOMPARE(q(missing.message), QStringLiteral("Rule \"B\" could not be evaluated: t is missing."));
        QVERIFY(missing.isMissingFact);
    }

    void multiplesOfWhatIsNotWholeFail()
    {
        for (const char* call : {"Lcm(0, 5)", "Lcm(-3, 5)", "Lcm(2.5, 5)", "Lcm(4611686018427387905, 3)"}) {
            const Compilation compilation =
                compileText(std::string("rule A { when true then x = ") + call + "; }");
            QVERIFY(compilation.program);
            const RunResult result = Interpreter(compilation.program).run(object("{}"));
            QVERIFY2(!result.ok() && result.error->message.find("line 1") != std::string::npos, call);
        }
    }

    void aThousandRulesRunAndFire()
    {
        std::string text;
        for (int rule = 0; rule < 1000; ++rule) {
            const std::string number = std::to_string(rule);
            text += "rule R" + number + " { when moq >= " + number + " then order_qty = order_qty + 1; }\n";
        }
        const Compilation compilation = compileText(text, &purchasingSchema());
        QVERIFY(compilation.program);
        Interpreter interpreter(compilation.program);
        FactRow row = shortProduct();
        row.set(indexOf(Fact::Moq), Value(5000));
        const RunResult result = interpreter.run(row);
        QVERIFY2(result.ok(), result.error ? result.error->message.c_str() : "");
        QCOMPARE(result.cycles, 1000);
        QVERIFY(interpreter.decide(row));
        QVERIFY(row == result.facts);
    }

    void theTraceOfAnEndlessRunIsCut()
    {
        // Long texts and many cycles: kept whole they would be gigabytes.
        const Compilation compilation =
            compileText("rule Long no-loop salience 1 { when true then s = \"x\".Repeat(400000); }\n"
                        "rule Endless { when x >= 0 then x = x + 1; t = s; }");
        RunOptions options;
        options.maxCycles = 100'000'000;
        options.maxSteps = 2000;
        options.trace = true;
        const RunResult result = Interpreter(compilation.program).run(object(R"({"x": 0})"), options);
        QVERIFY(result.error->kind == RunError::Kind::Limit);
        QVERIFY(result.trace.cut);
        QVERIFY(result.trace.cycles.size() < 100);
        QVERIFY(explainInOneLine(result.trace.rules[1]).size() < 300);
        QVERIFY(explainInOneLine(result.trace.rules[1]).find("more") != std::string::npos);
        options.maxCycles = 3;
        const RunResult few = Interpreter(compilation.program).run(object(R"({"x": 0})"), options);
        QCOMPARE(few.trace.cycles.size(), std::size_t{3});
    }

    void wrongModeIsAnErrorValue()
    {
        Interpreter typed(compileTyped(basePacks()));
        QVERIFY(!typed.run(object("{}")).ok());
        QVERIFY(!typed.run(FactRow()).ok());
        Interpreter dynamic(compileText("rule A { when true then x = 1; }").program);
        QVERIFY(!dynamic.run(shortProduct()).ok());
        QVERIFY(!dynamic.run(Value(5)).ok());
        FactRow row = shortProduct();
        QVERIFY(!dynamic.decide(row));
    }

    void leavingOutTheLogChangesNothingElse()
    {
        Interpreter interpreter(compileTyped(defaultPacks()));
        RunOptions options;
        options.formatLog = false;
        const RunResult quiet = interpreter.run(shortProduct(), options);
        const RunResult loud = interpreter.run(shortProduct());
        QVERIFY(quiet.log.empty());
        QVERIFY(!loud.log.empty());
        QVERIFY(quiet.facts == loud.facts);
        QCOMPARE(quiet.fired, loud.fired);
    }

    void everyFunctionIsDocumentedAndFoundInAnyCase()
    {
        QVERIFY(functions().size() > 40);
        for (const FunctionInfo& info : functions()) {
            QVERIFY(!info.signature.empty() && info.documentation.ends_with('.'));
            QVERIFY(info.signature.find(info.name) != std::string_view::npos);
            QCOMPARE(findFunction(toLowerAscii(info.name)), &info);
            QVERIFY(!isPlannedFunction(info.name));
        }
        QVERIFY(findFunction("Nothing") == nullptr);
    }

    void theLanguageKnowsNothingOfQt()
    {
        int files = 0;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(PURCHASING_SOURCE_DIR "/core/grl")) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path());
            const std::string text(std::istreambuf_iterator<char>(file), {});
            QVERIFY2(text.find("#include <Q") == std::string::npos, entry.path().c_str());
            ++files;
        }
        QVERIFY(files > 30);
    }
};

QTEST_APPLESS_MAIN(GrlInterpreterTest)
#include "grl_interpreter_test.moc"
