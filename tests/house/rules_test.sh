#!/usr/bin/env bash
# H1: a generated file that is stale is named. H4: every rule of docs/RULES.md has a test that carries its
# number, and every number that a test carries is a rule's.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
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
    fi
}

mkdir -p "$scratch/client-web/src"
cp -r "$root/protocol" "$scratch"
cp -r "$root/client-web/src/protocol" "$scratch/client-web/src"
generate() { node "$scratch/protocol/generate.mjs" "$@" >"$scratch/said" 2>&1; }
refuses_only() { ! generate --check && [ "$(grep -c 'is stale' "$scratch/said")" -eq 1 ] && grep -qF "$1 is stale" "$scratch/said"; }
judge "H1: what is committed is what the generator writes" generate --check
for file in protocol/generated/protocol/{messages.hpp,messages.cpp,every_message.hpp} \
    client-web/src/protocol/messages.ts; do
    echo '// By hand.' >>"$scratch/$file"
    judge "H1: $file, changed by hand, is named" refuses_only "$file"
    generate
done
sed -i 's/"const": 2000/"const": 1999/' "$scratch/protocol/koudmen.schema.json"
judge "H1: a schema that is ahead of its files is refused" bash -c "! node '$scratch/protocol/generate.mjs' --check 2>/dev/null"

# The numbers of the rules, and those at the start of a test's name.
sort -u >"$scratch/rules" < <(sed -nE 's/^- \*\*([A-Z]+[0-9]+)\*\*.*/\1/p' "$root/docs/RULES.md")
git -C "$root" ls-files -z --cached --others --exclude-standard \
    'tests/*_test.cpp' 'tests/house/*.sh' 'tests/replay/*.ts' 'tests/conformance/*.ts' 'tests/crash/*.ts' \
    'client-web/*.test.ts' 'client-web/e2e/*.ts' |
    (cd "$root" && xargs -0 grep -ohE "[\"'\`]([A-Z]+[0-9]+)(, [A-Z]+[0-9]+)*: ") |
    grep -oE '[A-Z]+[0-9]+' | sort -u >"$scratch/tested"
while read -r rule; do
    judge "H4: the rule $rule has no test" grep -qx "$rule" "$scratch/tested"
done <"$scratch/rules"
while read -r number; do
    judge "H4: a test carries $number, which is no rule" grep -qx "$number" "$scratch/rules"
done <"$scratch/tested"
judge "H4: there are rules" [ -s "$scratch/rules" ]

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
