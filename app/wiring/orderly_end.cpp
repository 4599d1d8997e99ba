#include "app/wiring/orderly_end.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace purchasing {
namespace {

constexpr std::array kSignals = {SIGTERM, SIGHUP, SIGINT};

// A signal handler may do little more than write to a pipe.
int g_pipe[2] = {-1, -1};

void tell(int number)
{
    std::signal(number, SIG_DFL); // The second time it is meant.
    const char byte = 1;
    (void)!::write(g_pipe[1], &byte, 1);
}

} // namespace

OrderlyEnd::OrderlyEnd(std::function<void()> end, QObject* parent)
    : QObject(parent)
{
    if (::pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // Signals then end the program as they do by default.
    m_notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this, end = std::move(end)] {
        m_notifier->setEnabled(false);
        end();
    });
    for (const int number : kSignals)
        std::signal(number, &tell);
}

OrderlyEnd::~OrderlyEnd()
{
    if (!m_notifier)
        return;
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    delete m_notifier;
    ::close(g_pipe[0]);
    ::close(g_pipe[1]);
}

} // namespace purchasing
