#pragma once

#include "core/domain/result.h"
#include "core/ports/tls_identity.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace purchasing::services {

/// One request as it came, whole and within the limits.
struct HttpRequest
{
    std::string method; ///< "GET".
    std::string path; ///< Without the query.
    std::map<std::string, std::string> headers; ///< By lower-case name; repeated ones joined with ", ".
    std::string body;
    std::string address; ///< Where it comes from, without the port; empty where that is no network.

    /// The header, or an empty text.
    [[nodiscard]] std::string header(const std::string& lowerCaseName) const;
};

struct HttpResponse
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::map<std::string, std::string> headers = {};
};

/// An HTTP/1.1 server on threads of its own (Boost.Beast). It takes requests of at most 1 MiB with headers of
/// at most 8 KiB that arrive within 30 s, and answers what is malformed, too large or too slow itself, with
/// problem+json.
class HttpServer
{
public:
    using Respond = std::function<void(HttpResponse)>;
    /// Called on a thread of the server, which must not be kept waiting; answers by calling `respond` once,
    /// then or later, on any thread.
    using Handler = std::function<void(std::shared_ptr<const HttpRequest> request, Respond respond)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Begins to listen, by TLS 1.3 where there is a certificate; returns the port, which is a free one where
    /// `port` is 0. `address` may be "unix:/path", a socket of this user's alone, which has no port.
    /// Unavailable where that cannot be.
    [[nodiscard]] Result<int> listen(const QString& address, int port, const TlsIdentity& tls = {});
    /// Takes no more connections and requests, and waits for the answers that are under way, but no longer
    /// than `patience`. Blocks.
    void drain(std::chrono::milliseconds patience);

private:
    class Listening;
    std::shared_ptr<Listening> m_listening;
};

/// An answer in JSON.
[[nodiscard]] HttpResponse json(int status, const QJsonObject& object);
/// A failure as application/problem+json (RFC 7807). `service` is the one concerned, or empty.
[[nodiscard]] HttpResponse problem(int status, const QString& detail, const QString& service = {});

} // namespace purchasing::services
