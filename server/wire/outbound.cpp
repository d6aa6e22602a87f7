#include "wire/outbound.hpp"

#include "wire/parts.hpp"
#include "wire/vocabulary.hpp"

// Frames around what is told.
namespace koudmen::wire {

Frame frame(State const& state)
{
    // Spliced rather than written from a value: the changes are already text, made once for all.
    std::string json = R"({"type":"state","position":)" + std::to_string(state.position.value);
    if (state.full) json += R"(,"full":true)";
    if (state.more) json += R"(,"more":true)";
    if (state.resume) json += R"(,"resume":true)";
    json += R"(,"changes":)";
    json += state.changes;
    if (!state.yours.empty()) {
        json += R"(,"yours":)";
        json += state.yours;
    }
    if (!state.answers.empty()) {
        json += R"(,"answers":[)";
        for (auto const& answer : state.answers) {
            protocol::Answer told{number(answer.operation.value), {}};
            if (answer.refusal) told.refusal = refusal_of(*answer.refusal);
            protocol::append(json, told);
            json += ',';
        }
        json.back() = ']';
    }
    json += '}';
    return make_frame(json);
}

Frame welcome(board::Actor const& actor, Operation highest, Moment now, std::uint64_t desk)
{
    protocol::Welcome told;
    told.version = protocol::version;
    told.role = to_protocol<protocol::Role>(actor.role);
    told.now = now.milliseconds;
    if (actor.participant.value > 0) told.participant = number(actor.participant.value);
    if (actor.institution) told.institution = number(actor.institution->value);
    told.operation = number(highest.value);
    if (desk > 0) told.desk = number(desk);
    return make_frame(protocol::write(told));
}

Frame similar(std::string const& asked, std::vector<board::Likeness> const& found)
{
    protocol::Similar told;
    told.text = asked;
    for (auto const& [proposal, parts] : found) {
        told.found.push_back({text(proposal), number(parts)});
    }
    return make_frame(protocol::write(told));
}

Frame rejected(BadFrame const& bad)
{
    protocol::Rejected told;
    if (bad.operation) told.operation = number(bad.operation->value);
    told.refusal = refusal_of(bad.refusal);
    return make_frame(protocol::write(told));
}

Frame pong(Moment now)
{
    return make_frame(protocol::write(protocol::Pong{now.milliseconds}));
}

} // namespace koudmen::wire
