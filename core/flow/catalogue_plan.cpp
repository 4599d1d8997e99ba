#include "core/flow/catalogue_plan.h"

#include "core/flow/work_pool.h"

#include <QCoreApplication>
#include <QHash>
#include <QtConcurrent>

namespace purchasing {
namespace {

PlannedProduct plannedOf(const RuleEngine& rules, const ProductFacts& facts, QDate today,
                         std::int64_t decidedAt)
{
    const auto day = [](const std::optional<QDate>& date) {
        return date ? static_cast<std::int32_t>(date->toJulianDay()) : 0;
    };
    const Decision decision = rules.decide(facts, today);
    PlannedProduct planned;
    planned.orderQty = decision.outputs.orderQty.tenThousandths;
    planned.shortage = decision.outputs.shortage.tenThousandths;
    planned.total = decision.outputs.totalAmount.minor;
    planned.toPay = decision.outputs.grandTotal.minor;
    planned.decidedAt = decidedAt;
    planned.stockOut = day(decision.stockOut);
    planned.orderBy = day(decision.orderBy);
    planned.word = decision.word;
    planned.hasShortage = decision.requiredQty && decision.availableQty;
    planned.isOverridden = facts.overridden.has_value();
    return planned;
}

} // namespace

const PlannedProduct* CataloguePlan::at(const Catalogue& catalogue, int row) const
{
    const std::size_t block = catalogue.blockOf(row);
    if (block >= m_blocks.size() || !m_blocks[block])
        return nullptr;
    return &(*m_blocks[block])[static_cast<std::size_t>(row - catalogue.firstRow(block))];
}

CataloguePlan CataloguePlan::carriedTo(const Catalogue& from, const Catalogue& to) const
{
    QHash<const CatalogueBlock*, Block> decided;
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        decided.insert(from.blocks()[i].get(), m_blocks[i]);
    std::vector<Block> blocks;
    blocks.reserve(to.blocks().size());
    for (const Catalogue::Block& block : to.blocks())
        blocks.push_back(decided.value(block.get()));
    return CataloguePlan(std::move(blocks));
}

CataloguePlan CataloguePlan::redecided(const Catalogue& from, const Catalogue& to, const RuleEngine& rules,
                                       const QSet<QString>& changed, QDate today, const QDateTime& now) const
{
    std::vector<Block> blocks = carriedTo(from, to).blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i])
            continue;
        const CatalogueBlock& block = *to.blocks()[i];
        auto decided = std::make_shared<std::vector<PlannedProduct>>();
        bool wasDecided = true;
        for (int index = 0; index < block.size() && wasDecided; ++index) {
            const QString productId = block.productId(index);
            const int before = changed.contains(productId) ? -1 : from.rowOf(productId);
            const PlannedProduct* known = before < 0 ? nullptr : at(from, before);
            wasDecided = before < 0 || known;
            if (known)
                decided->push_back(*known);
            else if (wasDecided)
                decided->push_back(plannedOf(rules, to.facts(i, index), today, now.toMSecsSinceEpoch()));
        }
        if (wasDecided)
            blocks[i] = std::move(decided);
    }
    return CataloguePlan(std::move(blocks));
}

CataloguePlan::Block planBlock(const RuleEngine& rules, const Catalogue& catalogue, std::size_t block,
                               QDate today, const QDateTime& now)
{
    const int count = catalogue.blocks()[block]->size();
    const std::int64_t decidedAt = now.toMSecsSinceEpoch();
    auto planned = std::make_shared<std::vector<PlannedProduct>>();
    planned->reserve(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index)
        planned->push_back(plannedOf(rules, catalogue.facts(block, index), today, decidedAt));
    return planned;
}

QFuture<Result<CataloguePlan>> planCatalogue(std::shared_ptr<const RuleEngine> rules,
                                             std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan,
                                             QDate today, const QDateTime& now, BlockPlanned planned,
                                             std::shared_ptr<std::atomic_bool> cancelled)
{
    return QtConcurrent::run(
        &workPool(),
        [rules = std::move(rules), catalogue = std::move(catalogue), plan = std::move(plan), today, now,
         planned = std::move(planned), cancelled = std::move(cancelled)]() -> Result<CataloguePlan> {
            std::vector<CataloguePlan::Block> blocks = plan.blocks();
            blocks.resize(catalogue->blocks().size());
            std::vector<std::size_t> open;
            for (std::size_t block = 0; block < blocks.size(); ++block) {
                if (!blocks[block])
                    open.push_back(block);
            }
            const auto wasCancelled = [&] { return cancelled && cancelled->load(std::memory_order_relaxed); };
            QtConcurrent::blockingMap(&workPool(), open, [&](std::size_t block) {
                if (wasCancelled())
                    return;
                blocks[block] = planBlock(*rules, *catalogue, block, today, now);
                if (planned)
                    planned(block, blocks[block]);
            });
            if (wasCancelled())
                return Error{
                    ErrorKind::Cancelled,
                    QCoreApplication::translate("purchasing::CataloguePlan", "Deciding was cancelled."),
                    {}};
            return CataloguePlan(std::move(blocks));
        });
}

} // namespace purchasing
