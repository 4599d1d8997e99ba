#include "ui/planning/product_export.h"

#include "core/flow/catalogue_plan.h"
#include "ui/planning/product_table_model.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace purchasing::ui {
namespace {

struct ProductExportWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ProductExport)
};

/// What a worker needs of the workspace to make rows.
struct Snapshot
{
    std::shared_ptr<const Catalogue> catalogue;
    CataloguePlan plan;
    std::shared_ptr<const RuleEngine> rules;
    QDate today;
    QString currency;
};

bool isMoney(ProductColumn column)
{
    return column == ProductColumn::UnitPrice || column == ProductColumn::Total
        || column == ProductColumn::ToPay;
}

Table tableOf(const std::shared_ptr<const Snapshot>& snapshot, std::vector<int> rows,
              std::vector<ProductColumn> columns)
{
    Table table;
    table.rowCount = static_cast<std::int64_t>(rows.size());
    for (const ProductColumn column : columns) {
        const QString& header = columnInfo(column).header;
        //: A column of amounts and its currency: "To pay (EUR)"
        table.headers << (isMoney(column) ? ProductExportWords::tr("%1 (%2)").arg(header, snapshot->currency)
                                          : header);
    }
    table.row = [snapshot, rows = std::move(rows), columns = std::move(columns)](std::int64_t row,
                                                                                 std::vector<Cell>& cells) {
        const int catalogueRow = rows[static_cast<std::size_t>(row)];
        const ProductFacts facts = snapshot->catalogue->facts(catalogueRow);
        Decision decision = snapshot->rules ? snapshot->rules->decide(facts, snapshot->today) : Decision();
        if (const PlannedProduct* planned = snapshot->plan.at(*snapshot->catalogue, catalogueRow))
            decision.decidedAt = QDateTime::fromMSecsSinceEpoch(planned->decidedAt, Qt::UTC);
        cells.resize(columns.size());
        std::transform(columns.begin(), columns.end(), cells.begin(), [&](ProductColumn column) {
            return exportCell(column, facts, decision, snapshot->today);
        });
    };
    return table;
}

} // namespace

Cell exportCell(ProductColumn column, const ProductFacts& facts, const Decision& decision, QDate today)
{
    const QVariant key = cellKey(column, facts, decision);
    switch (column) {
    case ProductColumn::Decided: return decision.decidedAt.toLocalTime();
    case ProductColumn::OrderBy:
    case ProductColumn::StockOut:
        return key.isValid() ? Cell(QDate::fromJulianDay(key.toLongLong())) : Cell();
    case ProductColumn::Cover: // Days with the one decimal that the grid shows.
        return key.isValid() ? Cell(ExactNumber{qRound64(key.toDouble() * 10), 1}) : Cell();
    case ProductColumn::LeadTime: return key.isValid() ? Cell(ExactNumber{key.toLongLong(), 0}) : Cell();
    case ProductColumn::UnitPrice:
        return key.isValid() ? Cell(ExactNumber::of(UnitPrice{key.toLongLong()})) : Cell();
    case ProductColumn::Total:
    case ProductColumn::ToPay:
        if (decision.outputs.totalAmount.minor == 0)
            return {}; // As the grid: without a price there is no amount.
        break;
    default: break;
    }
    if (columnInfo(column).numeric)
        return key.isValid() ? Cell(ExactNumber{key.toLongLong(), isMoney(column) ? 2 : 4}) : Cell();
    const QString text = cellText(column, facts, decision, {}, today);
    return text == QStringLiteral("–") ? Cell() : Cell(text); // The grid's sign for nothing.
}

ExportSource productExport(const Workspace& workspace, const ProductTableModel& model, const QTableView& grid)
{
    const auto snapshot = std::make_shared<const Snapshot>(
        Snapshot{workspace.feed().catalogue(), workspace.feed().plan(), workspace.feed().rules(),
                 workspace.feed().today(), workspace.identity().currency()});
    std::vector<int> selected = selectedProducts(model, *grid.selectionModel());
    const int known = snapshot->catalogue->size();
    std::vector<int> shown(model.catalogueRows());
    // Rows that left the catalogue are gone with the next arrangement.
    std::erase_if(shown, [known](int row) { return row >= known; });
    std::erase_if(selected, [known](int row) { return row >= known; });

    ExportSource source;
    source.title = ProductExportWords::tr("Products");
    source.fileName = ProductExportWords::tr("products");
    source.counts = {static_cast<std::int64_t>(selected.size()), static_cast<std::int64_t>(shown.size()),
                     known};
    source.table = [snapshot, selected = std::move(selected), shown = std::move(shown),
                    columns = shownColumns(grid)](ExportScope scope, bool allColumns) {
        std::vector<int> rows = scope == ExportScope::Selected ? selected : shown;
        if (scope == ExportScope::All) {
            rows.resize(static_cast<std::size_t>(snapshot->catalogue->size()));
            std::iota(rows.begin(), rows.end(), 0);
        }
        std::vector<ProductColumn> wanted = columns;
        for (int i = 0; allColumns && i < static_cast<int>(ProductColumn::Count); ++i) {
            if (std::find(columns.begin(), columns.end(), static_cast<ProductColumn>(i)) == columns.end())
                wanted.push_back(static_cast<ProductColumn>(i)); // The hidden ones follow.
        }
        return tableOf(snapshot, std::move(rows), std::move(wanted));
    };
    return source;
}

std::vector<int> selectedProducts(const ProductTableModel& model, const QItemSelectionModel& selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::transform(rows.begin(), rows.end(), rows.begin(), [&](int row) { return model.catalogueRow(row); });
    std::erase(rows, -1);
    return rows;
}

std::vector<ProductColumn> shownColumns(const QTableView& grid)
{
    const QHeaderView* header = grid.horizontalHeader();
    std::vector<ProductColumn> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns.push_back(static_cast<ProductColumn>(header->logicalIndex(visual)));
    }
    return columns;
}

} // namespace purchasing::ui
