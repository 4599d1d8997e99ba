#include "core/sql/orders/order_integrity.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/orders/order_content.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {
namespace {

bool isApproval(const StoredEvent& event, const QString& contentHash)
{
    return (event.action == QLatin1String("order.approved")
            || event.action == QLatin1String("order.approval_added"))
        && event.payload.value(QStringLiteral("contentHash")).toString() == contentHash;
}

} // namespace

QString whyNotGenuine(Connection& connection, const PurchaseOrder& order)
{
    return whyNotGenuine(order, eventsOf(connection, order.poId));
}

QString whyNotGenuine(const PurchaseOrder& order, const std::vector<StoredEvent>& events)
{
    if (contentHash(order) != order.contentHash)
        return QStringLiteral("what it orders is not what was written");
    for (const StoredEvent& event : events) {
        if (!event.isIntact)
            return QStringLiteral("event %1 of its history is not what was written").arg(event.seq);
    }
    const QString hash = QString::fromLatin1(order.contentHash.toHex());
    if (events.empty() || events.front().action != QLatin1String("order.created")
        || events.front().payload.value(QStringLiteral("contentHash")).toString() != hash)
        return QStringLiteral("what it orders is not what its history says");
    if (events.back().seq != order.lastEvent
        || events.back().payload.value(QStringLiteral("to")).toString() != databaseWord(order.state))
        return QStringLiteral("it is not in the state that its history says");
    // Before it has been approved nothing needs to be there.
    if (order.state == OrderState::PendingApproval || order.state == OrderState::Draft)
        return {};
    const auto approvals = std::count_if(
        events.begin(), events.end(), [&hash](const StoredEvent& event) { return isApproval(event, hash); });
    if (approvals < order.approvalsRequired)
        return QStringLiteral("its history does not say that it was approved");
    return {};
}

void requireGenuine(Connection& connection, const PurchaseOrder& order)
{
    const QString why = whyNotGenuine(connection, order);
    if (!why.isEmpty()) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("%1 was changed from outside: %2. Verify the audit log.").arg(order.number, why));
    }
}

} // namespace purchasing::sql
