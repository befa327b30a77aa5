/* Whom a row of a list means: somebody already in the session, an earlier row, or nobody yet.
 * People are matched by their name without titles and their organisation; a name alone is only
 * likely, and asked (domain 13). */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/match.h"
#include "model/names.h"
#include "model/people_parts.h"

/* The same office is written in several ways. */
static const struct {
    const char *shorter, *full;
} org_words[] = {{"kec", "kecamatan"},
                 {"kel", "kelurahan"},
                 {"ds", "desa"},
                 {"kab", "kabupaten"},
                 {"bag", "bagian"},
                 {"kota", "kota"},
                 {"dinkes", "dinas kesehatan"},
                 {"prov", "provinsi"},
                 {"bid", "bidang"},
                 {"kop", "koperasi"}};

static const char *org_key(const char *org, struct arena *a)
{
    char plain[PEOPLE_WORD];
    struct buf b = BUF_INIT;
    people_plain(org, plain);
    for (const char *p = plain; *p;) {
        size_t n = strcspn(p, " ");
        const char *word = arena_memdup(a, p, n);
        for (size_t i = 0; i < sizeof org_words / sizeof org_words[0]; i++)
            if (strcmp(word, org_words[i].shorter) == 0)
                word = org_words[i].full;
        buf_printf(&b, "%s%s", b.len ? " " : "", word);
        p += n + (p[n] == ' ');
    }
    return buf_into(&b, a);
}

/* Never empty for a name that is there, however odd ("H.", "-"): what cannot be compared would come
 * in again. */
static const char *who_key(const char *s, struct arena *a)
{
    const char *key = *TXT(s) ? names_key(s, a) : "";
    size_t n = strcspn(key, " ");
    if (key[n] && match_is_honorific(key, n)) /* "Ibu Karsinah" */
        key += n + 1;
    return *key || !*TXT(s) ? key : s;
}

struct person_keys people_keys(const struct participant *p, struct arena *a)
{
    return (struct person_keys){.name = who_key(p->name, a),
                                .office = who_key(p->invited_as, a),
                                .org = org_key(p->organization, a),
                                .phone = TXT(p->phone)};
}

static bool equal(const char *x, const char *y)
{
    return *x && strcmp(x, y) == 0;
}

/* The same person or the same invited office, whatever their organisation. A row of an office also
 * means the person who has come for it since, and a row with a name the office that it was taken
 * from. */
static bool same_who(const struct person_keys *row, const struct person_keys *other)
{
    if (*row->name && *other->name)
        return equal(row->name, other->name);
    return equal(row->office, other->office);
}

static bool same_org(const struct person_keys *row, const struct person_keys *other)
{
    return strcmp(row->org, other->org) == 0;
}

/* --- somebody who is already in the session --- */

/* Fields of the list, in the order of the form. Those that differ only in spelling are left alone.
 */
struct list_field {
    int field;
    bool compare; /* a difference is told; else only an empty field is filled */
};

static const struct list_field list_fields[] = {
    {participant_F_name, false},    {participant_F_other_names, false},
    {participant_F_invited_as, false},
    {participant_F_position, true}, {participant_F_organization, false},
    {participant_F_unsur, true},    {participant_F_sex, true},
    {participant_F_phone, true},    {participant_F_phone_raw, false},
    {participant_F_nip, true},      {participant_F_invited, false},
    {participant_F_need, false},    {participant_F_note, false}};

static bool differs(const struct value *have, const struct value *want, struct arena *a)
{
    if (have->type != VALUE_TEXT || want->type != VALUE_TEXT)
        return !value_eq(have, want);
    return strcmp(text_fold(a, arena_memdup(a, have->p, have->n)),
                  text_fold(a, arena_memdup(a, want->p, want->n))) != 0;
}

static void compare_field(struct people_run *x, struct people_row *r,
                          const struct participant *have, const struct list_field *lf,
                          struct buf *told)
{
    char s1[DATE_TEXT], s2[DATE_TEXT];
    const struct people_answer *answer = people_answer_for(x, r->line);
    struct value old = record_get(have, ENTITY_participant, lf->field, s1);
    struct value new = record_get(&r->p, ENTITY_participant, lf->field, s2);
    if (new.type == VALUE_NULL)
        return;
    bool differing = lf->compare && old.type != VALUE_NULL && differs(&old, &new, x->a);
    if (old.type == VALUE_NULL || (differing && answer && answer->take_file)) {
        r->fields |= UINT64_C(1) << lf->field;
    } else if (differing) {
        r->asks |= PEOPLE_ASK_DIFFERS;
        buf_printf(told, "%s%s", told->len ? ", " : "",
                   _(dict_field(ENTITY_participant, lf->field)->label));
    }
}

/* A phone that was read before but is damaged in the file is no news; nor is a question the session
 * has answered. */
static void drop_answered(struct people_row *r, const struct participant *have)
{
    if (have->unsur != NONE)
        r->asks &= ~(unsigned)PEOPLE_ASK_UNSUR;
    if (*TXT(have->phone))
        r->asks &= ~(unsigned)PEOPLE_ASK_PHONE;
    if (!*TXT(have->name))
        return;
    r->asks &= ~(unsigned)PEOPLE_ASK_PERSON;
    if (r->proposed_name) { /* what the file says of the office is not the person's */
        r->p.position = NULL;
        r->p.note = NULL;
    }
}

static void meet(struct people_run *x, struct people_row *r, const struct participant *have)
{
    struct buf told = BUF_INIT;
    r->p.id = have->id;
    r->p.number = have->number;
    drop_answered(r, have);
    for (size_t i = 0; i < sizeof list_fields / sizeof list_fields[0]; i++)
        compare_field(x, r, have, &list_fields[i], &told);
    bool undecided = have->attendance == NONE || have->attendance == ATTENDANCE_BELUM;
    if (undecided && r->p.attendance == ATTENDANCE_TIDAK)
        r->fields |= UINT64_C(1) << participant_F_attendance;
    r->action = r->fields ? PEOPLE_CHANGE : PEOPLE_SAME;
    if (r->action == PEOPLE_SAME && r->asks == 0)
        r->reason = ""; /* what there was to ask has been answered in the session */
    if (told.len) {
        r->differs = arena_strdup(x->a, buf_str(&told));
        people_say(x, r,
                   arena_printf(x->a, _("berbeda dari sesi, isi sesi tetap: %s"), r->differs));
    }
    buf_done(&told);
}

/* --- likely the same --- */

/* One number and one word of the name in common. */
static bool shares_phone_and_word(const struct person_keys *row, const struct person_keys *other)
{
    if (!equal(row->phone, other->phone))
        return false;
    for (const char *p = row->name; *p;) {
        size_t n = strcspn(p, " ");
        for (const char *q = other->name; *q;) {
            size_t m = strcspn(q, " ");
            if (n == m && n >= 3 && strncmp(p, q, n) == 0)
                return true;
            q += m + (q[m] == ' ');
        }
        p += n + (p[n] == ' ');
    }
    return false;
}

static bool is_likely(const struct person_keys *row, const struct person_keys *other)
{
    return equal(row->name, other->name) ||
           (equal(row->office, other->office) && same_org(row, other)) ||
           shares_phone_and_word(row, other);
}

/* Rows that are asked about count as well: else one of them could claim, when the list is read
 * again, the participant that a later row of the same name has made. */
static bool is_person(const struct people_row *r)
{
    return r->action != PEOPLE_SKIP;
}

static void ask_duplicate(struct people_run *x, struct people_row *r, const char *who)
{
    r->action = PEOPLE_ASK;
    r->asks |= PEOPLE_ASK_DUPLICATE;
    people_say(
        x, r,
        arena_printf(x->a, _("mungkin sama dengan %s; tidak dimasukkan sebelum dijawab"), who));
}

static bool find_likely(struct people_run *x, size_t row, struct people_row *r)
{
    for (size_t i = 0; i < row; i++) {
        if (!is_person(&x->plan->v[i]) || !is_likely(&x->keys[row], &x->keys[i]))
            continue;
        r->like_row = x->plan->v[i].line;
        ask_duplicate(x, r, arena_printf(x->a, _("baris %zu"), r->like_row));
        return true;
    }
    for (size_t i = 0; i < x->n_existing; i++) {
        const struct participant *p = &x->existing[i];
        if (x->taken[i] || !is_likely(&x->keys[row], &x->existing_keys[i]))
            continue;
        r->like_person = p->id;
        ask_duplicate(x, r, *TXT(p->name) ? p->name : TXT(p->invited_as));
        return true;
    }
    return false;
}

static void note_shared_phone(struct people_run *x, size_t row, struct people_row *r)
{
    for (size_t i = 0; i < row; i++)
        if (is_person(&x->plan->v[i]) && equal(x->keys[row].phone, x->keys[i].phone)) {
            people_say(x, r,
                       arena_printf(x->a, _("nomor HP sama dengan baris %zu"), x->plan->v[i].line));
            return;
        }
}

static uint64_t given_fields(const struct participant *p)
{
    char scratch[DATE_TEXT];
    uint64_t bits = 0;
    for (int f = 0; f < participant_F_COUNT; f++)
        if (record_get(p, ENTITY_participant, f, scratch).type != VALUE_NULL)
            bits |= UINT64_C(1) << f;
    return bits;
}

void people_match_row(struct people_run *x, size_t row, struct people_row *r)
{
    const struct people_answer *answer = people_answer_for(x, r->line);
    x->keys[row] = people_keys(&r->p, x->a);
    for (size_t i = 0; i < x->n_existing; i++)
        if (!x->taken[i] && same_who(&x->keys[row], &x->existing_keys[i]) &&
            same_org(&x->keys[row], &x->existing_keys[i])) {
            x->taken[i] = true;
            meet(x, r, &x->existing[i]);
            return;
        }
    if (!(answer && answer->not_duplicate) && find_likely(x, row, r))
        return;
    r->action = PEOPLE_NEW;
    r->fields = given_fields(&r->p);
    note_shared_phone(x, row, r);
}
