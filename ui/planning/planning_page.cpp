#include "ui/planning/planning_page.h"

#include "core/flow/decision_words.h"
#include "ui/parts/filter_header.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/state_panel.h"
#include "ui/planning/bulk_bar.h"
#include "ui/planning/columns_dialog.h"
#include "ui/planning/current_in_sight.h"
#include "ui/planning/filter_columns.h"
#include "ui/planning/product_export.h"
#include "ui/planning/product_table_model.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

// In the order a planner works through them.
constexpr std::array kChipWords = {Word::ToOrder, Word::NeedsApproval, Word::Blocked, Word::Covered,
                                   Word::Enough};
constexpr std::array kChipNames = {"chip.toOrder", "chip.needsApproval", "chip.blocked", "chip.covered",
                                   "chip.enough"};

constexpr int kLineSpacing = 6;
constexpr int kNarrowestSearch = 150;

} // namespace

PlanningPage::PlanningPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new ProductTableModel(workspace, this))
    , m_grid(new QTableView(this))
    , m_header(new FilterHeader(filterColumns(), *m_grid))
    , m_search(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_statePanel(new StatePanel(this))
    , m_countLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("page.planning"));

    auto* bar = new QWidget(this);
    buildChips(bar);

    m_grid->setObjectName(QStringLiteral("grid.products"));
    m_grid->setAccessibleName(tr("Products"));
    m_grid->setHorizontalHeader(m_header);
    m_grid->setModel(m_model);
    setUpList(*m_grid);
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView* header = m_grid->horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicatorShown(true); // The columns' widths have room for it.
    showDefaultColumns(*m_grid);
    letNameGiveWay();
    m_grid->setSortingEnabled(true);
    m_grid->sortByColumn(static_cast<int>(ProductColumn::OrderBy), Qt::AscendingOrder);
    m_model->setSort({SortKey{}}); // Alone, without what the grid sorted by at first.

    m_noMatch = StatePanel::inRowsOf(*m_grid, QStringLiteral("panel.noMatch"));
    m_noMatch->showMessage(QStringLiteral("search"), tr("No product matches the filters"),
                           tr("Nothing fits the filters of the columns and what else is chosen."),
                           tr("Clear filters"));
    connect(m_noMatch, &StatePanel::actionRequested, this, &PlanningPage::clearFilters);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePanel);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->setSpacing(6);
    layout->addWidget(bar);
    layout->addWidget(m_stack, 1);
    m_bulk = new BulkBar(workspace, *m_model, *m_grid->selectionModel(), this);
    layout->addWidget(m_bulk);
    setTabOrder(m_chips.back(), m_grid);

    connect(m_search, &QLineEdit::textChanged, this, &PlanningPage::applyFilter);
    connect(m_search, &QLineEdit::returnPressed, this, &PlanningPage::enterGrid);
    m_search->installEventFilter(this);
    m_header->viewport()->installEventFilter(this);
    connect(m_model, &ProductTableModel::countsChanged, this, &PlanningPage::updateChips);
    connect(m_model, &ProductTableModel::countsChanged, this, &PlanningPage::updateState);
    connect(m_model, &ProductTableModel::countsChanged, this, &PlanningPage::tellCurrentShown);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PlanningPage::restoreSelection);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (m_restoring || !current.isValid())
                    return;
                m_currentId = current.data(ProductTableModel::ProductIdRole).toString();
                // The grid makes a row current when it gets the focus: that must be seen.
                if (!m_grid->selectionModel()->isRowSelected(current.row()))
                    m_grid->selectRow(current.row());
                Q_EMIT currentProductChanged(m_currentId);
                tellCurrentShown();
            });
    connect(m_grid, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT productActivated(index.data(ProductTableModel::ProductIdRole).toString());
    });
    connect(m_grid, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        Q_EMIT contextMenuWanted(m_grid->viewport()->mapToGlobal(position));
    });
    connect(header, &QWidget::customContextMenuRequested, this, &PlanningPage::showColumnMenu);
    connect(m_header, &FilterHeader::typedChanged, this, &PlanningPage::applyFilter);
    auto* inSight = new CurrentInSight(*m_grid);
    connect(m_header, &QHeaderView::sectionClicked, inSight, &CurrentInSight::letGoOnce);
    connect(m_header, &FilterHeader::sortAdded, inSight, &CurrentInSight::letGoOnce);
    connect(m_header, &FilterHeader::sortAdded, this, [this](int column) {
        m_model->addSort(static_cast<ProductColumn>(column));
        Q_EMIT done(m_model->sortInWords());
    });

    connect(&m_workspace.feed(), &CatalogueFeed::loadingStarted, this, &PlanningPage::updateState);
    connect(&m_workspace.feed(), &CatalogueFeed::catalogueReset, this, &PlanningPage::updateState);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, &PlanningPage::updateState);
    connect(&m_workspace.feed(), &CatalogueFeed::loadingProgressed, this,
            [this](qint64 done, qint64 total, const QString& stage) {
                if (m_workspace.feed().productCount() == 0)
                    m_statePanel->showProgress(stage, done, total);
            });
    connect(&m_workspace.feed(), &CatalogueFeed::loadingFailed, this, [this](const Error& error) {
        if (m_workspace.feed().productCount() > 0)
            return; // Old data stays on the screen; the banner says how old it is.
        const bool cancelled = error.kind == ErrorKind::Cancelled;
        m_stack->setCurrentWidget(m_statePanel);
        m_statePanel->showMessage(
            QStringLiteral("warning"),
            cancelled ? tr("Loading was cancelled") : tr("The products could not be loaded"),
            cancelled ? QString() : error.message, tr("Try again"),
            error.detail.isEmpty() ? error.message : error.message + QLatin1Char('\n') + error.detail);
    });
    connect(&m_workspace.feed(), &CatalogueFeed::readingChanged, this, [this] {
        m_statePanel->setCancelText(m_workspace.feed().isStuck() ? tr("Abandon and reconnect")
                                                                 : tr("Cancel"));
    });
    connect(m_statePanel, &StatePanel::cancelRequested, &m_workspace.feed(), &CatalogueFeed::cancelLoading);
    connect(m_statePanel, &StatePanel::actionRequested, this, [this] {
        if (!m_workspace.feed().isLoaded())
            m_workspace.feed().reload();
        else if (m_workspace.feed().productCount() == 0)
            Q_EMIT importWanted();
        else
            clearFilters();
    });
    updateChips();
    updateState();
}

void PlanningPage::buildChips(QWidget* bar)
{
    // Two lines or more, so that the page fits beside the dock on a small screen and every chip keeps its
    // word.
    auto* lines = new QVBoxLayout(bar);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(kLineSpacing);
    auto* searchLine = new QHBoxLayout;
    auto* layout = new FlowLayout;
    lines->addLayout(searchLine);
    lines->addLayout(layout);

    m_search->setObjectName(QStringLiteral("edit.filter"));
    m_search->setAccessibleName(tr("Filter products"));
    m_search->setPlaceholderText(tr("Product, name, category, supplier"));
    m_search->setToolTip(tr("Shows the products whose id, name, category or supplier has these words"));
    addClearButton(*m_search);
    m_search->addAction(theme::icon(QStringLiteral("search"), theme::Tone::Muted), QLineEdit::LeadingPosition)
        ->setText(m_search->accessibleName());
    m_search->setMinimumWidth(kNarrowestSearch);
    m_search->setMaximumWidth(560);
    searchLine->addWidget(m_search, 1);
    m_viewButton = new QPushButton(bar);
    m_viewButton->setObjectName(QStringLiteral("btn.views"));
    m_viewButton->setAccessibleName(tr("Views"));
    m_viewButton->setToolTip(tr("Choose a saved view or save this one; * marks unsaved changes"));
    m_viewButton->hide();
    searchLine->addWidget(m_viewButton);
    searchLine->addStretch();
    searchLine->addWidget(m_countLabel);

    for (std::size_t i = 0; i < kChipWords.size(); ++i) {
        auto* chip = new QToolButton(bar);
        chip->setObjectName(QLatin1String(kChipNames[i]));
        chip->setCheckable(true);
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIcon(theme::icon(theme::iconNameOf(kChipWords[i]), theme::toneOf(kChipWords[i])));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::toggled, this, &PlanningPage::applyFilter);
        layout->addWidget(chip);
        m_chips << chip;
    }
    m_overriddenChip = new QToolButton(bar);
    m_overriddenChip->setObjectName(QStringLiteral("chip.overridden"));
    m_overriddenChip->setCheckable(true);
    m_overriddenChip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_overriddenChip->setIcon(theme::icon(QStringLiteral("override"), theme::Tone::Info));
    m_overriddenChip->setFocusPolicy(Qt::StrongFocus);
    m_overriddenChip->setToolTip(
        tr("Show only products whose quantity or supplier a planner has overridden"));
    connect(m_overriddenChip, &QToolButton::toggled, this, &PlanningPage::applyFilter);
    layout->addWidget(m_overriddenChip);
    auto* all = new QToolButton(bar);
    all->setObjectName(QStringLiteral("chip.all"));
    all->setFocusPolicy(Qt::StrongFocus);
    all->setToolTip(tr("Show all products"));
    connect(all, &QToolButton::clicked, this, &PlanningPage::clearFilters);
    layout->addWidget(all);
    m_chips << all;
    m_countLabel->setObjectName(QStringLiteral("label.shownCount"));
}

QToolButton* PlanningPage::chip(Word word) const
{
    const auto found = std::find(kChipWords.begin(), kChipWords.end(), word);
    return m_chips[static_cast<qsizetype>(found - kChipWords.begin())];
}

QString PlanningPage::currentProduct() const
{
    return m_currentId;
}

bool PlanningPage::selectProduct(const QString& productId)
{
    const int row = m_workspace.feed().rowOf(productId);
    if (row < 0)
        return false;
    if (m_model->shownRow(row) < 0 && !m_model->filter().isEmpty())
        clearFilters();
    const int shown = m_model->shownRow(row);
    if (shown < 0) { // Large catalogues are arranged elsewhere: the row is selected when it is there.
        m_currentId = productId;
        Q_EMIT currentProductChanged(productId);
        return true;
    }
    const QModelIndex index = m_model->index(shown, m_grid->horizontalHeader()->logicalIndex(0));
    m_grid->setCurrentIndex(index);
    m_grid->scrollTo(index);
    return true;
}

ExportSource PlanningPage::exportSource() const
{
    return productExport(m_workspace, *m_model, *m_grid);
}

void PlanningPage::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void PlanningPage::clearFilters()
{
    for (QToolButton* chip : m_chips + QList{m_overriddenChip}) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(false);
    }
    {
        const QSignalBlocker blocker(m_search);
        m_search->clear();
    }
    {
        const QSignalBlocker blocker(m_header);
        m_header->clearTyped();
    }
    applyFilter();
}

void PlanningPage::applyFilter()
{
    ProductFilter filter;
    filter.text = m_search->text();
    for (std::size_t i = 0; i < kChipWords.size(); ++i)
        filter.words.set(static_cast<std::size_t>(kChipWords[i]),
                         m_chips[static_cast<qsizetype>(i)]->isChecked());
    filter.overridden = m_overriddenChip->isChecked();
    for (const auto& [column, typed] : m_header->filters(m_workspace.feed().today()))
        filter.columns.emplace_back(static_cast<ProductColumn>(column), typed);
    m_model->setFilter(filter);
    updateState();
    tellCurrentShown();
}

void PlanningPage::updateChips()
{
    int total = 0;
    // Until everything was decided once, the numbers only grow.
    const auto number = [this](int count) {
        return QLocale().toString(count) + (m_workspace.feed().isLoaded() ? QString() : QStringLiteral("…"));
    };
    for (std::size_t i = 0; i < kChipWords.size(); ++i) {
        const int count = m_model->wordCounts()[static_cast<std::size_t>(kChipWords[i])];
        total += count;
        QToolButton* chip = m_chips[static_cast<qsizetype>(i)];
        //: A filter chip: word and number of products
        chip->setText(tr("%1  %2").arg(wordText(kChipWords[i]), number(count)));
        chip->setToolTip(tr("Show only products that are: %1").arg(wordText(kChipWords[i])));
        chip->setAccessibleName(tr("%1, %n product(s)", nullptr, count).arg(wordText(kChipWords[i])));
    }
    const int overridden = m_model->overriddenCount();
    m_overriddenChip->setText(tr("Overridden  %1").arg(number(overridden)));
    m_overriddenChip->setAccessibleName(tr("Overridden, %n product(s)", nullptr, overridden));
    m_chips.last()->setText(tr("All  %1").arg(number(total)));
}

void PlanningPage::updateState()
{
    m_countLabel->setText(m_model->filter().isEmpty()
                              ? tr("%Ln product(s)", nullptr, m_model->rowCount())
                              : tr("%1 of %2 products")
                                    .arg(QLocale().toString(m_model->rowCount()),
                                         QLocale().toString(m_workspace.feed().productCount())));
    if (!m_workspace.feed().isLoaded() && m_workspace.feed().productCount() == 0) {
        m_stack->setCurrentWidget(m_statePanel);
        if (m_workspace.feed().isBusy())
            m_statePanel->showProgress(tr("Loading products…"), 0, 0);
        return;
    }
    if (m_workspace.feed().productCount() == 0) {
        m_stack->setCurrentWidget(m_statePanel);
        const bool takesImports = m_workspace.connection().importer != nullptr;
        m_statePanel->showMessage(
            QStringLiteral("planning"), tr("There are no products yet"),
            takesImports
                ? tr("Import your products, stock, suppliers and units: a CSV file, a workbook or a folder.")
                : tr("Products appear here as soon as there are some."),
            takesImports ? tr("Import tables…") : QString());
        return;
    }
    // The grid stays while its filter row is in use: nobody types into a row that vanishes. What to do stands
    // in it.
    const bool isEmptyUnderFilters = m_model->rowCount() == 0 && !m_model->filter().columns.empty();
    m_noMatch->setVisible(isEmptyUnderFilters);
    if (m_model->rowCount() == 0 && m_model->filter().columns.empty()) {
        m_stack->setCurrentWidget(m_statePanel);
        m_statePanel->showMessage(QStringLiteral("search"), tr("No product matches the filters"),
                                  tr("Nothing fits the chips and the text above."), tr("Clear filters"));
        return;
    }
    m_stack->setCurrentWidget(m_grid);
}

bool PlanningPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        enterGrid();
        return true;
    }
    if (watched == m_header->viewport() && event->type() == QEvent::Resize)
        letNameGiveWay();
    return QWidget::eventFilter(watched, event);
}

/// Where the filters hide the current product, the first row becomes current: it was asked for by going
/// there.
void PlanningPage::enterGrid()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_grid->currentIndex().isValid())
        m_grid->setCurrentIndex(m_model->index(0, m_grid->horizontalHeader()->logicalIndex(0)));
    m_grid->setFocus();
}

void PlanningPage::tellCurrentShown()
{
    const int row = m_currentId.isEmpty() ? -1 : m_workspace.feed().rowOf(m_currentId);
    // A product that is not in the catalogue is nobody's to filter.
    const bool shown = row < 0 || (m_stack->currentWidget() == m_grid && m_model->shownRow(row) >= 0);
    if (shown == m_currentShown)
        return;
    m_currentShown = shown;
    Q_EMIT currentShownChanged(shown);
}

void PlanningPage::restoreSelection()
{
    tellCurrentShown();
    if (m_model->rowCount() == 0)
        return;
    const int row = m_currentId.isEmpty() ? -1 : m_workspace.feed().rowOf(m_currentId);
    const int shown = row < 0 ? -1 : m_model->shownRow(row);
    if (shown < 0)
        return;
    m_restoring = true;
    m_grid->setCurrentIndex(m_model->index(shown, m_grid->horizontalHeader()->logicalIndex(0)));
    m_restoring = false;
}

} // namespace purchasing::ui
