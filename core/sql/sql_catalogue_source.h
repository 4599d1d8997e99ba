#pragma once

#include "core/ports/catalogue_source.h"
#include "core/sql/database.h"

namespace purchasing::sql {

/// Reads the whole catalogue in ranges of product ids, so that no read lock is held for long.
class SqlCatalogueSource : public CatalogueSource
{
public:
    explicit SqlCatalogueSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<ProductFacts>>>
    load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled) override;
    [[nodiscard]] QFuture<Result<std::int64_t>> changeCounter() override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
