#pragma once

#include "core/domain/result.h"

#include <QStringList>

#include <optional>

namespace purchasing {

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

} // namespace purchasing
