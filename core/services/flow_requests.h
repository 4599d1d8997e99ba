#pragma once

#include "core/flow/purchasing_flow.h"
#include "core/services/metrics.h"
#include "core/services/rate_limit.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace purchasing::services {

/// The longest that a flow may take before its caller is told that it took too long; shorter than ending
/// takes.
inline constexpr std::chrono::seconds kFlowDeadline{8};
inline constexpr int kLongestKey = 255;

/// Runs flows for callers over the wire, whichever way they came in: one at a time for a key, and no more at
/// once than the process can answer. Any thread.
class FlowRequests
{
public:
    FlowRequests(std::shared_ptr<PurchasingFlow> flow, int mostAtOnce, int perSecond,
                 std::shared_ptr<Metrics> metrics);

    /// Evaluates the product for a person and acts on the rules' flags. Conflict while the same key of theirs
    /// is being worked on; tooMany() errors beyond the limits, of all and of each person: ask again later.
    [[nodiscard]] QFuture<Result<FlowOutcome>> run(const QString& productId, const QString& key,
                                                   const Actor& actor);

    /// Evaluates the product for the person in the request and orders nothing.
    [[nodiscard]] QFuture<Result<FlowOutcome>> evaluate(const FlowRequest& request);
    /// As run(), with all that a person says: with `seen` the order is made only where the decision still is
    /// that one.
    [[nodiscard]] QFuture<Result<FlowOutcome>> order(const FlowRequest& request, const QString& key,
                                                     const std::optional<Decision>& seen,
                                                     bool withholdSending);

    [[nodiscard]] static Error tooMany();
    [[nodiscard]] static bool isTooMany(const Error& error);
    /// How many are under way.
    [[nodiscard]] int running() const;

private:
    using Key = std::pair<QString, QString>; ///< Whose, and which.
    /// Why no flow may begin; unset where one has, and must end().
    [[nodiscard]] std::optional<Error> begin(const Key& key);
    void end(const Key& key);

    int m_most;
    RateLimit m_rate; ///< Of each person.
    mutable std::mutex m_mutex;
    std::set<Key> m_keys;
    int m_running = 0;
    std::shared_ptr<Metrics> m_metrics; ///< Counts what becomes of flows, whichever way they came in.
    std::shared_ptr<PurchasingFlow> m_flow; ///< Last, so that what runs in it ends before the rest goes.
};

} // namespace purchasing::services
