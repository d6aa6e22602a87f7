#pragma once

#include "socket.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace koudmen::bench {

// Where a name or an address leads. Throws when nowhere.
Place look_up(std::string const& host, std::uint16_t port);

// A request with a JSON body, as it goes over the wire; without a credential where that is empty.
std::string post_request(std::string_view host, std::string_view target,
                         std::string_view credential, nlohmann::json const& body);

// One connection, one request after the other. Throws when there is no answer, or not a good one.
class Asker {
public:
    explicit Asker(Place const& place);

    void ask(std::string const& target, std::string const& credential,
             nlohmann::json const& body) const;
    void get(std::string const& target) const;
    nlohmann::json answer();

private:
    std::string text_until(std::string_view end);
    void more();
    void send(std::string const& request) const;

    std::string host_;
    Descriptor socket_;
    std::string held_;
};

} // namespace koudmen::bench
