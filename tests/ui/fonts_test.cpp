#include <QApplication>
#include <QFontMetrics>
#include <QGlyphRun>
#include <QTextLayout>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

/// The characters for which no installed font has a glyph: a window shows boxes for them.
QString boxesIn(const QString& text, const QFont& font)
{
    QString boxes;
    for (const char32_t character : text.toUcs4()) {
        const QString one = QString::fromUcs4(&character, 1);
        QTextLayout layout(one, font);
        layout.beginLayout();
        (void)layout.createLine();
        layout.endLayout();
        const QList<QGlyphRun> runs = layout.glyphRuns();
        for (const QGlyphRun& run : runs) {
            if (run.glyphIndexes().contains(0) && !boxes.contains(one))
                boxes += one;
        }
    }
    return boxes;
}

} // namespace

/// What the program shows can be read with the fonts that its preparation installs.
class FontsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckFindsABox()
    {
        // For private use: no font has it.
        QVERIFY(!boxesIn(QString(QChar(0xF8F7)), QApplication::font()).isEmpty());
    }

    void everyCharacterOfTheDemoHasAGlyph()
    {
        PlannerHarness planner;
        const auto& feed = planner.workspace().feed();
        QString texts;
        for (int row = 0; row < feed.productCount(); ++row) {
            const ProductFacts facts = feed.facts(row);
            texts += facts.product.productId + facts.product.name + facts.product.category;
            for (const SupplierOffer& offer : facts.suppliers.value_or(std::vector<SupplierOffer>{}))
                texts += offer.name;
        }
        QVERIFY(texts.contains(QStringLiteral("\u6DF1"))); // Not only Latin letters.
        QCOMPARE(boxesIn(texts, QApplication::font()), QString());
    }

    void everyCharacterOfTheRulesHasAGlyph()
    {
        PlannerHarness planner;
        const auto rules = planner.workspace().connection().ports.rules->current().result();
        QVERIFY(rules.isOk());
        for (const RulePack& pack : rules->packs)
            QCOMPARE(boxesIn(QString(pack.text).remove(QLatin1Char('\n')), QApplication::font()), QString());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::FontsTest)
#include "fonts_test.moc"
