#pragma once

#include "core/mail/order_message.h"

namespace purchasing::ui {

/// The order as a one-page A4 PDF that a supplier accepts: sender, supplier, delivery address, number, dates,
/// the line and the totals. Safe on any thread once the application object exists.
[[nodiscard]] Result<QByteArray> orderPdf(const PurchaseOrder& order, const Sender& sender);

} // namespace purchasing::ui
