#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// The sentences of the pages that the server writes: those of client-web/locales, inside the binary.
namespace koudmen::page {

// What goes into the braces of a sentence; `count` also chooses singular or plural.
using Values = std::vector<std::pair<std::string_view, std::variant<std::uint64_t, std::string>>>;

// A catalogue as its file says it.
struct CatalogueText {
    std::string_view language;
    std::string_view text;
};
std::span<CatalogueText const> catalogue_texts();

// What a page in the language says of itself to browsers and screen readers.
std::string_view tag_of(std::string_view language);

// What the language calls itself.
std::string_view name_of(std::string_view language);

// The sentences of one language. Constant; used by all threads.
class Words {
public:
    explicit Words(CatalogueText const& catalogue);

    // Those of the first of these languages that there are, else the last one's, else French.
    static Words const& of(std::vector<std::string> const& languages);

    std::string_view language() const { return language_; }
    std::string_view tag() const { return tag_of(language_); }

    // The sentence of a section and a key, as "phone.goVote", filled. A key that is not there is
    // said as it is.
    std::string say(std::string_view key, Values const& values = {}) const;

    // With its thousands set apart.
    std::string number(std::uint64_t value) const;

private:
    struct Sentence {
        std::string one; // For a count that is singular.
        std::string other;
    };

    bool is_one(std::uint64_t count) const;

    std::string language_;
    std::map<std::string, Sentence, std::less<>> sentences_;
};

// The language that an address asks for, as ?lang=en, where it is spoken here.
std::optional<std::string> language_in(std::string_view query);

// The languages that a reader asks for, the dearest first: of the address, the one chosen before
// (empty: none), and those of Accept-Language.
std::vector<std::string> wanted_languages(std::string_view query, std::string_view chosen,
                                          std::string_view accepted);

} // namespace koudmen::page
