#include "journal/marks_file.hpp"

#include "journal/format.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace koudmen::journal {

namespace {

// A line for each board: its code, a space, its position. The first line is the checksum of the rest.
std::string text_of(Marks const& marks)
{
    std::string lines;
    for (auto const& [code, position] : marks) {
        lines += code.text + " " + std::to_string(position.value) + "\n";
    }
    return std::to_string(crc32c(lines)) + "\n" + lines;
}

bool write_all(int file, std::string_view text)
{
    while (!text.empty()) {
        auto const written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

} // namespace

bool sync_folder(std::filesystem::path const& folder)
{
    int const opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return false;
    bool const synced = ::fsync(opened) == 0;
    ::close(opened);
    return synced;
}

Result<Marks, std::string> read_marks(std::filesystem::path const& file)
{
    std::error_code error;
    auto const type = std::filesystem::symlink_status(file, error).type();
    if (type == std::filesystem::file_type::not_found) return Marks{};
    std::ifstream in(file, std::ios::binary);
    if (!in) return unexpected(file.string() + " cannot be read.");
    std::string checksum;
    std::getline(in, checksum);
    std::ostringstream rest;
    rest << in.rdbuf();
    auto const lines = rest.str();
    if (checksum != std::to_string(crc32c(lines))) {
        return unexpected(file.string() +
                          " is damaged; it holds the last known position of every "
                          "board. Restore it, or remove it if you accept not to know whether "
                          "acknowledged events are missing.");
    }
    Marks marks;
    std::istringstream each(lines);
    std::string code;
    std::uint64_t position = 0;
    while (each >> code >> position) marks[{code}] = {position};
    return marks;
}

bool write_marks(std::filesystem::path const& file, Marks const& marks)
{
    auto const next = file.string() + ".next";
    int const out = ::open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (out < 0) return false;
    bool const written = write_all(out, text_of(marks));
    bool const closed = ::close(out) == 0;
    return written && closed && std::rename(next.c_str(), file.c_str()) == 0 &&
           sync_folder(file.parent_path());
}

} // namespace koudmen::journal
