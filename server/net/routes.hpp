#pragma once

#include "net/files.hpp"
#include "net/http.hpp"
#include "page/form.hpp"
#include "room/floor.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koudmen::net {

// What the door is told of by the settings.
struct DoorRules {
    std::vector<std::string> origins;        // Allowed beside the server's own, as "https://a.b".
    std::optional<std::string> creation_key; // Who opens a board must know it, if there is one.
};

// The HTTP door of one loop: pages, the API, health. Which request gets what; nothing of sockets.
//
// Lives on its floor's thread.
class Routes {
public:
    Routes(room::Floor& floor, Files const& files, DoorRules const& rules)
        : floor_(floor), files_(files), rules_(rules)
    {}

    // Answers once, now or later, on this thread.
    void handle(HttpRequest const& request, Respond const& respond) const;

    // What comes with a request whose header was read: as much as its sender may send at all.
    enum class Brings { Little, Table, Board };
    Brings brings(HttpRequest const& head) const;

    // The refusal of an upgrade to a WebSocket, if it is refused.
    std::optional<HttpResponse> refuse_upgrade(HttpRequest const& request) const;

private:
    void api(std::string_view path, HttpRequest const& request, Respond const& respond) const;
    void create(HttpRequest const& request, Respond const& respond) const;
    void try_to_create(board::CreateBoard command, int attempts, Respond const& respond) const;
    void join(BoardCode const& code, HttpRequest const& request, Respond const& respond) const;
    // routes_admission.cpp: badges and helpers' links, below the address of their board.
    void admission(BoardCode const& code, std::string_view path, HttpRequest const& request,
                   Respond const& respond) const;
    void issue_badges(BoardCode const& code, HttpRequest const& request,
                      Respond const& respond) const;
    void look_at_badge(BoardCode const& code, BadgeNumber badge, HttpRequest const& request,
                       Respond const& respond) const;
    void list_helpers(BoardCode const& code, HttpRequest const& request,
                      Respond const& respond) const;
    void issue_helper(BoardCode const& code, HttpRequest const& request,
                      Respond const& respond) const;
    void revoke_helper(BoardCode const& code, HelperNumber helper, HttpRequest const& request,
                       Respond const& respond) const;
    // What is wrong with a request that needs a credential, before any rule of it; and with one that
    // has a body too.
    std::optional<HttpResponse> refuse_stranger(HttpRequest const& request) const;
    std::optional<HttpResponse> refuse_post(HttpRequest const& request) const;
    void add_table(BoardCode const& code, HttpRequest const& request, Respond const& respond) const;
    void invite(BoardCode const& code, HttpRequest const& request, Respond const& respond) const;
    bool may_open(HttpRequest const& request) const;
    // routes_files.cpp
    void roadmap(BoardCode const& code, bool as_table, Respond const& respond) const;
    void archive(BoardCode const& code, Respond const& respond) const;
    void whole(BoardCode const& code, HttpRequest const& request, Respond const& respond) const;
    void import(HttpRequest const& request, Respond const& respond) const;
    void import_rows(BoardCode const& code, HttpRequest const& request,
                     Respond const& respond) const;

    // routes_form.cpp: pages without JavaScript. Whether the address is one of theirs; then it is
    // answered.
    bool plain_pages(std::string_view path, HttpRequest const& request,
                     Respond const& respond) const;
    void form(BoardCode const& code, std::string_view thing, HttpRequest const& request,
              Respond const& respond) const;
    void form_sent(BoardCode const& code, std::string_view thing, HttpRequest const& request,
                   Respond const& respond) const;
    using RefuseForm = std::function<void(page::Place, board::Refusal const&)>;
    void join_by_form(BoardCode const& code, std::string const& credential,
                      page::Fields const& fields, RefuseForm const& refuse,
                      Respond const& respond) const;

    HttpResponse page(std::string_view path, HttpRequest const& request) const;
    bool is_foreign(HttpRequest const& request) const;

    room::Floor& floor_;
    Files const& files_;
    DoorRules const& rules_;
};

// The headers that every response carries, whatever it is.
void add_safety_headers(HttpResponse& response, HttpRequest const& request);

} // namespace koudmen::net
