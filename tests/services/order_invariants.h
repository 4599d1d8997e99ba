#pragma once

#include "core/flow/purchasing_flow.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace purchasing::tests {

/// What must be true of orders whatever happened to those who made them.
struct OrderInvariants
{
    const FlowPorts& stored; ///< What is in the database, past the services.
    QString outbox; ///< The folder of the messages to suppliers.
    QHash<QString, std::int64_t> wanted; ///< What the rules ask for, by product; of others nothing.
    QDateTime since; ///< Older orders were there before.

    /// What is wrong with the first order that something is wrong with; empty where nothing is.
    [[nodiscard]] QString whatIsWrong() const
    {
        const auto orders = stored.orders->list({}).result();
        if (!orders)
            return orders.error().message;
        QSet<QString> numbers;
        QSet<QString> products;
        qsizetype sent = 0;
        for (const PurchaseOrder& order : *orders) {
            if (order.createdAt < since)
                continue;
            const QString wrong = numbers.contains(order.number) ? QStringLiteral("its number is not its own")
                : products.contains(order.productId)             ? QStringLiteral("ordered twice")
                                                                 : whatIsWrongWith(order);
            if (!wrong.isEmpty())
                return order.number + QLatin1String(": ") + wrong;
            numbers << order.number;
            products << order.productId;
            sent += order.state == OrderState::Sent ? 1 : 0;
        }
        const qsizetype letters = QDir(outbox).entryList({QStringLiteral("*.eml")}).size();
        if (letters != sent)
            return QStringLiteral("%1 letters for %2 orders that were sent").arg(letters).arg(sent);
        const auto audit = stored.audit->verify().result();
        return audit ? QString() : audit.error().message;
    }
    /// Whether every order that is to be sent was; the relay may need a moment.
    [[nodiscard]] bool isSent() const
    {
        OrderFilter filter;
        filter.states = {OrderState::Approved, OrderState::Sending};
        const auto waiting = stored.orders->list(filter).result();
        return waiting && std::none_of(waiting->begin(), waiting->end(), [](const PurchaseOrder& order) {
                   return order.sendIntended && order.sendProblem.isEmpty();
               });
    }

private:
    [[nodiscard]] QString whatIsWrongWith(const PurchaseOrder& order) const
    {
        if (order.qty != wanted.value(order.productId))
            return QStringLiteral("%1 ordered of %2").arg(order.qty).arg(wanted.value(order.productId));
        if (order.unitPrice.times(order.qty) != order.total
            || order.toPay != order.total - order.discount + order.tax)
            return QStringLiteral("its amounts do not add up");
        const auto history = stored.orders->history(order.poId).result();
        if (!history)
            return history.error().message;
        QHash<QString, int> told;
        for (const HistoryEntry& entry : *history)
            ++told[entry.action];
        const bool isSent = order.state == OrderState::Sent;
        if (told.value(QStringLiteral("order.created")) != 1
            || told.value(QStringLiteral("order.sent")) != (isSent ? 1 : 0))
            return QStringLiteral("its history tells something else");
        return isSent && told.value(QStringLiteral("order.approved")) < order.approvalsRequired
            ? QStringLiteral("sent without approval")
            : QString();
    }
};

} // namespace purchasing::tests
