#pragma once

#include "core/domain/result.h"
#include "core/sql/engine/server/mysql_settings.h"

#include <QStringList>

#include <optional>

namespace purchasing::sql {

/// What trying a database file, or one of the five databases of a server, found.
struct DatabaseAnswer
{
    QString database; ///< Its name on the server, or the file's.
    std::optional<Error> error; ///< Why it cannot be used; unset when it can.
    int latencyMs = -1; ///< Of a question and its answer; -1 when there was none.
    QString server; ///< "MariaDB 10.11.19"; empty when it did not say.
    QStringList missing; ///< What it lacks and what that costs, a sentence each.
    QString blank; ///< What is unknown without this database.
};

/// The five, in the order they are shown: "oms", "inventory", "supplier", "uom" and "po".
[[nodiscard]] QStringList probedSchemas();

/// Connects to one of the databases and looks whether this program can use it. Changes nothing. Blocks, for
/// the connecting and answering times of the settings at most; any thread, several at once.
[[nodiscard]] DatabaseAnswer probeMysql(const MysqlSettings& settings, const QString& schema);

/// Looks whether this program can use the file. Takes no lock and changes nothing. Blocks as long as the disk
/// does.
[[nodiscard]] DatabaseAnswer probeEmbedded(const QString& file);

} // namespace purchasing::sql
