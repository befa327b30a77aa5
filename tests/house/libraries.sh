#!/usr/bin/env bash
# What the dynamic linker must find at every start: for the full-screen program that is curses, SQLite and the C library.
# A library more costs every start and every session's memory; the small ones are linked in (docs/decisions/0015).
set -euo pipefail
cd "$MUFAKAT_BUILDDIR"

needed()
{
    readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p' | grep -vE '^(libasan|libubsan|libgcc_s|libm)\.so' || true
}

# more PROGRAM ALLOWED: what it needs beyond that
more()
{
    needed "$1" | grep -vE "^($2)\.so" || true
}

if ! grep -q '^UUID_LIBS = -l:' Makefile; then
    echo "configured with --disable-static-parts, or the machine has no static forms"
    exit 77
fi
[ "$(needed mufakat | grep -c sqlite)" = 1 ] # the list is read at all
found=$(more mufakat 'libc|libncursesw|libtinfo|libsqlite3')
[ -z "$found" ] || { echo "mufakat also loads:"; echo "$found"; exit 1; }
# The press is started for every paper: what makes workbooks and joins PDFs is loaded by the bindery (decision 0017).
[ "$(needed mufakat-press | grep -c pango)" -gt 0 ]
[ -z "$(needed mufakat-press | grep -E 'libqpdf|libxlsxwriter|libstdc|libcrypto')" ]
# Negative controls: a program that loads more is seen.
[ "$(needed mufakat-bindery | grep -cE 'libqpdf|libxlsxwriter')" = 2 ]
[ -n "$(more mufakat-press 'libc|libncursesw|libtinfo|libsqlite3')" ]
