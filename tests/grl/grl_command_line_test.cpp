#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>

namespace {

const QString kRules = QStringLiteral(PURCHASING_SOURCE_DIR "/rules/");

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

Outcome purchasing(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(PURCHASING_PROGRAM), arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject object(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

/// The engine from the shell: shapes of JSON, exit codes, texts for people.
class GrlCommandLineTest : public QObject
{
    Q_OBJECT

private:
    QString file(const char* name, const QByteArray& content)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", name);
        return path;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void decidesTheTable_data()
    {
        QTest::addColumn<QStringList>("packs");
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QByteArray>("expected");
        const QStringList base{QStringLiteral("purchasing_rules.grl")};
        const QStringList all{QStringLiteral("purchasing_rules.grl"), QStringLiteral("order_multiples.grl"),
                              QStringLiteral("open_orders.grl")};
        const auto facts = [](const char* required, const char* available, const char* moq, const char* price,
                              const char* active = "true") {
            return QByteArray("{\"required_qty\":") + required + ",\"available_qty\":" + available
                + ",\"moq\":" + moq + ",\"unit_price\":" + price + ",\"is_active\":" + active
                + ",\"supplier_id\":\"S\"}";
        };
        const auto product = [](const char* demand, const char* days, const char* current,
                                const char* reserved, const char* moq, const char* multiple,
                                const char* price) {
            return QByteArray("{\"avg_daily_demand\":") + demand + ",\"lead_time_days\":" + days
                + ",\"current_qty\":" + current + ",\"reserved_qty\":" + reserved + ",\"moq\":" + moq
                + ",\"order_multiple\":" + multiple + ",\"unit_price\":" + price
                + ",\"is_active\":true,\"on_order_qty\":0}";
        };
        const auto row = [](const char* name, const QStringList& packs, const QByteArray& input,
                            const char* expected) {
            QTest::newRow(name) << packs << input << QByteArray(expected);
        };
        row("above moq", base, facts("100", "20", "50", "10"),
            R"({"shortage":80,"order_qty":80,"total_amount":800,"approval_status":"auto_approved","tax_amount":64,
                "grand_total":864,"po_status":"approved","should_create_po":true,"should_send_po":true})");
        row("below moq", base, facts("100", "80", "50", "10"),
            R"({"shortage":20,"order_qty":50,"total_amount":500,"grand_total":540})");
        row("exactly moq", base, facts("100", "50", "50", "10"),
            R"({"shortage":50,"order_qty":50,"total_amount":500})");
        row("exactly 10000", base, facts("1000", "0", "10", "10"),
            R"({"total_amount":10000,"approval_status":"auto_approved","grand_total":10800,"should_send_po":true})");
        row("a cent above", base, facts("1", "0", "1", "10000.01"),
            R"({"total_amount":10000.01,"approval_status":"pending","po_status":"pending_approval","should_send_po":false})");
        row("a cent below 50000", base, facts("1", "0", "1", "49999.99"),
            R"({"discount_amount":0,"tax_amount":4000,"grand_total":53999.99,"approval_status":"pending"})");
        row("exactly 50000", base, facts("5000", "0", "10", "10"),
            R"({"total_amount":50000,"discount_amount":5000,"final_amount":45000,"tax_amount":3600,"grand_total":48600})");
        row("inactive", base, facts("100", "20", "50", "10", "false"),
            R"({"shortage":0,"order_qty":0,"total_amount":0,"need_reorder":false,"should_create_po":false,
                "supplier_error":"Supplier is not active"})");
        row("nothing required", base, facts("0", "20", "50", "10"), R"({"shortage":0,"need_reorder":false})");
        row("negative stock", base, facts("100", "-20", "50", "10"),
            R"({"shortage":120,"order_qty":120,"total_amount":1200})");
        row("surplus", base, facts("100", "140", "50", "10"), R"({"shortage":-40,"order_qty":0})");
        row("no price", base, facts("100", "20", "50", "0"),
            R"({"shortage":80,"order_qty":80,"total_amount":0,"need_reorder":true,"should_create_po":false})");
        row("PROD-001", all, product("15.5", "7", "25", "5", "20", "20", "15.99"),
            R"({"required_qty":108.5,"available_qty":20,"shortage":88.5,"order_qty":100,"total_amount":1599,"grand_total":1726.92})");
        row("PROD-002", all, product("50.0", "5", "10", "5", "100", "1", "15.50"),
            R"({"required_qty":250,"available_qty":5,"shortage":245,"order_qty":245,"total_amount":3797.5,"grand_total":4101.3})");
        row("PROD-003", all, product("22.0", "5", "10", "3", "10", "10", "25.00"),
            R"({"required_qty":110,"available_qty":7,"shortage":103,"order_qty":110,"total_amount":2750,"grand_total":2970})");
    }

    void decidesTheTable()
    {
        QFETCH(QStringList, packs);
        QFETCH(QByteArray, facts);
        QFETCH(QByteArray, expected);
        QStringList arguments{QStringLiteral("rules"), QStringLiteral("run")};
        for (const QString& pack : packs)
            arguments << kRules + pack;
        arguments << QStringLiteral("--schema") << QStringLiteral("purchasing") << QStringLiteral("--json")
                  << QStringLiteral("--facts") << file("facts.json", facts);
        const Outcome outcome = purchasing(arguments);
        QCOMPARE(outcome.exitCode, 0);
        const QJsonObject result = outcome.json();
        QCOMPARE(result.value(QLatin1String("ok")).toBool(), true);
        const QJsonObject wanted = object(expected);
        QVERIFY(!wanted.isEmpty());
        for (const QString& name : wanted.keys())
            QCOMPARE(result.value(QLatin1String("facts")).toObject().value(name), wanted.value(name));
        QCOMPARE(result.value(QLatin1String("fired")).toArray().size(),
                 result.value(QLatin1String("cycles")).toInt());
        QCOMPARE(result.value(QLatin1String("log")).toArray().size(),
                 result.value(QLatin1String("cycles")).toInt());
        QVERIFY(result.value(QLatin1String("diagnostics")).isArray());
        if (QLatin1String(QTest::currentDataTag()) == QLatin1String("nothing required"))
            QCOMPARE(result.value(QLatin1String("fired")).toArray(),
                     QJsonArray{QStringLiteral("NoReorderNeeded")});
    }

    void checkReportsEverythingWithItsPlace()
    {
        const QString bad =
            file("bad.grl", "rule A { when x > then y = 1; }\nrule B { when true then Foo(); }\n");
        const Outcome outcome = purchasing({QStringLiteral("rules"), QStringLiteral("check"), bad});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.errors.contains("bad.grl:1:19: error: Expected a value"),
                 outcome.errors.constData());
        QVERIFY(outcome.errors.contains("\nrule A { when x > then y = 1; }\n                  ^~~~\n"));
        QVERIFY(outcome.errors.contains("bad.grl:2:25: error: There is no function \"Foo\""));
        QVERIFY(outcome.output.isEmpty());
    }

    void checkIsSilentAboutGoodRules()
    {
        const Outcome outcome = purchasing({QStringLiteral("rules"), QStringLiteral("check"),
                                            kRules + QStringLiteral("purchasing_rules.grl"),
                                            kRules + QStringLiteral("full_cases.grl"),
                                            QStringLiteral("--schema"), QStringLiteral("purchasing")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.errors.isEmpty());
    }

    void onlyPlainFilesAreRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("a folder") << m_folder.path() << QByteArray("it is a folder");
        QTest::newRow("a device without end")
            << QStringLiteral("/dev/zero") << QByteArray("it is not a plain file");
        QTest::newRow("nothing") << m_folder.filePath(QStringLiteral("none.grl"))
                                 << QByteArray(std::strerror(ENOENT)); // In the machine's language.
    }

    void onlyPlainFilesAreRead()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, why);
        const QString good = file("good.grl", "rule A { when true then x = 1; }\n");
        for (const QStringList& arguments :
             {QStringList{QStringLiteral("rules"), QStringLiteral("check"), path},
              QStringList{QStringLiteral("rules"), QStringLiteral("run"), path, QStringLiteral("--facts"),
                          file("facts.json", "{}")},
              QStringList{QStringLiteral("rules"), QStringLiteral("run"), good, QStringLiteral("--facts"),
                          path}}) {
            const Outcome outcome = purchasing(arguments);
            QCOMPARE(outcome.exitCode, 2);
            QCOMPARE(outcome.errors.trimmed(), "Cannot read " + path.toUtf8() + ": " + why);
        }
    }

    void anEndlessRunEndsInASentence_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("small steps")
            << QByteArray("rule Loop { when x >= 0 then x = x + 1; Log(\"x is \", x); }")
            << QByteArray("The run took more than 10000000 steps; last fired: \"Loop\".");
        QTest::newRow("texts that grow")
            << QByteArray("rule Loop { when x >= 0 then x = x + 1; s = s + \"0123456789\"; }")
            << QByteArray("the texts of the run grew beyond 16 MiB");
    }

    void anEndlessRunEndsInASentence()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, sentence);
        for (const char* how : {"--trace", "--json"}) {
            const Outcome outcome =
                purchasing({QStringLiteral("rules"), QStringLiteral("run"), file("loop.grl", rule),
                            QStringLiteral("--facts"), file("facts.json", R"({"x": 0, "s": ""})"),
                            QStringLiteral("--max-cycles"), QStringLiteral("2000000000"),
                            QStringLiteral("--trace"), QLatin1String(how)});
            QCOMPARE(outcome.exitCode, 1);
            const QByteArray text = how == QByteArray("--json") ? outcome.json()
                                                                      .value(QLatin1String("error"))
                                                                      .toObject()
                                                                      .value(QLatin1String("message"))
                                                                      .toString()
                                                                      .toUtf8()
                                                                : outcome.errors;
            QVERIFY2(text.contains(sentence), text.left(2000).constData());
            QVERIFY(how == QByteArray("--json") || outcome.output.contains("(the trace is cut here)"));
        }
    }

    void checkUsesTheSchemaOnlyWhenAsked()
    {
        const QString rules = file("free.grl", "rule A { when anything > 1 then other = 2; }\n");
        const QStringList arguments{QStringLiteral("rules"), QStringLiteral("check"), rules};
        QCOMPARE(purchasing(arguments).exitCode, 0);
        QCOMPARE(
            purchasing(arguments + QStringList{QStringLiteral("--schema"), QStringLiteral("none")}).exitCode,
            0);
        const Outcome typed =
            purchasing(arguments + QStringList{QStringLiteral("--schema"), QStringLiteral("purchasing")});
        QCOMPARE(typed.exitCode, 1);
        QVERIFY(typed.errors.contains("There is no fact \"anything\""));
    }

    void parseErrorsAreAllInTheDiagnostics()
    {
        const QString bad =
            file("bad.grl", "rule A { when x > then y = 1; }\nrule B { when true then y = ; }\n");
        const Outcome outcome =
            purchasing({QStringLiteral("rules"), QStringLiteral("run"), bad, QStringLiteral("--facts"),
                        file("facts.json", "{}"), QStringLiteral("--json")});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject json = outcome.json();
        QCOMPARE(json.value(QLatin1String("ok")).toBool(true), false);
        const QJsonObject error = json.value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("parse"));
        QCOMPARE(error.value(QLatin1String("line")).toInt(), 1);
        QCOMPARE(error.value(QLatin1String("column")).toInt(), 19);
        QCOMPARE(error.value(QLatin1String("rule")).toString(), QStringLiteral("A"));
        const QJsonArray diagnostics = json.value(QLatin1String("diagnostics")).toArray();
        QCOMPARE(diagnostics.size(), 2);
        const QJsonObject second = diagnostics.at(1).toObject();
        QCOMPARE(second.value(QLatin1String("severity")).toString(), QStringLiteral("error"));
        QCOMPARE(second.value(QLatin1String("id")).toString(), QStringLiteral("syntax"));
        QCOMPARE(second.value(QLatin1String("line")).toInt(), 2);
        QCOMPARE(second.value(QLatin1String("column")).toInt(), 29);
        QVERIFY(!second.value(QLatin1String("message")).toString().isEmpty());
    }

    void runErrorsNameKindRuleAndPlace()
    {
        const QString failing = file("fails.grl", "rule A {\n when true\n then x = 1 / n;\n}\n");
        const QString facts = file("facts.json", "{\"n\": 0}");
        const Outcome outcome = purchasing({QStringLiteral("rules"), QStringLiteral("run"), failing,
                                            QStringLiteral("--facts"), facts, QStringLiteral("--json")});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject error = outcome.json().value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("runtime"));
        QCOMPARE(error.value(QLatin1String("line")).toInt(), 3);
        QCOMPARE(error.value(QLatin1String("column")).toInt(), 7);
        QCOMPARE(error.value(QLatin1String("rule")).toString(), QStringLiteral("A"));
    }

    void endlessRulesEndWithTheirOwnKind()
    {
        const QString endless = file("endless.grl", "rule Endless { when n >= 0 then n = n + 1; }\n");
        const Outcome outcome =
            purchasing({QStringLiteral("rules"), QStringLiteral("run"), endless, QStringLiteral("--facts"),
                        file("facts.json", "{\"n\": 0}"), QStringLiteral("--json"),
                        QStringLiteral("--max-cycles"), QStringLiteral("25")});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject error = outcome.json().value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("max_cycles"));
        QVERIFY(error.value(QLatin1String("message")).toString().contains(QLatin1String("25 cycles")));
        QVERIFY(error.value(QLatin1String("message")).toString().contains(QLatin1String("Endless")));
    }

    void repeatedRunsStartAfresh()
    {
        const QString rules =
            file("once.grl", "rule A no-loop { when n < 5 then n += 1; Log(\"n is \", n); }\n");
        const Outcome outcome =
            purchasing({QStringLiteral("rules"), QStringLiteral("run"), rules, QStringLiteral("--facts"),
                        file("facts.json", "{\"n\": 9223372036854770000, \"A.b\": 2, \"k\": 1}"),
                        QStringLiteral("--json"), QStringLiteral("--runs"), QStringLiteral("3")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.output.contains("\"n\":9223372036854770000"), outcome.output.constData());
        QVERIFY(outcome.output.contains("\"A\":{\"b\":2}"));
        const Outcome counted =
            purchasing({QStringLiteral("rules"), QStringLiteral("run"), rules, QStringLiteral("--facts"),
                        file("facts.json", "{\"n\": 1}"), QStringLiteral("--json"), QStringLiteral("--runs"),
                        QStringLiteral("3")});
        QCOMPARE(counted.json().value(QLatin1String("facts")).toObject().value(QLatin1String("n")).toInt(),
                 2);
        QCOMPARE(counted.json().value(QLatin1String("log")).toArray(), QJsonArray{QStringLiteral("n is 2")});
        QCOMPARE(counted.json().value(QLatin1String("cycles")).toInt(), 1);
    }

    void theTraceTellsWhyRulesDidNotFire()
    {
        const QString rules =
            file("trace.grl", "rule A { when n > 5 then n = 1; }\nrule B { when n == 2 then m = n; }\n");
        const QStringList arguments{
            QStringLiteral("rules"),          QStringLiteral("run"),    rules, QStringLiteral("--facts"),
            file("facts.json", "{\"n\": 2}"), QStringLiteral("--trace")};
        const Outcome text = purchasing(arguments);
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.output.contains("cycle 1: fired B"));
        QVERIFY(text.output.contains("line 2: m: null -> 2"));
        QVERIFY(text.output.contains("A: not matched: n > 5 is false (n = 2)"));
        const Outcome json = purchasing(arguments + QStringList{QStringLiteral("--json")});
        const QJsonObject trace = json.json().value(QLatin1String("trace")).toObject();
        QCOMPARE(trace.value(QLatin1String("cycles")).toArray().size(), 1);
        QCOMPARE(trace.value(QLatin1String("rules")).toArray().size(), 2);
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString good = kRules + QStringLiteral("purchasing_rules.grl");
        const QString rules = QStringLiteral("rules");
        const QString run = QStringLiteral("run");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no command") << QStringList{rules};
        QTest::newRow("unknown command") << QStringList{rules, QStringLiteral("walk")};
        QTest::newRow("no file") << QStringList{rules, QStringLiteral("check")};
        QTest::newRow("missing file")
            << QStringList{rules, QStringLiteral("check"), QStringLiteral("/nowhere.grl")};
        QTest::newRow("no facts") << QStringList{rules, run, good};
        QTest::newRow("missing facts")
            << QStringList{rules, run, good, QStringLiteral("--facts"), QStringLiteral("/nowhere.json")};
        QTest::newRow("unknown schema") << QStringList{rules, QStringLiteral("check"), good,
                                                       QStringLiteral("--schema"), QStringLiteral("other")};
        QTest::newRow("unknown option")
            << QStringList{rules, QStringLiteral("check"), good, QStringLiteral("--fast")};
        QTest::newRow("no number") << QStringList{rules,
                                                  run,
                                                  good,
                                                  QStringLiteral("--facts"),
                                                  good,
                                                  QStringLiteral("--runs"),
                                                  QStringLiteral("many")};
    }

    void wrongUsageIsTwo()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = purchasing(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.errors.isEmpty());
    }

    void helpIsZero()
    {
        const Outcome outcome =
            purchasing({QStringLiteral("rules"), QStringLiteral("run"), QStringLiteral("--help")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.contains("--max-cycles"));
    }

    void badFactsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("facts");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("parse") << QStringLiteral("line 1");
        QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("parse")
                                   << QStringLiteral("one JSON object");
        QTest::newRow("unknown fact") << QByteArray("{\"nonsense\": 1}") << QStringLiteral("runtime")
                                      << QStringLiteral("no fact \"nonsense\"");
        QTest::newRow("wrong kind") << QByteArray("{\"moq\": \"5\"}") << QStringLiteral("runtime")
                                    << QStringLiteral("moq must be quantity");
        QTest::newRow("too large") << QByteArray("{\"moq\": 1000000000000000}") << QStringLiteral("runtime")
                                   << QStringLiteral("moq is too large");
    }

    void badFactsAreNamed()
    {
        QFETCH(QByteArray, facts);
        QFETCH(QString, kind);
        QFETCH(QString, part);
        const Outcome outcome = purchasing(
            {QStringLiteral("rules"), QStringLiteral("run"), kRules + QStringLiteral("purchasing_rules.grl"),
             QStringLiteral("--schema"), QStringLiteral("purchasing"), QStringLiteral("--json"),
             QStringLiteral("--facts"), file("facts.json", facts)});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject error = outcome.json().value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), kind);
        QVERIFY2(error.value(QLatin1String("message")).toString().contains(part), outcome.output.constData());
    }
};

QTEST_GUILESS_MAIN(GrlCommandLineTest)
#include "grl_command_line_test.moc"
