/* Half-typed texts and whose they are. Two programs may have the same line half typed: each keeps its own, so a draft's key in
 * the table is "<run>|<id>|<text field>". `run` tells whether the program that writes it goes on (app/running.h) and is "-" once
 * that was left on purpose; the id is new each time a session is opened. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/inside.h"
#include "app/read.h"
#include "app/running.h"

#define LEFT "-"
#define LEFT_BEFORE "ui.left" /* a row that programs of before 22 November 2026 wrote: it is no draft */

/* "<run>|<id>|" of this program in this session. */
static const char *owner(struct app *a)
{
    if (!*a->draft_owner) {
        struct arena *ar = arena_new();
        struct id id = id_new(clock_now(&a->clock));
        char text[ID_TEXT];
        id_format(&id, text);
        snprintf(a->draft_owner, sizeof a->draft_owner, "%s|%s|", running_self(ar), text);
        arena_free(ar);
    }
    return a->draft_owner;
}

const char *drafts_own_key(struct app *a, const char *key, struct arena *ar)
{
    return arena_printf(ar, "%s%s", owner(a), key);
}

void app_post_draft(struct app *a, const char *key, const char *text)
{
    struct arena *ar = arena_new();
    keeper_post_draft(a, drafts_own_key(a, key, ar), text);
    arena_free(ar);
}

void app_drop_draft(struct app *a, const char *stored)
{
    keeper_post_draft(a, stored, NULL);
}

void app_leave_drafts(struct app *a)
{
    (void)owner(a); /* the keeper reads it */
    keeper_post_draft(a, NULL, NULL);
}

enum err_code drafts_leave(struct app *a, struct err *e)
{
    char left[sizeof a->draft_owner];
    snprintf(left, sizeof left, LEFT "%s", strchr(a->draft_owner, '|'));
    return store_rename_drafts(a->writer, a->draft_owner, left, e);
}

/* A key of an older program names no owner. */
static void read_owner(struct draft *d, struct arena *ar)
{
    struct id id;
    const char *run_end = strchr(d->stored, '|');
    const char *id_end = run_end ? strchr(run_end + 1, '|') : NULL;
    if (!id_end || !id_parse(arena_memdup(ar, run_end + 1, (size_t)(id_end - run_end - 1)), &id))
        return;
    const char *run = arena_memdup(ar, d->stored, (size_t)(run_end - d->stored));
    d->key = id_end + 1;
    d->left = strcmp(run, LEFT) == 0;
    d->elsewhere = running_elsewhere(run);
}

enum err_code read_drafts(struct app *a, struct arena *ar, struct draft **ret, size_t *ret_n, struct err *e)
{
    size_t kept = 0;
    enum err_code code = store_load_drafts(a->reader, ar, ret, ret_n, e);
    for (size_t i = 0; !code && i < *ret_n; i++) {
        if (strcmp((*ret)[i].stored, LEFT_BEFORE) == 0)
            continue;
        (*ret)[kept] = (*ret)[i];
        read_owner(&(*ret)[kept++], ar);
    }
    if (!code)
        *ret_n = kept;
    return code;
}
