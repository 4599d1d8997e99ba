#include "core/sql/catalogue/catalogue_load.h"

#include "core/sql/catalogue/packed_reader.h"
#include "core/sql/catalogue/range_reader.h"
#include "core/sql/engine/server/mysql_shape.h"
#include "core/sql/engine/transaction.h"

#include <algorithm>

namespace purchasing::sql {
namespace {

constexpr qint64 kTellEveryMs = 250;

/// How many products there are at least, cheaply; only for showing progress.
std::int64_t estimate(Connection& connection)
{
    const auto count = [&](const char* sql) { return connection.scalar(QLatin1String(sql)).toLongLong(); };
    return std::max(count("SELECT count(*) FROM {oms}products"),
                    count("SELECT count(*) FROM {oms}oms_history"));
}

} // namespace

CatalogueLoad::CatalogueLoad(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
                             std::shared_ptr<const Catalogue> before)
    : m_progress(std::move(progress))
    , m_cancelled(std::move(cancelled))
    , m_before(std::move(before))
{
}

void CatalogueLoad::work(Connection& connection, const Clock& clock)
{
    while (!wasCancelled()) {
        const std::optional<Range> range = nextRange(connection);
        if (!range)
            return;
        try {
            finish(*range, read(connection, *range, clock));
            noteMissing(connection.dialect());
        } catch (...) {
            giveBack(*range);
            throw;
        }
        tell();
        // Counting a large table takes longer than reading its first range, which is what people wait for.
        std::int64_t unknown = -1;
        if (m_progress && m_total.compare_exchange_strong(unknown, 0))
            m_total = estimate(connection);
    }
}

std::vector<Catalogue::Block> CatalogueLoad::read(Connection& connection, const Range& range,
                                                  const Clock& clock)
{
    // Nothing else is waited for while the database is locked: that would be a circle with a waiting writer.
    const Transaction moment(connection, connection.dialect().beginRead());
    return readPacked(connection, ProductKeys::range(range.after, range.last), clock.now());
}

std::optional<CatalogueLoad::Range> CatalogueLoad::nextRange(Connection& connection)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_returned.empty()) {
        const Range range = m_returned.front();
        m_returned.pop_front();
        return range;
    }
    if (m_isAtEnd)
        return std::nullopt;
    std::optional<QString> last = endOfRange(connection, m_after);
    if (m_before) {
        // Cut as before, so that what is unchanged is found again.
        const std::optional<QString> cut = m_before->endOfBlockAfter(m_after);
        if (cut && (!last || cut->toUtf8() < last->toUtf8()))
            last = cut;
    }
    const Range range{m_nextNumber++, m_after, last};
    m_isAtEnd = !last;
    m_after = last.value_or(QString());
    m_finished.resize(m_nextNumber);
    return range;
}

void CatalogueLoad::noteMissing(const Dialect& dialect)
{
    for (const QString& schema : catalogueSchemas()) {
        const QString why = dialect.whyUnreadable(schema);
        if (why.isEmpty())
            continue;
        const std::scoped_lock lock(m_mutex);
        m_readWithout.emplace(schema, why);
    }
}

std::map<QString, QString> CatalogueLoad::readWithout() const
{
    const std::scoped_lock lock(m_mutex);
    return m_readWithout;
}

void CatalogueLoad::giveBack(Range range)
{
    const std::scoped_lock lock(m_mutex);
    m_returned.push_back(std::move(range));
}

Catalogue::Block CatalogueLoad::known(Catalogue::Block fresh) const
{
    Catalogue::Block old = m_before ? m_before->blockBeginningWith(fresh->idBytes(0)) : nullptr;
    if (!old || !old->hasSameFacts(*fresh))
        return fresh;
    old->confirm(*fresh);
    return old;
}

void CatalogueLoad::finish(const Range& range, std::vector<Catalogue::Block> blocks)
{
    for (Catalogue::Block& block : blocks)
        block = known(std::move(block));
    const std::scoped_lock lock(m_mutex);
    m_finished[range.number] = std::move(blocks);
    for (; m_told < m_finished.size() && m_finished[m_told]; ++m_told) {
        for (Catalogue::Block& block : *m_finished[m_told])
            m_blocks.push_back(std::move(block));
        m_finished[m_told]->clear();
    }
}

void CatalogueLoad::tell()
{
    if (!m_progress)
        return;
    const std::unique_lock turn(m_telling, std::try_to_lock);
    if (!turn || (m_sinceTold.isValid() && m_sinceTold.elapsed() < kTellEveryMs))
        return;
    const std::shared_ptr<const Catalogue> soFar = catalogue();
    if (soFar->isEmpty())
        return; // A later range was quicker than the first.
    m_sinceTold.start();
    m_progress(soFar, std::max<std::int64_t>(m_total, soFar->size()));
}

std::shared_ptr<const Catalogue> CatalogueLoad::catalogue() const
{
    const std::scoped_lock lock(m_mutex);
    return std::make_shared<const Catalogue>(m_blocks);
}

} // namespace purchasing::sql
