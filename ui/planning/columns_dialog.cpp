#include "ui/planning/columns_dialog.h"

#include "ui/parts/screen_fit.h"
#include "ui/planning/product_columns.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kColumns = static_cast<int>(ProductColumn::Count);
constexpr int kColumnRole = Qt::UserRole;
constexpr int kNarrowestName = 120;

} // namespace

int fittingWidth(const QHeaderView& header, ProductColumn column)
{
    const int usual = std::max(columnInfo(column).width, header.sectionSizeHint(static_cast<int>(column)));
    if (column != ProductColumn::Name)
        return usual;
    int others = 0;
    for (const ProductColumn beside :
         {ProductColumn::Product, ProductColumn::Decision, ProductColumn::OrderQty, ProductColumn::Total})
        others += fittingWidth(header, beside);
    const int narrowest = std::max(kNarrowestName, header.sectionSizeHint(static_cast<int>(column)));
    return std::clamp(header.viewport()->width() - others, std::min(narrowest, usual), usual);
}

void showDefaultColumns(QTableView& grid)
{
    QHeaderView* header = grid.horizontalHeader();
    for (int column = 0; column < kColumns; ++column) {
        const ProductColumnInfo& info = columnInfo(static_cast<ProductColumn>(column));
        header->moveSection(header->visualIndex(column), column);
        grid.setColumnHidden(column, !info.shownByDefault);
        grid.setColumnWidth(column, fittingWidth(*header, static_cast<ProductColumn>(column)));
    }
}

ColumnsDialog::ColumnsDialog(QTableView& grid, QWidget* parent)
    : QDialog(parent)
    , m_grid(grid)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move &down"), this))
{
    setObjectName(QStringLiteral("dialog.columns"));
    setWindowTitle(tr("Columns"));
    m_list->setObjectName(QStringLiteral("list.columns"));
    m_list->setAccessibleName(tr("Columns from left to right"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_up->setObjectName(QStringLiteral("btn.columnUp"));
    m_down->setObjectName(QStringLiteral("btn.columnDown"));
    auto* reset = new QPushButton(tr("&Reset"), this);
    reset->setObjectName(QStringLiteral("btn.columnsReset"));
    reset->setToolTip(tr("The columns, order and widths of a new installation"));
    const QHeaderView* header = grid.horizontalHeader();
    for (int visual = 0; visual < kColumns; ++visual) {
        const int column = header->logicalIndex(visual);
        add(column, !header->isSectionHidden(column));
    }
    m_list->setCurrentRow(0);

    auto* hint =
        new QLabel(tr("Ticked columns are shown, from left to right. Drag them into another order."), this);
    hint->setWordWrap(true);
    auto* side = new QVBoxLayout;
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addSpacing(12);
    side->addWidget(reset);
    side->addStretch();
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(side);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("btn.columnsOk"));
    buttons->button(QDialogButtonBox::Ok)->setText(tr("O&K"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {420, 520});

    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(reset, &QPushButton::clicked, this, &ColumnsDialog::fillDefaults);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::updateButtons);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnsDialog::updateButtons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ColumnsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ColumnsDialog::reject);
    updateButtons();
}

void ColumnsDialog::add(int column, bool isShown)
{
    const ProductColumnInfo& info = columnInfo(static_cast<ProductColumn>(column));
    auto* item = new QListWidgetItem(info.header, m_list);
    item->setData(kColumnRole, column);
    item->setToolTip(info.tip);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled
                   | Qt::ItemIsUserCheckable);
    item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
    if (column == static_cast<int>(ProductColumn::Product)) {
        item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
        item->setToolTip(tr("Always shown: a row without its id says nothing"));
    }
}

void ColumnsDialog::fillDefaults()
{
    m_wasReset = true;
    m_list->clear();
    for (int column = 0; column < kColumns; ++column)
        add(column, columnInfo(static_cast<ProductColumn>(column)).shownByDefault);
    m_list->setCurrentRow(0);
}

void ColumnsDialog::moveCurrent(int by)
{
    const int row = m_list->currentRow();
    const int target = row + by;
    if (row < 0 || target < 0 || target >= m_list->count())
        return;
    QListWidgetItem* item = m_list->takeItem(row);
    m_list->insertItem(target, item);
    m_list->setCurrentRow(target);
}

void ColumnsDialog::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_up->setToolTip(row > 0 ? QString() : tr("Unavailable: this is the first column"));
    m_down->setEnabled(row >= 0 && row < m_list->count() - 1);
    m_down->setToolTip(m_down->isEnabled() ? QString() : tr("Unavailable: this is the last column"));
}

void ColumnsDialog::accept()
{
    if (m_wasReset)
        showDefaultColumns(m_grid);
    QHeaderView* header = m_grid.horizontalHeader();
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        const int column = item->data(kColumnRole).toInt();
        header->moveSection(header->visualIndex(column), row);
        m_grid.setColumnHidden(column, item->checkState() != Qt::Checked);
    }
    QDialog::accept();
}

} // namespace purchasing::ui
