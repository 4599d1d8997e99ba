#pragma once

#include "core/ports/activity_store.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/shared_turns.h"

#include <memory>

namespace purchasing::sql {

/// What happened to products: evaluations from their own table, order events from the audit log.
class SqlActivityStore : public ActivityStore
{
public:
    explicit SqlActivityStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<Done>> recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& productId,
                                                                      int limit) override;

private:
    struct Evaluation
    {
        Decision decision;
        QString sentence;
        Actor actor;
    };
    [[nodiscard]] static Result<std::vector<Result<Done>>>
    record(Connection& connection, const std::vector<Evaluation>& evaluations, const Clock& clock);

    std::shared_ptr<Database> m_database;
    SharedTurns<Evaluation, Done> m_evaluations; ///< Does not keep the database: its threads end these.
};

} // namespace purchasing::sql
