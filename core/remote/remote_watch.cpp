#include "core/remote/remote_watch.h"

#include "core/remote/remote_call.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "po.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <grpcpp/support/client_callback.h>

#include <condition_variable>
#include <mutex>

namespace purchasing::remote {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPause{1};

} // namespace

/// Shared with the stream that is under way.
struct RemoteWatch::State
{
    std::mutex mutex;
    std::condition_variable settled; ///< A stream stands, or one has ended.
    WatchedChanges changes;
    bool stands = false; ///< From its first message on nothing is missed.
    bool hasStood = false;
    bool isMissing = false; ///< The service has no watch; nobody asks again.
    grpc::ClientContext* call = nullptr; ///< Of the stream that is under way.
    Clock::time_point mayBegin;
};

/// One stream. Deletes itself.
class RemoteWatch::Reader : public grpc::ClientReadReactor<wire::Changed>
{
public:
    Reader(std::shared_ptr<ServiceChannel> channel, std::shared_ptr<State> state)
        : m_channel(std::move(channel))
        , m_state(std::move(state))
    {
        // As long as somebody listens: no deadline.
        prepare(m_context, m_channel->wire());
        m_context.set_deadline(std::chrono::system_clock::time_point::max());
    }

    template <typename Service> void begin()
    {
        m_stub = Service::NewStub(m_channel->wire().channel());
        std::static_pointer_cast<typename Service::Stub>(m_stub)->async()->Watch(&m_context, &m_request,
                                                                                 this);
        StartRead(&m_message);
        StartCall();
    }
    [[nodiscard]] grpc::ClientContext* context() { return &m_context; }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        {
            const std::scoped_lock lock(m_state->mutex);
            WatchedChanges& changes = m_state->changes;
            if (!m_state->stands) {
                // Between two streams anything may have been written.
                changes.wasBroken = changes.wasBroken || m_state->hasStood;
                m_state->stands = true;
                m_state->hasStood = true;
                changes.failure.reset();
                m_state->settled.notify_all();
            } else {
                changes.hasChanges = true;
                changes.everything = changes.everything || m_message.everything();
                for (const std::string& id : m_message.product_ids())
                    changes.productIds.insert(wire::text(id));
            }
        }
        StartRead(&m_message);
    }

    void OnDone(const grpc::Status& status) override
    {
        {
            const std::scoped_lock lock(m_state->mutex);
            m_state->call = nullptr;
            m_state->stands = false;
            m_state->mayBegin = Clock::now() + kPause;
            // A service that drains ends its streams in order, and is away none the less.
            m_state->isMissing = status.error_code() == grpc::StatusCode::UNIMPLEMENTED;
            if (status.ok())
                m_state->changes.failure =
                    Error{ErrorKind::Unavailable,
                          QStringLiteral("%1 has ended.").arg(m_channel->wire().settings.service),
                          {}};
            else if (!m_state->isMissing)
                m_state->changes.failure = errorOf(status, m_context, m_channel->wire());
            m_state->settled.notify_all();
        }
        delete this;
    }

private:
    std::shared_ptr<ServiceChannel> m_channel;
    std::shared_ptr<State> m_state;
    std::shared_ptr<void> m_stub; ///< Of the service; a call wants it alive.
    wire::WatchRequest m_request;
    grpc::ClientContext m_context;
    wire::Changed m_message;
};

RemoteWatch::RemoteWatch(std::shared_ptr<ServiceChannel> channel, QString service)
    : m_channel(std::move(channel))
    , m_service(std::move(service))
    , m_state(std::make_shared<State>())
{
    listen();
}

RemoteWatch::~RemoteWatch()
{
    std::unique_lock lock(m_state->mutex);
    if (m_state->call)
        m_state->call->TryCancel();
    m_state->settled.wait(lock, [this] { return m_state->call == nullptr; });
}

void RemoteWatch::startAfresh(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_state->mutex);
    m_state->settled.wait_for(lock, patience, [this] { return m_state->stands || !m_state->call; });
    const std::optional<Error> failure = m_state->changes.failure;
    m_state->changes = {};
    m_state->changes.failure = failure;
    m_state->hasStood = true; // Where none stands yet, what is written until then is missed.
}

void RemoteWatch::listen()
{
    auto* reader = new Reader(m_channel, m_state);
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->call = reader->context();
    }
    if (m_service == QLatin1String("oms"))
        reader->begin<oms::OmsService>();
    else if (m_service == QLatin1String("inventory"))
        reader->begin<inventory::InventoryService>();
    else if (m_service == QLatin1String("supplier"))
        reader->begin<supplier::SupplierService>();
    else if (m_service == QLatin1String("uom"))
        reader->begin<uom::UomService>();
    else
        reader->begin<po::PoService>();
}

WatchedChanges RemoteWatch::take()
{
    bool isTimeToListen = false;
    WatchedChanges taken;
    {
        const std::scoped_lock lock(m_state->mutex);
        isTimeToListen = !m_state->call && !m_state->isMissing && Clock::now() >= m_state->mayBegin;
        taken = m_state->changes;
        m_state->changes = {};
        m_state->changes.failure = taken.failure; // It stays until a stream stands again.
    }
    if (isTimeToListen)
        listen();
    return taken;
}

} // namespace purchasing::remote
