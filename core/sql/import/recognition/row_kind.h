#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace purchasing::sql {

/// What a line of somebody's table is; only rows are taken.
enum class RowKind { Row, Empty, Rule, Header, Sum, Note };

/// Tells rows from what people and reports put between and below them.
class RowSorter
{
public:
    RowSorter() = default;
    /// `productColumn` and `nameColumn` are places in the header; -1 where the file has none.
    RowSorter(std::vector<std::string> header, int productColumn, int nameColumn);

    [[nodiscard]] RowKind kindOf(const std::vector<std::string>& cells) const;

private:
    [[nodiscard]] bool isSum(const std::vector<std::string>& cells) const;

    std::vector<std::string> m_header;
    int m_productColumn = -1;
    int m_nameColumn = -1;
};

/// What is left out, for people: "a sum".
[[nodiscard]] QString nameOf(RowKind kind);
/// Blanks around a cell taken off.
[[nodiscard]] std::string_view trimmedCell(std::string_view cell);

} // namespace purchasing::sql
