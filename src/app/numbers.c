#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/inside.h"
#include "app/numbers.h"
#include "base/text.h"

static enum err_code fix_numbers(struct work *w, void *args, struct err *e)
{
    struct fix_numbers_args *x = args;
    struct session s;
    enum err_code code = work_session(w, &s, e);
    if (code)
        return code;
    x->ret_was_fixed = s.numbers_fixed_at != NONE;
    if (x->ret_was_fixed)
        return ERR_NONE;
    return work_set_int(w, ENTITY_session, &s.id, session_F_numbers_fixed_at, w->group.at, e);
}

struct fix_numbers_args *fix_numbers_job(struct app *a, struct job **ret)
{
    return job_start(a, "fix_numbers", fix_numbers, sizeof(struct fix_numbers_args), ret);
}

struct sorted {
    const struct participant *p;
    const char *key;
    int64_t unsur;
    size_t at; /* in the present order, the last word */
};

static int compare(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    if (x->unsur != y->unsur)
        return x->unsur < y->unsur ? -1 : 1;
    int c = strcmp(x->key, y->key);
    return c ? c : x->at < y->at ? -1 : x->at > y->at;
}

static enum err_code renumber(struct work *w, void *args, struct err *e)
{
    const struct renumber_args *x = args;
    struct participant *v;
    struct session s;
    size_t n;
    enum err_code code = work_session(w, &s, e);
    if (!code && s.numbers_fixed_at != NONE)
        return err_set(e, ERR_RULE,
                       _("Nomor hadir sudah tercetak dan tidak berubah lagi. Peserta baru mendapat "
                         "nomor berikutnya."));
    if (!code)
        code = work_load_all(w, ENTITY_participant, &v, &n, e);
    if (code)
        return code;
    struct sorted *list = ARENA_ARRAY(w->arena, struct sorted, n + 1);
    for (size_t i = 0; i < n; i++) {
        bool by_unsur = x->order == ORDER_UNSUR, by_name = x->order != ORDER_PRESENT;
        const char *name = v[i].name ? v[i].name : TXT(v[i].invited_as);
        list[i].p = &v[i];
        list[i].key = by_name ? text_fold(w->arena, name) : "";
        list[i].unsur = !by_unsur ? 0 : v[i].unsur == NONE ? INT64_MAX : v[i].unsur;
        list[i].at = i;
    }
    qsort(list, n, sizeof *list, compare);
    for (size_t i = 0; i < n && !code; i++)
        code = work_set_int(w, ENTITY_participant, &list[i].p->id, participant_F_number,
                            (int64_t)i + 1, e);
    return code;
}

struct renumber_args *renumber_job(struct app *a, struct job **ret)
{
    return job_start(a, "renumber", renumber, sizeof(struct renumber_args), ret);
}
