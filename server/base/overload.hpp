#pragma once

namespace koudmen {

// Several lambdas as one visitor of a variant.
template <class... Fs>
struct overload : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
overload(Fs...) -> overload<Fs...>;

} // namespace koudmen
