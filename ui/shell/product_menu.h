#pragma once

class QMenu;
class QPoint;
class QWidget;

namespace purchasing::ui {

class OrderActions;
class OverrideActions;
class PlanningPage;

/// What can be done with the current product, as a menu of the window and of the grid.
struct ProductActs
{
    OrderActions& orders;
    OverrideActions& overrides;
    PlanningPage& planning;
    QWidget& trace; ///< Says why; shown on request.
};

/// Fills the window's Product menu.
void fillProductMenu(QMenu& menu, const ProductActs& acts);

/// Shows the menu of the grid's selected rows, menu.product, and waits until it is closed.
void showProductMenu(const QPoint& globalPosition, const ProductActs& acts, QWidget* window);

} // namespace purchasing::ui
