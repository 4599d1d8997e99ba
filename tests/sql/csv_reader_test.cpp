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
