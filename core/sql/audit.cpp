#include "core/sql/audit.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Audit)
};

struct Event
{
    std::int64_t seq = 0;
    qint64 atUs = 0;
    QString actorId;
    QString actorName;
    QString action;
    QString objectId;
    QString productId;
    QString payload;
    QByteArray previous;
};

QByteArray hashOf(const Event& event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, QByteArray::number(event.seq));
    addField(hash, QByteArray::number(event.atUs));
    for (const QString& field :
         {event.actorId, event.actorName, event.action, event.objectId, event.productId, event.payload})
        addField(hash, field.toUtf8());
    addField(hash, event.previous);
    return hash.result();
}

} // namespace

void addField(QCryptographicHash& hash, const QByteArray& field)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(field.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&length), sizeof length));
    hash.addData(field);
}

void appendAudit(const QSqlDatabase& connection, const QDateTime& at, const Actor& actor,
                 const QString& action, const QString& objectId, const QString& productId,
                 const QJsonObject& payload)
{
    Event event;
    {
        Query last(connection, QStringLiteral("SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1"));
        const bool any = last.next();
        event.seq = any ? last.integer(0) + 1 : 1;
        event.previous = any ? last.bytes(1) : QByteArray(32, '\0');
    }
    event.atUs = microseconds(at);
    event.actorId = actor.personId;
    event.actorName = actor.name;
    event.action = action;
    event.objectId = objectId;
    event.productId = productId;
    QJsonObject said = payload;
    if (actor.singleOperator)
        said.insert(QStringLiteral("single_operator"), true);
    event.payload = QString::fromUtf8(QJsonDocument(said).toJson(QJsonDocument::Compact));
    Query(connection,
          QStringLiteral("INSERT INTO audit_event(seq, at_us, actor_id, actor_name, action, object_id, "
                         "product_id, payload, prev_hash, hash) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          {static_cast<qlonglong>(event.seq), event.atUs, event.actorId, event.actorName, event.action,
           event.objectId, event.productId, event.payload, event.previous, hashOf(event)});
}

std::int64_t verifyAuditChain(const QSqlDatabase& connection)
{
    Query events(
        connection,
        QStringLiteral(
            "SELECT seq, at_us, actor_id, actor_name, action, object_id, product_id, payload, prev_hash, "
            "hash FROM audit_event ORDER BY seq"));
    QByteArray previous(32, '\0');
    std::int64_t expected = 1;
    for (; events.next(); ++expected) {
        Event event{events.integer(0), events.integer(1), events.text(2), events.text(3), events.text(4),
                    events.text(5),    events.text(6),    events.text(7), events.bytes(8)};
        if (event.seq != expected || event.previous != previous || hashOf(event) != events.bytes(9))
            throw Failure{
                {ErrorKind::Invalid,
                 Words::tr("The audit record was changed: event %1 is not what was written.").arg(expected),
                 {}}};
        previous = events.bytes(9);
    }
    return expected - 1;
}

QString eventText(const QString& action, const QJsonObject& payload)
{
    const auto value = [&payload](const char* name) {
        return payload.value(QLatin1String(name)).toVariant().toString();
    };
    const QString number = value("number");
    if (action == QLatin1String("order.created"))
        return payload.value(QStringLiteral("pending")).toBool()
            ? Words::tr("%1 created: %2 from %3 for %4, waits for approval")
                  .arg(number, value("qty"), value("supplier"), value("total"))
            : Words::tr("%1 created: %2 from %3 for %4")
                  .arg(number, value("qty"), value("supplier"), value("total"));
    if (action == QLatin1String("order.approved"))
        return payload.value(QStringLiteral("own")).toBool()
            ? Words::tr("%1 approved by its creator, single operator").arg(number)
            : Words::tr("%1 approved").arg(number);
    if (action == QLatin1String("order.rejected"))
        return Words::tr("%1 rejected: %2").arg(number, value("reason"));
    if (action == QLatin1String("order.cancelled"))
        return Words::tr("%1 cancelled: %2").arg(number, value("reason"));
    if (action == QLatin1String("order.send_requested"))
        return Words::tr("%1 given to be sent").arg(number);
    if (action == QLatin1String("order.sending"))
        return Words::tr("%1 is being sent, attempt %2").arg(number, value("attempt"));
    if (action == QLatin1String("order.sent"))
        return Words::tr("%1 sent").arg(number);
    if (action == QLatin1String("order.send_failed"))
        return Words::tr("%1 could not be sent: %2").arg(number, value("error"));
    if (action == QLatin1String("order.send_refused"))
        return Words::tr("%1 was not sent: %2").arg(number, value("error"));
    if (action == QLatin1String("order.received"))
        return Words::tr("%1: %2 received, %3 in all").arg(number, value("qty"), value("received"));
    if (action == QLatin1String("rules.published"))
        return Words::tr("rule set version %1 published: %2").arg(value("version"), value("reason"));
    return action;
}

} // namespace purchasing::sql
