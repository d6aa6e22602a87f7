#include "wire/csv.hpp"

#include <algorithm>
#include <array>

namespace koudmen::wire {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// What starts a formula, or may be dropped before one; the wide forms count in some languages.
constexpr std::array<std::string_view, 10> formula_starts{
    "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

// An apostrophe before it counts as well: the one that guards it is told from one that was written.
bool starts_formula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return std::any_of(formula_starts.begin(), formula_starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

void append(std::string& out, std::string_view text, char separator)
{
    bool const plain = text.find_first_of("\"\r\n") == std::string_view::npos &&
                       text.find(separator) == std::string_view::npos;
    if (plain) {
        out += text;
        return;
    }
    out += '"';
    for (char const c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

Cell::Cell(std::string_view text) : text_(starts_formula(text) ? "'" : "")
{
    text_ += text;
}

std::string without_guard(std::string text)
{
    if (text.starts_with('\'') && starts_formula(std::string_view(text).substr(1)))
        text.erase(0, 1);
    return text;
}

std::string csv(Table const& table, Separator separator)
{
    bool const french = separator == Separator::Semicolon;
    char const between = french ? ';' : ',';
    std::string out(french ? byte_order_mark : "");
    auto const line = [&](auto const& cells, auto&& text_of) {
        bool first = true;
        for (auto const& cell : cells) {
            if (!first) out += between;
            first = false;
            append(out, text_of(cell), between);
        }
        out += "\r\n";
    };
    line(table.columns, [](std::string const& name) { return std::string_view(name); });
    for (auto const& row : table.rows) {
        line(row, [](Cell const& cell) { return std::string_view(cell.text()); });
    }
    return out;
}

} // namespace koudmen::wire
