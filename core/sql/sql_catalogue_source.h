#pragma once

#include "core/ports/catalogue_source.h"
#include "core/sql/database.h"

#include <memory>

namespace purchasing::sql {

/// Reads the whole catalogue in ranges of ascending ids, each range in one short transaction, so that writers
/// never wait long. Products are consistent in themselves; the catalogue as a whole may span several moments,
/// which is why ordering reads a product again.
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
