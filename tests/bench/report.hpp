#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace koudmen::bench {

// The same ratio, formed once in each round.
struct Result {
    std::string name;
    std::string what; // What it is a ratio of, in words.
    std::vector<double> ratios;
    enum class Bound { AtMost, AtLeast } bound = Bound::AtMost;
    double target = 0;
    std::string measured; // The numbers behind it, of the median round where they vary.
};

double median(std::vector<double> values);

// A number for people, with so many significant digits.
std::string brief(double value);

// Prints one JSON line for each result, as they come, and keeps them.
class Report {
public:
    void add(Result result);

    // Writes the table between the two marks of the file, in place of the former one.
    void write_table(std::filesystem::path const& file) const;

private:
    std::vector<Result> results_;
};

} // namespace koudmen::bench
