#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text_diff.h"

enum {
    AROUND = 3,           /* words shown before and after a change */
    MOST_CELLS = 250000,  /* of the table; longer texts are told as replaced */
};

struct word {
    const char *p;
    size_t n;
};
struct words {
    struct word *v;
    size_t n;
};

static struct words split(struct arena *a, const char *s)
{
    struct words w = {ARENA_ARRAY(a, struct word, strlen(s) / 2 + 1), 0};
    for (s += strspn(s, " \n\t"); *s; s += strspn(s, " \n\t")) {
        size_t n = strcspn(s, " \n\t");
        w.v[w.n++] = (struct word){s, n};
        s += n;
    }
    return w;
}

static bool same(const struct word *a, const struct word *b)
{
    return a->n == b->n && memcmp(a->p, b->p, a->n) == 0;
}

/* Longest common subsequence of the middles: t[i][k] of what stands from i and k on. NULL: too long to be worked out. */
static uint16_t *table_of(struct arena *a, const struct words *x, const struct words *y)
{
    size_t wide = y->n + 1;
    if ((x->n + 1) * wide > MOST_CELLS)
        return NULL;
    uint16_t *t = ARENA_ARRAY(a, uint16_t, (x->n + 1) * wide);
    for (size_t i = x->n + 1; i-- > 0;)
        for (size_t k = y->n + 1; k-- > 0;) {
            uint16_t *at = &t[i * wide + k];
            if (i == x->n || k == y->n) {
                *at = 0;
            } else if (same(&x->v[i], &y->v[k])) {
                *at = (uint16_t)(at[wide + 1] + 1);
            } else {
                *at = at[wide] > at[1] ? at[wide] : at[1];
            }
        }
    return t;
}

static const char *joined(struct arena *a, const struct word *v, size_t n)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%.*s", i ? " " : "", (int)v[i].n, v[i].p);
    return buf_into(&b, a);
}

static void put(struct buf *out, const char *text)
{
    if (out->len > 0)
        buf_putc(out, ' ');
    buf_puts(out, text);
}

/* A run that stayed; only what stands beside a change is shown. */
static void put_kept(struct arena *a, struct buf *out, const struct word *v, size_t n, bool first, bool last)
{
    size_t head = first ? 0 : AROUND;
    size_t tail = last ? 0 : AROUND;
    if (n <= head + tail + 1) {
        if (n > 0)
            put(out, joined(a, v, n));
        return;
    }
    if (head)
        put(out, joined(a, v, head));
    put(out, "…");
    if (tail)
        put(out, joined(a, v + n - tail, tail));
}

static void put_changed(struct arena *a, struct buf *out, const char *format, const struct word *v, size_t n)
{
    const char *mark = strstr(format, "%s");
    if (n == 0 || !mark)
        return;
    put(out, arena_printf(a, "%.*s%s%s", (int)(mark - format), format, joined(a, v, n), mark + 2));
}

struct walk {
    struct words x, y;
    const uint16_t *t;
    size_t i, k;
};

/* Moves over words that stayed, then over words that went and came; how many of each. */
static void step(struct walk *w, size_t *kept, size_t *gone, size_t *fresh)
{
    size_t wide = w->y.n + 1;
    *kept = *gone = *fresh = 0;
    for (; w->i < w->x.n && w->k < w->y.n && w->t && same(&w->x.v[w->i], &w->y.v[w->k]); w->i++, w->k++)
        ++*kept;
    while (w->i < w->x.n || w->k < w->y.n) {
        bool both = w->i < w->x.n && w->k < w->y.n;
        if (both && w->t && same(&w->x.v[w->i], &w->y.v[w->k]))
            break;
        const uint16_t *at = both && w->t ? &w->t[w->i * wide + w->k] : NULL;
        if (w->i < w->x.n && (!at || at[wide] >= at[1])) {
            w->i++;
            ++*gone;
        } else {
            w->k++;
            ++*fresh;
        }
    }
}

const char *text_changes(struct arena *a, const char *before, const char *after, const char *gone, const char *fresh)
{
    struct walk w = {split(a, before), split(a, after), NULL, 0, 0};
    struct buf out = BUF_INIT;
    bool any = false;
    w.t = table_of(a, &w.x, &w.y);
    while (w.i < w.x.n || w.k < w.y.n) {
        size_t kept, n_gone, n_fresh;
        const struct word *x = w.x.v + w.i;
        const struct word *y = w.y.v + w.k;
        step(&w, &kept, &n_gone, &n_fresh);
        put_kept(a, &out, x, kept, out.len == 0 && !any, w.i == w.x.n && w.k == w.y.n && n_gone + n_fresh == 0);
        put_changed(a, &out, gone, x + kept, n_gone);
        put_changed(a, &out, fresh, y + kept, n_fresh);
        any = any || n_gone + n_fresh > 0;
    }
    const char *text = any ? arena_strdup(a, buf_str(&out)) : "";
    buf_done(&out);
    return text;
}
