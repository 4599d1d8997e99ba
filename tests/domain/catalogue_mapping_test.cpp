#include "core/domain/catalogue_mapping.h"

#include <QTest>

namespace purchasing::tests {
namespace {

CatalogueMapping erpMapping()
{
    CatalogueMapping mapping;
    mapping.tables.insert(QStringLiteral("products"), {QStringLiteral("artikel"), {}, {}});
    mapping.tables.insert(QStringLiteral("supplier_info"),
                          {QStringLiteral("preise"),
                           {{QStringLiteral("moq"), QStringLiteral("mindest")},
                            {QStringLiteral("unit_price"), QStringLiteral("ek")}},
                           {{QStringLiteral("is_active"), QStringLiteral("1")}}});
    mapping.tables.insert(QStringLiteral("uom_conversion"), {});
    return mapping;
}

} // namespace

/// Where another system keeps the catalogue, as people write it down.
class CatalogueMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotMentionedHasOurName()
    {
        const CatalogueMapping mapping = erpMapping();
        const auto table = [&](const char* name) { return mapping.nameOf(QLatin1String(name)); };
        const auto column = [&](const char* of, const char* name) {
            return mapping.columnOf(QLatin1String(of), QLatin1String(name));
        };
        QCOMPARE(table("products"), QStringLiteral("artikel"));
        QCOMPARE(table("oms_history"), QStringLiteral("oms_history"));
        QCOMPARE(table("uom_conversion"), QString()); // There is none.
        QVERIFY(mapping.of(QStringLiteral("products")));
        QVERIFY(!mapping.of(QStringLiteral("oms_history")));
        QCOMPARE(column("supplier_info", "moq"), QStringLiteral("mindest"));
        QCOMPARE(column("supplier_info", "priority"), QStringLiteral("priority"));
        QCOMPARE(column("products", "moq"), QStringLiteral("moq"));
        QCOMPARE(column("oms_history", "moq"), QStringLiteral("moq"));
    }

    void aFileComesBackAsItWasWritten()
    {
        const QByteArray file = catalogueMappingToJson(erpMapping());
        const auto read = catalogueMappingFromJson(file);
        QVERIFY(read.isOk());
        QVERIFY(*read == erpMapping());
        // Only what differs is written, for people to read.
        QCOMPARE(file.count("\"columns\""), 1);
        QCOMPARE(file.count("\"values\""), 1);
    }

    void noMappingIsAnEmptyFile()
    {
        QCOMPARE(catalogueMappingToJson({}), QByteArray());
        for (const char* nothing : {"", " \n\t", R"({"purchasing_tables": 1})"}) {
            const auto read = catalogueMappingFromJson(nothing);
            QVERIFY2(read.isOk(), nothing);
            QVERIFY(read->isEmpty());
        }
    }

    void whatIsNoMappingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* tag, const QByteArray& file, const char* why) {
            QTest::newRow(tag) << file << QString::fromLatin1(why);
        };
        const auto withTable = [](const QByteArray& table) {
            return R"({"purchasing_tables": 1, "tables": {"moves": )" + table + "}}";
        };
        const char* why = "moves needs a \"table\", and texts as \"columns\" and \"values\"";
        row("no JSON", "{\"purchasing_tables\": 1, }", "object is missing after a comma");
        row("another file", R"({"tables": {}})", "does not say \"purchasing_tables\"");
        row("a list", "[1]", "does not say \"purchasing_tables\"");
        row("before the first version", R"({"purchasing_tables": 0})", "does not say");
        row("a later version", R"({"purchasing_tables": 2})", "newer version");
        row("a table without a name", withTable("{}"), why);
        row("a number as name", withTable(R"({"table": 1})"), why);
        row("a text as columns", withTable(R"({"table": "a", "columns": "b"})"), why);
        row("a number as column", withTable(R"({"table": "a", "columns": {"b": "c", "d": 1}})"), why);
        row("a list as values", withTable(R"({"table": "a", "values": ["b"]})"), why);
        row("a number as value", withTable(R"({"table": "a", "values": {"b": 1}})"), why);
    }

    void whatIsNoMappingIsRefused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, why);
        const auto read = catalogueMappingFromJson(file);
        QVERIFY(!read.isOk());
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
        QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CatalogueMappingTest)
#include "catalogue_mapping_test.moc"
