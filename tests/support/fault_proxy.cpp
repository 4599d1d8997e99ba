#include "tests/support/fault_proxy.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>
#include <sys/socket.h>

namespace purchasing::tests {
namespace {

constexpr int kLargestSlice = 64;
constexpr int kSliceMs = 1;
constexpr int kThrottledBytes = 200;
constexpr int kThrottleMs = 10;

/// One way of a connection. What is sent later does not overtake what was sent before.
class Line : public QObject
{
public:
    Line(QIODevice* from, QIODevice* to, QObject* parent)
        : QObject(parent)
        , m_from(from)
        , m_to(to)
    {
        m_clock.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Line::sendDue);
    }

    [[nodiscard]] QIODevice* from() const { return m_from; }
    /// So much later than now, and no sooner than `apartMs` after what was sent before.
    void send(const QByteArray& data, int laterMs = 0, int apartMs = 0)
    {
        const qint64 due = std::max(m_clock.elapsed() + laterMs, m_lastDue + apartMs);
        m_lastDue = due;
        m_waiting.push_back({due, data});
        sendDue();
    }
    void flush()
    {
        if (auto* tcp = qobject_cast<QTcpSocket*>(m_to); tcp && tcp->state() == QTcpSocket::ConnectedState)
            tcp->flush();
        else if (auto* local = qobject_cast<QLocalSocket*>(m_to))
            local->flush();
    }

private:
    struct Piece
    {
        qint64 due = 0;
        QByteArray data;
    };

    void sendDue()
    {
        while (!m_waiting.empty() && m_waiting.front().due <= m_clock.elapsed()) {
            m_to->write(m_waiting.front().data);
            flush();
            m_waiting.pop_front();
        }
        if (!m_waiting.empty())
            m_timer.start(static_cast<int>(std::max<qint64>(1, m_waiting.front().due - m_clock.elapsed())));
    }

    QIODevice* m_from;
    QIODevice* m_to;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_lastDue = 0;
    std::deque<Piece> m_waiting;
};

/// Two ends and the ways between them.
struct Connection : QObject
{
    Connection(QTcpSocket* whoCame, QIODevice* whoServes)
        : client(whoCame)
        , server(whoServes)
        , toServer(whoCame, whoServes, this)
        , toClient(whoServes, whoCame, this)
    {
        client->setParent(this);
        server->setParent(this);
    }

    QTcpSocket* client;
    QIODevice* server;
    Line toServer;
    Line toClient;
};

} // namespace

/// The connections, on the proxy's thread. Nothing is read from a side whose data may not pass, so that it is
/// still there when the network is good again.
class FaultProxy::Network : public QObject
{
public:
    explicit Network(QString server)
        : m_server(std::move(server))
    {
    }

    int listen(int port)
    {
        if (!m_listener) {
            m_listener = new QTcpServer(this);
            connect(m_listener, &QTcpServer::newConnection, this, &Network::takeClients);
        }
        if (!m_listener->isListening()
            && !m_listener->listen(QHostAddress::LocalHost, static_cast<quint16>(port)))
            qFatal("No port for the proxy: %s", qPrintable(m_listener->errorString()));
        return m_listener->serverPort();
    }

    void set(Toxic toxic, int delayMs)
    {
        m_later.reset();
        m_garbled.reset();
        begin(toxic, delayMs, Way::ToServer);
        // What waited unread passes now.
        for (Connection* connection : QList(m_connections)) {
            pass(connection, Way::ToServer);
            pass(connection, Way::ToClient);
        }
    }

    void setAfter(Way way, qint64 bytes, Toxic toxic, int delayMs) { m_later = {way, bytes, toxic, delayMs}; }

    void dropAll()
    {
        for (Connection* connection : QList(m_connections))
            drop(connection);
    }

    void leadTo(const QString& server)
    {
        m_server = server;
        dropAll();
    }

    /// Before the thread ends: sockets and listener must die on it.
    void end()
    {
        const QList<Connection*> all = m_connections;
        dropAll();
        qDeleteAll(all);
        delete m_listener;
        m_listener = nullptr;
    }

    std::atomic<int> made = 0;
    std::atomic<qint64> passed[2] = {0, 0}; ///< By way.

private:
    struct Later
    {
        Way way = Way::ToServer;
        qint64 bytes = 0; ///< Until then.
        Toxic toxic = Toxic::None;
        int delayMs = 0;
    };

    void takeClients()
    {
        while (QTcpSocket* client = m_listener->nextPendingConnection()) {
            ++made;
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            auto* connection = new Connection(client, makeServer());
            m_connections << connection;
            connect(client, &QTcpSocket::readyRead, connection,
                    [this, connection] { pass(connection, Way::ToServer); });
            connect(connection->server, &QIODevice::readyRead, connection,
                    [this, connection] { pass(connection, Way::ToClient); });
            const auto ended = [this, connection] { drop(connection); };
            connect(client, &QTcpSocket::disconnected, connection, ended);
            if (m_toxic == Toxic::Reset)
                ended();
            else if (auto* local = qobject_cast<QLocalSocket*>(connection->server)) {
                connect(local, &QLocalSocket::disconnected, connection, ended);
                connect(local, &QLocalSocket::errorOccurred, connection, ended);
                local->connectToServer(m_server);
            } else if (auto* remote = qobject_cast<QTcpSocket*>(connection->server)) {
                connect(remote, &QTcpSocket::disconnected, connection, ended);
                connect(remote, &QTcpSocket::errorOccurred, connection, ended);
                remote->connectToHost(m_server.section(QLatin1Char(':'), 0, 0),
                                      m_server.section(QLatin1Char(':'), 1).toUShort());
                remote->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            }
        }
    }

    [[nodiscard]] QIODevice* makeServer() const
    {
        if (m_server.startsWith(QLatin1Char('/')))
            return new QLocalSocket;
        return new QTcpSocket;
    }

    void begin(Toxic toxic, int delayMs, Way way)
    {
        if (toxic == Toxic::Drop)
            return dropAll();
        if (toxic == Toxic::Garble) {
            m_garbled = way;
            return;
        }
        const int port = m_listener->serverPort() != 0 ? m_listener->serverPort() : m_lastPort;
        m_lastPort = port;
        m_toxic = toxic;
        m_delayMs = delayMs;
        if (toxic == Toxic::Cut)
            m_listener->close();
        else
            listen(port);
        if (toxic == Toxic::Cut || toxic == Toxic::Reset)
            dropAll();
    }

    void pass(Connection* connection, Way way)
    {
        Line& line = way == Way::ToServer ? connection->toServer : connection->toClient;
        while (m_connections.contains(connection) && m_toxic != Toxic::Swallow
               && line.from()->bytesAvailable() > 0) {
            if (!m_later || m_later->way != way) {
                send(line, way, line.from()->readAll());
                continue;
            }
            const QByteArray data = line.from()->read(m_later->bytes);
            m_later->bytes -= data.size();
            send(line, way, data);
            if (m_later->bytes == 0) {
                const Later now = *m_later;
                m_later.reset();
                begin(now.toxic, now.delayMs, way);
            }
        }
    }

    void send(Line& line, Way way, QByteArray data)
    {
        if (data.isEmpty())
            return;
        passed[static_cast<int>(way)] += data.size();
        if (m_garbled == way) {
            data[0] = static_cast<char>(data[0] ^ (1 << QRandomGenerator::global()->bounded(8)));
            m_garbled.reset();
        }
        if (m_toxic == Toxic::Delay)
            return line.send(data, m_delayMs + QRandomGenerator::global()->bounded(m_delayMs / 4 + 1));
        if (m_toxic != Toxic::Slice && m_toxic != Toxic::Throttle)
            return line.send(data);
        for (qsizetype at = 0; at < data.size();) {
            const int size = m_toxic == Toxic::Throttle
                ? kThrottledBytes
                : QRandomGenerator::global()->bounded(kLargestSlice) + 1;
            line.send(data.mid(at, size), 0, m_toxic == Toxic::Throttle ? kThrottleMs : kSliceMs);
            at += size;
        }
    }

    void drop(Connection* connection)
    {
        if (!m_connections.removeOne(connection))
            return; // Its own end told us so.
        QTcpSocket* client = connection->client;
        if (m_toxic == Toxic::Reset) {
            const linger hard{1, 0};
            ::setsockopt(static_cast<int>(client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                         sizeof hard);
        }
        client->abort();
        connection->server->close();
        connection->deleteLater();
    }

    QString m_server;
    QTcpServer* m_listener = nullptr;
    int m_lastPort = 0;
    QList<Connection*> m_connections;
    Toxic m_toxic = Toxic::None;
    int m_delayMs = 0;
    std::optional<Later> m_later;
    std::optional<Way> m_garbled; ///< Where the next byte is.
};

FaultProxy::FaultProxy(const QString& server)
    : m_network(std::make_unique<Network>(server))
{
    m_network->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_network.get(), [this] { m_port = m_network->listen(0); }, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy()
{
    QMetaObject::invokeMethod(
        m_network.get(), [this] { m_network->end(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::set(Toxic toxic, int delayMs)
{
    QMetaObject::invokeMethod(
        m_network.get(), [this, toxic, delayMs] { m_network->set(toxic, delayMs); },
        Qt::BlockingQueuedConnection);
}

void FaultProxy::setAfter(Way way, qint64 bytes, Toxic toxic, int delayMs)
{
    QMetaObject::invokeMethod(
        m_network.get(),
        [this, way, bytes, toxic, delayMs] { m_network->setAfter(way, bytes, toxic, delayMs); },
        Qt::BlockingQueuedConnection);
}

qint64 FaultProxy::passed(Way way) const
{
    return m_network->passed[static_cast<int>(way)];
}

void FaultProxy::dropConnections()
{
    QMetaObject::invokeMethod(
        m_network.get(), [this] { m_network->dropAll(); }, Qt::BlockingQueuedConnection);
}

void FaultProxy::leadTo(const QString& server)
{
    QMetaObject::invokeMethod(
        m_network.get(), [this, server] { m_network->leadTo(server); }, Qt::BlockingQueuedConnection);
}

int FaultProxy::connectionsMade() const
{
    return m_network->made;
}

} // namespace purchasing::tests
