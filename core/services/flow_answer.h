#pragma once

#include "core/flow/purchasing_flow.h"

#include <optional>

namespace purchasing::services {

/// Why a flow made nothing where something might have been wanted, for every way in.
struct FlowFailure
{
    enum class Kind {
        Unknown, ///< No source knows the product.
        InUse, ///< Its key is being worked on.
        Unusable, ///< A required fact is missing or invalid, or the key belongs to another request.
        Forbidden, ///< Whoever asks has no right to it.
        Unavailable, ///< A source failed or is stale: no data, no order.
        Broken ///< Ours to repair.
    };
    Kind kind = Kind::Broken;
    QString sentence;
    QString service; ///< "supplier-service"; empty where none is concerned.
};

/// The failure in an outcome: unset where it is an answer, which a product without need, a covered one or one
/// whose supplier is not active are too.
[[nodiscard]] std::optional<FlowFailure> failureOf(const FlowOutcome& outcome);
[[nodiscard]] FlowFailure failureOf(const Error& error);

} // namespace purchasing::services
