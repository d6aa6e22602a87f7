#include "app/links.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <arpa/inet.h>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <qrencode.h>
#include <unistd.h>

namespace koudmen::app {

using nlohmann::json;

Result<ExampleLinks, std::string> read_links(std::filesystem::path const& file)
{
    std::ifstream in(file);
    auto const content = json::parse(in, nullptr, false);
    for (auto const* name : {"code", "facilitator", "moderator", "screen"}) {
        if (!content.is_object() || !content.contains(name) || !content[name].is_string()) {
            return unexpected("The file " + file.string() + " does not hold the example's links.");
        }
    }
    return ExampleLinks{{content["code"].get<std::string>()},
                        content["facilitator"].get<std::string>(),
                        content["moderator"].get<std::string>(),
                        content["screen"].get<std::string>()};
}

Result<void, std::string> write_links(std::filesystem::path const& file, ExampleLinks const& links)
{
    json const content{{"code", links.code.text},
                       {"facilitator", links.facilitator},
                       {"moderator", links.moderator},
                       {"screen", links.screen}};
    auto const text = content.dump(2) + "\n";
    int const out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool const written =
        out >= 0 && ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        ::fsync(out) == 0;
    if (out >= 0) ::close(out);
    if (!written) return unexpected("The file " + file.string() + " cannot be written.");
    return {};
}

std::string own_url(std::string const& listening, std::uint16_t port)
{
    bool const everywhere = listening == "0.0.0.0" || listening == "::";
    bool const six = listening.find(':') != std::string::npos;
    if (!everywhere) {
        return "http://" + (six ? "[" + listening + "]" : listening) + ":" + std::to_string(port);
    }
    std::string host = "localhost";
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) == 0) {
        std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> const owned(first, &freeifaddrs);
        for (auto const* at = first; at; at = at->ifa_next) {
            bool const usable = at->ifa_addr && at->ifa_addr->sa_family == AF_INET &&
                                (at->ifa_flags & IFF_LOOPBACK) == 0 &&
                                (at->ifa_flags & IFF_UP) != 0;
            if (!usable) continue;
            sockaddr_in address{};
            std::memcpy(&address, at->ifa_addr, sizeof address);
            std::array<char, INET_ADDRSTRLEN> text{};
            if (!inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size())) continue;
            host = text.data();
            break;
        }
    }
    return "http://" + host + ":" + std::to_string(port);
}

std::string qr_blocks(std::string const& text)
{
    constexpr int quiet = 4;
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) return {};
    auto const dark = [&](int x, int y) {
        if (x < 0 || y < 0 || x >= code->width || y >= code->width) return false;
        return (code->data[y * code->width + x] & 1) != 0;
    };
    // Black on white whatever the terminal's colours; two rows of modules a line.
    std::string drawn;
    for (int y = -quiet; y < code->width + quiet; y += 2) {
        drawn += "\x1b[30;107m";
        for (int x = -quiet; x < code->width + quiet; ++x) {
            bool const upper = dark(x, y);
            bool const lower = dark(x, y + 1);
            drawn += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        drawn += "\x1b[0m\n";
    }
    return drawn;
}

} // namespace koudmen::app
