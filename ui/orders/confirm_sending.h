#pragma once

#include "core/domain/amount.h"

#include <QString>

#include <vector>

class QWidget;

namespace purchasing {
struct BatchLine;
struct Decision;
struct PurchaseOrder;
} // namespace purchasing

namespace purchasing::ui {

class Workspace;

/// Says whether an order made from this decision goes to the supplier by itself.
[[nodiscard]] bool sendsAtOnce(const Decision& decision);
/// Asks, where the connection wants that, before an order goes to a supplier: one sentence says what goes
/// where, and Enter sends nothing. True at once on other connections. `what` is an order's number or a
/// product's id; `toPay` the amount to pay.
[[nodiscard]] bool confirmSending(QWidget* parent, const Workspace& workspace, const QString& what,
                                  const QString& supplier, Money toPay);
[[nodiscard]] bool confirmSending(QWidget* parent, const Workspace& workspace, const PurchaseOrder& order);
/// The same for what a batch would send.
[[nodiscard]] bool confirmSendingAll(QWidget* parent, const Workspace& workspace,
                                     const std::vector<BatchLine>& lines);

} // namespace purchasing::ui
