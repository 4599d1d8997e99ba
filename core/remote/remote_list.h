#pragma once

#include "core/ports/sources.h"
#include "core/remote/remote_call.h"

#include <grpcpp/support/client_callback.h>

namespace purchasing::remote {

/// Reads one piece of a service's list, which may come in several messages. Deletes itself. `Take` puts the
/// products of a message at the end: take(std::vector<Listed<T>>&, const Message&).
template <typename T, typename Message, typename Request, typename Take>
class PieceReader : public grpc::ClientReadReactor<Message>
{
public:
    PieceReader(std::shared_ptr<ServiceChannel> channel, Request request, Take take)
        : m_channel(std::move(channel))
        , m_request(std::move(request))
        , m_take(std::move(take))
    {
        m_promise.start();
        prepare(m_context, m_channel->wire());
    }

    template <typename Start> QFuture<ListedPiece<T>> begin(Start start)
    {
        QFuture<ListedPiece<T>> future = m_promise.future();
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
            m_take(m_piece, m_message);
        } catch (const wire::OutOfRange& value) {
            m_garbage = garbageFrom(m_channel->wire(),
                                    QStringLiteral("%1 is not a value that can be held").arg(value.field));
        }
        this->StartRead(&m_message);
    }

    void OnDone(const grpc::Status& status) override
    {
        ServiceChannel::Wire& wire = m_channel->wire();
        wire.breaker.note(!isOutage(status, m_context));
        if (!status.ok())
            m_promise.addResult(ListedPiece<T>(errorOf(status, m_context, wire)));
        else if (m_garbage)
            m_promise.addResult(ListedPiece<T>(*m_garbage));
        else
            m_promise.addResult(ListedPiece<T>(std::move(m_piece)));
        m_promise.finish();
        delete this;
    }

private:
    std::shared_ptr<ServiceChannel> m_channel;
    Request m_request;
    Take m_take;
    grpc::ClientContext m_context;
    Message m_message;
    std::vector<Listed<T>> m_piece;
    std::optional<Error> m_garbage;
    QPromise<ListedPiece<T>> m_promise;
};

/// Asks for a piece: `start(ClientContext*, const Request*, ClientReadReactor<Message>*)` begins it.
template <typename T, typename Message, typename Request, typename Start, typename Take>
QFuture<ListedPiece<T>> askPiece(const std::shared_ptr<ServiceChannel>& channel, const QString& after,
                                 int most, Start start, Take take)
{
    if (const auto why = whyNotAsk(channel->wire()))
        return QtFuture::makeReadyFuture(ListedPiece<T>(*why));
    Request request;
    request.set_after(after.toStdString());
    request.set_limit(most);
    auto* reader = new PieceReader<T, Message, Request, Take>(channel, std::move(request), std::move(take));
    return reader->begin(std::move(start));
}

} // namespace purchasing::remote
