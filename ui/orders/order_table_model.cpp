#include "ui/orders/order_table_model.h"

#include "core/flow/decision_words.h"
#include "ui/theme/theme.h"

#include <QLocale>

#include <algorithm>

namespace purchasing::ui {
namespace {

bool isNumeric(OrderTableModel::Column column)
{
    using C = OrderTableModel::Column;
    return column == C::Qty || column == C::Total || column == C::ToPay || column == C::OverLimit
        || column == C::Received;
}

QString timeText(const QDateTime& at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::ShortFormat) : QString();
}

} // namespace

QString ageText(const QDateTime& then, const QDateTime& now)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < 60)
        return OrderTableModel::tr("just now");
    if (seconds < 3600)
        return OrderTableModel::tr("%1 min").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return OrderTableModel::tr("%1 h").arg(seconds / 3600);
    return OrderTableModel::tr("%1 d").arg(seconds / 86400);
}

OrderTableModel::OrderTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

int OrderTableModel::widthOf(Column column)
{
    switch (column) {
    case Column::Number: return 125;
    case Column::Product: return 100;
    case Column::Name: return 170;
    case Column::Supplier: return 140;
    case Column::State: return 140;
    case Column::Qty: return 95;
    case Column::Total:
    case Column::ToPay:
    case Column::OverLimit: return 115;
    case Column::Age: return 75;
    case Column::Created:
    case Column::SentAt:
    case Column::Expected: return 150;
    default: return 110;
    }
}

void OrderTableModel::setOrders(std::vector<PurchaseOrder> orders, const QDateTime& now)
{
    std::swap(m_orders, orders);
    m_now = now;
    sortOrders();
    const bool sameRows = m_orders.size() == orders.size()
        && std::equal(m_orders.begin(), m_orders.end(), orders.begin(),
                      [](const PurchaseOrder& a, const PurchaseOrder& b) { return a.poId == b.poId; });
    if (sameRows) {
        if (!m_orders.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    endResetModel();
}

int OrderTableModel::rowOf(const QString& poId) const
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(),
                                    [&](const PurchaseOrder& order) { return order.poId == poId; });
    return found == m_orders.end() ? -1 : static_cast<int>(found - m_orders.begin());
}

int OrderTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_orders.size());
}

int OrderTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant OrderTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PurchaseOrder& order = m_orders[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(order, column);
    case Qt::EditRole: return key(order, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return column == Column::State ? QVariant(theme::ink(theme::toneOf(order.state))) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(order, column),
                 stateText(order.state));
    case PoIdRole: return order.poId;
    default: return {};
    }
}

QVariant OrderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) // The tip for columns that are made narrow.
        return {};
    switch (column) {
    case Column::Number: return tr("Order");
    case Column::Product: return tr("Product");
    case Column::Name: return tr("Name");
    case Column::Supplier: return tr("Supplier");
    case Column::State: return tr("State");
    case Column::Qty: return tr("Quantity");
    case Column::Total: return tr("Total before tax");
    case Column::ToPay: return tr("To pay");
    case Column::OverLimit: return tr("Over limit by");
    case Column::Created: return tr("Created");
    case Column::Age: return tr("Age");
    case Column::CreatedBy: return tr("By");
    case Column::Expected: return tr("Expected");
    case Column::SentAt: return tr("Sent");
    case Column::Received: return tr("Received");
    case Column::Approval: return tr("Approval");
    case Column::Source: return tr("Source");
    case Column::Count: break;
    }
    return {};
}

QString OrderTableModel::textOf(const PurchaseOrder& order, Column column, const QDateTime& now, Money limit)
{
    const QLocale locale;
    switch (column) {
    case Column::Number: return order.number;
    case Column::Product: return order.productId;
    case Column::Name: return order.productName;
    case Column::Supplier: return order.supplierName.isEmpty() ? order.supplierId : order.supplierName;
    case Column::State: return stateText(order.state);
    case Column::Qty: return tr("%1 %2").arg(locale.toString(static_cast<qlonglong>(order.qty)), order.uom);
    case Column::Total: return moneyText(order.total, order.currency);
    case Column::ToPay: return moneyText(order.toPay, order.currency);
    case Column::OverLimit:
        return order.total > limit ? moneyText(order.total - limit, order.currency) : QString();
    case Column::Created: return timeText(order.createdAt);
    case Column::Age: return ageText(order.createdAt, now);
    case Column::CreatedBy: return order.createdByName;
    case Column::Expected: {
        const QString day = locale.toString(order.expectedArrival(), QLocale::ShortFormat);
        return order.state == OrderState::Sent && order.expectedArrival() < now.date()
            ? tr("%1, overdue").arg(day)
            : day;
    }
    case Column::SentAt: return timeText(order.sentAt);
    case Column::Received:
        return order.receivedQty > 0 ? tr("%1 of %2").arg(order.receivedQty).arg(order.qty) : QString();
    case Column::Approval:
        if (order.approvalsRequired == 0)
            return tr("automatic");
        return order.approvedByName.isEmpty() ? tr("needed") : order.approvedByName;
    case Column::Source:
        return order.ruleSetVersion ? tr("rules version %1").arg(*order.ruleSetVersion) : tr("other client");
    case Column::Count: break;
    }
    return {};
}

QVariant OrderTableModel::key(const PurchaseOrder& order, Column column) const
{
    switch (column) {
    case Column::State: return static_cast<int>(order.state);
    case Column::Qty: return static_cast<qlonglong>(order.qty);
    case Column::Total:
    case Column::OverLimit: return static_cast<qlonglong>(order.total.minor);
    case Column::ToPay: return static_cast<qlonglong>(order.toPay.minor);
    case Column::Created: return order.createdAt.toMSecsSinceEpoch();
    case Column::Age: return -order.createdAt.toMSecsSinceEpoch();
    case Column::Expected: return order.expectedArrival().toJulianDay();
    case Column::SentAt: return order.sentAt.isValid() ? order.sentAt.toMSecsSinceEpoch() : 0;
    case Column::Received: return static_cast<qlonglong>(order.receivedQty);
    default: return text(order, column);
    }
}

void OrderTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex& index : before)
        ids << m_orders[static_cast<std::size_t>(index.row())].poId;
    sortOrders();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(ids[i]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrderTableModel::sortOrders()
{
    if (m_sortColumn < 0)
        return;
    const auto column = static_cast<Column>(m_sortColumn);
    std::stable_sort(m_orders.begin(), m_orders.end(), [&](const PurchaseOrder& a, const PurchaseOrder& b) {
        const QVariant left = key(a, column);
        const QVariant right = key(b, column);
        return m_sortOrder == Qt::AscendingOrder ? QVariant::compare(left, right) == QPartialOrdering::Less
                                                 : QVariant::compare(right, left) == QPartialOrdering::Less;
    });
}

} // namespace purchasing::ui
