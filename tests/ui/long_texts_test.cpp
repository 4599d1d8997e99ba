#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QFont>
#include <QHeaderView>
#include <QImage>
#include <QTableView>
#include <QTranslator>

#include "tests/ui/every_screen.h"
#include "tests/ui/planner_harness.h"
#include "tests/ui/text_fit.h"

namespace purchasing::tests {
namespace {

/// A language that nobody speaks: every text in brackets, with accents, and 40 % longer, as texts become in
/// other languages.
class PseudoTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* source,
                                    const char* /*disambiguation*/, int /*n*/) const override
    {
        QString text = QString::fromUtf8(source);
        if (text.trimmed().isEmpty() || text == QLatin1String("QT_LAYOUT_DIRECTION"))
            return text;
        const qsizetype longer = (text.size() * 2 + 4) / 5;
        // Marks like %1, %n and &X and parts of markup must stay as they are.
        bool isMarkup = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            isMarkup = (isMarkup && text[i] != QLatin1Char('>')) || text[i] == QLatin1Char('<');
            const bool isMark = i > 0 && (text[i - 1] == QLatin1Char('%') || text[i - 1] == QLatin1Char('&'));
            if (!isMarkup && !isMark)
                text[i] = accented(text[i]);
        }
        return QLatin1Char('[') + text + QString(longer, QChar(0x014D)) + QLatin1Char(']');
    }

private:
    static QChar accented(QChar letter)
    {
        static const QString plain = QStringLiteral("aeiouAEIOU");
        static const QString marked = QString::fromUtf8("áéíóúÁÉÍÓÚ");
        const qsizetype at = plain.indexOf(letter);
        return at < 0 ? letter : marked[at];
    }
};

} // namespace

/// Every mode, panel and dialog with longer texts and from right to left: nothing is cut off. ctest runs it
/// at 100 % and at 200 %.
class LongTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<bool>("pseudo");
        QTest::addColumn<bool>("rightToLeft");
        QTest::addColumn<int>("fontPercent");
        QTest::addColumn<QString>("language");
        QTest::newRow("pseudo") << true << false << 100 << QStringLiteral("en");
        QTest::newRow("right-to-left") << false << true << 100 << QStringLiteral("en");
        QTest::newRow("german") << false << false << 100 << QStringLiteral("de");
        QTest::newRow("large") << false << false << 200 << QStringLiteral("en");
    }

    void nothingIsClipped()
    {
        QFETCH(bool, pseudo);
        QFETCH(bool, rightToLeft);
        QFETCH(int, fontPercent);
        QFETCH(QString, language);
        const QString name =
            QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentDataTag()),
                                        qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")));
        PseudoTranslator translator;
        QStringList clipped;
        const QFont usual = QApplication::font();
        {
            PlannerHarness planner({}, language);
            QVERIFY(planner.isUsable());
            if (pseudo)
                QCoreApplication::installTranslator(&translator);
            if (rightToLeft)
                QGuiApplication::setLayoutDirection(Qt::RightToLeft);
            QFont font = usual;
            font.setPointSizeF(usual.pointSizeF() * fontPercent / 100);
            QApplication::setFont(font);
            if (pseudo || rightToLeft || fontPercent != 100)
                planner.restart();
            planner.goTo(QStringLiteral("PROD-001"));
            const auto look = [&](const QString& place, QWidget& shown) {
                shown.grab().save(QCoreApplication::applicationDirPath()
                                  + QStringLiteral("/../screenshots/%1-%2.png").arg(name, place));
                for (const QString& text : clippedTexts(shown))
                    clipped << place + QStringLiteral(": ") + text;
            };
            lookAtPages(planner, look);
            // Rules stand on the left in every language.
            QCOMPARE(planner.find<QWidget>("editor.rules")->layoutDirection(), Qt::LeftToRight);
            checkHeaders(*planner.find<QTableView>("grid.products")->horizontalHeader());
            lookAtDialogs(planner, look);
        }
        QApplication::setFont(usual);
        QCoreApplication::removeTranslator(&translator);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }

    /// "a > b" is not mirrored into "a < b": the line looks as it does in a left-to-right language.
    void rulesReadTheSameFromRightToLeft()
    {
        const auto lineOf = [](Qt::LayoutDirection direction) {
            QGuiApplication::setLayoutDirection(direction);
            ui::RuleEditor editor;
            editor.setText(QStringLiteral("demand > 0 && (stock < 5)"));
            editor.resize(400, 60);
            editor.show();
            editor.clearFocus();
            editor.setCaretLineVisible(false);
            editor.setCaretWidth(0);
            editor.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/rules-line-%1.png")
                                     .arg(QLatin1String(direction == Qt::RightToLeft ? "rtl" : "ltr")));
            const QImage picture = editor.grab(QRect(100, 0, 260, 24)).toImage();
            QGuiApplication::setLayoutDirection(Qt::LeftToRight);
            return picture;
        };
        const QImage usual = lineOf(Qt::LeftToRight);
        QVERIFY(!isEmptyPicture(usual));
        QCOMPARE(lineOf(Qt::RightToLeft), usual);
    }

private:
    /// Columns that nobody made narrower show their whole header.
    static void checkHeaders(const QHeaderView& header)
    {
        for (int i = 0; i < header.count(); ++i)
            QVERIFY2(header.isSectionHidden(i) || header.sectionSize(i) >= header.sectionSizeHint(i),
                     qPrintable(QStringLiteral("%1: %2 of %3")
                                    .arg(header.model()->headerData(i, Qt::Horizontal).toString())
                                    .arg(header.sectionSize(i))
                                    .arg(header.sectionSizeHint(i))));
    }

    static bool isEmptyPicture(const QImage& picture)
    {
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != picture.pixel(0, 0))
                    return false;
            }
        }
        return true;
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::LongTextsTest)
#include "long_texts_test.moc"
