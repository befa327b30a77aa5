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
#include <zlib.h>

#include "press/objects.h"

#define MANY 450 /* more than one stream holds */

static void add_object(struct buf *b, size_t *place, size_t number, const char *text)
{
    *place = b->len;
    buf_printf(b, "%zu 0 obj\n%sendobj\n", number, text);
}

/* As cairo 1.16 ends a file. */
static void add_table(struct buf *b, const size_t *places, size_t n)
{
    size_t at = b->len;
    buf_printf(b, "xref\n0 %zu\n0000000000 65535 f \n", n + 1);
    for (size_t i = 1; i <= n; i++)
        buf_printf(b, "%010zu 00000 n \n", places[i]);
    buf_printf(b, "trailer\n<< /Size %zu\n   /Root 1 0 R\n   /Info 3 0 R\n>>\nstartxref\n%zu\n%%%%EOF\n", n + 1, at);
}

static const char *const first_objects[] = {
    [1] = "<< /Type /Catalog\n   /Pages 2 0 R\n>>\n",
    [2] = "<< /Type /Pages\n   /Kids [ 4 0 R ]\n   /Count 1\n>>\n",
    [3] = "<< /Title (endobj)\n>>\n",
    [4] = "<< /Type /Page\n   /Parent 2 0 R\n   /MediaBox [ 0 0 9 9 ]\n   /Contents 5 0 R\n>>\n",
    [5] = "<< /Length 9 >>\nstream\n% endobj\n\nendstream\n",
};
enum { STREAM = 5, UNUSED, FIRST_NUMBER };

static void text_of_number(size_t number, char *ret, size_t size)
{
    if (number < FIRST_NUMBER)
        snprintf(ret, size, "%s", first_objects[number]);
    else
        snprintf(ret, size, "%zu\n", number * 1000);
}

/* A stream whose bytes look like the end of an object, a number that was never written and whose place lies inside
 * another object, and many small objects. */
static void sample(struct buf *b, size_t many)
{
    size_t n = many + UNUSED, *places = calloc(n + 1, sizeof *places);
    char text[128];
    buf_puts(b, "%PDF-1.5\n");
    for (size_t i = n; i > 0; i--) {
        if (i == UNUSED)
            continue;
        text_of_number(i, text, sizeof text);
        add_object(b, &places[i], i, text);
    }
    places[UNUSED] = places[STREAM] + 3;
    add_table(b, places, n);
    free(places);
}

static void add_packed(struct buf *b, const char *dictionary, const struct buf *bytes)
{
    uLongf n = compressBound(bytes->len);
    Bytef *small = malloc(n);
    assert_int_equal(compress(small, &n, (const Bytef *)bytes->p, bytes->len), Z_OK);
    buf_printf(b, "<< %s   /Filter /FlateDecode\n>>\nstream\n", dictionary);
    buf_add(b, small, n);
    buf_puts(b, "\nendstream\nendobj\n");
    free(small);
}

static void put_row(struct buf *rows, int type, size_t place, size_t index)
{
    const char row[] = {(char)type, (char)(place >> 8), (char)place, (char)(index >> 8), (char)index};
    buf_add(rows, row, sizeof row);
}

/* The same as cairo 1.18 writes it: object 5 in the open, the others in a stream, the table in another. */
static void sample_packed(struct buf *b, size_t many)
{
    size_t n = many + UNUSED, stream = n + 1, length = n + 2, table = n + 3, place[3], index = 0;
    struct buf numbers = BUF_INIT, objects = BUF_INIT, rows = BUF_INIT;
    char text[160];
    buf_puts(b, "%PDF-1.7\n");
    add_object(b, &place[0], STREAM, first_objects[STREAM]);
    put_row(&rows, 0, 0, 65535);
    for (size_t i = 1; i <= n; i++) {
        if (i == STREAM) {
            put_row(&rows, 1, place[0], 0);
        } else if (i == UNUSED) {
            put_row(&rows, 1, place[0] + 3, 0);
        } else {
            text_of_number(i, text, sizeof text);
            buf_printf(&numbers, "%zu %zu\n", i, objects.len);
            buf_puts(&objects, text);
            put_row(&rows, 2, stream, index++);
        }
    }
    place[1] = b->len;
    snprintf(text, sizeof text, "/Type /ObjStm\n   /Length %zu 0 R\n   /N %zu\n   /First %zu\n", length, index, numbers.len);
    buf_puts(&numbers, objects.p);
    buf_printf(b, "%zu 0 obj\n", stream);
    add_packed(b, text, &numbers);
    add_object(b, &place[2], length, "   11\n"); /* nobody needs it: libqpdf finds the end of a stream by its word */
    put_row(&rows, 1, place[1], 0);
    put_row(&rows, 1, place[2], 0);
    size_t at = b->len;
    put_row(&rows, 1, at, 0);
    snprintf(text, sizeof text, "/Type /XRef\n   /Size %zu\n   /W [1 2 2]\n   /Root 1 0 R\n   /Info 3 0 R\n", table + 1);
    buf_printf(b, "%zu 0 obj\n", table);
    add_packed(b, text, &rows);
    buf_printf(b, "startxref\n%zu\n%%%%EOF\n", at);
    buf_done(&numbers);
    buf_done(&objects);
    buf_done(&rows);
}

static void (*const samples[])(struct buf *b, size_t many) = {sample, sample_packed};
enum { SAMPLES = sizeof samples / sizeof *samples };

static void look_at_all(const char *bytes, size_t n)
{
    qpdf_data q = qpdf_init();
    assert_int_equal(qpdf_read_memory(q, "x", bytes, n, NULL), QPDF_SUCCESS);
    assert_int_equal(qpdf_get_num_pages(q), 1);
    for (int i = FIRST_NUMBER; i < MANY + FIRST_NUMBER; i++)
        assert_int_equal(qpdf_oh_get_int_value(q, qpdf_get_object_by_id(q, i, 0)), i * 1000);
    assert_true(qpdf_oh_is_null(q, qpdf_get_object_by_id(q, UNUSED, 0)));
    assert_true(qpdf_oh_is_stream(q, qpdf_get_object_by_id(q, STREAM, 0)));
    assert_string_equal(qpdf_get_info_key(q, "/Title"), "endobj");
    assert_int_equal(qpdf_check_pdf(q), QPDF_SUCCESS);
    qpdf_cleanup(&q);
}

static void objects__come_back_whatever_they_hold(void **state)
{
    (void)state;
    for (int i = 0; i < SAMPLES; i++) {
        struct arena *a = arena_new();
        struct buf from = BUF_INIT, to = BUF_INIT;
        struct objects o;
        samples[i](&from, MANY);
        assert_true(objects_read(a, &from, &o));
        assert_null(o.v[UNUSED].text);
        for (size_t k = MANY + FIRST_NUMBER; k < o.n; k++) /* what held the others is not taken along */
            assert_null(o.v[k].text);
        buf_puts(&to, "di depan"); /* what stands before it is none of its business */
        objects_write(&o, &to);
        look_at_all(to.p + 8, to.len - 8);
        buf_done(&from);
        buf_done(&to);
        arena_free(a);
    }
}

static void objects__are_packed_into_the_same_bytes_every_time(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf first = BUF_INIT;
    for (int i = 0; i < 2 * SAMPLES; i++) { /* from both forms twice */
        struct buf from = BUF_INIT, again = BUF_INIT;
        struct objects o;
        samples[i % SAMPLES](&from, MANY);
        assert_true(objects_read(a, &from, &o));
        o.n = MANY + FIRST_NUMBER;
        objects_write(&o, i == 0 ? &first : &again);
        if (i == 0)
            assert_true(first.len < from.len / 2);
        else
            assert_int_equal(again.len, first.len);
        if (i > 0)
            assert_memory_equal(again.p, first.p, first.len);
        buf_done(&from);
        buf_done(&again);
    }
    buf_done(&first);
    arena_free(a);
}

/* Cut anywhere, or with any one byte wrong: read or refused, but never beyond its end (AddressSanitizer watches). */
static void objects__are_not_read_from_a_damaged_file(void **state)
{
    (void)state;
    for (int form = 0; form < SAMPLES; form++) {
        struct buf whole = BUF_INIT;
        samples[form](&whole, 3);
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
}

/* A packed stream is proof against a wrong byte by its checksum; here the numbers inside are wrong, and well packed. */
static void objects__are_not_taken_from_wrong_places_of_a_stream(void **state)
{
    (void)state;
    static const char *const wrong[] = {"1 0 2 99999 ", "0 0 2 2 ", "77 0 2 2 ", "1 3 2 2 ", "-1 0 2 2 ", "1 0 2 -2 ", "1 0"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct arena *a = arena_new();
        struct buf b = BUF_INIT, bytes = BUF_INIT, rows = BUF_INIT;
        struct objects o;
        char text[128];
        buf_printf(&bytes, "%s<<>>\n<<>>\n", wrong[i]);
        snprintf(text, sizeof text, "/Type /ObjStm\n   /N 2\n   /First %zu\n", strlen(wrong[i]));
        buf_puts(&b, "%PDF-1.7\n3 0 obj\n");
        add_packed(&b, text, &bytes);
        size_t at = b.len;
        for (int k = 0; k < 5; k++)
            put_row(&rows, k == 3 ? 1 : k == 0 ? 0 : 2, k == 3 ? 9 : 3, 0);
        buf_puts(&b, "4 0 obj\n");
        add_packed(&b, "/Type /XRef\n   /Size 5\n   /W [1 2 2]\n   /Root 1 0 R\n   /Info 2 0 R\n", &rows);
        buf_printf(&b, "startxref\n%zu\n%%%%EOF\n", at);
        if (objects_read(a, &b, &o))
            fail_msg("read: %s", wrong[i]);
        buf_done(&b);
        buf_done(&bytes);
        buf_done(&rows);
        arena_free(a);
    }
}

#define T(name) cmocka_unit_test(name)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(objects__come_back_whatever_they_hold),
        T(objects__are_packed_into_the_same_bytes_every_time),
        T(objects__are_not_read_from_a_damaged_file),
        T(objects__are_not_taken_from_wrong_places_of_a_stream),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
