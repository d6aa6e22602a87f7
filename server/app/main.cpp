#include "app/commands.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

int main(int count, char const** arguments, char const** environment)
{
    std::map<std::string, std::string> variables;
    for (auto entry = environment; *entry; ++entry) {
        std::string_view const text = *entry;
        auto const equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        variables.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return koudmen::app::run({arguments + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)},
                             variables);
}
