#include "core/sql/catalogue/sql_change_source.h"

namespace purchasing::sql {

SqlChangeSource::SqlChangeSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<WrittenChanges>> SqlChangeSource::changes()
{
    return m_database->watch(
        [feed = m_feed](Connection& connection, std::int64_t counter) -> Result<WrittenChanges> {
            WrittenChanges written;
            if (!feed->counter) {
                feed->changes.start(connection);
                feed->counter = counter;
                return written;
            }
            if (feed->counter == counter)
                return written;
            // Where reading fails half-way, the next question starts from the same place.
            ChangeFeed moved = feed->changes;
            const ChangeFeed::Changes found = moved.changes(connection);
            written.hasChanges = true;
            written.everything = found.needsReload;
            written.productIds = found.productIds;
            feed->changes = std::move(moved);
            feed->counter = counter;
            return written;
        });
}

} // namespace purchasing::sql
