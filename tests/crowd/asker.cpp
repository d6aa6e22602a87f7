#include "asker.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdlib>
#include <cstring>
#include <netdb.h>
#include <stdexcept>

namespace koudmen::bench {

using nlohmann::json;

Place look_up(std::string const& host, std::uint16_t port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    auto const bare = host.starts_with('[') ? host.substr(1, host.size() - 2) : host;
    if (::getaddrinfo(bare.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) {
        throw std::runtime_error("there is no host " + host);
    }
    Place place;
    std::memcpy(&place.address, found->ai_addr, found->ai_addrlen);
    place.size = found->ai_addrlen;
    place.host = host + ":" + std::to_string(port);
    ::freeaddrinfo(found);
    return place;
}

std::string post_request(std::string_view host, std::string_view target,
                         std::string_view credential, json const& body)
{
    auto const text = body.dump();
    std::string request = "POST ";
    request.append(target).append(" HTTP/1.1\r\nHost: ").append(host);
    request.append("\r\nContent-Type: application/json\r\n");
    if (!credential.empty()) request.append("Authorization: Bearer ").append(credential) += "\r\n";
    return request + "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
}

Asker::Asker(Place const& place)
    : host_(place.host), socket_(::socket(place.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (::connect(socket_.get(), place.any(), place.size) != 0) {
        throw std::runtime_error("cannot connect to " + host_);
    }
}

void Asker::ask(std::string const& target, std::string const& credential, json const& body) const
{
    send(post_request(host_, target, credential, body));
}

void Asker::get(std::string const& target) const
{
    send("GET " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n\r\n");
}

void Asker::send(std::string const& request) const
{
    std::string_view rest = request;
    while (!rest.empty()) {
        auto const sent = ::send(socket_.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0) throw std::runtime_error("cannot ask");
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
}

json Asker::answer()
{
    auto const head = text_until("\r\n\r\n");
    constexpr std::string_view length = "Content-Length: ";
    auto const at = head.find(length);
    if (at == std::string::npos) throw std::runtime_error("an answer without a length");
    auto const size = std::strtoull(head.c_str() + at + length.size(), nullptr, 10);
    while (held_.size() < size) more();
    auto const body = held_.substr(0, size);
    held_.erase(0, size);
    if (!head.starts_with("HTTP/1.1 2")) throw std::runtime_error("refused: " + body);
    return json::parse(body);
}

std::string Asker::text_until(std::string_view end)
{
    auto at = held_.find(end);
    for (; at == std::string::npos; at = held_.find(end)) more();
    auto const text = held_.substr(0, at + end.size());
    held_.erase(0, at + end.size());
    return text;
}

void Asker::more()
{
    std::array<char, 16'384> bytes{};
    auto const got = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
    if (got <= 0) throw std::runtime_error("no answer");
    held_.append(bytes.data(), static_cast<std::size_t>(got));
}

} // namespace koudmen::bench
