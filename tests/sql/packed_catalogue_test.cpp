#include "core/domain/block_builder.h"
#include "core/sql/catalogue/packed_reader.h"
#include "core/sql/catalogue/range_reader.h"
#include "core/sql/overrides/sql_override_store.h"

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// Everything a product's facts hold, as text.
QString described(const ProductFacts& facts)
{
    QStringList parts{facts.product.productId, facts.product.name, facts.product.category,
                      facts.chosenSupplierId, QString::number(facts.ordersVersion)};
    const auto number = [](const auto& value) { return value ? value->toString() : QStringLiteral("unset"); };
    const auto text = [](const QString& value) { return value.isNull() ? QStringLiteral("null") : value; };
    const auto time = [](const QDateTime& value) { return value.toString(Qt::ISODateWithMs); };
    parts += time(facts.asOf);
    if (facts.demand)
        parts += QStringLiteral("demand %1 %2 %3")
                     .arg(number(facts.demand->avgDailyDemand), facts.demand->trend,
                          time(facts.demand->lastUpdated));
    parts += facts.warehouses ? QStringLiteral("levels") : QStringLiteral("no levels");
    for (const WarehouseLevel& level : facts.warehouses.value_or(std::vector<WarehouseLevel>()))
        parts += QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(level.warehouseId, number(level.currentQty), level.reservedQty.toString(),
                          level.onOrderQty.toString(), time(level.lastUpdated));
    parts += facts.suppliers ? QStringLiteral("offers") : QStringLiteral("no offers");
    for (const SupplierOffer& offer : facts.suppliers.value_or(std::vector<SupplierOffer>()))
        parts +=
            QStringList{offer.supplierId,
                        text(offer.name),
                        number(offer.moq),
                        offer.leadTimeDays ? QString::number(*offer.leadTimeDays) : QStringLiteral("unset"),
                        number(offer.unitPrice),
                        offer.isActive ? QString::number(int{*offer.isActive}) : QStringLiteral("unset"),
                        number(offer.orderMultiple),
                        QString::number(offer.priority),
                        text(offer.email),
                        time(offer.lastUpdated)}
                .join(QLatin1Char(' '));
    parts += facts.units ? QStringLiteral("units") : QStringLiteral("no units");
    for (const UnitConversion& unit : facts.units.value_or(std::vector<UnitConversion>()))
        parts += QStringLiteral("%1 %2 %3 %4")
                     .arg(unit.fromUom, unit.toUom, number(unit.factor), time(unit.lastUpdated));
    for (const PurchaseOrder& order : facts.openOrders.value_or(std::vector<PurchaseOrder>()))
        parts += order.poId + QString::number(order.onOrderQty());
    for (const Problem& problem : facts.sourceProblems)
        parts += problem.code + problem.text;
    if (facts.overridden)
        parts += QStringLiteral("override %1 %2 %3")
                     .arg(facts.overridden->qty)
                     .arg(facts.overridden->supplierId, facts.overridden->reason);
    return parts.join(QLatin1Char('\n'));
}

} // namespace

/// The quick way to read a catalogue gives what the careful one gives.
class PackedCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheCarefulReaderReads();
    void changedProductsAreTold();
    void anImportIsToldAsAWhole();
    void packsAndUnpacksAnything();
    void readAgainItSharesWhatIsUnchanged();

private:
    static void compare(const TemporaryDatabase& db);
};

void PackedCatalogueTest::compare(const TemporaryDatabase& db)
{
    const auto compared =
        db.database
            ->read([&](Connection& connection) -> Result<int> {
                const QDateTime now = db.clock->now();
                const ProductKeys all = ProductKeys::range({}, std::nullopt);
                const std::vector<ProductFacts> careful = readProducts(connection, all, now);
                const Catalogue packed(readPacked(connection, all, now));
                if (packed.size() != static_cast<int>(careful.size()))
                    return Error{ErrorKind::Internal, QStringLiteral("sizes differ"), {}};
                for (int row = 0; row < packed.size(); ++row) {
                    const QString expected = described(careful[static_cast<std::size_t>(row)]);
                    const QString found = described(packed.facts(row));
                    if (found != expected)
                        return Error{ErrorKind::Internal, expected, found};
                }
                return packed.size();
            })
            .result();
    QVERIFY2(compared.isOk(),
             qPrintable(compared ? QString()
                                 : compared.error().message + QStringLiteral("\n---\n")
                                + compared.error().detail));
    QVERIFY(*compared > 60);
}

void PackedCatalogueTest::readsWhatTheCarefulReaderReads()
{
    const TemporaryDatabase db;
    compare(db);
    // Orders, overrides and cells that need care; texts that break out of nothing.
    VERIFY_OK(db.orders()
                  .create(requestFor(db.database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                     QStringLiteral("key")),
                          db.user)
                  .result());
    Override wanted;
    wanted.productId = QStringLiteral("PROD-003");
    wanted.qty = 7;
    wanted.reason = QStringLiteral("because");
    VERIFY_OK(SqlOverrideStore(db.database).set(wanted, 0, db.user).result());
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {oms}products(product_id, name) VALUES ('A''; DROP TABLE x; --', 'Ω')")));
    VERIFY_OK(
        db.execute(QStringLiteral("INSERT INTO {supplier}supplier_info(product_id, supplier_id, moq, "
                                  "lead_time_days, unit_price) VALUES ('only-offer', 'S2', 5, 3, 1.05), "
                                  "('only-offer', 'S1', NULL, -3, 1.05), ('ÄÖ', 'S', 1, 1, NULL)")));
    VERIFY_OK(db.execute(QStringLiteral("INSERT INTO {inventory}inventory_levels(product_id, warehouse_id, "
                                        "current_qty, reserved_qty) VALUES ('a-level', 'W', NULL, NULL)")));
    VERIFY_OK(db.execute(QStringLiteral(
        "INSERT INTO {oms}oms_history(product_id, avg_daily_demand, trend, last_updated) VALUES ('PROD-001', "
        "1.15, NULL, '2031-01-01 00:00:00')")));
    if (!isOnMariaDb()) {
        VERIFY_OK(db.execute(QStringLiteral("UPDATE supplier_info SET moq = 'many', last_updated = "
                                            "'yesterday' WHERE product_id = 'PROD-002'")));
        VERIFY_OK(db.execute(QStringLiteral("UPDATE supplier_info SET lead_time_days = 9e9, is_active = 3 "
                                            "WHERE product_id = 'PROD-105'")));
        VERIFY_OK(db.execute(QStringLiteral("UPDATE oms_history SET last_updated = '2026-01-02T03:04:05.678' "
                                            "WHERE product_id = 'PROD-106'")));
    }
    compare(db);
}

void PackedCatalogueTest::readAgainItSharesWhatIsUnchanged()
{
    const TemporaryDatabase db;
    const auto insert = [&db](int from, int to) {
        QStringList rows;
        for (int i = from; i < to; ++i)
            rows += QStringLiteral("('X-%1', 'Thing %2')").arg(i, 6, 10, QLatin1Char('0')).arg(i % 7);
        return db.execute(QStringLiteral("INSERT INTO {oms}products(product_id, name) VALUES ")
                          + rows.join(QLatin1String(", ")));
    };
    for (int i = 0; i < 9000; i += 1000)
        VERIFY_OK(insert(i, i + 1000));
    SqlCatalogueSource source(db.database);
    const auto read = [&source](const std::shared_ptr<const Catalogue>& before) {
        return source.load({}, {}, before).result().value();
    };
    const std::shared_ptr<const Catalogue> first = read({});
    QVERIFY(first->blocks().size() > 6);
    db.clock->advance(std::chrono::minutes(5));
    const std::shared_ptr<const Catalogue> same = read(first);
    QCOMPARE(same->blocks(), first->blocks());
    for (const int row : {0, 30, 5000, same->size() - 1}) // Those with open orders, too.
        QCOMPARE(same->facts(row).asOf, db.clock->now());

    // One product changes, one joins in the middle, some at the end, and one leaves.
    const QString gone = QStringLiteral("X-000003");
    VERIFY_OK(
        db.execute(QStringLiteral("UPDATE {oms}products SET name = 'Other' WHERE product_id = 'X-004500'")));
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {oms}products(product_id, name) VALUES ('X-006000-a', 'New')")));
    VERIFY_OK(db.execute(QStringLiteral("DELETE FROM {oms}products WHERE product_id = ?"), {gone}));
    VERIFY_OK(insert(9000, 9100));
    const std::shared_ptr<const Catalogue> changed = read(same);
    const std::shared_ptr<const Catalogue> fresh = read({});
    QCOMPARE(changed->size(), fresh->size());
    for (int row = 0; row < fresh->size(); ++row)
        QCOMPARE(described(changed->facts(row)), described(fresh->facts(row)));
    QVERIFY(changed->rowOf(gone) < 0);
    const auto shared =
        std::count_if(changed->blocks().begin(), changed->blocks().end(), [&](const Catalogue::Block& block) {
            return std::find(same->blocks().begin(), same->blocks().end(), block) != same->blocks().end();
        });
    QVERIFY2(shared >= static_cast<std::ptrdiff_t>(same->blocks().size()) - 5,
             qPrintable(QString::number(shared)));
}

void PackedCatalogueTest::changedProductsAreTold()
{
    const TemporaryDatabase db;
    SqlCatalogueSource source(db.database);
    VERIFY_OK(loadAll(source));
    QTest::qWait(isOnMariaDb() ? 3500
                               : 0); // Its clock has whole seconds; what the set-up wrote must be past.
    const auto changes = [&] {
        auto told = source.changes().result();
        if (!told)
            QTest::qFail(qPrintable(told.error().detail), __FILE__, __LINE__);
        return std::move(told).value();
    };
    (void)changes();
    (void)changes();
    const CatalogueChanges nothing = changes();
    QVERIFY(!nothing.hasChanges);

    VERIFY_OK(
        db.execute(QStringLiteral("UPDATE {inventory}inventory_levels SET current_qty = 77, last_updated = "
                                  "CURRENT_TIMESTAMP WHERE product_id = 'PROD-002'")));
    CatalogueChanges told;
    for (int i = 0; i < 40 && told.fresh.empty(); ++i, QTest::qWait(50))
        told = changes();
    QVERIFY(!told.needsReload || isOnMariaDb()); // There the tables do not stamp what others change.
    QCOMPARE(told.fresh.size(), 1U);
    QCOMPARE(told.fresh.front().product.productId, QStringLiteral("PROD-002"));
    QCOMPARE(told.fresh.front().warehouses->front().currentQty, Quantity::whole(77));

    VERIFY_OK(db.orders()
                  .create(requestFor(db.database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                     QStringLiteral("key")),
                          db.user)
                  .result());
    told = {};
    for (int i = 0; i < 40; ++i, QTest::qWait(50)) {
        told = changes();
        if (std::any_of(told.fresh.begin(), told.fresh.end(), [](const ProductFacts& facts) {
                return facts.product.productId == QLatin1String("PROD-001") && facts.openOrders->size() == 1;
            }))
            break;
    }
    QVERIFY(told.hasChanges);
    QVERIFY(std::any_of(told.fresh.begin(), told.fresh.end(), [](const ProductFacts& facts) {
        return facts.product.productId == QLatin1String("PROD-001") && facts.openOrders->size() == 1;
    }));

    for (const char* table : {"{oms}oms_history", "{inventory}inventory_levels", "{supplier}supplier_info",
                              "{uom}uom_conversion", "{oms}products"})
        VERIFY_OK(db.execute(
            QStringLiteral("DELETE FROM %1 WHERE product_id = 'PROD-003'").arg(QLatin1String(table))));
    bool isTold = false;
    for (int i = 0; i < 80 && !isTold; ++i, QTest::qWait(50)) {
        const CatalogueChanges now = changes();
        isTold = now.needsReload || now.gone.contains(QStringLiteral("PROD-003"));
    }
    QVERIFY(isTold);
}

void PackedCatalogueTest::anImportIsToldAsAWhole()
{
    if (isOnMariaDb())
        QSKIP("Servers have no log of changes; their tables' times are asked instead.");
    const TemporaryDatabase db;
    SqlCatalogueSource source(db.database);
    VERIFY_OK(loadAll(source));
    VERIFY_OK(db.execute(QStringLiteral("INSERT INTO catalogue_change(product_id) VALUES (NULL)")));
    const auto told = source.changes().result();
    VERIFY_OK(told);
    QVERIFY(told->needsReload);
}

void PackedCatalogueTest::packsAndUnpacksAnything()
{
    std::vector<ProductFacts> products;
    for (int i = 0; i < 3000; ++i) {
        ProductFacts facts;
        facts.product.productId = QStringLiteral("P%1").arg((i * 7919) % 10007, 5, 10, QLatin1Char('0'));
        facts.product.name = i % 3 == 0 ? QString() : QStringLiteral("Straße %1 \U0001F600").arg(i);
        facts.warehouses.emplace();
        facts.suppliers.emplace();
        facts.units.emplace();
        facts.openOrders.emplace();
        for (int level = 0; level < i % 4; ++level)
            facts.warehouses->push_back({QStringLiteral("W%1").arg(level), Quantity{i * 31 - 9000},
                                         Quantity{i}, Quantity{}, QDateTime()});
        for (int offer = 0; offer < i % 3; ++offer) {
            SupplierOffer packed;
            packed.supplierId = QStringLiteral("S%1").arg(offer);
            packed.leadTimeDays = i % 5 == 0 ? std::int64_t{1} << 40 : i;
            packed.orderMultiple = Quantity::whole(1);
            facts.suppliers->push_back(packed);
        }
        if (i % 7 == 0)
            facts.sourceProblems.push_back({QStringLiteral("code"), QStringLiteral("text")});
        if (i % 11 == 0)
            facts.units.reset();
        facts.ordersVersion = i % 13;
        products.push_back(std::move(facts));
    }
    Catalogue catalogue(Catalogue::packed(products));
    QCOMPARE(catalogue.size(), 3000);
    QVERIFY(catalogue.blocks().size() == 3);
    for (const ProductFacts& facts : products) {
        const int row = catalogue.rowOf(facts.product.productId);
        QVERIFY(row >= 0);
        QCOMPARE(described(catalogue.facts(row)), described(facts));
        QVERIFY(row == 0 || catalogue.productId(row - 1) < facts.product.productId);
    }
    QCOMPARE(catalogue.rowOf(QStringLiteral("P")), -1);
    QCOMPARE(catalogue.rowOf(QStringLiteral("Q")), -1);

    // A change shares what it does not touch.
    ProductFacts changed = products[5];
    changed.product.name = QStringLiteral("Renamed");
    const Catalogue::Change change = catalogue.with({changed});
    QVERIFY(change.sameRows);
    QCOMPARE(change.catalogue->facts(catalogue.rowOf(changed.product.productId)).product.name,
             QStringLiteral("Renamed"));
    int shared = 0;
    for (std::size_t block = 0; block < catalogue.blocks().size(); ++block)
        shared += change.catalogue->blocks()[block] == catalogue.blocks()[block];
    QCOMPARE(shared, 2);
    const Catalogue::Change gone = catalogue.with({}, {changed.product.productId});
    QVERIFY(!gone.sameRows);
    QCOMPARE(gone.catalogue->size(), 2999);
    QCOMPARE(gone.catalogue->rowOf(changed.product.productId), -1);
    changed.product.productId = QStringLiteral("A new one");
    const Catalogue::Change joined = catalogue.with({changed});
    QVERIFY(!joined.sameRows);
    QCOMPARE(joined.catalogue->rowOf(changed.product.productId), 0);
    QCOMPARE(Catalogue().with({changed}).catalogue->size(), 1);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::PackedCatalogueTest)
#include "packed_catalogue_test.moc"
