#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <limits>
#include <vector>

namespace purchasing::sql {

/// Under which an event's payload names the trace of the request that it came of (W3C).
inline const QString kTraceId = QStringLiteral("trace_id");

/// One act to be remembered for ever.
struct AuditEvent
{
    QDateTime at;
    Actor actor;
    QString action; ///< Stable word: "order.created".
    QString objectId;
    QString productId; ///< Empty where no product is concerned.
    QString text; ///< One sentence for people.
    QJsonObject payload; ///< The figures behind the sentence; kTraceId is added where the request is traced.
};

/// An event as it is stored.
struct StoredEvent
{
    qint64 seq = 0;
    QDateTime at;
    Actor actor; ///< With the login; empty in events of earlier versions.
    QString action;
    QString objectId;
    QString productId;
    QString text;
    QJsonObject payload;
    QByteArray hash;
    bool isIntact = false; ///< Its hash is that of what it says, and the next one continues it.
};

/// The events of an object, oldest first.
[[nodiscard]] std::vector<StoredEvent> eventsOf(Connection& connection, const QString& objectId);
/// The same of several objects, by object.
[[nodiscard]] QHash<QString, std::vector<StoredEvent>> eventsOf(Connection& connection,
                                                                const QStringList& objectIds);

/// Appends the event to the chain and returns its number. The caller holds the writing transaction.
qint64 appendEvent(Connection& connection, const AuditEvent& event);
/// The same with several (one at least), in their order; returns the number of the first.
qint64 appendEvents(Connection& connection, const std::vector<AuditEvent>& events);

/// The trace of the request that runs on this thread, as figures of an event; empty where it is not traced.
[[nodiscard]] QJsonObject tracedFigures();

/// Recomputes the chain and returns the number of events; throws a Failure that names the first bad event.
/// Each good event is shown to `visit`, where given. Reads in short pieces: call it outside a transaction.
[[nodiscard]] qint64 verifyChain(Connection& connection,
                                 const std::function<void(const StoredEvent&)>& visit = {});

/// Says who did what to the object last, before event `before`, and when: "was approved by NAME 10 seconds
/// ago"; empty when nothing happened.
[[nodiscard]] QString lastAct(Connection& connection, const QString& objectId, const QDateTime& now,
                              qint64 before = std::numeric_limits<qint64>::max());

/// The past participle of an order action, for sentences ("approved").
[[nodiscard]] QString doneWord(const QString& action);

} // namespace purchasing::sql
