#pragma once

#include "support/catch.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Readers of our own for what an archive holds, written from the formats and not from their writers.
namespace koudmen::tests {

// The files of a ZIP by the local headers alone (APPNOTE 4.3.7), and the names that the central
// directory lists; both must agree.
inline std::map<std::string, std::string> unzip(std::string_view bytes)
{
    auto const number = [&](std::size_t at, std::size_t size) {
        REQUIRE(at + size <= bytes.size());
        std::uint64_t value = 0;
        for (std::size_t byte = size; byte-- > 0;) {
            value = value << 8 | static_cast<unsigned char>(bytes[at + byte]);
        }
        return value;
    };
    std::map<std::string, std::string> files;
    std::vector<std::size_t> places;
    std::size_t at = 0;
    while (number(at, 4) == 0x04034B50) {
        CHECK(number(at + 8, 2) == 0); // Stored.
        auto const size = number(at + 22, 4);
        auto const name_size = number(at + 26, 2);
        auto const start = at + 30 + name_size + number(at + 28, 2);
        REQUIRE(start + size <= bytes.size());
        places.push_back(at);
        auto const name = std::string(bytes.substr(at + 30, name_size));
        CHECK_FALSE(files.contains(name));
        files[name] = std::string(bytes.substr(start, size));
        at = start + size;
    }
    auto const central = at;
    for (auto const place : places) {
        REQUIRE(number(at, 4) == 0x02014B50);
        CHECK(number(at + 16, 4) == number(place + 14, 4)); // The same checksum.
        CHECK(number(at + 42, 4) == place);
        at += 46 + number(at + 28, 2);
    }
    CHECK(number(at, 4) == 0x06054B50);
    CHECK(number(at + 10, 2) == places.size());
    CHECK(number(at + 16, 4) == central);
    CHECK(at + 22 == bytes.size());
    return files;
}

// The rows of a table (RFC 4180). A mark of UTF-8 in front is dropped.
inline std::vector<std::vector<std::string>> read_csv(std::string_view text, char separator = ',')
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (quoted) {
            if (c != '"')
                row.back() += c;
            else if (at + 1 < text.size() && text[at + 1] == '"')
                row.back() += text[++at];
            else
                quoted = false;
        } else if (c == '"') {
            CHECK(row.back().empty()); // A quoted cell is quoted whole.
            quoted = true;
        } else if (c == separator) {
            row.emplace_back();
        } else if (c == '\r') {
            REQUIRE(at + 1 < text.size());
            CHECK(text[at + 1] == '\n');
            ++at;
            rows.push_back(std::exchange(row, {""}));
        } else {
            CHECK(c != '\n');
            row.back() += c;
        }
    }
    CHECK_FALSE(quoted);
    CHECK(row == std::vector<std::string>{""}); // The last line ends too.
    return rows;
}

} // namespace koudmen::tests
