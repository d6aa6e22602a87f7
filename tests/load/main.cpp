#include "rehearsal.hpp"

#include <csignal>
#include <exception>
#include <iostream>

int main(int count, char** arguments)
{
    using namespace koudmen::load;
    constexpr int wrong = 1;
    constexpr int not_tried = 2;
    std::signal(SIGPIPE, SIG_IGN);
    auto const options =
        read_options({arguments + 1, static_cast<std::size_t>(count > 0 ? count - 1 : 0)});
    if (!options) {
        std::cerr << "koudmen-load: " << options.error() << "\n";
        return not_tried;
    }
    if (options->help) {
        std::cout << help();
        return 0;
    }
    try {
        auto const ground = prepare(*options);
        auto outcome = rehearse(*options, ground);
        if (options->json)
            std::cout << json_line(*options, outcome) << std::endl;
        else
            std::cout << page(*options, outcome) << std::flush;
        return outcome.agrees() ? 0 : wrong;
    } catch (std::exception const& fault) {
        std::cerr << "koudmen-load: " << fault.what() << std::endl;
        return not_tried;
    }
}
