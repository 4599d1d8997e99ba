#include "ui/workspace/workspace.h"

#include "core/flow/outbox_relay.h"

#include <functional>
#include <utility>

namespace purchasing::ui {
namespace {

constexpr int kBackgroundThreads = 2;

std::shared_ptr<OutboxRelay> relayOf(const Connection& connection)
{
    if (!connection.channel || connection.readOnly)
        return nullptr;
    return std::make_shared<OutboxRelay>(connection.ports.outbox, connection.channel);
}

/// For the flow, whose workers send at once what a person let go.
std::function<void()> deliveryBy(const std::shared_ptr<OutboxRelay>& relay)
{
    if (!relay)
        return {};
    return [relay] { relay->deliverDue(); };
}

} // namespace

Workspace::Workspace(Connection connection, QObject* parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_relay(relayOf(m_connection))
    , m_flow(m_connection.ports, deliveryBy(m_relay))
    , m_delivery(m_relay, m_background)
    , m_identity(m_connection.ports.people)
    , m_rulesInForce(m_flow, m_background)
    , m_feed(m_connection, m_flow, m_rulesInForce, m_identity, m_answers, m_background)
{
    m_background.setMaxThreadCount(kBackgroundThreads);
    connect(&m_feed, &CatalogueFeed::pollDue, &m_delivery, &Delivery::deliver);
    // First of all who listen, so that they are not told of orders before it is asked who works here.
    connect(&m_feed, &CatalogueFeed::ordersChanged, &m_identity, &Identity::refresh);
    connect(&m_identity, &Identity::unavailable, &m_feed, &CatalogueFeed::setStale);
}

Workspace::~Workspace() = default;

void Workspace::noticeChange()
{
    m_delivery.deliver();
    m_feed.poll();
}

} // namespace purchasing::ui
