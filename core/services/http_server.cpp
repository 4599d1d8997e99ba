#include "core/services/http_server.h"

#include "core/ports/service_address.h"
#include "core/services/http_connection.h"
#include "core/services/unix_socket.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace purchasing::services {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::uint32_t kMostHeader = 8 * 1024;
constexpr std::uint64_t kMostBody = 1024 * 1024;
constexpr auto kPatience = std::chrono::seconds(30); // For one request to arrive and for its answer to leave.
constexpr std::chrono::milliseconds kPause{50}; // Before taking connections again where none could be taken.
constexpr std::size_t kMostConnections = 4000;
constexpr int kThreads = 2; // They only move bytes.

using Message = http::request<http::string_body>;

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

std::string textOf(boost::string_view view)
{
    return {view.data(), view.size()};
}

HttpRequest requestOf(Message&& message, const std::string& address)
{
    HttpRequest request;
    request.address = address;
    request.method = textOf(message.method_string());
    const std::string target = textOf(message.target());
    request.path = target.substr(0, target.find('?'));
    for (const auto& field : message) {
        std::string& value = request.headers[lowerCase(textOf(field.name_string()))];
        value += (value.empty() ? "" : ", ") + textOf(field.value());
    }
    request.body = std::move(message.body());
    return request;
}

/// What an unreadable request gets; nothing where the client has just gone.
HttpResponse refusalOf(const error_code& error)
{
    if (error == http::error::body_limit)
        return problem(413, QStringLiteral("The request is larger than 1 MiB."));
    if (error == http::error::header_limit)
        return problem(431, QStringLiteral("The headers are larger than 8 KiB."));
    return problem(
        400, QStringLiteral("The request is not HTTP: %1.").arg(QString::fromStdString(error.message())));
}

bool isHttpError(const error_code& error)
{
    return error.category() == http::make_error_code(http::error::bad_line_ending).category()
        && error != http::error::end_of_stream && error != http::error::partial_message;
}

} // namespace

/// Lives as long as anything of it is under way.
class HttpServer::Listening : public std::enable_shared_from_this<HttpServer::Listening>
{
public:
    explicit Listening(Handler handler)
        : m_handler(std::move(handler))
    {
    }

    ~Listening() { end(); }

    int listen(const QString& address, int port, const TlsIdentity& tls)
    {
        if (tls.isEncrypted())
            m_tls.emplace(contextOf(tls));
        if (isUnixAddress(address)) {
            const OwnersAlone owners;
            open(asio::local::stream_protocol::endpoint(socketFileOf(address).toStdString()));
            m_socketFile = socketFileOf(address);
        } else {
            open(tcp::endpoint(asio::ip::make_address(address.toStdString()),
                               static_cast<unsigned short>(port)));
        }
        const int chosen = networkEndpoint(m_acceptor.local_endpoint()).port();
        asio::co_spawn(m_acceptor.get_executor(), accept(), asio::detached);
        for (int i = 0; i < kThreads; ++i)
            m_threads.emplace_back([this] { m_io.run(); });
        return chosen;
    }

    void drain(std::chrono::milliseconds patience)
    {
        asio::post(m_acceptor.get_executor(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
        });
        std::unique_lock lock(m_mutex);
        if (std::exchange(m_isDraining, true))
            return;
        // Connections on which nothing is asked are closed at once, the others after their answer.
        for (const auto& [stream, isAnswering] : m_streams) {
            if (!isAnswering) {
                const auto executor = stream->get_executor();
                asio::post(executor, [kept = stream] { kept->cancel(); });
            }
        }
        m_isQuiet.wait_for(lock, patience, [this] { return m_streams.empty(); });
        lock.unlock();
        end();
    }

private:
    using Stream = HttpConnection;
    using Protocol = HttpConnection::Protocol;

    void open(const Protocol::endpoint& endpoint)
    {
        m_acceptor.open(endpoint.protocol());
        m_acceptor.set_option(asio::socket_base::reuse_address(true));
        m_acceptor.bind(endpoint);
        m_acceptor.listen();
    }

    void end()
    {
        if (!m_socketFile.isEmpty())
            QFile::remove(std::exchange(m_socketFile, QString()));
        m_io.stop();
        for (std::thread& thread : m_threads) {
            if (thread.joinable())
                thread.join();
        }
    }

    asio::awaitable<void> accept()
    {
        for (;;) {
            error_code error;
            Protocol::socket socket(asio::make_strand(m_io));
            co_await m_acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
            if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor)
                co_return;
            if (error) { // That client has gone again, or there are too many.
                asio::steady_timer pause(m_acceptor.get_executor(), kPause);
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            socket.set_option(tcp::no_delay(true), error);
            const auto executor = socket.get_executor();
            auto stream = std::make_shared<Stream>(std::move(socket), m_tls ? &*m_tls : nullptr);
            if (!enter(stream))
                continue; // Closed with it.
            asio::co_spawn(executor, serve(stream), asio::detached);
        }
    }

    bool enter(const std::shared_ptr<Stream>& stream)
    {
        const std::scoped_lock lock(m_mutex);
        return !m_isDraining && m_streams.size() < kMostConnections
            && m_streams.emplace(stream, false).second;
    }

    void leave(const std::shared_ptr<Stream>& stream)
    {
        const std::scoped_lock lock(m_mutex);
        m_streams.erase(stream);
        m_isQuiet.notify_all();
    }

    /// Notes that the connection is asked something, or no longer; false where no more is answered.
    bool note(const std::shared_ptr<Stream>& stream, bool isAnswering)
    {
        const std::scoped_lock lock(m_mutex);
        m_streams[stream] = isAnswering;
        return !m_isDraining;
    }

    asio::awaitable<void> serve(std::shared_ptr<Stream> stream)
    {
        try {
            stream->expires_after(kPatience);
            co_await stream->shakeHands();
            co_await converse(stream);
            co_await stream->sayGoodbye();
        } catch (const std::exception&) {
            // The connection is lost; nobody is there to be told.
        }
        error_code ignored;
        stream->socket().shutdown(tcp::socket::shutdown_send, ignored);
        leave(stream);
    }

    asio::awaitable<void> converse(std::shared_ptr<Stream> stream)
    {
        beast::flat_buffer buffer(kMostHeader + kMostBody);
        for (;;) {
            http::request_parser<http::string_body> parser;
            parser.header_limit(kMostHeader);
            parser.body_limit(kMostBody);
            stream->expires_after(kPatience);
            error_code error;
            co_await http::async_read_header(*stream, buffer, parser,
                                             asio::redirect_error(asio::use_awaitable, error));
            if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue")
                && parser.content_length().value_or(0) <= kMostBody) {
                http::response<http::empty_body> goOn(http::status::continue_, parser.get().version());
                co_await http::async_write(*stream, goOn, asio::use_awaitable);
            }
            if (!error)
                co_await http::async_read(*stream, buffer, parser,
                                          asio::redirect_error(asio::use_awaitable, error));
            if (error) {
                if (isHttpError(error))
                    co_await write(stream, refusalOf(error), 11, false);
                co_return;
            }
            const bool isOpen = note(stream, true);
            const bool isKept = parser.get().keep_alive() && isOpen;
            const unsigned version = parser.get().version();
            const auto request =
                std::make_shared<const HttpRequest>(requestOf(parser.release(), stream->address()));
            stream->expires_never(); // The handler has deadlines of its own.
            HttpResponse response = co_await answer(stream, request);
            stream->expires_after(kPatience);
            co_await write(stream, std::move(response), version, isKept);
            if (!isKept || !note(stream, false))
                co_return;
        }
    }

    asio::awaitable<HttpResponse> answer(std::shared_ptr<Stream> stream,
                                         std::shared_ptr<const HttpRequest> request)
    {
        // A timer that never fires is the event that the handler's answer sets off. Both sides of it run on
        // the connection's strand.
        struct Pending
        {
            asio::steady_timer answered;
            std::optional<HttpResponse> response;
        };
        const auto executor = stream->get_executor();
        const auto pending = std::make_shared<Pending>(Pending{asio::steady_timer(executor), std::nullopt});
        pending->answered.expires_at(asio::steady_timer::time_point::max());
        const Respond respond = [pending, executor](HttpResponse response) {
            asio::post(executor, [pending, response = std::move(response)]() mutable {
                pending->response = std::move(response);
                pending->answered.cancel();
            });
        };
        m_handler(request, respond);
        error_code ignored;
        while (!pending->response)
            co_await pending->answered.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
        co_return std::move(*pending->response);
    }

    asio::awaitable<void> write(std::shared_ptr<Stream> stream, HttpResponse response, unsigned version,
                                bool isKept)
    {
        http::response<http::string_body> message(static_cast<http::status>(response.status), version);
        message.set(http::field::content_type, response.contentType);
        for (const auto& [name, value] : response.headers)
            message.set(name, value);
        message.keep_alive(isKept);
        message.body() = std::move(response.body);
        message.prepare_payload();
        co_await http::async_write(*stream, message, asio::use_awaitable);
    }

    Handler m_handler;
    std::optional<asio::ssl::context> m_tls;
    asio::io_context m_io{kThreads};
    asio::basic_socket_acceptor<Protocol> m_acceptor{asio::make_strand(m_io)};
    QString m_socketFile; ///< To be removed; empty on a network.
    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_isQuiet;
    std::map<std::shared_ptr<Stream>, bool>
        m_streams; ///< Open connections, and whether one is asked something.
    bool m_isDraining = false;
    std::vector<std::thread> m_threads;
};

std::string HttpRequest::header(const std::string& lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? std::string() : found->second;
}

HttpServer::HttpServer(Handler handler)
    : m_listening(std::make_shared<Listening>(std::move(handler)))
{
}

HttpServer::~HttpServer()
{
    drain(std::chrono::milliseconds(0));
}

Result<int> HttpServer::listen(const QString& address, int port, const TlsIdentity& tls)
{
    if (isUnixAddress(address)) {
        if (const Result<Done> room = makeRoomForSocket(socketFileOf(address)); !room)
            return room.error();
    }
    try {
        return m_listening->listen(address, port, tls);
    } catch (const boost::system::system_error& error) {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("Cannot listen on %1 port %2: %3.")
                         .arg(address)
                         .arg(port)
                         .arg(QString::fromStdString(error.code().message())),
                     QString::fromUtf8(error.what())};
    }
}

void HttpServer::drain(std::chrono::milliseconds patience)
{
    m_listening->drain(patience);
}

HttpResponse json(int status, const QJsonObject& object)
{
    return {
        status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString(), {}};
}

HttpResponse problem(int status, const QString& detail, const QString& service)
{
    QJsonObject object{
        {QStringLiteral("type"), QStringLiteral("about:blank")},
        {QStringLiteral("title"),
         QString::fromStdString(std::string(http::obsolete_reason(static_cast<http::status>(status))))},
        {QStringLiteral("status"), status},
        {QStringLiteral("detail"), detail}};
    if (!service.isEmpty())
        object.insert(QStringLiteral("service"), service);
    return {status,
            "application/problem+json",
            QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString(),
            {}};
}

} // namespace purchasing::services
