#pragma once

#include "base/clock.hpp"
#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/command.hpp"
#include "board/state.hpp"
#include "page/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The pages for a browser without JavaScript, or too old for the phone's page: join, vote, propose, and
// read what became of it, each act a form.
namespace koudmen::page {

// Where somebody is among the forms of a board.
enum class Place { Now, Votes, Propose, Mine };

// What was asked and not done, with what was typed.
struct Trouble {
    board::Refusal refusal;
    Fields typed;
};

// Who looks at a form, and where they come from.
struct Visit {
    Place place = Place::Now;
    std::optional<std::uint64_t> proposal; // The number of the one that is asked for.
    std::optional<std::uint64_t> voted;    // The number of the one that was just voted on.
    CredentialHash by;
    std::string token; // Goes into every form, and comes back with it.
    Moment now;
    ProposalId fresh; // Names what is proposed next.
    std::vector<std::string> languages;
    std::optional<Trouble> trouble{};
};

// The device that all forms of a participant are: the board counts its operations.
DeviceId form_device();

// The page for somebody on this board: where they have not joined, the form to join.
std::string form_page(board::Board const& board, Visit const& visit);

// A page with a sentence and a way on, where there is no board to look at.
std::string sorry_page(std::vector<std::string> const& languages, board::Refusal const& refusal,
                       std::string_view way_on);

// The same with any sentence, by its key.
std::string sorry_page(std::vector<std::string> const& languages, std::string_view key,
                       std::string_view way_on);

// What a form asks of the board, but for who asks: the command, its operation, and how far the page
// had been told. A refusal names the field.
struct Asked {
    Operation operation;
    Position told;
    board::Command command;
};
enum class Act { Vote, Propose, Correct, Withdraw };
Result<Asked, board::Refusal> read_act(Act act, Fields const& fields);

// Who wants to join, but for the credential. The badge's code is still the secret itself.
struct Joining {
    CollegeId college;
    std::optional<std::string> name;
    std::optional<std::string> badge;
};
Result<Joining, board::Refusal> read_joining(Fields const& fields);

} // namespace koudmen::page
