#include "page/html.hpp"

#include "base/text.hpp"
#include "board/words.hpp"

#include <algorithm>
#include <array>

namespace koudmen::page {

std::string escaped(std::string_view text)
{
    if (!is_utf8(text)) return {};
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            bool const blank = c == '\n' || c == '\r' || c == '\t';
            bool const control = (c >= 0 && c < ' ' && !blank) || c == '\x7f';
            if (!control) out.push_back(c);
        }
    }
    return out;
}

namespace {

// French puts a space before these, and they must not begin a line by themselves.
std::string spaced(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const rest = text.substr(at + 1);
        bool const sign = rest.starts_with('?') || rest.starts_with('!') || rest.starts_with(':') ||
                          rest.starts_with(';');
        auto const after = rest.substr(std::min(rest.size(), std::size_t{1}));
        bool const ends = after.empty() || after.front() == ' ' || after.front() == '\n';
        if (text[at] == ' ' && ((sign && ends) || rest.starts_with("»")))
            out += "\u00a0";
        else
            out.push_back(text[at]);
    }
    return out;
}

} // namespace

std::string people(std::string_view text, std::string_view language)
{
    return "<bdi dir=\"auto\" class=\"person\" lang=\"" + escaped(tag_of(language)) + "\">" +
           escaped(spaced(text)) + "</bdi>";
}

namespace {

std::string other_languages(Words const& words, std::string_view query)
{
    auto out = "<nav class=\"languages\" aria-label=\"" + escaped(words.say("common.language")) +
               "\"><ul>\n";
    for (auto const& language : board::words<board::Language>) {
        out += "<li><a class=\"button\" href=\"?lang=" + std::string(language) + escaped(query) +
               "\" lang=\"" + std::string(tag_of(language)) + "\"" +
               (language == words.language() ? " aria-current=\"true\"" : "") + ">" +
               escaped(name_of(language)) + "</a></li>\n";
    }
    return out + "</ul></nav>\n";
}

} // namespace

std::string document(Words const& words, std::string_view title, std::string_view main,
                     std::optional<std::string_view> query)
{
    std::string out = "<!doctype html>\n<html lang=\"" + std::string(words.tag()) +
                      "\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"format-detection\" content=\"telephone=no\">\n<title>" +
                      escaped(title) + " · " + escaped(words.say("common.product")) +
                      "</title>\n<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n"
                      "<link rel=\"stylesheet\" href=\"/form.css\">\n</head>\n<body>\n"
                      "<main class=\"column\">\n";
    out += main;
    if (query) out += other_languages(words, *query);
    return out + "</main>\n</body>\n</html>\n";
}

std::string icon(Icon which)
{
    constexpr std::array<std::string_view, 5> paths{"M4 13l5 5L20 6", "M5 12h14",
                                                    "M6 6l12 12M18 6L6 18",
                                                    "M4 4h16v16H4zM8 12l3 3 6-7", "M4 4h16v16H4z"};
    return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" +
           std::string(paths[static_cast<std::size_t>(which)]) + "\"/></svg>";
}

std::string grade_sign(std::size_t level, std::size_t of)
{
    std::string out = "<svg class=\"icon steps\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">";
    for (std::size_t step = 0; step < of; ++step) {
        auto const height = 4 + 16 * step / of;
        out += "<rect class=\"" + std::string(step < of - level ? "on" : "off") + "\" x=\"" +
               std::to_string(1 + 22 * step / of) + "\" y=\"" + std::to_string(22 - height) +
               "\" width=\"3\" height=\"" + std::to_string(height) + "\"/>";
    }
    return out + "</svg>";
}

} // namespace koudmen::page
