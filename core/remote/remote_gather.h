#pragma once

#include "core/remote/remote_call.h"

#include <grpcpp/support/client_callback.h>

#include <vector>

namespace purchasing::remote {

/// Gathers everything that a stream of messages holds. Deletes itself. `Take` puts what a message holds at
/// the end: take(std::vector<T>&, Message&); it may throw wire::OutOfRange.
template <typename T, typename Message, typename Request, typename Take>
class GatheringReader : public grpc::ClientReadReactor<Message>
{
public:
    GatheringReader(std::shared_ptr<ServiceChannel> channel, Request request, Take take)
        : m_channel(std::move(channel))
        , m_request(std::move(request))
        , m_take(std::move(take))
    {
        m_promise.start();
        prepare(m_context, m_channel->wire());
    }

    template <typename Start> QFuture<Result<std::vector<T>>> begin(Start start)
    {
        QFuture<Result<std::vector<T>>> future = m_promise.future();
        start(&m_context, &m_request, this);
        this->StartRead(&m_message);
        this->StartCall();
        return future;
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        try {
            m_take(m_found, m_message);
        } catch (const wire::OutOfRange& value) {
            m_garbage = garbageFrom(m_channel->wire(),
                                    QStringLiteral("%1 is not a value that can be held").arg(value.field));
        }
        this->StartRead(&m_message);
    }

    void OnDone(const grpc::Status& status) override
    {
        using Answer = Result<std::vector<T>>;
        ServiceChannel::Wire& wire = m_channel->wire();
        noteEnd(wire, status, m_context);
        m_promise.addResult(!status.ok()    ? Answer(errorOf(status, m_context, wire))
                                : m_garbage ? Answer(*m_garbage)
                                            : Answer(std::move(m_found)));
        m_promise.finish();
        delete this;
    }

private:
    std::shared_ptr<ServiceChannel> m_channel;
    Request m_request;
    Take m_take;
    grpc::ClientContext m_context;
    Message m_message;
    std::vector<T> m_found;
    std::optional<Error> m_garbage;
    QPromise<Result<std::vector<T>>> m_promise;
};

/// Makes a call that answers with a stream: `start(ClientContext*, const Request*,
/// ClientReadReactor<Message>*)` begins it.
template <typename T, typename Message, typename Request, typename Start, typename Take>
QFuture<Result<std::vector<T>>> gather(const std::shared_ptr<ServiceChannel>& channel, Request request,
                                       Start start, Take take)
{
    if (const auto why = whyNotAsk(channel->wire()))
        return QtFuture::makeReadyFuture(Result<std::vector<T>>(*why));
    auto* reader =
        new GatheringReader<T, Message, Request, Take>(channel, std::move(request), std::move(take));
    return reader->begin(std::move(start));
}

} // namespace purchasing::remote
