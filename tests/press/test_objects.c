/* A PDF taken apart and packed again: nothing lost, and nothing read from a file that is written in another way. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "press/objects.h"

#define MANY 450 /* more than one stream holds */

static void add_object(struct buf *b, size_t *place, size_t number, const char *text)
{
    *place = b->len;
    buf_printf(b, "%zu 0 obj\n%sendobj\n", number, text);
}

/* As cairo ends a file: 1 .. `n` are in use but for the one whose place is 0. */
static void add_table(struct buf *b, const size_t *places, size_t n)
{
    size_t at = b->len;
    buf_printf(b, "xref\n0 %zu\n0000000000 65535 f \n", n + 1);
    for (size_t i = 1; i <= n; i++)
        buf_printf(b, "%010zu 00000 n \n", places[i]);
    buf_printf(b, "trailer\n<< /Size %zu\n   /Root 1 0 R\n   /Info 3 0 R\n>>\nstartxref\n%zu\n%%%%EOF\n", n + 1, at);
}

/* A stream whose bytes look like the end of an object, a number that is not in use, and many small objects. */
static void sample(struct buf *b, size_t many)
{
    size_t *places = calloc(many + 7, sizeof *places);
    buf_puts(b, "%PDF-1.5\n");
    add_object(b, &places[2], 2, "<< /Type /Pages\n   /Kids [ 4 0 R ]\n   /Count 1\n>>\n");
    add_object(b, &places[1], 1, "<< /Type /Catalog\n   /Pages 2 0 R\n>>\n");
    add_object(b, &places[5], 5, "<< /Length 9 >>\nstream\n% endobj\n\nendstream\n");
    add_object(b, &places[3], 3, "<< /Title (endobj)\n>>\n");
    add_object(b, &places[4], 4, "<< /Type /Page\n   /Parent 2 0 R\n   /MediaBox [ 0 0 9 9 ]\n   /Contents 5 0 R\n>>\n");
    for (size_t i = 7; i < many + 7; i++) {
        char text[32];
        snprintf(text, sizeof text, "%zu\n", i * 1000);
        add_object(b, &places[i], i, text);
    }
    add_table(b, places, many + 6);
    free(places);
}

static void objects__come_back_whatever_they_hold(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf from = BUF_INIT, to = BUF_INIT;
    struct objects o;
    sample(&from, MANY);
    assert_true(objects_read(a, &from, &o));
    assert_null(o.v[6].text);
    buf_puts(&to, "di depan"); /* what stands before it is none of its business */
    objects_write(&o, &to);
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", to.p + 8, to.len - 8, NULL), QPDF_SUCCESS);
    assert_int_equal(qpdf_get_num_pages(q), 1);
    for (int i = 7; i < MANY + 7; i++)
        assert_int_equal(qpdf_oh_get_int_value(q, qpdf_get_object_by_id(q, i, 0)), i * 1000);
    assert_true(qpdf_oh_is_null(q, qpdf_get_object_by_id(q, 6, 0)));
    assert_true(qpdf_oh_is_stream(q, qpdf_get_object_by_id(q, 5, 0)));
    assert_string_equal(qpdf_get_info_key(q, "/Title"), "endobj");
    assert_int_equal(qpdf_check_pdf(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
    buf_done(&from);
    buf_done(&to);
    arena_free(a);
}

static void objects__are_packed_into_the_same_bytes_every_time(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf from = BUF_INIT, first = BUF_INIT, second = BUF_INIT;
    struct objects o;
    sample(&from, MANY);
    assert_true(objects_read(a, &from, &o));
    objects_write(&o, &first);
    objects_write(&o, &second);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.p, second.p, first.len);
    assert_true(first.len < from.len / 2);
    buf_done(&from);
    buf_done(&first);
    buf_done(&second);
    arena_free(a);
}

/* Cut anywhere, or with any one byte wrong: read or refused, but never beyond its end (AddressSanitizer watches). */
static void objects__are_not_read_from_a_damaged_file(void **state)
{
    (void)state;
    struct buf whole = BUF_INIT;
    sample(&whole, 3);
    for (size_t i = 0; i < whole.len; i++) {
        struct arena *a = arena_new();
        struct buf cut = BUF_INIT, wrong = BUF_INIT;
        struct objects o;
        buf_add(&cut, whole.p, i);
        bool told = i + strlen("\n%%EOF\n") >= whole.len; /* where the table begins: all that is needed of the end */
        assert_int_equal(objects_read(a, &cut, &o), told);
        for (const char *byte = "\n0199(\xFF"; *byte; byte++) {
            buf_clear(&wrong);
            buf_add(&wrong, whole.p, whole.len);
            wrong.p[i] = *byte;
            if (objects_read(a, &wrong, &o))
                objects_write(&o, &cut);
        }
        buf_done(&cut);
        buf_done(&wrong);
        arena_free(a);
    }
    buf_done(&whole);
}

#define T(name) cmocka_unit_test(name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(objects__come_back_whatever_they_hold),
        T(objects__are_packed_into_the_same_bytes_every_time),
        T(objects__are_not_read_from_a_damaged_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
