#pragma once

#include "core/ports/token_store.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// Tokens and roles, behind the PO service. Any thread.
class RemoteTokenStore : public TokenStore
{
public:
    explicit RemoteTokenStore(std::shared_ptr<ServiceChannel> po);

    [[nodiscard]] QFuture<Result<IssuedToken>> issue(const QString& personId, Roles roles, int days,
                                                     const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<AccessToken>>> tokens() override;
    [[nodiscard]] QFuture<Result<Done>> revoke(const QString& tokenId, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> setRoles(const QString& personId, Roles roles,
                                                 const Actor& actor) override;
    [[nodiscard]] QFuture<Result<TokenHolder>> identify(const QString& secret) override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

} // namespace purchasing::remote
