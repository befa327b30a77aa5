#!/usr/bin/env bash
# Negative control: the same inputs, through a variant whose word buffer overflows on purpose. The sanitizer has to
# find it, and in the right place; else the fuzz test proves nothing.
set -euo pipefail
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if "$MUFAKAT_BUILDDIR/tests/fuzz/fuzz_text_planted" 1500 1 list >"$log" 2>&1; then
    echo "the planted overflow was not found"
    exit 1
fi
grep -q 'AddressSanitizer: stack-buffer-overflow' "$log" && grep -q 'people_plain' "$log" || {
    echo "the variant failed, but not of the planted overflow:"
    tail -n 40 "$log"
    exit 1
}
grep -m1 'repeat with' "$log"
echo "the planted overflow was found"
