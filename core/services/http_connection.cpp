#include "core/services/http_connection.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstring>

namespace purchasing::services {

namespace asio = boost::asio;

asio::ssl::context contextOf(const TlsIdentity& tls)
{
    asio::ssl::context context(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_3_VERSION);
    context.use_certificate_chain(asio::buffer(tls.certificate));
    context.use_private_key(asio::buffer(tls.key), asio::ssl::context::pem);
    return context;
}

asio::ip::tcp::endpoint networkEndpoint(const asio::generic::stream_protocol::endpoint& endpoint)
{
    asio::ip::tcp::endpoint found;
    const int family = endpoint.protocol().family();
    if ((family == AF_INET || family == AF_INET6) && endpoint.size() <= found.capacity()) {
        std::memcpy(found.data(), endpoint.data(), endpoint.size());
        found.resize(endpoint.size());
    }
    return found;
}

std::string HttpConnection::addressOf(const Protocol::socket& socket)
{
    boost::system::error_code error;
    const asio::ip::tcp::endpoint endpoint = networkEndpoint(socket.remote_endpoint(error));
    return error || endpoint.port() == 0 ? std::string() : endpoint.address().to_string();
}

asio::awaitable<void> HttpConnection::shakeHands()
{
    if (m_tls)
        co_await m_tls->async_handshake(asio::ssl::stream_base::server, asio::use_awaitable);
}

asio::awaitable<void> HttpConnection::sayGoodbye()
{
    // Whether the other side heard it does not matter: every answer says how long it is.
    boost::system::error_code ignored;
    if (m_tls)
        co_await m_tls->async_shutdown(asio::redirect_error(asio::use_awaitable, ignored));
}

} // namespace purchasing::services
