#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QObject>

#include <vector>

class QWidget;

namespace purchasing::ui {

class Workspace;

/// Asks once before several orders go to their suppliers: a list of what goes where, with the sum; Enter
/// sends nothing. The dialog's object name is dialog.sendSeveral.
[[nodiscard]] bool confirmSendingOrders(QWidget* parent, const Workspace& workspace,
                                        const std::vector<PurchaseOrder>& orders);

/// Sends orders one after the other, each as the person saw it; one that cannot be sent does not stop the
/// others. Ends with finished() and then deletes itself. GUI thread only.
class OrderSending : public QObject
{
    Q_OBJECT

public:
    OrderSending(Workspace& workspace, std::vector<PurchaseOrder> orders, QObject* parent);

    void start() { next(); }

Q_SIGNALS:
    /// How many are on their way, and why the others are not, a sentence each with the order's number.
    void finished(int sent, const QStringList& problems);

private:
    void next();

    Workspace& m_workspace;
    std::vector<PurchaseOrder> m_orders;
    std::size_t m_at = 0;
    QStringList m_problems;
};

} // namespace purchasing::ui
