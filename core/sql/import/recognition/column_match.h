#pragma once

#include "core/ports/recognised_file.h"
#include "core/sql/import/recognition/file_sample.h"

namespace purchasing::sql {

/// Finds which of our fields the columns of a table fill: by name, and where a name is vague by what the
/// column holds.
class ColumnMatch
{
public:
    /// `rows` are the records below the header.
    ColumnMatch(std::vector<QString> headers, const std::vector<FileSample::Record>& rows);

    /// Columns that somebody has said; the others are left alone where `onlyThese`.
    void take(const FileMapping& given, bool onlyThese);
    /// Finds the rest. `questions` are about columns that compete for a field.
    void find(std::vector<ImportQuestion>& questions, QStringList& notes);

    [[nodiscard]] const std::vector<MappedColumn>& columns() const { return m_columns; }
    /// Headers of the columns that somebody has said.
    [[nodiscard]] const QStringList& said() const { return m_said; }
    /// Null where no column fills the field.
    [[nodiscard]] const MappedColumn* columnOf(const QString& field) const;
    /// Headers that are not taken and whose cells look like ids.
    [[nodiscard]] QStringList idLike() const;

private:
    enum class Holds { Nothing, Numbers, Percents, Words, Ids, Addresses };

    [[nodiscard]] Holds holds(std::size_t column) const;
    [[nodiscard]] bool suits(std::size_t column, const QString& field) const;
    void takeRank(int rank, std::vector<ImportQuestion>& questions);
    void findQuantity(std::vector<ImportQuestion>& questions);
    void findPriceUnit(std::vector<ImportQuestion>& questions);

    std::vector<MappedColumn> m_columns;
    QStringList m_said;
    std::vector<bool> m_isOpen; ///< Nobody has said yet.
    const std::vector<FileSample::Record>& m_rows;
    bool m_isOwnExport = false;
};

} // namespace purchasing::sql
