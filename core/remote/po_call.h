#pragma once

#include "core/remote/remote_call.h"

#include "po.grpc.pb.h"

#include <grpcpp/support/client_callback.h>

#include <memory>

// Only for the sources of this folder that ask the PO service.

namespace purchasing::remote {

/// Makes one call of the PO service. `method(Stub::async&, context, request, response, done)` names it.
template <typename T, typename Response, typename Request, typename Method, typename Read>
QFuture<Result<T>> askPo(const std::shared_ptr<ServiceChannel>& channel, Request request, Method method,
                         Read read)
{
    const std::shared_ptr<po::PoService::Stub> stub = po::PoService::NewStub(channel->wire().channel());
    return ask<T, Response>(
        channel, std::move(request),
        [stub, method](auto* context, auto* asked, auto* response, auto done) {
            method(*stub->async(), context, asked, response, std::move(done));
        },
        std::move(read));
}

/// As askPo, for calls that answer no more than that it was done.
template <typename Request, typename Method>
QFuture<Result<Done>> askDone(const std::shared_ptr<ServiceChannel>& channel, Request request, Method method)
{
    return askPo<Done, po::DoneResponse>(channel, std::move(request), method,
                                         [](const po::DoneResponse&) -> Result<Done> { return Done{}; });
}

} // namespace purchasing::remote

/// The method of that name, as askPo() wants it.
#define PURCHASING_PO(NAME)                                                                                  \
    [](auto& asyncStub, auto* call, auto* asked, auto* answer, auto done) {                                  \
        asyncStub.NAME(call, asked, answer, std::move(done));                                                \
    }

namespace purchasing::remote {

/// Number and hash of the rules in force, and their texts where they are wanted.
inline QFuture<Result<po::RulesInForceResponse>> askRulesInForce(const std::shared_ptr<ServiceChannel>& po,
                                                                 bool withPacks)
{
    po::RulesInForceRequest request;
    request.set_with_packs(withPacks);
    return askPo<po::RulesInForceResponse, po::RulesInForceResponse>(
        po, std::move(request), PURCHASING_PO(RulesInForce),
        [](const po::RulesInForceResponse& response) -> Result<po::RulesInForceResponse> {
            return response;
        });
}

} // namespace purchasing::remote
