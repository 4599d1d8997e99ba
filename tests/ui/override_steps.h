#pragma once

#include <QLineEdit>
#include <QTableView>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {

/// What the grid shows of a product in the column with that header; "none" where there is no such cell.
inline QString cell(PlannerHarness& planner, const QString& productId, const QString& header,
                    int role = Qt::DisplayRole)
{
    auto* grid = planner.find<QTableView>("grid.products");
    for (int column = 0; column < grid->model()->columnCount(); ++column) {
        if (grid->model()->headerData(column, Qt::Horizontal).toString() != header)
            continue;
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            if (grid->model()->index(row, 0).data().toString() == productId)
                return grid->model()->index(row, column).data(role).toString();
        }
    }
    return QStringLiteral("none");
}

/// Types the quantity and the reason, as after F2 in the grid.
inline void override(PlannerHarness& planner, const QString& qty, const QString& reason)
{
    planner.window().activateWindow(); // What a window manager does when a dialog closes.
    auto* grid = planner.find<QTableView>("grid.products");
    grid->setFocus();
    QTRY_VERIFY(grid->hasFocus());
    QTest::keyClick(grid, Qt::Key_F2);
    auto* edit = planner.find<QLineEdit>("edit.overrideQty");
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, qty);
    auto* why = planner.find<QLineEdit>("edit.overrideReason");
    why->clear();
    QTest::keyClicks(why, reason);
    QTest::keyClick(why, Qt::Key_Return);
}

} // namespace purchasing::tests
