#pragma once

#include "core/domain/override.h"
#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace purchasing {

/// Keeps the planners' overrides: at most one a product. Changes are compare-and-set on the version that the
/// caller saw (0: there was none), in one transaction with their audit event.
class OverrideStore
{
public:
    virtual ~OverrideStore() = default;
    [[nodiscard]] virtual QFuture<Result<std::optional<Override>>> find(const QString& productId) = 0;
    /// All of them, by product.
    [[nodiscard]] virtual QFuture<Result<std::vector<Override>>> list() = 0;
    /// Stores `wanted` for its product and returns it with version, person and time. Invalid for a blank
    /// reason, an impossible quantity or a supplier that does not offer the product; NotFound for an unknown
    /// product; Conflict, naming who was quicker, when the version is no longer `seenVersion`.
    [[nodiscard]] virtual QFuture<Result<Override>> set(const Override& wanted, std::int64_t seenVersion,
                                                        const Actor& actor) = 0;
    /// Removes the override, so that the rules alone decide again. NotFound where there is none, Conflict as
    /// set().
    [[nodiscard]] virtual QFuture<Result<Done>> clear(const QString& productId, std::int64_t seenVersion,
                                                      const Actor& actor) = 0;
};

} // namespace purchasing
