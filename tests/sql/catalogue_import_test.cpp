#include "core/sql/generator/catalogue_csv.h"
#include "core/sql/import/catalogue_import.h"

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

double numberOf(const TemporaryDatabase& db, const char* sql)
{
    return db.scalar(QLatin1String(sql)).toDouble();
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
        QCOMPARE(numberOf(db,
                          "SELECT unit_price FROM {supplier}supplier_info WHERE product_id = 'PROD-001' AND "
                          "supplier_id = 'SUP-001'"),
                 17.25);
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
              "id,\nE\xC2\x85,next line,\nLATE,\"tab\there\",\nGOOD,again,\nBYTES,\xFF\xFE,\nSHORT,row\n");
        write("oms_history.csv",
              "product_id,avg_daily_demand,trend\nGOOD,1.23456,\nGOOD2,1e5,\nGOOD3,99999999999,\n");
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

    void whatASpreadsheetWouldComputeIsATextHere()
    {
        const TemporaryDatabase db(false);
        write("products.csv", "product_id,name,category\n-A1,+49 30,\n@A1,=1+1,\nN1,'x,\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(textOf(db, "SELECT name FROM {oms}products WHERE product_id = '-A1'"),
                 QStringLiteral("+49 30"));
        QCOMPARE(textOf(db, "SELECT name FROM {oms}products WHERE product_id = '@A1'"),
                 QStringLiteral("=1+1"));
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
        const QDate last = db.clock->now().date();
        for (int back = 0; back < 200;
             ++back) { // 90 days count: 12 a day in the newer half, 8 before; older ones do not.
            const int qty = back < 45 ? 12 : back < 90 ? 8 : 1000;
            csv += "UP," + last.addDays(-back).toString(Qt::ISODate).toLatin1() + ','
                + QByteArray::number(qty) + '\n';
        }
        const auto row = [&](const char* id, int back, const char* qty) {
            csv += QByteArray(id) + ',' + last.addDays(-back).toString(Qt::ISODate).toLatin1() + ',' + qty
                + '\n';
        };
        row("FLAT", 1, "5");
        row("FLAT", 0, "5");
        for (int back = 0; back < 3; ++back) // The odd middle day is in neither half.
            row("ODD", back, "5");
        for (const int back : {0, 40, 89})
            row("SELDOM", back, "10"); // 30 in 90 days
        row("ONE", 5, "7"); // Its five days without a sale count.
        row("LATER", -1, "9"); // After today: no day counts.
        row("RETURNS", 0, "-0.0005");
        row("RETURNS", 1, "0");
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
        QCOMPARE(textOf(db, "SELECT trend FROM {oms}oms_history WHERE product_id = 'ODD'"),
                 QStringLiteral("stable"));
        const auto average = [&db](const char* id) {
            return db.scalar(
                QStringLiteral("SELECT avg_daily_demand FROM {oms}oms_history WHERE product_id = ?"),
                {QLatin1String(id)});
        };
        QCOMPARE(average("SELDOM").toDouble(), 0.3333);
        QCOMPARE(average("ONE").toDouble(), 1.1667); // 7 / 6, rounded to four decimals
        QCOMPARE(textOf(db, "SELECT trend FROM {oms}oms_history WHERE product_id = 'ONE'"),
                 QStringLiteral("decreasing"));
        QVERIFY(!average("LATER").isValid());
        QCOMPARE(average("RETURNS").toDouble(), -0.0003); // Half away from zero.
    }

    void aLaterFileOfOneDayKeepsTheOtherDays()
    {
        const TemporaryDatabase db;
        const QDate last = db.clock->now().date();
        const auto day = [last](int back) { return last.addDays(-back).toString(Qt::ISODate).toLatin1(); };
        QByteArray csv = "product_id,day,qty\n";
        for (int back = 1; back <= 89; ++back)
            csv += "P," + day(back) + ",10\n";
        write("demand_daily.csv", csv);
        QVERIFY(import(db, false).applied);
        write("demand_daily.csv", "product_id,day,qty\nP," + day(0) + ",100\nP," + day(1) + ",19\n");
        QVERIFY(import(db, false).applied);
        // 88 days of 10, one corrected to 19, and today's 100.
        QCOMPARE(db.scalar(QStringLiteral("SELECT avg_daily_demand FROM {oms}oms_history WHERE product_id = "
                                          "'P' ORDER BY last_updated DESC, id DESC LIMIT 1"))
                     .toDouble(),
                 11.1);
        QCOMPARE(countOf(db, "{oms}demand_daily WHERE product_id = 'P'"), 90);
    }

    /// A whole file is told as one change, not row by row: whoever watches loads once.
    void afterAnImportThereIsOneThingToTell()
    {
        if (isOnMariaDb())
            return; // There the tables' own times tell.
        const TemporaryDatabase db;
        const qint64 before = countOf(db, "catalogue_change");
        write("products.csv", "product_id,name,category\nN-1,x,y\nN-2,x,y\nN-3,x,y\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(countOf(db, "catalogue_change") - before, 1);
        QVERIFY(db.scalar(QStringLiteral("SELECT product_id FROM catalogue_change ORDER BY seq DESC LIMIT 1"))
                    .isNull());
    }

    void severalFilesOfDailyDemandAreRefused()
    {
        const TemporaryDatabase db;
        std::vector<RecognisedFile> files;
        for (const char* name : {"a.csv", "b.csv"}) {
            write(name, "product_id,day,qty\nP,2026-03-01,10\nP,2026-02-28,10\n");
            const auto found = SqlCatalogueImporter(db.database)
                                   .recognise(m_folder->filePath(QLatin1String(name)), {}, {})
                                   .result();
            files.insert(files.end(), found.begin(), found.end());
        }
        const auto report = SqlCatalogueImporter(db.database).import(files, {}).result();
        VERIFY_ERROR(report, ErrorKind::Invalid, "one after the other");
    }

    void oneBadCellIsEnough_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("problem");
        const QByteArray daily = "product_id,day,qty\nA,2026-01-01,1\n";
        const QByteArray supplier =
            "supplier_id,product_id,moq,lead_time_days,unit_price,is_active\nS,A,1,2,3,1\n";
        const QByteArray names = "product_id,name,category\nA,a,\n";
        const auto row = [](const char* tag, const char* name, const QByteArray& csv, const char* problem) {
            QTest::newRow(tag) << QByteArray(name) << csv << QString::fromUtf8(problem);
        };
        row("date with more behind it", "demand_daily.csv", daily + "A,2026-01-02T00:00:00xyz,1\n",
            "not a date");
        row("date with blanks", "demand_daily.csv", daily + "A,2026-01-02 ,1\n", "not a date");
        row("no such day", "demand_daily.csv", daily + "A,2026-02-30,1\n", "not a date");
        row("no quantity", "demand_daily.csv", daily + "A,2026-01-02,\n", "must not be empty");
        row("quantity with garbage", "demand_daily.csv", daily + "A,2026-01-02,1x\n", "is not a number");
        row("control character", "products.csv", names + "A\xC2\x85,b,\n", "control character");
        row("delete character", "products.csv", names + "A\x7F,b,\n", "control character");
        row("51 characters", "products.csv", names + QByteArray(51, 'x') + ",b,\n", "longer than 50");
        row("not UTF-8", "products.csv", names + "\xFF,b,\n", "UTF-8");
        row("a fraction of a day", "supplier_info.csv", supplier + "S,B,1,2.5,3,1\n", "not a whole number");
        row("beyond 32 bits", "supplier_info.csv", supplier + "S,B,2147483648,2,3,1\n", "too large");
        row("five decimals", "supplier_info.csv", supplier + "S,B,1,2,0.00351,1\n", "decimals");
        row("eleven digits", "supplier_info.csv", supplier + "S,B,1,2,12345678901,1\n", "too large");
        row("neither yes nor no", "supplier_info.csv", supplier + "S,B,1,2,3,maybe\n",
            "neither true nor false");
        row("a cell too few", "supplier_info.csv", supplier + "S,B,1,2,3\n", "5 cells");
        row("the same key", "supplier_info.csv", supplier + "S,A,9,9,9,1\n", "line 2");
        row("blank lines", "products.csv", "\n\n\n", "no row");
        row("only a mark", "products.csv", "\xEF\xBB\xBF", "no row");
        row("an endless cell", "products.csv", names + "A," + QByteArray((1 << 20) + 1, 'x') + ",\n",
            "1 MiB");
        row("an endless quote", "products.csv", names + "A,\"" + QByteArray((1 << 20) + 2, 'x') + ",\n",
            "quote");
        row("an endless record", "products.csv", names + (QByteArray(900'000, 'x') + ',').repeated(20),
            "16 MiB");
        row("endless cells", "products.csv", names + QByteArray(100'000, ','), "more than 1000 cells");
    }

    void oneBadCellIsEnough()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, csv);
        QFETCH(QString, problem);
        const TemporaryDatabase db(false);
        write(name.constData(), csv);
        const ImportReport report = import(db, false);
        QCOMPARE(report.badCellCount, 1);
        QVERIFY2(report.badCells.front().problem.contains(problem),
                 qPrintable(report.badCells.front().problem));
        QVERIFY(!report.applied);
        for (const char* table : {"{oms}products", "{oms}demand_daily", "{supplier}supplier_info"})
            QCOMPARE(countOf(db, table), 0);
    }

    void whatLooksWrongAndStillFitsIsTaken()
    {
        const TemporaryDatabase db(false);
        write("supplier_info.csv",
              "supplier_id,product_id,moq,lead_time_days,unit_price,is_active\n"
              "S,A,1000000,25.0,0.0035,1\nS,B,2147483647,3650,9999999999.9999,0\n");
        write("inventory_levels.csv", "product_id,warehouse_id,current_qty,reserved_qty\nA,W,12.75,0.25\n");
        write("products.csv",
              "product_id,name,category\nA,\"two\r\n lines\",\nB,b,\n"
                  + QStringLiteral("\U0001F529").repeated(50).toUtf8() + ",50 characters,\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(textOf(db, "SELECT name FROM {oms}products WHERE product_id = 'A'"),
                 QStringLiteral("two lines"));
        const auto offer = SqlSupplierSource(db.database).offers(QStringLiteral("A")).result();
        VERIFY_OK(offer);
        QCOMPARE(offer->front().unitPrice, UnitPrice{35});
        QCOMPARE(offer->front().leadTimeDays, std::optional<std::int64_t>(25));
        const auto levels = SqlInventorySource(db.database).levels(QStringLiteral("A")).result();
        VERIFY_OK(levels);
        QCOMPARE(levels->front().currentQty, Quantity{127500});
        QCOMPARE(levels->front().reservedQty, Quantity{2500});
    }

    void aDryRunWarnsOfWhatBlocksLater()
    {
        const TemporaryDatabase db;
        write("products.csv", "product_id,name,category\nA-1,a,\na-1 ,b,\n\xC2\xA0prod-001,c,\n");
        write("oms_history.csv", "product_id,avg_daily_demand,trend\nA-1,-1,\nPROD-002,5,\n");
        write("supplier_info.csv",
              "supplier_id,product_id,moq,lead_time_days,unit_price,is_active,order_multiple,email\n"
              "S,A-1,-5,3651,-0.01,1,0,Name <a@ex.com>\nS,NOBODY,1,0,0,1,1,a@ex.com; b@ex.com\n");
        const ImportReport report = import(db, true);
        QCOMPARE(report.badCellCount, 0);
        QStringList places;
        for (const BadCell& cell : report.warnings)
            places << QStringLiteral("%1:%2:%3").arg(cell.file, QString::number(cell.line), cell.column);
        places.sort();
        QStringList expected{QStringLiteral("products.csv:3:product_id"),
                             QStringLiteral("products.csv:4:product_id"),
                             QStringLiteral("oms_history.csv:2:avg_daily_demand"),
                             QStringLiteral("supplier_info.csv:2:moq"),
                             QStringLiteral("supplier_info.csv:2:lead_time_days"),
                             QStringLiteral("supplier_info.csv:2:unit_price"),
                             QStringLiteral("supplier_info.csv:2:order_multiple"),
                             QStringLiteral("supplier_info.csv:2:email"),
                             QStringLiteral("supplier_info.csv:3:product_id")};
        expected.sort();
        QCOMPARE(places, expected);
        QCOMPARE(report.warningCount, 9);
        QVERIFY(import(db, false).applied); // Warnings stop nothing.
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

    /// Rows are written in pieces of lines; one that ends exactly where a piece begins comes in, too.
    void theLastRowComesInWhereverItStands_data()
    {
        QTest::addColumn<int>("rows");
        for (const int lines : {19999, 20000, 20001, 40000}) // The header is one of them.
            QTest::addRow("%d lines", lines) << lines - 1;
    }

    void theLastRowComesInWhereverItStands()
    {
        QFETCH(int, rows);
        QByteArray text = "product_id,name,category\n";
        for (int row = 1; row <= rows; ++row)
            text += 'P' + QByteArray::number(row) + ",x,y\n";
        const TemporaryDatabase db(false);
        write("products.csv", text);
        QCOMPARE(import(db, false).files.front().added, rows);
        QCOMPARE(countOf(db, "{oms}products"), rows);
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
