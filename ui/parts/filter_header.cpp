#include "ui/parts/filter_header.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kMargin = 1;

void mark(QLineEdit& edit, const QString& hint, const QString& problem)
{
    edit.setToolTip(problem.isEmpty() ? hint : problem);
    edit.setAccessibleDescription(edit.toolTip());
    QPalette palette;
    if (!problem.isEmpty()) {
        palette.setColor(QPalette::Base, theme::wash(theme::Tone::Danger));
        palette.setColor(QPalette::Text, theme::ink(theme::Tone::Danger));
    }
    edit.setPalette(palette);
    for (QAction* action : edit.actions())
        edit.removeAction(action);
    if (!problem.isEmpty()) // Never by colour alone.
        edit.addAction(theme::icon(QStringLiteral("warning"), theme::Tone::Danger),
                       QLineEdit::TrailingPosition)
            ->setText(problem);
}

} // namespace

FilterHeader::FilterHeader(std::vector<FilterColumn> columns, QAbstractItemView& view)
    : QHeaderView(Qt::Horizontal, &view)
    , m_view(view)
    , m_columns(std::move(columns))
{
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSectionsClickable(true);
    setHighlightSections(true);
    setTextElideMode(Qt::ElideRight); // Whole in a tip, where a column is narrow.
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::placeEdits);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::placeEdits);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::placeEdits);
    connect(this, &FilterHeader::leaveWanted, &view, qOverload<>(&QWidget::setFocus));
}

void FilterHeader::makeEdits()
{
    while (m_edits.size() < m_columns.size()) {
        const FilterColumn& column = m_columns[m_edits.size()];
        auto* edit = new QLineEdit(this);
        edit->setObjectName(QStringLiteral("filter.") + column.id);
        edit->setAccessibleName(tr("Filter %1").arg(column.header));
        edit->setEnabled(column.kind != FilterColumn::Kind::None);
        edit->setPlaceholderText(edit->isEnabled() ? tr("Filter") : QString());
        edit->installEventFilter(this);
        mark(*edit, ColumnFilter::hint(column.kind), {});
        edit->hide();
        connect(edit, &QLineEdit::textChanged, this, &FilterHeader::typedChanged);
        connect(edit, &QLineEdit::returnPressed, this, &FilterHeader::leaveWanted);
        m_edits.push_back(edit);
    }
}

void FilterHeader::setRowShown(bool isShown)
{
    if (m_isRowShown == isShown)
        return;
    m_isRowShown = isShown;
    makeEdits();
    updateGeometries();
    Q_EMIT geometriesChanged();
    Q_EMIT rowShownChanged(isShown);
    Q_EMIT typedChanged();
}

QString FilterHeader::typed(int column) const
{
    const auto index = static_cast<std::size_t>(column);
    return index < m_edits.size() ? m_edits[index]->text() : QString();
}

void FilterHeader::setTyped(int column, const QString& text)
{
    makeEdits();
    m_edits[static_cast<std::size_t>(column)]->setText(text);
}

void FilterHeader::clearTyped()
{
    for (QLineEdit* edit : m_edits)
        edit->clear();
}

bool FilterHeader::hasTyped() const
{
    return m_isRowShown && std::any_of(m_edits.begin(), m_edits.end(), [](const QLineEdit* edit) {
               return !edit->text().trimmed().isEmpty();
           });
}

std::vector<std::pair<int, ColumnFilter>> FilterHeader::filters(QDate today)
{
    std::vector<std::pair<int, ColumnFilter>> filters;
    for (std::size_t i = 0; m_isRowShown && i < m_edits.size(); ++i) {
        QString problem;
        if (!m_edits[i]->text().trimmed().isEmpty()) {
            const Result<ColumnFilter> filter = ColumnFilter::parse(m_columns[i], m_edits[i]->text(), today);
            if (filter)
                filters.emplace_back(static_cast<int>(i), *filter);
            else
                problem = filter.error().message;
        }
        mark(*m_edits[i], ColumnFilter::hint(m_columns[i].kind), problem);
    }
    return filters;
}

void FilterHeader::focusRow()
{
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (isSectionHidden(column) || static_cast<std::size_t>(column) >= m_edits.size())
            continue;
        m_edits[static_cast<std::size_t>(column)]->setFocus();
        return;
    }
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (m_isRowShown && !m_edits.empty())
        size.rheight() += m_edits.front()->sizeHint().height() + 2 * kMargin;
    return size;
}

void FilterHeader::updateGeometries()
{
    const bool hasRow = m_isRowShown && !m_edits.empty();
    setViewportMargins(0, 0, 0, hasRow ? m_edits.front()->sizeHint().height() + 2 * kMargin : 0);
    QHeaderView::updateGeometries();
    placeEdits();
}

void FilterHeader::mousePressEvent(QMouseEvent* event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    const bool isResizing = cursor().shape() == Qt::SplitHCursor;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier && column >= 0
        && !isResizing)
        return Q_EMIT sortAdded(column);
    QHeaderView::mousePressEvent(event);
}

void FilterHeader::placeEdits()
{
    QWidget* before = nullptr;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (static_cast<std::size_t>(column) >= m_edits.size())
            continue;
        QLineEdit* edit = m_edits[static_cast<std::size_t>(column)];
        edit->setVisible(m_isRowShown && !isSectionHidden(column));
        edit->setGeometry(sectionViewportPosition(column), viewport()->height() + kMargin,
                          sectionSize(column), edit->sizeHint().height());
        if (before)
            setTabOrder(before, edit);
        before = edit;
    }
}

void FilterHeader::scrollTo(int column)
{
    QScrollBar& bar = *m_view.horizontalScrollBar();
    const int left = sectionPosition(column);
    const int right = left + sectionSize(column);
    if (left < bar.value())
        bar.setValue(left);
    else if (right > bar.value() + viewport()->width())
        bar.setValue(std::min(left, right - viewport()->width()));
}

bool FilterHeader::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const auto field = std::find(m_edits.begin(), m_edits.end(), object);
        if (field != m_edits.end())
            scrollTo(static_cast<int>(field - m_edits.begin()));
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leaveWanted();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            static_cast<QLineEdit*>(object)->clear();
            return true;
        }
    }
    return QHeaderView::eventFilter(object, event);
}

} // namespace purchasing::ui
