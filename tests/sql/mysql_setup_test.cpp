#include "core/sql/opening/mysql_setup.h"

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kPassword = QStringLiteral("s3cret'of\"the\\planner");

} // namespace

/// What setting up leaves behind on a server: rights on our databases alone, no password in its log, columns
/// wide enough, and another system's tables as they were.
class MysqlSetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordsStayOutOfTheLog()
    {
        run({QStringLiteral("SET GLOBAL log_output = 'TABLE'"),
             QStringLiteral("SET GLOBAL general_log = ON")});
        setUp(QStringLiteral("log"));
        run({QStringLiteral("SET GLOBAL general_log = OFF")});
        const QString logged =
            ask(QStringLiteral("SELECT group_concat(argument SEPARATOR '\n') FROM mysql.general_log WHERE "
                               "argument LIKE '%IDENTIFIED%'"));
        QVERIFY(logged.contains(QStringLiteral("planner")));
        QVERIFY2(!logged.contains(QStringLiteral("s3cret")), qPrintable(logged));
        MysqlSettings settings = tests::settingsOn(server().socket(), QStringLiteral("log"));
        settings.user = QStringLiteral("planner");
        settings.password = kPassword;
        VERIFY_OK(openMysql(settings)); // The right one is the one that was set.
        settings.password += QLatin1Char('x');
        QVERIFY(!openMysql(settings));
    }

    void rightsReachOurDatabasesOnly()
    {
        setUp(QStringLiteral("g"));
        // As an earlier version granted: _ fits any character, so gXoms_db was ours to change as well.
        run({QStringLiteral("GRANT SELECT, INSERT, UPDATE, DELETE ON `g_oms_db`.* TO planner@localhost"),
             QStringLiteral("CREATE DATABASE IF NOT EXISTS `g_omsXdb`"),
             QStringLiteral("CREATE TABLE IF NOT EXISTS `g_omsXdb`.theirs(a INT)")});
        setUp(QStringLiteral("g"));
        MysqlSettings settings = tests::settingsOn(server().socket(), QStringLiteral("g"));
        settings.user = QStringLiteral("planner");
        settings.password = kPassword;
        Connection planner(mysqlConnection(settings, QString()));
        QVERIFY_THROWS_EXCEPTION(
            Failure, (void)planner.scalar(QStringLiteral("SELECT count(*) FROM `g_omsXdb`.theirs")));
        QVERIFY(planner.scalar(QStringLiteral("SELECT count(*) FROM `g_oms_db`.products")).toInt() > 0);
    }

    /// A database that somebody made by a server's default of few letters takes every letter in our tables.
    void aDatabaseOfFewLettersIsTaken()
    {
        run({QStringLiteral("CREATE DATABASE few_po_db CHARACTER SET latin1")});
        setUp(QStringLiteral("few"));
        QCOMPARE(
            ask(QStringLiteral("SELECT group_concat(DISTINCT character_set_name) FROM "
                               "information_schema.columns WHERE table_schema = 'few_po_db' AND table_name "
                               "<> 'schema_migration'")),
            QStringLiteral("utf8mb4"));
    }

    void columnsAreWidenedInOurTablesOnly()
    {
        const QString prefix = QStringLiteral("wide");
        setUp(prefix);
        const auto typeOf = [](const QString& database, const char* table, const char* column) {
            return ask(
                QStringLiteral("SELECT column_type FROM information_schema.columns WHERE table_schema = "
                               "'%1' AND table_name = '%2' AND column_name = '%3'")
                    .arg(database, QLatin1String(table), QLatin1String(column)));
        };
        for (const auto& [database, table, column] :
             {std::tuple("wide_oms_db", "oms_history", "avg_daily_demand"),
              std::tuple("wide_inventory_db", "inventory_levels", "current_qty"),
              std::tuple("wide_inventory_db", "inventory_levels", "reserved_qty"),
              std::tuple("wide_inventory_db", "inventory_levels", "on_order_qty"),
              std::tuple("wide_inventory_db", "inventory_levels", "available_qty"),
              std::tuple("wide_supplier_db", "supplier_info", "unit_price")})
            QCOMPARE(typeOf(QLatin1String(database), table, column), QStringLiteral("decimal(14,4)"));
        // An installation of an earlier version, with values in it.
        run({QStringLiteral("ALTER TABLE wide_supplier_db.supplier_info MODIFY unit_price DECIMAL(10,2)"),
             QStringLiteral("DELETE FROM wide_supplier_db.schema_migration WHERE number > 1")});
        const QString sum = ask(QStringLiteral("SELECT sum(unit_price) FROM wide_supplier_db.supplier_info"));
        setUp(prefix);
        QCOMPARE(typeOf(QStringLiteral("wide_supplier_db"), "supplier_info", "unit_price"),
                 QStringLiteral("decimal(14,4)"));
        QCOMPARE(ask(QStringLiteral("SELECT sum(unit_price) FROM wide_supplier_db.supplier_info")),
                 sum + QStringLiteral("00"));
        // Another system's table of the same name.
        run({QStringLiteral("CREATE DATABASE theirs_supplier_db"),
             QStringLiteral(
                 "CREATE TABLE theirs_supplier_db.supplier_info(id INT AUTO_INCREMENT PRIMARY KEY, "
                 "supplier_id VARCHAR(50), product_id VARCHAR(50), moq INT, lead_time_days INT, "
                 "unit_price DECIMAL(10,2), is_active BOOLEAN, last_updated TIMESTAMP)")});
        setUp(QStringLiteral("theirs"), false);
        QCOMPARE(typeOf(QStringLiteral("theirs_supplier_db"), "supplier_info", "unit_price"),
                 QStringLiteral("decimal(10,2)"));
    }

    void finerNumbersAreSaidAndRepeatedRowsAreOneAnswer()
    {
        const QString prefix = QStringLiteral("twice");
        run({QStringLiteral("CREATE DATABASE twice_supplier_db"),
             QStringLiteral(
                 "CREATE TABLE twice_supplier_db.supplier_info(id INT AUTO_INCREMENT PRIMARY KEY, "
                 "supplier_id VARCHAR(50), product_id VARCHAR(50), moq DOUBLE, lead_time_days INT, "
                 "unit_price DECIMAL(12,6), is_active BOOLEAN, last_updated TIMESTAMP)"),
             QStringLiteral("INSERT INTO twice_supplier_db.supplier_info(supplier_id, product_id, moq, "
                            "lead_time_days, unit_price, is_active) VALUES "
                            "('S', 'PROD-001', 0.5, 7, 2.500000, 1), ('S', 'PROD-001', 9, 3, 2.500000, 1), "
                            "('S', 'PROD-001', 1, 7, 3.999950, 1), ('S', 'PROD-001', 1, 7, 1.0, 0), "
                            "('S', 'PROD-002', 0.25, 1, 0.003549, 1)")});
        setUp(prefix, false);
        MysqlSettings settings = tests::settingsOn(server().socket(), prefix);
        settings.user = QStringLiteral("planner");
        settings.password = kPassword;
        const auto opened = openMysql(settings);
        VERIFY_OK(opened);
        QVERIFY2(opened->limitations.join(QLatin1Char('\n'))
                     .contains(QStringLiteral("supplier_info may have more than four decimals in moq, "
                                              "unit_price")),
                 qPrintable(opened->limitations.join(QLatin1Char('\n'))));
        const auto loaded = loadAll(SqlCatalogueSource(opened->database));
        VERIFY_OK(loaded);
        for (const ProductFacts& facts : *loaded) {
            if (facts.product.productId != QLatin1String("PROD-001")
                && facts.product.productId != QLatin1String("PROD-002"))
                continue;
            const auto offers = SqlSupplierSource(opened->database).offers(facts.product.productId).result();
            VERIFY_OK(offers);
            QCOMPARE(offers->front(), *facts.supplier());
            QCOMPARE(*offers, *facts.suppliers);
        }
        const auto offers = SqlSupplierSource(opened->database).offers(QStringLiteral("PROD-001")).result();
        QCOMPARE(offers->front().leadTimeDays, std::optional<std::int64_t>(3)); // Of equals the quicker one.
        QCOMPARE(offers->at(1).moq, Quantity{5000});
        QCOMPARE(offers->at(2).unitPrice, UnitPrice{40000}); // 3.99995, half away from zero
        QCOMPARE(SqlSupplierSource(opened->database)
                     .offers(QStringLiteral("PROD-002"))
                     .result()
                     ->front()
                     .unitPrice,
                 UnitPrice{35});
    }

    void aNewInstallationNeedsTwoPeopleUnlessItIsSaidOtherwise()
    {
        const QString prefix = QStringLiteral("people");
        const auto mode = [] {
            return ask(
                QStringLiteral("SELECT value FROM people_po_db.setting WHERE name = 'single_operator'"));
        };
        setUp(prefix);
        QCOMPARE(mode(), QStringLiteral("0"));
        const auto opened = openMysql(server().administrator(prefix));
        VERIFY_OK(opened);
        const auto verified = [&opened] { return SqlAuditStore(opened->database).verify().result(); };
        VERIFY_OK(verified());
        const qint64 before = verified()->events;
        QVERIFY(!SqlPeopleStore(opened->database).operatingSystemUser().result()->singleOperator);
        setUp(prefix, true, true);
        QCOMPARE(mode(), QStringLiteral("1"));
        VERIFY_OK(verified());
        QCOMPARE(verified()->events, before + 2); // The user became known, and the mode changed.
        QVERIFY(SqlPeopleStore(opened->database).operatingSystemUser().result()->singleOperator);
        // Saying it again, or not saying it, changes nothing.
        setUp(prefix, true, true);
        setUp(prefix);
        QCOMPARE(mode(), QStringLiteral("1"));
        QCOMPARE(verified()->events, before + 2);
    }

private:
    static tests::MariaDbServer& server() { return tests::MariaDbServer::shared(); }
    static void setUp(const QString& prefix, bool fillDemo = true, bool singleOperator = false)
    {
        MysqlSetup setup;
        setup.initialRulePacks = testPacks();
        setup.fillDemo = fillDemo;
        setup.singleOperator = singleOperator;
        setup.users = {{QStringLiteral("planner"), kPassword, QStringLiteral("localhost"),
                        QStringLiteral("oms inventory supplier uom po").split(QLatin1Char(' '))}};
        VERIFY_OK(setUpMysql(server().administrator(prefix), setup));
    }
    static void run(const QStringList& statements)
    {
        Connection connection(mysqlConnection(server().administrator(QString()), QString()));
        for (const QString& statement : statements)
            connection.executeDirectly(statement);
    }
    static QString ask(const QString& question)
    {
        Connection connection(mysqlConnection(server().administrator(QString()), QString()));
        return connection.scalar(question).toString();
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MysqlSetupTest)
#include "mysql_setup_test.moc"
