#include "core/services/identity.h"

#include "core/domain/digest.h"

#include "policy.pb.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <grpc/grpc_security_constants.h>
#include <string_view>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kGood{10};
constexpr std::size_t kMostRemembered = 10000;
constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kOurs = ".purchasing"; // "orchestrator.purchasing" in a certificate.
/// A certificate of anybody else, the planner's for one, says no more than that they belong to us.
constexpr std::string_view kServices[] = {"oms",   "inventory", "supplier",    "uom",
                                          "rules", "po",        "orchestrator"};

/// Takes the same time wherever the two begin to differ.
bool isSameSecret(const QByteArray& a, std::string_view b)
{
    if (a.isEmpty() || static_cast<std::size_t>(a.size()) != b.size())
        return false;
    unsigned char difference = 0;
    for (std::size_t i = 0; i < b.size(); ++i)
        difference |= static_cast<unsigned char>(a[static_cast<qsizetype>(i)] ^ b[i]);
    return difference == 0;
}

std::string_view metadataOf(const grpc::CallbackServerContext& call, const char* name)
{
    const auto& metadata = call.client_metadata();
    const auto found = metadata.find(name);
    return found == metadata.end() ? std::string_view()
                                   : std::string_view(found->second.data(), found->second.size());
}

/// The service that a certificate names; gRPC has checked by then that our authority has signed it.
QString serviceIn(const grpc::AuthContext& peer)
{
    if (!peer.IsPeerAuthenticated())
        return {};
    for (const grpc::string_ref& name : peer.FindPropertyValues(GRPC_X509_SAN_PROPERTY_NAME)) {
        const std::string_view text(name.data(), name.size());
        if (text.size() <= kOurs.size() || text.substr(text.size() - kOurs.size()) != kOurs)
            continue;
        const std::string_view service = text.substr(0, text.size() - kOurs.size());
        if (std::find(std::begin(kServices), std::end(kServices), service) != std::end(kServices))
            return QString::fromLatin1(service.data(), static_cast<qsizetype>(service.size()));
    }
    return {};
}

bool names(const google::protobuf::RepeatedPtrField<std::string>& list, std::string_view name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Whether the roles suffice for what the policy says of people.
bool suffice(Roles roles, const Policy& policy)
{
    if (names(policy.people(), "anyone"))
        return true;
    return std::any_of(policy.people().begin(), policy.people().end(), [roles](const std::string& name) {
        const auto role = rolesFromText(QString::fromStdString(name));
        return role && (roles & *role);
    });
}

bool mayServe(const QString& service, const Policy& policy)
{
    return !service.isEmpty()
        && (names(policy.services(), "any") || names(policy.services(), service.toStdString()));
}

QByteArray hashOf(const QString& token)
{
    return Digest("remembered-token").add(token).result();
}

/// "planner or approver".
QString rolesIn(const Policy& policy)
{
    QStringList roles;
    for (const std::string& name : policy.people())
        roles << QString::fromStdString(name);
    return roles.join(QLatin1String(" or "));
}

} // namespace

Shown shownBy(const grpc::CallbackServerContext& call, const QString& serviceKey)
{
    Shown shown;
    const std::string_view authorization = metadataOf(call, "authorization");
    if (authorization.substr(0, kBearer.size()) == kBearer) {
        const std::string_view token = authorization.substr(kBearer.size());
        shown.token = QString::fromLatin1(token.data(), static_cast<qsizetype>(token.size()));
    }
    shown.service = serviceIn(*call.auth_context());
    if (shown.service.isEmpty() && isSameSecret(serviceKey.toUtf8(), metadataOf(call, kServiceKey)))
        shown.service = QStringLiteral("orchestrator");
    return shown;
}

Identity::Identity(Trust trust)
    : m_trust(std::move(trust))
{
}

void Identity::admit(const Shown& shown, const Policy& policy, const Admitted& admitted,
                     const Refused& refused) const
{
    if (policy.everybody())
        return admitted({std::nullopt, shown.service});
    const bool isService = mayServe(shown.service, policy);
    if (isService && !policy.on_behalf())
        return admitted({std::nullopt, shown.service});
    if (m_trust.isEncrypted && shown.token.isEmpty() && !isService) {
        return refused(shown.service.isEmpty()
                           ? Refusal{Refusal::Kind::Unknown,
                                     QStringLiteral("Show a token. An administrator makes one: "
                                                    "purchasing people token.")}
                           : Refusal{Refusal::Kind::Forbidden,
                                     QStringLiteral("The service %1 may not do that.").arg(shown.service)});
    }
    if (policy.people_size() == 0 && !isService) {
        return refused(
            {Refusal::Kind::Forbidden, QStringLiteral("Only the services do that among themselves.")});
    }
    // A service does in somebody's name only what they may do themselves.
    const auto decide = [policy, service = isService ? shown.service : QString(), admitted,
                         refused](const TokenHolder& holder) {
        if (policy.people_size() == 0 || suffice(holder.roles, policy))
            return admitted({holder.actor, service});
        refused({Refusal::Kind::Forbidden,
                 QStringLiteral("%1 may not do that. It takes the role %2.")
                     .arg(holder.actor.name, rolesIn(policy))});
    };
    if (shown.token.isEmpty()) {
        if (!m_trust.isEncrypted)
            return decide({m_trust.operatingSystemUser, kAllRoles});
        return refused(
            {Refusal::Kind::Unknown,
             QStringLiteral("A service does that only in the name of a person, whose token is missing.")});
    }
    if (const auto known = remembered(shown.token))
        return decide(*known);
    if (!m_trust.tokens)
        return refused({Refusal::Kind::Unknown, QStringLiteral("No token is known here.")});
    (void)m_trust.tokens->identify(shown.token)
        .then([this, token = shown.token, decide, refused](const Result<TokenHolder>& found) {
            if (found) {
                remember(token, *found);
                return decide(*found);
            }
            const bool isTheirs = found.error().kind == ErrorKind::NotFound
                || found.error().kind == ErrorKind::Refused || found.error().kind == ErrorKind::Invalid;
            refused({isTheirs ? Refusal::Kind::Unknown : Refusal::Kind::Unavailable, found.error().message});
        });
}

std::optional<TokenHolder> Identity::remembered(const QString& token) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_known.find(hashOf(token));
    if (found == m_known.end() || found->second.until < std::chrono::steady_clock::now())
        return std::nullopt;
    return found->second.holder;
}

void Identity::remember(const QString& token, const TokenHolder& holder) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_known.size() >= kMostRemembered)
        m_known.clear(); // Asking again costs little.
    m_known[hashOf(token)] = {holder, std::chrono::steady_clock::now() + kGood};
}

} // namespace purchasing::services
