#include "core/sql/verification/history.h"

#include "core/sql/audit/baseline.h"

namespace purchasing::sql {
namespace {

QString textIn(const StoredEvent& event, const char* name)
{
    return event.payload.value(QLatin1String(name)).toString();
}

constexpr const char* kProposal = "rule-proposal-";

/// The number behind the kind of the object that an event is about.
qint64 numberIn(const StoredEvent& event, const char* kind)
{
    return event.objectId.mid(QLatin1String(kind).size()).toLongLong();
}

void takeApproval(History& history, const StoredEvent& event, const char* decision)
{
    history.approvals.insert(event.objectId + QLatin1Char('\n') + event.actor.personId,
                             {event.objectId, event.actor.personId, textIn(event, "contentHash"),
                              QLatin1String(decision), event.at, event.actor.singleOperator,
                              textIn(event, "reason"), event.text});
}

void takeOrder(History& history, const StoredEvent& event)
{
    ToldOrder& order = history.orders[event.objectId];
    const QString what = event.action.mid(6); // Behind "order.".
    if (what == QLatin1String("created")) {
        order.number = textIn(event, "number");
        order.productId = event.productId;
        order.contentHash = textIn(event, "contentHash");
        order.createdBy = event.actor.personId;
        order.createdAt = event.at;
        order.key = textIn(event, "key");
        order.method = textIn(event, "method");
        order.request = textIn(event, "request");
    }
    ++order.changes;
    order.lastEvent = event.seq;
    order.lastActor = event.actor.personId;
    order.lastAt = event.at;
    order.state = textIn(event, "to");
    if (what == QLatin1String("approved") || what == QLatin1String("approval_added")
        || what == QLatin1String("rejected")) {
        order.decidedBy = event.actor.personId;
        order.decidedAt = event.at;
        takeApproval(history, event, what == QLatin1String("rejected") ? "reject" : "approve");
    }
    if (what == QLatin1String("rejected") || what == QLatin1String("cancelled")
        || what == QLatin1String("closed_short")) {
        order.reason = textIn(event, "reason");
        order.reasonText = event.text;
    }
    order.asksForMessage |= what.startsWith(QLatin1String("send")) || what == QLatin1String("sent");
    if (what == QLatin1String("sent")) {
        order.sentAt = event.at;
        order.message = textIn(event, "message");
        order.channel = textIn(event, "channel");
    }
    if (what == QLatin1String("received") || what == QLatin1String("partly_received")) {
        order.received += event.payload.value(QStringLiteral("qty")).toInteger();
        order.isWhollyReceived |= !event.payload.contains(QStringLiteral("qty"));
        order.receivedAt = event.at;
    }
    order.isClosedShort |= what == QLatin1String("closed_short");
}

void takeBaseline(History& history, const StoredEvent& event)
{
    history.knowsSettings = true;
    const QJsonObject settings = event.payload.value(QStringLiteral("settings")).toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        history.settings.insert(setting.key(), setting.value().toString());
    const QJsonObject people = event.payload.value(QStringLiteral("people")).toObject();
    for (auto person = people.begin(); person != people.end(); ++person) {
        const QJsonObject told = person.value().toObject();
        history.people.insert(person.key(),
                              {told.value(QStringLiteral("name")).toString(),
                               told.value(QStringLiteral("kind")).toString(),
                               told.value(QStringLiteral("added")).toString().toLongLong(),
                               told.value(QStringLiteral("disabled")).toString().toLongLong()});
    }
}

} // namespace

void History::take(const StoredEvent& event)
{
    if (event.action.startsWith(QLatin1String("order.")))
        takeOrder(*this, event);
    else if (event.action == QLatin1String(kBaseline))
        takeBaseline(*this, event);
    else if (event.action == QLatin1String("setting.changed")
             || event.action == QLatin1String("mode.changed"))
        settings.insert(event.objectId, textIn(event, "value"));
    else if (event.action == QLatin1String("person.added"))
        people.insert(event.objectId,
                      {textIn(event, "name"), QStringLiteral("person"), toMicroseconds(event.at), 0});
    else if (event.action == QLatin1String("person.enabled"))
        people[event.objectId].disabledAt = 0;
    else if (event.action == QLatin1String("person.disabled"))
        people[event.objectId].disabledAt = toMicroseconds(event.at);
    else if (event.action == QLatin1String("override.set"))
        overrides.insert(event.productId,
                         {event.seq, event.payload.value(QStringLiteral("qty")).toInteger(),
                          textIn(event, "supplier"), textIn(event, "basis"), event.text, event.actor.personId,
                          event.at});
    else if (event.action == QLatin1String("override.cleared")
             || event.action == QLatin1String("override.used"))
        overrides.remove(event.productId);
    else if (event.action == QLatin1String("rules.proposed"))
        proposals.insert(
            numberIn(event, kProposal),
            {textIn(event, "hash"), event.actor.personId, event.text, event.at, QStringLiteral("OPEN")});
    else if (event.action == QLatin1String("rules.confirmed"))
        proposals[numberIn(event, kProposal)].state = QStringLiteral("CONFIRMED");
    else if (event.action == QLatin1String("rules.withdrawn"))
        proposals[numberIn(event, kProposal)].state = QStringLiteral("WITHDRAWN");
    else if (event.action == QLatin1String("rules.published"))
        rules.insert(numberIn(event, "rules-"),
                     {textIn(event, "hash"), textIn(event, "author"), textIn(event, "second"),
                      textIn(event, "reason"), event.text, event.actor.personId, event.at});
}

} // namespace purchasing::sql
