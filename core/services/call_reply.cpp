#include "core/services/call_reply.h"

namespace purchasing::services {
namespace {

constexpr int kLongestId = 50; // Code points; contracts/data.md.

grpc::StatusCode codeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound: return grpc::StatusCode::NOT_FOUND;
    case ErrorKind::Invalid: return grpc::StatusCode::INVALID_ARGUMENT;
    case ErrorKind::Stale:
    case ErrorKind::Conflict: return grpc::StatusCode::ABORTED;
    case ErrorKind::Refused: return grpc::StatusCode::FAILED_PRECONDITION;
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

grpc::ServerUnaryReactor* finished(grpc::CallbackServerContext* call, const grpc::Status& status)
{
    grpc::ServerUnaryReactor* reactor = call->DefaultReactor();
    reactor->Finish(status);
    return reactor;
}

QString whyNoId(const QString& id)
{
    if (id.isEmpty())
        return QStringLiteral("product_id is missing.");
    const auto points = id.toUcs4();
    if (points.size() > kLongestId)
        return QStringLiteral("product_id has more than %1 characters.").arg(kLongestId);
    for (const char32_t point : points) {
        if (QChar::category(point) == QChar::Other_Control)
            return QStringLiteral("product_id contains a control character.");
    }
    return {};
}

} // namespace purchasing::services
