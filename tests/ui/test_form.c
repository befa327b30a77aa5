#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "model/records.h"
#include "tests/ui/picture.h"
#include "ui/form.h"

#define TODAY 20769 /* 12 November 2026 */

struct seen {
    int n, index;
    enum value_type type;
    int64_t number;
    char text[200];
};

static void store(void *ctx, int index, const struct value *v)
{
    struct seen *s = ctx;
    s->n++;
    s->index = index;
    s->type = v->type;
    s->number = v->i;
    snprintf(s->text, sizeof s->text, "%.*s", (int)v->n, v->p ? v->p : "");
}

static bool press(struct form *f, int key)
{
    struct event e = event_key(key);
    return form_event(f, &e);
}

static void type(struct form *f, const char *text)
{
    for (const char *p = text; *p; p++) {
        char g[2] = {*p, '\0'};
        struct event e = event_text(g);
        assert_true(form_event(f, &e));
    }
}

static struct form *session_form(struct seen *s)
{
    struct form *f = form_new(TODAY);
    form_add_heading(f, "Pokok");
    form_add(f, ENTITY_session, session_F_theme);
    form_add(f, ENTITY_session, session_F_date);
    form_add(f, ENTITY_session, session_F_start_time);
    form_add(f, ENTITY_session, session_F_zone);
    form_add(f, ENTITY_session, session_F_copies);
    form_add(f, ENTITY_session, session_F_with_logo);
    form_add(f, ENTITY_session, session_F_letterhead);
    form_on_store(f, store, NULL, s);
    return f;
}

static void form__stores_each_field_when_it_is_left(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    assert_int_equal(form_focus(f), 1);
    assert_true(form_writing(f));
    type(f, "  Standar   KTP-el ");
    assert_int_equal(s.n, 0);
    assert_true(press(f, K_ENTER));
    assert_int_equal(s.n, 1);
    assert_int_equal(form_field(f, s.index), session_F_theme);
    assert_string_equal(s.text, "Standar KTP-el");
    press(f, K_UP);
    press(f, K_DOWN);
    assert_int_equal(s.n, 1); /* nothing changed: nothing stored */
    form_free(f);
}

static void form__reads_dates_and_times_as_people_write_them(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    struct canvas *c = canvas_new(80, 12);
    press(f, K_DOWN);
    type(f, "12/11");
    press(f, K_DOWN);
    assert_string_equal(s.text, "2026-11-12");
    type(f, "9.30");
    press(f, K_TAB);
    assert_int_equal(s.type, VALUE_INT);
    assert_int_equal(s.number, 9 * 60 + 30);
    form_draw(f, c, canvas_rect(c), true);
    struct buf b = BUF_INIT;
    canvas_text(c, &b);
    assert_non_null(strstr(buf_str(&b), "12 November 2026"));
    assert_non_null(strstr(buf_str(&b), "09.30"));
    buf_done(&b);
    canvas_free(c);
    form_free(f);
}

static void form__keeps_a_wrong_value_with_its_reason_and_does_not_store_it(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    struct canvas *c = canvas_new(80, 14);
    struct buf b = BUF_INIT;
    const char *why = NULL;
    press(f, K_DOWN);
    type(f, "kapan-kapan");
    assert_false(form_flush(f));
    press(f, K_DOWN);
    assert_int_equal(s.n, 0);
    form_draw(f, c, canvas_rect(c), true);
    canvas_text(c, &b);
    assert_non_null(strstr(buf_str(&b), "kapan-kapan"));
    assert_non_null(strstr(buf_str(&b), "12-11-2026"));
    assert_false(form_check_all(f, &why)); /* the theme is missing too: it comes first */
    assert_int_equal(form_focus(f), 1);
    assert_string_equal(why, "Perlu diisi.");
    buf_done(&b);
    canvas_free(c);
    form_free(f);
}

/* The next thing that is typed corrects it; Tab and the arrows still lead away. */
static void form__enter_stays_on_a_wrong_value(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    int start = form_index(f, ENTITY_session, session_F_start_time);
    form_set_focus(f, start);
    assert_int_equal(form_any_unstored(f), -1);
    type(f, "nanti");
    assert_true(press(f, K_ENTER));
    assert_int_equal(form_focus(f), start);
    assert_int_equal(form_any_unstored(f), start);
    press(f, K_TAB);
    assert_int_equal(form_focus(f), start + 1);
    assert_int_equal(form_any_unstored(f), start);
    press(f, K_BACKTAB);
    press(f, K_CTRL('U'));
    type(f, "8.30");
    assert_true(press(f, K_ENTER));
    assert_int_equal(form_focus(f), start + 1);
    assert_int_equal(form_any_unstored(f), -1);
    assert_int_equal(s.number, 8 * 60 + 30);
    form_free(f);
}

static void form__choices_change_with_arrows_space_and_letters(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    int zone = form_index(f, ENTITY_session, session_F_zone);
    form_set_focus(f, zone);
    assert_false(form_writing(f));
    press(f, K_RIGHT);
    press(f, K_RIGHT);
    press(f, K_DOWN);
    assert_string_equal(s.text, "wita");
    press(f, K_UP);
    type(f, " ");
    press(f, K_DOWN);
    assert_string_equal(s.text, "wit");
    form_set_focus(f, form_index(f, ENTITY_session, session_F_with_logo));
    type(f, "y");
    press(f, K_DOWN);
    assert_int_equal(s.number, 1);
    struct event help = event_text("?");
    form_set_focus(f, zone);
    assert_false(form_event(f, &help));
    form_free(f);
}

static void form__loading_again_keeps_what_is_being_written(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    struct session record;
    record_init(&record, ENTITY_session);
    record.theme = "Tema lama";
    record.copies = 3;
    record.zone = SESSION_WITA;
    record.letterhead = "Jalan Satu\nKota";
    form_load(f, ENTITY_session, &record);
    type(f, " baru");
    record.theme = "Diubah orang lain";
    record.copies = 4;
    form_load(f, ENTITY_session, &record);
    struct value theme = form_value(f, 1);
    struct value copies = form_value(f, form_index(f, ENTITY_session, session_F_copies));
    assert_int_equal(theme.n, strlen("Tema lama baru"));
    assert_int_equal(copies.i, 4);
    form_free(f);
}

static void form__several_lines_take_enter_and_leave_by_tab(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    form_set_focus(f, form_index(f, ENTITY_session, session_F_letterhead));
    type(f, "Jalan Satu");
    assert_true(press(f, K_ENTER));
    type(f, "Kota");
    assert_false(press(f, K_TAB)); /* the last field: stored, and the key goes on */
    assert_string_equal(s.text, "Jalan Satu\nKota");
    form_free(f);
}

static void form__references_are_chosen_by_their_words(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = form_new(TODAY);
    const char *labels[] = {"-", "Agenda satu", "Agenda dua"};
    struct id ids[] = {ID_NONE, {{1}}, {{2}}};
    int i = form_add_ref(f, ENTITY_session, session_F_current_agenda, labels, ids, 3);
    form_on_store(f, store, NULL, &s);
    struct value v = value_ref(&ids[2]);
    form_put(f, i, &v);
    struct value have = form_value(f, i);
    assert_true(value_eq(&v, &have));
    press(f, K_LEFT);
    assert_false(press(f, K_ENTER));
    assert_int_equal(s.type, VALUE_BLOB);
    assert_int_equal(s.text[0], 1);
    form_free(f);
}

static void form__draws_at_any_size_and_folds_when_narrow(void **state)
{
    (void)state;
    static const int sizes[][2] = {{0, 0}, {1, 1}, {5, 2}, {20, 5}, {40, 12}, {60, 16}, {80, 24}, {200, 50}};
    struct seen s = {0};
    struct form *f = session_form(&s);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct canvas *c = canvas_new(sizes[i][0], sizes[i][1]);
        for (int k = 0; k < 9; k++) {
            canvas_clear(c);
            form_draw(f, c, canvas_rect(c), true);
            assert_whole(c);
            press(f, K_TAB);
        }
        form_set_focus(f, 1);
        canvas_free(c);
    }
    struct canvas *c = canvas_new(80, 24);
    assert_true(form_rows(f, c, 40) > form_rows(f, c, 80));
    canvas_free(c);
    form_free(f);
}

static void form__a_picture_of_it(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = session_form(&s);
    struct canvas *c = canvas_new(64, 8);
    type(f, "KTP-el");
    form_draw(f, c, canvas_rect(c), true);
    assert_picture(c, "Pokok\n"
                      "▸Tema*                         KTP-el\n"
                      " Tanggal*                      —\n"
                      " Mulai pukul                   —\n"
                      " Zona waktu                    —\n"
                      " Rangkap                       —\n"
                      " Cetak logo                    tidak\n"
                      " Baris kop (alamat, laman, t…  —\n");
    form_free(f);
    canvas_free(c);
}

/* Files of the first format have no form of the berita acara: it is A on paper, and A here. */
static void form__shows_what_counts_where_nothing_was_chosen(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = form_new(TODAY);
    struct canvas *c = canvas_new(64, 3);
    form_add(f, ENTITY_session, session_F_town);
    form_add(f, ENTITY_session, session_F_ba_variant);
    form_add(f, ENTITY_session, session_F_photos_per_page);
    form_on_store(f, store, NULL, &s);
    form_draw(f, c, canvas_rect(c), true);
    assert_picture(c, "▸Kota penandatanganan\n"
                      " Bentuk berita acara          A: tabel masalah dan rekomendasi\n"
                      " Foto per halaman (2 atau 4)  2\n");
    press(f, K_TAB);
    press(f, K_TAB);
    assert_int_equal(s.n, 0); /* looking stores nothing */
    form_free(f);
    canvas_free(c);
}

static void form__shows_the_beginning_of_a_long_value(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = form_new(TODAY);
    form_add(f, ENTITY_session, session_F_theme);
    form_add(f, ENTITY_session, session_F_place);
    form_on_store(f, store, NULL, &s);
    struct canvas *c = canvas_new(60, 2);
    type(f, "Peninjauan ulang standar pelayanan penerbitan dokumen kependudukan");
    form_draw(f, c, canvas_rect(c), true);
    press(f, K_TAB);
    canvas_clear(c);
    form_draw(f, c, canvas_rect(c), true);
    assert_picture(c, " Tema*   Peninjauan ulang standar pelayanan penerbitan dok…\n"
                      "▸Tempat*\n");
    form_free(f);
    canvas_free(c);
}

static void form__a_date_that_stands_is_typed_anew(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = form_new(TODAY);
    int date = form_add(f, ENTITY_session, session_F_date);
    form_add(f, ENTITY_session, session_F_place);
    form_on_store(f, store, NULL, &s);
    struct value today = value_text("2026-11-12");
    form_put(f, date, &today);
    type(f, "13-11-2026");
    press(f, K_TAB);
    assert_string_equal(s.text, "2026-11-13");
    press(f, K_UP);
    press(f, K_BACKSPACE); /* now it is changed, not typed anew */
    type(f, "7");
    press(f, K_TAB);
    assert_string_equal(s.text, "2027-11-13");
    form_free(f);
}

/* An error that has gone leaves its line to the fields above. */
static void form__fields_above_come_back_when_there_is_room(void **state)
{
    (void)state;
    struct seen s = {0};
    struct form *f = form_new(TODAY);
    form_add(f, ENTITY_session, session_F_theme);
    form_add(f, ENTITY_session, session_F_date);
    form_on_store(f, store, NULL, &s);
    struct canvas *c = canvas_new(60, 3);
    press(f, K_TAB);
    type(f, "entah kapan");
    press(f, K_TAB);
    assert_false(form_flush(f));
    form_draw(f, c, canvas_rect(c), true);
    for (int i = 0; i < 11; i++)
        press(f, K_BACKSPACE);
    canvas_clear(c);
    form_draw(f, c, canvas_rect(c), true);
    assert_picture(c, " Tema*    —\n"
                      "▸Tanggal*\n"
                      "\n");
    form_free(f);
    canvas_free(c);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form__stores_each_field_when_it_is_left),
        cmocka_unit_test(form__reads_dates_and_times_as_people_write_them),
        cmocka_unit_test(form__keeps_a_wrong_value_with_its_reason_and_does_not_store_it),
        cmocka_unit_test(form__enter_stays_on_a_wrong_value),
        cmocka_unit_test(form__choices_change_with_arrows_space_and_letters),
        cmocka_unit_test(form__loading_again_keeps_what_is_being_written),
        cmocka_unit_test(form__several_lines_take_enter_and_leave_by_tab),
        cmocka_unit_test(form__references_are_chosen_by_their_words),
        cmocka_unit_test(form__draws_at_any_size_and_folds_when_narrow),
        cmocka_unit_test(form__a_picture_of_it),
        cmocka_unit_test(form__shows_the_beginning_of_a_long_value),
        cmocka_unit_test(form__shows_what_counts_where_nothing_was_chosen),
        cmocka_unit_test(form__a_date_that_stands_is_typed_anew),
        cmocka_unit_test(form__fields_above_come_back_when_there_is_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
