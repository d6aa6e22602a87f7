#include "hearing.hpp"

#include "wire/deflate.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace koudmen::load {

namespace {

using nlohmann::json;

Heard::Ballot ballot_of(json const& ballot)
{
    return {ballot.at("id"), ballot.at("state") == "open", ballot.at("method") == "opinion",
            ballot.at("resultsShown"), ballot.at("proposals")};
}

void take_state(Heard& heard, json const& message)
{
    heard.position = message.at("position");
    heard.full = message.value("full", false);
    heard.more = message.value("more", false);
    heard.resume = message.value("resume", false);
    for (auto const& change : message.at("changes")) {
        auto const& type = change.at("type").get_ref<std::string const&>();
        if (type == "ballot") heard.ballots.push_back(ballot_of(change.at("ballot")));
        if (type != "tally") continue;
        auto const& tally = change.at("tally");
        heard.tallies.push_back({tally.at("ballot"), tally.at("proposal"), tally.at("counts")});
    }
    if (auto const answers = message.find("answers"); answers != message.end()) {
        for (auto const& answer : *answers) {
            auto const refusal = answer.find("refusal");
            heard.answers.emplace_back(
                answer.at("operation").get<std::uint64_t>(),
                refusal == answer.end() ? std::string{} : refusal->at("word").get<std::string>());
        }
    }
    if (auto const yours = message.find("yours"); yours != message.end()) {
        heard.yours = true;
        for (auto const& choice : yours->at("choices")) {
            heard.choices.push_back({choice.at("ballot"), choice.at("proposal"),
                                     choice.value("choice", std::string{})});
        }
    }
}

Heard read(std::string_view text)
{
    Heard heard;
    auto const message = json::parse(text);
    auto const& type = message.at("type").get_ref<std::string const&>();
    heard.welcome = type == "welcome";
    heard.state = type == "state";
    heard.rejected = type == "rejected";
    if (heard.welcome) heard.operation = message.at("operation");
    if (heard.state) take_state(heard, message);
    if (heard.rejected) {
        heard.answers.emplace_back(message.value("operation", std::uint64_t{0}),
                                   message.at("refusal").at("word").get<std::string>());
    }
    return heard;
}

} // namespace

std::shared_ptr<Heard const> Hearing::hear(bench::Frame const& frame)
{
    for (auto const& known : known_) {
        if (known.payload == frame.payload) return known.heard;
    }
    constexpr std::size_t most = 64 * 1024 * 1024;
    std::shared_ptr<Heard const> heard;
    if (frame.compressed) {
        auto const plain = wire::inflated(frame.payload, most);
        if (!plain) throw std::runtime_error("a compressed frame cannot be read");
        heard = std::make_shared<Heard const>(read(*plain));
    } else {
        heard = std::make_shared<Heard const>(read(frame.payload));
    }
    // What answers one seat is said to no other.
    if (heard->answers.empty() && !heard->yours) {
        known_[next_++ % known_.size()] = {std::string(frame.payload), heard};
    }
    return heard;
}

std::string hello_text(std::string const& code, std::string const& credential,
                       std::string const& device, std::uint64_t position)
{
    json hello{{"type", "hello"}, {"version", 1}, {"board", code}, {"device", device}};
    if (!credential.empty()) hello["credential"] = credential;
    if (position > 0) hello["position"] = position;
    return hello.dump();
}

} // namespace koudmen::load
