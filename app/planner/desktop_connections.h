#pragma once

#include "core/domain/result.h"
#include "core/ports/database_answer.h"
#include "core/ports/table_choice.h"
#include "ui/connect/connection_profile.h"
#include "ui/workspace/connection.h"

#include <QString>

namespace purchasing {

/// Opens what a profile names, password included, with everything that runs on it. A file that is not there
/// is made. Blocks; any thread.
[[nodiscard]] Result<ui::Connection> openConnection(const ui::ConnectionProfile& profile);

/// Tries one of the databases or services that a profile names, by its number: the five of a server, the
/// file, or one of the services. Blocks; any thread.
[[nodiscard]] DatabaseAnswer probeConnection(const ui::ConnectionProfile& profile, int database);

/// Looks which tables of the profile's server hold the catalogue. Blocks; any thread.
[[nodiscard]] Result<TableChoice> detectTables(const ui::ConnectionProfile& profile);

} // namespace purchasing
