// What can be done with the planning grid's cells and columns. The rest of the page is in planning_page.cpp.
#include "core/flow/decision_words.h"
#include "core/flow/work_pool.h"
#include "ui/parts/filter_header.h"
#include "ui/planning/bulk_bar.h"
#include "ui/planning/columns_dialog.h"
#include "ui/planning/filter_columns.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_export.h"
#include "ui/planning/product_row_texts.h"
#include "ui/planning/product_table_model.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QTableView>

namespace purchasing::ui {
namespace {

constexpr int kCopiedAtOnce = 1000; // Rows; so many take some milliseconds.
constexpr qint64 kMostSummed = 50000; // Of the selection; so many take some milliseconds.
constexpr int kMostCopied = 200000; // Some ten megabytes: more than other programs take gladly.

} // namespace

void PlanningPage::filterBy(ProductColumn column, const QString& typed)
{
    m_header->setRowShown(true);
    m_header->setTyped(static_cast<int>(column), typed);
}

void PlanningPage::addFilterActions(QMenu& menu)
{
    const QModelIndex index = m_grid->currentIndex();
    const auto column = static_cast<ProductColumn>(index.column());
    const FilterColumn::Kind kind = index.isValid() ? filterColumn(column).kind : FilterColumn::Kind::None;
    if (kind == FilterColumn::Kind::None)
        return;
    const int row = m_model->catalogueRow(index.row());
    if (row < 0)
        return;
    const auto& [facts, decision] = m_workspace.feed().product(row);
    const Cell cell = exportCell(column, facts, decision, m_workspace.feed().today());
    QString value;
    if (const auto* text = std::get_if<QString>(&cell))
        value = *text;
    else if (const auto* number = std::get_if<ExactNumber>(&cell))
        value = number->toString(QLocale().decimalPoint().at(0).toLatin1());
    else if (const auto* day = std::get_if<QDate>(&cell))
        value = day->toString(Qt::ISODate);
    const auto add = [&](const QString& text, const char* name, const QString& sign) {
        QAction* action =
            menu.addAction(text, this, [this, column, typed = sign + value] { filterBy(column, typed); });
        action->setObjectName(QLatin1String(name));
    };
    add(tr("Filter by this value"), "action.filterValue", QStringLiteral("="));
    add(tr("Filter by other values"), "action.filterNotValue", QStringLiteral("<>"));
    if (kind == FilterColumn::Kind::Text || value.isEmpty())
        return;
    const bool isDay = kind == FilterColumn::Kind::Day;
    add(isDay ? tr("Filter by later days") : tr("Filter by greater values"), "action.filterGreater",
        QStringLiteral(">"));
    add(isDay ? tr("Filter by earlier days") : tr("Filter by smaller values"), "action.filterLess",
        QStringLiteral("<"));
}

void PlanningPage::showColumnMenu(const QPoint& position)
{
    QMenu menu(this);
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int column = m_grid->horizontalHeader()->logicalIndex(visual);
        const ProductColumnInfo& info = columnInfo(static_cast<ProductColumn>(column));
        QAction* action = menu.addAction(info.header);
        action->setCheckable(true);
        action->setChecked(!m_grid->isColumnHidden(column));
        action->setEnabled(column
                           != static_cast<int>(ProductColumn::Product)); // A row without its id says nothing.
        connect(action, &QAction::toggled, m_grid,
                [this, column](bool shown) { m_grid->setColumnHidden(column, !shown); });
    }
    menu.addSeparator();
    menu.addAction(tr("Columns…"), this, &PlanningPage::chooseColumns);
    menu.exec(m_grid->horizontalHeader()->mapToGlobal(position));
}

QString PlanningPage::selectionInWords() const
{
    const qint64 count = m_bulk->selectedCount();
    if (count < 2)
        return {};
    const QString products = QLocale().toString(count);
    if (count > kMostSummed)
        return tr("Selected %1").arg(products);
    Money sum;
    for (const int row : selectedProducts(*m_model, *m_grid->selectionModel())) {
        const PlannedProduct* planned =
            row < m_workspace.feed().productCount() ? m_workspace.feed().planned(row) : nullptr;
        if (planned && planned->hasOrder())
            sum = sum + Money{planned->total};
    }
    return tr("Selected %1: %2 before tax").arg(products, moneyText(sum, m_workspace.identity().currency()));
}

void PlanningPage::copySelection(RowCopy copied)
{
    const ProductRowTexts rows(m_workspace, selectedProducts(*m_model, *m_grid->selectionModel()),
                               shownColumns(*m_grid));
    const int count = rows.count();
    if (count == 0)
        return;
    if (count > kMostCopied) {
        Q_EMIT done(tr("%1 rows are more than the clipboard takes. File ▸ Export writes them into a file.")
                        .arg(QLocale().toString(count)));
        return;
    }
    if (count <= kCopiedAtOnce) {
        QGuiApplication::clipboard()->setText(rows.joined(copied));
        return;
    }
    Q_EMIT done(tr("Copying %n row(s)…", nullptr, count));
    const int copy = ++m_copies;
    whenReady(inWorkPool([rows, copied] { return rows.joined(copied); }), this,
              [this, copy, count](const QString& text) {
                  if (copy != m_copies)
                      return; // Something else was copied since.
                  QGuiApplication::clipboard()->setText(text);
                  Q_EMIT done(tr("%n row(s) were copied", nullptr, count));
              });
}

void PlanningPage::chooseColumns()
{
    ColumnsDialog(*m_grid, this).exec();
}

} // namespace purchasing::ui
