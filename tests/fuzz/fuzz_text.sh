#!/usr/bin/env bash
# usage: fuzz_text.sh [ROUNDS]: many mutated inputs, three seeds; under ./check with sanitizers.
set -euo pipefail
rounds=${1:-2000}
for seed in 1 2 3; do
    "$MUFAKAT_BUILDDIR/tests/fuzz/fuzz_text" "$rounds" "$seed"
done
