#include "config.h"

#include "app/data_read.h"
#include "app/data_reader.h"

#include <string.h>

#include "app/data_shape.h"
#include "app/data_write.h"
#include "base/i18n.h"

static const char *place_words(struct reader *r, const struct place *at)
{
    const char *list = dict_entity(at->k)->json;
    if (at->k == ENTITY_session)
        return at->key ? arena_printf(r->arena, "%s.%s", list, at->key) : list;
    return at->key ? arena_printf(r->arena, "%s[%zu].%s", list, at->row + 1, at->key)
                   : arena_printf(r->arena, "%s[%zu]", list, at->row + 1);
}

enum err_code data_refuse(struct reader *r, const struct place *at, const char *why)
{
    size_t n = strlen(why);
    if (n > 0 && why[n - 1] == '.')
        n--;
    return err_set(r->e, ERR_INPUT,
                   _("Data JSON, %s: %.*s. Tidak ada yang dibuat; perbaiki di situ lalu ulangi."),
                   place_words(r, at), (int)n, why);
}

/* --- ids --- */

static enum err_code note_id(struct reader *r, const struct place *at, const json_t *row)
{
    const json_t *given = json_object_get(row, "id");
    struct id id = id_new(r->now);
    if (given && !json_is_string(given))
        return data_refuse(r, at, _("id harus berupa teks"));
    if (given) {
        const char *word = json_string_value(given);
        id_parse(word, &id);
        char canonical[ID_TEXT];
        id_format(&id, canonical);
        bool is_uuid = strcasecmp(canonical, word) == 0;
        const char *key = is_uuid ? canonical : word;
        if (json_object_get(r->ids, key))
            return data_refuse(r, at, arena_printf(r->arena, _("id \"%s\" dipakai dua kali"), word));
        json_object_set_new(r->ids, key, json_integer((json_int_t)r->n_ids));
    }
    r->id[r->n_ids] = id;
    r->id_entity[r->n_ids++] = (int)at->k;
    return ERR_NONE;
}

enum err_code data_find_id(struct reader *r, const struct place *at, int entity,
                             const json_t *value, struct id *ret)
{
    if (!json_is_string(value))
        return data_refuse(r, at, _("harus berupa id (teks)"));
    const char *word = json_string_value(value);
    struct id id;
    char canonical[ID_TEXT];
    if (id_parse(word, &id)) {
        id_format(&id, canonical);
        word = canonical;
    }
    const json_t *index = json_object_get(r->ids, word);
    size_t i = (size_t)json_integer_value(index);
    if (!index || r->id_entity[i] != entity)
        return data_refuse(r, at,
                      arena_printf(r->arena, _("menunjuk \"%s\" yang tidak ada di daftar %s"),
                                   json_string_value(value),
                                   dict_entity((enum entity_kind)entity)->json));
    *ret = r->id[i];
    return ERR_NONE;
}

/* --- lists --- */

static json_t *list_of(const json_t *all, enum entity_kind k)
{
    return json_object_get(all, dict_entity(k)->json);
}

static bool is_read(int k)
{
    return k != ENTITY_session && k != ENTITY_lock;
}

/* First pass: every list is a list of objects, and every id is known before anything refers to it.
 */
static enum err_code note_ids(struct reader *r, const json_t *all)
{
    size_t total = 0;
    for (int k = 0; k < ENTITY_COUNT; k++)
        total += json_array_size(list_of(all, (enum entity_kind)k));
    r->id = ARENA_ARRAY(r->arena, struct id, total + 1);
    r->id_entity = ARENA_ARRAY(r->arena, int, total + 1);
    for (int k = 0; k < ENTITY_COUNT; k++) {
        struct place at = {(enum entity_kind)k, 0, NULL};
        json_t *list = list_of(all, at.k);
        if (!is_read(k) || !list)
            continue;
        if (!json_is_array(list))
            return err_set(r->e, ERR_INPUT,
                           _("Data JSON: %s harus berupa daftar [ ]. Tidak ada yang dibuat."),
                           dict_entity(at.k)->json);
        for (; at.row < json_array_size(list); at.row++) {
            json_t *row = json_array_get(list, at.row);
            if (!json_is_object(row))
                return data_refuse(r, &at, _("harus berupa objek { }"));
            if (note_id(r, &at, row))
                return r->e->code;
        }
    }
    return ERR_NONE;
}

static enum err_code read_lists(struct reader *r, const json_t *all)
{
    size_t next = 0; /* rows come in the same order as in note_ids */
    for (int k = 0; k < ENTITY_COUNT; k++) {
        struct place at = {(enum entity_kind)k, 0, NULL};
        json_t *list = list_of(all, at.k);
        size_t n = is_read(k) ? json_array_size(list) : 0;
        size_t size = dict_entity(at.k)->size;
        if (k == ENTITY_session)
            continue;
        char *rows = arena_alloc(r->arena, n * size + 1);
        for (; at.row < n; at.row++) {
            char *record = rows + at.row * size;
            record_init(record, at.k);
            memcpy(record, &r->id[next++], sizeof(struct id));
            if (data_read_fields(r, &at, json_array_get(list, at.row), record))
                return r->e->code;
        }
        dossier_set_rows(r->d, at.k, rows, n);
    }
    return ERR_NONE;
}

/* --- links --- */

static struct id *link_end(void *record, enum entity_kind k, int field)
{
    return (struct id *)((char *)record + dict_field(k, field)->offset);
}

/* A link's id follows from its ends, as everywhere. */
static void set_link_id(void *record, const struct data_link *l)
{
    struct id id = id_link(dict_entity(l->link)->name, link_end(record, l->link, l->host_field),
                           link_end(record, l->link, l->other_field));
    memcpy(record, &id, sizeof id);
}

static enum err_code add_links(struct reader *r, struct place *at, const struct data_link *l,
                               const struct id *host, const json_t *ids, char *rows, size_t *n)
{
    size_t size = dict_entity(l->link)->size;
    int entity = dict_field(l->link, l->other_field)->arg;
    at->key = l->key;
    if (ids && !json_is_null(ids) && !json_is_array(ids))
        return data_refuse(r, at, _("harus berupa daftar [ ] id"));
    for (size_t i = 0; i < json_array_size(ids); i++) {
        char *record = rows + *n * size;
        record_init(record, l->link);
        *link_end(record, l->link, l->host_field) = *host;
        if (data_find_id(r, at, entity, json_array_get(ids, i),
                    link_end(record, l->link, l->other_field)))
            return r->e->code;
        ++*n;
    }
    return ERR_NONE;
}

static int by_id(const void *a, const void *b)
{
    return id_cmp(a, b);
}

/* Gives every link its id and leaves out the second of two equal ones. */
static size_t tidy_links(const struct data_link *l, char *rows, size_t n)
{
    size_t size = dict_entity(l->link)->size, kept = 0;
    for (size_t i = 0; i < n; i++)
        set_link_id(rows + i * size, l);
    qsort(rows, n, size, by_id); /* a record begins with its id */
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || by_id(rows + (kept - 1) * size, rows + i * size) != 0)
            memmove(rows + kept++ * size, rows + i * size, size);
    return kept;
}

static enum err_code check_ends(struct reader *r, const struct data_link *l, char *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *row = rows + i * dict_entity(l->link)->size;
        struct place at = {l->link, i, NULL};
        if (id_is_none(link_end(row, l->link, l->host_field)) ||
            id_is_none(link_end(row, l->link, l->other_field)))
            return data_refuse(r, &at, _("salah satu ujungnya tidak ada"));
    }
    return ERR_NONE;
}

/* Rows that stood in a list of their own, then those inside their hosts. */
static enum err_code read_links(struct reader *r, const json_t *all, const struct data_link *l)
{
    size_t n, n_hosts, total;
    size_t size = dict_entity(l->link)->size, host_size = dict_entity(l->host)->size;
    const char *own = dossier_rows(r->d, l->link, &n);
    const char *hosts = dossier_rows(r->d, l->host, &n_hosts);
    const json_t *list = list_of(all, l->host);
    total = n;
    for (size_t i = 0; i < n_hosts; i++)
        total += json_array_size(json_object_get(json_array_get(list, i), l->key));
    char *rows = arena_alloc(r->arena, total * size + 1);
    memcpy(rows, own, n * size);
    if (check_ends(r, l, rows, n))
        return r->e->code;
    for (size_t i = 0; i < n_hosts; i++) {
        struct place at = {l->host, i, NULL};
        if (add_links(r, &at, l, (const struct id *)(hosts + i * host_size),
                      json_object_get(json_array_get(list, i), l->key), rows, &n))
            return r->e->code;
    }
    dossier_set_rows(r->d, l->link, rows, tidy_links(l, rows, n));
    return ERR_NONE;
}

/* --- the whole --- */

static enum err_code check_top(struct reader *r, json_t *all)
{
    const char *key;
    json_t *v;
    if (!json_is_object(all))
        return err_set(r->e, ERR_INPUT,
                       _("Data JSON harus berupa satu objek { } seperti keluaran perintah data. "
                         "Tidak ada yang dibuat."));
    if (json_integer_value(json_object_get(all, "version")) > DATA_VERSION)
        return err_set(
            r->e, ERR_VERSION,
            _("Data JSON ini dibuat oleh Mufakat yang lebih baru. Tidak ada yang dibuat; "
              "perbarui program ini dahulu."));
    json_object_foreach(all, key, v)
    {
        bool known = data_is_derived(-1, key);
        for (int k = 0; k < ENTITY_COUNT && !known; k++)
            known = strcmp(dict_entity((enum entity_kind)k)->json, key) == 0;
        if (!known)
            return err_set(
                r->e, ERR_INPUT,
                _("Data JSON: nama \"%s\" tidak dikenal. Tidak ada yang dibuat; perbaiki "
                  "namanya lalu ulangi."),
                key);
    }
    v = json_object_get(all, "session");
    if (!json_is_object(v))
        return err_set(r->e, ERR_INPUT,
                       _("Data JSON tidak memuat objek \"session\". Tidak ada yang dibuat."));
    return ERR_NONE;
}

static enum err_code read_all(struct reader *r, json_t *all)
{
    struct place session = {ENTITY_session, 0, NULL};
    if (check_top(r, all) || note_ids(r, all) || read_lists(r, all) ||
        data_read_fields(r, &session, json_object_get(all, "session"), r->d->session.v))
        return r->e->code;
    for (int i = 0; i < n_data_links; i++)
        if (read_links(r, all, &data_links[i]))
            return r->e->code;
    return ERR_NONE;
}

enum err_code data_read(const char *p, size_t n, int64_t now, struct arena *a, struct dossier **ret,
                        struct err *e)
{
    data_use_our_memory();
    json_error_t why;
    json_t *all = json_loadb(p, n, JSON_REJECT_DUPLICATES, &why);
    if (!all) {
        err_ignore(
            err_set(e, ERR_INPUT,
                    _("Data JSON tidak dapat dibaca: salah tulis di baris %d, kolom %d. Tidak "
                      "ada yang dibuat; perbaiki di situ lalu ulangi."),
                    why.line, why.column));
        return err_detail(e, "%s", why.text);
    }
    struct reader r = {.arena = a, .d = dossier_new(a), .now = now, .e = e};
    r.ids = json_object();
    r.d->now = now;
    enum err_code code = read_all(&r, all);
    json_decref(r.ids);
    json_decref(all);
    if (!code)
        *ret = r.d;
    return code;
}
