#include "core/remote/remote_audit.h"

#include "core/remote/po_call.h"

namespace purchasing::remote {

RemoteAuditStore::RemoteAuditStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<AuditReport>> RemoteAuditStore::verify()
{
    return askPo<AuditReport, po::VerifyAuditResponse>(
        m_po, po::VerifyAuditRequest(), PURCHASING_PO(VerifyAudit),
        [](const po::VerifyAuditResponse& response) -> Result<AuditReport> {
            return AuditReport{response.events(), response.remembered_event()};
        });
}

} // namespace purchasing::remote
