#pragma once

#include "core/ports/database_answer.h"
#include "core/ports/database_settings.h"

#include <QStringList>

namespace purchasing::sql {

/// The five, in the order they are shown: "oms", "inventory", "supplier", "uom" and "po".
[[nodiscard]] QStringList probedSchemas();

/// Connects to one of the databases and looks whether this program can use it. Changes nothing. Blocks, for
/// the connecting and answering times of the settings at most; any thread, several at once.
[[nodiscard]] DatabaseAnswer probeMysql(const MysqlSettings& settings, const QString& schema);

/// Looks whether this program can use the file. Takes no lock and changes nothing. Blocks as long as the disk
/// does.
[[nodiscard]] DatabaseAnswer probeEmbedded(const QString& file);

} // namespace purchasing::sql
