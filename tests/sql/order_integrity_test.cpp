#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_integrity.h"

#include <QTest>

namespace purchasing::sql {

/// What of an order and its events makes it one that was written so.
class OrderIntegrityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asItWasWritten();
    void whatDiffersIsSaid_data();
    void whatDiffersIsSaid();
    void beforeItIsApprovedNoApprovalIsThere();
    void eachApprovalCounts();

private:
    StoredEvent event(qint64 seq, const char* action, const char* to) const
    {
        StoredEvent stored;
        stored.seq = seq;
        stored.action = QLatin1String(action);
        stored.payload = {{QStringLiteral("contentHash"), QString::fromLatin1(m_order.contentHash.toHex())},
                          {QStringLiteral("to"), QLatin1String(to)}};
        stored.isIntact = true;
        return stored;
    }
    PurchaseOrder m_order;
    std::vector<StoredEvent> m_events;
};

void OrderIntegrityTest::init()
{
    m_order = {};
    m_order.productId = QStringLiteral("P");
    m_order.supplierId = QStringLiteral("S");
    m_order.qty = 3;
    m_order.contentFormat = 2;
    m_order.approvalsRequired = 1;
    m_order.state = OrderState::Approved;
    m_order.contentHash = contentHash(m_order);
    m_order.lastEvent = 9;
    m_events = {event(7, "order.created", "PENDING_APPROVAL"), event(9, "order.approved", "APPROVED")};
}

void OrderIntegrityTest::asItWasWritten()
{
    QCOMPARE(whyNotGenuine(m_order, m_events), QString());
}

void OrderIntegrityTest::whatDiffersIsSaid_data()
{
    QTest::addColumn<std::function<void(PurchaseOrder&, std::vector<StoredEvent>&)>>("change");
    QTest::addColumn<QString>("said");
    using Change = std::function<void(PurchaseOrder&, std::vector<StoredEvent>&)>;
    const auto row = [](const char* name, Change change, const char* said) {
        QTest::newRow(name) << change << QString::fromLatin1(said);
    };
    row(
        "quantity", [](auto& order, auto&) { order.qty = 4; }, "what it orders is not what was written");
    row(
        "an event", [](auto&, auto& events) { events[1].isIntact = false; },
        "event 9 of its history is not what was written");
    row(
        "no events", [](auto&, auto& events) { events.clear(); }, "not what its history says");
    row(
        "no beginning", [](auto&, auto& events) { events.erase(events.begin()); },
        "not what its history says");
    row(
        "another beginning",
        [](auto&, auto& events) { events[0].payload[QStringLiteral("contentHash")] = {}; },
        "not what its history says");
    row(
        "last event", [](auto& order, auto&) { order.lastEvent = 7; },
        "not in the state that its history says");
    row(
        "state", [](auto& order, auto&) { order.state = OrderState::Sending; },
        "not in the state that its history says");
    row(
        "no approval", [](auto&, auto& events) { events[1].action = QStringLiteral("order.send_requested"); },
        "does not say that it was approved");
    row(
        "approval of something else",
        [](auto&, auto& events) { events[1].payload[QStringLiteral("contentHash")] = QStringLiteral("00"); },
        "does not say that it was approved");
}

void OrderIntegrityTest::whatDiffersIsSaid()
{
    using Change = std::function<void(PurchaseOrder&, std::vector<StoredEvent>&)>;
    QFETCH(Change, change);
    QFETCH(QString, said);
    change(m_order, m_events);
    QVERIFY2(whyNotGenuine(m_order, m_events).contains(said), qPrintable(whyNotGenuine(m_order, m_events)));
}

void OrderIntegrityTest::beforeItIsApprovedNoApprovalIsThere()
{
    for (const auto& [state, word] : {std::pair(OrderState::PendingApproval, "PENDING_APPROVAL"),
                                      std::pair(OrderState::Draft, "DRAFT")}) {
        m_order.state = state;
        m_order.lastEvent = 7;
        m_events = {event(7, "order.created", word)};
        QCOMPARE(whyNotGenuine(m_order, m_events), QString());
    }
}

void OrderIntegrityTest::eachApprovalCounts()
{
    m_order.approvalsRequired = 2;
    m_order.contentHash = contentHash(m_order);
    m_events = {event(7, "order.created", "PENDING_APPROVAL"), event(9, "order.approved", "APPROVED")};
    QVERIFY(whyNotGenuine(m_order, m_events).contains(QStringLiteral("does not say that it was approved")));
    m_events.insert(m_events.begin() + 1, event(8, "order.approval_added", "PENDING_APPROVAL"));
    QCOMPARE(whyNotGenuine(m_order, m_events), QString());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderIntegrityTest)
#include "order_integrity_test.moc"
