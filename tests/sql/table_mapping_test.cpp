#include "core/sql/import/catalogue_import.h"
#include "core/sql/opening/table_detection.h"

#include <algorithm>

#include "tests/sql/erp_system.h"
#include "tests/sql/load_all.h"
#include "tests/sql/made_on_server.h"

namespace purchasing::sql {
/// Databases of another system with other names: they are found, said, completed by a person, and read.
class TableMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void detectionFindsWhatIsThere();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void mappedTablesAreReadAsOurs();
    void aMappedCatalogueIsNotChanged();
    void mappingsAreFiles();

private:
    [[nodiscard]] MysqlSettings administrator() const
    {
        MysqlSettings settings = tests::MariaDbServer::shared().administrator(QStringLiteral("erp"));
        for (QString DatabaseNames::*name :
             {&DatabaseNames::oms, &DatabaseNames::inventory, &DatabaseNames::supplier, &DatabaseNames::uom})
            settings.names.*name = QStringLiteral("erp_all");
        return settings;
    }
    /// What was found, with what only a person can say.
    [[nodiscard]] CatalogueMapping completed() const
    {
        CatalogueMapping mapping = m_found;
        mapping.tables[QStringLiteral("supplier_info")].values.insert(QStringLiteral("is_active"),
                                                                      QStringLiteral("1"));
        return mapping;
    }
    [[nodiscard]] MysqlSettings planner(const CatalogueMapping& mapping) const
    {
        MysqlSettings settings = administrator();
        settings.names.mapping = mapping;
        settings.user = QStringLiteral("planner");
        settings.password = kPassword;
        return settings;
    }

    CatalogueMapping m_found;
};

void TableMappingTest::initTestCase()
{
    run(administrator(), erpStatements());
}

void TableMappingTest::detectionFindsWhatIsThere()
{
    const auto choice = detectTables(administrator());
    VERIFY_OK(choice);
    m_found = choice->found;
    const auto columns = [&](const char* table) { return m_found.of(QLatin1String(table))->columns; };
    QCOMPARE(m_found.tables.keys(),
             QStringList({QStringLiteral("inventory_levels"), QStringLiteral("oms_history"),
                          QStringLiteral("products"), QStringLiteral("supplier_info"),
                          QStringLiteral("uom_conversion")}));
    QCOMPARE(m_found.nameOf(QStringLiteral("products")), QStringLiteral("artikel"));
    QCOMPARE(columns("products").value(QStringLiteral("name")), QStringLiteral("bezeichnung"));
    QCOMPARE(m_found.nameOf(QStringLiteral("oms_history")), QStringLiteral("bedarf"));
    QCOMPARE(columns("oms_history").value(QStringLiteral("product_id")), QStringLiteral("artikelnr"));
    QCOMPARE(columns("oms_history").value(QStringLiteral("last_updated")), QStringLiteral("geaendert_am"));
    QCOMPARE(m_found.nameOf(QStringLiteral("inventory_levels")), QStringLiteral("lagerbestand"));
    QCOMPARE(columns("inventory_levels").value(QStringLiteral("reserved_qty")), QStringLiteral("reserviert"));
    QCOMPARE(m_found.nameOf(QStringLiteral("supplier_info")), QStringLiteral("lieferantenpreis"));
    QCOMPARE(columns("supplier_info").value(QStringLiteral("unit_price")), QStringLiteral("ek_preis"));
    QCOMPARE(m_found.nameOf(QStringLiteral("uom_conversion")), QString()); // There is none, and that is said.
    const auto likely =
        choice->likely.value(QStringLiteral("uom_conversion")).value(QStringLiteral("artikel"));
    QCOMPARE(likely.table, QStringLiteral("artikel")); // Should somebody know better.
    QCOMPARE(likely.columns.value(QStringLiteral("product_id")), QStringLiteral("artikelnr"));
    const QString notes = choice->notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("Units: no table seems to hold it.")), qPrintable(notes));
    QVERIFY2(notes.contains(QStringLiteral("Supplier prices: say which column is \"Supplier is active\"")),
             qPrintable(notes));
    const auto& offered = choice->offered.value(QStringLiteral("supplier"));
    const auto prices = std::find_if(offered.begin(), offered.end(), [](const OfferedTable& table) {
        return table.name == QLatin1String("lieferantenpreis");
    });
    QVERIFY(prices != offered.end());
    QCOMPARE(prices->columns[1].sample, QStringLiteral("L-7"));
}

void TableMappingTest::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nobody said who is active")
        << QByteArray() << QStringLiteral("erp_all has no column lieferantenpreis.is_active");
    QTest::newRow("a column that is not there")
        << QByteArray(R"("columns": {"is_active": "aktiv"})")
        << QStringLiteral("erp_all has no column lieferantenpreis.aktiv");
    QTest::newRow("a text for a number")
        << QByteArray(R"("columns": {"is_active": "lieferantennr"})")
        << QStringLiteral("lieferantennr is of the type varchar, but a number");
    QTest::newRow("a fixed value that is no number")
        << QByteArray(R"("values": {"is_active": "1 OR 1=1"})")
        << QStringLiteral("The fixed value \"1 OR 1=1\" for supplier_info.is_active is no number.");
}

void TableMappingTest::whatIsMissingIsSaid()
{
    QFETCH(const QByteArray, change);
    QFETCH(const QString, sentence);
    // Orders have their place already; this is about the catalogue.
    MysqlSettings admin = administrator();
    admin.names.mapping = completed();
    VERIFY_OK(setUpMysql(admin, setupOf(true)));
    CatalogueMapping mapping = m_found;
    if (!change.isEmpty()) {
        const auto changed = catalogueMappingFromJson(
            R"({"purchasing_tables": 1, "tables": {"supplier_info": {"table": "x", )" + change + "}}}");
        VERIFY_OK(changed);
        TableMapping& prices = mapping.tables[QStringLiteral("supplier_info")];
        prices.columns.insert(changed->of(QStringLiteral("supplier_info"))->columns);
        prices.values.insert(changed->of(QStringLiteral("supplier_info"))->values);
    }
    const auto opened = openMysql(planner(mapping));
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(sentence), qPrintable(opened.error().message));
}

void TableMappingTest::mappedTablesAreReadAsOurs()
{
    const auto opened = openMysql(planner(completed()));
    VERIFY_OK(opened);
    const QString limitations = opened->limitations.join(QLatin1Char('\n'));
    QVERIFY2(limitations.contains(QStringLiteral("more than four decimals in ek_preis")),
             qPrintable(limitations));
    QVERIFY2(limitations.contains(QStringLiteral("erp_all has no table uom_conversion: there are no cases")),
             qPrintable(limitations));
    QVERIFY2(limitations.contains(QStringLiteral("product ids are not stored as")), qPrintable(limitations));
    const auto loaded = loadAll(SqlCatalogueSource(opened->database));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->size(), 2U);
    const ProductFacts& screw = loaded->front();
    QCOMPARE(screw.product.productId, QStringLiteral("4711"));
    QCOMPARE(screw.product.name, QStringLiteral("Schraube M4"));
    QCOMPARE(screw.demand->avgDailyDemand->toString(), QStringLiteral("12.5"));
    QVERIFY(screw.demand->lastUpdated.isValid());
    QCOMPARE(screw.warehouses->size(), 2U);
    QCOMPARE(screw.warehouses->front().currentQty->units(), 40);
    QCOMPARE(screw.supplier()->supplierId, QStringLiteral("L-7"));
    QCOMPARE(screw.supplier()->unitPrice->toString(), QStringLiteral("0.0035"));
    QVERIFY(screw.supplier()->isActive);
    QVERIFY(screw.sourceProblems.empty());
    // The same of one product by itself, and a stranger is one.
    const auto offers = SqlSupplierSource(opened->database).offers(QStringLiteral("4711")).result();
    VERIFY_OK(offers);
    QCOMPARE(offers->front().leadTimeDays, 14);
    VERIFY_ERROR(SqlSupplierSource(opened->database).offers(QStringLiteral("4713")).result(),
                 ErrorKind::NotFound, "4713");

    const Actor user = SqlPeopleStore(opened->database).operatingSystemUser().result().value();
    const auto made = SqlOrderStore(opened->database)
                          .create(requestFor(opened->database, QStringLiteral("4711"), QStringLiteral("L-7"),
                                             500, QStringLiteral("key")),
                                  user)
                          .result();
    VERIFY_OK(made);
    QCOMPARE(made->productId, QStringLiteral("4711"));
}

void TableMappingTest::aMappedCatalogueIsNotChanged()
{
    const auto opened = openMysql(planner(completed()));
    VERIFY_OK(opened);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("products.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("product_id,name,category\n4711,Other,\n");
    file.close();
    VERIFY_ERROR(SqlCatalogueImporter(opened->database).import(folder.path(), {}).result(),
                 ErrorKind::Refused, "another system's");
    // Setting up leaves what is not ours as it is, and a planner may not write there either.
    Connection connection(mysqlConnection(planner(completed()), QString()));
    QVERIFY_THROWS_EXCEPTION(Failure,
                             connection.executeDirectly(QStringLiteral("DELETE FROM erp_all.artikel")));
    QCOMPARE(connection
                 .scalar(QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                                        "'erp_all'"))
                 .toInt(),
             5);
}

void TableMappingTest::mappingsAreFiles()
{
    const CatalogueMapping mapping = completed();
    const auto again = catalogueMappingFromJson(catalogueMappingToJson(mapping));
    VERIFY_OK(again);
    QVERIFY(*again == mapping);
    QVERIFY(catalogueMappingToJson({}).isEmpty());
    VERIFY_ERROR(catalogueMappingFromJson("{"), ErrorKind::Invalid, "no mapping of tables");
    VERIFY_ERROR(catalogueMappingFromJson("{}"), ErrorKind::Invalid, "purchasing_tables");
    VERIFY_ERROR(catalogueMappingFromJson(R"({"purchasing_tables": 2})"), ErrorKind::Invalid,
                 "newer version");
    VERIFY_ERROR(
        catalogueMappingFromJson(R"({"purchasing_tables": 1, "tables": {"products": {"columns": {}}}})"),
        ErrorKind::Invalid, "products needs a \"table\"");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::TableMappingTest)
#include "table_mapping_test.moc"
