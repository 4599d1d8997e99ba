#include "core/sql/orders/sql_order_store.h"

#include "core/ports/and_then.h"
#include "core/sql/audit/history_rows.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/engine/write_together.h"
#include "core/sql/orders/open_orders.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/unbooked_receipts.h"

#include <QDateTime>
#include <QHash>

#include <map>

namespace purchasing::sql {
namespace {

constexpr std::size_t kMostOrdersTogether = 64;
/// While the offers for some are asked for, others are written.
constexpr int kTurnsAtOnce = 2;

QStringList productsOf(const std::vector<OrderQuestion>& questions)
{
    QStringList products;
    for (const OrderQuestion& question : questions)
        products << question.request.order.productId;
    products.removeDuplicates();
    return products;
}

/// The orders with these ids or numbers.
std::vector<Result<PurchaseOrder>> findOrders(Connection& connection, const std::vector<QString>& asked)
{
    QHash<QString, PurchaseOrder> found;
    inLists(asked, [&](std::span<const QString> piece) {
        const QVariantList names(piece.begin(), piece.end());
        for (const PurchaseOrder& order :
             readOrders(connection,
                        QStringLiteral("o.po_id IN (%1) OR o.po_number IN (%1)").arg(marks(piece.size())),
                        names + names)) {
            found.insert(order.poId, order);
            found.insert(order.number, order);
        }
    });
    std::vector<Result<PurchaseOrder>> answers;
    for (const QString& name : asked) {
        const auto order = found.constFind(name);
        if (order == found.cend())
            answers.emplace_back(
                Error{ErrorKind::NotFound, ErrorWords::tr("There is no purchase order %1.").arg(name), {}});
        else
            answers.emplace_back(*order);
    }
    return answers;
}

} // namespace

SqlOrderStore::SqlOrderStore(std::shared_ptr<Database> database, RelaySettings relay,
                             std::shared_ptr<SupplierSource> suppliers)
    : m_database(std::move(database))
    , m_clock(&m_database->clock())
    , m_relay(std::move(relay))
    , m_suppliers(std::move(suppliers))
    , m_created(
          [database = m_database.get(), suppliers = m_suppliers, relay = m_relay,
           clock = m_clock](const std::vector<OrderQuestion>& questions) {
              const auto create = [database, relay, clock, questions](const OfferFacts& offers) {
                  return writeTogether<PurchaseOrder>(
                      *database, questions,
                      [offers, relay, clock](Connection& connection, const std::vector<OrderQuestion>& some) {
                          return createOrders(connection, some, offers, relay, clock->now());
                      });
              };
              if (!suppliers)
                  return create(OfferFacts());
              return andThen(askOffers(*suppliers, productsOf(questions)), afterAnswers(), create);
          },
          kMostOrdersTogether, kTurnsAtOnce)
    , m_found(
          [database = m_database.get()](std::vector<QString> asked) {
              return database->ask([asked = std::move(asked)](Connection& connection) {
                  return Result<std::vector<Result<PurchaseOrder>>>(findOrders(connection, asked));
              });
          },
          kMostOrdersTogether, kTurnsAtOnce)
{
}

// The time of a change is taken inside its transaction, so that later events never carry earlier times. The
// work captures the clock and the settings, never the store: the store may go while work is still queued.

QFuture<Result<PurchaseOrder>> SqlOrderStore::create(const OrderRequest& request, const Actor& actor)
{
    return andThen(m_created.ask({request, actor, tracedFigures()}), afterAnswers(),
                   [database = m_database](const Result<PurchaseOrder>& order) { return order; });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::createDraft(const DraftOrder& draft, const Actor& actor)
{
    return m_database->write(
        [draft, actor, clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
            return createDraftOrder(connection, draft, actor, clock->now());
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::orderOfKey(const RequestKey& key, const Actor& actor)
{
    return m_database->read([key, actor](Connection& connection) -> Result<PurchaseOrder> {
        return orderMadeWith(connection, key, actor);
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::approve(const QString& poId, std::int64_t version,
                                                      const QByteArray& contentHash, const Actor& actor)
{
    return m_database->write([poId, version, contentHash, actor,
                              clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
        return approveOrder(connection, poId, version, contentHash, actor, clock->now());
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::reject(const QString& poId, std::int64_t version,
                                                     const QString& reason, const Actor& actor)
{
    return m_database->write(
        [poId, version, reason, actor, clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
            return rejectOrder(connection, poId, version, reason, actor, clock->now());
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::cancel(const QString& poId, std::int64_t version,
                                                     const QString& reason, const Actor& actor)
{
    return m_database->write(
        [poId, version, reason, actor, clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
            return cancelOrder(connection, poId, version, reason, actor, clock->now());
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::requestSend(const QString& poId, const Actor& actor,
                                                          const SendChoice& choice)
{
    const auto send = [poId, actor, choice, relay = m_relay, clock = m_clock](
                          Connection& connection, const OfferFacts& offers) -> Result<PurchaseOrder> {
        return requestSending(connection, poId, choice, offers, actor, relay, clock->now());
    };
    if (!m_suppliers)
        return writeKnowing(m_database, m_suppliers, {}, send);
    return andThen(find(poId), afterAnswers(),
                   [database = m_database, suppliers = m_suppliers, send,
                    context = CallContext::current()](const Result<PurchaseOrder>& order) {
                       if (!order)
                           return QtFuture::makeReadyFuture(order);
                       const CallScope scope(context);
                       return writeKnowing(database, suppliers, {order->productId}, send);
                   });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::receive(const QString& poId, std::int64_t version,
                                                      std::int64_t qty, const Actor& actor)
{
    return m_database->write(
        [poId, version, qty, actor, clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
            return receiveGoods(connection, poId, version, qty, actor, clock->now());
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::closeShort(const QString& poId, std::int64_t version,
                                                         const QString& reason, const Actor& actor)
{
    return m_database->write(
        [poId, version, reason, actor, clock = m_clock](Connection& connection) -> Result<PurchaseOrder> {
            return closeOrderShort(connection, poId, version, reason, actor, clock->now());
        });
}

QFuture<Result<std::vector<PurchaseOrder>>> SqlOrderStore::list(const OrderFilter& filter)
{
    return m_database->read([filter](Connection& connection) -> Result<std::vector<PurchaseOrder>> {
        QStringList conditions = {QStringLiteral("1 = 1")};
        QVariantList values;
        if (!filter.states.empty())
            conditions += inStates(filter.states, values);
        if (!filter.productId.isEmpty()) {
            conditions += QStringLiteral("o.product_id = ?");
            values += filter.productId;
        }
        if (filter.needsApproval)
            conditions += QStringLiteral("o.approvals_required > 0");
        values += filter.limit;
        return readOrders(connection,
                          conditions.join(QLatin1String(" AND "))
                              + QStringLiteral(" ORDER BY o.created_at_us DESC, o.po_number DESC LIMIT ?"),
                          values, filter.withContent);
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::find(const QString& idOrNumber)
{
    return andThen(m_found.ask(idOrNumber), afterAnswers(),
                   [database = m_database](const Result<PurchaseOrder>& order) { return order; });
}

QFuture<Result<std::vector<HistoryEntry>>> SqlOrderStore::history(const QString& poId)
{
    return m_database->read([poId](Connection& connection) -> Result<std::vector<HistoryEntry>> {
        (void)requireOrder(connection, poId);
        return orderHistory(connection, poId);
    });
}

QFuture<Result<OpenOrders>> SqlOrderStore::openOrders(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<OpenOrders> {
        return readOpenOrders(connection, productId);
    });
}

QFuture<Result<std::vector<ProductOrders>>> SqlOrderStore::allOpenOrders()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<ProductOrders>> {
        // By the ids' bytes, as lists of products are.
        std::map<QByteArray, OpenOrders> byId;
        {
            Rows rows =
                connection.query(QStringLiteral("SELECT product_id, version FROM {po}product_basis"), {});
            while (rows.next())
                byId[rows.text(0).toUtf8()].version = rows.integer(1);
        }
        QVariantList values;
        const QString states = inStates(openStates(), values);
        std::vector<PurchaseOrder> orders =
            readOrders(connection, QStringLiteral("%1 ORDER BY o.created_at_us").arg(states), values, false);
        addUnbookedReceipts(connection, QStringLiteral("1 = 1"), {}, orders);
        for (PurchaseOrder& order : orders)
            byId[order.productId.toUtf8()].orders.push_back(std::move(order));
        std::vector<ProductOrders> all;
        all.reserve(byId.size());
        for (auto& [productId, open] : byId)
            all.push_back({QString::fromUtf8(productId), std::move(open)});
        return all;
    });
}

} // namespace purchasing::sql
