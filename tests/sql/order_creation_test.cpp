#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Creation: what is stored, what is refused as stale and why, keys, numbers.
class OrderCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatWasDecided();
};

void OrderCreationTest::storesWhatWasDecided()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    const OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("key-1"));
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    QCOMPARE(made->state, OrderState::Approved);
    QCOMPARE(made->total.toString(), QStringLiteral("1599.00"));
    QCOMPARE(made->productName, QStringLiteral("Ball bearing 6204-2RS"));
    QCOMPARE(made->supplierName, QStringLiteral("Northside Bearings Supply"));
    QCOMPARE(made->createdByName, db.user.name);
    QCOMPARE(made->createdAt, db.clock->now());
    QCOMPARE(made->number, QStringLiteral("PO-2026-000004")); // After the three of the demo catalogue.
    const auto listed = store.list({}).result();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 4U);
    QCOMPARE(listed->front().poId, made->poId);
    VERIFY_OK(store.verifyAudit().result());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderCreationTest)
#include "order_creation_test.moc"
