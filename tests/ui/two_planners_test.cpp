#include "ui/rules/rule_editor.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
constexpr int kSoon = 2000; // What another planner does is seen within this time, in milliseconds.

QString cell(PlannerHarness& planner, const QString& productId, const QString& header)
{
    auto* grid = planner.find<QTableView>("grid.products");
    for (int column = 0; column < grid->model()->columnCount(); ++column) {
        if (grid->model()->headerData(column, Qt::Horizontal).toString() != header)
            continue;
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            if (grid->model()->index(row, 0).data().toString() == productId)
                return grid->model()->index(row, column).data().toString();
        }
    }
    return QStringLiteral("none");
}

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
                .ports.people->addPerson(QStringLiteral("Ben"), m_ben->workspace().actor())
                .result();
        QVERIFY(ben.isOk());
        m_ben->workspace().workAs({ben->personId, ben->name, false});
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
            != m_ana->workspace().actor().personId;
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

    /// Everybody has a draft of their own; publishing over somebody's published rules is refused.
    void rulesOfTwoAreNotLost()
    {
        RuleStore& rules = *m_ana->workspace().connection().ports.rules;
        const RuleSetVersion published = rules.current().result().value();
        const auto draftBy = [&](PlannerHarness& planner, const QString& line) {
            planner.trigger("action.mode.rules");
            auto* editor = planner.find<ui::RuleEditor>("editor.rules");
            editor->append(line);
            const auto saved = [&] {
                const auto draft = rules.draft(planner.workspace().actor()).result();
                return draft.isOk() && draft->has_value()
                    && std::any_of((*draft)->packs.begin(), (*draft)->packs.end(),
                                   [&](const RulePack& pack) { return pack.text.contains(line); });
            };
            QTRY_VERIFY_WITH_TIMEOUT(saved(), kPatience);
        };
        draftBy(*m_ana, QStringLiteral("// of ana"));
        draftBy(*m_ben, QStringLiteral("// of ben"));
        const auto hers = rules.draft(m_ana->workspace().actor()).result();
        const auto his = rules.draft(m_ben->workspace().actor()).result();
        QVERIFY(hers->has_value() && his->has_value());
        QVERIFY(rules
                    .publish((*his)->packs, published.version, QStringLiteral("By Ben"),
                             m_ben->workspace().actor(), m_ana->workspace().actor())
                    .result()
                    .isOk());
        const auto second = rules
                                .publish((*hers)->packs, published.version, QStringLiteral("By Ana"),
                                         m_ana->workspace().actor(), m_ben->workspace().actor())
                                .result();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Stale);
        QVERIFY2(second.error().message.contains(QStringLiteral("Ben")), qPrintable(second.error().message));
        // Her draft is still there, in the editor and in the database, and the page says what happened.
        QVERIFY(m_ana->find<ui::RuleEditor>("editor.rules")->text().contains(QStringLiteral("// of ana")));
        QVERIFY(rules.draft(m_ana->workspace().actor()).result()->has_value());
        QTRY_VERIFY_WITH_TIMEOUT(m_ana->textOf("label.rulesState").contains(QStringLiteral("Ben")),
                                 kPatience);
    }

private:
    std::unique_ptr<PlannerHarness> m_ana;
    std::unique_ptr<PlannerHarness> m_ben;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::TwoPlannersTest)
#include "two_planners_test.moc"
