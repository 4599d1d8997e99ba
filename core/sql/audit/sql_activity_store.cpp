#include "core/sql/audit/sql_activity_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/history_rows.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

QString storedWord(Word word)
{
    switch (word) {
    case Word::Blocked: return QStringLiteral("blocked");
    case Word::NeedsApproval: return QStringLiteral("needs_approval");
    case Word::ToOrder: return QStringLiteral("to_order");
    case Word::Covered: return QStringLiteral("covered");
    case Word::Enough: return QStringLiteral("enough");
    }
    return {};
}

} // namespace

SqlActivityStore::SqlActivityStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Done>> SqlActivityStore::recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor)
{
    return m_database->note([decision, sentence, actor,
                             clock = &m_database->clock()](Connection& connection) -> Result<Done> {
        const Actor person = knownActor(connection, actor);
        connection.execute(
            QStringLiteral(
                "INSERT INTO {po}evaluation(at_us, product_id, person_id, word, order_qty, total_minor, "
                "rule_set_version, orders_version, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {toMicroseconds(decision.decidedAt.isValid() ? decision.decidedAt : clock->now()),
             decision.productId, person.personId, storedWord(decision.word),
             decision.outputs.orderQty.toString(), static_cast<qint64>(decision.outputs.totalAmount.minor),
             static_cast<qint64>(decision.basis.ruleSetVersion),
             static_cast<qint64>(decision.basis.ordersVersion), sentence});
        return Done{};
    });
}

QFuture<Result<std::vector<HistoryEntry>>> SqlActivityStore::activity(const QString& productId, int limit)
{
    return m_database->read([productId, limit](Connection& connection) -> Result<std::vector<HistoryEntry>> {
        return productHistory(connection, productId, limit);
    });
}

} // namespace purchasing::sql
