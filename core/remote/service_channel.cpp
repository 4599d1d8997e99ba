#include "core/remote/service_channel.h"

#include "core/ports/service_address.h"
#include "core/remote/call_spans.h"
#include "core/remote/channel_farewell.h"
#include "core/remote/remote_call.h"

#include <algorithm>
#include <arpa/inet.h>
#include <grpc/grpc.h>
#include <map>

namespace purchasing::remote {
namespace {

constexpr int kMostBytes = 16 * 1024 * 1024; // A piece of a list; a service takes no more than 1 MiB itself.

/// Which calls may be asked twice: those that only read. The pauses are jittered by gRPC; the tokens keep
/// repetitions below a tenth of the calls once half of them fail.
constexpr const char* kServiceConfig = R"({
  "loadBalancingConfig": [{"round_robin": {}}],
  "methodConfig": [{
    "name": [
      {"service": "oms.OmsService"}, {"service": "inventory.InventoryService"},
      {"service": "supplier.SupplierService"}, {"service": "uom.UomService"},
      {"service": "rule_engine.RuleEngineService", "method": "Evaluate"},
      {"service": "po.PoService", "method": "Get"}, {"service": "po.PoService", "method": "OrderOfKey"},
      {"service": "po.PoService", "method": "OpenOrders"}, {"service": "po.PoService", "method": "History"},
      {"service": "po.PoService", "method": "FindOverride"}, {"service": "po.PoService", "method": "Settings"},
      {"service": "po.PoService", "method": "WhoAmI"}, {"service": "po.PoService", "method": "RulesInForce"},
      {"service": "po.PoService", "method": "Identify"}
    ],
    "retryPolicy": {
      "maxAttempts": 3, "initialBackoff": "0.02s", "maxBackoff": "0.5s", "backoffMultiplier": 2,
      "retryableStatusCodes": ["UNAVAILABLE"]
    }
  }],
  "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.1}
})";

std::shared_ptr<grpc::ChannelCredentials> credentialsOf(const TlsIdentity& tls)
{
    if (!tls.isEncrypted())
        return grpc::InsecureChannelCredentials();
    return grpc::SslCredentials({tls.authority, tls.key, tls.certificate});
}

bool isIpv4(const QString& text)
{
    in_addr address{};
    return ::inet_pton(AF_INET, text.toLatin1().constData(), &address) == 1;
}

/// What one channel each leads to. gRPC balances over a list of IPv4 addresses, and over all that a name
/// stands for, but not over several names.
QStringList targetsOf(const QString& list)
{
    const QStringList addresses = addressesIn(list);
    const bool areNumbers = std::all_of(addresses.begin(), addresses.end(), [](const QString& address) {
        return isIpv4(address.section(QLatin1Char(':'), 0, 0));
    });
    if (addresses.size() > 1 && areNumbers)
        return {QLatin1String("ipv4:") + addresses.join(QLatin1Char(','))};
    return addresses.isEmpty() ? QStringList{list} : addresses;
}

QString whereabouts(const ServiceChannel::Wire& wire)
{
    return QStringLiteral("%1 (%2)").arg(wire.settings.service, wire.settings.addresses);
}

std::optional<ErrorKind> kindOf(const std::string& name)
{
    static const std::map<std::string, ErrorKind> kKinds = {{"not_found", ErrorKind::NotFound},
                                                            {"invalid", ErrorKind::Invalid},
                                                            {"stale", ErrorKind::Stale},
                                                            {"conflict", ErrorKind::Conflict},
                                                            {"refused", ErrorKind::Refused},
                                                            {"forbidden", ErrorKind::Forbidden},
                                                            {"unavailable", ErrorKind::Unavailable},
                                                            {"cancelled", ErrorKind::Cancelled},
                                                            {"internal", ErrorKind::Internal}};
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? std::nullopt : std::optional(found->second);
}

/// What gRPC makes of a connection that breaks without a word of its own, as where a bit was turned on the
/// way and the record is refused.
bool isBrokenOff(const grpc::Status& status)
{
    return status.error_code() == grpc::StatusCode::UNKNOWN && status.error_message() == "Stream removed";
}

ErrorKind kindOf(grpc::StatusCode code)
{
    switch (code) {
    case grpc::StatusCode::NOT_FOUND: return ErrorKind::NotFound;
    case grpc::StatusCode::INVALID_ARGUMENT: return ErrorKind::Invalid;
    case grpc::StatusCode::ABORTED: return ErrorKind::Conflict;
    case grpc::StatusCode::FAILED_PRECONDITION: return ErrorKind::Refused;
    case grpc::StatusCode::PERMISSION_DENIED:
    case grpc::StatusCode::UNAUTHENTICATED: return ErrorKind::Forbidden;
    case grpc::StatusCode::CANCELLED: return ErrorKind::Cancelled;
    case grpc::StatusCode::INTERNAL: return ErrorKind::Internal;
    default: return ErrorKind::Unavailable;
    }
}

} // namespace

ServiceChannel::Wire::Wire(Settings chosen)
    : settings(std::move(chosen))
{
    expectFarewells();
    grpc::ChannelArguments arguments;
    arguments.SetServiceConfigJSON(kServiceConfig);
    arguments.SetMaxReceiveMessageSize(kMostBytes);
    // What a proxy of the web is for is not meant for calls between services, which carry a key.
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 3000); // So long a connection may take to be made.
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 1000);
    for (const QString& target : targetsOf(settings.addresses)) {
        // Calls to a socket of this machine need no encryption: whoever may use it is this user.
        const TlsIdentity& tls = isUnixAddress(target) ? TlsIdentity() : settings.tls;
        channels.push_back(grpc::experimental::CreateCustomChannelWithInterceptors(
            target.toStdString(), credentialsOf(tls), arguments,
            callSpans(settings.spans, settings.service.toStdString())));
    }
}

ServiceChannel::Wire::~Wire()
{
    letGo(std::move(channels));
}

const std::shared_ptr<grpc::Channel>& ServiceChannel::Wire::channel()
{
    if (channels.size() == 1)
        return channels.front();
    const std::size_t first = turn.fetch_add(1);
    const std::shared_ptr<grpc::Channel>* next = nullptr;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const auto& channel = channels[(first + i) % channels.size()];
        const grpc_connectivity_state state = channel->GetState(true); // Connects where it has not.
        if (state == GRPC_CHANNEL_READY)
            return channel;
        if (!next && state != GRPC_CHANNEL_TRANSIENT_FAILURE)
            next = &channel;
    }
    return next ? *next : channels[first % channels.size()];
}

ServiceChannel::ServiceChannel(Settings settings)
    : m_wire(std::make_unique<Wire>(std::move(settings)))
{
}

ServiceChannel::~ServiceChannel() = default;

const QString& ServiceChannel::service() const
{
    return m_wire->settings.service;
}

bool ServiceChannel::isGivenUp() const
{
    return m_wire->breaker.isOpen();
}

void prepare(grpc::ClientContext& call, const ServiceChannel::Wire& wire)
{
    const CallContext& context = CallContext::current();
    const auto patience =
        std::min(wire.settings.patience, context.timeLeft().value_or(wire.settings.patience));
    call.set_deadline(std::chrono::system_clock::now() + patience);
    if (!context.traceParent.isEmpty())
        call.AddMetadata("traceparent", context.traceParent.toStdString());
    if (!wire.settings.key.isEmpty())
        call.AddMetadata("purchasing-service-key", wire.settings.key.toStdString());
    QString token = wire.settings.token;
    if (token.isEmpty() && wire.settings.passesOn)
        token = context.token;
    if (!token.isEmpty())
        call.AddMetadata("authorization", "Bearer " + token.toStdString());
}

std::optional<Error> whyNotAsk(ServiceChannel::Wire& wire)
{
    if (const auto over = CallContext::current().whyOver())
        return over;
    if (wire.breaker.mayAsk())
        return std::nullopt;
    return Error{ErrorKind::Unavailable, QStringLiteral("%1 does not answer.").arg(whereabouts(wire)),
                 QStringLiteral("Given up for a moment after several calls without an answer.")};
}

void noteEnd(ServiceChannel::Wire& wire, const grpc::Status& status, const grpc::ClientContext& call,
             bool hadFullPatience)
{
    const bool wasLetGo = status.error_code() == grpc::StatusCode::CANCELLED;
    const bool wasTooShort = !hadFullPatience && status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED;
    if (!wasLetGo && !wasTooShort)
        wire.breaker.note(!isOutage(status, call));
}

bool isOutage(const grpc::Status& status, const grpc::ClientContext& call)
{
    if (call.GetServerTrailingMetadata().count("purchasing-error-kind") > 0)
        return false; // It has answered.
    return status.error_code() == grpc::StatusCode::UNAVAILABLE
        || status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED || isBrokenOff(status);
}

Error errorOf(const grpc::Status& status, const grpc::ClientContext& call, const ServiceChannel::Wire& wire)
{
    const QString sentence = wire::text(status.error_message());
    const QString detail =
        QStringLiteral("%1: gRPC status %2").arg(whereabouts(wire)).arg(status.error_code());
    const auto& metadata = call.GetServerTrailingMetadata();
    const auto said = metadata.find("purchasing-error-kind");
    if (said != metadata.end()) {
        if (const auto kind = kindOf(std::string(said->second.data(), said->second.size())))
            return {*kind, sentence, detail};
    }
    if (status.error_code() == grpc::StatusCode::UNIMPLEMENTED)
        return {ErrorKind::Unavailable, QStringLiteral("%1 cannot do that.").arg(whereabouts(wire)), detail};
    if (status.error_code() == grpc::StatusCode::DEADLINE_EXCEEDED)
        return {ErrorKind::Unavailable, QStringLiteral("%1 did not answer in time.").arg(whereabouts(wire)),
                detail};
    if (isOutage(status, call))
        return {ErrorKind::Unavailable, QStringLiteral("%1 does not answer.").arg(whereabouts(wire)),
                sentence};
    return {kindOf(status.error_code()), sentence, detail};
}

Error garbageFrom(const ServiceChannel::Wire& wire, const QString& what)
{
    return {ErrorKind::Unavailable,
            QStringLiteral("%1 answers what cannot be: %2.").arg(whereabouts(wire), what),
            {}};
}

} // namespace purchasing::remote
