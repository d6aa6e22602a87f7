#include "report.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>

namespace koudmen::bench {

namespace {

constexpr std::string_view table_begin = "<!-- table: written by ./dev bench all -->\n";
constexpr std::string_view table_end = "<!-- end of the table -->\n";

bool met(Result const& result)
{
    auto const ratio = median(result.ratios);
    return result.bound == Result::Bound::AtMost ? ratio <= result.target : ratio >= result.target;
}

std::string target(Result const& result)
{
    std::string text = result.bound == Result::Bound::AtMost ? "≤ " : "≥ ";
    text += brief(result.target);
    return text;
}

std::string row(Result const& result)
{
    auto const [least, most] = std::minmax_element(result.ratios.begin(), result.ratios.end());
    std::string text = "| `" + result.name + "` | " + result.what + " | ";
    text.append("**").append(brief(median(result.ratios))).append("** | ");
    text.append(brief(*least)).append(" – ").append(brief(*most)).append(" | ");
    text.append(target(result)).append(" | ").append(met(result) ? "yes" : "no").append(" | ");
    text.append(result.measured).append(" |\n");
    return text;
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    auto const middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2;
}

std::string brief(double value)
{
    std::array<char, 40> text{};
    int const size = value >= 1'000 ? std::snprintf(text.data(), text.size(), "%.0f", value)
                                    : std::snprintf(text.data(), text.size(), "%.3g", value);
    return {text.data(), static_cast<std::size_t>(size)};
}

void Report::add(Result result)
{
    if (result.ratios.empty()) throw std::runtime_error("nothing was measured");
    auto const [least, most] = std::minmax_element(result.ratios.begin(), result.ratios.end());
    nlohmann::ordered_json line;
    auto const number = [](double value) { return nlohmann::ordered_json::parse(brief(value)); };
    line["name"] = result.name;
    line["ratio"] = number(median(result.ratios));
    line["min"] = number(*least);
    line["max"] = number(*most);
    line["target"] = target(result);
    line["met"] = met(result);
    line["what"] = result.what;
    line["measured"] = result.measured;
    std::cout << line.dump() << std::endl;
    results_.push_back(std::move(result));
}

void Report::write_table(std::filesystem::path const& file) const
{
    std::stringstream content;
    content << std::ifstream(file).rdbuf();
    auto text = content.str();
    auto const begin = text.find(table_begin);
    auto const end = text.find(table_end);
    if (begin == std::string::npos || end == std::string::npos || end < begin) {
        throw std::runtime_error(file.string() + " has no place for the table");
    }
    std::string table = "\n| name | ratio of | median | min – max | target | met | measured |\n"
                        "|---|---|---|---|---|---|---|\n";
    for (auto const& result : results_) table += row(result);
    table += "\n";
    auto const from = begin + table_begin.size();
    text.replace(from, end - from, table);
    std::ofstream(file) << text;
}

} // namespace koudmen::bench
