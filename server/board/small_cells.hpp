#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace koudmen::board {

// Which of several groups of people are not told apart: those with fewer than small_cell_min people,
// and with them as many of the next smallest as it takes for the hidden ones not to follow from the
// whole: at least two groups, and small_cell_min people. An empty group is nothing to hide.
std::vector<bool> small_cells(std::vector<std::uint64_t> const& people);

} // namespace koudmen::board
