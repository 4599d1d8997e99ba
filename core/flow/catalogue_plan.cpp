#include "core/flow/catalogue_plan.h"

#include "core/flow/work_pool.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>

namespace purchasing {
namespace {

PlannedProduct plannedOf(const RuleEngine& rules, const ProductFacts& facts, QDate today,
                         std::int64_t decidedAt, const std::atomic_bool* cancelled = nullptr)
{
    const auto day = [](const std::optional<QDate>& date) {
        return date ? static_cast<std::int32_t>(date->toJulianDay()) : 0;
    };
    const Decision decision = rules.decide(facts, today, cancelled);
    PlannedProduct planned;
    planned.orderQty = decision.outputs.orderQty.tenThousandths;
    const std::optional<Quantity> shortage = decision.shortage();
    planned.shortage = shortage.value_or(Quantity{}).tenThousandths;
    planned.total = decision.outputs.totalAmount.minor;
    planned.toPay = decision.outputs.grandTotal.minor;
    planned.decidedAt = decidedAt;
    planned.stockOut = day(decision.stockOut);
    planned.orderBy = day(decision.orderBy);
    planned.word = decision.word;
    planned.hasShortage = shortage.has_value();
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
                               QDate today, const QDateTime& now, const std::atomic_bool* cancelled)
{
    const int count = catalogue.blocks()[block]->size();
    const std::int64_t decidedAt = now.toMSecsSinceEpoch();
    auto planned = std::make_shared<std::vector<PlannedProduct>>();
    planned->reserve(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index) {
        planned->push_back(plannedOf(rules, catalogue.facts(block, index), today, decidedAt, cancelled));
        if (cancelled && cancelled->load(std::memory_order_relaxed))
            return nullptr; // The last one may have been decided only in part.
    }
    return planned;
}

QFuture<Result<CataloguePlan>> planCatalogue(std::shared_ptr<const RuleEngine> rules,
                                             std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan,
                                             QDate today, const QDateTime& now, BlockPlanned planned,
                                             std::shared_ptr<std::atomic_bool> cancelled)
{
    struct Run
    {
        std::vector<CataloguePlan::Block> blocks;
        std::vector<std::size_t> open;
        QPromise<Result<CataloguePlan>> promise;
    };
    const auto run = std::make_shared<Run>();
    run->blocks = plan.blocks();
    run->blocks.resize(catalogue->blocks().size());
    for (std::size_t block = 0; block < run->blocks.size(); ++block) {
        if (!run->blocks[block])
            run->open.push_back(block);
    }
    run->promise.start();
    QFuture<Result<CataloguePlan>> future = run->promise.future();
    if (!cancelled)
        cancelled = std::make_shared<std::atomic_bool>(false);

    const auto decide = [run, rules = std::move(rules), catalogue = std::move(catalogue), today, now,
                         planned = std::move(planned), cancelled](std::size_t part) {
        const std::size_t block = run->open[part];
        if (cancelled->load(std::memory_order_relaxed))
            return;
        run->blocks[block] = planBlock(*rules, *catalogue, block, today, now, cancelled.get());
        if (run->blocks[block] && planned)
            planned(block, run->blocks[block]);
    };
    runInWorkPool({{run->open.size(), decide, {}}}, [run, cancelled](const std::exception_ptr& failure) {
        if (failure)
            run->promise.setException(failure);
        else if (cancelled->load())
            run->promise.addResult(
                Error{ErrorKind::Cancelled,
                      QCoreApplication::translate("purchasing::CataloguePlan", "Deciding was cancelled."),
                      {}});
        else
            run->promise.addResult(CataloguePlan(std::move(run->blocks)));
        run->promise.finish();
    });
    return future;
}

} // namespace purchasing
