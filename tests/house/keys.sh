#!/usr/bin/env bash
# Fails when docs/KEYS.md is not what the key tables say now; --write (from the build folder) renews it.
set -euo pipefail
: "${MUFAKAT_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}" "${MUFAKAT_BUILDDIR:=$PWD}"
file=$MUFAKAT_SRCDIR/docs/KEYS.md
keys=$("$MUFAKAT_BUILDDIR/tests/house/keys_doc")

if [ "${1:-}" = --write ]; then
    printf '%s\n' "$keys" >"$file"
    exit 0
fi
[ "$(printf '%s\n' "$keys" | grep -c '^|')" -gt 100 ] # the program did print tables
# Negative control: one changed row is seen.
! diff -q <(printf '%s\n' "$keys" | sed 's/| Ctrl-Z |/| Ctrl-X |/') <(printf '%s\n' "$keys") >/dev/null
# While several people add keys at once, only ./check compares the page.
[ -n "${MUFAKAT_LONG:-}" ] || exit 77
diff -u "$file" <(printf '%s\n' "$keys") || { echo "docs/KEYS.md is stale: run tests/house/keys.sh --write"; exit 1; }
