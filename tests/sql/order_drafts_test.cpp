#include "core/domain/approval_ceiling.h"
#include "core/sql/orders/offer_facts.h"

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

DraftOrder draftOf(std::int64_t qty = 10, UnitPrice price = UnitPrice{159900})
{
    DraftOrder draft;
    draft.productId = QStringLiteral("PROD-001");
    draft.supplierId = QStringLiteral("SUP-001");
    draft.qty = qty;
    draft.unitPrice = price;
    return draft;
}

} // namespace

/// Orders of clients that know no decision, and how orders begin.
class OrderDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsWhatItsClientSays()
    {
        const TemporaryDatabase db;
        auto store = db.orders();
        const auto before = store.openOrders(QStringLiteral("PROD-001")).result();
        const auto made = store.createDraft(draftOf(), db.user).result();
        VERIFY_OK(made);
        QCOMPARE(made->state, OrderState::Draft);
        QCOMPARE(made->qty, 10);
        QCOMPARE(made->total, Money{15990});
        QCOMPARE(made->toPay, Money{15990});
        QCOMPARE(made->tax, Money{});
        QCOMPARE(made->approvalsRequired, 0);
        QVERIFY(!made->sendIntended);
        QCOMPARE(made->supplierName, QStringLiteral("Northside Bearings Supply"));
        QCOMPARE(made->leadTimeDays, std::int64_t{7});
        // Decisions that were made before it did not know of it.
        const auto after = store.openOrders(QStringLiteral("PROD-001")).result();
        QCOMPARE(after->version, before->version + 1);
        QCOMPARE(after->orders.size(), before->orders.size() + 1);
        VERIFY_OK(db.audit().verify().result());
    }

    void itsTotalIsItsQuantityTimesItsPrice()
    {
        const TemporaryDatabase db;
        auto store = db.orders();
        DraftOrder draft = draftOf();
        draft.total = Money{15990};
        VERIFY_OK(store.createDraft(draft, db.user).result());
        draft.total = Money{15991};
        VERIFY_ERROR(store.createDraft(draft, db.user).result(), ErrorKind::Invalid,
                     "The total is 159.91, but 10 at 15.99 are 159.90.");
        VERIFY_ERROR(
            store.createDraft(draftOf(2147483647, UnitPrice{std::int64_t{1} << 40}), db.user).result(),
            ErrorKind::Invalid, "more than can be held");
        VERIFY_ERROR(store.createDraft(draftOf(0), db.user).result(), ErrorKind::Refused,
                     "A quantity of 0 cannot be ordered");
        VERIFY_ERROR(store.createDraft(draftOf(1, UnitPrice{}), db.user).result(), ErrorKind::Refused,
                     "PROD-001 has no price");
    }

    void itNamesAProductAndASupplier()
    {
        const TemporaryDatabase db;
        auto store = db.orders();
        const auto with = [&](const QString& product, const QString& supplier) {
            DraftOrder draft = draftOf();
            draft.productId = product;
            draft.supplierId = supplier;
            return store.createDraft(draft, db.user).result();
        };
        const QString longest(50, QLatin1Char('x'));
        VERIFY_OK(with(longest, longest));
        for (const QString& wrong : {QString(), QStringLiteral(" "), longest + QLatin1Char('x')}) {
            VERIFY_ERROR(with(wrong, longest), ErrorKind::Invalid, "ids of a product and a supplier");
            VERIFY_ERROR(with(longest, wrong), ErrorKind::Invalid, "ids of a product and a supplier");
        }
    }

    void aboveALimitItNeedsApproval_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QString>("ceiling");
        QTest::addColumn<int>("approvals");
        QTest::newRow("the limit itself") << qint64{15990} << QString() << 0;
        QTest::newRow("above the limit") << qint64{15989} << QString() << 1;
        QTest::newRow("the ceiling itself") << qint64{100000} << QStringLiteral("159.90") << 0;
        QTest::newRow("above the ceiling") << qint64{100000} << QStringLiteral("159.89") << 1;
        QTest::newRow("above the limit alone") << qint64{15989} << QStringLiteral("159.90") << 1;
    }

    void aboveALimitItNeedsApproval()
    {
        QFETCH(const qint64, limit);
        QFETCH(const QString, ceiling);
        const TemporaryDatabase db;
        if (!ceiling.isEmpty())
            VERIFY_OK(db.people().setSetting(QLatin1String(kApprovalCeiling), ceiling, db.user).result());
        DraftOrder draft = draftOf();
        draft.approvalLimit = Money{limit};
        const auto made = db.orders().createDraft(draft, db.user).result();
        VERIFY_OK(made);
        QTEST(made->approvalsRequired, "approvals");
    }

    void historyBeginsWithHowItWasMade()
    {
        const TemporaryDatabase db;
        auto store = db.orders();
        const auto begins = [&](const Result<PurchaseOrder>& made, const char* how) {
            const auto history = store.history(made->poId).result();
            QVERIFY2(history->front().text.endsWith(QLatin1String(how)), qPrintable(history->front().text));
        };
        begins(store.createDraft(draftOf(), db.user).result(), "before tax; a draft.");
        OrderRequest request = requestFor(db.database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"),
                                          5, QStringLiteral("k1"));
        begins(store.create(request, db.user).result(), "before tax; approved by the rules.");
        request = requestFor(db.database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 5,
                             QStringLiteral("k2"));
        request.pendingApproval = true;
        begins(store.create(request, db.user).result(), "before tax; it waits for approval.");
    }

    /// What was asked before a transaction is all it knows: it reads no database but its own.
    void offersAreThoseThatWereAsked()
    {
        const TemporaryDatabase db;
        SupplierOffer offer;
        offer.supplierId = QStringLiteral("S-1");
        offer.moq = Quantity::whole(3);
        SupplierOffer second = offer;
        second.moq = Quantity::whole(4);
        const OfferFacts facts(
            {{QStringLiteral("sold"), std::vector<SupplierOffer>{offer, second}},
             {QStringLiteral("none"), Error{ErrorKind::NotFound, QStringLiteral("none"), {}}},
             {QStringLiteral("out"), Error{ErrorKind::Unavailable, QStringLiteral("out"), {}}}});
        for (const char* product : {"sold", "none", "out"})
            QVERIFY(facts.know(QLatin1String(product)));
        QVERIFY(!facts.know(QStringLiteral("PROD-001")));
        QVERIFY(OfferFacts().know(QStringLiteral("PROD-001")));
        const auto asked = [&](const OfferFacts& known, const char* product, const char* supplier) {
            return db.database
                ->read([&](Connection& connection) -> Result<std::optional<SupplierOffer>> {
                    return known.of(connection, QLatin1String(product), QLatin1String(supplier));
                })
                .result();
        };
        QCOMPARE((*asked(facts, "sold", "S-1"))->moq, Quantity::whole(3)); // The first of a supplier counts.
        QVERIFY(!*asked(facts, "sold", "S-2"));
        QVERIFY(!*asked(facts, "none", "S-1"));
        VERIFY_ERROR(asked(facts, "out", "S-1"), ErrorKind::Unavailable, "out");
        VERIFY_ERROR(asked(facts, "PROD-001", "SUP-001"), ErrorKind::Unavailable,
                     "What is offered for PROD-001 is not known");
        if (!isOnMariaDb())
            QVERIFY(*asked(OfferFacts(), "PROD-001", "SUP-001"));
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderDraftsTest)
#include "order_drafts_test.moc"
