#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace purchasing::sql {

/// Reads orders with the names of their people and the state of their message. `condition` is SQL after
/// WHERE, over the alias `o`; it may end with ORDER BY and LIMIT. Without content, facts and decision stay
/// empty.
[[nodiscard]] std::vector<PurchaseOrder> readOrders(Connection& connection, const QString& condition,
                                                    const QVariantList& values, bool withContent = true);
[[nodiscard]] std::optional<PurchaseOrder> findOrder(Connection& connection, const QString& poId);
/// As findOrder, but throws NotFound.
[[nodiscard]] PurchaseOrder requireOrder(Connection& connection, const QString& poId);
/// Those of the orders that are there, by id.
[[nodiscard]] QHash<QString, PurchaseOrder> ordersOf(Connection& connection, const QStringList& poIds);

/// The version of the product's list of orders; 0 before the first.
[[nodiscard]] qint64 ordersVersion(Connection& connection, const QString& productId);

/// Raises the products' versions, each product named once: decisions made before do not know what is done
/// now. The caller holds the writing transaction.
void raiseBasis(Connection& connection, const QStringList& productIds);
/// As raiseBasis() above, by whoever has read already which of them are not there.
void raiseBasis(Connection& connection, const QStringList& productIds, const QStringList& missing);

/// SQL for the states whose quantity is still on order, with its values: "o.status IN (?, ?, …)".
[[nodiscard]] QString inStates(const std::vector<OrderState>& states, QVariantList& values);
[[nodiscard]] std::vector<OrderState> openStates();

/// An order to be written, and whose it is.
struct NewOrder
{
    PurchaseOrder order; ///< With its content and state.
    RequestKey key; ///< The request that asked for it, which its event names; empty where none did.
    Actor actor;
    QJsonObject figures; ///< Further ones of its event.
};

/// Writes the new orders, their numbers and their audit events. The rest of each order is filled in, so that
/// it is what reading it would give. The caller holds the transaction, has checked the content and has raised
/// the basis.
void insertOrders(Connection& connection, std::vector<NewOrder>& orders, const QDateTime& now);
/// The same with one.
[[nodiscard]] PurchaseOrder insertOrder(Connection& connection, NewOrder order, const QDateTime& now);

/// What one change does to an order besides its state.
struct OrderChange
{
    OrderState to = OrderState::Draft;
    QString action; ///< Of the audit event.
    QString text; ///< Of the audit event.
    QJsonObject payload;
    QStringList columns; ///< Further columns to set, with `values`.
    QVariantList values;
};

/// Changes the order by compare-and-set on the state and version in `order` and writes its audit event.
/// Throws a Conflict that says who was quicker. `order` follows, but for what the further columns say.
void moveOrder(Connection& connection, PurchaseOrder& order, const OrderChange& change, const Actor& actor,
               const QDateTime& now);
/// An order and what becomes of it.
struct OrderMove
{
    PurchaseOrder* order = nullptr;
    OrderChange change;
};
/// moveOrder() of several orders. What changes has the same state, columns and values for each of them.
void moveOrders(Connection& connection, const std::vector<OrderMove>& moves, const Actor& actor,
                const QDateTime& now);
/// As moveOrder(); returns the order as it is now, read again.
PurchaseOrder changeOrder(Connection& connection, const PurchaseOrder& order, const OrderChange& change,
                          const Actor& actor, const QDateTime& now);

/// The Conflict for somebody who came too late: what happened to the order, by whom and when.
[[nodiscard]] Failure tooLate(Connection& connection, const PurchaseOrder& order, const QDateTime& now,
                              qint64 beforeEvent = std::numeric_limits<qint64>::max());

} // namespace purchasing::sql
