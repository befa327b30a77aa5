#!/usr/bin/env bash
# The evidence pack by command: what lies where, what sha256sum says, how it is stopped, what is refused.
. "$(dirname "$0")/lib.sh"

test_pack_is_a_folder_that_sha256sum_can_check()
{
    practice a.fkp
    mkdir target
    expect 0 paket a.fkp target
    says "Paket tersimpan di"
    nothing_but a.fkp target
    cd target/2026-11-12-disdukcapil-paket-bukti || die "no folder of that name"
    [ "$(echo *)" = "1-unggah 2-arsip 3-publikasi MANIFEST" ] || die "in the pack: $(echo *)"
    sha256sum --strict --quiet -c MANIFEST >../../out 2>../../err || die "sha256sum does not agree"
    [ "$(find . -type f | wc -l)" = "$(($(grep -c '^[0-9a-f]' MANIFEST) + 1))" ] || die "MANIFEST is not complete"
    [ "$(find 1-unggah -type f | wc -l)" = 5 ]
    # Negative control: a changed byte is seen.
    echo >>2-arsip/2026-11-12-disdukcapil-rekap.csv
    ! sha256sum --status -c MANIFEST || die "a changed file was not seen"
}

test_pack_holds_a_session_that_opens()
{
    practice a.fkp
    mkdir target
    expect 0 pack a.fkp target
    expect 0 periksa target/*/2-arsip/*-sesi.fkp
    expect 0 data target/*/2-arsip/*-sesi.fkp
    prints '"present": 24'
}

test_public_pack_is_all_that_public_gives()
{
    practice a.fkp
    mkdir target
    expect 0 paket a.fkp target --publikasi --zip
    [ "$(ls target)" = 2026-11-12-disdukcapil-paket-publikasi.zip ] || die "$(ls target)"
    expect 0 paket a.fkp target --public
    [ "$(ls target/2026-11-12-disdukcapil-paket-publikasi | tr '\n' ' ')" = "3-publikasi MANIFEST " ]
}

test_pack_never_replaces_one()
{
    practice a.fkp
    mkdir target
    expect 0 paket a.fkp target --publikasi
    expect 0 paket a.fkp target --publikasi
    diff -r target/2026-11-12-disdukcapil-paket-publikasi target/2026-11-12-disdukcapil-paket-publikasi-2 ||
        die "the same session gave other bytes"
}

test_pack_refuses_in_words()
{
    practice a.fkp
    expect 2 paket a.fkp . --batas lima
    says lima
    expect 2 paket a.fkp . --batas 5x
    expect 1 paket a.fkp tidak-ada
    one_sentence
    expect 1 paket a.fkp a.fkp
    one_sentence
    expect 1 paket tidak-ada.fkp .
    MUFAKAT_PRESS=/tidak/ada expect 1 paket a.fkp .
    one_sentence
    nothing_but a.fkp
}

# Starts a pack whose presses wait until they are stopped.
start_waiting()
{
    printf '#!/bin/sh\necho $$ >>%s/press.pid\nexec sleep 30\n' "$PWD" >waits
    chmod +x waits
    MUFAKAT_PRESS=$PWD/waits "$MUFAKAT" paket a.fkp target "$@" >out 2>err <life &
    started=$!
    exec 9>life
    for _ in $(seq 200); do [ ! -s press.pid ] || break; sleep 0.05; done
    [ -s press.pid ] || die "the press was not started"
}

ended() { code=0; wait "$started" || code=$?; [ "$code" = 1 ] || die "ended with $code"; }

test_pack_stopped_by_a_key_leaves_nothing()
{
    practice a.fkp
    mkdir target
    mkfifo life
    start_waiting
    kill -TERM "$started" # as Ctrl-C; a shell without a terminal keeps INT from its children
    ended
    one_sentence
    [ -z "$(ls -A target)" ] || die "left: $(ls -A target)"
    while read -r pid; do ! kill -0 "$pid" 2>/dev/null || die "a press still runs"; done <press.pid
}

test_pack_that_was_killed_is_taken_away_by_the_next_start_with_the_session()
{
    practice a.fkp
    mkdir target
    mkfifo life
    start_waiting
    expect 0 data a.fkp # another program with the session leaves the pack alone that is being made
    [ -n "$(ls -d target/.mufakat-paket-*)" ]
    kill -KILL "$started"
    wait "$started" || :
    while read -r pid; do kill -KILL "$pid" || :; done <press.pid
    [ -n "$(ls -d target/.mufakat-paket-*)" ] || die "nothing was left: the test means nothing"
    mv target away # the stick is not in
    expect 0 data a.fkp
    [ -s a.fkp-paket ] || die "forgotten while the stick was away"
    mkdir target
    mv away/.mufakat-paket-* away/file-of-somebody target/ 2>/dev/null || :
    expect 0 data a.fkp
    [ -z "$(ls -A target)" ] || die "left: $(ls -A target)"
    [ ! -e a.fkp-paket ] || die "still remembered"
}

# What stands in the note is taken for what it says only when it is a hidden folder of a pack.
test_note_of_a_killed_pack_takes_nothing_else_away()
{
    practice a.fkp
    mkdir precious
    echo x >precious/y
    printf %s "$PWD/precious" >a.fkp-paket
    expect 0 data a.fkp
    [ -s precious/y ] || die "a folder of somebody was taken away"
}

# on_stick COMMAND...: on a file system that can do less than FAT.
on_stick()
{
    LD_PRELOAD=$MUFAKAT_BUILDDIR/tests/faultvfs/stick.so \
        ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0:${ASAN_OPTIONS:-} "$@"
}

test_pack_needs_nothing_that_a_stick_cannot_do()
{
    practice a.fkp
    mkdir target
    ! on_stick chmod 600 a.fkp 2>err || die "the stick is none: it has rights"
    ! on_stick mkdir 'a:b' 2>err || die "the stick is none: it takes any name"
    on_stick expect 0 paket a.fkp target
    on_stick expect 0 paket a.fkp target
    on_stick expect 0 paket a.fkp target --zip
    on_stick expect 0 salin a.fkp target --kertas
    on_stick expect 0 ekspor a.fkp --dokumen notula --ke target
    local name=2026-11-12-disdukcapil-paket-bukti
    [ "$(ls -A target | tr '\n' ' ')" = "2026-11-12-disdukcapil-berita-acara-draf.pdf 2026-11-12-disdukcapil-daftar-hadir.pdf \
2026-11-12-disdukcapil-notula.pdf $name $name-2 $name.zip a.fkp " ] || die "on the stick: $(ls -A target)"
    (cd "target/$name-2" && sha256sum --status -c MANIFEST) || die "sha256sum does not agree"
    expect 0 periksa target/a.fkp
    # a run that is killed is not known from a living one there: nothing of it may be taken away
    mkdir target/.mufakat-paket-abcdef
    touch -d 2020-01-01 target/.mufakat-paket-abcdef
    on_stick expect 0 paket a.fkp target --publikasi
    [ -d target/.mufakat-paket-abcdef ] || die "a folder that may be in use was taken away"
}

# The press is in the middle of a file that a slow stick takes its time for.
test_paper_that_is_stopped_leaves_no_half_file()
{
    practice a.fkp
    mkdir target
    mkfifo life
    STICK_SYNC_MS=30000 on_stick "$MUFAKAT" ekspor a.fkp --kemajuan --dokumen notula --ke target/n.pdf >out 2>err <life &
    started=$!
    exec 9>life
    for _ in $(seq 200); do [ -z "$(ls -A target)" ] || break; sleep 0.05; done
    [ -n "$(ls -A target)" ] || die "nothing was being written"
    exec 9>&-
    ended
    [ -z "$(ls -A target)" ] || die "left: $(ls -A target)"
}

test_pack_on_a_stick_that_lost_something_is_not_there()
{
    practice a.fkp
    mkdir target
    export STICK_FAILS=1
    on_stick expect 1 paket a.fkp target --publikasi
    unset STICK_FAILS
    one_sentence
    [ -z "$(ls -A target)" ] || die "left: $(ls -A target)"
}

test_pack_ends_with_the_program_that_asked_for_it()
{
    practice a.fkp
    mkdir target
    mkfifo life
    start_waiting --kemajuan
    for _ in $(seq 200); do ! grep -q '^maju [0-9]* [0-9]* Berita acara' out || break; sleep 0.05; done
    grep -q '^maju [0-9]* [0-9]* Berita acara' out || die "no line of progress"
    exec 9>&-
    ended
    [ -z "$(ls -A target)" ] || die "left: $(ls -A target)"
}

run_tests "$@"
