#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/query.h"

#include <QJsonObject>

#include <initializer_list>
#include <optional>

namespace purchasing::sql {

/// Writes one change of an order's row by compare-and-set on its state and version, raises the product's
/// basis and appends the audit event. `assignments` is SQL with bound values ("sent_at_us = ?"). Throws a
/// Conflict Failure when somebody was quicker. Inside the caller's transaction.
void changeOrder(const QSqlDatabase& connection, const PurchaseOrder& order, OrderState to,
                 const QString& assignments, std::initializer_list<QVariant> values, const QString& action,
                 const QJsonObject& details, const Actor& actor, const QDateTime& at);

/// Refuses when the order is not what the caller saw any more: Conflict says who did what when, Stale that it
/// changed.
void requireUnchanged(const PurchaseOrder& order, std::int64_t seenVersion, OrderState needed,
                      const QDateTime& now);
/// Refuses a person that is unknown or disabled.
void requirePerson(const QSqlDatabase& connection, const Actor& actor);
[[nodiscard]] bool isSingleOperator(const QSqlDatabase& connection);

/// Whether the supplier still offers the product and is active; unset when it is gone or unknown.
[[nodiscard]] std::optional<bool> supplierActive(const QSqlDatabase& connection, const QString& productId,
                                                 const QString& supplierId);

/// Puts the order's message into the outbox, or wakes the one that is there.
void enqueueMessage(const QSqlDatabase& connection, const QString& poId, const QDateTime& now);
/// The relay as an actor: it acts for nobody.
[[nodiscard]] Actor relayActor();

} // namespace purchasing::sql
