#include "core/sql/audit/sql_activity_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/history_rows.h"
#include "core/sql/engine/row_lists.h"

#include <QDateTime>
#include <QHash>

namespace purchasing::sql {
namespace {

constexpr std::size_t kMostEvaluations = 1000;

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

std::optional<Error> whyNotKnown(Connection& connection, const Actor& actor)
{
    try {
        (void)knownActor(connection, actor);
        return std::nullopt;
    } catch (const Failure& failure) {
        if (failure.error().kind != ErrorKind::Refused)
            throw;
        return failure.error();
    }
}

} // namespace

SqlActivityStore::SqlActivityStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
    , m_evaluations(
          [noting = m_database.get()](std::vector<Evaluation> evaluations) {
              return noting->note(
                  [evaluations = std::move(evaluations), clock = &noting->clock()](Connection& connection) {
                      return record(connection, evaluations, *clock);
                  });
          },
          kMostEvaluations, 1)
{
}

QFuture<Result<Done>> SqlActivityStore::recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor)
{
    return m_evaluations.ask({decision, sentence, actor});
}

Result<std::vector<Result<Done>>> SqlActivityStore::record(Connection& connection,
                                                           const std::vector<Evaluation>& evaluations,
                                                           const Clock& clock)
{
    std::vector<Result<Done>> answers;
    QHash<QString, std::optional<Error>> people; // Who may note something, and why not.
    std::vector<QVariantList> rows;
    for (const auto& [decision, sentence, actor] : evaluations) {
        if (!people.contains(actor.personId))
            people.insert(actor.personId, whyNotKnown(connection, actor));
        if (const auto& why = people[actor.personId]) {
            answers.emplace_back(*why);
            continue;
        }
        answers.emplace_back(Done{});
        rows.push_back({toMicroseconds(decision.decidedAt.isValid() ? decision.decidedAt : clock.now()),
                        decision.productId, actor.personId, storedWord(decision.word),
                        decision.outputs.orderQty.toString(),
                        static_cast<qint64>(decision.outputs.totalAmount.minor),
                        static_cast<qint64>(decision.basis.ruleSetVersion),
                        static_cast<qint64>(decision.basis.ordersVersion), sentence});
    }
    insertRows(connection,
               QStringLiteral("INSERT INTO {po}evaluation(at_us, product_id, person_id, word, order_qty, "
                              "total_minor, rule_set_version, orders_version, text)"),
               rows);
    return answers;
}

QFuture<Result<std::vector<HistoryEntry>>> SqlActivityStore::activity(const QString& productId, int limit)
{
    return m_database->read([productId, limit](Connection& connection) -> Result<std::vector<HistoryEntry>> {
        return productHistory(connection, productId, limit);
    });
}

} // namespace purchasing::sql
