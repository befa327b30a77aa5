#include "model/validate.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "model/nip.h"
#include "model/people_csv.h"
#include "model/phone.h"

#define LINE_LIMIT 2000    /* characters of a one-line field */
#define LINES_LIMIT 200000 /* of a field with several lines: a pasted document still fits */
#define INT_LIMIT 1000000000000000

/* Numbers that mean something only within limits. */
struct range {
    enum entity_kind entity;
    int field;
    int64_t min, max;
};

static const struct range ranges[] = {
    {ENTITY_session, session_F_copies, 1, 50},
    {ENTITY_session, session_F_margin_top, 5, 80},
    {ENTITY_session, session_F_margin_bottom, 5, 80},
    {ENTITY_session, session_F_margin_left, 5, 80},
    {ENTITY_session, session_F_margin_right, 5, 80},
    {ENTITY_session, session_F_font_size, 8, 16},
    {ENTITY_agenda, agenda_F_minutes, 0, 1440},
    {ENTITY_agreement, agreement_F_duration, 1, 3650},
    {ENTITY_agreement, agreement_F_percent, 0, 100},
    {ENTITY_position, position_F_count, 0, 100000}};

static struct range range_of(enum entity_kind k, int f)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (ranges[i].entity == k && ranges[i].field == f)
            return ranges[i];
    return (struct range){k, f, 0, INT_LIMIT};
}

static bool has_range(const struct range *r)
{
    return r->max != INT_LIMIT;
}

/* One line, not too long, for sentences that repeat what was typed. */
static const char *quoted(const char *typed, struct arena *a)
{
    return text_visible(a, text_clip(a, text_trim(a, text_input(a, typed, strlen(typed), false)), 40));
}

static enum err_code refuse(const struct field *fd, const char *typed, const char *expected,
                            struct arena *a, struct err *e)
{
    return err_set(e, ERR_INPUT, _("%s: \"%s\" tidak dapat dibaca. Tulis %s."), _(fd->label),
                   quoted(typed, a), expected);
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
        return err_set(e, ERR_INPUT, _("%s: terlalu panjang, paling banyak %zu huruf. Pendekkan atau bagi dua."),
                       _(fd->label), limit);
    return ERR_NONE;
}

static enum err_code check_int(enum entity_kind k, int f, const struct value *v, struct err *e)
{
    const struct field *fd = dict_field(k, f);
    struct range r = range_of(k, f);
    if (v->type == VALUE_INT && v->i >= r.min && v->i <= r.max)
        return ERR_NONE;
    if (has_range(&r))
        return err_set(e, ERR_INPUT, _("%s: harus bilangan bulat dari %lld sampai %lld."), _(fd->label),
                       (long long)r.min, (long long)r.max);
    return err_set(e, ERR_INPUT, _("%s: harus bilangan bulat, tidak boleh kurang dari nol."), _(fd->label));
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
        return v->type == VALUE_INT && v->i >= 0 && v->i <= 24 * 60;
    case TYPE_STAMP:
        return v->type == VALUE_INT && v->i != NONE;
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
        return fd->flags & FIELD_REQ ? err_set(e, ERR_INPUT, _("%s harus diisi."), _(fd->label)) : ERR_NONE;
    if (fd->type == TYPE_TEXT)
        return check_text(fd, v, e);
    if (fd->type == TYPE_INT)
        return check_int(k, f, v, e);
    if (!fits_type(fd, v))
        return err_set(e, ERR_INPUT, _("%s: nilainya tidak dikenal."), _(fd->label));
    return ERR_NONE;
}

/* --- what people type --- */

struct reading {
    enum entity_kind k;
    int f;
    const struct field *fd;
    const struct validate_context *c;
    struct arena *a;
    const char *hint;
};

static bool is_field(const struct reading *x, enum entity_kind k, int f)
{
    return x->k == k && x->f == f;
}

/* Phones are kept in the form that compares (domain 12.6), a NIP in groups; what cannot be read stays as typed,
 * with a hint, for the raw truth is better than a guess. */
static const char *read_special(struct reading *x, const char *s)
{
    if (is_field(x, ENTITY_participant, participant_F_phone)) {
        struct phone_cell c = phone_read(s, x->a);
        x->hint = phone_doubt(&c);
        if (c.state == PHONE_UNKNOWN)
            return "";
        return c.state == PHONE_READ ? arena_strdup(x->a, c.number[0]) : s;
    }
    if (is_field(x, ENTITY_participant, participant_F_nip) || is_field(x, ENTITY_signatory, signatory_F_nip)) {
        char shown[NIP_TEXT], digits[NIP_DIGITS];
        x->hint = nip_doubt(s);
        return nip_read(s, digits) ? arena_strdup(x->a, nip_show(s, shown)) : s;
    }
    return s;
}

static enum err_code read_text(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    (void)e;
    bool lines = x->fd->flags & FIELD_LINES;
    char *s = text_input(x->a, typed, strlen(typed), lines);
    if (!lines)
        s = text_trim(x->a, s);
    size_t n = strlen(s);
    while (n > 0 && isspace((unsigned char)s[n - 1]))
        s[--n] = '\0';
    *ret = value_text(read_special(x, s));
    return ERR_NONE;
}

/* "1.500" and "1500"; a comma means a fraction, which no field has. */
static bool parse_int(const char *s, int64_t *ret)
{
    bool dots = strchr(s, '.');
    int64_t n = 0;
    size_t run = 0, groups = 0;
    for (const char *p = s; *p; p++) {
        if (*p == '.') {
            if ((groups == 0 ? run < 1 || run > 3 : run != 3) || !p[1])
                return false;
            groups++;
            run = 0;
        } else if (isdigit((unsigned char)*p) && n < INT_LIMIT) {
            n = n * 10 + (*p - '0');
            run++;
        } else {
            return false;
        }
    }
    if (*s == '\0' || (dots && run != 3))
        return false;
    *ret = n;
    return true;
}

static enum err_code read_int(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    int64_t n;
    if (!parse_int(text_trim(x->a, typed), &n))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_int(n);
    return ERR_NONE;
}

struct flag_word {
    const char *word;
    int64_t value;
};
static const struct flag_word flag_words[] = {
    {"ya", 1},    {"y", 1},     {"1", 1},   {"x", 1},     {"yes", 1}, {"true", 1}, {"benar", 1},
    {"tidak", 0}, {"t", 0},     {"tdk", 0}, {"0", 0},     {"no", 0},  {"n", 0},    {"false", 0},
    {"bukan", 0}, {"belum", 0}, {"-", 0},   {"sudah", 1}, {"ada", 1}};

static enum err_code read_flag(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    const char *word = text_trim(x->a, text_fold(x->a, typed));
    for (size_t i = 0; i < sizeof flag_words / sizeof flag_words[0]; i++)
        if (strcmp(word, flag_words[i].word) == 0) {
            *ret = value_int(flag_words[i].value);
            return ERR_NONE;
        }
    return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
}

static enum err_code read_date(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    int64_t day;
    char text[DATE_TEXT];
    if (!date_parse(typed, x->c->today, &day))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_text(arena_strdup(x->a, date_iso(day, text)));
    return ERR_NONE;
}

static enum err_code read_time(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    int64_t minutes;
    if (!time_parse(typed, &minutes))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_int(minutes);
    return ERR_NONE;
}

/* "10.35" (today), "12-11-2026 10.35", "12 November 2026 pukul 10.35", or ISO 8601. */
static enum err_code read_stamp(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    int64_t ms, minutes, day = x->c->today;
    if (stamp_parse(typed, &ms)) {
        *ret = value_int(ms);
        return ERR_NONE;
    }
    const char *s = text_trim(x->a, typed);
    const char *cut = strrchr(s, ' ');
    enum zone z = x->c->zone;
    if (cut && zone_parse(cut + 1, &z)) {
        s = arena_memdup(x->a, s, (size_t)(cut - s));
        cut = strrchr(s, ' ');
    }
    bool ok = time_parse(cut ? cut + 1 : s, &minutes);
    if (ok && cut) {
        char *date = arena_memdup(x->a, s, (size_t)(cut - s));
        char *pukul = strstr(date, " pukul");
        if (pukul)
            *pukul = '\0';
        ok = date_parse(date, x->c->today, &day);
    }
    if (!ok || day == NONE)
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_int(stamp_of(day, minutes, z));
    return ERR_NONE;
}

/* Words in which every value of a set can be said: its code, its label, the label as shown. */
static const char *set_word(const struct enum_set *set, int value, int which)
{
    const char *label = set->v[value].label;
    return which == 0 ? set->v[value].code : which == 1 ? label : _(label);
}

/* Value that `typed` means: whole words first, then an unmistakable beginning. NONE otherwise. */
static int64_t enum_of(enum enum_set_id id, const char *typed, struct arena *a)
{
    const struct enum_set *set = dict_enum(id);
    const char *want = text_trim(a, text_fold(a, typed));
    int64_t begins = NONE;
    bool several = false;
    for (int v = 0; *want && v < set->n; v++) {
        for (int which = 0; which < 3; which++) {
            const char *have = text_fold(a, set_word(set, v, which));
            if (strcmp(have, want) == 0)
                return v;
            if (strncmp(have, want, strlen(want)) == 0) {
                several |= begins != NONE && begins != v;
                begins = v;
            }
        }
    }
    return several ? NONE : begins;
}

/* What people say beside the official words. */
static int64_t enum_synonym(enum enum_set_id id, const char *typed)
{
    int64_t likely[2];
    if (id == ENUMSET_unsur)
        return people_unsur_of(typed, likely);
    return id == ENUMSET_sex ? people_sex_of(typed) : NONE;
}

static enum err_code read_enum(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    enum enum_set_id id = (enum enum_set_id)x->fd->arg;
    int64_t value = enum_of(id, typed, x->a);
    if (value == NONE)
        value = enum_synonym(id, typed);
    if (value == NONE)
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_text(dict_enum_code(id, value));
    return ERR_NONE;
}

static enum err_code read_ref(struct reading *x, const char *typed, struct value *ret, struct err *e)
{
    struct id *id = ARENA_NEW(x->a, struct id);
    if (!id_parse(text_trim(x->a, typed), id))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_ref(id);
    return ERR_NONE;
}

typedef enum err_code reader_fn(struct reading *x, const char *typed, struct value *ret, struct err *e);
static reader_fn *const readers[] = {
    [TYPE_TEXT] = read_text, [TYPE_INT] = read_int,     [TYPE_FLAG] = read_flag, [TYPE_DATE] = read_date,
    [TYPE_TIME] = read_time, [TYPE_STAMP] = read_stamp, [TYPE_ENUM] = read_enum, [TYPE_REF] = read_ref};

enum err_code validate_field(enum entity_kind k, int f, const char *typed, const struct validate_context *c,
                             struct arena *a, struct value *ret, const char **ret_hint, struct err *e)
{
    struct reading x = {k, f, dict_field(k, f), c, a, NULL};
    struct value v = value_null();
    const char *clean = typed ? text_input(a, typed, strlen(typed), x.fd->flags & FIELD_LINES) : "";
    if (clean[strspn(clean, " \n")] != '\0') {
        enum err_code code = readers[x.fd->type](&x, clean, &v, e);
        if (code != ERR_NONE)
            return code;
    }
    enum err_code code = validate_value(k, f, &v, e);
    if (code != ERR_NONE)
        return code;
    *ret = v;
    if (ret_hint)
        *ret_hint = x.hint;
    return ERR_NONE;
}

/* --- what a form shows --- */

const char *validate_show(const void *record, enum entity_kind k, int f, const struct validate_context *c,
                          struct arena *a)
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
        return arena_strdup(a, date_long(v, date));
    case TYPE_TIME:
        return arena_strdup(a, time_format(v, time));
    case TYPE_STAMP:
        return arena_printf(a, "%s %s", date_numeric(stamp_day(v, c->zone), date),
                            stamp_clock(v, c->zone, time));
    case TYPE_ENUM:
        return _(dict_enum_label((enum enum_set_id)fd->arg, v));
    default:
        return arena_printf(a, "%lld", (long long)v);
    }
}

static const char *expects_enum(enum enum_set_id id, struct arena *a)
{
    const struct enum_set *set = dict_enum(id);
    struct buf b = BUF_INIT;
    for (int v = 0; v < set->n; v++)
        buf_printf(&b, "%s%s", v == 0 ? "" : v + 1 < set->n ? ", " : _(" atau "), _(set->v[v].label));
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
        if (has_range(&r))
            return arena_printf(a, _("bilangan bulat dari %lld sampai %lld"), (long long)r.min, (long long)r.max);
        return _("bilangan bulat, misalnya 14 atau 1.500");
    case TYPE_FLAG:
        return _("ya atau tidak");
    case TYPE_DATE:
        return _("tanggal, hari dulu, misalnya 12-11-2026 atau 12 November 2026");
    case TYPE_TIME:
        return _("jam dengan titik, misalnya 08.30");
    case TYPE_STAMP:
        return _("jam dengan titik, misalnya 10.35, atau tanggal dan jam, misalnya 12-11-2026 10.35");
    case TYPE_ENUM:
        return expects_enum((enum enum_set_id)fd->arg, a);
    case TYPE_REF:
        return _("pilihan dari daftar");
    case TYPE_TEXT:
        break;
    }
    return "";
}

int validate_missing(const void *record, enum entity_kind k)
{
    const struct entity *ent = dict_entity(k);
    char scratch[DATE_TEXT];
    for (int f = 0; f < ent->n_fields; f++)
        if (ent->fields[f].flags & FIELD_REQ && record_get(record, k, f, scratch).type == VALUE_NULL)
            return f;
    return -1;
}
