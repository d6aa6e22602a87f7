#pragma once

#include "support/raw_socket.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <string_view>

namespace koudmen::tests {

struct Answer {
    unsigned status = 0;                             // 0 when there was none.
    std::multimap<std::string, std::string> headers; // Names in lower case.
    std::string body;

    std::string header(std::string const& name) const
    {
        auto const found = headers.find(name);
        return found == headers.end() ? std::string{} : found->second;
    }
};

// Reads one answer. That to HEAD has no body, whatever length it tells.
inline Answer read_answer(RawSocket& socket, bool head = false)
{
    Answer answer;
    auto const line = socket.read_until("\r\n");
    if (!line.starts_with("HTTP/1.1 ")) return answer;
    answer.status = static_cast<unsigned>(std::stoul(line.substr(9, 3)));
    for (;;) {
        auto field = socket.read_until("\r\n");
        if (field.size() <= 2) break;
        auto const colon = field.find(':');
        auto name = field.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        auto const value = field.find_first_not_of(' ', colon + 1);
        answer.headers.emplace(name, field.substr(value, field.size() - value - 2));
    }
    auto const length = answer.header("content-length");
    if (!head && !length.empty()) answer.body = socket.read(std::stoul(length));
    return answer;
}

// One request on a connection of its own. `headers` are whole lines.
inline Answer request(std::uint16_t port, std::string const& method, std::string const& target,
                      std::string const& headers = "", std::string const& body = "")
{
    RawSocket socket(port);
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    socket.send(text + "\r\n" + body);
    return read_answer(socket, method == "HEAD");
}

} // namespace koudmen::tests
