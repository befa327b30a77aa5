#include "config.h"

#include <string.h>

#include "app/inside.h"
#include "base/text.h"
#include "model/validate.h"

/* --- the lock --- */

enum err_code work_is_locked(struct work *w, bool *ret, struct err *e)
{
    if (w->lock == LOCK_UNKNOWN) {
        struct lock *v;
        size_t n, open = 0;
        enum err_code code = work_load_all(w, ENTITY_lock, &v, &n, e);
        if (code)
            return code;
        for (size_t i = 0; i < n; i++)
            open += v[i].unlocked_at == NONE;
        w->lock = open ? LOCK_SET : LOCK_NONE;
    }
    *ret = w->lock == LOCK_SET;
    return ERR_NONE;
}

static enum err_code refuse_locked(struct err *e, const char *what)
{
    return err_set(
        e, ERR_RULE,
        _("%s tercetak pada naskah yang sudah dikunci, jadi tidak diubah. Buka kunci naskah "
          "dahulu (Berita Acara, buka kunci), lalu ulangi."),
        what);
}

/* A value that stays the same is no change, so the lock does not mind it. */
static enum err_code check_frozen(struct work *w, enum entity_kind k, const struct id *row,
                                  int field, const struct value *v, struct err *e)
{
    bool locked = false;
    char scratch[DATE_TEXT];
    if (!dict_is_frozen(k, field))
        return ERR_NONE;
    enum err_code code = work_is_locked(w, &locked, e);
    if (code || !locked)
        return code;
    void *record = arena_alloc(w->arena, dict_entity(k)->size);
    code = store_load(w->store, k, row, w->arena, record, e);
    if (code == ERR_NOTFOUND)
        record_init(record, k);
    else if (code)
        return code;
    err_clear(e);
    struct value now = record_get(record, k, field, scratch);
    if (value_eq(&now, v))
        return ERR_NONE;
    if (field == dict_entity(k)->n_fields - 1)
        return refuse_locked(e, _(dict_entity(k)->label));
    return refuse_locked(e, _(dict_field(k, field)->label));
}

/* --- setting --- */

static enum err_code check_value(struct work *w, enum entity_kind k, const struct id *row, int field,
                                 const struct value *v, struct err *e)
{
    enum err_code code = check_frozen(w, k, row, field, v, e);
    if (!code && v->type != VALUE_NULL)
        code = validate_value(k, field, v, e);
    return code;
}

enum err_code work_set_seen(struct work *w, enum entity_kind k, const struct id *row, int field,
                            struct value v, const struct value *seen, struct err *e)
{
    enum err_code code = check_value(w, k, row, field, &v, e);
    if (code)
        return code;
    return store_set(w->store, k, row, field, &v, seen, e);
}

enum err_code work_set(struct work *w, enum entity_kind k, const struct id *row, int field,
                       struct value v, struct err *e)
{
    return work_set_seen(w, k, row, field, v, NULL, e);
}

const char *work_line(struct work *w, const char *s)
{
    if (!s)
        return NULL;
    s = text_trim(w->arena, text_input(w->arena, s, strlen(s), false));
    return *s ? s : NULL;
}

const char *work_clean(struct work *w, enum entity_kind k, int field, const char *s)
{
    if (s && (dict_field(k, field)->flags & FIELD_LINES))
        return text_input(w->arena, s, strlen(s), true);
    return work_line(w, s);
}

enum err_code work_set_text(struct work *w, enum entity_kind k, const struct id *row, int field,
                            const char *s, struct err *e)
{
    return work_set(w, k, row, field, value_text(work_clean(w, k, field, s)), e);
}

enum err_code work_set_int(struct work *w, enum entity_kind k, const struct id *row, int field,
                           int64_t i, struct err *e)
{
    return work_set(w, k, row, field, value_int(i), e);
}

enum err_code work_set_enum(struct work *w, enum entity_kind k, const struct id *row, int field,
                            int64_t value, struct err *e)
{
    enum enum_set_id set = (enum enum_set_id)dict_field(k, field)->arg;
    return work_set(w, k, row, field, value_text(dict_enum_code(set, value)), e);
}

enum err_code work_set_ref(struct work *w, enum entity_kind k, const struct id *row, int field,
                           const struct id *to, struct err *e)
{
    return work_set(w, k, row, field, value_ref(to), e);
}

/* A value of the record as it is stored; lives as long as the record and the job. */
static struct value clean_value(struct work *w, enum entity_kind k, int field, const void *record)
{
    struct value v = record_get(record, k, field, arena_alloc(w->arena, DATE_TEXT));
    if (v.type == VALUE_TEXT && dict_field(k, field)->type == TYPE_TEXT)
        v = value_text(work_clean(w, k, field, v.p));
    return v;
}

static enum err_code add_record(struct work *w, enum entity_kind k, const struct id *row,
                                const void *record, struct err *e)
{
    int n = dict_entity(k)->n_fields;
    struct value *v = ARENA_ARRAY(w->arena, struct value, (size_t)n);
    enum err_code code = ERR_NONE;
    for (int f = 0; f < n && !code; f++) {
        v[f] = clean_value(w, k, f, record);
        if (v[f].type != VALUE_NULL)
            code = check_value(w, k, row, f, &v[f], e);
    }
    return code ? code : store_add(w->store, k, row, v, e);
}

enum err_code work_set_record(struct work *w, enum entity_kind k, const void *record, struct err *e)
{
    struct id row;
    bool exists = false;
    memcpy(&row, record, sizeof row); /* every record begins with its id */
    enum err_code code = store_exists(w->store, k, &row, &exists, e);
    if (!code && !exists)
        return add_record(w, k, &row, record, e);
    for (int f = 0; f < dict_entity(k)->n_fields && !code; f++) {
        char scratch[DATE_TEXT];
        if (record_get(record, k, f, scratch).type != VALUE_NULL)
            code = work_set(w, k, &row, f, clean_value(w, k, f, record), e);
    }
    return code;
}

enum err_code work_revive_record(struct work *w, enum entity_kind k, const void *record,
                                 struct err *e)
{
    struct id row;
    memcpy(&row, record, sizeof row);
    void *was = arena_alloc(w->arena, dict_entity(k)->size);
    enum err_code code = work_load(w, k, &row, was, e);
    if (code == ERR_NOTFOUND) {
        err_clear(e);
        return work_set_record(w, k, record, e);
    }
    int deleted = dict_entity(k)->n_fields - 1;
    char scratch[DATE_TEXT];
    bool gone = !code && record_get(was, k, deleted, scratch).type != VALUE_NULL;
    if (gone)
        code = work_set_deleted(w, k, &row, false, e);
    for (int f = 0; gone && f < deleted && !code; f++)
        if (record_get(record, k, f, scratch).type == VALUE_NULL)
            code = work_set(w, k, &row, f, value_null(), e);
    return code ? code : work_set_record(w, k, record, e);
}

enum err_code work_set_next(struct work *w, enum entity_kind k, const struct id *row, int field,
                            int64_t *ret, struct err *e)
{
    int64_t next = NONE;
    enum err_code code = store_next(w->store, k, field, &next, e);
    if (!code)
        code = work_set_int(w, k, row, field, next, e);
    if (!code && ret)
        *ret = next;
    return code;
}

enum err_code work_set_deleted(struct work *w, enum entity_kind k, const struct id *row,
                               bool deleted, struct err *e)
{
    int field = dict_entity(k)->n_fields - 1;
    return work_set(w, k, row, field, deleted ? value_int(1) : value_null(), e);
}

/* --- links --- */

enum err_code work_link(struct work *w, enum entity_kind k, int fa, const struct id *a, int fb,
                        const struct id *b, struct err *e)
{
    struct id row = id_link(dict_entity(k)->name, a, b);
    enum err_code code = work_set_deleted(w, k, &row, false, e);
    if (!code)
        code = work_set_ref(w, k, &row, fa, a, e);
    return code ? code : work_set_ref(w, k, &row, fb, b, e);
}

enum err_code work_unlink(struct work *w, enum entity_kind k, const struct id *a,
                          const struct id *b, struct err *e)
{
    struct id row = id_link(dict_entity(k)->name, a, b);
    void *record = arena_alloc(w->arena, dict_entity(k)->size);
    enum err_code code = work_load(w, k, &row, record, e);
    if (code == ERR_NOTFOUND) {
        err_clear(e);
        return ERR_NONE;
    }
    return code ? code : work_set_deleted(w, k, &row, true, e);
}

struct id work_row_id(struct work *w)
{
    return id_new(w->group.at);
}

/* --- reading --- */

enum err_code work_load(struct work *w, enum entity_kind k, const struct id *row, void *ret_record,
                        struct err *e)
{
    return store_load(w->store, k, row, w->arena, ret_record, e);
}

enum err_code work_load_live(struct work *w, enum entity_kind k, const struct id *row,
                             void *ret_record, struct err *e)
{
    enum err_code code = work_load(w, k, row, ret_record, e);
    if (code == ERR_NOTFOUND)
        return err_set(e, ERR_NOTFOUND,
                       _("%s ini sudah tidak ada. Muat ulang daftarnya, lalu pilih lagi."),
                       _(dict_entity(k)->label));
    if (code)
        return code;
    char scratch[DATE_TEXT];
    struct value deleted = record_get(ret_record, k, dict_entity(k)->n_fields - 1, scratch);
    if (deleted.type == VALUE_INT && deleted.i == 1)
        return err_set(
            e, ERR_NOTFOUND,
            _("%s ini sudah dihapus. Kembalikan dahulu (Ctrl-Z atau Riwayat), lalu ulangi."),
            _(dict_entity(k)->label));
    return ERR_NONE;
}

enum err_code work_load_all(struct work *w, enum entity_kind k, void *ret_rows, size_t *ret_n,
                            struct err *e)
{
    return store_load_all(w->store, k, w->arena, ret_rows, ret_n, e);
}

enum err_code work_session(struct work *w, struct session *ret, struct err *e)
{
    struct id row = store_session_id(w->store);
    return work_load(w, ENTITY_session, &row, ret, e);
}
