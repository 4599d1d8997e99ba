#include "core/sql/rules/rule_publishing.h"

#include "core/domain/rule_json.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/rules/draft_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace purchasing::sql {
namespace {

QString proposalName(qint64 id)
{
    return QStringLiteral("rule-proposal-%1").arg(id);
}

/// What the log says of it: who wants which version, and why.
QString proposalText(const RuleProposal& proposal)
{
    return QStringLiteral("Rules version %1 proposed by %2: %3")
        .arg(proposal.basedOn + 1)
        .arg(proposal.author, proposal.reason);
}

QString hex(const QByteArray& hash)
{
    return QString::fromLatin1(hash.toHex());
}

QString requireWhy(const QString& reason)
{
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.size() > 2000) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("Say in up to 2000 characters why the rules change."));
    }
    return why;
}

void requireNewest(Connection& connection, qint64 basedOn, const QDateTime& now)
{
    const qint64 newest = newestRuleSet(connection);
    if (newest != basedOn) {
        const auto set = readRuleSet(connection, newest);
        const QString author =
            set && !set->confirmedBy.isEmpty() ? QStringLiteral(" of %1").arg(set->author) : QString();
        throw Failure(ErrorKind::Stale,
                      ErrorWords::tr("Rules version %1%2 %3. Merge it into your draft before publishing.")
                          .arg(newest)
                          .arg(author, lastAct(connection, QStringLiteral("rules-%1").arg(newest), now)));
    }
}

/// Who may change the rules in force to these packs, and why.
struct RuleChange
{
    Actor person;
    QString why;
};

RuleChange requireChange(Connection& connection, const std::vector<RulePack>& packs, qint64 basedOn,
                         const QString& reason, const Actor& author, const QDateTime& now)
{
    RuleChange change{knownActor(connection, author), requireWhy(reason)};
    requireNames(packs);
    requireNewest(connection, basedOn, now);
    if (const auto inForce = readRuleSet(connection, basedOn);
        inForce && inForce->hash == ruleSetHash(packs)) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("These are the rules in force already, version %1: nothing would change.")
                .arg(basedOn));
    }
    return change;
}

std::vector<RuleProposal> readProposals(Connection& connection, const QString& condition,
                                        const QVariantList& values)
{
    std::vector<RuleProposal> found;
    Rows rows = connection.query(
        QStringLiteral("SELECT r.proposal_id, r.based_on, r.packs, r.hash, r.reason, r.proposed_by, p.name, "
                       "r.proposed_at_us, (SELECT max(e.login) FROM {po}audit_event e WHERE e.object_id = "
                       "%1 AND e.action = 'rules.proposed') "
                       "FROM {po}rule_proposal r JOIN {po}person p ON p.person_id = r.proposed_by WHERE ")
                .arg(connection.dialect().isMysql()
                         ? QStringLiteral("concat('rule-proposal-', r.proposal_id)")
                         : QStringLiteral("'rule-proposal-' || r.proposal_id"))
            + condition + QStringLiteral(" ORDER BY r.proposal_id"),
        values);
    while (rows.next()) {
        RuleProposal proposal;
        proposal.id = rows.integer(0);
        proposal.basedOn = rows.integer(1);
        proposal.packs = packsFromJson(QJsonDocument::fromJson(rows.text(2).toUtf8()).array());
        proposal.hash = rows.bytes(3);
        proposal.reason = rows.text(4);
        proposal.authorId = rows.text(5);
        proposal.author = rows.text(6);
        proposal.proposedAt = rows.moment(7);
        proposal.authorLogin = rows.text(8);
        found.push_back(std::move(proposal));
    }
    return found;
}

RuleProposal requireOpen(Connection& connection, qint64 proposalId, const QDateTime& now)
{
    auto open =
        readProposals(connection, QStringLiteral("r.state = 'OPEN' AND r.proposal_id = ?"), {proposalId});
    if (!open.empty())
        return std::move(open.front());
    const QString act = lastAct(connection, proposalName(proposalId), now);
    if (act.isEmpty())
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no proposal %1.").arg(proposalId));
    throw Failure(ErrorKind::Conflict, ErrorWords::tr("Proposal %1 %2.").arg(proposalId).arg(act));
}

/// Nothing stored is believed without its hash: what is confirmed is what was proposed.
void requireProposed(Connection& connection, const RuleProposal& proposal)
{
    const auto events = eventsOf(connection, proposalName(proposal.id));
    const bool isGenuine =
        ruleSetHash(proposal.packs) == proposal.hash
        && std::any_of(events.begin(), events.end(), [&](const StoredEvent& event) {
               return event.isIntact && event.action == QLatin1String("rules.proposed")
                   && event.actor.personId == proposal.authorId
                   && event.payload.value(QStringLiteral("hash")).toString() == hex(proposal.hash)
                   && event.text == proposalText(proposal);
           });
    if (!isGenuine) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("Proposal %1 was changed from outside. Verify the audit log.").arg(proposal.id));
    }
}

RuleSetVersion insertPublished(Connection& connection, RuleSetVersion set, const QString& authorId,
                               const Actor& publisher, const QString& secondId, const QString& text)
{
    set.hash = ruleSetHash(set.packs);
    AuditEvent event{set.publishedAt,
                     publisher,
                     QStringLiteral("rules.published"),
                     QStringLiteral("rules-%1").arg(set.version),
                     {},
                     text,
                     {}};
    event.payload.insert(QStringLiteral("hash"), hex(set.hash));
    event.payload.insert(QStringLiteral("author"), authorId);
    event.payload.insert(QStringLiteral("second"), secondId);
    event.payload.insert(QStringLiteral("reason"), set.reason);
    appendEvent(connection, event);
    insertRuleSet(connection, set, authorId, secondId);
    return set;
}

} // namespace

void requireNames(const std::vector<RulePack>& packs)
{
    QSet<QString> names;
    for (const RulePack& pack : packs) {
        if (pack.name.trimmed().isEmpty() || pack.name.size() > 200)
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("A rule pack needs a name of at most 200 characters."));
        if (names.contains(pack.name))
            throw Failure(ErrorKind::Invalid, ErrorWords::tr("Two rule packs are named %1.").arg(pack.name));
        names.insert(pack.name);
    }
    if (packs.empty())
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("A rule set needs at least one pack."));
}

RuleSetVersion publishRules(Connection& connection, const std::vector<RulePack>& packs, qint64 basedOn,
                            const QString& reason, const Actor& author, const QDateTime& now)
{
    const auto [person, why] = requireChange(connection, packs, basedOn, reason, author, now);
    if (!person.singleOperator) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("Publishing rules needs a second person. Propose them; another person confirms "
                           "them in their own session."));
    }
    const RuleSetVersion set = insertPublished(
        connection, {basedOn + 1, packs, person.name, {}, now, why, {}}, person.personId, person, QString(),
        QStringLiteral("Rules version %1 published by %2, single operator: %3")
            .arg(basedOn + 1)
            .arg(person.name, why));
    endDraft(connection, person.personId, packs, now);
    return set;
}

RuleProposal proposeRules(Connection& connection, const std::vector<RulePack>& packs, qint64 basedOn,
                          const QString& reason, const Actor& author, const QDateTime& now)
{
    const auto [person, why] = requireChange(connection, packs, basedOn, reason, author, now);
    RuleProposal proposal;
    proposal.id =
        connection.scalar(QStringLiteral("SELECT coalesce(max(proposal_id), 0) + 1 FROM {po}rule_proposal"))
            .toLongLong();
    proposal.basedOn = basedOn;
    proposal.packs = packs;
    proposal.hash = ruleSetHash(packs);
    proposal.reason = why;
    proposal.authorId = person.personId;
    proposal.author = person.name;
    proposal.authorLogin = person.login;
    proposal.proposedAt = now;
    AuditEvent event{
        now, person, QStringLiteral("rules.proposed"), proposalName(proposal.id), {}, proposalText(proposal),
        {}};
    event.payload.insert(QStringLiteral("hash"), hex(proposal.hash));
    appendEvent(connection, event);
    connection.execute(
        QStringLiteral(
            "INSERT INTO {po}rule_proposal(proposal_id, based_on, packs, hash, reason, proposed_by, "
            "proposed_at_us) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {static_cast<qint64>(proposal.id), basedOn,
         QString::fromUtf8(QJsonDocument(packsToJson(packs)).toJson(QJsonDocument::Compact)), proposal.hash,
         why, person.personId, toMicroseconds(now)});
    return proposal;
}

std::vector<RuleProposal> openProposals(Connection& connection)
{
    return readProposals(connection, QStringLiteral("r.state = 'OPEN'"), {});
}

RuleSetVersion confirmProposal(Connection& connection, qint64 proposalId, const QByteArray& hash,
                               const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const RuleProposal proposal = requireOpen(connection, proposalId, now);
    if (proposal.hash != hash) {
        throw Failure(
            ErrorKind::Stale,
            ErrorWords::tr("Proposal %1 is not what you looked at. Look at it again.").arg(proposalId));
    }
    requireProposed(connection, proposal);
    if (proposal.authorId == person.personId) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("Nobody confirms their own proposal. Somebody else has to do it."));
    }
    requireNewest(connection, proposal.basedOn, now);
    const bool isOneLogin = proposal.authorLogin == person.login;
    if (isOneLogin && refusesOneLoginAsTwo(connection)) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("Proposal %1 needs somebody else's login: %2 has proposed it as %3.")
                          .arg(proposalId)
                          .arg(person.login, proposal.author));
    }
    const QString mark = isOneLogin
        ? QStringLiteral(" (login %1, which also acted as %2)").arg(person.login, proposal.author)
        : QString();
    AuditEvent event{now,
                     person,
                     QStringLiteral("rules.confirmed"),
                     proposalName(proposalId),
                     {},
                     QStringLiteral("Rules version %1 of %2 confirmed by %3%4.")
                         .arg(proposal.basedOn + 1)
                         .arg(proposal.author, person.name, mark),
                     {}};
    event.payload.insert(QStringLiteral("hash"), hex(proposal.hash));
    appendEvent(connection, event);
    RuleSetVersion set = insertPublished(
        connection,
        {proposal.basedOn + 1, proposal.packs, proposal.author, person.name, now, proposal.reason, {}},
        proposal.authorId, person, person.personId,
        QStringLiteral("Rules version %1 of %2 published, confirmed by %3%4: %5")
            .arg(proposal.basedOn + 1)
            .arg(proposal.author, person.name, mark, proposal.reason));
    connection.execute(
        QStringLiteral(
            "UPDATE {po}rule_proposal SET state = 'CONFIRMED' WHERE proposal_id = ? AND state = 'OPEN'"),
        {proposalId});
    endDraft(connection, proposal.authorId, proposal.packs, now);
    return set;
}

void withdrawProposal(Connection& connection, qint64 proposalId, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const RuleProposal proposal = requireOpen(connection, proposalId, now);
    AuditEvent event{now,
                     person,
                     QStringLiteral("rules.withdrawn"),
                     proposalName(proposalId),
                     {},
                     proposal.authorId == person.personId
                         ? QStringLiteral("Proposal %1 withdrawn by %2.").arg(proposalId).arg(person.name)
                         : QStringLiteral("Proposal %1 of %2 declined by %3.")
                               .arg(proposalId)
                               .arg(proposal.author, person.name),
                     {}};
    appendEvent(connection, event);
    connection.execute(
        QStringLiteral(
            "UPDATE {po}rule_proposal SET state = 'WITHDRAWN' WHERE proposal_id = ? AND state = 'OPEN'"),
        {proposalId});
}

} // namespace purchasing::sql
