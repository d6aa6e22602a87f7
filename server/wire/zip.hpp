#pragma once

#include <string>
#include <vector>

// Several files as one. Nothing is compressed and nothing is dated, so that the same files are the
// same bytes whatever the machine and its libraries; browsers and servers compress on the way.
namespace koudmen::wire {

struct ArchiveFile {
    std::string name; // A relative path with slashes, in ASCII.
    std::string bytes;
};

// A ZIP archive (APPNOTE 6.3) of these files, in their order. Together they must stay below 4 GiB.
std::string zip(std::vector<ArchiveFile> const& files);

} // namespace koudmen::wire
