#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/ports/clock.h"
#include "core/sql/engine/database.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace purchasing::sql {

/// How to open, and if need be make, the embedded database.
struct EmbeddedOptions
{
    std::vector<RulePack> initialRulePacks; ///< Published as version 1 when the file is made.
    bool fillDemo = true; ///< False: a new file starts with an empty catalogue.
    bool readOnly = false; ///< Changes nothing, not even the schema; the file must exist.
    std::shared_ptr<const Clock> clock; ///< Null: the system's.
    std::shared_ptr<AuditKeeper> keeper; ///< Remembers the audit log's newest event; null: nobody.
    int busyTimeoutMs = 5000; ///< How long one statement waits for another program.
    /// Told what is being done, as a sentence and a share of the whole (0 to 1); on the calling thread.
    std::function<void(const QString& what, double share)> progress;
};

/// Opens the SQLite file, making it first where there is none, and brings its schema up to date. Blocks; call
/// it before the window is shown or on a worker thread.
///
/// A new file appears complete or not at all, also when two programs start at once. A file this program may
/// read but not write is opened read-only (Database::readOnlyReason says why). Files of other programs are
/// never touched.
[[nodiscard]] Result<std::shared_ptr<Database>> openEmbedded(const QString& file,
                                                             const EmbeddedOptions& options);

} // namespace purchasing::sql
