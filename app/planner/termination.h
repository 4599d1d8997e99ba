#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace purchasing {

/// Ends the program as a person would when the system asks it to (SIGTERM, SIGINT, SIGHUP): windows close,
/// drafts are kept, and the next start takes it for an ordinary end. One object at a time.
class Termination : public QObject
{
public:
    Termination();
    ~Termination() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace purchasing
