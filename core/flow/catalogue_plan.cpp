#include "core/flow/catalogue_plan.h"

#include <QCoreApplication>
#include <QtConcurrent>

#include <algorithm>

namespace purchasing {
namespace {

constexpr std::size_t kBlock =
    1000; // Small enough to cancel within milliseconds, large enough to share fairly.

} // namespace

QFuture<Result<std::vector<Decision>>>
planCatalogue(std::shared_ptr<const RuleEngine> rules,
              std::shared_ptr<const std::vector<ProductFacts>> catalogue, QDate today, PlanProgress progress,
              std::shared_ptr<std::atomic_bool> cancelled)
{
    return QtConcurrent::run([rules = std::move(rules), catalogue = std::move(catalogue), today,
                              progress = std::move(progress),
                              cancelled = std::move(cancelled)]() -> Result<std::vector<Decision>> {
        std::vector<Decision> decisions(catalogue->size());
        std::vector<std::size_t> blocks;
        for (std::size_t start = 0; start < catalogue->size(); start += kBlock)
            blocks.push_back(start);
        std::atomic<std::int64_t> done = 0;
        QtConcurrent::blockingMap(blocks, [&](std::size_t start) {
            if (cancelled && cancelled->load(std::memory_order_relaxed))
                return;
            const std::size_t end = std::min(start + kBlock, catalogue->size());
            for (std::size_t row = start; row < end; ++row)
                decisions[row] = rules->decide((*catalogue)[row], today);
            const std::int64_t count = done += static_cast<std::int64_t>(end - start);
            if (progress)
                progress(count, static_cast<std::int64_t>(catalogue->size()));
        });
        if (cancelled && cancelled->load())
            return Error{ErrorKind::Cancelled,
                         QCoreApplication::translate("purchasing::CataloguePlan", "Deciding was cancelled."),
                         {}};
        return decisions;
    });
}

} // namespace purchasing
