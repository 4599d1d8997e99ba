#include "core/sql/import/csv_cell.h"

#include <QFile>
#include <QTest>

namespace purchasing::sql {
namespace {

using Kind = CsvCell::Kind;

CsvColumn columnOf(CsvType type, bool mayBeEmpty = true)
{
    CsvColumn column{"x", type, true, false, mayBeEmpty};
    column.longest = 5;
    return column;
}

/// "kind:number or text", or "!" and what is wrong.
QString read(const CsvColumn& column, const QByteArray& bytes)
{
    std::string store;
    QString problem;
    const CsvCell cell = readCell(
        column, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), store, problem);
    if (!problem.isEmpty())
        return QLatin1Char('!') + problem;
    switch (cell.kind) {
    case Kind::Null: return QStringLiteral("null");
    case Kind::Whole: return QStringLiteral("whole:%1").arg(cell.number);
    case Kind::Decimal: return QStringLiteral("decimal:%1").arg(cell.number);
    case Kind::Text:
        return QStringLiteral("text:")
            + QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size()));
    }
    return {};
}

} // namespace

/// What a cell may be, at its limits, and what is warned of.
class CsvCellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreReadOrRefused_data()
    {
        QTest::addColumn<CsvColumn>("column");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto rows = [](const char* tag, const CsvColumn& column,
                             const std::vector<std::pair<const char*, const char*>>& cells) {
            int number = 0;
            for (const auto& [bytes, expected] : cells)
                QTest::addRow("%s %d", tag, ++number)
                    << column << QByteArray(bytes) << QString::fromUtf8(expected);
        };
        rows("whole", columnOf(CsvType::Whole),
             {{"0", "whole:0"},
              {"-5", "whole:-5"},
              {"+7", "whole:7"},
              {" 12 ", "whole:12"},
              {"007", "whole:7"},
              {"1000000", "whole:1000000"},
              {"25.0", "whole:25"},
              {"2147483647", "whole:2147483647"},
              {"-2147483648", "whole:-2147483648"},
              {"2147483648", "!2147483648 is too large"},
              {"-2147483649", "!-2147483649 is too large"},
              {"2147483647.0", "whole:2147483647"},
              {"2.5", "!\"2.5\" is not a whole number"},
              {"1e3", "!\"1e3\" is not a whole number"},
              {"5x", "!\"5x\" is not a whole number"},
              {"", "null"}});
        rows("decimal", columnOf(CsvType::Decimal),
             {{"1.5", "decimal:15000"},
              {"0.0001", "decimal:1"},
              {"12", "decimal:120000"},
              {"5.", "decimal:50000"},
              {".5", "decimal:5000"},
              {"-1.25", "decimal:-12500"},
              {" 1 ", "decimal:10000"},
              {"9999999999.9999", "decimal:99999999999999"},
              {"-9999999999.9999", "decimal:-99999999999999"},
              {"10000000000", "!10000000000 is too large"},
              {"-10000000000", "!-10000000000 is too large"},
              {"09999999999.5", "decimal:99999999995000"},
              {"1.00000", "decimal:10000"},
              {"1.00001", "!\"1.00001\" is not a number with a point and at most 4 decimals"},
              {"1,5", "!\"1,5\" is not a number with a point and at most 4 decimals"},
              {"1.2.3", "!\"1.2.3\" is not a number with a point and at most 4 decimals"},
              {"/", "!\"/\" is not a number with a point and at most 4 decimals"},
              {"1:", "!\"1:\" is not a number with a point and at most 4 decimals"}});
        CsvColumn cents = columnOf(CsvType::Decimal);
        cents.decimals = 2;
        cents.digits = 3;
        rows("cents", cents,
             {{"1.25", "decimal:12500"},
              {"1.250", "decimal:12500"},
              {"1.255", "!1.255 has more than 2 decimals"},
              {"999.99", "decimal:9999900"},
              {"1000", "!1000 is too large"},
              {"-1000", "!-1000 is too large"},
              {"-999.99", "decimal:-9999900"}});
        CsvColumn whole = columnOf(CsvType::Decimal);
        whole.decimals = 0;
        rows("no decimals", whole,
             {{"7", "decimal:70000"}, {"7.0", "decimal:70000"}, {"7.1", "!7.1 has more than 0 decimals"}});
        rows("flag", columnOf(CsvType::Flag),
             {{"1", "whole:1"},
              {"0", "whole:0"},
              {"TRUE", "whole:1"},
              {"yes", "whole:1"},
              {"No", "whole:0"},
              {"false", "whole:0"},
              {"2", "!\"2\" is neither true nor false"},
              {"", "null"}});
        rows("day", columnOf(CsvType::Day, false),
             {{"2026-01-31", "text:2026-01-31"},
              {"2024-02-29", "text:2024-02-29"},
              {"2026-02-29", "!\"2026-02-29\" is not a date like 2026-01-31"},
              {"2026-13-01", "!\"2026-13-01\" is not a date like 2026-01-31"},
              {"2026-1-31", "!\"2026-1-31\" is not a date like 2026-01-31"},
              {"2026/01/31", "!\"2026/01/31\" is not a date like 2026-01-31"},
              {"2026-01/31", "!\"2026-01/31\" is not a date like 2026-01-31"},
              {"2026/01-31", "!\"2026/01-31\" is not a date like 2026-01-31"},
              {"202x-01-31", "!\"202x-01-31\" is not a date like 2026-01-31"},
              {"2026-01-31 ", "!\"2026-01-31 \" is not a date like 2026-01-31"},
              {"", "!must not be empty"}});
        const QString five = QStringLiteral("\U0001F529").repeated(5);
        const QByteArray fits = five.toUtf8();
        const QByteArray over = fits + "x";
        const QByteArray shown = "text:" + fits;
        rows("text", columnOf(CsvType::Text),
             {{"abcde", "text:abcde"},
              {"abcdef", "!longer than 5 characters"},
              {fits.constData(), shown.constData()},
              {over.constData(), "!longer than 5 characters"},
              {" a ", "text: a "},
              {"~", "text:~"},
              {"a\tb", "!contains a control character"},
              {"a\x1f", "!contains a control character"},
              {"\x7f", "!contains a control character"},
              {"a\xC2\x85", "!contains a control character"},
              {"a\n\r b", "text:a b"},
              {"\xC3", "!is not UTF-8 text"},
              {"", "null"}});
        rows("id", columnOf(CsvType::Id, false),
             {{"abcde", "text:abcde"},
              {"a\nb", "!contains a control character"},
              {"", "!must not be empty"},
              {"\xC3\x84", "text:\xC3\x84"}});
        CsvColumn name = columnOf(CsvType::Text);
        name.name = "name";
        rows("name", name, {{"", "text:"}, {"a", "text:a"}});
    }

    void cellsAreReadOrRefused()
    {
        QFETCH(CsvColumn, column);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(read(column, bytes), expected);
    }

    /// A whole file in one cell must not fill the screen.
    void longCellsAreCutWhereTheyAreNamed()
    {
        const QByteArray forty(40, 'x');
        for (const CsvType type : {CsvType::Whole, CsvType::Decimal, CsvType::Flag, CsvType::Day})
            QVERIFY(read(columnOf(type), forty + "y").startsWith(QLatin1String("!\"" + forty + "\" is n")));
        QCOMPARE(read(columnOf(CsvType::Whole), QByteArray(30, '0') + "99999999990.0"),
                 QStringLiteral("!%1 is too large").arg(QLatin1String(QByteArray(30, '0') + "9999999999")));
        QCOMPARE(read(columnOf(CsvType::Decimal), QByteArray(30, '0') + "99999999990.0"),
                 QStringLiteral("!%1 is too large").arg(QLatin1String(QByteArray(30, '0') + "9999999999")));
        CsvColumn cents = columnOf(CsvType::Decimal);
        cents.decimals = 2;
        QCOMPARE(
            read(cents, QByteArray(36, '0') + "1.255"),
            QStringLiteral("!%1 has more than 2 decimals").arg(QLatin1String(QByteArray(36, '0') + "1.25")));
    }

    void warningsBeginWhereTheProductIsBlocked()
    {
        CsvColumn days = columnOf(CsvType::Whole);
        const auto warns = [](const CsvColumn& column, Kind kind, std::int64_t number) {
            return !warningOf(column, {kind, number, {}}).isEmpty();
        };
        QVERIFY(!warns(days, Kind::Whole, -5)); // Without limits.
        days.least = 0;
        days.most = 3650;
        QVERIFY(warns(days, Kind::Whole, -1));
        QVERIFY(!warns(days, Kind::Whole, 0));
        QVERIFY(!warns(days, Kind::Whole, 3650));
        QVERIFY(warns(days, Kind::Whole, 3651));
        QVERIFY(!warns(days, Kind::Null, 0));
        days.least = 1;
        QVERIFY(!warns(days, Kind::Null, 0));
        QVERIFY(warns(days, Kind::Decimal, 9999));
        QVERIFY(!warns(days, Kind::Decimal, 10000));
        QVERIFY(!warns(days, Kind::Decimal, 36500000));
        QVERIFY(warns(days, Kind::Decimal, 36500001));
        CsvColumn address = columnOf(CsvType::Text);
        QVERIFY(warningOf(address, {Kind::Text, 0, "nobody"}).isEmpty());
        address.isAddress = true;
        QVERIFY(!warningOf(address, {Kind::Text, 0, "nobody"}).isEmpty());
        QVERIFY(warningOf(address, {Kind::Text, 0, "a@ex.com; b@ex.com"}).isEmpty());
        QVERIFY(warningOf(address, {Kind::Null, 0, {}}).isEmpty());
    }

    /// The columns of the contract: what each may hold, and which values block.
    void theTablesAreThoseOfTheContract()
    {
        QStringList columns;
        for (const CsvTable& table : csvTables()) {
            for (const CsvColumn& c : table.columns)
                columns += QStringLiteral("%1 %2 %3%4%5 %6/%7/%8 %9..%10%11")
                               .arg(QString::fromLatin1(table.file).chopped(4), QLatin1String(c.name),
                                    c.required ? QStringLiteral("r") : QString(),
                                    c.key ? QStringLiteral("k") : QString(),
                                    c.mayBeEmpty ? QStringLiteral("e") : QString())
                               .arg(c.longest)
                               .arg(c.digits)
                               .arg(c.decimals)
                               .arg(c.least ? QString::number(*c.least) : QString(),
                                    c.most ? QString::number(*c.most) : QString(),
                                    c.isAddress ? QStringLiteral(" @") : QString());
        }
        QFile file(QStringLiteral(PURCHASING_TEST_DATA "/csv_columns.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(columns.join(QLatin1Char('\n')), QString::fromUtf8(file.readAll()).trimmed());
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::CsvCellTest)
#include "csv_cell_test.moc"
