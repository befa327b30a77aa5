/* Half-typed texts: kept while they are written, offered again in the words that fit how the program ended. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "tests/ui/drafts.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/dialog.h"
#include "ui/screens/people.h"
#include "ui/screens/records.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start(80, 24);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* --- two ways to end --- */

/* The session as the disk holds it while the program still runs: what a power cut leaves. Another program copies it,
 * because here the file must not be opened. */
static void stop_and_return(struct screen_test *t)
{
    static int cuts;
    char command[4096];
    char path[512];
    const char *now = app_path(screen_test_app(t));
    ui_flush_drafts(screen_test_ui(t));
    app_drain(screen_test_app(t));
    snprintf(path, sizeof path, "%s.%d.fkp", now, ++cuts);
    snprintf(command, sizeof command, "cp '%s' '%s' && cp '%s-wal' '%s-wal'", now, path, now, path);
    assert_int_equal(system(command), 0);
    drafts_start(t, path);
}

/* --- the question --- */

static void drafts__are_offered_after_the_program_was_stopped(void **state)
{
    struct screen_test *t = *state;
    ui_draft(screen_test_ui(t), "lain", "setengah");
    ui_draft(screen_test_ui(t), "lain", "setengah kalimat");
    stop_and_return(t);
    screen_test_sees(t, "Program berhenti mendadak pukul 10.42. 1 catatan");
    screen_test_sees(t, "setengah kalimat");
    screen_test_key(t, K_ENTER);
    assert_string_equal(ui_recovered(screen_test_ui(t), "lain"), "setengah kalimat");
    assert_null(ui_recovered(screen_test_ui(t), "lain"));
}

static void drafts__that_were_left_are_offered_in_other_words(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(3));
    screen_test_type(t, "loket terlalu ting");
    drafts_start_again(t);
    screen_test_sees_not(t, "berhenti mendadak");
    screen_test_sees(t, "Catatan yang belum selesai diketik dari pukul 10.42 masih ada");
    screen_test_key(t, K_ENTER);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "Tulisan tadi menunggu di baris catat F3 Dialog.");
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "loket terlalu ting");
}

static void drafts__written_after_the_last_leave_were_cut_short(void **state)
{
    struct screen_test *t = *state;
    ui_draft(screen_test_ui(t), "lain", "yang lama");
    drafts_start_again(t);
    screen_test_key(t, K_ENTER);
    assert_string_equal(ui_recovered(screen_test_ui(t), "lain"), "yang lama");
    screen_test_tick(t, 60000);
    ui_draft(screen_test_ui(t), "lain", "yang baru");
    stop_and_return(t);
    screen_test_sees(t, "Program berhenti mendadak pukul 10.43");
    screen_test_sees(t, "yang baru");
}

static void drafts__of_a_long_day_are_all_known(void **state)
{
    struct screen_test *t = *state;
    char key[32];
    for (int i = 0; i < 100; i++) { /* a question about each person has a key of its own */
        snprintf(key, sizeof key, "tulisan.%d", i);
        ui_draft(screen_test_ui(t), key, "setengah");
        ui_flush_drafts(screen_test_ui(t));
        ui_draft(screen_test_ui(t), key, NULL);
        ui_flush_drafts(screen_test_ui(t));
    }
    ui_draft(screen_test_ui(t), "lain", "penutup");
    drafts_start_again(t);
    screen_test_sees_not(t, "berhenti mendadak");
    screen_test_sees(t, "penutup");
    assert_int_equal(drafts_in_file(t), 1);
}

static void drafts__nothing_half_typed_leaves_no_word_about_leaving(void **state)
{
    struct screen_test *t = *state;
    drafts_start_again(t);
    screen_test_sees_not(t, "masih ada");
    assert_int_equal(drafts_in_file(t), 0);
}

static void drafts__are_not_read_out_on_the_wall(void **state)
{
    struct screen_test *t = *state;
    ui_draft(screen_test_ui(t), "lain", "rahasia pelapor");
    ui_flush_drafts(screen_test_ui(t));
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "proyektor\n");
    drafts_start_again(t);
    screen_test_sees(t, "masih ada");
    screen_test_sees(t, "ditampilkan");
    screen_test_sees_not(t, "rahasia"); /* one word: the line breaks somewhere */
}

static void drafts__thrown_away_are_not_offered_again(void **state)
{
    struct screen_test *t = *state;
    ui_draft(screen_test_ui(t), "lain", "setengah kalimat");
    stop_and_return(t);
    screen_test_key(t, K_LEFT); /* Buang */
    screen_test_key(t, K_ENTER);
    assert_null(ui_recovered(screen_test_ui(t), "lain"));
    stop_and_return(t);
    screen_test_sees_not(t, "setengah");
}

/* --- where they come from --- */

static void drafts__of_a_field_are_stored_in_it(void **state)
{
    struct screen_test *t = *state;
    char id[ID_TEXT];
    char key[128];
    struct id session = app_session_id(screen_test_app(t));
    id_format(&session, id);
    snprintf(key, sizeof key, "field.session.theme.%s", id);
    ui_draft(screen_test_ui(t), key, "Antrean di Puskesmas");
    stop_and_return(t);
    screen_test_sees(t, "Di isian itu sekarang:"); /* somebody may have written into it since */
    screen_test_key(t, K_ENTER);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "Sipil - Antrean di Puskesmas");
    stop_and_return(t);
    screen_test_sees_not(t, "setengah jadi");
}

static void drafts__of_an_entry_that_is_edited_are_stored_in_it(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_dialog, NULL);
    screen_test_type(t, "0: + loket tingi\n");
    screen_test_key(t, K_ENTER); /* of no known unsur */
    screen_test_key(t, K_UP);
    assert_int_equal(drafts_in_file(t), 0);
    screen_test_type(t, ", perlu diturunkan");
    stop_and_return(t);
    screen_test_sees(t, "loket tingi, perlu diturunkan");
    screen_test_key(t, K_ENTER);
    assert_int_equal(drafts_in_file(t), 0);
    screen_test_open(t, &screen_dialog, NULL);
    screen_test_sees(t, "loket tingi, perlu");
    screen_test_key(t, K_UP);
    screen_test_type(t, "!");
    assert_int_equal(drafts_in_file(t), 1);
    screen_test_key(t, K_ESC); /* thrown away in so many words */
    assert_int_equal(drafts_in_file(t), 0);
}

static void open_walk_in(struct screen_test *t)
{
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('N'));
}

static void drafts__of_a_prompt_come_back_when_it_is_asked_again(void **state)
{
    struct screen_test *t = *state;
    open_walk_in(t);
    screen_test_type(t, "Siti Aminah, Posyandu");
    stop_and_return(t);
    screen_test_sees(t, "setengah jadi");
    screen_test_key(t, K_ENTER);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "menunggu di Peserta: muncul lagi saat pertanyaannya dibuka");
    open_walk_in(t);
    screen_test_sees(t, "Siti Aminah, Posyandu");
}

static void drafts__of_a_form_are_kept_while_a_field_is_written(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(2)); /* the form of the first line of Persiapan (theme) */
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
    screen_test_type(t, " dan KIA");
    stop_and_return(t);
    screen_test_sees(t, "setengah jadi");
    screen_test_key(t, K_ENTER);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "KTP-el dan KIA");
}

static void open_parked(struct screen_test *t)
{
    screen_test_key(t, K_F(3));
    screen_test_type(t, ">jalan rusak di depan kantor\n");
    screen_test_sees(t, "Tempat parkir: alasan dan tujuan");
}

static void drafts__of_a_form_of_a_stored_row_go_into_that_row(void **state)
{
    struct screen_test *t = *state;
    open_parked(t);
    screen_test_type(t, "kewenangan provinsi, sudah dua kali\tDinas PU");
    stop_and_return(t);
    screen_test_sees(t, "kewenangan provinsi, sudah dua kali / Dinas PU");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "disimpan di isian “Tempat parkir”");
    screen_test_open(t, &screen_records, &spec_parked);
    screen_test_sees(t, "Dinas PU");
    open_parked(t); /* another matter: what was written of the first one is not offered */
    screen_test_sees_not(t, "kewenangan provinsi, sudah dua kali");
    screen_test_key(t, K_ESC);
    assert_int_equal(drafts_in_file(t), 0);
}

/* The same question about two agreements. */
static void drafts__of_one_question_come_back_for_the_same_thing_only(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "ccatatan yang pertama");
    stop_and_return(t);
    screen_test_key(t, K_ENTER);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_END);
    screen_test_type(t, "c");
    screen_test_sees(t, "Catatan tindak lanjut");
    screen_test_sees_not(t, "catatan yang pertama");
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "c");
    screen_test_sees(t, "catatan yang pertama");
    screen_test_end(t);
}

static void drafts__of_a_form_in_a_popup_go_with_it(void **state)
{
    struct screen_test *t = *state;
    open_parked(t);
    screen_test_type(t, "kewenangan provinsi");
    ui_flush_drafts(screen_test_ui(t));
    assert_int_equal(drafts_in_file(t), 1);
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_ESC); /* the first one only warns */
    ui_flush_drafts(screen_test_ui(t));
    assert_int_equal(drafts_in_file(t), 0);
}

static void drafts__put_aside_for_a_command_come_back_at_once(void **state)
{
    struct screen_test *t = *state;
    open_walk_in(t);
    screen_test_type(t, "Siti Aminah, Posyandu");
    screen_test_key(t, K_CTRL('K')); /* closes the question */
    screen_test_sees_not(t, "Siti Aminah, Posyandu");
    screen_test_key(t, K_CTRL('N'));
    screen_test_sees(t, "Siti Aminah, Posyandu");
    screen_test_key(t, K_CTRL('U'));
    screen_test_key(t, K_CTRL('S'));
    screen_test_key(t, K_CTRL('N'));
    screen_test_sees_not(t, "Siti Aminah, Posyandu"); /* once */
}

static void drafts__that_never_reached_the_file_cost_no_writing(void **state)
{
    struct screen_test *t = *state;
    ui_draft(screen_test_ui(t), "lain", "se");
    ui_draft(screen_test_ui(t), "lain", NULL);
    assert_int_equal(ui_timeout(screen_test_ui(t)), -1);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(drafts__are_offered_after_the_program_was_stopped),
        T(drafts__that_were_left_are_offered_in_other_words),
        T(drafts__written_after_the_last_leave_were_cut_short),
        T(drafts__of_a_long_day_are_all_known),
        T(drafts__nothing_half_typed_leaves_no_word_about_leaving),
        T(drafts__are_not_read_out_on_the_wall),
        T(drafts__thrown_away_are_not_offered_again),
        T(drafts__of_a_field_are_stored_in_it),
        T(drafts__of_an_entry_that_is_edited_are_stored_in_it),
        T(drafts__of_a_prompt_come_back_when_it_is_asked_again),
        T(drafts__of_a_form_are_kept_while_a_field_is_written),
        T(drafts__of_a_form_of_a_stored_row_go_into_that_row),
        T(drafts__of_one_question_come_back_for_the_same_thing_only),
        T(drafts__of_a_form_in_a_popup_go_with_it),
        T(drafts__put_aside_for_a_command_come_back_at_once),
        T(drafts__that_never_reached_the_file_cost_no_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
