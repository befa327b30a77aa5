#include "config.h"

#include "app/data_write.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "app/data_shape.h"
#include "app/data_summary.h"
#include "base/text.h"
#include "model/coverage.h"

/* jansson answers "no memory" with NULL in a hundred places; here, as in the rest of the house,
 * running out of memory ends the program. */
void data_use_our_memory(void)
{
    json_set_alloc_funcs(mem_alloc, free);
}

json_t *data_text(const char *s, struct arena *ar)
{
    if (!s || !*s)
        return json_null();
    const char *clean = text_export(ar, s);
    if (clean != s) /* what was left out may have stood between a letter and its accent */
        clean = text_input(ar, clean, strlen(clean), true);
    return *clean ? json_string(clean) : json_null();
}

json_t *data_id(const struct id *id)
{
    char text[ID_TEXT];
    if (id_is_none(id))
        return json_null();
    id_format(id, text);
    return json_string(text);
}

json_t *data_stamp(int64_t ms, enum zone z)
{
    char text[DATE_TEXT];
    return ms == NONE ? json_null() : json_string(stamp_iso(ms, z, text));
}

static json_t *time_json(int64_t minutes)
{
    return minutes == NONE ? json_null()
                           : json_sprintf("%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

static json_t *number_json(const struct field *f, int64_t v, enum zone z)
{
    char text[DATE_TEXT];
    if (v == NONE)
        return json_null();
    switch (f->type) {
    case TYPE_FLAG:
        return json_boolean(v == 1);
    case TYPE_DATE:
        return json_string(date_iso(v, text));
    case TYPE_TIME:
        return time_json(v);
    case TYPE_STAMP:
        return data_stamp(v, z);
    case TYPE_ENUM: {
        const char *code = dict_enum_code((enum enum_set_id)f->arg, v);
        return code ? json_string(code) : json_null();
    }
    default:
        return json_integer(v);
    }
}

static json_t *field_json(const struct field *f, const void *record, enum zone z, struct arena *ar)
{
    const void *at = (const char *)record + f->offset;
    if (f->type == TYPE_TEXT)
        return data_text(*(const char *const *)at, ar);
    if (f->type == TYPE_REF)
        return data_id(at);
    return number_json(f, *(const int64_t *)at, z);
}

/* --- rows --- */

struct pair {
    struct id host, other;
};

static int by_host_and_other(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    int order = id_cmp(&x->host, &y->host);
    return order ? order : id_cmp(&x->other, &y->other);
}

static const struct id *ref_at(const void *row, enum entity_kind k, int field)
{
    return (const struct id *)((const char *)row + dict_field(k, field)->offset);
}

/* All links of one kind, those of a host together and in the order of time. */
static struct pair *sorted_links(const struct dossier *d, const struct data_link *l, size_t *ret_n,
                                 struct arena *ar)
{
    size_t n;
    size_t size = dict_entity(l->link)->size;
    const char *rows = dossier_rows(d, l->link, &n);
    struct pair *v = ARENA_ARRAY(ar, struct pair, n + 1);
    for (size_t i = 0; i < n; i++) {
        v[i].host = *ref_at(rows + i * size, l->link, l->host_field);
        v[i].other = *ref_at(rows + i * size, l->link, l->other_field);
    }
    qsort(v, n, sizeof *v, by_host_and_other);
    *ret_n = n;
    return v;
}

static json_t *links_of(const struct id *host, const struct pair *v, size_t n)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (id_cmp(&v[middle].host, host) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    json_t *list = json_array();
    for (; low < n && id_eq(&v[low].host, host); low++)
        json_array_append_new(list, data_id(&v[low].other));
    return list;
}

/* Puts the arrays of one kind of link into the objects of their hosts. */
static void add_links(const struct dossier *d, const struct data_link *l, json_t *hosts,
                      struct arena *ar)
{
    size_t n, n_hosts;
    const struct pair *v = sorted_links(d, l, &n, ar);
    const char *rows = dossier_rows(d, l->host, &n_hosts);
    for (size_t i = 0; i < n_hosts; i++) {
        const void *id = rows + i * dict_entity(l->host)->size; /* a record begins with its id */
        json_object_set_new(json_array_get(hosts, i), l->key, links_of(id, v, n));
    }
}

static json_t *row_json(const struct dossier *d, enum entity_kind k, const void *row,
                        struct arena *ar)
{
    const struct entity *en = dict_entity(k);
    json_t *o = json_object();
    if (k != ENTITY_session)
        json_object_set_new(o, "id", data_id(row));
    for (int f = 0; f < en->n_fields - 1; f++) /* the last one, "deleted", is never set here */
        json_object_set_new(o, en->fields[f].name,
                            field_json(&en->fields[f], row, dossier_zone(d), ar));
    if (k == ENTITY_participant)
        json_object_set_new(o, "present", json_boolean(coverage_counts(row)));
    return o;
}

static json_t *rows_json(const struct dossier *d, enum entity_kind k, struct arena *ar)
{
    size_t n;
    const char *rows = dossier_rows(d, k, &n);
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, row_json(d, k, rows + i * dict_entity(k)->size, ar));
    for (int i = 0; i < n_data_links; i++)
        if (data_links[i].host == k)
            add_links(d, &data_links[i], list, ar);
    return list;
}

json_t *data_dossier(const struct dossier *d, struct arena *ar)
{
    json_t *all = json_object();
    json_object_set_new(all, "format", json_string(DATA_FORMAT));
    json_object_set_new(all, "version", json_integer(DATA_VERSION));
    json_object_set_new(all, "summary", data_summary(d));
    for (int k = 0; k < ENTITY_COUNT; k++) {
        if (data_is_link(k))
            continue;
        json_t *value =
            k == ENTITY_session ? row_json(d, k, dossier_session(d), ar) : rows_json(d, k, ar);
        json_object_set_new(all, dict_entity(k)->json, value);
    }
    return all;
}

/* --- out --- */

static int add_to_buf(const char *p, size_t n, void *out)
{
    buf_add(out, p, n);
    return 0;
}

void data_dump(const json_t *all, struct buf *out)
{
    json_dump_callback(all, add_to_buf, out, JSON_INDENT(2));
    buf_putc(out, '\n');
}

void data_write_dossier(const struct dossier *d, struct buf *out)
{
    data_use_our_memory();
    struct arena *ar = arena_new();
    json_t *all = data_dossier(d, ar);
    data_dump(all, out);
    json_decref(all);
    arena_free(ar);
}
