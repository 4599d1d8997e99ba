#pragma once

#include <grpcpp/grpcpp.h>

#include <string>

#include "tests/services/running_services.h"

namespace purchasing::tests {

inline std::shared_ptr<grpc::Channel> channelTo(const std::string& address)
{
    return grpc::CreateChannel(address, grpc::InsecureChannelCredentials());
}

/// Calls one method and returns its status; a test's log has what is not OK.
template <typename Stub, typename Request, typename Response>
grpc::Status call(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  const Request& request, Response& response)
{
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    context.set_wait_for_ready(true); // On a busy machine a connection may take two tries.
    grpc::Status status = (stub.*method)(&context, request, &response);
    if (!status.ok())
        qInfo("The answer: %d, %s", int(status.error_code()), status.error_message().c_str());
    return status;
}

inline QString words(const grpc::Status& status)
{
    return QString::fromStdString(status.error_message());
}

inline QStringList demoProducts(const FlowPorts& ports)
{
    QStringList ids;
    for (QString after;;) {
        const auto piece = ports.demand->list(after, 1000).result();
        if (!piece || piece->empty())
            return ids;
        for (const auto& product : *piece)
            ids << product.productId;
        after = ids.last();
    }
}

/// The first supplier of a product.
inline std::string supplierOf(const RunningServices& services, const char* productId)
{
    return services.ports()
        .suppliers->offers(QString::fromLatin1(productId))
        .result()
        ->front()
        .supplierId.toStdString();
}

} // namespace purchasing::tests
