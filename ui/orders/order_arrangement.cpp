#include "ui/orders/order_arrangement.h"

#include "ui/orders/order_filter.h"

#include <algorithm>

namespace purchasing::ui {
namespace {

using States = OrderArrangement::States;

bool isFinished(OrderState state)
{
    return state == OrderState::Received || state == OrderState::Rejected || state == OrderState::Cancelled;
}

bool isIn(States states, const PurchaseOrder& order)
{
    const OrderState state = order.state;
    switch (states) {
    case States::All: return true;
    case States::Waiting: return state == OrderState::PendingApproval;
    case States::ToSend: return isToSend(order);
    case States::Open: return !isFinished(state);
    case States::Finished: return isFinished(state);
    case States::Decided: return state != OrderState::PendingApproval;
    }
    return true;
}

bool hasAll(const QStringList& words, const PurchaseOrder& order)
{
    if (words.isEmpty())
        return true;
    const QString text =
        QStringList{order.number, order.productId, order.productName, order.supplierId, order.supplierName}
            .join(QLatin1Char('\n'))
            .toLower();
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word); });
}

/// Sorts by keys that are made once for each order.
template <typename Key, typename MakeKey>
void sortBy(std::vector<std::uint32_t>& rows, Qt::SortOrder direction, MakeKey makeKey)
{
    std::vector<std::pair<Key, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keyed.emplace_back(makeKey(row), row);
    std::stable_sort(keyed.begin(), keyed.end(), [direction](const auto& a, const auto& b) {
        return direction == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& entry) { return entry.second; });
}

} // namespace

bool isToSend(const PurchaseOrder& order)
{
    // One that could not be sent may be tried again at once.
    return order.state == OrderState::Approved && (!order.sendIntended || !order.sendProblem.isEmpty());
}

std::vector<std::uint32_t> OrderArrangement::rows() const
{
    std::vector<std::uint32_t> rows;
    const auto passesColumns = [this](const PurchaseOrder& order) {
        return std::all_of(columns.begin(), columns.end(), [&](const auto& each) {
            return passes(each.second, static_cast<OrderTableModel::Column>(each.first), order, now, limit);
        });
    };
    for (std::size_t i = 0; i < orders->size(); ++i) {
        const PurchaseOrder& order = (*orders)[i];
        if (isIn(states, order) && hasAll(words, order) && passesColumns(order))
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    // The last one first, because sorting keeps the order among equals.
    for (auto sorting = sortings.rbegin(); sorting != sortings.rend(); ++sorting) {
        const auto column = sorting->column;
        if (OrderTableModel::isSortedByNumber(column)) {
            sortBy<std::int64_t>(rows, sorting->direction, [&](std::uint32_t row) {
                return OrderTableModel::numberOf((*orders)[row], column);
            });
        } else {
            sortBy<QString>(rows, sorting->direction, [&](std::uint32_t row) {
                return OrderTableModel::textOf((*orders)[row], column, now, limit);
            });
        }
    }
    return rows;
}

} // namespace purchasing::ui
