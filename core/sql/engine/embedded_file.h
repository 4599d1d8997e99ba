#pragma once

#include "core/sql/engine/connection.h"

#include <QString>

namespace purchasing::sql {

/// Marks our files in their header ("PFPl"), as SQLite's application_id is meant for.
inline constexpr qint64 kApplicationId = 0x5046506c;

/// Settings for a connection to `file`; each opens the file, none makes it.
[[nodiscard]] ConnectionSettings writingSettings(const QString& file, int busyTimeoutMs);
[[nodiscard]] ConnectionSettings readingSettings(const QString& file, int busyTimeoutMs);

/// Throws a Failure in plain words unless `file` is a database of this program that this version can use.
/// Takes no lock and changes nothing, so a file of another program is left as it is.
void requireOurFile(const QString& file);

/// Says why the file or its folder cannot be written, as a sentence; empty when both can.
[[nodiscard]] QString whyNotWritable(const QString& file);

/// What tells this file from another one of the same name; empty when there is no such file.
[[nodiscard]] QByteArray fileIdentity(const QString& file);

} // namespace purchasing::sql
