#include "board/small_cells.hpp"

#include "board/limits.hpp"

#include <algorithm>

namespace koudmen::board {

std::vector<bool> small_cells(std::vector<std::uint64_t> const& people)
{
    std::vector<std::size_t> by_size; // Indexes, fewest people first.
    for (std::size_t index = 0; index < people.size(); ++index) {
        if (people[index] > 0) by_size.push_back(index);
    }
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t one, std::size_t other) {
        return people[one] < people[other];
    });
    std::vector<bool> hidden(people.size(), false);
    std::uint64_t hidden_people = 0;
    std::size_t count = 0;
    for (auto const index : by_size) {
        bool const covered = count == 0 || (count >= 2 && hidden_people >= small_cell_min);
        if (people[index] >= small_cell_min && covered) break;
        hidden[index] = true;
        hidden_people += people[index];
        ++count;
    }
    return hidden;
}

} // namespace koudmen::board
