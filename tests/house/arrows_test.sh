#!/usr/bin/env bash
# H2, H3: the arrows between the folders hold. Makes small wrong trees and expects each to be refused
# with the file and the folder named, and expects the build of a real folder to fail on a wrong include.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
arrows=$root/tests/house/arrows
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# judge SENTENCE COMMAND...: counts whether the command holds.
judge() {
    local sentence=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $sentence"
        cat "$scratch/said" 2>/dev/null || true
    fi
}

# tree FILE INCLUDE: a server of one file with one include.
tree() {
    rm -rf "$scratch/server"
    mkdir -p "$scratch/server/$(dirname "$1")"
    printf '#pragma once\n#include %s\n' "$2" >"$scratch/server/$1"
}
accepts() { "$arrows" "$scratch/server" >"$scratch/said" 2>&1; }
refuses_naming() {
    if "$arrows" "$scratch/server" >"$scratch/said" 2>&1; then return 1; fi
    local word
    for word in "$@"; do grep -qF -- "$word" "$scratch/said" || return 1; done
}

# The table, arrow by arrow: every folder, and every folder it may not know.
declare -A may=(
    [base]="base"
    [board]="base board"
    [wire]="base board wire"
    [page]="base board wire page"
    [journal]="base board journal"
    [room]="base board wire room"
    [net]="base board wire page room net"
    [app]="base board wire journal room net app"
)
for from in "${!may[@]}"; do
    for to in "${!may[@]}"; do
        tree "$from/thing.hpp" "\"$to/other.hpp\""
        if [[ " ${may[$from]} " == *" $to "* ]]; then
            judge "H2: $from may include $to" accepts
        else
            judge "H2: $from may not include $to" refuses_naming "$from/thing.hpp:2" "$to/other.hpp"
        fi
    done
done
for from in room net; do
    tree "$from/thing.hpp" '"journal/journal.hpp"'
    judge "H2: $from may include the journal's port" accepts
done

# Other people's libraries, each where it may be and just beside.
while read -r good bad library; do
    tree "$good" "<$library>"
    judge "H2: $good may include <$library>" accepts
    tree "$bad" "<$library>"
    judge "H2: $bad may not include <$library>" refuses_naming "$bad:2" "$library"
done <<'TABLE'
net/loop.cpp room/room.cpp boost/asio.hpp
app/ping.cpp board/decide.cpp boost/beast.hpp
wire/inbound.cpp wire/inbound.hpp nlohmann/json.hpp
journal/format.cpp room/room.cpp nlohmann/json.hpp
page/roadmap.cpp page/roadmap.hpp nlohmann/json.hpp
journal/rocks_journal.cpp journal/journal.hpp rocksdb/db.h
base/text.cpp board/fields.cpp utf8proc.h
base/result.hpp board/board.hpp tl/expected.hpp
base/sha256.cpp room/room.cpp openssl/evp.h
app/links.cpp net/routes.cpp qrencode.h
TABLE
tree "board/thing.hpp" "<fmt/format.h>"
judge "H2: a library that is not in the table is refused" refuses_naming "board/thing.hpp:2" "fmt/format.h"
tree "chat/thing.hpp" '"base/result.hpp"'
judge "H2: a folder that is not in the table is refused" refuses_naming "chat/thing.hpp" "chat"
tree "base/thing.hpp" '"base/result.hpp"'
rm "$scratch/server/base/thing.hpp"
judge "H2: a tree without files is not taken for a good one" refuses_naming "no file"

# The real build, told to build the smallest folder after somebody let the board know the room.
copy=$scratch/project
mkdir "$copy"
cp -r "$root"/{CMakeLists.txt,CMakePresets.json,cmake,config,server} "$copy"
mkdir -p "$copy/tests" "$copy/protocol"
cp -r "$root"/tests/{house,crowd,load} "$copy/tests"
cp -r "$root/protocol"/{CMakeLists.txt,generated,runtime} "$root/protocol"/*.{json,md} "$copy/protocol"
configure() {
    cmake -S "$copy" -B "$copy/build" -G Ninja -D CMAKE_BUILD_TYPE=Debug -D KOUDMEN_TESTS=OFF \
        ${KOUDMEN_BOOST:+-D KOUDMEN_BOOST="$KOUDMEN_BOOST"} >"$scratch/said" 2>&1
}
builds() { cmake --build "$copy/build" --target "$1" >"$scratch/said" 2>&1; }
build_fails_naming() {
    if builds "$1"; then return 1; fi
    grep -qF -- "$2" "$scratch/said" && grep -qF -- "$3" "$scratch/said"
}
judge "H3: the project can be configured" configure
judge "H3: the arrows of the real tree hold" builds koudmen_arrows
printf '\n#include "room/seat.hpp"\n' >>"$copy/server/board/decide.hpp"
judge "H3: a wrong include fails the build before anything is compiled" \
    build_fails_naming koudmen_base "board/decide.hpp" "room/seat.hpp"
judge "H3: nothing was compiled" bash -c "! find '$copy/build' -name '*.o' | grep -q ."

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
