#include "outcome.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace koudmen::load {

namespace {

using nlohmann::ordered_json;

constexpr std::array<double, 4> quantiles{0.5, 0.95, 0.99, 1.0};
constexpr std::size_t findings_max = 8;

std::string milliseconds(double value)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), value < 10 ? "%.1f ms" : "%.0f ms", value);
    return text.data();
}

std::string row(std::string const& name, bench::Times& times)
{
    auto line = "  " + name + std::string(name.size() < 26 ? 26 - name.size() : 1, ' ');
    if (times.count() == 0) return line + "-\n";
    for (double const quantile : quantiles) {
        auto const cell = milliseconds(times.milliseconds(quantile));
        line += std::string(cell.size() < 11 ? 11 - cell.size() : 1, ' ') + cell;
    }
    return line + "   of " + std::to_string(times.count()) + "\n";
}

ordered_json times_of(bench::Times& times)
{
    ordered_json told;
    constexpr double tenths = 10;
    auto const at = [&](double quantile) {
        return std::round(times.milliseconds(quantile) * tenths) / tenths;
    };
    told["count"] = times.count();
    told["p50_ms"] = at(0.5);
    told["p95_ms"] = at(0.95);
    told["p99_ms"] = at(0.99);
    told["max_ms"] = at(1.0);
    return told;
}

std::size_t all(std::map<std::string, std::size_t> const& counts)
{
    std::size_t sum = 0;
    for (auto const& [what, count] : counts) sum += count;
    return sum;
}

} // namespace

void Outcome::find(std::string const& kind, std::string const& what)
{
    if (found_[kind]++ < findings_max) findings.push_back(kind + what);
}

bool Outcome::agrees() const
{
    return joined == phones && unanswered + unseen + lost + diverged + duplicated + missing == 0;
}

std::string page(Options const& options, Outcome& outcome)
{
    auto const number = [](auto value) { return std::to_string(value); };
    std::string text = "\nRehearsal on board " + outcome.board + " of " + options.host + ":" +
                       number(options.port) + ", " + number(std::llround(outcome.seconds)) +
                       " s\n\n";
    text += "  phones      " + number(outcome.joined) + " of " + number(outcome.phones) + " joined";
    if (outcome.phones < options.phones) {
        text += " (" + number(options.phones) + " were asked for: the limit of descriptors)";
    }
    text += "; " + number(all(outcome.refused)) + " refusals, each tried again\n";
    for (auto const& [what, count] : outcome.refused) {
        text += "              " + number(count) + " x " + what + "\n";
    }
    text += "  bad Wi-Fi   " + number(outcome.stalls) + " stalls, " + number(outcome.cuts) +
            " cut connections, " + number(outcome.sent_again) +
            " votes sent again; the server ended " + number(outcome.dropped) + "\n";
    text += "  votes       " + number(outcome.votes_due) + " due, " + number(outcome.votes_sent) +
            " sent, " + number(outcome.recorded) + " recorded\n\n";
    text += std::string(28, ' ') + "     median   95 of 100   99 of 100  longest\n";
    text += row("to join", outcome.join_times);
    text += row("to come back", outcome.return_times);
    text += row("to a vote's recording", outcome.acknowledgements);
    text += row("from there to the screen", outcome.screen);
    text += row("and to who looks on", outcome.onlookers);
    text += "\n  unanswered " + number(outcome.unanswered) + ", lost " + number(outcome.lost) +
            ", duplicated " + number(outcome.duplicated) + ", diverged " +
            number(outcome.diverged) + ", missing in the counts " + number(outcome.missing) +
            ", phones not heard of at the end " + number(outcome.unseen) + "\n";
    for (auto const& finding : outcome.findings) text += "  - " + finding + "\n";
    text +=
        outcome.counts_compared
            ? "  " + number(outcome.counts) + " counts compared\n"
            : std::string(
                  "  The counts are not shown on this board: what each phone has was compared.\n");
    text += outcome.agrees() ? "\nEverything the phones were told is what the server has.\n"
                             : "\nNOT everything the phones were told is what the server has.\n";
    return text;
}

std::string json_line(Options const& options, Outcome& outcome)
{
    ordered_json told;
    told["agrees"] = outcome.agrees();
    told["board"] = outcome.board;
    told["seconds"] = std::llround(outcome.seconds);
    told["phones_asked"] = options.phones;
    told["phones"] = outcome.phones;
    told["joined"] = outcome.joined;
    told["refused"] = outcome.refused;
    told["votes_due"] = outcome.votes_due;
    told["votes_sent"] = outcome.votes_sent;
    told["recorded"] = outcome.recorded;
    told["sent_again"] = outcome.sent_again;
    told["stalls"] = outcome.stalls;
    told["cuts"] = outcome.cuts;
    told["dropped"] = outcome.dropped;
    told["unanswered"] = outcome.unanswered;
    told["unseen"] = outcome.unseen;
    told["lost"] = outcome.lost;
    told["duplicated"] = outcome.duplicated;
    told["diverged"] = outcome.diverged;
    told["missing"] = outcome.missing;
    told["counts_compared"] = outcome.counts;
    told["join"] = times_of(outcome.join_times);
    told["return"] = times_of(outcome.return_times);
    told["acknowledgement"] = times_of(outcome.acknowledgements);
    told["screen_lag"] = times_of(outcome.screen);
    told["onlooker_lag"] = times_of(outcome.onlookers);
    told["findings"] = outcome.findings;
    return told.dump();
}

} // namespace koudmen::load
