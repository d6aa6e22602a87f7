#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace koudmen::page {

// Fields of a form that are read. Further ones are left out.
inline constexpr std::size_t fields_max = 32;

// What a browser sends of a form (application/x-www-form-urlencoded), or what stands after the ? of
// an address. Bytes from strangers: a value may be anything.
class Fields {
public:
    Fields() = default;
    explicit Fields(std::string_view encoded);

    // Empty where there is no such field.
    std::string const& get(std::string_view name) const;
    bool has(std::string_view name) const { return values_.contains(name); }

    // A whole number from 0, without a sign; nothing where it is none or too large for the protocol.
    std::optional<std::uint64_t> number(std::string_view name) const;

private:
    std::map<std::string, std::string, std::less<>> values_;
};

} // namespace koudmen::page
