#include "core/sql/import/catalogue_import.h"
#include "core/sql/opening/mysql_setup.h"

#include <QFile>
#include <QTest>

#include "tests/sql/other_system.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kPassword = QStringLiteral("secret");

} // namespace

/// Imports into databases that are not ours alone: other shapes, other letters, fewer rights.
class MysqlImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { run(m_drop); }

    void otherSystemsDatabasesTakeWhatTheyHaveAPlaceFor();
    void whatTheirColumnsCannotHoldIsNamed();
    void idsMayBeNumbersThere();
    void tablesThatAreMissingAreSaid();
    void tablesWithoutTransactionsAreRefused();
    void withoutRightsNothingIsChanged_data();
    void withoutRightsNothingIsChanged();

private:
    /// Makes the databases, with `before` run first, and opens them as the user of the program.
    std::shared_ptr<Database> made(const QString& prefix, const QStringList& before = {})
    {
        const tests::MariaDbServer& server = tests::MariaDbServer::shared();
        m_administrator = server.administrator(prefix);
        m_drop.clear();
        for (const char* name : {"oms", "inventory", "supplier", "uom", "po"})
            m_drop +=
                QStringLiteral("DROP DATABASE IF EXISTS %1_%2_db").arg(prefix, QString::fromLatin1(name));
        m_drop += QStringLiteral("DROP USER IF EXISTS 'clerk'@'localhost'");
        run(before);
        MysqlSetup setup;
        setup.initialRulePacks = testPacks();
        setup.fillDemo = false;
        setup.users = {{QStringLiteral("clerk"), kPassword, QStringLiteral("localhost"),
                        QStringLiteral("oms inventory supplier uom po").split(QLatin1Char(' '))}};
        if (const auto done = setUpMysql(m_administrator, setup); !done)
            qFatal("%s (%s)", qPrintable(done.error().message), qPrintable(done.error().detail));
        return opened();
    }
    std::shared_ptr<Database> opened()
    {
        MysqlSettings settings = m_administrator;
        settings.user = QStringLiteral("clerk");
        settings.password = kPassword;
        const auto opened = openMysql(settings);
        if (!opened)
            qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        return opened->database;
    }
    std::shared_ptr<Database> otherSystem()
    {
        QStringList statements;
        for (const char* statement : kOtherSystem)
            statements += QString::fromUtf8(statement);
        return made(QStringLiteral("other"), statements);
    }
    void run(const QStringList& statements) const
    {
        Connection connection(mysqlConnection(m_administrator, QString()));
        for (const QString& statement : statements)
            connection.executeDirectly(connection.dialect().expand(statement));
    }
    [[nodiscard]] QString asked(const QString& sql) const
    {
        Connection connection(mysqlConnection(m_administrator, m_administrator.names.po));
        return connection.scalar(sql).toString();
    }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] Result<ImportReport> import(const std::shared_ptr<Database>& database, bool dryRun) const
    {
        ImportOptions options;
        options.dryRun = dryRun;
        return SqlCatalogueImporter(database).import(m_folder->path(), options).result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    MysqlSettings m_administrator;
    QStringList m_drop;
};

void MysqlImportTest::otherSystemsDatabasesTakeWhatTheyHaveAPlaceFor()
{
    const auto database = otherSystem();
    write("oms_history.csv",
          "product_id,avg_daily_demand,trend\nPROD-001,15.5,increasing\nprod-001,2,\nPROD-003,7,stable\n");
    write("supplier_info.csv",
          "supplier_id,product_id,moq,lead_time_days,unit_price,is_active,priority,email,supplier_name\n"
          "SUP-001,PROD-001,20,7,14.99,1,3,a@b.example,Ann\nSUP-001,prod-001,1,1,2,0,0,,\n"
          "SUP-002,PROD-002,100,5,15.50,,0,,\n");
    write("uom_conversion.csv",
          "product_id,from_uom,to_uom,conversion_factor\nPROD-001,CASE,PIECE,24\nprod-001,CASE,PIECE,6\n"
          "\xC3\x84-1,CASE,PIECE,2\n");
    write("inventory_levels.csv",
          "product_id,warehouse_id,current_qty,reserved_qty,on_order_qty\nPROD-002,WH-001,10,,4\n");
    const Result<ImportReport> dry = import(database, true);
    VERIFY_OK(dry);
    QCOMPARE(asked(QStringLiteral("SELECT count(*) FROM {oms}oms_history")), QStringLiteral("4"));
    const Result<ImportReport> report = import(database, false);
    VERIFY_OK(report);
    QVERIFY(report->applied);
    QCOMPARE(report->notTaken,
             QStringList({QStringLiteral("inventory_levels.csv: on_order_qty cannot be taken, because "
                                         "other_inventory_db.inventory_levels has no such columns."),
                          QStringLiteral("supplier_info.csv: priority, email, supplier_name cannot be taken, "
                                         "because other_supplier_db.supplier_info has no such columns.")}));
    const auto counts = [](const ImportReport& of) {
        QStringList lines;
        for (const ImportedFile& file : of.files)
            lines += QStringLiteral("%1 %2 %3 %4")
                         .arg(file.file)
                         .arg(file.added)
                         .arg(file.changed)
                         .arg(file.unchanged);
        return lines;
    };
    // Ids that differ in case are different products, whatever the table's own order makes of them.
    QCOMPARE(
        counts(*report),
        QStringList({QStringLiteral("oms_history.csv 1 1 1"), QStringLiteral("inventory_levels.csv 0 0 1"),
                     QStringLiteral("supplier_info.csv 1 1 1"), QStringLiteral("uom_conversion.csv 2 1 0")}));
    QCOMPARE(counts(*dry), counts(*report));
    QCOMPARE(asked(QStringLiteral("SELECT group_concat(concat(supplier_id, ' ', product_id, ' ', unit_price) "
                                  "ORDER BY id SEPARATOR ';') FROM {supplier}supplier_info")),
             QStringLiteral("SUP-002 PROD-001 16.99;SUP-001 PROD-001 14.99;SUP-002 PROD-002 15.50;SUP-001 "
                            "prod-001 2.00"));
    QCOMPARE(asked(QStringLiteral("SELECT group_concat(conversion_factor ORDER BY id SEPARATOR ';') FROM "
                                  "{uom}uom_conversion")),
             QStringLiteral("24.0000;6.0000;2.0000"));
    const Result<ImportReport> again = import(database, false);
    VERIFY_OK(again);
    QCOMPARE(
        counts(*again),
        QStringList({QStringLiteral("oms_history.csv 0 0 3"), QStringLiteral("inventory_levels.csv 0 0 1"),
                     QStringLiteral("supplier_info.csv 0 0 3"), QStringLiteral("uom_conversion.csv 0 0 3")}));
}

void MysqlImportTest::whatTheirColumnsCannotHoldIsNamed()
{
    const auto database = otherSystem();
    run({QStringLiteral("ALTER TABLE {inventory}inventory_levels MODIFY warehouse_id VARCHAR(6) NOT NULL")});
    write("uom_conversion.csv",
          "product_id,from_uom,to_uom,conversion_factor\n\xCE\xA9-1,CASE,PIECE,2\nA,CASE,PIECE,\n");
    write("inventory_levels.csv",
          "product_id,warehouse_id,current_qty,reserved_qty\nA,WH-0001,1,0\nA,WH-001,,0\n");
    const Result<ImportReport> report = import(database, false);
    VERIFY_OK(report);
    QVERIFY(!report->applied);
    QStringList cells;
    for (const BadCell& cell : report->badCells)
        cells += QStringLiteral("%1:%2:%3: %4")
                     .arg(cell.file, QString::number(cell.line), cell.column, cell.problem);
    QCOMPARE(cells,
             QStringList({QStringLiteral("inventory_levels.csv:2:warehouse_id: longer than 6 characters"),
                          QStringLiteral("inventory_levels.csv:3:current_qty: must not be empty"),
                          QStringLiteral("uom_conversion.csv:3:conversion_factor: must not be empty"),
                          QStringLiteral("uom_conversion.csv:2:product_id: has letters that this column of "
                                         "the database cannot hold")}));
    QCOMPARE(asked(QStringLiteral("SELECT count(*) FROM {inventory}inventory_levels")), QStringLiteral("2"));
}

void MysqlImportTest::idsMayBeNumbersThere()
{
    (void)otherSystem();
    run({QStringLiteral("DELETE FROM other_uom_db.uom_conversion"),
         QStringLiteral("ALTER TABLE other_uom_db.uom_conversion MODIFY product_id INT NOT NULL")});
    write("uom_conversion.csv", "product_id,from_uom,to_uom,conversion_factor\n4711,CASE,PIECE,6\n");
    const auto report = import(opened(), false);
    VERIFY_OK(report);
    QCOMPARE(report->badCellCount, 0);
    QVERIFY(report->applied);
    QCOMPARE(asked(QStringLiteral("SELECT product_id FROM other_uom_db.uom_conversion")),
             QStringLiteral("4711"));
}

void MysqlImportTest::tablesThatAreMissingAreSaid()
{
    (void)made(QStringLiteral("lack"));
    run({QStringLiteral("DROP TABLE {oms}products"), QStringLiteral("DROP TABLE {oms}demand_daily")});
    write("products.csv", "product_id,name\nA,x\n");
    write("uom_conversion.csv", "product_id,from_uom,to_uom,conversion_factor\nA,CASE,PIECE,2\n");
    write("demand_daily.csv", "product_id,day,qty\nA,2026-01-01,2\n"); // Then there is no average either.
    const Result<ImportReport> report = import(opened(), false);
    VERIFY_OK(report);
    QVERIFY(report->applied);
    QCOMPARE(report->files.size(), std::size_t{1});
    QCOMPARE(report->notTaken,
             QStringList({QStringLiteral("products.csv is left out: there is no table lack_oms_db.products."),
                          QStringLiteral(
                              "demand_daily.csv is left out: there is no table lack_oms_db.demand_daily.")}));
}

void MysqlImportTest::tablesWithoutTransactionsAreRefused()
{
    const auto database = made(QStringLiteral("isam"));
    run({QStringLiteral("ALTER TABLE {oms}products ENGINE=MyISAM")});
    write("products.csv", "product_id,name\nA,x\n");
    VERIFY_ERROR(import(database, true), ErrorKind::Refused, "isam_oms_db.products is stored as MyISAM");
    QCOMPARE(asked(QStringLiteral("SELECT count(*) FROM {oms}products")), QStringLiteral("0"));
}

void MysqlImportTest::withoutRightsNothingIsChanged_data()
{
    QTest::addColumn<QString>("revoke");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("writing one of the tables")
        << QStringLiteral("REVOKE INSERT, UPDATE ON `few\\_uom\\_db`.* FROM 'clerk'@'localhost'")
        << QStringLiteral("lacks the right for this on");
    QTest::newRow("temporary tables")
        << QStringLiteral("REVOKE CREATE TEMPORARY TABLES ON `few\\_po\\_db`.* FROM 'clerk'@'localhost'")
        << QStringLiteral("may not make temporary tables in few_po_db");
}

void MysqlImportTest::withoutRightsNothingIsChanged()
{
    QFETCH(QString, revoke);
    QFETCH(QString, sentence);
    (void)made(QStringLiteral("few"));
    run({revoke});
    const auto database = opened();
    write("products.csv", "product_id,name\nA,x\n");
    write("uom_conversion.csv", "product_id,from_uom,to_uom,conversion_factor\nA,CASE,PIECE,2\n");
    write("demand_daily.csv", "product_id,day,qty\nA,2026-01-01,2\n"); // Then there is no average either.
    const Result<ImportReport> report = import(database, false);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Refused);
    QVERIFY2(report.error().message.contains(sentence), qPrintable(report.error().message));
    QCOMPARE(asked(QStringLiteral("SELECT count(*) FROM {oms}products")), QStringLiteral("0"));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MysqlImportTest)
#include "mysql_import_test.moc"
