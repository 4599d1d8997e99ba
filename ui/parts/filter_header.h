#pragma once

#include "ui/parts/column_filter.h"

#include <QHeaderView>

#include <utility>
#include <vector>

class QAbstractItemView;
class QLineEdit;

namespace purchasing::ui {

/// A list's header, with the filter row below it: one line edit a column, which moves and grows with its
/// column. A click sorts by one column, Ctrl+click adds another.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    /// The header of `view`, whose columns are filtered so.
    FilterHeader(std::vector<FilterColumn> columns, QAbstractItemView& view);

    /// Shows or hides the row. Hidden, it filters nothing, but keeps its texts.
    void setRowShown(bool isShown);
    [[nodiscard]] bool isRowShown() const { return m_isRowShown; }
    [[nodiscard]] QString typed(int column) const;
    void setTyped(int column, const QString& text);
    void clearTyped();
    /// Whether the row is shown and something stands in it.
    [[nodiscard]] bool hasTyped() const;
    /// What the row asks for, by column. What is not understood is marked, says why, and asks for nothing.
    [[nodiscard]] std::vector<std::pair<int, ColumnFilter>> filters(QDate today);
    void focusRow();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void typedChanged();
    void rowShownChanged(bool isShown);
    /// Clicked with Ctrl: one more column to sort by.
    void sortAdded(int column);
    /// Enter or Down: the person wants to go on in the grid.
    void leaveWanted();

protected:
    void updateGeometries() override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void makeEdits();
    void placeEdits();
    void scrollTo(int column);

    QAbstractItemView& m_view;
    std::vector<FilterColumn> m_columns;
    std::vector<QLineEdit*> m_edits; ///< By column; made when the row is first shown or filled.
    bool m_isRowShown = false;
};

} // namespace purchasing::ui
