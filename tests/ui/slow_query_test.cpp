#include "ui/planning/product_columns.h"

#include <QAction>
#include <QPushButton>
#include <QTableView>

#include "tests/support/fault_proxy.h"
#include "tests/support/mariadb_server.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;
constexpr int kLonger = 1500; // Cancelled work that came back would be seen within this time.
const QString kProduct = QStringLiteral("PROD-163");

std::unique_ptr<sql::Connection> administrator()
{
    return std::make_unique<sql::Connection>(
        sql::mysqlConnection(MariaDbServer::shared().administrator(QString()), QString()));
}

ui::ConnectionProfile demoBehind(const FaultProxy& proxy)
{
    ui::ConnectionProfile profile = demoOnMariaDb();
    profile.server.socket.clear();
    profile.server.host = QStringLiteral("127.0.0.1");
    profile.server.port = proxy.port();
    return profile; // With the usual half a minute for an answer: nobody wants to wait that long.
}

} // namespace

/// Journey 16 on a server: a question whose answer does not come is cancelled, and nothing of it comes later.
class SlowQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadingIsAbandoned_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::newRow("a table is locked") << true;
        QTest::newRow("the server is silent") << false;
    }
    void loadingIsAbandoned()
    {
        QFETCH(bool, locked);
        FaultProxy proxy(MariaDbServer::shared().socket());
        const ui::ConnectionProfile profile = demoBehind(proxy);
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        ui::Workspace& workspace = planner.workspace();
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isReading(), kPatience);
        const auto before = workspace.feed().catalogue();
        auto* bar = planner.find<QWidget>("bar.reading");
        auto* cancel = planner.find<QPushButton>("btn.cancelReading");
        QVERIFY(!bar->isVisible());
        QVERIFY(!planner.find<QAction>("action.cancelReading")->isEnabled());

        const auto locker = administrator();
        if (locked)
            locker->executeDirectly(
                QStringLiteral("LOCK TABLES %1.supplier_info WRITE").arg(profile.server.names.supplier));
        else
            proxy.set(Toxic::Swallow);
        planner.trigger("action.evaluateAll");
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), kPatience);
        QCOMPARE(cancel->text(), QStringLiteral("Cancel"));
        QTest::mouseClick(cancel, Qt::LeftButton);
        // It waits for somebody who does not answer, and says what one can do about it.
        QVERIFY(workspace.feed().isReading());
        QTRY_COMPARE_WITH_TIMEOUT(cancel->text(), QStringLiteral("Abandon and reconnect"), kPatience);
        planner.screenshot(locked ? QStringLiteral("reading-stuck-locked")
                                  : QStringLiteral("reading-stuck-silent"));
        int resets = 0;
        const auto count = [&resets] { ++resets; };
        connect(&workspace.feed(), &ui::CatalogueFeed::catalogueReset, this, count);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!workspace.feed().isReading());
        QVERIFY(!bar->isVisible());
        QVERIFY(planner.find<QAction>("action.evaluateAll")->isEnabled());

        QTest::qWait(kLonger);
        QVERIFY(!workspace.feed().isReading());
        QCOMPARE(resets, 0);
        QCOMPARE(workspace.feed().catalogue(), before);
        if (locked)
            locker->executeDirectly(QStringLiteral("UNLOCK TABLES"));
        else
            proxy.set(Toxic::None);
        // New connections work at once, and what was given up does not come back.
        QTest::qWait(kLonger);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isReading(), kPatience);
        planner.trigger("action.evaluateAll");
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isReading() && workspace.feed().catalogue() != before,
                                 kPatience);
        QCOMPARE(workspace.feed().productCount(), before->size());
        QVERIFY(workspace.feed().outages().empty());
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
    }

    /// Reading one product: cancelling it ends at once, and it leaves no trace when it comes to its end.
    void evaluatingIsCancelled()
    {
        const ui::ConnectionProfile profile = demoOnMariaDb();
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        ui::Workspace& workspace = planner.workspace();
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isReading(), kPatience);
        const auto admin = administrator();
        const auto evaluations = [&] {
            return admin
                ->scalar(QStringLiteral("SELECT count(*) FROM %1.evaluation").arg(profile.server.names.po))
                .toInt();
        };
        const int before = evaluations();
        int told = 0;
        connect(&workspace.feed(), &ui::CatalogueFeed::evaluated, this, [&told] { ++told; });
        connect(&workspace.feed(), &ui::CatalogueFeed::actFailed, this, [&told] { ++told; });
        const auto locker = administrator();
        locker->executeDirectly(
            QStringLiteral("LOCK TABLES %1.supplier_info WRITE").arg(profile.server.names.supplier));
        planner.click("btn.evaluate");
        auto* bar = planner.find<QWidget>("bar.reading");
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), kPatience);
        planner.trigger("action.cancelReading");
        QVERIFY(!workspace.feed().isReading());
        QVERIFY(!bar->isVisible());
        locker->executeDirectly(QStringLiteral("UNLOCK TABLES"));
        QTest::qWait(kLonger);
        QCOMPARE(told, 0);
        QCOMPARE(evaluations(), before);
        planner.click("btn.evaluate"); // It can be asked for again.
        QTRY_COMPARE_WITH_TIMEOUT(told, 1, kPatience);
        QCOMPARE(evaluations(), before + 1);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::SlowQueryTest)
#include "slow_query_test.moc"
