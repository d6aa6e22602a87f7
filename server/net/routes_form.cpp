#include "net/routes.hpp"

#include "base/sha256.hpp"
#include "net/answers.hpp"
#include "net/secrets.hpp"
#include "page/form.hpp"
#include "page/roadmap.hpp"
#include "page/words.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"

#include <algorithm>
#include <array>
#include <utility>

// Pages without JavaScript: they are written here, and what people do comes back as forms.
namespace koudmen::net {

namespace {

using board::Refusal;
using board::RefusalWord;

constexpr std::string_view cookie_name = "koudmen";
constexpr std::string_view language_cookie_name = "koudmen-language";
// Thirty days, a session and its follow-up; for no script. It also comes with a link from another
// site, or who follows one would be a stranger: looking changes nothing, and a form needs its token.
constexpr std::string_view cookie_kept = "; Max-Age=2592000; HttpOnly; SameSite=Lax";

HttpResponse html(unsigned status, std::string body)
{
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Cache-Control", "no-store"},
             // Without a referrer at all a browser would not say from which site a form is sent.
             {"Referrer-Policy", "same-origin"},
             {"Content-Security-Policy",
              "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
              "form-action 'self'; frame-ancestors 'none'"}},
            std::move(body)};
}

HttpResponse see_other(std::string to)
{
    auto response = html(303, {});
    response.headers.emplace_back("Location", std::move(to));
    return response;
}

// What a browser keeps under a name, once for each cookie that has it.
std::vector<std::string_view> cookies_of(HttpRequest const& request, std::string_view name)
{
    std::vector<std::string_view> values;
    auto left = request.header("cookie");
    while (!left.empty()) {
        auto const end = left.find(';');
        auto pair = left.substr(0, end);
        left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
        while (pair.starts_with(' ')) pair.remove_prefix(1);
        if (!pair.starts_with(name) || pair.substr(name.size(), 1) != "=") continue;
        values.push_back(pair.substr(name.size() + 1));
    }
    return values;
}

// The credential that a browser brings. Whatever else it keeps of this site is not looked at.
std::optional<std::string> credential_in(HttpRequest const& request)
{
    for (auto const value : cookies_of(request, cookie_name)) {
        if (wire::is_credential(value)) return std::string(value);
    }
    return std::nullopt;
}

std::string cookie(BoardCode const& code, std::string_view credential, HttpRequest const& request)
{
    auto out = std::string(cookie_name) + "=" + std::string(credential) + "; Path=/b/" + code.text +
               std::string(cookie_kept);
    // Whoever ends TLS in front of this server says so.
    if (request.header("x-forwarded-proto") == "https") out += "; Secure";
    return out;
}

// What a form carries so that only a page made for this credential can send it.
std::string token_of(BoardCode const& code, std::string_view credential)
{
    return sha256("form " + code.text + " " + std::string(credential));
}

std::string_view query_of(HttpRequest const& request)
{
    auto const mark = request.target.find('?');
    return mark == std::string::npos ? std::string_view{}
                                     : std::string_view(request.target).substr(mark + 1);
}

std::vector<std::string> languages_of(HttpRequest const& request)
{
    auto const chosen = cookies_of(request, language_cookie_name);
    return page::wanted_languages(query_of(request),
                                  chosen.empty() ? std::string_view{} : chosen.front(),
                                  request.header("accept-language"));
}

// Keeps the language that an address asks for, so that the pages after it speak it too.
Respond keeping_language(HttpRequest const& request, Respond respond)
{
    auto const asked = page::language_in(query_of(request));
    if (!asked) return respond;
    auto set =
        std::string(language_cookie_name) + "=" + *asked + "; Path=/" + std::string(cookie_kept);
    return [respond = std::move(respond), set = std::move(set)](HttpResponse response) {
        response.headers.emplace_back("Set-Cookie", set);
        respond(std::move(response));
    };
}

std::string address_of(BoardCode const& code)
{
    return "/b/" + code.text + "/form";
}

page::Visit visit_of(BoardCode const& code, std::string_view credential, HttpRequest const& request)
{
    page::Visit visit;
    visit.by = hash_of(credential);
    visit.token = token_of(code, credential);
    visit.now = wall_clock();
    visit.fresh = mint_proposal();
    visit.languages = languages_of(request);
    return visit;
}

// A code as somebody typed it on the first page, to its board.
HttpResponse find_board(HttpRequest const& request)
{
    std::string written;
    page::Fields const query(query_of(request));
    for (char const c : query.get("code")) {
        if (c != ' ')
            written.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    if (auto const code = wire::read_code(written)) return see_other(address_of(*code));
    return html(404,
                page::sorry_page(languages_of(request), {RefusalWord::UnknownBoard, {}, {}}, "/"));
}

struct FormAct {
    std::string_view address;
    page::Act act;
    page::Place place;         // Where it is done, and where its refusal is told.
    std::string_view leads_to; // Once it is done.
};
constexpr std::array<FormAct, 4> form_acts{{
    {"/vote", page::Act::Vote, page::Place::Now, ""},
    {"/propose", page::Act::Propose, page::Place::Propose, "/mine"},
    {"/correct", page::Act::Correct, page::Place::Propose, "/mine"},
    {"/withdraw", page::Act::Withdraw, page::Place::Mine, "/mine"},
}};

} // namespace

bool Routes::plain_pages(std::string_view path, HttpRequest const& request,
                         Respond const& respond) const
{
    constexpr std::string_view board = "/b/";
    constexpr std::string_view form_part = "/form";
    constexpr std::string_view roadmap_part = "/roadmap/";
    constexpr std::string_view plain_part = "/plain";
    if (path == "/form" && reads(request)) {
        respond(find_board(request));
        return true;
    }
    if (path.starts_with(board)) {
        auto const rest = path.substr(board.size());
        auto const code = wire::read_code(rest.substr(0, rest.find('/')));
        if (!code) return false;
        auto const thing = rest.substr(code->text.size());
        // Where a page without JavaScript leads, which does not know its board's code.
        if (thing.empty() && query_of(request) == "form" && reads(request)) {
            respond(see_other(address_of(*code)));
            return true;
        }
        if (thing != form_part && !thing.starts_with("/form/")) return false;
        form(*code, thing.substr(form_part.size()), request, keeping_language(request, respond));
        return true;
    }
    if (!path.starts_with(roadmap_part) || !reads(request)) return false;
    auto const rest = path.substr(roadmap_part.size());
    auto const code = wire::read_code(rest.substr(0, rest.find('/')));
    if (!code) return false;
    auto const thing = rest.substr(code->text.size());
    if (thing.empty() && query_of(request) == "plain") {
        respond(see_other(std::string(path) + std::string(plain_part)));
        return true;
    }
    if (thing != plain_part) return false;
    floor_.look(*code, wire::roadmap,
                [respond = keeping_language(request, respond),
                 languages = languages_of(request)](Result<std::string, Refusal> text) {
                    if (text) return respond(html(200, page::roadmap_page(*text, languages)));
                    respond(html(wire::http_status(text.error().word),
                                 page::sorry_page(languages, text.error(), "/")));
                });
    return true;
}

void Routes::form(BoardCode const& code, std::string_view thing, HttpRequest const& request,
                  Respond const& respond) const
{
    if (request.method == "POST") return form_sent(code, thing, request, respond);
    if (!reads(request)) return respond(wrong_method("GET, HEAD, POST"));
    auto credential = credential_in(request);
    bool const fresh = !credential.has_value();
    if (fresh) credential = mint_credential();
    auto visit = visit_of(code, *credential, request);
    page::Fields const query(query_of(request));
    visit.proposal = query.number("proposal");
    visit.voted = query.number("voted");
    if (thing == "/votes")
        visit.place = page::Place::Votes;
    else if (thing == "/propose")
        visit.place = page::Place::Propose;
    else if (thing == "/mine")
        visit.place = page::Place::Mine;
    else if (!thing.empty())
        return respond(see_other(address_of(code))); // A form's own address, gone back to.
    auto const view = [visit](board::Board const& board) { return page::form_page(board, visit); };
    floor_.look(code, view,
                [=, languages = visit.languages,
                 set = cookie(code, *credential, request)](Result<std::string, Refusal> text) {
                    if (!text) {
                        return respond(html(wire::http_status(text.error().word),
                                            page::sorry_page(languages, text.error(), "/")));
                    }
                    auto response = html(200, std::move(*text));
                    if (fresh) response.headers.emplace_back("Set-Cookie", set);
                    respond(std::move(response));
                });
}

void Routes::form_sent(BoardCode const& code, std::string_view thing, HttpRequest const& request,
                       Respond const& respond) const
{
    auto const sorry = [&](unsigned status, std::string_view key) {
        respond(html(status, page::sorry_page(languages_of(request), key, address_of(code))));
    };
    if (is_foreign(request)) return sorry(403, "form.foreignSite");
    if (!request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
        return respond(plain(415, "The body must be application/x-www-form-urlencoded."));
    }
    page::Fields const fields(request.body);
    auto const credential = credential_in(request);
    // Without its cookie a browser cannot be told from another; with a token that is not its own, the
    // form was made by somebody else.
    if (!credential || !same_secret(fields.get("token"), token_of(code, *credential))) {
        return sorry(403, "form.noCookie");
    }
    auto visit = visit_of(code, *credential, request);
    visit.proposal = fields.number("number");
    // Tells what was refused on the page where it was asked, with what was typed.
    auto const refuse = [=, this](page::Place place, Refusal const& refusal) {
        auto again = visit;
        again.place = place;
        again.trouble = page::Trouble{refusal, fields};
        auto const view = [again](board::Board const& board) {
            return page::form_page(board, again);
        };
        floor_.look(code, view, [=](Result<std::string, Refusal> text) {
            auto const status = wire::http_status(refusal.word);
            respond(html(status, text ? std::move(*text)
                                      : page::sorry_page(again.languages, refusal, "/")));
        });
    };
    if (thing == "/join") return join_by_form(code, *credential, fields, refuse, respond);
    auto const found = std::find_if(form_acts.begin(), form_acts.end(),
                                    [&](FormAct const& one) { return one.address == thing; });
    if (found == form_acts.end()) return sorry(404, "form.noPage");
    auto asked = page::read_act(found->act, fields);
    if (!asked) return refuse(found->place, asked.error());
    room::Letter letter{
        visit.by, page::form_device(), {asked->operation, std::move(asked->command), asked->told}};
    auto to = address_of(code) + std::string(found->leads_to);
    if (found->act == page::Act::Vote && visit.proposal) {
        to += "?voted=" + std::to_string(*visit.proposal);
    }
    floor_.ask(code, std::move(letter),
               [=, place = found->place](Result<void, Refusal> const& done) {
                   if (!done) return refuse(place, done.error());
                   respond(see_other(to));
               });
}

void Routes::join_by_form(BoardCode const& code, std::string const& credential,
                          page::Fields const& fields, RefuseForm const& refuse,
                          Respond const& respond) const
{
    auto joining = page::read_joining(fields);
    if (!joining) return refuse(page::Place::Now, joining.error());
    board::JoinBoard join{hash_of(credential), joining->college, joining->name};
    if (joining->badge) join.badge = hash_of_badge(code, *joining->badge);
    floor_.join(code, std::move(join), [=](Result<std::string, Refusal> const& joined) {
        if (!joined) return refuse(page::Place::Now, joined.error());
        respond(see_other(address_of(code)));
    });
}

} // namespace koudmen::net
