/* Locks: the fingerprint of everything before them, and what a paper's fingerprint says. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "db/chain_check.h"
#include "db/state.h"
#include "model/records.h"

static enum err_code put(struct store *s, const struct id *row, int field, struct value v,
                         struct err *e)
{
    return store_set(s, ENTITY_lock, row, field, &v, NULL, e);
}

enum err_code store_lock(struct store *s, const char *reason, struct id *ret_lock, struct err *e)
{
    assert(s->t.open && s->t.g.kind == GROUP_LOCK);
    struct arena *a = arena_new();
    struct id row = id_new(clock_now(s->clock));
    struct cut cut;
    struct hash h;
    bool whole = false;
    int64_t revision = 0;
    char hex[HASH_HEX];
    enum err_code rc = cut_now(s, a, &cut, e);
    if (!rc)
        rc = cut_fingerprint(s, &cut, &h, &whole, e);
    if (!rc && !whole)
        rc = stmt_error(s, SQLITE_CORRUPT, e);
    if (!rc)
        rc = store_next(s, ENTITY_lock, lock_F_revision, &revision, e);
    if (!rc) {
        hash_hex(&h, hex);
        rc = put(s, &row, lock_F_revision, value_int(revision), e);
    }
    if (!rc)
        rc = put(s, &row, lock_F_cut, value_text(cut_format(&cut, a)), e);
    if (!rc)
        rc = put(s, &row, lock_F_fingerprint, value_text(hex), e);
    if (!rc)
        rc = put(s, &row, lock_F_at, value_int(s->t.g.at), e);
    if (!rc)
        rc = put(s, &row, lock_F_reason, value_text(reason), e);
    arena_free(a);
    if (!rc)
        *ret_lock = row;
    return rc;
}

/* --- the other way: from the paper to the file --- */

static bool matches(const struct lock *l, const char *typed)
{
    struct hash h, whole;
    if (!l->fingerprint || !hash_parse_hex(l->fingerprint, &h))
        return false;
    return hash_matches_short(&h, typed) || (hash_parse_hex(typed, &whole) && hash_eq(&h, &whole));
}

static bool holds_all(const struct cut *c, const struct cut *of)
{
    for (size_t i = 0; i < of->n; i++)
        if (!cut_holds(c, &of->v[i].writer, of->v[i].seq))
            return false;
    return true;
}

/* Which of two locks knew of the other tells which is later, and no clock; rivals of two laptops know nothing of each
 * other. */
static bool newer(const struct lock *a, const struct lock *b, struct arena *ar)
{
    struct cut x, y;
    if (a->revision != b->revision)
        return a->revision > b->revision;
    if (cut_parse(a->cut, ar, &x) && cut_parse(b->cut, ar, &y)) {
        bool later = holds_all(&x, &y), earlier = holds_all(&y, &x);
        if (later != earlier)
            return later;
    }
    if (a->at != b->at)
        return a->at > b->at;
    return id_cmp(&a->id, &b->id) > 0;
}

/* The state at a lock's cut, and whether it still is what was locked. */
static enum err_code look_at_cut(struct store *s, const struct lock *l, struct arena *a,
                                 struct fingerprint_match *m, struct err *e)
{
    struct cut cut;
    struct hash h, want;
    bool whole = false, sound = false;
    if (!cut_parse(l->cut, a, &cut) || !hash_parse_hex(l->fingerprint, &want))
        return ERR_NONE;
    enum err_code rc = cut_fingerprint(s, &cut, &h, &whole, e);
    if (!rc)
        rc = chain_check_quietly(s, &sound, e);
    if (!rc)
        rc = state_dossier(s, &cut, a, &m->state, e);
    if (!rc)
        m->intact = whole && sound && hash_eq(&h, &want);
    return rc;
}

enum err_code store_verify_fingerprint(struct store *s, const char *typed, struct arena *a,
                                       struct fingerprint_match *ret, struct err *e)
{
    struct fingerprint_match m = {.belongs = false};
    struct lock *v = NULL;
    const struct lock *found = NULL, *last = NULL;
    size_t n = 0;
    enum err_code rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = store_load_all(s, ENTITY_lock, a, &v, &n, e);
    for (size_t i = 0; !rc && i < n; i++) {
        if (!last || newer(&v[i], last, a))
            last = &v[i];
        if (matches(&v[i], typed) && (!found || newer(&v[i], found, a)))
            found = &v[i];
    }
    if (!rc && found) {
        m.belongs = true;
        m.latest = found == last;
        m.lock = *found;
        rc = look_at_cut(s, found, a, &m, e);
    }
    store_read_end(s);
    if (!rc)
        *ret = m;
    return rc;
}
