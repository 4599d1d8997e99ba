#include "app/planner/desktop_connections.h"

#include <QElapsedTimer>
#include <QPushButton>

#include "tests/support/mariadb_server.h"
#include "tests/ui/demo_behind.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

} // namespace

/// The planner on a server that hangs, that may only be looked at, or that lacks a database.
class ConnectedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What hangs while one leaves it is left at once.
    void leavingAServerThatHangs()
    {
        FaultProxy proxy(MariaDbServer::shared().socket());
        ui::ConnectionProfile profile = demoBehind(proxy);
        profile.name = QStringLiteral("Far away");
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        proxy.set(Toxic::Swallow);
        planner.workspace().feed().reload();
        QTest::qWait(1200); // The poll hangs, too.
        QElapsedTimer time;
        time.start();
        const auto demo = openConnection(planner.connections().list().demo());
        QVERIFY(demo.isOk());
        const qint64 opening = time.elapsed();
        planner.windows().connectTo(*demo);
        const qint64 switching = time.elapsed() - opening;
        QVERIFY2(switching < 1000, QByteArray::number(switching).constData());
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().isLoaded(), kPatience);
        QCOMPARE(planner.workspace().connection().name, QStringLiteral("Demo"));
        proxy.set(Toxic::None);
    }

    void readOnlyIsSaidAndHolds()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        profile.readOnly = true;
        PlannerHarness planner(profile);
        planner.goTo(QStringLiteral("PROD-101"));
        QVERIFY(planner.window().windowTitle().contains(QStringLiteral("read-only")));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QVERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(QStringLiteral("read-only")), qPrintable(create->toolTip()));
    }

    /// As a file that is write-protected: the server's rights decide, whatever the connection asks for.
    void whoMayOnlySelectSeesItReadOnly()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        const DatabaseNames& names = profile.server.names;
        {
            sql::Connection root(
                sql::mysqlConnection(MariaDbServer::shared().administrator(QString()), QString()));
            root.executeDirectly(QStringLiteral("CREATE USER viewer@localhost IDENTIFIED BY 'x'"));
            for (const QString& name : {names.oms, names.inventory, names.supplier, names.uom, names.po})
                root.executeDirectly(QStringLiteral("GRANT SELECT ON %1.* TO viewer@localhost").arg(name));
        }
        profile.server.user = QStringLiteral("viewer");
        profile.server.password = QStringLiteral("x");
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        QVERIFY(planner.workspace().feed().productCount() >= 60);
        planner.goTo(QStringLiteral("PROD-101"));
        QVERIFY2(planner.window().windowTitle().contains(QStringLiteral("read-only")),
                 qPrintable(planner.window().windowTitle()));
        const QString why = QStringLiteral("The user viewer may only look at the databases.");
        QCOMPARE(planner.workspace().connection().readOnlyReason, why);
        for (const char* name : {"btn.createPo", "btn.sendPo"}) {
            auto* button = planner.find<QPushButton>(name);
            QVERIFY2(!button->isEnabled(), name);
            QVERIFY2(button->toolTip().contains(why), qPrintable(button->toolTip()));
        }
        planner.click("btn.evaluate"); // Looking at a product anew is no change.
        QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().feed().isReading(), kPatience);
        QVERIFY(!planner.textOf("label.sentence").isEmpty());
    }

    /// Connected without a database: the rest works, ordering says why not.
    void missingDatabaseLeavesTheRest()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        profile.server.names.supplier = QStringLiteral("gone_db");
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-101"));
        auto* banner = planner.find<QWidget>("banner.stale");
        QVERIFY(banner->isVisible());
        QVERIFY(planner.textOf("label.banner").contains(QStringLiteral("gone_db")));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QVERIFY(!create->isEnabled());
        planner.click("btn.evaluate");
        QTRY_VERIFY_WITH_TIMEOUT(planner.textOf("label.sentence").contains(QStringLiteral("gone_db")),
                                 kPatience);
        const auto facts =
            planner.workspace().feed().facts(planner.workspace().feed().rowOf(QStringLiteral("PROD-101")));
        QVERIFY(facts.warehouses && !facts.warehouses->empty() && facts.demand);
        planner.screenshot(QStringLiteral("planner-missing-database"));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ConnectedTest)
#include "connected_test.moc"
