#!/usr/bin/env bash
# Fails when a file includes a header that arrows.txt does not allow. A planted wrong include must
# be found, else the test itself is broken.
set -euo pipefail
here=$MUFAKAT_SRCDIR/tests/house

# Prints one line per forbidden include under the folder $1.
forbidden()
{
    (cd "$1" && find src db ui tests -name '*.[ch]' | sort | xargs -r grep -Hno '^ *# *include *[<"][^>"]*' |
        awk -v table="$here/arrows.txt" '
        BEGIN {
            while ((getline line < table) > 0) {
                n = split(line, w, " ")
                if (w[1] == "room") { pattern[++rooms] = w[2]; name[rooms] = w[3] }
                if (w[1] == "may") for (i = 3; i <= n; i++) may[w[2], w[i]] = 1
                if (w[1] == "private") for (i = 3; i <= n; i++) { owned[w[2]] = 1; own[w[2], w[i]] = 1 }
                if (w[1] == "library") { lib[++libs] = w[2]; users[libs] = line }
            }
        }
        function room_of(path,  i) {
            for (i = 1; i <= rooms; i++) if (index(path, pattern[i]) == 1) return name[i]
            return "nowhere"
        }
        function library_allowed(path, header,  i, k, w, n) {
            for (i = 1; i <= libs; i++) if (index(header, lib[i])) {
                n = split(users[i], w, " ")
                for (k = 3; k <= n; k++) if (index(path, w[k]) == 1) return 1
                return 0
            }
            return 1
        }
        {
            split($0, part, ":"); path = part[1]
            quoted = ($0 ~ /include *"/); header = $0; sub(/.*[<"]/, "", header)
            if (!quoted) { if (!library_allowed(path, header)) print path ": <" header ">"; next }
            if (header == "config.h") next
            room = room_of(path); target = header; sub(/\/.*/, "", target)
            if (header !~ /\//) { print path ": \"" header "\" is not rooted"; next }
            if (!((room, target) in may) && !((room, header) in may)) print path ": \"" header "\""
            else if ((header in owned) && !((header, room) in own)) print path ": \"" header "\" is private"
        }')
}

planted=$(mktemp -d)
trap 'rm -rf "$planted"' EXIT
mkdir -p "$planted"/{src/base,src/cli,db,ui,tests}
printf '#include "app/app.h"\n' >"$planted/src/base/up.c"
printf '#include "db/store.h"\n' >"$planted/src/cli/db.c"
printf '#include <sqlite3.h>\n' >"$planted/ui/sql.c"
printf '#include "app/work.h"\n' >"$planted/ui/work.c"
printf '#  include <ncursesw/curses.h>\n' >"$planted/ui/canvas.c"
found=$(forbidden "$planted" | wc -l)
[ "$found" = 5 ] || { echo "only $found of 5 planted arrows were found"; exit 1; }

bad=$(forbidden "$MUFAKAT_SRCDIR")
[ -z "$bad" ] || { echo "includes that tests/house/arrows.txt does not allow:"; echo "$bad"; exit 1; }
