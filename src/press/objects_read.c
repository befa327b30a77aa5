/* Reading a PDF of cairo's into its objects, in both of the forms that it has. */
#include "config.h"

#include "press/objects.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST /* what is read is const */
#include <zlib.h>

#define ROW 20 /* bytes of a row of the open table, ISO 32000-1, 7.5.4 */

/* An object that lies in the open. */
struct place {
    size_t number, at;
};

/* The end of a file, in whichever of the two forms. */
struct table {
    size_t at; /* where it begins: what lies before is objects */
    size_t n, root, info;
    struct place *v; /* in the order of the file */
    size_t used;
};

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at;
}

/* The number behind the first `word` of these bytes; 0: none. Some byte behind them is no figure. */
static size_t number_in(const char *s, size_t n, const char *word)
{
    const char *found = memmem(s, n, word, strlen(word));
    return found ? strtoul(found + strlen(word), NULL, 10) : 0;
}

static size_t number_behind(const struct buf *pdf, size_t from, const char *word)
{
    return from < pdf->len ? number_in(pdf->p + from, pdf->len - from, word) : 0;
}

static bool begins(const char *s, size_t n, const char *begin)
{
    return n >= strlen(begin) && memcmp(s, begin, strlen(begin)) == 0;
}

static bool ends_with(const char *s, size_t n, const char *end)
{
    size_t length = strlen(end);
    return n >= length && memcmp(s + n - length, end, length) == 0;
}

/* "12 0 obj"; returns its length. */
static size_t put_head(char ret[32], size_t number)
{
    return (size_t)snprintf(ret, 32, "%zu 0 obj\n", number);
}

/* The object that takes the bytes [s, end). */
static bool read_object(const char *s, const char *end, size_t number, struct object *ret)
{
    static const char close[] = "endobj\n";
    char open[32];
    size_t length = (size_t)(end - s), head = put_head(open, number);
    if (!begins(s, length, open) || !ends_with(s + head, length - head, close))
        return false;
    ret->text = s + head;
    ret->length = length - head - strlen(close);
    ret->stream = ends_with(ret->text, ret->length, "endstream\n");
    return true;
}

/* --- what is packed --- */

/* Adds what the stream of this object holds once it is unpacked. */
static bool unpack(const struct object *o, struct buf *ret)
{
    static const char open[] = ">>\nstream\n", close[] = "\nendstream\n";
    const char *from = memmem(o->text, o->length, open, strlen(open));
    char piece[16384];
    z_stream z = {0};
    int rc = Z_OK;
    if (!from || !ends_with(from, o->length - (size_t)(from - o->text), close) || inflateInit(&z) != Z_OK)
        return false;
    z.next_in = (const Bytef *)from + strlen(open);
    z.avail_in = (uInt)(o->text + o->length - strlen(close) - from - (ptrdiff_t)strlen(open));
    while (rc == Z_OK) {
        z.next_out = (Bytef *)piece;
        z.avail_out = sizeof piece;
        rc = inflate(&z, Z_NO_FLUSH);
        buf_add(ret, piece, sizeof piece - z.avail_out);
    }
    inflateEnd(&z);
    return rc == Z_STREAM_END;
}

/* The objects of one stream: `count` pairs of a number and a place behind `first`, then the objects themselves. */
static bool take_packed(struct objects *o, const char *s, size_t n, size_t count, size_t first)
{
    const char *at = s, *end = s + n;
    struct object *before = NULL;
    for (size_t i = 0; i < count; i++) {
        char *next;
        size_t number = strtoul(at, &next, 10), place = strtoul(next, &next, 10);
        const char *text = place < n - first ? s + first + place : NULL;
        if (next > s + first || number == 0 || number >= o->n || !text || (before && text < before->text))
            return false;
        if (before)
            before->length = (size_t)(text - before->text);
        before = &o->v[number];
        *before = (struct object){.text = text, .length = (size_t)(end - text)};
        at = next;
    }
    return true;
}

/* Takes the objects out of all streams of objects, which are then no longer needed. */
static bool read_packed(struct arena *a, struct objects *o)
{
    for (size_t i = 1; i < o->n; i++) {
        struct object *from = &o->v[i];
        struct buf bytes = BUF_INIT;
        if (!from->stream || !begins(from->text, from->length, "<< /Type /ObjStm\n"))
            continue;
        size_t count = number_in(from->text, from->length, "/N "), first = number_in(from->text, from->length, "/First ");
        size_t length = number_in(from->text, from->length, "/Length ");
        bool good = unpack(from, &bytes) && first < bytes.len;
        const char *kept = good ? arena_memdup(a, bytes.p, bytes.len) : NULL;
        size_t n = bytes.len;
        buf_done(&bytes);
        *from = (struct object){0};
        if (length < o->n) /* cairo keeps it in an object of its own */
            o->v[length] = (struct object){0};
        if (!good || !take_packed(o, kept, n, count, first))
            return false;
    }
    return true;
}

/* --- the table --- */

/* One row for each number, in the open: cairo 1.16. */
static bool read_open_table(struct arena *a, const struct buf *pdf, struct table *t)
{
    const char *line = strchr(pdf->p + t->at + strlen("xref\n0 "), '\n');
    t->n = number_behind(pdf, t->at, "xref\n0 ");
    size_t rows = line ? (size_t)(line + 1 - pdf->p) : pdf->len;
    if (t->n < 2 || t->n > (pdf->len - rows) / ROW)
        return false;
    t->root = number_behind(pdf, rows + t->n * ROW, "/Root ");
    t->info = number_behind(pdf, rows + t->n * ROW, "/Info ");
    t->v = ARENA_ARRAY(a, struct place, t->n);
    for (size_t i = 1; i < t->n; i++) {
        const char *row = pdf->p + rows + i * ROW;
        if (row[ROW - 3] == 'n')
            t->v[t->used++] = (struct place){i, strtoul(row, NULL, 10)};
    }
    return true;
}

/* Big-endian. */
static size_t number_of(const char *s, size_t n)
{
    size_t v = 0;
    while (n-- > 0)
        v = v << 8 | (unsigned char)*s++;
    return v;
}

/* The rows packed in an object of their own, rows of 1, `wide` and 2 bytes: cairo 1.18. What lies in a stream is
 * found there. */
static bool read_packed_table(struct arena *a, const struct buf *pdf, struct table *t)
{
    const char *s = pdf->p + t->at, *end = memmem(s, pdf->len - t->at, "startxref\n", strlen("startxref\n"));
    struct object o;
    struct buf rows = BUF_INIT;
    if (!end || !read_object(s, end, strtoul(s, NULL, 10), &o) || !begins(o.text, o.length, "<< /Type /XRef\n"))
        return false;
    size_t wide = number_in(o.text, o.length, "/W [1 "), row = 1 + wide + 2;
    t->n = number_in(o.text, o.length, "/Size ");
    t->root = number_in(o.text, o.length, "/Root ");
    t->info = number_in(o.text, o.length, "/Info ");
    bool good = wide > 0 && wide <= 8 && unpack(&o, &rows) && t->n >= 2 && t->n <= rows.len / row;
    t->v = ARENA_ARRAY(a, struct place, good ? t->n : 1);
    for (size_t i = 1; good && i < t->n; i++)
        if (rows.p[i * row] == 1)
            t->v[t->used++] = (struct place){i, number_of(rows.p + i * row + 1, wide)};
    buf_done(&rows);
    return good;
}

/* Leaves out numbers that cairo gave away and never wrote (1.18: those of artifacts): its table says that they begin
 * wherever the file ended just then. */
static void drop_unwritten(const struct buf *pdf, struct table *t)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->used; i++) {
        char head[32];
        struct place p = t->v[i];
        if (p.at < t->at && p.at + put_head(head, p.number) <= t->at && begins(pdf->p + p.at, pdf->len - p.at, head))
            t->v[kept++] = p;
    }
    t->used = kept;
}

static bool read_table(struct arena *a, const struct buf *pdf, struct table *ret)
{
    struct table t = {.at = number_behind(pdf, pdf->len > 64 ? pdf->len - 64 : 0, "startxref\n")};
    if (t.at == 0 || t.at >= pdf->len)
        return false;
    bool open = begins(pdf->p + t.at, pdf->len - t.at, "xref\n0 ");
    if (!(open ? read_open_table(a, pdf, &t) : read_packed_table(a, pdf, &t)))
        return false;
    drop_unwritten(pdf, &t); /* and the table's own object */
    qsort(t.v, t.used, sizeof *t.v, by_place);
    *ret = t;
    return true;
}

bool objects_read(struct arena *a, const struct buf *pdf, struct objects *ret)
{
    struct table t;
    if (!read_table(a, pdf, &t))
        return false;
    struct objects o = {.v = ARENA_ARRAY(a, struct object, t.n), .n = t.n, .root = t.root, .info = t.info};
    for (size_t i = 0; i < t.used; i++) {
        size_t at = t.v[i].at, end = i + 1 < t.used ? t.v[i + 1].at : t.at, number = t.v[i].number;
        if (!read_object(pdf->p + at, pdf->p + end, number, &o.v[number]))
            return false;
    }
    if (!read_packed(a, &o) || o.root >= o.n || o.info >= o.n || !o.v[o.root].text || !o.v[o.info].text)
        return false;
    *ret = o;
    return true;
}
