#pragma once

#include "core/ports/and_then.h"
#include "core/services/stream_reply.h"

#include <functional>
#include <vector>

namespace purchasing::services {

/// Writes what a port gives as a whole piece by piece. `Put` fills one of them: put(Message&, const T&).
template <typename Message, typename T, typename Put> class PiecesReply final : public StreamReply<Message>
{
public:
    using Ask = std::function<QFuture<Result<std::vector<T>>>(const Caller& caller)>;

    /// `most` of them go in a message.
    PiecesReply(grpc::CallbackServerContext* call, const Gate& gate, const char* method, std::size_t most,
                Ask ask, Put put)
        : StreamReply<Message>(call)
        , m_most(most)
        , m_ask(std::move(ask))
        , m_put(std::move(put))
    {
        this->begin(gate, method);
    }

private:
    void next() override
    {
        if (m_ask)
            return askOnce();
        if (m_at == m_all.size())
            return this->end(grpc::Status::OK);
        m_piece.Clear();
        for (std::size_t i = 0; i < m_most && m_at < m_all.size(); ++i)
            m_put(m_piece, m_all[m_at++]);
        this->StartWrite(&m_piece);
    }

    void askOnce()
    {
        const CallScope scope(this->context());
        (void)andThen(std::exchange(m_ask, nullptr)(this->caller()),
                      [this](const Result<std::vector<T>>& found) {
                          if (!found)
                              return this->end(statusOf(found.error(), this->call()));
                          m_all = *found;
                          next();
                      });
    }

    std::size_t m_most;
    Ask m_ask; ///< Empty once the port was asked.
    Put m_put;
    std::vector<T> m_all;
    std::size_t m_at = 0;
    Message m_piece;
};

/// Answers a call with everything that `ask` gives, `most` of them in a message.
template <typename Message, typename T, typename Ask, typename Put>
grpc::ServerWriteReactor<Message>* piecesReply(grpc::CallbackServerContext* call, const Gate& gate,
                                               const char* method, std::size_t most, Ask ask, Put put)
{
    return new PiecesReply<Message, T, Put>(call, gate, method, most, std::move(ask), std::move(put));
}

} // namespace purchasing::services
