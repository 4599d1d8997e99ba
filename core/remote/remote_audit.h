#pragma once

#include "core/ports/audit_store.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The PO service checks what it stores; its account is the one whose signature is looked at. Any thread.
class RemoteAuditStore : public AuditStore
{
public:
    explicit RemoteAuditStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<AuditReport>> verify() override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

} // namespace purchasing::remote
