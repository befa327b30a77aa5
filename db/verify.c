/* Is the file what its log says? Finds what was changed behind the program's back. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "db/chain_check.h"
#include "db/state.h"
#include "model/records.h"

#define MOST_FINDINGS 200 /* of a file that is wrong everywhere, nobody reads more */

struct check {
    struct store *s;
    struct arena *a; /* of the caller: sentences */
    struct verify_report r;
    size_t cap;
};

static void add(struct check *c, enum finding_kind kind, const char *text)
{
    if (c->r.n >= MOST_FINDINGS)
        return;
    c->r.v = private_grow(c->a, c->r.v, c->r.n, &c->cap, sizeof *c->r.v);
    c->r.v[c->r.n++] = (struct verify_finding){kind, text};
}

/* --- pages and schema --- */

static enum err_code pragma_rows(struct check *c, const char *sql, bool is_ok_row, struct err *e)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(c->s->db, sql, -1, &st, NULL);
    while (rc == SQLITE_OK || rc == SQLITE_ROW) {
        rc = sqlite3_step(st);
        if (rc != SQLITE_ROW)
            break;
        const char *text = (const char *)sqlite3_column_text(st, 0);
        if (is_ok_row && text && strcmp(text, "ok") == 0)
            continue;
        add(c, FINDING_INTEGRITY,
            arena_printf(c->a,
                         _("Susunan berkas rusak: %s. Pakai salinan terakhir; simpan berkas ini."),
                         text_visible(c->a, text ? text : "?")));
    }
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? ERR_NONE : stmt_error(c->s, rc, e);
}

/* All definitions as one text. */
static int schema_text(sqlite3 *db, struct buf *ret)
{
    sqlite3_stmt *st = NULL;
    int rc =
        sqlite3_prepare_v2(db,
                           "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND "
                           "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
                           -1, &st, NULL);
    while (rc == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW)
        for (int i = 0; i < 3; i++) {
            buf_puts(ret, (const char *)sqlite3_column_text(st, i));
            buf_putc(ret, '\n');
        }
    sqlite3_finalize(st);
    return rc;
}

/* A trigger that was taken out would let the log be changed. */
static enum err_code check_schema(struct check *c, struct err *e)
{
    struct buf ours = BUF_INIT, theirs = BUF_INIT;
    sqlite3 *fresh = NULL;
    int rc = sqlite3_open(":memory:", &fresh);
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(fresh, stmt_schema, NULL, NULL, NULL);
    if (rc == SQLITE_OK)
        rc = schema_text(fresh, &ours);
    sqlite3_close(fresh);
    if (rc == SQLITE_OK)
        rc = schema_text(c->s->db, &theirs);
    if (rc == SQLITE_OK && strcmp(buf_str(&ours), buf_str(&theirs)) != 0)
        add(c, FINDING_INTEGRITY,
            _("Susunan tabel berkas ini bukan susunan Mufakat: ada yang mengubahnya di luar "
              "program."));
    buf_done(&ours);
    buf_done(&theirs);
    return rc == SQLITE_OK ? ERR_NONE : stmt_error(c->s, rc, e);
}

static enum err_code check_pages(struct check *c, struct err *e)
{
    enum err_code rc = store_free_hand(c->s, true, e);
    if (rc)
        return rc;
    rc = pragma_rows(c, "PRAGMA integrity_check(20)", true, e);
    if (!rc)
        rc = pragma_rows(c, "PRAGMA foreign_key_check", false, e);
    if (!rc)
        rc = check_schema(c, e);
    enum err_code back = store_free_hand(c->s, false, rc ? NULL : e);
    return rc ? rc : back;
}

/* --- chains --- */

/* A value that was blanked must have been blanked by an erasure. */
static enum err_code check_blanked(struct check *c, struct err *e)
{
    struct query q;
    bool row = true;
    enum err_code rc = query_named(c->s, &q, STMT_BLANKED_WITHOUT_ERASURE, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        char id[ID_TEXT];
        struct id row_id = col_id(&q, 1);
        id_format(&row_id, id);
        add(c, FINDING_CHAIN,
            arena_printf(c->a,
                         _("Riwayat %s pada tabel %s, baris %s, dikosongkan tanpa catatan "
                           "penghapusan data."),
                         text_visible(c->a, col_text(&q, 2, c->a)),
                         text_visible(c->a, col_text(&q, 0, c->a)), id));
    }
    query_end(&q);
    return rc;
}

static enum err_code check_chains(struct check *c, struct err *e)
{
    struct chain_report r;
    enum err_code rc = chain_check(c->s, c->a, &r, e);
    if (rc)
        return rc;
    c->r.writers = r.writers;
    c->r.changes = r.changes;
    for (size_t i = 0; i < r.n; i++) {
        char id[ID_TEXT];
        id_format(&r.v[i].writer, id);
        add(c, FINDING_CHAIN,
            arena_printf(c->a,
                         _("Rantai riwayat %s (%s) putus pada perubahan nomor %lld (%s): riwayat "
                           "diubah di luar "
                           "program."),
                         r.v[i].person ? r.v[i].person : _("seseorang"), id, (long long)r.v[i].seq,
                         r.v[i].what));
    }
    if (r.empty_groups)
        add(c, FINDING_CHAIN,
            arena_printf(
                c->a,
                _("%lld tindakan di riwayat tidak berisi perubahan: ditambahkan di luar program."),
                (long long)r.empty_groups));
    return check_blanked(c, e);
}

/* --- tables against the log --- */

static const char *show(const struct value *v, struct arena *a)
{
    if (v->type == VALUE_NULL)
        return _("(kosong)");
    if (v->type == VALUE_INT)
        return arena_printf(a, "%lld", (long long)v->i);
    if (v->type == VALUE_TEXT)
        return arena_printf(a, "\"%s\"", text_clip(a, text_visible(a, v->p), 40));
    return _("(rujukan)");
}

static void differs(struct check *c, const struct row_state *row, const char *column,
                    const struct value *table, const struct value *log)
{
    char id[ID_TEXT];
    id_format(&row->row, id);
    add(c, FINDING_TABLE,
        arena_printf(c->a, _("Tabel %s, baris %s (%s), kolom %s: berisi %s, menurut riwayat %s."),
                     dict_entity(row->entity)->name, id,
                     store_row_name(c->s, row->entity, &row->row, c->a), column, show(table, c->a),
                     show(log, c->a)));
}

static void compare_columns(struct check *c, const struct row_state *row, const struct query *q)
{
    const struct entity *en = dict_entity(row->entity);
    for (int f = 0; f < en->n_fields; f++) {
        struct value v = col_value(q, f + 1, c->s->scratch);
        if (!value_eq(&v, &row->v[f]))
            differs(c, row, en->fields[f].name, &v, &row->v[f]);
    }
}

static enum err_code compare_row(void *with, const struct row_state *row, struct arena *a,
                                 struct err *e)
{
    (void)a;
    struct check *c = with;
    struct query q;
    bool found = false;
    arena_reset(c->s->scratch);
    enum err_code rc = query_entity(c->s, &q, ENTITY_LOAD, row->entity, e, "d", &row->row);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        compare_columns(c, row, &q);
    query_end(&q);
    if (!rc && !found) {
        char id[ID_TEXT];
        id_format(&row->row, id);
        add(c, FINDING_TABLE,
            arena_printf(c->a, _("Tabel %s: baris %s ada di riwayat tetapi tidak ada di tabel."),
                         dict_entity(row->entity)->name, id));
    }
    return rc;
}

/* Rows that stand in a table and not in the log. The session's row exists without changes. */
static enum err_code check_extra_rows(struct check *c, enum entity_kind k, struct err *e)
{
    struct query q;
    bool row = true;
    enum err_code rc = query_entity(c->s, &q, ENTITY_EACH, k, e, "");
    while (!rc && row) {
        int64_t runs = 0;
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        struct id id = col_id(&q, 0);
        if (id_eq(&id, &c->s->session))
            continue;
        rc = query_number(c->s, STMT_RUNS_OF_ROW, 0, &runs, e, "td",
                          dict_entity(k)->name, &id);
        if (rc || runs)
            continue;
        char text[ID_TEXT];
        id_format(&id, text);
        add(c, FINDING_TABLE,
            arena_printf(
                c->a,
                _("Tabel %s: baris %s tidak ada di riwayat, jadi ditambahkan di luar program."),
                dict_entity(k)->name, text));
    }
    query_end(&q);
    return rc;
}

static enum err_code check_tables(struct check *c, struct err *e)
{
    enum err_code rc = state_each_row(c->s, NULL, compare_row, c, e);
    for (int k = 0; !rc && k < ENTITY_COUNT; k++)
        rc = check_extra_rows(c, (enum entity_kind)k, e);
    int64_t wrong = 0;
    if (!rc)
        rc = query_number(c->s, STMT_TALLY_WRONG, 0, &wrong, e, "");
    if (!rc && wrong)
        add(c, FINDING_TABLE,
            _("Tabel tally: jumlah catatan tidak cocok dengan tabel contribution, jadi diubah di "
              "luar program."));
    return rc;
}

/* --- locks and pictures --- */

static enum err_code check_lock(struct check *c, const struct lock *l, struct err *e)
{
    struct cut cut;
    struct hash h, want;
    bool whole = false;
    bool readable =
        cut_parse(l->cut, c->a, &cut) && l->fingerprint && hash_parse_hex(l->fingerprint, &want);
    enum err_code rc = readable ? cut_fingerprint(c->s, &cut, &h, &whole, e) : ERR_NONE;
    if (!rc && (!readable || !whole || !hash_eq(&h, &want)))
        add(c, FINDING_LOCK,
            arena_printf(
                c->a,
                _("Sidik penguncian revisi %lld tidak cocok lagi: riwayat sebelum penguncian "
                  "berubah atau hilang."),
                (long long)(l->revision == NONE ? 0 : l->revision)));
    return rc;
}

static enum err_code check_locks(struct check *c, struct err *e)
{
    struct lock *v = NULL;
    size_t n = 0;
    enum err_code rc = store_load_all(c->s, ENTITY_lock, c->a, &v, &n, e);
    for (size_t i = 0; !rc && i < n; i++)
        rc = check_lock(c, &v[i], e);
    c->r.locks = (int64_t)n;
    return rc;
}

static enum err_code check_blobs(struct check *c, struct err *e)
{
    struct query q;
    bool row = true;
    enum err_code rc = query_named(c->s, &q, STMT_BLOBS, e, "");
    while (!rc && row) {
        rc = query_step(&q, &row, e);
        if (rc || !row)
            break;
        char hex[HASH_HEX];
        struct hash h =
            hash_of(sqlite3_column_blob(q.st, 1), (size_t)sqlite3_column_bytes(q.st, 1));
        const char *name = col_text(&q, 0, c->a);
        hash_hex(&h, hex);
        if (strcmp(name, hex) != 0)
            add(c, FINDING_BLOB,
                arena_printf(c->a, _("Isi berkas dokumentasi %.12s... berubah sejak disimpan."),
                             name));
    }
    query_end(&q);
    return rc;
}

static enum err_code check_documents(struct check *c, struct err *e)
{
    struct document *v = NULL;
    size_t n = 0;
    enum err_code rc = store_load_all(c->s, ENTITY_document, c->a, &v, &n, e);
    for (size_t i = 0; !rc && i < n; i++) {
        int64_t stored = 1;
        if (IS_SET(v[i].stored) && v[i].sha256)
            rc = query_number(c->s, STMT_BLOB_STORED, 0, &stored, e, "t", v[i].sha256);
        if (!rc && !stored)
            add(c, FINDING_BLOB,
                arena_printf(c->a, _("Berkas dokumentasi \"%s\" tidak ada lagi di berkas sesi."),
                             text_clip(c->a, text_visible(c->a, TXT(v[i].caption)), 40)));
    }
    return rc;
}

enum err_code store_verify(struct store *s, struct arena *a, struct verify_report *ret,
                           struct err *e)
{
    struct check c = {.s = s, .a = a};
    enum err_code rc = check_pages(&c, e);
    if (!rc)
        rc = store_read_begin(s, e);
    if (rc)
        return rc;
    rc = check_chains(&c, e);
    if (!rc)
        rc = check_tables(&c, e);
    if (!rc)
        rc = check_locks(&c, e);
    if (!rc)
        rc = check_blobs(&c, e);
    if (!rc)
        rc = check_documents(&c, e);
    store_read_end(s);
    if (rc)
        return rc;
    c.r.sound = c.r.n == 0;
    *ret = c.r;
    return ERR_NONE;
}
