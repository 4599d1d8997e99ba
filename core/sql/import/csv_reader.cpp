#include "core/sql/import/csv_reader.h"

#include <QCoreApplication>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::CsvReader)
};

constexpr std::size_t kLongestCell = 100000; // An unclosed quote must not swallow the rest of the file.

} // namespace

CsvReader::CsvReader(const QString& file)
    : m_file(file)
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        m_error = Words::tr("the file cannot be opened: %1").arg(m_file.errorString());
        return;
    }
    m_size = static_cast<std::size_t>(m_file.size());
    if (m_size == 0) {
        m_error = Words::tr("the file is empty");
        return;
    }
    m_data = reinterpret_cast<const char*>(m_file.map(0, m_file.size()));
    if (!m_data) {
        m_error = Words::tr("the file cannot be read: %1").arg(m_file.errorString());
        m_size = 0;
        return;
    }
    if (m_size >= 3 && std::string_view(m_data, 3) == "\xEF\xBB\xBF")
        m_at = 3;
    else if (m_size >= 2
             && (std::string_view(m_data, 2) == "\xFF\xFE" || std::string_view(m_data, 2) == "\xFE\xFF")) {
        m_error = Words::tr("the file is UTF-16; save it as UTF-8");
        m_size = 0;
    }
}

double CsvReader::share() const
{
    return m_size == 0 ? 1.0 : static_cast<double>(m_at) / static_cast<double>(m_size);
}

bool CsvReader::next()
{
    while (m_error.isEmpty() && m_at < m_size) {
        m_line = m_nextLine;
        std::size_t count = 0;
        bool endOfRecord = false;
        while (!endOfRecord) {
            if (count == m_cells.size())
                m_cells.emplace_back();
            m_cells[count].clear();
            readCell(m_cells[count], endOfRecord);
            if (!m_error.isEmpty())
                return false;
            ++count;
        }
        m_cells.resize(count);
        if (count > 1 || !m_cells.front().empty())
            return true; // Not a blank line.
    }
    return false;
}

void CsvReader::readCell(std::string& cell, bool& endOfRecord)
{
    const auto endLine = [this, &endOfRecord] {
        endOfRecord = true;
        ++m_nextLine;
    };
    if (m_at < m_size && m_data[m_at] == '"') {
        ++m_at;
        while (true) {
            if (m_at >= m_size || cell.size() > kLongestCell) {
                m_error = Words::tr("line %1: a quote is not closed").arg(m_line);
                return;
            }
            const char character = m_data[m_at++];
            if (character == '\n')
                ++m_nextLine;
            if (character != '"')
                cell += character;
            else if (m_at < m_size && m_data[m_at] == '"')
                cell += m_data[m_at++];
            else
                break;
        }
        if (m_at < m_size && m_data[m_at] == '\r')
            ++m_at;
        if (m_at >= m_size || m_data[m_at] == '\n') {
            ++m_at;
            return endLine();
        }
        if (m_data[m_at] != ',') {
            m_error = Words::tr("line %1: text after a closing quote").arg(m_line);
            return;
        }
        ++m_at;
        return;
    }
    const std::size_t start = m_at;
    while (m_at < m_size && m_data[m_at] != ',' && m_data[m_at] != '\n')
        ++m_at;
    std::size_t end = m_at;
    const bool last = m_at >= m_size || m_data[m_at] == '\n';
    if (last && end > start && m_data[end - 1] == '\r')
        --end;
    cell.assign(m_data + start, end - start);
    ++m_at;
    if (last)
        endLine();
}

} // namespace purchasing::sql
