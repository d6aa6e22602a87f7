#include "real_server.hpp"

#include "asker.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace koudmen::bench {

namespace {

using nlohmann::json;

constexpr std::size_t askers = 64; // Who ask over HTTP at once.

bool holds(Frame const& frame, std::string_view words)
{
    return frame.payload.find(words) != std::string_view::npos;
}

} // namespace

RealServer::RealServer(Bench const& bench, std::vector<std::string> const& variables,
                       std::function<void(std::filesystem::path const&)> const& prepare)
{
    auto name = (bench.folder / "store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder at " + name);
    folder_ = name;
    if (prepare) prepare(folder_);
    auto const port = free_port();
    child_ = std::make_unique<Child>(
        std::vector<std::string>{bench.server.string(), "serve", "--address", "127.0.0.1", "--port",
                                 std::to_string(port), "--data", name, "--free-mib", "0"},
        port, variables);
}

RealServer::~RealServer()
{
    child_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

json RealServer::post(std::string const& target, std::string const& credential,
                      json const& body) const
{
    Asker asker(local_place(port()));
    asker.ask(target, credential, body);
    return asker.answer();
}

RealBoard::RealBoard(RealServer& server, Known known)
    : server_(server),
      code_(std::move(known.code)),
      facilitator_(std::move(known.facilitator)),
      people_(known.people),
      proposals_(known.proposals),
      desk_(Crowd::Manner{.port = server.port()})
{
    seat_desk();
}

RealBoard::RealBoard(RealServer& server)
    : server_(server), desk_(Crowd::Manner{.port = server.port()})
{
    auto const made =
        server.post("/api/v1/boards", "",
                    {{"title", "Feuille de route numérique"},
                     {"axes", {{{"id", "inclusion"}, {"title", "Inclusion"}}}},
                     {"settings", {{"moderation", "after"}, {"proposalsPerParticipant", 200}}}});
    code_ = made.at("code");
    facilitator_ = made.at("facilitator");
    seat_desk();
}

void RealBoard::seat_desk()
{
    desk_.listen([this](std::size_t, Frame const& frame) {
        if (!holds(frame, R"("answers":)")) return;
        if (holds(frame, R"("refusal":)")) {
            throw std::runtime_error("the desk was refused: " + std::string(frame.payload));
        }
        ++answers_;
    });
    desk_.come(
        1, 1, [this](std::size_t) { return greeting(code_, facilitator_, 0); }, is_welcomed);
}

void RealBoard::join(std::size_t people)
{
    std::vector<Asker> all;
    for (std::size_t asker = 0; asker < std::min(askers, people); ++asker) {
        all.emplace_back(local_place(server_.port()));
    }
    auto const last = people_ + people;
    while (people_ < last) {
        auto const count = std::min(all.size(), last - people_);
        for (std::size_t index = 0; index < count; ++index) {
            all[index].ask("/api/v1/boards/" + code_ + "/participants",
                           credential_of(people_ + index), {{"college", "citizens"}});
        }
        for (std::size_t index = 0; index < count; ++index) all[index].answer();
        people_ += count;
    }
}

void RealBoard::propose(std::size_t count, std::size_t bytes)
{
    // A person may hand in 200.
    constexpr std::size_t each = 100;
    auto const last = proposals_ + count;
    for (std::size_t person = 0; proposals_ < last; ++person) {
        Crowd one({.port = server_.port()});
        std::size_t answered = 0;
        one.listen([&](std::size_t, Frame const& frame) {
            if (holds(frame, R"("refusal":)")) {
                throw std::runtime_error("refused: " + std::string(frame.payload));
            }
            if (holds(frame, R"("answers":)")) ++answered;
        });
        one.come(
            1, 1, [&](std::size_t) { return greeting(code_, credential_of(person), 1); },
            is_welcomed);
        for (std::size_t asked = 0; asked < each && proposals_ < last; ++asked) {
            auto const number = proposals_++;
            constexpr std::size_t title_bytes = 40;
            one.say(0, command(asked + 1, {{"type", "submitProposal"},
                                           {"proposal", proposal(number)},
                                           {"title", prose(number, title_bytes)},
                                           {"description", prose(number + 1, bytes)},
                                           {"axis", "inclusion"}}));
            one.turn_until([&] { return answered > asked; }, "a proposal");
        }
        one.go();
    }
}

std::string RealBoard::proposal(std::size_t number)
{
    return minted("proposal", number);
}

void RealBoard::open_ballot()
{
    lead({{"type", "openPhase"}, {"phase", "vote"}});
    lead({{"type", "openBallot"},
          {"ballot", ballot()},
          {"question", "Que retenir ?"},
          {"method", "opinion"},
          {"results", "live"}});
}

std::string RealBoard::ballot()
{
    return minted("ballot", 0);
}

std::string greeting(std::string const& code, std::string const& credential, std::size_t device)
{
    return json{{"type", "hello"},
                {"version", 1},
                {"board", code},
                {"credential", credential},
                {"device", minted("device", device)}}
        .dump();
}

std::string RealBoard::hello(std::size_t person) const
{
    return greeting(code_, credential_of(person), 0);
}

bool RealBoard::is_welcomed(Frame const& frame)
{
    // A participant hears of herself last, a desk of how busy the room is.
    return !frame.compressed &&
           (holds(frame, R"("yours":)") || holds(frame, R"("type":"activity")"));
}

std::string RealBoard::command(std::uint64_t operation, json const& what)
{
    return json{{"type", "command"}, {"operation", operation}, {"command", what}}.dump();
}

void RealBoard::lead_on(json const& what)
{
    desk_.say(0, command(++operation_, what));
}

void RealBoard::lead(json const& what)
{
    auto const expected = answers_ + 1;
    lead_on(what);
    desk_.turn_until([&] { return answers_ >= expected; }, "the desk's answer");
}

} // namespace koudmen::bench
