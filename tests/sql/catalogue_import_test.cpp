#include "core/sql/generator/catalogue_csv.h"
#include "core/sql/import/catalogue_import.h"
#include "core/sql/import/csv_reader.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

qint64 countOf(const TemporaryDatabase& db, const char* table)
{
    return db.scalar(QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table)).toLongLong();
}

QString textOf(const TemporaryDatabase& db, const char* sql)
{
    return db.scalar(QLatin1String(sql)).toString();
}

} // namespace

/// CSV files into the catalogue: what they may look like, what is refused, and that it is all or nothing.
class CatalogueImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void quotesLineEndsAndMarksAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lf") << QByteArray("a,b\n1,\"x,\"\"y\"\"\nz\"\n\n2,w\n");
        QTest::newRow("crlf") << QByteArray("a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n\r\n2,w\r\n");
        QTest::newRow("bom, no last line end") << QByteArray("\xEF\xBB\xBF"
                                                             "a,b\n1,\"x,\"\"y\"\"\nz\"\n2,w");
    }

    void quotesLineEndsAndMarksAreRead()
    {
        QFETCH(QByteArray, bytes);
        CsvReader reader(write("t.csv", bytes));
        using Cells = std::vector<std::string>;
        QVERIFY(reader.next());
        QCOMPARE(reader.cells(), (Cells{"a", "b"}));
        QVERIFY(reader.next());
        QCOMPARE(reader.cells(), (Cells{"1", "x,\"y\"\nz"}));
        QCOMPARE(reader.line(), 2);
        QVERIFY(reader.next());
        QCOMPARE(reader.cells(), (Cells{"2", "w"}));
        QVERIFY(!reader.next());
        QVERIFY(reader.error().isEmpty());
    }

    void malformedFilesSayWhere()
    {
        CsvReader open(write("t.csv", "a\n\"never closed\n\n"));
        QVERIFY(open.next());
        QVERIFY(!open.next());
        QVERIFY2(open.error().contains(QStringLiteral("line 2")), qPrintable(open.error()));
        QVERIFY(!CsvReader(write("e.csv", "")).error().isEmpty());
        QVERIFY(CsvReader(write("u.csv",
                                QByteArray("\xFF\xFE"
                                           "a\0",
                                           4)))
                    .error()
                    .contains(QStringLiteral("UTF-16")));
    }

    void generatedCatalogueComesInOnceAndThenIsUnchanged()
    {
        CatalogueCsvOptions csv;
        csv.products = 300;
        csv.seed = 5;
        QVERIFY(writeCatalogueCsv(m_folder->path(), csv).isOk());
        const TemporaryDatabase db(false);
        const ImportReport dry = import(db, true);
        QCOMPARE(dry.badCellCount, 0);
        QVERIFY(!dry.applied);
        QCOMPARE(dry.files.front().file, QStringLiteral("products.csv"));
        QCOMPARE(dry.files.front().added, 300);
        QCOMPARE(countOf(db, "{oms}products"), 0); // A dry run changes nothing.

        QVERIFY(import(db, false).applied);
        QCOMPARE(countOf(db, "{oms}products"), 300);
        const ImportReport again = import(db, false);
        for (const ImportedFile& file : again.files) {
            QCOMPARE(file.added, 0);
            QCOMPARE(file.changed, 0);
            QVERIFY(file.unchanged > 0);
        }
        QCOMPARE(countOf(db, "{oms}products"), 300);
    }

    void changesAreCountedAndWhatIsNotInTheFileStays()
    {
        const TemporaryDatabase db;
        write("supplier_info.csv",
              "supplier_id,product_id,moq,lead_time_days,unit_price,is_active\n"
              "SUP-001,PROD-001,20,7,17.25,true\nSUP-NEW,PROD-001,5,3,18,no\n");
        const ImportReport report = import(db, false);
        QCOMPARE(report.files.size(), std::size_t{1});
        QCOMPARE(report.files.front().added, 1);
        QCOMPARE(report.files.front().changed, 1);
        QCOMPARE(textOf(db,
                        "SELECT unit_price FROM {supplier}supplier_info WHERE product_id = 'PROD-001' AND "
                        "supplier_id "
                        "= 'SUP-001'"),
                 QStringLiteral("17.25"));
        QCOMPARE(
            textOf(db,
                   "SELECT order_multiple FROM {supplier}supplier_info WHERE product_id = 'PROD-001' AND "
                   "supplier_id = 'SUP-001'"),
            QStringLiteral("20"));
        QCOMPARE(textOf(db, "SELECT is_active FROM {supplier}supplier_info WHERE supplier_id = 'SUP-NEW'"),
                 QStringLiteral("0"));
    }

    void badCellsAreAllNamedAndNothingIsImported()
    {
        const TemporaryDatabase db;
        const qint64 before = countOf(db, "{oms}products");
        write("products.csv",
              "product_id,name,category\nGOOD,ok,\n,no "
              "id,\n=1+1,formula,\nLATE,\"tab\there\",\nGOOD,again,\nBYTES,\xFF\xFE,\nSHORT,row\n");
        write("oms_history.csv",
              "product_id,avg_daily_demand,trend\nGOOD,1.234,\nGOOD2,1e5,\nGOOD3,99999999999,\n");
        const ImportReport report = import(db, false);
        QVERIFY(!report.applied);
        QStringList places;
        for (const BadCell& cell : report.badCells)
            places << QStringLiteral("%1:%2:%3").arg(cell.file, QString::number(cell.line), cell.column);
        const QStringList expected{QStringLiteral("products.csv:3:product_id"),
                                   QStringLiteral("products.csv:4:product_id"),
                                   QStringLiteral("products.csv:5:name"),
                                   QStringLiteral("products.csv:7:name"),
                                   QStringLiteral("products.csv:8:"),
                                   QStringLiteral("products.csv:6:product_id"),
                                   QStringLiteral("oms_history.csv:2:avg_daily_demand"),
                                   QStringLiteral("oms_history.csv:3:avg_daily_demand"),
                                   QStringLiteral("oms_history.csv:4:avg_daily_demand")};
        QCOMPARE(places, expected);
        QCOMPARE(report.badCellCount, 9);
        QCOMPARE(countOf(db, "{oms}products"), before);
    }

    void textsThatASpreadsheetWouldComputeAreBadCells()
    {
        const TemporaryDatabase db;
        write("products.csv",
              "product_id,name,category\n-A1,minus,\n+cmd|x,plus,\n@A1,at,\nN1,+A1,\nN2,@x,\nN3,\xEF\xBC\x9D"
              "1,\n-5,ok,\n+1.5,ok,\nN4,'=1+1,\nN5,a=1,\n");
        const ImportReport report = import(db, true);
        QStringList places;
        for (const BadCell& cell : report.badCells)
            places << QString::number(cell.line) + cell.column;
        const QStringList expected{QStringLiteral("2product_id"), QStringLiteral("3product_id"),
                                   QStringLiteral("4product_id"), QStringLiteral("5name"),
                                   QStringLiteral("6name"),       QStringLiteral("7name")};
        QCOMPARE(places, expected);
    }

    void headersMustBeComplete()
    {
        const TemporaryDatabase db;
        write("uom_conversion.csv", "product_id,from_uom,to_uom,colour\nP,CASE,PIECE,red\n");
        const ImportReport report = import(db, false);
        QVERIFY(!report.applied);
        QCOMPARE(report.badCells.size(), std::size_t{2});
        QCOMPARE(report.badCells[0].column, QStringLiteral("colour"));
        QCOMPARE(report.badCells[1].column, QStringLiteral("conversion_factor"));
        QVERIFY(!SqlCatalogueImporter(db.database)
                     .import(m_folder->filePath(QStringLiteral("nowhere")), {})
                     .result()
                     .isOk());
    }

    void averageAndTrendComeFromDailyDemand()
    {
        const TemporaryDatabase db;
        QByteArray csv = "product_id,day,qty\n";
        const QDate last(2026, 6, 30);
        for (int back = 0; back < 200;
             ++back) { // 90 days count: 12 a day in the newer half, 8 before; older ones do not.
            const int qty = back < 45 ? 12 : back < 90 ? 8 : 1000;
            csv += "UP," + last.addDays(-back).toString(Qt::ISODate).toLatin1() + ','
                + QByteArray::number(qty) + '\n';
        }
        csv += "FLAT,2026-06-29,5\nFLAT,2026-06-30,5\n";
        write("demand_daily.csv", csv);
        QVERIFY(import(db, false).applied);
        QCOMPARE(
            db.scalar(QStringLiteral("SELECT avg_daily_demand FROM {oms}oms_history WHERE product_id = 'UP'"))
                .toDouble(),
            10.0);
        QCOMPARE(textOf(db, "SELECT trend FROM {oms}oms_history WHERE product_id = 'UP'"),
                 QStringLiteral("increasing"));
        QCOMPARE(textOf(db, "SELECT trend FROM {oms}oms_history WHERE product_id = 'FLAT'"),
                 QStringLiteral("stable"));
    }

    void repeatedRowsAreNamedAcrossBatches()
    {
        QByteArray csv = "product_id,from_uom,to_uom,conversion_factor\n";
        for (int i = 0; i < 20000; ++i)
            csv += "P-" + QByteArray::number(i) + ",CASE,PIECE,1\n";
        csv += "P-3,CASE,PIECE,2\nP-3,CASE,EACH,2\np-3,CASE,PIECE,2\nP-19999,CASE,PIECE,1\n";
        write("uom_conversion.csv", csv);
        const TemporaryDatabase db;
        const ImportReport report = import(db, true);
        QCOMPARE(report.badCellCount, 2);
        QCOMPARE(report.badCells[0].line, 20002);
        QVERIFY(report.badCells[0].problem.contains(QStringLiteral("line 5")));
        QCOMPARE(report.badCells[1].line, 20005);
        QVERIFY(report.badCells[1].problem.contains(QStringLiteral("line 20001")));
        QCOMPARE(report.badCells[1].column, QStringLiteral("product_id, from_uom, to_uom"));
    }

    void textsAndNumbersArriveAsTheyStand()
    {
        const TemporaryDatabase db(false);
        write("products.csv",
              "name,product_id,category\n\"O'Neil \\ \"\"x\"\" \xE2\x82\xAC\", lead ,\n,a,\n,A,x\n");
        write("supplier_info.csv",
              "supplier_id,product_id,moq,lead_time_days,unit_price,is_active\n"
              "S,a,,+7,-0.05,YES\nS,A, 12 ,7,99999999.99,\n");
        write("demand_daily.csv", "product_id,day,qty\na,2026-02-28,0.0001\na,2026-03-01,999999.9999\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(textOf(db, "SELECT name FROM {oms}products WHERE product_id = ' lead '"),
                 QStringLiteral("O'Neil \\ \"x\" \u20AC"));
        QCOMPARE(textOf(db, "SELECT name FROM {oms}products WHERE product_id = 'a'"), QStringLiteral(""));
        QVERIFY(db.scalar(QStringLiteral("SELECT moq FROM {supplier}supplier_info WHERE product_id = 'a'"))
                    .isNull());
        const auto price = [&](const char* id) {
            return db
                .scalar(QStringLiteral("SELECT unit_price FROM {supplier}supplier_info WHERE product_id = ?"),
                        {QLatin1String(id)})
                .toDouble();
        };
        QCOMPARE(price("a"), -0.05);
        QCOMPARE(price("A"), 99999999.99);
        QCOMPARE(db.scalar(QStringLiteral("SELECT sum(qty) FROM {oms}demand_daily")).toDouble(), 1000000.0);
        const ImportReport again = import(db, true);
        for (const ImportedFile& file : again.files) {
            QCOMPARE(file.added, 0);
            QCOMPARE(file.changed, 0);
        }
    }

    void ordersGoOnWhileFilesAreRead()
    {
        CatalogueCsvOptions csv;
        csv.products = 5000;
        QVERIFY(writeCatalogueCsv(m_folder->path(), csv).isOk());
        const TemporaryDatabase db;
        EmbeddedOptions inTheOther;
        inTheOther.clock = db.clock;
        const auto other = openPlace(db.file, inTheOther);
        VERIFY_OK(other);
        const auto request = requestFor(*other, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                        QStringLiteral("key"));
        ImportOptions options;
        std::optional<Result<PurchaseOrder>> made;
        options.progress = [&](const QString& file, double) {
            if (file == QLatin1String("inventory_levels.csv") && !made)
                made = SqlOrderStore(*other).create(request, db.user).result();
        };
        VERIFY_OK(SqlCatalogueImporter(db.database).import(m_folder->path(), options).result());
        QVERIFY(made);
        VERIFY_OK(*made);
    }

    void cancellingWhileWritingChangesNothing()
    {
        CatalogueCsvOptions csv;
        csv.products = 3000;
        QVERIFY(writeCatalogueCsv(m_folder->path(), csv).isOk());
        const TemporaryDatabase db(false);
        ImportOptions options;
        options.cancelled = std::make_shared<std::atomic_bool>(false);
        int seen = 0;
        options.progress = [&](const QString& file, double share) {
            // Read to its end, then written from its beginning.
            seen += file == QLatin1String("uom_conversion.csv") ? 1 : 0;
            if (seen > 0 && file == QLatin1String("inventory_levels.csv") && share == 0.0)
                options.cancelled->store(true);
        };
        const Result<ImportReport> report =
            SqlCatalogueImporter(db.database).import(m_folder->path(), options).result();
        VERIFY_ERROR(report, ErrorKind::Cancelled, "nothing was changed");
        QCOMPARE(countOf(db, "{oms}products"), 0);
        QCOMPARE(countOf(db, "{inventory}inventory_levels"), 0);
        options.cancelled->store(false); // The same thread and connection can go on.
        options.progress = {};
        VERIFY_OK(SqlCatalogueImporter(db.database).import(m_folder->path(), options).result());
        QCOMPARE(countOf(db, "{oms}products"), 3000);
    }

    void cancellingChangesNothing()
    {
        CatalogueCsvOptions csv;
        csv.products = 3000;
        QVERIFY(writeCatalogueCsv(m_folder->path(), csv).isOk());
        const TemporaryDatabase db(false);
        ImportOptions options;
        options.cancelled = std::make_shared<std::atomic_bool>(false);
        options.progress = [cancelled = options.cancelled](const QString& file, double) {
            if (file == QLatin1String("supplier_info.csv"))
                cancelled->store(true);
        };
        const Result<ImportReport> report =
            SqlCatalogueImporter(db.database).import(m_folder->path(), options).result();
        QVERIFY(!report.isOk());
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
        QCOMPARE(countOf(db, "{oms}products"), 0);
    }

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    ImportReport import(const TemporaryDatabase& db, bool dryRun)
    {
        ImportOptions options;
        options.dryRun = dryRun;
        const Result<ImportReport> report =
            SqlCatalogueImporter(db.database).import(m_folder->path(), options).result();
        if (!report)
            QTest::qFail(qPrintable(report.error().message), __FILE__, __LINE__);
        return report ? *report : ImportReport{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::CatalogueImportTest)
#include "catalogue_import_test.moc"
