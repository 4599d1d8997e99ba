#include "tests/sql/load_all.h"
#include "tests/sql/made_on_server.h"
#include "tests/sql/other_system.h"

namespace purchasing::sql {

/// Databases on a server that another system made, or that lack tables of ours.
class OtherSystemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherSystemsDatabasesAreRead();
    void catalogueWithoutOurTablesIsUsable();
};

void OtherSystemTest::otherSystemsDatabasesAreRead()
{
    QStringList statements;
    for (const char* statement : kOtherSystem)
        statements += QString::fromUtf8(statement);
    run(QStringLiteral("other"), statements);
    const MysqlSettings settings = madeFor(QStringLiteral("other"));
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    // products and demand_daily were added beside their tables; what is inside theirs stays missing.
    QCOMPARE(opened->limitations.size(), 3);
    QVERIFY(opened->limitations[2].contains(QStringLiteral("other_uom_db.uom_conversion: product ids are")));
    QVERIFY(opened->limitations[0].contains(QStringLiteral("inventory_levels has no on_order_qty")));
    QVERIFY(opened->limitations[1].contains(
        QStringLiteral("supplier_info has no supplier_name, order_multiple, priority, email: suppliers are "
                       "shown by their id;")));

    const auto loaded = loadAll(SqlCatalogueSource(opened->database));
    VERIFY_OK(loaded);
    QStringList ids;
    for (const ProductFacts& facts : *loaded)
        ids += facts.product.productId;
    QCOMPARE(ids,
             QStringList({QStringLiteral("PROD-001"), QStringLiteral("PROD-002"), QStringLiteral("prod-001"),
                          QStringLiteral("Ω-1")}));
    const auto& first = *std::find_if(loaded->begin(), loaded->end(), [](const ProductFacts& facts) {
        return facts.product.productId == QLatin1String("PROD-001");
    });
    QVERIFY(first.sourceProblems.empty());
    QCOMPARE(first.demand->avgDailyDemand->toString(), QStringLiteral("15.5"));
    QCOMPARE(first.suppliers->size(), 2U);
    QCOMPARE(first.supplier()->supplierId, QStringLiteral("SUP-001")); // The cheaper one.
    QCOMPARE(first.supplier()->orderMultiple->units(), 1);
    QCOMPARE(first.supplier()->name, QString());
    QCOMPARE(first.warehouses->front().onOrderQty.units(), 0);
    QCOMPARE(first.units->front().factor->units(), 12);
    SqlInventorySource inventory(opened->database);
    const auto levels = inventory.levels(QStringLiteral("PROD-002")).result();
    VERIFY_OK(levels);
    QCOMPARE(levels->front().reservedQty.units(), 0); // NULL is 0, whatever their column makes of it.
    QVERIFY(
        !SqlSupplierSource(opened->database).offers(QStringLiteral("PROD-002")).result()->front().isActive);

    // An order goes all its way, to nobody knowingly, and receiving it leaves their table alone.
    const Actor user = SqlPeopleStore(opened->database).operatingSystemUser().result().value();
    SqlOrderStore store(opened->database);
    SqlOutboxStore outbox(opened->database);
    OrderRequest request = requestFor(opened->database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"),
                                      100, QStringLiteral("key"));
    request.sendIntended = true;
    const auto made = store.create(request, user).result();
    VERIFY_OK(made);
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    VERIFY_OK(store.requestSend(made->poId, user, {true, 0}).result());
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    const auto sent = outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result();
    VERIFY_OK(sent);
    VERIFY_OK(store.receive(sent->front().poId, sent->front().version, 100, user).result());
    QCOMPARE(inventory.levels(QStringLiteral("PROD-001")).result()->front().currentQty->units(), 25);
}

void OtherSystemTest::catalogueWithoutOurTablesIsUsable()
{
    const MysqlSettings settings = madeFor(QStringLiteral("bare"));
    run(QStringLiteral("bare"),
        {QStringLiteral("DROP TABLE {oms}products"), QStringLiteral("DROP TABLE {oms}demand_daily")});
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    QCOMPARE(opened->limitations.size(), 2);
    QVERIFY(opened->limitations[0].contains(
        QStringLiteral("has no table products: products are shown by their id")));
    QVERIFY(opened->limitations[1].contains(QStringLiteral("no chart of past demand")));
    const auto loaded = loadAll(SqlCatalogueSource(opened->database));
    VERIFY_OK(loaded);
    QVERIFY(loaded->size() >= 50);
    SqlDemandSource demand(opened->database);
    QCOMPARE(demand.product(QStringLiteral("PROD-001")).result()->name, QString());
    const auto history = demand.history(QStringLiteral("PROD-001"), QDate(2000, 1, 1)).result();
    VERIFY_OK(history);
    QVERIFY(history->empty());
    run(QStringLiteral("bare"),
        {QStringLiteral("ALTER TABLE {supplier}supplier_info DROP COLUMN unit_price")});
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "supplier_info.unit_price");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OtherSystemTest)
#include "other_system_test.moc"
