#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// An HTTP exchange as the routes see it: values, without the library that carries them.
namespace koudmen::net {

// Letters of ASCII made small, as names of headers and hosts are compared.
inline std::string lower_case(std::string_view text)
{
    std::string out(text);
    for (auto& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

struct HttpRequest {
    std::string method;
    std::string target; // As it was sent: path and query.
    std::string body;
    std::map<std::string, std::string> headers; // Names in lower case.

    // The header's value, or empty.
    std::string_view header(std::string_view lower_case_name) const
    {
        auto const found = headers.find(std::string(lower_case_name));
        return found == headers.end() ? std::string_view{} : std::string_view(found->second);
    }
};

struct HttpResponse {
    unsigned status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

// Called once, on the thread where the request came in.
using Respond = std::function<void(HttpResponse)>;

} // namespace koudmen::net
