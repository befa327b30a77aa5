#!/usr/bin/env bash
# Every negative control still finds the line that it breaks: code that moved takes its control along.
set -euo pipefail
exec "$MUFAKAT_SRCDIR/tests/controls/run" --fits
