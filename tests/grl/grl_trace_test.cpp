#include "core/domain/fact_schema.h"
#include "core/grl/values/json.h"

#include <QTest>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

RunResult traced(const std::string& rules, const char* facts)
{
    const Compilation compilation = compileText(rules);
    if (!compilation.program)
        qFatal("%s", describe(compilation.diagnostics).c_str());
    RunOptions options;
    options.trace = true;
    return Interpreter(compilation.program).run(fromJson(facts).value.value(), options);
}

QString part(const ConditionPart& item)
{
    const char* const names[]{"false", "true", "-", "error"};
    return QStringLiteral("%1%2 %3 [%4]%5")
        .arg(QString(item.depth * 2, QLatin1Char(' ')), q(item.source),
             QLatin1String(names[static_cast<int>(item.truth)]), q(operandsText(item)),
             item.decisive ? QStringLiteral(" <-") : QString());
}

QStringList parts(const RuleExplanation& rule)
{
    QStringList lines;
    for (const ConditionPart& item : rule.condition)
        lines << part(item);
    return lines;
}

} // namespace

/// What a run tells about itself.
class GrlTraceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTraceThereIsNone()
    {
        const Compilation compilation = compileText("rule A { when true then x = 1; }");
        const RunResult result = Interpreter(compilation.program).run(Value(Value::Object{}));
        QVERIFY(result.trace.cycles.empty() && result.trace.rules.empty());
    }

    void cyclesTellCandidatesWritesAndLog()
    {
        const RunResult result =
            traced("rule A salience 5 { when x < 2 then\n x = x + 1;\n o.y = x; Log(\"x is \", x); }\n"
                   "rule B { when x == 2 then z = \"done\"; }",
                   R"({"x": 1})");
        QCOMPARE(result.trace.cycles.size(), std::size_t{2});
        const TraceCycle& first = result.trace.cycles[0];
        QCOMPARE(first.number, 1);
        QCOMPARE(first.candidates.size(), std::size_t{1});
        QCOMPARE(first.candidates[0].salience, 5);
        QCOMPARE(first.fired, std::size_t{0});
        QCOMPARE(first.writes.size(), std::size_t{2});
        QCOMPARE(q(first.writes[0].path + ' ' + first.writes[0].before.toText() + ' '
                   + first.writes[0].after.toText()),
                 QStringLiteral("x 1 2"));
        QCOMPARE(first.writes[0].line, 2);
        QCOMPARE(q(first.writes[1].path + ' ' + first.writes[1].before.toText()), QStringLiteral("o.y null"));
        QCOMPARE(first.writes[1].line, 3);
        QCOMPARE(first.log, (std::vector<std::string>{"x is 2"}));
        QCOMPARE(result.trace.rules[0].log, first.log);
        QCOMPARE(result.trace.rules[1].firedInCycles, (std::vector<int>{2}));
    }

    void candidatesAreListedBestFirst()
    {
        const RunResult result =
            traced("rule A { when true then x = 1; } rule B salience 9 { when true then y = 1; }"
                   "rule C salience 9 { when true then z = 1; } rule D { when false then z = 2; }",
                   "{}");
        QStringList names;
        for (const TraceCandidate& candidate : result.trace.cycles[0].candidates)
            names << QString::number(candidate.rule);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("1 2 0"));
        QCOMPARE(result.trace.cycles[2].candidates.size(), std::size_t{1});
    }

    void theFirstFailingPartIsMarked()
    {
        const RunResult result =
            traced("rule A { when a > 0 && (b == 1 || c.d < a) && s == \"x\" then y = 1; }",
                   R"({"a": 5, "b": 2, "c": {"d": 7}, "s": "x"})");
        const RuleExplanation& rule = result.trace.rules[0];
        QVERIFY(rule.outcome == RuleOutcome::NotMatched);
        const QStringList expected{QStringLiteral("a > 0 && (b == 1 || c.d < a) && s == \"x\" false []"),
                                   QStringLiteral("  a > 0 true [a = 5]"),
                                   QStringLiteral("  (b == 1 || c.d < a) false []"),
                                   QStringLiteral("    b == 1 false [b = 2] <-"),
                                   QStringLiteral("    c.d < a false [c.d = 7, a = 5]"),
                                   QStringLiteral("  s == \"x\" - []")};
        QCOMPARE(parts(rule), expected);
        QCOMPARE(q(explainInOneLine(rule)), QStringLiteral("not matched: b == 1 is false (b = 2)"));
        QCOMPARE(rule.condition[3].column, 25);
    }

    void errorsAreExplained()
    {
        const RunResult result =
            traced("rule A { when a > 0 && s > 1 then y = 1; }", R"({"a": 5, "s": "x"})");
        const RuleExplanation& rule = result.trace.rules[0];
        QVERIFY(rule.outcome == RuleOutcome::Error);
        QCOMPARE(
            q(explainInOneLine(rule)),
            QStringLiteral(
                "error: s > 1 cannot be evaluated: there is no order between text and a number (s = \"x\")"));
    }

    void aRuleThatLostItsChanceSaysSo()
    {
        const RunResult result =
            traced("rule A salience 1 { when x == 1 then x = 2; } rule B { when x == 1 then y = 1; }"
                   "rule C salience 3 { when true then Retract(\"D\"); } rule D { when true then y = 2; }",
                   R"({"x": 1})");
        QVERIFY(result.trace.rules[1].outcome == RuleOutcome::MatchedNotChosen);
        QCOMPARE(q(explainInOneLine(result.trace.rules[1])),
                 QStringLiteral("matched in cycle 2 but not chosen; in the end x == 1 is false (x = 2)"));
        QCOMPARE(q(explainInOneLine(result.trace.rules[3])),
                 QStringLiteral("matched but retracted by another rule"));
    }

    void rulesThatFiredShowTheValuesTheyFiredWith()
    {
        const RunResult result = traced("rule A { when x < 3 then x = x + 1; }", R"({"x": 1})");
        QCOMPARE(q(explainInOneLine(result.trace.rules[0])), QStringLiteral("fired in cycle 1, 2"));
        QCOMPARE(parts(result.trace.rules[0]), QStringList{QStringLiteral("x < 3 true [x = 1]")});
    }

    void aFailedRunKeepsItsTrace()
    {
        const RunResult result = traced("rule A { when true then x = 5; y = 1 / z; }", R"({"z": 0})");
        QVERIFY(!result.ok());
        QCOMPARE(result.trace.cycles.size(), std::size_t{1});
        QCOMPARE(q(result.trace.cycles[0].writes.at(0).path), QStringLiteral("x"));
    }

    void typedRulesAreExplainedWithTheirFacts()
    {
        Interpreter interpreter(compileTyped(basePacks()));
        FactRow row(purchasingSchema());
        row.set(indexOf(Fact::RequiredQty), Value(100));
        row.set(indexOf(Fact::AvailableQty), Value(140));
        row.set(indexOf(Fact::IsActive), Value(true));
        RunOptions options;
        options.trace = true;
        const RunResult result = interpreter.run(row, options);
        QVERIFY(result.ok());
        const auto explain = [&](const char* rule) {
            return q(explainInOneLine(
                result.trace.rules[static_cast<std::size_t>(interpreter.program().ruleIndex(rule))]));
        };
        QCOMPARE(explain("SetReorderFlag"),
                 QStringLiteral("not matched: shortage > 0 is false (shortage = -40)"));
        QCOMPARE(explain("CalculateShortage"), QStringLiteral("fired in cycle 1"));
        QCOMPARE(explain("ValidateSupplierActive"),
                 QStringLiteral("not matched: is_active == false is false (is_active = true)"));
        const TraceWrite& write = result.trace.cycles[0].writes.at(0);
        QCOMPARE(q(write.path + ' ' + write.before.toText() + ' ' + write.after.toText()),
                 QStringLiteral("shortage 0 -40"));
        QCOMPARE(write.line, 8);
    }
};

QTEST_APPLESS_MAIN(GrlTraceTest)
#include "grl_trace_test.moc"
