#include "history/history.hpp"

#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

// koudmen_history FILE...: judges the history in these files, one after the other as one. "-" is the
// standard input. Every breach is a line on the standard error; the verdict is one JSON object.
namespace {

constexpr int good = 0;
constexpr int condemned = 1;
constexpr int not_a_history = 2;
constexpr std::size_t breaches_told_max = 50;

void read(std::istream& in, std::string const& name, std::vector<koudmen::history::Line>& lines)
{
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
        if (text.empty()) continue;
        try {
            lines.push_back(koudmen::history::read_line(text));
        } catch (std::invalid_argument const& problem) {
            throw std::invalid_argument(name + ":" + std::to_string(number) + ": " +
                                        problem.what());
        }
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::cerr << "koudmen_history FILE...\n";
        return not_a_history;
    }
    try {
        std::vector<koudmen::history::Line> lines;
        for (int at = 1; at < count; ++at) {
            std::string const name = arguments[at];
            if (name == "-") {
                read(std::cin, name, lines);
                continue;
            }
            std::ifstream file(name);
            if (!file) throw std::invalid_argument(name + " cannot be read");
            read(file, name, lines);
        }
        if (lines.empty()) throw std::invalid_argument("there is no line to judge");
        auto const verdict = koudmen::history::judge(lines);
        std::size_t told = 0;
        for (auto const& breach : verdict.breaches) {
            if (++told > breaches_told_max) break;
            std::cerr << word(breach.law) << ": " << breach.what << '\n';
        }
        std::cout << report(verdict) << '\n';
        return verdict.good() ? good : condemned;
    } catch (std::invalid_argument const& problem) {
        std::cerr << problem.what() << '\n';
        return not_a_history;
    }
}
