#pragma once

class QWidget;

namespace purchasing {
struct PurchaseOrder;
}

namespace purchasing::ui {

class Workspace;

/// Shows what the supplier would get for the order, which need not exist yet, and asks whether to send it.
/// Where it can be addressed to nobody, or the connection is one where mistakes cost money, it says so. Enter
/// sends nothing unless the person chose the button.
[[nodiscard]] bool confirmMessage(QWidget* parent, const Workspace& workspace, const PurchaseOrder& order);

} // namespace purchasing::ui
