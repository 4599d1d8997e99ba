#include "ui/orders/bulk_tree.h"

#include "core/flow/decision_words.h"
#include "core/mail/order_message.h"
#include "ui/parts/panel_layout.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QScrollBar>

namespace purchasing::ui {
namespace {

enum BulkColumn { Product, Name, Units, Total, ToPay, Outcome, ColumnCount };
constexpr int kKeyRole = Qt::UserRole + 1;

QString nameOf(const BatchGroup& group)
{
    if (group.supplierId.isEmpty())
        return BulkTree::tr("No supplier");
    return group.supplierName.isEmpty() ? group.supplierId
                                        : BulkTree::tr("%1 (%2)").arg(group.supplierName, group.supplierId);
}

QString outcomeText(const BatchLine& line, BulkTree::View view)
{
    if (line.order)
        return orderInWords(*line.order);
    if (!line.refusal.isEmpty())
        return BulkTree::tr("Not ordered: %1").arg(line.refusal);
    if (!line.failure.isEmpty())
        return BulkTree::tr("Failed: %1").arg(line.failure);
    if (view.isResult)
        return BulkTree::tr("Not ordered: stopped before it");
    return line.decision.word == Word::NeedsApproval ? BulkTree::tr("Waits for approval")
        : !line.decision.outputs.shouldSendPo        ? BulkTree::tr("Is created")
        : !BulkTree::isUnaddressed(line)             ? BulkTree::tr("Is created and sent")
        : view.withholdsUnaddressed                  ? BulkTree::tr("Is created, not sent: no e-mail address")
                                                     : BulkTree::tr("Is created; the message has no address");
}

} // namespace

BulkTree::BulkTree(Workspace& workspace, QWidget* parent)
    : QTreeWidget(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("tree.bulk"));
    setAccessibleName(tr("Orders by supplier"));
    setHeaderLabels({tr("Product"), tr("Name"), tr("Quantity"), tr("Total before tax"), tr("To pay"),
                     tr("What happens")});
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    for (const int column : {Units, Total, ToPay})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    letGiveWay(*header(), {Name, Outcome}); // Ids and numbers are always whole.
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        const QString key = item->data(Product, kKeyRole).toString();
        if (column == Product && !key.isEmpty())
            Q_EMIT ticked(key, item->checkState(Product) == Qt::Checked);
    });
}

bool BulkTree::isUnaddressed(const BatchLine& line)
{
    const SupplierOffer* supplier = line.facts.supplier();
    return line.isOpen() && line.decision.outputs.shouldSendPo && supplier && !isMailAddress(supplier->email);
}

void BulkTree::show(const std::vector<BatchLine>& lines, View view, const QSet<QString>& unticked)
{
    const QSignalBlocker quiet(this);
    const QString current = currentItem() ? currentItem()->data(Product, kKeyRole).toString() : QString();
    const int scrolled = verticalScrollBar()->value();
    m_unticked = unticked;
    clear();
    m_splitWarning.clear();
    const auto rules = m_workspace.feed().rules();
    for (const BatchGroup& group : groupBatch(lines, rules.get()))
        addGroup(group, lines, view);
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        for (const int column : {Units, Total, ToPay})
            (*item)->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    expandAll();
    for (QTreeWidgetItemIterator item(this); *item && !current.isEmpty(); ++item) {
        if ((*item)->data(Product, kKeyRole).toString() == current)
            setCurrentItem(*item);
    }
    verticalScrollBar()->setValue(scrolled);
}

void BulkTree::addGroup(const BatchGroup& group, const std::vector<BatchLine>& lines, View view)
{
    const QString& currency = m_workspace.identity().currency();
    auto* top = new QTreeWidgetItem(this);
    top->setText(Product, group.supplierId.isEmpty() ? tr("No supplier") : group.supplierId);
    top->setText(Name, group.supplierName);
    for (const int column : {Product, Name})
        top->setToolTip(column, nameOf(group));
    QStringList parts{tr("%n order(s)", nullptr, group.orders)};
    if (group.needApproval > 0)
        parts << tr("%n need(s) approval", nullptr, group.needApproval);
    if (group.isSplitBelowLimit) {
        parts << tr("together above the approval limit");
        m_splitWarning += (m_splitWarning.isEmpty() ? QString() : QStringLiteral("\n"))
            + tr("%1: together %2, which as one order would need approval, though no single order does.")
                  .arg(nameOf(group), moneyText(group.total, currency));
        top->setIcon(Outcome, theme::icon(QStringLiteral("warning"), theme::Tone::Attention));
    }
    top->setText(Total, moneyText(group.total, currency));
    top->setText(ToPay, moneyText(group.toPay, currency));
    top->setText(Outcome, parts.join(QStringLiteral(", ")));
    top->setToolTip(Outcome, top->text(Outcome));
    QFont bold = top->font(0);
    bold.setBold(true);
    for (int column = 0; column < ColumnCount; ++column)
        top->setFont(column, bold);
    // Of all rows, as they are uniform: more air than the style gives.
    const QFontMetrics metrics(bold);
    top->setSizeHint(Product, QSize(0, metrics.height() + 10));
    for (const std::size_t index : group.lines)
        fillLine(new QTreeWidgetItem(top), lines[index], view);
}

void BulkTree::fillLine(QTreeWidgetItem* item, const BatchLine& line, View view) const
{
    const QString& currency = m_workspace.identity().currency();
    item->setText(Product, line.item.productId);
    item->setText(Name, line.facts.product.name);
    item->setToolTip(Name, line.facts.product.name);
    const bool isUnticked = m_unticked.contains(line.item.idempotencyKey);
    if (view.isChoosable && (line.isOpen() || isUnticked)) {
        item->setData(Product, kKeyRole, line.item.idempotencyKey);
        item->setCheckState(Product, isUnticked ? Qt::Unchecked : Qt::Checked);
    }
    if (line.order) {
        item->setText(Units, QLocale().toString(static_cast<qlonglong>(line.order->qty)));
        item->setText(Total, moneyText(line.order->total, currency));
        item->setText(ToPay, moneyText(line.order->toPay, currency));
    } else if (line.refusal.isEmpty()) {
        item->setText(Units, quantityText(line.decision.outputs.orderQty));
        item->setText(Total, moneyText(line.decision.outputs.totalAmount, currency));
        item->setText(ToPay, moneyText(line.decision.outputs.grandTotal, currency));
    }
    item->setText(Outcome, outcomeText(line, view));
    item->setToolTip(Outcome, item->text(Outcome));
    const bool needsApproval = line.order ? line.order->state == OrderState::PendingApproval
                                          : line.decision.word == Word::NeedsApproval;
    const bool isFailed = !line.order && !line.failure.isEmpty();
    const bool isRefused = !line.order && !line.refusal.isEmpty();
    const bool isToConfirm = isRefused && line.isStaleOnly;
    const theme::Tone tone = isFailed  ? theme::Tone::Danger
        : isToConfirm || needsApproval ? theme::Tone::Attention
        : isRefused                    ? theme::Tone::Muted
                                       : theme::Tone::Good;
    item->setIcon(Outcome,
                  theme::icon(isFailed || isToConfirm ? QStringLiteral("warning")
                                  : isRefused         ? QStringLiteral("blocked")
                                  : needsApproval     ? QStringLiteral("approvals")
                                  : line.order        ? QStringLiteral("enough")
                                                      : QStringLiteral("order"),
                              tone));
    if (isRefused || isFailed) {
        for (int column = 0; column < ColumnCount; ++column)
            item->setForeground(column, theme::ink(tone));
    }
}

} // namespace purchasing::ui
