/* The fields of one row of JSON: what may stand there, and what it means. */
#include "config.h"

#include <string.h>

#include "app/data_reader.h"
#include "app/data_shape.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/validate.h"

static const char *allowed_codes(struct reader *r, const struct field *f)
{
    const struct enum_set *set = dict_enum((enum enum_set_id)f->arg);
    const char *all = "";
    for (int i = 0; i < set->n; i++)
        all = arena_printf(r->arena, "%s%s%s", all, i ? ", " : "", set->v[i].code);
    return all;
}

/* What a field wants, for the message when it got something else. */
static const char *wanted(struct reader *r, const struct field *f)
{
    switch (f->type) {
    case TYPE_TEXT:
        return _("harus berupa teks");
    case TYPE_INT:
        return _("harus berupa bilangan bulat");
    case TYPE_FLAG:
        return _("harus true atau false");
    case TYPE_DATE:
        return _("harus tanggal seperti \"2026-11-12\"");
    case TYPE_TIME:
        return _("harus jam seperti \"09:31\"");
    case TYPE_STAMP:
        return _("harus waktu seperti \"2026-11-12T10:42:07.123+08:00\"");
    case TYPE_ENUM:
        return arena_printf(r->arena, _("harus salah satu dari: %s"), allowed_codes(r, f));
    case TYPE_REF:
        break;
    }
    return _("harus berupa id (teks)");
}

static bool read_flag(const json_t *v, int64_t *ret)
{
    if (json_is_boolean(v))
        *ret = json_is_true(v);
    else if (json_is_integer(v) && (json_integer_value(v) == 0 || json_integer_value(v) == 1))
        *ret = json_integer_value(v);
    else
        return false;
    return true;
}

static bool read_int(const json_t *v, int64_t *ret)
{
    if (!json_is_integer(v) || json_integer_value(v) == NONE)
        return false;
    *ret = json_integer_value(v);
    return true;
}

static bool read_text(struct reader *r, const struct field *f, const json_t *v, const char **ret)
{
    if (!json_is_string(v))
        return false;
    const char *s = text_input(r->arena, json_string_value(v), json_string_length(v),
                               (f->flags & FIELD_LINES) != 0);
    *ret = *s ? s : NULL;
    return true;
}

/* DATE and ENUM have their one strict text form in record_set. */
static bool read_coded(void *record, enum entity_kind k, int f, const json_t *v)
{
    if (!json_is_string(v) || json_string_length(v) == 0)
        return false;
    struct value text = value_text(json_string_value(v));
    return record_set(record, k, f, &text);
}

static enum err_code read_field(struct reader *r, const struct place *at, void *record, int f,
                                const json_t *v)
{
    const struct field *fd = dict_field(at->k, f);
    void *to = (char *)record + fd->offset;
    bool fits = false;
    if (json_is_null(v))
        return ERR_NONE;
    switch (fd->type) {
    case TYPE_TEXT:
        fits = read_text(r, fd, v, to);
        break;
    case TYPE_INT:
        fits = read_int(v, to);
        break;
    case TYPE_FLAG:
        fits = read_flag(v, to);
        break;
    case TYPE_TIME:
        fits = json_is_string(v) && time_parse(json_string_value(v), to);
        break;
    case TYPE_STAMP:
        fits = json_is_string(v) && stamp_parse(json_string_value(v), to);
        break;
    case TYPE_DATE:
    case TYPE_ENUM:
        fits = read_coded(record, at->k, f, v);
        break;
    case TYPE_REF:
        return data_find_id(r, at, fd->arg, v, to);
    }
    return fits ? ERR_NONE : data_refuse(r, at, wanted(r, fd));
}

/* The same limits as for what is typed into a form. */
static enum err_code check_limits(struct reader *r, const struct place *at, const void *record,
                                  int f)
{
    char scratch[DATE_TEXT];
    struct err why = {0};
    struct value v = record_get(record, at->k, f, scratch);
    if (v.type == VALUE_NULL || !validate_value(at->k, f, &v, &why))
        return ERR_NONE;
    return data_refuse(r, at, why.text);
}

enum err_code data_read_fields(struct reader *r, struct place *at, json_t *row, void *record)
{
    const char *key;
    json_t *v;
    json_object_foreach(row, key, v)
    {
        at->key = key;
        int f = dict_find_field(at->k, key);
        bool known = strcmp(key, "id") == 0 || data_is_derived((int)at->k, key) ||
                     data_link_find(at->k, key);
        if (f < 0 || f == dict_entity(at->k)->n_fields - 1) {
            if (!known)
                return data_refuse(r, at, _("nama ini tidak dikenal"));
            continue;
        }
        if (read_field(r, at, record, f, v) || check_limits(r, at, record, f))
            return r->e->code;
    }
    at->key = NULL;
    return ERR_NONE;
}
