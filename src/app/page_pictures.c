#include "config.h"

#include "app/page_pictures.h"

#include <stdlib.h>

#include "base/file.h"

#define LIMIT ((size_t)8 << 20) /* of one small picture: never reached */
#define LOGO_BOX 240

/* Longest side in pixels: a page with few pictures can show more of each. */
static int box_for(size_t pictures)
{
    return pictures <= 8 ? 1000 : pictures <= 20 ? 720 : 480;
}

struct shrinking {
    const struct press_watch *watch;
    struct arena *a;
    const char *temp; /* a file of ours, written over for each picture */
    int box;
    struct press_report *report;
    struct err *e;
};

/* Is this the picture's own fault, not that of the disk or the program? */
static bool is_bad_picture(enum err_code code)
{
    return code == ERR_INPUT || code == ERR_FULL || code == ERR_CORRUPT;
}

static enum err_code shrink(struct shrinking *s, int box, const void **bytes, size_t *size)
{
    struct buf small = BUF_INIT;
    if (!*bytes)
        return ERR_NONE;
    enum err_code code = press_run_fit(*bytes, *size, box, s->temp, s->watch, s->e);
    if (!code)
        code = file_read(s->temp, LIMIT, &small, s->e);
    if (!code) {
        *bytes = arena_memdup(s->a, small.p, small.len);
        *size = small.len;
    } else if (is_bad_picture(code)) {
        *bytes = NULL;
        *size = 0;
        s->report->bad_pictures++;
        err_clear(s->e);
        code = ERR_NONE;
    } else if (code == ERR_BUSY) {
        s->report->cancelled = true;
    }
    buf_done(&small);
    return code;
}

static enum err_code shrink_node(struct shrinking *s, struct node *n)
{
    enum err_code code = shrink(s, s->box, &n->picture, &n->picture_size);
    struct picture *copy = ARENA_ARRAY(s->a, struct picture, n->n_pictures + 1);
    for (size_t i = 0; i < n->n_pictures && !code; i++) {
        copy[i] = n->pictures[i];
        code = shrink(s, s->box, &copy[i].bytes, &copy[i].size);
    }
    if (n->n_pictures)
        n->pictures = copy;
    return code;
}

static size_t count_pictures(const struct document_tree *t)
{
    size_t n = 0;
    for (const struct node *x = t->first; x; x = x->next)
        n += (x->picture != NULL) + x->n_pictures;
    return n;
}

static enum err_code copy_small(struct shrinking *s, const struct document_tree *t, struct document_tree *copy)
{
    enum err_code code = shrink(s, LOGO_BOX, &copy->logo, &copy->logo_size);
    struct node **end = &copy->first;
    for (const struct node *n = t->first; n && !code; n = n->next) {
        struct node *x = ARENA_NEW(s->a, struct node);
        *x = *n;
        x->next = NULL;
        code = shrink_node(s, x);
        *end = copy->last = x;
        end = &x->next;
    }
    return code;
}

enum err_code page_pictures(const struct document_tree *t, const struct press_watch *watch, struct arena *a,
                            struct document_tree **ret, struct press_report *report, struct err *e)
{
    char *temp;
    struct document_tree *copy = ARENA_NEW(a, struct document_tree);
    *copy = *t;
    if (!t->logo && count_pictures(t) == 0) {
        *ret = copy;
        return ERR_NONE;
    }
    enum err_code code = file_temp(arena_printf(a, "%s/gambar", file_temp_folder()), &temp, e);
    if (code)
        return code;
    struct shrinking s = {watch, a, temp, box_for(count_pictures(t)), report, e};
    code = copy_small(&s, t, copy);
    file_discard(temp);
    free(temp);
    if (!code)
        *ret = copy;
    return code;
}
