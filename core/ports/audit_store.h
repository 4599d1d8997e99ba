#pragma once

#include "core/domain/result.h"

#include <QFuture>

namespace purchasing {

/// What was remembered of the audit log, checked against what is stored.
struct AuditReport
{
    std::int64_t events = 0;
    std::int64_t rememberedEvent = 0; ///< The event signed outside of the database; 0 where none was.
};

/// Checks what is stored against the audit log.
class AuditStore
{
public:
    virtual ~AuditStore() = default;
    /// Checks events, orders, approvals, requests, rule versions, settings and people against each other, and
    /// the newest event against the one that was signed and remembered outside of the database. Invalid names
    /// the first difference. Takes a while; nothing waits for it.
    [[nodiscard]] virtual QFuture<Result<AuditReport>> verify() = 0;
};

} // namespace purchasing
