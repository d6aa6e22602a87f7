#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koudmen {

// A name minted by a device for something it creates: 22 characters of base64url, 128 random bits.
// Names of different things do not convert into each other.
template <class Tag>
class Minted {
public:
    static constexpr std::size_t length = 22;

    constexpr Minted() = default;

    // Nothing when the text is not 22 characters of [A-Za-z0-9_-].
    static constexpr std::optional<Minted> from(std::string_view text)
    {
        if (text.size() != length) return std::nullopt;
        for (char const c : text) {
            bool const known = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '_' || c == '-';
            if (!known) return std::nullopt;
        }
        Minted id;
        std::copy(text.begin(), text.end(), id.text_.begin());
        return id;
    }

    constexpr std::string_view text() const { return {text_.data(), text_.size()}; }

    // Whether this was ever given a name. Only a default-constructed one was not.
    constexpr bool named() const { return text_[0] != '\0'; }

    friend constexpr bool operator==(Minted const&, Minted const&) = default;
    // All at once, not letter by letter: maps of thousands are keyed by these.
    friend constexpr auto operator<=>(Minted const& one, Minted const& other)
    {
        return std::string_view(one.text_.data(), length) <=>
               std::string_view(other.text_.data(), length);
    }

private:
    std::array<char, length> text_{};
};

using ProposalId = Minted<struct ProposalTag>;
using CommentId = Minted<struct CommentTag>;
using BallotId = Minted<struct BallotTag>;
using DeviceId = Minted<struct DeviceTag>;

// A short word that names one of a few things, chosen by whoever configures a board.
template <class Tag>
struct Slug {
    std::string text;

    friend auto operator<=>(Slug const&, Slug const&) = default;
};

using BoardCode = Slug<struct BoardCodeTag>;
using AxisId = Slug<struct AxisTag>;
using CollegeId = Slug<struct CollegeTag>;
using StepId = Slug<struct StepTag>;

// What is kept of a credential: its SHA-256 in lower-case hexadecimal.
using CredentialHash = Slug<struct CredentialTag>;

// What is kept of a badge: the SHA-256 of its board's code and its own, in lower-case hexadecimal.
using BadgeHash = Slug<struct BadgeHashTag>;

// A number that counts one kind of thing.
template <class Tag>
struct Number {
    std::uint64_t value = 0;

    friend constexpr auto operator<=>(Number const&, Number const&) = default;
};

// An event's number in its board: 1, 2, 3... without gap or reuse. 0 is before the first.
using Position = Number<struct PositionTag>;

// A device's counter of its own commands: 1, 2, 3... 0 is none.
using Operation = Number<struct OperationTag>;

// A screen of a board: 1 is the plenary's and always there.
using ScreenNumber = Number<struct ScreenTag>;

// A participant of a board, as others know them: 1, 2, 3... 0 is nobody.
using ParticipantNumber = Number<struct ParticipantTag>;

// A badge of a board, as it is printed on it: 1, 2, 3... 0 is none.
using BadgeNumber = Number<struct BadgeTag>;

// A helper's link of a board: 1, 2, 3...
using HelperNumber = Number<struct HelperTag>;

// An invited institution of a board: 1, 2, 3... 0 is none.
using InstitutionNumber = Number<struct InstitutionTag>;

} // namespace koudmen
