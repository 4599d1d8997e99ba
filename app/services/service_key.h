#pragma once

#include "core/domain/result.h"

#include <QString>

namespace purchasing {

/// The key by which the PO service knows the Orchestrator: the content of the file, which is made (0600)
/// where there is none. Refused, with the command that mends it, where others can read it.
[[nodiscard]] Result<QString> serviceKey(const QString& file);

} // namespace purchasing
