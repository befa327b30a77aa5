#!/usr/bin/env bash
# README.md names every package of .ci/packages and shows the dialog as it is, and no file carries a path of the machine it was
# written on.
set -euo pipefail
cd "$MUFAKAT_SRCDIR"

missing=''
while read -r name _; do
    case $name in '' | '#'*) continue ;; esac
    grep -qE "(^|[^a-z0-9.-])$name([^a-z0-9.-]|$)" README.md || missing="$missing $name"
done <.ci/packages
[ -z "$missing" ] || { echo "README.md does not name:$missing"; exit 1; }

# The picture is the one that the tests of the screen compare with.
sed -n '0,/^```$/d; /^```$/q; p' README.md | diff - tests/ui/golden/dialog-80x24-id.txt || {
    echo "README.md shows another dialog than tests/ui/golden/dialog-80x24-id.txt"
    exit 1
}

# A folder under / that no Debian base system has, or somebody's home.
paths='(^|[^A-Za-z0-9_./)-])/(wor[k]|root|home/[a-z]+|Users)/[A-Za-z0-9_/-]*'
# What a build inside the source tree leaves is no source.
found=$(grep -rnIE "$paths" src db ui tests data docs po README.md start check .ci configure.ac Makefile.am \
    --include='*' --exclude=packages.sh --exclude='*.gmo' --exclude='*.pot' \
    --exclude=Makefile --exclude=Makefile.in --exclude=POTFILES --exclude='*.log' --exclude='*.trs' --exclude-dir=.deps || true)
[ -z "$found" ] || { echo "paths of one machine:"; echo "$found"; exit 1; }
# Negative control: the pattern does see one.
echo 'x = "/home/siti/mufakat"' | grep -qE "$paths"
