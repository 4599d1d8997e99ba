#include "core/sql/rules/draft_rows.h"

#include "core/domain/rule_json.h"
#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"

#include <QJsonDocument>

#include <algorithm>

namespace purchasing::sql {
namespace {

void writeDraft(Connection& connection, const RuleDraft& before, const RuleDraft& draft,
                const QString& personId)
{
    const QVariantList values{
        static_cast<qint64>(draft.basedOn),
        QString::fromUtf8(QJsonDocument(packsToJson(draft.packs)).toJson(QJsonDocument::Compact)),
        static_cast<qint64>(draft.revision), personId};
    connection.execute(
        before.revision == 0
            ? QStringLiteral("INSERT INTO {po}rule_draft(based_on, packs, saved_at_us, person_id) "
                             "VALUES (?, ?, ?, ?)")
            : QStringLiteral("UPDATE {po}rule_draft SET based_on = ?, packs = ?, saved_at_us = ? "
                             "WHERE person_id = ?"),
        values);
}

/// A clock that was set back must not give a revision that was there before.
std::int64_t revisionAfter(std::int64_t revision, const QDateTime& now)
{
    return std::max<std::int64_t>(revision + 1, toMicroseconds(now));
}

} // namespace

RuleDraft readDraft(Connection& connection, const QString& personId)
{
    Rows rows = connection.query(
        QStringLiteral("SELECT packs, based_on, saved_at_us FROM {po}rule_draft WHERE person_id = ?"),
        {personId});
    if (!rows.next())
        return {};
    return {packsFromJson(QJsonDocument::fromJson(rows.text(0).toUtf8()).array()), rows.integer(1),
            rows.moment(2), rows.integer(2)};
}

RuleDraft storeDraft(Connection& connection, const RuleDraft& draft, const Actor& author,
                     const QDateTime& now)
{
    const Actor person = knownActor(connection, author);
    const RuleDraft before = readDraft(connection, person.personId);
    if (before.revision != draft.revision) {
        if (before.packs == draft.packs && before.basedOn == draft.basedOn)
            return before;
        const QString what = before.packs.empty() ? ErrorWords::tr("Your draft was ended elsewhere %1.")
                                                  : ErrorWords::tr("Your draft was saved elsewhere %1.");
        throw Failure(ErrorKind::Conflict, what.arg(agoInWords(before.savedAt, now)));
    }
    RuleDraft stored = draft;
    stored.revision = revisionAfter(before.revision, now);
    stored.savedAt = now;
    if (before.revision > 0 || !stored.packs.empty())
        writeDraft(connection, before, stored, person.personId);
    else
        stored.revision = 0; // There was none, and there is none.
    return stored;
}

void endDraft(Connection& connection, const QString& personId, const std::vector<RulePack>& published,
              const QDateTime& now)
{
    const RuleDraft before = readDraft(connection, personId);
    if (before.packs != published)
        return;
    RuleDraft none;
    none.revision = revisionAfter(before.revision, now);
    writeDraft(connection, before, none, personId);
}

} // namespace purchasing::sql
