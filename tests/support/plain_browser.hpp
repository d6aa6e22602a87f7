#pragma once

#include "support/live_server.hpp"

#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace koudmen::tests {

// A browser that runs no script: it keeps cookies, follows where it is sent, and sends forms back
// with what stands in them.
class PlainBrowser {
public:
    using Fields = std::vector<std::pair<std::string, std::string>>;

    PlainBrowser(LiveServer const& server, std::string code)
        : server_(server), code_(std::move(code))
    {}

    Answer get(std::string const& rest = "")
    {
        return follow("GET", "/b/" + code_ + "/form" + rest);
    }

    // Sends the form that does this act on the page in sight, with these fields filled in.
    Answer send(std::string const& act, Fields const& filled)
    {
        return post(act, with(form(act), filled));
    }

    Answer post(std::string const& act, Fields const& fields, std::string const& headers = "")
    {
        return follow("POST", "/b/" + code_ + "/form/" + act, headers, encoded(fields));
    }

    // What the form for this act on the page in sight carries unseen.
    Fields form(std::string const& act) const
    {
        auto const start = page.body.find("/form/" + act + "\"");
        if (start == std::string::npos) return {};
        auto const end = page.body.find("</form>", start);
        Fields hidden;
        constexpr std::string_view opening = "<input type=\"hidden\" name=\"";
        for (auto at = page.body.find(opening, start); at < end;
             at = page.body.find(opening, at + 1)) {
            auto const name = at + opening.size();
            auto const name_end = page.body.find('"', name);
            auto const value = page.body.find("value=\"", name_end) + 7;
            hidden.emplace_back(page.body.substr(name, name_end - name),
                                page.body.substr(value, page.body.find('"', value) - value));
        }
        return hidden;
    }

    static Fields with(Fields fields, Fields const& more)
    {
        for (auto const& one : more) fields.push_back(one);
        return fields;
    }

    void join(Fields const& who = {{"college", "citizens"}})
    {
        get();
        REQUIRE(send("join", who).status == 200);
    }

    static std::string encoded(Fields const& fields)
    {
        constexpr std::string_view digits = "0123456789ABCDEF";
        std::string out;
        auto const put = [&](std::string const& text) {
            for (char const c : text) {
                auto const byte = static_cast<unsigned char>(c);
                if (std::isalnum(byte) != 0) {
                    out += c;
                } else {
                    out += '%';
                    out += digits[byte >> 4];
                    out += digits[byte & 0xF];
                }
            }
        };
        for (auto const& [name, value] : fields) {
            if (!out.empty()) out += '&';
            put(name);
            out += '=';
            put(value);
        }
        return out;
    }

    // The header that goes with every request, without its name.
    std::string cookie() const
    {
        std::string all;
        for (auto const& [name, value] : cookies) {
            all += (all.empty() ? "" : "; ");
            all += name + "=" + value;
        }
        return all;
    }

    Answer page;                                // In sight.
    std::map<std::string, std::string> cookies; // By name.
    unsigned sent_on = 0;                       // The status that led to the page, where one did.

private:
    Answer follow(std::string const& method, std::string const& target,
                  std::string const& headers = "", std::string const& body = "")
    {
        auto all = headers;
        if (!cookies.empty()) all += "Cookie: " + cookie() + "\r\n";
        if (method == "POST" && headers.find("Content-Type") == std::string::npos) {
            all += "Content-Type: application/x-www-form-urlencoded\r\n";
        }
        auto answer = request(server_.port(), method, target, all, body);
        auto const [first, end] = answer.headers.equal_range("set-cookie");
        for (auto set = first; set != end; ++set) {
            auto const pair = set->second.substr(0, set->second.find(';'));
            auto const equals = pair.find('=');
            cookies[pair.substr(0, equals)] = pair.substr(equals + 1);
        }
        sent_on = 0;
        if (answer.status == 303) {
            answer = follow("GET", answer.header("location"));
            sent_on = 303;
        }
        page = answer;
        return answer;
    }

    LiveServer const& server_;
    std::string const code_;
};

} // namespace koudmen::tests
