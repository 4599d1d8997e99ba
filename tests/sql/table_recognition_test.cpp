#include "core/sql/import/recognition/recognise.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace purchasing::sql {
namespace {

QString orDash(const QString& word)
{
    return word.isEmpty() ? QStringLiteral("-") : word;
}

/// "semicolon UTF-8 comma dmy 1": how the cells are told apart and read, and where the header is.
QString formOf(const FileForm& form)
{
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(orDash(wordOfSeparator(form.separator)), form.encoding, orDash(wordOfDecimal(form.decimal)),
             orDash(wordOfDayOrder(form.days)))
        .arg(form.headerLine);
}

QString columnsOf(const FileMapping& mapping)
{
    QStringList columns;
    for (const MappedColumn& column : mapping.columns)
        columns += column.field.isEmpty() ? column.header : column.header + QLatin1Char('=') + column.field;
    return columns.join(QLatin1Char(';'));
}

QString asksOf(const RecognisedFile& file)
{
    static const char* const about[] = {"sheet", "encoding", "separator", "decimal",
                                        "dates", "column",   "field"};
    QStringList asks;
    for (const ImportQuestion& question : file.questions)
        asks += QLatin1String(about[static_cast<int>(question.about)])
            + (question.subject.isEmpty() ? QString() : QLatin1Char('=') + question.subject)
            + QLatin1Char('?') + question.candidates.join(QLatin1Char('|'));
    return asks.join(QLatin1String("  "));
}

} // namespace

/// What a file of somebody's is taken for, from its beginning alone.
class TableRecognitionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAndHeadersAreFound_data();
    void cellsAndHeadersAreFound();
    void formsOfValuesAreFound_data();
    void formsOfValuesAreFound();
    void currenciesOfHeadersAreSaid();
    void whatIsMissingIsAsked_data();
    void whatIsMissingIsAsked();
    void whatIsNoTableIsRefused_data();
    void whatIsNoTableIsRefused();
    void somebodySaysWhatItIs();
    void keptMappingsAreUsedWhereTheyFit();
    void ourOwnTablesNeedNoMapping();
    void aMistakeFurtherDownIsNoted();
    void theEncodingIsAskedWhereItCannotBeTold();
    void theSeparatorIsAskedWhereItCannotBeTold();
    void theFirstRowsAreShown();
    void whatIsNoRowIsShownAsItStands();
    void aFolderIsItsTables();

private:
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }
    RecognisedFile recognise(const QByteArray& bytes, const FileMapping& said = {},
                             const std::vector<FileMapping>& given = {}) const
    {
        return recogniseFile(write(QStringLiteral("t.csv"), bytes), given, said);
    }

    QTemporaryDir m_folder;
};

void TableRecognitionTest::cellsAndHeadersAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("columns");
    const auto row = [](const char* tag, const QByteArray& bytes, const char* form, const char* columns) {
        QTest::newRow(tag) << bytes << QString::fromLatin1(form) << QString::fromLatin1(columns);
    };
    const char* both = "SKU=product_id;Bezeichnung=name";
    row("semicolons", "SKU;Bezeichnung\na;b\n", "semicolon UTF-8 - - 1", both);
    row("tabs", "SKU\tBezeichnung\na\tb\n", "tab UTF-8 - - 1", both);
    row("bars", "SKU|Bezeichnung\na|b\n", "pipe UTF-8 - - 1", both);
    row("commas", "SKU,Bezeichnung\na,b\n", "comma UTF-8 - - 1", both);
    row("the file says it", "sep=|\nSKU|Bezeichnung;x,y\na|b;c,d\n", "pipe UTF-8 - - 2",
        "SKU=product_id;Bezeichnung;x,y");
    row("names decide between two", "SKU;Bezeichnung\na,b;c\nd,e;f\n", "semicolon UTF-8 - - 1", both);
    row("half of the lines have it", "x;y z\n1;2\n3\n4\n", "semicolon UTF-8 - - 1", "x;y z");
    row("few lines have it but the names", "SKU;Bezeichnung\na\nb\nc\nd\n", "semicolon UTF-8 - - 1", both);
    row("a quote where it should not be", "a,\"b\" c;x y\n1,\"2\" 3;4\n", "semicolon UTF-8 - - 1",
        "a,\"b\" c;x y");
    row("a title above", "Stock of March\n\nSKU;Bezeichnung\na;b\n", "semicolon UTF-8 - - 3", both);
    row("the line with the most names", "Name;Wert\nSKU;Bezeichnung;Preis\na;b;1.5\n",
        "semicolon UTF-8 point - 2", "SKU=product_id;Bezeichnung=name;Preis=unit_price");
    row("the first of two", "SKU;Bezeichnung\nPreis;Name\n", "semicolon UTF-8 - - 1", both);
    row("one name above words", "SKU;x\na;b\n", "semicolon UTF-8 - - 1", "SKU=product_id;x");
    row("one name in a line with numbers is none", "Name;4\na;b\n", "semicolon UTF-8 - - 0",
        "Column 1;Column 2");
    row("a name alone in its line is a title", "Name;\nx;y z\nu;1\n", "semicolon UTF-8 - - 2", "x;y z");
    row("no name: words above numbers", "x;y z\nu;1\n", "semicolon UTF-8 - - 1", "x;y z");
    row("the last words above numbers", "u v;w\nx;y z\nu;1\n", "semicolon UTF-8 - - 2", "x;y z");
    row("no name: words above a shorter line", "x;y z\n1\nu;v\n", "semicolon UTF-8 - - 0",
        "Column 1;Column 2");
    row("no name: a gap among the words", "x;;y\nu;1;2\n", "semicolon UTF-8 - - 0",
        "Column 1;Column 2;Column 3");
    row("numbers alone", "1;2\n3;4\n", "semicolon UTF-8 - - 0", "Column 1;Column 2");
    row("two of one name", "SKU;x;x;x\na;b;c;d\n", "semicolon UTF-8 - - 1", "SKU=product_id;x;x (2);x (3)");
    row("one without a name", "SKU;;Bezeichnung\na;b;c\n", "semicolon UTF-8 - - 1",
        "SKU=product_id;Column 2;Bezeichnung=name");
    row("nothing behind the last", "SKU;Bezeichnung;;\na;b\n", "semicolon UTF-8 - - 1", both);
    const QByteArray title("note\n");
    row("nothing behind the last of a row", "SKU;Bezeichnung\na;b;; \n", "semicolon UTF-8 - - 1", both);
    row("far down", title.repeated(39) + "SKU;Bezeichnung\na;b\n", "semicolon UTF-8 - - 40", both);
    row("too far down", title.repeated(40) + "SKU;Bezeichnung\n" + QByteArray("a;b\n").repeated(60),
        "semicolon UTF-8 - - 0", "Column 1;Column 2");
    row("UTF-16", QByteArray("\xFF\xFE", 2) + QByteArray("S\0K\0U\0;\0N\0a\0m\0e\0\n\0a\0;\0b\0\n\0", 24),
        "semicolon UTF-16LE - - 1", "SKU=product_id;Name=name");
    row("western", "SKU;Bezeichnung\na;Gr\xFC\xDF\n", "semicolon windows-1252 - - 1", both);
}

void TableRecognitionTest::cellsAndHeadersAreFound()
{
    QFETCH(const QByteArray, bytes);
    const RecognisedFile file = recognise(bytes);
    QCOMPARE(file.problem, QString());
    QTEST(formOf(file.mapping.form), "form");
    QTEST(columnsOf(file.mapping), "columns");
    for (const ImportQuestion& question : file.questions)
        QVERIFY(question.about != ImportQuestion::About::Separator);
}

void TableRecognitionTest::formsOfValuesAreFound_data()
{
    QTest::addColumn<QByteArray>("rows"); // Of an id, a price and a day.
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("asks");
    QTest::addColumn<QString>("says");
    const auto row = [](const QByteArray& rows, const char* form, const char* asks = "",
                        const char* says = "") {
        QTest::newRow(rows.constData())
            << rows << QString::fromLatin1(form) << QString::fromUtf8(asks) << QString::fromUtf8(says);
    };
    row("a;1.5;|", "point -");
    row("a;1,5;|", "comma -");
    row("a;15;|b;;", "- -");
    row("a;1.5;|b;2,5;", "- -", "decimal?point|comma",
        "(\"1.5\" in line 2), others a comma (\"2,5\" in line 3)");
    row("a;1.234;|b;5;", "- -", "decimal?point|comma", "\"1.234\" in line 2 may be thousands or fractions");
    row("a;1.234;|b;0,5;", "comma -");
    row("a;1.234;|b;0.5;", "point -");
    row("a;1.111;|b;1.222;|c;1.333;|d;1.444;", "- -", "decimal?point|comma",
        "\"1.111\" in line 2, \"1.222\" in line 3, \"1.333\" in line 4 may be");
    row("a;1.5 EUR;|b;2 EUR;", "point -", "", "\"Preis\" is in EUR; amounts are taken as they stand.");
    row("a;1.5 EUR;|b;2 USD;", "point -", "column=Preis?", "several currencies (EUR, USD)");
    row("a;1.5|b", "point -");
    row("a;1.5;2026-03-09", "point -");
    row("a;5;9.3.2026", "- -");
    row("a;5;13/3/2026", "- dmy");
    row("a;5;3/13/2026|b;5;3/3/2026", "- mdy");
    row("a;5;3/4/2026", "- -", "dates?dmy|mdy", "\"3/4/2026\" in line 2 may be different days");
    row("a;5;3/3/2026", "- -"); // The same day either way.
    row("a;5;13/3/2026|b;5;3/13/2026", "- -", "dates?dmy|mdy|ymd",
        "fits all dates (\"13/3/2026\" in line 2, \"3/13/2026\" in line 3)");
    row("a;5;01-02-03", "- -", "dates?dmy|mdy|ymd", "\"01-02-03\" in line 2 may be different days");
    row("a;5;31-12-30|b;5;30-12-31", "- -", "dates?dmy|ymd");
    row("a;5;31-12-32", "- dmy");
    row("a;5;32-12-31", "- ymd");
    row("a;5;soon", "- -");
}

void TableRecognitionTest::formsOfValuesAreFound()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QString, says);
    const RecognisedFile file =
        recognise("SKU;Preis;Tag\n" + QByteArray(rows).replace('|', '\n').trimmed() + '\n');
    QCOMPARE(file.problem, QString());
    QTEST(orDash(wordOfDecimal(file.mapping.form.decimal)) + QLatin1Char(' ')
              + orDash(wordOfDayOrder(file.mapping.form.days)),
          "form");
    RecognisedFile ofValues = file;
    std::erase_if(ofValues.questions, [](const ImportQuestion& question) {
        return question.about == ImportQuestion::About::Field;
    });
    QTEST(asksOf(ofValues), "asks");
    QStringList sentences = file.notes;
    for (const ImportQuestion& question : file.questions)
        sentences += question.text;
    QVERIFY2(sentences.join(QLatin1Char('\n')).contains(says), qPrintable(sentences.join(QLatin1Char('\n'))));
}

/// A header that names a currency says it of every cell.
void TableRecognitionTest::currenciesOfHeadersAreSaid()
{
    for (const char* header : {"Preis EUR", "Price (EUR)", "Preis in EUR", "EUR price"}) {
        FileMapping said;
        said.setColumn(QLatin1String(header), QStringLiteral("unit_price"));
        const RecognisedFile file = recognise(QByteArray("SKU;") + header + "\na;1.5\n", said);
        QVERIFY2(file.notes.contains(QStringLiteral("\"%1\" is in EUR; amounts are taken as they stand.")
                                         .arg(QLatin1String(header))),
                 qPrintable(file.notes.join(QLatin1Char('\n'))));
    }
    QVERIFY(!recognise("SKU;Preis EUR\na;1.5 USD\n").questions.empty());
}

void TableRecognitionTest::whatIsMissingIsAsked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("values");
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("asks");
    QTest::addColumn<QString>("notes"); // All of them.
    const auto row = [](const char* tag, const QByteArray& bytes, const char* values, const char* tables,
                        const char* asks, const char* notes = "") {
        QTest::newRow(tag) << bytes << QString::fromLatin1(values) << QString::fromLatin1(tables)
                           << QString::fromLatin1(asks) << QString::fromLatin1(notes);
    };
    row("all that products need", "SKU;Bezeichnung\na;b\n", "", "products", "");
    row("what is not taken", "SKU;Bezeichnung;Farbe\na;b;red\n", "", "products", "", "Not taken: Farbe.");
    row("no ids", "Bezeichnung;Farbe\nNut M6;red\n", "", "products", "field=product_id?Farbe",
        "Not taken: Farbe.");
    row("no warehouse", "SKU;Bestand;Reserviert\na;5;1\n", "", "inventory_levels", "field=warehouse_id?", "");
    row("a warehouse for all", "SKU;Bestand;Reserviert\na;5;1\n", "warehouse_id=W", "inventory_levels", "");
    row("what new rows lack", "SKU;Lager;Bestand\na;W;5\n", "", "inventory_levels", "",
        "Not in the file, so that new rows of Inventory will not have it: Reserved stock.");
    row("an id alone", "SKU;Farbe\na;red\n", "", "", "column?", "");
    row("nothing known", "Farbe;Form\nred;round\n", "", "", "field=product_id?Column 1|Column 2  column?",
        "No header was found: the columns are counted.");
    row("a unit without a factor", "SKU;Bezeichnung;From UOM\na;Nut;CASE\n", "", "products", "",
        "\"From unit\" fills nothing without other columns.");
    row("a column that may be several", "SKU;Bezeichnung;Menge\na;Nut;5\n", "", "products",
        "column=Menge?current_qty|moq|order_multiple|", "Not taken: Menge.");
    row("competing columns", "SKU;EK;Cost\na;1;2\n", "", "supplier_info",
        "field=unit_price?EK|Cost  field=supplier_id?EK|Cost", "*");
    row("a value instead of competing columns", "SKU;Kreditor;EK;Cost\na;S;1;2\n", "unit_price=5",
        "supplier_info", "", "*");
}

void TableRecognitionTest::whatIsMissingIsAsked()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, values);
    QFETCH(const QString, notes);
    FileMapping said;
    if (!values.isEmpty())
        said.values.insert(values.section(QLatin1Char('='), 0, 0), values.section(QLatin1Char('='), 1));
    const RecognisedFile file = recognise(bytes, said);
    QCOMPARE(file.problem, QString());
    QTEST(file.tables.join(QLatin1Char(',')), "tables");
    QTEST(asksOf(file), "asks");
    if (notes != QLatin1String("*"))
        QCOMPARE(file.notes.join(QLatin1Char(' ')), notes);
}

void TableRecognitionTest::whatIsNoTableIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* tag, const QByteArray& bytes, const char* problem) {
        QTest::newRow(tag) << bytes << QString::fromLatin1(problem);
    };
    row("nothing", "", "the file is empty");
    row("an old workbook", "\xD0\xCF\x11\xE0 and more", "an old workbook");
    row("a PDF", "%PDF-1.4", "a PDF");
    row("a web page", "\n <!DOCTYPE html><p>", "a web page");
    row("HTML", "<html><table>", "a web page");
    row("XML", "<?xml version=\"1.0\"?>", "a web page");
    row("a table of a web page", "<TABLE><tr>", "a web page");
    row("blank lines", "\n\n\r\n", "the file has no row, not even a header");
    row("a mark of the encoding alone", "\xef\xbb\xbf", "the file has no row, not even a header");
    row("no columns", "SKU\na\nb\n", "no table was found");
    row("columns in fewer than half of the lines", "x;y\n1;2\n3\n4\n5\n", "no table was found");
    row("names too far down", QByteArray("note\n").repeated(40) + "SKU;Bezeichnung\na;b\n",
        "no table was found");
    row("our own list of orders", "Order;State;Created;Sent;Supplier\nPO-1;Sent;x;y;z\n", "a list of orders");
    row("a row wider than the header", "SKU;Bezeichnung\na;b\nc;d;e\nf;g;h;i\n",
        "line 3 has 3 cells where the header has 2");
    row("commas within numbers", "SKU,Preis\na,1,5\nb,2,5\n",
        "commas within numbers or names cannot be told");
}

void TableRecognitionTest::whatIsNoTableIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, problem);
    const RecognisedFile file = recognise(bytes);
    QVERIFY2(file.problem.contains(problem), qPrintable(file.problem));
    QVERIFY(!file.canBeTaken());
}

void TableRecognitionTest::somebodySaysWhatItIs()
{
    const QByteArray bytes("Stock;of;March\nSKU;Text;Preis\na;Bolt;1.234\n");
    const auto said = [&](const std::function<void(FileMapping&)>& say) {
        FileMapping mapping;
        say(mapping);
        const RecognisedFile file = recognise(bytes, mapping);
        return file.problem.isEmpty() ? formOf(file.mapping.form) + QLatin1Char(' ') + columnsOf(file.mapping)
                                      : file.problem;
    };
    const auto line = [&](int number) {
        return said([number](FileMapping& mapping) { mapping.form.headerLine = number; });
    };
    const QString rest = QStringLiteral("SKU=product_id;Text=name;Preis=unit_price");
    QCOMPARE(line(FileForm::kFindHeader), QStringLiteral("semicolon UTF-8 - - 2 ") + rest);
    QCOMPARE(line(2), QStringLiteral("semicolon UTF-8 - - 2 ") + rest);
    QCOMPARE(line(1), QStringLiteral("semicolon UTF-8 - - 1 Stock=current_qty;of;March"));
    QCOMPARE(line(0), QStringLiteral("semicolon UTF-8 - - 0 Column 1;Column 2;Column 3"));
    QCOMPARE(line(4), QStringLiteral("there is no line 4"));
    const auto form = [&](const std::function<void(FileForm&)>& say) {
        return said([&say](FileMapping& mapping) { say(mapping.form); });
    };
    QCOMPARE(form([](FileForm& f) { f.decimal = QLatin1Char(','); }),
             QStringLiteral("semicolon UTF-8 comma - 2 ") + rest);
    QCOMPARE(form([](FileForm& f) { f.days = DayOrder::MonthDayYear; }),
             QStringLiteral("semicolon UTF-8 - mdy 2 ") + rest);
    QCOMPARE(form([](FileForm& f) { f.encoding = QStringLiteral("IBM850"); }),
             QStringLiteral("semicolon IBM850 - - 2 ") + rest);
    QCOMPARE(form([](FileForm& f) { f.encoding = QStringLiteral("none"); }),
             QStringLiteral("the encoding none is not known"));
    FileMapping ordered;
    ordered.form.days = DayOrder::MonthDayYear;
    ordered.form.decimal = QLatin1Char(',');
    const RecognisedFile days = recognise("SKU;Tag;Absatz\na;3/4/2026;1.234\n", ordered);
    QVERIFY2(days.canBeTaken(), qPrintable(asksOf(days)));
    QCOMPARE(formOf(days.mapping.form), QStringLiteral("semicolon UTF-8 comma mdy 1"));
    FileMapping separated;
    separated.form.separator = QLatin1Char(';');
    QCOMPARE(recognise("\"SKU;Text\n", separated).problem, QStringLiteral("line 1: a quote is not closed"));
    QCOMPARE(form([](FileForm& f) { f.separator = QLatin1Char(','); }).section(QLatin1Char(' '), 0, 0),
             QStringLiteral("comma"));
    const auto column = [&](const char* header, const char* field) {
        return said(
            [=](FileMapping& mapping) { mapping.setColumn(QLatin1String(header), QLatin1String(field)); });
    };
    QCOMPARE(column("Text", "category"),
             QStringLiteral("semicolon UTF-8 - - 2 SKU=product_id;Text=category;Preis=unit_price"));
    QCOMPARE(column("Text", ""),
             QStringLiteral("semicolon UTF-8 - - 2 SKU=product_id;Text;Preis=unit_price"));
    QCOMPARE(column("Text", "colour"),
             QStringLiteral("the mapping names the field \"colour\", which there is not"));
    const auto twice = said([](FileMapping& mapping) {
        mapping.setColumn(QStringLiteral("SKU"), QStringLiteral("name"));
        mapping.setColumn(QStringLiteral("Text"), QStringLiteral("name"));
    });
    QCOMPARE(twice, QStringLiteral("the field \"name\" is filled twice"));
}

/// Mappings that are kept say of the next file what was said of the first.
void TableRecognitionTest::keptMappingsAreUsedWhereTheyFit()
{
    FileMapping other;
    other.onlyThese = true;
    other.form.separator = QLatin1Char('|');
    other.setColumn(QStringLiteral("Nr"), QStringLiteral("product_id"));
    FileMapping kept;
    kept.onlyThese = true;
    kept.form.separator = QLatin1Char(',');
    kept.form.encoding = QStringLiteral("IBM850");
    kept.form.decimal = QLatin1Char('.');
    kept.form.days = DayOrder::DayMonthYear;
    kept.values.insert(QStringLiteral("supplier_id"), QStringLiteral("S"));
    kept.setColumn(QStringLiteral("SKU"), QStringLiteral("product_id"));
    kept.setColumn(QStringLiteral("x;y"), QString()); // Not taken, so that it need not be there.
    kept.setColumn(QStringLiteral("Wert"), QStringLiteral("unit_price"));
    const QByteArray bytes("SKU,Name;Text,Wert\na,Schl\x81ssel;b,1.234\n");
    const RecognisedFile file = recognise(bytes, {}, {other, kept});
    QCOMPARE(file.problem, QString());
    QCOMPARE(formOf(file.mapping.form), QStringLiteral("comma IBM850 point dmy 1"));
    QCOMPARE(columnsOf(file.mapping), QStringLiteral("SKU=product_id;Name;Text;Wert=unit_price"));
    QCOMPARE(file.mapping.values.value(QStringLiteral("supplier_id")), QStringLiteral("S"));
    QVERIFY(file.canBeTaken());

    FileMapping corrected;
    corrected.form.decimal = QLatin1Char(',');
    corrected.form.days = DayOrder::MonthDayYear;
    corrected.values.insert(QStringLiteral("supplier_id"), QStringLiteral("T"));
    const RecognisedFile again = recognise(bytes, corrected, {kept});
    QCOMPARE(formOf(again.mapping.form), QStringLiteral("comma IBM850 comma mdy 1"));
    QCOMPARE(again.mapping.values.value(QStringLiteral("supplier_id")), QStringLiteral("T"));

    QVERIFY2(recognise("Nr;Text\na;b\n", {}, {kept})
                 .problem.contains(QStringLiteral("no entry of the mapping fits")),
             "another file");
    FileMapping named;
    named.onlyThese = true;
    named.setColumn(QStringLiteral("x1"), QStringLiteral("product_id"));
    named.setColumn(QStringLiteral("x2"), QStringLiteral("name"));
    QCOMPARE(recognise("SKU;Text\nx1;x2\na;b\n", {}, {named}).mapping.form.headerLine, 2);
    FileMapping counted = kept;
    counted.form.separator = QLatin1Char(';');
    counted.form.headerLine = FileForm::kNoHeader;
    QCOMPARE(recognise("1;2\n", {}, {counted}).mapping.form.headerLine, FileForm::kNoHeader);
    counted.form.separator = QChar(); // Left to be found.
    QCOMPARE(recognise("1|2\n3|4\n", {}, {counted}).mapping.form.separator, QChar(QLatin1Char('|')));
}

void TableRecognitionTest::ourOwnTablesNeedNoMapping()
{
    const QByteArray bytes("name,product_id\nb,a\n");
    const RecognisedFile file = recognise(bytes);
    QCOMPARE(file.ownTable, QStringLiteral("products.csv"));
    QCOMPARE(file.tables, QStringList(QStringLiteral("products")));
    QCOMPARE(formOf(file.mapping.form), QStringLiteral("comma UTF-8 point ymd 1"));
    QVERIFY(file.canBeTaken());
    FileMapping said;
    said.setColumn(QStringLiteral("name"), QStringLiteral("category"));
    const RecognisedFile corrected = recognise(bytes, said);
    QCOMPARE(corrected.ownTable, QString());
    QCOMPARE(columnsOf(corrected.mapping), QStringLiteral("name=category;product_id=product_id"));
    for (const char* other : {"product_id\na\n", "product_id,name,colour\na,b,c\n",
                              "product_id,name,name\na,b,c\n", "product_id;name\na;b\n"})
        QCOMPARE(recognise(other).ownTable, QString());
    QCOMPARE(recognise(" PRODUCT_ID , Name\na,b\n").ownTable, QStringLiteral("products.csv"));
}

/// The import names the line; until then the file is what its beginning says.
void TableRecognitionTest::aMistakeFurtherDownIsNoted()
{
    const RecognisedFile file = recognise("SKU;Text\na;b\n\"c;d\n");
    QCOMPARE(file.problem, QString());
    QCOMPARE(columnsOf(file.mapping), QStringLiteral("SKU=product_id;Text=name"));
    QCOMPARE(file.notes, QStringList(QStringLiteral("line 3: a quote is not closed")));
}

void TableRecognitionTest::theEncodingIsAskedWhereItCannotBeTold()
{
    const RecognisedFile file = recognise("SKU;Text\na;Schl\x81ssel\n");
    QCOMPARE(file.questions.size(), std::size_t{1});
    QCOMPARE(file.questions.front().about, ImportQuestion::About::Encoding);
    QCOMPARE(file.questions.front().candidates, codePages());
    QCOMPARE(file.mapping.form.encoding, codePages().front()); // For the preview.
    QVERIFY(!file.canBeTaken());
}

void TableRecognitionTest::theSeparatorIsAskedWhereItCannotBeTold()
{
    const auto separators = [this](const QByteArray& bytes) {
        for (const ImportQuestion& question : recognise(bytes).questions) {
            if (question.about == ImportQuestion::About::Separator)
                return question.candidates.join(QLatin1Char(' '));
        }
        return QString();
    };
    QCOMPARE(separators("a,b;c\nd,e;f\n"), QStringLiteral("comma semicolon"));
    QCOMPARE(separators("a;b|c,d\ne;f|g,h\n"), QStringLiteral("comma semicolon pipe"));
    const QByteArray both("a,b;c\n");
    const QByteArray one("a;c\n");
    QCOMPARE(separators(both.repeated(9) + one),
             QStringLiteral("semicolon comma")); // Nine of ten have commas.
    QCOMPARE(separators(both.repeated(4) + one), QString()); // Four of five.
    QCOMPARE(separators("SKU;x,y\na;b,c\nd;e,f\n"), QString()); // A name is known.
}

void TableRecognitionTest::theFirstRowsAreShown()
{
    QByteArray bytes("SKU;Bezeichnung;Preis;Farbe\na;Bolt;1,5;red\nb;Nut;dear\nTotal;;3\n");
    for (int i = 0; i < 40; ++i)
        bytes += "P" + QByteArray::number(i) + ";x;2,5;\n";
    const RecognisedFile file = recognise(bytes);
    QCOMPARE(file.preview.size(), std::size_t{30});
    const auto cell = [&file](int row, std::size_t column) {
        return file.preview[static_cast<std::size_t>(row)].cells.at(column);
    };
    QCOMPARE(file.preview.front().line, 2);
    QCOMPARE(cell(0, 2).text, QStringLiteral("1.5"));
    QCOMPARE(cell(0, 3).text, QStringLiteral("red"));
    QCOMPARE(cell(1, 2).text, QStringLiteral("dear"));
    QVERIFY(!cell(1, 2).problem.isEmpty());
    QVERIFY(cell(1, 1).problem.isEmpty());
    QCOMPARE(cell(1, 3).text, QString()); // The line ends before it.
    QVERIFY(file.preview[1].leftOut.isEmpty());
    QCOMPARE(file.preview[2].leftOut, QStringLiteral("a sum"));
    QCOMPARE(cell(2, 2).text, QStringLiteral("3"));
}

void TableRecognitionTest::whatIsNoRowIsShownAsItStands()
{
    const RecognisedFile file = recognise("Farbe;Bezeichnung;SKU;Tag;Absatz\nred;Oil;Total;9.3.2026;5\n"
                                          ";;Total;;5\nred;Bolt;;soon;dear\n");
    QStringList shown;
    for (const PreviewRow& row : file.preview) {
        QStringList cells;
        for (const PreviewCell& cell : row.cells)
            cells += cell.problem.isEmpty() ? cell.text : cell.text + QLatin1String("! ") + cell.problem;
        shown += (cells << row.leftOut).join(QLatin1Char('|'));
    }
    QCOMPARE(shown.value(0), QStringLiteral("red|Oil|Total|2026-03-09|5|"));
    QCOMPARE(shown.value(1), QStringLiteral("||Total||5|a sum"));
    QCOMPARE(
        shown.value(2),
        QStringLiteral(
            "red|Bolt|! must not be empty|soon! \"soon\" is not a date|dear! \"dear\" is not a number|"));
}

void TableRecognitionTest::aFolderIsItsTables()
{
    QTemporaryDir folder;
    const auto put = [&folder](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    put("a.csv", "SKU;Bezeichnung\na;b\n");
    put("b.csv", "Dear colleague\n");
    put("c.txt", "Dear colleague\n");
    put("d.txt", "SKU;Bezeichnung\na;b\n");
    put("e.tsv", "Farbe\tForm\nred\tround\n");
    put("f.txt", "Farbe;Form\nred;round\n");
    put("g.doc", "SKU;Bezeichnung\na;b\n");
    const std::vector<RecognisedFile> files = recogniseAll(folder.path(), {}, {});
    QStringList names;
    for (const RecognisedFile& file : files)
        names += QFileInfo(file.path).fileName() + (file.problem.isEmpty() ? QString() : QStringLiteral("!"));
    QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("a.csv b.csv! d.txt e.tsv!"));
    const QString notes = files.front().notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("c.txt is left out: no table was found")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("f.txt is left out: none of its columns is known")),
             qPrintable(notes));
    QCOMPARE(recogniseAll(folder.filePath(QStringLiteral("c.txt")), {}, {}).size(), std::size_t{1});
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::TableRecognitionTest)
#include "table_recognition_test.moc"
