#include "core/domain/fact_schema.h"
#include "core/grl/syntax/lexer.h"
#include "core/grl/syntax/parser.h"

#include <QTest>

#include <chrono>
#include <set>

#include "tests/grl/support/rule_packs.h"

using namespace purchasing;
using namespace purchasing::grl;
using namespace purchasing::tests;
using namespace std::chrono_literals;

/// What becomes of any text that claims to be rules: its lines, its limits and what is said about it.
class GrlTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineEndThatEditorsShowIsOne()
    {
        const std::string source =
            "// first line\n// second line\nrule A no-loop { when moq > 0 then // why\n"
            "order_qty = 5; }\nrule B { when then }\n";
        const auto withLineEnds = [&source](std::string_view end) {
            std::string text;
            for (const char character : source)
                text += character == '\n' ? std::string(end) : std::string(1, character);
            return text;
        };
        for (const char* end : {"\n", "\r\n", "\r"}) {
            const Compilation compilation = compileText(withLineEnds(end)); // Not one long comment.
            QVERIFY(!compilation.program);
            QCOMPARE(compilation.diagnostics.front().line, 5);
        }
    }

    /// Every token of real rules once left out, once doubled, once misspelt.
    void oneMistakeIsReportedOnce()
    {
        const std::string text =
            "rule CalculateShortage \"What is needed until then\" salience 120 no-loop {\n"
            "    when\n"
            "        required_qty > 0 && shortage < moq && is_active == false\n"
            "    then\n"
            "        shortage = required_qty - available_qty;\n"
            "        supplier_error = \"Supplier is not active\";\n"
            "        Log(\"Shortage calculated: \", shortage, \" (required \", required_qty, \")\");\n"
            "}\n"
            "\n"
            "rule OrderMinimum \"The supplier delivers no less than: the minimum\" salience 110 no-loop {\n"
            "    when\n"
            "        shortage > 0\n"
            "    then\n"
            "        order_qty = moq;\n"
            "}\n";
        int mistakes = 0;
        for (const Token& token : tokenize(text)) {
            const std::string before = text.substr(0, token.offset);
            const std::string it = text.substr(token.offset, token.length);
            const std::string after = text.substr(token.offset + token.length);
            const bool isWord = token.kind == TokenKind::Identifier;
            for (const std::string& instead :
                 {std::string(), it + " " + it, isWord ? it + "x" : it, it.substr(0, it.size() / 2)}) {
                const Compilation compilation =
                    compile(std::vector<Pack>{{"rules", before + instead + after}}, {&purchasingSchema()});
                mistakes += compilation.program ? 0 : 1;
                std::set<std::string> places;
                for (const Diagnostic& diagnostic : compilation.diagnostics) {
                    if (diagnostic.severity == Severity::Error)
                        places.insert(std::to_string(diagnostic.line) + ':' + diagnostic.message);
                }
                QVERIFY2(places.size() <= 1,
                         (it + " became " + instead + ":\n" + describe(compilation.diagnostics)).c_str());
            }
        }
        QVERIFY(mistakes > 100);
    }

    void deepNestingIsAnErrorNotACrash_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<QString>("close");
        QTest::newRow("parentheses") << QStringLiteral("(") << QStringLiteral(")");
        QTest::newRow("lists") << QStringLiteral("[") << QStringLiteral("]");
        QTest::newRow("calls") << QStringLiteral("Abs(") << QStringLiteral(")");
        QTest::newRow("not") << QStringLiteral("!") << QString();
        QTest::newRow("not in words") << QStringLiteral("not ") << QString();
        QTest::newRow("minus") << QStringLiteral("- ") << QString();
        QTest::newRow("index") << QStringLiteral("x[") << QStringLiteral("]");
        QTest::newRow("test") << QStringLiteral("test(") << QStringLiteral(")");
        QTest::newRow("plus") << QStringLiteral("1 + ") << QString();
        QTest::newRow("members") << QString() << QStringLiteral(".a");
        QTest::newRow("elements") << QString() << QStringLiteral("[0]");
    }

    void deepNestingIsAnErrorNotACrash()
    {
        QFETCH(QString, open);
        QFETCH(QString, close);
        const QString text = QStringLiteral("rule A { when ") + open.repeated(50'000) + QStringLiteral("x")
            + close.repeated(50'000) + QStringLiteral(" then y = 1; }");
        const Compilation compilation = compileText(text.toStdString());
        QVERIFY(!compilation.program);
        QCOMPARE(q(compilation.diagnostics.front().id), QStringLiteral("too-deep"));
    }

    void reasonableNestingWorks()
    {
        const std::string open(40, '(');
        const std::string close(40, ')');
        std::string sum = "0";
        for (int term = 0; term < 200; ++term)
            sum += " + 1";
        std::string many = "true";
        for (int term = 0; term < 5000; ++term)
            many += " && x == 1";
        const Compilation compilation = compileText("rule A { when " + open + "x == 1" + close + " && " + many
                                                    + " then y = " + sum + "; }");
        QVERIFY2(compilation.program, describe(compilation.diagnostics).c_str());
        const RunResult result = Interpreter(compilation.program).run(object(R"({"x": 1})"));
        QCOMPARE(result.object.member("y")->asInteger(), std::int64_t{200});
    }

    void aSourceBeyondOneMebibyteIsRefusedWithItsSize()
    {
        const Compilation compilation = compileText(std::string(kMaxSourceBytes + 1, ' '));
        QVERIFY(!compilation.program);
        QCOMPARE(q(compilation.diagnostics.front().id), QStringLiteral("too-large"));
        QVERIFY(compilation.diagnostics.front().message.find("1048577") != std::string::npos);
        QVERIFY(compileText(std::string(kMaxSourceBytes, ' ')).program);
    }

    void aMebibyteOfMistakesTakesNoTime()
    {
        std::string text;
        while (text.size() < kMaxSourceBytes - 20)
            text += "rule ) ( @ ";
        const auto started = std::chrono::steady_clock::now();
        const Compilation compilation = compileText(text);
        QVERIFY(!compilation.program);
        QVERIFY(compilation.diagnostics.size() <= kMaxDiagnostics);
        QVERIFY(std::chrono::steady_clock::now() - started < 20s);
    }

    void duplicateNamesAreFoundAcrossPacks()
    {
        const std::vector<Pack> packs{
            {"one.grl", "rule A { when true then x = 1; }"},
            {"two.grl", "\nrule B { when true then x = 1; }\nrule A { when true then x = 2; }"}};
        const Compilation compilation = compile(packs);
        QVERIFY(!compilation.program);
        QCOMPARE(compilation.diagnostics.size(), std::size_t{1});
        QCOMPARE(q(compilation.diagnostics[0].pack), QStringLiteral("two.grl"));
        QCOMPARE(compilation.diagnostics[0].line, 3);
        QVERIFY(compilation.diagnostics[0].message.find("line 1 of one.grl") != std::string::npos);
    }

    void whatCannotBeSeenIsNamedByItsCodePoint()
    {
        const auto messageOf = [](const std::string& text) {
            const Compilation compilation = compileText(text);
            return compilation.diagnostics.empty() ? QString() : q(compilation.diagnostics.front().message);
        };
        QCOMPARE(messageOf("rule A { when\u00A0true then x = 1; }"),
                 QStringLiteral("The character U+00A0, which cannot be seen, has no meaning here."));
        QCOMPARE(messageOf("rule A { when true then x\u200B = 1; }").contains(QStringLiteral("U+200B")),
                 true);
        QCOMPARE(messageOf("rule A { when true then \u3164 = 1; }").contains(QStringLiteral("U+3164")), true);
        QCOMPARE(messageOf("rule A { when true then x = 1 \x01; }").contains(QStringLiteral("U+0001")), true);
        QVERIFY(messageOf("rule A { when true then x # 1; }").contains(QStringLiteral("'#'")));
        QCOMPARE(messageOf("rule A { when true then x = \"\u00A0\"; }"), QString()); // In a text it may be.
    }

    void tokensCoverAnyTextWithoutOverlap()
    {
        const std::string text = rulePack("purchasing_rules.grl").text + "\xFF \"open";
        std::size_t end = 0;
        const auto tokens = tokenize(text);
        for (const Token& token : tokens) {
            QVERIFY(token.offset >= end);
            for (std::size_t offset = end; offset < token.offset; ++offset)
                QVERIFY(text[offset] == ' ' || text[offset] == '\n');
            end = token.offset + token.length;
            const SourcePosition position = LineIndex(text).position(token.offset);
            QCOMPARE(token.line, position.line);
            QCOMPARE(token.column, position.column);
        }
        QVERIFY(tokens.back().kind == TokenKind::End);
        QVERIFY(tokens[tokens.size() - 2].error == TokenError::UnterminatedString);
        QVERIFY(tokens[tokens.size() - 3].error == TokenError::InvalidUtf8);
    }

    void renderedDiagnosticsPointAtTheirPlace()
    {
        const std::string text = "rule A {\n\twhen größe > then x = 1; }";
        const Compilation compilation = compileText(text);
        QCOMPARE(q(renderDiagnostic(compilation.diagnostics.at(0), text)),
                 QStringLiteral("test.grl:2:15: error: Expected a value but found the word \"then\". "
                                "(something is missing before it; a reserved word is no name)\n"
                                "\twhen größe > then x = 1; }\n"
                                "\t             ^~~~"));
    }
};

QTEST_APPLESS_MAIN(GrlTextTest)
#include "grl_text_test.moc"
