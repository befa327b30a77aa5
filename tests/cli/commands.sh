#!/usr/bin/env bash
# Every sub-command: what it does, its English name, its options, its exit codes.
. "$(dirname "$0")/lib.sh"

commands='baru impor ekspor paket data kunci periksa riwayat salin hapus-data layar'
english='new import export pack data lock verify history copy erase screen'

test_help_names_every_command()
{
    local word
    expect 0 --help
    for word in $commands $english; do prints "$word"; done
    for word in $commands $english; do
        expect 0 "$word" --help
        prints "Cara pakai: mufakat"
        [ ! -s err ]
    done
    for word in $commands; do
        run "$word" --help
        if grep -qx "Nama lain:  $word" out; then die "$word is its own other name"; fi
    done
    expect 0 --version
    grep -qE '^mufakat [0-9]+\.[0-9]+' out
}

test_man_page_and_completion_know_every_command_and_option()
{
    local word option
    for word in $commands; do
        grep -q "mufakat ${word//-/\\\\-}" "$MUFAKAT_SRCDIR/docs/mufakat.1" || die "man page: $word"
        grep -qw -- "$word" "$MUFAKAT_SRCDIR/data/mufakat.bash" || die "completion: $word"
        run "$word" --help
        for option in $(grep -o '^  --[a-z-]*' out); do
            grep -qw -- "${option//-/\\\\-}" "$MUFAKAT_SRCDIR/docs/mufakat.1" || die "man page: $word $option"
        done
        for option in $(sed -n 's/^  --.*(\(--[a-z-]*\))$/\1/p' out); do
            grep -qw -- "${option//-/\\\\-}" "$MUFAKAT_SRCDIR/docs/mufakat.1" || die "man page: $word $option"
        done
    done
    # the full screen reads its own; both names of each
    grep -oE '\{?"--[a-z-]+", "--[a-z-]+"' "$MUFAKAT_SRCDIR/ui/start.c" | grep -oE -- '--[a-z-]+' | sort -u >options
    [ "$(wc -l <options)" -ge 10 ] || die "options of the full screen: $(cat options)"
    while read -r option; do
        grep -qw -- "${option//-/\\\\-}" "$MUFAKAT_SRCDIR/docs/mufakat.1" || die "man page: $option"
        grep -qw -- "$option" "$MUFAKAT_SRCDIR/data/mufakat.bash" || die "completion: $option"
    done <options
    for word in $english; do grep -qw -- "$word" "$MUFAKAT_SRCDIR/data/mufakat.bash"; done
}

# complete WORDS...: what the completion offers for the last word.
complete_words()
{
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    set +e # as in the shell where somebody presses Tab
    _mufakat
    set -e
    printf '%s\n' "${COMPREPLY[@]}" >out
}

test_completion_offers_commands_files_and_options()
{
    : >err
    # shellcheck disable=SC1091
    . "$MUFAKAT_SRCDIR/data/mufakat.bash"
    : >sesi.fkp
    complete_words "$MUFAKAT" ""
    prints hapus-data
    prints sesi.fkp
    complete_words "$MUFAKAT" ekspor sesi.fkp --pub
    prints --publikasi
    complete_words "$MUFAKAT" ekspor sesi.fkp --dokumen d
    prints daftar-hadir
    ! grep -q berita out || die "offers what does not fit"
    complete_words "$MUFAKAT" ekspor sesi.fkp --dokumen rekap --ke r
    [ "$(sort out | tr '\n' ' ')" = "rekap.csv rekap.xlsx " ] || die "forms of rekap: $(cat out)"
    complete_words "$MUFAKAT" ekspor sesi.fkp --dokumen notula --ke notula.d
    prints notula.docx
    complete_words "$MUFAKAT" --tema m
    prints mono
    complete_words "$MUFAKAT" --ascii ses
    prints sesi.fkp
}

# A line of text that begins with a dot is taken for a macro, and is lost.
test_man_page_has_no_line_that_is_lost()
{
    local page=$MUFAKAT_SRCDIR/docs/mufakat.1
    ! grep -nE '^\.' "$page" | grep -vE ':\.(TH|SH|TP|PP|B|BR|RB|RI|IR|BI|I|br|nf|fi)( |$)' || die "man page"
    if command -v man >/dev/null; then
        MANWIDTH=80 man --warnings -l "$page" >/dev/null 2>err || die "man page: $(cat err)"
        [ ! -s err ] || die "man page: $(cat err)"
        : >err
    fi
}

# Built in a folder of its own, or inside the source tree, the program finds its data without being told where.
test_practice_is_found_beside_a_program_that_was_not_installed()
{
    mkdir -p data build
    cp "$MUFAKAT_SRCDIR/data/contoh.json" data
    cp "$MUFAKAT" build/mufakat
    cp "$MUFAKAT" .
    unset MUFAKAT_DATA
    ./build/mufakat baru a.fkp --contoh >out 2>err || die "built beside the sources: $(cat err)"
    ./mufakat baru b.fkp --contoh >out 2>err || die "built inside the sources: $(cat err)"
}

test_help_is_english_on_request()
{
    MUFAKAT_LANG=en expect 0 ekspor --help
    prints "Usage: mufakat"
}

test_wrong_use_is_code_2()
{
    local word
    for word in $commands $english; do
        expect 2 "$word"
        says "--help"
        expect 2 "$word" a.fkp b c d e
        expect 2 "$word" a.fkp --tidak-ada
        says "--tidak-ada"
    done
    expect 2 perikas x
    says "perikas"
    expect 2 ekspor a.fkp --tidak-ada
    says "pilihan --tidak-ada tidak dikenal"
    expect 2 ekspor a.fkp --draf -xy # the letter is wrong, not the word before it
    says "pilihan -x tidak dikenal"
    expect 2 salin a.fkp b.fkp --timpa=x
    says "pilihan --timpa=x tidak memakai nilai"
    expect 2 baru a.fkp --tema
    says "--tema"
    expect 2 baru a.fkp --tanggal 2026-02-30
    expect 2 baru a.fkp --mulai 25.99
    expect 2 baru a.fkp --zona UTC
    expect 2 baru a.fkp --contoh --tema x
    expect 2 baru a.fkp --contoh --dari x.json
    expect 2 ekspor a.fkp
    expect 2 ekspor a.fkp --dokumen sertifikat --ke a.pdf
    expect 2 hapus-data a.fkp
    nothing_but
}

test_new_keeps_what_was_given()
{
    expect 0 baru a.fkp --tema 'Tema "satu"' --unit Unit --instansi Dinas --tanggal 2026-11-12 \
        --mulai 08.30 --tempat Aula --zona WITA
    expect 0 data a.fkp
    for want in '"theme": "Tema \"satu\""' '"unit": "Unit"' '"institution": "Dinas"' '"date": "2026-11-12"' \
        '"start_time": "08:30"' '"place": "Aula"' '"zone": "wita"'; do
        prints "$want"
    done
    nothing_but a.fkp
}

test_new_never_replaces_a_file()
{
    echo precious >a.fkp
    expect 1 baru a.fkp
    one_sentence
    expect 1 new a.fkp --practice
    [ "$(cat a.fkp)" = precious ]
    nothing_but a.fkp
}

test_practice_session_has_the_figures_of_the_day()
{
    practice a.fkp
    expect 0 data a.fkp
    for want in '"present": 24' '"inputs": 14' '"agreements": 6' '"objections": 1' '"parked": 2' '"copies": 3' \
        '"unsur_present": 5' 'Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam'; do
        prints "$want"
    done
    expect 0 periksa a.fkp
}

# Everything but log, locks, drafts comes back from the JSON.
same_session()
{
    local file
    for file in "$1" "$2"; do
        sed -n '/^  "session"/,/^  "locks"/p' "$file" >"$file.part"
        [ "$(wc -l <"$file.part")" -gt 20 ]
    done
    diff "$1.part" "$2.part" | head -20
    cmp -s "$1.part" "$2.part"
}

test_data_reads_back_to_an_equal_session()
{
    practice a.fkp
    expect 0 data a.fkp
    mv out a.json
    expect 0 baru b.fkp --dari a.json
    expect 0 data b.fkp
    mv out b.json
    same_session a.json b.json
    expect 0 periksa b.fkp
}

test_data_is_json_with_a_log()
{
    practice a.fkp
    expect 0 data a.fkp
    for want in '"writers"' '"groups"' '"changes"' '"chain"' '"import_session"'; do prints "$want"; done
}

invitations()
{
    printf '%s\n' 'DAFTAR UNDANGAN' '' 'No;Nama;Jabatan;Instansi;Unsur;No HP' \
        '1;Siti Aminah;Ketua;PKK Desa Asri;OMS;0812-0000-0101' \
        '2;Budi Santoso;Warga;Desa Asri;Pengguna;0812-0000-0102'
}

test_import_shows_first_and_applies_once()
{
    expect 0 baru a.fkp
    invitations >people.csv
    expect 0 impor a.fkp people.csv
    prints "Siti Aminah"
    says "--terapkan"
    expect 0 data a.fkp
    ! grep -q Aminah out || die "applied without --terapkan"
    expect 0 impor a.fkp people.csv --terapkan
    expect 0 data a.fkp
    prints "Siti Aminah"
    cp out once.json
    expect 0 import a.fkp people.csv --apply
    says "Sesi tidak diubah."
    expect 0 data a.fkp
    same_session out once.json
}

test_export_writes_pdf_and_text()
{
    practice a.fkp
    expect 0 ekspor a.fkp --dokumen berita-acara --ke BA.pdf
    head -c 5 BA.pdf | grep -q %PDF-
    expect 0 ekspor a.fkp --ke BA.docx
    head -c 2 BA.docx | grep -q PK
    expect 0 ekspor a.fkp --dokumen berita-acara --ke BA.txt
    grep -q "BERITA ACARA" BA.txt
    expect 0 export a.fkp --document daftar-hadir --to hadir.txt
    grep -q "Sutrisno" hadir.txt
    expect 0 ekspor a.fkp --dokumen daftar-hadir --ke umum.txt --publikasi
    ! grep -q "0812" umum.txt || die "a phone number in a public document"
    mkdir ke
    expect 0 ekspor a.fkp --ke ke
    expect 0 ekspor a.fkp --ke ke/ --dokumen notula --publikasi
    expect 0 ekspor a.fkp --ke ke --dokumen peserta
    expect 0 ekspor a.fkp --ke ke --dokumen halaman-publik
    expect 2 ekspor a.fkp --ke ke --dokumen sertifikat
    local day=2026-11-12-disdukcapil
    [ "$(echo ke/*)" = "ke/$day-berita-acara-draf.pdf ke/$day-halaman-publik.html ke/$day-notula-publikasi.pdf ke/$day-peserta.xlsx" ] ||
        die "names in a folder: $(echo ke/*)"
    rm -r ke
    expect 2 ekspor a.fkp --ke BA.odt
    says ".pdf"
    expect 2 ekspor a.fkp --dokumen peserta --ke BA.pdf
    says ".xlsx, .csv"
    expect 1 ekspor a.fkp --ke tidak/ada/BA.pdf
    one_sentence
    nothing_but BA.docx BA.pdf BA.txt a.fkp hadir.txt umum.txt
}

test_export_names_the_program_that_is_missing()
{
    practice a.fkp
    MUFAKAT_PRESS=/tidak/ada expect 1 ekspor a.fkp --dokumen berita-acara --ke ba.pdf
    says "(mufakat-press)"
    MUFAKAT_PRESS=/tidak/ada expect 1 ekspor a.fkp --dokumen peserta --ke peserta.xlsx
    says "(mufakat-bindery)"
    nothing_but a.fkp
}

test_export_prints()
{
    practice a.fkp
    mkdir bin
    printf '#!/bin/sh\necho "$*" >%s/said\n' "$PWD" >bin/lp
    chmod +x bin/lp
    PATH=$PWD/bin:$PATH expect 0 ekspor a.fkp --dokumen notula --cetak 2 --publikasi
    says "2 rangkap"
    grep -q -- '-n 2' said || die "lp was given: $(cat said)"
    printf '#!/bin/sh\necho "lp: no default destination." >&2\nexit 1\n' >bin/lp
    PATH=$PWD/bin:$PATH expect 1 ekspor a.fkp --cetak 1
    says "naskah ini: lp: no default destination. Periksa"
    printf '#!/bin/sh\nexit 1\n' >bin/lp
    PATH=$PWD/bin:$PATH expect 1 ekspor a.fkp --cetak 1
    says "lp tidak menyebut sebabnya"
    expect 2 ekspor a.fkp --cetak 0
    expect 2 ekspor a.fkp --cetak 100
    expect 2 ekspor a.fkp --cetak 2x
    expect 2 ekspor a.fkp --cetak 4294967298
    expect 2 ekspor a.fkp --cetak 1 --ke a.pdf
    expect 2 ekspor a.fkp --cetak 1 --dokumen peserta
    rm -r bin said
    nothing_but a.fkp
}

test_export_writes_sheets_and_data()
{
    practice a.fkp
    expect 0 ekspor a.fkp --dokumen peserta --ke peserta.xlsx
    head -c 2 peserta.xlsx | grep -q PK
    expect 0 ekspor a.fkp --dokumen peserta --ke peserta.csv
    head -c 3 peserta.csv | grep -q $'\xef\xbb\xbf'
    grep -q $';0812-0000-0007;.*\r$' peserta.csv
    expect 0 ekspor a.fkp --dokumen peserta --ke polos.csv --csv polos
    grep -q '^7,Sutrisno,L,Warga,Desa Karang Jati,' polos.csv
    expect 2 ekspor a.fkp --ke x.csv --csv lain
    says "polos"
    expect 0 ekspor a.fkp --ke rekap.csv --csv polos
    grep -qx 'Kehadiran,Seluruh peserta hadir,13,11,0,24' rekap.csv
    expect 0 ekspor a.fkp --ke sesi.json
    grep -q '"phone": "+6281200000007"' sesi.json
    expect 0 ekspor a.fkp --ke umum.json --publikasi
    ! grep -q '62812' umum.json || die "a phone number in public data"
    expect 0 baru b.fkp --dari sesi.json
    nothing_but a.fkp b.fkp peserta.csv peserta.xlsx polos.csv rekap.csv sesi.json umum.json
}

test_export_writes_pages_and_calendars()
{
    practice a.fkp
    expect 0 ekspor a.fkp --ke umum.html
    grep -q '<h1>Hasil Forum Konsultasi Publik</h1>' umum.html
    grep -q '<dd>24 orang dari 6 unsur</dd>' umum.html
    ! grep -qE 'Sutrisno|0812' umum.html || die "a person on the public page"
    expect 0 ekspor a.fkp --dokumen daftar-hadir --ke hadir.html
    grep -q 'Sutrisno' hadir.html
    expect 0 ekspor a.fkp --ke BA.md
    grep -qx '# BERITA ACARA' BA.md
    expect 0 ekspor a.fkp --ke tenggat.ics
    [ "$(grep -c '^BEGIN:VEVENT' tenggat.ics)" = 9 ] || die "not six limits, two promises, one report"
    expect 0 ekspor a.fkp --ke kedua.ics
    cmp tenggat.ics kedua.ics
    expect 0 kunci a.fkp --ya
    expect 0 ekspor a.fkp --ke umum.html
    grep -qF "Sidik: $(grep -oE '[0-9A-Z]{4}(-[0-9A-Z]{4}){4}' out | head -1)" umum.html
    ! grep -q 'DRAF' umum.html || die "a locked page is called a draft"
    nothing_but BA.md a.fkp hadir.html kedua.ics tenggat.ics umum.html
}

fingerprint() { grep -oE '[0-9A-Z]{4}(-[0-9A-Z]{4}){4}' out | head -1; }

test_lock_asks_then_locks_and_paper_is_known()
{
    local first
    practice a.fkp
    expect 0 kunci a.fkp
    expect 0 data a.fkp
    prints '"locks": []'
    expect 0 kunci a.fkp --ya
    first=$(fingerprint)
    [ -n "$first" ] || die "no fingerprint"
    expect 0 periksa a.fkp "$first"
    expect 0 verify a.fkp "$(echo "$first" | tr 'A-Z-' 'a-z ')"
    expect 1 periksa a.fkp AAAA-AAAA-AAAA-AAAA-AAAA
    expect 0 ekspor a.fkp --ke BA.txt
    grep -qF "$first" BA.txt
    expect 3 kunci a.fkp --ya
    one_sentence
}

test_lock_wants_a_reason_when_something_is_missing()
{
    expect 0 baru a.fkp --tema Tema
    expect 3 kunci a.fkp
    expect 3 kunci a.fkp --ya
    says "--alasan"
    expect 0 kunci a.fkp --ya --alasan "uji coba"
    expect 0 riwayat a.fkp
    prints "uji coba"
    expect 0 ekspor a.fkp --ke BA.txt
    ! grep -q "uji coba" BA.txt
}

test_history_tells_who_and_what()
{
    expect 0 baru a.fkp --tema "Tema riwayat"
    expect 0 riwayat a.fkp
    prints "Tema riwayat"
    prints "Tema: - -> Tema riwayat"
}

test_history_names_what_a_reference_points_at()
{
    practice a.fkp
    expect 0 riwayat a.fkp
    prints "Pembicara: - -> 16 Ferdinandus Lebu"
    ! grep -q "Pembicara: - -> Peserta$" out
}

test_log_tells_who_made_a_group_and_of_which()
{
    expect 0 baru a.fkp
    expect 0 data a.fkp
    local writer
    writer=$(grep -A2 '"writers"' out | grep '"id"')
    grep -A3 '"groups"' out | grep -qF "${writer/id/writer}"
    grep -A6 '"groups"' out | grep -qF '"of": null'
}

test_copy_is_whole_and_plain()
{
    practice a.fkp
    mkdir stick
    expect 0 salin a.fkp stick/b.fkp
    expect 0 periksa stick/b.fkp
    [ "$(ls stick)" = b.fkp ]
    expect 1 salin a.fkp stick/b.fkp
    one_sentence
    says "--timpa"
    expect 0 copy a.fkp stick/b.fkp --replace
    expect 0 data a.fkp
    mv out a.json
    expect 0 data stick/b.fkp
    cmp a.json out
    expect 1 salin a.fkp a.fkp --timpa
    expect 0 periksa a.fkp
}

test_copy_brings_the_papers_along()
{
    practice a.fkp
    mkdir stick
    expect 0 salin a.fkp stick --kertas
    [ "$(ls stick | grep -c 'pdf$')" = 2 ]
    expect 0 periksa stick/a.fkp
    expect 0 salin a.fkp stick --timpa --kemajuan
    prints "maju 1 0"
    prints "jadi "
}

test_erase_takes_the_name_out_of_the_file()
{
    practice a.fkp
    expect 0 kunci a.fkp --ya
    local mark
    mark=$(fingerprint)
    grep -aq Naisoko a.fkp
    expect 0 hapus-data a.fkp --orang "Maria Goreti Naisoko"
    ! grep -aq Naisoko a.fkp || die "the name is still in the file"
    ! grep -aq 81200000008 a.fkp || die "the number is still in the file"
    expect 0 periksa a.fkp
    expect 0 periksa a.fkp "$mark"
    expect 1 hapus-data a.fkp --orang "Tidak Ada Orangnya"
    one_sentence
}

test_erase_does_nothing_when_the_name_fits_several()
{
    practice a.fkp
    expect 0 data a.fkp
    mv out before.json
    expect 1 hapus-data a.fkp --orang ar
    [ "$(wc -l <err)" -gt 2 ] || die "the choices are not listed"
    expect 0 data a.fkp
    same_session before.json out
}

test_erase_is_never_content_with_a_part_of_a_name()
{
    practice a.fkp
    expect 1 hapus-data a.fkp --orang Naisoko
    grep -q "Maria Goreti Naisoko" err || die "the one who was found is not named"
    grep -aq Naisoko a.fkp || die "erased for a part of a name"
    expect 0 hapus-data a.fkp --orang "maria goreti naisoko"
    ! grep -aq Naisoko a.fkp || die "the whole name in small letters was not enough"
}

run_tests "$@"
