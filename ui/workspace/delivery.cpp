#include "ui/workspace/delivery.h"

#include "core/flow/outbox_relay.h"
#include "ui/workspace/when_ready.h"

#include <QtConcurrent>

#include <utility>

namespace purchasing::ui {

Delivery::Delivery(std::shared_ptr<OutboxRelay> relay, QThreadPool& background, QObject* parent)
    : QObject(parent)
    , m_relay(std::move(relay))
    , m_background(background)
{
}

void Delivery::deliver()
{
    if (!m_relay || m_isDelivering)
        return;
    m_isDelivering = true;
    whenReady(QtConcurrent::run(&m_background, [relay = m_relay] { return relay->deliverDue(); }), this,
              [this](int /*delivered: the change counter tells*/) { m_isDelivering = false; });
}

} // namespace purchasing::ui
