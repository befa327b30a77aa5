#include "model/validate.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/phone.h"

#define LINE_LIMIT 2000    /* characters of a one-line field */
#define LINES_LIMIT 200000 /* of a field with several lines: a pasted document still fits */
#define INT_LIMIT 1000000000000000

/* Numbers that mean something only within limits. */
struct range {
    enum entity_kind entity;
    int field;
    int64_t min, max;
    int64_t step; /* 1: every number between them */
};

static const struct range ranges[] = {{ENTITY_session, session_F_copies, 1, 50, 1},
                                      {ENTITY_session, session_F_margin_top, 5, 60, 1},
                                      {ENTITY_session, session_F_margin_bottom, 5, 60, 1},
                                      {ENTITY_session, session_F_margin_left, 5, 60, 1},
                                      {ENTITY_session, session_F_margin_right, 5, 60, 1},
                                      {ENTITY_session, session_F_font_size, 8, 16, 1},
                                      {ENTITY_session, session_F_spare_rows, 0, 200, 1},
                                      {ENTITY_session, session_F_photos_per_page, 2, 4, 2},
                                      {ENTITY_agenda, agenda_F_minutes, 0, 1440, 1},
                                      {ENTITY_agreement, agreement_F_duration, 1, 3650, 1},
                                      {ENTITY_agreement, agreement_F_percent, 0, 100, 1},
                                      {ENTITY_position, position_F_count, 0, 100000, 1}};

static struct range range_of(enum entity_kind k, int f)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (ranges[i].entity == k && ranges[i].field == f)
            return ranges[i];
    return (struct range){k, f, 0, INT_LIMIT, 1};
}

/* Two numbers and nothing between them. */
static bool is_pair(const struct range *r)
{
    return r->step > 1 && r->min + r->step == r->max;
}

static bool has_range(const struct range *r)
{
    return r->max != INT_LIMIT;
}

/* --- values already typed --- */

static size_t characters(const char *p, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((unsigned char)p[i] & 0xC0) != 0x80;
    return count;
}

static enum err_code check_text(const struct field *fd, const struct value *v, struct err *e)
{
    size_t limit = fd->flags & FIELD_LINES ? LINES_LIMIT : LINE_LIMIT;
    if (v->type != VALUE_TEXT || !text_valid(v->p, v->n) || memchr(v->p, '\0', v->n))
        return err_set(e, ERR_INPUT, _("%s: bukan teks yang sah."), _(fd->label));
    if (characters(v->p, v->n) > limit)
        return err_set(e, ERR_INPUT,
                       _("%s: terlalu panjang, paling banyak %zu huruf. Pendekkan atau bagi dua."),
                       _(fd->label), limit);
    return ERR_NONE;
}

static enum err_code check_int(enum entity_kind k, int f, const struct value *v, struct err *e)
{
    const struct field *fd = dict_field(k, f);
    struct range r = range_of(k, f);
    bool inside = v->type == VALUE_INT && v->i >= r.min && v->i <= r.max;
    if (inside && (v->i - r.min) % r.step == 0)
        return ERR_NONE;
    if (is_pair(&r))
        return err_set(e, ERR_INPUT, _("%s: harus %lld atau %lld."), _(fd->label), (long long)r.min,
                       (long long)r.max);
    if (has_range(&r))
        return err_set(e, ERR_INPUT, _("%s: harus bilangan bulat dari %lld sampai %lld."),
                       _(fd->label), (long long)r.min, (long long)r.max);
    return err_set(e, ERR_INPUT, _("%s: harus bilangan bulat, tidak boleh kurang dari nol."),
                   _(fd->label));
}

/* Does the value have the shape of the field's type? */
static bool fits_type(const struct field *fd, const struct value *v)
{
    struct session scratch; /* any record will do: only the struct's size matters to record_set */
    struct value day;
    int64_t number;
    switch (fd->type) {
    case TYPE_FLAG:
        return v->type == VALUE_INT && (v->i == 0 || v->i == 1);
    case TYPE_TIME:
        return v->type == VALUE_INT && v->i >= 0 && v->i < 24 * 60;
    case TYPE_STAMP:
        return v->type == VALUE_INT && stamp_day(v->i, ZONE_WIB) != NONE;
    case TYPE_ENUM:
        number = NONE;
        if (v->type == VALUE_TEXT)
            for (int i = 0; i < dict_enum((enum enum_set_id)fd->arg)->n; i++) {
                const char *code = dict_enum_code((enum enum_set_id)fd->arg, i);
                if (strlen(code) == v->n && memcmp(code, v->p, v->n) == 0)
                    number = i;
            }
        return number != NONE;
    case TYPE_DATE:
        day = *v;
        return record_set(&scratch, ENTITY_session, session_F_date, &day) && v->type != VALUE_NULL;
    case TYPE_REF:
        return v->type == VALUE_BLOB && v->n == sizeof(struct id);
    case TYPE_TEXT:
    case TYPE_INT:
        break;
    }
    return false;
}

enum err_code validate_value(enum entity_kind k, int f, const struct value *v, struct err *e)
{
    const struct field *fd = dict_field(k, f);
    if (v->type == VALUE_NULL)
        return fd->flags & FIELD_REQ ? err_set(e, ERR_INPUT, _("%s harus diisi."), _(fd->label))
                                     : ERR_NONE;
    if (fd->type == TYPE_TEXT)
        return check_text(fd, v, e);
    if (fd->type == TYPE_INT)
        return check_int(k, f, v, e);
    if (!fits_type(fd, v))
        return err_set(e, ERR_INPUT, _("%s: nilainya tidak dikenal."), _(fd->label));
    return ERR_NONE;
}

/* --- what a form shows --- */

int64_t validate_usual(enum entity_kind k, int f)
{
    static const struct {
        int field;
        int64_t value;
    } usual[] = {
        {session_F_ba_variant, VARIANT_A},     {session_F_attendance_form, FORM_H1},
        {session_F_paper, PAPER_A4},           {session_F_date_style, DATE_STYLE_HURUF},
        {session_F_words_case, CASE_LOWER},    {session_F_spare_rows, 8},
        {session_F_photos_per_page, 2},
    };
    for (size_t i = 0; k == ENTITY_session && i < sizeof usual / sizeof usual[0]; i++)
        if (usual[i].field == f)
            return usual[i].value;
    return NONE;
}

const char *validate_show(const void *record, enum entity_kind k, int f,
                          const struct validate_context *c, struct arena *a)
{
    const struct field *fd = dict_field(k, f);
    const void *at = (const char *)record + fd->offset;
    char date[DATE_TEXT], time[DATE_TEXT];
    if (k == ENTITY_participant && f == participant_F_phone)
        return arena_strdup(a, phone_show(*(const char *const *)at, date));
    if (fd->type == TYPE_TEXT)
        return TXT(*(const char *const *)at);
    if (fd->type == TYPE_REF)
        return "";
    int64_t v = *(const int64_t *)at;
    if (v == NONE)
        return "";
    switch (fd->type) {
    case TYPE_FLAG:
        return v == 1 ? _("ya") : _("tidak");
    case TYPE_DATE:
        return arena_strdup(a, date_shown(v, date));
    case TYPE_TIME:
        return arena_strdup(a, time_format(v, time));
    case TYPE_STAMP:
        return arena_printf(a, "%s %s", date_numeric(stamp_day(v, c->zone), date),
                            stamp_clock(v, c->zone, time));
    case TYPE_ENUM:
        return dict_enum_words((enum enum_set_id)fd->arg, v);
    default:
        return arena_printf(a, "%lld", (long long)v);
    }
}

static const char *expects_enum(enum enum_set_id id, struct arena *a)
{
    const struct enum_set *set = dict_enum(id);
    struct buf b = BUF_INIT;
    for (int v = 0; v < set->n; v++)
        buf_printf(&b, "%s%s",
                   v == 0           ? ""
                   : v + 1 < set->n ? ", "
                                    : _(" atau "),
                   _(set->v[v].label));
    const char *out = arena_printf(a, _("salah satu dari: %s"), buf_str(&b));
    buf_done(&b);
    return out;
}

const char *validate_expects(enum entity_kind k, int f, struct arena *a)
{
    const struct field *fd = dict_field(k, f);
    struct range r = range_of(k, f);
    switch (fd->type) {
    case TYPE_INT:
        if (is_pair(&r))
            return arena_printf(a, _("%lld atau %lld"), (long long)r.min, (long long)r.max);
        if (has_range(&r))
            return arena_printf(a, _("bilangan bulat dari %lld sampai %lld"), (long long)r.min,
                                (long long)r.max);
        return _("bilangan bulat, misalnya 14 atau 1.500");
    case TYPE_FLAG:
        return _("ya atau tidak");
    case TYPE_DATE:
        return _("tanggal, hari dulu, misalnya 12-11-2026 atau 12 November 2026");
    case TYPE_TIME:
        return _("jam dengan titik, misalnya 08.30");
    case TYPE_STAMP:
        return _(
            "jam dengan titik, misalnya 10.35, atau tanggal dan jam, misalnya 12-11-2026 10.35");
    case TYPE_ENUM:
        return expects_enum((enum enum_set_id)fd->arg, a);
    case TYPE_REF:
        return _("pilihan dari daftar");
    case TYPE_TEXT:
        break;
    }
    return "";
}

int validate_missing(const void *record, enum entity_kind k, int from)
{
    const struct entity *ent = dict_entity(k);
    char scratch[DATE_TEXT];
    for (int f = from; f < ent->n_fields; f++)
        if (ent->fields[f].flags & FIELD_REQ &&
            record_get(record, k, f, scratch).type == VALUE_NULL)
            return f;
    return -1;
}
