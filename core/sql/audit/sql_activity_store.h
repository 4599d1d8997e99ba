#pragma once

#include "core/ports/activity_store.h"
#include "core/sql/engine/database.h"

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
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
