#include "page/roadmap.hpp"

#include "board/methods.hpp"
#include "page/html.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace koudmen::page {

namespace {

using nlohmann::json;

struct Written {
    std::string text;
    std::string language;
};

// What is there in the language, else in the one that its author wrote in.
Written written_in(json const& value, std::string const& language)
{
    auto found = value.find(language);
    if (found == value.end()) found = value.begin();
    if (found == value.end()) return {{}, language};
    return {found->get<std::string>(), found.key()};
}

std::string text_of(json const& value, std::string const& language)
{
    return written_in(value, language).text;
}

// "2027-01-31" as 31/01/2027.
std::string day(std::string const& date)
{
    return date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + date.substr(0, 4);
}

class RoadmapPage {
public:
    RoadmapPage(json const& document, Words const& words)
        : document_(document),
          words_(words),
          language_(document.at("languages").at(0)),
          code_(document.at("id"))
    {
        for (auto const& ballot : document.at("ballots")) {
            ballots_.emplace(ballot.at("id").get<std::string>(), &ballot);
        }
    }

    std::string whole() const
    {
        auto const& roadmap = document_.at("roadmap");
        auto const& title = text_of(roadmap.at("title"), language_);
        auto out = head(title);
        auto const& actions = roadmap.at("actions");
        if (actions.empty()) {
            out += "<section class=\"card\"><h2>" + say("roadmap.empty") + "</h2><p>" +
                   say("roadmap.emptyHelp") + "</p></section>\n";
        }
        for (auto const& axis : roadmap.at("axes")) {
            out += section(person(axis.at("title")), actions, [&](json const& action) {
                return is_adopted(action) && action.at("axis") == axis.at("id");
            });
        }
        out += section(say("roadmap.study"), actions,
                       [&](json const& action) { return decision(action) == "toStudy"; });
        out += section(say("roadmap.rejected"), actions,
                       [&](json const& action) { return decision(action) == "notRetained"; });
        out += section(say("roadmap.undecided"), document_.at("proposals"),
                       [](json const&) { return true; });
        out += participation() + counting();
        return document(words_, title + " · " + words_.say("roadmap.title"), out);
    }

private:
    std::string say(std::string_view key, Values const& values = {}) const
    {
        return escaped(words_.say(key, values));
    }
    // What people wrote, given in the document's languages.
    std::string person(json const& text) const
    {
        auto const written = written_in(text, language_);
        return people(written.text, written.language);
    }

    static std::string decision(json const& action)
    {
        auto const found = action.find("decision");
        return found == action.end() ? "" : found->at("decision").get<std::string>();
    }
    static bool is_adopted(json const& action) { return decision(action).starts_with("adopted"); }

    std::string head(std::string const& title) const
    {
        auto const at = document_.at("asOf").at("at").get<std::string>();
        auto const& people_in = document_.at("participation");
        auto const joined = people_in.at("joined").get<std::uint64_t>();
        std::string out;
        if (document_.contains("rehearsal")) {
            out += "<p class=\"notice\"><strong>" + say("roadmap.rehearsal") + "</strong></p>\n";
        }
        out += "<p class=\"quiet\">" + say("roadmap.title") + "</p>\n<h1>" +
               people(title, language_) + "</h1>\n<p>" +
               say("roadmap.state", {{"date", day(at)}, {"time", at.substr(11, 5) + " UTC"}}) +
               ". " + say("roadmap." + document_.at("status").get<std::string>()) + "</p>\n<p>" +
               say("roadmap.joined", {{"count", joined}});
        if (!ballots_.empty()) {
            out += " " +
                   say("roadmap.votersOf", {{"count", people_in.at("voters").get<std::uint64_t>()},
                                            {"joined", joined}});
        }
        out += "</p>\n" + summary();
        auto const api = "/api/v1/boards/" + escaped(code_);
        auto const way = [&](std::string const& to, std::string_view key) {
            return "<li><a class=\"button\" href=\"" + to + "\">" + say(key) + "</a></li>\n";
        };
        out += "<ul class=\"tools\">\n" + way(api + "/roadmap.json", "roadmap.download") +
               way(api + "/roadmap.csv", "roadmap.downloadTable") +
               way(api + "/archive.zip", "roadmap.downloadAll");
        if (document_.at("status") == "draft") {
            out += way("/b/" + escaped(code_) + "/form", "roadmap.participate");
        }
        return out + "</ul>\n";
    }

    // The whole in one line; what there is none of is not in it.
    std::string summary() const
    {
        auto const& actions = document_.at("roadmap").at("actions");
        auto const count = [&](auto const& is) {
            return static_cast<std::uint64_t>(std::count_if(actions.begin(), actions.end(), is));
        };
        std::vector<std::pair<std::string_view, std::uint64_t>> const parts{
            {"roadmap.adoptedCount", count([](json const& one) { return is_adopted(one); })},
            {"roadmap.studyCount",
             count([](json const& one) { return decision(one) == "toStudy"; })},
            {"roadmap.rejectedCount",
             count([](json const& one) { return decision(one) == "notRetained"; })},
            {"roadmap.openCount", document_.at("proposals").size()}};
        std::string out;
        for (auto const& [key, number] : parts) {
            if (number == 0) continue;
            out += (out.empty() ? "" : ", ") + say(key, {{"count", number}});
        }
        return out.empty() ? out : "<p><strong>" + out + ".</strong></p>\n";
    }

    std::string section(std::string const& title, json const& actions,
                        std::function<bool(json const&)> const& belongs) const
    {
        std::string cards;
        for (auto const& action : actions) {
            if (belongs(action)) cards += card(action);
        }
        if (cards.empty()) return cards;
        return "<section>\n<h2>" + title + "</h2>\n" + cards + "</section>\n";
    }

    std::string card(json const& action) const
    {
        auto const reference = action.at("reference").get<std::string>();
        auto out = "<article class=\"card\" id=\"" + escaped(reference) + "\">\n<h3>" +
                   person(action.at("title")) + "</h3>\n<p>";
        if (auto const decided = decision(action); !decided.empty()) {
            out += "<strong>" + say("common.decision." + decided) + "</strong> ";
        }
        out += "<span class=\"quiet small\">" +
               say("roadmap.reference", {{"reference", reference}}) + "</span></p>\n";
        if (action.contains("description")) {
            out += "<p>" + person(action.at("description")) + "</p>\n";
        }
        return out + facts(action) + sources(action) + commitments(action) + results(action) +
               "</article>\n";
    }

    std::string names(json const& organisations) const
    {
        std::string out;
        for (auto const& one : organisations) {
            out += (out.empty() ? "" : ", ") + people(one.at("name").get<std::string>(), language_);
        }
        return out;
    }

    std::string when(json const& of) const
    {
        auto const start = of.value("start", "");
        auto const end = of.value("end", "");
        if (!start.empty() && !end.empty()) {
            return say("roadmap.fromTo", {{"start", day(start)}, {"end", day(end)}});
        }
        if (!start.empty()) return say("roadmap.from", {{"start", day(start)}});
        return end.empty() ? "" : say("roadmap.until", {{"end", day(end)}});
    }

    // What is known; what is not is not there. `words` is what was said with it.
    std::string facts(json const& of, json const* words = nullptr) const
    {
        std::string out;
        auto const add = [&](std::string_view key, std::string const& markup) {
            if (!markup.empty()) out += "<dt>" + say(key) + "</dt><dd>" + markup + "</dd>\n";
        };
        if (of.contains("bearers")) add("roadmap.lead", names(of.at("bearers")));
        if (of.contains("partners")) add("roadmap.partners", names(of.at("partners")));
        add("roadmap.when", when(of));
        if (!words && of.contains("decision") && of.at("decision").contains("words")) {
            words = &of.at("decision").at("words");
        }
        if (words) add("roadmap.words", person(*words));
        return out.empty() ? out : "<dl>\n" + out + "</dl>\n";
    }

    // The proposals that were merged into it.
    std::string sources(json const& action) const
    {
        std::string out;
        std::uint64_t count = 0;
        for (auto const& source : action.at("sources")) {
            if (!source.contains("title")) continue;
            ++count;
            out += "<li>" + person(source.at("title"));
            if (source.contains("description")) out += "<br>" + person(source.at("description"));
            out += "</li>\n";
        }
        if (count == 0) return {};
        return "<p>" + say("roadmap.sources", {{"count", count}}) + "</p>\n<ul>\n" + out +
               "</ul>\n";
    }

    std::string commitments(json const& action) const
    {
        if (!action.contains("commitments")) return {};
        auto out = "<h4>" + say("roadmap.commitments") + "</h4>\n";
        for (auto const& one : action.at("commitments")) {
            auto const name = one.at("institution").at("name").get<std::string>();
            out += "<p>" + people(name, language_) + " " +
                   say("common.response." + one.at("response").get<std::string>()) + "</p>\n" +
                   facts(one, one.contains("words") ? &one.at("words") : nullptr);
            if (!one.contains("updates")) continue;
            out += "<ul>\n";
            for (auto const& update : one.at("updates")) {
                out += "<li>" +
                       say("roadmap.progressAt",
                           {{"date", day(update.at("at"))},
                            {"progress", words_.say("common.progress." +
                                                    update.at("status").get<std::string>())}});
                if (update.contains("news")) out += " " + person(update.at("news"));
                out += "</li>\n";
            }
            out += "</ul>\n";
        }
        return out;
    }

    std::string results(json const& action) const
    {
        if (!action.contains("results")) return {};
        std::string out;
        for (auto const& result : action.at("results")) {
            auto const& ballot = *ballots_.at(result.at("ballot").get<std::string>());
            auto const people_count = result.value("people", std::uint64_t{0});
            out += "<div class=\"result\">\n";
            if (people_count > 0) {
                out += "<p class=\"quiet\">" + say("roadmap.ofPeople", {{"count", people_count}});
                if (ballots_.size() > 1) out += "\u00a0: " + person(ballot.at("question"));
                out += "</p>\n<p>" + counts(ballot, result) + "</p>\n";
            }
            if (result.contains("rank")) {
                out += "<p>" + say("roadmap.rank", {{"rank", words_.number(result.at("rank"))}}) +
                       "</p>\n";
            }
            out += "</div>\n";
        }
        return out;
    }

    // The numbers of a vote, as its method counts.
    std::string counts(json const& ballot, json const& result) const
    {
        auto const method = ballot.at("method").get<std::string>();
        auto const& counted = result.at("counts");
        auto const number = [&](std::string_view word) {
            return counted.value(std::string(word), std::uint64_t{0});
        };
        if (method == "opinion") {
            return say("common.countSupport", {{"count", number("support")}}) + ", " +
                   say("common.countNeutral", {{"count", number("neutral")}}) + ", " +
                   say("common.countOppose", {{"count", number("oppose")}});
        }
        auto const voted = ballot.at("voted").get<std::uint64_t>();
        auto const of_voters = " " + say("common.ofVoters", {{"count", voted}});
        if (method == "approval") {
            return say("common.countApprove", {{"count", number("approve")}}) + of_voters;
        }
        auto const people_count = result.at("people").get<std::uint64_t>();
        if (method == "dots") {
            auto const dots = result.at("scores").at("dots").get<std::uint64_t>();
            return say("common.dots", {{"count", dots}}) + " " +
                   say("common.fromPeople", {{"count", people_count}}) + of_voters;
        }
        std::string out;
        auto const& scores = result.at("scores");
        if (scores.contains("majorityGrade")) {
            auto const grade = scores.at("majorityGrade").get<std::string>();
            out = "<strong>" + say("common.grade", {{"grade", words_.say("common." + grade)}}) +
                  "</strong>";
        }
        constexpr auto scale = board::scale_of(board::Method::Grades);
        for (std::size_t level = 0; level < scale.size; ++level) {
            auto const grade = board::word(scale.at(level));
            out += (out.empty() ? "" : ", ") + say("common." + std::string(grade)) +
                   "\u00a0: " + words_.number(number(grade));
        }
        return out;
    }

    std::string participation() const
    {
        auto const& told = document_.at("participation");
        auto const number = [&](json const& of, char const* name) {
            return of.at(name).get<std::uint64_t>();
        };
        auto out = "<section>\n<h2>" + say("roadmap.how") + "</h2>\n<ul>\n";
        auto const line = [&](std::string const& markup) { out += "<li>" + markup + "</li>\n"; };
        line(say(told.at("admission").at("indicative").get<bool>() ? "roadmap.admissionOpen"
                                                                   : "roadmap.admissionBadges"));
        line(say("roadmap.proposers", {{"count", number(told, "proposers")}}));
        line(say("roadmap.received", {{"count", number(told.at("proposals"), "received")},
                                      {"published", number(told.at("proposals"), "published")}}));
        line(say("roadmap.comments", {{"count", number(told, "comments")}}));
        for (auto const& college : told.at("colleges")) {
            if (!college.contains("joined")) continue;
            line(say("roadmap.joinedCollege", {{"college", text_of(college.at("title"), language_)},
                                               {"count", number(college, "joined")}}));
        }
        return out + "</ul>\n</section>\n";
    }

    std::string counting() const
    {
        auto const position = document_.at("asOf").at("position").get<std::uint64_t>();
        return "<section>\n<h2>" + say("roadmap.counting") + "</h2>\n<p>" +
               say("roadmap.countingSmall") + "</p>\n<p>" + say("roadmap.countingHidden") +
               "</p>\n" + fairness() + "<p>" + say("roadmap.restInDocument") +
               "</p>\n<p class=\"quiet small\">" +
               say("roadmap.source", {{"code", code_}, {"position", position}}) +
               "</p>\n</section>\n";
    }

    // How ties were broken, and which votes were opened again.
    std::string fairness() const
    {
        std::string out;
        for (auto const& ballot : document_.at("ballots")) {
            auto const question = text_of(ballot.at("question"), language_);
            if (ballot.contains("tieBreak") && ballot.at("tieBreak").contains("seed")) {
                auto const seed = ballot.at("tieBreak").at("seed").get<std::string>();
                out += "<li>" + say("roadmap.tieBreak") + " " +
                       say("roadmap.tieBreakSeed", {{"question", question}, {"seed", seed}}) +
                       "</li>\n";
            }
            if (!ballot.contains("reopenings")) continue;
            for (auto const& reopening : ballot.at("reopenings")) {
                if (!reopening.contains("reason")) continue;
                auto const reason = text_of(reopening.at("reason"), language_);
                out += "<li>" +
                       say("roadmap.reopenedBallot", {{"question", question}, {"reason", reason}}) +
                       "</li>\n";
            }
        }
        return out.empty() ? out : "<ul>\n" + out + "</ul>\n";
    }

    json const& document_;
    Words const& words_;
    std::string const language_;
    std::string const code_;
    std::map<std::string, json const*> ballots_;
};

} // namespace

std::string roadmap_page(std::string_view document, std::vector<std::string> languages)
{
    auto const told = json::parse(document);
    languages.push_back(told.at("languages").at(0));
    return RoadmapPage(told, Words::of(languages)).whole();
}

} // namespace koudmen::page
