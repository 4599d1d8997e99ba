#pragma once

#include "ui/planning/column_filter.h"

#include <QHeaderView>

class QLineEdit;

namespace purchasing::ui {

/// The planning grid's header with the filter row below it: one line edit a column, which moves and grows
/// with its column.
class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget* parent = nullptr);

    /// Shows or hides the row. Hidden, it filters nothing, but keeps its texts.
    void setRowShown(bool isShown);
    [[nodiscard]] bool isRowShown() const { return m_isRowShown; }
    [[nodiscard]] QString typed(ProductColumn column) const;
    void setTyped(ProductColumn column, const QString& text);
    void clearTyped();
    /// What the row asks for. What is not understood is marked, says why, and asks for nothing.
    [[nodiscard]] std::vector<ColumnFilter> filters(QDate today);
    void focusRow();

    [[nodiscard]] QSize sizeHint() const override;
    /// To be called when the grid scrolled sideways.
    void placeEdits();

Q_SIGNALS:
    void typedChanged();
    void rowShownChanged(bool isShown);
    /// Clicked with Ctrl: one more column to sort by.
    void sortAdded(purchasing::ui::ProductColumn column);
    /// Enter or Down: the person wants to go on in the grid.
    void leaveWanted();

protected:
    void updateGeometries() override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void makeEdits();

    std::vector<QLineEdit*> m_edits; ///< By column; made when the row is first shown or filled.
    bool m_isRowShown = false;
};

} // namespace purchasing::ui
