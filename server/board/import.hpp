#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/command.hpp"
#include "board/event.hpp"
#include "board/state.hpp"

#include <cstddef>
#include <string>
#include <vector>

// Many things at once, prepared elsewhere: judged row by row, and taken in only when every row is good.
namespace koudmen::board {

// One row as it was read, and where. What a kind does not need is empty.
struct ImportRow {
    std::size_t line = 0;
    ProposalId proposal; // Of a proposal, minted by who asks.
    std::string id;      // Of an axis or a college; where it is empty one is made of the title.
    std::string title;
    std::string description;
    std::string axis; // Its id or its title.
    std::string code; // Of a badge, as it was written.
    BadgeHash badge;  // Of that code, by who asks; empty where it is none.
};

// The facilitator, known by the hash of a credential, takes in rows; or, dry, only asks what is
// wrong with them.
struct Import {
    CredentialHash by;
    ImportKind kind = ImportKind::Proposals;
    std::vector<ImportRow> rows;
    bool dry = true;
};

struct RowProblem {
    std::size_t line = 0;
    Refusal refusal;

    friend bool operator==(RowProblem const&, RowProblem const&) = default;
};

// What is wrong, by line; and what happens, when nothing is and it is meant.
struct Judged {
    std::vector<RowProblem> problems;
    std::vector<Event> events;
};

Result<Judged, Refusal> judge(Board const& board, Import const& import);

} // namespace koudmen::board
