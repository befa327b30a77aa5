#!/usr/bin/env bash
# Every marked string has an English translation that fits its format; --list prints those that have none, --left-over the
# translations of strings that are gone.
set -euo pipefail
: "${MUFAKAT_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
cd "$MUFAKAT_SRCDIR"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# untranslated CATALOGUE: marked strings of the sources that it does not have.
untranslated()
{
    msgmerge -q --no-fuzzy-matching "$1" "$work/all.pot" -o "$work/merged.po"
    msgattrib --untranslated --no-obsolete --no-wrap "$work/merged.po" | sed -n 's/^msgid "\(.\+\)"$/\1/p'
}

# left_over CATALOGUE: its entries that no source has any more.
left_over()
{
    msgmerge -q --no-fuzzy-matching --no-wrap "$1" "$work/all.pot" -o "$work/merged.po"
    sed -n 's/^#~ msgid "\(.\+\)"$/\1/p' "$work/merged.po"
}

find src ui db -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort >"$work/files"
xgettext -L C --keyword=_ --keyword=N_ --keyword=NC_:1c,2 --from-code=UTF-8 --no-location -f "$work/files" -o "$work/all.pot"
[ "$(grep -c '^msgid' "$work/all.pot")" -gt 500 ]
msgfmt -c -o /dev/null po/en.po

missing=$(untranslated po/en.po)
[ "${1:-}" != --list ] || { echo "$missing"; exit 0; }
[ "${1:-}" != --left-over ] || { left_over po/en.po; exit 0; }

# Negative controls: a catalogue without its last entry is caught, one with an entry too many is told.
last=$(grep -n '^msgid' po/en.po | tail -1 | cut -d: -f1)
head -n $((last - 1)) po/en.po | sed '$ { /^#,/d }' >"$work/short.po"
[ -n "$(untranslated "$work/short.po")" ] || { echo "a missing translation was not seen"; exit 1; }

{ cat po/en.po; printf '\nmsgid "tidak dipakai lagi"\nmsgstr "not used any more"\n'; } >"$work/long.po"
[ "$(left_over "$work/long.po" | tail -1)" = "tidak dipakai lagi" ] || { echo "an entry too many was not seen"; exit 1; }

listed=$(grep -v '^#' po/POTFILES.in | LC_ALL=C sort)
marked=$(grep -lE '\b_\("|NC?_\("' $(cat "$work/files") | LC_ALL=C sort)
absent=$(comm -13 <(echo "$listed") <(echo "$marked"))
[ -z "$missing" ] || { echo "not in po/en.po:"; echo "$missing"; exit 1; }
[ -z "$absent" ] || { echo "not in po/POTFILES.in:"; echo "$absent"; exit 1; }
