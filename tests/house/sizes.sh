#!/usr/bin/env bash
# Files and functions stay small enough to be read: no file over 600 lines, no function over 70, nine of ten
# functions within 40. Prints the largest ones.
set -euo pipefail
cd "$MUFAKAT_SRCDIR"

# "lines file name" for each function, in the house's format: its braces stand alone in the first column.
functions()
{
    find "$@" -name '*.c' | LC_ALL=C sort | xargs awk '
        FNR == 1 { inside = 0 }
        /^[a-z].*\(/ && !/;$/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
        /^\{/ { inside = FNR }
        /^\}/ { if (inside) print FNR - inside + 1, FILENAME, name; inside = 0 }'
}

long_files=$(find src db ui tests -name '*.[ch]' | xargs wc -l | awk '$2 != "total" && $1 > 600')
found=$(functions src db ui)
[ "$(echo "$found" | wc -l)" -gt 500 ] # the functions were found
long=$(echo "$found" | awk '$1 > 70')
share=$(echo "$found" | awk '{ n++; if ($1 <= 40) small++ } END { print int(100 * small / n) }')
echo "largest functions:"
echo "$found" | sort -rn | sed -n 1,5p
echo "$share of 100 functions within 40 lines"
[ -z "$long_files" ] || { echo "files over 600 lines:"; echo "$long_files"; exit 1; }
[ -z "$long" ] || { echo "functions over 70 lines:"; echo "$long"; exit 1; }
[ "$share" -ge 90 ]
# Negative control: a long function is seen.
planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT
{ printf 'int f(void)\n{\n'; printf '    g();\n%.0s' {1..80}; echo '}'; } >"$planted/long.c"
[ "$(functions "$planted" | awk '$1 > 70' | wc -l)" = 1 ]
