/* The practice day until the doors open. */
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

#define FIELDS(...) ((const char *const[]){__VA_ARGS__, NULL})

enum { MOST_QUESTIONS = 20 };

static json_t *list_of(const struct day *d, const char *key)
{
    json_t *v = json_object_get(d->sample, key);
    assert_true(json_is_array(v));
    return v;
}

static json_t *session_of(const struct day *d)
{
    return json_object_get(d->sample, "session");
}

/* --- the first screen --- */

void day_begin(struct day *d)
{
    d->p = drive_start(NULL, 40, 120, NULL);
    drive_expect(d->p, "FKP baru");
    drive_keys(d->p, "2");
    drive_fill(d->p, ENTITY_session, session_of(d), FIELDS("theme", "unit", "date", "place"));
    drive_keys(d->p, "Enter");
    drive_expect(d->p, "Apakah layar ini terlihat peserta?");
    drive_keys(d->p, "Esc");
    drive_expect(d->p, "F2 PERSIAPAN");
    drive_expect(d->p, "semua tersimpan");
}

/* --- forms and lists --- */

/* A form over the session row, reached by its number in F2. */
static void session_form(struct day *d, const char *digit, const char *const fields[])
{
    drive_keys(d->p, "F2");
    drive_keys(d->p, digit);
    drive_fill(d->p, ENTITY_session, session_of(d), fields);
    drive_keys(d->p, "Esc");
}

/* Writes the sample's rows over those that a new session brings along, and adds the others. */
static void rows_form(struct day *d, const char *digit, enum entity_kind k, const char *key, size_t from, size_t have,
                      const char *const fields[])
{
    json_t *rows = list_of(d, key);
    drive_keys(d->p, "F2");
    drive_keys(d->p, digit);
    for (size_t i = from; i < json_array_size(rows); i++) {
        if (i - from < have) {
            drive_keys(d->p, "Home");
            for (size_t n = 0; n < i - from; n++)
                drive_keys(d->p, "Down");
            drive_keys(d->p, "Enter");
        } else {
            drive_keys(d->p, "n");
        }
        drive_fill(d->p, k, json_array_get(rows, i), fields);
        drive_keys(d->p, "Esc");
    }
    drive_keys(d->p, "Esc");
}

void day_prepare(struct day *d)
{
    session_form(d, "1", FIELDS("topic", "mode", "method", "participation", "ground_rules"));
    session_form(d, "2", FIELDS("start_time", "end_time", "zone", "town"));
    session_form(d, "3", FIELDS("institution", "unit_short", "unit_head", "letterhead"));
    session_form(d, "0", FIELDS("report_due"));
    session_form(d, "9", FIELDS("ba_number", "copies", "date_style", "words_case", "paper", "margin_top", "font_size"));
    session_form(d, "0", FIELDS("report_due"));
    /* the usual laws are there already; the sample's last one is the local circular */
    rows_form(d, "4", ENTITY_legal_basis, "legal_bases", json_array_size(list_of(d, "legal_bases")) - 1, 0, FIELDS("text"));
    rows_form(d, "5", ENTITY_agenda, "agenda", 0, 9, FIELDS("title", "kind", "start_time", "minutes", "person"));
    rows_form(d, "6", ENTITY_issue, "issues", 0, 0,
              FIELDS("title", "tag", "source", "source_note", "owner", "skm_element", "sp_component"));
    rows_form(d, "8", ENTITY_signatory, "signatories", 0, 0, FIELDS("name", "role", "position", "rank", "nip"));
}

/* --- the invitation list --- */

json_t *day_person(const struct day *d, const char *id)
{
    return drive_find(list_of(d, "participants"), "id", id);
}

const char *day_name_word(const json_t *person)
{
    static char word[64];
    const char *s = drive_text(person, "name");
    word[0] = '\0';
    while (*s) {
        size_t n = strcspn(s, " ,");
        bool plain = !memchr(s, '.', n) && n < sizeof word;
        if (plain && n > strlen(word)) {
            memcpy(word, s, n);
            word[n] = '\0';
        }
        s += n;
        s += strspn(s, " ,");
    }
    return word;
}

/* The person of the sample whom the question on the screen is about. */
static const json_t *person_asked_about(const struct day *d)
{
    size_t i;
    json_t *x;
    const char *screen = strstr(pty_screen(d->p), "Unsur untuk ");
    assert_non_null(screen);
    char *title = strndup(screen, strcspn(screen, "\n"));
    const json_t *found = NULL;
    json_array_foreach(list_of(d, "participants"), i, x)
    {
        const char *word = day_name_word(x);
        if (*word && strstr(title, word))
            found = x;
    }
    if (!found)
        fail_msg("who is this? %s", title);
    free(title);
    return found;
}

/* Answers the open question, if there is one; false when the row asks nothing (more). */
static bool answer_row(struct day *d)
{
    drive_keys(d->p, "Enter");
    if (pty_shows(d->p, "Unsur untuk ")) {
        int64_t unsur = dict_enum_parse(ENUMSET_unsur, drive_text(person_asked_about(d), "unsur"));
        assert_true(unsur >= 0);
        char digit[2] = {(char)('1' + unsur), '\0'};
        drive_keys(d->p, digit);
        return true;
    }
    if (pty_shows(d->p, " datang untuk ")) { /* Prof. Haryo for the Rektor */
        drive_keys(d->p, "Tab Enter");
        return true;
    }
    if (pty_shows(d->p, "tampaknya sudah ada")) /* the same head of office, written twice */
        drive_keys(d->p, "Esc");
    return false;
}

void day_import(struct day *d)
{
    char path[512];
    const char *source = getenv("MUFAKAT_SRCDIR");
    assert_non_null(source);
    snprintf(path, sizeof path, "%s/data/contoh-undangan.csv", source);
    drive_keys(d->p, "F2 i");
    drive_line(d->p, path);
    drive_expect(d->p, "Pratinjau impor");
    int answered = 0;
    while (answered < MOST_QUESTIONS && answer_row(d)) /* each answer leads to the next question */
        answered++;
    assert_int_equal(answered, 5); /* OPD, OPD terkait, tokoh masyarakat, none, and who comes for the Rektor */
    drive_keys(d->p, "i");
    drive_expect(d->p, "Terapkan sekarang?");
    drive_keys(d->p, "Tab Enter");
    drive_expect(d->p, "Daftar undangan diterapkan");
}
