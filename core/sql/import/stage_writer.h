#pragma once

#include "core/sql/engine/connection.h"
#include "core/sql/import/csv_cell.h"

#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace purchasing::sql {

/// A row that was left out because another one has its key.
struct RepeatedRow
{
    int line = 0;
    int first = 0; ///< The line of the one that was kept.
};

/// Fills a temporary table through the database's own client library: without a QVariant and a QString for
/// each cell, which is what writing millions of rows through QSqlQuery spends most of its time on.
///
/// The table has a column `line` and a unique key. Nothing else may run on the connection between add() and
/// flush().
class StageWriter
{
public:
    /// What becomes of a row that is the same as one that is there, in all columns.
    enum class Same { IsRepeated, IsNothingNew };

    /// `keys` are the indices of the columns that make the unique key. Throws Failure.
    StageWriter(Connection& connection, const QString& table, const QStringList& columns,
                const std::vector<int>& keys, Same same = Same::IsRepeated);
    ~StageWriter();
    StageWriter(const StageWriter&) = delete;
    StageWriter& operator=(const StageWriter&) = delete;

    /// Adds a row, unless one with its key is there. Throws Failure.
    void add(int line, const std::vector<CsvCell>& cells);
    /// Writes what is still waiting. Throws Failure.
    void flush();

    /// How many rows were written, and how many were left out.
    [[nodiscard]] std::int64_t written() const;
    [[nodiscard]] std::int64_t leftOut() const;
    /// The first thousand of those left out.
    [[nodiscard]] const std::vector<RepeatedRow>& repeated() const;

    /// Writes through one client library.
    class Library;

private:
    std::unique_ptr<Library> m_library;
};

} // namespace purchasing::sql
