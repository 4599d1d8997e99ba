#include "core/services/grpc_host.h"

#include "core/ports/service_address.h"
#include "core/services/request_spans.h"
#include "core/services/unix_socket.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>

#include <optional>

namespace purchasing::services {
namespace {

constexpr int kMostBytes = 1024 * 1024;
constexpr int kOldestConnectionMs = 5 * 60 * 1000;

/// A caller may come without a certificate: people show tokens. One that shows a certificate must show one
/// that our authority has signed.
std::shared_ptr<grpc::ServerCredentials> credentialsOf(const TlsIdentity& tls)
{
    if (!tls.isEncrypted())
        return grpc::InsecureServerCredentials();
    grpc::SslServerCredentialsOptions options(GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY);
    options.pem_root_certs = tls.authority;
    options.pem_key_cert_pairs.push_back({tls.key, tls.certificate});
    return grpc::SslServerCredentials(options);
}

std::string placeOf(const QString& address, int port)
{
    if (isUnixAddress(address))
        return address.toStdString();
    const bool isIpv6 = address.contains(QLatin1Char(':'));
    return (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address)
        .arg(port)
        .toStdString();
}

} // namespace

GrpcHost::~GrpcHost()
{
    drain(std::chrono::milliseconds(0));
}

Result<int> GrpcHost::listen(const QString& address, int port, const TlsIdentity& tls)
{
    static const bool isPrepared = [] {
        grpc::EnableDefaultHealthCheckService(true);
        grpc::reflection::InitProtoReflectionServerBuilderPlugin();
        return true;
    }();
    (void)isPrepared;
    std::optional<OwnersAlone> owners;
    if (isUnixAddress(address)) {
        if (const Result<Done> room = makeRoomForSocket(socketFileOf(address)); !room)
            return room.error();
        owners.emplace();
    }
    grpc::ServerBuilder builder;
    int chosen = 0;
    const std::string place = placeOf(address, port);
    builder.AddListeningPort(place, credentialsOf(tls), &chosen);
    builder.SetMaxReceiveMessageSize(kMostBytes);
    // Without this a second program could take the same port unnoticed, and each would get half of the calls.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    // Whoever stays connected looks again now and then for services that came since.
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, kOldestConnectionMs);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, kOldestConnectionMs);
    traceCalls(builder, m_spans);
    for (grpc::Service* service : m_services)
        builder.RegisterService(service);
    m_server = builder.BuildAndStart();
    if (!m_server || chosen == 0) {
        m_server.reset();
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("Cannot listen on %1 port %2. Is another program listening there?")
                         .arg(address)
                         .arg(port),
                     {}};
    }
    return owners ? 0 : chosen;
}

void GrpcHost::setReadiness(bool isReady)
{
    if (m_server && m_server->GetHealthCheckService())
        m_server->GetHealthCheckService()->SetServingStatus(isReady);
}

void GrpcHost::drain(std::chrono::milliseconds patience)
{
    if (!m_server)
        return;
    setReadiness(false);
    m_server->Shutdown(std::chrono::system_clock::now() + patience);
    m_server->Wait();
    m_server.reset();
}

} // namespace purchasing::services
