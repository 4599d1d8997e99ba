#pragma once

#include "core/services/call_reply.h"

#include <vector>

namespace purchasing::services {

/// Writes what a port gives as a whole piece by piece, each when the one before has left. Deletes itself.
/// `Put` fills one of them: put(Message&, const T&).
template <typename Message, typename T, typename Put>
class PiecesReply : public grpc::ServerWriteReactor<Message>
{
public:
    PiecesReply(std::size_t most, Put put)
        : m_most(most)
        , m_put(std::move(put))
    {
    }

    /// Asks for it: `ask` returns a QFuture<Result<std::vector<T>>>.
    template <typename Ask> void begin(grpc::CallbackServerContext* call, Ask ask)
    {
        const CallScope scope(contextOf(*call, m_cancelled));
        (void)ask().then([this, call](const Result<std::vector<T>>& found) {
            if (!found)
                return this->Finish(statusOf(found.error(), *call));
            m_all = *found;
            next();
        });
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
    void next()
    {
        if (m_at == m_all.size())
            return this->Finish(grpc::Status::OK);
        m_piece.Clear();
        for (std::size_t i = 0; i < m_most && m_at < m_all.size(); ++i)
            m_put(m_piece, m_all[m_at++]);
        this->StartWrite(&m_piece);
    }

    std::size_t m_most; ///< In one message.
    Put m_put;
    std::vector<T> m_all;
    std::size_t m_at = 0;
    Message m_piece;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Answers a call with everything that `ask` gives, `most` of them in a message.
template <typename Message, typename T, typename Ask, typename Put>
grpc::ServerWriteReactor<Message>* piecesReply(grpc::CallbackServerContext* call, std::size_t most, Ask ask,
                                               Put put)
{
    auto* reply = new PiecesReply<Message, T, Put>(most, std::move(put));
    reply->begin(call, std::move(ask));
    return reply;
}

} // namespace purchasing::services
