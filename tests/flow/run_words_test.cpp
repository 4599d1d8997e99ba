#include "core/domain/fact_schema.h"
#include "core/flow/run_words.h"
#include "core/flow/sentence_forms.h"

#include <QSet>
#include <QTest>

#include "tests/flow/loud_forms.h"
#include "tests/grl/support/rule_cases.h"
#include "tests/grl/support/rule_packs.h"

namespace purchasing::tests {
namespace {

/// All that a run says of itself.
QStringList sentencesOf(const grl::RunResult& result)
{
    QStringList sentences;
    if (result.error)
        sentences << q(result.error->message);
    for (const grl::Diagnostic& note : result.diagnostics)
        sentences << q(note.message);
    for (const grl::RuleExplanation& rule : result.trace.rules) {
        sentences << q(grl::explainInOneLine(rule));
        for (const grl::ConditionPart& part : rule.condition) {
            if (part.truth == grl::Truth::Error)
                sentences << q(part.error);
        }
    }
    return sentences;
}

} // namespace

/// What a run of rules says is said again in the reader's language.
class RunWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesAreSaidAgain_data();
    void sentencesAreSaidAgain();
    void everyMistakeIsKnown_data();
    void everyMistakeIsKnown();
    void allCasesAreKnown();
};

void RunWordsTest::sentencesAreSaidAgain_data()
{
    QTest::addColumn<QString>("made");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* made, const char* said) {
        QTest::newRow(made) << QString::fromUtf8(made) << QString::fromUtf8(said);
    };
    row("Rule \"check stock\" stopped: division by zero in a / b in line 3: x = a / b.",
        "RULE \"check stock\" STOPPED: DIVISION BY ZERO IN a / b IN LINE 3: x = a / b.");
    row("Rule \"r\" could not be evaluated: moq is missing.",
        "RULE \"r\" COULD NOT BE EVALUATED: moq IS MISSING.");
    row("The run took more than 100 steps; last fired: \"a\", \"b\" and 3 more.",
        "THE RUN TOOK MORE THAN 100 STEPS; LAST FIRED: \"a\", \"b\" AND 3 MORE.");
    row("The rules did not come to an end within 5 cycles; still firing: none.",
        "THE RULES DID NOT COME TO AN END WITHIN 5 CYCLES; STILL FIRING: NONE.");
    row("The condition could not be evaluated: cannot calculate with a number and text.",
        "THE CONDITION COULD NOT BE EVALUATED: CANNOT CALCULATE WITH A NUMBER AND TEXT.");
    row("not matched: shortage > 0 is false (shortage = -40)",
        "NOT MATCHED: shortage > 0 IS FALSE (shortage = -40)");
    row("matched in cycle 2 but not chosen; in the end x > 1 is false (x = 0)",
        "MATCHED IN CYCLE 2 BUT NOT CHOSEN; IN THE END x > 1 IS FALSE (x = 0)");
    row("error: a > b cannot be evaluated: a has no value (a = nothing)",
        "ERROR: a > b CANNOT BE EVALUATED: a HAS NO VALUE (a = nothing)");
    row("fired in cycle 1, 2, 3", "FIRED IN CYCLE 1, 2, 3");
    // Nobody knows its form: as it is, signs of gaps included.
    row("something else about %1", "something else about %1");
    row("", "");
}

void RunWordsTest::sentencesAreSaidAgain()
{
    QFETCH(const QString, made);
    QFETCH(const QString, said);
    QCOMPARE(runInWords(made), made); // In the language it is made in.
    LoudForms loud({"purchasing::RuleRun"});
    QVERIFY(QCoreApplication::installTranslator(&loud));
    QCOMPARE(runInWords(made), said);
}

void RunWordsTest::everyMistakeIsKnown_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("facts");
    const auto statement = [](const char* text,
                              const char* facts = R"({"n": 1, "t": "a", "l": [1], "o": {"p": 1}})") {
        QTest::newRow(text)
            << QStringLiteral("rule A no-loop { when true then %1; }").arg(QLatin1String(text))
            << QString::fromUtf8(facts);
    };
    for (const char* text : {"x = n + l",
                             "x = l < n",
                             "x = n contains t",
                             "x = n in t",
                             "x = n startsWith t",
                             "x = -t",
                             "x = test(l)",
                             "x = 5 % 0",
                             "x = 1 / 0",
                             "x = n & 1.5",
                             "n += t",
                             "l *= 2",
                             "m += 1",
                             "x = l[\"a\"]",
                             "x = n[1]",
                             "x = t.p",
                             "x = m.P",
                             "l[5] = 1",
                             "l[0-1] = 1",
                             "l[true] = 1",
                             "t.p = 1",
                             "x = Round(1, 99)",
                             "x = Sqrt(0 - 1)",
                             "x = Lcm(0, 3)",
                             "x = Sum(t)",
                             "x = Len(n)",
                             "x = Join(n, t)",
                             "x = Join(l, n)",
                             "x = ToUpper(n)",
                             "x = Substring(t, 0 - 1, 2)",
                             "x = Repeat(t, 0 - 1)",
                             "x = Repeat(t, \"a\")",
                             "x = Split(t, \"\")",
                             "x = MatchString(t, \"(\" + t)",
                             "x = Repeat(t, 99999999)",
                             "x = 10000000000.0 * 1e300 * 1e300",
                             "x = Abs(t)"})
        statement(text);
    QTest::newRow("a condition") << QStringLiteral(
        "rule A { when n then x = 1; } rule B { when t > n then x = 1; }")
                                 << QStringLiteral(R"({"n": 1, "t": "a"})");
    QTest::newRow("no object") << QStringLiteral("rule A { when true then x = 1; }") << QStringLiteral("[1]");
}

void RunWordsTest::everyMistakeIsKnown()
{
    QFETCH(const QString, rules);
    QFETCH(const QString, facts);
    const grl::Compilation compiled = compileText(rules.toStdString());
    QVERIFY2(compiled.program, describe(compiled.diagnostics).c_str());
    grl::RunOptions options;
    options.trace = true;
    const grl::RunResult result =
        grl::Interpreter(compiled.program).run(object(facts.toUtf8().constData()), options);
    QVERIFY2(!result.ok() || !result.diagnostics.empty(), "Nothing went wrong.");
    for (const QString& sentence : sentencesOf(result))
        QVERIFY2(runForms().phraseOf(sentence), qPrintable(sentence));
}

void RunWordsTest::allCasesAreKnown()
{
    int seen = 0;
    for (const Case& item : allCases()) {
        const bool isTyped = item.option("mode") == "typed";
        const grl::Compilation compiled = compileText(item.text(), isTyped ? &purchasingSchema() : nullptr);
        if (!compiled.program)
            continue;
        grl::RunOptions options;
        options.trace = true;
        options.strict = isTyped;
        if (!item.option("max-cycles").empty())
            options.maxCycles = std::stoi(item.option("max-cycles"));
        for (const QString& sentence : sentencesOf(run(item, compiled.program, options))) {
            QVERIFY2(runForms().phraseOf(sentence), qPrintable(q(item.title + ": ") + sentence));
            ++seen;
        }
    }
    QVERIFY2(seen > 150, qPrintable(QString::number(seen)));
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RunWordsTest)
#include "run_words_test.moc"
