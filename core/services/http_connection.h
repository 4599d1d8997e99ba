#pragma once

#include "core/ports/tls_identity.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <optional>

// Only for the HTTP server's source.

namespace purchasing::services {

/// TLS 1.3 with this certificate. Throws boost::system::system_error where it cannot be used.
[[nodiscard]] boost::asio::ssl::context contextOf(const TlsIdentity& tls);

/// A connection of somebody who asks over HTTP, encrypted or not: a stream as Asio's and Beast's reads and
/// writes want one, so that they are made once for both. Lives on its strand.
class HttpConnection
{
public:
    /// Encrypted where there is a context, which must outlive it.
    HttpConnection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context* tls)
        : m_plain(std::move(socket))
    {
        if (tls)
            m_tls.emplace(m_plain, *tls);
    }

    using executor_type = boost::beast::tcp_stream::executor_type;
    [[nodiscard]] executor_type get_executor() { return m_plain.get_executor(); }
    [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return m_plain.socket(); }
    template <typename Duration> void expires_after(Duration patience) { m_plain.expires_after(patience); }
    void expires_never() { m_plain.expires_never(); }
    void cancel() { m_plain.cancel(); }

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
    boost::beast::tcp_stream m_plain;
    std::optional<boost::beast::ssl_stream<boost::beast::tcp_stream&>> m_tls;
};

} // namespace purchasing::services
