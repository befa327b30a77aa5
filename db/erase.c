/* Erasing a person's data (UU 27/2022). What is blanked keeps its proof, so chains, locks and
 * papers verify as before; the rule of what a merge has to obey is in obey.h. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "db/apply.h"
#include "db/obey.h"
#include "model/mask.h"
#include "model/records.h"

struct erasing {
    struct store *s;
    struct arena *a;
    struct id person;
    const struct mask *mask; /* every name and number the person has had here */
    struct erase_result r;
};

/* --- names and numbers the person has had --- */

struct people {
    struct participant *v;
    size_t n, cap;
};

static void add_variant(struct arena *a, struct people *p, const char *field,
                        const struct change *c)
{
    if (c->value.type != VALUE_TEXT)
        return;
    struct participant one;
    record_init(&one, ENTITY_participant);
    if (strcmp(field, "name") == 0)
        one.name = c->value.p;
    else if (strcmp(field, "other_names") == 0)
        one.other_names = c->value.p;
    else if (strcmp(field, "address") == 0)
        one.address = c->value.p;
    else if (strcmp(field, "phone") == 0 || strcmp(field, "phone_raw") == 0)
        one.phone = c->value.p;
    else if (strcmp(field, "nip") == 0)
        one.nip = c->value.p;
    else
        return;
    p->v = private_grow(a, p->v, p->n, &p->cap, sizeof *p->v);
    p->v[p->n++] = one;
}

static enum err_code add_variants(struct erasing *x, enum entity_kind k, const struct id *row,
                                  struct people *p, struct err *e)
{
    struct changes all;
    enum err_code rc = log_load_row(x->s, dict_entity(k)->name, row, x->a, &all, e);
    for (size_t i = 0; !rc && i < all.n; i++)
        add_variant(x->a, p, all.v[i].field, &all.v[i]);
    return rc;
}

static enum err_code make_mask(struct erasing *x, const struct dossier *d, struct err *e)
{
    struct people p = {NULL, 0, 0};
    enum err_code rc = add_variants(x, ENTITY_participant, &x->person, &p, e);
    for (size_t i = 0; !rc && i < d->signatory.n; i++)
        if (id_eq(&d->signatory.v[i].participant, &x->person))
            rc = add_variants(x, ENTITY_signatory, &d->signatory.v[i].id, &p, e);
    if (!rc)
        x->mask = mask_of_people(d, p.v, p.n, x->a);
    return rc;
}

static bool names_them(struct erasing *x, const char *text)
{
    return text && mask_apply(x->mask, text, NULL, x->a) != text;
}

/* --- fields --- */

/* Writes the new value on top of every head, as the record of the erasure. */
static enum err_code erase_field(struct erasing *x, enum entity_kind k, const struct id *row, int f,
                                 const struct value *v, struct err *e)
{
    struct changes all;
    enum err_code rc =
        log_load_field(x->s, dict_entity(k)->name, row, dict_field(k, f)->name, x->a, &all, e);
    if (rc)
        return rc;
    struct heads h = heads_of(x->a, all.v, all.n);
    return store_log_value(x->s, k, row, f, v, h.v, h.n, e);
}

static enum err_code erase_personal_fields(struct erasing *x, enum entity_kind k,
                                           const struct id *row, struct err *e)
{
    const struct entity *en = dict_entity(k);
    const struct value none = value_null();
    enum err_code rc = ERR_NONE;
    for (int f = 0; !rc && f < en->n_fields; f++)
        if (en->fields[f].flags & FIELD_PER) /* also one that is empty: a copy may have it filled */
            rc = erase_field(x, k, row, f, &none, e);
    return rc ? rc : obey_row(x->s, en->name, row, &x->r.fields, e);
}

static enum err_code erase_person(struct erasing *x, const struct dossier *d, struct err *e)
{
    enum err_code rc = erase_personal_fields(x, ENTITY_participant, &x->person, e);
    for (size_t i = 0; !rc && i < d->signatory.n; i++)
        if (id_eq(&d->signatory.v[i].participant, &x->person))
            rc = erase_personal_fields(x, ENTITY_signatory, &d->signatory.v[i].id, e);
    return rc;
}

/* --- free texts --- */

struct place {
    enum entity_kind entity;
    struct id row;
    int field;
};
struct places {
    struct place *v;
    size_t n, cap;
};

static bool is_new(const struct places *p, const struct place *at)
{
    const struct place *last = p->n ? &p->v[p->n - 1] : NULL;
    return !last || last->entity != at->entity || last->field != at->field ||
           !id_eq(&last->row, &at->row);
}

/* Free-text fields that name the person now or in any older version. */
static enum err_code find_texts(struct erasing *x, struct places *p, struct err *e)
{
    struct query q;
    bool row = true;
    enum err_code rc = query_named(x->s, &q, STMT_TEXTS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        int k = dict_find_entity((const char *)sqlite3_column_text(q.st, 2));
        int f = k < 0 ? -1
                      : dict_find_field((enum entity_kind)k,
                                        (const char *)sqlite3_column_text(q.st, 4));
        if (f < 0 || !(dict_field((enum entity_kind)k, f)->flags & FIELD_FREE))
            continue;
        struct place at = {(enum entity_kind)k, col_id(&q, 3), f};
        if (!is_new(p, &at) || !names_them(x, (const char *)sqlite3_column_text(q.st, 5)))
            continue;
        p->v = private_grow(x->a, p->v, p->n, &p->cap, sizeof *p->v);
        p->v[p->n++] = at;
    }
    query_end(&q);
    return rc;
}

static enum err_code erase_text(struct erasing *x, const struct place *at, struct err *e)
{
    struct query q;
    bool found = false;
    struct value v = value_null();
    enum err_code rc = query_field(x->s, &q, FIELD_GET, at->entity, at->field, e, "d", &at->row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        v = col_value(&q, 0, x->a);
    query_end(&q);
    if (rc)
        return rc;
    struct value clean =
        value_text(v.type == VALUE_TEXT ? mask_apply(x->mask, v.p, NULL, x->a) : NULL);
    rc = erase_field(x, at->entity, &at->row, at->field, &clean, e);
    return rc ? rc : obey_row(x->s, dict_entity(at->entity)->name, &at->row, &x->r.texts, e);
}

static enum err_code erase_texts(struct erasing *x, struct places *p, struct err *e)
{
    enum err_code rc = find_texts(x, p, e);
    for (size_t i = 0; !rc && i < p->n; i++)
        rc = erase_text(x, &p->v[i], e);
    return rc;
}

/* --- pictures --- */

/* Signed papers and decrees are kept by law; a picture whose words name the person goes. */
static bool is_official(const struct document *d)
{
    return d->kind == DOC_BA_TTD || d->kind == DOC_HADIR_TTD || d->kind == DOC_SK_TIM;
}

static enum err_code erase_picture(struct erasing *x, const struct id *row, struct err *e)
{
    struct document d;
    struct value no = value_int(0);
    enum err_code rc = store_load(x->s, ENTITY_document, row, x->a, &d, e);
    if (rc || !IS_SET(d.stored) || is_official(&d))
        return rc;
    rc = erase_field(x, ENTITY_document, row, document_F_stored, &no, e);
    return rc ? rc : obey_document(x->s, row, &x->r.blobs, e);
}

static enum err_code erase_pictures(struct erasing *x, const struct places *texts, struct err *e)
{
    enum err_code rc = ERR_NONE;
    for (size_t i = 0; !rc && i < texts->n; i++)
        if (texts->v[i].entity == ENTITY_document)
            rc = erase_picture(x, &texts->v[i].row, e);
    return rc;
}

/* --- what stands beside the fields --- */

/* Runs `blank` on the key of every row of `list` (key, text) whose text names the person. */
static enum err_code blank_each(struct erasing *x, enum stmt_id list, int text_column,
                                enum stmt_id blank, const char *fmt, struct err *e)
{
    struct query q;
    struct value *keys = NULL;
    size_t n = 0, cap = 0;
    bool row = true;
    enum err_code rc = query_named(x->s, &q, list, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        if (!names_them(x, (const char *)sqlite3_column_text(q.st, text_column)))
            continue;
        keys = private_grow(x->a, keys, n, &cap, sizeof *keys);
        keys[n++] = col_value(&q, 0, x->a);
    }
    query_end(&q);
    for (size_t i = 0; !rc && i < n; i++)
        rc = query_run(x->s, blank, e, fmt, &keys[i]);
    return rc;
}

static enum err_code erase_beside(struct erasing *x, struct err *e)
{
    enum err_code rc = blank_each(x, STMT_REASONS, 1, STMT_BLANK_REASON, "v", e);
    if (!rc)
        rc = blank_each(x, STMT_WRITERS, 1, STMT_BLANK_WRITER, "v", e);
    if (!rc)
        rc = blank_each(x, STMT_WRITERS, 2, STMT_BLANK_WRITER, "v", e);
    if (!rc)
        rc = blank_each(x, STMT_DRAFTS, 1, STMT_DRAFT_DELETE, "v", e);
    return rc;
}

/* --- all of it --- */

static enum err_code erase_all(struct erasing *x, struct err *e)
{
    struct dossier *d = NULL;
    struct places texts = {NULL, 0, 0};
    struct participant p;
    enum err_code rc = store_load(x->s, ENTITY_participant, &x->person, x->a, &p, e);
    if (!rc)
        rc = store_load_dossier(x->s, x->a, &d, e);
    if (!rc)
        rc = make_mask(x, d, e);
    if (!rc)
        rc = erase_person(x, d, e);
    if (!rc)
        rc = erase_texts(x, &texts, e);
    if (!rc)
        rc = erase_pictures(x, &texts, e);
    return rc ? rc : erase_beside(x, e);
}

enum err_code store_erase_person(struct store *s, const struct group *g,
                                 const struct id *participant, struct erase_result *ret,
                                 struct err *e)
{
    struct erasing x = {.s = s, .person = *participant, .a = arena_new()};
    struct group own = *g;
    bool done = false;
    own.kind = GROUP_ERASE;
    enum err_code rc = store_begin(s, &own, &done, e);
    if (!rc && !done) {
        rc = erase_all(&x, e);
        if (rc)
            store_rollback(s);
        else
            rc = store_commit(s, NULL, e);
    }
    /* Also when the same command came twice: the first time the cleaning may have met a reader. */
    if (!rc)
        rc = obey_clean(s, e);
    arena_free(x.a);
    if (!rc)
        *ret = x.r;
    return rc;
}
