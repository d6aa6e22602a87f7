#pragma once

#include "base/result.hpp"
#include "board/import.hpp"

#include <string>
#include <string_view>
#include <vector>

// Tables that people prepared elsewhere, as rows to import. Spreadsheets write them in many ways: with
// commas or semicolons, with or without a mark of UTF-8, with lines that end in one sign or two.
namespace koudmen::wire {

// Rows that may be read at one go.
inline constexpr std::size_t table_rows_max = 2'000;

// The rows, with the line on which each begins (of JSON, the place in its list: 1, 2, 3), or every
// problem of form. The first line of a CSV names its columns, in English or French.
Result<std::vector<board::ImportRow>, std::vector<board::RowProblem>> read_table(
    std::string_view text);

} // namespace koudmen::wire
