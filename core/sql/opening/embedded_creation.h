#pragma once

#include "core/sql/opening/embedded_database.h"

namespace purchasing::sql {

/// Makes a complete database at `file` unless one is there by now: it is built in a file beside, made durable
/// and renamed. One program at a time; others wait. Throws Failure.
void createEmbedded(const QString& file, const EmbeddedOptions& options, const Clock& clock);

} // namespace purchasing::sql
