#pragma once

#include "core/sql/engine/connection.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace purchasing::sql {

/// The rows of one SELECT, read through the database's own client library: texts as UTF-8 where they lie, no
/// QVariant and no QString a cell, which is what reading a million products through QSqlQuery spends most of
/// its time on. For whole ranges of the catalogue; everything else uses Rows.
///
/// Nothing else may run on the connection while it lives.
class BulkRows
{
public:
    /// `sql` has its values written into it (textLiteral). Throws Failure.
    BulkRows(Connection& connection, const QString& sql);
    ~BulkRows();
    BulkRows(const BulkRows&) = delete;
    BulkRows& operator=(const BulkRows&) = delete;

    /// Moves to the next row; false after the last. Throws Failure when reading breaks off.
    [[nodiscard]] bool next();
    /// UTF-8, good until the next row; without data where NULL.
    [[nodiscard]] std::string_view text(int column) const;

    /// A cell read as something; what is neither that nor NULL is odd, and left to the careful reader.
    struct Number
    {
        std::optional<std::int64_t> value;
        bool isOdd = false;
    };
    /// In ten-thousandths, rounded half away from zero.
    [[nodiscard]] Number number(int column) const;
    /// Milliseconds since 1970 UTC.
    [[nodiscard]] Number timestamp(int column) const;

    /// Reads one client library.
    class Reader;

private:
    std::unique_ptr<Reader> m_reader;
};

/// The text as a literal that no content can break out of.
[[nodiscard]] QString textLiteral(const Dialect& dialect, const QString& text);

} // namespace purchasing::sql
