#include "phones.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace koudmen::load {

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

constexpr std::size_t votes_waiting_max = 8; // Of one phone; people wait for an answer, too.
constexpr auto ping_every = 15s;
constexpr std::size_t roll_at_once = 200;

} // namespace

Phones::Phones(bench::Crowd& crowd, Ground const& ground, Options const& options, Outcome& outcome,
               Recorded recorded)
    : crowd_(crowd),
      ground_(ground),
      outcome_(outcome),
      recorded_(std::move(recorded)),
      random_(std::random_device{}()),
      phones_(outcome.phones)
{
    constexpr double percent = 100;
    std::uniform_real_distribution<double> share(0, percent);
    for (std::size_t number = 0; number < ground.proposals.size(); ++number) {
        numbers_.emplace(ground.proposals[number], number);
    }
    for (auto& phone : phones_) {
        crowd_.add();
        phone.credential = minted_credential();
        phone.device = minted();
        phone.bad_wifi = share(random_) < options.bad_wifi_percent;
        phone.chosen.assign(ground.proposals.size(), nothing);
        phone.recorded = phone.chosen;
    }
}

bench::Clock::duration Phones::between(double least, double most)
{
    std::chrono::duration<double> const time(
        std::uniform_real_distribution<double>(least, most)(random_));
    return std::chrono::duration_cast<bench::Clock::duration>(time);
}

void Phones::arrive(double share, Time now)
{
    auto const due = static_cast<std::size_t>(share * static_cast<double>(phones_.size()));
    for (; left_home_ < std::min(due, phones_.size()); ++left_home_) {
        phones_[left_home_].began = now;
        come(left_home_, now);
    }
}

void Phones::come(std::size_t number, Time now)
{
    auto& phone = phones_[number];
    if (phone.tries == 0 && phone.joined) phone.began = now;
    phone.stage = Stage::Coming;
    // A phone that is not known yet asks to join on the connection that becomes its socket.
    crowd_.connect(number, phone.joined ? std::string{}
                                        : bench::post_request(
                                              ground_.place.host,
                                              "/api/v1/boards/" + ground_.code + "/participants",
                                              phone.credential, {{"college", ground_.college}}));
}

std::string Phones::words(std::size_t number) const
{
    auto const& phone = phones_[number];
    return hello_text(ground_.code, phone.credential, phone.device,
                      phone.roll_called ? 0 : phone.position);
}

void Phones::away(std::size_t number, Time next)
{
    auto& phone = phones_[number];
    if (phone.stage == Stage::Here) --here_;
    if (phone.stage == Stage::Stalled) --stalled_;
    phone.stage = Stage::Away;
    phone.next = next;
}

void Phones::ended(std::size_t number, bench::Crowd::End const& end, Time now)
{
    auto& phone = phones_[number];
    constexpr unsigned for_good = 4500;
    constexpr double first_wait = 0.5;
    constexpr double last_wait = 8;
    if (end.refused || end.code > 0) {
        auto const said = end.code == 0
                              ? std::string("no connection")
                              : (end.refused ? "HTTP " : "close code ") + std::to_string(end.code);
        ++outcome_.refused[said];
    }
    if (!end.refused) ++outcome_.dropped;
    double const wait =
        std::min(last_wait, first_wait * static_cast<double>(1U << std::min(phone.tries, 4U)));
    ++phone.tries;
    away(number, now + between(wait / 2, wait * 3 / 2));
    if (end.code >= for_good) phone.stage = Stage::Gone;
}

void Phones::act(Time now)
{
    for (std::size_t number = 0; number < left_home_; ++number) {
        auto& phone = phones_[number];
        switch (phone.stage) {
        case Stage::Away:
            if (now >= phone.next) come(number, now);
            break;
        case Stage::Stalled:
            if (now < phone.next) break;
            --stalled_;
            ++here_;
            phone.stage = Stage::Here;
            phone.next = now + between(1, 5);
            crowd_.read_again(number);
            break;
        case Stage::Here:
            if (now >= phone.ping) {
                phone.ping = now + ping_every;
                crowd_.say(number, R"({"type":"ping"})");
            }
            if (troubled_ && phone.bad_wifi && phone.told && now >= phone.next)
                trouble(number, now);
            break;
        case Stage::Home:
        case Stage::Coming:
        case Stage::Gone: break;
        }
    }
}

void Phones::trouble(std::size_t number, Time now)
{
    auto& phone = phones_[number];
    phone.next = now + between(1, 5);
    switch (random_() % 3) {
    case 0: // The radio hears nothing for a while.
        ++outcome_.stalls;
        --here_;
        ++stalled_;
        phone.stage = Stage::Stalled;
        crowd_.stop_reading(number);
        return;
    case 1: // It is gone before the answer to what was just said.
        ++outcome_.cuts;
        vote(number, now);
        crowd_.cut(number);
        away(number, now + between(0.2, 3));
        return;
    default: // It does not know what arrived, and says it again.
        vote(number, now);
        send_again(number);
    }
}

void Phones::vote(Time now)
{
    constexpr int tries_max = 20;
    for (int tries = 0; tries < tries_max; ++tries) {
        auto const number = random_() % phones_.size();
        auto const& phone = phones_[number];
        bool const free = phone.waiting.size() < votes_waiting_max;
        if (phone.stage != Stage::Here || !phone.told || !free) continue;
        return vote(number, now);
    }
}

void Phones::vote(std::size_t number, Time now)
{
    auto& phone = phones_[number];
    if (phone.waiting.size() >= votes_waiting_max) return;
    auto const proposal = random_() % ground_.proposals.size();
    auto& chosen = phone.chosen[proposal];
    // Never the same again, so that each vote is a change of its own.
    auto const step = 1 + random_() % (opinions - 1);
    chosen = static_cast<signed char>(chosen == nothing
                                          ? random_() % opinions
                                          : (static_cast<std::size_t>(chosen) + step) % opinions);
    auto const operation = ++phone.operation;
    json const command{{"type", "castChoice"},
                       {"ballot", ground_.ballot},
                       {"proposal", ground_.proposals[proposal]},
                       {"choice", opinion_words[chosen]}};
    phone.waiting.push_back(
        {operation, proposal, chosen,
         json{{"type", "command"}, {"operation", operation}, {"command", command}}.dump(), now});
    ++waiting_;
    ++outcome_.votes_sent;
    crowd_.say(number, phone.waiting.back().text);
}

void Phones::send_again(std::size_t number)
{
    for (auto const& vote : phones_[number].waiting) {
        ++outcome_.sent_again;
        crowd_.say(number, vote.text);
    }
}

void Phones::hear(std::size_t number, Heard const& heard, Time now)
{
    auto& phone = phones_[number];
    if (heard.welcome) {
        phone.joined = true;
        phone.operation = std::max(phone.operation, heard.operation);
        phone.stage = Stage::Here;
        phone.ping = now + between(1, 15);
        phone.next = now + between(1, 5);
        phone.tries = 0;
        ++here_;
        if (phone.told && !phone.roll_called) outcome_.return_times.add(now - phone.began);
        return send_again(number);
    }
    // Of half a board it would go on without what is its own.
    if (heard.state && !heard.more) phone.position = heard.position;
    if (heard.yours && !phone.told) {
        phone.told = true;
        ++outcome_.joined;
        outcome_.join_times.add(now - phone.began);
    }
    if (heard.yours && phone.roll_called && !phone.seen && heard.answers.empty()) {
        compare(number, heard);
    }
    for (auto const& [operation, refusal] : heard.answers) {
        answered(number, operation, refusal, heard.position, now);
    }
    if (heard.resume) send_again(number);
}

void Phones::answered(std::size_t number, std::uint64_t operation, std::string const& refusal,
                      std::uint64_t position, Time now)
{
    auto& phone = phones_[number];
    auto const vote = std::find_if(phone.waiting.begin(), phone.waiting.end(),
                                   [&](Vote const& one) { return one.operation == operation; });
    if (vote == phone.waiting.end()) return; // Answered before.
    if (!refusal.empty()) {
        ++outcome_.refused[refusal];
        // To be said again later; anything else is a no to a vote that should have been taken.
        if (refusal == "busy" || refusal == "notSaved") {
            crowd_.cut(number);
            return away(number, now + between(0.5, 2));
        }
        outcome_.find("a vote was refused: ", refusal);
        ++outcome_.unanswered;
    } else {
        ++outcome_.recorded;
        phone.recorded[vote->proposal] = static_cast<signed char>(vote->choice);
        outcome_.acknowledgements.add(now - vote->since);
        recorded_(vote->proposal, position, now);
    }
    phone.waiting.erase(vote);
    --waiting_;
}

void Phones::settle()
{
    troubled_ = false;
    for (auto& phone : phones_) {
        if (phone.stage == Stage::Stalled || phone.stage == Stage::Away) phone.next = {};
    }
}

void Phones::call_the_roll(Time now)
{
    for (; called_ < phones_.size() && called_ - seen_ < roll_at_once; ++called_) {
        auto& phone = phones_[called_];
        phone.roll_called = true;
        if (phone.stage == Stage::Gone || phone.stage == Stage::Home) continue;
        crowd_.cut(called_);
        away(called_, now);
    }
    act(now);
}

void Phones::compare(std::size_t number, Heard const& heard)
{
    auto& phone = phones_[number];
    std::vector<signed char> there(ground_.proposals.size(), nothing);
    for (auto const& own : heard.choices) {
        auto const proposal = numbers_.find(own.proposal);
        if (own.ballot != ground_.ballot || proposal == numbers_.end()) continue;
        for (std::size_t level = 0; level < opinions; ++level) {
            if (own.choice != opinion_words[level]) continue;
            there[proposal->second] = static_cast<signed char>(level);
        }
    }
    for (std::size_t proposal = 0; proposal < there.size(); ++proposal) {
        if (there[proposal] == phone.recorded[proposal]) continue;
        bool const lost = there[proposal] == nothing;
        ++(lost ? outcome_.lost : outcome_.diverged);
        auto const word = [](signed char level) {
            return std::string(level == nothing ? "nothing" : opinion_words[level]);
        };
        outcome_.find("phone ", std::to_string(number + 1) + ", proposal " +
                                    std::to_string(proposal + 1) + ": told " +
                                    word(phone.recorded[proposal]) + ", the server has " +
                                    word(there[proposal]));
    }
    phone.seen = true;
    ++seen_;
}

std::vector<std::uint64_t> Phones::counts(std::size_t proposal) const
{
    std::vector<std::uint64_t> sums(opinions);
    for (auto const& phone : phones_) {
        auto const choice = phone.recorded[proposal];
        if (choice != nothing) ++sums[static_cast<std::size_t>(choice)];
    }
    return sums;
}

} // namespace koudmen::load
