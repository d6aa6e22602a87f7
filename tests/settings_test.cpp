#include "board/results.hpp"
#include "app/commands.hpp"
#include "app/config.hpp"
#include "board/results.hpp"
#include "support/journal_house.hpp"
#include "support/random_story.hpp"
#include "support/schema_validator.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace koudmen;
using namespace koudmen::app;
using namespace koudmen::tests;

namespace {

// What a command line does: its exit status and what it wrote.
struct Ran {
    int status = -1;
    std::string out;
    std::string err;
};

// Takes over a stream for as long as it lives.
class Captured {
public:
    explicit Captured(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf()))
    {}
    ~Captured() { stream_.rdbuf(before_); }
    Captured(Captured const&) = delete;
    Captured& operator=(Captured const&) = delete;
    std::string text() const { return text_.str(); }

private:
    std::ostream& stream_;
    std::ostringstream text_;
    std::streambuf* before_;
};

Ran run(std::vector<std::string> const& words,
        std::map<std::string, std::string> const& environment = {})
{
    std::vector<char const*> arguments;
    for (auto const& word : words) arguments.push_back(word.c_str());
    Captured const out(std::cout);
    Captured const err(std::cerr);
    auto const status = app::run(arguments, environment);
    return {status, out.text(), err.text()};
}

std::string written(TemporaryFolder const& folder, std::string const& content)
{
    auto const file = folder.path() / "settings.json";
    std::ofstream(file) << content;
    return file.string();
}

// The line of one setting in what print-config says.
std::string setting_of(Ran const& ran, std::string const& name)
{
    auto const at = ran.out.find(name + " = ");
    if (at == std::string::npos) return "none";
    auto const value = at + name.size() + 3;
    return ran.out.substr(value, ran.out.find('\n', value) - value);
}

} // namespace

TEST_CASE("O1: a flag beats a variable, which beats the file, which beats the default",
          "[settings]")
{
    TemporaryFolder const folder;
    auto const file = written(folder, R"({"port": 81, "threads": 3, "outbox_kib": 99})");
    auto const ran = run({"print-config", "--config", file, "--port", "83"},
                         {{"KOUDMEN_PORT", "82"}, {"KOUDMEN_THREADS", "4"}, {"PORT", "1"}});
    CHECK(ran.status == 0);
    CHECK(setting_of(ran, "port") == "83");
    CHECK(setting_of(ran, "threads") == "4");
    CHECK(setting_of(ran, "outbox_kib") == "99");
    CHECK(setting_of(ran, "frame_interval_ms") == "50");
    auto const named = run({"print-config"}, {{"KOUDMEN_CONFIG", file}});
    CHECK(setting_of(named, "port") == "81");
    CHECK(setting_of(run({"print-config", "--free-mib=7"}), "free_mib") == "7");
    CHECK(setting_of(run({"print-config", "--fan-out", "send"}), "fan_out") == "send");
    CHECK(setting_of(run({"print-config", "--example"}), "example") == "true");
}

TEST_CASE("O2: a setting that is unknown or out of bounds stops the start with its name and limits",
          "[settings]")
{
    TemporaryFolder const folder;
    struct Case {
        std::vector<std::string> words;
        std::vector<std::string> told;
    };
    for (auto const& [words, told] : std::vector<Case>{
             {{"--prot", "80"}, {"--prot", "Is it \"port\"?"}},
             {{"--port", "65536"}, {"\"port\"", "0 to 65535"}},
             {{"--port", "-1"}, {"\"port\"", "0 to 65535"}},
             {{"--port", "80x"}, {"\"port\""}},
             {{"--port", ""}, {"\"port\""}},
             {{"--port"}, {"--port needs a value"}},
             {{"--connections", "0"}, {"\"connections\"", "1 to 1000000"}},
             {{"--outbox-kib", "15"}, {"\"outbox_kib\"", "16 to 65536"}},
             {{"--fan-out", "udp"}, {"\"fan_out\"", "io_uring or send"}},
             {{"--frame-interval-ms", "0"}, {"\"frame_interval_ms\"", "1 to 10000"}},
             {{"--origins", "koudmen.mq"}, {"\"origins\"", "https://exemple.mq"}},
             {{"--example=maybe"}, {"\"example\"", "true or false"}},
             {{"--data", ""}, {"\"data\"", "folder"}},
             {{"--creation-key", std::string(1'001, 'x')}, {"\"creation_key\"", "1000"}},
             {{"--public-url", "koudmen"}, {"\"public_url\"", "https://exemple.mq"}},
             {{"--public-url", "https://a.mq/"}, {"\"public_url\"", "without a path"}},
             {{"--public-url", "https://"}, {"\"public_url\""}},
             {{"--origins", "https://a.mq,https://b.mq/page"}, {"\"origins\""}},
             {{"--config", (folder.path() / "nowhere").string()}, {"nowhere", "cannot be read"}},
             {{"--config", written(folder, R"({"colour": "blue"})")}, {"\"colour\""}},
             {{"sing"}, {"\"sing\"", "--help"}},
             {{"boards", "please"}, {"\"please\""}},
         }) {
        auto line = words;
        if (line.front().starts_with("--")) line.insert(line.begin(), "check-config");
        auto const ran = run(line);
        INFO(words.front() << ": " << ran.err);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        for (auto const& part : told) CHECK_THAT(ran.err, containing(part));
    }
    CHECK(run({"check-config", "--config", written(folder, "[1]")}).status == 2);
    CHECK(run({"check-config", "--config", written(folder, "{")}).status == 2);
    CHECK(run({"check-config"}, {{"KOUDMEN_PROT", "1"}}).status == 2);
    CHECK(run({"check-config"}).status == 0);
}

TEST_CASE("O3: the settings file of the sources tells every setting with its default", "[settings]")
{
    auto const file =
        nlohmann::json::parse(source_file("config/koudmen.json"), nullptr, true, true);
    std::set<std::string> told;
    for (auto const& [name, value] : file.items()) told.insert(name);
    std::set<std::string> known;
    for (auto const& setting : settings()) known.insert(std::string(setting.name));
    CHECK(told == known);
    auto const with =
        run({"print-config", "--config", std::string(KOUDMEN_SOURCE_DIR) + "/config/koudmen.json"});
    CHECK(with.out == run({"print-config"}).out);
    auto const help = run({"--help"}).out;
    for (auto const& setting : settings()) {
        CHECK_THAT(help, containing(std::string(setting.sentence)));
    }
}

TEST_CASE("O4: a secret setting is told only as being set", "[settings]")
{
    auto const ran = run({"print-config", "--creation-key", "Koudmen 2024"});
    CHECK(setting_of(ran, "creation_key") == "(set)");
    CHECK(ran.out.find("2024") == std::string::npos);
    CHECK(setting_of(run({"print-config"}), "creation_key").empty());
}

TEST_CASE("O5: an operator reads boards, the roadmap and the ballots from the store", "[settings]")
{
    JournalHouse<OnDisk> house;
    RandomStory story(3);
    story.steps(400);
    auto const& board = story.maker.board;
    REQUIRE(house.append(board.code, 0, story.maker.history) == journal::Outcome::Durable);
    auto const data = house.kind.folder.path().string();
    auto const code = board.code.text;
    // Also while a server has it open, as here.
    CHECK(run({"boards", "--data", data}).out == code + "\n");
    CHECK(run({"roadmap", "--data", data, "--board", code}).out == wire::roadmap(board));
    auto const ballots = run({"ballots", "--data", data, "--board", code});
    CHECK(ballots.status == 0);
    std::size_t standing = 0;
    for (auto const& [id, ballot] : board.ballots) {
        // What the room may not see yet is not told the operator either.
        if (!board::results_shown(board, ballot)) continue;
        for (auto const& [number, voter] : ballot.voters) standing += voter.standing;
    }
    auto const lines = std::count(ballots.out.begin(), ballots.out.end(), '\n');
    CHECK(static_cast<std::size_t>(lines) == standing + 1);
    for (auto const& [credential, actor] : board.members) {
        CHECK(ballots.out.find(credential.text) == std::string::npos);
    }
    CHECK(ballots.out.find("Nom secret") == std::string::npos);

    TemporaryFolder const folder;
    auto const output = (folder.path() / "roadmap.json").string();
    CHECK(run({"roadmap", "--data", data, "--board", code, "--output", output}).status == 0);
    std::ifstream in(output, std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == wire::roadmap(board));

    CHECK(run({"roadmap", "--data", data}).status == 2);
    auto const unknown = run({"roadmap", "--data", data, "--board", "ZZZZZ"});
    CHECK(unknown.status == 1);
    CHECK_THAT(unknown.err, containing("ZZZZZ"));
    CHECK(run({"boards", "--data", (folder.path() / "nowhere").string()}).status == 1);
    auto const nowhere = (folder.path() / "no" / "where").string();
    CHECK(run({"roadmap", "--data", data, "--board", code, "--output", nowhere}).status == 1);
    // Snapshots are dropped only when nobody serves.
    CHECK(run({"drop-snapshots", "--data", data}).status == 1);
    house.kind.kept.reset();
    CHECK(run({"drop-snapshots", "--data", data}).status == 0);
    CHECK(run({"roadmap", "--data", data, "--board", code}).out == wire::roadmap(board));
}
