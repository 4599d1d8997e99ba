#pragma once

#include "core/sql/engine/connection.h"

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

namespace purchasing::sql {

// Statements about many rows at once. Their texts are few, so that they stay prepared: each is about 64, 32,
// 16, 8, 4, 2 or 1.

inline constexpr std::size_t kRowsAtOnce = 64;

/// Calls `work(span)` for piece after piece of the things, each once.
template <typename Things, typename Work> void inPieces(const Things& things, Work work)
{
    const std::span all(things);
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t count = std::bit_floor(std::min(kRowsAtOnce, all.size() - at));
        work(all.subspan(at, count));
        at += count;
    }
}

/// Calls `work(span)` for lists that name every thing, the last of a list more than once where that makes it
/// as long as another statement: for statements in which to name a row twice is to name it once.
template <typename Things, typename Work> void inLists(const Things& things, Work work)
{
    const std::span all(things);
    for (std::size_t at = 0; at < all.size(); at += kRowsAtOnce) {
        const auto piece = all.subspan(at, std::min(kRowsAtOnce, all.size() - at));
        const std::size_t count = std::bit_ceil(piece.size());
        if (count == piece.size()) {
            work(piece);
            continue;
        }
        std::vector<typename Things::value_type> list(piece.begin(), piece.end());
        list.resize(count, piece.back());
        work(std::span<const typename Things::value_type>(list));
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
