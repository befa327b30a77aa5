/* Half-typed texts: kept while they are written, offered again in the words that fit how the program ended. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/edit_contribution.h"
#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/agreement.h"
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

static void start_again(struct screen_test *t, const char *path)
{
    struct err e = {0};
    struct app *again = NULL;
    const struct app_options o = {.clock = *app_clock(screen_test_app(t))};
    ui_take_session(screen_test_ui(t), NULL);
    screen_test_key(t, K_LEFT); /* closes the first session */
    if (app_open(path, &o, &again, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    ui_take_session(screen_test_ui(t), again);
}

/* Leaves in the usual way and comes back. */
static void leave_and_return(struct screen_test *t)
{
    char *path = strdup(app_path(screen_test_app(t)));
    start_again(t, path);
    free(path);
}

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
    start_again(t, path);
}

static size_t drafts_in_file(struct screen_test *t)
{
    struct arena *a = arena_new();
    struct draft *v = NULL;
    struct err e = {0};
    size_t n = 0;
    ui_flush_drafts(screen_test_ui(t));
    app_drain(screen_test_app(t));
    assert_int_equal(read_drafts(screen_test_app(t), a, &v, &n, &e), ERR_NONE);
    arena_free(a);
    return n;
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
    leave_and_return(t);
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
    leave_and_return(t);
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
    leave_and_return(t);
    screen_test_sees_not(t, "berhenti mendadak");
    screen_test_sees(t, "penutup");
    assert_int_equal(drafts_in_file(t), 1);
}

static void drafts__nothing_half_typed_leaves_no_word_about_leaving(void **state)
{
    struct screen_test *t = *state;
    leave_and_return(t);
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
    leave_and_return(t);
    screen_test_sees(t, "masih ada");
    screen_test_sees_not(t, "rahasia pelapor");
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

/* --- refused --- */

/* The other program: this one again, in a process of its own. It writes into the newest entry. */
static void other_program(struct screen_test *t, const char *what)
{
    pid_t child;
    int status;
    char *args[] = {(char *)(uintptr_t) "test_drafts", (char *)(uintptr_t)what,
                    (char *)(uintptr_t)app_path(screen_test_app(t)), NULL};
    assert_int_equal(posix_spawn(&child, "/proc/self/exe", NULL, NULL, args, environ), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static const struct contribution *newest_of(const struct contribution *v, size_t n)
{
    const struct contribution *last = v;
    for (size_t i = 1; i < n; i++)
        last = id_cmp(&v[i].id, &last->id) > 0 ? &v[i] : last;
    return last;
}

static int be_the_other(const char *what, const char *path)
{
    const struct app_options o = {.person = "Orang Kedua", .clock = clock_system()};
    struct contribution *v;
    struct app *app;
    struct job *j;
    struct err e;
    size_t n = 0;
    struct arena *a = arena_new();
    if (app_open(path, &o, &app, &e) || read_rows(app, ENTITY_contribution, a, &v, &n, &e) || n == 0)
        return 1;
    if (strcmp(what, "agreement") == 0) {
        struct agreement *g;
        struct set_field_args *x = set_field_job(app, &j);
        if (read_rows(app, ENTITY_agreement, a, &g, &n, &e) || n == 0)
            return 1;
        x->row = g[0].id;
        x->entity = ENTITY_agreement;
        x->field = agreement_F_recommendation;
        x->typed = true;
        x->text = "Loket diturunkan.";
    } else if (strcmp(what, "legal_basis") == 0) {
        struct legal_basis *gone;
        struct delete_row_args *x = delete_row_job(app, &j);
        if (read_rows(app, ENTITY_legal_basis, a, &gone, &n, &e) || n == 0)
            return 1;
        x->entity = ENTITY_legal_basis;
        x->row = gone[n - 1].id;
    } else if (strcmp(what, "delete") == 0) {
        struct delete_row_args *x = delete_row_job(app, &j);
        x->entity = ENTITY_contribution;
        x->row = newest_of(v, n)->id;
    } else {
        struct edit_contribution_args *x = edit_contribution_job(app, &j);
        x->row = newest_of(v, n)->id;
        x->set_text = true;
        x->text = job_text(j, what);
    }
    enum err_code code = app_run(app, j, NULL, &e);
    job_free(j);
    app_close(app);
    arena_free(a);
    return code ? 1 : 0;
}

static int set_up_practice(void **state)
{
    *state = screen_test_start_practice(80, 24);
    screen_test_open(*state, &screen_dialog, NULL);
    return 0;
}

static const char *newest_text(struct screen_test *t, struct arena *a)
{
    const struct dossier *d = rows_now(t, a);
    return newest_of(d->contribution.v, d->contribution.n)->text;
}

static void refused_edit__stays_in_the_line(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    screen_test_type(t, "7: loket tinggi\n");
    screen_test_key(t, K_UP);
    screen_test_type(t, " sekali");
    other_program(t, "loket rendah");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Orang Kedua");
    screen_test_sees(t, "masih di baris catat");
    screen_test_sees(t, "lisan › loket tinggi sekali");
    assert_string_equal(newest_text(t, a), "loket rendah");
    assert_int_equal(drafts_in_file(t), 1); /* a power cut does not take it either */
    screen_test_sees(t, "loket rendah");    /* among the notes */
    screen_test_key(t, K_ENTER);            /* both were seen */
    assert_string_equal(newest_text(t, a), "loket tinggi sekali");
    assert_int_equal(drafts_in_file(t), 0);
    arena_free(a);
}

static void refused_edit__of_a_deleted_entry_stays_too(void **state)
{
    struct screen_test *t = *state;
    screen_test_type(t, "7: loket tinggi\n");
    screen_test_key(t, K_UP);
    screen_test_type(t, " sekali");
    other_program(t, "delete");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "sudah dihapus");
    screen_test_sees(t, "masih di baris catat");
    screen_test_sees(t, "lisan › loket tinggi sekali");
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "tinggi sekali");
    assert_int_equal(drafts_in_file(t), 0);
}

/* The line was wanted for something else meanwhile: the text comes back where the entry is edited. */
static void refused_edit__waits_while_the_line_is_used(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    screen_test_type(t, "7: loket tinggi\n");
    screen_test_key(t, K_UP);
    screen_test_type(t, " sekali");
    other_program(t, "loket rendah");
    screen_test_key(t, K_TAB); /* on to its wording */
    screen_test_sees(t, "Orang Kedua");
    screen_test_sees(t, "muncul lagi");
    screen_test_sees(t, "rumusan ›");
    assert_int_equal(drafts_in_file(t), 1);
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "lisan › loket tinggi sekali");
    screen_test_sees(t, "Enter menyimpannya");
    screen_test_key(t, K_ENTER);
    assert_string_equal(newest_text(t, a), "loket tinggi sekali");
    arena_free(a);
}

static void refused_wording__waits_for_the_agreement(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    screen_test_open(t, &screen_mufakat, NULL);
    screen_test_key(t, K_ENTER);
    screen_test_type(t, "y");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "Loket dinaikkan.");
    other_program(t, "agreement");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "Orang Kedua");
    screen_test_sees(t, "muncul lagi");
    screen_test_sees(t, "Loket diturunkan.");
    assert_int_equal(drafts_in_file(t), 1);
    screen_test_type(t, "y");
    screen_test_sees(t, "Loket dinaikkan.");
    screen_test_key(t, K_CTRL('S'));
    assert_string_equal(rows_now(t, a)->agreement.v[0].recommendation, "Loket dinaikkan.");
    assert_int_equal(drafts_in_file(t), 0);
    arena_free(a);
}

static void refused_field__is_kept_when_its_form_has_closed(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    struct legal_basis *v;
    struct err e;
    size_t n = 0;
    assert_true(read_rows(screen_test_app(t), ENTITY_legal_basis, a, &v, &n, &e) == ERR_NONE && n > 0);
    record_form_open(screen_test_ui(t), &spec_legal_basis, &v[n - 1].id);
    screen_test_key(t, K_END);
    screen_test_type(t, " dan loket malam");
    other_program(t, "legal_basis");
    screen_test_key(t, K_ESC);
    assert_ptr_equal(screen_test_top(t)->class, &screen_dialog);
    screen_test_sees(t, "sudah dihapus");
    screen_test_sees(t, "ditawarkan lagi");
    assert_int_equal(drafts_in_file(t), 1);
    leave_and_return(t);
    screen_test_sees(t, "dan loket malam");
    arena_free(a);
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return be_the_other(argv[1], argv[2]);
#define P(f) cmocka_unit_test_setup_teardown(f, set_up_practice, tear_down)
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
        P(refused_edit__stays_in_the_line),
        P(refused_edit__of_a_deleted_entry_stays_too),
        P(refused_edit__waits_while_the_line_is_used),
        P(refused_wording__waits_for_the_agreement),
        P(refused_field__is_kept_when_its_form_has_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
