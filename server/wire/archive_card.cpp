#include "wire/archive_parts.hpp"

#include "base/version.hpp"
#include "board/limits.hpp"
#include "board/results.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koudmen::wire {

namespace {

// The sentences that depend on the board, in one language.
struct Sentences {
    std::string_view people; // {joined} {colleges}
    std::string_view ballot; // {number} {question} {method} {state} {voted} {shown}
    std::string_view shown;
    std::string_view hidden;
    std::string_view no_ballot;
};

constexpr Sentences french{
    "Personnes inscrites\u00a0: {joined}. Groupes\u00a0: {colleges}.",
    "- Vote {number}\u00a0: «\u00a0{question}\u00a0», méthode {method}, état {state}, {voted} "
    "votants, résultats {shown}.",
    "montrés",
    "cachés",
    "Il n’y a pas eu de vote.",
};

constexpr Sentences english{
    "People who joined: {joined}. Colleges: {colleges}.",
    "- Ballot {number}: \"{question}\", method {method}, state {state}, {voted} voters, results "
    "{shown}.",
    "shown",
    "hidden",
    "There was no ballot.",
};

using Values = std::vector<std::pair<std::string_view, std::string>>;

// The text with each {name} replaced once by its value; what people wrote is not searched again.
std::string filled(std::string_view text, Values const& values)
{
    std::string out;
    while (!text.empty()) {
        auto const open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        auto const close = text.find('}', open);
        auto const name = text.substr(open + 1, close - open - 1);
        for (auto const& [known, value] : values) {
            if (known == name) out += value;
        }
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string one_line(std::string text)
{
    for (auto& c : text) {
        if (c == '\n') c = ' ';
    }
    return text;
}

std::string card(board::Board const& board, std::string_view text, Sentences const& say)
{
    std::string colleges;
    for (auto const& college : board.colleges) {
        if (!colleges.empty()) colleges += ", ";
        colleges += one_line(college.title);
    }
    std::map<std::uint64_t, board::Ballot const*> by_number;
    for (auto const& [id, ballot] : board.ballots) by_number[ballot.number] = &ballot;
    std::string ballots;
    for (auto const& [number, ballot] : by_number) {
        bool const shown = board::results_shown(board, *ballot);
        if (!ballots.empty()) ballots += "\n";
        ballots += filled(say.ballot, {{"number", std::to_string(number)},
                                       {"question", one_line(ballot->question)},
                                       {"method", std::string(board::word(ballot->method))},
                                       {"state", std::string(board::word(ballot->state))},
                                       {"voted", std::to_string(ballot->turnout)},
                                       {"shown", std::string(shown ? say.shown : say.hidden)}});
    }
    auto const joined = std::to_string(board::people(board));
    return filled(text,
                  {{"title", one_line(board.title)},
                   {"code", board.code.text},
                   {"position", std::to_string(board.position.value)},
                   {"at", instant(board.last_at)},
                   {"version", std::string(version())},
                   {"few", std::to_string(board::small_cell_min)},
                   {"people", filled(say.people, {{"joined", joined}, {"colleges", colleges}})},
                   {"ballots", ballots.empty() ? std::string(say.no_ballot) : ballots}});
}

} // namespace

std::vector<ArchiveFile> data_cards(board::Board const& board)
{
    return {{"data-card.en.md", card(board, english_card_text(), english)},
            {"data-card.fr.md", card(board, french_card_text(), french)}};
}

} // namespace koudmen::wire
