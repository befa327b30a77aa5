#include "config.h"

#include <string.h>

#include "app/erase_person.h"
#include "app/inside.h"
#include "app/read.h"
#include "base/text.h"

static enum err_code erase_person(struct work *w, void *args, struct err *e)
{
    struct erase_person_args *x = args;
    enum err_code code =
        store_erase_person(w->store, &w->group, &x->participant, &x->ret_result, e);
    if (!code)
        w->touched = ~0u; /* free texts anywhere may have named the person */
    return code;
}

struct erase_person_args *erase_person_job(struct app *a, struct job **ret)
{
    struct erase_person_args *x = job_start(a, "erase_person", erase_person, sizeof *x, ret);
    job_set_kind(*ret, GROUP_ERASE, NULL);
    job_runs_alone(*ret);
    return x;
}

enum err_code erase_person_find(struct app *a, const char *typed, struct arena *ar,
                                struct participant **ret, size_t *ret_n, struct err *e)
{
    struct participant *v;
    size_t n, kept = 0;
    const char *wanted = text_fold(ar, TXT(typed));
    if (!*wanted)
        return err_set(e, ERR_INPUT, _("Nama orang yang datanya dihapus belum diisi."));
    enum err_code code = read_rows(a, ENTITY_participant, ar, &v, &n, e);
    if (code)
        return code;
    for (size_t i = 0; i < n; i++)
        if (strstr(text_fold(ar, TXT(v[i].name)), wanted) || strstr(text_fold(ar, TXT(v[i].other_names)), wanted))
            v[kept++] = v[i];
    *ret = v;
    *ret_n = kept;
    return ERR_NONE;
}
