#pragma once

#include "core/domain/purchase_order.h"

#include <vector>

class QWidget;

namespace purchasing::ui {

/// Asks whether several orders are approved together: all of them in a list that scrolls, what they come to
/// by supplier and in all. Enter approves nothing.
[[nodiscard]] bool confirmApproving(QWidget* parent, const std::vector<PurchaseOrder>& orders);

} // namespace purchasing::ui
