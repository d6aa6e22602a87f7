#include "people.hpp"

#include <array>
#include <random>

namespace koudmen::bench {

std::string credential_of(std::size_t person)
{
    auto digits = std::to_string(person);
    return std::string(26 - digits.size(), '0') + digits;
}

// Those of one kind differ at their beginning, as random ones do.
std::string minted(std::string_view kind, std::size_t number)
{
    constexpr std::size_t length = 22;
    auto const digits = std::to_string(number);
    std::string id(digits.rbegin(), digits.rend());
    id.append(length - kind.size() - digits.size(), '_').append(kind);
    return id;
}

std::string prose(std::size_t number, std::size_t bytes)
{
    static constexpr std::array<std::string_view, 60> words{
        "commune",      "atelier",    "quartier",  "médiathèque",  "réseau",      "numérique",
        "personnes",    "âgées",      "jeunes",    "accompagner",  "former",      "ouvrir",
        "chaque",       "semaine",    "gratuit",   "démarches",    "ligne",       "administration",
        "bus",          "itinérant",  "tablettes", "prêt",         "entreprises", "artisans",
        "sécurité",     "mots",       "de",        "passe",        "violences",   "école",
        "collège",      "parents",    "créole",    "français",     "lecture",     "aidants",
        "association",  "fibre",      "zones",     "blanches",     "mornes",      "nord",
        "Atlantique",   "pêcheurs",   "marché",    "données",      "ouvertes",    "intelligence",
        "artificielle", "emploi",     "femmes",    "informatique", "stage",       "tiers-lieu",
        "imprimante",   "réparation", "recyclage", "bénévoles",    "permanence",  "samedi"};
    std::minstd_rand random(static_cast<unsigned>(number + 1));
    std::string text;
    while (text.size() + 16 < bytes) {
        if (!text.empty()) text += random() % 9 == 0 ? ", " : " ";
        text += words[random() % words.size()];
    }
    return text;
}

} // namespace koudmen::bench
