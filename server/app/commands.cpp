#include "app/commands.hpp"

#include "app/backup.hpp"
#include "app/ballots.hpp"
#include "app/carry.hpp"
#include "app/config.hpp"
#include "app/ping.hpp"
#include "app/serve.hpp"
#include "base/version.hpp"
#include "journal/rocks_journal.hpp"
#include "wire/outbound.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace koudmen::app {

namespace {

constexpr int done = 0;
constexpr int failure = 1;
constexpr int wrong_usage = 2;

using journal::RocksJournal;

// What a command line said, before it is acted on.
struct Line {
    std::string command = "serve";
    std::optional<std::string>
        operand; // The URL of ping, the archive of import, the folder of backup and restore.
    std::optional<BoardCode> board;
    std::optional<std::filesystem::path> output;
    Config config;
};

struct CommandWord {
    std::string_view word;
    std::string_view sentence;
};

constexpr std::array<CommandWord, 14> command_words{{
    {"serve", "Serve boards (what happens without a command)."},
    {"boards", "List the codes of the boards in the store."},
    {"roadmap", "Write the roadmap of --board as JSON."},
    {"ballots",
     "Write the choices of --board's ballots whose results are shown as CSV, under pseudonyms."},
    {"export", "Write the whole of --board as an archive that another server can import."},
    {"import", "Take in the archive named after it. Stop the server first."},
    {"backup", "Copy the whole store to the new folder named after it, also while it is served."},
    {"restore", "Make the store of the backup named after it, where there is none yet."},
    {"verify", "Read every board to its last event; say its position and a digest of its events."},
    {"drop-snapshots",
     "Forget the snapshots; the next start replays the journal. Stop the server first."},
    {"ping", "Ask a server, by default the local one, whether it is well."},
    {"check-config", "Read the settings and say whether they are good."},
    {"print-config", "Write the settings as they are in force."},
    {"version", "Say which build this is."},
}};

int fail(std::string const& reason)
{
    std::cerr << "koudmen: " << reason << "\n";
    return failure;
}

void print_help()
{
    std::cout << "koudmen [COMMAND] [--SETTING VALUE]...\n\nCommands:\n";
    for (auto const& [word, sentence] : command_words) {
        std::cout << "  " << word << std::string(18 - word.size(), ' ') << sentence << "\n";
    }
    std::cout << "\nSettings, also in a file (--config FILE) and as KOUDMEN_ variables:\n";
    for (auto const& setting : settings()) {
        std::string flag = "--" + std::string(setting.name);
        std::replace(flag.begin() + 2, flag.end(), '_', '-');
        auto const value = setting.get(Config{});
        std::cout << "  " << flag << "\n      " << setting.sentence
                  << " Default: " << (value.empty() ? "empty" : value) << ".\n";
    }
    std::cout
        << "\nFor roadmap, ballots and export:\n  --board CODE\n  --output FILE\n      Default: "
           "standard output.\n";
}

// A flag and its value, from "--name value" or "--name=value". `at` moves past what was taken.
struct Flag {
    std::string_view name;
    std::string_view value;
};
Result<Flag, std::string> take_flag(std::span<char const* const> arguments, std::size_t& at)
{
    std::string_view const text = std::string_view(arguments[at++]).substr(2);
    auto const equals = text.find('=');
    if (equals != std::string_view::npos)
        return Flag{text.substr(0, equals), text.substr(equals + 1)};
    // The one switch among the settings may stand alone.
    if (text == "example") return Flag{text, "true"};
    if (at == arguments.size()) return unexpected("--" + std::string(text) + " needs a value.");
    return Flag{text, arguments[at++]};
}

bool takes_operand(std::string_view command)
{
    return command == "ping" || command == "import" || command == "backup" || command == "restore";
}

Result<Line, std::string> read_line(std::span<char const* const> arguments,
                                    std::map<std::string, std::string> const& environment)
{
    Line line;
    std::vector<Flag> flags;
    std::optional<std::filesystem::path> file;
    bool commanded = false;
    for (std::size_t at = 0; at < arguments.size();) {
        std::string_view const argument = arguments[at];
        if (!argument.starts_with("--")) {
            ++at;
            if (!commanded)
                line.command = argument;
            else if (takes_operand(line.command) && !line.operand)
                line.operand = argument;
            else
                return unexpected("\"" + std::string(argument) + "\" is one word too many.");
            commanded = true;
            continue;
        }
        auto flag = take_flag(arguments, at);
        if (!flag) return unexpected(flag.error());
        if (flag->name == "config")
            file = flag->value;
        else if (flag->name == "board")
            line.board = BoardCode{std::string(flag->value)};
        else if (flag->name == "output")
            line.output = flag->value;
        else
            flags.push_back(*flag);
    }
    if (!file) {
        if (auto const named = environment.find("KOUDMEN_CONFIG"); named != environment.end()) {
            file = named->second;
        }
    }
    if (file) {
        if (auto read = apply_file(line.config, *file); !read) return unexpected(read.error());
    }
    auto settings_of = environment;
    settings_of.erase("KOUDMEN_CONFIG");
    if (auto read = apply_environment(line.config, settings_of); !read) {
        return unexpected(read.error());
    }
    for (auto const& [name, value] : flags) {
        if (auto read = apply_flag(line.config, name, value); !read)
            return unexpected(read.error());
    }
    return line;
}

// Reads one board from the store and writes something of it.
template <class Write>
int tell_of_board(Line const& line, Write write)
{
    if (!line.board) {
        std::cerr << "koudmen: --board is missing.\n";
        return wrong_usage;
    }
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Inspect);
    if (!journal) return fail(journal.error());
    auto const board = (*journal)->load_now(*line.board);
    if (!board)
        return fail("Board " + line.board->text + " cannot be read: " + board.error().detail);
    if (board->position.value == 0) return fail("There is no board " + line.board->text + ".");
    if (!line.output) {
        write(*board, std::cout);
        return std::cout.flush() ? done : fail("The output cannot be written.");
    }
    std::ofstream out(*line.output, std::ios::binary);
    write(*board, out);
    return out.flush() ? done : fail(line.output->string() + " cannot be written.");
}

// The whole of a board, made of its events alone, so that what is written is what they make.
int export_board(Line const& line)
{
    if (!line.board) {
        std::cerr << "koudmen: --board is missing.\n";
        return wrong_usage;
    }
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Inspect);
    if (!journal) return fail(journal.error());
    auto const archive = whole_board(**journal, *line.board);
    if (!archive) return fail(archive.error());
    if (!line.output) {
        std::cout << *archive;
        return std::cout.flush() ? done : fail("The output cannot be written.");
    }
    std::ofstream out(*line.output, std::ios::binary);
    out << *archive;
    return out.flush() ? done : fail(line.output->string() + " cannot be written.");
}

int import_board(Line const& line)
{
    if (!line.operand) {
        std::cerr << "koudmen: import needs the name of an archive.\n";
        return wrong_usage;
    }
    std::ifstream in(*line.operand, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) return fail(*line.operand + " cannot be read.");
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Serve);
    if (!journal) return fail(journal.error());
    auto const taken = take_in(**journal, bytes);
    for (auto const& problem : taken.problems) std::cerr << problem << "\n";
    if (!taken.board) return fail("Nothing was taken in.");
    std::cout << taken.board->text << "\n";
    return done;
}

int list_boards(Line const& line)
{
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Inspect);
    if (!journal) return fail(journal.error());
    auto const boards = (*journal)->boards();
    if (!boards) return fail(boards.error().detail);
    for (auto const& code : *boards) std::cout << code.text << "\n";
    return done;
}

// A line for each board; those that cannot be read are told beside it, and make the whole a failure.
int tell_checked(Checked const& checked)
{
    for (auto const& [code, position, digest] : checked.boards) {
        std::cout << code.text << " " << position.value << " " << digest << "\n";
    }
    for (auto const& problem : checked.problems) std::cerr << "koudmen: " << problem << "\n";
    return checked.problems.empty() ? done : failure;
}

int verify(Line const& line)
{
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Inspect);
    if (!journal) return fail(journal.error());
    return tell_checked(check_boards(**journal));
}

int copy(Line const& line)
{
    if (!line.operand) {
        std::cerr << "koudmen: " << line.command << " needs the name of a folder.\n";
        return wrong_usage;
    }
    std::filesystem::path const named(*line.operand);
    bool const saves = line.command == "backup";
    auto const copied =
        copy_store(saves ? line.config.data : named, saves ? named : line.config.data,
                   line.config.free_mib * 1024 * 1024);
    if (!copied) return fail(copied.error());
    return tell_checked(*copied);
}

int drop_snapshots(Line const& line)
{
    auto journal = RocksJournal::open(line.config.data, RocksJournal::Mode::Serve);
    if (!journal) return fail(journal.error());
    (*journal)->drop_snapshots();
    return done;
}

} // namespace

int run(std::span<char const* const> arguments,
        std::map<std::string, std::string> const& environment)
{
    auto const asks = [&](std::string_view flag) {
        return std::find(arguments.begin(), arguments.end(), flag) != arguments.end();
    };
    if (asks("--help")) {
        print_help();
        return done;
    }
    std::vector<char const*> plain;
    std::optional<std::string> instead; // A command that stands as a flag.
    for (auto const* argument : arguments) {
        std::string_view const text = argument;
        if (text == "--version" || text == "--check-config" || text == "--print-config") {
            instead = text.substr(2);
        } else {
            plain.push_back(argument);
        }
    }
    auto line = read_line(plain, environment);
    if (!line) {
        std::cerr << "koudmen: " << line.error() << "\n";
        return wrong_usage;
    }
    auto const command = instead.value_or(line->command);
    if (command == "serve") return serve(line->config);
    if (command == "boards") return list_boards(*line);
    if (command == "roadmap") {
        return tell_of_board(*line,
                             [](auto const& board, auto& out) { out << wire::roadmap(board); });
    }
    if (command == "ballots") {
        return tell_of_board(*line, [](auto const& board, auto& out) {
            auto const left_out = write_ballots(board, out);
            if (left_out == 0) return;
            std::cerr << "koudmen: " << left_out << " left out, whose results are not shown.\n";
        });
    }
    if (command == "export") return export_board(*line);
    if (command == "import") return import_board(*line);
    if (command == "backup" || command == "restore") return copy(*line);
    if (command == "verify") return verify(*line);
    if (command == "drop-snapshots") return drop_snapshots(*line);
    if (command == "ping") {
        auto const local = "http://127.0.0.1:" + std::to_string(line->config.port);
        return ping(line->operand.value_or(local)) ? done : fail("No answer that all is well.");
    }
    if (command == "check-config") {
        std::cout << "The settings are good.\n";
        return done;
    }
    if (command == "print-config") {
        std::cout << print(line->config);
        return done;
    }
    if (command == "version") {
        std::cout << "koudmen " << version() << " (" << commit() << ")\n";
        return done;
    }
    std::cerr << "koudmen: there is no command \"" << command << "\"; see koudmen --help.\n";
    return wrong_usage;
}

} // namespace koudmen::app
