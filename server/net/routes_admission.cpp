#include "net/answers.hpp"
#include "net/routes.hpp"
#include "net/secrets.hpp"

#include "board/decide.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <charconv>
#include <utility>

// What the facilitator asks about who comes in: badges, their trails, and helpers' links.
namespace koudmen::net {

namespace {

using board::Refusal;
using board::RefusalWord;

// "/badges/12" as its last part, a whole number; 0 where it is none.
std::uint64_t number_in(std::string_view path)
{
    auto const digits = path.substr(path.rfind('/') + 1);
    std::uint64_t number = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [read, error] = std::from_chars(digits.data(), end, number);
    return error == std::errc{} && read == end ? number : 0;
}

room::Room::Reply<std::string> answering(unsigned status, Respond const& respond)
{
    return [status, respond](Result<std::string, Refusal> answer) {
        respond(answer ? json(status, std::move(*answer)) : problem(answer.error()));
    };
}

} // namespace

void Routes::admission(BoardCode const& code, std::string_view path, HttpRequest const& request,
                       Respond const& respond) const
{
    bool const badges = path.starts_with("/badges");
    auto const rest = path.substr(badges ? 7 : 8);
    if (rest.empty() && badges) {
        if (request.method != "POST") return respond(wrong_method("POST"));
        return issue_badges(code, request, respond);
    }
    if (rest.empty()) {
        if (request.method == "GET") return list_helpers(code, request, respond);
        if (request.method != "POST") return respond(wrong_method("GET, POST"));
        return issue_helper(code, request, respond);
    }
    auto const number = number_in(path);
    if (!rest.starts_with('/') || rest.rfind('/') != 0 || number == 0) {
        return respond(plain(404, "There is nothing at this address."));
    }
    if (badges) {
        if (request.method != "GET") return respond(wrong_method("GET"));
        return look_at_badge(code, {number}, request, respond);
    }
    if (request.method != "DELETE") return respond(wrong_method("DELETE"));
    revoke_helper(code, {number}, request, respond);
}

void Routes::issue_badges(BoardCode const& code, HttpRequest const& request,
                          Respond const& respond) const
{
    if (auto refused = refuse_post(request)) return respond(std::move(*refused));
    auto const count = wire::read_issue_badges(request.body);
    if (!count) return respond(problem(count.error()));
    board::IssueBadges issue{hash_of(*bearer(request)), {}};
    std::vector<std::string> codes;
    while (codes.size() < *count) {
        codes.push_back(mint_badge());
        issue.badges.push_back(hash_of_badge(code, codes.back()));
    }
    auto const first = issue.badges.front();
    room::Act act{
        [issue = std::move(issue)](board::Board const& board) {
            return board::decide(board, issue);
        },
        [first, codes = std::move(codes)](board::Board const& board) {
            return wire::badges_issued(board.badge_numbers.at(first), codes);
        },
    };
    floor_.act(code, std::move(act), answering(201, respond));
}

void Routes::look_at_badge(BoardCode const& code, BadgeNumber badge, HttpRequest const& request,
                           Respond const& respond) const
{
    if (auto refused = refuse_stranger(request)) return respond(std::move(*refused));
    board::LookAtBadge const look{hash_of(*bearer(request)), badge};
    room::Act act{
        [look](board::Board const& board) { return board::decide(board, look); },
        [badge](board::Board const& board) { return wire::badge_trail(board, badge); },
    };
    floor_.act(code, std::move(act), answering(200, respond));
}

void Routes::list_helpers(BoardCode const& code, HttpRequest const& request,
                          Respond const& respond) const
{
    if (auto refused = refuse_stranger(request)) return respond(std::move(*refused));
    room::Act act{
        [by = hash_of(*bearer(request))](board::Board const& board) {
            return board::decide(board, board::ListHelpers{by});
        },
        wire::helpers,
    };
    floor_.act(code, std::move(act), answering(200, respond));
}

void Routes::issue_helper(BoardCode const& code, HttpRequest const& request,
                          Respond const& respond) const
{
    if (auto refused = refuse_stranger(request)) return respond(std::move(*refused));
    auto credential = mint_credential();
    board::IssueHelper const issue{hash_of(*bearer(request)), hash_of(credential)};
    room::Act act{
        [issue](board::Board const& board) { return board::decide(board, issue); },
        [issue, credential = std::move(credential)](board::Board const& board) {
            for (auto const& [number, helper] : board.helpers) {
                if (helper.credential == issue.helper) {
                    return wire::helper_issued(number, credential);
                }
            }
            return std::string{};
        },
    };
    floor_.act(code, std::move(act), answering(201, respond));
}

void Routes::revoke_helper(BoardCode const& code, HelperNumber helper, HttpRequest const& request,
                           Respond const& respond) const
{
    if (auto refused = refuse_stranger(request)) return respond(std::move(*refused));
    board::RevokeHelper const revoke{hash_of(*bearer(request)), helper};
    room::Act act{
        [revoke](board::Board const& board) { return board::decide(board, revoke); },
        wire::helpers,
    };
    floor_.act(code, std::move(act), answering(200, respond));
}

} // namespace koudmen::net
