#include "wire/read_table.hpp"

#include "base/text.hpp"
#include "board/fields.hpp"
#include "wire/csv.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace koudmen::wire {

namespace {

using board::ImportRow;
using board::RefusalWord;
using board::refuse;
using board::RowProblem;
using Problems = std::vector<RowProblem>;
using nlohmann::json;

constexpr std::size_t problems_max = 1'000; // That are told at once.

struct Column {
    std::string_view name;
    std::string ImportRow::*member;
};

// What a column may be called.
constexpr std::array<Column, 11> columns{{{"code", &ImportRow::code},
                                          {"badge", &ImportRow::code},
                                          {"id", &ImportRow::id},
                                          {"title", &ImportRow::title},
                                          {"titre", &ImportRow::title},
                                          {"description", &ImportRow::description},
                                          {"axis", &ImportRow::axis},
                                          {"axe", &ImportRow::axis},
                                          {"theme", &ImportRow::axis},
                                          {"thème", &ImportRow::axis},
                                          {"axistitle", &ImportRow::axis}}};

std::string small(std::string text)
{
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::string ImportRow::*column(std::string const& name)
{
    auto const cleaned = clean_text(name, Lines::One);
    if (!cleaned) return nullptr;
    auto const found =
        std::find_if(columns.begin(), columns.end(),
                     [said = small(*cleaned)](Column const& one) { return one.name == said; });
    return found == columns.end() ? nullptr : found->member;
}

struct Line {
    std::size_t number = 0; // Of the line on which the row begins.
    std::vector<std::string> cells;
};

// Whichever stands more often in the first line, outside of quotes.
char separator_of(std::string_view text)
{
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        if (!quoted && c == ',') ++commas;
        if (!quoted && c == ';') ++semicolons;
    }
    return semicolons > commas ? ';' : ',';
}

// Splits a text into rows and cells. One walk, whatever the text is.
class Splitting {
public:
    explicit Splitting(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    Result<std::vector<Line>, Problems> split()
    {
        bool quoted = false;
        start_line();
        for (at_ = 0; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (c == '\n' || (c == '\r' && next() != '\n')) ++number_;
            if (quoted) {
                if (c == '"' && next() == '"')
                    cell() += text_[++at_];
                else if (c == '"')
                    quoted = false;
                else if (c != '\r')
                    cell() += c;
            } else if (c == '"' && cell().empty()) {
                quoted = true;
            } else if (c == '"') {
                return unexpected(one_problem()); // A quote in the middle says something was lost.
            } else if (c == separator_) {
                if (line_.cells.size() >= columns.size()) return unexpected(too_wide());
                line_.cells.emplace_back();
            } else if (c == '\n' || c == '\r') {
                if (c == '\r' && next() == '\n') continue; // The line ends with the next sign.
                end_line();
                if (lines_.size() > table_rows_max + 1) return unexpected(too_many());
            } else {
                cell() += c;
            }
        }
        if (quoted) return unexpected(one_problem());
        end_line();
        return std::move(lines_);
    }

private:
    char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }
    std::string& cell() { return line_.cells.back(); }
    void start_line() { line_ = {number_, {""}}; }
    void end_line()
    {
        bool const empty = std::all_of(line_.cells.begin(), line_.cells.end(),
                                       [](std::string const& one) { return one.empty(); });
        if (!empty) lines_.push_back(std::move(line_));
        start_line();
    }
    Problems too_wide() const
    {
        return {{line_.number, refuse(RefusalWord::TooMany, "cells", columns.size())}};
    }
    Problems one_problem() const { return {{line_.number, refuse(RefusalWord::Malformed, "\"")}}; }
    Problems too_many() const
    {
        return {{line_.number, refuse(RefusalWord::TooMany, "rows", table_rows_max)}};
    }

    std::string_view text_;
    char const separator_;
    std::size_t at_ = 0;
    std::size_t number_ = 1;
    Line line_;
    std::vector<Line> lines_;
};

Result<std::vector<ImportRow>, Problems> read_csv(std::string_view text)
{
    auto lines = Splitting(text).split();
    if (!lines) return unexpected(lines.error());
    if (lines->empty()) return std::vector<ImportRow>{};
    Problems problems;
    std::vector<std::string ImportRow::*> members;
    auto const& head = lines->front();
    for (auto const& name : head.cells) {
        auto const member = column(name);
        bool const twice =
            member && std::find(members.begin(), members.end(), member) != members.end();
        if (!member || twice) {
            problems.push_back({head.number, refuse(RefusalWord::Malformed, name)});
        }
        members.push_back(member);
    }
    if (!problems.empty()) return unexpected(std::move(problems));
    std::vector<ImportRow> rows;
    for (std::size_t at = 1; at < lines->size() && problems.size() < problems_max; ++at) {
        auto& line = (*lines)[at];
        if (line.cells.size() != members.size()) {
            problems.push_back(
                {line.number, refuse(RefusalWord::Malformed, "cells", members.size())});
            continue;
        }
        ImportRow row;
        row.line = line.number;
        for (std::size_t index = 0; index < members.size(); ++index) {
            row.*members[index] = without_guard(std::move(line.cells[index]));
        }
        rows.push_back(std::move(row));
    }
    if (!problems.empty()) return unexpected(std::move(problems));
    return rows;
}

Result<std::vector<ImportRow>, Problems> read_json(std::string_view text)
{
    // A list of flat objects; what nests deeper is none, and is never built.
    auto const flat = [](int depth, json::parse_event_t, json&) { return depth <= 2; };
    auto const list = json::parse(text, flat, false);
    if (!list.is_array()) {
        return unexpected(Problems{{1, refuse(RefusalWord::Malformed, "text")}});
    }
    if (list.size() > table_rows_max) {
        return unexpected(
            Problems{{table_rows_max + 1, refuse(RefusalWord::TooMany, "rows", table_rows_max)}});
    }
    Problems problems;
    std::vector<ImportRow> rows;
    for (auto const& item : list) {
        if (problems.size() >= problems_max) break; // Enough to mend first.
        ImportRow row;
        row.line = rows.size() + 1;
        if (!item.is_object()) {
            problems.push_back({row.line, refuse(RefusalWord::Malformed, "row")});
        } else {
            for (auto const& [name, value] : item.items()) {
                auto const member = column(name);
                if (member && value.is_string())
                    row.*member = value.get<std::string>();
                else
                    problems.push_back({row.line, refuse(RefusalWord::Malformed, name)});
            }
        }
        rows.push_back(std::move(row));
    }
    if (!problems.empty()) return unexpected(std::move(problems));
    return rows;
}

} // namespace

Result<std::vector<board::ImportRow>, std::vector<board::RowProblem>> read_table(
    std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    auto const first = text.find_first_not_of(" \t\r\n");
    bool const is_json =
        first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
    return is_json ? read_json(text) : read_csv(text);
}

} // namespace koudmen::wire
