#pragma once

#include "core/ports/catalogue_source.h"
#include "core/sql/catalogue/change_feed.h"
#include "core/sql/engine/database.h"

#include <memory>
#include <optional>

namespace purchasing::sql {

/// Reads the whole catalogue in ranges of ascending ids, on two threads, each range in one short transaction,
/// so that writers never wait long. Products are consistent in themselves; the catalogue as a whole may span
/// several moments, which is why ordering reads a product again.
class SqlCatalogueSource : public CatalogueSource
{
public:
    explicit SqlCatalogueSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::shared_ptr<const Catalogue>>>
    load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
         std::shared_ptr<const Catalogue> before) override;
    [[nodiscard]] QFuture<Result<CatalogueChanges>> changes() override;
    void abandon() override { m_database->abandonReading(); }
    [[nodiscard]] std::vector<SourceOutage> outages() const override { return m_database->outages(); }

private:
    /// What changes() goes by; shared with work that is under way.
    struct Feed
    {
        std::mutex mutex; ///< A load may begin while the last question is being answered.
        ChangeFeed changes;
        std::optional<std::int64_t> counter;
    };

    std::shared_ptr<Database> m_database;
    std::shared_ptr<Feed> m_feed = std::make_shared<Feed>();
};

} // namespace purchasing::sql
