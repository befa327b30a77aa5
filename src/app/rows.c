#include "config.h"

#include <assert.h>
#include <string.h>

#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/rows.h"

/* --- generic access --- */

static const void *row_at(const void *rows, enum entity_kind k, size_t i)
{
    return (const char *)rows + i * dict_entity(k)->size;
}

static const struct id *row_id(const void *record)
{
    return record; /* every record begins with its id */
}

static int64_t int_at(const void *record, enum entity_kind k, int f)
{
    char scratch[DATE_TEXT];
    struct value v = record_get(record, k, f, scratch);
    return v.type == VALUE_INT ? v.i : NONE;
}

static bool refers(const void *record, enum entity_kind k, int f, const struct id *to)
{
    char scratch[DATE_TEXT];
    struct value v = record_get(record, k, f, scratch), wanted = value_ref(to);
    return v.type == VALUE_BLOB && value_eq(&v, &wanted);
}

/* The field that counts rows: number, else ord, else -1. */
static int counting_field(enum entity_kind k)
{
    int f = dict_find_field(k, "number");
    return f >= 0 ? f : dict_find_field(k, "ord");
}

/* --- adding --- */

static enum err_code add_row(struct work *w, void *args, struct err *e)
{
    struct add_row_args *x = args;
    void *now = arena_alloc(w->arena, dict_entity(x->entity)->size);
    memcpy(x->record, &x->row, sizeof x->row);
    enum err_code code = work_revive_record(w, x->entity, x->record, e);
    if (!code)
        code = work_load(w, x->entity, &x->row, now, e);
    if (code == ERR_NOTFOUND) { /* nothing was given: its number makes the row */
        err_clear(e);
        code = ERR_NONE;
        record_init(now, x->entity);
    }
    int f = counting_field(x->entity);
    if (!code && f >= 0) {
        int64_t next = int_at(now, x->entity, f);
        if (next == NONE)
            code = work_set_next(w, x->entity, &x->row, f, &next, e);
        struct value v = value_int(next);
        if (!code)
            record_set(x->record, x->entity, f, &v);
    }
    return code ? code : keep_equal(w, x->entity, &x->row, -1, e);
}

struct add_row_args *add_row_job(struct app *a, enum entity_kind entity, struct job **ret)
{
    struct add_row_args *x = job_start(a, "add_row", add_row, sizeof *x, ret);
    x->entity = entity;
    x->record = arena_alloc(job_arena(*ret), dict_entity(entity)->size);
    record_init(x->record, entity);
    x->row = job_row_id(*ret);
    memcpy(x->record, &x->row, sizeof x->row);
    return x;
}

/* --- deleting --- */

/* Link rows that belong to one end and go with it. */
static const struct own {
    enum entity_kind entity;
    int field;
} owned[] = {
    {ENTITY_contribution_issue, contribution_issue_F_contribution},
    {ENTITY_reply, reply_F_answer},
    {ENTITY_agreement_contribution, agreement_contribution_F_agreement},
    {ENTITY_position, position_F_agreement},
};

static bool goes_along(enum entity_kind k, int f)
{
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++)
        if (owned[i].entity == k && owned[i].field == f)
            return true;
    return false;
}

/* A link row is named by its owner: the note that carries the topic, the agreement that comes from
 * the note. */
static int owner_field(enum entity_kind k)
{
    for (size_t i = 0; i < sizeof owned / sizeof owned[0]; i++)
        if (owned[i].entity == k)
            return owned[i].field;
    return -1;
}

/* "Kesepakatan 3" for a row; a link row gives the words of its owner. */
static enum err_code name_row(struct work *w, enum entity_kind k, const void *record,
                              const char **ret, struct err *e)
{
    int f = owner_field(k);
    if (f >= 0) {
        char scratch[DATE_TEXT];
        struct value v = record_get(record, k, f, scratch);
        enum entity_kind owner = (enum entity_kind)dict_field(k, f)->arg;
        void *of = arena_alloc(w->arena, dict_entity(owner)->size);
        struct id row;
        assert(v.type == VALUE_BLOB);
        memcpy(&row, v.p, sizeof row);
        enum err_code code = work_load(w, owner, &row, of, e);
        return code ? code : name_row(w, owner, of, ret, e);
    }
    f = counting_field(k);
    int64_t number = f < 0 ? NONE : int_at(record, k, f);
    const char *label = _(dict_entity(k)->label);
    *ret = number == NONE ? label : arena_printf(w->arena, "%s %lld", label, (long long)number);
    return ERR_NONE;
}

static enum err_code refuse_in_use(struct work *w, const struct delete_row_args *x,
                                   enum entity_kind k, int f, const void *record, struct err *e)
{
    const char *by = NULL;
    if (k == ENTITY_session)
        by = _(dict_field(k, f)->label);
    else {
        enum err_code code = name_row(w, k, record, &by, e);
        if (code)
            return code;
    }
    return err_set(
        e, ERR_RULE,
        _("%s ini masih dipakai oleh: %s. Tidak ada yang dihapus; lepaskan dahulu dari sana."),
        _(dict_entity(x->entity)->label), by);
}

/* Looks at every live row that refers to the one to be deleted: owned links go, others refuse. */
static enum err_code let_go(struct work *w, const struct delete_row_args *x, enum entity_kind k,
                            int f, struct err *e)
{
    void *rows = NULL;
    size_t n = 0;
    enum err_code code = work_load_all(w, k, &rows, &n, e);
    for (size_t i = 0; i < n && !code; i++) {
        const void *r = row_at(rows, k, i);
        if (!refers(r, k, f, &x->row))
            continue;
        if (!goes_along(k, f))
            return refuse_in_use(w, x, k, f, r, e);
        code = work_set_deleted(w, k, row_id(r), true, e);
    }
    return code;
}

static enum err_code delete_row(struct work *w, void *args, struct err *e)
{
    struct delete_row_args *x = args;
    void *record = arena_alloc(w->arena, dict_entity(x->entity)->size);
    if (x->entity == ENTITY_session || x->entity == ENTITY_lock)
        return err_set(e, ERR_RULE, _("%s tidak dapat dihapus."), _(dict_entity(x->entity)->label));
    enum err_code code = work_load_live(w, x->entity, &x->row, record, e);
    for (int k = 0; k < ENTITY_COUNT && !code; k++)
        for (int f = 0; f < dict_entity((enum entity_kind)k)->n_fields && !code; f++) {
            const struct field *fd = dict_field((enum entity_kind)k, f);
            if (fd->type == TYPE_REF && fd->arg == (int)x->entity)
                code = let_go(w, x, (enum entity_kind)k, f, e);
        }
    return code ? code : work_set_deleted(w, x->entity, &x->row, true, e);
}

struct delete_row_args *delete_row_job(struct app *a, struct job **ret)
{
    return job_start(a, "delete_row", delete_row, sizeof(struct delete_row_args), ret);
}

/* --- moving --- */

static enum err_code check_movable(struct work *w, enum entity_kind k, int *ret_field,
                                   struct err *e)
{
    struct session s;
    *ret_field = dict_find_field(k, "ord");
    if (*ret_field >= 0)
        return ERR_NONE;
    if (k != ENTITY_participant)
        return err_set(e, ERR_RULE, _("Nomor %s tetap sejak dibuat, jadi urutannya tidak diubah."),
                       _(dict_entity(k)->label));
    *ret_field = participant_F_number;
    enum err_code code = work_session(w, &s, e);
    if (!code && s.numbers_fixed_at != NONE)
        return err_set(
            e, ERR_RULE,
            _("Nomor hadir sudah tercetak dan tidak berubah lagi. Peserta tetap di nomornya."));
    return code;
}

/* Strictly rising numbers; otherwise (after a merge, or rows without) the list is counted anew. */
static void make_steps(int64_t *steps, size_t n)
{
    bool fine = true;
    for (size_t i = 0; i < n; i++)
        fine = fine && steps[i] != NONE && (i == 0 || steps[i] > steps[i - 1]);
    for (size_t i = 0; i < n && !fine; i++)
        steps[i] = (int64_t)i + 1;
}

static enum err_code move_row(struct work *w, void *args, struct err *e)
{
    struct move_row_args *x = args;
    void *rows = NULL;
    size_t n = 0, from = 0;
    int f = -1;
    enum err_code code = check_movable(w, x->entity, &f, e);
    if (!code)
        code = work_load_all(w, x->entity, &rows, &n, e);
    if (code)
        return code;
    while (from < n && !id_eq(row_id(row_at(rows, x->entity, from)), &x->row))
        from++;
    if (from == n)
        return work_load_live(w, x->entity, &x->row,
                              arena_alloc(w->arena, dict_entity(x->entity)->size), e);
    size_t to = x->to < 0 ? 0 : (size_t)x->to >= n ? n - 1 : (size_t)x->to;
    int64_t *steps = ARENA_ARRAY(w->arena, int64_t, n);
    for (size_t i = 0; i < n; i++)
        steps[i] = int_at(row_at(rows, x->entity, i), x->entity, f);
    make_steps(steps, n);
    for (size_t i = 0; i < n && !code; i++) { /* place i takes the row that will stand there */
        size_t who = i == to ? from : i < to ? i + (i >= from) : i - (i <= from);
        code = work_set_int(w, x->entity, row_id(row_at(rows, x->entity, who)), f, steps[i], e);
    }
    return code;
}

struct move_row_args *move_row_job(struct app *a, struct job **ret)
{
    return job_start(a, "move_row", move_row, sizeof(struct move_row_args), ret);
}
