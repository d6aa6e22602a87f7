#pragma once

#include "base/result.hpp"
#include "wire/zip.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace koudmen::wire {

// Files that an archive may have.
inline constexpr std::size_t unzip_files_max = 1'000;

// The files of an archive as zip() writes it, or what is wrong with it, in English. Nothing is
// trusted: sizes are checked before they are used. Archives of other programs, which compress, are
// refused.
Result<std::vector<ArchiveFile>, std::string> unzip(std::string_view bytes);

} // namespace koudmen::wire
