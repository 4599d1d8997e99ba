#include "core/sql/import/people_rows.h"

#include "core/sql/import/recognition/file_preview.h"
#include "core/sql/import/recognition/own_form.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct PeopleRowsWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::PeopleRows)
};

/// A spreadsheet that took a long number for an amount has lost its last digits.
bool looksShortened(std::string_view id)
{
    static const QRegularExpression form(QStringLiteral("^\\d[.,]\\d+[eE]\\+\\d+$"));
    return id.find('+') != std::string_view::npos
        && form.match(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))).hasMatch();
}

} // namespace

PeopleRows::PeopleRows(const RecognisedFile& file, const std::vector<CsvColumn>& expected,
                       const std::vector<CsvColumn>& available)
    : m_mapping(file.mapping)
{
    for (const CsvColumn& column : expected) {
        const QString field = QString::fromLatin1(column.name);
        const auto mapped =
            std::find_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                         [&field](const MappedColumn& candidate) { return candidate.field == field; });
        const bool isMapped = mapped != m_mapping.columns.end();
        if (!isMapped && !m_mapping.values.contains(field))
            continue;
        const auto place =
            std::find_if(available.begin(), available.end(), [&column](const CsvColumn& candidate) {
                return qstrcmp(candidate.name, column.name) == 0;
            });
        if (place == available.end()) {
            m_lost += field;
            continue;
        }
        m_present.push_back(*place);
        Column source;
        source.header = isMapped ? mapped->header : field;
        source.position = isMapped ? static_cast<int>(mapped - m_mapping.columns.begin()) : -1;
        source.value = m_mapping.values.value(field).toStdString();
        m_columns.push_back(std::move(source));
    }
}

void PeopleRows::setHeader(const std::vector<std::string>& cells)
{
    m_sorter = sorterOf(m_mapping, cells);
}

bool PeopleRows::take(int line, const std::vector<std::string>& cells, std::vector<CsvCell>& row,
                      const std::function<void(const Told&)>& tell)
{
    const RowKind kind = m_sorter.kindOf(cells);
    Seen* passed = kind != RowKind::Row ? &m_leftOut[kind] : saysSomething(cells) ? nullptr : &m_silent;
    if (passed) {
        if (passed->count++ == 0)
            passed->first = line;
        return false;
    }
    bool good = hasWidth(cells, tell);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        const auto position = static_cast<std::size_t>(column.position);
        const std::string_view cell = column.position < 0 ? std::string_view(column.value)
            : position < cells.size()                     ? std::string_view(cells[position])
                                                          : std::string_view();
        good = takeCell(i, cell, row[i], tell) && good;
    }
    return good;
}

bool PeopleRows::hasWidth(const std::vector<std::string>& cells,
                          const std::function<void(const Told&)>& tell) const
{
    const std::size_t width = m_mapping.columns.size();
    const auto isFilled = [](const std::string& cell) { return !trimmedCell(cell).empty(); };
    const auto behind = static_cast<std::ptrdiff_t>(std::min(width, cells.size()));
    if (std::any_of(cells.begin() + behind, cells.end(), isFilled)) {
        tell({{},
              PeopleRowsWords::tr("%1 cells where the header has %2").arg(cells.size()).arg(width),
              false});
        return false;
    }
    // Spreadsheets leave out the empty cells at the end of a row, and a cut line looks the same.
    const bool lacks = std::any_of(m_columns.begin(), m_columns.end(), [&cells](const Column& column) {
        return column.position >= static_cast<int>(cells.size());
    });
    if (lacks)
        tell({{},
              PeopleRowsWords::tr("%1 cells where the header has %2: the others are taken as empty")
                  .arg(cells.size())
                  .arg(width),
              true});
    return true;
}

/// Whether a column of this table other than its keys has a value.
bool PeopleRows::saysSomething(const std::vector<std::string>& cells) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const int position = m_columns[i].position;
        if (!m_present[i].key && position >= 0 && static_cast<std::size_t>(position) < cells.size()
            && !trimmedCell(cells[static_cast<std::size_t>(position)]).empty())
            return true;
    }
    return false;
}

bool PeopleRows::takeCell(std::size_t place, std::string_view cell, CsvCell& taken,
                          const std::function<void(const Told&)>& tell)
{
    const CsvColumn& column = m_present[place];
    Column& source = m_columns[place];
    QString problem;
    const std::string_view own = inOwnForm(column, m_mapping.form, cell, source.own, problem);
    if (problem.isEmpty())
        taken = readCell(column, own, source.store, problem);
    if (!problem.isEmpty()) {
        tell({source.header, problem, false});
        return false;
    }
    QString warning = warningOf(column, taken);
    if (column.type == CsvType::Id && looksShortened(own))
        warning = PeopleRowsWords::tr("looks like a number that a spreadsheet has shortened");
    if (!warning.isEmpty())
        tell({source.header, warning, true});
    return true;
}

QStringList PeopleRows::leftOut() const
{
    QStringList words;
    for (const auto& [kind, seen] : m_leftOut) {
        words += seen.count == 1 ? PeopleRowsWords::tr("%1 in line %2").arg(nameOf(kind)).arg(seen.first)
                                 : PeopleRowsWords::tr("%1 %2 times, first in line %3")
                                       .arg(nameOf(kind))
                                       .arg(seen.count)
                                       .arg(seen.first);
    }
    return words;
}

} // namespace purchasing::sql
