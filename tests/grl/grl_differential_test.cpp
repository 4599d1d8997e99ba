#include <QTest>

#include <random>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing::grl;
using namespace purchasing::tests;

namespace {

#ifdef NDEBUG
constexpr int kPrograms = 4000;
#else
constexpr int kPrograms = 400;
#endif

const Schema& smallSchema()
{
    static const Schema schema({
        {"a", FactType::Quantity, "", Direction::In, Value(), ""},
        {"b", FactType::Integer, "", Direction::In, Value(), ""},
        {"c", FactType::Money, "", Direction::Out, Value(Decimal{}), ""},
        {"d", FactType::Quantity, "", Direction::Out, Value(Decimal{}), ""},
        {"f", FactType::Bool, "", Direction::Out, Value(false), ""},
        {"g", FactType::Bool, "", Direction::In, Value(), ""},
        {"s", FactType::Text, "", Direction::Out, Value(""), ""},
        {"t", FactType::Text, "", Direction::In, Value(), ""},
    });
    return schema;
}

// Writes random programs that are correct in their types but loop, fail and disturb each other.
class ProgramWriter
{
public:
    ProgramWriter(std::mt19937& random, bool typed)
        : m_random(random)
        , m_typed(typed)
    {
    }

    std::string program() { return program(2 + pick(6)); }
    std::string program(int rules)
    {
        m_rules = rules;
        std::string text;
        for (int rule = 0; rule < m_rules; ++rule) {
            text += "rule R" + std::to_string(rule) + " salience " + std::to_string(pick(4));
            text += pick(3) == 0 ? " no-loop" : "";
            text += " { when " + condition(3) + " then\n";
            const int statements = 1 + pick(3);
            for (int index = 0; index < statements; ++index)
                text += "    " + statement() + ";\n";
            text += "}\n";
        }
        return text;
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    std::string oneOf(std::initializer_list<const char*> items)
    {
        return *(items.begin() + pick(static_cast<int>(items.size())));
    }
    std::string numberFact()
    {
        return m_typed ? oneOf({"a", "b", "c", "d"}) : oneOf({"a", "o.b", "o.p.c", "d"});
    }
    std::string boolFact() { return m_typed ? oneOf({"f", "g"}) : oneOf({"f", "o.g"}); }
    std::string textFact() { return m_typed ? oneOf({"s", "t"}) : oneOf({"s", "o.t"}); }

    std::string number(int depth)
    {
        if (depth == 0 || pick(3) == 0)
            return pick(2) == 0 ? numberFact() : oneOf({"0", "1", "2.5", "3", "-4", "0.125", "10"});
        switch (pick(6)) {
        case 0: return "Max(" + number(depth - 1) + ", " + number(depth - 1) + ")";
        case 1: return oneOf({"Ceil", "Floor", "Abs", "Round"}) + "(" + number(depth - 1) + ")";
        case 2: return "Length(" + text(depth - 1) + ")";
        default:
            return "(" + number(depth - 1) + oneOf({" + ", " - ", " * ", " / ", " % "}) + number(depth - 1)
                + ")";
        }
    }

    std::string text(int depth)
    {
        if (depth == 0 || pick(2) == 0)
            return pick(2) == 0 ? textFact() : oneOf({"\"\"", "\"x\"", "\"on\"", "\"off\""});
        return pick(2) == 0 ? "Substring(" + text(depth - 1) + ", 0, 3)"
                            : oneOf({"ToUpper", "Trim"}) + "(" + text(depth - 1) + ")";
    }

    std::string condition(int depth)
    {
        switch (depth == 0 ? 2 + pick(4) : pick(6)) {
        case 0: return "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
        case 1: return "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
        case 2: return (pick(2) == 0 ? "!" : "") + boolFact();
        case 3: return textFact() + oneOf({" == ", " != ", " startsWith ", " contains "}) + text(1);
        default: return number(1) + oneOf({" == ", " != ", " < ", " <= ", " > ", " >= "}) + number(1);
        }
    }

    std::string statement()
    {
        switch (pick(12)) {
        case 0: return boolFact() + " = " + condition(1);
        case 1: return textFact() + " = " + text(2);
        case 2: return "Log(" + number(1) + ", \" \", " + text(1) + ")";
        case 3:
            return pick(4) == 0 ? "Retract(\"R" + std::to_string(pick(m_rules)) + "\")"
                                : boolFact() + " = true";
        case 4: return pick(8) == 0 ? "Complete()" : numberFact() + " += 1";
        default: return numberFact() + oneOf({" = ", " += ", " -= ", " = ", " = "}) + number(2);
        }
    }

    std::mt19937& m_random;
    bool m_typed;
    int m_rules = 0;
};

Value randomNumber(std::mt19937& random)
{
    if (random() % 12 == 0)
        return {};
    return Value(Decimal::fromParts(static_cast<int>(random() % 400) - 100, static_cast<int>(random() % 3)));
}

FactRow randomRow(std::mt19937& random)
{
    FactRow row(smallSchema());
    row.set(0, randomNumber(random));
    row.set(1, randomNumber(random));
    if (random() % 10 != 0)
        row.set(5, Value(random() % 2 == 0));
    if (random() % 10 != 0)
        row.set(7, Value(random() % 2 == 0 ? "on" : "xyz"));
    return row;
}

Value randomObject(std::mt19937& random)
{
    const auto number = [&]() -> Value {
        switch (random() % 3) {
        case 0: return Value(static_cast<int>(random() % 20) - 5);
        case 1: return Value(static_cast<double>(random() % 40) / 8 - 1);
        default: return {};
        }
    };
    Value::Object inner{{"b", number()}, {"t", Value("on")}, {"p", Value(Value::Object{{"c", number()}})}};
    return Value(Value::Object{
        {"a", number()}, {"d", number()}, {"f", Value(random() % 2 == 0)}, {"o", Value(inner)}});
}

std::string outcome(const RunResult& result)
{
    std::string text = result.ok() ? "ok\n" : "error " + result.error->message + "\n";
    for (const std::size_t rule : result.fired)
        text += std::to_string(rule) + ' ';
    text += "\ncycles " + std::to_string(result.cycles) + "\nfacts ";
    for (const FactRow* row : {&result.facts, &result.partialFacts}) {
        for (std::size_t fact = 0; fact < row->size(); ++fact)
            text += row->at(fact).toText() + '|';
    }
    text += result.object.toText() + '\n' + describe(result.diagnostics);
    for (const std::string& line : result.log)
        text += line + '\n';
    return text;
}

} // namespace

/// The quick evaluations must give exactly what plain evaluation of every condition in every cycle gives.
class GrlDifferentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedProgramsGiveTheSameInEveryWay_data()
    {
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("maxCycles");
        QTest::addColumn<qint64>("maxSteps");
        QTest::addColumn<int>("rules");
        const qint64 steps = kDefaultMaxSteps;
        QTest::newRow("few rules") << false << kDefaultMaxCycles << steps << 0;
        QTest::newRow("few rules, strict") << true << kDefaultMaxCycles << steps << 0;
        QTest::newRow("few cycles, strict") << true << 7 << steps << 0;
        QTest::newRow("few steps, strict") << true << kDefaultMaxCycles << qint64{60} << 0;
        QTest::newRow("many rules") << false << 200 << steps << 300;
        QTest::newRow("many rules, strict") << true << 200 << steps << 300;
        QTest::newRow("many rules, few steps") << true << 200 << qint64{20000} << 300;
    }

    void typedProgramsGiveTheSameInEveryWay()
    {
        QFETCH(bool, strict);
        QFETCH(int, maxCycles);
        QFETCH(qint64, maxSteps);
        QFETCH(int, rules);
        std::mt19937 random(99);
        const int programs = rules > 0 ? kPrograms / 100 : kPrograms;
        int finished = 0;
        int failed = 0;
        RunOptions quickly;
        quickly.strict = strict;
        quickly.maxCycles = maxCycles;
        quickly.maxSteps = maxSteps;
        RunOptions plainly = quickly;
        plainly.evaluation = Evaluation::Full;
        RunOptions traced = quickly;
        traced.trace = true;
        for (int index = 0; index < programs; ++index) {
            ProgramWriter writer(random, true);
            const std::string text = rules > 0 ? writer.program(rules) : writer.program();
            const Compilation compilation = compileText(text, &smallSchema());
            QVERIFY2(compilation.program, (text + describe(compilation.diagnostics)).c_str());
            Interpreter interpreter(compilation.program);
            for (int row = 0; row < 3; ++row) {
                const FactRow facts = randomRow(random);
                const RunResult plain = interpreter.run(facts, plainly);
                const RunResult quick = interpreter.run(facts, quickly);
                QVERIFY2(outcome(plain) == outcome(quick),
                         (text + "plain: " + outcome(plain) + "quick: " + outcome(quick)).c_str());
                QVERIFY2(row > 0 || outcome(interpreter.run(facts, traced)) == outcome(plain), text.c_str());

                FactRow decided = facts;
                std::vector<std::size_t> fired;
                const bool ok = interpreter.decide(decided, quickly, &fired);
                QVERIFY2(ok == plain.ok(), text.c_str());
                QVERIFY2(interpreter.error() == plain.error,
                         (text + (ok ? "" : interpreter.error()->message + outcome(plain))).c_str());
                QVERIFY2(decided == (ok ? plain.facts : plain.partialFacts), text.c_str());
                QVERIFY2(fired == plain.fired, text.c_str());
                ++(plain.ok() ? finished : failed);
            }
        }
        QVERIFY(failed > programs / 20); // Both kinds must occur; among many rules one always fails.
        QVERIFY(finished > (rules > 0 ? -1 : programs / 10));
    }

    void dynamicProgramsGiveTheSameInEveryWay()
    {
        std::mt19937 random(7);
        int finished = 0;
        for (int index = 0; index < kPrograms; ++index) {
            const std::string text = ProgramWriter(random, false).program();
            const Compilation compilation = compileText(text);
            QVERIFY2(compilation.program, (text + describe(compilation.diagnostics)).c_str());
            Interpreter interpreter(compilation.program);
            const Value facts = randomObject(random);
            RunOptions options;
            options.maxCycles = 200;
            const RunResult quick = interpreter.run(facts, options);
            options.evaluation = Evaluation::Full;
            const RunResult plain = interpreter.run(facts, options);
            QVERIFY2(outcome(plain) == outcome(quick),
                     (text + "plain: " + outcome(plain) + "quick: " + outcome(quick)).c_str());
            finished += plain.ok() ? 1 : 0;
        }
        QVERIFY(finished > kPrograms / 4);
    }
};

QTEST_APPLESS_MAIN(GrlDifferentialTest)
#include "grl_differential_test.moc"
