#pragma once

#include <QObject>

class QTableView;

namespace purchasing::ui {

/// Keeps a list's current row in sight where it was: the list becomes smaller, or its rows move because the
/// data changed. Who sorts by a column wants to see the first rows instead.
class CurrentInSight : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the view, which has its model.
    explicit CurrentInSight(QTableView& view);

    /// Somebody sorts: the next move of the rows is not followed.
    void letGoOnce() { m_letGo = true; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isSeenWithin(int height) const;
    void show();

    QTableView& m_view;
    bool m_wasSeen = false;
    bool m_letGo = false;
};

} // namespace purchasing::ui
