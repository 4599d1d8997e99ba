#pragma once

#include "core/sql/engine/errors/failure.h"

namespace purchasing::sql {

/// Codes of SQLite that decide what happens next; the values are part of its file format promise.
inline constexpr int kSqliteReadOnly = 8;
inline constexpr int kSqliteNotADatabase = 26;

/// The primary code of an extended one.
[[nodiscard]] constexpr int primaryCode(int extendedCode)
{
    return extendedCode & 0xff;
}

/// Explains an SQLite error code in a sentence. `text` is SQLite's message, which names the rule a trigger
/// enforces.
[[nodiscard]] Failure sqliteFailure(int extendedCode, const QString& text, const QString& detail);

} // namespace purchasing::sql
