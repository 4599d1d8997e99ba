#include "ui/planning/product_row_texts.h"

#include "ui/planning/product_export.h"
#include "ui/workspace/workspace.h"

namespace purchasing::ui {

ProductRowTexts::ProductRowTexts(const Workspace& workspace, std::vector<int> catalogueRows,
                                 std::vector<ProductColumn> columns)
    : m_catalogue(workspace.feed().catalogue())
    , m_plan(workspace.feed().plan())
    , m_rules(workspace.feed().rules())
    , m_today(workspace.feed().today())
    , m_currency(workspace.identity().currency())
    , m_rows(std::move(catalogueRows))
    , m_columns(std::move(columns))
{
    // Rows that left the catalogue are gone with the next arrangement.
    std::erase_if(m_rows, [this](int row) { return row >= m_catalogue->size(); });
}

QString ProductRowTexts::joined(RowCopy copy) const
{
    QString text;
    const auto addLine = [&](const auto& textOf) {
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                text += QLatin1Char('\t');
            QString cell = textOf(m_columns[i]);
            for (QChar& character : cell) {
                if (character == QLatin1Char('\t') || character == QLatin1Char('\n')
                    || character == QLatin1Char('\r'))
                    character = QLatin1Char(' '); // Would begin another cell.
            }
            text += cell;
        }
    };
    if (copy == RowCopy::ValuesWithHeaders)
        addLine([](ProductColumn column) { return columnInfo(column).header; });
    for (const int row : m_rows) {
        const ProductFacts facts = m_catalogue->facts(row);
        Decision decision = m_rules ? m_rules->decide(facts, m_today) : Decision();
        if (const PlannedProduct* planned = m_plan.at(*m_catalogue, row))
            decision.decidedAt = QDateTime::fromMSecsSinceEpoch(planned->decidedAt, Qt::UTC);
        addLine([&](ProductColumn column) {
            return copy == RowCopy::AsShown ? cellText(column, facts, decision, m_currency, m_today)
                                            : plainCellText(exportCell(column, facts, decision, m_today));
        });
    }
    return text;
}

} // namespace purchasing::ui
