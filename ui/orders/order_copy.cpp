#include "ui/orders/order_copy.h"

#include "ui/orders/order_export.h"
#include "ui/orders/order_table_model.h"
#include "ui/planning/product_row_texts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

namespace purchasing::ui {

void copyOrders(const OrderTableModel& model, const QTableView& grid, RowCopy copied, const QDateTime& now)
{
    QStringList lines;
    const auto addLine = [&lines](QStringList cells) {
        cells.replaceInStrings(QRegularExpression(QStringLiteral("[\\t\\r\\n]")), QStringLiteral(" "));
        lines << cells.join(QLatin1Char('\t'));
    };
    const Table table = orderExport(model, grid, now).table(ExportScope::Selected, false);
    if (copied == RowCopy::ValuesWithHeaders)
        addLine(table.headers);
    std::vector<Cell> cells;
    for (std::int64_t row = 0; copied != RowCopy::AsShown && row < table.rowCount; ++row) {
        table.row(row, cells);
        QStringList texts;
        std::transform(cells.begin(), cells.end(), std::back_inserter(texts), plainCellText);
        addLine(texts);
    }
    QModelIndexList selected = grid.selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    for (const QModelIndex& index : copied == RowCopy::AsShown ? selected : QModelIndexList()) {
        QStringList texts;
        for (int visual = 0; visual < model.columnCount(); ++visual) {
            const int column = grid.horizontalHeader()->logicalIndex(visual);
            if (!grid.isColumnHidden(column))
                texts << index.siblingAtColumn(column).data().toString();
        }
        addLine(texts);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace purchasing::ui
