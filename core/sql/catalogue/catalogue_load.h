#pragma once

#include "core/ports/catalogue_source.h"
#include "core/ports/clock.h"
#include "core/sql/engine/connection.h"

#include <QElapsedTimer>

#include <atomic>
#include <deque>
#include <map>
#include <mutex>

namespace purchasing::sql {

/// One load of the catalogue that several threads work on, each with its own connection: they take ranges in
/// turn, and what is complete from the first product on is told as it grows.
class CatalogueLoad
{
public:
    /// Blocks of `before` that are found unchanged are used again; it may be null.
    CatalogueLoad(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
                  std::shared_ptr<const Catalogue> before);

    /// Reads ranges until none is left; any number of threads may be in it. Throws Failure; the range then
    /// goes back, and calling again (perhaps with a new connection) continues.
    void work(Connection& connection, const Clock& clock);
    [[nodiscard]] bool wasCancelled() const { return m_cancelled && m_cancelled->load(); }
    /// The databases ("supplier") that a part was read without, with the cause.
    [[nodiscard]] std::map<QString, QString> readWithout() const;
    /// Everything, when every worker has returned from work().
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue() const;

private:
    struct Range
    {
        std::size_t number = 0;
        QString after;
        std::optional<QString> last;
    };

    [[nodiscard]] static std::vector<Catalogue::Block> read(Connection& connection, const Range& range,
                                                            const Clock& clock);
    [[nodiscard]] std::optional<Range> nextRange(Connection& connection);
    void giveBack(Range range);
    void noteMissing(const Dialect& dialect);
    [[nodiscard]] Catalogue::Block known(Catalogue::Block fresh) const;
    void finish(const Range& range, std::vector<Catalogue::Block> blocks);
    void tell();

    LoadProgress m_progress;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<const Catalogue> m_before;
    std::atomic<std::int64_t> m_total = -1; ///< About; -1 until asked.
    mutable std::mutex m_mutex; ///< Guards what follows, up to the next one.
    std::deque<Range> m_returned;
    QString m_after;
    std::size_t m_nextNumber = 0;
    bool m_isAtEnd = false;
    std::vector<std::optional<std::vector<Catalogue::Block>>> m_finished; ///< By number of the range.
    std::size_t m_told = 0; ///< So many ranges are in m_blocks.
    std::vector<Catalogue::Block> m_blocks;
    std::map<QString, QString> m_readWithout;
    std::mutex m_telling; ///< One call of m_progress at a time.
    QElapsedTimer m_sinceTold;
};

} // namespace purchasing::sql
