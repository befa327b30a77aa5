/* The practice day through the keyboard, from an empty file to the locked berita acara, and the figures that must come out
 * of it in the JSON and on the paper (sample-session 9). */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/pty/day.h"

static struct day day;
static json_t *data; /* what the typed session holds at the end */

static json_t *sample_data(void)
{
    char path[512];
    json_error_t why;
    snprintf(path, sizeof path, "%s/data/contoh.json", getenv("MUFAKAT_SRCDIR"));
    json_t *sample = json_load_file(path, 0, &why);
    if (!sample)
        fail_msg("%s: %s", path, why.text);
    return sample;
}

/* The program says in its settings which session it made. */
static void find_session(struct day *d)
{
    char command[600];
    snprintf(command, sizeof command, "find '%s' -name '*.fkp'", drive_path(""));
    FILE *f = popen(command, "r");
    assert_non_null(f);
    assert_non_null(fgets(d->session, sizeof d->session, f));
    d->session[strcspn(d->session, "\n")] = '\0';
    pclose(f);
}

static void day__can_be_typed_from_an_empty_file(void **state)
{
    (void)state;
    day_begin(&day);
    find_session(&day);
    day_prepare(&day);
    day_import(&day);
    day_check_in(&day);
    day_dialog(&day);
    day_agree(&day);
    day_lock(&day);
    drive_quit(day.p);
    data = drive_data(day.session);
}

static int open_sandbox(void **state)
{
    (void)state;
    drive_init();
    day.sample = sample_data();
    return 0;
}

static int forget_the_day(void **state)
{
    (void)state;
    json_decref(data);
    json_decref(day.sample);
    drive_done();
    return 0;
}

/* --- the figures in the JSON --- */

static const json_t *list(const char *key)
{
    const json_t *v = json_object_get(data, key);
    assert_true(json_is_array(v));
    return v;
}

/* Length of a list that the records of `key` carry, over all of them. */
static int links(const char *key, const char *field)
{
    size_t i;
    json_t *x;
    int n = 0;
    json_array_foreach((json_t *)(uintptr_t)list(key), i, x)
        n += (int)json_array_size(json_object_get(x, field));
    return n;
}

static int count(const char *key, const char *field, const char *value)
{
    size_t i;
    json_t *x;
    int n = 0;
    json_array_foreach((json_t *)(uintptr_t)list(key), i, x)
        n += strcmp(drive_text(x, field), value) == 0;
    return n;
}

static void people__are_counted_by_unsur_and_sex(void **state)
{
    static const struct {
        const char *unsur;
        int here;
    } cases[] = {{"penyelenggara", 6}, {"pengguna", 7}, {"stakeholder", 4}, {"ahli", 2}, {"oms", 3}, {"media", 2}};
    size_t i;
    json_t *x;
    (void)state;
    assert_int_equal(count("participants", "attendance", "hadir"), 24);
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        int here = 0;
        json_array_foreach((json_t *)(uintptr_t)list("participants"), i, x)
            here += strcmp(drive_text(x, "unsur"), cases[c].unsur) == 0 && strcmp(drive_text(x, "attendance"), "hadir") == 0;
        assert_int_equal(here, cases[c].here);
    }
    assert_string_equal(drive_text(drive_find(list("participants"), "name", "Ferdinandus Lebu, S.STP."), "invited_as"),
                        "Camat Muara Padu");
}

static void contributions__are_fourteen_with_their_speakers_and_kinds(void **state)
{
    size_t i;
    json_t *x;
    (void)state;
    assert_int_equal(json_array_size(list("contributions")), 14);
    json_array_foreach((json_t *)(uintptr_t)json_object_get(day.sample, "contributions"), i, x)
    {
        const json_t *typed = json_array_get(list("contributions"), i);
        const json_t *who = drive_find(list("participants"), "id", drive_text(typed, "speaker"));
        const json_t *wanted = day_person(&day, drive_text(x, "speaker"));
        assert_int_equal(json_integer_value(json_object_get(typed, "number")), i + 1);
        assert_string_equal(drive_text(typed, "kind"), drive_text(x, "kind"));
        assert_string_equal(drive_text(typed, "wording"), drive_text(x, "wording"));
        assert_string_equal(drive_text(typed, "speaker_unsur"), drive_text(x, "speaker_unsur"));
        assert_int_equal(strncmp(drive_text(typed, "text"), drive_text(x, "text"), strlen(drive_text(x, "text"))), 0);
        assert_int_equal(json_integer_value(json_object_get(who, "number")),
                         json_integer_value(json_object_get(wanted, "number")));
    }
    assert_int_equal(links("contributions", "reply_to"), 5);
    assert_int_equal(links("contributions", "issues"), 15);
    assert_int_equal(json_array_size(list("parked")), 2);
}

static void agreements__are_six_and_the_fifth_alone_has_a_note(void **state)
{
    size_t i;
    json_t *x;
    (void)state;
    assert_int_equal(json_array_size(list("agreements")), 6);
    json_array_foreach((json_t *)(uintptr_t)list("agreements"), i, x)
    {
        const json_t *wanted = json_array_get(json_object_get(day.sample, "agreements"), i);
        assert_int_equal(json_integer_value(json_object_get(x, "number")), i + 1);
        assert_string_equal(drive_text(x, "status"), i == 4 ? "dengan_catatan" : "mufakat");
        assert_string_equal(drive_text(x, "recommendation"), drive_text(wanted, "recommendation"));
        assert_string_equal(drive_text(x, "due"), drive_text(wanted, "due"));
        assert_true(json_array_size(json_object_get(x, "contributions")) >= 1);
    }
    assert_int_equal(links("agreements", "contributions"), 15);
    assert_int_equal(json_array_size(list("objections")), 1);
    const json_t *objection = json_array_get(list("objections"), 0);
    assert_string_equal(drive_text(objection, "agreement"), drive_text(json_array_get(list("agreements"), 4), "id"));
}

/* The stances of number 5 are those of everybody in the room, the objector once. */
static void stances__of_the_fifth_add_up_to_the_room(void **state)
{
    size_t i;
    json_t *x;
    int hands = 0;
    (void)state;
    const char *fifth = drive_text(json_array_get(list("agreements"), 4), "id");
    json_array_foreach((json_t *)(uintptr_t)list("positions"), i, x)
        if (strcmp(drive_text(x, "agreement"), fifth) == 0)
            hands += (int)json_integer_value(json_object_get(x, "count"));
    assert_int_equal(hands, 24);
}

static void lock__is_there_and_the_file_is_sound(void **state)
{
    (void)state;
    assert_int_equal(json_array_size(list("locks")), 1);
    assert_int_equal(json_array_size(list("drafts")), 0);
    drive_assert_sound(day.session);
}

/* --- the figures on paper --- */

/* The text of the PDF with every run of blanks as one. */
static char *paper_text(const char *session)
{
    char command[600], *text = calloc(1, 1 << 20);
    size_t n = 0;
    assert_non_null(text);
    const char *pdf = drive_path("BA.pdf");
    const char *args[] = {"ekspor", session, "--dokumen", "berita-acara", "--ke", pdf, NULL};
    free(drive_run(NULL, args));
    snprintf(command, sizeof command, "pdftotext -layout '%s' -", pdf);
    FILE *f = popen(command, "r");
    assert_non_null(f);
    for (int c; (c = fgetc(f)) != EOF && n < (1 << 20) - 1;) {
        bool blank = isspace(c) || c == '\f';
        if (!blank)
            text[n++] = (char)c;
        else if (n > 0 && text[n - 1] != ' ')
            text[n++] = ' ';
    }
    assert_int_equal(pclose(f), 0);
    return text;
}

static int times(const char *text, const char *words)
{
    int n = 0;
    for (; (text = strstr(text, words)); text += strlen(words))
        n++;
    return n;
}

static void paper__carries_the_same_figures(void **state)
{
    static const char *const figures[] = {
        "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam",
        "24 (dua puluh empat) orang",
        "3 (tiga)",
        "Disdukcapil",
        "000.8.3.4/......./Dukcapil/2026",
        "Kesepakatan nomor 5 diterima dengan catatan",
        "LSM Suara Tirta menyatakan keberatan",
        "LAMPIRAN II",
        "Jumlah hadir: 24 (dua puluh empat) orang",
        "Drs. Wiratma Kusnandar, M.Si.",
        "19690817 199403 1 991",
        "Sari Wening, 12 November 2026",
    };
    (void)state;
    char *text = paper_text(day.session);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (!strstr(text, figures[i]))
            fail_msg("the paper does not say “%s”", figures[i]);
    /* six rows of agreements, each with its time limit; one note; two parked matters with their promise */
    assert_int_equal(times(text, "Jangka pendek") + times(text, "Jangka menengah"), 6);
    assert_int_equal(times(text, "diterima dengan catatan"), 1);
    assert_int_equal(times(text, "menyatakan keberatan"), 1);
    assert_int_equal(times(text, "1. Penghapusan denda"), 1);
    assert_int_equal(times(text, "2. Perahu dinas khusus"), 1);
    free(text);
}

/* What the evaluation form counts (F-02, indicator 2). */
static void summary__scores_five_of_five(void **state)
{
    (void)state;
    const json_t *summary = json_object_get(data, "summary");
    assert_int_equal(json_integer_value(json_object_get(summary, "unsur_present")), 5);
    assert_int_equal(json_integer_value(json_object_get(summary, "unsur_asked")), 5);
    assert_int_equal(json_array_size(json_object_get(summary, "unsur_missing")), 0);
}

/* Its footer has the lock's fingerprint, and `periksa` knows it as the latest. */
static void paper__belongs_to_the_file(void **state)
{
    (void)state;
    char *text = paper_text(day.session), *sidik = strstr(text, "Sidik");
    assert_non_null(sidik);
    sidik += strcspn(sidik, " ") + 1;
    sidik[strcspn(sidik, " ")] = '\0';
    const char *args[] = {"periksa", day.session, sidik, NULL};
    free(drive_run(NULL, args));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(day__can_be_typed_from_an_empty_file),
        cmocka_unit_test(people__are_counted_by_unsur_and_sex),
        cmocka_unit_test(contributions__are_fourteen_with_their_speakers_and_kinds),
        cmocka_unit_test(agreements__are_six_and_the_fifth_alone_has_a_note),
        cmocka_unit_test(stances__of_the_fifth_add_up_to_the_room),
        cmocka_unit_test(lock__is_there_and_the_file_is_sound),
        cmocka_unit_test(summary__scores_five_of_five),
        cmocka_unit_test(paper__carries_the_same_figures),
        cmocka_unit_test(paper__belongs_to_the_file),
    };
    return cmocka_run_group_tests(tests, open_sandbox, forget_the_day);
}
