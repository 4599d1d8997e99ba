#include "core/services/change_hub.h"

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kEvery{1};
/// More products than these in one message are told as "everything".
constexpr int kMostProducts = 5000;

/// One stream of changes. What comes while a message is on its way is put together, so that a slow reader
/// costs no memory.
class WatchReply : public grpc::ServerWriteReactor<wire::Changed>
{
public:
    WatchReply(grpc::CallbackServerContext* call, const Gate& gate, std::shared_ptr<ChangeHub> hub)
        : m_call(call)
        , m_gate(gate)
        , m_hub(std::move(hub))
        , m_listener(std::make_shared<Listener>(*this))
    {
    }

    void begin()
    {
        m_gate.admit(
            *m_call, kMethod, m_turn,
            [this](const Caller&) {
                if (m_hub)
                    return m_hub->add(m_listener);
                const std::scoped_lock lock(m_mutex);
                finish({grpc::StatusCode::UNIMPLEMENTED, "Nobody watches here."});
            },
            [this](const grpc::Status& refusal) {
                const std::scoped_lock lock(m_mutex);
                finish(refusal);
            });
    }

    void OnWriteDone(bool ok) override
    {
        const std::scoped_lock lock(m_mutex);
        m_isWriting = false;
        if (!ok)
            return finish({grpc::StatusCode::CANCELLED, "The client has gone."});
        writeNext();
    }
    void OnCancel() override
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isWriting)
            finish({grpc::StatusCode::CANCELLED, "The client has gone."});
    }
    void OnDone() override
    {
        m_listener->leave();
        if (m_hub)
            m_hub->remove(m_listener);
        delete this;
    }

private:
    /// What the hub knows of the stream, and may hold longer than it lives.
    class Listener : public ChangeHub::Watcher
    {
    public:
        explicit Listener(WatchReply& reply)
            : m_reply(&reply)
        {
        }
        void take(const WrittenChanges& changes) override
        {
            const std::scoped_lock lock(m_mutex);
            if (m_reply)
                m_reply->take(changes);
        }
        void end(const std::optional<Error>& error) override
        {
            const std::scoped_lock lock(m_mutex);
            if (m_reply)
                m_reply->end(error);
        }
        void leave()
        {
            const std::scoped_lock lock(m_mutex);
            m_reply = nullptr;
        }

    private:
        std::mutex m_mutex;
        WatchReply* m_reply;
    };

    void take(const WrittenChanges& changes)
    {
        const std::scoped_lock lock(m_mutex);
        m_hasNews = true;
        m_next.set_everything(m_next.everything() || changes.everything
                              || m_next.product_ids_size() + changes.productIds.size() > kMostProducts);
        if (m_next.everything())
            m_next.clear_product_ids();
        else
            for (const QString& id : changes.productIds)
                m_next.add_product_ids(id.toStdString());
        writeNext();
    }

    void end(const std::optional<Error>& error)
    {
        const std::scoped_lock lock(m_mutex);
        m_end = error ? statusOf(*error, *m_call) : grpc::Status::OK;
        if (!m_isWriting)
            finish(*m_end);
    }

    void writeNext()
    {
        if (m_isWriting || m_isFinished)
            return;
        if (m_end)
            return finish(*m_end);
        if (!m_hasNews)
            return;
        m_hasNews = false;
        m_isWriting = true;
        m_message.Clear();
        m_message.Swap(&m_next);
        StartWrite(&m_message);
    }

    void finish(const grpc::Status& status)
    {
        if (std::exchange(m_isFinished, true))
            return;
        m_gate.note(kMethod, status.error_code(), std::chrono::steady_clock::now() - m_since);
        Finish(status);
    }

    static constexpr const char* kMethod = "Watch";

    grpc::CallbackServerContext* m_call;
    const Gate& m_gate;
    const Gate::Turn m_turn{m_gate};
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    std::shared_ptr<ChangeHub> m_hub;
    std::shared_ptr<Listener> m_listener;
    std::mutex m_mutex; ///< Guards what follows.
    wire::Changed m_message; ///< On its way.
    wire::Changed m_next;
    bool m_hasNews = false;
    bool m_isWriting = false;
    bool m_isFinished = false;
    std::optional<grpc::Status> m_end;
};

} // namespace

ChangeHub::ChangeHub(std::shared_ptr<ChangeSource> source)
    : m_source(std::move(source))
    , m_thread([this] { run(); })
{
}

ChangeHub::~ChangeHub()
{
    endAll();
}

void ChangeHub::add(std::shared_ptr<Watcher> watcher)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isOver) {
            m_joining.insert(std::move(watcher));
            m_wake.notify_all();
            return;
        }
    }
    watcher->end({});
}

void ChangeHub::remove(const std::shared_ptr<Watcher>& watcher)
{
    const std::scoped_lock lock(m_mutex);
    m_watchers.erase(watcher);
    m_joining.erase(watcher);
}

void ChangeHub::endAll()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ChangeHub::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isOver) {
        m_wake.wait(lock, [this] { return m_isOver || !m_watchers.empty() || !m_joining.empty(); });
        if (m_isOver)
            break;
        const std::set<std::shared_ptr<Watcher>> watchers = m_watchers;
        const std::set<std::shared_ptr<Watcher>> joining = std::exchange(m_joining, {});
        m_watchers.insert(joining.begin(), joining.end());
        lock.unlock();
        const Result<WrittenChanges> written = m_source->changes().result();
        if (written) {
            if (written->hasChanges) {
                for (const auto& watcher : watchers)
                    watcher->take(*written);
            }
            // Whoever joined before the question hears of what is written after it.
            for (const auto& watcher : joining)
                watcher->take({});
        }
        lock.lock();
        if (!written) {
            const auto ended = std::exchange(m_watchers, {});
            lock.unlock();
            for (const auto& watcher : ended)
                watcher->end(written.error());
            lock.lock();
        }
        m_wake.wait_for(lock, kEvery, [this] { return m_isOver || !m_joining.empty(); });
    }
    std::set<std::shared_ptr<Watcher>> ended = std::exchange(m_watchers, {});
    ended.merge(m_joining);
    m_joining.clear();
    lock.unlock();
    for (const auto& watcher : ended)
        watcher->end({});
}

grpc::ServerWriteReactor<wire::Changed>* watchReply(grpc::CallbackServerContext* call, const Gate& gate,
                                                    const std::shared_ptr<ChangeHub>& hub)
{
    auto* reply = new WatchReply(call, gate, hub);
    reply->begin();
    return reply;
}

} // namespace purchasing::services
