#pragma once

#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/sql/database.h"

#include <functional>
#include <memory>
#include <vector>

namespace purchasing::sql {

struct EmbeddedOptions
{
    std::vector<RulePack> initialRules; ///< Published as version 1 when the database is made.
    bool fillDemo = true; ///< False makes an empty catalogue.
    bool readOnly = false;
    std::shared_ptr<Clock> clock = std::make_shared<Clock>();
};

/// An opened embedded database, and what the caller should know of the opening.
struct EmbeddedDatabase
{
    std::shared_ptr<Database> database;
    bool created = false; ///< It was made just now.
    QString readOnlyReason; ///< Why it is open read-only; empty when it can be written.
};

/// Opens the file, making and filling it first where there is none. A new file appears whole or not at all,
/// also when two programs start at once. Older files of ours are upgraded; files of other programs and of
/// newer versions are refused untouched. Blocks: a second at most for an existing file.
[[nodiscard]] Result<EmbeddedDatabase> openEmbedded(const QString& file, const EmbeddedOptions& options);

/// Marks our files in SQLite's header: "PFP1".
inline constexpr int kApplicationId = 0x50465031;

} // namespace purchasing::sql
