#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace purchasing::sql {

/// Reads a CSV file (RFC 4180, UTF-8 with or without BOM, LF or CRLF) record by record, whatever its size.
class CsvReader
{
public:
    /// Opens the file; error() says what is wrong when it cannot be read.
    explicit CsvReader(const QString& file);

    /// Moves to the next record, blank lines left out; false at the end or when the file is malformed, which
    /// error() tells apart.
    bool next();
    /// The cells of the record, unquoted; valid until next().
    [[nodiscard]] const std::vector<std::string>& cells() const { return m_cells; }
    /// The line the record starts in, from 1.
    [[nodiscard]] int line() const { return m_line; }
    /// What is wrong with the file itself, with its line; empty when nothing is.
    [[nodiscard]] const QString& error() const { return m_error; }
    /// Share of the file that was read, 0 to 1.
    [[nodiscard]] double share() const;

private:
    void readCell(std::string& cell, bool& endOfRecord);

    QFile m_file;
    const char* m_data = nullptr; ///< The mapped file.
    std::size_t m_size = 0;
    std::size_t m_at = 0;
    int m_line = 0;
    int m_nextLine = 1;
    std::vector<std::string> m_cells;
    QString m_error;
};

} // namespace purchasing::sql
