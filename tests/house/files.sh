#!/usr/bin/env bash
# The map of all files in docs/HACKING.md: one line each, taken from the first sentence of the file's own
# comment. Fails when the map is stale or a file says nothing about itself; --write renews the map.
set -euo pipefail
: "${MUFAKAT_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
cd "$MUFAKAT_SRCDIR"
file=docs/HACKING.md
begin='<!-- map of files: begin -->'
end='<!-- map of files: end -->'

sources()
{
    find src db ui tests data .ci start check -type f \
        \( -name '*.[ch]' -o -name '*.def' -o -name '*.sql' -o -name '*.sh' -o -path '.ci/*' \
        -o -name start -o -name check -o -path 'data/*' -o -name 'arrows.txt' \) ! -name local.mk ! -name stmt_ids.h \
        ! -name stmt_schema.c | LC_ALL=C sort
}

# First sentence of the comment that a file begins with; nothing when there is none.
sentence()
{
    awk '
    /^#include "config.h"$/ || /^#!/ || /^[[:space:]]*$/ { if (!text) next }
    !text && !/^(\/\*|#|--|\.\\")/ { exit }
    /^\/\*/ { block = 1 }
    !block && !/^(#|--|\.\\")/ { exit }
    /^#[a-z]/ { exit }
    {
        line = $0
        closes = index(line, "*/")
        gsub(/^(\/\*+|[[:space:]]*\*\/?|#+|--|\.\\")[[:space:]]*|[[:space:]]*\*\/.*/, "", line)
        if (line != "") text = text (text ? " " : "") line
        if (block && closes) exit
    }
    END {
        if (match(text, /[.]( |$)/)) text = substr(text, 1, RSTART - 1)
        gsub(/\|/, "/", text)
        print text
    }' "$1"
}

# A .c file without a comment of its own belongs to the header whose name it begins with.
header_of()
{
    local stem=${1%.c} folder
    folder=$(dirname "$1")
    while :; do
        [ -f "$stem.h" ] && [ "$(dirname "$stem")" = "$folder" ] && { echo "$stem.h"; return; }
        case ${stem##*/} in *_*) stem=${stem%_*} ;; *) return ;; esac
    done
}

map()
{
    local room='' path words header
    while IFS= read -r path; do
        if [ "$(dirname "$path")" != "$room" ]; then
            room=$(dirname "$path")
            printf '\n**%s/**\n\n' "$room"
        fi
        words=$(sentence "$path")
        case $path in
        *.c)
            header=$(header_of "$path")
            [ -n "$words" ] || { [ "$header" = "${path%.c}.h" ] && continue; }
            [ -n "$words" ] || { [ -n "$header" ] && words="part of \`${header##*/}\`"; }
            case $path in tests/*/test_*) [ -n "$words" ] || words="tests of ${path##*/test_}" ;; esac
            ;;
        *.h) [ ! -f "${path%.h}.c" ] || path=${path%.h}.[ch] ;;
        *.json) words="the practice session" ;;
        *.csv) words="its list of invited people, as untidy as offices send it" ;;
        esac
        printf -- '- `%s` %s\n' "${path##*/}" "${words:-???}"
    done < <(sources)
}

renewed()
{
    sed "/$begin/q" "$file"
    map
    printf '\n'
    sed -n "/$end/,\$p" "$file"
}

if [ "${1:-}" = --write ]; then
    text=$(renewed)
    printf '%s\n' "$text" >"$file"
    grep -n '???' "$file" || true
    exit 0
fi
diff -u "$file" <(renewed) || { echo "docs/HACKING.md is stale: run tests/house/files.sh --write"; exit 1; }
! grep -n '???' "$file" || { echo "these files do not say what they are for"; exit 1; }
# Negative control: a file that the map leaves out is seen.
! diff -q <(sed '/^- `arena\.\[ch\]`/d' "$file") <(renewed) >/dev/null
