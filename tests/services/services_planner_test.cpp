#include "app/planner/desktop_connections.h"
#include "app/services/tls_files.h"
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
#include <QToolButton>

#include "tests/services/service_call.h"
#include "tests/ui/override_steps.h"
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

/// Services that show certificates and want tokens.
struct EncryptedServices
{
    /// The connection of somebody with these roles, by a token of their own.
    [[nodiscard]] ui::ConnectionProfile profileOf(const QString& person, Roles roles) const
    {
        const FlowPorts& ports = running.ports();
        const Actor us = *ports.people->operatingSystemUser().result();
        const auto added = ports.people->addPerson(person, us).result();
        const auto token = ports.tokens->issue(added->personId, roles, 1, us).result();
        ui::ConnectionProfile profile = tests::profileOf(running);
        profile.services.caFile = folder.filePath(QStringLiteral("ca.crt"));
        profile.services.token = token ? token->secret : QString();
        return profile;
    }

    QTemporaryDir folder;
    RunningServices running{{}, 1000, identity()};

private:
    TlsIdentity identity()
    {
        QStringList names;
        for (const std::string& name : kServiceNames)
            names << QString::fromStdString(name);
        if (!makeCertificates(folder.path(), names, {}))
            qFatal("no certificates");
        return {pem("orchestrator.crt"), pem("orchestrator.key"), pem("ca.crt")};
    }
    std::string pem(const char* name) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
};

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

    /// Over encrypted wires, each by a token: who orders does not approve, and nobody says who one is but the
    /// token.
    void twoPeopleWithTokens()
    {
        const EncryptedServices services;
        PlannerHarness ann(services.profileOf(QStringLiteral("Ann"), Role::Planner));
        PlannerHarness ben(services.profileOf(QStringLiteral("Ben"), Role::Approver));
        QVERIFY(ann.isUsable() && ben.isUsable());
        QCOMPARE(ann.workspace().identity().actor().name, QStringLiteral("Ann"));

        ann.goTo(QStringLiteral("PROD-104"));
        override(ann, QStringLiteral("260"), QStringLiteral("Promotion"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(ann, QStringLiteral("PROD-104"), QStringLiteral("Order qty")),
                                  QStringLiteral("260"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(ben, QStringLiteral("PROD-104"), QStringLiteral("Order qty")),
                                  QStringLiteral("260"), kPatience); // Told by the services.
        QTRY_VERIFY_WITH_TIMEOUT(ann.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        ann.click("btn.createPo");
        const auto order = [&] {
            const auto orders =
                services.running.ports().orders->list({{}, QStringLiteral("PROD-104"), 1}).result();
            return orders && !orders->empty() ? orders->front() : PurchaseOrder();
        };
        QTRY_COMPARE_WITH_TIMEOUT(order().state, OrderState::PendingApproval, kPatience);
        QCOMPARE(order().createdByName, QStringLiteral("Ann"));
        QCOMPARE(order().qty, 260);

        const auto select = [&](PlannerHarness& planner) {
            planner.trigger("action.mode.approvals");
            auto* queue = planner.find<QTableView>("grid.approvals");
            const auto row = [&] {
                return queue->model()->match(queue->model()->index(0, 0), Qt::DisplayRole, order().number);
            };
            QTRY_VERIFY_WITH_TIMEOUT(!row().isEmpty(), kPatience);
            queue->selectRow(row().front().row());
        };
        select(ann);
        auto* hers = ann.find<QToolButton>("btn.approve");
        QTRY_VERIFY_WITH_TIMEOUT(!hers->toolTip().isEmpty() && !hers->isEnabled(), kPatience);
        select(ben);
        QTRY_VERIFY_WITH_TIMEOUT(ben.find<QToolButton>("btn.approve")->isEnabled(), kPatience);
        ben.click("btn.approve");
        QTRY_COMPARE_WITH_TIMEOUT(order().state, OrderState::Approved, kPatience);
        QCOMPARE(order().approvedByName, QStringLiteral("Ben"));
        QVERIFY(services.running.ports().audit->verify().result());
    }

    /// Who shows a token that was taken back, or none, is told so.
    void withoutAToken()
    {
        const EncryptedServices services;
        ui::ConnectionProfile profile = services.profileOf(QStringLiteral("Ann"), Role::Planner);
        const FlowPorts& ports = services.running.ports();
        const QString id = ports.tokens->tokens().result()->front().tokenId;
        QVERIFY(ports.tokens->revoke(id, *ports.people->operatingSystemUser().result()).result().isOk());
        const auto revoked = openConnection(profile);
        QVERIFY(!revoked && revoked.error().kind == ErrorKind::Forbidden);
        profile.services.token.clear();
        const auto none = openConnection(profile);
        QVERIFY(!none && none.error().kind == ErrorKind::Forbidden);
        profile.services.caFile.clear();
        QVERIFY(!openConnection(profile)); // Plain words to who wants secret ones.
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
