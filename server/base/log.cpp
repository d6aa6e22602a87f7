#include "base/log.hpp"

#include "base/clock.hpp"

#include <cstdio>
#include <string>
#include <unistd.h>

namespace koudmen::log {

namespace {

void append_quoted(std::string& line, std::string_view text)
{
    constexpr char const* digits = "0123456789abcdef";
    line += '"';
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (byte < 0x20) {
            line += "\\u00";
            line += digits[byte >> 4];
            line += digits[byte & 15];
        } else {
            line += c;
        }
    }
    line += '"';
}

void write_line(std::string_view level, std::string_view fact, std::initializer_list<Field> fields)
{
    std::string line = R"({"at":)" + std::to_string(wall_clock().milliseconds) + R"(,"level":)";
    append_quoted(line, level);
    line += R"(,"fact":)";
    append_quoted(line, fact);
    for (auto const& [name, value] : fields) {
        line += ',';
        append_quoted(line, name);
        line += ':';
        append_quoted(line, value);
    }
    line += "}\n";
    // One write for one line, so that lines of several threads do not mix. Nobody can be told when
    // the log itself cannot be written.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

} // namespace

void note(std::string_view fact, std::initializer_list<Field> fields)
{
    write_line("info", fact, fields);
}

void warn(std::string_view fact, std::initializer_list<Field> fields)
{
    write_line("warning", fact, fields);
}

} // namespace koudmen::log
