#pragma once

#include "net/embedded_files.hpp"
#include "net/http.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace koudmen::net {

// The client's files from memory, with what a browser may keep of them and for how long.
//
// Constant after construction; used by all threads.
class Files {
public:
    explicit Files(std::span<EmbeddedFile const> files);

    // The file at a path, in the smallest form the request accepts, or a 304; nothing when there is
    // no such file.
    std::optional<HttpResponse> find(std::string_view path, HttpRequest const& request) const;

    bool empty() const { return files_.empty(); }

private:
    struct Kept {
        EmbeddedFile file;
        std::string etag;
    };
    std::map<std::string, Kept, std::less<>> files_;
};

} // namespace koudmen::net
