#pragma once

#include "core/domain/result.h"
#include "ui/connect/connection_profile.h"
#include "ui/workspace/workspace.h"

#include <QString>

namespace purchasing {

/// Opens what a profile names, password included, with everything that runs on it. A file that is not there
/// is made. Blocks; any thread.
[[nodiscard]] Result<ui::Connection> openConnection(const ui::ConnectionProfile& profile);

} // namespace purchasing
