// What is decided about the orders that are selected. The rest of the page is in approvals_page.cpp.
#include "core/flow/decision_words.h"
#include "ui/approvals/approvals_page.h"
#include "ui/approvals/confirm_approving.h"
#include "ui/orders/order_arrangement.h"
#include "ui/parts/reason_dialog.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace purchasing::ui {

void ApprovalsPage::approveSelected()
{
    if (!m_approve->isEnabled())
        return;
    const std::vector<PurchaseOrder> orders = selectedWaiting();
    if (orders.size() > 1 && !confirmApproving(this, orders))
        return;
    m_pending = orders.size();
    updateActions();
    for (const PurchaseOrder& order : orders) {
        const auto asked = m_workspace.orders().approve(order.poId, order.version, order.contentHash,
                                                        m_workspace.identity().actor());
        m_workspace.answers().expect(asked, tr("approving %1").arg(order.number));
        whenReady(asked, this, [this, number = order.number](const Result<PurchaseOrder>& result) {
            collect(tr("Approving %1").arg(number), result);
        });
    }
}

void ApprovalsPage::rejectSelected()
{
    if (!m_reject->isEnabled())
        return;
    const std::vector<PurchaseOrder> orders = selectedWaiting();
    const QString title = orders.size() == 1
        ? tr("Reject %1").arg(orders.front().number)
        : tr("Reject %n order(s)", nullptr, static_cast<int>(orders.size()));
    const QString reason = askReason(
        this, title, tr("Why is it rejected? The reason is kept with the order; a rejection is final."),
        tr("Reject"));
    if (reason.isEmpty())
        return;
    m_pending = orders.size();
    updateActions();
    for (const PurchaseOrder& order : orders) {
        const auto asked =
            m_workspace.orders().reject(order.poId, order.version, reason, m_workspace.identity().actor());
        m_workspace.answers().expect(asked, tr("rejecting %1").arg(order.number));
        whenReady(asked, this, [this, number = order.number](const Result<PurchaseOrder>& result) {
            collect(tr("Rejecting %1").arg(number), result);
        });
    }
}

void ApprovalsPage::collect(const QString& what, const Result<PurchaseOrder>& result)
{
    --m_pending;
    if (result)
        m_decided.push_back(*result);
    else
        m_failures.emplace_back(what, result.error());
    if (m_pending > 0)
        return;
    if (!m_decided.empty())
        Q_EMIT done(whatWasDecided());
    m_decided.clear();
    m_workspace.noticeChange();
    refresh();
    tellFailures(std::exchange(m_failures, {}));
}

/// Together, or somebody would have to close a box for each.
void ApprovalsPage::tellFailures(const std::vector<std::pair<QString, Error>>& failures)
{
    if (failures.empty())
        return;
    const auto& [what, error] = failures.front();
    if (failures.size() == 1)
        return Q_EMIT failed(what, error);
    QStringList each;
    for (const auto& [which, why] : failures)
        each << QStringLiteral("%1: %2").arg(which, why.message);
    Q_EMIT failed(tr("%n order(s) were not decided", nullptr, static_cast<int>(failures.size())),
                  {error.kind, each.first(), each.join(QLatin1Char('\n'))});
}

QString ApprovalsPage::whatWasDecided() const
{
    if (m_decided.size() == 1) {
        const PurchaseOrder& only = m_decided.front();
        const QString decided = tr("%1: %2").arg(only.number, stateText(only.state));
        return isToSend(only) ? tr("%1; send it in Orders: To send").arg(decided) : decided;
    }
    const auto count = [this](auto holds) {
        return static_cast<int>(std::count_if(m_decided.begin(), m_decided.end(), holds));
    };
    const int rejected =
        count([](const PurchaseOrder& order) { return order.state == OrderState::Rejected; });
    const int waiting =
        count([](const PurchaseOrder& order) { return order.state == OrderState::PendingApproval; });
    const int approved = static_cast<int>(m_decided.size()) - rejected - waiting;
    QStringList parts;
    if (approved > 0)
        parts << tr("%n order(s) approved", nullptr, approved);
    if (rejected > 0)
        parts << tr("%n order(s) rejected", nullptr, rejected);
    if (waiting > 0)
        parts << tr("%n order(s) wait for another approval", nullptr, waiting);
    const bool isForOrders = count(isToSend) > 0;
    const QString decided = parts.join(QStringLiteral(", "));
    return isForOrders ? tr("%1; send them in Orders: To send").arg(decided) : decided;
}

} // namespace purchasing::ui
