#include "config.h"

#include "press/objects.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/sha256.h"

#define ROW 20       /* bytes of a row of the table, ISO 32000-1, 7.5.4 */
#define PACKED 200   /* objects in one stream: a reader opens all of them to see one */
#define PLACE_BYTES 4

/* --- reading --- */

struct place {
    size_t number, at;
};

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

/* The number behind the last `word` of the file's end; 0: none. */
static size_t number_behind(const struct buf *pdf, size_t from, const char *word)
{
    const char *s = from < pdf->len ? strstr(pdf->p + from, word) : NULL;
    return s ? strtoul(s + strlen(word), NULL, 10) : 0;
}

static bool ends_with(const char *s, size_t n, const char *end)
{
    size_t length = strlen(end);
    return n >= length && memcmp(s + n - length, end, length) == 0;
}

/* The object that takes the bytes [s, end). */
static bool read_object(const char *s, const char *end, size_t number, struct object *ret)
{
    static const char close[] = "endobj\n";
    char open[32];
    int n = snprintf(open, sizeof open, "%zu 0 obj\n", number);
    size_t length = (size_t)(end - s), head = (size_t)n;
    if (length < head || memcmp(s, open, head) != 0 || !ends_with(s, length, close))
        return false;
    ret->text = s + head;
    ret->length = length - head - strlen(close);
    ret->stream = ends_with(ret->text, ret->length, "endstream\n");
    return true;
}

/* The table's rows as places in the file, in their order there; *ret_n: how many are in use. */
static struct place *read_table(struct arena *a, const char *rows, size_t n, size_t *ret_n)
{
    struct place *v = ARENA_ARRAY(a, struct place, n);
    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        size_t at = strtoul(rows + i * ROW, NULL, 10);
        if (rows[i * ROW + ROW - 3] == 'n' && at > 0)
            v[used++] = (struct place){i, at};
    }
    qsort(v, used, sizeof *v, by_place);
    *ret_n = used;
    return v;
}

bool objects_read(struct arena *a, const struct buf *pdf, struct objects *ret)
{
    struct objects o = {0};
    size_t tail = pdf->len > 64 ? pdf->len - 64 : 0, used;
    size_t table = number_behind(pdf, tail, "startxref\n"), rows;
    o.n = number_behind(pdf, table, "xref\n0 ");
    const char *line = table > 0 && table + 7 < pdf->len ? strchr(pdf->p + table + 7, '\n') : NULL;
    if (!line || memcmp(pdf->p + table, "xref\n0 ", 7) != 0 || o.n < 2)
        return false;
    rows = (size_t)(line + 1 - pdf->p);
    if (o.n * ROW > pdf->len - rows)
        return false;
    o.root = number_behind(pdf, rows + o.n * ROW, "/Root ");
    o.info = number_behind(pdf, rows + o.n * ROW, "/Info ");
    o.v = ARENA_ARRAY(a, struct object, o.n);
    const struct place *v = read_table(a, pdf->p + rows, o.n, &used);
    for (size_t i = 0; i < used; i++) {
        size_t end = i + 1 < used ? v[i + 1].at : table;
        if (end > table || v[i].at > end || !read_object(pdf->p + v[i].at, pdf->p + end, v[i].number, &o.v[v[i].number]))
            return false;
    }
    if (o.root >= o.n || o.info >= o.n || !o.v[o.root].text || !o.v[o.info].text)
        return false;
    *ret = o;
    return true;
}

/* --- writing --- */

/* A row of the new table: where an object begins, or which stream holds it and as which one. */
struct row {
    unsigned char type; /* 0: not in use, 1: in the open, 2: packed */
    size_t place, index;
};

struct writer {
    struct buf *out;
    size_t start; /* of the file in `out` */
    struct row *rows;
    size_t n; /* rows so far: those of the objects, then of the streams */
    struct buf numbers, packed;
    size_t n_packed;
};

static void put_stream(struct buf *out, const char *dictionary, const struct buf *bytes)
{
    uLongf n = compressBound(bytes->len);
    Bytef *small = mem_alloc(n);
    int rc = compress2(small, &n, (const Bytef *)buf_str(bytes), bytes->len, Z_DEFAULT_COMPRESSION);
    assert(rc == Z_OK); /* the room is always enough */
    buf_printf(out, "<< %s /Filter /FlateDecode /Length %lu >>\nstream\n", dictionary, (unsigned long)n);
    buf_add(out, small, n);
    buf_puts(out, "\nendstream\n");
    free(small);
}

/* The objects that wait become a stream, which takes the next free number. */
static void put_packed(struct writer *w)
{
    char dictionary[96];
    struct buf all = BUF_INIT;
    if (w->n_packed == 0)
        return;
    snprintf(dictionary, sizeof dictionary, "/Type /ObjStm /N %zu /First %zu", w->n_packed, w->numbers.len);
    buf_add(&all, w->numbers.p, w->numbers.len);
    buf_add(&all, w->packed.p, w->packed.len);
    w->rows[w->n] = (struct row){1, w->out->len - w->start, 0};
    buf_printf(w->out, "%zu 0 obj\n", w->n++);
    put_stream(w->out, dictionary, &all);
    buf_puts(w->out, "endobj\n");
    buf_done(&all);
    buf_clear(&w->numbers);
    buf_clear(&w->packed);
    w->n_packed = 0;
}

static void put_object(struct writer *w, size_t number, const struct object *o)
{
    if (o->stream) {
        w->rows[number] = (struct row){1, w->out->len - w->start, 0};
        buf_printf(w->out, "%zu 0 obj\n", number);
        buf_add(w->out, o->text, o->length);
        buf_puts(w->out, "endobj\n");
        return;
    }
    w->rows[number] = (struct row){2, w->n, w->n_packed++};
    buf_printf(&w->numbers, "%zu %zu ", number, w->packed.len);
    buf_add(&w->packed, o->text, o->length);
    if (w->n_packed == PACKED)
        put_packed(w);
}

static void put_number(unsigned char *to, size_t bytes, size_t v)
{
    while (bytes-- > 0) {
        to[bytes] = (unsigned char)v;
        v >>= 8;
    }
}

/* The rows, each as its difference to the one before: so they pack well (predictor 12, "up"). */
static void put_rows(const struct writer *w, struct buf *to)
{
    unsigned char before[1 + PLACE_BYTES + 1] = {0}, now[sizeof before], step[1 + sizeof before] = {2};
    for (size_t i = 0; i < w->n; i++) {
        now[0] = w->rows[i].type;
        put_number(now + 1, PLACE_BYTES, w->rows[i].place);
        put_number(now + 1 + PLACE_BYTES, 1, w->rows[i].index);
        for (size_t k = 0; k < sizeof now; k++)
            step[1 + k] = (unsigned char)(now[k] - before[k]);
        buf_add(to, step, sizeof step);
        memcpy(before, now, sizeof now);
    }
}

/* The table, and with it who is first, an identifier that follows from the content, and the end of the file. */
static void put_table(struct writer *w, const struct objects *o)
{
    char hex[HASH_HEX], dictionary[320];
    struct buf rows = BUF_INIT;
    size_t at = w->out->len - w->start, number = w->n++;
    struct hash hash = hash_of(w->out->p + w->start, at);
    hash_hex(&hash, hex);
    w->rows[number] = (struct row){1, at, 0};
    put_rows(w, &rows);
    snprintf(dictionary, sizeof dictionary,
             "/Type /XRef /Size %zu /Root %zu 0 R /Info %zu 0 R /ID [ <%.32s> <%.32s> ] /W [ 1 %d 1 ] "
             "/DecodeParms << /Predictor 12 /Columns %d >>",
             w->n, o->root, o->info, hex, hex, PLACE_BYTES, 1 + PLACE_BYTES + 1);
    buf_printf(w->out, "%zu 0 obj\n", number);
    put_stream(w->out, dictionary, &rows);
    buf_printf(w->out, "endobj\nstartxref\n%zu\n%%%%EOF\n", at);
    buf_done(&rows);
}

void objects_write(const struct objects *o, struct buf *out)
{
    struct writer w = {.out = out, .start = out->len, .n = o->n};
    w.rows = mem_zalloc((o->n + o->n / PACKED + 2) * sizeof *w.rows);
    buf_puts(out, "%PDF-1.5\n%\xB5\xED\xAE\xFB\n"); /* the four bytes say that this is no text */
    for (size_t i = 1; i < o->n; i++)
        if (o->v[i].text)
            put_object(&w, i, &o->v[i]);
    put_packed(&w);
    put_table(&w, o);
    buf_done(&w.numbers);
    buf_done(&w.packed);
    free(w.rows);
}
