#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Tables for spreadsheets and programs (RFC 4180, UTF-8).
namespace koudmen::wire {

// One cell: nothing, a number as it is, or a text. A text that a spreadsheet would take for a
// formula gets an apostrophe in front.
class Cell {
public:
    Cell() = default;
    Cell(std::string_view text);
    Cell(std::string const& text) : Cell(std::string_view(text)) {}
    Cell(char const* text) : Cell(std::string_view(text)) {}
    Cell(std::uint64_t number) : text_(std::to_string(number)) {}
    Cell(std::int64_t number) : text_(std::to_string(number)) {}

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

using Row = std::vector<Cell>;

struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
};

// With commas, as programs expect it; or as spreadsheets in French open it, with semicolons and a
// mark that says it is UTF-8.
enum class Separator { Comma, Semicolon };
std::string csv(Table const& table, Separator separator = Separator::Comma);

// The text without the apostrophe that guards it, where there is one.
std::string without_guard(std::string text);

} // namespace koudmen::wire
