#include "wire/archive.hpp"

#include "base/sha256.hpp"
#include "wire/archive_parts.hpp"
#include "wire/outbound.hpp"

#include <nlohmann/json.hpp>

#include <iterator>
#include <utility>

namespace koudmen::wire {

namespace {

void append(std::vector<ArchiveFile>& files, std::vector<ArchiveFile> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(files));
}

} // namespace

std::vector<ArchiveFile> public_files(board::Board const& board)
{
    auto document = roadmap(board);
    std::vector<ArchiveFile> files = data_cards(board);
    append(files, tables(document));
    append(files, pabulib_files(board));
    append(files, polis_files(board));
    files.push_back({"roadmap.json", std::move(document)});
    files.push_back({"roadmap.schema.json", std::string(roadmap_schema_text())});
    return files;
}

std::string archive(board::Board const& board, std::vector<ArchiveFile> files,
                    std::string_view kind)
{
    using json = nlohmann::ordered_json;
    json manifest;
    manifest["schema"] = {{"uri", "urn:koudmen:archive:1"}, {"version", 1}};
    manifest["kind"] = std::string(kind);
    manifest["board"] = board.code.text;
    manifest["asOf"] = {{"position", board.position.value}, {"at", instant(board.last_at)}};
    manifest["files"] = json::array();
    for (auto const& file : files) {
        manifest["files"].push_back(
            {{"name", file.name}, {"bytes", file.bytes.size()}, {"sha256", sha256(file.bytes)}});
    }
    files.insert(files.begin(), {"manifest.json", manifest.dump(2) + "\n"});
    return zip(files);
}

} // namespace koudmen::wire
