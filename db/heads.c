#include "config.h"

#include "db/heads.h"

#include <stdlib.h>
#include <string.h>

/* One node per change and a last one for "not given" below the roots. The heads of a subtree are a
 * chain through `next`. */
struct node {
    int first, last; /* heads of the subtree, -1: none */
    int next;        /* the next head in the chain this one is in */
    int children;
};

static int find_base(const struct change *c, int i, int n)
{
    if (id_is_none(&c[i].base_writer))
        return n;
    /* The base is older, and nearly always the change just before. */
    for (int k = i - 1; k >= 0; k--)
        if (c[k].seq == c[i].base_seq && id_eq(&c[k].writer, &c[i].base_writer))
            return k;
    return n;
}

static bool is_rival(const struct change *head, const struct value *at_fork)
{
    return !head->erased && !value_eq(&head->value, at_fork);
}

/* Keeps only rivals among the heads of node `i`, if there are any. */
static void drop_returned(struct node *t, int i, const struct change *c,
                          const struct value *at_fork)
{
    int first = -1, last = -1;
    for (int h = t[i].first; h >= 0; h = t[h].next) {
        if (!is_rival(&c[h], at_fork))
            continue;
        if (first < 0)
            first = h;
        last = h;
    }
    if (first < 0)
        return;
    int kept = first;
    for (int h = t[first].next; h >= 0; h = t[h].next)
        if (is_rival(&c[h], at_fork)) {
            t[kept].next = h;
            kept = h;
        }
    t[last].next = -1;
    t[i].first = first;
    t[i].last = last;
}

static void hand_down(struct node *t, int from, int to)
{
    t[to].children++;
    if (t[to].first < 0)
        t[to].first = t[from].first;
    else
        t[t[to].last].next = t[from].first;
    t[to].last = t[from].last;
}

static int newest_first(const void *a, const void *b)
{
    const struct change *x = *(struct change *const *)a, *y = *(struct change *const *)b;
    return x < y ? 1 : x > y ? -1 : 0; /* both point into one array ordered by age */
}

struct heads heads_of(struct arena *a, struct change *c, size_t count)
{
    struct heads h = {NULL, 0, 0};
    int n = (int)count;
    struct node *t = ARENA_ARRAY(a, struct node, count + 1);
    for (int i = 0; i <= n; i++)
        t[i] = (struct node){-1, -1, -1, 0};
    for (int i = n - 1; i >= 0; i--) {
        if (t[i].children == 0) {
            t[i].first = t[i].last = i;
            h.leaves++;
        } else if (t[i].children > 1) {
            drop_returned(t, i, c, &c[i].value);
        }
        hand_down(t, i, find_base(c, i, n));
    }
    const struct value none = value_null();
    if (t[n].children > 1)
        drop_returned(t, n, c, &none);
    h.v = ARENA_ARRAY(a, struct change *, h.leaves);
    for (int i = t[n].first; i >= 0; i = t[i].next)
        h.v[h.n++] = &c[i];
    if (h.n > 1)
        qsort(h.v, h.n, sizeof *h.v, newest_first);
    return h;
}

struct value heads_value(const struct heads *h)
{
    return h->n ? h->v[0]->value : value_null();
}

bool heads_in_conflict(const struct heads *h)
{
    for (size_t i = 1; i < h->n; i++)
        if (!value_eq(&h->v[i]->value, &h->v[0]->value))
            return true;
    return false;
}

/* The newest edit of the row that the writer of deletion `d` cannot have seen: one with a later
 * hybrid clock in another group (nobody edits a row he knows to be deleted), or one that is not
 * among the `seen` earlier ones. NULL when he saw them all. */
static struct change *missed_edit(const struct change *d, const struct changes *row)
{
    int64_t earlier = 0;
    struct change *newest = NULL, *newest_earlier = NULL;
    for (size_t i = 0; i < row->n; i++) {
        struct change *c = &row->v[i];
        if (strcmp(c->field, "deleted") == 0 || c->kind == GROUP_ERASE)
            continue;
        if (c->hlc < d->hlc) {
            earlier++;
            if (!newest_earlier || c->hlc > newest_earlier->hlc)
                newest_earlier = c;
        } else if (!id_eq(&c->group, &d->group) && (!newest || c->hlc > newest->hlc)) {
            newest = c;
        }
    }
    if (newest)
        return newest;
    return d->seen != NONE && earlier > d->seen ? newest_earlier : NULL;
}

static bool says_deleted(const struct change *c)
{
    return c->value.type == VALUE_INT && c->value.i == 1;
}

bool heads_deletion_contested(const struct heads *deleted, const struct changes *row,
                              struct change **ret_edit)
{
    struct change *edit = NULL;
    if (deleted->n == 0 || !says_deleted(deleted->v[0]))
        return false;
    for (size_t i = 0; i < deleted->n; i++) {
        if (!says_deleted(deleted->v[i]))
            continue;
        struct change *missed = missed_edit(deleted->v[i], row);
        if (!missed)
            return false;
        if (!edit)
            edit = missed;
    }
    if (ret_edit)
        *ret_edit = edit;
    return true;
}
