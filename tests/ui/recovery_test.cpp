#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QPushButton>
#include <QSysInfo>
#include <QTableWidget>

#include "tests/ui/draft_conflict.h"
#include "tests/ui/planner_harness.h"
#include "tests/ui/recovery_answer.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;

/// Makes the next start one after a crash: leaves the mark of a program that is gone.
void leaveMark(PlannerHarness& planner)
{
    QProcess gone;
    gone.start(QStringLiteral("true"), QStringList());
    QVERIFY(gone.waitForStarted());
    const qint64 id = gone.processId();
    QVERIFY(gone.waitForFinished());
    const QDir marks(QFileInfo(planner.settings().fileName()).absolutePath() + QStringLiteral("/sessions"));
    QFile mark(marks.filePath(QStringLiteral("gone.running")));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.write(QStringLiteral("%1\ntrue\n%2\n").arg(id).arg(QSysInfo::machineHostName()).toUtf8());
}

QString firstLine(const QString& text)
{
    return text.section(QLatin1Char('\n'), 0, 0);
}

QString shownLine(PlannerHarness& planner)
{
    return firstLine(planner.find<ui::RuleEditor>("editor.rules")->text());
}

/// Empty where there is no draft.
QString storedLine(PlannerHarness& planner)
{
    RuleStore& rules = *planner.workspace().connection().ports.rules;
    const std::vector<RulePack> packs = rules.draft(planner.workspace().identity().actor()).result()->packs;
    return packs.empty() ? QString() : firstLine(packs.front().text);
}

/// Discards a row of the recovery page and waits for the answer.
void discardFound(QWidget& dialog, int row)
{
    auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"));
    table->setCurrentCell(row, 0);
    dialog.findChild<QPushButton*>(QStringLiteral("btn.discardFound"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->item(row, 3)->text(), QStringLiteral("Discarded"), kPatience);
}

} // namespace

/// Texts of two windows that do not go together: after a crash, and when they are discarded.
class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Two windows disagree about a line, and the second is closed before that is decided.
    void undecidedTextSurvivesTheEnd()
    {
        PlannerHarness planner;
        const Actor actor = planner.workspace().identity().actor();
        disagree(planner);
        planner.restart();
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QWidget>("banner.draft")->isVisible(), kPatience);
        QVERIFY(planner.find<ui::RuleEditor>("editor.rules")
                    ->text()
                    .startsWith(QStringLiteral("// of this window\n")));
        planner.answer("dialog.merge", [](QWidget& dialog) {
            dialog.findChild<QPushButton*>(QStringLiteral("btn.keepAllMine"))->click();
            dialog.findChild<QPushButton*>(QStringLiteral("btn.saveMerge"))->click();
        });
        planner.click("btn.mergeDraft");
        QVERIFY(planner.allAnswered());
        RuleStore& after = *planner.workspace().connection().ports.rules;
        QTRY_VERIFY_WITH_TIMEOUT(
            after.draft(actor).result()->packs.front().text.startsWith(QStringLiteral("// of this window\n")),
            kPatience);
        planner.restart(); // Now there is nothing left to merge.
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<ui::RuleEditor>("editor.rules")
                                     ->text()
                                     .startsWith(QStringLiteral("// of this window\n")),
                                 kPatience);
        QVERIFY(!planner.find<QWidget>("banner.draft")->isVisible());
    }

    /// What is typed while the two disagree survives the program's death as well, and is merged then.
    void whatIsTypedOnInAConflictSurvivesAKill()
    {
        if (isOnMariaDb())
            return; // Where the texts wait does not depend on the database.
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/planner_crasher"),
                      {file, QStringLiteral("conflict")});
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += program.readAllStandardOutput()).contains("typed"), 2 * kPatience);
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        RecoveryAnswer answer([](QWidget& dialog) {
            QCOMPARE(dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"))->rowCount(), 2);
            dialog.findChild<QPushButton*>(QStringLiteral("btn.recoveryDone"))->click();
        });
        PlannerHarness planner(file);
        QTRY_VERIFY_WITH_TIMEOUT(answer.wasAsked(), kPatience);
        planner.trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QWidget>("banner.draft")->isVisible(), kPatience);
        QVERIFY2(planner.find<ui::RuleEditor>("editor.rules")
                     ->text()
                     .startsWith(QStringLiteral("// typed on\n// of this window\n")),
                 qPrintable(shownLine(planner)));
        QCOMPARE(storedLine(planner), QStringLiteral("// of another window"));
    }

    void whatIsDiscardedOfTwoTextsIsTheOneThatWasChosen_data()
    {
        QTest::addColumn<QList<int>>("discarded"); // 0: what is stored, 1: what waits to be merged.
        QTest::addColumn<QString>("left");
        const QString mine = QStringLiteral("// of this window");
        const QString other = QStringLiteral("// of another window");
        QTest::newRow("stored") << QList<int>{0} << mine;
        QTest::newRow("waiting") << QList<int>{1} << other;
        QTest::newRow("stored, then waiting") << QList<int>{0, 1} << QString();
        QTest::newRow("waiting, then stored") << QList<int>{1, 0} << QString();
    }

    void whatIsDiscardedOfTwoTextsIsTheOneThatWasChosen()
    {
        QFETCH(QList<int>, discarded);
        QFETCH(QString, left);
        PlannerHarness planner;
        const QString published = shownLine(planner);
        disagree(planner);
        leaveMark(planner);
        QStringList names;
        RecoveryAnswer answer([&](QWidget& dialog) {
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"));
            for (int row = 0; row < table->rowCount(); ++row)
                names << table->item(row, 0)->text();
            for (const int row : discarded)
                discardFound(dialog, row);
            dialog.findChild<QPushButton*>(QStringLiteral("btn.recoveryDone"))->click();
        });
        planner.restart();
        QTRY_VERIFY_WITH_TIMEOUT(answer.wasAsked(), kPatience);
        QCOMPARE(names.size(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(storedLine(planner), left, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(shownLine(planner), left.isEmpty() ? published : left, kPatience);
        QVERIFY(!planner.find<QWidget>("banner.draft")->isVisible());
        planner.restart(); // Nothing comes back.
        QTRY_COMPARE_WITH_TIMEOUT(shownLine(planner), left.isEmpty() ? published : left, kPatience);
        QVERIFY(!planner.find<QWidget>("banner.draft")->isVisible());
        QCOMPARE(storedLine(planner), left);
    }

    /// The page says that something is gone when it is, and otherwise why not.
    void whatCannotBeDiscardedIsSaid()
    {
        PlannerHarness planner;
        RuleStore& rules = *planner.workspace().connection().ports.rules;
        std::vector<RulePack> packs = rules.current().result()->packs;
        packs.front().text.prepend(QStringLiteral("// of this window\n"));
        QVERIFY(rules.saveDraft({packs, 1, {}}, planner.workspace().identity().actor()).result().isOk());
        leaveMark(planner);
        QString said;
        RecoveryAnswer answer([&](QWidget& dialog) {
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.recovery"));
            auto* discard = dialog.findChild<QPushButton*>(QStringLiteral("btn.discardFound"));
            // Another window goes on with the draft, which is no longer the one on the page.
            RuleStore& store = *planner.workspace().connection().ports.rules;
            const Actor actor = planner.workspace().identity().actor();
            RuleDraft draft = store.draft(actor).result().value();
            draft.packs.front().text.prepend(QStringLiteral("// of another window\n"));
            QVERIFY(store.saveDraft(draft, actor).result().isOk());
            discard->click();
            QVERIFY(!discard->isEnabled());
            QTRY_VERIFY_WITH_TIMEOUT(discard->isEnabled(), kPatience);
            said = table->item(0, 3)->text();
            dialog.findChild<QPushButton*>(QStringLiteral("btn.recoveryDone"))->click();
        });
        planner.restart();
        QTRY_VERIFY_WITH_TIMEOUT(answer.wasAsked(), kPatience);
        QVERIFY2(said.startsWith(QStringLiteral("Not discarded: ")) && said.size() > 20, qPrintable(said));
        QCOMPARE(storedLine(planner), QStringLiteral("// of another window"));
    }

    /// "Discard draft" throws away this window's text, not the other's that nobody has seen here.
    void discardingInAConflictKeepsTheOtherText()
    {
        PlannerHarness planner;
        disagree(planner);
        planner.answer("dialog.discardDraft", [](QWidget& dialog) {
            for (auto* button : dialog.findChildren<QPushButton*>()) {
                if (button->text() == QLatin1String("&Discard"))
                    return button->click();
            }
        });
        planner.trigger("action.discardDraft");
        QVERIFY(planner.allAnswered());
        QTRY_COMPARE_WITH_TIMEOUT(shownLine(planner), QStringLiteral("// of another window"), kPatience);
        QVERIFY(!planner.find<QWidget>("banner.draft")->isVisible());
        QCOMPARE(storedLine(planner), QStringLiteral("// of another window"));
    }

    /// Going back to a version waits for the merge, too: neither text is lost by it.
    void restoringInAConflictLosesNothing()
    {
        PlannerHarness planner;
        disagree(planner);
        planner.answer("dialog.versions", [](QWidget& dialog) {
            dialog.findChild<QPushButton*>(QStringLiteral("btn.restoreVersion"))->click();
        });
        planner.answer("dialog.failure", [](QWidget& dialog) { dialog.close(); });
        planner.trigger("action.versions");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        QCOMPARE(shownLine(planner), QStringLiteral("// of this window"));
        QCOMPARE(storedLine(planner), QStringLiteral("// of another window"));
        QVERIFY(planner.find<QWidget>("banner.draft")->isVisible());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::RecoveryTest)
#include "recovery_test.moc"
