/* The end of a group: last looks, COMMIT, and the truth when the disk refused. */
#include "config.h"

#include <assert.h>

#include "base/i18n.h"
#include "base/text.h"
#include "db/private.h"
#include "model/records.h"

/* --- words for a row --- */

/* Fields that name a row for people, the first that is given wins. */
static const char *const naming[] = {"number", "name", "invited_as", "title", "caption", "text"};

const char *store_row_name(struct store *s, enum entity_kind k, const struct id *row,
                           struct arena *a)
{
    const char *kind = _(dict_entity(k)->label);
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++) {
        int f = dict_find_field(k, naming[i]);
        struct query q;
        bool found = false;
        if (f < 0 || query_field(s, &q, FIELD_GET, k, f, NULL, "d", row))
            continue;
        const char *name = NULL;
        if (!query_step(&q, &found, NULL) && found)
            name = col_text(&q, 0, a);
        query_end(&q);
        if (name)
            return arena_printf(a, i == 0 ? _("%s nomor %s") : "%s \"%s\"", kind,
                                text_clip(a, name, 40));
    }
    return kind;
}

/* --- last looks before COMMIT --- */

static enum err_code is_deleted(struct store *s, const struct pending *p, bool *ret_exists,
                                bool *ret_deleted, struct err *e)
{
    struct query q;
    bool found = false;
    int f = dict_entity(p->entity)->n_fields - 1;
    enum err_code rc = query_field(s, &q, FIELD_GET, p->entity, f, e, "d", &p->row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc) {
        *ret_exists = found;
        *ret_deleted = found && col_int(&q, 0, 0) == 1;
    }
    query_end(&q);
    return rc;
}

static enum err_code count_users(struct store *s, const struct pending *p, enum entity_kind k,
                                 int f, int64_t *ret, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_field(s, &q, FIELD_USERS, k, f, e, "d", &p->row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc)
        *ret = col_int(&q, 0, 0);
    query_end(&q);
    return rc;
}

/* A row that live rows refer to cannot be deleted. */
static enum err_code refuse_if_used(struct store *s, const struct pending *p, struct err *e)
{
    for (int k = 0; k < ENTITY_COUNT; k++) {
        const struct entity *en = dict_entity((enum entity_kind)k);
        for (int f = 0; f < en->n_fields; f++) {
            int64_t users = 0;
            if (en->fields[f].type != TYPE_REF || en->fields[f].arg != (int)p->entity)
                continue;
            enum err_code rc = count_users(s, p, (enum entity_kind)k, f, &users, e);
            if (rc)
                return rc;
            if (users)
                return err_set(
                    e, ERR_RULE,
                    _("%s tidak dihapus: masih dipakai %s (%s: %lld). Tidak ada yang berubah. "
                      "Ubah dulu yang memakainya, lalu ulangi."),
                    store_row_name(s, p->entity, &p->row, s->scratch), _(en->label),
                    _(en->fields[f].label), (long long)users);
        }
    }
    return ERR_NONE;
}

/* SQLite goes on writing into a file that has lost its name: to the end of the program all would look stored, and nobody would find
 * it again. */
static enum err_code refuse_if_moved(struct store *s, struct err *e)
{
    int moved = 0;
    if (s->memory || sqlite3_file_control(s->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
        return ERR_NONE;
    return err_set(e, ERR_IO,
                   _("Berkas sesi tidak ada lagi di %s: dipindah, diganti nama, atau dihapus. Yang terakhir belum tersimpan; isian "
                     "tetap di layar. Kembalikan berkas itu ke tempatnya, atau buat salinan sekarang (Ctrl-K, Salin)."),
                   s->path);
}

static enum err_code last_looks(struct store *s, struct err *e)
{
    enum err_code moved = refuse_if_moved(s, e);
    if (moved)
        return moved;
    for (size_t i = 0; i < s->t.n_pending; i++) {
        const struct pending *p = &s->t.pending[i];
        bool exists = false, deleted = false;
        enum err_code rc = is_deleted(s, p, &exists, &deleted, e);
        if (rc)
            return rc;
        if (p->deleted && deleted)
            rc = refuse_if_used(s, p, e);
        else if (!p->deleted && !exists)
            rc = err_set(
                e, ERR_NOTFOUND,
                _("%s yang dirujuk tidak ada di berkas sesi. Belum ada yang berubah. Pilih lagi."),
                _(dict_entity(p->entity)->label));
        else if (!p->deleted && deleted)
            rc = err_set(
                e, ERR_RULE,
                _("%s sudah dihapus, jadi tidak dapat dirujuk. Belum ada yang berubah. Kembalikan "
                  "dulu lewat Riwayat, atau pilih yang lain."),
                store_row_name(s, p->entity, &p->row, s->scratch));
        if (rc)
            return rc;
    }
    return ERR_NONE;
}

/* --- when the disk refused --- */

/* A commit whose fsync failed may be visible and yet not be on the disk. A checkpoint writes the
 * pages anew and syncs them; only after it the file's content is the truth. */
static enum err_code checkpoint_all(struct store *s, struct err *e)
{
    int in_log = 0, done = 0;
    int rc = sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, &in_log, &done);
    if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) /* a reader holds the log: copying it is enough */
        rc = sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_FULL, &in_log, &done);
    if (rc != SQLITE_OK)
        return stmt_error(s, rc, e);
    if (in_log != done)
        return stmt_error(s, SQLITE_BUSY, e);
    return ERR_NONE;
}

enum err_code store_gather(struct store *s, struct err *e)
{
    assert(s->writing && !s->t.open);
    return s->memory ? ERR_NONE : checkpoint_all(s, e);
}

/* Where this run's own chain stands in the file. */
static enum err_code find_tip(struct store *s, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_WRITER_TIP, e, "d", &s->writer);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc) {
        s->writer_stored = found;
        s->seq = found ? col_int(&q, 0, 0) : 0;
        if (found)
            s->chain = col_hash(&q, 1);
    }
    query_end(&q);
    return rc;
}

enum err_code store_make_sure(struct store *s, struct err *e)
{
    enum err_code rc = s->db ? ERR_NONE : store_connect(s, e);
    if (!rc)
        rc = checkpoint_all(s, e);
    if (!rc)
        rc = find_tip(s, e);
    if (rc)
        return rc;
    s->unsure = false;
    return ERR_NONE;
}

/* What the file says about the group after COMMIT failed with `rc`. */
static enum err_code find_truth(struct store *s, const struct id *group, enum err_code failed,
                                bool *ret_stored, struct err *e)
{
    if (s->memory)
        return failed;
    struct err why = {0};
    store_disconnect(s);
    s->unsure = true;
    int64_t stored = 0;
    enum err_code rc = store_make_sure(s, &why);
    if (!rc)
        rc = query_number(s, STMT_GROUP_STORED, 0, &stored, &why, "d", group);
    if (rc) {
        err_ignore(
            err_set(e, failed,
                    _("Disk menolak, dan belum dapat dipastikan apakah yang terakhir tersimpan. "
                      "Isian tetap di layar; yang bertanda tersimpan aman. Periksa disk, lalu coba "
                      "lagi: tidak akan tersimpan dua kali.")));
        return err_detail(e, "after commit: %s", why.detail);
    }
    *ret_stored = stored > 0;
    return stored ? ERR_NONE : failed;
}

static enum err_code run_commit(struct store *s, struct err *e)
{
    struct query q;
    bool any;
    enum err_code rc = query_named(s, &q, STMT_COMMIT, e, "");
    if (!rc)
        rc = query_step(&q, &any, e);
    query_end(&q);
    return rc;
}

static void end_stored(struct store *s, unsigned *ret_touched)
{
    if (ret_touched)
        *ret_touched = s->t.touched;
    if (s->t.stored)
        undo_remember(s);
    /* What the group changed in memory (seq, chain, writer) is now the file's state. */
    s->t.seq0 = s->seq;
    s->t.chain0 = s->chain;
    s->t.writer_stored0 = s->writer_stored;
    store_rollback(s);
}

enum err_code store_commit(struct store *s, unsigned *ret_touched, struct err *e)
{
    assert(s->t.open);
    enum err_code rc = last_looks(s, e);
    if (rc) {
        store_rollback(s);
        return rc;
    }
    rc = run_commit(s, e);
    if (!rc) {
        end_stored(s, ret_touched);
        return ERR_NONE;
    }
    bool stored = false;
    struct id group = s->t.g.id;
    if (s->db && !sqlite3_get_autocommit(s->db))
        err_ignore(query_run(s, STMT_ROLLBACK, NULL, ""));
    rc = find_truth(s, &group, rc, &stored, e);
    if (stored)
        end_stored(s, ret_touched);
    else
        store_rollback(s);
    return rc;
}

/* --- transactions that are no group --- */

enum err_code store_work_begin(struct store *s, struct err *e)
{
    assert(s->writing && !s->t.open && s->readers == 0);
    enum err_code rc = s->unsure ? store_make_sure(s, e) : ERR_NONE;
    return rc ? rc : query_run(s, STMT_BEGIN_WRITE, e, "");
}

enum err_code store_work_end(struct store *s, enum err_code rc, struct err *e)
{
    if (!rc)
        rc = run_commit(s, e);
    if (rc && s->db && !sqlite3_get_autocommit(s->db))
        err_ignore(query_run(s, STMT_ROLLBACK, NULL, ""));
    return rc;
}
