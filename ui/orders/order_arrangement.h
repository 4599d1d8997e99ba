#pragma once

#include "ui/orders/order_table_model.h"
#include "ui/parts/column_filter.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace purchasing::ui {

/// Says whether a person may send the order: it is approved, and nothing sends it by itself or that failed.
[[nodiscard]] bool isToSend(const PurchaseOrder& order);

/// Which orders of a list are shown and in which order.
struct OrderArrangement
{
    enum class States { All, Waiting, ToSend, Open, Finished, Decided };

    OrderList orders;
    QStringList words; ///< Lower case; each is in the number, product, supplier or a name.
    States states = States::All;
    std::vector<OrderTableModel::Sorting> sortings; ///< The first decides, the next ones among equals.
    QDateTime now;
    Money limit; ///< For sorting and filtering by what is over it.
    std::vector<std::pair<int, ColumnFilter>> columns = {}; ///< By column; all must pass.

    /// The rows to show, as positions in `orders`. Takes long over many orders; any thread.
    [[nodiscard]] std::vector<std::uint32_t> rows() const;
};

} // namespace purchasing::ui
