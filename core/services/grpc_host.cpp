#include "core/services/grpc_host.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>

namespace purchasing::services {
namespace {

constexpr int kMostBytes = 1024 * 1024;

} // namespace

GrpcHost::~GrpcHost()
{
    drain(std::chrono::milliseconds(0));
}

Result<int> GrpcHost::listen(const QString& address, int port)
{
    static const bool isPrepared = [] {
        grpc::EnableDefaultHealthCheckService(true);
        grpc::reflection::InitProtoReflectionServerBuilderPlugin();
        return true;
    }();
    (void)isPrepared;
    grpc::ServerBuilder builder;
    int chosen = 0;
    const bool isIpv6 = address.contains(QLatin1Char(':'));
    const std::string place =
        (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(port).toStdString();
    builder.AddListeningPort(place, grpc::InsecureServerCredentials(), &chosen);
    builder.SetMaxReceiveMessageSize(kMostBytes);
    // Without this a second program could take the same port unnoticed, and each would get half of the calls.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
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
    return chosen;
}

void GrpcHost::endReadiness()
{
    if (m_server && m_server->GetHealthCheckService())
        m_server->GetHealthCheckService()->SetServingStatus(false);
}

void GrpcHost::drain(std::chrono::milliseconds patience)
{
    if (!m_server)
        return;
    endReadiness();
    m_server->Shutdown(std::chrono::system_clock::now() + patience);
    m_server->Wait();
    m_server.reset();
}

} // namespace purchasing::services
