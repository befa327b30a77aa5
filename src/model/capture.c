#include "model/capture.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "model/people_csv.h"

#define MAX_NAME_WORDS 4
#define MAX_NAME_BYTES 80
#define MAX_NUMBER_DIGITS 3 /* of a person; "2026: ..." is text */
#define MAX_ENTRY_DIGITS 9
#define MAX_TARGETS 100

const struct capture_mark capture_marks[] = {
    {"7: ...", N_("peserta nomor 7 (nomor daftar hadir)"), NONE},
    {"lumba: ...",
     N_("dua huruf atau lebih dari nama atau organisasi, bila hanya cocok satu orang"), NONE},
    {"0: ...", N_("tanpa nama (unsurnya ditanyakan; 0 oms: menyebutnya langsung)"), NONE},
    {"@@: ...", N_("pembicara belum diketahui"), NONE},
    {".. ...", N_("giliran yang sama berlanjut, tanpa nomor baru"), NONE},
    {"+", N_("usul"), KIND_USUL},
    {"?", N_("tanya"), KIND_PERTANYAAN},
    {"!", N_("keluhan"), KIND_KELUHAN},
    {"!!", N_("keberatan"), KIND_KEBERATAN},
    {"*", N_("apresiasi"), KIND_APRESIASI},
    {"= ...", N_("jawaban untuk catatan yang dipilih; =1 3 4: untuk beberapa"), KIND_TANGGAPAN},
    {"== ...", N_("kesanggupan penyelenggara"), KIND_KESANGGUPAN},
    {"> ...", N_("tempat parkir (di luar kewenangan)"), NONE},
    {"#isu", N_("topik, di mana saja dalam teks"), NONE},
    {"@@", N_("dilengkapi nanti, di mana saja dalam teks"), NONE},
    {"@10.35 ...", N_("jam pada kartu, saat mengetik dari kertas"), NONE},
    {N_("spasi di depan"), N_("teks apa adanya, tanda tidak dibaca"), NONE},
    {N_("tanda saja"), N_("mengubah jenis catatan terakhir"), NONE},
    {"/", N_("cari"), NONE},
    {"??", N_("bantuan"), NONE},
    {NULL, NULL, NONE}};

struct reader {
    const char *line;
    size_t at;
    const struct capture_context *c;
    struct arena *a;
    struct capture *r;
    bool speaker; /* one was read */
    bool mark;    /* a mark was read */
    bool answer;  /* "=" or "==" */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void skip_blanks(struct reader *x)
{
    while (is_blank(x->line[x->at]))
        x->at++;
}

/* Who of several is meant is asked last: with that answer Enter stores. */
static void wait_for(struct reader *x, enum capture_wait w)
{
    if (x->r->wait == CAPTURE_READY || x->r->wait == CAPTURE_WAIT_CHOICE)
        x->r->wait = w;
}

/* --- the speaker --- */

static void set_person(struct reader *x, struct match_hits h, int64_t number)
{
    x->r->who = SPEAKER_TYPED;
    if (h.n == 1) {
        x->r->person = h.v[0].person;
        x->r->speaker = h.v[0].person->id;
    } else if (h.n > 1) {
        x->r->choices = h;
        wait_for(x, CAPTURE_WAIT_CHOICE);
    } else {
        x->r->bad_number = number;
        wait_for(x, CAPTURE_WAIT_NUMBER);
    }
}

/* "7:30 mulai": an hour, a colon and exactly two digits of minutes. */
static bool is_time(const char *digits, size_t n)
{
    const char *m = digits + n + 1;
    return n <= 2 && isdigit((unsigned char)m[0]) && isdigit((unsigned char)m[1]) &&
           !isdigit((unsigned char)m[2]) && m[0] <= '5' && strtol(digits, NULL, 10) <= 24;
}

static bool read_number_speaker(struct reader *x)
{
    const char *s = x->line + x->at;
    size_t n = strspn(s, "0123456789");
    if (n == 0 || n > MAX_NUMBER_DIGITS || s[n] != ':' || is_time(s, n))
        return false;
    int64_t number = strtoll(s, NULL, 10);
    if (number == 0)
        x->r->who = SPEAKER_ANONYMOUS;
    else
        set_person(x, match_number(x->c->people, number, x->a), number);
    x->at += n + 1;
    return true;
}

/* "0 oms: ..." */
static bool read_anonymous_unsur(struct reader *x)
{
    const char *s = x->line + x->at;
    const char *colon = strchr(s, ':');
    if (s[0] != '0' || !is_blank(s[1]) || !colon || colon - s > MAX_NAME_BYTES)
        return false;
    int64_t likely[2];
    const char *word = text_trim(x->a, arena_memdup(x->a, s + 1, (size_t)(colon - s) - 1));
    int64_t unsur = people_unsur_of(word, likely);
    if (unsur == NONE)
        return false;
    x->r->who = SPEAKER_ANONYMOUS;
    x->r->speaker_unsur = unsur;
    x->at += (size_t)(colon - s) + 1;
    return true;
}

/* Length of what can be a name before a colon; 0 when it cannot. */
static size_t name_length(const char *s)
{
    size_t n = 0, words = 1;
    for (; s[n] && s[n] != ':'; n++) {
        bool letter = isalpha((unsigned char)s[n]) || (unsigned char)s[n] >= 0x80;
        if (!letter && !strchr(" .'`-", s[n]))
            return 0;
        if (s[n] == ' ' && ++words > MAX_NAME_WORDS)
            return 0;
    }
    bool followed = s[n] == ':' && s[n + 1] != '/' && s[n + 1] != ':';
    return followed && n <= MAX_NAME_BYTES && n > 0 && s[n - 1] != ' ' ? n : 0;
}

static bool read_name_speaker(struct reader *x)
{
    const char *s = x->line + x->at;
    size_t n = name_length(s);
    if (n == 0)
        return false;
    struct match_hits h = match_find_here(x->c->people, arena_memdup(x->a, s, n), x->a);
    if (h.n == 0)
        return false;
    set_person(x, h, NONE);
    x->at += n + 1;
    return true;
}

static bool read_speaker(struct reader *x)
{
    if (x->speaker)
        return false;
    if (strncmp(x->line + x->at, "@@:", 3) == 0) {
        x->r->who = SPEAKER_UNKNOWN;
        x->at += 3;
        x->speaker = true;
    } else {
        x->speaker = read_number_speaker(x) || read_anonymous_unsur(x) || read_name_speaker(x);
    }
    if (x->speaker)
        skip_blanks(x);
    return x->speaker;
}

/* --- the kind --- */

/* One clean entry number at `s`: digits closed by a blank, a comma, a colon or the end. */
static size_t entry_number(const char *s, int64_t *ret)
{
    size_t n = strspn(s, "0123456789");
    if (n == 0 || n > MAX_ENTRY_DIGITS || !(s[n] == '\0' || strchr(" \t,:", s[n])))
        return 0;
    *ret = strtoll(s, NULL, 10);
    return n;
}

static void add_target(struct capture *r, int64_t number)
{
    for (size_t i = 0; i < r->n_targets; i++)
        if (r->targets[i] == number)
            return;
    r->targets[r->n_targets++] = number;
}

/* "=1 3 4 text": numbers follow the mark directly and go on as long as such entries exist; a colon
 * ends the list
 * ("=1 3: 4 hari"). "= 3 hari" has a blank first and is text. */
static void read_targets(struct reader *x)
{
    int64_t number = 0;
    size_t n = entry_number(x->line + x->at, &number);
    if (n == 0)
        return;
    if (number < 1 || number > x->c->last_number) {
        x->r->bad_number = number;
        wait_for(x, CAPTURE_WAIT_ENTRY);
        x->at += n;
        return;
    }
    x->r->targets = ARENA_ARRAY(x->a, int64_t, MAX_TARGETS);
    while (n > 0 && number >= 1 && number <= x->c->last_number && x->r->n_targets < MAX_TARGETS) {
        add_target(x->r, number);
        x->at += n;
        if (x->line[x->at] == ':') {
            x->at++;
            return;
        }
        while (is_blank(x->line[x->at]) || x->line[x->at] == ',')
            x->at++;
        n = entry_number(x->line + x->at, &number);
    }
}

struct kind_mark {
    const char *mark;
    const char *not_before; /* a character of these right after it makes it text */
    enum capture_action action;
    int64_t kind;
};

/* Longer marks first. Two question marks with words are one question; "!!!" is still an objection.
 */
static const struct kind_mark kind_marks[] = {{"..", ".", CAPTURE_CONTINUE, NONE},
                                              {"+", "+", CAPTURE_ENTRY, KIND_USUL},
                                              {"??", "", CAPTURE_ENTRY, KIND_PERTANYAAN},
                                              {"?", "", CAPTURE_ENTRY, KIND_PERTANYAAN},
                                              {"!!!", "", CAPTURE_ENTRY, KIND_KEBERATAN},
                                              {"!!", "", CAPTURE_ENTRY, KIND_KEBERATAN},
                                              {"!", "=", CAPTURE_ENTRY, KIND_KELUHAN},
                                              {"*", "*", CAPTURE_ENTRY, KIND_APRESIASI},
                                              {"==", "=", CAPTURE_ANSWER, KIND_KESANGGUPAN},
                                              {"=", ">=", CAPTURE_ANSWER, KIND_TANGGAPAN},
                                              {">", "=>", CAPTURE_PARK, NONE}};

static bool is_phone(const char *s)
{
    return strncmp(s, "+62", 3) == 0;
}

static bool read_mark(struct reader *x)
{
    const char *s = x->line + x->at;
    for (size_t i = 0; i < sizeof kind_marks / sizeof kind_marks[0] && !is_phone(s); i++) {
        const struct kind_mark *m = &kind_marks[i];
        size_t n = strlen(m->mark);
        if (strncmp(s, m->mark, n) != 0 || (s[n] && strchr(m->not_before, s[n])))
            continue;
        x->at += n;
        x->mark = true;
        x->answer = m->action == CAPTURE_ANSWER;
        x->r->action = m->action;
        x->r->kind = m->kind;
        x->r->kind_typed = m->kind != NONE;
        if (x->answer)
            read_targets(x);
        skip_blanks(x);
        return true;
    }
    return false;
}

/* --- what follows from it --- */

static bool is_ceremony(int64_t agenda_kind)
{
    return agenda_kind == AGENDA_REGISTRASI || agenda_kind == AGENDA_SEREMONI ||
           agenda_kind == AGENDA_PAPARAN;
}

/* The one who has the word, when nobody was typed. */
static void present_speaker(struct reader *x, enum capture_speaker nobody)
{
    if (x->speaker)
        return;
    bool known = !id_is_none(&x->c->present_speaker);
    x->r->who = known ? SPEAKER_PRESENT : nobody;
    if (known)
        x->r->speaker = x->c->present_speaker;
}

static void finish_entry(struct reader *x)
{
    struct capture *r = x->r;
    if (!x->mark && !x->speaker && is_ceremony(x->c->agenda_kind)) {
        r->kind = KIND_CATATAN_ACARA;
        r->who = SPEAKER_NONE;
        return;
    }
    if (!x->mark)
        r->kind = KIND_MASUKAN;
    present_speaker(x, SPEAKER_UNKNOWN);
}

static void finish_answer(struct reader *x)
{
    struct capture *r = x->r;
    if (!x->speaker)
        r->who = SPEAKER_ASK;
    if (r->n_targets > 0 || r->wait == CAPTURE_WAIT_ENTRY)
        return;
    r->to_selected = !id_is_none(&x->c->selected);
    if (!r->to_selected && r->kind == KIND_TANGGAPAN)
        wait_for(x, CAPTURE_WAIT_TARGET);
}

/* Marks without words after them. */
static void finish_bare(struct reader *x)
{
    struct capture *r = x->r;
    if (!x->mark) {
        r->action = CAPTURE_SET_SPEAKER;
        return;
    }
    if (r->action == CAPTURE_ANSWER && r->kind == KIND_TANGGAPAN && !x->speaker &&
        r->n_targets == 0 && r->wait == CAPTURE_READY) {
        r->action = CAPTURE_OFFER;
        r->kind = NONE;
        return;
    }
    bool changes = (r->action == CAPTURE_ENTRY || r->kind == KIND_KESANGGUPAN) && r->n_targets == 0;
    if (!x->speaker && (changes || r->action == CAPTURE_PARK)) {
        r->action = changes ? CAPTURE_CHANGE_KIND : CAPTURE_PARK_LAST;
        if (!x->c->has_last)
            wait_for(x, CAPTURE_WAIT_LAST);
        return;
    }
    if (r->action == CAPTURE_ANSWER)
        finish_answer(x);
    wait_for(x, CAPTURE_WAIT_TEXT);
}

static void finish(struct reader *x)
{
    struct capture *r = x->r;
    if (*r->text == '\0') {
        finish_bare(x);
        return;
    }
    switch (r->action) {
    case CAPTURE_ANSWER:
        finish_answer(x);
        break;
    case CAPTURE_PARK:
        present_speaker(x, SPEAKER_NONE);
        break;
    case CAPTURE_CONTINUE:
        if (!x->c->has_last)
            wait_for(x, CAPTURE_WAIT_LAST);
        break;
    default:
        finish_entry(x);
        break;
    }
    r->n_topics =
        r->literal ? 0 : capture_topics(r->text, x->c->issues, x->c->n_issues, x->a, &r->topics);
    r->gap = capture_has_gap(r->text) || (r->who == SPEAKER_UNKNOWN && r->action != CAPTURE_PARK);
}

static const char *rest_of(const char *line, size_t at, struct arena *a)
{
    size_t end = strlen(line);
    while (end > at && (is_blank(line[end - 1]) || line[end - 1] == '\n'))
        end--;
    return arena_memdup(a, line + at, end - at);
}

/* "/" and "??" are for the program, not for the notes. */
static bool read_command(struct reader *x)
{
    if (x->line[0] == '/') {
        x->r->action = CAPTURE_SEARCH;
        x->at = 1;
    } else if (strcmp(rest_of(x->line, 0, x->a), "??") == 0) {
        x->r->action = CAPTURE_HELP;
        x->at = strlen(x->line);
    } else {
        return false;
    }
    x->r->text = text_trim(x->a, x->line + x->at);
    x->r->text_at = x->at;
    return true;
}

/* "@10.35 7: ...": the time on the slip. It stays for the next slips, so a pile is typed in order.
 */
static void read_clock(struct reader *x)
{
    const char *s = x->line;
    x->r->clock = x->c->from_paper ? x->c->clock : NONE;
    if (!x->c->from_paper || s[0] != '@' || !isdigit((unsigned char)s[1]))
        return;
    size_t n = strcspn(s, " \t");
    if (!time_parse(arena_memdup(x->a, s + 1, n - 1), &x->r->clock))
        wait_for(x, CAPTURE_WAIT_CLOCK);
    x->at = n + is_blank(s[n]);
    if (!s[n + strspn(s + n, " \t\n")])
        x->r->action = CAPTURE_SET_CLOCK;
}

struct capture capture_parse(const char *line, const struct capture_context *c, struct arena *a)
{
    struct capture r = {.action = CAPTURE_NOTHING,
                        .who = SPEAKER_NONE,
                        .speaker = ID_NONE,
                        .speaker_unsur = NONE,
                        .kind = NONE,
                        .bad_number = NONE,
                        .clock = NONE,
                        .text = ""};
    struct reader x = {line, 0, c, a, &r, false, false, false};
    if (line[strspn(line, " \t\n")] == '\0' || read_command(&x))
        return r;
    read_clock(&x);
    if (r.action == CAPTURE_SET_CLOCK)
        return r;
    r.action = CAPTURE_ENTRY;
    if (is_blank(line[x.at])) {
        r.literal = true;
        x.at++;
    } else {
        read_speaker(&x);
        if (read_mark(&x))
            read_speaker(&x);
    }
    r.text = rest_of(line, x.at, a);
    r.text_at = x.at;
    finish(&x);
    return r;
}

void capture_choose(struct capture *r, const struct participant *p)
{
    r->who = SPEAKER_TYPED;
    r->person = p;
    r->speaker = p->id;
    r->choices.n = 0;
    r->gap = capture_has_gap(r->text);
    if (r->wait == CAPTURE_WAIT_CHOICE || r->wait == CAPTURE_WAIT_NUMBER)
        r->wait = CAPTURE_READY;
}

bool capture_has_gap(const char *text)
{
    return text && strstr(text, "@@");
}
