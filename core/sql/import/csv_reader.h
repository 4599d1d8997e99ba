#pragma once

#include <QFile>
#include <QString>
#include <QStringDecoder>

#include <optional>
#include <string>
#include <vector>

namespace purchasing::sql {

/// How people's files are written.
struct TextForm
{
    QString encoding;
    char separator = ',';
};

/// Reads a CSV file (RFC 4180, UTF-8 with or without BOM, LF or CRLF) record by record, in bounded memory
/// whatever the file: a cell may have 1 MiB, a record 16 MiB. The file is read, not mapped, so that somebody
/// who cuts it meanwhile harms nothing.
class CsvReader
{
public:
    /// Opens the file; error() says what is wrong when it cannot be read.
    explicit CsvReader(const QString& file);
    /// The same for people's files: in any encoding, with another separator, with line ends of any kind and
    /// blanks around quotes. The cells are UTF-8 all the same.
    CsvReader(const QString& file, const TextForm& form);

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
    void open();
    /// Takes one record out of the buffer; false, with nothing taken, where the buffer ends before it.
    bool takeRecord();
    /// The same for one cell, from `at` on.
    bool takeCell(std::size_t& at, std::string& cell, bool& endOfRecord, int& lines);
    bool takeQuoted(std::size_t& at, std::string& cell, int& lines);
    /// Reads more behind what is in the buffer; false when the record is too long or reading fails.
    bool readMore();
    /// Puts `bytes` of a people's file behind what is in the buffer, as UTF-8 with line feeds.
    void append(QByteArrayView bytes);

    QFile m_file;
    const char m_separator = ',';
    std::optional<QStringDecoder> m_decoder; ///< Of people's files.
    QByteArray m_raw;
    bool m_hasReturn = false; ///< The last byte was a carriage return, whose meaning the next one decides.
    std::vector<char> m_buffer;
    std::size_t m_begin = 0; ///< Of what is not taken yet.
    std::size_t m_end = 0;
    bool m_isAtEnd = false; ///< The buffer has the rest of the file.
    qint64 m_size = 0; ///< Of the file when it was opened.
    qint64 m_read = 0;
    int m_line = 0;
    int m_nextLine = 1;
    std::vector<std::string> m_cells;
    QString m_error;
};

} // namespace purchasing::sql
