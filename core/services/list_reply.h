#pragma once

#include "core/ports/and_then.h"
#include "core/ports/sources.h"
#include "core/services/stream_reply.h"

#include <algorithm>
#include <limits>

namespace purchasing::services {

inline constexpr int kProductsOfPiece = 500;

/// Streams a source's list piece by piece. `Put` fills one product: put(Message&, const Listed<T>&).
template <typename Source, typename Message, typename Put> class ListReply final : public StreamReply<Message>
{
public:
    ListReply(grpc::CallbackServerContext* call, const Gate& gate, const char* method,
              std::shared_ptr<Source> source, const std::string& after, int limit, Put put)
        : StreamReply<Message>(call)
        , m_source(std::move(source))
        , m_after(wire::text(after))
        , m_left(limit > 0 ? limit : std::numeric_limits<int>::max())
        , m_put(std::move(put))
    {
        this->begin(gate, method);
    }

private:
    using Piece = decltype(std::declval<Source&>().list(QString(), 1).result());

    void next() override
    {
        if (m_left == 0)
            return this->end(grpc::Status::OK);
        const CallScope scope(this->context());
        (void)andThen(m_source->list(m_after, std::min(m_left, kProductsOfPiece)),
                      [this](const Piece& piece) {
                          if (!piece)
                              return this->end(statusOf(piece.error(), this->call()));
                          if (piece->empty())
                              return this->end(grpc::Status::OK);
                          m_after = piece->back().productId;
                          m_left -= std::min(m_left, static_cast<int>(piece->size()));
                          m_message.Clear();
                          for (const auto& product : *piece)
                              m_put(m_message, product);
                          this->StartWrite(&m_message);
                      });
    }

    std::shared_ptr<Source> m_source;
    QString m_after;
    int m_left; ///< Products that may still be listed.
    Put m_put;
    Message m_message;
};

/// As a ListRequest of one of the sources asks.
template <typename Message, typename Source, typename Request, typename Put>
grpc::ServerWriteReactor<Message>* listReply(grpc::CallbackServerContext* call, const Gate& gate,
                                             const char* method, std::shared_ptr<Source> source,
                                             const Request& request, Put put)
{
    return new ListReply<Source, Message, Put>(call, gate, method, std::move(source), request.after(),
                                               request.limit(), std::move(put));
}

} // namespace purchasing::services
