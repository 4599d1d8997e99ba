#include "core/domain/setting_names.h"
#include "ui/rules/rule_editor.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

#include "tests/ui/grid_cells.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
constexpr int kSoon = 2000; // What another planner does is seen within this time, in milliseconds.

std::size_t orderCount(PlannerHarness& planner, const QString& productId)
{
    return planner.workspace().orders().list({{}, productId, 100}).result()->size();
}

} // namespace

/// Journey 15: two planners at work on the same database, each in a window with connections of its own.
class TwoPlannersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ana = std::make_unique<PlannerHarness>();
        QVERIFY(m_ana->isUsable());
        m_ben = std::make_unique<PlannerHarness>(m_ana->profile());
        QVERIFY(m_ben->isUsable());
        const Result<Person> ben =
            m_ben->workspace()
                .connection()
                .ports.people->addPerson(QStringLiteral("Ben"), m_ben->workspace().identity().actor())
                .result();
        QVERIFY(ben.isOk());
        // Two work here: else whoever looks again who it is finds the one person of single-operator mode.
        QVERIFY(m_ana->workspace()
                    .connection()
                    .ports.people->setSingleOperator(false, m_ana->workspace().identity().actor())
                    .result()
                    .isOk());
        m_ben->workspace().identity().workAs({ben->personId, ben->name, false});
        // Both of this test are one login, which a server refuses by itself.
        QVERIFY(m_ana->workspace()
                    .connection()
                    .ports.people
                    ->setSetting(QLatin1String(kRefuseOneLoginAsTwo), QStringLiteral("0"),
                                 m_ana->workspace().identity().actor())
                    .result()
                    .isOk());
    }
    void cleanup()
    {
        m_ben.reset();
        m_ana.reset();
    }

    /// Both look at the same decision; whoever clicks second is told who ordered, and orders nothing.
    void oneOrderForOneProduct()
    {
        const QString product = QStringLiteral("PROD-163");
        for (PlannerHarness* planner : {m_ana.get(), m_ben.get()}) {
            planner->goTo(product);
            QTRY_VERIFY_WITH_TIMEOUT(planner->find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        }
        QString told;
        m_ana->answer("dialog.failure", [&told](QWidget& dialog) {
            for (const QLabel* label : dialog.findChildren<QLabel*>())
                told += label->text() + QLatin1Char('\n');
            dialog.close();
        });
        // Neither waits for the other: the clicks follow each other without the event loop between them.
        m_ben->click("btn.createPo");
        m_ana->click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(orderCount(*m_ana, product) == 1, kPatience);
        const QString number = m_ana->workspace().orders().list({{}, product, 1}).result()->front().number;
        const bool benWasFirst =
            m_ana->workspace().orders().list({{}, product, 1}).result()->front().createdBy
            != m_ana->workspace().identity().actor().personId;
        if (benWasFirst) {
            QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), kPatience);
            QVERIFY2(told.contains(number), qPrintable(told));
            QVERIFY2(told.contains(QStringLiteral("Ben")), qPrintable(told));
        }
        QTRY_COMPARE_WITH_TIMEOUT(cell(*m_ana, product, QStringLiteral("Decision")),
                                  QStringLiteral("Covered"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(*m_ben, product, QStringLiteral("Decision")),
                                  QStringLiteral("Covered"), kPatience);
        QCOMPARE(orderCount(*m_ben, product), std::size_t{1});
    }

    /// An order of the one is seen by the other without a reload.
    void ordersAppearByThemselves()
    {
        const QString product = QStringLiteral("PROD-170");
        QCOMPARE(cell(*m_ben, product, QStringLiteral("Decision")), QStringLiteral("To order"));
        m_ana->goTo(product);
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        m_ana->click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(orderCount(*m_ana, product), std::size_t{1}, kPatience);
        QElapsedTimer since;
        since.start();
        QTRY_COMPARE_WITH_TIMEOUT(cell(*m_ben, product, QStringLiteral("Decision")),
                                  QStringLiteral("Covered"), kPatience);
        qInfo("seen after %lld ms (aim: %d)", static_cast<long long>(since.elapsed()), kSoon);
    }

    /// Everybody has a draft of their own; publishing over somebody's published rules is refused, and the two
    /// are merged.
    void rulesOfTwoAreMerged()
    {
        typeInto(*m_ana, QStringLiteral("// of ana\n"), false);
        typeInto(*m_ben, QStringLiteral("// of ben\n"), true);
        RuleStore& rules = storeOf(*m_ana);
        const RuleSetVersion published = rules.current().result().value();
        const auto hers = rules.draft(m_ana->workspace().identity().actor()).result();
        const auto his = rules.draft(m_ben->workspace().identity().actor()).result();
        QVERIFY(!hers->packs.empty() && !his->packs.empty());
        publishTogether(his->packs, published.version);
        const auto second = rules
                                .propose(hers->packs, published.version, QStringLiteral("By Ana"),
                                         m_ana->workspace().identity().actor())
                                .result();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Stale);
        QVERIFY2(second.error().message.contains(QStringLiteral("Ben")), qPrintable(second.error().message));
        // Her draft is still there, and the page says what happened and offers to merge.
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.rulesState").contains(QStringLiteral("Ben")),
                                 kPatience);
        QVERIFY(m_ana->find<QWidget>("banner.draft")->isVisible());
        QVERIFY(m_ana->textOf("label.draftBanner").contains(QStringLiteral("By Ben")));
        QVERIFY(!m_ana->find<QAction>("action.publish")->isEnabled());
        m_ana->screenshot(QStringLiteral("rules-published-meanwhile"));
        m_ana->click("btn.mergeDraft");
        // They changed different lines, so nobody is asked.
        QTRY_VERIFY_WITH_TIMEOUT(rulesShownBy(*m_ana).contains(QStringLiteral("// of ben")), kPatience);
        QVERIFY(rulesShownBy(*m_ana).contains(QStringLiteral("// of ana")));
        QVERIFY(!m_ana->find<QWidget>("banner.draft")->isVisible());
        QVERIFY(m_ana->find<QAction>("action.publish")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(rules.draft(m_ana->workspace().identity().actor()).result()->basedOn,
                                  published.version + 1, kPatience);
        QVERIFY(storedText(*m_ana).contains(QStringLiteral("// of ben")));
    }

    /// Ben publishes a change of the lines that Ana changed, too: she sees both, decides, and can publish.
    void thePublishedLinesOfAnotherAreDecided()
    {
        typeInto(*m_ana, QStringLiteral("// of ana\n"), true);
        RuleStore& rules = storeOf(*m_ana);
        std::vector<RulePack> his = rules.current().result()->packs;
        his.front().text.prepend(QStringLiteral("// of ben\n"));
        publishTogether(his, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->find<QWidget>("banner.draft")->isVisible(), kPatience);
        QString told;
        m_ana->answer("dialog.merge", [&told](QWidget& dialog) {
            for (const QLabel* label : dialog.findChildren<QLabel*>())
                told += label->text() + QLatin1Char('\n');
            dialog.findChild<QPushButton*>(QStringLiteral("btn.takeAllTheirs"))->click();
            auto* merged = dialog.findChild<ui::RuleEditor*>(QStringLiteral("edit.merged"));
            merged->append(QStringLiteral("// of ana\n"));
            dialog.findChild<QPushButton*>(QStringLiteral("btn.saveMerge"))->click();
        });
        m_ana->click("btn.mergeDraft");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->allAnswered(), kPatience);
        QVERIFY2(told.contains(QStringLiteral("By Ben")) && told.contains(QStringLiteral("Version 2 by Ben")),
                 qPrintable(told));
        QVERIFY(rulesShownBy(*m_ana).startsWith(QStringLiteral("// of ben\n// of ana\n")));
        QVERIFY(!m_ana->find<QWidget>("banner.draft")->isVisible());
        QVERIFY(m_ana->find<QAction>("action.publish")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(rules.draft(m_ana->workspace().identity().actor()).result()->basedOn,
                                  std::int64_t{2}, kPatience);
    }

    /// Ana decides about Ben's lines, and meanwhile another window of hers adds some: they are not
    /// overwritten.
    void whatArrivesDuringAMergeIsKept()
    {
        typeInto(*m_ana, QStringLiteral("// of ana\n"), true);
        RuleStore& rules = storeOf(*m_ana);
        const Actor ana = m_ana->workspace().identity().actor();
        std::vector<RulePack> his = rules.current().result()->packs;
        his.front().text.prepend(QStringLiteral("// of ben\n"));
        publishTogether(his, 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->find<QWidget>("banner.draft")->isVisible(), kPatience);
        const QString others = QStringLiteral("// of another window\n");
        bool isAsked = false;
        m_ana->answer("dialog.merge", [&](QWidget& dialog) {
            isAsked = true;
            QTRY_VERIFY_WITH_TIMEOUT(rulesShownBy(*m_ana).contains(others), kPatience);
            dialog.findChild<QPushButton*>(QStringLiteral("btn.keepAllMine"))->click();
            dialog.findChild<QPushButton*>(QStringLiteral("btn.saveMerge"))->click();
        });
        m_ana->answer("dialog.failure", [](QWidget& dialog) { dialog.close(); });
        // She typed just before: storing that finds what the other window stored.
        RuleDraft draft = rules.draft(ana).result().value();
        draft.packs.front().text.append(others);
        QVERIFY(rules.saveDraft(draft, ana).result().isOk());
        m_ana->find<ui::RuleEditor>("editor.rules")->insertAt(QStringLiteral("// just typed\n"), 0, 0);
        m_ana->click("btn.mergeDraft");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->allAnswered(), kPatience);
        QVERIFY(isAsked);
        QVERIFY(rulesShownBy(*m_ana).contains(others));
        QTRY_VERIFY_WITH_TIMEOUT(storedText(*m_ana).contains(QStringLiteral("// just typed\n")), kPatience);
        QVERIFY(storedText(*m_ana).contains(others));
    }

    /// One person in two windows: changes of different lines find each other, without a question.
    void aDraftInTwoWindowsIsMerged()
    {
        m_ben->workspace().identity().workAs(m_ana->workspace().identity().actor());
        typeInto(*m_ana, QStringLiteral("// at the top\n"), true);
        typeInto(*m_ben, QStringLiteral("// at the end\n"), false);
        QTRY_VERIFY_WITH_TIMEOUT(rulesShownBy(*m_ben).contains(QStringLiteral("// at the top")), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(storedText(*m_ben).contains(QStringLiteral("// at the top")), kPatience);
        QVERIFY(storedText(*m_ben).contains(QStringLiteral("// at the end")));
        // The other window notices when it goes on.
        typeInto(*m_ana, QStringLiteral("// above the top\n"), true);
        QTRY_VERIFY_WITH_TIMEOUT(rulesShownBy(*m_ana).contains(QStringLiteral("// at the end")), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(storedText(*m_ana).startsWith(QStringLiteral("// above the top\n")),
                                 kPatience);
        QVERIFY(storedText(*m_ana).contains(QStringLiteral("// at the end")));
        // What was merged can be undone, as what was typed.
        auto* editor = m_ana->find<ui::RuleEditor>("editor.rules");
        QVERIFY(editor->isUndoAvailable());
    }

    /// The same lines in two windows: the second is asked, sees both, and decides.
    void theSameLinesInTwoWindowsAreDecidedByThePerson()
    {
        m_ben->workspace().identity().workAs(m_ana->workspace().identity().actor());
        typeInto(*m_ana, QStringLiteral("// first window\n"), true);
        typeInto(*m_ben, QStringLiteral("// second window\n"), true, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_ben->find<QWidget>("banner.draft")->isVisible(), kPatience);
        // Nothing is overwritten, and nothing is lost by typing on.
        QVERIFY(storedText(*m_ben).startsWith(QStringLiteral("// first window\n")));
        QVERIFY(rulesShownBy(*m_ben).startsWith(QStringLiteral("// second window\n")));
        QVERIFY(!m_ben->find<QAction>("action.publish")->isEnabled());
        m_ben->screenshot(QStringLiteral("rules-other-window"));

        m_ben->answer("dialog.merge", [](QWidget& dialog) { dialog.close(); });
        m_ben->click("btn.mergeDraft");
        QVERIFY(m_ben->allAnswered());
        QVERIFY(m_ben->find<QWidget>("banner.draft")->isVisible()); // Deciding later loses nothing.

        m_ben->answer("dialog.merge", [](QWidget& dialog) {
            const auto text = [&](const char* name) {
                return dialog.findChild<ui::RuleEditor*>(QLatin1String(name))->text();
            };
            auto* save = dialog.findChild<QPushButton*>(QStringLiteral("btn.saveMerge"));
            QCOMPARE(dialog.findChild<QListWidget*>(QStringLiteral("list.conflicts"))->count(), 1);
            QCOMPARE(text("text.mine"), QStringLiteral("// second window\n"));
            QCOMPARE(text("text.before"), QString());
            QCOMPARE(text("text.theirs"), QStringLiteral("// first window\n"));
            QVERIFY(!save->isEnabled());
            dialog.findChild<QPushButton*>(QStringLiteral("btn.takeTheirs"))->click();
            QCOMPARE(text("edit.merged"), QStringLiteral("// first window\n"));
            QVERIFY(save->isEnabled());
            dialog.findChild<QPushButton*>(QStringLiteral("btn.keepMine"))->click();
            dialog.findChild<ui::RuleEditor*>(QStringLiteral("edit.merged"))
                ->append(QStringLiteral("// and the first\n"));
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/rules-merge.png"));
            save->click();
        });
        m_ben->click("btn.mergeDraft");
        QVERIFY(m_ben->allAnswered());
        const QString merged = QStringLiteral("// second window\n// and the first\n");
        QVERIFY(rulesShownBy(*m_ben).startsWith(merged));
        QTRY_VERIFY_WITH_TIMEOUT(storedText(*m_ben).startsWith(merged), kPatience);
        QVERIFY(!m_ben->find<QWidget>("banner.draft")->isVisible());
    }

    /// Two complete programs type into one draft, the one at its top and the other at its end: every line of
    /// both is stored.
    void twoProgramsTypeIntoOneDraft()
    {
        const ui::ConnectionProfile& profile = m_ana->profile();
        QStringList place{profile.file};
        if (isOnMariaDb())
            place = {profile.server.socket, profile.server.names.po};
        m_ben.reset();
        std::vector<std::unique_ptr<QProcess>> programs;
        for (const char* where : {"top", "end"}) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->setProcessChannelMode(QProcess::ForwardedChannels);
            programs.back()->start(QCoreApplication::applicationDirPath() + QStringLiteral("/planner_typist"),
                                   QStringList{QLatin1String(where)} + place);
        }
        for (const auto& program : programs) {
            QVERIFY(program->waitForFinished(120000));
            QCOMPARE(program->exitStatus(), QProcess::NormalExit);
            QCOMPARE(program->exitCode(), 0);
        }
        const QString stored = storedText(*m_ana);
        for (int i = 0; i < 20; ++i) {
            for (const char* where : {"top", "end"}) {
                const QString line = QStringLiteral("// %1 %2\n").arg(QLatin1String(where)).arg(i);
                QVERIFY2(stored.count(line) == 1, qPrintable(line + stored));
            }
        }
    }

    /// An override that two people change is never overwritten unseen.
    void anOverrideOfTwoIsChosen()
    {
        const QString product = QStringLiteral("PROD-163");
        for (PlannerHarness* planner : {m_ana.get(), m_ben.get()})
            planner->goTo(product);
        typeOverride(*m_ana, QStringLiteral("260"), QStringLiteral("Fair"));
        typeOverride(*m_ben, QStringLiteral("300"), QStringLiteral("Promotion"));
        m_ben->click("btn.override");
        QTRY_COMPARE_WITH_TIMEOUT(storedQty(product), 300, kPatience);
        // She sees it, and what she typed stays.
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.overrideNote").contains(QStringLiteral("Ben changed")),
                                 kPatience);
        QCOMPARE(m_ana->find<QLineEdit>("edit.overrideQty")->text(), QStringLiteral("260"));

        QString told;
        const auto choose = [&](PlannerHarness& planner, const char* button) {
            planner.answer("dialog.overrideConflict", [&](QWidget& dialog) {
                for (const QLabel* label : dialog.findChildren<QLabel*>())
                    told += label->text() + QLatin1Char('\n');
                dialog.grab().save(QCoreApplication::applicationDirPath()
                                   + QStringLiteral("/../screenshots/override-conflict.png"));
                dialog.findChild<QPushButton*>(QLatin1String(button))->click();
            });
            planner.click("btn.override");
            QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        };
        choose(*m_ana, "btn.editMine");
        for (const char* part : {"Ben", "300", "Promotion", "260", "Fair"})
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
        QCOMPARE(storedQty(product), 300);
        QCOMPARE(m_ana->find<QLineEdit>("edit.overrideReason")->text(), QStringLiteral("Fair"));

        choose(*m_ana, "btn.keepStored");
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->find<QLineEdit>("edit.overrideQty")->text(), QStringLiteral("300"),
                                  kPatience);
        QCOMPARE(storedQty(product), 300);

        // He types on what he sees, she is quicker, he insists.
        typeOverride(*m_ben, QStringLiteral("310"), QStringLiteral("Larger promotion"));
        typeOverride(*m_ana, QStringLiteral("280"), QStringLiteral("Agreed with sales"));
        m_ana->click("btn.override");
        QTRY_COMPARE_WITH_TIMEOUT(storedQty(product), 280, kPatience);
        choose(*m_ben, "btn.storeMine");
        QTRY_COMPARE_WITH_TIMEOUT(storedQty(product), 310, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_ben->textOf("label.overrideNote").isEmpty(), kPatience);

        // What was stored is not what somebody is typing, even when another product is shown by then.
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.overrideNow").contains(QStringLiteral("310")),
                                 kPatience);
        typeOverride(*m_ana, QStringLiteral("320"), QStringLiteral("Once more"));
        m_ana->click("btn.override");
        m_ana->goTo(QStringLiteral("PROD-170"));
        QTRY_COMPARE_WITH_TIMEOUT(storedQty(product), 320, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_ben->textOf("label.overrideNow").contains(QStringLiteral("320")),
                                 kPatience);
        typeOverride(*m_ben, QStringLiteral("330"), QStringLiteral("And more"));
        m_ben->click("btn.override");
        QTRY_COMPARE_WITH_TIMEOUT(storedQty(product), 330, kPatience);
        m_ana->goTo(product);
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->find<QLineEdit>("edit.overrideQty")->text(), QStringLiteral("330"),
                                  kPatience);
        QVERIFY(m_ana->textOf("label.overrideNote").isEmpty());
        QVERIFY(m_ana->workspace().connection().ports.audit->verify().result().isOk());
    }

private:
    /// Ben proposes the rules and Ana confirms them.
    void publishTogether(const std::vector<RulePack>& packs, std::int64_t basedOn)
    {
        RuleStore& rules = storeOf(*m_ana);
        const auto proposal =
            rules.propose(packs, basedOn, QStringLiteral("By Ben"), m_ben->workspace().identity().actor())
                .result();
        QVERIFY(proposal.isOk());
        QVERIFY(rules.confirm(proposal->id, proposal->hash, m_ana->workspace().identity().actor())
                    .result()
                    .isOk());
    }

    std::int64_t storedQty(const QString& product)
    {
        const auto stored = m_ana->workspace().connection().ports.overrides->find(product).result();
        return stored.isOk() && *stored ? (*stored)->qty : 0;
    }
    static void typeOverride(PlannerHarness& planner, const QString& qty, const QString& reason)
    {
        for (const auto& [name, text] :
             {std::pair("edit.overrideQty", qty), std::pair("edit.overrideReason", reason)}) {
            auto* edit = planner.find<QLineEdit>(name);
            edit->selectAll();
            QTest::keyClicks(edit, text);
        }
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.override")->isEnabled(), kPatience);
    }
    static RuleStore& storeOf(PlannerHarness& planner)
    {
        return *planner.workspace().connection().ports.rules;
    }
    static QString storedText(PlannerHarness& planner)
    {
        const auto draft = storeOf(planner).draft(planner.workspace().identity().actor()).result();
        return draft.isOk() && !draft->packs.empty() ? draft->packs.front().text : QString();
    }
    static QString rulesShownBy(PlannerHarness& planner)
    {
        return planner.find<ui::RuleEditor>("editor.rules")->text();
    }
    /// Writes a line at the top or end of the first pack, and waits until the draft has it.
    static void typeInto(PlannerHarness& planner, const QString& line, bool atTop, bool untilStored = true)
    {
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        if (atTop)
            editor->insertAt(line, 0, 0);
        else
            editor->append(line);
        if (untilStored)
            QTRY_VERIFY_WITH_TIMEOUT(storedText(planner).contains(line), kPatience);
    }

    std::unique_ptr<PlannerHarness> m_ana;
    std::unique_ptr<PlannerHarness> m_ben;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::TwoPlannersTest)
#include "two_planners_test.moc"
