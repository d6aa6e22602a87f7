#include "base/version.hpp"

namespace koudmen {

std::string_view version()
{
    return KOUDMEN_VERSION;
}

std::string_view commit()
{
    return KOUDMEN_COMMIT;
}

} // namespace koudmen
