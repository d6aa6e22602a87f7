#include "app/config.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <numeric>

namespace koudmen::app {

namespace {

template <class T>
Setting whole(std::string_view name, std::string_view sentence, T Config::*member,
              std::uint64_t least, std::uint64_t most)
{
    return {name, sentence,
            [=](Config& config, std::string_view text) -> Result<void, std::string> {
                std::uint64_t value = 0;
                auto const [end, error] =
                    std::from_chars(text.data(), text.data() + text.size(), value);
                bool const read = error == std::errc{} && end == text.data() + text.size();
                if (!read || value < least || value > most) {
                    return unexpected("must be a whole number from " + std::to_string(least) +
                                      " to " + std::to_string(most));
                }
                config.*member = static_cast<T>(value);
                return {};
            },
            [=](Config const& config) { return std::to_string(config.*member); }};
}

Setting text(std::string_view name, std::string_view sentence, std::string Config::*member,
             bool secret = false)
{
    return {name, sentence,
            [=](Config& config, std::string_view value) -> Result<void, std::string> {
                constexpr std::size_t text_max = 1'000;
                if (value.size() > text_max)
                    return unexpected(std::string("must be at most 1000 bytes long"));
                config.*member = value;
                return {};
            },
            [=](Config const& config) { return config.*member; }, secret};
}

// Where a site is, as browsers spell it: scheme, host, perhaps a port, and nothing after it.
bool is_origin(std::string_view text)
{
    constexpr std::size_t origin_max = 300;
    for (std::string_view const scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme) || text.size() > origin_max) continue;
        auto const place = text.substr(scheme.size());
        return !place.empty() && std::all_of(place.begin(), place.end(), [](unsigned char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                   c == ':' || c == '[' || c == ']';
        });
    }
    return false;
}

Result<void, std::string> set_public_url(Config& config, std::string_view value)
{
    if (!value.empty() && !is_origin(value)) {
        return unexpected(
            std::string("must be like https://exemple.mq, in small letters, without a path"));
    }
    config.public_url = value;
    return {};
}

Result<void, std::string> set_origins(Config& config, std::string_view list)
{
    config.origins.clear();
    while (!list.empty()) {
        auto const comma = list.find(',');
        auto const origin = list.substr(0, comma);
        if (!is_origin(origin)) {
            return unexpected(
                std::string("must be origins like https://exemple.mq, separated by commas"));
        }
        config.origins.emplace_back(origin);
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    }
    return {};
}

std::string get_origins(Config const& config)
{
    std::string list;
    for (auto const& origin : config.origins) list += (list.empty() ? "" : ",") + origin;
    return list;
}

Result<void, std::string> set_example(Config& config, std::string_view value)
{
    if (value != "true" && value != "false")
        return unexpected(std::string("must be true or false"));
    config.example = value == "true";
    return {};
}

Result<void, std::string> set_fan_out(Config& config, std::string_view value)
{
    if (value != "io_uring" && value != "send") {
        return unexpected(std::string("must be io_uring or send"));
    }
    config.fan_out_uring = value == "io_uring";
    return {};
}

std::size_t distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < one.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < other.size(); ++j) {
            auto const above = row[j + 1];
            auto const replaced = diagonal + (one[i] == other[j] ? 0 : 1);
            row[j + 1] = std::min({above + 1, row[j] + 1, replaced});
            diagonal = above;
        }
    }
    return row.back();
}

// `from` says where the setting stands, for the operator who looks for it.
Result<void, std::string> set(Config& config, std::string_view name, std::string_view value,
                              std::string_view from)
{
    auto const& all = settings();
    auto const known = std::find_if(all.begin(), all.end(),
                                    [&](auto const& setting) { return setting.name == name; });
    if (known == all.end()) {
        auto const nearest =
            std::min_element(all.begin(), all.end(), [&](auto const& one, auto const& other) {
                return distance(name, one.name) < distance(name, other.name);
            });
        return unexpected(std::string(from) + ": there is no setting \"" + std::string(name) +
                          "\". Is it \"" + std::string(nearest->name) + "\"?");
    }
    auto done = known->set(config, value);
    if (!done) {
        return unexpected(std::string(from) + ": \"" + std::string(name) + "\" " + done.error() +
                          ".");
    }
    return {};
}

std::string underscored(std::string_view name)
{
    std::string out(name);
    for (auto& c : out) {
        if (c == '-')
            c = '_';
        else if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

} // namespace

std::vector<Setting> const& settings()
{
    static std::vector<Setting> const all = {
        text("address", "Numeric address to listen on.", &Config::address),
        whole("port", "Port to listen on; 0 lets the system choose.", &Config::port, 0, 65'535),
        {"data", "Folder that holds everything that must last.",
         [](Config& config, std::string_view value) -> Result<void, std::string> {
             if (value.empty()) return unexpected(std::string("must name a folder"));
             config.data = std::string(value);
             return {};
         },
         [](Config const& config) { return config.data.string(); }},
        whole("threads", "I/O threads; 0 means one for each core.", &Config::threads, 0, 256),
        {"public_url",
         "Where people reach this server, as https://exemple.mq; empty: the machine's address.",
         set_public_url, [](Config const& config) { return config.public_url; }},
        {"origins", "Other sites whose pages may speak to this server, separated by commas.",
         set_origins, get_origins},
        text("creation_key", "What one must know to open a board; empty: nothing.",
             &Config::creation_key, true),
        whole("connections", "Connections served at once.", &Config::connections, 1, 1'000'000),
        whole("frame_interval_ms",
              "Least time between two frames to the whole room, in milliseconds.",
              &Config::frame_interval_ms, 1, 10'000),
        {"fan_out", "How frames reach the kernel: io_uring, where it has that, or send.",
         set_fan_out,
         [](Config const& config) {
             return std::string(config.fan_out_uring ? "io_uring" : "send");
         }},
        whole("outbox_kib", "What may wait for one slow phone, in KiB.", &Config::outbox_kib, 16,
              65'536),
        whole("free_mib", "Free disk space under which nothing more is accepted, in MiB.",
              &Config::free_mib, 0, 1'048'576),
        whole("snapshot_events", "Events after which a snapshot of a board is saved.",
              &Config::snapshot_events, 100, 10'000'000),
        {"example", "Open an example board when the store is empty.", set_example,
         [](Config const& config) { return std::string(config.example ? "true" : "false"); }},
    };
    return all;
}

Result<void, std::string> apply_file(Config& config, std::filesystem::path const& file)
{
    std::ifstream in(file);
    if (!in) return unexpected("The settings file " + file.string() + " cannot be read.");
    auto const content = nlohmann::json::parse(in, nullptr, false, true);
    if (!content.is_object()) {
        return unexpected("The settings file " + file.string() + " is not a JSON object.");
    }
    for (auto const& [name, value] : content.items()) {
        auto const said = value.is_string() ? value.get<std::string>() : value.dump();
        if (auto done = set(config, name, said, file.string()); !done) return done;
    }
    return {};
}

Result<void, std::string> apply_environment(Config& config,
                                            std::map<std::string, std::string> const& variables)
{
    constexpr std::string_view prefix = "KOUDMEN_";
    for (auto const& [name, value] : variables) {
        if (!name.starts_with(prefix)) continue;
        auto const setting = underscored(name.substr(prefix.size()));
        if (auto done = set(config, setting, value, name); !done) return done;
    }
    return {};
}

Result<void, std::string> apply_flag(Config& config, std::string_view name, std::string_view value)
{
    return set(config, underscored(name), value, "--" + std::string(name));
}

std::string print(Config const& config)
{
    std::string lines;
    for (auto const& setting : settings()) {
        auto const value = setting.get(config);
        auto const shown = setting.secret && !value.empty() ? "(set)" : value;
        lines += std::string(setting.name) + " = " + shown + "\n";
    }
    return lines;
}

} // namespace koudmen::app
