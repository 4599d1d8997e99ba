#include "ui/shell/product_menu.h"

#include "ui/orders/order_actions.h"
#include "ui/planning/bulk_bar.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_row_texts.h"
#include "ui/product/override_actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace purchasing::ui {
namespace {

struct ProductMenuWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ProductMenu)
};

void addOverrides(QMenu& menu, const OverrideActions& overrides)
{
    menu.addAction(overrides.editQuantity());
    menu.addAction(overrides.changeSupplier());
    menu.addAction(overrides.confirm());
    menu.addAction(overrides.revert());
}

} // namespace

void fillProductMenu(QMenu& menu, const ProductActs& acts)
{
    menu.addAction(acts.orders.evaluate());
    menu.addAction(acts.orders.evaluateAll());
    menu.addSeparator();
    menu.addAction(acts.orders.createOrder());
    menu.addAction(acts.orders.createAndSend());
    menu.addAction(acts.orders.sendOrder());
    menu.addAction(acts.planning.bulkBar().createOrders());
    menu.addAction(acts.orders.createSends());
    menu.addSeparator();
    addOverrides(menu, acts.overrides);
}

void showProductMenu(const QPoint& globalPosition, const ProductActs& acts, QWidget* window)
{
    QMenu menu(window);
    menu.setObjectName(QStringLiteral("menu.product"));
    menu.addAction(acts.orders.evaluate());
    menu.addAction(acts.orders.createOrder());
    menu.addAction(acts.orders.createAndSend());
    menu.addAction(acts.orders.sendOrder());
    menu.addSeparator();
    addOverrides(menu, acts.overrides);
    menu.addSeparator();
    menu.addAction(ProductMenuWords::tr("Why?"), &acts.trace, &QWidget::show);
    menu.addSeparator();
    acts.planning.addFilterActions(menu);
    menu.addSeparator();
    PlanningPage* planning = &acts.planning;
    menu.addAction(ProductMenuWords::tr("Copy"), planning,
                   [planning] { planning->copySelection(RowCopy::Values); });
    menu.addAction(ProductMenuWords::tr("Copy with headers"), planning,
                   [planning] { planning->copySelection(RowCopy::ValuesWithHeaders); });
    menu.addAction(ProductMenuWords::tr("Copy as shown"), planning,
                   [planning] { planning->copySelection(RowCopy::AsShown); });
    menu.exec(globalPosition);
}

} // namespace purchasing::ui
