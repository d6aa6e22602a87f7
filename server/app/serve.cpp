#include "app/serve.hpp"

#include "app/example_board.hpp"
#include "app/inline_thread.hpp"
#include "app/links.hpp"
#include "app/server.hpp"
#include "base/clock.hpp"
#include "base/log.hpp"
#include "base/version.hpp"
#include "journal/rocks_journal.hpp"
#include "net/secrets.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <iostream>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace koudmen::app {

namespace {

Result<ExampleLinks, std::string> open_example(journal::Journal& journal,
                                               std::filesystem::path const& file)
{
    ExampleLinks const links{example_code(), net::mint_credential(), net::mint_credential(),
                             net::mint_credential()};
    // The links first: a board that nobody can lead is worse than links to no board.
    if (auto written = write_links(file, links); !written) return unexpected(written.error());
    auto events = example_board({net::hash_of(links.facilitator), net::hash_of(links.moderator),
                                 net::hash_of(links.screen)},
                                wall_clock());
    InlineThread here;
    std::promise<journal::Outcome> landed;
    journal.append(links.code, {}, std::move(events), here,
                   [&](journal::Outcome outcome) { landed.set_value(outcome); });
    if (landed.get_future().get() != journal::Outcome::Durable) {
        return unexpected(std::string("The example board could not be saved."));
    }
    return links;
}

void print_example(ExampleLinks const& links, std::string const& url)
{
    auto const& code = links.code.text;
    auto const phone = url + "/b/" + code;
    std::cout << "\n"
              << qr_blocks(phone) << "\n"
              << "  Participer     " << phone << "\n"
              << "  Animer         " << url << "/desk/" << code << "#" << links.facilitator << "\n"
              << "  Modérer        " << url << "/desk/" << code << "#" << links.moderator << "\n"
              << "  Grand écran    " << url << "/wall/" << code << "#" << links.screen << "\n"
              << "  Feuille de route  " << url << "/roadmap/" << code << "\n";
}

// Secrets pass through this memory: no core dump is made of it, and other processes of the same user
// cannot read it. Who is root can.
void keep_memory_private()
{
    rlimit const none{0, 0};
    bool const refused = setrlimit(RLIMIT_CORE, &none) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0;
    if (refused) log::warn("memory_not_private");
}

// Blocks the signals that stop the server, for this thread and those it will start.
sigset_t block_stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int failed(std::string const& reason)
{
    std::cerr << "koudmen: " << reason << "\n";
    return 1;
}

} // namespace

int serve(Config const& config)
{
    keep_memory_private();
    std::signal(SIGPIPE, SIG_IGN);
    auto const signals = block_stop_signals();
    auto const descriptors = raise_descriptor_limit();

    auto journal = journal::RocksJournal::open(config.data, journal::RocksJournal::Mode::Serve,
                                               {config.free_mib * 1024 * 1024});
    if (!journal) return failed(journal.error());

    auto const links_file = config.data / "example-links.json";
    auto const boards = (*journal)->boards();
    if (!boards) return failed(boards.error().detail);
    std::optional<ExampleLinks> example;
    if (config.example && boards->empty()) {
        auto opened = open_example(**journal, links_file);
        if (!opened) return failed(opened.error());
        example = *opened;
    } else if (config.example && std::filesystem::exists(links_file)) {
        if (auto links = read_links(links_file)) example = *links;
    }

    auto server = Server::create(config, **journal);
    if (!server) return failed(server.error());
    (*server)->start();

    auto const url =
        config.public_url.empty() ? own_url(config.address, (*server)->port()) : config.public_url;
    if (example) print_example(*example, url);
    std::cout << "\n  Koudmen " << version() << "  " << url << "/  (Ctrl-C pour arrêter)\n"
              << std::endl;
    log::note("started",
              {{"version", version()},
               {"commit", commit()},
               {"port", std::to_string((*server)->port())},
               {"boards", std::to_string(boards->size())},
               {"fan_out", (*server)->fan_out() == net::FanOutWay::Uring ? "io_uring" : "send"},
               {"descriptors", std::to_string(descriptors)}});

    int signal = 0;
    sigwait(&signals, &signal);
    // From now on a second signal ends the process as it would any other.
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    log::note("stopping");
    (*server)->stop();
    server->reset();
    journal->reset();
    log::note("stopped");
    return 0;
}

} // namespace koudmen::app
