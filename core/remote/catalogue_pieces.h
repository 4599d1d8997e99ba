#pragma once

#include "core/remote/remote_gather.h"

#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace purchasing::remote {

/// The calls of one load that are under way, so that whoever gives up on them need not wait. Any thread.
class OpenCalls
{
public:
    void add(grpc::ClientContext* call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.insert(call);
        if (m_isOver)
            call->TryCancel();
    }
    void remove(grpc::ClientContext* call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.erase(call);
    }
    /// Ends those under way and all that follow.
    void cancel()
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
        for (grpc::ClientContext* call : m_calls)
            call->TryCancel();
    }

private:
    std::mutex m_mutex;
    std::set<grpc::ClientContext*> m_calls;
    bool m_isOver = false;
};

/// Reads one piece of a service's list as the messages it came in. Deletes itself.
template <typename Message, typename Request> class MessageReader : public grpc::ClientReadReactor<Message>
{
public:
    using Answer = Result<std::vector<std::shared_ptr<const Message>>>;

    MessageReader(std::shared_ptr<ServiceChannel> channel, std::shared_ptr<OpenCalls> calls, Request request)
        : m_channel(std::move(channel))
        , m_calls(std::move(calls))
        , m_request(std::move(request))
    {
        m_promise.start();
        prepare(m_context, m_channel->wire());
        m_calls->add(&m_context);
    }

    template <typename Start> QFuture<Answer> begin(Start start)
    {
        QFuture<Answer> future = m_promise.future();
        start(&m_context, &m_request, this);
        this->StartRead(m_message.get());
        this->StartCall();
        return future;
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        m_messages.push_back(std::exchange(m_message, std::make_shared<Message>()));
        this->StartRead(m_message.get());
    }

    void OnDone(const grpc::Status& status) override
    {
        m_calls->remove(&m_context);
        ServiceChannel::Wire& wire = m_channel->wire();
        noteEnd(wire, status, m_context);
        m_promise.addResult(status.ok() ? Answer(std::move(m_messages)) : Answer(failure(status)));
        m_promise.finish();
        delete this;
    }

private:
    [[nodiscard]] Error failure(const grpc::Status& status) const
    {
        const ServiceChannel::Wire& wire = m_channel->wire();
        if (status.error_code() != grpc::StatusCode::UNIMPLEMENTED)
            return errorOf(status, m_context, wire);
        return {ErrorKind::Refused,
                QStringLiteral("%1 has no list of its products: look them up by their ids.")
                    .arg(wire.settings.service),
                {}};
    }

    std::shared_ptr<ServiceChannel> m_channel;
    std::shared_ptr<OpenCalls> m_calls;
    Request m_request;
    grpc::ClientContext m_context;
    std::shared_ptr<Message> m_message = std::make_shared<Message>();
    std::vector<std::shared_ptr<const Message>> m_messages;
    QPromise<Answer> m_promise;
};

/// One service's list, product by product. The next piece is on its way while one is read, each with a
/// deadline of its own; a piece that fails is asked for once more from where it ended. One thread, which
/// waits where nothing has come yet.
template <typename Message, typename Request> class ListedProducts
{
public:
    using Answer = typename MessageReader<Message, Request>::Answer;
    /// Begins a call: start(ClientContext*, const Request*, ClientReadReactor<Message>*).
    using Start =
        std::function<void(grpc::ClientContext*, const Request*, grpc::ClientReadReactor<Message>*)>;
    using Product = std::remove_cvref_t<decltype(std::declval<Message>().products(0))>;

    ListedProducts(std::shared_ptr<ServiceChannel> channel, std::shared_ptr<OpenCalls> calls, Start start)
        : m_channel(std::move(channel))
        , m_calls(std::move(calls))
        , m_start(std::move(start))
        , m_next(ask(std::string()))
    {
    }

    /// The product that is next; null at the end, and after a failure.
    [[nodiscard]] const Product* front()
    {
        while (!m_isOver) {
            if (m_message < m_piece.size() && m_index < m_piece[m_message]->products_size())
                return &m_piece[m_message]->products(m_index);
            m_index = 0;
            if (++m_message >= m_piece.size())
                takePiece();
        }
        return nullptr;
    }
    void pop() { ++m_index; }
    /// Why the list ended early; unset where all of it was read.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    static constexpr int kProductsOfPiece = 4000;

    QFuture<Answer> ask(const std::string& after)
    {
        if (const auto why = whyNotAsk(m_channel->wire()))
            return QtFuture::makeReadyFuture(Answer(*why));
        Request request;
        request.set_after(after);
        request.set_limit(kProductsOfPiece);
        auto* reader = new MessageReader<Message, Request>(m_channel, m_calls, std::move(request));
        return reader->begin(m_start);
    }

    void takePiece()
    {
        if (m_isLast)
            return end({});
        Answer answer = m_next.result();
        if (!answer && answer.error().kind == ErrorKind::Unavailable)
            answer = ask(m_after).result();
        if (!answer)
            return end(answer.error());
        int products = 0;
        std::string last = m_after;
        for (const auto& message : *answer) {
            for (const Product& product : message->products()) {
                // By ascending bytes, each once: else what was read would never end, or be mixed up.
                if (product.product_id() <= last)
                    return end(garbageFrom(m_channel->wire(),
                                           QStringLiteral("its list is not in order at \"%1\"")
                                               .arg(wire::text(product.product_id()))));
                last = product.product_id();
                ++products;
            }
        }
        m_piece = std::move(answer).value();
        m_message = 0;
        m_after = last;
        m_isLast = products < kProductsOfPiece;
        if (!m_isLast)
            m_next = ask(m_after);
    }

    void end(std::optional<Error> failure)
    {
        m_isOver = true;
        m_failure = std::move(failure);
    }

    std::shared_ptr<ServiceChannel> m_channel;
    std::shared_ptr<OpenCalls> m_calls;
    Start m_start;
    std::string m_after; ///< The last product of the piece that is being read.
    std::vector<std::shared_ptr<const Message>> m_piece;
    std::size_t m_message = 0;
    int m_index = 0;
    bool m_isLast = false; ///< No piece follows.
    bool m_isOver = false;
    std::optional<Error> m_failure;
    QFuture<Answer> m_next; ///< Under way, or the last one that came.
};

} // namespace purchasing::remote
