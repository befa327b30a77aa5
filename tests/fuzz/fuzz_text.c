/* Everything that reads what people type, paste, import or hand over. */
#include "tests/fuzz/fuzz_targets.h"

#include <stdlib.h>
#include <string.h>

#include "app/check_in.h"
#include "app/data_read.h"
#include "app/read_csv.h"
#include "base/terbilang.h"
#include "base/text.h"
#include "doc/tree.h"
#include "model/capture.h"
#include "model/exif.h"
#include "model/jpeg.h"
#include "model/names.h"
#include "model/nip.h"
#include "model/phone.h"
#include "model/photo_name.h"
#include "model/validate.h"
#include "tests/model/forum.h"
#include "tests/model/sample_jpeg.h"

/* --- base/text --- */

static void run_text(const char *p, size_t n)
{
    struct arena *a = arena_new();
    bool lines = n % 2;
    const char *s = text_input(a, p, n, lines);
    FUZZ_HOLDS(fuzz_is_utf8(s) && !fuzz_has_controls(s) && (lines || !strchr(s, '\n')));
    FUZZ_HOLDS(strcmp(text_input(a, s, strlen(s), lines), s) == 0);
    const char *shown = text_visible(a, p);
    FUZZ_HOLDS(fuzz_is_utf8(shown) && !fuzz_has_controls(shown));
    FUZZ_HOLDS(fuzz_is_utf8(text_export(a, p)) && fuzz_is_utf8(text_trim(a, s)) &&
               fuzz_is_utf8(text_fold(a, s)));
    int cells = 1 + (int)fuzz_below(90);
    struct text_lines l = text_wrap(a, s, cells);
    FUZZ_HOLDS(l.n >= 1);
    for (size_t i = 0; i < l.n; i++) {
        FUZZ_HOLDS(l.v[i].off + l.v[i].len <= strlen(s));
        FUZZ_HOLDS(i == 0 || l.v[i].off >= l.v[i - 1].off + l.v[i - 1].len);
    }
    FUZZ_HOLDS(fuzz_is_utf8(text_clip(a, s, cells)));
    size_t len = strlen(s), steps = 0;
    for (size_t at = 0; at < len; steps++) {
        size_t next = text_next(s, len, at);
        FUZZ_HOLDS(next > at && next <= len && text_prev(s, len, next) < next);
        at = next;
    }
    FUZZ_HOLDS(text_next_word(s, len, len) <= len && text_prev_word(s, len, 0) == 0);
    arena_free(a);
}

/* --- base/date, base/terbilang --- */

static void run_date(const char *p, size_t n)
{
    (void)n;
    int64_t day, minutes, ms;
    char text[DATE_TEXT], words[256];
    if (date_parse(p, 20769, &day)) {
        int64_t again;
        FUZZ_HOLDS(date_parse(date_long(day, text), 20769, &again) && again == day);
        FUZZ_HOLDS(date_parse(date_iso(day, text), 20769, &again) && again == day);
        FUZZ_HOLDS(strlen(date_words(day, WORDS_TITLE, words, sizeof words)) < sizeof words - 1);
    }
    if (time_parse(p, &minutes))
        FUZZ_HOLDS(minutes >= 0 && minutes <= 24 * 60);
    if (stamp_parse(p, &ms)) {
        int64_t again;
        FUZZ_HOLDS(stamp_parse(stamp_iso(ms, ZONE_WITA, text), &again) && again == ms);
    }
    terbilang((int64_t)(fuzz_random() >> (14 + fuzz_below(50))), WORDS_LOWER, words, sizeof words);
    FUZZ_HOLDS(words[0] && words[strlen(words) - 1] != ' ' && !strstr(words, "  "));
}

/* --- the capture line --- */

static void run_capture(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct capture_context c = {
        .people = match_new(a, forum_participants(a), FORUM_PEOPLE),
        .issues = forum_issues(a),
        .n_issues = FORUM_ISSUES,
        .last_number = (int64_t)fuzz_below(40),
        .agenda_kind = (int64_t)fuzz_below(agenda_kind_COUNT),
        .present_speaker = forum_id(ENTITY_participant, (uint8_t)fuzz_below(5)),
        .selected = fuzz_below(2) ? ID_NONE : forum_id(ENTITY_contribution, 1),
        .has_last = fuzz_below(2)};
    const char *line = fuzz_below(2) ? text_input(a, p, n, false) : p;
    struct capture r = capture_parse(line, &c, a);
    FUZZ_HOLDS(r.text && r.text_at <= strlen(line) && strlen(r.text) <= strlen(line));
    FUZZ_HOLDS((r.wait == CAPTURE_WAIT_CHOICE) == (r.choices.n > 1));
    FUZZ_HOLDS(r.wait != CAPTURE_READY || r.who != SPEAKER_TYPED ||
               (r.person && id_eq(&r.speaker, &r.person->id)));
    for (size_t i = 0; i < r.n_targets; i++)
        FUZZ_HOLDS(r.targets[i] >= 1 && r.targets[i] <= c.last_number);
    FUZZ_HOLDS(r.action != CAPTURE_ENTRY || (r.kind >= 0 && r.kind < contribution_kind_COUNT));
    FUZZ_HOLDS(r.wait != CAPTURE_READY || r.action != CAPTURE_ENTRY || *r.text);
    FUZZ_HOLDS(!capture_has_gap(r.text) || r.gap || r.action == CAPTURE_SEARCH);
    FUZZ_HOLDS(capture_words(&r, &c, a) != NULL);
    struct match_hits h = match_find(c.people, p, a);
    FUZZ_HOLDS(h.n <= FORUM_PEOPLE);
    arena_free(a);
}

/* --- forms --- */

static void run_form(const char *p, size_t n)
{
    (void)n;
    struct arena *a = arena_new();
    struct validate_context c = {20769, ZONE_WITA};
    enum entity_kind k = (enum entity_kind)fuzz_below(ENTITY_COUNT);
    int f = (int)fuzz_below((size_t)dict_entity(k)->n_fields);
    struct err e = {0};
    struct value v;
    const char *hint;
    if (validate_field(k, f, p, &c, a, &v, &hint, &e) == ERR_NONE) {
        FUZZ_HOLDS(validate_value(k, f, &v, &e) == ERR_NONE);
        void *record = arena_alloc(a, dict_entity(k)->size);
        record_init(record, k);
        FUZZ_HOLDS(v.type == VALUE_TEXT || record_set(record, k, f, &v));
    } else {
        FUZZ_HOLDS(e.code == ERR_INPUT && e.text[0] && text_valid(e.text, strlen(e.text)) &&
                   !fuzz_has_controls(e.text));
    }
    arena_free(a);
}

/* --- names, numbers --- */

static void run_names(const char *p, size_t n)
{
    struct arena *a = arena_new();
    char phone[PHONE_TEXT], nip[NIP_TEXT], digits[NIP_DIGITS];
    const char *s = text_input(a, p, n, false);
    struct name_parts parts = names_split(s, a);
    FUZZ_HOLDS(parts.front && parts.core && parts.back && fuzz_is_utf8(parts.core));
    const char *tidy = names_tidy(s, a);
    FUZZ_HOLDS(!tidy || (fuzz_is_utf8(tidy) && strcmp(names_key(tidy, a), names_key(s, a)) == 0));
    struct phone_cell c = phone_read(s, a);
    FUZZ_HOLDS(c.n <= PHONE_MAX && (c.state == PHONE_READ) == (c.n > 0));
    for (size_t i = 0; i < c.n; i++) {
        struct phone_cell again = phone_read(c.number[i], a);
        FUZZ_HOLDS(again.n == 1 && strcmp(again.number[0], c.number[i]) == 0);
        phone_show(c.number[i], phone);
    }
    phone_show(s, phone);
    nip_show(s, nip);
    FUZZ_HOLDS(!nip_read(s, digits) || strlen(digits) == NIP_DIGITS - 1);
    nip_doubt(s);
    struct walk_in_args x = {0};
    walk_in_read(s, a, &x);
    arena_free(a);
}

/* --- invitation lists --- */

static void check_plan(const struct people_plan *plan, const struct sheet *s)
{
    size_t sum = 0;
    FUZZ_HOLDS(plan->n == s->n);
    for (int i = 0; i <= PEOPLE_ASK; i++)
        sum += plan->n_by_action[i];
    FUZZ_HOLDS(sum == plan->n);
    for (size_t i = 0; i < plan->n; i++) {
        const struct people_row *r = &plan->v[i];
        FUZZ_HOLDS(r->line == s->v[i].line && r->reason && fuzz_is_utf8(r->reason));
        FUZZ_HOLDS(r->action == PEOPLE_SKIP || r->p.name || r->p.invited_as);
        FUZZ_HOLDS(r->action != PEOPLE_ASK || r->like_row || !id_is_none(&r->like_person));
    }
}

/* Whatever was imported is known when it is read again. */
static void check_again(const struct people_plan *plan, const struct sheet *s, struct arena *a)
{
    struct people_plan again;
    struct err e = {0};
    size_t n = 0;
    struct participant *v = ARENA_ARRAY(a, struct participant, plan->n + 1);
    for (size_t i = 0; i < plan->n; i++)
        if (plan->v[i].action == PEOPLE_NEW) {
            v[n] = plan->v[i].p;
            v[n].id.b[0] = 1;
            v[n].id.b[14] = (uint8_t)(n >> 8);
            v[n].id.b[15] = (uint8_t)n;
            n++;
        }
    FUZZ_HOLDS(people_plan(s, v, n, NULL, 0, a, &again, &e) == ERR_NONE);
    FUZZ_HOLDS(again.n_by_action[PEOPLE_NEW] == 0 && again.n_by_action[PEOPLE_CHANGE] == 0);
    FUZZ_HOLDS(again.n_by_action[PEOPLE_SAME] == n);
}

static void run_list(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct sheet s;
    struct csv_info info;
    struct people_plan plan;
    struct err e = {0};
    if (csv_read_bytes(p, n, fuzz_below(2), a, &s, &info, &e) != ERR_NONE) {
        FUZZ_HOLDS(e.text[0] && (e.code == ERR_INPUT || e.code == ERR_FULL));
        arena_free(a);
        return;
    }
    for (size_t i = 0; i < s.n; i++)
        for (size_t j = 0; j < s.v[i].n; j++)
            FUZZ_HOLDS(fuzz_is_utf8(s.v[i].cells[j]) && !fuzz_has_controls(s.v[i].cells[j]));
    if (people_plan(&s, NULL, 0, NULL, 0, a, &plan, &e) == ERR_NONE) {
        check_plan(&plan, &s);
        check_again(&plan, &s, a);
    }
    arena_free(a);
}

/* --- pictures --- */

static void run_picture(const char *p, size_t n)
{
    struct exif x;
    struct photo_time t;
    struct buf out = BUF_INIT;
    if (exif_read(p, n, &x))
        FUZZ_HOLDS(x.orientation >= 1 && x.orientation <= 8 && x.width >= 0 && x.height >= 0);
    if (jpeg_strip(p, n, &out))
        FUZZ_HOLDS(out.len <= n);
    buf_done(&out);
    photo_name_time(p, &t);
}

/* --- data of another program --- */

static void run_data(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct dossier *d;
    struct err e = {0};
    if (data_read(p, n, 1794454920000, a, &d, &e) != ERR_NONE)
        FUZZ_HOLDS(e.text[0]);
    else
        FUZZ_HOLDS(d->session.n == 1);
    arena_free(a);
}

static void run_tree(const char *p, size_t n)
{
    struct arena *a = arena_new();
    struct document_tree *t;
    struct err e = {0};
    struct buf out = BUF_INIT;
    if (tree_read(a, p, n, &t, &e) == ERR_NONE) {
        tree_write(t, &out);
        FUZZ_HOLDS(out.len == n && memcmp(out.p, p, n) == 0);
    }
    buf_done(&out);
    arena_free(a);
}

static void make_jpeg(struct buf *out)
{
    const struct sample_jpeg s = {
        .orientation = 6, .taken = "2026:11:12 08:52:10", .offset = "+08:00"};
    sample_jpeg_write(&s, out);
}

/* --- the table --- */

static const char *const texts[] = {
    "Mohon izin, Bu. Saya Sutrisno.\nSaya sudah tiga kali bolak-balik.",
    "Perda/Perbup dan http://x.example/a?b=c Rp1.500.000,00", "\xE2\x80\x9Cya\xE2\x80\x9D", NULL};
static const char *const dates[] = {
    "12-11-2026", "Kamis, 12 November 2026",       "12/11",      "Jum'at 13 Nop 26",
    "09.31 WITA", "2026-11-12T10:42:07.123+08:00", "29-02-2024", "8:30",
    NULL};
static const char *const lines[] = {"7: + buka loket #antrean",
                                    "lumba: kami jauh",
                                    ".. untuk lansia @@berapa loket",
                                    "=1 3: 4 hari kerja",
                                    "== sanggup #ktp",
                                    "@@: siapa tadi",
                                    "0 oms: x",
                                    "> denda",
                                    "14 hari: x",
                                    " literal",
                                    "/cari",
                                    "??",
                                    NULL};
static const char *const values[] = {"12-11-2026",
                                     "08.30",
                                     "1.500",
                                     "ya",
                                     "mufakat dengan catatan",
                                     "hari kerja",
                                     "0812-3456-7890",
                                     "19690817 199403 1 991",
                                     "tatap muka",
                                     "0192aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee",
                                     "teks biasa",
                                     NULL};
static const char *const names[] = {"Prof. Dr. Ir. Haryo Seno Prabaswara, M.P.A.",
                                    "dr. Aurelia, M.Kes",
                                    "I Ketut Warsana",
                                    "Bambang Suryolelono,SH",
                                    "0812 0000 0001 / (0300) 000171",
                                    "8,12E+10",
                                    "WA 0812-0000-0020",
                                    "19690817 199403 1 991",
                                    "Siti Aminah, S.Pd., P, Ketua PKK, Desa Banjar Asri, OMS, 0812",
                                    NULL};
static const char *const lists[] = {"NAMA;INSTANSI;UNSUR\nAni;Desa A;warga\n\"Budi, S.H.\";X;LSM\n",
                                    "NAMA,KET\nAni,x\n", "NO\tNAMA\tHP\n1\tAni\t0812\n", NULL};
static const char *const pictures[] = {"IMG_20261112_085210.jpg", "\x89PNG\r\n\x1A\n",
                                       "\xFF\xD8\xFF\xE1\x01\x01"
                                       "Exif",
                                       NULL};
static const char *const json[] = {
    "{\"format\":\"mufakat\",\"session\":{\"theme\":\"x\"},\"participants\":[]}", NULL};

static const char *const exported[] = {"=cmd|'/C calc'!A0; +1, \"-2\"",
                                       "</style><script>alert(1)</script>&amp;",
                                       "END:VEVENT\nBEGIN:VEVENT\\n,;",
                                       "| a | **b** <c> [d](e) `f`\n# g\n1. h",
                                       NULL};

static const struct fuzz_target targets[] = {
    {"text", run_text, texts, NULL, NULL},
    {"date", run_date, dates, NULL, NULL},
    {"capture", run_capture, lines, NULL, NULL},
    {"form", run_form, values, NULL, NULL},
    {"names", run_names, names, NULL, NULL},
    {"list", run_list, lists, "data/contoh-undangan.csv", NULL},
    {"picture", run_picture, pictures, NULL, make_jpeg},
    {"data", run_data, json, "data/contoh.json", NULL},
    {"tree", run_tree, NULL, NULL, fuzz_make_tree},
    {"book", fuzz_run_book, NULL, NULL, fuzz_make_book},
    {"exports", fuzz_run_exports, exported, NULL, NULL},
    {"forum", fuzz_run_forum, texts, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL}};

int main(int argc, char **argv)
{
    return fuzz_main(argc, argv, targets);
}
