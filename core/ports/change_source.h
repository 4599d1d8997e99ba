#pragma once

#include "core/domain/result.h"

#include <QFuture>
#include <QStringList>

namespace purchasing {

/// What was written since the last time somebody asked.
struct WrittenChanges
{
    bool hasChanges = false; ///< Anything at all; the members below say what is known of it.
    bool everything = false; ///< More than can be told product by product.
    QStringList productIds; ///< May hold products that did not change after all.
};

/// Tells what is written to a database, by any program, without reading it.
class ChangeSource
{
public:
    virtual ~ChangeSource() = default;
    /// What was written since the last call; the first one begins, and tells nothing. Cheap enough to ask
    /// every second. Calls must not overlap.
    [[nodiscard]] virtual QFuture<Result<WrittenChanges>> changes() = 0;
};

} // namespace purchasing
