#pragma once

#include <QHeaderView>

namespace purchasing::ui {

/// The header of a list that is sorted by several columns: a click sorts by one, Ctrl+click adds another.
class SortHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit SortHeader(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Clicked with Ctrl: one more column to sort by.
    void sortAdded(int column);

protected:
    void mousePressEvent(QMouseEvent* event) override;
};

} // namespace purchasing::ui
