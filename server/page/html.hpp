#pragma once

#include "page/words.hpp"

#include <optional>
#include <string>
#include <string_view>

// Writing HTML. Whatever a person wrote goes through escaped() or people(), and through nothing else.
namespace koudmen::page {

// A text as it may stand between tags and in a quoted attribute. What is not UTF-8 is left out whole,
// and so are characters that a page may not hold.
std::string escaped(std::string_view text);

// What a person wrote, in its own direction of writing and tagged with its language.
std::string people(std::string_view text, std::string_view language);

// A whole document. `title` is plain text, `main` is markup. At its foot the other languages are
// offered, at the same address; `query` is what that has besides the language, as "&proposal=7".
// Without a query none is offered.
std::string document(Words const& words, std::string_view title, std::string_view main,
                     std::optional<std::string_view> query = "");

// A pictogram beside a word.
enum class Icon { Yes, Unsure, No, Chosen, NotChosen };
std::string icon(Icon which);

// A grade as a sign: the better, the more of its steps are filled. Level 0 is the best.
std::string grade_sign(std::size_t level, std::size_t of);

} // namespace koudmen::page
