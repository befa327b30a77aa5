/* What was written and handed to the keeper: kept until it is stored, given back when it is refused. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "ui/ui_private.h"

const char *ui_unstored_key(const char *key, const struct id *group, struct arena *a)
{
    char id[ID_TEXT];
    id_format(group, id);
    return arena_printf(a, "%s%c%s", key, DRAFT_MARK, id);
}

static int handed(const struct ui *u, const struct job *j)
{
    struct id group = job_id(j);
    for (int i = 0; i < u->n_handed; i++)
        if (id_eq(&u->handed[i].group, &group))
            return i;
    return -1;
}

void ui_hand_over(struct ui *u, struct job *j, const char *key, const char *text)
{
    if (handed(u, j) >= 0)
        return;
    job_clears_draft(j, key);
    u->handed = mem_realloc(u->handed, (size_t)(u->n_handed + 1) * sizeof *u->handed);
    u->handed[u->n_handed++] = (struct handed_text){job_id(j), mem_strdup(key), mem_strdup(text)};
}

static void forget(struct ui *u, int i)
{
    free(u->handed[i].key);
    free(u->handed[i].text);
    u->handed[i] = u->handed[--u->n_handed];
}

bool ui_take_handed(struct ui *u, const struct answer *answer)
{
    int i = handed(u, answer->job);
    if (i < 0)
        return false;
    struct handed_text *h = &u->handed[i];
    struct arena *a = arena_new();
    const char *kept = ui_unstored_key(h->key, &h->group, a);
    bool refused = ui_refused(answer);
    ui_draft(u, kept, answer->err.code == ERR_NONE ? NULL : h->text);
    if (refused)
        ui_put_aside(u, h->key, kept, h->text);
    if (refused || answer->err.code == ERR_NONE)
        forget(u, i);
    arena_free(a);
    return refused;
}

void ui_handed_done(struct ui *u)
{
    while (u->n_handed > 0)
        forget(u, u->n_handed - 1);
    free(u->handed);
    u->handed = NULL;
}

void ui_answer_written(struct popup *p, const struct popup_result *r, const char *key, const char *text)
{
    struct ui *u = p->ui;
    u->answer_key = key;
    u->answer_text = text;
    ui_draft(u, key, NULL);
    popup_finish(p, r);
    u->answer_key = u->answer_text = NULL;
}
