#include "journal/lines.hpp"

#include "base/check.hpp"
#include "journal/format.hpp"

#include <exception>
#include <utility>

namespace koudmen::journal {

namespace {

// What an event that does not fit is called, if it does not.
std::string misfit(board::Board& board, board::Recorded const& recorded)
{
    if (recorded.position.value != board.position.value + 1) {
        return "position " + std::to_string(board.position.value + 1) + " is expected";
    }
    Judging const judging; // Broken rules are the line's here, and not the program's.
    try {
        board::apply(board, recorded);
    } catch (BrokenRule const& broken) {
        return std::string("it does not fit: ") + broken.rule;
    } catch (std::exception const&) {
        return "it speaks of something that its board has not";
    }
    return {};
}

} // namespace

std::string line_of(board::Recorded const& recorded)
{
    return encode_line(recorded) + "\n";
}

Result<Carried, std::vector<BadLine>> read_lines(std::string_view text)
{
    Carried carried;
    std::vector<BadLine> bad;
    std::size_t line = 0;
    bool fits = true; // What comes after a line that is wrong cannot be judged as a whole.
    while (!text.empty() && bad.size() < bad_lines_max) {
        ++line;
        auto const end = text.find('\n');
        if (end == std::string_view::npos) {
            bad.push_back({line, "the line has no end"});
            break;
        }
        auto const whole = text.substr(0, end + 1);
        text.remove_prefix(end + 1);
        auto recorded = decode_line(whole.substr(0, end));
        if (!recorded) {
            bad.push_back({line, recorded.error()});
            fits = false;
            continue;
        }
        if (line_of(*recorded) != whole) {
            bad.push_back({line, "it is not written as it would be here"});
            fits = false;
            continue;
        }
        if (!fits) continue;
        if (auto reason = misfit(carried.board, *recorded); !reason.empty()) {
            bad.push_back({line, std::move(reason)});
            fits = false;
            continue;
        }
        carried.events.push_back(std::move(*recorded));
    }
    if (line == 0) bad.push_back({1, "there is no event"});
    if (!bad.empty()) return unexpected(std::move(bad));
    return carried;
}

} // namespace koudmen::journal
