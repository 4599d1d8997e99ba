#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"
#include "core/flow/rule_engine.h"

#include <QFuture>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// Told while a plan is made: how many products of how many; called on worker threads.
using PlanProgress = std::function<void(std::int64_t decided, std::int64_t total)>;

/// Decides every product with `rules` on all cores; the result has the order of `catalogue`. Stops with
/// ErrorKind::Cancelled soon after `cancelled` is set.
[[nodiscard]] QFuture<Result<std::vector<Decision>>>
planCatalogue(std::shared_ptr<const RuleEngine> rules,
              std::shared_ptr<const std::vector<ProductFacts>> catalogue, QDate today,
              PlanProgress progress = {}, std::shared_ptr<std::atomic_bool> cancelled = {});

} // namespace purchasing
