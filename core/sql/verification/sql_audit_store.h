#pragma once

#include "core/ports/audit_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// The audit log of a database.
class SqlAuditStore : public AuditStore
{
public:
    explicit SqlAuditStore(std::shared_ptr<Database> database);

    [[nodiscard]] QFuture<Result<AuditReport>> verify() override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
