#pragma once

#include "core/domain/result.h"
#include "core/ports/database_settings.h"
#include "core/ports/table_choice.h"

namespace purchasing::sql {

/// What this program reads of a catalogue, with its names and costs in the program's language.
[[nodiscard]] std::vector<WantedTable> wantedTables();

/// Looks which tables of another system's databases hold what this program reads, by the names of tables and
/// columns and the types of the columns. What is not certain is said in the notes and left open. Changes
/// nothing. Blocks as long as the server does; any thread.
[[nodiscard]] Result<TableChoice> detectTables(const MysqlSettings& settings);

} // namespace purchasing::sql
