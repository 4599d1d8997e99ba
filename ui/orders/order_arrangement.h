#pragma once

#include "ui/orders/order_table_model.h"

#include <QStringList>

namespace purchasing::ui {

/// Which orders of a list are shown and in which order.
struct OrderArrangement
{
    enum class States { All, Waiting, Open, Finished, Decided };

    OrderList orders;
    QStringList words; ///< Lower case; each is in the number, product, supplier or a name.
    States states = States::All;
    OrderTableModel::Sorting sorting;
    QDateTime now;
    Money limit; ///< For sorting by what is over it.

    /// The rows to show, as positions in `orders`. Takes long over many orders; any thread.
    [[nodiscard]] std::vector<std::uint32_t> rows() const;
};

} // namespace purchasing::ui
