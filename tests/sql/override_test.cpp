#include "core/sql/overrides/sql_override_store.h"

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kProduct = QStringLiteral("PROD-001");
const QString kSupplier = QStringLiteral("SUP-001");

Override wanted(std::int64_t qty, const QString& supplierId = {})
{
    Override asked;
    asked.productId = kProduct;
    asked.qty = qty;
    asked.supplierId = supplierId;
    asked.reason = QStringLiteral("  Promotion in spring ");
    asked.basis.dailyDemand = Quantity::parse(QStringLiteral("15.5"));
    asked.basis.supplierId = kSupplier;
    asked.basis.leadTimeDays = 7;
    asked.basis.unitPrice = UnitPrice::of({1599});
    asked.basis.supplierActive = true;
    return asked;
}

} // namespace

/// Overrides as the databases keep them: audited, compare-and-set, and ended by the order they were made for.
class OverrideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptWithItsReasonAndBasis();
    void refusesWhatMakesNoSense();
    void theQuickerPersonWins();
    void theOrderMadeWithItEndsIt();
    void anOrderDecidedWithoutItIsStale();
    void anOrderOfAnotherQuantityEndsItToo();
    void theCatalogueCarriesIt();
    void theSchemaWantsAnAuditEvent();
};

void OverrideTest::isKeptWithItsReasonAndBasis()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    QVERIFY(!store.find(kProduct).result().value());
    const auto set = store.set(wanted(240, kSupplier), 0, db.user).result();
    VERIFY_OK(set);
    QCOMPARE(set->reason, QStringLiteral("Promotion in spring"));
    QCOMPARE(set->byId, db.user.personId);
    QCOMPARE(set->at, db.clock->now());
    QVERIFY(set->version > 0);
    const auto again = SqlOverrideStore(db.database).find(kProduct).result();
    VERIFY_OK(again);
    QVERIFY(*again);
    QCOMPARE((*again)->qty, 240);
    QCOMPARE((*again)->supplierId, kSupplier);
    QVERIFY((*again)->basis == wanted(0).basis);
    QVERIFY(!(*again)->basis.moq); // Unknown stays unknown.

    const auto changed = store.set(wanted(250), set->version, db.user).result();
    VERIFY_OK(changed);
    QVERIFY(changed->version > set->version);
    QCOMPARE(store.list().result()->size(), 1U);
    VERIFY_OK(store.clear(kProduct, changed->version, db.user).result());
    QVERIFY(store.list().result()->empty());
    VERIFY_ERROR(store.clear(kProduct, changed->version, db.user).result(), ErrorKind::NotFound,
                 "PROD-001 has no override");

    QStringList actions;
    for (const HistoryEntry& entry : db.activity().activity(kProduct, 3).result().value())
        actions << entry.action;
    QCOMPARE(actions,
             (QStringList{QStringLiteral("override.cleared"), QStringLiteral("override.set"),
                          QStringLiteral("override.set")}));
    VERIFY_OK(db.audit().verify().result());
}

void OverrideTest::refusesWhatMakesNoSense()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    Override blank = wanted(5);
    blank.reason = QStringLiteral(" \n");
    VERIFY_ERROR(store.set(blank, 0, db.user).result(), ErrorKind::Invalid, "needs a reason");
    Override endless = wanted(5);
    endless.reason = QString(2001, QLatin1Char('x'));
    VERIFY_ERROR(store.set(endless, 0, db.user).result(), ErrorKind::Invalid, "at most 2000");
    VERIFY_ERROR(store.set(wanted(0), 0, db.user).result(), ErrorKind::Invalid, "quantity or a supplier");
    VERIFY_ERROR(store.set(wanted(-1), 0, db.user).result(), ErrorKind::Invalid, "cannot be ordered");
    VERIFY_ERROR(store.set(wanted(kLargestOverride + 1), 0, db.user).result(), ErrorKind::Invalid,
                 "cannot be ordered");
    VERIFY_ERROR(store.set(wanted(0, QStringLiteral("SUP-999")), 0, db.user).result(), ErrorKind::Invalid,
                 "SUP-999 does not offer PROD-001");
    Override unknown = wanted(5);
    unknown.productId = QStringLiteral("NO-SUCH");
    VERIFY_ERROR(store.set(unknown, 0, db.user).result(), ErrorKind::NotFound, "no product NO-SUCH");
    VERIFY_ERROR(
        store.set(wanted(5), 0, {QStringLiteral("nobody"), QStringLiteral("Nobody"), false}).result(),
        ErrorKind::Refused, "not known here");
    QVERIFY(store.list().result()->empty());
}

void OverrideTest::theQuickerPersonWins()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    const Actor second = db.addPerson(QStringLiteral("Ana"));
    const auto first = store.set(wanted(240), 0, second).result();
    VERIFY_OK(first);
    db.clock->advance(std::chrono::seconds(10));
    VERIFY_ERROR(store.set(wanted(300), 0, db.user).result(), ErrorKind::Conflict,
                 "changed by Ana 10 seconds ago");
    VERIFY_OK(store.clear(kProduct, first->version, second).result());
    VERIFY_ERROR(store.set(wanted(300), first->version, db.user).result(), ErrorKind::Conflict,
                 "removed by Ana just now");
}

void OverrideTest::theOrderMadeWithItEndsIt()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    const auto set = store.set(wanted(240), 0, db.user).result();
    VERIFY_OK(set);
    OrderRequest request = requestFor(db, kProduct, kSupplier, 240, QStringLiteral("key-1"));
    request.basis.overrideVersion = set->version;
    const auto order = db.orders().create(request, db.user).result();
    VERIFY_OK(order);
    QVERIFY(!store.find(kProduct).result().value());
    // The same request again gives the same order, though its override is gone.
    QCOMPARE(db.orders().create(request, db.user).result()->poId, order->poId);
    const auto history = db.activity().activity(kProduct, 1).result();
    QCOMPARE(history->front().action, QStringLiteral("override.used"));
    QVERIFY(history->front().text.contains(order->number));
}

void OverrideTest::anOrderDecidedWithoutItIsStale()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    const OrderRequest seen = requestFor(db, kProduct, kSupplier, 100, QStringLiteral("key-1"));
    const auto set = store.set(wanted(240), 0, db.user).result();
    VERIFY_OK(set);
    VERIFY_ERROR(db.orders().create(seen, db.user).result(), ErrorKind::Stale, "the override was changed by");
    OrderRequest withIt = requestFor(db, kProduct, kSupplier, 240, QStringLiteral("key-2"));
    withIt.basis.overrideVersion = set->version;
    VERIFY_OK(store.clear(kProduct, set->version, db.user).result());
    VERIFY_ERROR(db.orders().create(withIt, db.user).result(), ErrorKind::Stale,
                 "the override was removed by");
    VERIFY_OK(db.orders().create(seen, db.user).result());
}

void OverrideTest::anOrderOfAnotherQuantityEndsItToo()
{
    const TemporaryDatabase db;
    SqlOverrideStore store(db.database);
    const auto set = store.set(wanted(240), 0, db.user).result();
    VERIFY_OK(set);
    OrderRequest request = requestFor(db, kProduct, kSupplier, 100, QStringLiteral("key-1"));
    request.basis.overrideVersion = set->version;
    VERIFY_OK(db.orders().create(request, db.user).result());
    // A rule that rounds must not leave it in force, or it would be ordered again.
    QVERIFY(!store.find(kProduct).result()->has_value());
    const auto history = db.activity().activity(kProduct, 1).result();
    QVERIFY2(history->front().text.contains(QStringLiteral("the rules made 100 of its 240")),
             qPrintable(history->front().text));
}

void OverrideTest::theCatalogueCarriesIt()
{
    const TemporaryDatabase db;
    VERIFY_OK(SqlOverrideStore(db.database).set(wanted(240, kSupplier), 0, db.user).result());
    const auto facts = loadAll(SqlCatalogueSource(db.database));
    VERIFY_OK(facts);
    int overridden = 0;
    for (const ProductFacts& product : *facts) {
        if (!product.overridden)
            continue;
        ++overridden;
        QCOMPARE(product.product.productId, kProduct);
        QCOMPARE(product.overridden->qty, 240);
        QCOMPARE(product.chosenSupplierId, kSupplier);
    }
    QCOMPARE(overridden, 1);
}

void OverrideTest::theSchemaWantsAnAuditEvent()
{
    const TemporaryDatabase db;
    VERIFY_ERROR(
        db.execute(QStringLiteral("INSERT INTO {po}product_override(product_id, event, qty, supplier_id, "
                                  "reason, basis, set_by, set_at_us) "
                                  "VALUES ('PROD-001', 1, 5, '', 'why', '{}', 'system', 0)")),
        ErrorKind::Refused, "noted down");
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OverrideTest)
#include "override_test.moc"
