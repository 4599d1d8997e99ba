#pragma once

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace purchasing {
class OutboxRelay;
}

namespace purchasing::ui {

/// Gives what waits in the outbox to the channel while other things are done. Lives on the GUI thread;
/// sending runs on a thread of `background` and is never waited for.
class Delivery : public QObject
{
    Q_OBJECT

public:
    /// `relay` may be null: then nothing is sent from here. `background` must outlive it.
    Delivery(std::shared_ptr<OutboxRelay> relay, QThreadPool& background, QObject* parent = nullptr);

public Q_SLOTS:
    /// Sends what is due, unless that is under way. How it went is in the outbox; nothing is told here.
    void deliver();

private:
    std::shared_ptr<OutboxRelay> m_relay;
    QThreadPool& m_background;
    bool m_isDelivering = false;
};

} // namespace purchasing::ui
