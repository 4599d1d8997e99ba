#include "core/sql/orders/sql_outbox_store.h"

#include "core/ports/and_then.h"
#include "core/sql/engine/write_together.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

constexpr std::size_t kMostTogether = 64;

} // namespace

SqlOutboxStore::SqlOutboxStore(std::shared_ptr<Database> database, RelaySettings relay,
                               std::shared_ptr<SupplierSource> suppliers)
    : m_database(std::move(database))
    , m_clock(&m_database->clock())
    , m_relay(std::move(relay))
    , m_suppliers(std::move(suppliers))
    , m_delivered(
          [database = m_database.get(), clock = m_clock](std::vector<DeliveredMessage> delivered) {
              return writeTogether<std::vector<PurchaseOrder>>(
                  *database, std::move(delivered),
                  [clock](Connection& connection, const std::vector<DeliveredMessage>& some) {
                      return finishMessages(connection, some, clock->now());
                  });
          },
          kMostTogether, 1)
{
}

QFuture<Result<Done>> SqlOutboxStore::releaseBatch(const QString& batchId)
{
    return m_database->write([batchId, clock = m_clock](Connection& connection) -> Result<Done> {
        sql::releaseBatch(connection, batchId, clock->now());
        return Done{};
    });
}

QFuture<Result<std::vector<OutboxMessage>>> SqlOutboxStore::leaseMessages(const QString& owner, int most)
{
    using Leased = Result<std::vector<OutboxMessage>>;
    // "Nothing is due" is an answer to commit: messages may have been put aside on the way to it.
    const auto lease = [owner, most, relay = m_relay, clock = m_clock](Connection& connection,
                                                                       const OfferFacts& offers) -> Leased {
        return leaseDueMessages(connection, owner, most, offers, relay, clock->now());
    };
    if (!m_suppliers)
        return writeKnowing(m_database, m_suppliers, {}, lease);
    const QFuture<Result<QStringList>> due = m_database->read(
        [most, relay = m_relay, clock = m_clock](Connection& connection) -> Result<QStringList> {
            return dueProducts(connection, most, relay, clock->now());
        });
    return andThen(due, afterAnswers(),
                   [database = m_database, suppliers = m_suppliers,
                    lease](const Result<QStringList>& products) -> QFuture<Leased> {
                       if (!products)
                           return QtFuture::makeReadyFuture(Leased(products.error()));
                       if (products->isEmpty())
                           return QtFuture::makeReadyFuture(Leased(std::vector<OutboxMessage>()));
                       return writeKnowing(database, suppliers, *products, lease);
                   });
}

QFuture<Result<std::vector<PurchaseOrder>>> SqlOutboxStore::messageDelivered(const QString& messageId,
                                                                             const QString& owner)
{
    return andThen(m_delivered.ask({messageId, owner}), afterAnswers(),
                   [database = m_database](const Result<std::vector<PurchaseOrder>>& sent) { return sent; });
}

QFuture<Result<Done>> SqlOutboxStore::messageFailed(const QString& messageId, const QString& owner,
                                                    const QString& error)
{
    return m_database->write(
        [messageId, owner, error, relay = m_relay, clock = m_clock](Connection& connection) -> Result<Done> {
            failMessage(connection, messageId, owner, error, relay, clock->now());
            return Done{};
        });
}

QFuture<Result<std::vector<OutboxMessage>>> SqlOutboxStore::waitingMessages()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<OutboxMessage>> {
        return sql::waitingMessages(connection);
    });
}

} // namespace purchasing::sql
