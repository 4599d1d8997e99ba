#include "core/flow/sentence_forms.h"

#include <QTest>

#include "tests/flow/loud_forms.h"

namespace purchasing::tests {
namespace {

enum Gap { kName, kCount, kState };

const SentenceForms& forms()
{
    static const SentenceForms all(
        "Test",
        {{"%1 is %2."},
         {"%1 of %2 are %3", {kCount, kName, kState}},
         {"50% off %1%", {kName}},
         {"Said elsewhere: %1", {kState}, "Elsewhere"}},
        {{kCount, {QStringLiteral("(\\d+)"), {}}},
         {kState,
          {QStringLiteral("(ready|not ready: .+|.+ left)"), {{"ready"}, {"not ready: %1", {kState}}}}}});
    return all;
}

/// "form [what fills it, what fills it]", with the forms of parts likewise.
QString shapeOf(const grl::Phrase& phrase)
{
    QStringList parts;
    for (const grl::Phrase& part : phrase.parts)
        parts += shapeOf(part);
    const QString form = QString::fromStdString(phrase.form);
    return phrase.isName ? form
                         : form + QLatin1String(" [") + parts.join(QLatin1String(", ")) + QLatin1Char(']');
}

} // namespace

/// Sentences that are kept in English are known again by their form.
class SentenceFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSentenceIsAFormAndWhatFillsIt_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("shape"); // Empty: nobody knows it.
        QTest::addColumn<QString>("loud");
        const auto row = [](const char* sentence, const char* shape, const char* loud) {
            QTest::newRow(sentence) << QString::fromLatin1(sentence) << QString::fromLatin1(shape)
                                    << QString::fromLatin1(loud);
        };
        row("it is so.", "%1 is %2. [it, so]", "it IS so.");
        row("two\nlines is so.", "%1 is %2. [two\nlines, so]", "two\nlines IS so.");
        row("it isnt so.", "", "it isnt so.");
        row("well, it is so. Yes", "", "well, it is so. Yes");
        // A gap with a kind takes only what is of the kind, and says it again by its own form where it has
        // one.
        row("3 of orders are ready", "%1 of %2 are %3 [3, orders, ready []]", "3 OF orders ARE READY");
        row("3 of orders are not ready: ready", "%1 of %2 are %3 [3, orders, not ready: %1 [ready []]]",
            "3 OF orders ARE NOT READY: READY");
        row("3 of orders are 2 left", "%1 of %2 are %3 [3, orders, 2 left]", "3 OF orders ARE 2 left");
        row("some of orders are ready", "", "some of orders are ready");
        row("3 of orders are gone", "", "3 of orders are gone");
        // A percent sign is one unless a digit follows.
        row("50% off all%", "50% off %1% [all]", "50% OFF all%");
        row("50 off all%", "", "50 off all%");
        row("Said elsewhere: ready", "Said elsewhere: %1 [ready []]", "");
    }

    void aSentenceIsAFormAndWhatFillsIt()
    {
        QFETCH(const QString, sentence);
        QFETCH(const QString, shape);
        QFETCH(const QString, loud);
        const auto phrase = forms().phraseOf(sentence);
        QCOMPARE(phrase ? shapeOf(*phrase) : QString(), shape);
        QCOMPARE(forms().inWords(sentence), sentence); // The program speaks English.
        if (loud.isEmpty())
            return;
        LoudForms translated({"Test"});
        QVERIFY(QCoreApplication::installTranslator(&translated));
        QCOMPARE(forms().inWords(sentence), loud);
    }

    /// A number is said as the locale writes it, and what has no other way to be said, as it is.
    void whatFillsAGapMayBeSaidAgain()
    {
        const SentenceForms amounts("Test", {{"%1 of %2", {kCount, kName}}},
                                    {{kCount, {SentenceForms::anyText(), {}, &SentenceForms::numberAgain}},
                                     {kName, {SentenceForms::anyText()}}});
        LoudForms translated({"Test"});
        QVERIFY(QCoreApplication::installTranslator(&translated));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString number = amounts.inWords(QStringLiteral("385182.72 of 1234.5"));
        const QString word = amounts.inWords(QStringLiteral("much of it"));
        QLocale::setDefault(before);
        QCOMPARE(number, QStringLiteral("385.182,72 OF 1234.5"));
        QCOMPARE(word, QStringLiteral("much OF it"));
    }

    void aFormMayBeTranslatedElsewhere()
    {
        LoudForms test({"Test", "Elsewhere"});
        QVERIFY(QCoreApplication::installTranslator(&test));
        QCOMPARE(forms().inWords(QStringLiteral("Said elsewhere: 2 left")),
                 QStringLiteral("SAID ELSEWHERE: 2 left"));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::SentenceFormsTest)
#include "sentence_forms_test.moc"
