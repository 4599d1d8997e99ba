#include "ui/product/inventory_panel.h"

#include "core/domain/source_outage.h"
#include "core/flow/decision_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/planning/product_columns.h"
#include "ui/theme/theme.h"
#include "ui/workspace/decided_catalogue.h"

#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {

InventoryPanel::InventoryPanel(const DecidedCatalogue& products, QWidget* parent)
    : QWidget(parent)
    , m_products(products)
    , m_problem(new QLabel(this))
    , m_levels(plainTable(
          {tr("Warehouse"), tr("On hand"), tr("Reserved"), tr("Available"), tr("On order"), tr("Updated")},
          QStringLiteral("table.warehouses"), this))
    , m_orders(plainTable({tr("Order"), tr("State"), tr("Still to come"), tr("Expected"), tr("Supplier")},
                          QStringLiteral("table.openOrders"), this))
    , m_noOrders(new QLabel(m_orders->viewport()))
{
    setObjectName(QStringLiteral("panel.inventory"));
    m_problem->setObjectName(QStringLiteral("label.inventoryProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_levels->setAccessibleName(tr("Stock by warehouse"));
    m_orders->setAccessibleName(tr("Open orders"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_problem);
    layout->addWidget(m_levels, 1);
    layout->addWidget(new QLabel(tr("Open orders"), this));
    layout->addWidget(m_orders, 1);
    m_noOrders->setObjectName(QStringLiteral("label.noOpenOrders"));
    auto* inRows = new QVBoxLayout(m_orders->viewport());
    inRows->addWidget(m_noOrders, 0, Qt::AlignTop | Qt::AlignLeft);
    connect(m_orders, &QTableWidget::itemActivated, this, [this](QTableWidgetItem* item) {
        Q_EMIT orderActivated(m_orders->item(item->row(), 0)->data(Qt::UserRole).toString());
    });
}

void InventoryPanel::show(const ProductFacts& facts)
{
    const QString outage = outageOf(facts, Source::Inventory);
    m_problem->setVisible(!outage.isEmpty() || !facts.warehouses || facts.warehouses->empty());
    m_problem->setText(!outage.isEmpty()      ? tr("Stock cannot be read: %1.").arg(outage)
                           : facts.warehouses ? tr("No warehouse has a record of this product.")
                                              : tr("Inventory cannot be read."));
    setGreyed(m_levels, !outage.isEmpty());
    const auto text = [](const std::optional<Quantity>& amount) {
        return amount ? quantityText(*amount) : tr("unknown");
    };
    const QLocale locale;
    const std::size_t count = facts.warehouses ? facts.warehouses->size() : 0;
    m_levels->setRowCount(static_cast<int>(count) + (count > 1 ? 1 : 0));
    for (std::size_t i = 0; i < count; ++i) {
        const WarehouseLevel& level = (*facts.warehouses)[i];
        const int row = static_cast<int>(i);
        setCell(m_levels, row, 0, level.warehouseId);
        setCell(m_levels, row, 1, text(level.currentQty), true);
        setCell(m_levels, row, 2, quantityText(level.reservedQty), true);
        setCell(m_levels, row, 3,
                level.currentQty ? quantityText(*level.currentQty - level.reservedQty) : tr("unknown"), true);
        setCell(m_levels, row, 4, quantityText(level.onOrderQty), true);
        setCell(m_levels, row, 5, locale.toString(level.lastUpdated.toLocalTime(), QLocale::ShortFormat));
    }
    if (count > 1) {
        const int row = static_cast<int>(count);
        setCell(m_levels, row, 0, tr("All"));
        setCell(m_levels, row, 1, text(facts.currentQty()), true);
        setCell(m_levels, row, 2, text(facts.reservedQty()), true);
        setCell(m_levels, row, 3, text(facts.availableQty()), true);
        Quantity reported;
        for (const WarehouseLevel& level : *facts.warehouses)
            reported = reported + level.onOrderQty;
        setCell(m_levels, row, 4, quantityText(reported), true);
        setCell(m_levels, row, 5, {});
        for (int column = 0; column < m_levels->columnCount(); ++column) {
            QFont bold = m_levels->font();
            bold.setBold(true);
            m_levels->item(row, column)->setFont(bold);
        }
    }
    m_levels->resizeColumnsToContents();

    m_orders->setRowCount(0);
    if (facts.openOrders) {
        for (const PurchaseOrder& order : *facts.openOrders) {
            const int row = m_orders->rowCount();
            m_orders->insertRow(row);
            setCell(m_orders, row, 0, order.number);
            m_orders->item(row, 0)->setData(Qt::UserRole, order.poId);
            setCell(m_orders, row, 1, stateText(order.state));
            m_orders->item(row, 1)->setForeground(theme::ink(theme::toneOf(order.state)));
            setCell(m_orders, row, 2, locale.toString(static_cast<qlonglong>(order.onOrderQty())), true);
            setCell(m_orders, row, 3,
                    tr("%1 · %2").arg(locale.toString(order.expectedArrival(), QLocale::ShortFormat),
                                      daysFromNow(order.expectedArrival(), m_products.today())));
            setCell(m_orders, row, 4, order.supplierText());
        }
    }
    m_orders->resizeColumnsToContents();
    m_noOrders->setVisible(m_orders->rowCount() == 0);
    m_noOrders->setText(facts.openOrders ? tr("None") : tr("They cannot be read."));
}

} // namespace purchasing::ui
