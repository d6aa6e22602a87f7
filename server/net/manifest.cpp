#include "net/manifest.hpp"

#include "wire/inbound.hpp"

namespace koudmen::net {

std::optional<HttpResponse> board_manifest(std::string_view path, Files const& files)
{
    constexpr std::string_view prefix = "/b/";
    constexpr std::string_view suffix = "/app.webmanifest";
    constexpr std::string_view placeholder = "CODE";

    if (!path.starts_with(prefix) || !path.ends_with(suffix)) return std::nullopt;
    if (path.size() < prefix.size() + suffix.size()) return std::nullopt;
    path.remove_prefix(prefix.size());
    path.remove_suffix(suffix.size());
    auto const code = wire::read_code(path);
    // Asked without codings, so that the bytes are the text.
    auto response = files.find("/phone.webmanifest", {});
    if (!code || !response) return std::nullopt;
    auto& body = response->body;
    for (auto at = body.find(placeholder); at != std::string::npos;
         at = body.find(placeholder, at + code->text.size())) {
        body.replace(at, placeholder.size(), code->text);
    }
    return response;
}

} // namespace koudmen::net
