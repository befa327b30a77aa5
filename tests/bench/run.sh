#!/usr/bin/env bash
# make bench: builds three sessions (practice, 100 and 10,000 inputs) in a folder on a real disk and prints the table.
# Usage: run.sh BUILDDIR [FOLDER [PART]]; `make bench PART=keys` prints one part.
set -euo pipefail
build=$(realpath "$1")
folder=$(mktemp -d "${2:-$build}/bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

# A session with this many inputs, as JSON for `baru --dari`.
inputs() {
    cat <<END
{"session": {"theme": "Uji kecepatan", "unit": "Dinas Contoh", "date": "2026-11-12", "zone": "wita", "place": "Aula",
  "current_agenda": "g1"},
 "agenda": [{"id": "g1", "ord": 1, "title": "Diskusi", "kind": "diskusi"}],
 "participants": [{"id": "p1", "number": 1, "name": "Warga Satu", "unsur": "pengguna", "role": "peserta",
  "attendance": "hadir"}],
 "contributions": [
END
    for ((i = 1; i <= $1; i++)); do
        [ "$i" -gt 1 ] && printf ',\n'
        printf '{"id": "c%d", "number": %d, "kind": "masukan", "speaker": "p1", "agenda": "g1", "at": "2026-11-12T09:%02d:%02d+08:00", "text": "Masukan nomor %d: antrean panjang dan kursi kurang"}' \
            "$i" "$i" $((i / 200)) $((i % 60)) "$i"
    done
    printf ']}\n'
}

mkdir "$folder/lib"
ldd "$build/mufakat" | grep -v 'libc\.so' | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p' | xargs -I{} cp -L {} "$folder/lib"

export MUFAKAT_CONFIG_DIR=$folder
"$build/mufakat" baru "$folder/small.fkp" --contoh >/dev/null
for n in 100 10000; do
    inputs "$n" >"$folder/$n.json"
    "$build/mufakat" baru "$folder/$n.fkp" --dari "$folder/$n.json" >/dev/null
done
"$build/tests/bench/bench" "$build" "$folder/small.fkp" "$folder/100.fkp" "$folder/10000.fkp" "$folder" ${3:+"$3"}
