// What the planning page shows as a view: taken, put back, kept. The rest of it is in planning_page.cpp.
#include "ui/parts/filter_header.h"
#include "ui/parts/panel_layout.h"
#include "ui/planning/columns_dialog.h"
#include "ui/planning/grid_view.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_table_model.h"
#include "ui/planning/saved_views.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace purchasing::ui {

GridView PlanningPage::view() const
{
    const ProductFilter& filter = m_model->filter();
    GridView view;
    view.text = m_search->text();
    view.words = filter.words;
    view.overridden = filter.overridden;
    view.hasFilterRow = m_header->isRowShown();
    view.sort = m_model->sortKeys();
    for (int visual = 0; visual < m_model->columnCount(); ++visual) {
        const int index = m_header->logicalIndex(visual);
        const auto column = static_cast<ProductColumn>(index);
        const bool isHidden = m_header->isSectionHidden(index);
        const int width = m_header->sectionSize(index);
        const bool isChosen = !isHidden && width != fittingWidth(*m_header, column);
        view.columns.push_back({column, !isHidden, isChosen ? width : columnInfo(column).width});
        if (!m_header->typed(index).isEmpty())
            view.typed[column] = m_header->typed(index);
    }
    return view;
}

/// As long as nobody chose its width: what is ordered and what it costs is seen before the whole of a name.
void PlanningPage::letNameGiveWay()
{
    refit(*m_header, static_cast<int>(ProductColumn::Name), m_fittingName,
          fittingWidth(*m_header, ProductColumn::Name));
}

void PlanningPage::showView(const GridView& view)
{
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker typed(m_header);
        m_search->setText(view.text);
        m_header->clearTyped();
        for (const auto& [column, text] : view.typed)
            m_header->setTyped(static_cast<int>(column), text);
        const auto check = [](QToolButton* chip, bool isChecked) {
            const QSignalBlocker blocker(chip);
            chip->setChecked(isChecked);
        };
        for (const Word word :
             {Word::ToOrder, Word::NeedsApproval, Word::Blocked, Word::Covered, Word::Enough})
            check(chip(word), view.words.test(static_cast<std::size_t>(word)));
        check(m_overriddenChip, view.overridden);
    }
    for (int visual = 0; visual < static_cast<int>(view.columns.size()); ++visual) {
        const GridView::Column& place = view.columns[static_cast<std::size_t>(visual)];
        const int column = static_cast<int>(place.column);
        m_header->moveSection(m_header->visualIndex(column), visual);
        m_grid->setColumnHidden(column, false);
        // A width that nobody chose fits the header in every language and font.
        m_grid->setColumnWidth(column,
                               place.width == columnInfo(place.column).width
                                   ? fittingWidth(*m_header, place.column)
                                   : std::max(place.width, m_header->minimumSectionSize()));
        m_grid->setColumnHidden(column, !place.isShown);
    }
    m_header->setRowShown(view.hasFilterRow);
    m_model->setSort(view.sort);
    m_header->setSortIndicator(static_cast<int>(view.sort.front().column), view.sort.front().order);
    applyFilter();
}

QMenu* PlanningPage::keepViewsIn(QSettings& settings)
{
    auto* views = new SavedViews(*this, settings);
    const auto showTitle = [this](const QString& title) {
        //: The button with the name of the view that is shown
        m_viewButton->setText(
            tr("View: %1").arg(QString(title).replace(QLatin1Char('&'), QLatin1String("&&"))));
    };
    connect(views, &SavedViews::titleChanged, this, showTitle);
    showTitle(views->title());
    m_viewButton->setMenu(views->menu());
    m_viewButton->show();
    return views->menu();
}

QByteArray PlanningPage::saveState() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("view"), view().toJson()},
                                     {QStringLiteral("product"), m_currentId}})
        .toJson(QJsonDocument::Compact);
}

void PlanningPage::restoreState(const QByteArray& state)
{
    const QJsonObject json = QJsonDocument::fromJson(state).object();
    if (json.isEmpty())
        return; // The first start, or written by another version: keep the defaults.
    m_currentId = json[QStringLiteral("product")].toString();
    showView(GridView::fromJson(json[QStringLiteral("view")].toObject()));
    restoreSelection();
}

} // namespace purchasing::ui
