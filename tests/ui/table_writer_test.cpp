#include "ui/export/table_writer.h"
#include "ui/export/zip_entry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <clocale>
#include <csignal>
#include <sys/resource.h>

namespace purchasing::ui {
namespace {

/// Lets files grow to so many bytes only: to a program it looks like a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

Table tableOf(const std::vector<std::vector<Cell>>& rows, const QStringList& headers)
{
    return {
        headers, static_cast<std::int64_t>(rows.size()),
        [rows](std::int64_t row, std::vector<Cell>& cells) { cells = rows[static_cast<std::size_t>(row)]; }};
}

Table manyRows(std::int64_t count)
{
    return {{QStringLiteral("Product"), QStringLiteral("Quantity")},
            count,
            [](std::int64_t row, std::vector<Cell>& cells) {
                // Texts that hardly pack, so that a small disk is soon full.
                cells = {QString::number(static_cast<qulonglong>(row) * 0x9E3779B97F4A7C15ULL, 36),
                         ExactNumber{row, 0}};
            }};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct SheetCell
{
    QString place;
    QString type;
    QString text;
    QString style;
};

} // namespace

/// What export files hold, and what is left when they cannot be finished.
class TableWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As every program does at its start, whatever language the desktop speaks.
    void initTestCase() { std::setlocale(LC_NUMERIC, "C"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_csv = m_folder->filePath(QStringLiteral("t.csv"));
        m_xlsx = m_folder->filePath(QStringLiteral("t.xlsx"));
    }

    void csvCells_data()
    {
        QTest::addColumn<Cell>("cell");
        QTest::addColumn<QByteArray>("comma");
        QTest::addColumn<QByteArray>("semicolon");
        const auto text = [](const char* name, const QString& value, const QByteArray& bytes) {
            QTest::newRow(name) << Cell(value) << bytes << bytes;
        };
        text("plain", QStringLiteral("Bolt"), "\"Bolt\"");
        text("leading zeros", QStringLiteral("000123"), "\"000123\"");
        text("digits of an id", QStringLiteral("12345678901234567890"), "\"12345678901234567890\"");
        text("separators", QStringLiteral("a,b;c"), "\"a,b;c\"");
        text("quotes", QStringLiteral("6\" pipe"), "\"6\"\" pipe\"");
        text("line breaks", QStringLiteral("a\r\nb"), "\"a\r\nb\"");
        text("formula", QStringLiteral("=1+1"), "\"'=1+1\"");
        text("plus", QStringLiteral("+49 30"), "\"'+49 30\"");
        text("minus", QStringLiteral("-A1"), "\"'-A1\"");
        text("at", QStringLiteral("@SUM(A1)"), "\"'@SUM(A1)\"");
        text("tab", QStringLiteral("\t=1"), "\"'\t=1\"");
        text("return", QStringLiteral("\r=1"), "\"'\r=1\"");
        text("wide sign", QStringLiteral("\uFF1D1+1"),
             "\"'\xEF\xBC\x9D"
             "1+1\"");
        text("formula with quotes", QStringLiteral("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        text("not first", QStringLiteral("a=1"), "\"a=1\"");
        text("non-ASCII", QStringLiteral("Müller \u4E2D"), "\"M\xC3\xBCller \xE4\xB8\xAD\"");
        text("bidi", QStringLiteral("\u202Eabc"),
             "\"\xE2\x80\xAE"
             "abc\"");
        text("NUL", QStringLiteral("a") + QChar(0) + QStringLiteral("b"),
             "\"a\xEF\xBF\xBD"
             "b\"");
        text("empty", QString(), "");
        QTest::newRow("no value") << Cell() << QByteArray() << QByteArray();
        QTest::newRow("negative") << Cell(ExactNumber{-5, 0}) << QByteArray("-5") << QByteArray("-5");
        QTest::newRow("negative fraction")
            << Cell(ExactNumber{-5000, 4}) << QByteArray("-0.5") << QByteArray("-0,5");
        QTest::newRow("quantity") << Cell(ExactNumber::of(Quantity{885000})) << QByteArray("88.5")
                                  << QByteArray("88,5");
        QTest::newRow("whole quantity")
            << Cell(ExactNumber::of(Quantity::whole(120))) << QByteArray("120") << QByteArray("120");
        QTest::newRow("money") << Cell(ExactNumber::of(Money{172690})) << QByteArray("1726.90")
                               << QByteArray("1726,90");
        QTest::newRow("a cent") << Cell(ExactNumber::of(Money{-1})) << QByteArray("-0.01")
                                << QByteArray("-0,01");
        QTest::newRow("largest") << Cell(ExactNumber{std::numeric_limits<std::int64_t>::min(), 0})
                                 << QByteArray("-9223372036854775808") << QByteArray("-9223372036854775808");
        QTest::newRow("day") << Cell(QDate(2026, 1, 31)) << QByteArray("2026-01-31")
                             << QByteArray("2026-01-31");
        QTest::newRow("time") << Cell(QDateTime(QDate(2026, 1, 31), QTime(14, 5)))
                              << QByteArray("2026-01-31 14:05:00") << QByteArray("2026-01-31 14:05:00");
    }

    void csvCells()
    {
        QFETCH(Cell, cell);
        QFETCH(QByteArray, comma);
        QFETCH(QByteArray, semicolon);
        const Cell next(QStringLiteral("z"));
        QCOMPARE(csvLine({cell, next}, {',', '.', false}), comma + ",\"z\"\r\n");
        QCOMPARE(csvLine({cell, next}, {';', ',', false}), semicolon + ";\"z\"\r\n");
    }

    void csvFile()
    {
        const Table table = tableOf({{QStringLiteral("007"), ExactNumber{-15, 1}}},
                                    {QStringLiteral("Product"), QStringLiteral("=Quantity")});
        QVERIFY(writeCsv(table, m_csv, {';', ',', true}).isOk());
        QCOMPARE(contentOf(m_csv), QByteArray("\xEF\xBB\xBF\"Product\";\"'=Quantity\"\r\n\"007\";-1,5\r\n"));
        QVERIFY(writeCsv(table, m_csv, {',', '.', false}).isOk());
        QVERIFY(contentOf(m_csv).startsWith("\"Product\","));
        QCOMPARE(filesLeft(), QStringList{QStringLiteral("t.csv")});
    }

    void workbookHasStringsNumbersDatesAndNoFormula()
    {
        const QString nul = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        const Table table =
            tableOf({{QStringLiteral("000123"), QStringLiteral("=1+1"), ExactNumber::of(Money{-150}),
                      QDate(2026, 1, 31), QDateTime(QDate(2026, 1, 31), QTime(12, 0))},
                     {QStringLiteral("+1"), QStringLiteral("<&> \u202E\u4E2D"), Cell(), Cell(), Cell()},
                     {QStringLiteral("@A1"), nul, ExactNumber::of(Quantity{5}), Cell(), Cell()}},
                    {QStringLiteral("Product"), QStringLiteral("Name"), QStringLiteral("Total"),
                     QStringLiteral("Day"), QStringLiteral("At")});
        QVERIFY(writeXlsx(table, m_xlsx).isOk());
        QCOMPARE(filesLeft(), QStringList{QStringLiteral("t.xlsx")});
        const QByteArray xml = sheetOf(m_xlsx);
        QVERIFY(!xml.isEmpty());
        QVERIFY(zipEntrySize(m_xlsx, "xl/worksheets/sheet1.xml") == xml.size());
        QCOMPARE(xml.count("<f>") + xml.count("<f "), 0);
        const QHash<QString, SheetCell> cells = cellsOf(xml);
        const auto isText = [&](const char* place, const QString& text) {
            const SheetCell cell = cells.value(QLatin1String(place));
            return cell.type == QLatin1String("inlineStr") && cell.text == text;
        };
        QVERIFY(isText("A1", QStringLiteral("Product")));
        QVERIFY(isText("A2", QStringLiteral("000123")));
        QVERIFY(isText("B2", QStringLiteral("=1+1")));
        QVERIFY(isText("A3", QStringLiteral("+1")));
        QVERIFY(isText("B3", QStringLiteral("<&> \u202E\u4E2D")));
        QVERIFY(isText("A4", QStringLiteral("@A1")));
        QVERIFY(isText("B4", QStringLiteral("a\uFFFDb")));
        QCOMPARE(cells.value(QStringLiteral("C2")).text, QStringLiteral("-1.5"));
        QVERIFY(cells.value(QStringLiteral("C2")).type.isEmpty()); // A number.
        QCOMPARE(cells.value(QStringLiteral("C4")).text.toDouble(), 0.0005);
        QCOMPARE(cells.value(QStringLiteral("D2")).text, QStringLiteral("46053")); // Days since 1900.
        QVERIFY(!cells.value(QStringLiteral("D2")).style.isEmpty());
        QCOMPARE(cells.value(QStringLiteral("E2")).text, QStringLiteral("46053.5"));
        QVERIFY(!cells.contains(QStringLiteral("C3")));
    }

    void whatAWorkbookCannotHoldIsRefused()
    {
        const Result<Done> rows = writeXlsx(manyRows(kMostWorksheetRows + 1), m_xlsx);
        QVERIFY(!rows.isOk());
        QVERIFY(rows.error().message.contains(QStringLiteral("CSV")));
        const Result<Done> text =
            writeXlsx(tableOf({{QString(40000, QLatin1Char('x'))}}, {QStringLiteral("Name")}), m_xlsx);
        QVERIFY(!text.isOk());
        QVERIFY(filesLeft().isEmpty());
    }

    void cancelLeavesNoFile_data() { formats(); }
    void cancelLeavesNoFile()
    {
        QFETCH(FileFormat, format);
        WriteJob job;
        job.cancelled = std::make_shared<std::atomic_bool>(false);
        job.progress = [&](std::int64_t rows) { job.cancelled->store(rows >= 3000); };
        const Result<Done> written = write(manyRows(1000000), format, job);
        QVERIFY(!written.isOk());
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        QVERIFY2(filesLeft().isEmpty(), qPrintable(filesLeft().join(QLatin1Char(' '))));
        QCOMPARE(openFiles(), m_openFiles);
    }

    void fullDiskKeepsTheOldFileAndSaysSo_data() { formats(); }
    void fullDiskKeepsTheOldFileAndSaysSo()
    {
        QFETCH(FileFormat, format);
        const QString name = fileOf(format);
        QFile old(name);
        QVERIFY(old.open(QIODevice::WriteOnly));
        QVERIFY(old.write("old") == 3);
        old.close();
        // From a disk on which nothing fits to one that is full just before the end.
        for (const rlim_t room : {rlim_t{0}, rlim_t{4096}, rlim_t{100000}, rlim_t{300000}}) {
            Result<Done> written = Done{};
            {
                const SmallDisk disk(room);
                written = write(manyRows(20000), format, {});
            }
            QVERIFY2(!written.isOk(), qPrintable(QString::number(room)));
            QVERIFY2(written.error().message.contains(QStringLiteral("no room left")),
                     qPrintable(written.error().message + QString::number(room)));
            QCOMPARE(contentOf(name), QByteArray("old"));
            QCOMPARE(filesLeft(), QStringList{QFileInfo(name).fileName()});
        }
        QVERIFY(write(manyRows(20000), format, {}).isOk());
        QVERIFY(contentOf(name) != "old");
    }

    void foldersThatCannotBeWritten_data() { formats(); }
    void foldersThatCannotBeWritten()
    {
        QFETCH(FileFormat, format);
        m_csv = m_xlsx = m_folder->filePath(QStringLiteral("nowhere/t"));
        const Result<Done> written = write(manyRows(3), format, {});
        QVERIFY(!written.isOk());
        QVERIFY2(written.error().message.contains(QStringLiteral("folder does not exist")),
                 qPrintable(written.error().message));
    }

private:
    static void formats()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::newRow("csv") << FileFormat::Csv;
        QTest::newRow("xlsx") << FileFormat::Xlsx;
    }

    [[nodiscard]] QString fileOf(FileFormat format) const
    {
        return format == FileFormat::Csv ? m_csv : m_xlsx;
    }

    Result<Done> write(const Table& table, FileFormat format, const WriteJob& job)
    {
        m_openFiles = openFiles();
        return format == FileFormat::Csv ? writeCsv(table, m_csv, {}, job) : writeXlsx(table, m_xlsx, job);
    }

    [[nodiscard]] QStringList filesLeft() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    static qsizetype openFiles() { return QDir(QStringLiteral("/proc/self/fd")).count(); }

    static QByteArray sheetOf(const QString& file)
    {
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"),
                    {QStringLiteral("-p"), file, QStringLiteral("xl/worksheets/sheet1.xml")});
        if (!unzip.waitForFinished() || unzip.exitCode() != 0)
            return {};
        return unzip.readAllStandardOutput();
    }

    static QHash<QString, SheetCell> cellsOf(const QByteArray& xml)
    {
        QHash<QString, SheetCell> cells;
        QXmlStreamReader reader(xml);
        SheetCell cell;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == QLatin1String("c"))
                cell = {reader.attributes().value(QLatin1String("r")).toString(),
                        reader.attributes().value(QLatin1String("t")).toString(),
                        {},
                        reader.attributes().value(QLatin1String("s")).toString()};
            else if (reader.isStartElement()
                     && (reader.name() == QLatin1String("t") || reader.name() == QLatin1String("v"))) {
                cell.text = reader.readElementText();
                cells.insert(cell.place, cell);
            }
        }
        if (reader.hasError())
            QTest::qFail(qPrintable(reader.errorString()), __FILE__, __LINE__);
        return cells;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_csv;
    QString m_xlsx;
    qsizetype m_openFiles = 0;
};

} // namespace purchasing::ui

QTEST_GUILESS_MAIN(purchasing::ui::TableWriterTest)
#include "table_writer_test.moc"
