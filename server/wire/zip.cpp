#include "wire/zip.hpp"

#include "base/check.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace koudmen::wire {

namespace {

constexpr std::uint64_t zip_bytes_max = 0xFFFFFFFF;
constexpr std::size_t zip_files_max = 0xFFFF;

// CRC-32 as ZIP has it, polynomial 0xEDB88320 reversed.
std::uint32_t crc32(std::string_view bytes)
{
    static constexpr auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t index = 0; index < made.size(); ++index) {
            auto value = index;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320U : value >> 1;
            }
            made[index] = value;
        }
        return made;
    }();
    std::uint32_t value = 0xFFFFFFFF;
    for (char const byte : bytes) {
        value = table[(value ^ static_cast<std::uint8_t>(byte)) & 0xFF] ^ (value >> 8);
    }
    return ~value;
}

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int byte = 0; byte < bytes; ++byte) {
        out += static_cast<char>((value >> (8 * byte)) & 0xFF);
    }
}

constexpr std::uint32_t local_header = 0x04034B50;
constexpr std::uint32_t central_header = 0x02014B50;
constexpr std::uint32_t end_of_central = 0x06054B50;
constexpr std::uint16_t version_needed = 20;
constexpr std::uint16_t made_by_unix = 0x0314;
constexpr std::uint32_t first_of_january_1980 = 0x00210000; // The zero of the format's dates.
constexpr std::uint32_t plain_file = 0100644U << 16;

// What the local and the central header of a file share.
void put_facts(std::string& out, ArchiveFile const& file)
{
    put(out, version_needed, 2);
    put(out, 0, 2); // No flags.
    put(out, 0, 2); // Stored.
    put(out, first_of_january_1980, 4);
    put(out, crc32(file.bytes), 4);
    put(out, file.bytes.size(), 4);
    put(out, file.bytes.size(), 4);
    put(out, file.name.size(), 2);
    put(out, 0, 2); // No extra field.
}

} // namespace

std::string zip(std::vector<ArchiveFile> const& files)
{
    check(files.size() <= zip_files_max, "an archive has few files");
    std::string out;
    std::string central;
    for (auto const& file : files) {
        auto const at = out.size();
        put(out, local_header, 4);
        put_facts(out, file);
        out += file.name;
        out += file.bytes;
        put(central, central_header, 4);
        put(central, made_by_unix, 2);
        put_facts(central, file);
        put(central, 0, 6); // No comment, one volume, no attributes of MS-DOS.
        put(central, plain_file, 4);
        put(central, at, 4);
        central += file.name;
    }
    auto const central_at = out.size();
    out += central;
    put(out, end_of_central, 4);
    put(out, 0, 4); // One volume.
    put(out, files.size(), 2);
    put(out, files.size(), 2);
    put(out, central.size(), 4);
    put(out, central_at, 4);
    put(out, 0, 2); // No comment.
    check(out.size() <= zip_bytes_max, "an archive stays below 4 GiB");
    return out;
}

} // namespace koudmen::wire
