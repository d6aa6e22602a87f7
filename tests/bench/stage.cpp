#include "stage.hpp"

#include <array>
#include <cstdio>

namespace koudmen::bench {

namespace {

constexpr std::string_view mark_begin = "no.";
constexpr std::size_t mark_bytes = 11;

} // namespace

std::string mark(std::size_t number)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "no.%08zu", number);
    return text.data();
}

Stage::Heard Stage::tell(std::size_t texts)
{
    Heard result;
    hearing_ = &result;
    auto const before = cpu_time(process_);
    for (std::size_t text = 0; text < texts; ++text) {
        mark_ = mark(++told_);
        missing_ = audience_.size();
        published_ = Clock::now();
        publish_(mark_);
        audience_.turn_until([this] { return missing_ == 0; }, "a text");
    }
    result.cpu = cpu_time(process_) - before;
    hearing_ = nullptr;
    return result;
}

void Stage::heard(Frame const& frame)
{
    if (hearing_ == nullptr || frame.payload.find(mark_) == std::string_view::npos) return;
    if (missing_ == audience_.size()) last_text_ = frame.payload;
    --missing_;
    ++hearing_->frames;
    hearing_->times.add(Clock::now() - published_);
}

BaselineStage::BaselineStage(Bench const& bench, std::string const& kind, std::size_t listeners,
                             std::string text)
    : port_(free_port()),
      child_({bench.self.string(), "baseline", kind, std::to_string(port_)}, port_),
      audience_({.port = port_, .target = "/listen"}),
      publisher_({.port = port_, .target = "/publish"}),
      text_(std::move(text))
{
    constexpr std::size_t at_once = 200;
    audience_.come(listeners, at_once, {}, {});
    publisher_.come(1, 1, {}, {});
    stage_ = std::make_unique<Stage>(child_.process(), audience_, [this](std::string const& mark) {
        auto marked = text_;
        auto const at = marked.find(mark_begin);
        marked.replace(at, mark_bytes, mark);
        publisher_.say(0, marked);
    });
}

} // namespace koudmen::bench
