#include "core/sql/import/recognition/column_match.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/own_form.h"
#include "core/sql/import/recognition/row_kind.h"

#include <QTest>

namespace purchasing::sql {
namespace {

std::vector<std::string> cellsOf(const QString& line)
{
    std::vector<std::string> cells;
    for (const QString& cell : line.split(QLatin1Char(';')))
        cells.push_back(cell.toStdString());
    return cells;
}

} // namespace

/// What the columns and lines of people's tables are: by name, and by what they hold.
class ColumnMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsByNameAndContent_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("rows"); // With | between them.
        QTest::addColumn<QString>("fields"); // Of each column; empty where it is left out.
        QTest::addColumn<QString>("asked");
        const auto row = [](const char* name, const char* headers, const char* rows, const char* fields,
                            const char* asked = "") {
            QTest::newRow(name) << QString::fromUtf8(headers) << QString::fromUtf8(rows)
                                << QString::fromLatin1(fields) << QString::fromUtf8(asked);
        };
        row("a sure name needs no content", "SKU;Lead time", "a;", "product_id;lead_time_days");
        row("an empty column is what its name says", "SKU;Lieferant;Preis", "a;S1;|b;S2;",
            "product_id;supplier_id;unit_price");
        row("words are no price", "SKU;Preis", "a;on request|b;please call", "product_id;");
        row("half of it numbers is not most of it", "SKU;Preis", "a;5|b;call", "product_id;");
        row("two thirds are most of it", "SKU;Preis", "a;5|b;6|c;call", "product_id;unit_price");
        row("an unclear number is a number", "SKU;Preis", "a;1.234", "product_id;unit_price");
        row("percents are no price, even of a sure name", "SKU;EK", "a;5 %|b;6 %", "product_id;");
        row("half percents, half numbers", "SKU;EK", "a;5 %|b;6", "product_id;unit_price");
        row("a vague name with words is the name", "SKU;Artikel", "a;Steel bolt|b;Brass nut",
            "product_id;name");
        row("a vague name with ids is the id", "Artikel;Text", "a-1;Steel bolt|b-2;Nut", "product_id;name");
        row("a quarter of words is still ids", "Artikel;Preis", "a b;1|c;2|d;3|e;4", "product_id;unit_price");
        row("more than a quarter is words", "Artikel;Preis", "a b;1|c;2|d;3", "name;unit_price");
        row("addresses beside a supplier", "SKU;Kreditor;Contact", "a;S1;x@example.com|b;S1;y@example.com",
            "product_id;supplier_id;email");
        row("addresses without a supplier are a customer's", "SKU;Contact", "a;x@example.com", "product_id;");
        row("a name that begins with @ is no address", "SKU;Kreditor;Contact", "a;S1;@shop",
            "product_id;supplier_id;");
        row("half of them addresses is not most", "SKU;Kreditor;Contact", "a;S1;x@example.com|b;S1;Ann",
            "product_id;supplier_id;");
        row("the supplier may come first", "Kreditor;SKU;Contact", "S1;a;x@example.com",
            "supplier_id;product_id;email");
        row("an address that is named already, first", "E-Mail;SKU;Kreditor;Contact",
            "x@example.com;a;S1;y@example.com", "email;product_id;supplier_id;");
        row("a less sure name with words", "SKU;VPE", "a;big box|b;small box", "product_id;");
        row("a less sure name with numbers", "SKU;VPE", "a;5|b;6", "product_id;order_multiple");
        row("what is not among the first rows", "SKU;Preis",
            (QByteArray("a;5|").repeated(250) + QByteArray("a;call|").repeated(250) + "a;5|a;5").constData(),
            "product_id;");
        row("an address that is named already", "SKU;Kreditor;E-Mail;Contact",
            "a;S1;x@example.com;y@example.com", "product_id;supplier_id;email;");
        row("two of one name", "SKU;EK;Cost", "a;1;2", "product_id;;", "unit_price?EK|Cost");
        row("the better name wins", "SKU;Artikel;Preis;EK", "a;Big bolt;9;5", "product_id;name;;unit_price");
        row("quantity of a warehouse", "SKU;Lager;Menge", "a;W1;5", "product_id;warehouse_id;current_qty");
        row("quantity alone", "SKU;Menge", "a;5", "product_id;", "Menge?current_qty|moq|order_multiple|");
        row("quantity beside the stock", "SKU;Bestand;Menge", "a;5;6", "product_id;current_qty;");
        row("quantity of a day", "SKU;Datum;Menge", "a;2026-03-01;5", "product_id;day;qty");
        row("quantity of a day's purchases", "SKU;Datum;Menge;EK", "a;2026-03-01;5;1",
            "product_id;day;;unit_price", "Menge?qty|");
        row("quantity first", "Menge;SKU;Bestand", "5;a;6", ";product_id;current_qty");
        row("quantity after the stock", "Bestand;SKU;Menge", "6;a;5", "current_qty;product_id;");
        row("quantity of a day from a supplier", "SKU;Datum;Menge;Kreditor", "a;2026-03-01;5;S1",
            "product_id;day;;supplier_id", "Menge?qty|");
        row("quantity of a day from a supplier by name", "SKU;Datum;Menge;Lieferantenname",
            "a;2026-03-01;5;Acme", "product_id;day;;supplier_name", "Menge?qty|");
        row("our own list of products", "Name;Product;Name;Supplier;Decision;Shortage;Trend",
            "Bolt;a;Bolt;Acme;To order;5;stable", "name;product_id;;;;;trend");
        row("prices of one, priced first", "Preis;SKU;PE", "5;a;1", "unit_price;product_id;");
        row("prices of one", "SKU;Preis;PE", "a;5;1|b;6;", "product_id;unit_price;");
        row("prices of a hundred", "SKU;Preis;PE", "a;5;1|b;6;100", "product_id;unit_price;",
            "Preis?|unit_price");
    }

    void columnsByNameAndContent()
    {
        QFETCH(QString, headers);
        QFETCH(QString, rows);
        std::vector<FileSample::Record> records;
        for (const QString& row : rows.split(QLatin1Char('|')))
            records.push_back({static_cast<int>(records.size()) + 2, cellsOf(row)});
        const QStringList list = headers.split(QLatin1Char(';'));
        ColumnMatch match({list.begin(), list.end()}, records);
        std::vector<ImportQuestion> questions;
        QStringList notes;
        match.find(questions, notes);
        QStringList fields;
        for (const MappedColumn& column : match.columns())
            fields += column.field;
        QStringList asked;
        for (const ImportQuestion& question : questions)
            asked += question.subject + QLatin1Char('?') + question.candidates.join(QLatin1Char('|'));
        QTEST(fields.join(QLatin1Char(';')), "fields");
        QTEST(asked.join(QLatin1Char(' ')), "asked");
    }

    /// What somebody has said stays, whatever it looks like.
    void whatIsSaidStays_data()
    {
        QTest::addColumn<QString>("headers");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("onlyThese");
        QTest::addColumn<QString>("fields");
        const auto row = [](const char* name, const char* headers, const char* cells, const char* said,
                            const char* fields, bool onlyThese = false) {
            QTest::newRow(name) << QString::fromLatin1(headers) << QString::fromLatin1(cells)
                                << QString::fromLatin1(said) << onlyThese << QString::fromLatin1(fields);
        };
        row("not taken", "SKU;EK;Text", "a;5;x", "EK=", "product_id;;name");
        row("something else", "SKU;EK;Text", "a;5;x", "EK=moq", "product_id;moq;name");
        row("by another column", "SKU;EK;Wert", "a;5;6", "Wert=unit_price", "product_id;;unit_price");
        row("nothing else", "SKU;EK;Text", "a;5;x", "SKU=product_id", "product_id;;", true);
        row("a quantity", "SKU;Menge", "a;5", "Menge=qty", "product_id;qty");
        row("prices of a hundred", "SKU;Preis;PE", "a;5;100", "Preis=unit_price", "product_id;unit_price;");
        row("of our own list", "Product;Name;Supplier;Decision;Shortage", "a;x;y;z;5",
            "Supplier=supplier_name;Name=", "product_id;;supplier_name;;");
    }

    void whatIsSaidStays()
    {
        QFETCH(QString, headers);
        QFETCH(QString, row);
        QFETCH(QString, said);
        QFETCH(bool, onlyThese);
        FileMapping mapping;
        for (const QString& column : said.split(QLatin1Char(';')))
            mapping.setColumn(column.section(QLatin1Char('='), 0, 0), column.section(QLatin1Char('='), 1));
        const QStringList list = headers.split(QLatin1Char(';'));
        const std::vector<FileSample::Record> records{{2, cellsOf(row)}};
        ColumnMatch match({list.begin(), list.end()}, records);
        match.take(mapping, onlyThese);
        std::vector<ImportQuestion> questions;
        QStringList notes;
        match.find(questions, notes);
        QStringList fields;
        for (const MappedColumn& column : match.columns())
            fields += column.field;
        QTEST(fields.join(QLatin1Char(';')), "fields");
        QVERIFY(questions.empty());
    }

    void blanksAroundCellsAreNone()
    {
        for (const char* blank : {" ", "\t", "\n", "\r", "\xC2\xA0", " \n\r\t\xC2\xA0 "}) {
            QCOMPARE(trimmedCell(blank + std::string("a b") + blank), std::string_view("a b"));
            QCOMPARE(trimmedCell(blank), std::string_view());
        }
        QCOMPARE(trimmedCell("\xC2\xA1"), std::string_view("\xC2\xA1"));
    }

    void fieldsAreOfferedOnceAndByName()
    {
        QStringList fields;
        for (const ImportField& field : importFields()) {
            QVERIFY2(!fields.contains(field.field), qPrintable(field.field));
            QVERIFY2(field.title != field.field, qPrintable(field.field));
            QVERIFY(columnOfField(field.field));
            fields += field.field;
        }
        QCOMPARE(fields.size(), 23);
        QCOMPARE(fields.front(), QStringLiteral("product_id"));
        QVERIFY(!columnOfField(QStringLiteral("colour")));
        QCOMPARE(titleOfField(QStringLiteral("colour")), QStringLiteral("colour"));
    }

    void cellsInOurOwnForm_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("own");
        const auto row = [](const char* field, const char* cell, const char* own) {
            QTest::addRow("%s %s", field, cell)
                << QString::fromLatin1(field) << QString::fromUtf8(cell) << QString::fromUtf8(own);
        };
        for (const char* text : {"product_id", "name"}) {
            row(text, " A-1 ", "A-1");
            row(text, "'=A", "=A"); // As a program writes it that guards against formulas.
            row(text, "'-5", "-5");
            row(text, "'A=", "'A=");
            row(text, "'", "'");
            row(text, "=\"007\"", "007"); // As a program writes it that guards zeros.
            row(text, "=\"\"", "");
            row(text, "=\"", "=\"");
            row(text, "=A\"", "=A\"");
            row(text, "=\"A", "=\"A");
        }
        for (const char* number : {"moq", "unit_price"}) {
            row(number, "007", "007");
            row(number, "1.234,5", "1234.5");
            row(number, "=\"5\"", "5");
            row(number, "-", "");
        }
        row("day", "20260309", "2026-03-09");
        row("day", "9.3.26", "2026-03-09");
        row("is_active", "Ja", "1");
        row("is_active", "x", "1");
        row("is_active", "nein", "0");
        row("is_active", "perhaps", "perhaps");
        row("is_active", "", "");
    }

    void cellsInOurOwnForm()
    {
        QFETCH(QString, field);
        QFETCH(QString, cell);
        FileForm form;
        form.decimal = QLatin1Char(',');
        std::string store;
        QString problem;
        const std::string typed = cell.toStdString();
        const std::string_view own = inOwnForm(*columnOfField(field), form, typed, store, problem);
        QCOMPARE(problem, QString());
        QTEST(QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size())), "own");
    }

    void whyACellIsNoDay()
    {
        const auto problemOf = [](const char* cell, DayOrder days) {
            FileForm form;
            form.days = days;
            std::string store;
            QString problem;
            (void)inOwnForm(*columnOfField(QStringLiteral("day")), form, cell, store, problem);
            return problem;
        };
        QCOMPARE(problemOf("3/4/26", DayOrder::MonthDayYear), QString());
        QCOMPARE(problemOf("3/4/26", DayOrder::Unknown),
                 QStringLiteral("\"3/4/26\" may be two days: say in which order the file writes them"));
        QCOMPARE(problemOf("3/14/26", DayOrder::Unknown), QString());
        QCOMPARE(problemOf("3/14/26", DayOrder::DayMonthYear), QStringLiteral("\"3/14/26\" is not a date"));
        QCOMPARE(problemOf("30-12-31", DayOrder::MonthDayYear), QStringLiteral("\"30-12-31\" is not a date"));
        QCOMPARE(problemOf("soon", DayOrder::Unknown), QStringLiteral("\"soon\" is not a date"));
    }

    void linesThatAreNoRows_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* line, RowKind kind) {
            QTest::newRow(line) << QString::fromUtf8(line) << static_cast<int>(kind);
        };
        row("a;Bolt;5", RowKind::Row);
        row(" ;\t;\u00A0", RowKind::Empty);
        row("----;====;---", RowKind::Rule);
        row("-;-;-", RowKind::Row); // One dash is "no value".
        row("----;Bolt;5", RowKind::Row);
        row("SKU;Name;Stock", RowKind::Header);
        row("Total;;5", RowKind::Sum);
        row("Gesamtsumme;;5", RowKind::Sum);
        row(";Total:;5", RowKind::Sum);
        row("Total", RowKind::Sum);
        row("Total of all that was counted in March, without the broken..;;", RowKind::Sum); // Of 60 signs.
        row("Total of all that was counted in March, without the broken...;;", RowKind::Note);
        row(";Bolt;5", RowKind::Row); // The id is missing: a mistake, not a sum.
        row("Total;Oil;5", RowKind::Row); // A brand.
        row("Totalizer;;5", RowKind::Row);
        row("All prices without tax;;", RowKind::Note);
        row("a;;5", RowKind::Row);
    }

    void linesThatAreNoRows()
    {
        QFETCH(QString, line);
        QTEST(static_cast<int>(
                  RowSorter(cellsOf(QStringLiteral("SKU;Name;Stock")), 0, 1).kindOf(cellsOf(line))),
              "kind");
    }

    /// In a narrow table one filled cell may be a row.
    void aNoteNeedsAWideTable()
    {
        QCOMPARE(RowSorter(cellsOf(QStringLiteral("SKU;Name")), 0, 1).kindOf(cellsOf(QStringLiteral("a;"))),
                 RowKind::Row);
    }

    void whyACellIsNoNumber_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QChar>("decimal");
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("problem");
        QTest::newRow("fits") << "1.234,5" << QChar(u',') << "1234.5"
                              << "";
        QTest::newRow("guarded") << "=\"12\"" << QChar() << "12"
                                 << "";
        QTest::newRow("unclear") << "1.234" << QChar() << ""
                                 << "may be a thousand or a fraction";
        QTest::newRow("percent") << "5 %" << QChar(u',') << ""
                                 << "is a percentage";
        QTest::newRow("word") << "abc" << QChar() << ""
                              << "\"abc\" is not a number";
        QTest::newRow("word, sign known") << "abc" << QChar(u',') << ""
                                          << "\"abc\" is not a number";
        QTest::newRow("other sign") << "1234.5" << QChar(u',') << ""
                                    << "does not fit the decimal sign of the file, \",\"";
        QTest::newRow("no value") << "n/a" << QChar(u',') << ""
                                  << "";
    }

    void whyACellIsNoNumber()
    {
        QFETCH(QString, cell);
        QFETCH(QChar, decimal);
        QFETCH(QString, problem);
        FileForm form;
        form.decimal = decimal;
        CsvColumn column;
        column.type = CsvType::Decimal;
        std::string store;
        QString said;
        const std::string typed = cell.toStdString();
        const std::string_view own = inOwnForm(column, form, typed, store, said);
        QCOMPARE(said.isEmpty(), problem.isEmpty());
        QVERIFY2(said.contains(problem), qPrintable(said));
        if (problem.isEmpty())
            QTEST(QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size())), "own");
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::ColumnMatchTest)
#include "column_match_test.moc"
