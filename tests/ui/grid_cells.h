#pragma once

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

} // namespace purchasing::tests
