#include "core/sql/engine/connection.h"
#include "core/sql/import/stage_writer.h"

#include <QTest>

#include <functional>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

using Kind = CsvCell::Kind;
using Row = std::vector<CsvCell>;

const QStringList kColumns{QStringLiteral("id"), QStringLiteral("place"), QStringLiteral("amount")};

CsvCell text(std::string_view text)
{
    return {Kind::Text, 0, text};
}

CsvCell decimal(std::int64_t tenThousandths)
{
    return {Kind::Decimal, tenThousandths, {}};
}

QString stageIn(Connection& connection)
{
    const bool isMysql = connection.dialect().isMysql();
    const QString stage =
        (isMysql ? connection.dialect().expand(QStringLiteral("{po}")) : QStringLiteral("temp."))
        + QStringLiteral("stage_test");
    connection.executeDirectly(
        (isMysql ? QStringLiteral("CREATE TEMPORARY TABLE ") : QStringLiteral("CREATE TABLE ")) + stage
        + QStringLiteral("(line INTEGER NOT NULL PRIMARY KEY, id VARCHAR(50), place VARCHAR(50), "
                         "amount DECIMAL(14,4), UNIQUE (id, place))"));
    return stage;
}

} // namespace

/// Rows on their way into the database, by each database's own library.
class StageWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsComeBackAsTheyWere()
    {
        const std::vector<std::pair<Row, QString>> rows{
            {{text("a"), text("W"), decimal(0)}, QStringLiteral("a|W|0")},
            {{text("b"), text("it's ''\\"), decimal(10000)}, QStringLiteral("b|it's ''\\|10000")},
            {{text("c"), text("\xC3\x84\xF0\x9F\x94\xA9"), decimal(12345)},
             QStringLiteral("c|\u00C4\U0001F529|12345")},
            {{text("d"), text(""), decimal(1)}, QStringLiteral("d||1")},
            {{text("e"), text(" x "), decimal(-1)}, QStringLiteral("e| x |-1")},
            {{text("f"), text("W"), decimal(-12345)}, QStringLiteral("f|W|-12345")},
            {{text("g"), text("W"), decimal(-10000)}, QStringLiteral("g|W|-10000")},
            {{text("h"), text("W"), decimal(99999999999999)}, QStringLiteral("h|W|99999999999999")},
            {{text("i"), text("W"), {Kind::Whole, -7, {}}}, QStringLiteral("i|W|-70000")},
            {{text("j"), {Kind::Null, 0, {}}, {Kind::Null, 0, {}}}, QStringLiteral("j|-|-")}};
        QStringList expected;
        for (const auto& [row, shown] : rows)
            expected += shown;
        QStringList written;
        inDatabase([&](Connection& connection) {
            const QString stage = stageIn(connection);
            StageWriter writer(connection, stage, kColumns, {0, 1});
            int line = 0;
            for (const auto& [row, shown] : rows)
                writer.add(++line, row);
            writer.flush();
            QCOMPARE(writer.written(), static_cast<std::int64_t>(rows.size()));
            QCOMPARE(writer.leftOut(), 0);
            Rows stored = connection.query(
                QStringLiteral("SELECT id, place, round(amount * 10000) FROM %1 ORDER BY line").arg(stage));
            while (stored.next())
                written +=
                    QStringLiteral("%1|%2|%3")
                        .arg(stored.text(0), stored.isNull(1) ? QStringLiteral("-") : stored.text(1),
                             stored.isNull(2) ? QStringLiteral("-") : QString::number(stored.integer(2)));
        });
        QCOMPARE(written, expected);
    }

    void theFirstRowOfAKeyIsKept_data()
    {
        QTest::addColumn<bool>("takesSame");
        QTest::addColumn<QString>("repeated");
        QTest::newRow("each row has to be another one") << false << QStringLiteral("3:1 5:2 6:1 7:1");
        QTest::newRow("the same row says nothing new") << true << QStringLiteral("5:2 6:1");
    }

    void theFirstRowOfAKeyIsKept()
    {
        QFETCH(const bool, takesSame);
        QStringList repeated;
        inDatabase([&](Connection& connection) {
            StageWriter writer(connection, stageIn(connection), kColumns, {0, 1},
                               takesSame ? StageWriter::Same::IsNothingNew : StageWriter::Same::IsRepeated);
            writer.add(1, {text("a"), text("W"), decimal(5)});
            writer.add(2, {text("a"), text("X"), decimal(5)});
            writer.add(3, {text("a"), text("W"), decimal(5)});
            writer.add(4, {text("b"), text("W"), decimal(5)});
            writer.add(5, {text("a"), text("X"), {Kind::Null, 0, {}}});
            writer.flush(); // Those of before are known behind it, too.
            writer.add(6, {text("a"), text("W"), decimal(6)});
            writer.add(7, {text("a"), text("W"), decimal(5)});
            writer.flush();
            for (const RepeatedRow& row : writer.repeated())
                repeated += QStringLiteral("%1:%2").arg(row.line).arg(row.first);
            QCOMPARE(writer.written(), 3);
            QCOMPARE(writer.leftOut(), repeated.size());
        });
        QTEST(repeated.join(QLatin1Char(' ')), "repeated");
    }

    /// A file of nothing but repetitions names the first thousand and counts the others.
    void repeatedRowsAreNamedToALimit()
    {
        inDatabase([&](Connection& connection) {
            StageWriter writer(connection, stageIn(connection), kColumns, {0, 1});
            for (int line = 1; line <= 1501; ++line)
                writer.add(line, {text("a"), text("W"), decimal(5)});
            writer.flush();
            QCOMPARE(writer.written(), 1);
            QCOMPARE(writer.leftOut(), 1500);
            QCOMPARE(writer.repeated().size(), std::size_t{1000});
            QCOMPARE(writer.repeated().back().line, 1001);
        });
    }

    void manyRowsAreWritten()
    {
        inDatabase([&](Connection& connection) {
            const QString stage = stageIn(connection);
            StageWriter writer(connection, stage, kColumns, {0, 1});
            for (int line = 1; line <= 40000; ++line) {
                const std::string id = std::to_string(line);
                writer.add(line, {text(id), text("a place with a long name"), decimal(line)});
            }
            writer.flush();
            writer.flush(); // Nothing waits.
            QCOMPARE(writer.written(), 40000);
            Rows sum = connection.query(QStringLiteral("SELECT count(*), sum(line) FROM %1").arg(stage));
            QVERIFY(sum.next());
            QCOMPARE(sum.integer(0), 40000);
            QCOMPARE(sum.integer(1), 800020000);
        });
    }

    void whatCannotBeWrittenIsAnError()
    {
        const TemporaryDatabase db(false);
        const auto nowhere =
            db.database
                ->write([](Connection& connection) -> Result<Done> {
                    StageWriter writer(connection, QStringLiteral("nowhere"), kColumns, {0, 1});
                    writer.add(1, {text("a"), text("W"), decimal(5)});
                    writer.flush();
                    return Done{};
                })
                .result();
        QVERIFY(!nowhere);
        if (isOnMariaDb())
            return;
        int taken = 0;
        const auto full =
            db.database
                ->write([&taken](Connection& connection) -> Result<Done> {
                    const QString stage = stageIn(connection);
                    connection.executeDirectly(QStringLiteral("PRAGMA temp.max_page_count = 20"));
                    StageWriter writer(connection, stage, kColumns, {0, 1});
                    for (; taken < 100000; ++taken) {
                        const std::string id = std::to_string(taken);
                        writer.add(taken + 1, {text(id), text("W"), decimal(5)});
                    }
                    return Done{};
                })
                .result();
        QVERIFY(!full);
        QVERIFY(taken > 0 && taken < 100000);
    }

private:
    static void inDatabase(const std::function<void(Connection&)>& what)
    {
        const TemporaryDatabase db(false);
        VERIFY_OK(db.database
                      ->write([&what](Connection& connection) -> Result<Done> {
                          what(connection);
                          return Done{};
                      })
                      .result());
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::StageWriterTest)
#include "stage_writer_test.moc"
