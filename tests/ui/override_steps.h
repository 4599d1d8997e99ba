#pragma once

#include <QLineEdit>
#include <QTableView>

#include "tests/ui/grid_cells.h"

namespace purchasing::tests {

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
