#!/usr/bin/env bash
# make bench-pack: the whole evidence pack of the practice session and of a large one with photographs, beside
# LibreOffice turning the same berita acara from DOCX into PDF (where it is installed). Medians of three rounds.
# Usage: pack.sh SRCDIR BUILDDIR [FOLDER]
set -euo pipefail
source=$(realpath "$1") build=$(realpath "$2")
folder=$(mktemp -d "${3:-$build}/bench-pack-XXXXXX")
trap 'rm -rf "$folder"' EXIT
export MUFAKAT_CONFIG_DIR=$folder MUFAKAT_DATA=$source/data
rounds=3

# measure COMMAND...: "ms ms MB" of the median round; each round starts without what the one before made.
measure()
{
    local i
    for ((i = 0; i < rounds; i++)); do
        rm -rf "$folder/target" && mkdir "$folder/target"
        "$build/tests/bench/peak" "$@"
    done | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

row()
{
    # shellcheck disable=SC2086
    set -- "$1" $2
    printf '%-48s %8s ms %8s ms %8s MB\n' "$@"
}

"$build/mufakat" baru "$folder/small.fkp" --contoh 2>/dev/null
"$build/tests/bench/pack_session" "$source/data/contoh.json" "$folder/words.fkp" 150 300 60 0
"$build/tests/bench/pack_session" "$source/data/contoh.json" "$folder/large.fkp" 150 300 60 40

echo "The evidence pack (time of the whole run, of the processors, memory of the largest process):"
for session in small words large; do
    case $session in
    small) what="practice session" ;;
    words) what="150 people, 300 inputs, 60 agreements" ;;
    large) what="the same with 40 photos ($(du -m "$folder/large.fkp" | cut -f1) MB)" ;;
    esac
    row "$what" "$(measure "$build/mufakat" paket "$folder/$session.fkp" "$folder/target")"
done
if command -v soffice >/dev/null; then
    for session in small words; do
        "$build/mufakat" ekspor "$folder/$session.fkp" --dokumen berita-acara --ke "$folder/$session.docx" 2>/dev/null
        row "LibreOffice: one DOCX of $session to PDF" "$(measure soffice "-env:UserInstallation=file://$folder/office" \
            --headless --convert-to pdf --outdir "$folder/target" "$folder/$session.docx")"
    done
else
    echo "LibreOffice is not installed: its rows were not measured."
fi
