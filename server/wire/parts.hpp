#pragma once

#include "base/ids.hpp"
#include "board/command.hpp"
#include "board/state.hpp"
#include "protocol/messages.hpp"

#include <cstdint>
#include <optional>
#include <string>

// Inside of wire/: things of the board as values of the protocol.
namespace koudmen::wire {

inline std::int64_t number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

inline std::optional<std::int64_t> number(std::optional<std::uint64_t> value)
{
    if (!value) return std::nullopt;
    return number(*value);
}

std::string text(auto const& id)
{
    return std::string(id.text());
}

template <class Id>
std::optional<std::string> text(std::optional<Id> const& id)
{
    if (!id) return std::nullopt;
    return text(*id);
}

// Who reads a proposal or a comment: the room, or somebody who may know more of it.
enum class Reader { Room, Author, Desk };

protocol::Switches switches(board::Switches const& of);
protocol::Proposal proposal(board::Board const& board, board::Proposal const& of, Reader reader);
protocol::Comment comment(board::Board const& board, board::Comment const& of, Reader reader);
protocol::Tally tally(BallotId ballot, ProposalId proposal, board::Tally const& of);
protocol::Refusal refusal_of(board::Refusal const& refusal);

} // namespace koudmen::wire
