#pragma once

#include "board/command.hpp"
#include "protocol/messages.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Afternoons that boards are opened from: the files of config/templates, inside the binary.
namespace koudmen::wire {

// The files, each as its text.
std::span<std::string_view const> template_texts();

struct Template {
    board::Settings settings;
    std::vector<board::Step> agenda;
};

// The template of this id, if there is one.
std::optional<Template> find_template(std::string_view id);

// Parts of messages as the board knows them.
std::vector<board::Step> steps_of(std::vector<protocol::Step> const& told);
board::Settings settings_of(protocol::Settings const& told);

} // namespace koudmen::wire
