#pragma once

#include <utility> // Boost 1.81's Asio needs it first under g++ 12.

#include <boost/version.hpp>
static_assert(BOOST_VERSION >= 108100, "Koudmen needs Boost 1.81 or newer");

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>

// The names by which net/ knows Asio: one concrete executor everywhere.
namespace koudmen::net {

namespace asio = boost::asio;

using ErrorCode = boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Protocol = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Protocol, Executor>;
using Acceptor = asio::basic_socket_acceptor<Protocol, Executor>;

} // namespace koudmen::net
