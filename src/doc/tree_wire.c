/* The tree as bytes and back. One description of each struct serves both directions, so that the
 * writer and the reader cannot drift apart; the reader's checks are the writer's assertions.
 *
 * Format 2: "MFTREE", version (u16), then the document's fields in the order below. Numbers are
 * little-endian; a text is a u32 (0: none, else length + 1) and its bytes; a size is a u32 in
 * thousandths; an array is a u32 count and its elements; each node is led by a 1, the last is
 * followed by a 0. */
#include "config.h"

#include "doc/tree.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define WIRE_MAGIC "MFTREE"
#define WIRE_VERSION 2
#define MAX_COLUMNS 64
#define MAX_ACROSS 2
#define MAX_PER_PAGE 4
#define MAX_SIZE 5000 /* mm or points or shares: no such paper is larger */

struct wire {
    struct buf *out;        /* writing: where to; NULL while reading */
    const unsigned char *p; /* reading: what is left */
    size_t left;
    struct arena *a; /* reading: owner of what is made */
    bool bad;        /* reading: stop believing */
};

/* True when `ok`; else the input is bad (reading) or the program is wrong (writing). */
static bool wire_check(struct wire *w, bool ok)
{
    if (!ok) {
        assert(!w->out);
        w->bad = true;
    }
    return ok;
}

static uint64_t wire_number(struct wire *w, uint64_t v, size_t bytes)
{
    if (w->out) {
        for (size_t i = 0; i < bytes; i++)
            buf_putc(w->out, (char)(unsigned char)(v >> (8 * i)));
        return v;
    }
    if (w->bad || !wire_check(w, w->left >= bytes))
        return 0;
    uint64_t got = 0;
    for (size_t i = 0; i < bytes; i++)
        got |= (uint64_t)w->p[i] << (8 * i);
    w->p += bytes;
    w->left -= bytes;
    return got;
}

static void wire_flag(struct wire *w, bool *v)
{
    uint64_t n = wire_number(w, *v, 1);
    if (wire_check(w, n <= 1))
        *v = n == 1;
}

static unsigned wire_choice(struct wire *w, unsigned v, unsigned last)
{
    uint64_t n = wire_number(w, v, 1);
    return wire_check(w, n <= last) ? (unsigned)n : 0;
}

static void wire_size(struct wire *w, double *v)
{
    uint64_t thousandths = 0;
    if (w->out) {
        assert(*v >= 0 && *v <= MAX_SIZE);
        thousandths = (uint64_t)(*v * 1000 + 0.5);
    }
    thousandths = wire_number(w, thousandths, 4);
    if (!w->out && wire_check(w, thousandths <= (uint64_t)MAX_SIZE * 1000))
        *v = (double)thousandths / 1000;
}

/* A count of things that take at least `least` bytes each: never more than the input can hold. */
static size_t wire_count(struct wire *w, size_t n, size_t least)
{
    assert(n <= UINT32_MAX);
    size_t got = (size_t)wire_number(w, n, 4);
    if (!w->out && !wire_check(w, got <= w->left / least))
        return 0;
    return got;
}

static void *wire_array(struct wire *w, void *v, size_t *n, size_t size, size_t least)
{
    *n = wire_count(w, *n, least);
    return w->out || *n == 0 ? v : arena_alloc(w->a, *n * size);
}

static const void *wire_bytes(struct wire *w, const void *p, size_t *n)
{
    *n = wire_count(w, *n, 1);
    if (w->out) {
        buf_add(w->out, p, *n);
        return p;
    }
    if (*n == 0)
        return NULL;
    const void *copy = arena_memdup(w->a, w->p, *n);
    w->p += *n;
    w->left -= *n;
    return copy;
}

static void wire_text(struct wire *w, const char **s)
{
    uint64_t n = wire_number(w, *s ? strlen(*s) + 1 : 0, 4);
    if (w->out) {
        if (n)
            buf_add(w->out, *s, (size_t)n - 1);
        return;
    }
    *s = NULL;
    if (w->bad || n == 0 || !wire_check(w, n - 1 <= w->left))
        return;
    size_t len = (size_t)n - 1;
    const char *p = (const char *)w->p;
    if (!wire_check(w, !memchr(p, '\0', len) && text_valid(p, len)))
        return;
    *s = arena_memdup(w->a, p, len);
    w->p += len;
    w->left -= len;
}

/* A text that must be there. */
static void wire_needed(struct wire *w, const char **s)
{
    wire_text(w, s);
    wire_check(w, *s != NULL);
}

static void wire_table(struct wire *w, struct table *tb)
{
    tb->columns = wire_array(w, tb->columns, &tb->n_columns, sizeof *tb->columns, 9);
    if (!wire_check(w, tb->n_columns > 0 && tb->n_columns <= MAX_COLUMNS))
        return;
    for (size_t i = 0; i < tb->n_columns && !w->bad; i++) {
        struct column *c = &tb->columns[i];
        wire_needed(w, &c->title);
        wire_size(w, &c->weight);
        c->align = (enum align)wire_choice(w, c->align, ALIGN_JUSTIFY);
    }
    wire_size(w, &tb->row_height);
    wire_flag(w, &tb->zigzag);
    tb->cells =
        wire_array(w, tb->cells, &tb->n_rows, tb->n_columns * sizeof *tb->cells, tb->n_columns * 4);
    for (size_t i = 0; i < tb->n_rows * tb->n_columns && !w->bad; i++)
        wire_text(w, &tb->cells[i]);
}

static void wire_signature(struct wire *w, struct signature *s)
{
    for (size_t i = 0; i < sizeof s->head / sizeof *s->head; i++)
        wire_text(w, &s->head[i]);
    wire_text(w, &s->name);
    for (size_t i = 0; i < sizeof s->foot / sizeof *s->foot; i++)
        wire_text(w, &s->foot[i]);
}

/* Bytes of JPEG or PNG; none is an empty frame. */
static void wire_picture(struct wire *w, const void **p, size_t *size)
{
    size_t n = *p ? *size : 0;
    *p = wire_bytes(w, *p, &n);
    *size = n;
}

/* What a writer may rely on, kind by kind. */
static bool node_sound(const struct node *n)
{
    switch (n->kind) {
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_NOTE:
        if (!n->text)
            return false;
        break;
    case NODE_FACTS:
        if (n->n_items % 2 != 0)
            return false;
        break;
    case NODE_PICTURES:
        if (n->across < 1 || n->per_page < n->across)
            return false;
        break;
    default:
        break;
    }
    return (n->kind == NODE_TABLE) == (n->table != NULL);
}

static void wire_node(struct wire *w, struct node *n)
{
    n->kind = (enum node_kind)wire_choice(w, n->kind, NODE_SPACE);
    n->align = (enum align)wire_choice(w, n->align, ALIGN_JUSTIFY);
    wire_flag(w, &n->first_indent);
    wire_flag(w, &n->numbered);
    wire_flag(w, &n->keep_with_next);
    wire_text(w, &n->text);
    wire_text(w, &n->right);
    n->runs = wire_array(w, n->runs, &n->n_runs, sizeof *n->runs, 9);
    for (size_t i = 0; i < n->n_runs && !w->bad; i++) {
        wire_needed(w, &n->runs[i].text);
        wire_flag(w, &n->runs[i].bold);
        wire_size(w, &n->runs[i].scale);
    }
    n->items = wire_array(w, n->items, &n->n_items, sizeof *n->items, 4);
    for (size_t i = 0; i < n->n_items && !w->bad; i++)
        wire_needed(w, &n->items[i]);
    bool has_table = n->table != NULL;
    wire_flag(w, &has_table);
    if (has_table && !w->bad) {
        struct table tb = n->table ? *n->table : (struct table){0};
        wire_table(w, &tb);
        if (!w->out) {
            n->table = ARENA_NEW(w->a, struct table);
            *n->table = tb;
        }
    }
    n->signatures = wire_array(w, n->signatures, &n->n_signatures, sizeof *n->signatures, 40);
    for (size_t i = 0; i < n->n_signatures && !w->bad; i++)
        wire_signature(w, &n->signatures[i]);
    wire_picture(w, &n->picture, &n->picture_size);
    n->pictures = wire_array(w, n->pictures, &n->n_pictures, sizeof *n->pictures, 8);
    for (size_t i = 0; i < n->n_pictures && !w->bad; i++) {
        wire_picture(w, &n->pictures[i].bytes, &n->pictures[i].size);
        wire_text(w, &n->pictures[i].caption);
    }
    n->level = (int)wire_choice(w, (unsigned)n->level, TREE_DEEPEST);
    n->across = (int)wire_choice(w, (unsigned)n->across, MAX_ACROSS);
    n->per_page = (int)wire_choice(w, (unsigned)n->per_page, MAX_PER_PAGE);
    wire_size(w, &n->space);
    if (!w->bad)
        wire_check(w, node_sound(n));
}

static void wire_document(struct wire *w, struct document_tree *t)
{
    wire_text(w, &t->title);
    wire_text(w, &t->author);
    t->date = (int64_t)wire_number(w, (uint64_t)t->date, 8);
    double *const sizes[] = {&t->page_width,  &t->page_height,  &t->margin_top, &t->margin_bottom,
                             &t->margin_left, &t->margin_right, &t->font_size};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        wire_size(w, sizes[i]);
    wire_picture(w, &t->logo, &t->logo_size);
    wire_text(w, &t->watermark);
    wire_text(w, &t->footer);
}

void tree_write(const struct document_tree *t, struct buf *out)
{
    struct wire w = {.out = out};
    buf_puts(out, WIRE_MAGIC);
    wire_number(&w, WIRE_VERSION, 2);
    struct document_tree copy = *t;
    wire_document(&w, &copy);
    for (const struct node *n = t->first; n; n = n->next) {
        wire_number(&w, 1, 1);
        struct node c = *n;
        wire_node(&w, &c);
    }
    wire_number(&w, 0, 1);
}

/* A page must leave room for text, or the press could never end it. */
static bool page_sound(const struct document_tree *t)
{
    return t->page_width - t->margin_left - t->margin_right >= 50 &&
           t->page_height - t->margin_top - t->margin_bottom >= 50 && t->font_size >= 4 &&
           t->font_size <= 48;
}

enum err_code tree_read(struct arena *a, const void *p, size_t n, struct document_tree **ret,
                        struct err *e)
{
    struct wire w = {.p = p, .left = n, .a = a};
    size_t magic = strlen(WIRE_MAGIC);
    if (n < magic + 2 || memcmp(p, WIRE_MAGIC, magic) != 0)
        return err_set(e, ERR_INPUT, _("Ini bukan naskah Mufakat. Tidak ada yang diubah."));
    w.p += magic;
    w.left -= magic;
    if (wire_number(&w, 0, 2) != WIRE_VERSION)
        return err_set(e, ERR_INPUT,
                       _("Naskah ini dibuat oleh versi lain dari Mufakat. Tidak ada yang diubah; "
                         "pasang kembali Mufakat secara utuh."));

    struct document_tree *t = tree_new(a);
    wire_document(&w, t);
    while (!w.bad && wire_number(&w, 0, 1) == 1)
        wire_node(&w, tree_add(t, NODE_PARAGRAPH));
    if (!w.bad)
        wire_check(&w, w.p[-1] == 0 && w.left == 0 && page_sound(t));
    if (w.bad)
        return err_set(e, ERR_INPUT,
                       _("Naskah rusak di tengah jalan. Tidak ada yang diubah; "
                         "cobalah membuat naskahnya sekali lagi."));
    *ret = t;
    return ERR_NONE;
}
