#include "page/words.hpp"

#include "base/check.hpp"
#include "board/words.hpp"
#include "page/fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace koudmen::page {

namespace {

// Of what a stranger may list.
constexpr std::size_t languages_max = 8;

struct Facts {
    board::Language language;
    std::string_view name;
    std::string_view tag;
};
constexpr std::array<Facts, board::words<board::Language>.size()> facts{{
    {board::Language::Fr, "Français", "fr"},
    {board::Language::Gcf, "Kréyòl", "gcf-MQ"},
    {board::Language::En, "English", "en"},
}};

Facts const* facts_of(std::string_view language)
{
    auto const found = std::find_if(facts.begin(), facts.end(), [&](Facts const& one) {
        return board::word(one.language) == language;
    });
    return found == facts.end() ? nullptr : &*found;
}

// "fr-FR;q=0.8" as "fr".
std::string primary(std::string_view tag)
{
    while (tag.starts_with(' ')) tag.remove_prefix(1);
    std::string out;
    for (char const c : tag) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter) break;
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

// How much "fr-FR;q=0.8" is wanted, in thousandths; wholly, where nothing readable is said.
unsigned weight_of(std::string_view tag)
{
    constexpr unsigned whole = 1000;
    auto const mark = tag.find(';');
    if (mark == std::string_view::npos) return whole;
    tag.remove_prefix(mark + 1);
    while (tag.starts_with(' ')) tag.remove_prefix(1);
    if (!tag.starts_with("q=0")) return whole;
    tag.remove_prefix(3);
    if (!tag.starts_with('.')) return 0;
    unsigned weight = 0;
    unsigned step = whole;
    for (char const c : tag.substr(1)) {
        if (c < '0' || c > '9' || step == 1) break;
        step /= 10;
        weight += step * static_cast<unsigned>(c - '0');
    }
    return weight;
}

} // namespace

std::string_view tag_of(std::string_view language)
{
    auto const* known = facts_of(language);
    return known ? known->tag : language;
}

std::string_view name_of(std::string_view language)
{
    auto const* known = facts_of(language);
    return known ? known->name : language;
}

Words::Words(CatalogueText const& catalogue) : language_(catalogue.language)
{
    auto const sections = nlohmann::json::parse(catalogue.text);
    for (auto const& [section, entries] : sections.items()) {
        for (auto const& [key, entry] : entries.items()) {
            auto& said = sentences_[section + "." + key];
            if (entry.is_string())
                said.one = said.other = entry.get<std::string>();
            else
                said = {entry.value("one", entry.value("other", "")), entry.value("other", "")};
        }
    }
}

Words const& Words::of(std::vector<std::string> const& languages)
{
    static std::vector<Words> const all = [] {
        std::vector<Words> made;
        for (auto const& text : catalogue_texts()) made.emplace_back(text);
        check(!made.empty(), "there is a catalogue in the binary");
        return made;
    }();
    auto const find = [](std::string_view language) {
        return std::find_if(all.begin(), all.end(),
                            [&](Words const& one) { return one.language_ == language; });
    };
    for (auto const& language : languages) {
        if (auto const found = find(language); found != all.end()) return *found;
    }
    auto const french = find("fr");
    return french == all.end() ? all.front() : *french;
}

std::string Words::say(std::string_view key, Values const& values) const
{
    auto const found = sentences_.find(key);
    if (found == sentences_.end()) return std::string(key);
    bool singular = false;
    for (auto const& [name, value] : values) {
        auto const* count = std::get_if<std::uint64_t>(&value);
        if (name == "count" && count) singular = is_one(*count);
    }
    std::string_view left = singular ? found->second.one : found->second.other;
    std::string out;
    while (!left.empty()) {
        auto const open = left.find('{');
        out += left.substr(0, open);
        if (open == std::string_view::npos) break;
        left.remove_prefix(open);
        auto const close = left.find('}');
        auto const hole = left.substr(1, close == std::string_view::npos ? close : close - 1);
        auto const value = std::find_if(values.begin(), values.end(),
                                        [&](auto const& one) { return one.first == hole; });
        if (value == values.end())
            out += left.substr(0, close == std::string_view::npos ? close : close + 1);
        else if (auto const* count = std::get_if<std::uint64_t>(&value->second))
            out += number(*count);
        else
            out += std::get<std::string>(value->second);
        if (close == std::string_view::npos) break;
        left.remove_prefix(close + 1);
    }
    return out;
}

std::string Words::number(std::uint64_t value) const
{
    std::string_view const between = language_ == "en" ? "," : "\u202f";
    auto const digits = std::to_string(value);
    std::string out;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        if (at > 0 && (digits.size() - at) % 3 == 0) out += between;
        out.push_back(digits[at]);
    }
    return out;
}

// French and Creole count nothing and one as singular, English one alone.
bool Words::is_one(std::uint64_t count) const
{
    return language_ == "en" ? count == 1 : count < 2;
}

std::optional<std::string> language_in(std::string_view query)
{
    auto asked = primary(Fields(query).get("lang"));
    if (!facts_of(asked)) return std::nullopt;
    return asked;
}

std::vector<std::string> wanted_languages(std::string_view query, std::string_view chosen,
                                          std::string_view accepted)
{
    std::vector<std::string> wanted;
    if (auto asked = language_in(query)) wanted.push_back(std::move(*asked));
    if (facts_of(chosen)) wanted.emplace_back(chosen);
    // As long as a header may be, and no longer.
    std::vector<std::pair<unsigned, std::string>> listed;
    while (!accepted.empty()) {
        auto const comma = accepted.find(',');
        auto const one = accepted.substr(0, comma);
        auto language = primary(one);
        auto const weight = weight_of(one);
        if (!language.empty() && weight > 0) listed.emplace_back(weight, std::move(language));
        accepted =
            comma == std::string_view::npos ? std::string_view{} : accepted.substr(comma + 1);
    }
    std::stable_sort(listed.begin(), listed.end(),
                     [](auto const& one, auto const& other) { return one.first > other.first; });
    for (auto& [weight, language] : listed) {
        if (wanted.size() < languages_max) wanted.push_back(std::move(language));
    }
    return wanted;
}

} // namespace koudmen::page
