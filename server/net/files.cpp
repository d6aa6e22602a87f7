#include "net/files.hpp"

#include "base/sha256.hpp"

#include <array>
#include <utility>

namespace koudmen::net {

namespace {

constexpr std::size_t etag_digits = 20;

std::string_view media_type(std::string_view path)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (auto const& [suffix, type] : types) {
        if (path.ends_with(suffix)) return type;
    }
    return "application/octet-stream";
}

// Whether a coding is named in Accept-Encoding and not refused with q=0.
bool accepts(std::string_view header, std::string_view coding)
{
    while (!header.empty()) {
        auto const comma = header.find(',');
        auto part = header.substr(0, comma);
        header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
        while (part.starts_with(' ')) part.remove_prefix(1);
        if (!part.starts_with(coding)) continue;
        auto const rest = part.substr(coding.size());
        if (rest.empty() || rest.starts_with(' ')) return true;
        if (rest.starts_with(';'))
            return rest.find("q=0") == std::string_view::npos ||
                   rest.find("q=0.") != std::string_view::npos;
    }
    return false;
}

} // namespace

Files::Files(std::span<EmbeddedFile const> files)
{
    for (auto const& file : files) {
        auto const etag = "\"" + sha256(file.identity).substr(0, etag_digits) + "\"";
        files_.emplace(std::string(file.path), Kept{file, etag});
    }
}

std::optional<HttpResponse> Files::find(std::string_view path, HttpRequest const& request) const
{
    auto const found = files_.find(path);
    if (found == files_.end()) return std::nullopt;
    auto const& [file, etag] = found->second;

    HttpResponse response;
    // Names under /assets carry a hash of the content, so they never change.
    bool const for_ever = path.starts_with("/assets/");
    response.headers = {
        {"Content-Type", std::string(media_type(path))},
        {"Cache-Control", for_ever ? "public, max-age=31536000, immutable" : "no-cache"},
        {"ETag", etag},
        {"Vary", "Accept-Encoding"},
    };
    if (request.header("if-none-match") == etag) {
        response.status = 304;
        return response;
    }
    auto const wanted = request.header("accept-encoding");
    if (!file.brotli.empty() && accepts(wanted, "br")) {
        response.headers.emplace_back("Content-Encoding", "br");
        response.body = file.brotli;
    } else if (!file.gzip.empty() && accepts(wanted, "gzip")) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = file.gzip;
    } else {
        response.body = file.identity;
    }
    return response;
}

} // namespace koudmen::net
