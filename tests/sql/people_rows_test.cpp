#include "core/sql/import/people_rows.h"

#include <QTest>

namespace purchasing::sql {
namespace {

const CsvTable& offers()
{
    return csvTables()[4];
}

std::vector<std::string> cellsOf(const QString& line)
{
    std::vector<std::string> cells;
    for (const QString& cell : line.split(QLatin1Char(';')))
        cells.push_back(cell.toStdString());
    return cells;
}

RecognisedFile fileOf(const char* columns)
{
    RecognisedFile file;
    for (const QString& column : QString::fromUtf8(columns).split(QLatin1Char(';')))
        file.mapping.columns.push_back(
            {column.section(QLatin1Char('='), 0, 0), column.section(QLatin1Char('='), 1)});
    return file;
}

QString textOf(const CsvCell& cell)
{
    switch (cell.kind) {
    case CsvCell::Kind::Null: return QStringLiteral("-");
    case CsvCell::Kind::Whole: return QString::number(cell.number);
    case CsvCell::Kind::Decimal: return QString::number(static_cast<double>(cell.number) / 10000);
    case CsvCell::Kind::Text: break;
    }
    return QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size()));
}

} // namespace

/// Lines of people's files as rows of a table.
class PeopleRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesBecomeRows_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>(
            "row"); // By column of the table: supplier, product, price, name; or nothing.
        QTest::addColumn<QString>("told");
        const auto row = [](const char* line, const char* taken, const char* told = "") {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromLatin1(taken)
                                << QString::fromUtf8(told);
        };
        row("A-1;Nut;1.5;Acme", "S;A-1;1.5;Acme");
        row("A-1;Nut;1.5;", "S;A-1;1.5;-");
        row("A-1;Nut;;Acme", "S;A-1;-;Acme");
        // Rows that say nothing of this table are none, and no mistake.
        row("A-1;Nut;;", "");
        row("A-1;Nut; ; ", "");
        row("A-1;Nut", "");
        // Empty cells behind the last one are nothing, and those that lack are taken as empty.
        row("A-1;Nut;1.5;Acme;; ", "S;A-1;1.5;Acme");
        row("A-1;Nut;1.5;Acme;x", "", "error : 5 cells where the header has 4");
        row("A-1;Nut;1.5;Acme;;x", "", "error : 6 cells where the header has 4");
        row("A-1;Nut;1.5", "S;A-1;1.5;-",
            "warning : 3 cells where the header has 4: the others are taken as empty");
        // A bad cell is named by its header, and so are the others of its row.
        row("A-1;Nut;dear;Acme", "", "error Preis: \"dear\" is not a number");
        row(";Nut;dear;Acme", "", "error SKU: must not be empty|error Preis: \"dear\" is not a number");
        row("A-1;Nut;1.23456;Acme", "",
            "error Preis: \"1.23456\" is not a number with a point and at most 4 decimals");
        row("A-1;Nut;-1;Acme", "S;A-1;-1;Acme", "warning Preis: below 0: the product will be blocked");
        row("4,00638E+12;Nut;1;Acme", "S;4,00638E+12;1;Acme",
            "warning SKU: looks like a number that a spreadsheet has shortened");
        row("4.00638e+12;Nut;1;Acme", "S;4.00638e+12;1;Acme",
            "warning SKU: looks like a number that a spreadsheet has shortened");
        row("E+12;Nut;1;Acme", "S;E+12;1;Acme");
        row("4.0+1;Nut;1;Acme", "S;4.0+1;1;Acme");
        row("A-1;Nut;1;4.00638E+12", "S;A-1;1;4.00638E+12"); // No id.
        // What people put between the rows.
        row(";;;", "");
        row("SKU;Text;Preis;Lieferant", "");
        row("Total;;5;", "");
    }

    void linesBecomeRows()
    {
        QFETCH(const QString, line);
        RecognisedFile file = fileOf("SKU=product_id;Text=;Preis=unit_price;Lieferant=supplier_name");
        file.mapping.values.insert(QStringLiteral("supplier_id"), QStringLiteral("S"));
        file.mapping.form.decimal = QLatin1Char('.');
        PeopleRows rows(file, offers().columns, offers().columns);
        rows.setHeader(cellsOf(QStringLiteral("SKU;Text;Preis;Lieferant")));
        QStringList told;
        std::vector<CsvCell> row(rows.present().size());
        const bool isTaken = rows.take(7, cellsOf(line), row, [&told](const PeopleRows::Told& what) {
            told += QStringLiteral("%1 %2: %3")
                        .arg(QLatin1String(what.isWarning ? "warning" : "error"), what.column, what.problem);
        });
        QStringList taken;
        for (const CsvCell& cell : row)
            taken += textOf(cell);
        QTEST(isTaken ? taken.join(QLatin1Char(';')) : QString(), "row");
        QTEST(told.join(QLatin1Char('|')), "told");
    }

    void theFirstColumnSaysSomethingToo()
    {
        RecognisedFile file = fileOf("Preis=unit_price;SKU=product_id");
        PeopleRows rows(file, offers().columns, offers().columns);
        std::vector<CsvCell> row(rows.present().size());
        QVERIFY(rows.take(1, cellsOf(QStringLiteral("5;A")), row, [](const PeopleRows::Told&) {}));
        QCOMPARE(textOf(row.front()), QStringLiteral("A"));
        QVERIFY(!rows.take(2, cellsOf(QStringLiteral(";A")), row, [](const PeopleRows::Told&) {}));
    }

    void whatMustNotBeEmptyIsNamedByWhatItIs()
    {
        RecognisedFile file = fileOf("SKU=product_id;Tag=day;Menge=qty");
        const std::vector<CsvColumn>& demand = csvTables()[2].columns;
        PeopleRows rows(file, demand, demand);
        std::vector<CsvCell> row(rows.present().size());
        QStringList told;
        QVERIFY(!rows.take(1, cellsOf(QStringLiteral("A;soon;dear")), row,
                           [&told](const PeopleRows::Told& what) { told += what.problem; }));
        QCOMPARE(told.join(QLatin1Char('|')),
                 QStringLiteral("\"soon\" is not a date|\"dear\" is not a number"));
    }

    void onlyMappedColumnsThatThereAreCount()
    {
        RecognisedFile file = fileOf("Preis=unit_price;SKU=product_id;Mail=email;Farbe=");
        file.mapping.values.insert(QStringLiteral("priority"), QStringLiteral("2"));
        std::vector<CsvColumn> available = offers().columns;
        available.pop_back(); // A table of another system, without addresses.
        const PeopleRows rows(file, offers().columns, available);
        QStringList present;
        for (const CsvColumn& column : rows.present())
            present += QString::fromLatin1(column.name);
        QCOMPARE(present.join(QLatin1Char(' ')), QStringLiteral("product_id unit_price priority"));
        QCOMPARE(rows.lost(), QStringList(QStringLiteral("email")));
    }

    void whatWasNoRowIsSummedUp()
    {
        const RecognisedFile file = fileOf("SKU=product_id;Text=;Preis=unit_price");
        PeopleRows rows(file, offers().columns, offers().columns);
        rows.setHeader(cellsOf(QStringLiteral("SKU;Text;Preis")));
        std::vector<CsvCell> row(rows.present().size());
        int line = 0;
        for (const char* text : {"A;Nut;1", ";;", "All prices without tax;;", ";;", "A;Nut;", ";; "})
            (void)rows.take(++line, cellsOf(QLatin1String(text)), row, [](const PeopleRows::Told&) {});
        QCOMPARE(rows.leftOut(),
                 QStringList({QStringLiteral("an empty row 3 times, first in line 2"),
                              QStringLiteral("a note in line 3")}));
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::PeopleRowsTest)
#include "people_rows_test.moc"
