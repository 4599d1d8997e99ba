#pragma once

#include "core/sql/engine/connection.h"

#include <algorithm>
#include <span>
#include <vector>

namespace purchasing::sql {

// Statements about many rows at once. Their texts are few, so that they stay prepared: a list is gone through
// in pieces of 64, 16, 4 and 1.

/// Calls `work(span)` for piece after piece of the things.
template <typename Things, typename Work> void inPieces(const Things& things, Work work)
{
    const std::span all(things);
    for (std::size_t at = 0; at < all.size();) {
        std::size_t count = 64;
        while (count > all.size() - at)
            count /= 4;
        work(all.subspan(at, count));
        at += count;
    }
}

/// "?, ?, ?" for so many values.
[[nodiscard]] inline QString marks(std::size_t count)
{
    return QStringLiteral("?") + QStringLiteral(", ?").repeated(static_cast<qsizetype>(count) - 1);
}

/// Inserts the rows, in their order. `into` is "INSERT INTO table(column, column)"; each row has a value for
/// every column. Throws Failure.
inline void insertRows(Connection& connection, const QString& into, const std::vector<QVariantList>& rows)
{
    inPieces(rows, [&](std::span<const QVariantList> piece) {
        const QString row =
            QLatin1Char('(') + marks(static_cast<std::size_t>(piece.front().size())) + QLatin1Char(')');
        QVariantList values;
        for (const QVariantList& cells : piece)
            values += cells;
        connection.execute(
            into + QStringLiteral(" VALUES ") + row
                + (QStringLiteral(", ") + row).repeated(static_cast<qsizetype>(piece.size()) - 1),
            values);
    });
}

} // namespace purchasing::sql
