#include "ui/orders/order_table_model.h"

#include "core/domain/visible_text.h"
#include "core/flow/decision_words.h"
#include "core/flow/work_pool.h"
#include "ui/theme/theme.h"

#include <QHash>
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

void OrderTableModel::setOrders(OrderList orders, std::vector<std::uint32_t> rows, const QDateTime& now)
{
    const auto idIn = [](const OrderList& list, std::uint32_t row) -> const QString& {
        return (*list)[row].poId;
    };
    const bool isSameSize = rows.size() == m_rows.size();
    const bool isSame = isSameSize
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [&](std::uint32_t fresh, std::uint32_t old) {
                            return idIn(orders, fresh) == idIn(m_orders, old);
                        });
    QStringList kept; // The orders of the selection, which follows them where only their places change.
    const QModelIndexList before = persistentIndexList();
    if (isSameSize && !isSame) {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        for (const QModelIndex& index : before)
            kept << order(index.row()).poId;
    } else if (!isSame) {
        beginResetModel();
    }
    std::swap(m_orders, orders);
    m_rows = std::move(rows);
    m_now = now;
    if (isSame) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else if (isSameSize) {
        QHash<QString, int> places;
        for (const QString& id : std::as_const(kept))
            places.insert(id, -1);
        for (int row = 0; row < rowCount() && !places.isEmpty(); ++row) {
            if (const auto place = places.find(order(row).poId); place != places.end())
                *place = row;
        }
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int row = places.value(kept[i]);
            after << (row < 0 ? QModelIndex() : index(row, before[i].column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    } else {
        endResetModel();
    }
    if (orders->size() > kManyOrders) // Given up where it takes nobody's time.
        workPool().start([gone = std::move(orders)] {});
}

int OrderTableModel::rowOf(const QString& poId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (order(row).poId == poId)
            return row;
    }
    return -1;
}

int OrderTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OrderTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Column::Count);
}

QVariant OrderTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PurchaseOrder& order = this->order(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return visibleText(text(order, column));
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
    case Column::Supplier: return order.supplierText();
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

bool OrderTableModel::isSortedByNumber(Column column)
{
    switch (column) {
    case Column::State:
    case Column::Qty:
    case Column::Total:
    case Column::OverLimit:
    case Column::ToPay:
    case Column::Created:
    case Column::Age:
    case Column::Expected:
    case Column::SentAt:
    case Column::Received: return true;
    default: return false;
    }
}

std::int64_t OrderTableModel::numberOf(const PurchaseOrder& order, Column column)
{
    switch (column) {
    case Column::State: return static_cast<int>(order.state);
    case Column::Qty: return order.qty;
    case Column::Total:
    case Column::OverLimit: return order.total.minor;
    case Column::ToPay: return order.toPay.minor;
    case Column::Created: return order.createdAt.toMSecsSinceEpoch();
    case Column::Age: return -order.createdAt.toMSecsSinceEpoch();
    case Column::Expected: return order.expectedArrival().toJulianDay();
    case Column::SentAt: return order.sentAt.isValid() ? order.sentAt.toMSecsSinceEpoch() : 0;
    case Column::Received: return order.receivedQty;
    default: return 0;
    }
}

void OrderTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0)
        return;
    m_sortings = {{static_cast<Column>(column), order}};
    Q_EMIT sortingChanged();
}

void OrderTableModel::addSorting(Column column)
{
    const auto known = std::find_if(m_sortings.begin(), m_sortings.end(),
                                    [column](const Sorting& one) { return one.column == column; });
    if (known != m_sortings.end()) {
        known->direction = known->direction == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    } else {
        m_sortings.resize(std::min(m_sortings.size(), kMostSortings - 1));
        m_sortings.push_back({column, Qt::AscendingOrder});
    }
    Q_EMIT sortingChanged();
}

QString OrderTableModel::sortingInWords() const
{
    QStringList names;
    for (const Sorting& one : m_sortings)
        names << (one.direction == Qt::AscendingOrder ? tr("%1, smallest first") : tr("%1, largest first"))
                     .arg(headerData(static_cast<int>(one.column), Qt::Horizontal).toString());
    return tr("Sorted by %1").arg(names.join(tr(", then ", "between sort keys")));
}

QString rowCountText(qint64 shown, qint64 all)
{
    return shown == all
        ? OrderTableModel::tr("%n order(s)", nullptr, static_cast<int>(all))
        : OrderTableModel::tr("%1 of %2 orders").arg(QLocale().toString(shown), QLocale().toString(all));
}

} // namespace purchasing::ui
