#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/actions.h"
#include "base/file.h"

static bool is_known(const char *code)
{
    for (const struct action_word *w = action_table; w->code; w++)
        if (strcmp(w->code, code) == 0)
            return true;
    return false;
}

/* Every code that a source file of the room hands to a job. */
static int check_file(const char *path)
{
    static const char *const makers[] = {"job_start(a, \"", "job_new(a, \"",
                                         "job_start(f->app, \""};
    struct buf b = BUF_INIT;
    struct err e;
    int seen = 0;
    if (file_read(path, 1 << 20, &b, &e))
        fail_msg("%s", e.text);
    for (size_t m = 0; m < sizeof makers / sizeof makers[0]; m++)
        for (const char *s = buf_str(&b); (s = strstr(s, makers[m])) != NULL;) {
            char code[64];
            s += strlen(makers[m]);
            snprintf(code, sizeof code, "%.*s", (int)strcspn(s, "\""), s);
            if (strcmp(code, "draft") != 0 && !is_known(code)) /* drafts are not logged */
                fail_msg("%s: \"%s\" has no words in app/actions.c", path, code);
            seen++;
        }
    buf_done(&b);
    return seen;
}

static void actions__every_code_has_words(void **state)
{
    (void)state;
    char pattern[400];
    glob_t g;
    int seen = 0;
    snprintf(pattern, sizeof pattern, "%s/src/app/*.c", getenv("MUFAKAT_SRCDIR"));
    assert_int_equal(glob(pattern, 0, NULL, &g), 0);
    for (size_t i = 0; i < g.gl_pathc; i++)
        seen += check_file(g.gl_pathv[i]);
    globfree(&g);
    assert_true(seen >= 30);
}

static void actions__codes_and_words_are_there_once(void **state)
{
    (void)state;
    for (const struct action_word *a = action_table; a->code; a++) {
        assert_true(a->words[0] != '\0');
        assert_ptr_equal(action_words(a->code), a->words);
        for (const struct action_word *b = a + 1; b->code; b++) {
            assert_string_not_equal(a->code, b->code);
            assert_string_not_equal(a->words, b->words);
        }
    }
    assert_string_equal(action_words("dari_masa_depan"), "dari_masa_depan");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actions__every_code_has_words),
        cmocka_unit_test(actions__codes_and_words_are_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
