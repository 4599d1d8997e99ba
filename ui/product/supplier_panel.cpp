#include "ui/product/supplier_panel.h"

#include "core/domain/source_outage.h"
#include "core/flow/decision_words.h"
#include "ui/parts/long_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/product/override_actions.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Line {
    Name,
    Active,
    Price,
    Moq,
    Multiple,
    LeadTime,
    Arrival,
    OrderQty,
    Total,
    ToPay,
    Priority,
    Email,
    Updated,
    Use,
    LineCount
};

} // namespace

SupplierPanel::SupplierPanel(Workspace& workspace, OverrideActions& overrides, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_overrides(overrides)
    , m_note(new QLabel(this))
    , m_table(new QTableWidget(LineCount, 0, this))
{
    setObjectName(QStringLiteral("panel.supplier"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("label.supplierNote"));
    m_table->setObjectName(QStringLiteral("table.suppliers"));
    m_table->setAccessibleName(tr("Suppliers side by side"));
    m_table->setVerticalHeaderLabels({tr("Name"), tr("Active"), tr("Unit price"), tr("Minimum order"),
                                      tr("Order multiple"), tr("Lead time"), tr("Arrives"),
                                      tr("Order quantity"), tr("Total before tax"), tr("To pay"),
                                      tr("Priority"), tr("E-mail"), tr("Updated"), QString()});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setMinimumSectionSize(110);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
}

void SupplierPanel::show(const ProductFacts& facts)
{
    m_table->setColumnCount(0); // Also removes the buttons of the product before.
    const QString outage = outageOf(facts, Source::Supplier);
    setGreyed(m_table, !outage.isEmpty());
    if (!facts.suppliers || facts.suppliers->empty()) {
        m_note->setText(!outage.isEmpty() ? tr("Suppliers cannot be read: %1.").arg(outage)
                            : facts.suppliers
                            ? tr("No supplier offers this product, so nothing can be ordered.")
                            : tr("Suppliers cannot be read."));
        m_table->setVisible(false);
        return;
    }
    m_table->setVisible(true);
    const SupplierOffer* used = facts.supplier();
    const bool chosenIsGone = !facts.chosenSupplierId.isEmpty() && used->supplierId != facts.chosenSupplierId;
    m_note->setText(withBreaks(
        !outage.isEmpty() ? tr("Suppliers cannot be read: %1. You see what was known before.").arg(outage)
            : chosenIsGone
            ? tr("%1, chosen instead of the first, no longer offers this product. Choose another one.")
                  .arg(facts.chosenSupplierId)
            : facts.chosenSupplierId.isEmpty()
            ? tr("Used: %1, the first by active, priority and price.").arg(used->supplierId)
            : facts.overridden
            ? tr("Used for the next order: %1, chosen by %2: %3")
                  .arg(used->supplierId, facts.overridden->byName, facts.overridden->reason)
            : tr("Used for this order: %1.").arg(used->supplierId)));
    if (const SupplierOffer* better = passedOver(*facts.suppliers);
        better && outage.isEmpty() && facts.chosenSupplierId.isEmpty()) {
        m_note->setText(m_note->text() + QLatin1Char(' ')
                        + tr("%1 has a better priority, but without a price and a lead time nothing can be "
                             "ordered from it.")
                              .arg(better->supplierId));
    }
    m_table->setColumnCount(static_cast<int>(facts.suppliers->size()));
    for (std::size_t i = 0; i < facts.suppliers->size(); ++i) {
        const SupplierOffer& offer = (*facts.suppliers)[i];
        fillColumn(static_cast<int>(i), facts, offer, !chosenIsGone && offer.supplierId == used->supplierId);
    }
    m_table->horizontalHeader()->setStretchLastSection(m_table->columnCount() == 1);
    fitColumns();
}

void SupplierPanel::fitColumns()
{
    m_table->resizeColumnsToContents();
    const int half = m_table->viewport()->width() / 2;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        int needed = m_table->cellWidget(Use, column)->sizeHint().width();
        for (int line = 0; line < Use; ++line) {
            if (line != Name && line != Email)
                needed = std::max(needed,
                                  m_table->sizeHintForIndex(m_table->model()->index(line, column)).width());
        }
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), std::max(needed, half)));
    }
}

void SupplierPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void SupplierPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitColumns();
}

void SupplierPanel::fillColumn(int column, const ProductFacts& facts, const SupplierOffer& offer, bool used)
{
    const QLocale locale;
    const auto quantity = [](const std::optional<Quantity>& amount) {
        return amount ? quantityText(*amount) : tr("unknown");
    };
    const auto money = [this](Money amount) { return moneyText(amount, m_workspace.identity().currency()); };
    ProductFacts asked = facts;
    asked.chosenSupplierId = offer.supplierId;
    const std::optional<std::int64_t> leadTime = asked.usableLeadTimeDays();
    const auto rules = m_workspace.feed().rules();
    const DecisionOutputs out =
        rules ? rules->decide(asked, m_workspace.feed().today()).outputs : DecisionOutputs{};

    auto* header = new QTableWidgetItem(used ? tr("%1 ✓").arg(offer.supplierId) : offer.supplierId);
    header->setToolTip(used ? tr("%1 is used for the order").arg(offer.supplierId) : offer.supplierId);
    m_table->setHorizontalHeaderItem(column, header);
    setCell(m_table, Name, column, offer.name.isEmpty() ? QStringLiteral("–") : offer.name);
    setCell(m_table, Active, column,
            !offer.isActive       ? tr("unknown")
                : *offer.isActive ? tr("yes")
                                  : tr("no"));
    if (!offer.isActive.value_or(false))
        m_table->item(Active, column)->setForeground(theme::ink(theme::Tone::Danger));
    setCell(m_table, Price, column,
            offer.unitPrice ? moneyText(*offer.unitPrice, m_workspace.identity().currency()) : tr("unknown"),
            true);
    setCell(m_table, Moq, column, quantity(offer.moq), true);
    setCell(m_table, Multiple, column, quantity(offer.orderMultiple), true);
    setCell(m_table, LeadTime, column,
            offer.leadTimeDays ? tr("%1 d").arg(*offer.leadTimeDays) : tr("unknown"), true);
    setCell(m_table, Arrival, column,
            leadTime ? locale.toString(m_workspace.feed().today().addDays(*leadTime), QLocale::ShortFormat)
                     : tr("unknown"),
            true);
    setCell(m_table, OrderQty, column, quantityText(out.orderQty), true);
    setCell(m_table, Total, column, money(out.totalAmount), true);
    setCell(m_table, ToPay, column, money(out.grandTotal), true);
    setCell(m_table, Priority, column, locale.toString(static_cast<qlonglong>(offer.priority)), true);
    setCell(m_table, Email, column, offer.email.isEmpty() ? QStringLiteral("–") : offer.email);
    setCell(m_table, Updated, column, locale.toString(offer.lastUpdated.toLocalTime(), QLocale::ShortFormat));
    setCell(m_table, Use, column, {});

    const bool isFirst = column == 0;
    auto* use = new QPushButton(used ? tr("Used") : isFirst ? tr("Use again") : tr("Use instead"), m_table);
    use->setObjectName(QStringLiteral("btn.useSupplier.%1").arg(offer.supplierId));
    const QString reason = used ? tr("this supplier is already used") : m_overrides.whyNot();
    use->setEnabled(reason.isEmpty());
    use->setToolTip(reason.isEmpty() ? tr("Decide this product with %1").arg(offer.supplierId)
                                     : tr("Unavailable: %1").arg(reason));
    use->setAccessibleDescription(use->toolTip());
    // With the focus the table would scroll the column into sight, away from under the mouse.
    use->setFocusPolicy(Qt::TabFocus);
    connect(use, &QPushButton::clicked, this, [this, isFirst, supplierId = offer.supplierId] {
        m_overrides.setSupplier(isFirst ? QString() : supplierId);
    });
    m_table->setCellWidget(Use, column, use);
}

} // namespace purchasing::ui
