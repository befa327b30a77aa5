/* The practice day from the doors to the agreements. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/pty/day.h"

enum { LINE = 2000 };

static json_t *list_of(const struct day *d, const char *key)
{
    return json_object_get(d->sample, key);
}

static bool is(const json_t *record, const char *key, const char *value)
{
    return strcmp(drive_text(record, key), value) == 0;
}

/* --- check-in --- */

static void check_in(struct day *d, const json_t *x)
{
    const char *office = drive_text(x, "invited_as");
    if (*office && strstr(office, "Camat")) { /* invited as an office: who came is written down */
        pty_type(d->p, office);
        drive_keys(d->p, "^R");
        drive_line(d->p, drive_text(x, "name"));
    } else {
        drive_line(d->p, day_name_word(x));
    }
}

void day_check_in(struct day *d)
{
    size_t i;
    json_t *x;
    drive_keys(d->p, "F2 7");
    json_array_foreach(list_of(d, "participants"), i, x)
        if (is(x, "role", "peserta") && is(x, "attendance", "hadir"))
            check_in(d, x);
    drive_expect(d->p, "5 dari 5");
    drive_expect(d->p, "24 hadir");
    drive_keys(d->p, "Esc");
}

/* --- dialog --- */

static const struct {
    const char *kind, *mark;
} marks[] = {{"usul", "+"},       {"pertanyaan", "?"}, {"keluhan", "!"}, {"keberatan", "!!"},
             {"apresiasi", "*"}, {"tanggapan", "="},  {"masukan", ""}};

static const char *mark_of(const json_t *entry)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (is(entry, "kind", marks[i].kind))
            return marks[i].mark;
    fail_msg("no mark for %s", drive_text(entry, "kind"));
    return NULL;
}

/* " 1 2 3": the numbers of the entries that an answer answers; "" for other entries. */
static void answered_numbers(const struct day *d, const json_t *entry, char out[64])
{
    size_t i;
    json_t *x;
    int n = 0;
    out[0] = '\0';
    json_array_foreach(list_of(d, "replies"), i, x)
        if (strcmp(drive_text(x, "answer"), drive_text(entry, "id")) == 0) {
            const json_t *question = drive_find(list_of(d, "contributions"), "id", drive_text(x, "question"));
            long long number = json_integer_value(json_object_get(question, "number"));
            n += snprintf(out + n, 64 - (size_t)n, "%s%lld", n ? " " : "", number);
        }
}

static void topics(const struct day *d, const json_t *entry, char out[64])
{
    size_t i;
    json_t *x;
    int n = 0;
    out[0] = '\0';
    json_array_foreach(list_of(d, "contribution_issues"), i, x)
        if (is(x, "contribution", drive_text(entry, "id")))
            n += snprintf(out + n, 64 - (size_t)n, " #%s",
                          drive_text(drive_find(list_of(d, "issues"), "id", drive_text(x, "issue")), "tag"));
}

/* Every other speaker by number, the others by name. */
static void speaker(const struct day *d, const json_t *entry, char out[64])
{
    const json_t *who = day_person(d, drive_text(entry, "speaker"));
    if (json_integer_value(json_object_get(entry, "number")) % 2)
        snprintf(out, 64, "%lld", (long long)json_integer_value(json_object_get(who, "number")));
    else
        snprintf(out, 64, "%s", day_name_word(who));
}

static void enter_entry(struct day *d, const json_t *entry)
{
    char line[LINE], who[64], numbers[64], tags[64];
    speaker(d, entry, who);
    answered_numbers(d, entry, numbers);
    topics(d, entry, tags);
    snprintf(line, sizeof line, "%s: %s%s %s%s", who, mark_of(entry), numbers, drive_text(entry, "text"), tags);
    drive_line(d->p, line);
    drive_expect(d->p, "tersimpan");
    drive_keys(d->p, "Up Tab"); /* the entry just made, its clean wording */
    drive_expect(d->p, "rumusan ›");
    drive_line(d->p, drive_text(entry, "wording"));
}

static void go_to_agenda(struct day *d, const char *title)
{
    char words[128];
    snprintf(words, sizeof words, ": %s", title);
    for (int i = 0; i < 12 && !pty_shows(d->p, words); i++)
        drive_keys(d->p, "^G");
    drive_expect(d->p, words);
}

static void park(struct day *d, const json_t *x)
{
    char line[LINE];
    const json_t *who = day_person(d, drive_text(x, "proposer"));
    snprintf(line, sizeof line, "%lld: > %s", (long long)json_integer_value(json_object_get(who, "number")),
             drive_text(x, "text"));
    drive_line(d->p, line);
    drive_expect(d->p, "Tempat parkir");
    drive_fill(d->p, ENTITY_parked, x, (const char *const[]){"reason", "forwarded_to", "answer_by", NULL});
    drive_keys(d->p, "^S");
}

void day_dialog(struct day *d)
{
    size_t i;
    json_t *x;
    drive_keys(d->p, "F3");
    json_array_foreach(list_of(d, "contributions"), i, x)
    {
        go_to_agenda(d, drive_text(drive_find(list_of(d, "agenda"), "id", drive_text(x, "agenda")), "title"));
        enter_entry(d, x);
    }
    json_array_foreach(list_of(d, "parked"), i, x)
        park(d, x);
    go_to_agenda(d, drive_text(drive_find(list_of(d, "agenda"), "kind", "perumusan"), "title"));
}

/* --- agreements --- */

static bool comes_from(const struct day *d, const json_t *agreement, const json_t *entry)
{
    size_t i;
    json_t *x;
    json_array_foreach(list_of(d, "agreement_contributions"), i, x)
        if (is(x, "agreement", drive_text(agreement, "id")) && is(x, "contribution", drive_text(entry, "id")))
            return true;
    return false;
}

/* In the list of all notes: marks those of the agreement and makes the draft. */
static void draft(struct day *d, const json_t *agreement)
{
    size_t i, left = 0;
    json_t *x;
    char words[64];
    json_array_foreach(list_of(d, "contributions"), i, x)
        left += comes_from(d, agreement, x);
    const size_t marked = left;
    drive_keys(d->p, "Home");
    json_array_foreach(list_of(d, "contributions"), i, x)
    {
        bool mine = comes_from(d, agreement, x);
        left -= mine;
        if (mine)
            drive_keys(d->p, "m"); /* marks, and goes to the next */
        if (!left)
            break;
        if (!mine)
            drive_keys(d->p, "Down");
    }
    snprintf(words, sizeof words, "Draf kesepakatan dibuat dari %zu catatan", marked);
    drive_keys(d->p, "d");
    drive_expect(d->p, words);
}

static void select_row(struct day *d, size_t i)
{
    drive_keys(d->p, "Home");
    for (size_t n = 0; n < i; n++)
        drive_keys(d->p, "Down");
}

/* "3 setuju 4 catatan": head counts of an unsur, without people who have a line of their own. */
static void counts_of(const struct day *d, const json_t *agreement, int64_t unsur, char out[128])
{
    size_t i;
    json_t *x;
    int n = 0;
    out[0] = '\0';
    json_array_foreach(list_of(d, "positions"), i, x)
        if (is(x, "agreement", drive_text(agreement, "id")) && !json_object_get(x, "participant") &&
            is(x, "unsur", dict_enum_code(ENUMSET_unsur, unsur)))
            n += snprintf(out + n, 128 - (size_t)n, "%lld %s ", (long long)json_integer_value(json_object_get(x, "count")),
                          drive_text(x, "stance"));
}

static void object(struct day *d, const json_t *objection)
{
    const json_t *who = day_person(d, drive_text(objection, "participant"));
    select_row(d, (size_t)dict_enum_parse(ENUMSET_unsur, drive_text(who, "unsur")));
    drive_keys(d->p, "k");
    drive_expect(d->p, "Siapa yang keberatan?");
    drive_line(d->p, day_name_word(who));
    drive_fill(d->p, ENTITY_objection, objection,
               (const char *const[]){"party", "text", "reason", "reply", "read_back", NULL});
    drive_keys(d->p, "^S");
}

/* The stances one unsur after the other, from the last: a person's own line stands below that of the unsur. */
static void take_stances(struct day *d, const json_t *agreement)
{
    for (int64_t unsur = unsur_COUNT - 1; unsur >= 0; unsur--) {
        char counts[128];
        counts_of(d, agreement, unsur, counts);
        select_row(d, (size_t)unsur);
        drive_keys(d->p, "Enter");
        drive_line(d->p, counts);
    }
}

static void fill_agreement(struct day *d, size_t i, const json_t *agreement)
{
    drive_keys(d->p, "F5");
    select_row(d, i);
    drive_keys(d->p, "e");
    drive_fill(d->p, ENTITY_agreement, agreement,
               (const char *const[]){"problem", "recommendation", "responsible", "horizon", "due", "feasibility",
                                     "action_plan", "indicator", NULL});
    drive_keys(d->p, "Esc");
}

static void with_objection(struct day *d, const json_t *agreement, const json_t *objection)
{
    const char *status = dict_enum_label(ENUMSET_agreement_status,
                                         dict_enum_parse(ENUMSET_agreement_status, drive_text(agreement, "status")));
    drive_keys(d->p, "Enter");
    take_stances(d, agreement);
    object(d, objection);
    drive_keys(d->p, "g");
    for (int k = 1; k <= agreement_status_COUNT; k++) {
        char line[128];
        snprintf(line, sizeof line, "%d %s", k, status);
        if (pty_shows(d->p, line)) {
            char digit[2] = {(char)('0' + k), '\0'};
            drive_keys(d->p, digit);
            break;
        }
    }
    drive_expect(d->p, status);
    drive_keys(d->p, "Esc");
}

void day_agree(struct day *d)
{
    size_t i, k;
    json_t *x, *o;
    drive_keys(d->p, "F3 ^K");
    drive_line(d->p, "semua agenda");
    drive_expect(d->p, "CATATAN SEMUA AGENDA");
    drive_keys(d->p, "Tab");
    json_array_foreach(list_of(d, "agreements"), i, x)
        draft(d, x);
    json_array_foreach(list_of(d, "agreements"), i, x)
    {
        const json_t *objection = NULL;
        json_array_foreach(list_of(d, "objections"), k, o)
            if (is(o, "agreement", drive_text(x, "id")))
                objection = o;
        fill_agreement(d, i, x);
        if (objection)
            with_objection(d, x, objection);
        else
            drive_keys(d->p, "a");
    }
}
