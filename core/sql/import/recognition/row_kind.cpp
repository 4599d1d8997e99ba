#include "core/sql/import/recognition/row_kind.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct RowKindWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Recognition)
};

constexpr std::size_t kLeastColumnsOfNotes = 3; // In a narrower table one cell may well be a row.
constexpr std::size_t kLongestSumWord = 60;

bool isSumText(std::string_view cell)
{
    static const QRegularExpression words(
        QStringLiteral("^(?:grand[ -]?|sub[ -]?|gesamt|zwischen|end|\u03A3\\s*)?"
                       "(?:totals?|totale|totaal|sums?|summen?|gesamt|sous-total|somme|suma|razem|"
                       "\u00FCbertrag|carry over)"
                       "(?:[\\s:.,(=-].*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return cell.size() <= kLongestSumWord
        && words.match(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()))).hasMatch();
}

bool isRuleText(std::string_view cell)
{
    return cell.find_first_not_of("-=_*.+# ") == std::string_view::npos;
}

} // namespace

std::string_view trimmedCell(std::string_view cell)
{
    const auto isBlank = [](std::string_view text, bool atEnd) -> std::size_t {
        if (text.empty())
            return 0;
        const char byte = atEnd ? text.back() : text.front();
        if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
            return 1;
        return (atEnd ? text.ends_with("\xC2\xA0") : text.starts_with("\xC2\xA0")) ? 2 : 0;
    };
    while (const std::size_t blank = isBlank(cell, false))
        cell.remove_prefix(blank);
    while (const std::size_t blank = isBlank(cell, true))
        cell.remove_suffix(blank);
    return cell;
}

RowSorter::RowSorter(std::vector<std::string> header, int productColumn, int nameColumn)
    : m_header(std::move(header))
    , m_productColumn(productColumn)
    , m_nameColumn(nameColumn)
{
}

RowKind RowSorter::kindOf(const std::vector<std::string>& cells) const
{
    std::size_t filled = 0;
    bool rules = true;
    for (const std::string& cell : cells) {
        const std::string_view text = trimmedCell(cell);
        if (text.empty())
            continue;
        ++filled;
        rules = rules && text.size() > 1 && isRuleText(text);
    }
    if (filled == 0)
        return RowKind::Empty;
    if (rules)
        return RowKind::Rule;
    if (isSum(cells))
        return RowKind::Sum;
    if (filled == 1 && m_header.size() >= kLeastColumnsOfNotes)
        return RowKind::Note;
    return !m_header.empty() && cells == m_header ? RowKind::Header : RowKind::Row;
}

bool RowSorter::isSum(const std::vector<std::string>& cells) const
{
    const auto at = [&cells](int column) {
        return column >= 0 && static_cast<std::size_t>(column) < cells.size()
            ? trimmedCell(cells[static_cast<std::size_t>(column)])
            : std::string_view();
    };
    const std::string_view product = at(m_productColumn);
    if (!product.empty())
        return at(m_nameColumn).empty() && isSumText(product);
    // A product without its id is a mistake; a line that says "Total" somewhere is none.
    return std::any_of(cells.begin(), cells.end(),
                       [](const std::string& cell) { return isSumText(trimmedCell(cell)); });
}

QString nameOf(RowKind kind)
{
    switch (kind) {
    case RowKind::Row: break;
    case RowKind::Empty: return RowKindWords::tr("an empty row");
    case RowKind::Rule: return RowKindWords::tr("a line of dashes");
    case RowKind::Header: return RowKindWords::tr("the header again");
    case RowKind::Sum: return RowKindWords::tr("a sum");
    case RowKind::Note: return RowKindWords::tr("a note");
    }
    return {};
}

} // namespace purchasing::sql
