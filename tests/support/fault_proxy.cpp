#include "tests/support/fault_proxy.h"

#include <QHash>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <sys/socket.h>

namespace purchasing::tests {

/// The connections, on the proxy's thread. Nothing is read from a side whose data may not pass, so that it is
/// still there when the network is good again.
class FaultProxy::Network : public QObject
{
public:
    explicit Network(QString serverSocket)
        : m_serverSocket(std::move(serverSocket))
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
        const int port = m_listener->serverPort() != 0 ? m_listener->serverPort() : m_lastPort;
        m_lastPort = port;
        m_toxic = toxic;
        m_delayMs = delayMs;
        if (toxic == Toxic::Cut) {
            m_listener->close();
            dropAll();
            return;
        }
        listen(port);
        if (toxic == Toxic::Reset)
            dropAll();
        // What waited unread passes now.
        const auto clients = m_serverOf.keys();
        for (QTcpSocket* client : clients) {
            QLocalSocket* server = m_serverOf.value(client);
            pass(client, server);
            pass(server, client);
        }
    }

    void dropAll()
    {
        const auto clients = m_serverOf.keys();
        for (QTcpSocket* client : clients)
            drop(client);
    }

    void cutAfter(Way way, qint64 bytes)
    {
        m_cutWay = way;
        m_left = bytes;
    }

    void leadTo(const QString& serverSocket)
    {
        m_serverSocket = serverSocket;
        dropAll();
    }

    /// Before the thread ends: sockets and listener must die on it.
    void end()
    {
        dropAll();
        delete m_listener;
        m_listener = nullptr;
    }

    std::atomic<int> made = 0;
    std::atomic<qint64> passed[2] = {0, 0}; ///< By way.

private:
    void takeClients()
    {
        while (QTcpSocket* client = m_listener->nextPendingConnection()) {
            ++made;
            auto* server = new QLocalSocket(this);
            m_serverOf.insert(client, server);
            connect(client, &QTcpSocket::readyRead, server, [this, client, server] { pass(client, server); });
            connect(server, &QLocalSocket::readyRead, client,
                    [this, client, server] { pass(server, client); });
            connect(client, &QTcpSocket::disconnected, this, [this, client] { drop(client); });
            connect(server, &QLocalSocket::disconnected, client, [this, client] { drop(client); });
            connect(server, &QLocalSocket::errorOccurred, client, [this, client] { drop(client); });
            if (m_toxic == Toxic::Reset)
                drop(client);
            else
                server->connectToServer(m_serverSocket);
        }
    }

    void pass(QIODevice* from, QIODevice* to)
    {
        if (m_toxic == Toxic::Swallow || from->bytesAvailable() == 0)
            return;
        QByteArray data = from->readAll();
        const Way way = qobject_cast<QTcpSocket*>(from) ? Way::ToServer : Way::ToClient;
        if (m_left >= 0 && way == m_cutWay) {
            const bool isEnd = data.size() >= m_left;
            data.truncate(std::min(data.size(), m_left));
            m_left = isEnd ? -1 : m_left - data.size();
            if (isEnd) {
                passed[static_cast<int>(way)] += data.size();
                to->write(data);
                flush(to);
                return dropAll();
            }
        }
        passed[static_cast<int>(way)] += data.size();
        if (m_toxic == Toxic::Delay)
            QTimer::singleShot(m_delayMs, to, [to, data] { to->write(data); });
        else
            to->write(data);
    }

    static void flush(QIODevice* to)
    {
        if (auto* client = qobject_cast<QTcpSocket*>(to))
            client->flush();
        else if (auto* server = qobject_cast<QLocalSocket*>(to))
            server->flush();
    }

    void drop(QTcpSocket* client)
    {
        QLocalSocket* server = m_serverOf.take(client);
        if (!server)
            return; // Its own end told us so.
        client->disconnect(this);
        server->disconnect(client);
        if (m_toxic == Toxic::Reset) {
            const linger hard{1, 0};
            ::setsockopt(static_cast<int>(client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                         sizeof hard);
        } else {
            client->flush();
        }
        client->abort();
        server->abort();
        client->deleteLater();
        server->deleteLater();
    }

    QString m_serverSocket;
    QTcpServer* m_listener = nullptr;
    int m_lastPort = 0;
    QHash<QTcpSocket*, QLocalSocket*> m_serverOf; ///< By client; both die together.
    Toxic m_toxic = Toxic::None;
    int m_delayMs = 0;
    Way m_cutWay = Way::ToServer;
    qint64 m_left = -1; ///< Bytes until the cut; negative: there is none.
};

FaultProxy::FaultProxy(const QString& serverSocket)
    : m_network(std::make_unique<Network>(serverSocket))
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

void FaultProxy::cutAfter(Way way, qint64 bytes)
{
    QMetaObject::invokeMethod(
        m_network.get(), [this, way, bytes] { m_network->cutAfter(way, bytes); },
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

void FaultProxy::leadTo(const QString& serverSocket)
{
    QMetaObject::invokeMethod(
        m_network.get(), [this, serverSocket] { m_network->leadTo(serverSocket); },
        Qt::BlockingQueuedConnection);
}

int FaultProxy::connectionsMade() const
{
    return m_network->made;
}

} // namespace purchasing::tests
