#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "base/err.h"
#include "base/text.h"

static void err__carries_code_sentence_and_detail(void **state)
{
    (void)state;
    struct err e = {0};
    assert_int_equal(err_set(&e, ERR_RULE, "Nomor %d belum ada.", 5), ERR_RULE);
    assert_int_equal(e.code, ERR_RULE);
    assert_string_equal(e.text, "Nomor 5 belum ada.");
    assert_string_equal(e.detail, "");
    assert_int_equal(err_detail(&e, "row %s", "x"), ERR_RULE);
    assert_string_equal(e.detail, "row x");
    err_set(&e, ERR_BUSY, "Lain.");
    assert_string_equal(e.detail, "");
    err_clear(&e);
    assert_int_equal(e.code, ERR_NONE);
    assert_string_equal(e.text, "");
}

static void err__works_without_a_struct(void **state)
{
    (void)state;
    assert_int_equal(err_set(NULL, ERR_INPUT, "x"), ERR_INPUT);
    errno = ENOENT;
    assert_int_equal(err_errno(NULL, "x"), ERR_NOTFOUND);
    err_clear(NULL);
    err_ignore(err_set(NULL, ERR_IO, "x"));
}

static void err__sorts_errno_by_what_the_user_can_do(void **state)
{
    (void)state;
    static const struct {
        int number;
        enum err_code code;
    } v[] = {{ENOSPC, ERR_FULL},     {EDQUOT, ERR_FULL}, {EFBIG, ERR_FULL},
             {ENOENT, ERR_NOTFOUND}, {EIO, ERR_IO},      {EACCES, ERR_IO}};
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        struct err e = {0};
        errno = v[i].number;
        assert_int_equal(err_errno(&e, "Berkas %s", "a"), v[i].code);
        assert_string_equal(e.text, "Berkas a");
        assert_non_null(strstr(e.detail, strerror(v[i].number)));
    }
}

static void err__cuts_long_sentences_at_a_whole_character(void **state)
{
    (void)state;
    char many[1024];
    static const char *const units[] = {"\xC3\xA9", "\xE2\x80\x99", "\xF0\x9F\x99\x82", "a"};
    for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
        for (size_t shift = 0; shift < 4; shift++) {
            size_t step = strlen(units[u]);
            memset(many, 'x', shift);
            for (size_t i = shift; i + step < sizeof many; i += step)
                strcpy(many + i, units[u]);
            struct err e = {0};
            err_set(&e, ERR_INPUT, "%s", many);
            assert_true(strlen(e.text) > sizeof e.text - 6);
            assert_true(text_valid(e.text, strlen(e.text)));
        }
    }
}

static void err__names_every_code(void **state)
{
    (void)state;
    static const char *const names[] = {"NONE", "RULE",    "INPUT",   "NOTFOUND", "CONFLICT",
                                        "BUSY", "VERSION", "CORRUPT", "FULL",     "IO"};
    for (int c = ERR_NONE; c <= ERR_IO; c++)
        assert_string_equal(err_name((enum err_code)c), names[c]);
    assert_string_equal(err_name((enum err_code)99), "?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(err__carries_code_sentence_and_detail),
        cmocka_unit_test(err__works_without_a_struct),
        cmocka_unit_test(err__sorts_errno_by_what_the_user_can_do),
        cmocka_unit_test(err__cuts_long_sentences_at_a_whole_character),
        cmocka_unit_test(err__names_every_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
