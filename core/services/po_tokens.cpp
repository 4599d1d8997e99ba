#include "core/proto/wire_facts.h"
#include "core/services/po_service.h"

namespace purchasing::services {
namespace {

void put(const AccessToken& token, po::KnownToken& message)
{
    message.set_token_id(token.tokenId.toStdString());
    message.set_person_id(token.personId.toStdString());
    message.set_person_name(token.personName.toStdString());
    message.set_roles(textOf(token.roles).toStdString());
    message.set_issued_at_us(wire::microseconds(token.issuedAt));
    message.set_expires_at_us(wire::microseconds(token.expiresAt));
    message.set_revoked_at_us(wire::microseconds(token.revokedAt));
}

Roles rolesIn(const std::string& text)
{
    const Result<Roles> roles = rolesFromText(wire::text(text));
    if (!roles)
        throw wire::BadRequest{roles.error().message};
    return *roles;
}

} // namespace

// Who may do what: tokens and roles.

grpc::ServerUnaryReactor* PoService::Identify(grpc::CallbackServerContext* call,
                                              const po::IdentifyRequest* request,
                                              po::IdentifyResponse* response)
{
    return reply(
        call, m_gate, "Identify",
        [this, request](const Caller&) { return m_ports.tokens->identify(wire::text(request->token())); },
        [response](const TokenHolder& holder) {
            *response->mutable_actor() = wire::toWire(holder.actor);
            response->set_roles(textOf(holder.roles).toStdString());
        });
}

grpc::ServerUnaryReactor* PoService::IssueToken(grpc::CallbackServerContext* call,
                                                const po::IssueTokenRequest* request,
                                                po::IssueTokenResponse* response)
{
    return reply(
        call, m_gate, "IssueToken",
        [this, request](const Caller& caller) {
            return m_ports.tokens->issue(wire::text(request->person_id()), rolesIn(request->roles()),
                                         request->days(), personOf(caller));
        },
        [response](const IssuedToken& issued) {
            put(issued.known, *response->mutable_known());
            response->set_token(issued.secret.toStdString());
        });
}

grpc::ServerUnaryReactor* PoService::ListTokens(grpc::CallbackServerContext* call,
                                                const po::ListTokensRequest*,
                                                po::ListTokensResponse* response)
{
    return reply(
        call, m_gate, "ListTokens", [this](const Caller&) { return m_ports.tokens->tokens(); },
        [response](const std::vector<AccessToken>& tokens) {
            for (const AccessToken& token : tokens)
                put(token, *response->add_tokens());
        });
}

grpc::ServerUnaryReactor* PoService::RevokeToken(grpc::CallbackServerContext* call,
                                                 const po::RevokeTokenRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "RevokeToken",
        [this, request](const Caller& caller) {
            return m_ports.tokens->revoke(wire::text(request->token_id()), personOf(caller));
        },
        [](const Done&) {});
}

grpc::ServerUnaryReactor* PoService::SetRoles(grpc::CallbackServerContext* call,
                                              const po::SetRolesRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "SetRoles",
        [this, request](const Caller& caller) {
            return m_ports.tokens->setRoles(wire::text(request->person_id()), rolesIn(request->roles()),
                                            personOf(caller));
        },
        [](const Done&) {});
}

} // namespace purchasing::services
