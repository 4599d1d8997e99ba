#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <QJsonObject>

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

/// The version of the product's list of orders; 0 before the first.
[[nodiscard]] qint64 ordersVersion(Connection& connection, const QString& productId);

/// Makes the product's first version, 0, where there is none yet.
void beginBasis(Connection& connection, const QString& productId);

/// SQL for the states whose quantity is still on order, with its values: "o.status IN (?, ?, …)".
[[nodiscard]] QString inStates(const std::vector<OrderState>& states, QVariantList& values);
[[nodiscard]] std::vector<OrderState> openStates();

/// Writes a new order, its number and its audit event. `order` has its content and state; the rest is filled
/// in, so that it is what reading it would give. The caller holds the transaction, has checked the content
/// and has raised the basis. The event says which request asked for it.
void insertOrder(Connection& connection, PurchaseOrder& order, const RequestKey& key, const Actor& actor,
                 const QDateTime& now);

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
/// The same; returns the order as it is now, read again.
PurchaseOrder changeOrder(Connection& connection, const PurchaseOrder& order, const OrderChange& change,
                          const Actor& actor, const QDateTime& now);

/// The Conflict for somebody who came too late: what happened to the order, by whom and when.
[[nodiscard]] Failure tooLate(Connection& connection, const PurchaseOrder& order, const QDateTime& now,
                              qint64 beforeEvent = std::numeric_limits<qint64>::max());

} // namespace purchasing::sql
