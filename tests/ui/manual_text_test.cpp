#include "core/domain/fact_schema.h"
#include "core/grl/functions/functions.h"
#include "core/grl/run/interpreter.h"
#include "core/grl/values/json.h"

#include <QTest>

#include "tests/ui/manual_pages.h"

namespace purchasing::tests {
namespace {

constexpr qsizetype kLongestLine = 84; // Seen whole beside the contents.

QString unescaped(QString html)
{
    return html.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

/// A rule text of the manual with what stands around it.
struct Example
{
    QString code;
    bool isPurchasing = false;
    bool isWrong = false;
    QMap<QString, QString> around; ///< "facts", "result", "log", "fired", "problem".
};

std::vector<Example> examplesIn(const QString& html)
{
    std::vector<Example> examples;
    QString facts;
    static const QRegularExpression block(QStringLiteral("<pre class=\"([^\"]+)\">(.*?)</pre>"),
                                          QRegularExpression::DotMatchesEverythingOption);
    for (auto match = block.globalMatch(html); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        const QStringList classes = each.captured(1).split(QLatin1Char(' '));
        const QString text = unescaped(each.captured(2));
        if (classes.front() == QLatin1String("facts")) {
            facts = text;
        } else if (classes.front() == QLatin1String("grl")) {
            examples.push_back({text,
                                classes.contains(QLatin1String("purchasing")),
                                classes.contains(QLatin1String("wrong")),
                                {}});
            if (!facts.isEmpty())
                examples.back().around.insert(QStringLiteral("facts"), facts);
            facts.clear();
        } else if (!examples.empty()) {
            examples.back().around.insert(classes.front(), text);
        }
    }
    return examples;
}

grl::Value valueOf(const QString& json, grl::JsonNumbers numbers)
{
    const grl::JsonResult read = grl::fromJson(json.toStdString(), numbers);
    if (!read.value)
        QTest::qFail(qPrintable(json + QString::fromStdString(read.error)), __FILE__, __LINE__);
    return read.value.value_or(grl::Value());
}

/// Facts of a product by name, as JSON values.
grl::FactRow rowOf(const grl::Value& given)
{
    const grl::Schema& schema = purchasingSchema();
    grl::FactRow row(schema);
    for (const auto& [name, value] : given.asObject()) {
        const auto fact = schema.indexOf(name);
        if (!fact)
            QTest::qFail(name.c_str(), __FILE__, __LINE__);
        else
            row.set(*fact, value);
    }
    return row;
}

void checkResult(const Example& example, const grl::RunResult& run, grl::JsonNumbers numbers)
{
    const grl::Value wanted = valueOf(example.around.value(QStringLiteral("result")), numbers);
    for (const auto& [name, value] : wanted.asObject()) {
        grl::Value is;
        if (example.isPurchasing) {
            const auto fact = purchasingSchema().indexOf(name);
            QVERIFY2(fact, name.c_str());
            is = run.facts.at(*fact);
        } else if (const grl::Value* member = run.object.member(name)) {
            is = *member;
        }
        QVERIFY2(
            is == value,
            qPrintable(QString::fromStdString(name + " is " + grl::toJson(is) + ", not " + grl::toJson(value))
                       + QLatin1Char('\n') + example.code));
    }
}

void checkExample(const Example& example)
{
    grl::CompileOptions options;
    if (example.isPurchasing)
        options.schema = &purchasingSchema();
    const grl::Pack pack{"manual", example.code.toStdString()};
    const grl::Compilation compiled = grl::compile({&pack, 1}, options);
    QString messages;
    for (const grl::Diagnostic& diagnostic : compiled.diagnostics)
        messages += QString::fromStdString(diagnostic.message + " " + diagnostic.hint + "\n");
    if (example.isWrong) {
        QVERIFY2(!compiled.program, qPrintable(example.code));
        const QString problem = example.around.value(QStringLiteral("problem"));
        QVERIFY2(!problem.isEmpty() && messages.contains(problem), qPrintable(problem + messages));
        return;
    }
    QVERIFY2(compiled.program, qPrintable(example.code + messages));
    QVERIFY2(example.around.contains(QStringLiteral("facts")), qPrintable(example.code));
    const auto numbers = example.isPurchasing ? grl::JsonNumbers::Decimal : grl::JsonNumbers::Double;
    const grl::Value facts = valueOf(example.around.value(QStringLiteral("facts")), numbers);
    grl::Interpreter interpreter(compiled.program);
    const grl::RunResult run = example.isPurchasing ? interpreter.run(rowOf(facts)) : interpreter.run(facts);
    QVERIFY2(run.ok(),
             qPrintable(example.code + QString::fromStdString(run.error ? run.error->message : "")));
    if (example.around.contains(QStringLiteral("result")))
        checkResult(example, run, numbers);
    QStringList fired;
    for (const std::size_t rule : run.fired)
        fired << QString::fromStdString(compiled.program->rules()[rule].name);
    if (example.around.contains(QStringLiteral("fired")))
        QCOMPARE(fired.join(QStringLiteral(", ")), example.around.value(QStringLiteral("fired")));
    else
        QVERIFY2(!fired.isEmpty(), qPrintable(example.code));
    QStringList log;
    for (const std::string& line : run.log)
        log << QString::fromStdString(line);
    if (example.around.contains(QStringLiteral("log")))
        QCOMPARE(log.join(QLatin1Char('\n')), example.around.value(QStringLiteral("log")));
}

} // namespace

/// What the manual says about rules is true, nothing is left out, and its links lead somewhere.
class ManualTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesAreTrue_data()
    {
        QTest::addColumn<QString>("language");
        for (const QString& language : kManualLanguages)
            QTest::newRow(qPrintable(language)) << language;
    }

    void examplesAreTrue()
    {
        QFETCH(QString, language);
        int count = 0;
        for (const QString& page : pagesOf(language)) {
            for (const Example& example : examplesIn(page)) {
                ++count;
                checkExample(example);
                for (const QString& line : example.code.split(QLatin1Char('\n')))
                    QVERIFY2(line.size() <= kLongestLine, qPrintable(line));
                if (QTest::currentTestFailed())
                    return;
            }
        }
        QVERIFY2(count > 30, qPrintable(QString::number(count)));
    }

    void everyFunctionIsExplained()
    {
        for (const QString& language : kManualLanguages) {
            const QString page = pagesOf(language).value(QStringLiteral("functions"));
            for (const grl::FunctionInfo& function : grl::functions()) {
                const QString name = QString::fromStdString(std::string(function.name));
                QVERIFY2(page.contains(QRegularExpression(QStringLiteral("<code>[^<]*\\b%1\\b").arg(name))),
                         qPrintable(language + QLatin1Char(' ') + name));
            }
        }
    }

    void everyFactIsNamed()
    {
        for (const QString& language : kManualLanguages) {
            const QString page = pagesOf(language).value(QStringLiteral("grl"));
            for (std::size_t fact = 0; fact < purchasingSchema().size(); ++fact) {
                const QString name = QString::fromStdString(std::string(purchasingSchema().at(fact).name));
                QVERIFY2(page.contains(QStringLiteral("<code>%1</code>").arg(name)), qPrintable(name));
            }
        }
    }

    /// In both languages the same pages, with the same places, and no link into nothing.
    void linksLeadSomewhere()
    {
        const QString anchors = QStringLiteral("<a name=\"([^\"]+)\">");
        const QMap<QString, QString> english = pagesOf(QStringLiteral("en"));
        QVERIFY(english.size() > 10);
        for (const QString& language : kManualLanguages) {
            const QMap<QString, QString> pages = pagesOf(language);
            QCOMPARE(pages.keys(), english.keys());
            for (auto page = pages.begin(); page != pages.end(); ++page) {
                QCOMPARE(allOf(anchors, *page), allOf(anchors, english[page.key()]));
                for (const QString& link : allOf(QStringLiteral("<a href=\"([^\"]+)\">"), *page)) {
                    const QString target = link.section(QLatin1Char('#'), 0, 0);
                    const QString anchor = link.section(QLatin1Char('#'), 1);
                    QVERIFY2(pages.contains(target), qPrintable(page.key() + QStringLiteral(" → ") + link));
                    QVERIFY2(anchor.isEmpty() || allOf(anchors, pages[target]).contains(anchor),
                             qPrintable(link));
                }
                for (const QString& picture : allOf(QStringLiteral("<img src=\"([^\"]+)\">"), *page))
                    QVERIFY2(QFile::exists(QStringLiteral(":/help/%1/%2").arg(language, picture)),
                             qPrintable(picture));
            }
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ManualTextTest)
#include "manual_text_test.moc"
