#pragma once

#include <QObject>

#include <functional>

class QSocketNotifier;

namespace purchasing {

/// Ends the program in order when the system asks for it (SIGTERM, SIGHUP, SIGINT): a log-out is no crash. A
/// second signal ends it at once. One a program, on the thread of the application object.
class OrderlyEnd : public QObject
{
public:
    /// `end` is called once, from the event loop.
    explicit OrderlyEnd(std::function<void()> end, QObject* parent = nullptr);
    ~OrderlyEnd() override;

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace purchasing
