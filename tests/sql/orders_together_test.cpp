#include "core/sql/orders/order_steps.h"

#include <QDateTime>
#include <QSet>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Orders that are asked for at once are written in one go, and each is answered as if it were alone.
class OrdersTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsAnsweredForItself();
    void aRequestRepeatedAtOnceIsOneOrder();
    void ofOneProductTheFirstWins();
    void oneThatTheSchemaRefusesLeavesTheOthers();
    void manyAreSentAndNotedTogether();

private:
    /// Products of the demo and who is asked for them: rows of (product, supplier), cheap and active.
    static std::vector<std::pair<QString, QString>> offers(const TemporaryDatabase& db, int most)
    {
        std::vector<std::pair<QString, QString>> found;
        const auto rows =
            db.admin
                ->read([most](Connection& connection) -> Result<std::vector<std::pair<QString, QString>>> {
                    std::vector<std::pair<QString, QString>> all;
                    Rows row = connection.query(
                        QStringLiteral("SELECT product_id, min(supplier_id) FROM {supplier}supplier_info "
                                       "WHERE is_active = 1 AND unit_price > 0 GROUP BY product_id "
                                       "ORDER BY product_id LIMIT ?"),
                        {most});
                    while (row.next())
                        all.emplace_back(row.text(0), row.text(1));
                    return all;
                })
                .result();
        return rows.value();
    }
    static OrderQuestion question(const TemporaryDatabase& db, const std::pair<QString, QString>& offer,
                                  const QString& key)
    {
        return {requestFor(db, offer.first, offer.second, 3, key), db.user, {}};
    }
    static std::vector<Result<PurchaseOrder>> create(const TemporaryDatabase& db,
                                                     const std::vector<OrderQuestion>& questions)
    {
        return db.database
            ->write([&questions, &db](Connection& connection) -> Result<std::vector<Result<PurchaseOrder>>> {
                return createOrders(connection, questions, OfferFacts(), RelaySettings(), db.clock->now());
            })
            .result()
            .value();
    }
    static int count(const TemporaryDatabase& db, const char* table)
    {
        return db.scalar(QStringLiteral("SELECT count(*) FROM {po}%1").arg(QLatin1String(table))).toInt();
    }
};

void OrdersTogetherTest::eachIsAnsweredForItself()
{
    const TemporaryDatabase db;
    const auto all = offers(db, 40);
    QVERIFY(all.size() > 22);
    std::vector<OrderQuestion> questions;
    for (const auto& offer : all)
        questions.push_back(question(db, offer, QStringLiteral("k-") + offer.first));
    questions[3].request.basis.ordersVersion += 1;
    questions[5].request.basis.ruleSetVersion += 1;
    questions[7].request.basis.unitPrice.tenThousandths += 1;
    questions[9].request.basis.overrideVersion = 12;
    questions[11].request.order.tax.minor += 1; // What is to be paid no longer follows.
    questions[13].actor.personId = QStringLiteral("nobody");
    questions[15].request.sendIntended = true;
    questions[17].request.key.key.clear();
    const int before = count(db, "purchase_order");
    const auto answers = create(db, questions);
    QCOMPARE(answers.size(), questions.size());
    QSet<QString> numbers;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool isRefused = i % 2 == 1 && i >= 3 && i <= 13;
        QVERIFY2(answers[i].isOk() != isRefused, qPrintable(QString::number(i)));
        if (isRefused)
            continue;
        QCOMPARE(answers[i]->productId, all[i].first);
        numbers.insert(answers[i]->number);
        // What is returned is what is stored.
        const auto stored = db.orders().find(answers[i]->number).result();
        VERIFY_OK(stored);
        QCOMPARE(stored->poId, answers[i]->poId);
        QCOMPARE(stored->contentHash, answers[i]->contentHash);
        QCOMPARE(stored->lastEvent, answers[i]->lastEvent);
        QCOMPARE(stored->version, answers[i]->version);
        QCOMPARE(db.orders().openOrders(all[i].first).result()->version,
                 questions[i].request.basis.ordersVersion + (stored->version));
    }
    VERIFY_ERROR(answers[3], ErrorKind::Stale, "Evaluate it again");
    VERIFY_ERROR(answers[5], ErrorKind::Stale, "rules version");
    VERIFY_ERROR(answers[7], ErrorKind::Invalid, "not the one that was decided");
    VERIFY_ERROR(answers[9], ErrorKind::Stale, "there is no override");
    VERIFY_ERROR(answers[11], ErrorKind::Refused, "does not follow");
    VERIFY_ERROR(answers[13], ErrorKind::Refused, "is not known here");
    QCOMPARE(numbers.size(), static_cast<qsizetype>(all.size()) - 6);
    QCOMPARE(count(db, "purchase_order"), before + static_cast<int>(all.size()) - 6);
    QCOMPARE(count(db, "idempotency"), static_cast<int>(all.size()) - 7);
    VERIFY_OK(db.audit().verify().result());
}

void OrdersTogetherTest::aRequestRepeatedAtOnceIsOneOrder()
{
    const TemporaryDatabase db;
    const auto all = offers(db, 3);
    OrderQuestion other = question(db, all[1], QStringLiteral("same"));
    const auto answers =
        create(db,
               {question(db, all[0], QStringLiteral("same")), question(db, all[0], QStringLiteral("same")),
                other, question(db, all[2], QStringLiteral("another"))});
    VERIFY_OK(answers[0]);
    VERIFY_OK(answers[1]);
    QCOMPARE(answers[1]->poId, answers[0]->poId);
    VERIFY_ERROR(answers[2], ErrorKind::Invalid, "already used for another order");
    VERIFY_OK(answers[3]);
    QVERIFY(answers[3]->poId != answers[0]->poId);
    VERIFY_OK(db.audit().verify().result());
}

void OrdersTogetherTest::ofOneProductTheFirstWins()
{
    const TemporaryDatabase db;
    const auto all = offers(db, 2);
    const auto answers =
        create(db,
               {question(db, all[0], QStringLiteral("a")), question(db, all[1], QStringLiteral("b")),
                question(db, all[0], QStringLiteral("c"))});
    VERIFY_OK(answers[0]);
    VERIFY_OK(answers[1]);
    QVERIFY(errorText(answers[2]).contains(answers[0]->number.toUtf8()));
    VERIFY_OK(db.audit().verify().result());
}

void OrdersTogetherTest::oneThatTheSchemaRefusesLeavesTheOthers()
{
    const TemporaryDatabase db;
    const auto all = offers(db, 12);
    auto store = db.orders();
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    // The writer is busy, so that all of them wait for one turn.
    const auto busy = db.database->write([](Connection&) -> Result<Done> {
        QTest::qSleep(200);
        return Done{};
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
        OrderRequest request = requestFor(db, all[i].first, all[i].second, 2, QStringLiteral("k%1").arg(i));
        if (i == 6)
            request.order.currency = QStringLiteral("EURO"); // Nobody asks this before the schema does.
        asked.push_back(store.create(request, db.user));
    }
    VERIFY_OK(busy.result());
    for (std::size_t i = 0; i < asked.size(); ++i)
        QVERIFY2(asked[i].result().isOk() == (i != 6), errorText(asked[i].result()).constData());
    VERIFY_OK(db.audit().verify().result());
}

void OrdersTogetherTest::manyAreSentAndNotedTogether()
{
    const TemporaryDatabase db;
    const auto all = offers(db, 40);
    std::vector<OrderQuestion> questions;
    for (const auto& offer : all) {
        questions.push_back(question(db, offer, QString()));
        questions.back().request.sendIntended = true;
        questions.back().request.withoutAddress = true;
    }
    const auto answers = create(db, questions);
    auto outbox = db.outbox();
    // Two of the demo's own may be due, too.
    const auto leased = outbox.leaseMessages(QStringLiteral("me"), 64).result();
    VERIFY_OK(leased);
    QVERIFY(leased->size() >= all.size());
    std::vector<QFuture<Result<std::vector<PurchaseOrder>>>> told;
    for (const OutboxMessage& message : *leased) {
        QCOMPARE(message.orders.front().state, OrderState::Sending);
        told.push_back(outbox.messageDelivered(message.messageId, QStringLiteral("me")));
        told.push_back(outbox.messageDelivered(message.messageId, QStringLiteral("another")));
    }
    told.push_back(outbox.messageDelivered(QStringLiteral("none"), QStringLiteral("me")));
    VERIFY_ERROR(told.back().result(), ErrorKind::NotFound, "no such message");
    told.pop_back();
    for (const auto& answer : told)
        VERIFY_OK(answer.result());
    for (const auto& answer : answers) {
        const auto order = db.orders().find(answer->poId).result();
        QCOMPARE(order->state, OrderState::Sent);
        QCOMPARE(order->version, 3);
        QCOMPARE(db.orders().history(answer->poId).result()->size(), 3U);
    }
    VERIFY_OK(db.audit().verify().result());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrdersTogetherTest)
#include "orders_together_test.moc"
