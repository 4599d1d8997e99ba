#pragma once

#include "core/ports/batch_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// The batch store on a database.
class SqlBatchStore : public BatchStore
{
public:
    explicit SqlBatchStore(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<Done>> begin(const BatchIntent& intent, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<BatchIntent>>> unfinished(const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> close(const QString& batchId, const Actor& actor) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
