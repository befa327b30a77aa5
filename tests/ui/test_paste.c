/* A whole document is pasted by mistake, into each kind of field: nothing of it is lost unseen, and nothing stands still. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "tests/ui/screen_rows.h"
#include "tests/ui/screen_test.h"
#include "base/text.h"
#include "ui/screens/dialog.h"
#include "ui/screens/people.h"
#include "ui/screens/records.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/ui.h"

enum { DOCUMENT = 100000, MOST = 200000 };

static int set_up(void **state)
{
    *state = screen_test_start_practice(80, 24);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* `n` letters in words and lines, with LAST at the end. */
static char *document(size_t n)
{
    char *s = malloc(n + 1);
    assert_non_null(s);
    for (size_t i = 0; i < n; i++)
        s[i] = i % 80 == 79 ? '\n' : i % 7 == 6 ? ' ' : 'a';
    memcpy(s + n - 4, "LAST", 5);
    return s;
}

/* Bytes of the longest draft that ends with LAST; 0: none. */
static size_t longest_draft(struct screen_test *t)
{
    struct arena *a = arena_new();
    struct draft *v = NULL;
    struct err e = {0};
    size_t n = 0, longest = 0;
    ui_flush_drafts(screen_test_ui(t));
    app_drain(screen_test_app(t));
    assert_int_equal(read_drafts(screen_test_app(t), a, &v, &n, &e), ERR_NONE);
    for (size_t i = 0; i < n; i++) {
        const char *last = strstr(v[i].text, "LAST");
        if (last && last[4 + strspn(last + 4, "\x1e")] == '\0' && strlen(v[i].text) > longest)
            longest = strlen(v[i].text);
    }
    arena_free(a);
    return longest;
}

static void paste_document(struct screen_test *t)
{
    char *s = document(DOCUMENT);
    screen_test_paste(t, s);
    free(s);
    (void)screen_test_text(t);
}

static void paste__into_the_capture_line_is_stored_whole(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_dialog, NULL);
    screen_test_type(t, "7: ");
    paste_document(t);
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_ENTER);
    struct arena *a = arena_new();
    const struct dossier *d = rows_now(t, a);
    size_t longest = 0;
    for (size_t i = 0; i < d->contribution.n; i++)
        if (strstr(TXT(d->contribution.v[i].text), "LAST"))
            longest = strlen(d->contribution.v[i].text);
    assert_true(longest >= DOCUMENT);
    assert_int_equal(longest_draft(t), 0);
    arena_free(a);
}

static void paste__into_a_form_field_is_kept_with_its_reason(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_records, &spec_issue);
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    paste_document(t);
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_TAB);
    screen_test_sees(t, "terlalu panjang");
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_ESC);
    screen_test_key(t, K_ESC);
    assert_true(longest_draft(t) >= DOCUMENT);
}

static void paste__into_a_question_is_kept_when_it_is_refused(void **state)
{
    struct screen_test *t = *state;
    screen_test_open(t, &screen_people, NULL);
    screen_test_key(t, K_CTRL('N'));
    paste_document(t);
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_ENTER);
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_CTRL('N'));
    assert_true(longest_draft(t) >= DOCUMENT);
}

static void paste__into_a_text_of_several_lines_is_stored_whole(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "c");
    paste_document(t);
    assert_true(longest_draft(t) >= DOCUMENT);
    screen_test_key(t, K_CTRL('S'));
    size_t longest = 0;
    const struct dossier *d = rows_now(t, a);
    for (size_t i = 0; i < d->agreement.n; i++)
        if (d->agreement.v[i].progress_note && strlen(d->agreement.v[i].progress_note) > longest)
            longest = strlen(d->agreement.v[i].progress_note);
    assert_true(longest >= DOCUMENT);
    assert_int_equal(longest_draft(t), 0);
    arena_free(a);
}

static void paste__of_more_than_a_field_holds_says_that_it_was_cut(void **state)
{
    struct screen_test *t = *state;
    char *s = document(MOST + 10);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_key(t, K_HOME);
    screen_test_type(t, "c");
    screen_test_paste(t, s);
    screen_test_sees(t, "Isian ini penuh");
    screen_test_key(t, K_LEFT);
    screen_test_sees_not(t, "Isian ini penuh");
    free(s);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(paste__into_the_capture_line_is_stored_whole),
        T(paste__into_a_form_field_is_kept_with_its_reason),
        T(paste__into_a_question_is_kept_when_it_is_refused),
        T(paste__into_a_text_of_several_lines_is_stored_whole),
        T(paste__of_more_than_a_field_holds_says_that_it_was_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
