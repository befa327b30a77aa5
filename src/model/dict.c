#include "config.h"

#include <assert.h>
#include <string.h>

#include "model/records.h"

/* --- tables, expanded from the .def files --- */

#define DICT_V(constant, code, label) {code, label},
#define DICT_S(set) static const struct enum_value set##_values[] = {ENUM_##set(DICT_V)};
ENUM_LIST(DICT_S)
#undef DICT_S
#undef DICT_V

#define DICT_S(set) {#set, set##_values, set##_COUNT},
static const struct enum_set enum_sets[] = {ENUM_LIST(DICT_S)};
#undef DICT_S

enum { REQ = FIELD_REQ, PER = FIELD_PER, PUB = FIELD_PUB, PRN = FIELD_PRN };
enum { FREE = FIELD_FREE, LINES = FIELD_LINES, AUTO = FIELD_AUTO };

#define ARG_TEXT(a) 0
#define ARG_INT(a) 0
#define ARG_FLAG(a) 0
#define ARG_DATE(a) 0
#define ARG_TIME(a) 0
#define ARG_STAMP(a) 0
#define ARG_ENUM(a) ENUMSET_##a
#define ARG_REF(a) ENTITY_##a

#define DICT_F(entity, type, name, label, flags, arg) \
    {#name, label, TYPE_##type, flags, ARG_##type(arg), offsetof(struct entity, name)},
#define DICT_E(name, json, label) \
    static const struct field name##_fields[] = { \
        FIELDS_##name(DICT_F){"deleted", N_("Dihapus"), TYPE_FLAG, PUB | PRN | AUTO, 0, \
                              offsetof(struct name, deleted)}};
ENTITY_LIST(DICT_E)
#undef DICT_E
#undef DICT_F

#define DICT_E(name, json, label) {#name, json, label, name##_fields, name##_F_COUNT, sizeof(struct name)},
static const struct entity entities[] = {ENTITY_LIST(DICT_E)};
#undef DICT_E

/* --- look-ups --- */

const struct enum_set *dict_enum(enum enum_set_id s)
{
    assert(s >= 0 && s < ENUMSET_COUNT);
    return &enum_sets[s];
}

const char *dict_enum_code(enum enum_set_id s, int64_t value)
{
    const struct enum_set *set = dict_enum(s);
    return value >= 0 && value < set->n ? set->v[value].code : NULL;
}

const char *dict_enum_label(enum enum_set_id s, int64_t value)
{
    const struct enum_set *set = dict_enum(s);
    return value >= 0 && value < set->n ? set->v[value].label : "";
}

const char *dict_enum_words(enum enum_set_id s, int64_t value)
{
    return i18n_words_in(dict_enum(s)->name, dict_enum_label(s, value));
}

int64_t dict_enum_parse(enum enum_set_id s, const char *code)
{
    const struct enum_set *set = dict_enum(s);
    for (int i = 0; code && i < set->n; i++)
        if (strcmp(set->v[i].code, code) == 0)
            return i;
    return NONE;
}

const struct entity *dict_entity(enum entity_kind k)
{
    assert(k >= 0 && k < ENTITY_COUNT);
    return &entities[k];
}

const struct field *dict_field(enum entity_kind k, int f)
{
    const struct entity *e = dict_entity(k);
    assert(f >= 0 && f < e->n_fields);
    return &e->fields[f];
}

int dict_find_entity(const char *name)
{
    for (int k = 0; k < ENTITY_COUNT; k++)
        if (strcmp(entities[k].name, name) == 0)
            return k;
    return -1;
}

int dict_find_field(enum entity_kind k, const char *name)
{
    const struct entity *e = dict_entity(k);
    for (int f = 0; f < e->n_fields; f++)
        if (strcmp(e->fields[f].name, name) == 0)
            return f;
    return -1;
}

bool dict_is_frozen(enum entity_kind k, int f)
{
    const struct entity *en = dict_entity(k);
    bool printed = false;
    if (f != en->n_fields - 1)
        return (dict_field(k, f)->flags & FIELD_PRN) != 0;
    for (int i = 0; i < en->n_fields - 1; i++)
        printed = printed || (en->fields[i].flags & FIELD_PRN);
    return printed;
}

/* --- values --- */

struct value value_null(void)
{
    return (struct value){VALUE_NULL, 0, NULL, 0};
}

struct value value_int(int64_t i)
{
    return i == NONE ? value_null() : (struct value){VALUE_INT, i, NULL, 0};
}

struct value value_text(const char *s)
{
    return s && *s ? (struct value){VALUE_TEXT, 0, s, strlen(s)} : value_null();
}

struct value value_ref(const struct id *i)
{
    return id_is_none(i) ? value_null()
                         : (struct value){VALUE_BLOB, 0, (const char *)i->b, sizeof i->b};
}

bool value_eq(const struct value *a, const struct value *b)
{
    if (a->type != b->type)
        return false;
    if (a->type == VALUE_NULL)
        return true;
    if (a->type == VALUE_INT)
        return a->i == b->i;
    return a->n == b->n && memcmp(a->p, b->p, a->n) == 0;
}

struct value record_get(const void *record, enum entity_kind k, int f, char scratch[DATE_TEXT])
{
    const struct field *fd = dict_field(k, f);
    const void *at = (const char *)record + fd->offset;
    switch (fd->type) {
    case TYPE_TEXT:
        return value_text(*(const char *const *)at);
    case TYPE_REF:
        return value_ref((const struct id *)at);
    case TYPE_DATE:
        return value_text(date_iso(*(const int64_t *)at, scratch));
    case TYPE_ENUM:
        return value_text(dict_enum_code((enum enum_set_id)fd->arg, *(const int64_t *)at));
    case TYPE_INT:
    case TYPE_FLAG:
    case TYPE_TIME:
    case TYPE_STAMP:
        break;
    }
    return value_int(*(const int64_t *)at);
}

/* Reads 'YYYY-MM-DD' strictly. */
static int64_t iso_day(const char *p, size_t n)
{
    if (n != 10)
        return NONE;
    int v[3] = {0, 0, 0};
    for (size_t i = 0, part = 0; i < n; i++) {
        bool between = i == 4 || i == 7;
        if (between ? p[i] != '-' : p[i] < '0' || p[i] > '9')
            return NONE;
        if (between) {
            part++;
            continue;
        }
        v[part] = v[part] * 10 + (p[i] - '0');
    }
    return date_of(v[0], v[1], v[2]);
}

static int64_t number_of(const struct field *fd, const struct value *v)
{
    char code[64];
    switch (fd->type) {
    case TYPE_DATE:
        return v->type == VALUE_TEXT ? iso_day(v->p, v->n) : NONE;
    case TYPE_ENUM:
        if (v->type != VALUE_TEXT || v->n >= sizeof code)
            return NONE;
        memcpy(code, v->p, v->n);
        code[v->n] = '\0';
        return dict_enum_parse((enum enum_set_id)fd->arg, code);
    default:
        return v->type == VALUE_INT ? v->i : NONE;
    }
}

bool record_set(void *record, enum entity_kind k, int f, const struct value *v)
{
    const struct field *fd = dict_field(k, f);
    void *at = (char *)record + fd->offset;
    if (fd->type == TYPE_TEXT) {
        *(const char **)at = v->type == VALUE_TEXT ? v->p : NULL;
        return v->type == VALUE_TEXT || v->type == VALUE_NULL;
    }
    if (fd->type == TYPE_REF) {
        struct id *id = at;
        bool fits = v->type == VALUE_BLOB && v->n == sizeof id->b;
        *id = ID_NONE;
        if (fits)
            memcpy(id->b, v->p, sizeof id->b);
        return fits || v->type == VALUE_NULL;
    }
    int64_t number = number_of(fd, v);
    *(int64_t *)at = number;
    return number != NONE || v->type == VALUE_NULL;
}

void record_init(void *record, enum entity_kind k)
{
    const struct entity *e = dict_entity(k);
    const struct value none = value_null();
    memset(record, 0, e->size);
    for (int f = 0; f < e->n_fields; f++) {
        bool fits = record_set(record, k, f, &none);
        assert(fits);
    }
}
