#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "app/go_agenda.h"
#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/layar.h"

/* Goes to the first agenda item of a kind; returns its planned minutes. */
static int go_to(struct screen_test *t, int64_t kind)
{
    int64_t minutes = NONE;
    struct arena *a = arena_new();
    struct agenda *v;
    size_t n;
    struct err e;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_agenda, a, &v, &n, &e), ERR_NONE);
    for (size_t i = 0; i < n; i++)
        if (v[i].kind == kind) {
            struct job *j;
            go_agenda_job(screen_test_app(t), &j)->agenda = v[i].id;
            screen_test_run(t, j);
            minutes = v[i].minutes;
            break;
        }
    arena_free(a);
    return (int)minutes;
}

static void layar__welcomes_while_people_arrive(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    go_to(t, AGENDA_REGISTRASI);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_sees(t, "Forum Konsultasi Publik");
    screen_test_sees(t, "Kamis, 12 November 2026");
    screen_test_sees(t, "Registrasi peserta");
    screen_test_golden_sizes(t, "layar-welcome");
    screen_test_end(t);
}

static void layar__shows_the_issues_during_the_discussion(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    go_to(t, AGENDA_DISKUSI);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_sees(t, "Yang dibahas");
    screen_test_sees(t, "Warga pesisir jauh dari loket");
    screen_test_golden_sizes(t, "layar-discussion");
    screen_test_end(t);
}

static void layar__counts_down_but_never_scolds(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    char words[64];
    int minutes = go_to(t, AGENDA_DISKUSI);
    assert_true(minutes > 1);
    screen_test_open(t, &screen_layar, NULL);
    snprintf(words, sizeof words, "sisa %d menit", minutes);
    screen_test_sees(t, words);
    screen_test_tick(t, 90 * 1000);
    snprintf(words, sizeof words, "sisa %d menit", minutes - 1);
    screen_test_sees(t, words);
    screen_test_tick(t, minutes * 60000LL);
    screen_test_sees_not(t, "sisa"); /* a clock that ran out is the operator's business */
    screen_test_end(t);
}

static void layar__shows_the_wording_and_who_objected(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    go_to(t, AGENDA_PERUMUSAN);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_sees(t, "KESEPAKATAN 6");
    screen_test_key(t, K_LEFT);
    screen_test_sees(t, "KESEPAKATAN 5");
    screen_test_sees(t, "Keberatan dicatat: LSM Suara Tirta");
    screen_test_golden_sizes(t, "layar-wording");
    screen_test_key(t, K_HOME);
    screen_test_sees_not(t, "KESEPAKATAN 5");
    screen_test_key(t, K_END);
    screen_test_sees(t, "KESEPAKATAN 6");
    screen_test_end(t);
}

/* Every phone number, NIP and private note of the practice session against everything the screen
 * can show. */
static void layar__never_shows_personal_data(void **state)
{
    (void)state;
    static const int64_t kinds[] = {AGENDA_REGISTRASI, AGENDA_DISKUSI, AGENDA_PERUMUSAN,
                                    AGENDA_TTD};
    struct screen_test *t = screen_test_start_practice(200, 50);
    struct arena *a = arena_new();
    struct participant *v;
    size_t n;
    struct err e;
    assert_int_equal(read_rows(screen_test_app(t), ENTITY_participant, a, &v, &n, &e), ERR_NONE);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        go_to(t, kinds[k]);
        screen_test_open(t, &screen_layar, NULL);
        screen_test_size(t, 90, 60); /* ordinary letters: what is seen can be searched */
        const char *text = screen_test_text(t);
        for (size_t i = 0; i < n; i++) {
            assert_false(v[i].name && strstr(text, v[i].name));
            assert_false(v[i].phone_raw && strstr(text, v[i].phone_raw));
            assert_false(v[i].phone && strstr(text, v[i].phone));
            assert_false(v[i].nip && strstr(text, v[i].nip));
            assert_false(v[i].note && strstr(text, v[i].note));
        }
        screen_test_sees_not(t, "Bahan: SKM"); /* the session's own note */
    }
    arena_free(a);
    screen_test_end(t);
}

static void layar__a_half_written_agreement_is_not_shown_as_agreed(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_sees(t, "Standar Pelayanan KTP-el");
    screen_test_key(t, K_RIGHT); /* nothing to show yet: stays */
    screen_test_sees_not(t, "KESEPAKATAN");
    screen_test_end(t);
}

static void put_wording(struct screen_test *t, const struct id *row, const char *text)
{
    struct job *j;
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = ENTITY_agreement;
    x->row = *row;
    x->field = agreement_F_recommendation;
    x->typed = true;
    x->text = text;
    screen_test_run(t, j);
}

static void layar__tells_what_changed_in_the_wording(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(100, 30);
    struct job *j;
    struct add_row_args *x = add_row_job(screen_test_app(t), ENTITY_agreement, &j);
    struct id row = x->row;
    ((struct agreement *)x->record)->problem = "Loket Sabtu";
    screen_test_run(t, j);
    put_wording(t, &row, "Loket dibuka hari Sabtu");
    go_to(t, AGENDA_PERUMUSAN);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_sees_not(t, "Perubahan");
    put_wording(t, &row, "Loket dibuka setiap hari kerja");
    screen_test_sees(t, "Perubahan: Loket dibuka [baru: setiap] hari [semula: Sabtu] [baru: kerja]");
    screen_test_end(t);
}

static void layar__private_line_stores_and_never_shows_the_text(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    go_to(t, AGENDA_DISKUSI);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_type(t, "?rahasia pelapor");
    screen_test_sees_not(t, "rahasia");
    screen_test_sees(t, "catat ••••••••••••••••");
    screen_test_key(t, K_BACKSPACE);
    screen_test_key(t, K_ENTER);
    screen_test_sees_not(t, "•");
    screen_test_sees(t, "✓");
    screen_test_type(t, "siapa: belum jelas"); /* nobody is called so: plain text */
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "rahasia pelapo");
    screen_test_sees(t, "siapa: belum jelas"); /* the line of the dialog is the same line */
    screen_test_end(t);
}

static void layar__private_line_asks_nothing_on_the_wall(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    go_to(t, AGENDA_DISKUSI);
    screen_test_open(t, &screen_layar, NULL);
    screen_test_type(t, "99: nomor yang tidak ada\n");
    screen_test_sees(t, "catat: F3 ••••");
    screen_test_sees_not(t, "99");
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "99: nomor yang tidak ada");
    screen_test_end(t);
}

/* Nothing on the wall says how to leave it: Esc does, to where one came from. */
static void layar__esc_leads_back(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_key(t, K_F(6));
    screen_test_key(t, K_F(8));
    screen_test_sees_not(t, "DRAF: PERIKSA");
    screen_test_type(t, "7: antre");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "DRAF: PERIKSA");
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "7: antre");
    screen_test_end(t);
}

static void layar__of_many_agreements_shows_those_around_the_present_one(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(60, 20);
    for (int i = 0; i < 20; i++) {
        struct job *j;
        struct add_row_args *x = add_row_job(screen_test_app(t), ENTITY_agreement, &j);
        ((struct agreement *)x->record)->problem = "Loket Sabtu";
        screen_test_run(t, j);
    }
    screen_test_open(t, &screen_layar, NULL);
    screen_test_key(t, K_RIGHT);
    for (int i = 0; i < 30; i++)
        screen_test_key(t, K_LEFT);
    screen_test_sees(t, "▸1  ✓2");
    screen_test_sees(t, "…");
    for (int i = 0; i < 30; i++)
        screen_test_key(t, K_RIGHT);
    screen_test_sees(t, "○25  ▸26");
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layar__welcomes_while_people_arrive),
        cmocka_unit_test(layar__shows_the_issues_during_the_discussion),
        cmocka_unit_test(layar__counts_down_but_never_scolds),
        cmocka_unit_test(layar__shows_the_wording_and_who_objected),
        cmocka_unit_test(layar__never_shows_personal_data),
        cmocka_unit_test(layar__tells_what_changed_in_the_wording),
        cmocka_unit_test(layar__private_line_stores_and_never_shows_the_text),
        cmocka_unit_test(layar__private_line_asks_nothing_on_the_wall),
        cmocka_unit_test(layar__esc_leads_back),
        cmocka_unit_test(layar__of_many_agreements_shows_those_around_the_present_one),
        cmocka_unit_test(layar__a_half_written_agreement_is_not_shown_as_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
