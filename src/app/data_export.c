#include "config.h"

#include "app/data_export.h"

#include <string.h>

#include "app/data_write.h"
#include "base/text.h"

/* --- drafts and the log --- */

static json_t *value_json(const struct value *v, struct arena *ar)
{
    switch (v->type) {
    case VALUE_INT:
        return json_integer(v->i);
    case VALUE_TEXT:
        return data_text(arena_memdup(ar, v->p, v->n), ar);
    case VALUE_BLOB:
        if (v->n == sizeof(struct id)) {
            struct id id;
            memcpy(&id, v->p, sizeof id);
            return data_id(&id);
        }
        break;
    case VALUE_NULL:
        break;
    }
    return json_null();
}

static json_t *drafts_json(struct app *a, struct arena *ar, struct err *e)
{
    struct draft *v;
    size_t n;
    if (read_drafts(a, ar, &v, &n, e))
        return NULL;
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_pack("{s:o s:o s:o}", "key", data_text(v[i].key, ar),
                                              "text", data_text(v[i].text, ar), "at",
                                              data_stamp(v[i].at, app_zone(a))));
    return list;
}

static json_t *writers_json(const struct log_writer *v, size_t n, enum zone z, struct arena *ar)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_pack("{s:o s:o s:o s:o}", "id", data_id(&v[i].id),
                                              "person", data_text(v[i].person, ar), "machine",
                                              data_text(v[i].machine, ar), "started_at",
                                              data_stamp(v[i].started_at, z)));
    return list;
}

static json_t *change_json(const struct log_change *c, struct arena *ar)
{
    char chain[HASH_HEX];
    hash_hex(&c->chain, chain);
    json_t *base = id_is_none(&c->base_writer)
                       ? json_null()
                       : json_pack("{s:o s:I}", "writer", data_id(&c->base_writer), "seq",
                                   (json_int_t)c->base_seq);
    return json_pack("{s:o s:I s:I s:o s:s s:o s:s s:o s:o s:b s:s}", "writer", data_id(&c->writer),
                     "seq", (json_int_t)c->seq, "hlc", (json_int_t)c->hlc, "group",
                     data_id(&c->group), "entity", text_export(ar, c->entity), "row",
                     data_id(&c->row), "field", text_export(ar, c->field), "base", base, "value",
                     value_json(&c->value, ar), "erased", c->erased, "chain", chain);
}

#define GROUP_PAGE 500

/* All groups, oldest first; the history is read page by page, newest first. */
static json_t *groups_json(struct app *a, struct arena *ar, struct err *e)
{
    json_t *list = json_array();
    struct id before = ID_NONE;
    for (;;) {
        struct history_group *v;
        size_t n;
        if (read_history(a, &before, GROUP_PAGE, ar, &v, &n, e)) {
            json_decref(list);
            return NULL;
        }
        for (size_t i = 0; i < n; i++)
            json_array_insert_new(
                list, 0,
                json_pack("{s:o s:o s:s s:o s:o s:o s:o s:o}", "id", data_id(&v[i].id), "writer",
                          data_id(&v[i].writer), "kind", group_kind_code(v[i].kind), "of",
                          data_id(&v[i].of), "at", data_stamp(v[i].at, app_zone(a)), "action",
                          data_text(v[i].action, ar), "reason", data_text(v[i].reason, ar),
                          "person", data_text(v[i].person, ar)));
        if (n < GROUP_PAGE)
            return list;
        before = v[n - 1].id;
    }
}

static json_t *log_json(struct app *a, struct arena *ar, struct err *e)
{
    struct log_writer *w;
    struct log_change *c;
    size_t nw, nc;
    if (read_log(a, ar, &w, &nw, &c, &nc, e))
        return NULL;
    json_t *groups = groups_json(a, ar, e);
    if (!groups)
        return NULL;
    json_t *changes = json_array();
    for (size_t i = 0; i < nc; i++)
        json_array_append_new(changes, change_json(&c[i], ar));
    return json_pack("{s:o s:o s:o}", "writers", writers_json(w, nw, app_zone(a), ar), "groups",
                     groups, "changes", changes);
}

/* In one read transaction: what others write meanwhile is in none of the parts. */
static enum err_code collect(struct app *a, struct arena *ar, json_t **ret, struct err *e)
{
    struct dossier *d;
    enum err_code code = read_dossier(a, ar, &d, e);
    if (code)
        return code;
    *ret = data_dossier(d, ar);
    json_t *drafts = drafts_json(a, ar, e);
    json_t *log = drafts ? log_json(a, ar, e) : NULL;
    json_object_set_new(*ret, "drafts", drafts);
    json_object_set_new(*ret, "log", log);
    return log ? ERR_NONE : e->code;
}

enum err_code data_export(struct app *a, struct buf *out, struct err *e)
{
    data_use_our_memory();
    enum err_code code = read_together(a, e);
    if (code)
        return code;
    struct arena *ar = arena_new();
    json_t *all = NULL;
    code = collect(a, ar, &all, e);
    read_apart(a);
    if (!code)
        data_dump(all, out);
    json_decref(all);
    arena_free(ar);
    return code;
}
