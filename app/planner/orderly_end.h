#pragma once

#include <QObject>

class QSocketNotifier;

namespace purchasing {

/// Ends the program as closing its windows would when the system asks for it (SIGTERM, SIGHUP, SIGINT): a
/// log-out is no crash. A second signal ends it at once. One a program, on the GUI thread.
class OrderlyEnd : public QObject
{
public:
    explicit OrderlyEnd(QObject* parent = nullptr);
    ~OrderlyEnd() override;

private:
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace purchasing
