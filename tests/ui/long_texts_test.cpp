#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTabWidget>
#include <QTimer>
#include <QTranslator>

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
        QTest::addColumn<QString>("language");
        QTest::newRow("pseudo") << true << false << QStringLiteral("en");
        QTest::newRow("right-to-left") << false << true << QStringLiteral("en");
        QTest::newRow("german") << false << false << QStringLiteral("de");
    }

    void nothingIsClipped()
    {
        QFETCH(bool, pseudo);
        QFETCH(bool, rightToLeft);
        QFETCH(QString, language);
        const QString name =
            QStringLiteral("%1-%2").arg(QLatin1String(QTest::currentDataTag()),
                                        qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1")));
        PseudoTranslator translator;
        QStringList clipped;
        {
            PlannerHarness planner({}, language);
            QVERIFY(planner.isUsable());
            if (pseudo)
                QCoreApplication::installTranslator(&translator);
            if (rightToLeft)
                QGuiApplication::setLayoutDirection(Qt::RightToLeft);
            if (pseudo || rightToLeft)
                planner.restart();
            planner.goTo(QStringLiteral("PROD-001"));
            look(planner, name, clipped);
        }
        QCoreApplication::removeTranslator(&translator);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
    }

private:
    static void look(PlannerHarness& planner, const QString& name, QStringList& clipped)
    {
        const auto note = [&](const QString& place, const QWidget& shown) {
            for (const QString& text : clippedTexts(shown))
                clipped << place + QStringLiteral(": ") + text;
        };
        const auto lookAt = [&](const QString& place) {
            QTest::qWait(400); // A page reads its data; a look at it has no condition to wait for.
            planner.screenshot(name + QLatin1Char('-') + place);
            note(place, planner.window());
        };
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            lookAt(QStringLiteral("planning-%1").arg(i));
        }
        tabs->setCurrentIndex(0);
        planner.trigger("action.trace");
        lookAt(QStringLiteral("trace"));
        planner.trigger("action.trace");
        for (const char* mode : {"rules", "orders", "approvals"}) {
            planner.trigger(qPrintable(QStringLiteral("action.mode.") + QLatin1String(mode)));
            lookAt(QLatin1String(mode));
        }
        // Rules stand on the left in every language.
        QCOMPARE(planner.find<QWidget>("editor.rules")->layoutDirection(), Qt::LeftToRight);
        planner.trigger("action.mode.planning");
        for (const char* dialog : {"people", "company", "import", "connect"}) {
            planner.answer(
                qPrintable(QStringLiteral("dialog.") + QLatin1String(dialog)), [&](QWidget& shown) {
                    QTest::qWait(300);
                    shown.grab().save(
                        QCoreApplication::applicationDirPath()
                        + QStringLiteral("/../screenshots/%1-%2.png").arg(name, QLatin1String(dialog)));
                    note(QLatin1String(dialog), shown);
                    shown.close();
                });
            planner.trigger(qPrintable(QStringLiteral("action.") + QLatin1String(dialog)));
            QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), 15000); // Some open when the menu is closed.
        }
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::LongTextsTest)
#include "long_texts_test.moc"
