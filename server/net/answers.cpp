#include "net/answers.hpp"

#include "wire/outbound.hpp"

#include <utility>

namespace koudmen::net {

HttpResponse json(unsigned status, std::string body)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            std::move(body)};
}

HttpResponse problem(board::Refusal const& refusal)
{
    return {wire::http_status(refusal.word),
            {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
            wire::problem(refusal)};
}

HttpResponse plain(unsigned status, std::string_view sentence)
{
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
            std::string(sentence) + "\n"};
}

HttpResponse wrong_method(std::string_view allowed)
{
    auto response = plain(405, "This address does not take this method.");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

bool reads(HttpRequest const& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

bool is_json(HttpRequest const& request)
{
    auto const type = request.header("content-type");
    return type == "application/json" || type.starts_with("application/json;");
}

std::optional<std::string_view> bearer(HttpRequest const& request)
{
    constexpr std::string_view scheme = "Bearer ";
    auto const header = request.header("authorization");
    if (!header.starts_with(scheme)) return std::nullopt;
    return header.substr(scheme.size());
}

} // namespace koudmen::net
