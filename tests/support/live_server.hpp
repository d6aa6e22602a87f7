#pragma once

#include "app/server.hpp"
#include "journal/rocks_journal.hpp"
#include "support/http_client.hpp"
#include "support/live_phone.hpp"
#include "support/temporary_folder.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace koudmen::tests {

// The whole server, on real sockets and a real store, with two loops, so that rooms and seats are on
// different threads.
class LiveServer {
public:
    explicit LiveServer(std::function<void(app::Config&)> const& change = {})
    {
        config_.address = "127.0.0.1";
        config_.port = 0;
        config_.threads = 2;
        config_.free_mib = 0;
        if (change) change(config_);
        start();
    }
    ~LiveServer() { stop(); }
    LiveServer(LiveServer const&) = delete;
    LiveServer& operator=(LiveServer const&) = delete;

    void start()
    {
        auto opened =
            journal::RocksJournal::open(folder_.path(), journal::RocksJournal::Mode::Serve, {0});
        if (!opened) FAIL(opened.error());
        journal_ = std::move(*opened);
        auto made = app::Server::create(config_, *journal_);
        if (!made) FAIL(made.error());
        server_ = std::move(*made);
        server_->start();
        config_.port = server_->port();
    }

    void stop()
    {
        server_.reset();
        journal_.reset();
    }

    std::uint16_t port() const { return config_.port; }
    app::Config const& config() const { return config_; }

private:
    TemporaryFolder folder_;
    app::Config config_;
    std::unique_ptr<journal::RocksJournal> journal_;
    std::unique_ptr<app::Server> server_;
};

constexpr auto json_header = "Content-Type: application/json\r\n";

inline std::string bearer(std::string const& secret)
{
    return "Authorization: Bearer " + secret + "\r\n";
}

// A credential as a phone mints one.
inline std::string credential_of(std::string const& who)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string credential;
    for (char const letter : who) {
        credential += digits[static_cast<unsigned char>(letter) >> 4];
        credential += digits[static_cast<unsigned char>(letter) & 0xF];
    }
    return credential + std::string(26 - credential.size(), '0');
}

// A board of a server, opened as anybody would.
class LiveBoard {
public:
    explicit LiveBoard(LiveServer& server, nlohmann::json const& settings = {}) : server_(server)
    {
        nlohmann::json body{{"title", "Feuille de route"},
                            {"axes", {{{"id", "inclusion"}, {"title", "Inclusion"}}}}};
        if (!settings.is_null()) body["settings"] = settings;
        auto const answer =
            request(server.port(), "POST", "/api/v1/boards", json_header, body.dump());
        REQUIRE(answer.status == 201);
        auto const told = nlohmann::json::parse(answer.body);
        code = told["code"];
        facilitator = told["facilitator"];
        moderator = told["moderator"];
        screen = told["screen"];
    }

    // Joins as a participant. Returns the credential.
    std::string join(std::string const& who)
    {
        auto const credential = credential_of(who);
        auto const answer =
            request(server_.port(), "POST", "/api/v1/boards/" + code + "/participants",
                    json_header + bearer(credential), R"({"college":"citizens"})");
        REQUIRE(answer.status == 201);
        return credential;
    }

    // A phone that is seated and was told the board.
    std::unique_ptr<LivePhone> enter(std::string const& credential,
                                     std::string const& device = "phone", int receive_buffer = 0)
    {
        auto phone = std::make_unique<LivePhone>(server_.port(), receive_buffer);
        REQUIRE(phone->open);
        phone->hello(code, credential, device);
        auto const welcome = phone->hear();
        REQUIRE(welcome["type"] == "welcome");
        phone->operation = welcome["operation"];
        auto const state = phone->hear("state");
        REQUIRE(state["full"] == true);
        return phone;
    }

    std::string code;
    std::string facilitator;
    std::string moderator;
    std::string screen;

private:
    LiveServer& server_;
};

} // namespace koudmen::tests
