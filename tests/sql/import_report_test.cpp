#include "core/sql/import/catalogue_import.h"
#include "core/sql/import/csv_reader.h"

#include <QFile>
#include <QTest>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QByteArray kOffers = "supplier_id,product_id,moq,lead_time_days,unit_price,is_active\n";
const QByteArray kUnits = "product_id,from_uom,to_uom,conversion_factor\n";

QString placeOf(const BadCell& cell)
{
    return QStringLiteral("%1:%2:%3").arg(cell.file).arg(cell.line).arg(cell.column);
}

} // namespace

/// What an import reports, and the limits of what it computes.
class ImportReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void headersAreNamesInAnyOrderAndCase()
    {
        const TemporaryDatabase db(false);
        write("uom_conversion.csv", " TO_UOM ,conversion_factor,Product_Id,from_uom\nPIECE,12,A,CASE\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(db.scalar(QStringLiteral("SELECT to_uom FROM {uom}uom_conversion WHERE product_id = 'A' AND "
                                          "from_uom = 'CASE' AND conversion_factor = 12"))
                     .toString(),
                 QStringLiteral("PIECE"));
    }

    void aHeaderWithOneMistakeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* tag, const char* csv, const char* column, const char* problem) {
            QTest::newRow(tag) << QByteArray(csv) << QString::fromLatin1(column)
                               << QString::fromLatin1(problem);
        };
        row("twice", "product_id,name,category,name\nA,a,,b\n", "name", "stands twice");
        row("unknown", "product_id,name,category,colour\nA,a,,red\n", "colour", "is not known");
        row("missing", "name,category\na,\n", "product_id", "is missing");
        row("unnamed", "product_id,name,category,\nA,a,,\n", "", "is not known");
    }

    void aHeaderWithOneMistakeIsRefused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QString, column);
        QFETCH(QString, problem);
        const TemporaryDatabase db(false);
        write("products.csv", csv);
        const ImportReport report = import(db, false);
        QCOMPARE(report.badCellCount, 1);
        QCOMPARE(placeOf(report.badCells.front()), QStringLiteral("products.csv:1:") + column);
        QVERIFY2(report.badCells.front().problem.contains(problem),
                 qPrintable(report.badCells.front().problem));
        QVERIFY(!report.applied);
    }

    void aRowOfAnotherWidthIsNamedOnce()
    {
        const TemporaryDatabase db(false);
        for (const char* wrong : {"A,b\n", "A,b,,\n"}) {
            write("products.csv", QByteArray("product_id,name,category\nA,a,\n") + wrong);
            const ImportReport report = import(db, false);
            QCOMPARE(report.badCellCount, 1);
            QCOMPARE(placeOf(report.badCells.front()), QStringLiteral("products.csv:3:"));
            QVERIFY(!report.applied);
        }
    }

    void anEmptyFolderIsAnErrorAndAHeaderAloneIsNot()
    {
        const TemporaryDatabase db(false);
        const auto none = SqlCatalogueImporter(db.database).import(m_folder->path(), {}).result();
        QCOMPARE(none.error().kind, ErrorKind::NotFound);
        write("products.csv", "product_id,name,category\n");
        const ImportReport report = import(db, false);
        QVERIFY(report.applied);
        QCOMPARE(report.files.front().added + report.files.front().changed + report.files.front().unchanged,
                 0);
    }

    void rowsAreCountedByWhatBecomesOfThem()
    {
        const TemporaryDatabase db(false);
        write("supplier_info.csv", kOffers + "S,A,1,2,3,1\nS,B,1,2,3,1\nS,C,1,2,3,\n");
        QCOMPARE(import(db, false).files.front().added, 3);
        write("supplier_info.csv",
              kOffers + "S,A,1,2,3,1\nS,B,1,2,3.0001,1\nS,C,1,2,3,0\nS,D,1,2,3,1\nT,A,1,2,3,1\n");
        for (const bool dryRun : {true, false}) {
            const ImportedFile counts = import(db, dryRun).files.front();
            QCOMPARE(counts.added, 2);
            QCOMPARE(counts.changed, 2);
            QCOMPARE(counts.unchanged, 1);
        }
        const ImportedFile again = import(db, false).files.front();
        QCOMPARE(again.added + again.changed, 0);
        QCOMPARE(again.unchanged, 5);
    }

    void onlyRowsThatChangeAreMarkedAsNew()
    {
        const TemporaryDatabase db(false);
        write("supplier_info.csv", kOffers + "S,A,1,2,3,1\nS,B,1,2,3,1\n");
        QVERIFY(import(db, false).applied);
        VERIFY_OK(
            db.execute(QStringLiteral("UPDATE {supplier}supplier_info SET last_updated = '2020-01-01'")));
        write("supplier_info.csv", kOffers + "S,A,1,2,3,1\nS,B,1,2,4,1\n");
        QVERIFY(import(db, false).applied);
        QCOMPARE(
            db.scalar(QStringLiteral("SELECT product_id FROM {supplier}supplier_info WHERE last_updated > "
                                     "'2020-01-02'"))
                .toString(),
            QStringLiteral("B"));
        QCOMPARE(db.scalar(QStringLiteral("SELECT count(*) FROM {supplier}supplier_info WHERE last_updated > "
                                          "'2020-01-02'"))
                     .toInt(),
                 1);
    }

    /// One row of a product's history is added where it says something new; the newest one counts.
    void historyGrowsOnlyByWhatIsNew()
    {
        const TemporaryDatabase db(false);
        const auto rows = [&] {
            return db.scalar(QStringLiteral("SELECT count(*) FROM {oms}oms_history")).toInt();
        };
        const QByteArray header = "product_id,avg_daily_demand,trend\n";
        for (const auto& [csv, count] : {std::pair<const char*, int>{"A,5,stable\n", 1},
                                         {"A,5,stable\n", 1},
                                         {"A,5,\n", 2},
                                         {"A,5.0001,\n", 3},
                                         {"A,5.0001,\nB,1,\n", 4}}) {
            write("oms_history.csv", header + csv);
            QVERIFY(import(db, false).applied);
            QCOMPARE(rows(), count);
        }
    }

    void onlyTheFirstThousandAreListed()
    {
        const TemporaryDatabase db(false);
        QByteArray csv = kUnits;
        for (int i = 0; i < 1001; ++i)
            csv += "P" + QByteArray::number(i) + ",CASE,PIECE,x\n";
        write("uom_conversion.csv", csv);
        ImportReport report = import(db, true);
        QCOMPARE(report.badCells.size(), std::size_t{1000});
        QCOMPARE(report.badCellCount, 1001);

        csv = kUnits + "P,CASE,PIECE,1\n";
        csv += QByteArray("P,CASE,PIECE,1\n").repeated(1002);
        write("uom_conversion.csv", csv);
        report = import(db, true);
        QCOMPARE(report.badCells.size(), std::size_t{1000});
        QCOMPARE(report.badCellCount, 1002); // Those beyond are counted, too.
        QCOMPARE(report.badCells.front().line, 3);

        csv = kOffers;
        for (int i = 0; i < 1001; ++i)
            csv += "S,P" + QByteArray::number(i) + ",-1,2,3,1\n";
        QFile::remove(m_folder->filePath(QStringLiteral("uom_conversion.csv")));
        write("supplier_info.csv", csv);
        report = import(db, false);
        QCOMPARE(report.warnings.size(), std::size_t{1000});
        QCOMPARE(report.warningCount, 1001);
        QVERIFY(report.applied);
    }

    /// Rows are gone through in pieces: none is lost or counted twice where one ends.
    void nothingIsLostBetweenTwoPieces()
    {
        const TemporaryDatabase db(false);
        const auto csvWith = [](int changed) {
            QByteArray csv = kUnits;
            for (int line = 2; line <= 40001; ++line)
                csv += "P" + QByteArray::number(line) + ",CASE,PIECE," + (line == changed ? "2" : "1") + "\n";
            return csv;
        };
        write("uom_conversion.csv", csvWith(0));
        QCOMPARE(import(db, false).files.front().added, 40000);
        QCOMPARE(db.scalar(QStringLiteral("SELECT count(*) FROM {uom}uom_conversion")).toInt(), 40000);
        for (const int line : {2, 19999, 20000, 39999, 40000, 40001}) {
            write("uom_conversion.csv", csvWith(line));
            const ImportedFile counts = import(db, true).files.front();
            QCOMPARE(counts.changed, 1);
            QCOMPARE(counts.unchanged, 39999);
        }
        QVERIFY(import(db, false).applied);
        QCOMPARE(
            db.scalar(QStringLiteral("SELECT conversion_factor FROM {uom}uom_conversion WHERE product_id = "
                                     "'P40001'"))
                .toDouble(),
            2.0);
    }

    /// Where there is no more place for what was read, nothing is taken.
    void aRowThatCannotBeKeptStopsTheImport()
    {
        if (isOnMariaDb())
            return; // The server answers for the whole statement.
        const TemporaryDatabase db(false);
        VERIFY_OK(db.execute(QStringLiteral("PRAGMA temp.max_page_count = 20")));
        QByteArray csv = kUnits;
        for (int i = 0; i < 20000; ++i)
            csv += "P" + QByteArray::number(i) + ",CASE,PIECE,1\n";
        write("uom_conversion.csv", csv);
        const auto failed = SqlCatalogueImporter(db.database).import(m_folder->path(), {}).result();
        QVERIFY(!failed.isOk());
        QCOMPARE(db.scalar(QStringLiteral("SELECT count(*) FROM {uom}uom_conversion")).toInt(), 0);
    }

    void productsAreKnownByAnyFileOrTable()
    {
        const TemporaryDatabase db(false);
        write("uom_conversion.csv", kUnits + "STORED,CASE,PIECE,1\n");
        QVERIFY(import(db, false).applied);
        write("uom_conversion.csv",
              kUnits + "STORED,CASE,PIECE,2\nALONE,CASE,PIECE,1\nOFFERED,CASE,PIECE,1\n");
        write("supplier_info.csv", kOffers + "S,OFFERED,1,2,3,1\nS,STORED,1,2,3,1\nS,NEW,1,2,3,1\n");
        QStringList places;
        for (const BadCell& warning : import(db, true).warnings)
            places += placeOf(warning);
        places.sort();
        QCOMPARE(places,
                 (QStringList{QStringLiteral("supplier_info.csv:4:product_id"),
                              QStringLiteral("uom_conversion.csv:3:product_id")}));
    }

    void trendsBeginAboveATenth_data()
    {
        QTest::addColumn<QByteArray>("older"); // Of two days.
        QTest::addColumn<QByteArray>("newer");
        QTest::addColumn<QString>("trend");
        const auto row = [](const char* older, const char* newer, const char* trend) {
            QTest::addRow("%s then %s", older, newer)
                << QByteArray(older) << QByteArray(newer) << QString::fromLatin1(trend);
        };
        row("10", "11", "stable");
        row("10", "11.0001", "increasing");
        row("10", "9", "stable");
        row("10", "8.9999", "decreasing");
        row("0", "0", "stable");
        row("0", "0.0001", "increasing");
        row("0.0001", "0", "decreasing");
    }

    void trendsBeginAboveATenth()
    {
        QFETCH(QByteArray, older);
        QFETCH(QByteArray, newer);
        const TemporaryDatabase db(false);
        write("demand_daily.csv",
              "product_id,day,qty\nA," + day(db, 1) + ',' + older + "\nA," + day(db, 0) + ',' + newer + '\n');
        QVERIFY(import(db, false).applied);
        QTEST(db.scalar(QStringLiteral("SELECT trend FROM {oms}oms_history")).toString(), "trend");
    }

    void ninetyDaysCount()
    {
        const TemporaryDatabase db(false);
        const auto average = [&](const QByteArray& rows) {
            write("demand_daily.csv", "product_id,day,qty\n" + rows);
            if (!import(db, false).applied)
                return -1.0;
            return db
                .scalar(
                    QStringLiteral("SELECT avg_daily_demand FROM {oms}oms_history ORDER BY id DESC LIMIT 1"))
                .toDouble();
        };
        QCOMPARE(average("A," + day(db, 0) + ",90\nA," + day(db, 89) + ",90\n"), 2.0);
        QCOMPARE(average("B," + day(db, 88) + ",89\n"), 1.0); // Its own first day: 89 days.
        QCOMPARE(average("C," + day(db, 90) + ",900\nC," + day(db, 0) + ",90\n"), 1.0); // One too old.
        QCOMPARE(average("D," + day(db, 0) + ",7\n"), 7.0);
        QCOMPARE(average("E," + day(db, 1) + ",0.0001\nE," + day(db, 0) + ",0\n"),
                 0.0001); // Half a last decimal.
    }

    void whatAReaderTakesAtMost()
    {
        const auto cells = [this](const QByteArray& csv) {
            CsvReader reader(write("t.csv", csv));
            QList<qsizetype> sizes;
            while (reader.next())
                sizes += static_cast<qsizetype>(reader.cells().front().size());
            return reader.error().isEmpty() ? sizes : QList<qsizetype>{-1};
        };
        const QByteArray longest(1 << 20, 'x');
        QCOMPARE(cells(longest + ",b\n"), QList<qsizetype>{1 << 20});
        QCOMPARE(cells(longest + "x,b\n"), QList<qsizetype>{-1});
        QCOMPARE(cells('"' + longest + "\",b\n"), QList<qsizetype>{1 << 20});
        QCOMPARE(cells('"' + longest + "x\",b\n"), QList<qsizetype>{-1});
        QCOMPARE(cells(QByteArray(999, ',') + '\n'), QList<qsizetype>{0});
        QCOMPARE(cells(QByteArray(1000, ',') + '\n'), QList<qsizetype>{-1});
        QCOMPARE(cells("\"a\"b,c\n"), QList<qsizetype>{-1}); // Text after a closing quote.
        QCOMPARE(cells("\"a\"\r\n\"\"\n,\n\"\"\r"), (QList<qsizetype>{1, 0}));
        QCOMPARE(cells("\"ab\""), QList<qsizetype>{2});
        QCOMPARE(cells("\"ab\"\"\""), QList<qsizetype>{3});
        QCOMPARE(cells("\"ab"), QList<qsizetype>{-1});
        QCOMPARE(cells("a\rb\r\n"), QList<qsizetype>{3});
        // A record is refused only beyond 16 MiB, however many cells it has.
        const QByteArray cell = QByteArray((1 << 20) - 1, 'x') + ',';
        QCOMPARE(cells(cell.repeated(15) + "y\n"), QList<qsizetype>{(1 << 20) - 1});
        QCOMPARE(cells(cell.repeated(16) + "y\n"), QList<qsizetype>{-1});
    }

private:
    static QByteArray day(const TemporaryDatabase& db, int back)
    {
        return db.clock->now().date().addDays(-back).toString(Qt::ISODate).toLatin1();
    }

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

QTEST_GUILESS_MAIN(purchasing::sql::ImportReportTest)
#include "import_report_test.moc"
