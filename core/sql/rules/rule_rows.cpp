#include "core/sql/rules/rule_rows.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {

namespace {

/// Nothing stored is believed without its hash, nor without the event that published it.
void requirePublished(Connection& connection, const RuleSetVersion& set)
{
    const QString hash = QString::fromLatin1(ruleSetHash(set.packs).toHex());
    const auto events = eventsOf(connection, QStringLiteral("rules-%1").arg(set.version));
    const bool isPublished = std::any_of(events.begin(), events.end(), [&hash](const StoredEvent& event) {
        return event.isIntact && event.action == QLatin1String("rules.published")
            && event.payload.value(QStringLiteral("hash")).toString() == hash;
    });
    if (!isPublished || set.hash.toHex() != hash.toLatin1()) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("Rules version %1 is not what was published: it was changed from outside. "
                           "Verify the audit log.")
                .arg(set.version));
    }
}

} // namespace

qint64 newestRuleSet(Connection& connection)
{
    return connection
        .known(QStringLiteral("{po}rule_set_version"),
               QStringLiteral("SELECT coalesce(max(version), 0) FROM {po}rule_set_version"))
        .value(0)
        .toLongLong();
}

std::optional<RuleSetVersion> readRuleSet(Connection& connection, qint64 version)
{
    RuleSetVersion set;
    {
        Rows rows = connection.query(
            QStringLiteral("SELECT r.version, r.hash, p.name, r.published_at_us, r.reason, s.name "
                           "FROM {po}rule_set_version r JOIN {po}person p "
                           "ON p.person_id = r.published_by LEFT JOIN {po}person s "
                           "ON s.person_id = r.second_person WHERE r.version = ?"),
            {version});
        if (!rows.next())
            return std::nullopt;
        set.version = rows.integer(0);
        set.hash = rows.bytes(1);
        set.author = rows.text(2);
        set.publishedAt = rows.moment(3);
        set.reason = rows.text(4);
        set.confirmedBy = rows.text(5);
    }
    Rows packs = connection.query(
        QStringLiteral("SELECT name, text, active FROM {po}rule_pack WHERE version = ? ORDER BY position"),
        {version});
    while (packs.next())
        set.packs.push_back({packs.text(0), packs.text(1), packs.integer(2) != 0});
    requirePublished(connection, set);
    return set;
}

void insertRuleSet(Connection& connection, const RuleSetVersion& set, const QString& authorId,
                   const QString& secondPersonId)
{
    connection.execute(
        QStringLiteral("INSERT INTO {po}rule_set_version(version, pack_count, hash, published_by, "
                       "second_person, published_at_us, reason) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {static_cast<qint64>(set.version), static_cast<qint64>(set.packs.size()), set.hash, authorId,
         secondPersonId.isEmpty() ? QVariant() : QVariant(secondPersonId), toMicroseconds(set.publishedAt),
         set.reason});
    qint64 position = 0;
    for (const RulePack& pack : set.packs) {
        connection.execute(QStringLiteral("INSERT INTO {po}rule_pack(version, position, name, text, active) "
                                          "VALUES (?, ?, ?, ?, ?)"),
                           {static_cast<qint64>(set.version), position++, pack.name, pack.text,
                            static_cast<qint64>(pack.active)});
    }
}

void publishInitialRules(Connection& connection, const std::vector<RulePack>& packs, const QDateTime& now)
{
    RuleSetVersion set;
    set.version = 1;
    set.packs = packs;
    set.author = systemActor().name;
    set.publishedAt = now;
    set.reason = QStringLiteral("Rules as delivered");
    set.hash = ruleSetHash(packs);
    insertRuleSet(connection, set, systemActor().personId, QString());
    AuditEvent event;
    event.at = now;
    event.actor = systemActor();
    event.action = QStringLiteral("rules.published");
    event.objectId = QStringLiteral("rules-1");
    event.text = QStringLiteral("Rules version 1 published: %1.").arg(set.reason);
    event.payload.insert(QStringLiteral("hash"), QString::fromLatin1(set.hash.toHex()));
    appendEvent(connection, event);
}

} // namespace purchasing::sql
