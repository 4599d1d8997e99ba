#pragma once

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

[[nodiscard]] inline PurchaseOrder pending(const TemporaryDatabase& db, int approvals = 1)
{
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-104"), QStringLiteral("SUP-101"), 1, QStringLiteral("pending"));
    request.pendingApproval = true;
    request.order.approvalsRequired = approvals;
    return db.orders().create(request, db.user).result().value();
}

[[nodiscard]] inline PurchaseOrder approved(const TemporaryDatabase& db, bool send)
{
    OrderRequest request = requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                      QStringLiteral("approved"));
    request.sendIntended = send;
    return db.orders().create(request, db.user).result().value();
}

[[nodiscard]] inline PurchaseOrder sent(const TemporaryDatabase& db)
{
    (void)approved(db, true);
    auto store = db.orders();
    auto outbox = db.outbox();
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    return outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result()->front();
}

inline void setActive(const TemporaryDatabase& db, const char* value)
{
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE {supplier}supplier_info SET is_active = %1").arg(QLatin1String(value))));
}

} // namespace purchasing::sql
