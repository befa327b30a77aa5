/* What one row of a list says: person or office, attendance, phone, unsur (domain 3.5, 13;
 * sample-session 8). */
#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/names.h"
#include "model/nip.h"
#include "model/people_parts.h"
#include "model/phone.h"
#include "model/validate.h"

#define NIK_DIGITS 16

/* Words that an invited office begins with; people are not called so. */
static const char *const office_words[] = {
    "camat",       "lurah",     "kepala",     "ketua",    "rektor",      "direktur",
    "sekretaris",  "bupati",    "wali",       "walikota", "kapolres",    "kapolsek",
    "dandim",      "danramil",  "kajari",     "kadis",    "kabag",       "kabid",
    "pimpinan",    "pengurus",  "perwakilan", "dekan",    "kapuskesmas", "kades",
    "koordinator", "inspektur", "perbekel",   "keuchik",  "gubernur",    "sekda",
    "manajer",     "redaksi",   "pemred",     "utusan",   "wakil"};

static bool begins_with_office(const char *name)
{
    char word[PEOPLE_WORD];
    people_plain(name, word);
    for (size_t i = 0; i < sizeof office_words / sizeof office_words[0]; i++) {
        size_t n = strlen(office_words[i]);
        if (strncmp(word, office_words[i], n) == 0 && (word[n] == ' ' || word[n] == '\0'))
            return true;
    }
    return false;
}

/* The rest of `s` after a folded beginning and a colon or blank; NULL when it does not begin so. */
static const char *after_words(const char *s, const char *begin)
{
    size_t n = strlen(begin);
    if (strncasecmp(s, begin, n) != 0)
        return NULL;
    s += n;
    if (*s != ':' && *s != ' ' && *s != '.')
        return NULL;
    return s + strspn(s, ":. ");
}

static const char *named_in_note(const char *note)
{
    static const char *const begins[] = {
        "mewakili", "diwakili oleh", "diwakili", "yang hadir", "an", "a.n"};
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++) {
        const char *rest = after_words(note, begins[i]);
        if (rest && *rest)
            return rest;
    }
    return NULL;
}

static bool note_says(const char *note, const char *const *words, size_t n)
{
    char plain[PEOPLE_WORD];
    people_plain(note, plain);
    for (size_t i = 0; i < n; i++)
        if (strstr(plain, words[i]))
            return true;
    return false;
}

static bool says_absent(const char *note)
{
    static const char *const words[] = {"tidak hadir", "tdk hadir", "tak hadir",
                                        "berhalangan", "absen",     "batal hadir"};
    return note_says(note, words, sizeof words / sizeof words[0]);
}

static bool says_name_later(const char *note)
{
    static const char *const words[] = {"nama menyusul", "nama belum ada", "nama dikonfirmasi"};
    return note_says(note, words, sizeof words / sizeof words[0]);
}

/* A companion or an aid, never a state of health (domain 10). */
static bool says_need(const char *note)
{
    static const char *const words[] = {"kursi roda", "juru bahasa", "bahasa isyarat", "pendamping",
                                        "braille"};
    return note_says(note, words, sizeof words / sizeof words[0]);
}

static const char *or_null(const char *s)
{
    return s && *s ? s : NULL;
}

static void add_note(struct people_run *x, struct people_row *r, const char *words)
{
    r->p.note = *TXT(r->p.note) ? arena_printf(x->a, "%s; %s", r->p.note, words) : words;
}

/* --- the cells --- */

/* Person, office, or an office and who comes for it. */
static void read_name(struct people_run *x, struct people_row *r, const char *cell,
                      const char *note)
{
    const struct people_answer *answer = people_answer_for(x, r->line);
    const char *named = named_in_note(note);
    bool office = *cell == '\0' || says_name_later(note) ||
                  (begins_with_office(cell) && *names_split(cell, x->a).back == '\0');
    if (!office) {
        r->p.name = cell;
        r->p.invited_as = named; /* "mewakili: Kepala Dinas" beside a person's name */
        r->print_name = names_tidy(cell, x->a);
        return;
    }
    r->p.invited_as = *cell ? cell : r->p.position;
    if (!named) {
        people_say(x, r, _("jabatan diundang, nama orangnya belum ada"));
        return;
    }
    r->proposed_name = named;
    if (answer && answer->take_name) {
        r->p.name = named;
        r->p.position = NULL; /* that of the office, not of who comes for it */
        return;
    }
    r->asks |= PEOPLE_ASK_PERSON;
    people_say(x, r, arena_printf(x->a, _("jabatan diundang; yang datang %s?"), named));
}

static void read_note(struct people_run *x, struct people_row *r, const char *note)
{
    r->p.attendance = says_absent(note) ? ATTENDANCE_TIDAK : ATTENDANCE_BELUM;
    if (r->p.attendance == ATTENDANCE_TIDAK)
        people_say(x, r, _("tidak hadir menurut keterangan"));
    bool consumed = *note == '\0' || says_name_later(note) || r->p.attendance == ATTENDANCE_TIDAK ||
                    (named_in_note(note) && *TXT(r->p.name));
    if (says_need(note))
        r->p.need = note;
    else if (!consumed)
        add_note(x, r, note);
}

static void read_phone(struct people_run *x, struct people_row *r, const char *cell)
{
    struct phone_cell c = phone_read(cell, x->a);
    char shown[PHONE_TEXT];
    const char *doubt = phone_doubt(&c);
    if (c.state != PHONE_UNKNOWN)
        r->p.phone_raw = or_null(cell);
    if (c.state == PHONE_READ)
        r->p.phone = arena_strdup(x->a, c.number[0]);
    for (size_t i = 1; i < c.n; i++)
        add_note(x, r, arena_printf(x->a, "HP lain: %s", phone_show(c.number[i], shown)));
    if (c.n > 1)
        people_say(x, r,
                   _("dua nomor dalam satu sel: yang pertama dipakai, sisanya ke keterangan"));
    if (c.state == PHONE_BROKEN) {
        r->asks |= PEOPLE_ASK_PHONE;
        people_say(x, r, arena_printf(x->a, _("nomor rusak, tanyakan (%s)"), cell));
    } else if (doubt) {
        people_say(x, r, doubt);
    }
}

static size_t digits_in(const char *s)
{
    size_t n = 0;
    for (; *s; s++)
        n += isdigit((unsigned char)*s) != 0;
    return n;
}

/* A NIK is never needed (domain 10): not taken over. */
static void read_nip(struct people_run *x, struct people_row *r, const char *cell)
{
    char digits[NIP_DIGITS], shown[NIP_TEXT];
    if (digits_in(cell) == NIK_DIGITS) {
        people_say(x, r, _("NIK tidak disimpan"));
        return;
    }
    if (nip_read(cell, digits))
        r->p.nip = arena_strdup(x->a, nip_show(cell, shown));
    else if (digits_in(cell) > 0)
        r->p.nip = cell;
    if (digits_in(cell) > 0 && nip_doubt(cell))
        people_say(x, r, nip_doubt(cell));
}

static void read_unsur(struct people_run *x, struct people_row *r, const char *cell)
{
    const struct people_answer *answer = people_answer_for(x, r->line);
    r->raw_unsur = cell;
    r->p.unsur = people_unsur_of(cell, r->unsur_choices);
    if (r->p.unsur == NONE && answer)
        r->p.unsur = answer->unsur;
    if (r->p.unsur != NONE)
        return;
    r->asks |= PEOPLE_ASK_UNSUR;
    if (r->unsur_choices[0] == NONE)
        r->unsur_choices[0] = x->section_unsur;
    if (r->unsur_choices[1] != NONE)
        people_say(x, r,
                   arena_printf(x->a, _("unsur \"%s\": %s atau %s?"), cell,
                                _(dict_enum_label(ENUMSET_unsur, r->unsur_choices[0])),
                                _(dict_enum_label(ENUMSET_unsur, r->unsur_choices[1]))));
    else if (*cell)
        people_say(x, r, arena_printf(x->a, _("unsur \"%s\" tidak dikenal"), cell));
    else
        people_say(x, r, _("unsur belum diisi"));
}

/* A cell that no field can hold stays out, and says so; the rest of the row and of the table goes on. */
static void leave_out_too_long(struct people_run *x, struct people_row *r)
{
    char scratch[DATE_TEXT];
    struct value none = value_null();
    struct err e;
    for (int f = 0; f < participant_F_COUNT; f++) {
        struct value v = record_get(&r->p, ENTITY_participant, f, scratch);
        if (v.type != VALUE_TEXT || validate_value(ENTITY_participant, f, &v, &e) == ERR_NONE)
            continue;
        record_set(&r->p, ENTITY_participant, f, &none);
        people_say(x, r, arena_printf(x->a, _("%s Isi kolom ini tidak diambil."), e.text));
    }
}

void people_read_row(struct people_run *x, size_t row, struct people_row *r)
{
    const char *org = people_cell(x, row, COLUMN_ORGANIZATION);
    const char *note = people_cell(x, row, COLUMN_NOTE), *sex = people_cell(x, row, COLUMN_SEX);
    r->p.other_names = or_null(people_cell(x, row, COLUMN_OTHER_NAMES));
    r->p.position = or_null(people_cell(x, row, COLUMN_POSITION));
    r->p.organization = or_null(*org ? org : people_cell(x, row, COLUMN_ADDRESS));
    r->p.role = ROLE_PESERTA;
    r->p.invited = 1;
    read_name(x, r, people_cell(x, row, COLUMN_NAME), note);
    read_note(x, r, note);
    read_phone(x, r, people_cell(x, row, COLUMN_PHONE));
    read_nip(x, r, people_cell(x, row, COLUMN_NIP));
    read_unsur(x, r, people_cell(x, row, COLUMN_UNSUR));
    r->p.sex = people_sex_of(sex);
    if (*sex && r->p.sex == NONE)
        people_say(x, r, arena_printf(x->a, _("L/P \"%s\" tidak dikenal"), sex));
    leave_out_too_long(x, r);
}
