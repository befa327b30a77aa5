/* Undo, redo, and taking back an older group: always new changes on top, so that the record shows
 * it.
 *
 * A group may be undone while each of its fields still stands as the group left it. "Still" looks
 * through undo and redo: a head that an undo wrote counts as the change that was there before the
 * undone group, a head that a redo wrote as the change it repeated. A row that the group made is
 * not emptied but marked as deleted, so that nothing of it is lost. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "db/apply.h"

/* --- what can be undone in this run --- */

struct entry {
    struct id id, of;
    enum group_kind kind;
    const char *action;
    int64_t at;
};
static void push(struct stack *st, const struct id *id)
{
    if (st->n == st->cap) {
        st->cap = st->cap ? 2 * st->cap : 64;
        st->v = mem_realloc(st->v, st->cap * sizeof *st->v);
    }
    st->v[st->n++] = *id;
}

static bool pop(struct stack *st, const struct id *id)
{
    bool top = st->n && id_eq(&st->v[st->n - 1], id);
    st->n -= top;
    return top;
}

/* Kept here and not read from the log, because a day has many thousand actions and undo must stay quick. A run of the
 * program is a writer of its own, so nothing of it was there before. */
void undo_remember(struct store *s)
{
    const struct group *g = &s->t.g;
    if (g->kind == GROUP_UNDO && pop(&s->undo, &g->of)) {
        push(&s->redo, &g->of);
        return;
    }
    if (g->kind == GROUP_REDO && pop(&s->redo, &g->of)) {
        push(&s->undo, &g->of);
        return;
    }
    s->redo.n = 0; /* a new action clears redo */
    if (g->kind == GROUP_LOCK || g->kind == GROUP_ERASE)
        s->undo.n = 0; /* nothing is undone from behind a lock or an erasure */
    else if (g->kind == GROUP_DO || g->kind == GROUP_UNDO)
        push(&s->undo, &g->id); /* an undo here took back an older group: an action like any other */
}

static struct entry read_entry(const struct query *q, struct arena *a)
{
    return (struct entry){.id = col_id(q, 0),
                          .kind = group_kind_parse((const char *)sqlite3_column_text(q->st, 1)),
                          .of = col_id(q, 2),
                          .action = col_text(q, 3, a),
                          .at = col_int(q, 4, 0)};
}

static enum err_code load_entry(struct store *s, const struct id *id, struct arena *a,
                                struct entry *ret, struct err *e)
{
    struct query q;
    bool row = false;
    enum err_code rc = query_named(s, &q, STMT_GROUP, e, "d", id);
    if (!rc)
        rc = query_step(&q, &row, e);
    if (!rc && row)
        *ret = read_entry(&q, a);
    query_end(&q);
    if (!rc && !row)
        return err_set(e, ERR_NOTFOUND,
                       _("Tindakan itu tidak ada di riwayat. Tidak ada yang berubah."));
    return rc;
}

/* --- how a field stands --- */

static const struct change *base_of(const struct changes *all, const struct change *c)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].seq == c->base_seq && id_eq(&all->v[i].writer, &c->base_writer))
            return &all->v[i];
    return NULL;
}

static const struct change *in_group(const struct changes *all, const struct id *group, bool last)
{
    const struct change *found = NULL;
    for (size_t i = 0; i < all->n; i++)
        if (id_eq(&all->v[i].group, group) && (!found || last))
            found = &all->v[i];
    return found;
}

/* The change that `c` amounts to when undo and redo are looked through; NULL: as if never set.
 * `all` are the changes of the field. Every step leads to an older change, so it ends. */
static const struct change *amounts_to(const struct changes *all, const struct change *c)
{
    while (c && (c->kind == GROUP_UNDO || c->kind == GROUP_REDO)) {
        const struct change *of = in_group(all, &c->of, c->kind == GROUP_REDO);
        const struct change *next;
        if (c->kind == GROUP_UNDO)
            next = of ? base_of(all, of) : c;
        else
            next = of;
        if (next == c || (next && next > c))
            return c;
        c = next;
    }
    return c;
}

/* --- the work --- */

struct job {
    struct store *s;
    struct arena *a;
    const struct entry *group; /* to be undone or done again */
    bool redo;
    struct changes c; /* of that group */
    bool locked;      /* the text is locked: what it prints stays */
};

static enum err_code refuse(struct job *j, enum entity_kind k, const struct id *row,
                            const char *label, const struct change *head, struct err *e)
{
    struct query q;
    bool found = false;
    const char *person = NULL;
    if (head && !query_named(j->s, &q, STMT_AUTHOR, NULL, "d", &head->group)) {
        if (!query_step(&q, &found, NULL) && found)
            person = col_text(&q, 0, j->a);
        query_end(&q);
    }
    return err_set(
        e, ERR_CONFLICT,
        j->redo ? _("Tidak diulangi: %s pada %s sudah diubah sejak itu oleh %s. Tidak ada yang "
                    "berubah. Lihat Riwayat.")
                : _("Tidak dibatalkan: %s pada %s sudah diubah sejak itu oleh %s. Tidak ada yang "
                    "berubah. Lihat Riwayat."),
        _(label), store_row_name(j->s, k, row, j->a), person ? person : _("orang lain"));
}

static enum err_code refuse_locked(const char *label, struct err *e)
{
    return err_set(
        e, ERR_RULE,
        _("%s tercetak pada naskah yang sudah dikunci, jadi tindakan itu tidak diurungkan atau "
          "diulangi. Tidak ada yang berubah. Buka kunci naskah dahulu."),
        _(label));
}

static enum err_code look_at_lock(struct job *j, struct err *e)
{
    struct lock *v;
    size_t n;
    enum err_code rc = store_load_all(j->s, ENTITY_lock, j->a, &v, &n, e);
    for (size_t i = 0; i < n && !rc; i++)
        j->locked = j->locked || v[i].unlocked_at == NONE;
    return rc;
}

static bool same(const struct change *a, const struct change *b)
{
    return a == b;
}

static struct changes of_field(const struct changes *row, const char *field)
{
    struct changes part = {NULL, 0};
    for (size_t i = 0; i < row->n; i++)
        if (strcmp(row->v[i].field, field) == 0) {
            if (!part.n)
                part.v = &row->v[i];
            part.n++;
        }
    return part;
}

/* The value a field gets, if it still stands as expected; *ret_stands false otherwise. */
static struct value turned(struct job *j, const struct changes *all, const struct change **ret_head,
                           bool *ret_stands)
{
    struct heads h = heads_of(j->a, all->v, all->n);
    const struct change *head = h.n ? h.v[0] : NULL;
    const struct change *first = in_group(all, &j->group->id, false);
    const struct change *last = in_group(all, &j->group->id, true);
    const struct change *before = base_of(all, first);
    const struct change *want = j->redo ? before : last;
    *ret_head = head;
    *ret_stands = same(amounts_to(all, head), amounts_to(all, want));
    if (j->redo)
        return last->value;
    return before ? before->value : value_null();
}

static bool made_here(const struct job *j, const struct changes *row)
{
    const struct change *oldest = &row->v[0];
    for (size_t i = 1; i < row->n; i++)
        if (row->v[i].hlc < oldest->hlc)
            oldest = &row->v[i];
    return id_eq(&oldest->group, &j->group->id);
}

/* A row that the group made: deleted or brought back, if all its fields still come from the group.
 */
static enum err_code turn_row(struct job *j, enum entity_kind k, const struct id *row,
                              const struct changes *all, struct err *e)
{
    const struct entity *en = dict_entity(k);
    int deleted = en->n_fields - 1;
    if (j->locked && dict_is_frozen(k, deleted))
        return refuse_locked(en->label, e);
    for (size_t i = 0, end; i < all->n; i = end) {
        for (end = i + 1; end < all->n && strcmp(all->v[end].field, all->v[i].field) == 0;)
            end++;
        struct changes part = {&all->v[i], end - i};
        struct heads h = heads_of(j->a, part.v, part.n);
        const struct change *now = amounts_to(&part, h.v[0]);
        int f = dict_find_field(k, part.v[0].field);
        bool stands = !now || id_eq(&now->group, &j->group->id);
        if (f == deleted && j->redo) /* deleted by the undo that is now taken back */
            stands = now && now->kind == GROUP_UNDO && id_eq(&now->of, &j->group->id);
        if (!stands)
            return refuse(j, k, row, f < 0 ? N_("isian") : en->fields[f].label, h.v[0], e);
    }
    struct value v = j->redo ? value_null() : value_int(1);
    return store_set(j->s, k, row, deleted, &v, NULL, e);
}

static enum err_code turn_field(struct job *j, enum entity_kind k, const struct change *c,
                                const struct changes *row, struct err *e)
{
    int f = dict_find_field(k, c->field);
    if (f < 0)
        return err_set(e, ERR_VERSION,
                       _("Tindakan itu dibuat oleh Mufakat yang lebih baru dan tidak dapat "
                         "dibatalkan di sini. Tidak ada yang berubah."));
    if (j->locked && dict_is_frozen(k, f))
        return refuse_locked(dict_field(k, f)->label, e);
    struct changes all = of_field(row, c->field);
    const struct change *head = NULL;
    bool stands = false;
    struct value v = turned(j, &all, &head, &stands);
    if (!stands)
        return refuse(j, k, &c->row, dict_field(k, f)->label, head, e);
    return store_set(j->s, k, &c->row, f, &v, NULL, e);
}

static bool done_before(const struct job *j, size_t from, size_t to, const struct change *c,
                        bool by_row)
{
    for (size_t i = from; i < to; i++) {
        const struct change *o = &j->c.v[i];
        if (id_eq(&o->row, &c->row) && strcmp(o->entity, c->entity) == 0 &&
            (by_row || strcmp(o->field, c->field) == 0))
            return true;
    }
    return false;
}

/* Turns what change number `i` of the group touched, unless another of its changes stands for it.
 */
static enum err_code turn_one(struct job *j, size_t i, struct err *e)
{
    const struct change *c = &j->c.v[i];
    int k = dict_find_entity(c->entity);
    struct changes row;
    if (k < 0)
        return err_set(e, ERR_VERSION,
                       _("Tindakan itu dibuat oleh Mufakat yang lebih baru dan tidak dapat "
                         "dibatalkan di sini. Tidak ada yang berubah."));
    if (done_before(j, 0, i, c, false)) /* the first change of a field stands for all */
        return ERR_NONE;
    enum err_code rc = log_load_row(j->s, c->entity, &c->row, j->a, &row, e);
    if (rc)
        return rc;
    if (made_here(j, &row))
        return done_before(j, 0, i, c, true) ? ERR_NONE
                                             : turn_row(j, (enum entity_kind)k, &c->row, &row, e);
    return turn_field(j, (enum entity_kind)k, c, &row, e);
}

static enum err_code turn_all(struct job *j, struct err *e)
{
    enum err_code rc = log_load_group(j->s, &j->group->id, j->a, &j->c, e);
    for (size_t i = 0; !rc && i < j->c.n; i++)
        rc = turn_one(j, j->redo ? i : j->c.n - 1 - i, e);
    return rc;
}

static enum err_code run(struct store *s, const struct group *g, struct arena *a,
                         const struct entry *en, bool redo, unsigned *ret_touched, struct err *e)
{
    struct group own = *g;
    bool done = false;
    own.kind = redo ? GROUP_REDO : GROUP_UNDO;
    own.of = en->id;
    own.action = en->action;
    enum err_code rc = store_begin(s, &own, &done, e);
    if (rc || done)
        return rc;
    struct job j = {s, a, en, redo, {NULL, 0}, false};
    rc = look_at_lock(&j, e);
    if (!rc)
        rc = turn_all(&j, e);
    if (rc) {
        store_rollback(s);
        return rc;
    }
    return store_commit(s, ret_touched, e);
}

static enum err_code undo_or_redo(struct store *s, const struct group *g, struct arena *a,
                                  bool redo, struct undone *ret, unsigned *ret_touched,
                                  struct err *e)
{
    const struct stack *from = redo ? &s->redo : &s->undo;
    struct entry en, again;
    if (ret_touched)
        *ret_touched = 0;
    /* A command that was sent twice: the group is there, say what it did. */
    if (!load_entry(s, &g->id, a, &again, NULL)) {
        enum err_code rc = load_entry(s, &again.of, a, &en, e);
        if (!rc)
            *ret = (struct undone){en.id, en.action, en.at};
        return rc;
    }
    if (from->n == 0)
        return err_set(
            e, ERR_NOTFOUND,
            redo ? _("Tidak ada yang dapat diulangi.")
                 : _("Tidak ada lagi yang dapat dibatalkan sejak program dibuka. Yang lebih lama: "
                     "lewat Riwayat."));
    enum err_code rc = load_entry(s, &from->v[from->n - 1], a, &en, e);
    if (!rc)
        rc = run(s, g, a, &en, redo, ret_touched, e);
    if (!rc)
        *ret = (struct undone){en.id, en.action, en.at};
    return rc;
}

enum err_code store_undo(struct store *s, const struct group *g, struct arena *a,
                         struct undone *ret, unsigned *ret_touched, struct err *e)
{
    return undo_or_redo(s, g, a, false, ret, ret_touched, e);
}

enum err_code store_redo(struct store *s, const struct group *g, struct arena *a,
                         struct undone *ret, unsigned *ret_touched, struct err *e)
{
    return undo_or_redo(s, g, a, true, ret, ret_touched, e);
}

enum err_code store_revert(struct store *s, const struct group *g, const struct id *group,
                           struct arena *a, unsigned *ret_touched, struct err *e)
{
    struct entry en;
    enum err_code rc = load_entry(s, group, a, &en, e);
    if (rc)
        return rc;
    if (en.kind != GROUP_DO && en.kind != GROUP_UNDO && en.kind != GROUP_REDO)
        return err_set(e, ERR_RULE,
                       _("Penguncian, pembukaan kunci, penyelesaian beda isi, dan penghapusan data "
                         "tidak dapat "
                         "dikembalikan dari Riwayat. Tidak ada yang berubah."));
    if (ret_touched)
        *ret_touched = 0;
    return run(s, g, a, &en, false, ret_touched, e);
}
