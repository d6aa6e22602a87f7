#pragma once

#include <string>
#include <string_view>
#include <vector>

// The roadmap to read without JavaScript.
namespace koudmen::page {

// The page of an exported document (wire::roadmap): what it tells is here, and nothing else.
std::string roadmap_page(std::string_view document, std::vector<std::string> languages);

} // namespace koudmen::page
