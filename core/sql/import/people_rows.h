#pragma once

#include "core/ports/recognised_file.h"
#include "core/sql/import/csv_cell.h"
#include "core/sql/import/recognition/row_kind.h"

#include <functional>
#include <map>
#include <vector>

namespace purchasing::sql {

/// Makes rows of one table from the records of a people's file.
class PeopleRows
{
public:
    struct Told
    {
        QString column; ///< As the file calls it.
        QString problem;
        bool isWarning = false;
    };

    /// `expected` are the columns that the table may have, `available` those that it has.
    PeopleRows(const RecognisedFile& file, const std::vector<CsvColumn>& expected,
               const std::vector<CsvColumn>& available);

    /// The columns of the table that the file fills, and those for which the table has no place.
    [[nodiscard]] const std::vector<CsvColumn>& present() const { return m_present; }
    [[nodiscard]] const QStringList& lost() const { return m_lost; }
    void setHeader(const std::vector<std::string>& cells);

    /// Fills the row, as many cells as there are present columns; false where the record is none or has a bad
    /// cell. `tell` hears what is wrong or odd.
    [[nodiscard]] bool take(int line, const std::vector<std::string>& cells, std::vector<CsvCell>& row,
                            const std::function<void(const Told&)>& tell);
    /// What was no row, in words.
    [[nodiscard]] QStringList leftOut() const;

private:
    struct Column
    {
        int position = -1; ///< In the file; -1: the same value in every row.
        QString header;
        std::string value;
        std::string own; ///< The cell as our files have it.
        std::string store; ///< What of it has to be written differently.
    };
    struct Seen
    {
        int count = 0;
        int first = 0;
    };

    [[nodiscard]] bool hasWidth(const std::vector<std::string>& cells,
                                const std::function<void(const Told&)>& tell) const;
    [[nodiscard]] bool saysSomething(const std::vector<std::string>& cells) const;
    [[nodiscard]] bool takeCell(std::size_t place, std::string_view cell, CsvCell& taken,
                                const std::function<void(const Told&)>& tell);

    const FileMapping& m_mapping;
    std::vector<CsvColumn> m_present;
    std::vector<Column> m_columns; ///< Of those present.
    QStringList m_lost;
    RowSorter m_sorter;
    std::map<RowKind, Seen> m_leftOut;
    Seen m_silent; ///< Rows with nothing for this table.
};

} // namespace purchasing::sql
