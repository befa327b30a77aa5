/* What was handed to the keeper and refused is kept: given back where it was written, or by the next start. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/follow_up.h"
#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "base/text.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/drafts.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/dialog.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start_practice(132, 43);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* --- what is done beside the screen --- */

static void delete_beside(struct screen_test *t, enum entity_kind entity, const struct id *row)
{
    struct job *j;
    struct err e = {0};
    struct delete_row_args *x = delete_row_job(screen_test_app(t), &j);
    x->entity = entity;
    x->row = *row;
    assert_int_equal(app_run(screen_test_app(t), j, NULL, &e), ERR_NONE); /* the screen is not told */
    job_free(j);
}

static void delete_newest_note(struct screen_test *t)
{
    struct arena *a = arena_new();
    const struct dossier *d = rows_now(t, a);
    const struct contribution *last = d->contribution.v;
    for (size_t i = 1; i < d->contribution.n; i++)
        last = id_cmp(&d->contribution.v[i].id, &last->id) > 0 ? &d->contribution.v[i] : last;
    delete_beside(t, ENTITY_contribution, &last->id);
    arena_free(a);
}

/* Into a row that does not exist. */
static void post_what_is_refused(struct screen_test *t, const char *key, const char *text)
{
    struct job *j;
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = ENTITY_issue;
    x->row = job_row_id(j);
    x->field = issue_F_title;
    x->typed = true;
    x->text = job_text(j, text);
    if (key)
        ui_hand_over(screen_test_ui(t), j, key, text);
    ui_post(screen_test_ui(t), j);
}

/* Nothing else is kept. */
static size_t only_drafts(struct screen_test *t, const char *key, const char *text)
{
    size_t all, found = drafts_holding(t, key, text, &all);
    assert_int_equal(found, all);
    return found;
}

/* --- given back --- */

static void handed__a_refused_text_is_given_back(void **state)
{
    struct screen_test *t = *state;
    post_what_is_refused(t, "lain", "kalimat yang ditolak");
    screen_test_key(t, K_CTRL('L'));
    screen_test_sees(t, "Tulisan itu menunggu");
    assert_int_equal(only_drafts(t, "lain#", "kalimat yang ditolak"), 1);
    assert_string_equal(ui_recovered(screen_test_ui(t), "lain"), "kalimat yang ditolak");
    assert_int_equal(only_drafts(t, "lain", "kalimat yang ditolak"), 1); /* of the field again, once */
    assert_null(ui_recovered(screen_test_ui(t), "lain"));
}

/* Two that were refused wait for their field one behind the other. */
static void handed__two_refused_texts_of_one_field_are_both_kept(void **state)
{
    struct screen_test *t = *state;
    post_what_is_refused(t, "lain", "yang pertama");
    post_what_is_refused(t, "lain", "yang kedua");
    screen_test_key(t, K_CTRL('L'));
    assert_string_equal(ui_recovered(screen_test_ui(t), "lain"), "yang pertama");
    ui_draft(screen_test_ui(t), "lain", NULL);
    assert_int_equal(only_drafts(t, "lain#", "yang kedua"), 1);
    assert_string_equal(ui_recovered(screen_test_ui(t), "lain"), "yang kedua");
}

static const char *progress_note(struct screen_test *t, const struct id *row, struct arena *a)
{
    const struct dossier *d = rows_now(t, a);
    for (size_t i = 0; i < d->agreement.n; i++)
        if (id_eq(&d->agreement.v[i].id, row))
            return TXT(d->agreement.v[i].progress_note);
    return "";
}

/* Two people write the follow-up of one agreement: the second one is told, and has the words when the question is asked again. */
static void handed__a_note_that_somebody_else_wrote_is_not_overwritten_unseen(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "c");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "surat sudah dikirim");
    const struct dossier *d = rows_now(t, a);
    struct id rows[64];
    size_t n = d->agreement.n < 64 ? d->agreement.n : 64;
    for (size_t i = 0; i < n; i++) {
        struct job *j;
        struct follow_up_args *x = follow_up_job(screen_test_app(t), &j);
        struct err e = {0};
        rows[i] = x->agreement = d->agreement.v[i].id;
        x->note = job_text(j, "menunggu surat dinas");
        assert_int_equal(app_run(screen_test_app(t), j, NULL, &e), ERR_NONE); /* the screen is not told */
        job_free(j);
    }
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "baru saja diubah");
    for (size_t i = 0; i < n; i++)
        assert_string_equal(progress_note(t, &rows[i], a), "menunggu surat dinas");
    screen_test_type(t, "c");
    screen_test_sees(t, "surat sudah dikirim");
    screen_test_key(t, K_CTRL('S'));
    int mine = 0;
    for (size_t i = 0; i < n; i++)
        mine += strcmp(progress_note(t, &rows[i], a), "surat sudah dikirim") == 0;
    assert_int_equal(mine, 1);
    assert_int_equal(drafts_in_file(t), 0);
    arena_free(a);
}

/* --- the capture line --- */

static void handed__an_entry_that_was_refused_is_offered_by_the_next_start(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_dialog, NULL);
    screen_test_type(t, "7: loket tinggi\n");
    delete_newest_note(t);
    screen_test_type(t, ".. dan sempit\n");
    screen_test_sees(t, "BELUM TERSIMPAN");
    assert_int_equal(only_drafts(t, DIALOG_DRAFT_KEY "#", ".. dan sempit"), 1);
    drafts_start_again(t);
    screen_test_sees(t, "setengah jadi");
    screen_test_key(t, K_ENTER);
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "› .. dan sempit");
    assert_int_equal(only_drafts(t, DIALOG_DRAFT_KEY, ".. dan sempit"), 1);
}

static void handed__an_entry_that_is_taken_back_stands_as_it_was_typed(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_dialog, NULL);
    screen_test_type(t, "7: loket tinggi\n");
    delete_newest_note(t);
    screen_test_type(t, ".. dan sempit\n");
    screen_test_key(t, K_PGUP);
    screen_test_key(t, K_END);
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "› .. dan sempit");
    assert_int_equal(only_drafts(t, DIALOG_DRAFT_KEY, ".. dan sempit"), 1);
    screen_test_key(t, K_CTRL('U'));
    assert_int_equal(only_drafts(t, "", ""), 0);
}

/* --- the end of the program --- */

static void handed__a_refusal_is_seen_before_the_program_ends(void **state)
{
    struct screen_test *t = *state;
    post_what_is_refused(t, "lain", "kalimat yang ditolak");
    ui_handle(screen_test_ui(t), &(struct event){.kind = EVENT_KEY, .key = K_CTRL('Q')});
    assert_false(ui_wants_end(screen_test_ui(t)));
    screen_test_sees(t, "Tulisan itu menunggu");
    screen_test_key(t, K_CTRL('Q'));
    assert_true(ui_wants_end(screen_test_ui(t)));
}

static void handed__what_is_refused_after_the_session_was_left_is_offered_again(void **state)
{
    struct screen_test *t = *state;
    post_what_is_refused(t, "lain", "kalimat yang ditolak");
    drafts_start_again(t); /* nobody has taken the answer yet */
    screen_test_sees(t, "ditolak");
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(handed__a_refused_text_is_given_back),
        T(handed__two_refused_texts_of_one_field_are_both_kept),
        T(handed__a_note_that_somebody_else_wrote_is_not_overwritten_unseen),
        T(handed__an_entry_that_was_refused_is_offered_by_the_next_start),
        T(handed__an_entry_that_is_taken_back_stands_as_it_was_typed),
        T(handed__a_refusal_is_seen_before_the_program_ends),
        T(handed__what_is_refused_after_the_session_was_left_is_offered_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
