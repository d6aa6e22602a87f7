#pragma once

#include <string>
#include <string_view>
#include <vector>

// The roadmap to read without JavaScript.
namespace koudmen::page {

// The page of an exported document (wire::roadmap): what was decided, why, by whom and when, and how the
// room voted. What it leaves out is in the document, to which it leads: what each college said, places
// that were drawn or come from a former vote, consensus and controversy, phases that were opened again,
// the log of the moderation, and of an action its indicators, budget, needs, audience and places.
// Nothing is here that is not in the document.
std::string roadmap_page(std::string_view document, std::vector<std::string> languages);

} // namespace koudmen::page
