#include "history/history.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace koudmen::history {

namespace {

constexpr std::uint64_t never = ~std::uint64_t{0};

struct Operation {
    std::string client;
    std::uint64_t number = 0;

    friend auto operator<=>(Operation const&, Operation const&) = default;
};

// Something that has one value at a time. Of a ballot each credential has its own.
struct Thing {
    std::string board;
    std::string ballot;
    std::string name; // The proposal of a ballot, or the thing.
    std::string credential;

    friend auto operator<=>(Thing const&, Thing const&) = default;
};

std::string text(Operation const& operation)
{
    return operation.client + " #" + std::to_string(operation.number);
}

std::string text(Thing const& thing)
{
    if (thing.ballot.empty()) return thing.name + " of " + thing.board;
    return thing.credential + "'s choice on " + thing.name + " in " + thing.ballot + " of " +
           thing.board;
}

std::string text(std::optional<std::string> const& value)
{
    return value ? "\"" + *value + "\"" : "nothing";
}

// An operation, from its asking to what is left of it.
struct Asked {
    std::string board;
    std::optional<Thing> thing;
    std::optional<std::string> value;
    std::size_t invoked = 0; // Which line.
    std::optional<std::size_t> ok;
    std::optional<std::size_t> refused;
    std::vector<std::uint64_t> effects; // Positions, ascending once all is read.
};

// A value that a thing had from a position on.
struct Version {
    std::uint64_t from = 0;
    std::optional<std::string> value;
};

class Judging {
public:
    explicit Judging(std::vector<Line> const& lines) : lines_(lines) {}

    Verdict verdict()
    {
        for (std::size_t at = 0; at < lines_.size(); ++at) read(at);
        judge_operations();
        judge_order_of_answers();
        make_versions();
        judge_what_was_shown();
        judge_what_is_held();
        return std::move(verdict_);
    }

private:
    [[noreturn]] static void wrong(std::string const& what) { throw std::invalid_argument(what); }

    void breach(Law law, std::string what) { verdict_.breaches.push_back({law, std::move(what)}); }

    static std::optional<Thing> thing_of(Line const& line, std::string const& credential)
    {
        if (!line.ballot.empty()) return Thing{line.board, line.ballot, line.proposal, credential};
        if (!line.thing.empty()) return Thing{line.board, {}, line.thing, {}};
        return std::nullopt;
    }

    Asked& asked(Line const& line)
    {
        auto const found = operations_.find({line.client, line.operation});
        if (found == operations_.end()) {
            wrong(text(Operation{line.client, line.operation}) + " was never asked");
        }
        return found->second;
    }

    void read(std::size_t at)
    {
        auto const& line = lines_[at];
        switch (line.type) {
        case Type::Invoke: return read_invoke(at);
        case Type::Ok: {
            auto& one = asked(line);
            if (!one.ok) ++verdict_.answered;
            if (one.refused) {
                breach(Law::Duplicated, text(Operation{line.client, line.operation}) +
                                            " was refused and then answered as done");
            }
            if (!one.ok) one.ok = at;
            return;
        }
        case Type::Refused: {
            auto& one = asked(line);
            ++verdict_.refused;
            if (one.ok) {
                breach(Law::Lost, text(Operation{line.client, line.operation}) +
                                      " was answered as done and then refused");
            }
            one.refused = at;
            return;
        }
        case Type::Unknown: asked(line); return;
        case Type::Saw: return read_saw(at);
        case Type::Effect: return read_effect(line);
        case Type::Final: return read_final(line);
        }
    }

    void read_invoke(std::size_t at)
    {
        auto const& line = lines_[at];
        ++verdict_.operations;
        credentials_[line.client] = line.credential;
        auto const [one, fresh] = operations_.try_emplace({line.client, line.operation});
        if (!fresh) wrong(text(Operation{line.client, line.operation}) + " was asked twice");
        one->second.board = line.board;
        one->second.thing = thing_of(line, line.credential);
        one->second.value = line.value;
        one->second.invoked = at;
    }

    void read_saw(std::size_t at)
    {
        auto const& line = lines_[at];
        ++verdict_.shown;
        auto& told = told_[{line.client, line.board}];
        if (line.position < told) {
            breach(Law::Order, line.client + " was told of position " +
                                   std::to_string(line.position) + " after " +
                                   std::to_string(told) + " of " + line.board);
        }
        told = std::max(told, line.position);
        if (!line.state) return;
        auto const [first, fresh] = states_.try_emplace({line.board, line.view, line.position},
                                                        std::pair{*line.state, line.client});
        if (fresh || first->second.first == *line.state) return;
        breach(Law::Order, line.client + " and " + first->second.second +
                               " were shown different things at position " +
                               std::to_string(line.position) + " of " + line.board);
    }

    void read_effect(Line const& line)
    {
        journals_.insert(line.board);
        auto const [at, alone] =
            positions_.emplace(std::pair{line.board, line.position}, line.client);
        if (!alone) {
            breach(Law::Order, "two things happened at position " + std::to_string(line.position) +
                                   " of " + line.board);
        }
        Operation const operation{line.client, line.operation};
        auto const found = operations_.find(operation);
        if (found == operations_.end()) {
            return breach(Law::Duplicated, text(operation) + " happened and was never asked");
        }
        if (!events_.insert({operation, line.event}).second) {
            breach(Law::Duplicated, text(operation) + " happened twice, the second time at " +
                                        std::to_string(line.position) + " of " + line.board);
        }
        found->second.effects.push_back(line.position);
    }

    void read_final(Line const& line)
    {
        if (!line.counts.empty()) {
            counted_.push_back(&line);
            return;
        }
        auto const thing = thing_of(line, line.credential);
        if (!thing) wrong("what is held at the end has a ballot or a thing");
        ++verdict_.held;
        boards_.insert(line.board);
        auto const [held, alone] = held_.try_emplace(*thing, line.value);
        if (!alone) breach(Law::OneBallot, text(*thing) + " is there twice at the end");
    }

    // What was answered happened, once; what was refused did not.
    void judge_operations()
    {
        for (auto& [operation, one] : operations_) {
            if (!one.ok && !one.refused) ++verdict_.unknown;
            if (!journals_.contains(one.board)) continue;
            std::sort(one.effects.begin(), one.effects.end());
            if (one.ok && one.effects.empty()) {
                breach(Law::Lost, text(operation) + " was answered as done and is not there");
            }
            if (one.refused && !one.ok && !one.effects.empty()) {
                breach(Law::Duplicated, text(operation) + " was refused and happened at " +
                                            std::to_string(one.effects.front()));
            }
        }
    }

    // What was answered before something else was asked comes before it on the board.
    void judge_order_of_answers()
    {
        struct Moment {
            std::size_t line;
            bool ends;
            Operation const* operation;
            Asked const* asked;
        };
        std::vector<Moment> moments;
        for (auto const& [operation, one] : operations_) {
            if (one.effects.empty()) continue;
            moments.push_back({one.invoked, false, &operation, &one});
            if (one.ok) moments.push_back({*one.ok, true, &operation, &one});
        }
        std::sort(moments.begin(), moments.end(),
                  [](auto const& one, auto const& other) { return one.line < other.line; });
        std::map<std::string, std::uint64_t> answered; // The highest position, by board.
        for (auto const& [line, ends, operation, one] : moments) {
            auto& highest = answered[one->board];
            if (ends) {
                highest = std::max(highest, one->effects.front());
            } else if (one->effects.front() < highest) {
                breach(Law::Order, text(*operation) + " happened at " +
                                       std::to_string(one->effects.front()) +
                                       ", before what was answered when it was asked");
            }
        }
    }

    void make_versions()
    {
        for (auto const& [operation, one] : operations_) {
            if (!one.thing) continue;
            for (auto const position : one.effects) {
                versions_[*one.thing].push_back({position, one.value});
            }
        }
        for (auto& [thing, versions] : versions_) {
            std::sort(versions.begin(), versions.end(),
                      [](auto const& a, auto const& b) { return a.from < b.from; });
        }
    }

    // The first position, from `least` on, at which the thing had this value.
    std::uint64_t first_with(Thing const& thing, std::optional<std::string> const& value,
                             std::uint64_t least) const
    {
        auto const found = versions_.find(thing);
        std::optional<std::string> now;
        std::uint64_t since = 0;
        if (found != versions_.end()) {
            for (auto const& version : found->second) {
                if (now == value && version.from > least) return std::max(since, least);
                now = version.value;
                since = version.from;
            }
        }
        return now == value ? std::max(since, least) : never;
    }

    // What clients were shown, in their order: each thing no older than they were told, than what they
    // saw before, than what they were answered to have done.
    void judge_what_was_shown()
    {
        std::map<std::pair<std::string, Thing>, std::uint64_t> seen;
        std::map<std::pair<std::string, Thing>, std::uint64_t> did;
        for (auto const& line : lines_) {
            if (line.type == Type::Ok) {
                auto const& one = operations_.at({line.client, line.operation});
                if (!one.thing || one.effects.empty()) continue;
                auto& own = did[{line.client, *one.thing}];
                own = std::max(own, one.effects.front());
            }
            if (line.type != Type::Saw || !journals_.contains(line.board)) continue;
            auto const credential = credentials_.find(line.client);
            auto const thing =
                thing_of(line, !line.credential.empty()           ? line.credential
                               : credential != credentials_.end() ? credential->second
                                                                  : std::string{});
            if (!thing) continue;
            std::pair const key{line.client, *thing};
            auto const newest = std::max(seen[key], line.position);
            auto const said = line.client + " was shown " + text(line.value) + " for " +
                              text(*thing) + " at position " + std::to_string(line.position);
            auto const at = first_with(*thing, line.value, newest);
            if (at == never) {
                breach(Law::Stale, said + ", which it was not by then");
                continue;
            }
            seen[key] = at;
            auto const own = did.find(key);
            if (own == did.end() || own->second <= at) continue;
            auto const later = first_with(*thing, line.value, own->second);
            if (later == never) {
                breach(Law::ReadYourWrites, said + ", after its own newer word was answered");
            } else {
                seen[key] = later;
            }
        }
    }

    // What a board holds is what was last asked of it. Where it is not told what happened at which
    // position, it is one of those that nothing answered is known to have replaced.
    void judge_what_is_held()
    {
        std::map<Thing, std::vector<Asked const*>> writes;
        for (auto const& [operation, one] : operations_) {
            bool const happened = one.ok || !one.refused || !one.effects.empty();
            if (one.thing && happened) writes[*one.thing].push_back(&one);
        }
        for (auto const& [thing, asked] : writes) {
            if (!boards_.contains(thing.board)) continue;
            auto const found = held_.find(thing);
            auto const held = found == held_.end() ? std::nullopt : found->second;
            auto const law = thing.ballot.empty() ? Law::Lost : Law::OneBallot;
            if (journals_.contains(thing.board)) {
                auto const version = versions_.find(thing);
                auto const last =
                    version == versions_.end() ? std::nullopt : version->second.back().value;
                if (held == last) continue;
                breach(law, text(thing) + " is " + text(held) +
                                " at the end, and the last said was " + text(last));
                continue;
            }
            if (!may_be(asked, held)) {
                breach(Law::Lost, text(thing) + " is " + text(held) +
                                      " at the end, which nothing that was answered allows");
            }
        }
        for (auto const& [thing, value] : held_) {
            if (!value || writes.contains(thing) || thing.ballot.empty()) continue;
            breach(Law::OneBallot, text(thing) + " is there and was never cast");
        }
        for (auto const* line : counted_) judge_counts(*line);
    }

    static bool may_be(std::vector<Asked const*> const& asked,
                       std::optional<std::string> const& held)
    {
        bool const something = std::any_of(asked.begin(), asked.end(),
                                           [](auto const* one) { return one->ok.has_value(); });
        if (!held && !something) return true;
        return std::any_of(asked.begin(), asked.end(), [&](auto const* one) {
            if (one->value != held) return false;
            // Whether another was asked after this one was answered, and was answered too.
            return std::none_of(asked.begin(), asked.end(), [&](auto const* other) {
                return other->ok && one->ok && other->invoked > *one->ok;
            });
        });
    }

    void judge_counts(Line const& line)
    {
        std::map<std::string, std::uint64_t> counts;
        for (auto const& [thing, value] : held_) {
            bool const here = thing.board == line.board && thing.ballot == line.ballot &&
                              thing.name == line.proposal;
            if (here && value) ++counts[*value];
        }
        auto told = line.counts;
        std::erase_if(told, [](auto const& entry) { return entry.second == 0; });
        if (told == counts) return;
        breach(Law::OneBallot, "the counts of " + line.proposal + " in " + line.ballot + " of " +
                                   line.board + " are not those of its ballots");
    }

    std::vector<Line> const& lines_;
    Verdict verdict_;
    std::map<Operation, Asked> operations_;
    std::map<std::string, std::string> credentials_;                    // By client.
    std::map<std::pair<std::string, std::string>, std::uint64_t> told_; // By client and board.
    std::map<std::tuple<std::string, std::string, std::uint64_t>,
             std::pair<std::string, std::string>>
        states_; // By board, view and position: the state, and who saw it first.
    std::map<std::pair<std::string, std::uint64_t>, std::string> positions_;
    std::set<std::pair<Operation, std::string>> events_;
    std::map<Thing, std::vector<Version>> versions_;
    std::map<Thing, std::optional<std::string>> held_;
    std::vector<Line const*> counted_;
    std::set<std::string> journals_; // Boards of which it is told what happened.
    std::set<std::string> boards_;   // Boards of which it is told what they hold.
};

} // namespace

std::string_view word(Law law)
{
    switch (law) {
    case Law::Lost: return "lost";
    case Law::Duplicated: return "duplicated";
    case Law::Stale: return "stale";
    case Law::Order: return "order";
    case Law::ReadYourWrites: return "readYourWrites";
    case Law::OneBallot: return "oneBallot";
    }
    return "";
}

std::uint64_t Verdict::count(Law law) const
{
    return static_cast<std::uint64_t>(
        std::count_if(breaches.begin(), breaches.end(),
                      [law](Breach const& breach) { return breach.law == law; }));
}

Verdict judge(std::vector<Line> const& lines)
{
    return Judging(lines).verdict();
}

} // namespace koudmen::history
