#pragma once

#include <QString>
#include <QThread>

#include <memory>

namespace purchasing::tests {

/// What a network does to those who talk through it.
enum class Toxic {
    None,
    Cut, ///< Nobody listens any more and every connection is closed.
    Delay, ///< Everything arrives, later, and not always by as much.
    Swallow, ///< Connections are taken and kept, but nothing arrives.
    Reset, ///< Every connection, also a new one, is reset at once.
    Slice, ///< Everything arrives, a few bytes at a time.
    Throttle, ///< Everything arrives, as through a very thin wire.
    Drop, ///< Once: every connection is closed. New ones are let in.
    Garble ///< Once: one bit of the next byte is turned.
};

/// Where bytes go.
enum class Way { ToServer, ToClient };

/// A TCP port of this machine that leads to a server, through a network that can be made bad.
/// Runs on a thread of its own; call it from one other thread. Each change holds for what is connected and
/// what comes.
class FaultProxy
{
public:
    /// `server` is the file of a Unix socket, or "127.0.0.1:3306". Aborts the test program, saying why, when
    /// there is no port to be had.
    explicit FaultProxy(const QString& server);
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;
    FaultProxy& operator=(const FaultProxy&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// From now on, in place of all that was said before. `delayMs` is for Delay: by how much each direction
    /// is late.
    void set(Toxic toxic, int delayMs = 0);
    /// The same when so many more bytes have gone that way.
    void setAfter(Way way, qint64 bytes, Toxic toxic, int delayMs = 0);
    /// How many bytes have gone that way since the start.
    [[nodiscard]] qint64 passed(Way way) const;
    /// Closes what is connected, as a server does with idle clients, and lets new connections in.
    void dropConnections();
    /// Closes what is connected and leads new connections to another server.
    void leadTo(const QString& server);
    /// How many clients were let in since the start.
    [[nodiscard]] int connectionsMade() const;

private:
    class Network;

    QThread m_thread;
    std::unique_ptr<Network> m_network; ///< Lives on the thread.
    int m_port = 0;
};

} // namespace purchasing::tests
