#!/usr/bin/env bash
# What goes wrong outside: files that are no sessions, damaged ones, full disks, closed pipes, odd surroundings. Each
# ends in a sentence and a code, nothing is half written, nothing is lost.
. "$(dirname "$0")/lib.sh"

# Commands that only read, and all that open a session.
readers='data periksa riwayat'

# refused FILE CODE...: every command that opens FILE fails in words and leaves its bytes alone.
refused()
{
    local file=$1 before after word
    before=$(sha256sum "$file" 2>/dev/null || true)
    for word in $readers kunci; do
        expect 1 "$word" "$file"
        one_sentence
        [ ! -s out ] || [ "$word" = periksa ] || die "$word printed something"
    done
    expect 1 salin "$file" copy.fkp
    one_sentence
    expect 1 ekspor "$file" --ke copy.pdf
    expect 1 hapus-data "$file" --orang x
    [ ! -e copy.fkp ] && [ ! -e copy.pdf ] || die "a copy of nothing"
    after=$(sha256sum "$file" 2>/dev/null || true)
    [ "$before" = "$after" ] || die "$file was changed"
}

test_missing_file() { refused tidak-ada.fkp; nothing_but; }
test_missing_folder()
{
    expect 1 baru tidak/ada/a.fkp
    one_sentence
    nothing_but
}
test_empty_file() { : >a.fkp; refused a.fkp; }
test_text_file() { echo "bukan sesi" >a.fkp; refused a.fkp; }
test_folder() { mkdir a.fkp; refused a.fkp; }
test_other_database()
{
    command -v sqlite3 >/dev/null || return 0
    sqlite3 a.fkp 'create table t(x)'
    refused a.fkp
}

test_newer_version()
{
    practice a.fkp
    printf '\0\0\003\350' | dd of=a.fkp bs=1 seek=60 conv=notrunc status=none # user_version 1000
    refused a.fkp
    says "lebih baru"
}

test_truncated_file()
{
    local size
    practice whole.fkp
    size=$(stat -c %s whole.fkp)
    for part in 10 99 100 1000 4096 $((size / 2)) $((size - 4096)); do
        head -c "$part" whole.fkp >a.fkp
        run periksa a.fkp
        [ "$code" = 1 ] || die "$part bytes of $size pass as whole"
        one_sentence
    done
}

# A flipped byte is found or does not matter; it never crashes and never makes another session of it.
test_bit_flips()
{
    local size at
    practice whole.fkp
    size=$(stat -c %s whole.fkp)
    for ((at = 17; at < size; at += size / 40)); do
        cp whole.fkp a.fkp
        printf '\xa5' | dd of=a.fkp bs=1 seek="$at" conv=notrunc status=none
        run periksa a.fkp
        [ "$code" -le 1 ] || die "flip at $at: $code"
        [ "$code" = 0 ] || one_sentence
        run data a.fkp
        [ "$code" -le 1 ] || die "flip at $at: $code"
    done
}

test_read_only_file_and_folder()
{
    practice a.fkp
    mkdir ro w
    chmod 777 w
    cp a.fkp ro/a.fkp
    chmod 444 ro/a.fkp
    chmod 555 ro
    as_nobody data "$PWD/ro/a.fkp"
    [ "$code" = 0 ] || die "a read-only session cannot be read: $code"
    local call
    for call in periksa riwayat "ekspor --ke $PWD/w/BA.txt" "ekspor --dokumen daftar-hadir --ke $PWD/w/DH.txt" "salin"; do
        # shellcheck disable=SC2086
        set -- $call
        local words=("$1" "$PWD/ro/a.fkp" "${@:2}")
        [ "$1" != salin ] || words+=("$PWD/w/salinan.fkp")
        as_nobody "${words[@]}"
        [ "$code" = 0 ] || die "$call of a read-only session: $code $(cat err)"
    done
    expect 0 periksa w/salinan.fkp
    as_nobody kunci "$PWD/ro/a.fkp" --ya
    [ "$code" = 1 ] || die "a read-only session was locked: $code"
    one_sentence
    as_nobody baru "$PWD/ro/b.fkp"
    [ "$code" = 1 ] || die "a file in a read-only folder: $code"
    one_sentence
    says "$PWD/ro/b.fkp tidak dapat ditulis" # not a name that nobody has typed
    cmp -s a.fkp ro/a.fkp
}

# As root nothing is read-only: then the program runs as another user.
as_nobody()
{
    code=0
    if [ "$(id -u)" = 0 ]; then
        chmod a+rx . ..
        cp "$MUFAKAT" ./mufakat-here 2>/dev/null || true
        setpriv --reuid=65534 --regid=65534 --clear-groups ./mufakat-here "$@" >out 2>err </dev/null || code=$?
    else
        "$MUFAKAT" "$@" >out 2>err </dev/null || code=$?
    fi
    no_crash
}

test_locked_by_another_program()
{
    command -v sqlite3 >/dev/null || return 0
    practice a.fkp
    mkfifo go
    sqlite3 a.fkp >/dev/null <go &
    local other=$!
    exec 7>go
    echo 'begin immediate; update session set note = note; select 1;' >&7
    sleep 0.3
    run kunci a.fkp --ya
    [ "$code" = 1 ] || die "locked while another program writes: $code"
    one_sentence
    expect 0 data a.fkp
    expect 0 salin a.fkp b.fkp
    exec 7>&-
    wait "$other"
    expect 0 periksa a.fkp
    expect 0 periksa b.fkp
}

test_closed_pipe()
{
    practice a.fkp
    code=0
    { "$MUFAKAT" data a.fkp 2>err || echo $? >code; } | head -1 >out
    code=$(cat code 2>/dev/null || echo 0)
    rm -f code
    [ "$code" = 1 ] || [ "$code" = 0 ] || die "closed pipe: $code"
    ("$MUFAKAT" data a.fkp 2>err || echo $? >code) | true
    code=$(cat code 2>/dev/null || echo 0)
    no_crash
    [ "$code" = 0 ] || one_sentence
}

test_full_device()
{
    practice a.fkp
    for word in data riwayat periksa kunci; do
        code=0
        "$MUFAKAT" "$word" a.fkp >/dev/full 2>err || code=$?
        no_crash
        [ "$code" = 1 ] || die "$word to a full device: $code"
        one_sentence
    done
    code=0
    "$MUFAKAT" --help >/dev/full 2>err || code=$?
    [ "$code" = 1 ] || die "--help to a full device: $code"
}

test_closed_standard_files()
{
    practice a.fkp
    code=0
    "$MUFAKAT" data a.fkp <&- >&- 2>err || code=$?
    no_crash
    [ "$code" = 1 ] || die "closed stdout: $code"
    code=0
    "$MUFAKAT" kunci a.fkp --ya <&- >&- 2>&- || code=$?
    : >err
    no_crash
    expect 0 periksa a.fkp
}

# The file size limit stands for a full disk: no half file stays behind.
test_file_size_limit()
{
    practice a.fkp
    local before limit left
    before=$(sha256sum <a.fkp)
    for words in "baru b.fkp --contoh" "salin a.fkp b.fkp" "ekspor a.fkp --ke b.pdf" "ekspor a.fkp --ke b.txt"; do
        code=0
        # shellcheck disable=SC2086
        (ulimit -f 4; "$MUFAKAT" $words >out 2>err </dev/null) || code=$?
        no_crash
        [ "$code" = 1 ] || die "'$words' at the size limit: $code"
        one_sentence
        [ ! -e b.fkp ] && [ ! -e b.pdf ] && [ ! -e b.txt ] || die "'$words' left a half file"
    done
    [ "$before" = "$(sha256sum <a.fkp)" ]
    # room for the log of a new session, not for the whole file
    for limit in 100 300 400 500 540; do
        code=0
        (ulimit -f "$limit"; "$MUFAKAT" baru b.fkp --contoh >out 2>err </dev/null) || code=$?
        no_crash
        [ "$code" = 1 ] || die "a new session of at most $limit kB: $code"
        one_sentence
        left=$(find . -mindepth 1 ! -name 'a.fkp*' ! -name out ! -name err)
        [ -z "$left" ] || die "at $limit kB a new session left $left"
    done
    expect 0 periksa a.fkp # a -wal that could not be tidied away may stay; it is part of the session
    rm -f a.fkp-wal a.fkp-shm
    nothing_but a.fkp
}

test_odd_surroundings()
{
    LC_ALL=C expect 0 baru a.fkp --tema "Téma ☐"
    LC_ALL=xx_YY.KOI expect 0 data a.fkp 2>/dev/null # bash itself complains
    prints "Téma ☐"
    env -i LC_ALL=C "$MUFAKAT" data a.fkp >plain 2>err
    cmp out plain
    TERM=does-not-exist expect 0 riwayat a.fkp
    prints "Téma ☐"
}

# --- what people put into names ---

evil=$'A\x1b[31mB\xe2\x80\xaeC\x07D\xff'

no_evil()
{
    ! grep -qaP '[\x00-\x08\x0b-\x1f\x7f]' "$1" || die "$1 holds a control character"
    ! grep -qaF $'\xe2\x80\xae' "$1" || die "$1 holds a bidi override"
    iconv -f UTF-8 -t UTF-8 "$1" >/dev/null || die "$1 is not UTF-8"
}

test_control_and_bidi_characters()
{
    expect 0 baru a.fkp --tema "$evil" --unit "$evil" --tempat "$evil"
    printf 'No;Nama;Jabatan;Instansi;Unsur\n1;%s;Ketua;%s;OMS\n' "$evil" "$evil" >people.csv
    expect 0 impor a.fkp people.csv --terapkan
    no_evil out
    for word in data riwayat kunci periksa; do
        run "$word" a.fkp
        no_evil out
        no_evil err
    done
    for words in "ekspor a.fkp --ke BA.txt" "ekspor a.fkp --dokumen daftar-hadir --ke H.txt"; do
        # shellcheck disable=SC2086
        expect 0 $words
    done
    no_evil BA.txt
    no_evil H.txt
    run data "$evil.fkp"
    no_evil err
    run "$evil"
    no_evil err
    run ekspor a.fkp --dokumen "$evil" --ke x.pdf
    no_evil err
    run hapus-data a.fkp --orang "$evil tidak"
    no_evil err
}

test_long_text()
{
    local long
    long=$(head -c 100000 /dev/zero | tr '\0' 'x')
    expect 1 baru a.fkp --tema "$long"
    one_sentence
    printf '{"session": {"theme": "T"}, "contributions": [{"kind": "usul", "text": "%s"}]}' "$long" >long.json
    run baru a.fkp --dari long.json
    if [ "$code" = 0 ]; then
        expect 0 data a.fkp
        grep -qE "x{30000}" out || die "the text was cut"
        expect 0 ekspor a.fkp --ke BA.txt
    else
        one_sentence
        [ ! -e a.fkp ]
    fi
}

test_bad_csv()
{
    expect 0 baru a.fkp
    : >empty.csv
    head -c 3000 /dev/urandom >noise.csv
    printf 'No;Nama\n1;"tidak ditutup\n' >quote.csv
    printf 'satu;dua\n' >no-header.csv
    for file in empty.csv noise.csv quote.csv no-header.csv missing.csv .; do
        expect 1 impor a.fkp "$file"
        one_sentence
        expect 1 impor a.fkp "$file" --terapkan
    done
}

test_bad_json()
{
    printf '{"session": {},\n "participants": [{"unsur": "siapa"}]}' >code.json
    printf '{"session": {}' >cut.json
    printf 'PK\003\004' >zip.json
    : >empty.json
    for file in code.json cut.json zip.json empty.json missing.json .; do
        expect 1 baru a.fkp --dari "$file"
        one_sentence
        [ ! -e a.fkp ] || die "$file made a session"
    done
    run baru a.fkp --dari code.json
    says "participants[1].unsur"
}

test_names_like_options()
{
    practice ./-a.fkp
    expect 0 data ./-a.fkp
    expect 0 data -- -a.fkp
    expect 0 salin -- -a.fkp -b.fkp
    [ -f ./-b.fkp ]
}

run_tests "$@"
