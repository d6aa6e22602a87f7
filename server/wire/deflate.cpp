#include "wire/deflate.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace koudmen::wire {

namespace {

// Without zlib's own header and trailer.
constexpr int raw_window = -15;
constexpr int memory_level = 8;

// Little is lost by haste where there is much: a board of a megabyte takes a hundredth of a second.
constexpr std::size_t much = 256 * 1024;
constexpr int level_of_much = 1;
constexpr int usual_level = 6;

// What a flush leaves at the end of a message, and RFC 7692 has cut off.
constexpr std::string_view flush_end("\0\0\xFF\xFF", 4);

// zlib only reads; its interface lacks the const.
Bytef* input(std::string_view text)
{
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

// Each thread keeps one, since making it costs more than most messages.
class Inflater {
public:
    Inflater() { check(inflateInit2(&stream_, raw_window) == Z_OK, "zlib inflates"); }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(Inflater const&) = delete;
    Inflater& operator=(Inflater const&) = delete;

    void begin() { inflateReset(&stream_); }

    // False where it cannot go on.
    bool take(std::string_view bytes, std::string& text, std::size_t most)
    {
        stream_.next_in = input(bytes);
        stream_.avail_in = static_cast<uInt>(bytes.size());
        std::array<char, 4'096> room{};
        for (;;) {
            stream_.next_out = reinterpret_cast<Bytef*>(room.data());
            stream_.avail_out = static_cast<uInt>(room.size());
            int const result = ::inflate(&stream_, Z_SYNC_FLUSH);
            // Z_BUF_ERROR: there was nothing left to do.
            if (result != Z_OK && result != Z_BUF_ERROR && result != Z_STREAM_END) return false;
            text.append(room.data(), room.size() - stream_.avail_out);
            if (text.size() > most) return true;
            // A message may end its stream, which an octet of padding and the flush then follow.
            if (result == Z_STREAM_END) return stream_.avail_in <= 1 + flush_end.size();
            if (stream_.avail_in == 0 && stream_.avail_out > 0) return true;
            if (result == Z_BUF_ERROR && stream_.avail_out == room.size()) return false;
        }
    }

private:
    z_stream stream_{};
};

} // namespace

std::string deflated(std::string_view text)
{
    z_stream stream{};
    int const level = text.size() >= much ? level_of_much : usual_level;
    check(deflateInit2(&stream, level, Z_DEFLATED, raw_window, memory_level, Z_DEFAULT_STRATEGY) ==
              Z_OK,
          "zlib deflates");
    constexpr std::size_t flush_bytes_max = 16;
    std::string bytes(deflateBound(&stream, static_cast<uLong>(text.size())) + flush_bytes_max,
                      '\0');
    stream.next_in = input(text);
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    int const result = ::deflate(&stream, Z_SYNC_FLUSH);
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    check(result == Z_OK && stream.avail_in == 0 && bytes.ends_with(flush_end),
          "all of a text is deflated");
    bytes.resize(bytes.size() - flush_end.size());
    return bytes;
}

std::optional<std::string> inflated(std::string_view bytes, std::size_t most)
{
    thread_local Inflater inflater;
    inflater.begin();
    std::string text;
    std::string whole(bytes);
    whole += flush_end;
    if (!inflater.take(whole, text, most)) return std::nullopt;
    return text;
}

} // namespace koudmen::wire
