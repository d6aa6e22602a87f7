#include "wire/archive_parts.hpp"
#include "wire/csv.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace koudmen::wire {

namespace {

using json = nlohmann::ordered_json;

// Several values in one cell are lines of it.
constexpr std::string_view between = "\n";

// Makes the tables of one document. Whatever is not in it is an empty cell.
class Tables {
public:
    explicit Tables(json const& document) : document_(document)
    {
        language_ = document["languages"][0].get<std::string>();
        for (auto const& axis : document["roadmap"]["axes"]) {
            axes_[axis["id"].get<std::string>()] = text(axis["title"]);
        }
        for (auto const& ballot : document["ballots"]) {
            ballots_[ballot["id"].get<std::string>()] = &ballot;
        }
    }

    Table actions() const
    {
        Table table{{"reference",   "number",   "axis",     "axisTitle", "title",
                     "description", "status",   "decision", "decidedAt", "words",
                     "lead",        "partners", "start",    "end",       "comments",
                     "commitments", "ballot",   "support",  "neutral",   "oppose"},
                    {}};
        for (auto const& action : document_["roadmap"]["actions"]) {
            auto row = identity(action);
            auto const& decision = action["decision"];
            row.push_back(word(decision, "decision"));
            row.push_back(word(decision, "decidedAt"));
            row.push_back(text(decision, "words"));
            row.push_back(names(action, "bearers"));
            row.push_back(names(action, "partners"));
            row.push_back(word(action, "start"));
            row.push_back(word(action, "end"));
            row.push_back(number(action, "commentCount"));
            row.push_back(static_cast<std::uint64_t>(
                action.contains("commitments") ? action["commitments"].size() : 0));
            add_last_result(row, action);
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    // All that the room sees, decided or not.
    Table proposals() const
    {
        Table table{{"reference", "number", "axis", "axisTitle", "title", "description", "status",
                     "colleges", "comments", "ballot", "support", "neutral", "oppose"},
                    {}};
        each_action([&](json const& action) {
            auto row = identity(action);
            std::string colleges;
            for (auto const& source : action["sources"]) {
                if (!source.contains("college")) continue;
                if (!colleges.empty()) colleges += between;
                colleges += source["college"].get<std::string>();
            }
            row.emplace_back(colleges);
            row.push_back(number(action, "commentCount"));
            add_last_result(row, action);
            table.rows.push_back(std::move(row));
        });
        std::stable_sort(table.rows.begin(), table.rows.end(),
                         [](Row const& one, Row const& other) {
                             return std::stoul(one[1].text()) < std::stoul(other[1].text());
                         });
        return table;
    }

    Table commitments() const
    {
        Table table{{"reference", "institution", "response", "confirmedAt", "words",
                     "lead",      "partners",    "start",    "end",         "indicators",
                     "budget",    "currency",    "needs",    "otherNeeds",  "audience",
                     "places",    "status",      "progress", "updatedAt",   "news"},
                    {}};
        each_action([&](json const& action) {
            if (!action.contains("commitments")) return;
            for (auto const& one : action["commitments"]) {
                Row row{word(action, "reference"), one["institution"]["name"].get<std::string>(),
                        word(one, "response"),     word(one, "confirmedAt"),
                        text(one, "words"),        names(one, "bearers"),
                        names(one, "partners"),    word(one, "start"),
                        word(one, "end"),          indicators(one)};
                auto const budget = one.value("budget", json::object());
                row.push_back(number(budget, "amount"));
                row.push_back(word(budget, "currency"));
                row.push_back(words(one, "needs"));
                row.push_back(texts(one, "otherNeeds"));
                row.push_back(texts(one, "audience"));
                row.push_back(names(one, "places"));
                row.push_back(word(one, "status"));
                row.push_back(number(one, "progress"));
                auto const updates = one.value("updates", json::array());
                auto const last = updates.empty() ? json::object() : updates.back();
                row.push_back(word(last, "at"));
                row.push_back(text(last, "news"));
                table.rows.push_back(std::move(row));
            }
        });
        return table;
    }

    // One number a row, so that every method of voting fits: of all who voted, and of each college
    // that may be told.
    Table results() const
    {
        Table table{{"ballot", "method", "reference", "college", "measure", "value"}, {}};
        each_action([&](json const& action) {
            if (!action.contains("results")) return;
            for (auto const& result : action["results"]) {
                auto const& ballot = *ballots_.at(result["ballot"].get<std::string>());
                auto const add = [&](std::string const& college, json const& measures) {
                    for (auto const& [measure, value] : measures.items()) {
                        add_measure(table, ballot, action, college, measure, value);
                    }
                };
                for (auto const* measure : {"rank", "formerRank", "people"}) {
                    if (!result.contains(measure)) continue;
                    add_measure(table, ballot, action, "", measure, result[measure]);
                }
                if (!result.contains("counts")) continue; // Only the order shows.
                add("", result["counts"]);
                add("", result["scores"]);
                for (auto const& part : result["byCollege"]) {
                    auto const college = part["college"].get<std::string>();
                    add(college,
                        part.contains("counts") ? part["counts"] : json{{"suppressed", 1}});
                }
            }
        });
        return table;
    }

    // The public log: no text, and no person.
    Table moderation() const
    {
        Table table{{"position", "at", "act", "proposal", "into", "reason"}, {}};
        for (auto const& act : document_["provenance"]["moderation"]) {
            table.rows.push_back({number(act, "position"), word(act, "at"), word(act, "act"),
                                  number(act, "proposal"), number(act, "into"),
                                  word(act, "reason")});
        }
        return table;
    }

private:
    static void add_measure(Table& table, json const& ballot, json const& action,
                            std::string const& college, std::string const& measure,
                            json const& value)
    {
        if (value.is_object()) {
            for (auto const& [part, of_it] : value.items()) {
                auto inner = measure;
                inner.append(".").append(part);
                add_measure(table, ballot, action, college, inner, of_it);
            }
            return;
        }
        Cell cell;
        if (value.is_number())
            cell = Cell(value.get<std::int64_t>());
        else if (value.is_string())
            cell = Cell(value.get<std::string>());
        else
            return;
        table.rows.push_back({number(ballot, "number"), word(ballot, "method"),
                              word(action, "reference"), college, measure, cell});
    }

    template <class Each>
    void each_action(Each&& each) const
    {
        for (auto const& action : document_["roadmap"]["actions"]) each(action);
        for (auto const& action : document_["proposals"]) each(action);
    }

    Row identity(json const& action) const
    {
        auto const axis = axes_.find(action["axis"].get<std::string>());
        return {word(action, "reference"), number(action, "number"),
                word(action, "axis"),      axis == axes_.end() ? Cell{} : Cell(axis->second),
                text(action["title"]),     text(action, "description"),
                word(action, "status")};
    }

    // Of the last ballot that shows its results, where people said what they think.
    void add_last_result(Row& row, json const& action) const
    {
        auto const results = action.value("results", json::array());
        auto const last = results.empty() ? json::object() : results.back();
        auto const counts = last.value("counts", json::object());
        auto const ballot = ballots_.find(last.value("ballot", std::string{}));
        row.push_back(ballot == ballots_.end() ? Cell{} : number(*ballot->second, "number"));
        for (auto const* choice : {"support", "neutral", "oppose"}) {
            row.push_back(number(counts, choice));
        }
    }

    std::string text(json const& by_language) const
    {
        auto found = by_language.find(language_);
        if (found == by_language.end()) found = by_language.begin(); // As its author wrote it.
        return found == by_language.end() ? std::string{} : found->get<std::string>();
    }

    Cell text(json const& of, char const* field) const
    {
        return of.contains(field) ? Cell(text(of[field])) : Cell{};
    }

    static Cell word(json const& of, char const* field)
    {
        return of.contains(field) ? Cell(of[field].get<std::string>()) : Cell{};
    }

    static Cell number(json const& of, char const* field)
    {
        return of.contains(field) ? Cell(of[field].get<std::uint64_t>()) : Cell{};
    }

    template <class One>
    static Cell joined(json const& of, char const* field, One&& one)
    {
        if (!of.contains(field)) return {};
        std::string all;
        for (auto const& item : of[field]) {
            if (!all.empty()) all += between;
            all += one(item);
        }
        return all;
    }

    static Cell names(json const& of, char const* field)
    {
        return joined(of, field, [](json const& item) { return item["name"].get<std::string>(); });
    }
    static Cell words(json const& of, char const* field)
    {
        return joined(of, field, [](json const& item) { return item.get<std::string>(); });
    }
    Cell texts(json const& of, char const* field) const
    {
        return joined(of, field, [&](json const& item) { return text(item); });
    }

    Cell indicators(json const& of) const
    {
        return joined(of, "indicators", [&](json const& item) {
            auto line = text(item["name"]) + ": " + item["target"].dump();
            if (item.contains("unit")) line += " " + text(item["unit"]);
            if (item.contains("baseline")) line += " (" + item["baseline"].dump() + ")";
            return line;
        });
    }

    json const& document_;
    std::string language_;
    std::map<std::string, std::string> axes_;
    std::map<std::string, json const*> ballots_;
};

} // namespace

std::vector<ArchiveFile> tables(std::string const& roadmap)
{
    auto const document = json::parse(roadmap);
    Tables const made(document);
    std::vector<ArchiveFile> files;
    for (auto const& [name, table] : {std::pair<std::string, Table>{"actions", made.actions()},
                                      {"commitments", made.commitments()},
                                      {"proposals", made.proposals()},
                                      {"results", made.results()},
                                      {"moderation", made.moderation()}}) {
        files.push_back({name + ".csv", csv(table)});
        files.push_back({name + ".fr.csv", csv(table, Separator::Semicolon)});
    }
    return files;
}

std::string roadmap_table(board::Board const& board)
{
    auto const document = json::parse(roadmap(board));
    return csv(Tables(document).actions(), Separator::Semicolon);
}

} // namespace koudmen::wire
