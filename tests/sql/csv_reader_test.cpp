#include "core/sql/import/csv_reader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

namespace purchasing::sql {

/// What files may look like, and that no file takes memory or time without end.
class CsvReaderTest : public QObject
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

    void peoplesFilesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("records"); // "line: cells", by bars and slashes.
        const auto row = [](const char* tag, const QByteArray& bytes, const char* encoding,
                            const char* records) {
            QTest::newRow(tag) << bytes << QString::fromLatin1(encoding) << QString::fromUtf8(records);
        };
        row("semicolons", "a;b,c\n1;2\n", "UTF-8", "1: a|b,c / 2: 1|2");
        row("another encoding", "Gr\xFC\xDF;\x80\n", "windows-1252", "1: Gr\u00FC\u00DF|\u20AC");
        row("two bytes a letter", QByteArray("a\0;\0\xE4\0\n\0b\0", 10), "UTF-16LE", "1: a|\u00E4 / 2: b");
        row("line ends of old", "a;b\r1;2\r", "UTF-8", "1: a|b / 2: 1|2");
        row("line ends of all kinds", "a\r\rb\r\nc\n\rd", "UTF-8", "1: a / 3: b / 4: c / 6: d");
        row("a return at the end", "a\nb\r", "UTF-8", "1: a / 2: b");
        row("returns within quotes", "\"a\rb\r\nc\";d\ne", "UTF-8", "1: a\\b\\c|d / 4: e");
        row("blanks around quotes", "  \"a;b\"  ; \"c\" \n\"d\"  ", "UTF-8", "1: a;b|c / 2: d");
        row("blanks around others", " a ; b \n", "UTF-8", "1:  a | b ");
        row("a quote within", "a \"b\";5\"\n", "UTF-8", "1: a \"b\"|5\"");
        row("blank lines", "\n\na;b\n\n;\n", "UTF-8", "3: a|b / 5: |");
        row("what is no text", "a;b\nGr\xFC\xDF;c\n", "UTF-8", "from line 1 on: is not UTF-8 text");
        row("a letter that is cut", "a;\xC3", "UTF-8", "from line 1 on: is not UTF-8 text");
        row("no encoding", "a;b\n", "none", "the encoding none is not known");
        row("text behind a quote", "a;b\n\"c\"d;e\n", "UTF-8", "1: a|b / line 2: text after a closing quote");
        row("nothing", "", "UTF-8", "the file is empty");
    }

    void peoplesFilesAreReadAsTheyAreWritten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        CsvReader reader(write("t.csv", bytes), {encoding, ';'});
        QStringList records;
        while (reader.next()) {
            QStringList cells;
            for (const std::string& cell : reader.cells())
                cells += QString::fromStdString(cell).replace(QLatin1Char('\n'), QLatin1Char('\\'));
            records += QStringLiteral("%1: %2").arg(reader.line()).arg(cells.join(QLatin1Char('|')));
        }
        if (!reader.error().isEmpty())
            records += reader.error();
        QTEST(records.join(QLatin1String(" / ")), "records");
    }

    void howFarItIsIsTold()
    {
        CsvReader reader(
            write("t.csv", QByteArray("1234567,x\n").repeated(100000))); // More than is read at once.
        double before = 0;
        int records = 0;
        while (reader.next()) {
            ++records;
            const double share = reader.share();
            QVERIFY(share > before && share <= 1);
            if (records == 50000)
                QVERIFY(qAbs(share - 0.5) < 0.001);
            before = share;
        }
        QCOMPARE(records, 100000);
        QCOMPARE(reader.share(), 1.0);
    }

    void piecesMayEndAnywhere()
    {
        // Returns, two-byte letters and blanks at every place of a piece's edge.
        QByteArray bytes;
        for (int i = 0; i < 60000; ++i)
            bytes += QByteArray(i % 7, 'x') + " \xC3\xA4;  \"\"\"y\" " + (i % 3 == 0 ? "\r" : "\r\n");
        CsvReader reader(write("t.csv", bytes), {QStringLiteral("UTF-8"), ';'});
        for (int i = 0; i < 60000; ++i) {
            QVERIFY(reader.next());
            QCOMPARE(reader.line(), i + 1);
            QCOMPARE(reader.cells().size(), std::size_t{2});
            QCOMPARE(reader.cells().front(), std::string(static_cast<std::size_t>(i % 7), 'x') + " \xC3\xA4");
            QCOMPARE(reader.cells().back(), std::string("\"y"));
        }
        QVERIFY(!reader.next());
        QCOMPARE(reader.error(), QString());
    }

    void malformedFilesSayWhere()
    {
        CsvReader open(write("t.csv", "a\n\"never closed\n\n"));
        QVERIFY(open.next());
        QVERIFY(!open.next());
        QVERIFY2(open.error().contains(QStringLiteral("line 2")), qPrintable(open.error()));
        QVERIFY(!CsvReader(write("e.csv", "")).error().isEmpty());
        QVERIFY(CsvReader(m_folder->filePath(QStringLiteral("none.csv")))
                    .error()
                    .contains(QStringLiteral("cannot be opened")));
        QVERIFY(CsvReader(write("b.csv", "\xFE\xFF")).error().contains(QStringLiteral("UTF-16")));
        QVERIFY(CsvReader(write("u.csv",
                                QByteArray("\xFF\xFE"
                                           "a\0",
                                           4)))
                    .error()
                    .contains(QStringLiteral("UTF-16")));
    }

    void aFileCutWhileItIsReadIsNamed()
    {
        const QString path = write("t.csv", "a,b\n" + QByteArray("1,2\n").repeated(400000));
        CsvReader reader(path);
        QVERIFY(reader.next());
        QFile(path).resize(800000);
        while (reader.next())
            QCOMPARE(reader.cells().size(), std::size_t{2});
        QVERIFY2(reader.error().contains(QStringLiteral("changed while")), qPrintable(reader.error()));
    }

    void onlyOrdinaryFilesAreRead()
    {
        const QString pipe = m_folder->filePath(QStringLiteral("products.csv"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        CsvReader reader(pipe); // Opening it would wait for a writer.
        QVERIFY(!reader.next());
        QVERIFY2(reader.error().contains(QStringLiteral("ordinary")), qPrintable(reader.error()));
        QVERIFY(!CsvReader(QStringLiteral("/dev/zero")).error().isEmpty());
    }

    /// 1 MiB is taken and no more, also where what was read so far ends just before the closing quote: pieces
    /// are of 256 KiB, and doubled while a record goes on.
    void aCellHoldsAMebibyte()
    {
        constexpr int kMost = 1 << 20;
        const QByteArray header = QByteArray(262139, 'h') + '\n';
        for (const int size : {kMost - 1, kMost, kMost + 1}) {
            CsvReader reader(
                write("t.csv", header + "fourteen bytes,\"" + QByteArray(size, 'x') + "\"\nnext,row\n"));
            QVERIFY(reader.next());
            QCOMPARE(reader.next(), size <= kMost);
            if (size > kMost) {
                QVERIFY2(reader.error().contains(QStringLiteral("quote is not closed")),
                         qPrintable(reader.error()));
                continue;
            }
            QCOMPARE(reader.cells().back().size(), static_cast<std::size_t>(size));
            QVERIFY(reader.next());
            QCOMPARE(reader.cells().front(), std::string("next"));
        }
    }

    void longRecordsAreWhole()
    {
        // Longer than what is read at a time, with a quote and a line end at every place of a piece's edge.
        QByteArray bytes = "a,b\n";
        for (int i = 0; i < 3000; ++i)
            bytes += QByteArray(i % 401, 'x') + ",\"" + QByteArray(i % 211, 'y') + "\"\"\n\"\r\n";
        CsvReader reader(write("t.csv", bytes));
        QVERIFY(reader.next());
        for (int i = 0; i < 3000; ++i) {
            QVERIFY(reader.next());
            QCOMPARE(reader.line(), 2 + 2 * i);
            QCOMPARE(reader.cells().front(), std::string(static_cast<std::size_t>(i % 401), 'x'));
            QCOMPARE(reader.cells().back(), std::string(static_cast<std::size_t>(i % 211), 'y') + "\"\n");
        }
        QVERIFY(!reader.next());
        QVERIFY(reader.error().isEmpty());
    }

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::CsvReaderTest)
#include "csv_reader_test.moc"
