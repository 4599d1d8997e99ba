#pragma once

#include "core/ports/change_source.h"
#include "core/sql/catalogue/change_feed.h"
#include "core/sql/engine/database.h"

#include <memory>
#include <optional>

namespace purchasing::sql {

/// The changes of one database, or of one service's own.
class SqlChangeSource : public ChangeSource
{
public:
    explicit SqlChangeSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<WrittenChanges>> changes() override;

private:
    struct Feed
    {
        ChangeFeed changes;
        std::optional<std::int64_t> counter; ///< Unset before the first call.
    };

    std::shared_ptr<Database> m_database;
    std::shared_ptr<Feed> m_feed = std::make_shared<Feed>(); ///< Of the watcher's thread.
};

} // namespace purchasing::sql
