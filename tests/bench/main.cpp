#include "stage.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string_view>

// koudmen_bench [--server PATH] [--rounds N] [--table FILE] NAME...
//                                                       measures; docs/PERFORMANCE.md says what
// koudmen_bench baseline send|beast PORT                serves as what the server is compared with
namespace koudmen::bench {

namespace {

using Measure = void (*)(Bench const&, Report&);

struct Named {
    std::string_view name;
    Measure measure;
};

constexpr Named all[] = {
    {"fanout", bench_fanout},   {"burst", bench_burst}, {"join", bench_join},
    {"durable", bench_durable}, {"idle", bench_idle},   {"slow", bench_slow},
    {"json", bench_json},       {"storm", bench_storm}, {"large", bench_large},
    {"boards", bench_boards},
};

int serve_baseline(std::string_view kind, std::uint16_t port)
{
    if (kind == "send") return serve_with_send(port);
    if (kind == "beast") return serve_with_beast(port);
    throw std::runtime_error("there is no baseline " + std::string(kind));
}

std::vector<Measure> asked(std::string_view name)
{
    std::vector<Measure> found;
    for (auto const& known : all) {
        if (name == "all" || name == known.name) found.push_back(known.measure);
    }
    if (found.empty()) throw std::runtime_error("there is no measurement " + std::string(name));
    return found;
}

int run(std::vector<std::string> const& words)
{
    raise_descriptor_limit();
    if (words.size() == 3 && words[0] == "baseline") {
        return serve_baseline(words[1], static_cast<std::uint16_t>(std::stoul(words[2])));
    }
    Bench bench;
    bench.self = std::filesystem::canonical("/proc/self/exe");
    bench.no_sync = bench.self.parent_path() / "libkoudmen_no_sync.so";
    bench.server = bench.self.parent_path() / "../../server/koudmen";
    bench.folder = bench.self.parent_path();
    std::filesystem::path table;
    std::vector<Measure> measures;
    for (std::size_t at = 0; at < words.size(); ++at) {
        bool const more = at + 1 < words.size();
        if (words[at] == "--server" && more) {
            bench.server = words[++at];
        } else if (words[at] == "--rounds" && more) {
            bench.rounds = std::stoi(words[++at]);
        } else if (words[at] == "--table" && more) {
            table = words[++at];
        } else {
            auto const found = asked(words[at]);
            measures.insert(measures.end(), found.begin(), found.end());
        }
    }
    if (measures.empty()) throw std::runtime_error("which measurement?");
    pin(Core::Client);
    Report report;
    for (auto const measure : measures) measure(bench, report);
    if (!table.empty()) report.write_table(table);
    return 0;
}

} // namespace

} // namespace koudmen::bench

int main(int count, char** arguments)
{
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return koudmen::bench::run({arguments + 1, arguments + count});
    } catch (std::exception const& fault) {
        std::cerr << "bench: " << fault.what() << std::endl;
        return 1;
    }
}
