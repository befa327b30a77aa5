/* Edits that another program was quicker than: what was written stays, here or among the drafts. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/edit_contribution.h"
#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "tests/ui/drafts.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/screen_test.h"
#include "ui/screens/agreement.h"
#include "ui/screens/dialog.h"
#include "ui/screens/records.h"
#include "ui/ui.h"

static int set_up(void **state)
{
    *state = screen_test_start_practice(80, 24);
    screen_test_open(*state, &screen_dialog, NULL);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

/* The other program: this one again, in a process of its own. It writes into the newest entry. */
static void other_program(struct screen_test *t, const char *what)
{
    pid_t child;
    int status;
    char *args[] = {(char *)(uintptr_t) "test_refused", (char *)(uintptr_t)what,
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
    drafts_start_again(t);
    screen_test_sees(t, "dan loket malam");
    arena_free(a);
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return be_the_other(argv[1], argv[2]);
    const struct CMUnitTest tests[] = {
        T(refused_edit__stays_in_the_line),
        T(refused_edit__of_a_deleted_entry_stays_too),
        T(refused_edit__waits_while_the_line_is_used),
        T(refused_wording__waits_for_the_agreement),
        T(refused_field__is_kept_when_its_form_has_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
