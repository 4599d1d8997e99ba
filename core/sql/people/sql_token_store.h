#pragma once

#include "core/ports/token_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// Roles and tokens in the audit log alone: what was issued, narrowed and revoked is what its events say, so
/// that no row beside them can be made or changed to let somebody in. An event that is not as it was written
/// lets nobody in either.
class SqlTokenStore : public TokenStore
{
public:
    explicit SqlTokenStore(std::shared_ptr<Database> database);

    [[nodiscard]] QFuture<Result<IssuedToken>> issue(const QString& personId, Roles roles, int days,
                                                     const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<AccessToken>>> tokens() override;
    [[nodiscard]] QFuture<Result<Done>> revoke(const QString& tokenId, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> setRoles(const QString& personId, Roles roles,
                                                 const Actor& actor) override;
    [[nodiscard]] QFuture<Result<TokenHolder>> identify(const QString& secret) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
