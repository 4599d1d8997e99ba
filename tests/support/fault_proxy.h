#pragma once

#include <QString>
#include <QThread>

#include <memory>

namespace purchasing::tests {

/// What a network does to those who talk through it.
enum class Toxic {
    None,
    Cut, ///< Nobody listens any more and every connection is closed.
    Delay, ///< Everything arrives, later.
    Swallow, ///< Connections are taken and kept, but nothing arrives.
    Reset ///< Every connection, also a new one, is reset at once.
};

/// Where bytes go.
enum class Way { ToServer, ToClient };

/// A TCP port of this machine that leads to a server's Unix socket, through a network that can be made bad.
/// Runs on a thread of its own; call it from one other thread. Each change holds for what is connected and
/// what comes.
class FaultProxy
{
public:
    /// Aborts the test program, saying why, when there is no port to be had.
    explicit FaultProxy(const QString& serverSocket);
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// `delayMs` is for Delay: by how much each direction is late.
    void set(Toxic toxic, int delayMs = 0);
    /// Once: closes every connection when so many more bytes have gone that way, and no more.
    void cutAfter(Way way, qint64 bytes);
    /// How many bytes have gone that way since the start.
    [[nodiscard]] qint64 passed(Way way) const;
    /// Closes what is connected, as a server does with idle clients, and lets new connections in.
    void dropConnections();
    /// Closes what is connected and leads new connections to another server.
    void leadTo(const QString& serverSocket);
    /// How many clients were let in since the start.
    [[nodiscard]] int connectionsMade() const;

private:
    class Network;

    QThread m_thread;
    std::unique_ptr<Network> m_network; ///< Lives on the thread.
    int m_port = 0;
};

} // namespace purchasing::tests
