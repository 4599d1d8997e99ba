#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/result.h"
#include "core/flow/rule_engine.h"

#include <QDateTime>
#include <QFuture>
#include <QSet>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// What a plan keeps of one product's decision: enough to count, filter, sort and sum. The whole decision is
/// made again from the same facts where somebody looks at it, which takes microseconds.
struct PlannedProduct
{
    std::int64_t orderQty = 0; ///< In ten-thousandths, as the shortage.
    std::int64_t shortage = 0;
    std::int64_t total = 0; ///< Before tax, in the minor unit, as the amount to pay.
    std::int64_t toPay = 0;
    std::int64_t decidedAt = 0; ///< Milliseconds since 1970 UTC.
    std::int32_t stockOut = 0; ///< Julian day; 0 where there is none.
    std::int32_t orderBy = 0;
    Word word = Word::Enough;
    bool hasShortage = false; ///< It was computed.
    bool isOverridden = false;

    [[nodiscard]] bool hasOrder() const { return word == Word::ToOrder || word == Word::NeedsApproval; }
};

/// The decisions of a catalogue's products, by its blocks and in their order. A block that was not decided
/// yet is null.
class CataloguePlan
{
public:
    using Block = std::shared_ptr<const std::vector<PlannedProduct>>;

    CataloguePlan() = default;
    explicit CataloguePlan(std::vector<Block> blocks)
        : m_blocks(std::move(blocks))
    {
    }

    [[nodiscard]] const std::vector<Block>& blocks() const { return m_blocks; }
    /// The product's decision, or null where its block was not decided yet.
    [[nodiscard]] const PlannedProduct* at(const Catalogue& catalogue, int row) const;
    /// The plan for another snapshot: blocks that both share keep their decisions.
    [[nodiscard]] CataloguePlan carriedTo(const Catalogue& from, const Catalogue& to) const;
    /// As carriedTo, but also decides what `to` does not share: the products of `changed` and those that
    /// joined; the others of their blocks keep their decisions. Blocks that were not decided stay so.
    [[nodiscard]] CataloguePlan redecided(const Catalogue& from, const Catalogue& to, const RuleEngine& rules,
                                          const QSet<QString>& changed, QDate today,
                                          const QDateTime& now) const;

private:
    std::vector<Block> m_blocks;
};

/// Decides all products of one of the catalogue's blocks; null once `cancelled` is set, which is looked at
/// between products and between rules.
[[nodiscard]] CataloguePlan::Block planBlock(const RuleEngine& rules, const Catalogue& catalogue,
                                             std::size_t block, QDate today, const QDateTime& now,
                                             const std::atomic_bool* cancelled = nullptr);

/// Told of each block as it is decided; called on threads of the work pool.
using BlockPlanned = std::function<void(std::size_t block, const CataloguePlan::Block& decided)>;

/// Decides the blocks that `plan` lacks, on all cores, the first ones first. Returns at once. Stops with
/// ErrorKind::Cancelled soon after `cancelled` is set.
[[nodiscard]] QFuture<Result<CataloguePlan>> planCatalogue(std::shared_ptr<const RuleEngine> rules,
                                                           std::shared_ptr<const Catalogue> catalogue,
                                                           CataloguePlan plan, QDate today,
                                                           const QDateTime& now, BlockPlanned planned = {},
                                                           std::shared_ptr<std::atomic_bool> cancelled = {});

} // namespace purchasing
