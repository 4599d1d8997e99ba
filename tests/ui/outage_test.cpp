#include "core/flow/delivered_rules.h"
#include "core/sql/opening/mysql_setup.h"
#include "ui/planning/product_columns.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include "tests/support/mariadb_server.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 30000;
const QString kProduct = QStringLiteral("PROD-163"); // To order.
const QString kOther = QStringLiteral("PROD-101");

void execute(const QStringList& statements)
{
    sql::Connection connection(
        sql::mysqlConnection(MariaDbServer::shared().administrator(QString()), QString()));
    for (const QString& statement : statements)
        connection.executeDirectly(statement);
}

QModelIndex cell(PlannerHarness& planner, const QString& productId, ui::ProductColumn column)
{
    QAbstractItemModel* model = planner.find<QTableView>("grid.products")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == productId)
            return model->index(row, static_cast<int>(column));
    }
    return {};
}

bool isGrey(const QModelIndex& index)
{
    return index.data(Qt::ForegroundRole).value<QColor>() == ui::theme::ink(ui::theme::Tone::Muted);
}

std::size_t ordersOf(PlannerHarness& planner, const QString& productId)
{
    return planner.workspace().orders().list({{}, productId, 100}).result()->size();
}

} // namespace

/// Journey 13 for a part of the server: one database of the five goes, the others work on, and it comes back.
class OutageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDatabaseGoesAndComesBack_data()
    {
        QTest::addColumn<QString>("schema");
        QTest::addColumn<QString>("how");
        QTest::addColumn<int>("fed"); // A column that the database feeds…
        QTest::addColumn<int>("other"); // …and one of another database.
        using C = ui::ProductColumn;
        const auto row = [](const char* schema, const char* how, C fed, C other) {
            QTest::addRow("%s %s", schema, how) << QString::fromLatin1(schema) << QString::fromLatin1(how)
                                                << static_cast<int>(fed) << static_cast<int>(other);
        };
        row("supplier", "forbidden", C::Supplier, C::Available);
        row("inventory", "dropped", C::Available, C::UnitPrice);
        row("oms", "table gone", C::DailyDemand, C::Available);
        row("uom", "forbidden", C::Unit, C::Supplier);
        row("supplier", "locked", C::UnitPrice, C::DailyDemand);
    }
    void oneDatabaseGoesAndComesBack()
    {
        QFETCH(QString, schema);
        QFETCH(QString, how);
        QFETCH(int, fed);
        QFETCH(int, other);
        ui::ConnectionProfile profile = demoOnMariaDb();
        profile.server.answerSeconds = 3;
        const QString database = sql::databaseOf(profile.server.names, schema);
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        ui::Workspace& workspace = planner.workspace();
        planner.goTo(kProduct);
        auto* create = planner.find<QPushButton>("btn.createPo");
        auto* banner = planner.find<QWidget>("banner.stale");
        auto* grid = planner.find<QTableView>("grid.products");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        const auto fedColumn = static_cast<ui::ProductColumn>(fed);
        const auto otherColumn = static_cast<ui::ProductColumn>(other);
        const QString known = cell(planner, kProduct, fedColumn).data().toString();
        QVERIFY(!known.isEmpty() && known != QStringLiteral("–"));
        QVERIFY(!isGrey(cell(planner, kProduct, fedColumn)));
        // A person is typing an override.
        auto* reason = planner.find<QLineEdit>("edit.overrideReason");
        QTest::keyClicks(reason, QStringLiteral("Not yet"));
        const int products = workspace.feed().productCount();

        const Gone gone(profile, schema, how);
        if (how == QLatin1String("locked"))
            planner.click("btn.evaluate"); // Nothing changes; reading it shows.
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isBusy(), kPatience);
        // Before it is known which one is away, only that nothing answers may be said.
        QTRY_VERIFY_WITH_TIMEOUT(planner.textOf("label.banner").contains(database), kPatience);
        QCOMPARE(workspace.feed().staleReason(), QString()); // The others are as fresh as ever.
        QVERIFY(!planner.find<QPushButton>("btn.retryLoading")->isVisible());
        QCOMPARE(workspace.feed().productCount(), products);
        QVERIFY(grid->palette().color(QPalette::Text) != ui::theme::ink(ui::theme::Tone::Muted));

        // Only its columns are grey, with what was known, the cause and since when.
        const QModelIndex away = cell(planner, kProduct, fedColumn);
        QCOMPARE(away.data().toString(), known);
        QVERIFY(isGrey(away));
        QVERIFY2(
            away.data(Qt::ToolTipRole).toString().contains(database + QStringLiteral(" unavailable since")),
            qPrintable(away.data(Qt::ToolTipRole).toString()));
        QVERIFY(away.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not up to date")));
        QVERIFY(!isGrey(cell(planner, kProduct, otherColumn)));
        QVERIFY(grid->model()->headerData(fed, Qt::Horizontal, Qt::DecorationRole).isValid());
        QVERIFY(!grid->model()->headerData(other, Qt::Horizontal, Qt::DecorationRole).isValid());
        QCOMPARE(cell(planner, kProduct, ui::ProductColumn::Decision).data().toString(),
                 QStringLiteral("Blocked"));
        QVERIFY(cell(planner, kProduct, ui::ProductColumn::Reason).data().toString().contains(database));
        QVERIFY2(planner.textOf("label.sentence").contains(database),
                 qPrintable(planner.textOf("label.sentence")));
        QVERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(database), qPrintable(create->toolTip()));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.evaluateAll")->isEnabled(), kPatience);
        QVERIFY(planner.find<QAction>("action.createPo")->statusTip().contains(database));
        planner.screenshot(
            QStringLiteral("outage-%1-%2").arg(schema, how).replace(QLatin1Char(' '), QLatin1Char('-')));

        // What changes elsewhere still comes, and takes nothing away.
        const bool changesStock = schema != QLatin1String("inventory");
        const QString table = changesStock
            ? profile.server.names.inventory + QStringLiteral(".inventory_levels")
            : profile.server.names.supplier + QStringLiteral(".supplier_info");
        execute({QStringLiteral("UPDATE %1 SET %2 WHERE product_id = '%3'")
                     .arg(table,
                          changesStock ? QStringLiteral("current_qty = 4321, reserved_qty = 0")
                                       : QStringLiteral("unit_price = 43.21"),
                          kProduct)});
        QTRY_VERIFY_WITH_TIMEOUT(
            cell(planner, kProduct, changesStock ? ui::ProductColumn::OnHand : ui::ProductColumn::UnitPrice)
                .data()
                .toString()
                .contains(changesStock ? QStringLiteral("4,321") : QStringLiteral("43.21")),
            kPatience);
        QCOMPARE(cell(planner, kProduct, fedColumn).data().toString(), known);
        // So does reading one product, or all of them, again.
        planner.click("btn.evaluate");
        QTest::qWait(300);
        workspace.feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isBusy(), kPatience);
        QCOMPARE(workspace.feed().productCount(), products);
        QCOMPARE(cell(planner, kProduct, fedColumn).data().toString(), known);
        QVERIFY(isGrey(cell(planner, kProduct, fedColumn)));
        QVERIFY(banner->isVisible());

        // Back: everything is as before, without a restart, and what was typed is there. A product joined
        // meanwhile, so that all rows are others.
        if (schema == QLatin1String("supplier"))
            execute({QStringLiteral("INSERT INTO %1.products(product_id, name) VALUES ('PROD-000', 'New')")
                         .arg(profile.server.names.oms)});
        gone.bringBack();
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isBusy(), kPatience);
        QCOMPARE(cell(planner, kProduct, fedColumn).data().toString(), known);
        QVERIFY(!grid->model()->headerData(fed, Qt::Horizontal, Qt::DecorationRole).isValid());
        QCOMPARE(reason->text(), QStringLiteral("Not yet"));
        QTRY_VERIFY_WITH_TIMEOUT(!planner.textOf("label.sentence").contains(database), kPatience);
        execute({QStringLiteral("UPDATE %1 SET %2 WHERE product_id = '%3'")
                     .arg(table,
                          changesStock ? QStringLiteral("current_qty = 0") : QStringLiteral("unit_price = 5"),
                          kProduct)});
        QTRY_COMPARE_WITH_TIMEOUT(
            cell(planner, kProduct, changesStock ? ui::ProductColumn::OnHand : ui::ProductColumn::UnitPrice)
                .data()
                .toString(),
            changesStock ? QStringLiteral("0") : QStringLiteral("$5.00"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        QVERIFY(!isGrey(cell(planner, kProduct, fedColumn)));
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct), std::size_t{1}, kPatience);
    }

    /// An approved order is not sent to a supplier of whom nobody knows whether they are still active;
    /// neither by hand nor by itself.
    void approvedOrdersWait()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        PlannerHarness planner(profile);
        ui::Workspace& workspace = planner.workspace();
        const auto made =
            workspace.flow()
                .order(workspace.feed().decision(workspace.feed().rowOf(kProduct)),
                       {kProduct, {}, workspace.identity().actor()}, QStringLiteral("a key"), true)
                .result();
        QVERIFY(made && made->order);
        const PurchaseOrder order = *made->order;
        QCOMPARE(order.state, OrderState::Approved);
        planner.goTo(order.productId);
        auto* send = planner.find<QPushButton>("btn.sendPo");
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
        const Gone gone(profile, QStringLiteral("supplier"), QStringLiteral("forbidden"));
        QTRY_VERIFY_WITH_TIMEOUT(!send->isEnabled(), kPatience);
        QVERIFY2(send->toolTip().contains(profile.server.names.supplier), qPrintable(send->toolTip()));
        const auto refused =
            workspace.orders().requestSend(order.poId, workspace.identity().actor()).result();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Unavailable);
        QCOMPARE(workspace.orders().find(order.poId).result()->state, OrderState::Approved);
        QCOMPARE(workspace.orders().find(order.poId).result()->version, order.version);
        gone.bringBack();
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
        planner.click("btn.sendPo");
        QTRY_COMPARE_WITH_TIMEOUT(workspace.orders().find(order.poId).result()->state, OrderState::Sent,
                                  kPatience);
    }

    /// Missing when we connect: unknown, never nothing; and it may come while we work.
    void missingFromTheStart()
    {
        ui::ConnectionProfile profile = demoOnMariaDb();
        const QString database = profile.server.names.supplier;
        const Gone gone(profile, QStringLiteral("supplier"), QStringLiteral("forbidden"));
        PlannerHarness planner(profile);
        QVERIFY(planner.isUsable());
        planner.goTo(kProduct);
        QCOMPARE(cell(planner, kProduct, ui::ProductColumn::Supplier).data().toString(),
                 QStringLiteral("unavailable"));
        QCOMPARE(cell(planner, kProduct, ui::ProductColumn::UnitPrice).data().toString(),
                 QStringLiteral("unavailable"));
        QCOMPARE(cell(planner, kProduct, ui::ProductColumn::Decision).data().toString(),
                 QStringLiteral("Blocked"));
        const QString why = cell(planner, kProduct, ui::ProductColumn::Reason).data().toString();
        QVERIFY2(why.contains(database) && !why.contains(QStringLiteral("no supplier")), qPrintable(why));
        for (const ui::ProductColumn column : {ui::ProductColumn::Required, ui::ProductColumn::Shortage,
                                               ui::ProductColumn::OrderQty, ui::ProductColumn::Total})
            QCOMPARE(cell(planner, kProduct, column).data().toString(), QStringLiteral("–"));
        QVERIFY(!isGrey(cell(planner, kProduct, ui::ProductColumn::Available)));
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        tabs->setCurrentIndex(3);
        QVERIFY2(planner.textOf("label.supplierNote").contains(database),
                 qPrintable(planner.textOf("label.supplierNote")));
        planner.screenshot(QStringLiteral("outage-from-the-start"));
        tabs->setCurrentIndex(0);
        gone.bringBack();
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        QVERIFY(cell(planner, kProduct, ui::ProductColumn::Supplier).data().toString()
                != QStringLiteral("unavailable"));
    }

private:
    /// A database that is away until it is brought back.
    class Gone
    {
    public:
        Gone(const ui::ConnectionProfile& profile, const QString& schema, const QString& how)
            : m_profile(profile)
            , m_how(how)
            , m_database(sql::databaseOf(profile.server.names, schema))
            , m_table(schema == QLatin1String("oms")             ? QStringLiteral("oms_history")
                          : schema == QLatin1String("inventory") ? QStringLiteral("inventory_levels")
                          : schema == QLatin1String("supplier")  ? QStringLiteral("supplier_info")
                                                                 : QStringLiteral("uom_conversion"))
        {
            const QString table = m_database + QLatin1Char('.') + m_table;
            if (how == QLatin1String("forbidden")) {
                execute({QStringLiteral("REVOKE ALL PRIVILEGES ON %1.* FROM planner@localhost")
                             .arg(grantedName())});
            } else if (how == QLatin1String("dropped")) {
                // Moved, so that it can be restored.
                execute({QStringLiteral("CREATE DATABASE %1_kept").arg(m_database),
                         QStringLiteral("RENAME TABLE %1 TO %2_kept.%3").arg(table, m_database, m_table),
                         QStringLiteral("DROP DATABASE %1").arg(m_database)});
            } else if (how == QLatin1String("table gone")) {
                execute({QStringLiteral("RENAME TABLE %1 TO %1_away").arg(table)});
            } else {
                m_locker = std::make_unique<sql::Connection>(
                    sql::mysqlConnection(MariaDbServer::shared().administrator(QString()), QString()));
                m_locker->executeDirectly(QStringLiteral("LOCK TABLES %1 WRITE").arg(table));
            }
        }
        void bringBack() const
        {
            const QString table = m_database + QLatin1Char('.') + m_table;
            if (m_how == QLatin1String("forbidden")) {
                execute(
                    {QStringLiteral("GRANT ALL PRIVILEGES ON %1.* TO planner@localhost").arg(grantedName())});
            } else if (m_how == QLatin1String("dropped")) {
                execute({QStringLiteral("CREATE DATABASE %1").arg(m_database),
                         QStringLiteral("RENAME TABLE %2_kept.%3 TO %1").arg(table, m_database, m_table)});
            } else if (m_how == QLatin1String("table gone")) {
                execute({QStringLiteral("RENAME TABLE %1_away TO %1").arg(table)});
            } else {
                m_locker->executeDirectly(QStringLiteral("UNLOCK TABLES"));
            }
        }

    private:
        /// As a right on a whole database names it: _ is a wildcard there.
        [[nodiscard]] QString grantedName() const
        {
            return QLatin1Char('`') + QString(m_database).replace(QLatin1Char('_'), QLatin1String("\\_"))
                + QLatin1Char('`');
        }

        ui::ConnectionProfile m_profile;
        QString m_how;
        QString m_database;
        QString m_table;
        std::unique_ptr<sql::Connection> m_locker;
    };
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OutageTest)
#include "outage_test.moc"
