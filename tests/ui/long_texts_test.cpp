#include "ui/connect/welcome_dialog.h"
#include "ui/recovery/recovery_dialog.h"
#include "ui/rules/compare_dialog.h"
#include "ui/rules/merge_dialog.h"
#include "ui/rules/proposal_dialog.h"
#include "ui/rules/rule_editor.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFont>
#include <QHeaderView>
#include <QImage>
#include <QTabWidget>
#include <QTableView>
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
            look(planner, name, clipped);
            lookAtDialogs(planner, name, clipped);
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
    static void look(PlannerHarness& planner, const QString& name, QStringList& clipped)
    {
        const auto note = [&](const QString& place, const QWidget& shown) {
            for (const QString& text : clippedTexts(shown))
                clipped << place + QStringLiteral(": ") + text;
        };
        const auto lookAt = [&](const QString& place) {
            QTest::qWait(400); // A page reads its data; a look at it has no condition to wait for.
            (void)QTest::qWaitFor([&] { return clippedTexts(planner.window()).empty(); }, 5000);
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
        // Columns that nobody made narrower show their whole header.
        const auto* header = planner.find<QTableView>("grid.products")->horizontalHeader();
        for (int i = 0; i < header->count(); ++i)
            QVERIFY2(header->isSectionHidden(i) || header->sectionSize(i) >= header->sectionSizeHint(i),
                     qPrintable(QStringLiteral("%1: %2 of %3")
                                    .arg(header->model()->headerData(i, Qt::Horizontal).toString())
                                    .arg(header->sectionSize(i))
                                    .arg(header->sectionSizeHint(i))));
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

    static void lookAtDialogs(PlannerHarness& planner, const QString& name, QStringList& clipped)
    {
        const auto lookAt = [&](const QString& dialog, QWidget& shown) {
            shown.grab().save(QCoreApplication::applicationDirPath()
                              + QStringLiteral("/../screenshots/%1-%2.png").arg(name, dialog));
            for (const QString& text : clippedTexts(shown))
                clipped << dialog + QStringLiteral(": ") + text;
        };
        // What a dialog shows may still be read, and its layout follows.
        const auto settle = [](const QWidget& shown) {
            return QTest::qWaitFor([&shown] { return clippedTexts(shown).isEmpty(); }, 3000);
        };
        const auto open = [&](const char* dialog, const char* action) {
            planner.answer(qPrintable(QStringLiteral("dialog.") + QLatin1String(dialog)),
                           [&](QWidget& shown) {
                               QTest::qWait(300);
                               (void)settle(shown);
                               lookAt(QLatin1String(dialog), shown);
                               shown.close();
                           });
            QVERIFY2(planner.find<QAction>(action)->isEnabled(), action);
            planner.trigger(action);
            QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), 15000); // Some open when the menu is closed.
        };
        open("people", "action.people");
        open("company", "action.company");
        open("verify", "action.verifyAudit");
        open("import", "action.import");
        open("connect", "action.connect");
        open("export", "action.export");
        open("columns", "action.columns");
        auto* grid = planner.find<QTableView>("grid.products");
        grid->selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.createPos")->isEnabled(), 15000);
        open("bulk", "action.createPos");

        planner.trigger("action.mode.approvals");
        auto* reject = planner.find<QAction>("action.reject");
        QTRY_VERIFY_WITH_TIMEOUT(reject->isEnabled(), 15000);
        open("reason", "action.reject");

        planner.trigger("action.mode.rules");
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("// more\n"));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.publish")->isEnabled(), 15000);
        open("publish", "action.publish");
        open("versions", "action.versions");

        ui::WelcomeDialog welcome(planner.connections());
        welcome.show();
        (void)settle(welcome);
        lookAt(QStringLiteral("welcome"), welcome);

        const auto packs = [](const char* text) {
            return std::vector<RulePack>{{QStringLiteral("purchasing_rules.grl"), QLatin1String(text), true}};
        };
        ui::MergeDialog merge(
            RuleMerge(packs("when demand > 0"), packs("when demand > 1"), packs("when demand > 2")),
            QStringLiteral("What happened"), QStringLiteral("Version 2 by Ana"));
        merge.show();
        (void)settle(merge);
        lookAt(QStringLiteral("merge"), merge);

        ui::CompareDialog compare(packs("when demand > 0"), QStringLiteral("Version 1"),
                                  packs("when demand > 1"), QStringLiteral("Draft"));
        compare.show();
        (void)settle(compare);
        lookAt(QStringLiteral("compare"), compare);

        RuleProposal proposed;
        proposed.basedOn = 1;
        proposed.packs = packs("when demand > 1");
        proposed.reason = QStringLiteral("Smaller limit");
        proposed.author = QStringLiteral("Ben");
        proposed.authorLogin = QStringLiteral("ben");
        proposed.proposedAt = QDateTime::currentDateTimeUtc();
        RuleSetVersion inForce;
        inForce.version = 1;
        inForce.packs = packs("when demand > 0");
        ui::ProposalDialog proposal({proposed, proposed}, 0, inForce,
                                    {QStringLiteral("ana"), QStringLiteral("ben"), {}, true});
        proposal.show();
        (void)settle(proposal);
        lookAt(QStringLiteral("proposal"), proposal);

        ui::FoundWork work;
        work.name = QStringLiteral("Rule draft of version 1");
        work.at = QDateTime::currentDateTimeUtc();
        work.size = QStringLiteral("purchasing_rules.grl: 12 lines changed");
        work.keepText = QStringLiteral("Keep");
        ui::RecoveryDialog recovery({work, work});
        recovery.show();
        (void)settle(recovery);
        lookAt(QStringLiteral("recovery"), recovery);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::LongTextsTest)
#include "long_texts_test.moc"
