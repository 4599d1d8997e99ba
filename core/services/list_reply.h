#pragma once

#include "core/ports/sources.h"
#include "core/services/call_reply.h"

#include <algorithm>
#include <limits>

namespace purchasing::services {

inline constexpr int kProductsOfPiece = 500;

/// Streams a source's list piece by piece, each asked for when the one before has left, so that a slow reader
/// costs no memory. Deletes itself. `Put` fills one product: put(Message&, const Listed<T>&).
template <typename Source, typename Message, typename Put>
class ListReply : public grpc::ServerWriteReactor<Message>
{
public:
    ListReply(grpc::CallbackServerContext* call, std::shared_ptr<Source> source, const std::string& after,
              int limit, Put put)
        : m_call(call)
        , m_source(std::move(source))
        , m_after(wire::text(after))
        , m_left(limit > 0 ? limit : std::numeric_limits<int>::max())
        , m_put(std::move(put))
    {
        next();
    }

    void OnWriteDone(bool ok) override
    {
        if (ok)
            next();
        else
            this->Finish(grpc::Status(grpc::StatusCode::CANCELLED, "The client has gone."));
    }
    void OnCancel() override { m_cancelled->store(true); }
    void OnDone() override { delete this; }

private:
    using Piece = decltype(std::declval<Source&>().list(QString(), 1).result());

    void next()
    {
        if (m_left == 0)
            return this->Finish(grpc::Status::OK);
        const CallScope scope(contextOf(*m_call, m_cancelled));
        (void)m_source->list(m_after, std::min(m_left, kProductsOfPiece)).then([this](const Piece& piece) {
            if (!piece)
                return this->Finish(statusOf(piece.error(), *m_call));
            if (piece->empty())
                return this->Finish(grpc::Status::OK);
            m_after = piece->back().productId;
            m_left -= std::min(m_left, static_cast<int>(piece->size()));
            m_message.Clear();
            for (const auto& product : *piece)
                m_put(m_message, product);
            this->StartWrite(&m_message);
        });
    }

    grpc::CallbackServerContext* m_call;
    std::shared_ptr<Source> m_source;
    QString m_after;
    int m_left; ///< Products that may still be listed.
    Put m_put;
    Message m_message;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// As a ListRequest of one of the sources asks.
template <typename Message, typename Source, typename Request, typename Put>
grpc::ServerWriteReactor<Message>* listReply(grpc::CallbackServerContext* call,
                                             std::shared_ptr<Source> source, const Request& request, Put put)
{
    return new ListReply<Source, Message, Put>(call, std::move(source), request.after(), request.limit(),
                                               std::move(put));
}

} // namespace purchasing::services
