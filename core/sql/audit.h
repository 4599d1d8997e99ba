#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/query.h"

#include <QJsonObject>

class QCryptographicHash;

namespace purchasing::sql {

/// Adds a field to a hash with its length before it, so that no two lists of fields give the same bytes.
void addField(QCryptographicHash& hash, const QByteArray& field);

/// Appends an event to the chain. Inside the transaction of the change it tells of; throws Failure.
void appendAudit(const QSqlDatabase& connection, const QDateTime& at, const Actor& actor,
                 const QString& action, const QString& objectId, const QString& productId,
                 const QJsonObject& payload);

/// Follows the chain from its start and returns the number of events. Throws Failure naming the first bad
/// one.
[[nodiscard]] std::int64_t verifyAuditChain(const QSqlDatabase& connection);

/// The sentence of an event for people, in the application's language.
[[nodiscard]] QString eventText(const QString& action, const QJsonObject& payload);

} // namespace purchasing::sql
