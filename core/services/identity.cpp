#include "core/services/identity.h"

#include "core/domain/digest.h"
#include "core/ports/and_then.h"

#include "policy.pb.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <grpc/grpc_security_constants.h>
#include <string_view>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kGood{10};
constexpr std::size_t kMostRemembered = 10000;
constexpr int kMostHeldBack = 1000; // Each is an open connection.
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

/// "192.0.2.1" of "ipv4:192.0.2.1:4711"; nothing for other places.
std::string addressIn(const std::string& peer)
{
    const std::size_t kind = peer.find(':');
    const std::size_t port = peer.rfind(':');
    if (peer.rfind("ipv", 0) != 0 || port == kind)
        return {};
    std::string address = peer.substr(kind + 1, port - kind - 1);
    for (const char* bracket : {"%5B", "%5D", "[", "]"}) {
        if (const std::size_t at = address.find(bracket); at != std::string::npos)
            address.erase(at, std::string_view(bracket).size());
    }
    return address;
}

Refusal tooManyWrong(std::chrono::seconds pause)
{
    return {
        Refusal::Kind::TooMany,
        QStringLiteral("Too many wrong tokens came from this address. Try again in %1 s.").arg(pause.count()),
        pause};
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
    shown.address = addressIn(call.peer());
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
    // A service passes on what it was shown, and has counted it.
    const auto closed = m_trust.wrongTokens && shown.service.isEmpty()
        ? m_trust.wrongTokens->closedFor(shown.address)
        : std::chrono::seconds(0);
    if (closed.count() > 0 && !wasGood(shown.token))
        return refused(tooManyWrong(closed));
    if (!m_trust.tokens)
        return refuseLater(shown, QStringLiteral("No token is known here."), refused);
    (void)andThen(m_trust.tokens->identify(shown.token),
                  [this, shown, decide, refused](const Result<TokenHolder>& found) {
                      if (found) {
                          remember(shown.token, *found);
                          return decide(*found);
                      }
                      const bool isTheirs = found.error().kind == ErrorKind::NotFound
                          || found.error().kind == ErrorKind::Refused
                          || found.error().kind == ErrorKind::Invalid;
                      if (isTheirs)
                          return refuseLater(shown, found.error().message, refused);
                      refused({Refusal::Kind::Unavailable, found.error().message});
                  });
}

void Identity::refuseLater(const Shown& shown, const QString& sentence, const Refused& refused) const
{
    const Refusal refusal{Refusal::Kind::Unknown, sentence};
    if (!m_trust.wrongTokens || !shown.service.isEmpty())
        return refused(refusal);
    const auto pause = m_trust.wrongTokens->note(shown.address);
    if (pause.count() == 0)
        return refused(refusal);
    if (m_heldBack->fetch_add(1) >= kMostHeldBack) {
        m_heldBack->fetch_sub(1);
        return refused(tooManyWrong(std::chrono::ceil<std::chrono::seconds>(pause)));
    }
    m_trust.later(pause, [held = m_heldBack, refused, refusal] {
        held->fetch_sub(1);
        refused(refusal);
    });
}

bool Identity::wasGood(const QString& token) const
{
    const std::scoped_lock lock(m_mutex);
    return m_known.count(hashOf(token)) > 0;
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
