#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/agree.h"
#include "app/read.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/berita_acara.h"
#include "ui/ui.h"

static struct screen_test *open_gate(void)
{
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_berita_acara, NULL);
    return t;
}

static void lock(struct screen_test *t)
{
    screen_test_type(t, "l");
    screen_test_sees(t, "KUNCI");
    screen_test_type(t, "KUNCI\n");
    screen_test_sees(t, "Naskah dikunci. Sidik:");
}

/* Clicks on the line where these words stand. */
static void click_on(struct screen_test *t, const char *words)
{
    screen_test_sees(t, words);
    const char *text = screen_test_text(t), *at = strstr(text, words);
    int y = 0;
    for (const char *s = text; s < at; s++)
        y += *s == '\n';
    screen_test_click(t, 2, y);
}

/* On the first signatory: while locked they stand on top, under their heading. */
static void to_first_signatory(struct screen_test *t)
{
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_DOWN);
}

static void gate__shows_what_is_missing(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_sees(t, "DRAF: PERIKSA SEBELUM TANDA TANGAN");
    screen_test_sees(t, "lihat   Kesepakatan 3: penanggung jawab di luar unit ini");
    screen_test_golden_sizes(t, "berita_acara");
    screen_test_end(t);
}

static void gate__enter_opens_the_place_of_the_finding(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    click_on(t, "Kesepakatan 3: penanggung jawab");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "MUFAKAT 3");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "DRAF: PERIKSA");
    screen_test_end(t);
}

/* The entry that is meant is the bright one, though its agenda item is long over. */
static void gate__enter_chooses_the_entry_that_lacks_something(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(3));
    screen_test_type(t, "@@: jalan ke loket rusak\n");
    screen_test_key(t, K_CTRL('G'));
    for (int i = 0; i < 70; i++)
        screen_test_type(t, "7: antre lama\n");
    screen_test_sees_not(t, "jalan ke loket rusak");
    screen_test_key(t, K_F(6));
    click_on(t, "1 catatan belum lengkap");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "jalan ke loket rusak");
    screen_test_type(t, "x");
    screen_test_sees_not(t, "jalan ke loket rusak");
    screen_test_end(t);
}

static void gate__enter_chooses_the_person_that_lacks_something(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(2));
    screen_test_type(t, "7");
    screen_test_key(t, K_CTRL('N'));
    screen_test_type(t, "Sumiyati\n");
    screen_test_key(t, K_F(6));
    click_on(t, "1 orang hadir belum berunsur");
    screen_test_key(t, K_ENTER);
    screen_test_type(t, "e");
    screen_test_sees(t, "Sumiyati");
    screen_test_sees(t, "Unsur");
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "DRAF: PERIKSA");
    screen_test_end(t);
}

static void gate__locking_wants_the_word(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_type(t, "l");
    screen_test_type(t, "kunci dong\n");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "DRAF: PERIKSA");
    lock(t);
    screen_test_sees(t, "NASKAH DIKUNCI 12 November 2026 10.42");
    screen_test_end(t);
}

static void gate__important_findings_want_a_reason(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    struct job *j;
    struct arena *a = arena_new();
    struct agreement *v;
    size_t n;
    struct err e;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_agreement, a, &v, &n, &e), ERR_NONE);
    set_status_job(screen_test_app(t), &j)->agreement = v[0].id; /* open again */
    screen_test_run(t, j);
    arena_free(a);
    screen_test_sees(t, "penting Kesepakatan 1: belum ada status");
    screen_test_type(t, "l");
    screen_test_sees(t, "Ada 1 hal penting");
    screen_test_type(t, "\n");
    screen_test_sees(t, "Belum dikunci: tulis alasannya");
    screen_test_type(t, "tempat menyusul\n");
    screen_test_type(t, "KUNCI\n");
    screen_test_sees(t, "NASKAH DIKUNCI");
    screen_test_end(t);
}

static void signing__each_person_has_a_state(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    lock(t);
    screen_test_type(t, "v"); /* once it is locked the first to sign is chosen */
    screen_test_sees(t, "menyusul");
    screen_test_key(t, K_ENTER); /* "sudah" is offered first */
    screen_test_sees(t, "DITANDATANGANI 1 DARI 7");
    screen_test_key(t, K_DOWN);
    screen_test_type(t, "v4"); /* tidak bersedia */
    screen_test_sees(t, "Alasannya");
    screen_test_type(t, "menunggu atasan\n");
    screen_test_sees(t, "1 tidak bersedia");
    screen_test_sees(t, "tidak bersedia: menunggu");
    static const int sizes[][2] = {
        {1, 1}, {20, 5}, {60, 20}, {132, 43}}; /* no golden: the fingerprint differs each time */
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        screen_test_size(t, sizes[i][0], sizes[i][1]);
    screen_test_sees(t, "DITANDATANGANI 1 DARI 7");
    screen_test_end(t);
}

static void signing__opening_a_signed_text_makes_a_revision(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    lock(t);
    to_first_signatory(t);
    screen_test_type(t, "v\n");
    screen_test_sees(t, "DITANDATANGANI 1 DARI 7");
    screen_test_type(t, "l");
    screen_test_sees(t, "Sudah ada yang menandatangani");
    screen_test_type(t, "salah ketik nama dusun\n");
    screen_test_sees(t, "DRAF: PERIKSA");
    lock(t);
    screen_test_sees(t, "REVISI 1");
    screen_test_end(t);
}

static void signing__unlocking_an_unsigned_text_needs_no_reason(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    lock(t);
    screen_test_type(t, "l");
    screen_test_sees(t, "Belum ada yang menandatangani");
    screen_test_key(t, K_ENTER); /* Batal comes first */
    screen_test_sees(t, "NASKAH DIKUNCI");
    screen_test_type(t, "l");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "DRAF: PERIKSA");
    screen_test_end(t);
}

static void gate__names_in_free_text_are_told_but_not_on_the_wall(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(132, 43);
    struct arena *a = arena_new();
    struct agreement *v;
    size_t n;
    struct err e;
    struct job *j;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_agreement, a, &v, &n, &e), ERR_NONE);
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = ENTITY_agreement;
    x->row = v[0].id;
    x->field = agreement_F_problem;
    x->typed = true;
    x->text = job_text(j, "Keluhan Karsinah tentang kursi tunggu");
    screen_test_run(t, j);
    screen_test_open(t, &screen_berita_acara, NULL);
    click_on(t, "Versi publikasi:");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Karsinah");
    screen_test_key(t, K_ENTER);
    ui_act(screen_test_ui(t), ACT_PROYEKTOR);
    screen_test_open(t, &screen_berita_acara, NULL);
    screen_test_sees_not(t, "Versi publikasi:");
    arena_free(a);
    screen_test_end(t);
}

static void signing__is_refused_while_it_is_a_draft(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_key(t, K_END);
    screen_test_type(t, "v\n");
    screen_test_sees(t, "Naskah belum dikunci");
    screen_test_sees(t, "0 dari 7 sudah");
    screen_test_end(t);
}

static void signing__a_person_of_the_list_is_added_once(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_type(t, "n");
    screen_test_type(t, "karsinah\n");
    screen_test_sees(t, "Menandatangani sebagai");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "0 dari 8 sudah");
    screen_test_type(t, "n");
    screen_test_type(t, "karsinah\n\n");
    screen_test_sees(t, "satu orang satu kali");
    screen_test_end(t);
}

static void papers__preview_shows_the_paper(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_type(t, "p");
    screen_test_sees(t, "HASIL FORUM KONSULTASI PUBLIK (FKP)");
    screen_test_golden_sizes(t, "preview");
    screen_test_key(t, K_END);
    screen_test_sees_not(t, "HASIL FORUM KONSULTASI PUBLIK (FKP)");
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "DAFTAR HADIR");
    screen_test_end(t);
}

static void papers__a_made_paper_is_named_with_its_whole_path(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    const char *path = app_path(screen_test_app(t));
    char folder[512];
    snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path), path);
    char builddir[600];
    snprintf(builddir, sizeof builddir, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", builddir, 1);
    screen_test_size(t, 132, 43);
    screen_test_type(t, "d\n");
    screen_test_sees(t, "Naskah jadi");
    screen_test_sees(t, folder);
    char file[700];
    snprintf(file, sizeof file, "%s/2026-11-12-disdukcapil-berita-acara-draf.pdf", folder);
    assert_int_equal(access(file, R_OK), 0);

    /* every other paper and table is found by its name */
    static const struct {
        const char *typed, *file;
    } more[] = {{"dnotula", "notula.pdf"},
                {"dpengolah laporan", "laporan.docx"},
                {"drekap", "rekap.xlsx"},
                {"dkalender", "tenggat.ics"},
                {"dhalaman publik", "halaman-publik.html"},
                {"dganti\nnotula", "notula-publikasi.pdf"}, /* the other version of all of them */
                {"dganti\npengolah laporan", "laporan-publikasi.docx"},
                {"dganti\nganti\nundangan", "undangan.pdf"}};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        screen_test_type(t, more[i].typed);
        screen_test_type(t, "\n");
        screen_test_sees(t, "Naskah jadi");
        snprintf(file, sizeof file, "%s/2026-11-12-disdukcapil-%s", folder, more[i].file);
        assert_int_equal(access(file, R_OK), 0);
    }
    screen_test_end(t);
}

static void papers__unreadable_copies_stay_in_the_line(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    screen_test_type(t, "r\n");
    screen_test_sees(t, "bertanda DRAF");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "banyak\n");
    screen_test_sees(t, "Belum ada yang dicetak");
    screen_test_sees(t, "banyak");
    screen_test_end(t);
}

static void papers__everything_goes_to_a_folder_that_is_typed(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    char builddir[600], target[600], file[700];
    const char *path = app_path(screen_test_app(t));
    snprintf(builddir, sizeof builddir, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", builddir, 1);
    snprintf(target, sizeof target, "%.*s/stik", (int)(strrchr(path, '/') - path), path);
    assert_int_equal(mkdir(target, 0700), 0);
    for (int round = 0; round < 2; round++) {
        screen_test_type(t, "f");
        screen_test_type(t, target);
        screen_test_type(t, "\n");
        if (round == 1) { /* the copy is there already: asked before it is replaced */
            screen_test_sees(t, "Ganti salinan lama");
            screen_test_key(t, K_TAB);
            screen_test_key(t, K_ENTER);
        }
        screen_test_sees(t, "aman dilepas");
    }
    snprintf(file, sizeof file, "%s/2026-11-12-disdukcapil-daftar-hadir.pdf", target);
    assert_int_equal(access(file, R_OK), 0);
    snprintf(file, sizeof file, "%s/sesi.fkp", target);
    assert_int_equal(access(file, R_OK), 0);
    screen_test_end(t);
}

/* The session's own folder is in the list of the pack; a folder that is typed is never replaced by it. */
static void papers__go_to_the_typed_folder_not_to_one_like_it(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    struct arena *a = arena_new();
    const char *path = app_path(screen_test_app(t));
    const char *own = arena_memdup(a, path, (size_t)(strrchr(path, '/') - path));
    const char *like = arena_memdup(a, own, strlen(own) - 1); /* what is listed begins with it */
    screen_test_size(t, 132, 43);
    screen_test_key(t, K_CTRL('F'));
    screen_test_type(t, "3");
    screen_test_sees(t, "Simpan ke mana?");
    screen_test_type(t, like);
    screen_test_sees(t, own); /* and the list finds its own */
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, arena_printf(a, "%s tidak", like)); /* not there: said, not replaced */

    assert_int_equal(mkdir(like, 0700), 0);
    screen_test_key(t, K_CTRL('F'));
    screen_test_type(t, "3");
    screen_test_type(t, arena_printf(a, "'%s' ", like)); /* as a terminal writes what is dragged */
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, arena_printf(a, "%s/", like));
    screen_test_key(t, K_ESC); /* where it lies was told */
    assert_int_equal(system(arena_printf(a, "rm -r '%s'", like)), 0);

    screen_test_key(t, K_CTRL('F'));
    screen_test_type(t, "3");
    screen_test_type(t, "mufakat"); /* no path: what is looked for */
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, arena_printf(a, "%s/", own));
    arena_free(a);
    screen_test_end(t);
}

/* What was typed, but then a row was gone to. */
static void papers__go_to_the_row_that_was_gone_to(void **state)
{
    (void)state;
    struct screen_test *t = open_gate();
    struct popup_result r = {.ok = true, .choice = 0, .text = "/tmp", .moved = true};
    screen_test_key(t, K_CTRL('F'));
    screen_test_type(t, "3");
    screen_test_key(t, K_ESC);
    assert_int_equal(strncmp(app_path(screen_test_app(t)), ba_folder_of(screen_test_top(t), &r),
                             strlen(ba_folder_of(screen_test_top(t), &r))), 0);
    r.moved = false;
    assert_string_equal(ba_folder_of(screen_test_top(t), &r), "/tmp");
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gate__shows_what_is_missing),
        cmocka_unit_test(gate__enter_opens_the_place_of_the_finding),
        cmocka_unit_test(gate__enter_chooses_the_entry_that_lacks_something),
        cmocka_unit_test(gate__enter_chooses_the_person_that_lacks_something),
        cmocka_unit_test(gate__locking_wants_the_word),
        cmocka_unit_test(gate__important_findings_want_a_reason),
        cmocka_unit_test(gate__names_in_free_text_are_told_but_not_on_the_wall),
        cmocka_unit_test(signing__each_person_has_a_state),
        cmocka_unit_test(signing__opening_a_signed_text_makes_a_revision),
        cmocka_unit_test(signing__unlocking_an_unsigned_text_needs_no_reason),
        cmocka_unit_test(signing__is_refused_while_it_is_a_draft),
        cmocka_unit_test(signing__a_person_of_the_list_is_added_once),
        cmocka_unit_test(papers__preview_shows_the_paper),
        cmocka_unit_test(papers__a_made_paper_is_named_with_its_whole_path),
        cmocka_unit_test(papers__unreadable_copies_stay_in_the_line),
        cmocka_unit_test(papers__everything_goes_to_a_folder_that_is_typed),
        cmocka_unit_test(papers__go_to_the_typed_folder_not_to_one_like_it),
        cmocka_unit_test(papers__go_to_the_row_that_was_gone_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
