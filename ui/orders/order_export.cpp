#include "ui/orders/order_export.h"

#include "ui/orders/order_table_model.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace purchasing::ui {
namespace {

struct OrderExportWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::OrderExport)
};

using Column = OrderTableModel::Column;

Cell timeCell(const QDateTime& at)
{
    return at.isValid() ? Cell(at.toLocalTime()) : Cell();
}

/// The columns of a file: those of the list, but amounts and quantities stand beside their unit instead of
/// before it.
struct Field
{
    QString header;
    std::function<Cell(const PurchaseOrder&)> cell;
};

std::vector<Field> fieldsOf(Column column, const OrderTableModel& model, const QDateTime& now)
{
    const QString header = model.headerData(static_cast<int>(column), Qt::Horizontal).toString();
    const auto one = [&](std::function<Cell(const PurchaseOrder&)> cell) {
        return std::vector<Field>{{header, std::move(cell)}};
    };
    switch (column) {
    case Column::Qty:
        return {{header,
                 [](const PurchaseOrder& order) {
                     return ExactNumber{order.qty, 0};
                 }},
                {OrderExportWords::tr("Unit"), [](const PurchaseOrder& order) { return order.uom; }}};
    case Column::Total:
        return {
            {header, [](const PurchaseOrder& order) { return ExactNumber::of(order.total); }},
            {OrderExportWords::tr("Currency"), [](const PurchaseOrder& order) { return order.currency; }}};
    case Column::ToPay: return one([](const PurchaseOrder& order) { return ExactNumber::of(order.toPay); });
    case Column::Received:
        return one([](const PurchaseOrder& order) { return ExactNumber{order.receivedQty, 0}; });
    case Column::Created: return one([](const PurchaseOrder& order) { return timeCell(order.createdAt); });
    case Column::SentAt: return one([](const PurchaseOrder& order) { return timeCell(order.sentAt); });
    case Column::Expected: return one([](const PurchaseOrder& order) { return order.expectedArrival(); });
    case Column::Age: // A number of days: a spreadsheet adds up and sorts them.
        return {{OrderTableModel::tr("Age in days"), [now](const PurchaseOrder& order) {
                     return ExactNumber{order.createdAt.daysTo(now), 0};
                 }}};
    case Column::OverLimit:
        return one([limit = model.approvalLimit()](const PurchaseOrder& order) {
            return order.total > limit ? Cell(ExactNumber::of(order.total - limit)) : Cell();
        });
    default:
        return one([column, now](const PurchaseOrder& order) {
            return OrderTableModel::textOf(order, column, now, {});
        });
    }
}

using Rows = std::vector<std::uint32_t>;

Table tableOf(const OrderList& orders, const Rows& rows, std::vector<Field> fields)
{
    Table table;
    table.rowCount = static_cast<std::int64_t>(rows.size());
    for (const Field& field : fields)
        table.headers << field.header;
    table.row = [orders, rows, fields = std::move(fields)](std::int64_t row, std::vector<Cell>& cells) {
        const PurchaseOrder& order = (*orders)[rows[static_cast<std::size_t>(row)]];
        cells.resize(fields.size());
        std::transform(fields.begin(), fields.end(), cells.begin(),
                       [&](const Field& field) { return field.cell(order); });
    };
    return table;
}

} // namespace

ExportSource orderExport(const OrderTableModel& model, const QTableView& grid, const QDateTime& now)
{
    Rows selected;
    for (const QItemSelectionRange& range : grid.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            selected.push_back(static_cast<std::uint32_t>(row));
    }
    std::sort(selected.begin(), selected.end()); // As in the list, however it was selected.
    for (std::uint32_t& row : selected)
        row = model.rows()[row];
    Rows all(model.orders()->size());
    std::iota(all.begin(), all.end(), 0);
    std::vector<Field> shownFields;
    std::vector<Field> hiddenFields;
    const QHeaderView* header = grid.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (static_cast<Column>(column) == Column::OverLimit && header->isSectionHidden(column))
            continue; // Belongs to the approval queue.
        auto& fields = header->isSectionHidden(column) ? hiddenFields : shownFields;
        for (Field& field : fieldsOf(static_cast<Column>(column), model, now))
            fields.push_back(std::move(field));
    }
    ExportSource source;
    source.title = OrderExportWords::tr("Orders");
    source.fileName = OrderExportWords::tr("orders");
    source.counts = {static_cast<std::int64_t>(selected.size()),
                     static_cast<std::int64_t>(model.rows().size()), static_cast<std::int64_t>(all.size())};
    source.table = [orders = model.orders(), all = std::move(all), shown = model.rows(),
                    selected = std::move(selected), shownFields = std::move(shownFields),
                    hiddenFields = std::move(hiddenFields)](ExportScope scope, bool allColumns) {
        std::vector<Field> fields = shownFields;
        if (allColumns)
            fields.insert(fields.end(), hiddenFields.begin(), hiddenFields.end());
        const Rows& rows = scope == ExportScope::Selected ? selected
            : scope == ExportScope::Shown                 ? shown
                                                          : all;
        return tableOf(orders, rows, std::move(fields));
    };
    return source;
}

} // namespace purchasing::ui
