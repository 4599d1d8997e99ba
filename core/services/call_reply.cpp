#include "core/services/call_reply.h"

#include "policy.pb.h"

#include <google/protobuf/descriptor.h>
#include <stdexcept>

namespace purchasing::services {
namespace {

grpc::StatusCode codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return grpc::StatusCode::NOT_FOUND;
    case ErrorKind::Invalid: return grpc::StatusCode::INVALID_ARGUMENT;
    case ErrorKind::Stale:
    case ErrorKind::Conflict: return grpc::StatusCode::ABORTED;
    case ErrorKind::Refused: return grpc::StatusCode::FAILED_PRECONDITION;
    case ErrorKind::Forbidden: return grpc::StatusCode::PERMISSION_DENIED;
    case ErrorKind::Unavailable: return grpc::StatusCode::UNAVAILABLE;
    case ErrorKind::Cancelled: return grpc::StatusCode::CANCELLED;
    case ErrorKind::Internal: break;
    }
    return grpc::StatusCode::INTERNAL;
}

} // namespace

CallContext contextOf(const grpc::CallbackServerContext& call,
                      std::shared_ptr<const std::atomic_bool> cancelled)
{
    CallContext context;
    // The wire carries a duration; gRPC shows it as a time of this machine's clock.
    const auto left = call.deadline() - std::chrono::system_clock::now();
    if (left < std::chrono::hours(24))
        context.deadline = std::chrono::steady_clock::now()
            + std::chrono::duration_cast<std::chrono::steady_clock::duration>(left);
    context.cancelled = std::move(cancelled);
    context.token = shownBy(call, {}).token;
    const auto& metadata = call.client_metadata();
    if (const auto found = metadata.find("traceparent"); found != metadata.end())
        context.traceParent =
            traceParentOf(QByteArray(found->second.data(), static_cast<qsizetype>(found->second.size())));
    return context;
}

const char* wireName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return "not_found";
    case ErrorKind::Invalid: return "invalid";
    case ErrorKind::Stale: return "stale";
    case ErrorKind::Conflict: return "conflict";
    case ErrorKind::Refused: return "refused";
    case ErrorKind::Forbidden: return "forbidden";
    case ErrorKind::Unavailable: return "unavailable";
    case ErrorKind::Cancelled: return "cancelled";
    case ErrorKind::Internal: break;
    }
    return "internal";
}

grpc::Status statusOf(const Error& error, grpc::CallbackServerContext& call)
{
    call.AddTrailingMetadata(kErrorKindKey, wireName(error.kind));
    return {codeOf(error.kind), error.message.toStdString()};
}

grpc::Status statusOf(const wire::OutOfRange& value)
{
    return {grpc::StatusCode::INVALID_ARGUMENT,
            QStringLiteral("%1 is not a value that can be held.").arg(value.field).toStdString()};
}

grpc::Status exhausted(const QString& sentence, std::chrono::seconds retryAfter,
                       grpc::CallbackServerContext& call)
{
    call.AddTrailingMetadata("retry-after", std::to_string(retryAfter.count()));
    return {grpc::StatusCode::RESOURCE_EXHAUSTED, sentence.toStdString()};
}

Gate::Gate(Entrance entrance, const std::string& service)
    : m_entrance(std::move(entrance))
    , m_service(service)
{
    const auto* declared = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(service);
    if (!declared)
        throw std::logic_error("There is no service " + service + ".");
    for (int i = 0; i < declared->method_count(); ++i) {
        const google::protobuf::MethodDescriptor& method = *declared->method(i);
        m_policies.emplace(method.name(),
                           std::make_unique<Policy>(method.options().GetExtension(purchasing::policy)));
    }
}

Gate::~Gate() = default;

void Gate::admit(grpc::CallbackServerContext& call, const char* method, const Turn& turn,
                 const Identity::Admitted& admitted,
                 const std::function<void(const grpc::Status&)>& refused) const
{
    if (!turn.isTaken() && !m_policies.at(method)->everybody())
        return refused(
            exhausted(QStringLiteral("Too many requests. Ask again soon."), std::chrono::seconds(1), call));
    admit(shownBy(call, m_entrance.identity->serviceKey()), method, admitted,
          [refused, &call](const Refusal& refusal) {
              if (refusal.kind == Refusal::Kind::TooMany)
                  return refused(exhausted(refusal.sentence, refusal.retryAfter, call));
              const auto code = [&refusal] {
                  switch (refusal.kind) {
                  case Refusal::Kind::Unknown: return grpc::StatusCode::UNAUTHENTICATED;
                  case Refusal::Kind::Forbidden: return grpc::StatusCode::PERMISSION_DENIED;
                  case Refusal::Kind::TooMany:
                  case Refusal::Kind::Unavailable: break;
                  }
                  return grpc::StatusCode::UNAVAILABLE;
              };
              refused({code(), refusal.sentence.toStdString()});
          });
}

void Gate::admit(const Shown& shown, const char* method, const Identity::Admitted& admitted,
                 const Identity::Refused& refused) const
{
    m_entrance.identity->admit(shown, *m_policies.at(method), admitted, refused);
}

void Gate::note(const char* method, grpc::StatusCode code, std::chrono::steady_clock::duration took) const
{
    m_entrance.metrics->noteCall(m_service, method, code, took);
}

const Actor& personOf(const Caller& caller)
{
    if (!caller.person)
        throw std::logic_error("A method that acts in somebody's name must declare on_behalf.");
    return *caller.person;
}

} // namespace purchasing::services
