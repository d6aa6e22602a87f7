#include "base/text.hpp"
#include "support/catch.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace koudmen;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

// What is kept of a text, or "refused".
std::string kept(std::string_view text, Lines lines = Lines::Many)
{
    auto const cleaned = clean_text(text, lines);
    return cleaned ? *cleaned : "refused";
}

bool refused(std::string_view text, Lines lines = Lines::Many)
{
    return !clean_text(text, lines).has_value();
}

// A code point in UTF-8, also one that UTF-8 may not hold.
std::string utf8(char32_t code)
{
    auto const byte = [](char32_t value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 63))};
    if (code < 0x10000) {
        return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 63)), byte(0x80 | (code & 63))};
    }
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 63)), byte(0x80 | (code >> 6 & 63)),
            byte(0x80 | (code & 63))};
}

std::string between(char32_t code)
{
    return "a" + utf8(code) + "b";
}

} // namespace

TEST_CASE("T1: only strict UTF-8 is text", "[text]")
{
    for (auto const good : {""sv, "a"sv, "\x7f"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv,
                            "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbd"sv,
                            "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbd"sv, "\0a"sv}) {
        CHECK(is_utf8(good));
    }
    for (auto const bad :
         {"\x80"sv, "\xbf"sv, "\xc2"sv, "\xc2 "sv, "\xe0\xa0"sv, "\xf0\x90\x80"sv, // Cut short.
          "\xc0\x80"sv, "\xc1\xbf"sv, "\xe0\x9f\xbf"sv, "\xf0\x8f\xbf\xbf"sv,      // Overlong.
          "\xed\xa0\x80"sv, "\xed\xbf\xbf"sv, "\xed\xa0\xbd\xed\xb8\x80"sv,        // Surrogates.
          "\xf4\x90\x80\x80"sv, "\xf5\x80\x80\x80"sv, "\xf8\x88\x80\x80\x80"sv, "\xff"sv,
          "\xfe"sv}) {
        CHECK_FALSE(is_utf8(bad));
        CHECK(refused("Un " + std::string(bad) + " bus"));
    }
}

TEST_CASE("T2: a text is kept in NFC however it was typed", "[text]")
{
    CHECK(kept("e\u0301") == "\u00e9");
    CHECK(kept("\u00e9") == "\u00e9");
    CHECK(kept("\u212b") == "\u00c5");               // The sign of the angstrom.
    CHECK(kept("\u1112\u1161\u11ab") == "\ud55c");   // A Hangul syllable.
    CHECK(kept("q\u0307\u0323") == "q\u0323\u0307"); // Marks in their order.
    CHECK(kept("\ufb01") == "\ufb01");               // NFKC would rewrite it.
    CHECK(kept("L\u2019\u00cele co\u00fbte 5\u202f\u20ac") ==
          "L\u2019\u00cele co\u00fbte 5\u202f\u20ac");
}

TEST_CASE("T3: a text is trimmed and its lines end in one way", "[text]")
{
    CHECK(kept(" \u00a0\u202f\u2003\u3000Un  bus\n\n ") == "Un  bus");
    CHECK(kept("a\r\nb\r\n") == "a\nb");
    CHECK(kept(" \n\r\n \u2800").empty());
    CHECK(kept("").empty());
    CHECK(kept(" Titre\r\n", Lines::One) == "Titre");
    CHECK(refused("a\nb", Lines::One));
    CHECK(refused("a\rb"));
    CHECK(kept("a\n\n\nb") == "a\n\n\nb");
    CHECK(refused("a\n\n\n\nb"));
}

TEST_CASE("T4: control characters are refused", "[text]")
{
    for (char32_t code = 0; code < 0xA0; ++code) {
        bool const control = code < 0x20 || code >= 0x7F;
        CAPTURE(static_cast<int>(code));
        CHECK(refused(between(code)) == (control && code != '\n'));
        CHECK(refused(between(code), Lines::One) == control);
    }
    CHECK(refused(between(0x2028)));
    CHECK(refused(between(0x2029)));
}

TEST_CASE("T5: what reorders or hides text is refused", "[text]")
{
    for (char32_t const code : {0x202A,  0x202B,  0x202C,  0x202D,  0x202E,  0x2066,  0x2067,
                                0x2068,  0x2069, // Bidi controls.
                                0x00AD,  0x034F,  0x115F,  0x1160,  0x17B4,  0x17B5,  0x180E,
                                0x200B,  0x2060,  0x2061,  0x2064,  0x206A,  0x206F,  0x3164,
                                0xFEFF,  0xFFA0,  0xFFF9,  0xFFFB,  0x1BCA0, 0x1D173, // Invisible.
                                0xE0000, 0xE0001, 0xE0080, 0xE01F0, 0xE0FFF}) {
        CAPTURE(static_cast<int>(code));
        CHECK(refused(between(code)));
        CHECK(refused(utf8(code)));
    }
}

TEST_CASE("T6: code points that mean nothing to others are refused", "[text]")
{
    for (char32_t plane = 0; plane <= 0x10; ++plane) {
        CHECK(refused(between(plane << 16 | 0xFFFE)));
        CHECK(refused(between(plane << 16 | 0xFFFF)));
    }
    for (char32_t const code : {0xFDD0, 0xFDEF, 0xE000, 0xF8FF, 0xF0000, 0x10FFFD}) {
        CHECK(refused(between(code)));
    }
    CHECK_FALSE(refused(between(0xFFFD)));
}

TEST_CASE("T7: emoji are kept and each is one character", "[text]")
{
    for (auto const emoji :
         {"\U0001F68C"sv,                                                 // A bus.
          "\u2764\ufe0f"sv,                                               // A red heart.
          "\u2764\ufe0f\u200d\U0001F525"sv,                               // It is on fire.
          "\U0001F468\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466"sv, // A family.
          "\U0001F44D\U0001F3FD"sv,                                       // A tone of skin.
          "\U0001F9D1\U0001F3FE\u200d\U0001F9BD"sv,                       // In a wheelchair.
          "\U0001F1F2\U0001F1F6"sv,                                       // Martinique.
          "1\ufe0f\u20e3"sv,                                              // A keycap.
          "\U0001F3F3\ufe0f\u200d\U0001F308"sv,                           // A rainbow flag.
          "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"sv}) {
        CAPTURE(emoji);
        CHECK(kept(emoji) == emoji);
        CHECK(kept("a" + std::string(emoji) + "b") == "a" + std::string(emoji) + "b");
        CHECK(graphemes(emoji) == 1);
    }
    CHECK(graphemes("\U0001F1F2\U0001F1F6\U0001F1EC\U0001F1F5") == 2);
}

TEST_CASE("T8: tags spell a flag and hide nothing", "[text]")
{
    auto const tags = [](std::string_view letters) {
        std::string text;
        for (char const letter : letters) text += utf8(0xE0000 + static_cast<char32_t>(letter));
        return text;
    };
    auto const flag = "\U0001F3F4"s;
    auto const end = "\U000E007F"s;
    CHECK_FALSE(refused(flag + tags("gbeng") + end + "!"));
    CHECK_FALSE(refused(flag + tags("usca") + end + flag + tags("gbwls") + end));
    CHECK(refused(tags("gbeng") + end));
    CHECK(refused("a" + tags("gbeng") + end));
    CHECK(refused(flag + tags("gbeng")));
    CHECK(refused(flag + tags("gbeng") + "a"));
    CHECK(refused(flag + tags("gbeng") + end + tags("x")));
    CHECK(refused(flag + tags("ignore") + tags("them") + end));
}

TEST_CASE("T9: joiners and selectors stand only after what they change", "[text]")
{
    CHECK(kept("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") ==
          "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"); // Persian needs the non-joiner.
    CHECK(kept("\u0915\u094d\u200d\u0937") == "\u0915\u094d\u200d\u0937"); // Hindi, the joiner.
    for (auto const& joiner : {"\u200d"s, "\u200c"s, "\ufe0f"s, "\ufe00"s}) {
        CHECK(refused(joiner));
        CHECK(refused(joiner + "a"));
        CHECK(refused("a " + joiner + "b"));
        CHECK(refused("a\n" + joiner + "b"));
        CHECK(refused("a" + joiner + joiner + "b"));
    }
}

TEST_CASE("T10: at most four marks are stacked on a letter", "[text]")
{
    auto const marks = [](int count) {
        std::string text;
        while (count-- > 0) text += "\u0316";
        return text;
    };
    CHECK_FALSE(refused("a" + marks(4) + "b" + marks(4)));
    CHECK(refused("a" + marks(5)));
    CHECK(refused("\u00e9" + marks(5)));
    // Nor with something invisible between them.
    for (auto const& between_them : {"\u200d"s, "\u200c"s, "\u200e"s}) {
        CHECK(refused("a" + marks(3) + between_them + marks(3)));
    }
    // Vietnamese is composed, Hebrew and Thai stay below.
    CHECK_FALSE(refused("Ti\u1ebfng Vi\u1ec7t"));
    CHECK_FALSE(
        refused("\u05d1\u05bc\u05b0\u05e8\u05b5\u05d0\u05e9\u05c1\u05b4\u0596\u05d9\u05ea"));
    CHECK_FALSE(refused("\u0e17\u0e35\u0e48\u0e19\u0e35\u0e48"));
}

TEST_CASE("T11: text from right to left is kept as it was written", "[text]")
{
    for (auto const text :
         {"\u062d\u0627\u0641\u0644\u0629 2025!"sv,           // Arabic with digits.
          "\u05d0\u05d5\u05d8\u05d5\u05d1\u05d5\u05e1 (A)"sv, // Hebrew with Latin.
          "C++\u200e \u05d0"sv, "\u0661\u0662\u200f/\u0663"sv,
          "\u0627\u061c1"sv,         // Direction marks.
          "\u0600\u0661\u0662"sv}) { // The Arabic sign of a number.
        CHECK(kept(text) == text);
    }
    CHECK(kept("\u200f\u0623\u0647\u0644\u0627\u200f ") == "\u0623\u0647\u0644\u0627");
    CHECK(kept("\u200e \u200f").empty());
    CHECK(refused("a\u200e\u200eb"));
}

TEST_CASE("T12: lengths are counted as a reader counts", "[text]")
{
    CHECK(graphemes("") == 0);
    CHECK(graphemes("\u00c9cole") == 5);
    CHECK(graphemes("E\u0301cole") == 5);
    CHECK(graphemes("Gwadloup \u00e9 Matnik") == 17);
    CHECK(graphemes("\ud55c\uae00") == 2);
    CHECK(graphemes("\u1112\u1161\u11ab") == 1);
    CHECK(graphemes("\u0e01\u0e33") == 1);
    CHECK(graphemes("\u0645\u064e\u0631") == 2);
    CHECK(graphemes("a\nb") == 3);
}

TEST_CASE("T13: cleaning twice is cleaning once whatever the text is", "[text]")
{
    std::mt19937 random(13);
    std::array<std::string, 24> const pieces{
        "a",      "e",          "\u0301",     "\u0316",     "\u1112", "\u1161",
        "\u11ab", " ",          "\n",         "\r\n",       "\u200d", "\u200f",
        "\ufe0f", "\U0001F3F4", "\U000E0067", "\U000E007F", "\u2800", "\u0627",
        "\u212b", "\U0001F468", "\U0001F1F2", "\u0344",     "\u3000", "\xc3"};
    std::size_t accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        // The last piece is no UTF-8: rare, or nothing would be left.
        for (auto count = random() % 8; count > 0; --count) {
            text += pieces[random() % (round % 10 == 0 ? pieces.size() : pieces.size() - 1)];
        }
        auto const lines = round % 2 == 0 ? Lines::Many : Lines::One;
        auto const once = clean_text(text, lines);
        if (!once) continue;
        ++accepted;
        REQUIRE(is_utf8(*once));
        REQUIRE(kept(*once, lines) == *once);
        REQUIRE(graphemes(*once) <= once->size());
    }
    CHECK(accepted > 1000);
    // Bytes of any kind do no harm.
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes(random() % 12, '\0');
        for (auto& byte : bytes) byte = static_cast<char>(random());
        auto const once = clean_text(bytes, Lines::Many);
        REQUIRE((is_utf8(bytes) || !once.has_value()));
        static_cast<void>(graphemes(bytes));
    }
}
