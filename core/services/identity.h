#pragma once

#include "core/ports/token_store.h"
#include "core/services/later.h"
#include "core/services/wrong_tokens.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace grpc {
class CallbackServerContext;
}

namespace purchasing {
class Policy;
}

namespace purchasing::services {

/// Who calls, as far as it matters for what they call.
struct Caller
{
    std::optional<Actor> person; ///< Unset: a service that calls for itself.
    QString service; ///< "orchestrator"; empty where no service has shown that it is one.

    [[nodiscard]] bool isOrchestrator() const { return service == QLatin1String("orchestrator"); }
};

/// What somebody shows of themselves.
struct Shown
{
    QString token; ///< "pf_…".
    QString service; ///< By its certificate, or by the key that only this machine's user can read.
    std::string address; ///< Where they call from, without the port; empty where that is no network.
};
[[nodiscard]] Shown shownBy(const grpc::CallbackServerContext& call, const QString& serviceKey);

/// Why somebody may not.
struct Refusal
{
    enum class Kind {
        Unknown, ///< They have shown nothing, or nothing that is good.
        Forbidden, ///< Known, but without the right.
        Unavailable, ///< Nobody could be asked who they are.
        TooMany ///< They have shown too many wrong tokens to be looked at now.
    };
    Kind kind = Kind::Unknown;
    QString sentence;
    std::chrono::seconds retryAfter{0}; ///< Of TooMany.
};

/// Decides who may call what, by the one policy table that the protocols declare. Services are known by their
/// certificates, people by tokens. On a machine of one's own, where nothing is encrypted, whoever shows no
/// token is the operating-system user that runs the program, with all roles. Any thread.
class Identity
{
public:
    struct Trust
    {
        Actor operatingSystemUser; ///< Without tokens, on this machine.
        QString
            serviceKey; ///< Content of a file by which the Orchestrator is known there; empty: by nothing.
        bool isEncrypted = false; ///< Listens for others, so that everybody must show who they are.
        std::shared_ptr<TokenStore> tokens; ///< Null: no token is known.
        std::shared_ptr<WrongTokens> wrongTokens = {}; ///< Null: patient without end.
        Later later = &services::later;
    };
    explicit Identity(Trust trust);

    using Admitted = std::function<void(const Caller&)>;
    using Refused = std::function<void(const Refusal&)>;
    /// Calls one of the two, at once where nobody need be asked. A token that was good ten seconds ago is
    /// good. An address that shows wrong ones is told so later and later, and then nothing of it is looked at
    /// but what was good before.
    void admit(const Shown& shown, const Policy& policy, const Admitted& admitted,
               const Refused& refused) const;

    [[nodiscard]] const QString& serviceKey() const { return m_trust.serviceKey; }
    [[nodiscard]] bool isEncrypted() const { return m_trust.isEncrypted; }

private:
    struct Known
    {
        TokenHolder holder;
        std::chrono::steady_clock::time_point until;
    };
    [[nodiscard]] std::optional<TokenHolder> remembered(const QString& token) const;
    /// Whether the token was good here, however long ago.
    [[nodiscard]] bool wasGood(const QString& token) const;
    /// Refuses a wrong token when its time has come.
    void refuseLater(const Shown& shown, const QString& sentence, const Refused& refused) const;
    void remember(const QString& token, const TokenHolder& holder) const;

    Trust m_trust;
    mutable std::mutex m_mutex;
    mutable std::map<QByteArray, Known> m_known; ///< By hash: nothing here can be shown to others.
    std::shared_ptr<std::atomic_int> m_heldBack = std::make_shared<std::atomic_int>(0); ///< Refusals.
};

/// The metadata that carries the key.
inline constexpr const char* kServiceKey = "purchasing-service-key";

} // namespace purchasing::services
