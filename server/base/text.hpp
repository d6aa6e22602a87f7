#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace koudmen {

// Lines of a text: a title has one, a description may have several.
enum class Lines { One, Many };

// Whether the bytes are strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

// A text as the house keeps it: NFC, trimmed, its line ends one line feed each. Nothing when it is
// not UTF-8, has more than three line feeds in a row (or any, with Lines::One), or holds what no
// reader should meet: control, bidi-override, private-use, noncharacter or invisible code points,
// or more than four combining marks on one base. Joiners and variation selectors are allowed after
// a character, as emoji and scripts need, marks of direction one at a time, tags in emoji flags.
Result<std::string, struct BadText> clean_text(std::string_view text, Lines lines);
struct BadText {};

// How many characters a reader counts (extended grapheme clusters, UAX 29). `text` is UTF-8.
std::size_t graphemes(std::string_view text);

// The words of a text as they are compared: without capitals, accents and other marks, compatible forms
// the same, and everything that is neither letter nor digit one space. `text` is UTF-8.
std::u32string folded(std::string_view text);

} // namespace koudmen
