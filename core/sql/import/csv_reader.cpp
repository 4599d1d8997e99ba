#include "core/sql/import/csv_reader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstring>
#include <string_view>

namespace purchasing::sql {
namespace {

struct CsvReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CsvReader)
};

constexpr std::size_t kLongestCell = 1U << 20;
constexpr std::size_t kLongestRecord = 16U << 20;
constexpr std::size_t kMostCells = 1000; // Far more than any table has.
constexpr std::size_t kChunk = 256U << 10;

} // namespace

CsvReader::CsvReader(const QString& file)
    : m_file(file)
{
    open();
    if (!m_error.isEmpty() || !readMore())
        return;
    if (m_end == 0)
        m_error = CsvReaderWords::tr("the file is empty");
    const std::string_view start(m_buffer.data(), m_end);
    if (start.starts_with("\xEF\xBB\xBF"))
        m_begin = 3;
    else if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF"))
        m_error = CsvReaderWords::tr("the file is UTF-16; save it as UTF-8");
}

CsvReader::CsvReader(const QString& file, const TextForm& form)
    : m_file(file)
    , m_separator(form.separator)
    , m_decoder(std::in_place, form.encoding.toLatin1().constData())
{
    open();
    if (m_error.isEmpty() && !m_decoder->isValid())
        m_error = CsvReaderWords::tr("the encoding %1 is not known").arg(form.encoding);
    if (m_error.isEmpty() && m_size == 0)
        m_error = CsvReaderWords::tr("the file is empty");
}

void CsvReader::open()
{
    // A pipe or device would be waited for, or never end.
    if (const QFileInfo info(m_file.fileName()); info.exists() && !info.isFile())
        m_error = CsvReaderWords::tr("this is no ordinary file");
    else if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        m_error = CsvReaderWords::tr("the file cannot be opened: %1").arg(m_file.errorString());
    m_size = m_file.size();
}

double CsvReader::share() const
{
    const auto taken = static_cast<double>(m_read) - static_cast<double>(m_end - m_begin);
    return m_size == 0 ? 1.0 : std::min(1.0, taken / static_cast<double>(m_size));
}

bool CsvReader::next()
{
    while (m_error.isEmpty()) {
        m_line = m_nextLine;
        if (m_begin == m_end && m_isAtEnd)
            return false;
        if (!takeRecord()) {
            if (!m_error.isEmpty() || !readMore())
                return false;
            continue;
        }
        if (m_cells.size() > 1 || !m_cells.front().empty())
            return true; // Not a blank line.
    }
    return false;
}

bool CsvReader::readMore()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end >= kLongestRecord) {
        m_error = CsvReaderWords::tr("line %1: longer than 16 MiB").arg(m_line);
        return false;
    }
    // Doubled, so that a long record is not gone through again for every little piece.
    const std::size_t wanted = std::min(kLongestRecord - m_end, std::max(kChunk, m_end));
    char* place = nullptr;
    if (m_decoder) {
        m_raw.resize(static_cast<qsizetype>(wanted));
        place = m_raw.data();
    } else {
        m_buffer.resize(m_end + wanted);
        place = m_buffer.data() + m_end;
    }
    const qint64 got = m_file.read(place, static_cast<qint64>(wanted));
    if (got < 0) {
        m_error = CsvReaderWords::tr("the file cannot be read: %1").arg(m_file.errorString());
        return false;
    }
    if (m_decoder)
        append(QByteArrayView(m_raw.constData(), got));
    else
        m_end += static_cast<std::size_t>(got);
    m_read += got;
    m_isAtEnd = got == 0;
    if (m_isAtEnd && m_read != m_size) {
        m_error = CsvReaderWords::tr("the file was changed while it was read");
        return false;
    }
    return true;
}

void CsvReader::append(QByteArrayView bytes)
{
    const QString text = m_decoder->decode(bytes);
    if (bytes.isEmpty())
        (void)QString(
            m_decoder->decode("\n")); // A letter that the file's end cuts is an error once something follows.
    if (m_decoder->hasError()) {
        m_error = CsvReaderWords::tr("from line %1 on: is not %2 text")
                      .arg(m_nextLine)
                      .arg(QLatin1String(m_decoder->name()));
        return;
    }
    QByteArray utf8 = text.toUtf8();
    if (utf8.contains('\r') || m_hasReturn) {
        QByteArray plain;
        plain.reserve(utf8.size());
        for (const char byte : utf8) {
            if (byte != '\n' && m_hasReturn)
                plain += '\n';
            m_hasReturn = byte == '\r';
            if (!m_hasReturn)
                plain += byte;
        }
        if (bytes.isEmpty() && m_hasReturn)
            plain += '\n';
        utf8 = plain;
    }
    m_buffer.resize(m_end);
    m_buffer.insert(m_buffer.end(), utf8.begin(), utf8.end());
    m_end = m_buffer.size();
}

bool CsvReader::takeRecord()
{
    std::size_t at = m_begin;
    std::size_t count = 0;
    int lines = 0;
    bool endOfRecord = false;
    while (!endOfRecord) {
        if (count == kMostCells) {
            m_error = CsvReaderWords::tr("line %1: more than %2 cells").arg(m_line).arg(kMostCells);
            return false;
        }
        if (count == m_cells.size())
            m_cells.emplace_back();
        m_cells[count].clear();
        if (!takeCell(at, m_cells[count], endOfRecord, lines))
            return false;
        ++count;
    }
    m_cells.resize(count);
    m_begin = std::min(at, m_end);
    m_nextLine += lines;
    return true;
}

bool CsvReader::takeCell(std::size_t& at, std::string& cell, bool& endOfRecord, int& lines)
{
    const char* const data = m_buffer.data();
    const char separator = m_separator;
    std::size_t quote = at;
    while (m_decoder && quote < m_end && data[quote] == ' ')
        ++quote;
    if (quote < m_end && data[quote] == '"') {
        at = quote;
        if (!takeQuoted(at, cell, lines))
            return false;
        while (m_decoder && at < m_end && data[at] == ' ')
            ++at;
        if (at < m_end && data[at] == '\r')
            ++at;
        if (at >= m_end && !m_isAtEnd)
            return false;
        endOfRecord = at >= m_end || data[at] == '\n';
        if (!endOfRecord && data[at] != separator) {
            m_error = CsvReaderWords::tr("line %1: text after a closing quote").arg(m_line);
            return false;
        }
    } else {
        const std::size_t start = at;
        while (at < m_end && data[at] != separator && data[at] != '\n')
            ++at;
        if (at - start > kLongestCell) {
            m_error = CsvReaderWords::tr("line %1: a cell is longer than 1 MiB").arg(m_line);
            return false;
        }
        if (at >= m_end && !m_isAtEnd)
            return false;
        endOfRecord = at >= m_end || data[at] == '\n';
        const bool hasReturn = endOfRecord && at > start && data[at - 1] == '\r';
        cell.assign(data + start, at - start - (hasReturn ? 1 : 0));
    }
    ++at;
    if (endOfRecord)
        ++lines;
    return true;
}

/// Leaves `at` behind the closing quote.
bool CsvReader::takeQuoted(std::size_t& at, std::string& cell, int& lines)
{
    const char* const data = m_buffer.data();
    ++at;
    while (at < m_end) {
        const char character = data[at++];
        if (character == '\n')
            ++lines;
        if (character != '"') {
            cell += character;
        } else if (at < m_end && data[at] == '"') {
            cell += data[at++];
        } else {
            return at < m_end || m_isAtEnd; // The next byte may make it a doubled quote.
        }
        if (cell.size() > kLongestCell)
            break; // An unclosed quote must not swallow the rest of the file.
    }
    if (cell.size() > kLongestCell || m_isAtEnd)
        m_error = CsvReaderWords::tr("line %1: a quote is not closed").arg(m_line);
    return false;
}

} // namespace purchasing::sql
