#pragma once

#include "core/ports/tls_identity.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <optional>
#include <string>

// Only for the HTTP server's source.

namespace purchasing::services {

/// An endpoint of the network as such; of the file system, with the port 0 of no address.
[[nodiscard]] boost::asio::ip::tcp::endpoint
networkEndpoint(const boost::asio::generic::stream_protocol::endpoint& endpoint);

/// TLS 1.3 with this certificate. Throws boost::system::system_error where it cannot be used.
[[nodiscard]] boost::asio::ssl::context contextOf(const TlsIdentity& tls);

/// A connection of somebody who asks over HTTP, encrypted or not: a stream as Asio's and Beast's reads and
/// writes want one, so that they are made once for both. Lives on its strand.
class HttpConnection
{
public:
    /// Of the network or of this machine's file system.
    using Protocol = boost::asio::generic::stream_protocol;

    /// Encrypted where there is a context, which must outlive it.
    HttpConnection(Protocol::socket socket, boost::asio::ssl::context* tls)
        : m_address(addressOf(socket))
        , m_plain(std::move(socket))
    {
        if (tls)
            m_tls.emplace(m_plain, *tls);
    }

    using executor_type = boost::asio::any_io_executor;
    [[nodiscard]] executor_type get_executor() { return m_plain.get_executor(); }
    [[nodiscard]] Protocol::socket& socket() { return m_plain.socket(); }
    template <typename Duration> void expires_after(Duration patience) { m_plain.expires_after(patience); }
    void expires_never() { m_plain.expires_never(); }
    void cancel() { m_plain.cancel(); }
    /// Of whoever asks, without the port; empty where that is no network.
    [[nodiscard]] const std::string& address() const { return m_address; }

    /// Nothing without encryption.
    [[nodiscard]] boost::asio::awaitable<void> shakeHands();
    [[nodiscard]] boost::asio::awaitable<void> sayGoodbye();

    template <typename Buffers, typename Token> auto async_read_some(const Buffers& buffers, Token&& token)
    {
        return m_tls ? m_tls->async_read_some(buffers, std::forward<Token>(token))
                     : m_plain.async_read_some(buffers, std::forward<Token>(token));
    }
    template <typename Buffers, typename Token> auto async_write_some(const Buffers& buffers, Token&& token)
    {
        return m_tls ? m_tls->async_write_some(buffers, std::forward<Token>(token))
                     : m_plain.async_write_some(buffers, std::forward<Token>(token));
    }

private:
    using Plain = boost::beast::basic_stream<Protocol>;
    [[nodiscard]] static std::string addressOf(const Protocol::socket& socket);

    std::string m_address;
    Plain m_plain;
    std::optional<boost::beast::ssl_stream<Plain&>> m_tls;
};

} // namespace purchasing::services
