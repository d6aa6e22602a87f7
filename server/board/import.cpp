#include "board/import.hpp"

#include "board/fields.hpp"
#include "board/limits.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace koudmen::board {

namespace {

// An id out of a title: its small letters and digits of ASCII, the rest as hyphens.
std::string slug_of(std::string_view title, std::set<std::string> const& taken)
{
    constexpr std::size_t slug_start_max = 28; // Room for a number behind.
    std::string slug;
    for (char const c : title) {
        bool const upper = c >= 'A' && c <= 'Z';
        bool const plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (upper || plain)
            slug += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
        if (slug.size() == slug_start_max) break;
    }
    while (slug.ends_with('-')) slug.pop_back();
    if (slug.empty()) slug = "x";
    auto unused = slug;
    for (std::size_t number = 2; taken.contains(unused); ++number) {
        unused = slug + "-" + std::to_string(number);
    }
    return unused;
}

class Judge {
public:
    Judge(Board const& board, Import const& import) : board_(board), import_(import) {}

    Judged judge()
    {
        switch (import_.kind) {
        case ImportKind::Proposals: proposals(); break;
        case ImportKind::Axes: labels(board_.axes, axes_max, AxesImported{}); break;
        case ImportKind::Colleges: labels(board_.colleges, colleges_max, CollegesImported{}); break;
        case ImportKind::Badges: badges(); break;
        }
        if (!judged_.problems.empty() || import_.dry) judged_.events.clear();
        return std::move(judged_);
    }

private:
    void wrong(ImportRow const& row, Refusal refusal)
    {
        judged_.problems.push_back({row.line, std::move(refusal)});
    }

    void proposals()
    {
        std::set<std::string> titles;
        for (auto const& [id, proposal] : board_.proposals) titles.insert(proposal.title);
        auto count = board_.proposals.size();
        for (auto const& row : import_.rows) {
            auto title = filled(row.title, {"title", title_graphemes_max, Lines::One});
            auto description = maybe_empty(row.description,
                                           {"description", description_graphemes_max, Lines::Many});
            auto const axis = axis_of(row.axis);
            if (!title) wrong(row, title.error());
            if (!description) wrong(row, description.error());
            if (!axis) {
                wrong(row,
                      refuse(row.axis.empty() ? RefusalWord::Required : RefusalWord::UnknownAxis,
                             "axis"));
            }
            if (!title || !description || !axis) continue;
            // So that taking the same file in twice does no harm.
            if (!titles.insert(*title).second) {
                wrong(row, refuse(RefusalWord::IdTaken, "title"));
                continue;
            }
            if (count >= proposals_max) {
                return wrong(row, refuse(RefusalWord::TooMany, "proposal", proposals_max));
            }
            ++count;
            judged_.events.push_back(
                ProposalImported{row.proposal, std::move(*title), std::move(*description), *axis});
            judged_.events.push_back(ProposalPublished{row.proposal});
        }
    }

    // The axis that is meant: people write its title rather than its id.
    std::optional<AxisId> axis_of(std::string const& named) const
    {
        auto const cleaned = clean_text(named, Lines::One);
        if (!cleaned) return std::nullopt;
        for (auto const& axis : board_.axes) {
            if (axis.id.text == *cleaned || axis.title == *cleaned) return axis.id;
        }
        return std::nullopt;
    }

    // Badges that were printed elsewhere. They are numbered in their order, behind those that there are.
    void badges()
    {
        std::set<BadgeHash> seen;
        for (auto const& row : import_.rows) {
            if (row.badge.text.empty()) {
                wrong(row, refuse(row.code.empty() ? RefusalWord::Required : RefusalWord::Malformed,
                                  "code"));
                continue;
            }
            if (board_.badge_numbers.contains(row.badge) || !seen.insert(row.badge).second) {
                wrong(row, refuse(RefusalWord::IdTaken, "code"));
                continue;
            }
            if (board_.badges.size() + seen.size() > badges_max) {
                return wrong(row, refuse(RefusalWord::TooMany, "code", badges_max));
            }
            if (seen.size() % badges_per_request_max == 1) {
                judged_.events.push_back(BadgesIssued{});
            }
            std::get<BadgesIssued>(judged_.events.back()).badges.push_back(row.badge);
        }
    }

    // Axes or colleges, behind those that there are.
    template <class Listed, class Imported>
    void labels(std::vector<Listed> const& there, std::size_t max, Imported imported)
    {
        std::set<std::string> ids;
        std::set<std::string> titles;
        for (auto const& one : there) {
            ids.insert(one.id.text);
            titles.insert(one.title);
        }
        auto& fresh = listed(imported);
        for (auto const& row : import_.rows) {
            auto title = filled(row.title, {"title", label_graphemes_max, Lines::One});
            if (!title) {
                wrong(row, title.error());
                continue;
            }
            if (!row.id.empty() && !is_slug(row.id)) {
                wrong(row, refuse(RefusalWord::Malformed, "id"));
                continue;
            }
            auto id = row.id.empty() ? slug_of(*title, ids) : row.id;
            if (!titles.insert(*title).second) {
                wrong(row, refuse(RefusalWord::IdTaken, "title"));
                continue;
            }
            if (!ids.insert(id).second) {
                wrong(row, refuse(RefusalWord::IdTaken, "id"));
                continue;
            }
            if (there.size() + fresh.size() >= max) {
                return wrong(row, refuse(RefusalWord::TooMany, "title", max));
            }
            fresh.push_back({{std::move(id)}, std::move(*title)});
        }
        if (!fresh.empty()) judged_.events.push_back(std::move(imported));
    }

    static std::vector<Axis>& listed(AxesImported& imported) { return imported.axes; }
    static std::vector<College>& listed(CollegesImported& imported) { return imported.colleges; }

    Board const& board_;
    Import const& import_;
    Judged judged_;
};

} // namespace

Result<Judged, Refusal> judge(Board const& board, Import const& import)
{
    if (board.position.value == 0) return unexpected(refuse(RefusalWord::UnknownBoard));
    auto const who = member(board, import.by);
    if (!who) return unexpected(refuse(RefusalWord::UnknownCredential, "authorization"));
    if (who->role != Role::Facilitator) return unexpected(refuse(RefusalWord::NotAllowed));
    if (board.phase == Phase::Closed) return unexpected(refuse(RefusalWord::BoardClosed));
    if (import.rows.empty()) return unexpected(refuse(RefusalWord::Required, "text"));
    return Judge(board, import).judge();
}

} // namespace koudmen::board
