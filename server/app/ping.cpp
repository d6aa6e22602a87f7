#include "app/ping.hpp"

#include "net/net.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <chrono>
#include <string_view>

namespace koudmen::app {

bool ping(std::string const& url)
{
    constexpr std::string_view scheme = "http://";
    constexpr std::chrono::seconds patience{3};
    if (!url.starts_with(scheme)) return false;
    auto const place = url.substr(scheme.size(), url.find('/', scheme.size()) - scheme.size());
    auto const colon = place.rfind(':');
    auto const host = place.substr(0, colon);
    auto const port = colon == std::string::npos ? std::string("80") : place.substr(colon + 1);

    namespace asio = boost::asio;
    asio::io_context context;
    net::Socket socket(context);
    asio::ip::basic_resolver<net::Protocol, net::Executor> resolver(context);
    auto const request =
        "GET /healthz HTTP/1.1\r\nHost: " + place + "\r\nConnection: close\r\n\r\n";
    std::string answer;
    resolver.async_resolve(host, port, [&](net::ErrorCode error, auto const& found) {
        if (error) return;
        asio::async_connect(socket, found, [&](net::ErrorCode failed, auto const&) {
            if (failed) return;
            asio::async_write(socket, asio::buffer(request),
                              [&](net::ErrorCode unsent, std::size_t) {
                                  if (unsent) return;
                                  constexpr std::size_t answer_max = 16 * 1024;
                                  asio::async_read(socket, asio::dynamic_buffer(answer, answer_max),
                                                   [](net::ErrorCode, std::size_t) {});
                              });
        });
    });
    context.run_for(patience);
    return answer.starts_with("HTTP/1.1 200 ");
}

} // namespace koudmen::app
