#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTcpSocket>

#include "tests/services/running_services.h"

namespace purchasing::tests {

struct HttpAnswer
{
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< By lower-case name.
    QByteArray body;
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString text(const char* name) const
    {
        return object().value(QLatin1String(name)).toString();
    }
};

/// Sends bytes as they are and reads one answer, or nothing where the connection was closed without one.
inline HttpAnswer exchange(QIODevice& socket, const QByteArray& bytes)
{
    socket.write(bytes);
    HttpAnswer answer;
    QByteArray received;
    qsizetype head = -1;
    while ((head = received.indexOf("\r\n\r\n")) < 0) {
        if (!socket.waitForReadyRead(30000))
            return {};
        received += socket.readAll();
    }
    const QList<QByteArray> lines = received.left(head).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1))
        answer.headers.insert(line.left(line.indexOf(':')).trimmed().toLower(),
                              line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = answer.headers.value("content-length").toLongLong();
    answer.body = received.mid(head + 4);
    while (answer.body.size() < length && socket.waitForReadyRead(30000))
        answer.body += socket.readAll();
    return answer;
}

inline HttpAnswer exchange(int port, const QByteArray& bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
    return socket.waitForConnected(10000) ? exchange(socket, bytes) : HttpAnswer();
}

inline QByteArray request(const QByteArray& method, const QByteArray& path, const QByteArray& body = {},
                          const QByteArray& headers = "Content-Type: application/json\r\n",
                          const QByteArray& host = "localhost")
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A request for a flow; `headers` besides its type.
inline QByteArray flowRequest(const QByteArray& productId, const QByteArray& headers = {})
{
    return request("POST", "/purchasing/flow", "{\"product_id\":\"" + productId + "\"}",
                   "Content-Type: application/json\r\n" + headers);
}

inline HttpAnswer flow(const RunningServices& services, const QByteArray& productId,
                       const QByteArray& key = {})
{
    return exchange(
        services.httpPort(),
        flowRequest(productId, key.isEmpty() ? QByteArray() : "Idempotency-Key: " + key + "\r\n"));
}

} // namespace purchasing::tests
