#include "core/services/collector.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <exception>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kCollectorPatience{2};

boost::asio::awaitable<bool> send(const Collector& collector, const QByteArray& json)
{
    namespace asio = boost::asio;
    namespace http = boost::beast::http;
    const auto executor = co_await asio::this_coro::executor;
    asio::ip::tcp::resolver resolver(executor);
    const auto places = co_await resolver.async_resolve(collector.host, collector.port, asio::use_awaitable);
    boost::beast::tcp_stream stream(executor);
    stream.expires_after(kCollectorPatience);
    co_await stream.async_connect(places, asio::use_awaitable);
    http::request<http::string_body> request(http::verb::post, collector.path, 11);
    request.set(http::field::host, collector.host + ':' + collector.port);
    request.set(http::field::content_type, "application/json");
    request.body() = json.toStdString();
    request.prepare_payload();
    co_await http::async_write(stream, request, asio::use_awaitable);
    boost::beast::flat_buffer buffer;
    http::response<http::string_body> response;
    co_await http::async_read(stream, buffer, response, asio::use_awaitable);
    co_return response.result_int() / 100 == 2;
}

} // namespace

bool Collector::post(const QByteArray& json) const
{
    boost::asio::io_context io(1);
    bool wasTaken = false;
    boost::asio::co_spawn(io, send(*this, json), [&wasTaken](const std::exception_ptr& failure, bool taken) {
        wasTaken = !failure && taken;
    });
    io.run_for(kCollectorPatience);
    return wasTaken;
}

} // namespace purchasing::services
