#include "config.h"

#include "press/objects.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/sha256.h"

#define PACKED 200   /* objects in one stream: a reader opens all of them to see one */
#define PLACE_BYTES 4

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
