#include "ui/rules/rule_editor.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include "tests/support/mariadb_server.h"
#include "tests/ui/demo_behind.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000; // Longer than the longest pause between two tries.

/// The longest time in which the event loop did not come round.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_since.start();
        m_timer.callOnTimeout(this, [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_timer.start(5);
    }
    [[nodiscard]] qint64 longestMs() const { return m_longest; }
    /// Forgets the time since the loop last came round: the test itself was at work.
    void pass() { m_since.restart(); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void execute(const QStringList& statements)
{
    sql::Connection connection(
        sql::mysqlConnection(MariaDbServer::shared().administrator(QString()), QString()));
    for (const QString& statement : statements)
        connection.executeDirectly(statement);
}

} // namespace

/// Journey 13: the way to the server goes bad in every manner, and comes back.
class NetworkJourneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { execute({QStringLiteral("SET GLOBAL wait_timeout = 28800")}); }

    void cutThenSlowThenBack()
    {
        FaultProxy proxy(MariaDbServer::shared().socket());
        PlannerHarness planner(demoBehind(proxy));
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-163"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        auto* banner = planner.find<QWidget>("banner.stale");
        auto* grid = planner.find<QTableView>("grid.products");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        QVERIFY(!banner->isVisible());
        const int rows = grid->model()->rowCount();
        const QString sentence = planner.textOf("label.sentence");
        StallWatch stalls;

        // Cut: what was read stays, with its age; nothing can be ordered, and the reason is said.
        proxy.set(Toxic::Cut);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QVERIFY2(planner.textOf("label.banner").contains(QStringLiteral("does not answer")),
                 qPrintable(planner.textOf("label.banner")));
        QVERIFY(planner.textOf("label.banner").contains(QStringLiteral("what was read at")));
        QCOMPARE(grid->model()->rowCount(), rows);
        QCOMPARE(planner.textOf("label.sentence"), sentence);
        QVERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(QStringLiteral("does not answer")),
                 qPrintable(create->toolTip()));
        QVERIFY(!planner.find<QAction>("action.createPo")->isEnabled());
        planner.screenshot(QStringLiteral("planner-cut"));
        stalls.pass();

        // Silent: nothing hangs with it.
        proxy.set(Toxic::Swallow);
        QTest::qWait(kAnswerSeconds * 1000 + 1500);
        QVERIFY(banner->isVisible());
        QVERIFY(!create->isEnabled());
        planner.goTo(QStringLiteral("PROD-101")); // One can look round meanwhile.
        planner.goTo(QStringLiteral("PROD-163"));

        // Slow: it works, if late.
        proxy.set(Toxic::Delay, 40);
        planner.click("btn.retryLoading");
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);

        // Reset in the middle, then good again: it reconnects by itself.
        proxy.set(Toxic::Reset);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        proxy.set(Toxic::None);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), kPatience);
        qInfo("the longest stall of the window was %lld ms", static_cast<long long>(stalls.longestMs()));

        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        planner.click("btn.createPo");
        const auto orders = [&] {
            const auto found =
                planner.workspace().orders().list({{}, QStringLiteral("PROD-163"), 10}).result();
            return found ? static_cast<int>(found->size()) : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(orders(), 1, kPatience);
    }

    /// A server that stops answering is named long before it counts as failed, with what waits for it.
    void aSilentServerIsNamed()
    {
        FaultProxy proxy(MariaDbServer::shared().socket());
        ui::ConnectionProfile profile = demoBehind(proxy);
        profile.server.answerSeconds = 600;
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-163"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        auto* banner = planner.find<QWidget>("banner.stale");
        QVERIFY(!banner->isVisible());

        proxy.set(Toxic::Swallow);
        planner.click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        const QString said = planner.textOf("label.banner");
        QVERIFY2(said.startsWith(QStringLiteral("The database has not answered for ")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("the order of PROD-163")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("the look for what others changed")), qPrintable(said));
        planner.screenshot(QStringLiteral("planner-silent"));

        // It is over as soon as there is an answer, whatever that is: the order has failed, and perhaps the
        // look at its product.
        bool isOrderAnswered = false;
        for (int i = 0; i < 2; ++i) {
            planner.answer("dialog.failure", [&isOrderAnswered](QWidget& dialog) {
                isOrderAnswered |= dialog.windowTitle() == QLatin1String("Creating an order for PROD-163");
                dialog.close();
            });
        }
        proxy.set(Toxic::Reset);
        QTRY_VERIFY_WITH_TIMEOUT(isOrderAnswered, kPatience);
        proxy.set(Toxic::None);
        QTRY_VERIFY2_WITH_TIMEOUT(!banner->isVisible(), qPrintable(planner.textOf("label.banner")),
                                  kPatience);
        planner.forgetAnswers();
    }

    /// What a person types while the server is away is still there when it is back.
    void draftsSurvive()
    {
        FaultProxy proxy(MariaDbServer::shared().socket());
        PlannerHarness planner(demoBehind(proxy));
        auto* banner = planner.find<QWidget>("banner.stale");
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->setFocus();
        proxy.set(Toxic::Cut);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        const QString before = editor->text();
        for (const char key : {'/', '/', ' ', 'm', 'i', 'n', 'e'})
            QTest::keyClick(editor, key);
        const QString typed = editor->text();
        QVERIFY(typed != before);
        QTest::qWait(1500);
        proxy.set(Toxic::None);
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), kPatience);
        QTest::qWait(1500);
        QCOMPARE(editor->text(), typed);
    }

    /// A server that closes idle connections is not noticed at all.
    void idleDisconnectIsInvisible()
    {
        execute({QStringLiteral("SET GLOBAL wait_timeout = 1")});
        FaultProxy proxy(MariaDbServer::shared().socket());
        PlannerHarness planner(demoBehind(proxy));
        auto* banner = planner.find<QWidget>("banner.stale");
        planner.goTo(QStringLiteral("PROD-101"));
        QString shown;
        QTimer watch;
        watch.callOnTimeout([&] {
            if (banner->isVisible())
                shown = planner.textOf("label.banner");
        });
        watch.start(10);
        for (int i = 0; i < 3; ++i) {
            QTest::qWait(1300);
            proxy.dropConnections();
        }
        QTest::qWait(1500);
        planner.click("btn.evaluate");
        QTest::qWait(500);
        planner.click("btn.createPo");
        const auto orders = [&] {
            const auto found =
                planner.workspace().orders().list({{}, QStringLiteral("PROD-101"), 10}).result();
            return found ? static_cast<int>(found->size()) : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(orders(), 1, kPatience);
        QVERIFY2(shown.isEmpty(), qPrintable(shown));
    }

    /// One database goes while we work: what was read stays, the cause is said, ordering waits for it.
    void oneDatabaseGoes()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        PlannerHarness planner(profile);
        planner.goTo(QStringLiteral("PROD-163"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        const QString table = profile.server.names.supplier + QStringLiteral(".supplier_info");
        execute({QStringLiteral("RENAME TABLE %1 TO %1_away").arg(table)});
        planner.workspace().feed().reload();
        auto* banner = planner.find<QWidget>("banner.stale");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QVERIFY2(planner.textOf("label.banner").contains(table), qPrintable(planner.textOf("label.banner")));
        QVERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(table), qPrintable(create->toolTip()));
        QVERIFY(planner.find<QTableView>("grid.products")->model()->rowCount() > 0);
        planner.trigger("action.mode.orders"); // The others go on.
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QTableView>("grid.orders")->model()->rowCount() > 0, kPatience);
        planner.screenshot(QStringLiteral("planner-one-database-gone"));
        execute({QStringLiteral("RENAME TABLE %1_away TO %1").arg(table)});
        planner.trigger("action.mode.planning");
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::NetworkJourneyTest)
#include "network_journey_test.moc"
