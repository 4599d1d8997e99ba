#include "core/domain/purchase_order.h"
#include "core/sql/verification/differences.h"

#include <QSet>

namespace purchasing::sql {
namespace {

/// One row of the outbox, with what its order says itself.
struct StoredMessage
{
    QString state;
    QString letterId;
    QString channel;
};

/// Why the message is not one that the order's history can have; empty where it is.
QString whyImpossible(const StoredMessage& message, const ToldOrder& told)
{
    const bool isDone = message.state == QLatin1String("DONE");
    if (isDone != told.sentAt.isValid())
        return QStringLiteral("whether it was delivered is not what the audit log says");
    if (isDone && !told.message.isEmpty()
        && (message.letterId != told.message || message.channel != told.channel))
        return QStringLiteral("how it was delivered is not what the audit log says");
    if ((message.state == QLatin1String("LEASED")) != (told.state == databaseWord(OrderState::Sending)))
        return QStringLiteral("whether it is being sent is not what the audit log says");
    if (message.state == QLatin1String("READY") && told.state != databaseWord(OrderState::Approved)
        && told.state != databaseWord(OrderState::Draft))
        return QStringLiteral("it waits to be sent, and the order must not be");
    return {};
}

} // namespace

void verifyMessages(Connection& connection, const History& history)
{
    QSet<QString> found;
    Rows rows = connection.query(
        QStringLiteral("SELECT m.po_id, m.state, m.letter_id, m.channel, o.send_intended FROM {po}outbox m "
                       "LEFT JOIN {po}purchase_order o ON o.po_id = m.po_id ORDER BY m.msg_id"));
    while (rows.next()) {
        const ToldOrder told = history.orders.value(rows.text(0));
        const QString what = QStringLiteral("The message of %1").arg(told.number);
        if (!told.asksForMessage && rows.integer(4) == 0)
            reportDifference(what, QStringLiteral("nobody asked to send the order"));
        const QString why = whyImpossible({rows.text(1), rows.text(2), rows.text(3)}, told);
        if (!why.isEmpty())
            reportDifference(what, why);
        found.insert(rows.text(0));
    }
    const auto requireFound = [&](const QString& poId) {
        if (!found.contains(poId))
            reportDifference(QStringLiteral("The message of %1").arg(history.orders.value(poId).number),
                             QStringLiteral("it was to be sent, and the message is gone"));
    };
    for (auto told = history.orders.begin(); told != history.orders.end(); ++told) {
        if (told->asksForMessage)
            requireFound(told.key());
    }
    Rows intended =
        connection.query(QStringLiteral("SELECT po_id FROM {po}purchase_order WHERE send_intended = 1"));
    while (intended.next())
        requireFound(intended.text(0));
}

} // namespace purchasing::sql
