#pragma once

#include "base/ids.hpp"
#include "base/result.hpp"
#include "board/command.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

// Bytes from strangers to what they ask. Nothing is trusted: size is the caller's to bound, depth,
// form, words and lengths are checked here.
namespace koudmen::wire {

// The first message of a device. The credential is still the secret itself; whoever has the hash
// function turns it into a CredentialHash before it goes anywhere.
struct Hello {
    std::int64_t version = 0;
    BoardCode board;
    std::optional<std::string> credential;
    DeviceId device;
    std::optional<Position> position;  // How far this device was told.
    std::optional<std::string> helper; // Whose tablet it is; a secret like the credential.
    board::Channel channel = board::Channel::Phone;
};

struct Request {
    Operation operation;
    board::Command command;
    std::optional<Position> told{}; // How far the device had been told when it was made.
};

struct Ping {};

// A desk begins to read a proposal, or lets go of it.
struct Claim {
    ProposalId proposal;
    bool claimed = true;
};

// Which proposals have a title like this text?
struct SimilarTo {
    std::string text;
    std::optional<ProposalId> except;
};

using FromClient = std::variant<Hello, Request, Ping, Claim, SimilarTo>;

// A frame that could not be read, with the operation it answers where that much was legible.
struct BadFrame {
    board::Refusal refusal;
    std::optional<Operation> operation;
};

Result<FromClient, BadFrame> read_frame(std::string_view text);

// Bodies of the HTTP requests that change something. Codes and hashes are left for the caller.
Result<board::CreateBoard, board::Refusal> read_create_board(std::string_view text);
struct JoinRequest {
    board::JoinBoard join;
    // The secrets themselves; whoever has the hash function turns them.
    std::optional<std::string> badge;
    std::optional<std::string> helper;
};
Result<JoinRequest, board::Refusal> read_join_board(std::string_view text);

// How many badges are asked for.
Result<std::size_t, board::Refusal> read_issue_badges(std::string_view text);

Result<board::AddTable, board::Refusal> read_add_table(std::string_view text);

Result<board::InviteInstitution, board::Refusal> read_invite_institution(std::string_view text);

// A table to import, as it was sent. Rows are read from its text by read_table().
struct ImportRequest {
    board::ImportKind kind = board::ImportKind::Proposals;
    std::string text;
    bool dry = true;
};
Result<ImportRequest, board::Refusal> read_import_request(std::string_view text);

// Whether a path segment or a header's token has the form of one.
std::optional<BoardCode> read_code(std::string_view text);
bool is_credential(std::string_view text);

// A badge's code as people write it, in small letters too, with blanks or hyphens: as it is printed.
std::optional<std::string> badge_code(std::string_view written);

} // namespace koudmen::wire
