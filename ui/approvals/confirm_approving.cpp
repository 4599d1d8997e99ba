#include "ui/approvals/confirm_approving.h"

#include "core/flow/decision_words.h"
#include "ui/parts/confirmation.h"
#include "ui/parts/panel_layout.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHeaderView>
#include <QTreeWidget>

#include <map>

namespace purchasing::ui {
namespace {

struct ConfirmApprovingWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ConfirmApproving)
};

enum ApprovedColumn { ApprovedOrder, ApprovedProduct, ApprovedName, ApprovedTotal };

using SumByCurrency = std::map<QString, Money>;

QString sumText(const SumByCurrency& sums)
{
    QStringList texts;
    for (const auto& [currency, sum] : sums)
        texts << moneyText(sum, currency);
    return texts.join(QStringLiteral(" + "));
}

SumByCurrency sumOf(const std::vector<const PurchaseOrder*>& orders)
{
    SumByCurrency sums;
    for (const PurchaseOrder* order : orders)
        sums[order->currency] = sums[order->currency] + order->total;
    return sums;
}

void addSupplier(QTreeWidget& tree, const QString& supplier, const std::vector<const PurchaseOrder*>& orders)
{
    auto* top = new QTreeWidgetItem(&tree);
    top->setText(ApprovedOrder, supplier);
    top->setText(ApprovedName,
                 ConfirmApprovingWords::tr("%n order(s)", nullptr, static_cast<int>(orders.size())));
    top->setText(ApprovedTotal, sumText(sumOf(orders)));
    // Of all rows, as they are uniform: more air than the style gives.
    top->setSizeHint(ApprovedOrder, QSize(0, tree.fontMetrics().height() + 10));
    QFont bold = top->font(0);
    bold.setBold(true);
    for (int column = 0; column < tree.columnCount(); ++column)
        top->setFont(column, bold);
    for (const PurchaseOrder* order : orders) {
        auto* item = new QTreeWidgetItem(
            top,
            {order->number, order->productId, order->productName, moneyText(order->total, order->currency)});
        item->setToolTip(ApprovedName, order->productName);
    }
    for (QTreeWidgetItemIterator item(top); *item; ++item)
        (*item)->setTextAlignment(ApprovedTotal, Qt::AlignRight | Qt::AlignVCenter);
    top->setToolTip(ApprovedOrder, supplier);
}

QTreeWidget* listBySupplier(const std::vector<PurchaseOrder>& orders, QWidget* parent)
{
    auto* tree = new QTreeWidget(parent);
    tree->setObjectName(QStringLiteral("tree.approveSeveral"));
    tree->setAccessibleName(ConfirmApprovingWords::tr("Orders to be approved, by supplier"));
    tree->setHeaderLabels({ConfirmApprovingWords::tr("Supplier, order"), ConfirmApprovingWords::tr("Product"),
                           ConfirmApprovingWords::tr("Name"), ConfirmApprovingWords::tr("Total before tax")});
    tree->headerItem()->setTextAlignment(ApprovedTotal, Qt::AlignRight | Qt::AlignVCenter);
    tree->setAlternatingRowColors(true);
    tree->setUniformRowHeights(true);
    std::map<QString, QString> names; // Some orders of a supplier may not know its name.
    for (const PurchaseOrder& order : orders) {
        QString& name = names[order.supplierId];
        if (name.isEmpty() || name == order.supplierId)
            name = order.supplierText();
    }
    std::map<std::pair<QString, QString>, std::vector<const PurchaseOrder*>> bySupplier;
    for (const PurchaseOrder& order : orders)
        bySupplier[{names[order.supplierId], order.supplierId}].push_back(&order);
    for (const auto& [supplier, theirs] : bySupplier)
        addSupplier(*tree, supplier.first, theirs);
    tree->expandAll();
    letGiveWay(*tree->header(), {ApprovedOrder, ApprovedName}); // The sums are always in sight.
    return tree;
}

} // namespace

bool confirmApproving(QWidget* parent, const std::vector<PurchaseOrder>& orders)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.approveSeveral"));
    dialog.setWindowTitle(ConfirmApprovingWords::tr("Approve several orders"));
    std::vector<const PurchaseOrder*> all;
    for (const PurchaseOrder& order : orders)
        all.push_back(&order);
    const auto count = static_cast<int>(orders.size());
    return confirmShown(
        dialog,
        ConfirmApprovingWords::tr("Approve %n order(s) with a total of %1 before tax?", nullptr, count)
            .arg(sumText(sumOf(all))),
        listBySupplier(orders, &dialog), ConfirmApprovingWords::tr("&Approve %n order(s)", nullptr, count),
        QStringLiteral("btn.approveSeveral"), {820, 520});
}

} // namespace purchasing::ui
