#include "core/sql/import/catalogue_import.h"
#include "core/sql/import/recognition/recognise.h"
#include "core/sql/import/workbook/cell_formats.h"
#include "core/sql/import/workbook/sheet_text.h"
#include "core/sql/import/workbook/workbook.h"
#include "ui/export/table_writer.h"

#include <QBuffer>

#include "tests/sql/temporary_database.h"
#include "tests/support/packed_parts.h"

namespace purchasing::sql {
namespace {

const QByteArray kBook = R"(<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr/><sheets>
<sheet name="Prices" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="2" state="hidden" r:id="rId2"/>
<sheet name="Notes" sheetId="3" r:id="rId3"/></sheets></workbook>)";
const QByteArray kRelations =
    R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/one.xml"/>
<Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/two.xml"/>
<Relationship Id="rId3" Type="x/worksheet" Target="../xl/worksheets/three.xml"/></Relationships>)";
const QByteArray kStyles = R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-407]dd/mm/yyyy"/>
<numFmt numFmtId="165" formatCode="0.00&quot; d&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>)";
const QByteArray kTexts =
    R"(<sst><si><t>product_id</t></si><si><r><t>Preis </t></r><r><t xml:space="preserve">netto</t></r>
<rPh><t>never</t></rPh></si><si><t>Schraube "M4", verzinkt</t></si><si><t>zwei
Zeilen</t></si><si><rPh/><t>tea</t></si></sst>)";

using Parts = QMap<QString, QByteArray>;

Parts partsWith(const QByteArray& sheet)
{
    return {{QStringLiteral("xl/workbook.xml"), kBook},
            {QStringLiteral("xl/_rels/workbook.xml.rels"), kRelations},
            {QStringLiteral("xl/styles.xml"), kStyles},
            {QStringLiteral("xl/sharedStrings.xml"), kTexts},
            {QStringLiteral("xl/worksheets/one.xml"), sheet},
            {QStringLiteral("xl/worksheets/two.xml"), "<worksheet><sheetData/></worksheet>"},
            {QStringLiteral("xl/worksheets/three.xml"), "<worksheet><sheetData/></worksheet>"}};
}

QByteArray sheetOf(const QByteArray& rows)
{
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

} // namespace

/// Workbooks as spreadsheets write them, and as somebody else did.
class WorkbookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreWhatTheyAre_data();
    void cellsAreWhatTheyAre();
    void momentsAreKnownByTheirFormat();
    void numbersAndMoments();
    void theSeenSheetsAreOffered();
    void workbooksAreKeptInManyWays();
    void rowsThatHoldSomethingAreCounted();
    void damagedOnesAreNamed();
    void brokenOnesEndInASentence_data();
    void brokenOnesEndInASentence();
    void severalSheetsAreAsked();
    void ourOwnExportComesIn();

private:
    [[nodiscard]] QString pack(const Parts& parts);
    [[nodiscard]] Result<QByteArray> textOf(const Parts& parts,
                                            const QString& sheet = QStringLiteral("Prices"));

    QTemporaryDir m_folder;
    int m_files = 0;
};

QString WorkbookTest::pack(const Parts& parts)
{
    const QString path = m_folder.filePath(QStringLiteral("book%1.xlsx").arg(++m_files));
    tests::packParts(path, parts);
    return path;
}

Result<QByteArray> WorkbookTest::textOf(const Parts& parts, const QString& sheet)
{
    const auto book = Workbook::open(pack(parts));
    if (!book)
        return book.error();
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    const Result<int> rows = book->write(sheet, text);
    if (!rows)
        return rows.error();
    return text.data();
}

void WorkbookTest::cellsAreWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& rows, const QByteArray& text) {
        QTest::newRow(name) << rows << text;
    };
    row("shared texts", R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)",
        "product_id,Preis netto\n");
    row("quotes and lines", R"(<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>3</v></c></row>)",
        "\"Schraube \"\"M4\"\", verzinkt\",zwei Zeilen\n");
    row("inline text",
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>A</t><rPh><t>never</t></rPh></is></c></row>)", "A\n");
    row("formulas have their value",
        R"(<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>ax</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>)",
        "ax,2\n");
    row("gaps are empty cells", R"(<row r="1"><c r="B1"><v>1</v></c><c r="AA1"><v>2</v></c></row>)",
        ",1" + QByteArray(25, ',') + "2\n");
    row("rows keep their number",
        R"(<row r="3"><c r="A3"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>)", "\n\n1\n\n2\n");
    row("without references", R"(<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)",
        "1,2\n3\n");
    row("numbers as people see them",
        R"(<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1"><v>1E-3</v></c><c r="C1"><v>4006381333931</v></c></row>)",
        "0.1,0.001,4006381333931\n");
    row("dates by format",
        R"(<row r="1"><c r="A1" s="1"><v>46090</v></c><c r="B1" s="2"><v>46090</v></c><c r="C1" s="3"><v>46090.5</v></c></row>)",
        "2026-03-09,46090,2026-03-09 12:00:00\n");
    row("numbers that say so", R"(<row r="1"><c r="A1" t="n" s="1"><v>46090</v></c></row>)", "2026-03-09\n");
    row("formats that there are not",
        R"(<row r="1"><c r="A1" s="-1"><v>46090</v></c><c r="B1" s="4"><v>46090</v></c></row>)",
        "46090,46090\n");
    row("the last text", R"(<row r="1"><c r="A1" t="s"><v>4</v></c></row>)", "tea\n");
    row("what people say aside",
        R"(<row r="1"><c t="inlineStr"><is><rPh><t>never</t></rPh><r><t>A</t></r><r><t>B</t></r></is></c></row>)",
        "AB\n");
    row("blanks around values", R"(<row r="1"> <c r="A1"> <v>1</v> </c> <c r="B1"> <v>2</v> </c> </row>)",
        "1,2\n");
    row("cells that need quotes",
        R"(<row r="1"><c t="str"><v> a</v></c><c t="str"><v>b </v></c><c t="str"><v>c d</v></c><c t="str"><v>5"</v></c><c t="str"><v>x&#13;&#10;y&#13;z</v></c></row>)",
        "\" a\",\"b \",c d,\"5\"\"\",x y z\n");
    row("cells without a value", R"(<row r="1"><c r="A1"/><c r="B1"><v></v></c><c r="C1"><v>3</v></c></row>)",
        ",,3\n");
    row("rows of blanks", R"(<row r="1"><c t="str"><v> </v></c><c t="str"><v>	</v></c></row><row r="2"/>)",
        "\n\n");
    row("the last column there is", R"(<row r="1"><c r="XFD1"><v>1</v></c></row>)",
        QByteArray(16383, ',') + "1\n");
    row("the last row there is", R"(<row r="1048576"><c><v>1</v></c></row>)",
        QByteArray(1048575, '\n') + "1\n");
    row("the longest cell", R"(<row r="1"><c t="str"><v>)" + QByteArray(1 << 20, 'x') + "</v></c></row>",
        QByteArray(1 << 20, 'x') + '\n');
    row("yes, no and errors",
        R"(<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="d"><v>2026-03-09</v></c></row>)",
        "1,#N/A,2026-03-09\n");
}

void WorkbookTest::cellsAreWhatTheyAre()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QByteArray, text);
    const auto written = textOf(partsWith(sheetOf(rows)));
    VERIFY_OK(written);
    QCOMPARE(*written, text);
}

void WorkbookTest::momentsAreKnownByTheirFormat()
{
    for (const char* format : {"yyyy-mm-dd", "[$-409]d/mmm/yy;@", "h:mm", "[h]:mm:ss", "\"Tag \"dd", "[h]",
                               "0[mm]", "\\\\d d", "[Red]s"})
        QVERIFY2(showsMoments(QString::fromLatin1(format)), format);
    for (const char* format : {"General", "0.00", "#,##0.00 [$EUR]", "0\" days\"", "0\\d", "0;[Red]-0",
                               "_(* #,##0_)", "0.00%", "\"unclosed d", "[unclosed d", "[]0", "[d]0", "[Red]0",
                               "[hidden]0", "[ms]0", "_d0", "*d0", "0;d", "\"d\"\"m\"0"})
        QVERIFY2(!showsMoments(QString::fromLatin1(format)), format);
    QStringList known;
    for (int number = 0; number < 100; ++number) {
        if (showsMoments(number) != showsMoments(number - 1))
            known += QString::number(number);
    }
    // From, and up to but without.
    QCOMPARE(known.join(QLatin1Char(' ')), QStringLiteral("14 23 27 37 45 48 50 59"));
}

void WorkbookTest::numbersAndMoments()
{
    QCOMPARE(plainNumber(QStringLiteral("15.5")), QStringLiteral("15.5"));
    QCOMPARE(plainNumber(QStringLiteral("-0.0035000000000000001")), QStringLiteral("-0.0035"));
    QCOMPARE(plainNumber(QStringLiteral("100")), QStringLiteral("100"));
    QCOMPARE(plainNumber(QStringLiteral("0")), QStringLiteral("0"));
    QCOMPARE(plainNumber(QStringLiteral("1E+20")), QStringLiteral("100000000000000000000"));
    QCOMPARE(plainNumber(QStringLiteral("0.000")), QStringLiteral("0"));
    QCOMPARE(plainNumber(QStringLiteral("1234567890.1234567")), QStringLiteral("1234567890.12346"));
    QCOMPARE(plainNumber(QStringLiteral("-10.50")), QStringLiteral("-10.5"));
    QCOMPARE(plainNumber(QStringLiteral("INF")), QStringLiteral("INF"));
    QCOMPARE(plainNumber(QStringLiteral("12 a")), QStringLiteral("12 a"));
    QCOMPARE(momentOf(QStringLiteral("46090"), true),
             QStringLiteral("2030-03-10")); // Four years and a day later.
    QCOMPARE(momentOf(QStringLiteral("46089.999999999"), false), QStringLiteral("2026-03-09"));
    QCOMPARE(momentOf(QStringLiteral("0"), false), QStringLiteral("1899-12-30"));
    QCOMPARE(momentOf(QStringLiteral("0.25"), true), QStringLiteral("1904-01-01 06:00:00"));
    QCOMPARE(momentOf(QStringLiteral("2958465"), false), QStringLiteral("9999-12-31"));
    QCOMPARE(momentOf(QStringLiteral("2958466"), false), QStringLiteral("2958466"));
    QCOMPARE(momentOf(QStringLiteral("soon"), false), QStringLiteral("soon"));
    QCOMPARE(momentOf(QStringLiteral("46090.00001"), false), QStringLiteral("2026-03-09 00:00:01"));
    QCOMPARE(momentOf(QStringLiteral("-1"), false), QStringLiteral("-1"));
    QCOMPARE(momentOf(QStringLiteral("1e9"), false), QStringLiteral("1e9"));
}

void WorkbookTest::theSeenSheetsAreOffered()
{
    const auto book = Workbook::open(pack(partsWith(sheetOf({}))));
    VERIFY_OK(book);
    QCOMPARE(book->sheets(), QStringList({QStringLiteral("Prices"), QStringLiteral("Notes")}));
    VERIFY_ERROR(textOf(partsWith(sheetOf({})), QStringLiteral("Old")), ErrorKind::Invalid,
                 "no sheet \"Old\"");
}

/// The parts of a workbook lie where it says, and not all of them have to be there.
void WorkbookTest::workbooksAreKeptInManyWays()
{
    const QByteArray rows =
        R"(<row r="1"><c r="A1" s="1"><v>46090</v></c><c r="B1" s="3"><v>46090</v></c></row>)";
    const Parts ordinary = partsWith(sheetOf(rows));
    const auto text = [this](const Parts& parts) {
        const Result<QByteArray> written = textOf(parts);
        return written ? *written : written.error().message.toUtf8();
    };
    const auto with = [&](const char* part, const QByteArray& content) {
        Parts parts = ordinary;
        parts.insert(QLatin1String(part), content);
        return text(parts);
    };
    const auto withBook = [&](const char* was, const char* is) {
        return with("xl/workbook.xml", QByteArray(kBook).replace(was, is));
    };
    QCOMPARE(text(ordinary), "2026-03-09,2026-03-09\n");
    for (const char* yes : {"1", "true"})
        QCOMPARE(withBook("<workbookPr/>", "<workbookPr date1904=\"" + QByteArray(yes) + "\"/>"),
                 "2030-03-10,2030-03-10\n");
    QCOMPARE(withBook("<workbookPr/>", "<workbookPr date1904=\"0\"/><other date1904=\"1\"/>"),
             "2026-03-09,2026-03-09\n");
    QVERIFY(withBook("<sheet name=\"Prices\"", "<sheet state=\"veryHidden\" name=\"Prices\"")
                .contains("no sheet \"Prices\""));
    QVERIFY(with("xl/_rels/workbook.xml.rels",
                 QByteArray(kRelations).replace("worksheets/one.xml", "chartsheets/one.xml"))
                .contains("no sheet \"Prices\""));
    // A format of the workbook's own goes before the usual one of its number.
    QCOMPARE(with("xl/styles.xml", QByteArray(kStyles).replace("numFmtId=\"165\"", "numFmtId=\"22\"")),
             "2026-03-09,46090\n");
    Parts bare = ordinary;
    bare.remove(QStringLiteral("xl/styles.xml"));
    bare.remove(QStringLiteral("xl/sharedStrings.xml"));
    QCOMPARE(text(bare), "46090,46090\n");
    Parts elsewhere{
        {QStringLiteral("_rels/.rels"),
         R"(<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="/book/main.xml"/></Relationships>)"}};
    for (auto part = ordinary.begin(); part != ordinary.end(); ++part)
        elsewhere.insert(QString(part.key())
                             .replace(QLatin1String("xl/"), QLatin1String("book/"))
                             .replace(QLatin1String("workbook.xml"), QLatin1String("main.xml")),
                         QByteArray(part.value()).replace("xl/", "book/"));
    QCOMPARE(text(elsewhere), "2026-03-09,2026-03-09\n");
}

void WorkbookTest::rowsThatHoldSomethingAreCounted()
{
    const auto book = Workbook::open(pack(partsWith(
        sheetOf(R"(<row r="2"><c><v>1</v></c></row><row r="3"/><row r="4"><c t="str"><v> </v></c></row>
        <row r="7"><c><v>2</v></c></row>)"))));
    VERIFY_OK(book);
    QBuffer text;
    text.open(QIODevice::WriteOnly);
    const Result<int> rows = book->write(QStringLiteral("Prices"), text);
    VERIFY_OK(rows);
    QCOMPARE(*rows, 2);
    QBuffer closed;
    closed.open(QIODevice::ReadOnly); // As a disk that is full.
    QVERIFY(!book->write(QStringLiteral("Prices"), closed));
}

void WorkbookTest::damagedOnesAreNamed()
{
    const QString path =
        pack(partsWith(sheetOf(QByteArray(R"(<row><c><v>4711</v></c></row>)").repeated(2000))));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.indexOf("xl/worksheets/one.xml");
    QVERIFY(at > 0);
    bytes.replace(at + 40, 40, QByteArray(40, '\xFF'));
    file.seek(0);
    file.write(bytes);
    file.close();
    const auto damaged = recogniseFile(path, {}, {});
    QVERIFY2(damaged.problem.contains(QStringLiteral("cannot be unpacked")), qPrintable(damaged.problem));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 and nothing more");
    file.close();
    const auto cut = recogniseFile(path, {}, {});
    QVERIFY2(cut.problem.contains(QStringLiteral("cannot be unpacked")), qPrintable(cut.problem));
}

void WorkbookTest::brokenOnesEndInASentence_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, Parts parts, const char* part, const QByteArray& content,
                        const char* sentence) {
        parts.insert(QLatin1String(part), content);
        QTest::newRow(name) << parts << QString::fromLatin1(sentence);
    };
    const Parts good = partsWith(sheetOf({}));
    const char* sheet = "xl/worksheets/one.xml";
    row("a text that is not there", good, sheet, sheetOf(R"(<row r="1"><c r="A1" t="s"><v>99</v></c></row>)"),
        "names a text that is not there");
    row("no number for a text", good, sheet, sheetOf(R"(<row r="1"><c r="A1" t="s"><v>-1</v></c></row>)"),
        "names a text that is not there");
    row("rows backwards", good, sheet, sheetOf(R"(<row r="2"/><row r="1"/>)"), "rows are not in order");
    row("a row beyond all", good, sheet, sheetOf(R"(<row r="1048577"><c><v>1</v></c></row>)"),
        "rows are not in order");
    row("cells backwards", good, sheet,
        sheetOf(R"(<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)"),
        "cells that are not in order");
    row("a row twice", good, sheet, sheetOf(R"(<row r="1"/><row r="1"/>)"), "rows are not in order");
    row("a cell twice", good, sheet,
        sheetOf(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>)"),
        "cells that are not in order");
    row("a cell of no column", good, sheet, sheetOf(R"(<row r="1"><c r="1"><v>1</v></c></row>)"),
        "cells that are not in order");
    row("one column beyond all", good, sheet, sheetOf(R"(<row r="1"><c r="XFE1"><v>1</v></c></row>)"),
        "cells that are not in order");
    row("the text behind the last", good, sheet, sheetOf(R"(<row r="1"><c r="A1" t="s"><v>5</v></c></row>)"),
        "row 1 names a text that is not there");
    row("a huge shared text", good, "xl/sharedStrings.xml",
        "<sst><si><t>" + QByteArray((1 << 20) + 1, 'x') + "</t></si></sst>", "its texts are too long");
    row("a column beyond all", good, sheet, sheetOf(R"(<row r="1"><c r="ZZZZ1"><v>1</v></c></row>)"),
        "cells that are not in order");
    row("cut", good, sheet, "<worksheet><sheetData><row r=\"1\">", "cannot be read");
    row("no XML", good, sheet, "PK and more", "cannot be read");
    row("no relations", good, "_rels/.rels", "<Relationships>", "cannot be read");
    row("no relations of the sheets", good, "xl/_rels/workbook.xml.rels", "<Relationships>",
        "cannot be read");
    row("no formats", good, "xl/styles.xml", "<styleSheet>", "cannot be read");
    row("sheets outside", good, "xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../one.xml"/></Relationships>)",
        "no sheet that can be seen");
    row("entities", good, sheet,
        "<!DOCTYPE a [<!ENTITY b "
        "\"bbbbbbbbbb\">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>",
        "definitions that no spreadsheet writes");
    row("a huge cell", good, sheet,
        sheetOf(R"(<row r="1"><c r="A1" t="str"><v>)" + QByteArray((1 << 20) + 1, 'x') + "</v></c></row>"),
        "more than 1 MiB");
    QTest::newRow("another packed file")
        << Parts{{QStringLiteral("letter.txt"), "Dear"}} << QStringLiteral("another packed file");
    Parts noSheet = good;
    noSheet.remove(QLatin1String(sheet));
    noSheet.remove(QStringLiteral("xl/worksheets/three.xml"));
    QTest::newRow("no sheet") << noSheet << QStringLiteral("no sheet that can be seen");
}

void WorkbookTest::brokenOnesEndInASentence()
{
    QFETCH(const Parts, parts);
    QFETCH(const QString, sentence);
    const auto text = textOf(parts);
    QVERIFY(!text);
    QVERIFY2(text.error().message.contains(sentence), qPrintable(text.error().message));
    // The import says the same.
    const RecognisedFile file = recogniseFile(pack(parts), {}, {});
    QVERIFY2(!file.problem.isEmpty(), qPrintable(sentence));
}

void WorkbookTest::severalSheetsAreAsked()
{
    Parts parts = partsWith(sheetOf(
        R"(<row r="1"><c t="inlineStr"><is><t>product_id</t></is></c><c t="inlineStr"><is><t>name</t></is></c></row>
        <row r="2"><c t="inlineStr"><is><t>A-1</t></is></c><c t="inlineStr"><is><t>Screw</t></is></c></row>)"));
    const QString one = pack(parts);
    const RecognisedFile single = recogniseFile(one, {}, {});
    QVERIFY2(single.canBeTaken(), qPrintable(single.problem));
    QCOMPARE(single.mapping.form.sheet, QStringLiteral("Prices"));
    QCOMPARE(single.sheets, QStringList({QStringLiteral("Prices")}));
    parts.insert(QStringLiteral("xl/worksheets/three.xml"),
                 sheetOf(R"(<row r="1"><c t="inlineStr"><is><t>Artikelnummer</t></is></c>
        <c t="inlineStr"><is><t>Bezeichnung</t></is></c></row><row r="2"><c><v>4711</v></c><c t="inlineStr"><is><t>Mutter</t></is></c></row>)"));
    const QString two = pack(parts);
    const RecognisedFile asked = recogniseFile(two, {}, {});
    QVERIFY(!asked.canBeTaken());
    QCOMPARE(asked.questions.front().about, ImportQuestion::About::Sheet);
    QCOMPARE(asked.questions.front().candidates,
             QStringList({QStringLiteral("Prices"), QStringLiteral("Notes")}));
    FileMapping said;
    said.form.sheet = QStringLiteral("Notes");
    const RecognisedFile answered = recogniseFile(two, {}, said);
    QVERIFY2(answered.canBeTaken(), qPrintable(answered.problem));
    QCOMPARE(answered.preview.back().cells.front().text, QStringLiteral("4711"));
    // A mapping that was written remembers it.
    const auto again = mappingsFromJson(mappingsToJson({answered.mapping}));
    VERIFY_OK(again);
    QVERIFY(recogniseFile(two, *again, {}).canBeTaken());
    said.form.sheet = QStringLiteral("Nowhere");
    QVERIFY(recogniseFile(two, {}, said).problem.contains(QStringLiteral("no sheet \"Nowhere\"")));
    // A workbook that changed is read again.
    QVERIFY(QFile::remove(two) && QFile::rename(one, two));
    QVERIFY(recogniseFile(two, {}, {}).canBeTaken());
}

/// What the planner exports as a workbook comes in again, cell by cell.
void WorkbookTest::ourOwnExportComesIn()
{
    ui::Table table;
    table.headers = {QStringLiteral("product_id"), QStringLiteral("name"), QStringLiteral("category")};
    table.rowCount = 2;
    table.row = [](std::int64_t row, std::vector<ui::Cell>& cells) {
        cells = {row == 0 ? QStringLiteral("X-1") : QStringLiteral("007"),
                 row == 0 ? QStringLiteral("=SUM(1), \"quoted\"") : QStringLiteral("Ünï 🔩"),
                 QStringLiteral("Small")};
    };
    const QString path = m_folder.filePath(QStringLiteral("export.xlsx"));
    VERIFY_OK(ui::writeXlsx(table, path));
    const TemporaryDatabase db;
    SqlCatalogueImporter importer(db.database);
    const std::vector<RecognisedFile> files = importer.recognise(path, {}, {}).result();
    QCOMPARE(files.size(), 1U);
    QVERIFY2(files.front().canBeTaken(), qPrintable(files.front().problem));
    QCOMPARE(files.front().ownTable, QStringLiteral("products.csv"));
    const auto report = importer.import(files, {}).result();
    VERIFY_OK(report);
    QVERIFY(report->applied);
    QCOMPARE(report->files.front().file, QStringLiteral("export.xlsx"));
    QCOMPARE(report->files.front().added, 2);
    const auto again = importer.import(importer.recognise(path, {}, {}).result(), {}).result();
    VERIFY_OK(again);
    QCOMPARE(again->files.front().unchanged, 2);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::WorkbookTest)
#include "workbook_test.moc"
