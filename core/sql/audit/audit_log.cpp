#include "core/sql/audit/audit_log.h"

#include "core/domain/digest.h"
#include "core/ports/call_context.h"
#include "core/ports/span.h"
#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>

namespace purchasing::sql {
namespace {

constexpr int kPiece = 1000;
const QString kTable = QStringLiteral("{po}audit_event");
const QString kHead = QStringLiteral("SELECT seq, hash FROM {po}audit_event ORDER BY seq DESC LIMIT 1");

const QString kFields =
    QStringLiteral("seq, at_us, actor_id, actor_name, single_operator, action, object_id, "
                   "product_id, text, payload, prev_hash, login");
constexpr int kPrevious = 10;
constexpr int kLogin = 11;
constexpr int kHash = 12; ///< Follows kFields where it is read.

/// Hashes the columns of kFields in their order. Events of earlier versions have no login.
QByteArray eventHash(const QVariantList& fields)
{
    const bool hasLogin = !fields[kLogin].isNull();
    Digest digest(hasLogin ? "audit-event-2" : "audit-event-1");
    for (int column = 0; column < (hasLogin ? kHash : kLogin); ++column) {
        // The stored kind counts too: the number 1 and the text '1' are different rows.
        digest.add(QByteArray(fields[column].typeName()));
        digest.add(fields[column].toByteArray());
    }
    return digest.result();
}

/// The columns of kFields as they were hashed. MySQL's columns hold one kind each, which its driver returns
/// in several; SQLite's are what they are.
QVariantList storedFields(const Rows& rows, bool isMysql)
{
    static constexpr std::array kKinds = {
        QMetaType::LongLong, QMetaType::LongLong, QMetaType::QString,    QMetaType::QString,
        QMetaType::LongLong, QMetaType::QString,  QMetaType::QString,    QMetaType::QString,
        QMetaType::QString,  QMetaType::QString,  QMetaType::QByteArray, QMetaType::QString,
    };
    QVariantList fields;
    for (int column = 0; column < int{kKinds.size()}; ++column) {
        QVariant value = rows.isNull(column) ? QVariant() : rows.value(column);
        if (isMysql && value.isValid())
            value.convert(QMetaType(kKinds[static_cast<std::size_t>(column)]));
        fields << value;
    }
    return fields;
}

StoredEvent storedEvent(const Rows& rows, const QVariantList& fields)
{
    StoredEvent event;
    event.seq = rows.integer(0);
    event.at = rows.moment(1);
    event.actor = {rows.text(2), rows.text(3), rows.integer(4) != 0, rows.text(kLogin)};
    event.action = rows.text(5);
    event.objectId = rows.text(6);
    event.productId = rows.text(7);
    event.text = rows.text(8);
    event.payload = QJsonDocument::fromJson(rows.text(9).toUtf8()).object();
    event.hash = rows.bytes(kHash);
    event.isIntact = event.hash == eventHash(fields);
    return event;
}

[[noreturn]] void reportBad(qint64 seq, const QString& why)
{
    throw Failure(ErrorKind::Invalid,
                  ErrorWords::tr("The audit log was changed from outside: event %1 %2.").arg(seq).arg(why));
}

} // namespace

std::vector<StoredEvent> eventsOf(Connection& connection, const QString& objectId)
{
    return eventsOf(connection, QStringList{objectId}).value(objectId);
}

QHash<QString, std::vector<StoredEvent>> eventsOf(Connection& connection, const QStringList& objectIds)
{
    QHash<QString, std::vector<StoredEvent>> found;
    inLists(objectIds, [&](std::span<const QString> piece) {
        Rows rows = connection.query(
            QStringLiteral("SELECT ") + kFields
                + QStringLiteral(", hash, (SELECT n.prev_hash FROM {po}audit_event n WHERE n.seq = e.seq + "
                                 "1) FROM {po}audit_event e WHERE object_id IN (%1) ORDER BY seq")
                      .arg(marks(piece.size())),
            QVariantList(piece.begin(), piece.end()));
        while (rows.next()) {
            StoredEvent event = storedEvent(rows, storedFields(rows, connection.dialect().isMysql()));
            event.isIntact &= rows.isNull(kHash + 1) || rows.bytes(kHash + 1) == event.hash;
            found[event.objectId].push_back(std::move(event));
        }
    });
    return found;
}

QJsonObject tracedFigures()
{
    const QByteArray trace = traceIdOf(CallContext::current().traceParent);
    return trace.isEmpty() ? QJsonObject() : QJsonObject{{kTraceId, QString::fromLatin1(trace)}};
}

qint64 appendEvent(Connection& connection, const AuditEvent& event)
{
    return appendEvents(connection, {event});
}

qint64 appendEvents(Connection& connection, const std::vector<AuditEvent>& events)
{
    const QVariantList head = connection.known(kTable, kHead);
    const qint64 first = head.isEmpty() ? 1 : head[0].toLongLong() + 1;
    QByteArray previous = head.isEmpty() ? QByteArray(32, '\0') : head[1].toByteArray();
    const QJsonObject trace = tracedFigures();
    qint64 seq = first - 1;
    std::vector<QVariantList> rows;
    for (const AuditEvent& event : events) {
        QJsonObject figures = event.payload;
        if (!trace.isEmpty() && !figures.contains(kTraceId))
            figures.insert(kTraceId, trace.value(kTraceId));
        const QString payload = QString::fromUtf8(QJsonDocument(figures).toJson(QJsonDocument::Compact));
        QVariantList fields = {++seq,
                               toMicroseconds(event.at),
                               event.actor.personId,
                               event.actor.name,
                               static_cast<qint64>(event.actor.singleOperator ? 1 : 0),
                               event.action,
                               event.objectId,
                               event.productId,
                               event.text,
                               payload,
                               previous,
                               event.actor.login.isEmpty() ? operatingSystemLogin() : event.actor.login};
        previous = eventHash(fields);
        rows.push_back(fields << previous);
    }
    insertRows(connection,
               QStringLiteral("INSERT INTO {po}audit_event(") + kFields + QStringLiteral(", hash)"), rows);
    connection.noteAuditHead(seq, previous);
    connection.nowKnown(kTable, kHead, {}, {seq, previous});
    return first;
}

qint64 verifyChain(Connection& connection, const std::function<void(const StoredEvent&)>& visit)
{
    qint64 expected = 1;
    QByteArray previous(32, '\0');
    for (bool more = true; more;) {
        more = false;
        Rows rows =
            connection.query(QStringLiteral("SELECT ") + kFields
                                 + QStringLiteral(", hash FROM {po}audit_event WHERE seq >= ? ORDER BY seq "
                                                  "LIMIT ?"),
                             {expected, kPiece});
        while (rows.next()) {
            more = true;
            const StoredEvent event = storedEvent(rows, storedFields(rows, connection.dialect().isMysql()));
            if (event.seq != expected)
                reportBad(expected, QStringLiteral("is missing"));
            if (rows.bytes(kPrevious) != previous)
                reportBad(expected, QStringLiteral("does not continue the one before it"));
            if (!event.isIntact)
                reportBad(expected, QStringLiteral("is not what was written"));
            if (visit)
                visit(event);
            previous = event.hash;
            ++expected;
        }
    }
    const qint64 below =
        connection.scalar(QStringLiteral("SELECT count(*) FROM {po}audit_event WHERE seq < 1")).toLongLong();
    if (below > 0)
        reportBad(1, QStringLiteral("has others before it"));
    // Orders remember their last event, which shows a cut tail.
    const qint64 known =
        connection.scalar(QStringLiteral("SELECT coalesce(max(last_event), 0) FROM {po}purchase_order"))
            .toLongLong();
    if (known >= expected)
        reportBad(expected, QStringLiteral("is missing"));
    return expected - 1;
}

QString doneWord(const QString& action)
{
    struct Word
    {
        const char* action;
        const char* done;
    };
    static constexpr std::array kWords = {
        Word{"order.created", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "created")},
        Word{"order.approved", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "approved")},
        Word{"order.approval_added", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "approved")},
        Word{"order.rejected", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "rejected")},
        Word{"order.cancelled", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "cancelled")},
        Word{"order.submitted", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "submitted for approval")},
        Word{"order.send_requested", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "released for sending")},
        Word{"order.sending", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "taken for sending")},
        Word{"order.sent", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "sent")},
        Word{"order.send_failed",
             QT_TRANSLATE_NOOP("purchasing::sql::Errors", "given back after a failed sending")},
        Word{"order.send_refused", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "kept back from sending")},
        Word{"order.received", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "received")},
        Word{"order.partly_received", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "partly received")},
        Word{"order.closed_short", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "closed short")},
        Word{"order.moved", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "moved to another outbox")},
        Word{"rules.published", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "published")},
        Word{"rules.proposed", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "proposed")},
        Word{"rules.confirmed", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "confirmed")},
        Word{"rules.withdrawn", QT_TRANSLATE_NOOP("purchasing::sql::Errors", "withdrawn")},
    };
    for (const Word& word : kWords) {
        if (action == QLatin1String(word.action))
            return ErrorWords::tr(word.done);
    }
    return ErrorWords::tr("changed");
}

QString lastAct(Connection& connection, const QString& objectId, const QDateTime& now, qint64 before)
{
    Rows rows = connection.query(QStringLiteral("SELECT action, actor_name, at_us FROM {po}audit_event "
                                                "WHERE object_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1"),
                                 {objectId, before});
    if (!rows.next())
        return {};
    //: "was approved by Ann 5 minutes ago"
    return ErrorWords::tr("was %1 by %2 %3")
        .arg(doneWord(rows.text(0)), rows.text(1), agoInWords(rows.moment(2), now));
}

} // namespace purchasing::sql
