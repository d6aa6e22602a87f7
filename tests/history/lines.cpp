#include "history/history.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <utility>

// A history as it is written down: one JSON object on each line.
namespace koudmen::history {

namespace {

using nlohmann::json;

constexpr std::array<std::pair<Type, char const*>, 7> types{{{Type::Invoke, "invoke"},
                                                             {Type::Ok, "ok"},
                                                             {Type::Refused, "refused"},
                                                             {Type::Unknown, "unknown"},
                                                             {Type::Saw, "saw"},
                                                             {Type::Effect, "effect"},
                                                             {Type::Final, "final"}}};

[[noreturn]] void wrong(std::string const& what)
{
    throw std::invalid_argument(what);
}

void need(bool there, char const* field)
{
    if (!there) wrong(std::string("it has no \"") + field + '"');
}

void check(Line const& line)
{
    bool const asked = !line.ballot.empty() || !line.thing.empty();
    need(line.ballot.empty() || !line.proposal.empty(), "proposal");
    switch (line.type) {
    case Type::Invoke: need(!line.credential.empty(), "credential"); [[fallthrough]];
    case Type::Effect: need(!line.board.empty(), "board"); [[fallthrough]];
    case Type::Ok:
    case Type::Refused:
    case Type::Unknown:
        need(!line.client.empty(), "client");
        need(line.operation > 0, "operation");
        need(line.type != Type::Effect || line.position > 0, "position");
        return;
    case Type::Saw:
        need(!line.board.empty(), "board");
        need(!line.client.empty(), "client");
        return;
    case Type::Final:
        need(!line.board.empty(), "board");
        need(asked, "ballot or thing");
        need(line.ballot.empty() || !line.credential.empty() || !line.counts.empty(), "credential");
        return;
    }
}

} // namespace

Line read_line(std::string_view text)
{
    auto const value = json::parse(text, nullptr, false);
    if (!value.is_object()) wrong("it is not a JSON object");
    Line line;
    bool known = false;
    for (auto const& [name, field] : value.items()) {
        auto const as_text = [&, &field = field, &name = name]() -> std::string {
            if (!field.is_string()) wrong("\"" + name + "\" is not a text");
            return field.get<std::string>();
        };
        auto const as_number = [&, &field = field, &name = name] {
            if (!field.is_number_unsigned()) wrong("\"" + name + "\" is not a whole number");
            return field.get<std::uint64_t>();
        };
        if (name == "type") {
            for (auto const& [type, word] : types) {
                if (as_text() != word) continue;
                line.type = type;
                known = true;
            }
            if (!known) wrong("there is no type \"" + as_text() + '"');
        } else if (name == "board") {
            line.board = as_text();
        } else if (name == "client") {
            line.client = as_text();
        } else if (name == "credential") {
            line.credential = as_text();
        } else if (name == "operation") {
            line.operation = as_number();
        } else if (name == "position") {
            line.position = as_number();
        } else if (name == "ballot") {
            line.ballot = as_text();
        } else if (name == "proposal") {
            line.proposal = as_text();
        } else if (name == "thing") {
            line.thing = as_text();
        } else if (name == "choice" || name == "value") {
            if (!field.is_null()) line.value = as_text();
        } else if (name == "state") {
            line.state = as_text();
        } else if (name == "view") {
            line.view = as_text();
        } else if (name == "event") {
            line.event = as_text();
        } else if (name == "counts") {
            if (!field.is_object()) wrong("\"counts\" is not an object");
            for (auto const& [choice, count] : field.items()) {
                if (!count.is_number_unsigned()) wrong("a count is not a whole number");
                line.counts[choice] = count.get<std::uint64_t>();
            }
        }
        // Anything else, as a time or a refusal's word, is for who reads the file.
    }
    need(known, "type");
    check(line);
    return line;
}

std::string write_line(Line const& line)
{
    json value;
    for (auto const& [type, name] : types) {
        if (line.type == type) value["type"] = name;
    }
    auto const tell = [&](char const* name, auto const& field) {
        if (field != std::decay_t<decltype(field)>{}) value[name] = field;
    };
    tell("board", line.board);
    tell("client", line.client);
    tell("credential", line.credential);
    tell("operation", line.operation);
    tell("position", line.position);
    tell("ballot", line.ballot);
    tell("proposal", line.proposal);
    tell("thing", line.thing);
    tell("view", line.view);
    tell("event", line.event);
    tell("counts", line.counts);
    if (line.value) value[line.ballot.empty() ? "value" : "choice"] = *line.value;
    if (line.state) value["state"] = *line.state;
    return value.dump();
}

std::string report(Verdict const& verdict)
{
    nlohmann::ordered_json told;
    told["engine"] = "history";
    told["operations"] = verdict.operations;
    told["answered"] = verdict.answered;
    told["refused"] = verdict.refused;
    told["unknown"] = verdict.unknown;
    told["shown"] = verdict.shown;
    told["held"] = verdict.held;
    for (auto const law : {Law::Lost, Law::Duplicated, Law::Stale, Law::Order, Law::ReadYourWrites,
                           Law::OneBallot}) {
        told[std::string(word(law))] = verdict.count(law);
    }
    told["good"] = verdict.good();
    return told.dump();
}

} // namespace koudmen::history
