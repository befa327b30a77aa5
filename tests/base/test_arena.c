#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static void arena__gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t n = 0; n < 3000; n += 7) {
        unsigned char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, n);
    }
    arena_free(a);
}

static void arena__zeroes_again_after_a_reset(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    memset(arena_alloc(a, 5000), 0xAA, 5000);
    memset(arena_alloc(a, 200000), 0xAA, 200000);
    arena_reset(a);
    unsigned char *p = arena_alloc(a, 4000);
    for (size_t i = 0; i < 4000; i++)
        assert_int_equal(p[i], 0);
    arena_reset(a);
    arena_reset(a);
    arena_free(a);
    arena_free(NULL);
}

static void arena__keeps_earlier_pieces_when_it_grows(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    char *pieces[2000];
    for (int i = 0; i < 2000; i++)
        pieces[i] = arena_printf(a, "butir %d %*s", i, i % 97, "");
    for (int i = 0; i < 2000; i++)
        assert_int_equal(atoi(pieces[i] + 6), i);
    arena_free(a);
}

static void arena__copies_strings_and_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_null(arena_strdup(a, NULL));
    assert_string_equal(arena_strdup(a, ""), "");
    assert_string_equal(arena_strdup(a, "mufakat"), "mufakat");
    char *p = arena_memdup(a, "a\0b", 3);
    assert_memory_equal(p, "a\0b\0", 4);
    assert_string_equal(arena_memdup(a, NULL, 0), "");
    assert_string_equal(arena_printf(a, "%d-%s", 7, "x"), "7-x");
    assert_string_equal(arena_printf(a, "%s", ""), "");
    arena_free(a);
}

static void count_down(void *thing)
{
    int *n = thing;
    *n = *n * 10 + 1;
}

static void count_twice(void *thing)
{
    int *n = thing;
    *n = *n * 10 + 2;
}

static void arena__does_what_was_deferred_once_and_backwards(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int n = 0;
    arena_defer(a, count_down, &n);
    arena_defer(a, count_twice, &n);
    assert_int_equal(n, 0);
    arena_reset(a);
    assert_int_equal(n, 21);
    arena_reset(a);
    assert_int_equal(n, 21);
    arena_defer(a, count_down, &n);
    arena_free(a);
    assert_int_equal(n, 211);
}

static void buf__is_always_a_string(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    assert_string_equal(buf_str(&b), "");
    buf_puts(&b, NULL);
    buf_puts(&b, "ab");
    buf_putc(&b, 'c');
    buf_printf(&b, "%03d", 7);
    buf_add(&b, "xyz", 2);
    buf_add(&b, NULL, 0);
    assert_string_equal(buf_str(&b), "abc007xy");
    assert_int_equal(b.len, 8);
    buf_clear(&b);
    assert_string_equal(buf_str(&b), "");
    assert_int_equal(b.len, 0);
    buf_done(&b);
    assert_null(b.p);
}

static void buf__grows_to_any_size(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    for (int i = 0; i < 100000; i++)
        buf_putc(&b, (char)('a' + i % 26));
    assert_int_equal(b.len, 100000);
    assert_int_equal(strlen(buf_str(&b)), 100000);
    buf_printf(&b, "%5000d", 1);
    assert_int_equal(b.len, 105000);
    buf_done(&b);
}

static void buf__hands_its_bytes_over(void **state)
{
    (void)state;
    struct buf b = BUF_INIT;
    char *empty = buf_take(&b);
    assert_string_equal(empty, "");
    free(empty);
    buf_puts(&b, "mufakat");
    char *taken = buf_take(&b);
    assert_string_equal(taken, "mufakat");
    free(taken);
    assert_null(b.p);
    assert_int_equal(b.len, 0);
}

static void arena_more__keeps_what_is_there(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int *v = NULL;
    size_t moved = 0;
    for (int i = 0; i < 1000; i++) {
        int *was = v;
        v = arena_more(a, v, (size_t)i, sizeof *v);
        moved += v != was;
        v[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v[i], i);
    assert_int_equal(moved, 9); /* 4, 8, ... 1024 */
    arena_free(a);
}

static void buf_into__hands_the_text_to_the_arena(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = BUF_INIT;
    assert_string_equal(buf_into(&b, a), "");
    buf_puts(&b, "isi");
    assert_string_equal(buf_into(&b, a), "isi");
    assert_null(b.p);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena__gives_zeroed_aligned_memory),
        cmocka_unit_test(arena__zeroes_again_after_a_reset),
        cmocka_unit_test(arena__keeps_earlier_pieces_when_it_grows),
        cmocka_unit_test(arena__copies_strings_and_bytes),
        cmocka_unit_test(arena__does_what_was_deferred_once_and_backwards),
        cmocka_unit_test(buf__is_always_a_string),
        cmocka_unit_test(buf__grows_to_any_size),
        cmocka_unit_test(buf__hands_its_bytes_over),
        cmocka_unit_test(arena_more__keeps_what_is_there),
        cmocka_unit_test(buf_into__hands_the_text_to_the_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
