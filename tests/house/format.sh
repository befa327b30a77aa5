#!/usr/bin/env bash
# Fails when the generated part of docs/FORMAT.md is not what the dictionary says now.
# `tests/house/format.sh --write` (from the build folder) puts the present tables in.
set -euo pipefail
: "${MUFAKAT_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}" "${MUFAKAT_BUILDDIR:=$PWD}"
file=$MUFAKAT_SRCDIR/docs/FORMAT.md
begin='<!-- generated from the dictionary: begin -->'
end='<!-- generated from the dictionary: end -->'

# The file with the present tables between the two marks.
renewed()
{
    sed "/$begin/q" "$file"
    "$MUFAKAT_BUILDDIR/tests/house/format_tables"
    sed -n "/$end/,\$p" "$file"
}

if [ "${1:-}" = --write ]; then
    text=$(renewed)
    printf '%s\n' "$text" >"$file"
    exit 0
fi
grep -qF "$begin" "$file" && grep -qF "$end" "$file"
[ "$(renewed | wc -l)" -gt 200 ] # the program did print tables
diff -u "$file" <(renewed) || {
    echo "docs/FORMAT.md is stale: run tests/house/format.sh --write in the build folder"
    exit 1
}
# Negative control: one changed row must be seen.
! diff -q <(sed 's/| `theme` | text |/| `theme` | integer |/' "$file") <(renewed) >/dev/null
