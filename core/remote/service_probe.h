#pragma once

#include "core/ports/database_answer.h"
#include "core/remote/service_channel.h"

namespace purchasing::remote {

/// Tries a service ("oms", "inventory", "supplier", "uom", "rules", "po" or "orchestrator"): whether it
/// answers and is well, how long that takes, and by its reflection which of the methods that we use it lacks
/// and what that costs. Blocks, at most twice the channel's patience.
[[nodiscard]] DatabaseAnswer probe(const ServiceChannel& channel, const QString& service);

} // namespace purchasing::remote
