#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// The catalogue ports: what they answer for ordinary, odd and unusable data.
class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestDemandWins();
    void unknownIsUnsetAndNeverZero();
    void unknownProductsAreNotFound();
    void offersComeInTheContractsOrder();
    void levelsComeByWarehouse();
    void decimalsAreExact();
    void textWhereANumberBelongsNamesTheProduct_data();
    void textWhereANumberBelongsNamesTheProduct();
    void listsHoldWhatSingleAnswersSay_data();
    void listsHoldWhatSingleAnswersSay();
    void anUnusableRowOfAListNamesItsProduct();
    void nothingIsBegunForNobody();
    void catalogueIsTheUnionOfAllTables();
    void catalogueLoadsInRangesByAscendingId();
    void catalogueStopsWhenAsked();
    void missingTableIsAnErrorNotAnEmptyAnswer();
    void idsAreAnythingPrintable();
    void changeCounterSeesOtherPrograms();
};

void SourcesTest::newestDemandWins()
{
    const TemporaryDatabase db;
    SqlDemandSource source(db.database);
    QCOMPARE(source.demand(QStringLiteral("PROD-151")).result()->avgDailyDemand->toString(),
             QStringLiteral("11"));
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {oms}oms_history(product_id, avg_daily_demand, trend, last_updated) "
                       "VALUES ('PROD-151', 12.25, 'increasing', '2026-03-02 09:00:01')")));
    const auto newest = source.demand(QStringLiteral("PROD-151")).result();
    QCOMPARE(newest->avgDailyDemand->toString(), QStringLiteral("12.25"));
    QCOMPARE(newest->trend, QStringLiteral("increasing"));
    QCOMPARE(newest->lastUpdated, QDateTime({2026, 3, 2}, {9, 0, 1}, Qt::UTC));
    // Of the same second, the later row.
    VERIFY_OK(
        db.execute(QStringLiteral("INSERT INTO {oms}oms_history(product_id, avg_daily_demand, last_updated) "
                                  "VALUES ('PROD-151', 13, '2026-03-02 09:00:01')")));
    QCOMPARE(source.demand(QStringLiteral("PROD-151")).result()->avgDailyDemand->units(), 13);
}

void SourcesTest::unknownIsUnsetAndNeverZero()
{
    const TemporaryDatabase db;
    SqlSupplierSource suppliers(db.database);
    QVERIFY(!suppliers.offers(QStringLiteral("PROD-112")).result()->front().isActive);
    QVERIFY(!suppliers.offers(QStringLiteral("PROD-115")).result()->front().unitPrice);
    QCOMPARE(suppliers.offers(QStringLiteral("PROD-114")).result()->front().unitPrice->tenThousandths,
             std::int64_t{0});
    QVERIFY(suppliers.offers(QStringLiteral("PROD-113")).result()->empty());
    QCOMPARE(SqlDemandSource(db.database).demand(QStringLiteral("PROD-132")).result()->trend, QString());
    SqlInventorySource inventory(db.database);
    QCOMPARE(inventory.levels(QStringLiteral("PROD-131")).result()->front().reservedQty.units(), 0);
    QVERIFY(inventory.levels(QStringLiteral("PROD-116")).result()->empty());
    VERIFY_OK(db.execute(QStringLiteral(
        "UPDATE {inventory}inventory_levels SET current_qty = NULL WHERE product_id = 'PROD-131'")));
    QVERIFY(!inventory.levels(QStringLiteral("PROD-131")).result()->front().currentQty);
    QVERIFY(SqlUnitSource(db.database).conversions(QStringLiteral("PROD-101")).result()->empty());
}

void SourcesTest::unknownProductsAreNotFound()
{
    const TemporaryDatabase db;
    const QString ghost = QStringLiteral("GHOST");
    SqlDemandSource demand(db.database);
    VERIFY_ERROR(demand.demand(ghost).result(), ErrorKind::NotFound, "no product GHOST");
    VERIFY_ERROR(demand.demand(QStringLiteral("PROD-117")).result(), ErrorKind::NotFound,
                 "No demand is known for PROD-117");
    VERIFY_ERROR(demand.product(ghost).result(), ErrorKind::NotFound, "GHOST");
    VERIFY_ERROR(SqlInventorySource(db.database).levels(ghost).result(), ErrorKind::NotFound, "GHOST");
    VERIFY_ERROR(SqlSupplierSource(db.database).offers(ghost).result(), ErrorKind::NotFound, "GHOST");
    VERIFY_ERROR(SqlUnitSource(db.database).conversions(ghost).result(), ErrorKind::NotFound, "GHOST");
    VERIFY_OK(db.execute(QStringLiteral("DELETE FROM {oms}products WHERE product_id = 'PROD-001'")));
    const auto nameless = demand.product(QStringLiteral("PROD-001")).result();
    VERIFY_OK(nameless);
    QCOMPARE(nameless->productId, QStringLiteral("PROD-001"));
    QCOMPARE(nameless->name, QString());
}

void SourcesTest::offersComeInTheContractsOrder()
{
    const TemporaryDatabase db;
    const auto offers = SqlSupplierSource(db.database).offers(QStringLiteral("PROD-129")).result();
    QStringList ids;
    for (const SupplierOffer& offer : *offers)
        ids += offer.supplierId;
    QCOMPARE(ids,
             QStringList({QStringLiteral("SUP-109"), QStringLiteral("SUP-106"), QStringLiteral("SUP-108")}));
    QCOMPARE(offers->at(0).email, QStringLiteral("bestellung@ueberland.example"));
    QCOMPARE(offers->at(0).name, QStringLiteral("Überland Industriebedarf"));
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE {supplier}supplier_info SET order_multiple = NULL, priority = NULL")));
    QCOMPARE(SqlSupplierSource(db.database)
                 .offers(QStringLiteral("PROD-129"))
                 .result()
                 ->at(0)
                 .orderMultiple->units(),
             1);
}

void SourcesTest::levelsComeByWarehouse()
{
    const TemporaryDatabase db;
    const auto levels = SqlInventorySource(db.database).levels(QStringLiteral("PROD-128")).result();
    QCOMPARE(levels->size(), 3U);
    QCOMPARE(levels->at(2).warehouseId, QStringLiteral("WH-003"));
    QCOMPARE(levels->at(1).reservedQty.units(), 5);
    QCOMPARE(
        SqlInventorySource(db.database).levels(QStringLiteral("PROD-126")).result()->at(0).onOrderQty.units(),
        40);
}

void SourcesTest::decimalsAreExact()
{
    const TemporaryDatabase db;
    // 1.005 is not a double; what was meant is kept, to four decimals, half away from zero.
    VERIFY_OK(db.execute(QStringLiteral(
        "UPDATE {supplier}supplier_info SET unit_price = 1.005 WHERE product_id = 'PROD-001'")));
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE {oms}oms_history SET avg_daily_demand = 0.07 WHERE product_id = 'PROD-001'")));
    VERIFY_OK(db.execute(QStringLiteral("UPDATE {uom}uom_conversion SET conversion_factor = 0.33335 "
                                        "WHERE product_id = 'PROD-001'")));
    const QString id = QStringLiteral("PROD-001");
    QCOMPARE(SqlSupplierSource(db.database).offers(id).result()->front().unitPrice->tenThousandths,
             std::int64_t{10050});
    QCOMPARE(SqlDemandSource(db.database).demand(id).result()->avgDailyDemand->tenThousandths,
             std::int64_t{700});
    QCOMPARE(SqlUnitSource(db.database).conversions(id).result()->front().factor->tenThousandths,
             std::int64_t{3334});
}

void SourcesTest::textWhereANumberBelongsNamesTheProduct_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* table, const char* column, const char* value) {
        QTest::addRow("%s %s", column, value)
            << QString::fromLatin1(table) << QString::fromLatin1(column) << QString::fromLatin1(value);
    };
    row("oms_history", "avg_daily_demand", "'many'");
    row("oms_history", "avg_daily_demand", "1e300");
    row("oms_history", "avg_daily_demand", "9e999");
    row("inventory_levels", "current_qty", "'ten'");
    row("inventory_levels", "reserved_qty", "''");
    row("inventory_levels", "on_order_qty", "'x'");
    row("supplier_info", "moq", "'none'");
    row("supplier_info", "lead_time_days", "'a week'");
    row("supplier_info", "lead_time_days", "2.5");
    row("supplier_info", "unit_price", "'12,50'");
    row("supplier_info", "is_active", "'yes'");
    row("supplier_info", "is_active", "2");
    row("supplier_info", "order_multiple", "'dozen'");
    row("uom_conversion", "conversion_factor", "'x'");
}

void SourcesTest::textWhereANumberBelongsNamesTheProduct()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(QString, value);
    if (isOnMariaDb())
        QSKIP("MariaDB's columns hold nothing but numbers.");
    const TemporaryDatabase db;
    const QString id = QStringLiteral("PROD-001");
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE %1 SET %2 = %3 WHERE product_id = 'PROD-001'").arg(table, column, value)));
    const auto firstError = [&]() -> Error {
        if (const auto r = SqlDemandSource(db.database).demand(id).result(); !r)
            return r.error();
        if (const auto r = SqlInventorySource(db.database).levels(id).result(); !r)
            return r.error();
        if (const auto r = SqlSupplierSource(db.database).offers(id).result(); !r)
            return r.error();
        if (const auto r = SqlUnitSource(db.database).conversions(id).result(); !r)
            return r.error();
        return {};
    };
    const Error error = firstError();
    QVERIFY2(error.message.startsWith(QStringLiteral("%1 of PROD-001 holds").arg(column)),
             qPrintable(error.message));
    QCOMPARE(error.detail, table + QLatin1Char('.') + column);

    // The catalogue names it as a problem of that product only and leaves the member unset.
    const auto loaded = loadAll(SqlCatalogueSource(db.database));
    VERIFY_OK(loaded);
    for (const ProductFacts& facts : *loaded) {
        if (facts.product.productId != id) {
            QVERIFY(facts.sourceProblems.empty());
            continue;
        }
        QCOMPARE(facts.sourceProblems.size(), 1U);
        QCOMPARE(facts.sourceProblems.front().text, error.message);
        QCOMPARE(int{facts.demand.has_value()} + int{facts.warehouses.has_value()}
                     + int{facts.suppliers.has_value()} + int{facts.units.has_value()},
                 3);
    }
}

namespace {

/// Everything a source lists, asked for in pieces.
template <typename Source> auto everything(Source& source, int most)
{
    decltype(source.list({}, 1).result().value()) all;
    for (QString after;;) {
        const auto piece = source.list(after, most).result();
        if (!piece || piece->empty())
            return all;
        all.insert(all.end(), piece->begin(), piece->end());
        after = piece->back().productId;
    }
}

} // namespace

void SourcesTest::listsHoldWhatSingleAnswersSay_data()
{
    QTest::addColumn<int>("most");
    QTest::newRow("one by one") << 1;
    QTest::newRow("in pieces") << 7;
    QTest::newRow("at once") << 1000;
}

void SourcesTest::listsHoldWhatSingleAnswersSay()
{
    QFETCH(int, most);
    const TemporaryDatabase db;
    // A product that only has a name, one that has none, and ids whose bytes sort otherwise than their
    // letters.
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {oms}products(product_id, name) VALUES ('PROD-999', 'Only a name')")));
    VERIFY_OK(db.execute(QStringLiteral("DELETE FROM {oms}products WHERE product_id = 'PROD-001'")));
    VERIFY_OK(
        db.execute(QStringLiteral("INSERT INTO {oms}products(product_id, name) VALUES ('\uFF21', 'Wide'), "
                                  "('\U0001D400', 'Bold')")));
    QSet<QString> listed;
    SqlDemandSource demand(db.database);
    const auto demands = everything(demand, most);
    for (const Listed<NamedDemand>& product : demands) {
        VERIFY_OK(product.found);
        const auto name = demand.product(product.productId).result();
        VERIFY_OK(name);
        QCOMPARE(product.found->product, *name);
        const auto alone = demand.demand(product.productId).result();
        QCOMPARE(product.found->demand.has_value(), alone.isOk());
        if (alone)
            QCOMPARE(*product.found->demand, *alone);
        QVERIFY2(!listed.contains(product.productId), qPrintable(product.productId));
        listed += product.productId;
    }
    const auto count = [&db](const char* tables) {
        return db.scalar(QStringLiteral("SELECT count(*) FROM (%1) AS ids").arg(QLatin1String(tables)))
            .toInt();
    };
    QCOMPARE(listed.size(),
             count("SELECT product_id FROM {oms}products UNION SELECT product_id FROM {oms}oms_history"));
    const auto compare = [most](auto& source, const auto& alone) {
        const auto all = everything(source, most);
        for (const auto& product : all) {
            const auto one = alone(product.productId).result();
            if (!product.found || !one || *product.found != *one || one->empty())
                return -1;
        }
        return static_cast<int>(all.size());
    };
    SqlInventorySource inventory(db.database);
    QCOMPARE(compare(inventory, [&](const QString& id) { return inventory.levels(id); }),
             count("SELECT DISTINCT product_id FROM {inventory}inventory_levels"));
    SqlSupplierSource suppliers(db.database);
    QCOMPARE(compare(suppliers, [&](const QString& id) { return suppliers.offers(id); }),
             count("SELECT DISTINCT product_id FROM {supplier}supplier_info"));
    SqlUnitSource units(db.database);
    QCOMPARE(compare(units, [&](const QString& id) { return units.conversions(id); }),
             count("SELECT DISTINCT product_id FROM {uom}uom_conversion"));
}

void SourcesTest::anUnusableRowOfAListNamesItsProduct()
{
    const TemporaryDatabase db;
    if (isOnMariaDb())
        QSKIP("Its columns hold numbers only.");
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE {supplier}supplier_info SET moq = 'many' WHERE product_id = 'PROD-002'")));
    SqlSupplierSource suppliers(db.database);
    int bad = 0;
    for (const auto& product : everything(suppliers, 7)) {
        if (product.found)
            continue;
        ++bad;
        QCOMPARE(product.productId, QStringLiteral("PROD-002"));
        QVERIFY2(product.found.error().message.contains(QLatin1String("moq")),
                 qPrintable(product.found.error().message));
    }
    QCOMPARE(bad, 1);
}

/// A call whose caller has gone, or would get the answer too late, does nothing; with time left it is made.
void SourcesTest::nothingIsBegunForNobody()
{
    const TemporaryDatabase db;
    SqlDemandSource demand(db.database);
    const auto ask = [&demand](CallContext context) {
        const CallScope scope(std::move(context));
        return demand.demand(QStringLiteral("PROD-001")).result();
    };
    CallContext late;
    late.deadline = std::chrono::steady_clock::now();
    VERIFY_ERROR(ask(late), ErrorKind::Unavailable, "too late");
    CallContext gone;
    gone.cancelled = std::make_shared<std::atomic_bool>(true);
    VERIFY_ERROR(ask(gone), ErrorKind::Cancelled, "Nobody waits");
    CallContext patient;
    patient.deadline = std::chrono::steady_clock::now() + std::chrono::hours(1);
    patient.cancelled = std::make_shared<std::atomic_bool>(false);
    VERIFY_OK(ask(patient));
    QVERIFY(!CallContext::current().whyOver());
    const auto written = [&] {
        const CallScope scope(late);
        return db.database->write([](Connection&) -> Result<Done> { return Done{}; }).result();
    }();
    VERIFY_ERROR(written, ErrorKind::Unavailable, "too late");
}

void SourcesTest::catalogueIsTheUnionOfAllTables()
{
    const TemporaryDatabase db(false);
    VERIFY_OK(db.execute(QStringLiteral("INSERT INTO {oms}products VALUES ('A', 'Name', NULL)")));
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {oms}oms_history(product_id, avg_daily_demand) VALUES ('B', 1)")));
    VERIFY_OK(db.execute(QStringLiteral(
        "INSERT INTO {inventory}inventory_levels(product_id, warehouse_id) VALUES ('C', 'W')")));
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {supplier}supplier_info(product_id, supplier_id) VALUES ('D', 'S')")));
    VERIFY_OK(db.execute(QStringLiteral("INSERT INTO {uom}uom_conversion(product_id, from_uom, to_uom) "
                                        "VALUES ('E', 'BOX', 'PIECE')")));
    const auto loaded = loadAll(SqlCatalogueSource(db.database));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->size(), 5U);
    QCOMPARE(loaded->at(0).product.name, QStringLiteral("Name"));
    QVERIFY(!loaded->at(0).demand && loaded->at(0).suppliers->empty() && !loaded->at(0).supplier());
    QVERIFY(loaded->at(1).demand && !loaded->at(1).availableQty());
    QVERIFY(!loaded->at(2).warehouses->front().currentQty && !loaded->at(2).availableQty());
    QVERIFY(!loaded->at(3).supplier()->unitPrice && !loaded->at(3).supplier()->moq
            && !loaded->at(3).supplier()->isActive);
    QVERIFY(!loaded->at(4).units->front().factor);
    QCOMPARE(loaded->at(4).asOf, db.clock->now());
}

void SourcesTest::catalogueLoadsInRangesByAscendingId()
{
    const TemporaryDatabase db(false);
    // More than two ranges, some ids in one table only.
    QStringList rows;
    for (int i = 1; i <= 5300; ++i)
        rows += QStringLiteral("('P%1', 'n', NULL)").arg(i * 7919 % 10007, 5, 10, QLatin1Char('0'));
    VERIFY_OK(
        db.execute(QStringLiteral("INSERT INTO {oms}products VALUES ") + rows.join(QLatin1String(", "))));
    VERIFY_OK(db.execute(QStringLiteral(
        "INSERT INTO {supplier}supplier_info(product_id, supplier_id) SELECT product_id || 'x', "
        "'S' FROM {oms}products WHERE product_id > 'P05000'")));
    std::int64_t reported = 0;
    const auto loaded = loadAll(SqlCatalogueSource(db.database),
                                [&](const std::shared_ptr<const Catalogue>& soFar, std::int64_t total) {
                                    QVERIFY(soFar->size() >= reported && soFar->size() <= total);
                                    reported = soFar->size();
                                });
    VERIFY_OK(loaded);
    QCOMPARE(static_cast<qint64>(loaded->size()),
             db.scalar(QStringLiteral("SELECT (SELECT count(*) FROM {oms}products) + (SELECT count(*) FROM "
                                      "{supplier}supplier_info)"))
                 .toLongLong());
    QVERIFY(reported > 0); // The last ranges need not be told before the end.
    for (std::size_t i = 1; i < loaded->size(); ++i)
        QVERIFY(loaded->at(i - 1).product.productId < loaded->at(i).product.productId);
    for (const ProductFacts& facts : *loaded)
        QCOMPARE(facts.supplier() != nullptr, facts.product.productId.endsWith(QLatin1Char('x')));
}

void SourcesTest::catalogueStopsWhenAsked()
{
    const TemporaryDatabase db;
    const auto cancelled = std::make_shared<std::atomic_bool>(true);
    VERIFY_ERROR(SqlCatalogueSource(db.database).load({}, cancelled, {}).result(), ErrorKind::Cancelled,
                 "was stopped");
}

void SourcesTest::missingTableIsAnErrorNotAnEmptyAnswer()
{
    const TemporaryDatabase db;
    VERIFY_OK(db.execute(QStringLiteral("DROP TABLE {inventory}inventory_levels")));
    const QString id = QStringLiteral("PROD-001");
    QVERIFY(!SqlInventorySource(db.database).levels(id).result());
    const auto loaded = SqlCatalogueSource(db.database).load({}, {}, {}).result();
    if (isOnMariaDb()) { // The other databases go on without.
        VERIFY_OK(loaded);
        QCOMPARE((*loaded)->outages().size(), 1U);
        QVERIFY((*loaded)->outages().front().source == Source::Inventory);
        for (int row = 0; row < (*loaded)->size(); ++row)
            QVERIFY(!(*loaded)->facts(row).warehouses);
    } else {
        QVERIFY(!loaded);
    }
    VERIFY_OK(SqlDemandSource(db.database).demand(id).result());
}

void SourcesTest::idsAreAnythingPrintable()
{
    const TemporaryDatabase db(false);
    for (const QString& id : {QStringLiteral("'; DROP TABLE products; --"), QStringLiteral("%_\\\""),
                              QStringLiteral("Ω\U0001F600"), QString(50, QLatin1Char('x'))}) {
        VERIFY_OK(db.execute(QStringLiteral("INSERT INTO {oms}products VALUES (?, ?, NULL)"), {id, id}));
        QCOMPARE(SqlDemandSource(db.database).product(id).result()->name, id);
    }
    QCOMPARE(loadAll(SqlCatalogueSource(db.database))->size(), 4U);
    QVERIFY(!db.execute(QStringLiteral("INSERT INTO {oms}products VALUES ('', 'x', NULL)")));
    QVERIFY(!db.execute(QStringLiteral("INSERT INTO {oms}products VALUES (?, 'x', NULL)"),
                        {QString(51, QLatin1Char('x'))}));
}

void SourcesTest::changeCounterSeesOtherPrograms()
{
    const TemporaryDatabase db;
    const auto before = changeCounter(*db.database).value();
    QCOMPARE(changeCounter(*db.database).value(), before);
    const auto other = openPlace(db.file, {});
    VERIFY_OK(other);
    VERIFY_OK(SqlPeopleStore(*other).setSetting(QStringLiteral("a"), QStringLiteral("b"), db.user).result());
    QVERIFY(changeCounter(*db.database).value() != before);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::SourcesTest)
#include "sources_test.moc"
