#include "core/sql/audit/audit_log.h"

#include "core/sql/audit/actors.h"
#include "core/sql/engine/digest.h"

#include <QDateTime>
#include <QJsonDocument>

#include <array>

namespace purchasing::sql {
namespace {

constexpr int kPiece = 1000;

const QString kFields =
    QStringLiteral("seq, at_us, actor_id, actor_name, single_operator, action, object_id, "
                   "product_id, text, payload, prev_hash");

/// Hashes the columns of kFields in their order.
QByteArray eventHash(const QVariantList& fields)
{
    Digest digest("audit-event-1");
    for (const QVariant& field : fields) {
        // The stored kind counts too: the number 1 and the text '1' are different rows.
        digest.add(QByteArray(field.typeName()));
        digest.add(field.toByteArray());
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
        QMetaType::QString,  QMetaType::QString,  QMetaType::QByteArray,
    };
    QVariantList fields;
    for (int column = 0; column < int{kKinds.size()}; ++column) {
        QVariant value = rows.value(column);
        if (isMysql)
            value.convert(QMetaType(kKinds[static_cast<std::size_t>(column)]));
        fields << value;
    }
    return fields;
}

[[noreturn]] void reportBad(qint64 seq, const QString& why)
{
    throw Failure(ErrorKind::Invalid,
                  QStringLiteral("The audit log was changed from outside: event %1 %2.").arg(seq).arg(why));
}

} // namespace

qint64 appendEvent(Connection& connection, const AuditEvent& event)
{
    qint64 seq = 1;
    QByteArray previous(32, '\0');
    {
        Rows head = connection.query(
            QStringLiteral("SELECT seq, hash FROM {po}audit_event ORDER BY seq DESC LIMIT 1"));
        if (head.next()) {
            seq = head.integer(0) + 1;
            previous = head.bytes(1);
        }
    }
    const QString payload = QString::fromUtf8(QJsonDocument(event.payload).toJson(QJsonDocument::Compact));
    QVariantList fields = {seq,
                           toMicroseconds(event.at),
                           event.actor.personId,
                           event.actor.name,
                           static_cast<qint64>(event.actor.singleOperator ? 1 : 0),
                           event.action,
                           event.objectId,
                           event.productId,
                           event.text,
                           payload,
                           previous};
    fields << eventHash(fields);
    connection.execute(QStringLiteral("INSERT INTO {po}audit_event(") + kFields
                           + QStringLiteral(", hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                       fields);
    return seq;
}

qint64 verifyChain(Connection& connection)
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
            const QVariantList fields = storedFields(rows, connection.dialect().isMysql());
            if (rows.integer(0) != expected)
                reportBad(expected, QStringLiteral("is missing"));
            if (rows.bytes(10) != previous)
                reportBad(expected, QStringLiteral("does not continue the one before it"));
            if (rows.bytes(11) != eventHash(fields))
                reportBad(expected, QStringLiteral("is not what was written"));
            previous = rows.bytes(11);
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
        Word{"order.created", "created"},
        Word{"order.approved", "approved"},
        Word{"order.approval_added", "approved"},
        Word{"order.rejected", "rejected"},
        Word{"order.cancelled", "cancelled"},
        Word{"order.send_requested", "released for sending"},
        Word{"order.sending", "taken for sending"},
        Word{"order.sent", "sent"},
        Word{"order.send_failed", "given back after a failed sending"},
        Word{"order.send_refused", "kept back from sending"},
        Word{"order.received", "received"},
        Word{"order.partly_received", "partly received"},
        Word{"rules.published", "published"},
    };
    for (const Word& word : kWords) {
        if (action == QLatin1String(word.action))
            return QLatin1String(word.done);
    }
    return QStringLiteral("changed");
}

QString lastAct(Connection& connection, const QString& objectId, const QDateTime& now, qint64 before)
{
    Rows rows = connection.query(QStringLiteral("SELECT action, actor_name, at_us FROM {po}audit_event "
                                                "WHERE object_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1"),
                                 {objectId, before});
    if (!rows.next())
        return {};
    return QStringLiteral("was %1 by %2 %3")
        .arg(doneWord(rows.text(0)), rows.text(1), agoInWords(rows.moment(2), now));
}

} // namespace purchasing::sql
