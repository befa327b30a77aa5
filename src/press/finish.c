#include "config.h"

#include "press/finish.h"

#include <string.h>

#include <unistr.h>

#include "press/objects.h"

/* What the object says from its `skip`th byte on, behind `before`. */
static void change(struct arena *a, struct object *o, const struct buf *before, size_t skip)
{
    struct buf text = BUF_INIT;
    buf_add(&text, before->p, before->len);
    buf_add(&text, o->text + skip, o->length - skip);
    o->length = text.len;
    o->text = arena_memdup(a, text.p, text.len);
    buf_done(&text);
}

static bool begins_with(const struct object *o, const char *s)
{
    return o->text && o->length >= strlen(s) && memcmp(o->text, s, strlen(s)) == 0;
}

/* UTF-16 in hexadecimal, with the mark that says so (ISO 32000-1, 7.9.2.2). */
static void put_words(struct buf *b, const char *s)
{
    size_t left = strlen(s);
    buf_puts(b, "<FEFF");
    while (left > 0) {
        ucs4_t c;
        uint16_t units[2];
        int step = u8_mbtouc(&c, (const uint8_t *)s, left), n = u16_uctomb(units, c, 2);
        for (int i = 0; i < n; i++)
            buf_printf(b, "%04X", units[i]);
        s += step;
        left -= (size_t)step;
    }
    buf_putc(b, '>');
}

/* cairo numbers tags in the order in which they were opened. When there are not as many as were drawn, nobody knows
 * which is which, and none gets words. */
static void describe_figures(struct arena *a, struct objects *o, const GPtrArray *figures)
{
    static const char figure[] = "<< /Type /StructElem\n   /S /Figure\n";
    size_t found = 0;
    for (size_t i = 0; i < o->n; i++)
        found += begins_with(&o->v[i], figure);
    if (found != figures->len)
        return;
    found = 0;
    for (size_t i = 0; i < o->n; i++) {
        if (!begins_with(&o->v[i], figure))
            continue;
        struct buf words = BUF_INIT;
        buf_puts(&words, figure);
        buf_puts(&words, "   /Alt ");
        put_words(&words, figures->pdata[found++]);
        buf_putc(&words, '\n');
        change(a, &o->v[i], &words, sizeof figure - 1);
        buf_done(&words);
    }
}

static bool add_language(struct arena *a, struct object *root)
{
    static const char catalog[] = "<< /Type /Catalog\n";
    struct buf begin = BUF_INIT;
    if (!begins_with(root, catalog))
        return false;
    buf_puts(&begin, catalog);
    buf_puts(&begin, "   /Lang (id-ID)\n   /ViewerPreferences << /DisplayDocTitle true >>\n");
    change(a, root, &begin, sizeof catalog - 1);
    buf_done(&begin);
    return true;
}

/* cairo's two dates end what it tells of the paper; inside texts it writes no bare parenthesis. Ours:
 * "2026-11-12T00:45:00Z" as "D:20261112004500Z" (ISO 32000-1, 7.9.4). */
static bool set_dates(struct arena *a, struct object *info, const char *stamp)
{
    const char *text = arena_memdup(a, info->text, info->length), *dates = strstr(text, "   /CreationDate (");
    struct buf all = BUF_INIT;
    char when[40] = "";
    size_t n = 0;
    for (; *stamp && n < sizeof when - 1; stamp++)
        if (strchr("0123456789Z", *stamp))
            when[n++] = *stamp;
    if (!dates)
        return false;
    buf_add(&all, text, (size_t)(dates - text));
    buf_printf(&all, "   /CreationDate (D:%s)\n   /ModDate (D:%s)\n>>\n", when, when);
    change(a, info, &all, info->length);
    buf_done(&all);
    return true;
}

bool finish_pdf(const struct buf *pdf, const GPtrArray *figures, const char *date, struct buf *out)
{
    struct arena *a = arena_new();
    struct objects o;
    bool good = objects_read(a, pdf, &o) && add_language(a, &o.v[o.root]) && set_dates(a, &o.v[o.info], date);
    if (good) {
        describe_figures(a, &o, figures);
        objects_write(&o, out);
    }
    arena_free(a);
    return good;
}
