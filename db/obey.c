#include "config.h"

#include "db/obey.h"

#include <string.h>

#include "base/i18n.h"
#include "model/records.h"

/* Marks the changes of the group and all that stands on them. */
static void mark_kept(const struct change *c, size_t n, const struct id *group, bool *kept)
{
    for (size_t i = 0; i < n; i++) {
        kept[i] = c[i].kind == GROUP_ERASE && id_eq(&c[i].group, group);
        for (size_t k = i; !kept[i] && k-- > 0;)
            if (c[k].seq == c[i].base_seq && id_eq(&c[k].writer, &c[i].base_writer))
                kept[i] = kept[k];
    }
}

static enum err_code blank_others(struct store *s, struct change *c, size_t n, const bool *kept,
                                  int64_t *count, struct err *e)
{
    for (size_t i = 0; i < n; i++) {
        if (kept[i] || c[i].erased)
            continue;
        enum err_code rc = query_run(s, STMT_BLANK_CHANGE, e, "di", &c[i].writer, c[i].seq);
        if (rc)
            return rc;
        c[i].erased = true;
        (*count)++;
    }
    return ERR_NONE;
}

static enum err_code obey_field(struct store *s, struct change *c, size_t n, struct arena *a,
                                int64_t *count, struct err *e)
{
    bool *kept = ARENA_ARRAY(a, bool, n);
    enum err_code rc = ERR_NONE;
    const struct id *last = NULL;
    for (size_t i = 0; !rc && i < n; i++) {
        if (c[i].kind != GROUP_ERASE || (last && id_eq(last, &c[i].group)))
            continue;
        last = &c[i].group;
        mark_kept(c, n, last, kept);
        rc = blank_others(s, c, n, kept, count, e);
    }
    return rc;
}

enum err_code obey_row(struct store *s, const char *entity, const struct id *row, int64_t *count,
                       struct err *e)
{
    struct arena *a = arena_new();
    struct changes all;
    enum err_code rc = log_load_row(s, entity, row, a, &all, e);
    for (size_t i = 0, end; !rc && i < all.n; i = end) {
        for (end = i + 1; end < all.n && strcmp(all.v[end].field, all.v[i].field) == 0;)
            end++;
        rc = obey_field(s, &all.v[i], end - i, a, count, e);
    }
    arena_free(a);
    return rc;
}

enum err_code obey_document(struct store *s, const struct id *row, int64_t *count, struct err *e)
{
    struct arena *a = arena_new();
    struct document d = {0};
    int64_t users = 0, stored = 0;
    enum err_code rc = store_load(s, ENTITY_document, row, a, &d, e);
    if (!rc && d.sha256)
        rc = query_number(s, STMT_BLOB_USERS, 0, &users, e, "t", d.sha256);
    if (!rc && d.sha256)
        rc = query_number(s, STMT_BLOB_STORED, 0, &stored, e, "t", d.sha256);
    if (!rc && stored && !users) {
        rc = query_run(s, STMT_BLOB_DELETE, e, "t", d.sha256);
        (*count)++;
    }
    arena_free(a);
    return rc;
}

enum err_code obey_clean(struct store *s, struct err *e)
{
    enum err_code rc = stmt_exec(s, "VACUUM", e);
    if (rc || s->memory)
        return rc;
    int code = sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return err_set(
            e, ERR_BUSY,
            _("Data sudah dihapus dari sesi, tetapi sisanya di berkas -wal belum dapat dibersihkan "
              "karena program lain sedang membaca. Tutup program lain itu, lalu ulangi."));
    s->frames = 0;
    return code == SQLITE_OK ? ERR_NONE : stmt_error(s, code, e);
}
