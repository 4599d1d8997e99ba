#include "core/sql/audit.h"
#include "core/sql/sql_office_stores.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace purchasing::sql {
namespace {

/// A stable word for the table; people read the sentence.
const char* wordCode(Word word)
{
    switch (word) {
    case Word::Blocked: return "blocked";
    case Word::NeedsApproval: return "needs_approval";
    case Word::ToOrder: return "to_order";
    case Word::Covered: return "covered";
    case Word::Enough: return "enough";
    }
    return "";
}

} // namespace

SqlActivityStore::SqlActivityStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Done>> SqlActivityStore::recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        Query(connection,
              QStringLiteral("INSERT INTO evaluation(product_id, at_us, actor_id, actor_name, "
                             "rule_set_version, word, sentence) "
                             "VALUES(?, ?, ?, ?, ?, ?, ?)"),
              {decision.productId, microseconds(m_database->now()), actor.personId, actor.name,
               static_cast<qlonglong>(decision.basis.ruleSetVersion), QLatin1String(wordCode(decision.word)),
               sentence});
        return Done{};
    });
}

QFuture<Result<std::vector<HistoryEntry>>> SqlActivityStore::activity(const QString& productId, int limit)
{
    using Entries = std::vector<HistoryEntry>;
    return m_database->readSnapshot<Entries>([productId,
                                              limit](const QSqlDatabase& connection) -> Result<Entries> {
        Entries entries;
        Query evaluations(
            connection,
            QStringLiteral(
                "SELECT at_us, actor_name, rule_set_version, sentence FROM evaluation WHERE product_id = ? "
                "ORDER BY at_us DESC, id DESC LIMIT %1")
                .arg(limit),
            {productId});
        while (evaluations.next())
            entries.push_back({evaluations.time(0), evaluations.text(1), QStringLiteral("decision.evaluated"),
                               productId,
                               QCoreApplication::translate("purchasing::sql::Activity",
                                                           "Evaluated by rule set version %1: %2")
                                   .arg(evaluations.text(2), evaluations.text(3))});
        Query events(
            connection,
            QStringLiteral(
                "SELECT at_us, actor_name, action, object_id, payload FROM audit_event WHERE product_id = ? "
                "AND product_id <> '' ORDER BY seq DESC LIMIT %1")
                .arg(limit),
            {productId});
        while (events.next())
            entries.push_back({events.time(0), events.text(1), events.text(2), events.text(3),
                               eventText(events.text(2), QJsonDocument::fromJson(events.bytes(4)).object())});
        std::stable_sort(entries.begin(), entries.end(),
                         [](const HistoryEntry& a, const HistoryEntry& b) { return a.at > b.at; });
        if (entries.size() > static_cast<std::size_t>(limit))
            entries.resize(static_cast<std::size_t>(limit));
        return entries;
    });
}

} // namespace purchasing::sql
