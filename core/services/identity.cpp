#include "core/services/identity.h"

namespace purchasing::services {
namespace {

/// Takes the same time wherever the two begin to differ.
bool isSameSecret(const QByteArray& a, grpc::string_ref b)
{
    if (a.isEmpty() || static_cast<std::size_t>(a.size()) != b.size())
        return false;
    unsigned char difference = 0;
    for (std::size_t i = 0; i < b.size(); ++i)
        difference |= static_cast<unsigned char>(a[static_cast<qsizetype>(i)] ^ b.data()[i]);
    return difference == 0;
}

} // namespace

Identity::Identity(Actor operatingSystemUser, QString orchestratorKey)
    : m_user(std::move(operatingSystemUser))
    , m_orchestratorKey(std::move(orchestratorKey))
{
}

const Actor& Identity::personOf(const grpc::CallbackServerContext& /*call*/) const
{
    return m_user;
}

bool Identity::isOrchestrator(const grpc::CallbackServerContext& call) const
{
    const auto& metadata = call.client_metadata();
    const auto shown = metadata.find(kServiceKey);
    return shown != metadata.end() && isSameSecret(m_orchestratorKey.toUtf8(), shown->second);
}

} // namespace purchasing::services
