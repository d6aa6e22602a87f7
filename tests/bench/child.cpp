#include "child.hpp"

#include "kernel.hpp"
#include "socket.hpp"

#include <arpa/inet.h>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace koudmen::bench {

namespace {

constexpr std::chrono::seconds start_time{30};
constexpr std::chrono::milliseconds start_step{10};

} // namespace

std::uint16_t free_port()
{
    Descriptor const socket(::socket(AF_INET, SOCK_STREAM, 0));
    auto address = local_address(0);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket.get(), any, size) != 0 || ::getsockname(socket.get(), any, &size) != 0) {
        throw std::runtime_error("no free port");
    }
    return ntohs(address.sin_port);
}

Child::Child(std::vector<std::string> const& command, std::uint16_t port,
             std::vector<std::string> const& variables)
    : port_(port)
{
    std::vector<char*> arguments;
    // exec takes what it only reads without a const.
    for (auto const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    process_ = ::fork();
    if (process_ < 0) throw std::runtime_error("cannot fork");
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        pin(Core::Server);
        // What the child says is in the way of what is measured.
        int const nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, STDOUT_FILENO);
        if (std::getenv("KOUDMEN_BENCH_LOUD") == nullptr) ::dup2(nowhere, STDERR_FILENO);
        for (auto const& variable : variables) ::putenv(const_cast<char*>(variable.c_str()));
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    wait_for_port();
}

Child::~Child()
{
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

void Child::wait_for_port() const
{
    auto const until = Clock::now() + start_time;
    auto const address = local_address(port_);
    while (Clock::now() < until) {
        Descriptor const socket(::socket(AF_INET, SOCK_STREAM, 0));
        if (::connect(socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) ==
            0) {
            return;
        }
        if (::waitpid(process_, nullptr, WNOHANG) != 0) break;
        std::this_thread::sleep_for(start_step);
    }
    throw std::runtime_error("a server did not start");
}

} // namespace koudmen::bench
