#include "core/domain/import_mapping.h"

#include <QTest>

#include <functional>

namespace purchasing::tests {

/// What somebody has said of files, as they keep it.
class ImportMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidComesBack_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("written"); // Empty: as it was.
        const auto row = [](const char* tag, const QByteArray& file, const QByteArray& written = {}) {
            QTest::newRow(tag) << file << written;
        };
        row("columns alone", R"({"columns":{"SKU":"product_id"}})");
        row("all",
            R"({"columns":{"A":"name","SKU":"product_id"},"dates":"mdy","decimal":"comma",)"
            R"("encoding":"IBM850","header":false,"separator":"tab","sheet":"Prices",)"
            R"("values":{"supplier_id":"S","warehouse_id":"W"}})");
        row("signs for words", R"({"columns":{"SKU":"product_id"},"decimal":".","separator":"|"})",
            R"({"columns":{"SKU":"product_id"},"decimal":"point","separator":"pipe"})");
        row("as programmers write it", R"({"columns":{"SKU":"product_id"},"separator":"\\t"})",
            R"({"columns":{"SKU":"product_id"},"separator":"tab"})");
        row("words in another case", R"({"columns":{"SKU":"product_id"},"separator":"Semicolon"})",
            R"({"columns":{"SKU":"product_id"},"separator":"semicolon"})");
        row("a header is usual", R"({"columns":{"SKU":"product_id"},"dates":"dmy","header":true})",
            R"({"columns":{"SKU":"product_id"},"dates":"dmy"})");
        row("columns that are not taken", R"({"columns":{"SKU":"product_id","Farbe":""},"dates":"ymd"})",
            R"({"columns":{"SKU":"product_id"},"dates":"ymd"})");
    }

    void whatIsSaidComesBack()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, written);
        const auto read = mappingsFromJson(fileWith(file));
        QVERIFY(read.isOk());
        QCOMPARE(read->size(), std::size_t{1});
        QVERIFY(read->front().onlyThese);
        QByteArray again = mappingsToJson(*read).simplified();
        again.replace(": ", ":")
            .replace(", ", ",")
            .replace("{ ", "{")
            .replace(" }", "}")
            .replace("[ ", "[")
            .replace(" ]", "]");
        QCOMPARE(again, "{\"files\":[" + (written.isEmpty() ? file : written) + "],\"purchasing_import\":1}");
    }

    void whatIsNoMappingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* tag, const QByteArray& file, const char* why) {
            QTest::newRow(tag) << file << QString::fromLatin1(why);
        };
        const auto with = [](const QByteArray& more) {
            return fileWith(R"({"columns":{"SKU":"product_id"},)" + more + "}");
        };
        row("no JSON", "{", "understands: ");
        row("another file", "{}", "\"purchasing_import\" is not 1");
        row("a later version", R"({"purchasing_import":2,"files":[]})", "\"purchasing_import\" is not 1");
        row("no column", fileWith("{}"), "no column is named");
        row("columns in a list", fileWith(R"({"columns":["SKU"]})"), "\"columns\" must hold texts");
        row("a number for a field", fileWith(R"({"columns":{"A":1,"B":"name"}})"),
            "\"columns\" must hold texts");
        row("a number for a value", with(R"("values":{"priority":1})"), "\"values\" must hold texts");
        row("a text for values", with(R"("values":"S")"), "\"values\" must hold texts");
        row("no separator", with(R"("separator":"dash")"), "\"dash\" is no value of \"separator\"");
        row("a number for a separator", with(R"("separator":1)"), "\"1\" is no value of \"separator\"");
        row("no decimal sign", with(R"("decimal":"semicolon")"), "\"semicolon\" is no value of \"decimal\"");
        row("an empty separator", with(R"("separator":"")"), "\"\" is no value of \"separator\"");
        row("an empty decimal sign", with(R"("decimal":"")"), "\"\" is no value of \"decimal\"");
        row("an empty order of dates", with(R"("dates":"")"), "\"\" is no value of \"dates\"");
        row("no order of dates", with(R"("dates":"DMY")"), "\"DMY\" is no value of \"dates\"");
    }

    void whatIsNoMappingIsRefused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, why);
        const auto read = mappingsFromJson(file);
        QVERIFY(!read.isOk());
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
        QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
    }

    void anythingThatIsSaidCounts()
    {
        QVERIFY(FileMapping().isEmpty());
        const auto isEmptyWith = [](const std::function<void(FileMapping&)>& say) {
            FileMapping mapping;
            say(mapping);
            return mapping.isEmpty();
        };
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.sheet = QStringLiteral("x"); }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.encoding = QStringLiteral("x"); }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.separator = QLatin1Char(';'); }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.decimal = QLatin1Char(','); }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.days = DayOrder::DayMonthYear; }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.form.headerLine = FileForm::kNoHeader; }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.setColumn(QStringLiteral("x"), QString()); }));
        QVERIFY(!isEmptyWith([](FileMapping& m) { m.values.insert(QStringLiteral("x"), QString()); }));
    }

    void aColumnIsSaidOnce()
    {
        FileMapping mapping;
        mapping.setColumn(QStringLiteral("A"), QStringLiteral("name"));
        mapping.setColumn(QStringLiteral("B"), QStringLiteral("moq"));
        mapping.setColumn(QStringLiteral("A"), QStringLiteral("category"));
        QCOMPARE(mapping.columns.size(), std::size_t{2});
        QCOMPARE(mapping.column(QStringLiteral("A"))->field, QStringLiteral("category"));
        QCOMPARE(mapping.column(QStringLiteral("B"))->field, QStringLiteral("moq"));
        QVERIFY(!mapping.column(QStringLiteral("C")));
    }

private:
    static QByteArray fileWith(const QByteArray& mapping)
    {
        return R"({"purchasing_import":1,"files":[)" + mapping + "]}";
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ImportMappingTest)
#include "import_mapping_test.moc"
