#include "app/planner/desktop_connections.h"
#include "ui/connect/connect_dialog.h"
#include "ui/shell/language.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include "tests/services/service_call.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;

ui::ConnectionProfile profileOf(const RunningServices& services)
{
    ui::ConnectionProfile profile;
    profile.name = QStringLiteral("services");
    profile.kind = ui::ConnectionKind::Services;
    for (const ServicePlace& place : kServicePlaces)
        profile.services.*place.address = QString::fromStdString(services.address(place.name));
    return profile;
}

template <typename Widget> Widget& part(QWidget& dialog, const QString& name)
{
    auto* found = dialog.findChild<Widget*>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return *found;
}

void fillIn(QWidget& dialog, const ui::ConnectionProfile& profile)
{
    part<QComboBox>(dialog, QStringLiteral("combo.connectionKind")).setCurrentIndex(2);
    for (const ServicePlace& place : kServicePlaces) {
        auto& edit = part<QLineEdit>(dialog, QStringLiteral("edit.address.") + QLatin1String(place.name));
        edit.clear();
        QTest::keyClicks(&edit, profile.services.*place.address);
    }
}

Word wordOf(PlannerHarness& planner, const char* productId)
{
    const int row = planner.workspace().feed().rowOf(QLatin1String(productId));
    return planner.workspace().feed().decision(static_cast<std::size_t>(row)).word;
}

} // namespace

/// The planner as a client of the services: connecting, and what planners do all day.
class ServicesPlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.use(QStringLiteral("en")); }

    void testNamesEachService()
    {
        const RunningServices services;
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("planner.ini")), QSettings::IniFormat);
        ui::Connections connections(settings, folder.filePath(QStringLiteral("demo.sqlite")), &openConnection,
                                    &probeConnection);
        ui::ConnectDialog dialog(connections);
        dialog.show();
        QTest::mouseClick(&part<QPushButton>(dialog, QStringLiteral("btn.addConnection")), Qt::LeftButton);
        fillIn(dialog, profileOf(services));
        auto& test = part<QPushButton>(dialog, QStringLiteral("btn.testConnection"));
        QVERIFY2(test.isEnabled(), qPrintable(test.toolTip()));
        QTest::mouseClick(&test, Qt::LeftButton);
        auto& table = part<QTableWidget>(dialog, QStringLiteral("table.trial"));
        QCOMPARE(table.rowCount(), 7);
        auto& summary = part<QLabel>(dialog, QStringLiteral("label.trial"));
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("All 7 services can be used")),
                                 kPatience);
        QCOMPARE(table.item(5, 0)->text(), QStringLiteral("Purchase Order"));
        QVERIFY(table.item(5, 2)->text().endsWith(QStringLiteral("ms")));
        QVERIFY2(table.item(5, 3)->text().startsWith(QStringLiteral("po-service")),
                 qPrintable(table.item(5, 3)->text()));

        // One that is down is named with its cause; without the orders nothing is of use.
        auto& supplier = part<QLineEdit>(dialog, QStringLiteral("edit.address.supplier"));
        supplier.clear();
        QTest::keyClicks(&supplier, QStringLiteral("127.0.0.1:1"));
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("6 of 7 services can be used")),
                                 kPatience);
        QVERIFY2(summary.text().contains(QStringLiteral("suppliers and prices")), qPrintable(summary.text()));
        QVERIFY2(table.item(2, 4)->text().contains(QStringLiteral("does not answer")),
                 qPrintable(table.item(2, 4)->text()));
        auto& po = part<QLineEdit>(dialog, QStringLiteral("edit.address.po"));
        po.setFocus();
        QTest::keyClick(&po, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&po, Qt::Key_Backspace);
        QVERIFY(!test.isEnabled()); // It says where it is to be found, or nobody can look.
        QTest::keyClicks(&po, QStringLiteral("127.0.0.1:1"));
        QTest::mouseClick(&test, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("The one with the orders is needed")),
                                 kPatience);

        // Connecting remembers it like any other.
        fillIn(dialog, profileOf(services));
        QTest::mouseClick(&part<QPushButton>(dialog, QStringLiteral("btn.connect")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int{QDialog::Accepted}, kPatience);
        QVERIFY(dialog.takeConnection()->isRemote);
        const auto recent = connections.list().recent();
        QCOMPARE(recent.size(), std::size_t{1});
        QCOMPARE(recent.front().kind, ui::ConnectionKind::Services);
        QCOMPARE(recent.front().services, profileOf(services).services);
    }

    /// Evaluate, order, see it sent; approve what needs it; override; look at what happened.
    void aDayOverServices()
    {
        const RunningServices services;
        PlannerHarness planner(profileOf(services));
        QVERIFY(planner.isUsable());
        QCOMPARE(planner.workspace().feed().productCount(), demoProducts(services.ports()).size());
        planner.goTo(QStringLiteral("PROD-002"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        planner.createAndSend();
        const auto ordersOf = [&](const char* id) {
            return *services.ports().orders->list({{}, QLatin1String(id), 10}).result();
        };
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf("PROD-002").size(), std::size_t{1}, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf("PROD-002").front().state, OrderState::Sent, kPatience);
        QCOMPARE(ordersOf("PROD-002").front().qty, 245);
        QTRY_COMPARE_WITH_TIMEOUT(wordOf(planner, "PROD-002"), Word::Covered, kPatience);
        planner.screenshot(QStringLiteral("services-ordered"));

        // Somebody else's order shows up by itself.
        PurchasingFlow elsewhere(services.ports());
        const Actor actor = *services.ports().people->operatingSystemUser().result();
        QVERIFY(elsewhere.run({QStringLiteral("PROD-001"), {}, actor}, QStringLiteral("other")).result());
        QTRY_COMPARE_WITH_TIMEOUT(wordOf(planner, "PROD-001"), Word::Covered, kPatience);

        // One above the limit goes to the queue, and is approved there.
        const auto pending = [&] {
            OrderFilter filter;
            filter.states = {OrderState::PendingApproval};
            return *services.ports().orders->list(filter).result();
        };
        const std::size_t before = pending().size();
        const auto& feed = planner.workspace().feed();
        QString large;
        for (int row = 0; row < feed.productCount() && large.isEmpty(); ++row) {
            if (feed.decision(static_cast<std::size_t>(row)).word == Word::NeedsApproval)
                large = feed.product(row).facts.product.productId;
        }
        QVERIFY(!large.isEmpty());
        planner.goTo(large);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(pending().size(), before + 1, kPatience);

        // What happened to the product is told by the service.
        const auto told = planner.workspace().connection().ports.activity->activity(large, 10).result();
        QVERIFY(told && !told->empty());
        QVERIFY(planner.workspace().connection().ports.audit->verify().result());
    }

    /// A source that is away turns its columns grey; the rest goes on, and nothing is ordered without it.
    void aServiceThatIsDown()
    {
        const RunningServices services;
        ui::ConnectionProfile profile = profileOf(services);
        profile.services.supplier = QStringLiteral("127.0.0.1:1");
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        QCOMPARE(planner.workspace().feed().outages().size(), std::size_t{1});
        QVERIFY2(
            planner.workspace().feed().outages().front().cause.contains(QStringLiteral("does not answer")),
            qPrintable(planner.workspace().feed().outages().front().cause));
        planner.goTo(QStringLiteral("PROD-002"));
        QCOMPARE(wordOf(planner, "PROD-002"), Word::Blocked);
        auto* create = planner.find<QPushButton>("btn.createPo");
        QVERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(QStringLiteral("supplier")), qPrintable(create->toolTip()));
        planner.screenshot(QStringLiteral("services-down"));
    }

    /// The services end while somebody works: what was read stays, and nothing is ordered.
    void servicesThatEnd()
    {
        RunningServices services;
        PlannerHarness planner(profileOf(services));
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-002"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        const int products = planner.workspace().feed().productCount();
        services.group().drain();
        auto* banner = planner.find<QWidget>("banner.stale");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QCOMPARE(planner.workspace().feed().productCount(), products);
        QTRY_VERIFY_WITH_TIMEOUT(!create->isEnabled(), kPatience);
        QVERIFY2(create->toolTip().contains(QStringLiteral("po-service")), qPrintable(create->toolTip()));
        planner.screenshot(QStringLiteral("services-ended"));
    }

    /// A connection that changes nothing leaves no trace either.
    void readOnly()
    {
        const RunningServices services;
        ui::ConnectionProfile profile = profileOf(services);
        profile.readOnly = true;
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        planner.goTo(QStringLiteral("PROD-002"));
        planner.trigger("action.evaluate");
        QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().feed().isReading(), kPatience);
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        QVERIFY(services.ports().activity->activity(QStringLiteral("PROD-002"), 10).result()->empty());
    }

private:
    ui::Language m_language;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ServicesPlannerTest)
#include "services_planner_test.moc"
