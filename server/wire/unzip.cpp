#include "wire/unzip.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace koudmen::wire {

namespace {

constexpr std::uint64_t local_header = 0x04034B50;
constexpr std::size_t local_header_bytes = 30;
constexpr std::uint64_t stored = 0;

// The number at a place that is known to be there.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t byte = size; byte-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(bytes[at + byte]);
    }
    return value;
}

} // namespace

Result<std::vector<ArchiveFile>, std::string> unzip(std::string_view bytes)
{
    std::vector<ArchiveFile> files;
    std::set<std::string> names;
    auto rest = bytes;
    while (rest.size() >= local_header_bytes && number(rest, 0, 4) == local_header) {
        auto const size = number(rest, 18, 4);
        auto const name_size = number(rest, 26, 2);
        auto const extra_size = number(rest, 28, 2);
        auto const head = local_header_bytes + name_size + extra_size;
        if (number(rest, 8, 2) != stored || number(rest, 6, 2) != 0 ||
            size != number(rest, 22, 4)) {
            return unexpected(std::string("its files are compressed; send the archive as it was"));
        }
        if (rest.size() < head || rest.size() - head < size) {
            return unexpected(std::string("it is cut short"));
        }
        ArchiveFile file{std::string(rest.substr(local_header_bytes, name_size)),
                         std::string(rest.substr(head, size))};
        if (!names.insert(file.name).second) {
            return unexpected("it has two files named " + file.name);
        }
        files.push_back(std::move(file));
        if (files.size() > unzip_files_max) return unexpected(std::string("it has too many files"));
        rest.remove_prefix(head + size);
    }
    if (files.empty()) return unexpected(std::string("it is not a ZIP archive"));
    // The rest, the directory, follows from the files; an archive of ours has no other.
    if (zip(files) != bytes) {
        return unexpected(std::string("it was changed, or another program wrote it"));
    }
    return files;
}

} // namespace koudmen::wire
