#include "wire/carried.hpp"

#include "base/check.hpp"
#include "base/sha256.hpp"
#include "protocol/messages.hpp"
#include "wire/inbound.hpp"
#include "wire/outbound.hpp"
#include "wire/unzip.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace koudmen::wire {

namespace {

using nlohmann::json;

constexpr std::string_view manifest_file = "manifest.json";
constexpr std::string_view whole = "whole";

// What the manifest says of a file, where it says it in due form.
struct Told {
    std::string name;
    std::uint64_t bytes = 0;
    std::string sha256;
};

std::optional<std::vector<Told>> files_of(json const& manifest)
{
    if (!manifest.is_object()) return std::nullopt;
    auto const kind = manifest.value("kind", json());
    if (!kind.is_string() || kind.get<std::string>() != whole) return std::nullopt;
    auto const files = manifest.value("files", json());
    if (!files.is_array()) return std::nullopt;
    std::vector<Told> told;
    for (auto const& file : files) {
        if (!file.is_object() || !file.value("name", json()).is_string() ||
            !file.value("bytes", json()).is_number_unsigned() ||
            !file.value("sha256", json()).is_string()) {
            return std::nullopt;
        }
        told.push_back({file["name"].get<std::string>(), file["bytes"].get<std::uint64_t>(),
                        file["sha256"].get<std::string>()});
    }
    return told;
}

} // namespace

std::string whole_archive(board::Board const& board, std::string lines)
{
    auto files = public_files(board);
    files.insert(files.begin(), {std::string(journal_file), std::move(lines)});
    return archive(board, std::move(files), whole);
}

Result<std::string, FileProblems> journal_of(std::string_view archive)
{
    auto const wrong = [](std::string_view file, std::string reason) {
        return unexpected(FileProblems{{std::string(file), 0, std::move(reason)}});
    };
    auto files = unzip(archive);
    if (!files) return wrong("", files.error());
    std::map<std::string, std::string*> by_name;
    for (auto& file : *files) by_name[file.name] = &file.bytes;
    auto const manifest = by_name.find(std::string(manifest_file));
    if (manifest == by_name.end()) return wrong(manifest_file, "it is missing");
    // A manifest is flat and not long; what nests deeper is none.
    auto const flat = [](int depth, json::parse_event_t, json&) { return depth <= 4; };
    auto const told = files_of(json::parse(*manifest->second, flat, false));
    if (!told) return wrong(manifest_file, "it is not the manifest of a whole board");

    FileProblems problems;
    for (auto const& file : *told) {
        auto const found = by_name.find(file.name);
        if (found == by_name.end())
            problems.push_back({file.name, 0, "it is missing"});
        else if (found->second->size() != file.bytes || sha256(*found->second) != file.sha256)
            problems.push_back({file.name, 0, "it is not what the manifest tells"});
    }
    for (auto const& [name, bytes] : by_name) {
        bool const listed = std::any_of(told->begin(), told->end(),
                                        [&, n = name](Told const& one) { return one.name == n; });
        if (!listed && name != manifest_file) {
            problems.push_back({name, 0, "the manifest does not tell of it"});
        }
    }
    auto const journal = by_name.find(std::string(journal_file));
    if (journal == by_name.end())
        problems.push_back({std::string(journal_file), 0, "it is missing"});
    if (!problems.empty()) return unexpected(std::move(problems));
    return std::move(*journal->second);
}

std::optional<std::string> unspeakable(board::Board const& board)
{
    if (!read_code(board.code.text)) return "the board's code is not one";
    Judging const judging; // As when its journal was read.
    try {
        for (auto const audience : audiences) {
            auto const frame_text = std::string(payload(
                frame({.position = board.position, .changes = changes(board, audience, {})})));
            if (auto const read = protocol::read_from_server(frame_text); !read) {
                return "what the board tells is against the protocol at " + read.error().field;
            }
        }
        roadmap(board);
    } catch (BrokenRule const& broken) {
        return std::string("the board cannot be told: ") + broken.rule;
    } catch (std::exception const&) {
        return "the board speaks of something that it has not";
    }
    return std::nullopt;
}

} // namespace koudmen::wire
