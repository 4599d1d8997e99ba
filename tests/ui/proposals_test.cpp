#include "core/domain/setting_names.h"
#include "ui/rules/rule_editor.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableWidget>
#include <QToolButton>

#include "tests/ui/grid_cells.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-002"); // 3,797.50 before tax.
const QString kOneLogin = QLatin1String(kRefuseOneLoginAsTwo);

QPushButton* buttonIn(QWidget& dialog, const char* name)
{
    return dialog.findChild<QPushButton*>(QLatin1String(name));
}

QString textIn(QWidget& dialog, const char* label)
{
    return dialog.findChild<QLabel*>(QLatin1String(label))->text();
}

void saveDialog(QWidget& dialog, const QString& name)
{
    QCoreApplication::processEvents();
    dialog.grab().save(QCoreApplication::applicationDirPath()
                       + QStringLiteral("/../screenshots/%1.png").arg(name));
}

} // namespace

/// Publishing with two people: one proposes, and the other confirms in their own session.
class ProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_ana = std::make_unique<PlannerHarness>();
        QVERIFY(m_ana->isUsable());
        PeopleStore& people = *m_ana->workspace().connection().ports.people;
        const Actor ana = m_ana->workspace().identity().actor();
        const Result<Person> ben = people.addPerson(QStringLiteral("Ben"), ana).result();
        QVERIFY(ben.isOk());
        QVERIFY(people.setSingleOperator(false, ana).result().isOk());
        // Both programs run under one login here, which a server refuses unless it is told otherwise.
        refuseOneLogin(false);
        m_ben = std::make_unique<PlannerHarness>(m_ana->profile());
        QVERIFY(m_ben->isUsable());
        m_ben->workspace().identity().workAs({ben->personId, ben->name, false, ana.login});
        QTRY_VERIFY_WITH_TIMEOUT(!m_ana->workspace().identity().actor().singleOperator, kPatience);
    }
    void cleanup()
    {
        m_ben.reset();
        m_ana.reset();
    }

    void whatOneProposesTheOtherConfirms()
    {
        propose(QStringLiteral("Smaller limit"));
        QVERIFY(m_ben->textOf("label.proposal").startsWith(QStringLiteral("You propose version 2: Smaller")));
        QCOMPARE(m_ben->find<QToolButton>("mode.rules")->text(), QStringLiteral("Rules"));
        // Nothing is decided by it yet.
        QCOMPARE(m_ben->workspace().feed().rules()->ruleSetVersion(), 1);
        QCOMPARE(cell(*m_ben, kProduct, QStringLiteral("Decision")), QStringLiteral("To order"));

        QTRY_COMPARE_WITH_TIMEOUT(m_ana->find<QToolButton>("mode.rules")->text(), QStringLiteral("Rules (1)"),
                                  kPatience);
        m_ana->trigger("action.mode.rules");
        QTRY_VERIFY(m_ana->find<QWidget>("banner.proposal")->isVisible());
        QVERIFY2(
            m_ana->textOf("label.proposal").startsWith(QStringLiteral("Ben proposes version 2: Smaller")),
            qPrintable(m_ana->textOf("label.proposal")));
        m_ana->screenshot(QStringLiteral("rules-proposed"));
        m_ana->trigger("action.theme.dark");
        m_ana->screenshot(QStringLiteral("rules-proposed-dark"));
        m_ana->answer("dialog.proposal", [this](QWidget& dialog) {
            QPushButton* confirm = buttonIn(dialog, "btn.confirmProposal");
            QVERIFY(confirm->isEnabled());
            QVERIFY(!confirm->isDefault() && !confirm->autoDefault());
            QCOMPARE(buttonIn(dialog, "btn.withdrawProposal")->text(), QStringLiteral("&Decline"));
            QVERIFY(!buttonIn(dialog, "btn.withdrawProposal")->autoDefault());
            const QString login = m_ana->workspace().identity().actor().login;
            QVERIFY2(
                textIn(dialog, "label.proposer").startsWith(QStringLiteral("Ben (login %1), ").arg(login)),
                qPrintable(textIn(dialog, "label.proposer")));
            QCOMPARE(textIn(dialog, "label.proposalReason"), QStringLiteral("Smaller limit"));
            QCOMPARE(textIn(dialog, "label.proposalChanges"),
                     QStringLiteral("purchasing_rules.grl: 3 lines changed"));
            QVERIFY(textIn(dialog, "label.proposalNote").contains(QStringLiteral("same login")));
            const auto text = [&dialog](const char* name) {
                return dialog.findChild<ui::RuleEditor*>(QLatin1String(name))->text();
            };
            QVERIFY(text("text.left").contains(QStringLiteral("10000")));
            QVERIFY(!text("text.right").contains(QStringLiteral("10000")));
            saveDialog(dialog, QStringLiteral("proposal-dark"));
            QTest::keyClick(&dialog, Qt::Key_Return); // Decides nothing.
        });
        m_ana->click("btn.lookAtProposal");
        QVERIFY(m_ana->allAnswered());
        QCOMPARE(currentVersion().version, 1);
        m_ana->trigger("action.theme.light");

        look(*m_ana, "btn.confirmProposal");
        for (PlannerHarness* planner : {m_ana.get(), m_ben.get()}) {
            QTRY_VERIFY_WITH_TIMEOUT(planner->workspace().feed().rules()->ruleSetVersion() == 2, kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(cell(*planner, kProduct, QStringLiteral("Decision")),
                                      QStringLiteral("Needs approval"), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(!planner->find<QWidget>("banner.proposal")->isVisible(), kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(
                planner->textOf("label.rulesState"),
                QStringLiteral("Version 2, published by Ben and confirmed by %1: these rules decide orders")
                    .arg(m_ana->workspace().identity().actor().name),
                kPatience);
            QCOMPARE(planner->find<QToolButton>("mode.rules")->text(), QStringLiteral("Rules"));
        }
        const QString ana = m_ana->workspace().identity().actor().name;
        QCOMPARE(currentVersion().confirmedBy, ana);
        m_ana->answer("dialog.versions", [&ana](QWidget& dialog) {
            QCOMPARE(dialog.findChild<QTableWidget*>(QStringLiteral("table.versions"))->item(0, 2)->text(),
                     QStringLiteral("Ben, confirmed by %1").arg(ana));
            dialog.close();
        });
        m_ana->trigger("action.versions");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->allAnswered(), kPatience);
        QVERIFY(m_ana->workspace().connection().ports.audit->verify().result().isOk());
    }

    void nobodyConfirmsTheirOwn()
    {
        propose(QStringLiteral("Smaller limit"));
        m_ben->answer("dialog.proposal", [](QWidget& dialog) {
            QVERIFY(!buttonIn(dialog, "btn.confirmProposal")->isEnabled());
            QVERIFY(textIn(dialog, "label.proposalNote")
                        .contains(QStringLiteral("nobody confirms their own proposal")));
            QVERIFY(buttonIn(dialog, "btn.confirmProposal")
                        ->toolTip()
                        .startsWith(QStringLiteral("Unavailable: nobody confirms their own proposal")));
            QCOMPARE(buttonIn(dialog, "btn.withdrawProposal")->text(), QStringLiteral("&Withdraw"));
            QTest::mouseClick(buttonIn(dialog, "btn.withdrawProposal"), Qt::LeftButton);
        });
        m_ben->click("btn.lookAtProposal");
        QTRY_VERIFY_WITH_TIMEOUT(!m_ben->find<QWidget>("banner.proposal")->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->find<QToolButton>("mode.rules")->text(), QStringLiteral("Rules"),
                                  kPatience);
        QVERIFY(!m_ben->find<ui::RuleEditor>("editor.rules")->text().contains(QStringLiteral("10000")));
        QCOMPARE(currentVersion().version, 1);
    }

    void aProposalIsDeclined()
    {
        propose(QStringLiteral("Smaller limit"));
        m_ana->trigger("action.mode.rules");
        look(*m_ana, "btn.withdrawProposal");
        QTRY_VERIFY_WITH_TIMEOUT(!m_ben->find<QWidget>("banner.proposal")->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_ana->find<QWidget>("banner.proposal")->isVisible(), kPatience);
        QCOMPARE(currentVersion().version, 1);
        QVERIFY(m_ben->find<QAction>("action.publish")->isEnabled()); // The draft is still there.
    }

    /// The setting that a server has by default.
    void oneLoginCannotBeTwoPeople()
    {
        refuseOneLogin(true);
        propose(QStringLiteral("Smaller limit"));
        QTRY_COMPARE_WITH_TIMEOUT(m_ana->workspace().identity().settings().value(kOneLogin),
                                  QStringLiteral("1"), kPatience);
        m_ana->trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->find<QWidget>("banner.proposal")->isVisible(), kPatience);
        m_ana->answer("dialog.proposal", [this](QWidget& dialog) {
            QVERIFY(!buttonIn(dialog, "btn.confirmProposal")->isEnabled());
            const QString note = textIn(dialog, "label.proposalNote");
            QVERIFY2(note.contains(QStringLiteral("Ben proposed this with your login, %1")
                                       .arg(m_ana->workspace().identity().actor().login)),
                     qPrintable(note));
            QVERIFY(buttonIn(dialog, "btn.withdrawProposal")->isEnabled());
            dialog.close();
        });
        m_ana->click("btn.lookAtProposal");
        QCOMPARE(currentVersion().version, 1);
    }

    /// Two proposals on one version: confirming one makes the other outdated, also while it is looked at.
    void anOutdatedProposalIsRefused()
    {
        propose(QStringLiteral("Smaller limit"));
        RuleStore& rules = *m_ana->workspace().connection().ports.rules;
        std::vector<RulePack> other = currentVersion().packs;
        other.front().text.append(QStringLiteral("// Of another mind.\n"));
        const auto second =
            rules.propose(other, 1, QStringLiteral("Only a remark"), m_ben->workspace().identity().actor())
                .result();
        QVERIFY(second.isOk());
        m_ana->trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.proposal").endsWith(QStringLiteral("1 more waits.")),
                                 kPatience);
        const Actor ana = m_ana->workspace().identity().actor();
        m_ana->answer("dialog.proposal", [&](QWidget& dialog) {
            QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("combo.proposals"))->count(), 2);
            QCOMPARE(textIn(dialog, "label.proposalReason"), QStringLiteral("Smaller limit"));
            QVERIFY(rules.confirm(second->id, second->hash, ana).result().isOk());
            QTest::mouseClick(buttonIn(dialog, "btn.confirmProposal"), Qt::LeftButton);
        });
        QString told;
        m_ana->answer("dialog.failure", [&told](QWidget& dialog) {
            for (const QLabel* label : dialog.findChildren<QLabel*>())
                told += label->text();
            dialog.close();
        });
        m_ana->click("btn.lookAtProposal");
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->allAnswered(), kPatience);
        QVERIFY2(told.contains(QStringLiteral("Rules version 2")), qPrintable(told));
        QCOMPARE(currentVersion().version, 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.rulesState").startsWith(QStringLiteral("Version 2")),
                                 kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.proposal").contains(QStringLiteral("is out of date")),
                                 kPatience);
        m_ana->answer("dialog.proposal", [](QWidget& dialog) {
            QVERIFY(!buttonIn(dialog, "btn.confirmProposal")->isEnabled());
            const auto* title = dialog.findChild<QLabel*>(QStringLiteral("label.rightTitle"));
            QVERIFY(title && title->text().startsWith(QStringLiteral("Out of date")));
            QVERIFY(textIn(dialog, "label.proposalNote")
                        .contains(QStringLiteral("version 2 was published meanwhile")));
            dialog.close();
        });
        m_ana->click("btn.lookAtProposal");
    }

private:
    [[nodiscard]] RuleSetVersion currentVersion() const
    {
        return m_ana->workspace().connection().ports.rules->current().result().value();
    }
    void refuseOneLogin(bool refuse)
    {
        const Actor ana = m_ana->workspace().identity().actor();
        QVERIFY(
            m_ana->workspace()
                .connection()
                .ports.people->setSetting(kOneLogin, refuse ? QStringLiteral("1") : QStringLiteral("0"), ana)
                .result()
                .isOk());
        m_ana->workspace().identity().refresh();
    }
    /// Ben lowers the approval limit to 1,000 and proposes that.
    void propose(const QString& reason)
    {
        m_ben->trigger("action.mode.rules");
        // The editors are made anew once the draft of whoever works there was read.
        const auto isTyped = [this] {
            auto* editor = m_ben->find<ui::RuleEditor>("editor.rules");
            if (editor->text().contains(QStringLiteral("10000")))
                editor->setText(editor->text().replace(QStringLiteral("10000"), QStringLiteral("1000")));
            return m_ben->find<QAction>("action.publish")->isEnabled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTyped(), kPatience);
        m_ben->answer("dialog.publish", [&reason](QWidget& dialog) {
            QCOMPARE(dialog.windowTitle(), QStringLiteral("Propose rule set version 2"));
            QString said;
            for (const QLabel* label : dialog.findChildren<QLabel*>())
                said += label->text();
            QVERIFY2(said.contains(QStringLiteral("Once another person has confirmed them")),
                     qPrintable(said));
            dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.publishReason"))->setPlainText(reason);
            QTest::mouseClick(buttonIn(dialog, "btn.publishNow"), Qt::LeftButton);
        });
        m_ben->trigger("action.publish");
        QTRY_VERIFY_WITH_TIMEOUT(m_ben->find<QWidget>("banner.proposal")->isVisible(), kPatience);
    }
    /// Looks at the proposal and clicks there.
    static void look(PlannerHarness& planner, const char* button)
    {
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QWidget>("banner.proposal")->isVisible()
                                     && planner.find<QPushButton>("btn.lookAtProposal")->isEnabled(),
                                 kPatience);
        planner.answer("dialog.proposal", [button](QWidget& dialog) {
            QVERIFY2(buttonIn(dialog, button)->isEnabled(), qPrintable(buttonIn(dialog, button)->toolTip()));
            QTest::mouseClick(buttonIn(dialog, button), Qt::LeftButton);
        });
        planner.click("btn.lookAtProposal");
        QVERIFY(planner.allAnswered());
    }

    std::unique_ptr<PlannerHarness> m_ana;
    std::unique_ptr<PlannerHarness> m_ben;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ProposalsTest)
#include "proposals_test.moc"
