#pragma once

#include "core/domain/purchase_order.h"

#include <QString>

#include <grpcpp/grpcpp.h>

namespace purchasing::services {

/// Who calls. Until there are tokens every listener is on this machine only, and whoever can reach it acts as
/// the operating-system user that runs the program. Immutable; any thread.
class Identity
{
public:
    /// `orchestratorKey` is the content of a key file that only this user can read: who shows it is the
    /// Orchestrator. Empty: nobody is.
    Identity(Actor operatingSystemUser, QString orchestratorKey);

    [[nodiscard]] const Actor& personOf(const grpc::CallbackServerContext& call) const;
    /// What the Orchestrator alone may say: that rules decided, on what basis, and what shall become of it.
    [[nodiscard]] bool isOrchestrator(const grpc::CallbackServerContext& call) const;

private:
    Actor m_user;
    QString m_orchestratorKey;
};

/// The metadata that carries the key.
inline constexpr const char* kServiceKey = "purchasing-service-key";

} // namespace purchasing::services
