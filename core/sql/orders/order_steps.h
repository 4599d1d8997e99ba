#pragma once

#include "core/ports/order_store.h"
#include "core/ports/outbox_store.h"
#include "core/sql/engine/connection.h"
#include "core/sql/orders/offer_facts.h"

#include <QJsonObject>

#include <chrono>

namespace purchasing::sql {

/// How messages leave.
struct RelaySettings
{
    /// The way out of this program. Messages wait for the one they were written for, and those of earlier
    /// versions, which named only its kind ("folder"), for anyone's.
    QString channel = QStringLiteral("folder");
    /// How long a relay may take over one message before another takes it again; short, because giving the
    /// same message twice is harmless and an interrupted sending waits for it.
    std::chrono::milliseconds lease = std::chrono::seconds(5);
    std::chrono::milliseconds leasePerOrder = std::chrono::milliseconds(200); ///< For each further order.
    std::chrono::milliseconds firstRetry = std::chrono::seconds(1); ///< Doubles with every failure.
    std::chrono::milliseconds longestRetry = std::chrono::minutes(5);
    /// How long an order of a batch waits for the rest of it. The batch releases its orders when it is
    /// complete, or given up at the next start; this is for one that nobody comes back to.
    std::chrono::milliseconds batchHold = std::chrono::minutes(10);
    int ordersPerMessage = 100; ///< At most; with a document each, a mail server still takes the message.
};

// The steps of an order's life, each inside the one writing transaction of its caller. They throw Failure
// with the kinds OrderStore documents.

/// A request for an order, and who asks.
struct OrderQuestion
{
    OrderRequest request;
    Actor actor;
    QJsonObject figures; ///< Of what is noted down about it: see tracedFigures().
};

/// Creates what is asked for, all in as few statements as one order takes. Each has its own answer, with the
/// kinds OrderStore documents; one that is refused leaves nothing behind. What fails for all is thrown.
[[nodiscard]] std::vector<Result<PurchaseOrder>>
createOrders(Connection& connection, const std::vector<OrderQuestion>& questions, const OfferFacts& offers,
             const RelaySettings& relay, const QDateTime& now);
/// Creates the order of an existing client that names no decision; see OrderStore::createDraft().
[[nodiscard]] PurchaseOrder createDraftOrder(Connection& connection, const DraftOrder& draft,
                                             const Actor& actor, const QDateTime& now);
/// Moves a draft that needs approval to those who wait for it.
[[nodiscard]] PurchaseOrder submitDraft(Connection& connection, const PurchaseOrder& order,
                                        const Actor& person, const QDateTime& now);
/// The order that `actor` made with this key; throws NotFound where there is none.
/// Invalid where the key stood for another request.
[[nodiscard]] PurchaseOrder orderMadeWith(Connection& connection, const RequestKey& key, const Actor& actor);
[[nodiscard]] PurchaseOrder approveOrder(Connection& connection, const QString& poId, std::int64_t version,
                                         const QByteArray& contentHash, const Actor& actor,
                                         const QDateTime& now);
[[nodiscard]] PurchaseOrder rejectOrder(Connection& connection, const QString& poId, std::int64_t version,
                                        const QString& reason, const Actor& actor, const QDateTime& now);
[[nodiscard]] PurchaseOrder cancelOrder(Connection& connection, const QString& poId, std::int64_t version,
                                        const QString& reason, const Actor& actor, const QDateTime& now);
[[nodiscard]] PurchaseOrder requestSending(Connection& connection, const QString& poId,
                                           const SendChoice& choice, const OfferFacts& offers,
                                           const Actor& actor, const RelaySettings& relay,
                                           const QDateTime& now);
[[nodiscard]] PurchaseOrder receiveGoods(Connection& connection, const QString& poId, std::int64_t version,
                                         std::int64_t qty, const Actor& actor, const QDateTime& now);

[[nodiscard]] PurchaseOrder closeOrderShort(Connection& connection, const QString& poId, std::int64_t version,
                                            const QString& reason, const Actor& actor, const QDateTime& now);

/// An order that is to be sent.
struct NewMessage
{
    QString poId;
    std::chrono::milliseconds hold{}; ///< It is due after that.
    bool withoutAddress = false; ///< A person wants it so.
};
/// Puts the orders into the outbox.
void insertMessages(Connection& connection, const std::vector<NewMessage>& messages,
                    const RelaySettings& relay, const QDateTime& now);
/// Puts the waiting order aside, with the reason; a person sends it again when that has changed. `figures` go
/// into its event.
PurchaseOrder putAside(Connection& connection, const PurchaseOrder& order, const QString& why,
                       const QDateTime& now, const QJsonObject& figures = {});
/// Says that the supplier has no usable address; empty where it has.
[[nodiscard]] QString whyNoRecipient(const PurchaseOrder& order);
/// The reason without blanks around it; throws Invalid with the sentence where there is none.
[[nodiscard]] QString requireReason(const QString& reason, const QString& sentence);
/// Makes the held orders of the batch due.
void releaseBatch(Connection& connection, const QString& batchId, const QDateTime& now);
/// Takes up to `most` due messages and moves their orders to SENDING. Orders whose supplier became inactive
/// are put aside instead, with the reason on the order. What is due though nobody asked about its product's
/// offers waits for the next time.
[[nodiscard]] std::vector<OutboxMessage> leaseDueMessages(Connection& connection, const QString& owner,
                                                          int most, const OfferFacts& offers,
                                                          const RelaySettings& relay, const QDateTime& now);
/// The products whose offers leaseDueMessages() needs to know.
[[nodiscard]] QStringList dueProducts(Connection& connection, int most, const RelaySettings& relay,
                                      const QDateTime& now);
/// A message that its channel has, and the relay that says so.
struct DeliveredMessage
{
    QString messageId;
    QString owner;
};
/// Notes that the messages were sent; answers each with its orders, or why it cannot be noted.
[[nodiscard]] std::vector<Result<std::vector<PurchaseOrder>>>
finishMessages(Connection& connection, const std::vector<DeliveredMessage>& delivered, const QDateTime& now);
void failMessage(Connection& connection, const QString& messageId, const QString& owner, const QString& error,
                 const RelaySettings& relay, const QDateTime& now);
/// See OrderStore.
[[nodiscard]] std::vector<OutboxMessage> waitingMessages(Connection& connection);

/// Says in words why the supplier must not be given an order for the product now; empty when it may.
[[nodiscard]] QString whySupplierRefused(Connection& connection, const OfferFacts& offers,
                                         const PurchaseOrder& order);

} // namespace purchasing::sql
