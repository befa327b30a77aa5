/* What people type into a field, read by its type. */
#include "model/validate.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "model/nip.h"
#include "model/people_csv.h"
#include "model/phone.h"

#define NUMBER_LIMIT 1000000000000000 /* digits beyond it are no number of ours */

/* One line, not too long, for sentences that repeat what was typed. */
static const char *quoted(const char *typed, struct arena *a)
{
    return text_visible(a,
                        text_clip(a, text_trim(a, text_input(a, typed, strlen(typed), false)), 40));
}

static enum err_code refuse(const struct field *fd, const char *typed, const char *expected,
                            struct arena *a, struct err *e)
{
    return err_set(e, ERR_INPUT, _("%s: \"%s\" tidak dapat dibaca. Tulis %s."), _(fd->label),
                   quoted(typed, a), expected);
}

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

/* Phones are kept in the form that compares (domain 12.6), a NIP in groups; what cannot be read
 * stays as typed, with a hint, for the raw truth is better than a guess. */
static const char *read_special(struct reading *x, const char *s)
{
    if (is_field(x, ENTITY_participant, participant_F_phone)) {
        struct phone_cell c = phone_read(s, x->a);
        x->hint = phone_doubt(&c);
        if (c.state == PHONE_UNKNOWN)
            return "";
        return c.state == PHONE_READ ? arena_strdup(x->a, c.number[0]) : s;
    }
    if (is_field(x, ENTITY_participant, participant_F_nip) ||
        is_field(x, ENTITY_signatory, signatory_F_nip)) {
        char shown[NIP_TEXT], digits[NIP_DIGITS];
        x->hint = nip_doubt(s);
        return nip_read(s, digits) ? arena_strdup(x->a, nip_show(s, shown)) : s;
    }
    return s;
}

static enum err_code read_text(struct reading *x, const char *typed, struct value *ret,
                               struct err *e)
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
        } else if (isdigit((unsigned char)*p) && n < NUMBER_LIMIT) {
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

static enum err_code read_int(struct reading *x, const char *typed, struct value *ret,
                              struct err *e)
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

static enum err_code read_flag(struct reading *x, const char *typed, struct value *ret,
                               struct err *e)
{
    const char *word = text_trim(x->a, text_fold(x->a, typed));
    for (size_t i = 0; i < sizeof flag_words / sizeof flag_words[0]; i++)
        if (strcmp(word, flag_words[i].word) == 0) {
            *ret = value_int(flag_words[i].value);
            return ERR_NONE;
        }
    return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
}

static enum err_code read_date(struct reading *x, const char *typed, struct value *ret,
                               struct err *e)
{
    int64_t day;
    char text[DATE_TEXT];
    if (!date_parse(typed, x->c->today, &day))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_text(arena_strdup(x->a, date_iso(day, text)));
    return ERR_NONE;
}

static enum err_code read_time(struct reading *x, const char *typed, struct value *ret,
                               struct err *e)
{
    int64_t minutes;
    if (!time_parse(typed, &minutes))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_int(minutes);
    return ERR_NONE;
}

/* "10.35" (today), "12-11-2026 10.35", "12 November 2026 pukul 10.35", or ISO 8601. */
static enum err_code read_stamp(struct reading *x, const char *typed, struct value *ret,
                                struct err *e)
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

static enum err_code read_enum(struct reading *x, const char *typed, struct value *ret,
                               struct err *e)
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

static enum err_code read_ref(struct reading *x, const char *typed, struct value *ret,
                              struct err *e)
{
    struct id *id = ARENA_NEW(x->a, struct id);
    if (!id_parse(text_trim(x->a, typed), id))
        return refuse(x->fd, typed, validate_expects(x->k, x->f, x->a), x->a, e);
    *ret = value_ref(id);
    return ERR_NONE;
}

typedef enum err_code reader_fn(struct reading *x, const char *typed, struct value *ret,
                                struct err *e);
static reader_fn *const readers[] = {
    [TYPE_TEXT] = read_text, [TYPE_INT] = read_int,   [TYPE_FLAG] = read_flag,
    [TYPE_DATE] = read_date, [TYPE_TIME] = read_time, [TYPE_STAMP] = read_stamp,
    [TYPE_ENUM] = read_enum, [TYPE_REF] = read_ref};

enum err_code validate_field(enum entity_kind k, int f, const char *typed,
                             const struct validate_context *c, struct arena *a, struct value *ret,
                             const char **ret_hint, struct err *e)
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
