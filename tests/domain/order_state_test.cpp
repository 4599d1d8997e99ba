#include "core/domain/purchase_order.h"

#include <QTest>

#include <array>

namespace purchasing {
namespace {

using S = OrderState;
constexpr std::array kStates = {S::Draft, S::PendingApproval, S::Approved, S::Sending,  S::SendUnknown,
                                S::Sent,  S::Received,        S::Rejected, S::Cancelled};

} // namespace

/// The states of an order: their words, what follows what, and what is on order.
class OrderStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreThoseOfTheContract()
    {
        const QStringList wire{
            QStringLiteral("draft"),    QStringLiteral("pending_approval"), QStringLiteral("approved"),
            QStringLiteral("sending"),  QStringLiteral("send_unknown"),     QStringLiteral("sent"),
            QStringLiteral("received"), QStringLiteral("rejected"),         QStringLiteral("cancelled")};
        QStringList words;
        for (const S state : kStates) {
            words += wireWord(state);
            QCOMPARE(databaseWord(state), wireWord(state).toUpper());
            QCOMPARE(orderStateFromDatabase(databaseWord(state)), std::optional(state));
        }
        QCOMPARE(words, wire);
        QVERIFY(!orderStateFromDatabase(QStringLiteral("sent")));
    }

    void onlyTheseStepsAreTaken()
    {
        const std::vector<std::pair<S, S>> steps{{S::Draft, S::PendingApproval},
                                                 {S::Draft, S::Sending},
                                                 {S::Draft, S::Cancelled},
                                                 {S::PendingApproval, S::Approved},
                                                 {S::PendingApproval, S::Rejected},
                                                 {S::PendingApproval, S::Cancelled},
                                                 {S::Approved, S::Sending},
                                                 {S::Approved, S::Cancelled},
                                                 {S::Sending, S::Approved},
                                                 {S::Sending, S::SendUnknown},
                                                 {S::Sending, S::Sent},
                                                 {S::SendUnknown, S::Approved},
                                                 {S::SendUnknown, S::Sent},
                                                 {S::Sent, S::Received}};
        for (const S from : kStates) {
            for (const S to : kStates) {
                const bool isStep = std::find(steps.begin(), steps.end(), std::pair(from, to)) != steps.end();
                QVERIFY2(canFollow(from, to) == isStep,
                         qPrintable(wireWord(from) + QLatin1String(" to ") + wireWord(to)));
            }
        }
    }

    void whatIsOnOrder()
    {
        PurchaseOrder order;
        order.qty = 100;
        order.receivedQty = 40;
        for (const S state : kStates) {
            order.state = state;
            const bool isOver = state == S::Received || state == S::Rejected || state == S::Cancelled;
            QCOMPARE(countsAsOnOrder(state), !isOver);
            QCOMPARE(order.onOrderQty(), isOver ? 0 : 60);
        }
        order.unbookedQty = 5; // Came, but the warehouse system does not know it yet.
        QCOMPARE(order.onOrderQty(), 5);
        order.state = S::Sent;
        QCOMPARE(order.onOrderQty(), 65);
    }

    void ordersNameTheirSupplierAndDay()
    {
        PurchaseOrder order;
        order.supplierId = QStringLiteral("S-1");
        QCOMPARE(order.supplierText(), QStringLiteral("S-1"));
        order.supplierName = QStringLiteral("Acme");
        QCOMPARE(order.supplierText(), QStringLiteral("Acme"));
        order.createdAt = QDateTime(QDate(2026, 2, 27), QTime(23, 59), Qt::UTC);
        order.leadTimeDays = 2;
        QCOMPARE(order.expectedArrival(), QDate(2026, 3, 1));
    }
};

} // namespace purchasing

QTEST_GUILESS_MAIN(purchasing::OrderStateTest)
#include "order_state_test.moc"
