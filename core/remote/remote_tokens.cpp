#include "core/remote/remote_tokens.h"

#include "core/proto/wire_facts.h"
#include "core/remote/po_call.h"

namespace purchasing::remote {
namespace {

/// Roles that we do not know are none: nobody is trusted for a word we cannot read.
Roles rolesIn(const std::string& text)
{
    const Result<Roles> roles = rolesFromText(wire::text(text));
    return roles ? *roles : Roles();
}

AccessToken tokenOf(const po::KnownToken& message)
{
    return {wire::text(message.token_id()),       wire::text(message.person_id()),
            wire::text(message.person_name()),    rolesIn(message.roles()),
            wire::timeOf(message.issued_at_us()), wire::timeOf(message.expires_at_us()),
            wire::timeOf(message.revoked_at_us())};
}

} // namespace

RemoteTokenStore::RemoteTokenStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<IssuedToken>> RemoteTokenStore::issue(const QString& personId, Roles roles, int days,
                                                     const Actor& /*actor*/)
{
    po::IssueTokenRequest request;
    request.set_person_id(personId.toStdString());
    request.set_roles(textOf(roles).toStdString());
    request.set_days(days);
    return askPo<IssuedToken, po::IssueTokenResponse>(
        m_po, std::move(request), PURCHASING_PO(IssueToken),
        [](const po::IssueTokenResponse& response) -> Result<IssuedToken> {
            return IssuedToken{tokenOf(response.known()), wire::text(response.token())};
        });
}

QFuture<Result<std::vector<AccessToken>>> RemoteTokenStore::tokens()
{
    return askPo<std::vector<AccessToken>, po::ListTokensResponse>(
        m_po, po::ListTokensRequest(), PURCHASING_PO(ListTokens),
        [](const po::ListTokensResponse& response) -> Result<std::vector<AccessToken>> {
            return wire::valuesOf<po::KnownToken, AccessToken>(response.tokens(), &tokenOf);
        });
}

QFuture<Result<Done>> RemoteTokenStore::revoke(const QString& tokenId, const Actor& /*actor*/)
{
    po::RevokeTokenRequest request;
    request.set_token_id(tokenId.toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(RevokeToken));
}

QFuture<Result<Done>> RemoteTokenStore::setRoles(const QString& personId, Roles roles, const Actor& /*actor*/)
{
    po::SetRolesRequest request;
    request.set_person_id(personId.toStdString());
    request.set_roles(textOf(roles).toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(SetRoles));
}

QFuture<Result<TokenHolder>> RemoteTokenStore::identify(const QString& secret)
{
    po::IdentifyRequest request;
    request.set_token(secret.toStdString());
    return askPo<TokenHolder, po::IdentifyResponse>(
        m_po, std::move(request), PURCHASING_PO(Identify),
        [](const po::IdentifyResponse& response) -> Result<TokenHolder> {
            return TokenHolder{wire::fromWire(response.actor()), rolesIn(response.roles())};
        });
}

} // namespace purchasing::remote
