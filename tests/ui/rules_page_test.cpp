#include "ui/rules/merge_dialog.h"
#include "ui/rules/rule_editor.h"
#include "ui/rules/rules_page.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

/// Rules whose drafts take for ever to read, as on a database that is busy.
class SlowDrafts : public RuleStore
{
public:
    explicit SlowDrafts(std::shared_ptr<RuleStore> inner)
        : m_inner(std::move(inner))
    {
        m_never.start();
    }
    QFuture<Result<RuleSetVersion>> current() override { return m_inner->current(); }
    QFuture<Result<std::vector<RuleSetVersion>>> versions() override { return m_inner->versions(); }
    QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>& packs, std::int64_t basedOn,
                                            const QString& reason, const Actor& author) override
    {
        return m_inner->publish(packs, basedOn, reason, author);
    }
    QFuture<Result<RuleProposal>> propose(const std::vector<RulePack>& packs, std::int64_t basedOn,
                                          const QString& reason, const Actor& author) override
    {
        return m_inner->propose(packs, basedOn, reason, author);
    }
    QFuture<Result<std::vector<RuleProposal>>> proposals() override { return m_inner->proposals(); }
    QFuture<Result<RuleSetVersion>> confirm(std::int64_t proposalId, const QByteArray& hash,
                                            const Actor& actor) override
    {
        return m_inner->confirm(proposalId, hash, actor);
    }
    QFuture<Result<Done>> withdraw(std::int64_t proposalId, const Actor& actor) override
    {
        return m_inner->withdraw(proposalId, actor);
    }
    QFuture<Result<RuleDraft>> draft(const Actor&) override { return m_never.future(); }
    QFuture<Result<RuleDraft>> saveDraft(const RuleDraft& draft, const Actor& author) override
    {
        return m_inner->saveDraft(draft, author);
    }
    QFuture<Result<RuleDraft>> discardDraft(std::int64_t revision, const Actor& author) override
    {
        return m_inner->discardDraft(revision, author);
    }

private:
    std::shared_ptr<RuleStore> m_inner;
    QPromise<Result<RuleDraft>> m_never;
};

/// Rules whose drafts cannot be stored while the switch is on.
class UnstorableDrafts : public SlowDrafts
{
public:
    UnstorableDrafts(std::shared_ptr<RuleStore> inner, std::shared_ptr<bool> isOut)
        : SlowDrafts(inner)
        , m_inner(std::move(inner))
        , m_isOut(std::move(isOut))
    {
    }
    QFuture<Result<RuleDraft>> draft(const Actor& author) override { return m_inner->draft(author); }
    QFuture<Result<RuleDraft>> saveDraft(const RuleDraft& draft, const Actor& author) override
    {
        if (!*m_isOut)
            return m_inner->saveDraft(draft, author);
        return QtFuture::makeReadyFuture(Result<RuleDraft>(
            Error{ErrorKind::Unavailable, QStringLiteral("The database does not answer."), {}}));
    }

private:
    std::shared_ptr<RuleStore> m_inner;
    std::shared_ptr<bool> m_isOut;
};

constexpr int kPatience = 15000;

/// Selects the first occurrence of `text` and types `replacement` over it, character by character.
void typeOver(ui::RuleEditor& editor, const QString& text, const QString& replacement)
{
    QVERIFY(editor.findFirst(text, false, true, false, false, true, 0, 0));
    editor.setFocus();
    for (const QChar character : replacement)
        QTest::keyClick(&editor, character.toLatin1());
}

} // namespace

/// The rule editor with its live result, drafts and publishing.
class RulesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionChangesWhileTypingAndOrdersStayWithThePublishedRules()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-101")); // 9,999.99: below the limit of 10000
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        auto* live = planner.find<QTableWidget>("table.liveResult");
        QTRY_VERIFY_WITH_TIMEOUT(live->item(0, 1), kPatience);
        QCOMPARE(live->item(0, 1)->text(), QStringLiteral("To order"));

        typeOver(*editor, QStringLiteral("total_amount <= 10000"), QStringLiteral("total_amount <= 8000"));
        typeOver(*editor, QStringLiteral("total_amount > 10000"), QStringLiteral("total_amount > 8000"));
        QTRY_COMPARE(live->item(0, 1)->text(), QStringLiteral("Needs approval"));
        QCOMPARE(live->item(0, 2)->text(), QStringLiteral("To order")); // Published.
        QVERIFY(planner.textOf("label.rulesState").contains(QStringLiteral("Draft")));

        // The draft decides no order.
        planner.trigger("action.mode.planning");
        QCOMPARE(planner.textOf("label.word"), QStringLiteral("To order"));

        planner.trigger("action.mode.rules");
        while (planner.find<QAction>("action.undo")->isEnabled())
            planner.trigger("action.undo");
        QTRY_COMPARE(live->item(0, 1)->text(), QStringLiteral("To order"));
        QVERIFY(!planner.find<QToolButton>("btn.publish")->isEnabled());
    }

    void brokenTextKeepsTheLastResultGreyedAndNamesTheMistake()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        auto* live = planner.find<QTableWidget>("table.liveResult");
        QTRY_VERIFY_WITH_TIMEOUT(live->item(2, 1), kPatience);
        QCOMPARE(live->item(2, 1)->text(), QStringLiteral("100"));
        typeOver(*editor, QStringLiteral("required_qty > 0"), QStringLiteral("requird_qty > 0"));
        QTRY_VERIFY(!live->isEnabled());
        QCOMPARE(live->item(2, 1)->text(), QStringLiteral("100"));
        QVERIFY(planner.textOf("label.liveState").contains(QStringLiteral("last valid text")));
        auto* problems = planner.find<QTreeWidget>("tree.problems");
        QTRY_COMPARE(problems->topLevelItemCount(), 1);
        QVERIFY(problems->topLevelItem(0)->text(0).contains(QStringLiteral("requird_qty")));
        QVERIFY(problems->topLevelItem(0)->text(3).contains(QStringLiteral("required_qty"))); // The hint.
        planner.window().resize(1024, 768);
        const QModelIndex sentence = problems->model()->index(0, 0);
        QTRY_VERIFY(problems->visualRect(sentence).height()
                    >= problems->fontMetrics()
                           .boundingRect(QRect(0, 0, problems->columnWidth(0), 1000), Qt::TextWordWrap,
                                         sentence.data().toString())
                           .height());
        QCOMPARE(editor->diagnostics().size(), std::size_t{1});
        const long place = static_cast<long>(editor->diagnostics().front().offset);
        QVERIFY(editor->diagnosticTextAt(place).contains(QStringLiteral("requird_qty")));
        QVERIFY(!planner.find<QToolButton>("btn.publish")->isEnabled());
        QVERIFY(planner.find<QToolButton>("btn.publish")->toolTip().contains(QStringLiteral("errors")));
    }

    void endlessRuleIsStoppedAndNamed()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        auto* live = planner.find<QTableWidget>("table.liveResult");
        QTRY_VERIFY(live->rowCount() > 0);
        editor->append(QStringLiteral(
            "\nrule Endless salience 1 { when shortage > 0 then shortage = shortage + 1; }\n"));
        QTRY_COMPARE(live->item(0, 1)->text(), QStringLiteral("Blocked"));
        QVERIFY(live->item(12, 1)->text().contains(QStringLiteral("Endless")));
        QCOMPARE(live->item(0, 2)->text(), QStringLiteral("To order"));
    }

    void closingBeforeTheDraftWasReadKeepsIt()
    {
        PlannerHarness planner;
        ui::Connection connection = planner.workspace().connection();
        const auto store = connection.ports.rules;
        const Actor person = planner.workspace().identity().actor();
        std::vector<RulePack> packs = store->current().result()->packs;
        packs.front().text += QStringLiteral("\n// mine\n");
        QVERIFY(store->saveDraft({packs, 1, {}}, person).result().isOk());
        connection.ports.rules = std::make_shared<SlowDrafts>(store);
        ui::Workspace workspace(connection);
        {
            ui::RulesPage page(workspace);
            workspace.identity().refresh();
            QTRY_VERIFY(!workspace.identity().actor().personId.isEmpty());
            QTRY_VERIFY(page.findChild<ui::RuleEditor*>(QStringLiteral("editor.rules")));
            page.flushDraft();
        }
        QVERIFY(!store->discardDraft(-1, person).result().isOk()); // Whatever was queued is done.
        const auto draft = store->draft(person).result();
        QVERIFY(draft.isOk());
        QVERIFY(draft->packs == packs);
    }

    void everybodyHasADraftOfTheirOwn()
    {
        PlannerHarness planner;
        const auto& ports = planner.workspace().connection().ports;
        const Actor first = planner.workspace().identity().actor();
        const auto added = ports.people->addPerson(QStringLiteral("Second person"), first).result();
        QVERIFY(added.isOk());
        QVERIFY(ports.people->setSingleOperator(false, first).result().isOk());
        planner.workspace().identity().refresh();
        QTRY_VERIFY(!planner.workspace().identity().actor().singleOperator);
        const Actor second{added->personId, added->name, false};
        std::vector<RulePack> packs = ports.rules->current().result()->packs;
        packs.front().text += QStringLiteral("\n// of the second\n");
        QVERIFY(ports.rules->saveDraft({packs, 1, {}}, second).result().isOk());

        const auto shown = [&] { return planner.find<ui::RuleEditor>("editor.rules")->text(); };
        planner.trigger("action.mode.rules");
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("\n// of the first\n"));
        planner.workspace().identity().workAs(second); // Before the first draft was saved by itself.
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("of the second")), kPatience);
        QVERIFY(!shown().contains(QStringLiteral("of the first")));
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("// more\n"));
        planner.workspace().identity().workAs(first);
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("of the first")), kPatience);
        QVERIFY(!shown().contains(QStringLiteral("of the second")));
        const auto kept = ports.rules->draft(second).result();
        QVERIFY(kept.isOk() && !kept->packs.empty());
        QVERIFY(kept->packs.front().text.endsWith(QStringLiteral("// of the second\n// more\n")));
    }

    /// Somebody else works on before the draft could be stored, and closes the window.
    void anUnstoredDraftSurvivesAnotherPerson()
    {
        const auto isOut = std::make_shared<bool>(false);
        PlannerHarness planner({}, QStringLiteral("en"), [&isOut](FlowPorts& ports) {
            ports.rules = std::make_shared<UnstorableDrafts>(ports.rules, isOut);
        });
        const auto& people = planner.workspace().connection().ports.people;
        const Actor first = planner.workspace().identity().actor();
        const auto added = people->addPerson(QStringLiteral("Second person"), first).result();
        QVERIFY(added.isOk());
        QVERIFY(people->setSingleOperator(false, first).result().isOk());
        planner.workspace().identity().refresh();
        QTRY_VERIFY(!planner.workspace().identity().actor().singleOperator);
        const auto shown = [&] { return planner.find<ui::RuleEditor>("editor.rules")->text(); };
        planner.trigger("action.mode.rules");
        *isOut = true;
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("\n// of the first\n"));
        planner.workspace().identity().workAs({added->personId, added->name, false});
        QTRY_VERIFY_WITH_TIMEOUT(!shown().contains(QStringLiteral("of the first")), kPatience);
        planner.restart();
        *isOut = false;
        planner.workspace().identity().workAs(first);
        QTRY_VERIFY_WITH_TIMEOUT(shown().endsWith(QStringLiteral("\n// of the first\n")), kPatience);
        const auto stored = [&] {
            return planner.workspace().connection().ports.rules->draft(first).result()->packs;
        };
        QTRY_VERIFY_WITH_TIMEOUT(!stored().empty()
                                     && stored().front().text.endsWith(QStringLiteral("// of the first\n")),
                                 kPatience);
    }

    /// Removing lines is a decision as well, on either side.
    void removedLinesAreChosenInAMerge()
    {
        const auto packs = [](const char* text) {
            return std::vector<RulePack>{{QStringLiteral("rules.grl"), QLatin1String(text), true}};
        };
        const auto choose = [&](const char* mine, const char* theirs, const char* button) {
            ui::MergeDialog dialog(RuleMerge(packs("first\nsecond\nthird"), packs(mine), packs(theirs)), {},
                                   QStringLiteral("Theirs"));
            dialog.show();
            auto* save = dialog.findChild<QPushButton*>(QStringLiteral("btn.saveMerge"));
            if (save->isEnabled())
                return QStringLiteral("nothing to decide");
            QTest::mouseClick(dialog.findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
            return save->isEnabled() ? dialog.packs().front().text : QStringLiteral("not decided");
        };
        const QString removed = QStringLiteral("first\nthird");
        const QString changed = QStringLiteral("first\nchanged\nthird");
        QCOMPARE(choose("first\nthird", "first\nchanged\nthird", "btn.keepMine"), removed);
        QCOMPARE(choose("first\nthird", "first\nchanged\nthird", "btn.takeTheirs"), changed);
        QCOMPARE(choose("first\nchanged\nthird", "first\nthird", "btn.keepMine"), changed);
        QCOMPARE(choose("first\nchanged\nthird", "first\nthird", "btn.takeTheirs"), removed);
    }

    /// Another window's lines come into the draft while the question is asked: they are not published unseen.
    void onlyWhatWasSeenIsPublished()
    {
        PlannerHarness planner;
        RuleStore& rules = *planner.workspace().connection().ports.rules;
        const auto shown = [&] { return planner.find<ui::RuleEditor>("editor.rules")->text(); };
        const QString others = QStringLiteral("// of another window\n");
        planner.trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(!planner.textOf("label.rulesState").isEmpty(), kPatience);
        std::vector<RulePack> packs = rules.current().result()->packs;
        packs.front().text.prepend(others);
        QVERIFY(rules.saveDraft({packs, 1, {}}, planner.workspace().identity().actor()).result().isOk());
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("// of this window\n"));
        const auto publish = [&](QWidget& dialog) {
            QTRY_VERIFY_WITH_TIMEOUT(shown().startsWith(others), kPatience);
            QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.publishReason")),
                             QStringLiteral("more"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.publishNow")),
                              Qt::LeftButton);
        };
        QString told;
        planner.answer("dialog.publish", publish);
        planner.answer("dialog.failure", [&told](QWidget& dialog) {
            for (const QLabel* label : dialog.findChildren<QLabel*>())
                told += label->text();
            dialog.close();
        });
        planner.click("btn.publish");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        QVERIFY2(told.contains(QStringLiteral("Another window")), qPrintable(told));
        QCOMPARE(rules.current().result()->version, std::int64_t{1});
        // Seen now, it can be published, with the reason that was typed.
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QToolButton>("btn.publish")->isEnabled(), kPatience);
        planner.answer("dialog.publish", [](QWidget& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.publishNow")),
                              Qt::LeftButton);
        });
        planner.click("btn.publish");
        QTRY_COMPARE_WITH_TIMEOUT(rules.current().result()->version, std::int64_t{2}, kPatience);
        QVERIFY(rules.current().result()->packs.front().text.startsWith(others));
        QCOMPARE(rules.current().result()->reason, QStringLiteral("more"));
    }

    void draftSurvivesARestartAndPublishingMakesItDecide()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-101"));
        planner.trigger("action.mode.rules");
        auto* live = planner.find<QTableWidget>("table.liveResult");
        QTRY_VERIFY(live->rowCount() > 0);
        typeOver(*planner.find<ui::RuleEditor>("editor.rules"), QStringLiteral("total_amount > 10000"),
                 QStringLiteral("total_amount > 8000"));
        typeOver(*planner.find<ui::RuleEditor>("editor.rules"), QStringLiteral("total_amount <= 10000"),
                 QStringLiteral("total_amount <= 8000"));
        planner.restart();

        planner.goTo(QStringLiteral("PROD-101"));
        planner.trigger("action.mode.rules");
        live = planner.find<QTableWidget>("table.liveResult");
        QTRY_COMPARE_WITH_TIMEOUT(live->rowCount() > 0 ? live->item(0, 1)->text() : QString(),
                                  QStringLiteral("Needs approval"), kPatience);
        planner.screenshot(QStringLiteral("rules-draft-light"));
        planner.answer("dialog.publish", [](QWidget& dialog) {
            auto* publish = dialog.findChild<QPushButton*>(QStringLiteral("btn.publishNow"));
            QVERIFY(!publish->isEnabled());
            QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.publishReason")),
                             QStringLiteral("lower limit"));
            QTest::mouseClick(publish, Qt::LeftButton);
        });
        planner.click("btn.publish");
        QVERIFY(planner.allAnswered());
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().feed().rules()->ruleSetVersion(), 2, kPatience);
        planner.trigger("action.mode.planning");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Needs approval"), kPatience);
        const auto current = planner.workspace().connection().ports.rules->current().result();
        QCOMPARE(current->reason, QStringLiteral("lower limit"));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::RulesPageTest)
#include "rules_page_test.moc"
