#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/set_field.h"
#include "base/file.h"
#include "base/text.h"
#include "tests/model/sample_jpeg.h"
#include "tests/ui/screen_rows.h"
#include "ui/event.h"
#include "ui/screens/coverage_line.h"
#include "ui/screens/import.h"
#include "ui/screens/people.h"
#include "ui/screens/persiapan.h"
#include "ui/screens/documents.h"
#include "ui/ui.h"

static struct screen_test *t;
static struct arena *arena;

static int start(void **state)
{
    (void)state;
    t = screen_test_start_practice(80, 24);
    arena = arena_new();
    return 0;
}

static int start_empty(void **state)
{
    (void)state;
    t = screen_test_start(80, 24);
    arena = arena_new();
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(arena);
    screen_test_end(t);
    return 0;
}

static const struct participant *person(const char *part)
{
    struct dossier *d = rows_now(t, arena);
    for (size_t i = 0; i < d->participant.n; i++)
        if (strstr(TXT(d->participant.v[i].name), part))
            return &d->participant.v[i];
    fail_msg("nobody is called %s", part);
    return NULL;
}

/* Imports the office's list of the practice day into an empty session, through the preview. */
static void import_list(void)
{
    screen_test_open(t, &screen_import,
                     arena_printf(arena, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR")));
    screen_test_type(t, "i");
    screen_test_sees(t, "Terapkan sekarang?");
    screen_test_key(t, K_RIGHT);
    screen_test_type(t, "\n");
}

static void import__shows_first_and_stores_when_confirmed(void **state)
{
    (void)state;
    screen_test_open(t, &screen_import,
                     arena_printf(arena, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR")));
    screen_test_golden_sizes(t, "import");
    assert_int_equal(rows_now(t, arena)->participant.n, 0);
    import_list();
    assert_int_equal(rows_now(t, arena)->participant.n, 26);
    screen_test_open(t, &screen_import,
                     arena_printf(arena, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR")));
    screen_test_type(t, "i");
    screen_test_sees(t, "Tidak ada yang baru di berkas ini.");
}

static void import__leads_from_question_to_question(void **state)
{
    (void)state;
    screen_test_open(t, &screen_import,
                     arena_printf(arena, "%s/data/contoh-undangan.csv", getenv("MUFAKAT_SRCDIR")));
    screen_test_sees(t, "6 baris perlu ditanyakan");
    screen_test_type(t, "\n");
    screen_test_sees(t, "Unsur untuk Meilani Tanuraksa, S.IP");
    screen_test_type(t, "1");
    screen_test_type(t, "\n"); /* the cursor is on the next one */
    screen_test_sees(t, "Unsur untuk Sitti Nurhaliyah");
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_HOME);
    for (int i = 0; i < 9; i++)
        screen_test_key(t, K_DOWN);
    screen_test_sees(t, "dijawab: Penyelenggara Layanan");
    screen_test_type(t, "\n");
    screen_test_sees(t, "x menghapus jawabannya");
    screen_test_type(t, "x\n");
    screen_test_sees(t, "Unsur untuk Meilani Tanuraksa, S.IP");
}

static void import__finds_the_file_by_itself(void **state)
{
    (void)state;
    struct err e;
    char *folder = file_dir(app_path(screen_test_app(t)));
    const char *beside = arena_printf(arena, "%s/Undangan rapat.CSV", folder);
    const char *other = arena_printf(arena, "%s/Undangan.csv", folder);
    free(folder);
    assert_int_equal(file_write(beside, "Nama;Instansi\nSiti;Desa\n", 24, &e), ERR_NONE);
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "iundangan rapat");
    screen_test_sees(t, "Undangan rapat.CSV");
    screen_test_type(t, "\n");
    screen_test_sees(t, "Siti");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "i");
    screen_test_type(t, arena_printf(arena, "%s\n", other)); /* resembles the first: it is not taken for it */
    screen_test_sees(t, "Undangan.csv tidak ada");
}

static void form_of_a_person__keeps_phones_off_the_wall(void **state)
{
    (void)state;
    import_list();
    screen_test_size(t, 132, 43);
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "\te");
    screen_test_sees(t, "No. HP");
    screen_test_sees(t, "0812-0000-0001");
    screen_test_key(t, K_ESC);
    ui_act(screen_test_ui(t), ACT_PROYEKTOR);
    screen_test_type(t, "e");
    screen_test_sees(t, "Kehadiran");
    screen_test_sees_not(t, "HP");
    screen_test_sees_not(t, "0812");
}

static void two_letters_and_enter__mark_present(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "yuli\n");
    assert_int_equal(person("Yuliana")->attendance, ATTENDANCE_HADIR);
    assert_int_not_equal(person("Yuliana")->arrived_at, NONE);
    screen_test_sees(t, "1 hadir");
}

static void enter_twice__takes_nothing_back(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "yuli\n\n");
    screen_test_type(t, "yuli\n");
    assert_int_equal(person("Yuliana")->attendance, ATTENDANCE_HADIR);
    screen_test_sees(t, "sudah hadir sejak");
}

static void searching__begins_with_the_best_match_again(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "sutri\n"); /* the cursor stays on number 7 of the whole list */
    screen_test_type(t, "disduk\n");
    assert_int_equal(person("WIRATMA")->attendance, ATTENDANCE_HADIR);
    assert_int_not_equal(person("Yohanes")->attendance, ATTENDANCE_HADIR);
}

static void an_office__asks_who_came(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "camat\n");
    screen_test_sees(t, "Siapa yang datang untuk Camat Muara Padu?");
    screen_test_key(t, K_CTRL('R'));
    screen_test_type(t, "Ferdinandus Lebu, S.STP.\n");
    const struct participant *p = person("Ferdinandus");
    assert_int_equal(p->attendance, ATTENDANCE_HADIR);
    assert_string_equal(TXT(p->invited_as), "Camat Muara Padu");
    assert_int_equal(rows_now(t, arena)->participant.n, 26);
}

static void walk_in__is_one_line(void **state)
{
    (void)state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('N'));
    screen_test_type(t, "Nengah Suarti, P, Ketua PKK, Desa Banjar Asri, OMS\n");
    const struct participant *p = person("Nengah Suarti");
    assert_int_equal(p->attendance, ATTENDANCE_HADIR);
    assert_int_equal(p->sex, SEX_P);
    assert_int_equal(p->unsur, UNSUR_OMS);
    assert_string_equal(TXT(p->position), "Ketua PKK");
    screen_test_sees(t, arena_printf(arena, "Hadir: Nengah Suarti, nomor %lld", (long long)p->number));
    screen_test_sees(t, "Nengah Suarti           "); /* and the list shows the row */
}

static void latecomers__come_from_the_paper_in_one_line(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('B'));
    screen_test_type(t, "7 9-11 pukul 09.10\n");
    assert_int_equal(person("SUTRISNO")->attendance, ATTENDANCE_HADIR);
    assert_int_equal(person("Marfin")->attendance, ATTENDANCE_HADIR);
    assert_int_equal(stamp_minutes(person("Marfin")->arrived_at, ZONE_WITA), 9 * 60 + 10);
    assert_int_not_equal(person("Goreti")->attendance, ATTENDANCE_HADIR);
    screen_test_sees(t, "4 orang dicatat hadir.");
}

static void latecomers__wrong_number_is_mended_not_typed_again(void **state)
{
    (void)state;
    import_list();
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('B'));
    screen_test_type(t, "7 9-11 99\n");
    screen_test_sees(t, "Nomor 99 tidak ada");
    screen_test_key(t, K_CTRL('B'));
    screen_test_sees(t, "7 9-11 99");
    screen_test_key(t, K_BACKSPACE);
    screen_test_key(t, K_BACKSPACE);
    screen_test_type(t, "\n");
    assert_int_equal(person("Marfin")->attendance, ATTENDANCE_HADIR);
    screen_test_key(t, K_CTRL('B'));
    screen_test_sees_not(t, "7 9-11");
}

static void in_the_list__the_footer_says_that_enter_takes_back(void **state)
{
    (void)state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_sees(t, "Enter hadir");
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "Enter batal hadir"); /* he is present */
    screen_test_type(t, "h");
    screen_test_sees(t, "Batal hadir: ");
    screen_test_key(t, K_HOME);
    screen_test_sees(t, "Enter hadir");
}

static void in_the_list__letters_are_commands(void **state)
{
    (void)state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_type(t, "\th");
    assert_int_equal(person("Wiratma")->attendance, ATTENDANCE_BELUM); /* the first row was present */
    screen_test_key(t, K_CTRL('Z'));
    assert_int_equal(person("Wiratma")->attendance, ATTENDANCE_HADIR);
}

static void the_pictures__are_right_at_every_size(void **state)
{
    (void)state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_golden_sizes(t, "people");
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_golden_sizes(t, "persiapan");
    screen_test_open(t, &screen_documents, NULL);
    screen_test_golden_sizes(t, "documents");
}

static void lists_and_forms__are_right_at_every_size(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "5");
    screen_test_golden_sizes(t, "agenda");
    screen_test_type(t, "\n");
    screen_test_golden_sizes(t, "agenda_form");
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "9");
    screen_test_golden_sizes(t, "paper_form");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "0");
    screen_test_golden_sizes(t, "other_form");
}

static void paper_kit__is_made_by_one_command(void **state)
{
    (void)state;
    char press[400];
    snprintf(press, sizeof press, "%s/mufakat-press", getenv("MUFAKAT_BUILDDIR"));
    setenv("MUFAKAT_PRESS", press, 1);
    screen_test_size(t, 132, 43);
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "kit kertas\n");
    screen_test_sees(t, "Kit kertas siap dicetak");
    screen_test_sees(t, "-kit-hadir.pdf");
    screen_test_sees(t, "-kit-masukan.pdf");
    screen_test_sees(t, "-kit-suara.pdf");
    screen_test_sees(t, "-kit-berita-acara.pdf");
}

/* Space goes through the choices; what was chosen is told in the list of parts. */
static void berita_acara_form__is_chosen_in_preparation(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_sees(t, "A: tabel masalah");
    screen_test_type(t, "9d\n");
    assert_int_equal(dossier_session(rows_now(t, arena))->ba_variant, VARIANT_D);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "D: para pihak");
    screen_test_sees(t, "2 isian");
    screen_test_type(t, "0005/123\n");
    assert_string_equal(dossier_session(rows_now(t, arena))->letter_number, "005/123");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "3 isian");
}

static void rows_of_a_list__are_added_moved_and_deleted(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "5");
    screen_test_type(t, "n");
    screen_test_type(t, "Doa penutup\n");
    screen_test_key(t, K_ESC);
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(d->agenda.n, 12);
    assert_string_equal(d->agenda.v[11].title, "Doa penutup");
    screen_test_key(t, K_END);
    screen_test_key(t, K_CTRL_UP);
    assert_string_equal(rows_now(t, arena)->agenda.v[10].title, "Doa penutup");
    screen_test_type(t, "x");
    assert_int_equal(rows_now(t, arena)->agenda.n, 11);
}

/* Tambah, then nothing written: no empty line is left, and the row in focus is the new one while there is one. */
static void row_of_a_list__left_empty_goes_again(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "5n");
    screen_test_key(t, K_ESC);
    assert_int_equal(rows_now(t, arena)->agenda.n, 11);
    screen_test_type(t, "nTambahan\n");
    screen_test_key(t, K_ESC);
    assert_int_equal(rows_now(t, arena)->agenda.n, 12);
    screen_test_type(t, "x");
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(d->agenda.n, 11);
    for (size_t i = 0; i < d->agenda.n; i++)
        assert_string_not_equal(TXT(d->agenda.v[i].title), "Tambahan");
}

static void numbers_of_a_list__are_its_places(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "4");
    screen_test_sees(t, "  1 Undang-Undang");
    screen_test_sees(t, "  2 Peraturan Pemerintah");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "8");
    screen_test_sees(t, "  1 Drs. Wiratma");
    screen_test_sees(t, "  2 Sutrisno");
}

static void letterhead__is_said_to_be_empty_without_alarm(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_sees(t, "✓ 3 Instansi dan kop surat       lengkap");
    screen_test_type(t, "3");
    for (int i = 0; i < 4; i++)
        screen_test_key(t, K_DOWN);
    for (int i = 0; i < 6; i++) {
        screen_test_key(t, K_END);
        screen_test_key(t, K_CTRL('U'));
        screen_test_key(t, K_BACKSPACE);
    }
    screen_test_key(t, K_UP);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "✓ 3 Instansi dan kop surat       cukup; kop belum diisi");
}

static void preparation__says_what_the_first_sentence_lacks(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_sees(t, "✓ 2 Waktu dan tempat             lengkap");
    screen_test_type(t, "2");
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_CTRL('U'));
    screen_test_key(t, K_DOWN);
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "✓ 2 Waktu dan tempat             cukup; jam mulai belum diisi");
}

static void choice__keeps_its_words_whole_where_there_is_no_room_for_its_keys(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "9");
    screen_test_sees(t, "‹ A: tabel masalah dan rekomendasi ›");
    screen_test_sees_not(t, "← → ga");
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "‹ A: tabel masalah dan rekomendasi › ← → ganti");
}

static void documentation__takes_a_whole_folder_though_its_files_are_listed(void **state)
{
    (void)state;
    struct err e;
    char *folder = file_absolute(getenv("MUFAKAT_CONFIG_DIR"));
    for (int i = 1; i <= 2; i++) { /* two different pictures beside the session */
        struct buf picture = BUF_INIT;
        sample_jpeg_write(&(struct sample_jpeg){.orientation = i}, &picture);
        const char *path = arena_printf(arena, "%s/foto%d.jpg", folder, i);
        assert_int_equal(file_write(path, picture.p, picture.len, &e), ERR_NONE);
        buf_done(&picture);
    }
    screen_test_open(t, &screen_documents, NULL);
    screen_test_type(t, "n");
    screen_test_sees(t, "foto1.jpg");
    screen_test_type(t, folder);
    screen_test_sees(t, "foto1.jpg");
    screen_test_type(t, "\n");
    screen_test_sees(t, "2 berkas dari folder ini dimasukkan");
    free(folder);
}

static void logo__is_chosen_in_preparation(void **state)
{
    (void)state;
    struct err e;
    struct buf picture = BUF_INIT;
    sample_jpeg_write(&(struct sample_jpeg){.orientation = 1}, &picture);
    char *folder = file_absolute(getenv("MUFAKAT_CONFIG_DIR"));
    const char *path = arena_printf(arena, "%s/lambang.jpg", folder);
    free(folder);
    assert_int_equal(file_write(path, picture.p, picture.len, &e), ERR_NONE);
    buf_done(&picture);
    screen_test_open(t, &screen_persiapan, NULL);
    size_t before = rows_now(t, arena)->document.n;
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "logo\n");
    screen_test_sees(t, "Logo untuk kop surat");
    screen_test_type(t, arena_printf(arena, "%s\n", path));
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(d->document.n, before + 1);
    assert_int_equal(d->document.v[before].kind, DOC_LOGO);
}

static int64_t hour_of_item(size_t i)
{
    return rows_now(t, arena)->agenda.v[i].start_time;
}

static void take_hour(enum entity_kind k, const struct id *row, int field)
{
    struct job *j;
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = k;
    x->row = *row;
    x->field = field;
    x->value = value_null();
    screen_test_run(t, j);
}

/* Who begins with four answers gives the hour afterwards: the usual agenda follows, once, and goes back with it. */
static void start_time__gives_the_agenda_its_hours(void **state)
{
    (void)state;
    struct dossier *d = rows_now(t, arena);
    for (size_t i = 0; i < d->agenda.n; i++)
        take_hour(ENTITY_agenda, &d->agenda.v[i].id, agenda_F_start_time);
    take_hour(ENTITY_session, &dossier_session(d)->id, session_F_start_time);
    screen_test_open(t, &screen_persiapan, NULL);
    assert_int_equal(hour_of_item(0), NONE);
    screen_test_type(t, "2");
    screen_test_key(t, K_DOWN);
    screen_test_type(t, "8.30\n");
    assert_int_equal(hour_of_item(0), 8 * 60); /* people arrive before the opening */
    assert_int_equal(hour_of_item(1), 8 * 60 + 30);
    assert_int_equal(hour_of_item(2), 8 * 60 + 45);
    screen_test_key(t, K_UP);
    screen_test_type(t, "9.00\n");
    assert_int_equal(hour_of_item(1), 8 * 60 + 30); /* planned already: nobody's plan is moved unasked */
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_CTRL('Z'));
    screen_test_key(t, K_CTRL('Z'));
    assert_int_equal(hour_of_item(1), NONE);
}

static const char *coverage_at(const struct participant *v, size_t n, int width)
{
    struct canvas *c = canvas_new(width, 1);
    struct buf b = BUF_INIT;
    coverage_line_draw(c, canvas_rect(c), v, n, arena);
    canvas_text(c, &b);
    const char *text = arena_strdup(arena, buf_str(&b));
    buf_done(&b);
    canvas_free(c);
    return text;
}

/* Whoever is missing is what the line is for, also in a narrow window. */
static void coverage_line__names_all_that_are_missing(void **state)
{
    (void)state;
    struct participant v[2];
    for (size_t i = 0; i < 2; i++) {
        record_init(&v[i], ENTITY_participant);
        v[i].role = ROLE_PESERTA;
        v[i].attendance = ATTENDANCE_HADIR;
    }
    v[0].unsur = UNSUR_OMS;
    v[1].unsur = UNSUR_PENYELENGGARA;
    assert_non_null(strstr(coverage_at(v, 2, 132), "(belum: pengguna layanan, ahli/praktisi, instansi terkait, media massa)"));
    assert_non_null(strstr(coverage_at(v, 2, 80), "Unsur hadir: 1 dari 5 (belum: pengguna, ahli, instansi, media)"));
    assert_non_null(strstr(coverage_at(v, 2, 60), "1 dari 5, belum: pengguna, ahli, instansi, media"));
    assert_non_null(strstr(coverage_at(v, 2, 60), "2 hadir"));
    assert_non_null(strstr(coverage_at(v + 1, 1, 60), "Unsur masyarakat hadir: 0 dari 5 (belum ada)"));
}

static void form__stores_each_field_when_it_is_left(void **state)
{
    (void)state;
    screen_test_open(t, &screen_persiapan, NULL);
    screen_test_type(t, "2");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "13/11/2026\n");
    assert_int_equal(dossier_session(rows_now(t, arena))->date, date_of(2026, 11, 13));
    screen_test_key(t, K_UP);
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "31/02/2026\n");
    assert_int_equal(dossier_session(rows_now(t, arena))->date, date_of(2026, 11, 13));
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, start, end)
#define T_EMPTY(f) cmocka_unit_test_setup_teardown(f, start_empty, end)
    const struct CMUnitTest tests[] = {
        T_EMPTY(import__shows_first_and_stores_when_confirmed),
        T_EMPTY(import__leads_from_question_to_question),
        T_EMPTY(import__finds_the_file_by_itself),
        T_EMPTY(two_letters_and_enter__mark_present),
        T_EMPTY(enter_twice__takes_nothing_back),
        T_EMPTY(searching__begins_with_the_best_match_again),
        T_EMPTY(an_office__asks_who_came),
        T_EMPTY(walk_in__is_one_line),
        T_EMPTY(latecomers__come_from_the_paper_in_one_line),
        T_EMPTY(latecomers__wrong_number_is_mended_not_typed_again),
        T(in_the_list__the_footer_says_that_enter_takes_back),
        T(in_the_list__letters_are_commands),
        T(the_pictures__are_right_at_every_size),
        T(lists_and_forms__are_right_at_every_size),
        T(paper_kit__is_made_by_one_command),
        T(berita_acara_form__is_chosen_in_preparation),
        T(rows_of_a_list__are_added_moved_and_deleted),
        T(row_of_a_list__left_empty_goes_again),
        T(numbers_of_a_list__are_its_places),
        T(letterhead__is_said_to_be_empty_without_alarm),
        T(preparation__says_what_the_first_sentence_lacks),
        T(choice__keeps_its_words_whole_where_there_is_no_room_for_its_keys),
        T(documentation__takes_a_whole_folder_though_its_files_are_listed),
        T(logo__is_chosen_in_preparation),
        T_EMPTY(start_time__gives_the_agenda_its_hours),
        T(coverage_line__names_all_that_are_missing),
        T(form_of_a_person__keeps_phones_off_the_wall),
        T(form__stores_each_field_when_it_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
