/* Preview of an invitation list: nothing changes until `i` is pressed; what is ambiguous is asked here. */
#include "config.h"

#include <stdlib.h>

#include "app/import_participants.h"
#include "app/read_csv.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/ask_file.h"
#include "ui/screens/import.h"
#include "ui/table.h"

struct import {
    struct arena *file; /* the sheet, as long as the screen lives */
    struct sheet sheet;
    struct csv_info info;
    struct people_answer *answers;
    size_t n_answers;
    struct people_plan plan;
    struct table table;
    size_t target; /* line of the row being asked about */
    bool go_on;    /* an answer was given: the cursor goes to the next question */
    struct id posted; /* the job that applies the plan */
    struct arena *scratch; /* of one drawing */
};

enum { IMPORT_ANSWER = 1, IMPORT_APPLY, IMPORT_WITHDRAW };
enum { ANSWERED_HERE = PEOPLE_ASK_UNSUR | PEOPLE_ASK_PERSON | PEOPLE_ASK_DUPLICATE | PEOPLE_ASK_DIFFERS };
enum { ASK_PATH = 1, ASK_UNSUR, ASK_DUPLICATE, ASK_PERSON, ASK_DIFFERS, ASK_APPLY };

static struct import *of(struct screen *s)
{
    return s->state;
}

/* --- the table --- */

static const struct column columns[] = {{N_("Baris"), 5, 0, 0, true},       {N_("Akan"), 6, 0, 0, false},
                                        {N_("Nama"), 16, 3, 0, false},      {N_("Instansi"), 12, 2, 76, false},
                                        {N_("Unsur"), 12, 1, 100, false},   {N_("Keterangan"), 16, 4, 0, false}};

static struct people_answer *find_answer(const struct import *m, size_t line)
{
    for (size_t i = 0; i < m->n_answers; i++)
        if (m->answers[i].line == line)
            return &m->answers[i];
    return NULL;
}

/* What there is to say about a row, and what was answered. */
static const char *remark(const struct import *m, const struct people_row *r, struct arena *a)
{
    const struct people_answer *x = find_answer(m, r->line);
    const char *words = TXT(r->reason);
    if (!x)
        return words;
    const char *given = x->unsur == NONE ? _("dijawab") : arena_printf(a, _("dijawab: %s"), _(dict_enum_label(ENUMSET_unsur, x->unsur)));
    return *words ? arena_printf(a, "%s; %s", given, words) : given;
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct import *m = ctx;
    const struct people_row *r = &m->plan.v[row];
    if (r->asks)
        *style = STYLE_WARN;
    else if (r->action == PEOPLE_SKIP || r->action == PEOPLE_SAME)
        *style = STYLE_DIM;
    switch (column) {
    case 0:
        return arena_printf(a, "%zu", r->line);
    case 1:
        return people_action_words(r->action);
    case 2:
        return r->p.name ? r->p.name : r->p.invited_as;
    case 3:
        return r->p.organization;
    case 4:
        return r->p.unsur == NONE ? NULL : _(dict_enum_label(ENUMSET_unsur, r->p.unsur));
    default:
        return remark(m, r, a);
    }
}

static const struct table_rows rows = {.cell = cell};

/* --- answers --- */

static struct people_answer *answer_for(struct import *m, size_t line)
{
    struct people_answer *given = find_answer(m, line);
    if (given)
        return given;
    m->answers = mem_realloc(m->answers, sizeof *m->answers * (m->n_answers + 1));
    m->answers[m->n_answers] = (struct people_answer){.line = line, .unsur = NONE};
    return &m->answers[m->n_answers++];
}

static void answered(struct screen *s, int tag, const struct popup_result *r);

static void ask_unsur(struct screen *s, const struct people_row *row)
{
    const char *words[unsur_COUNT];
    for (int i = 0; i < unsur_COUNT; i++)
        words[i] = _(dict_enum_label(ENUMSET_unsur, i));
    int likely = row->unsur_choices[0] == NONE ? 0 : (int)row->unsur_choices[0];
    ui_choose(s, ASK_UNSUR,
              arena_printf(s->arena, _("Unsur untuk %s (di berkas: %s)"), TXT(row->p.name ? row->p.name : row->p.invited_as),
                           row->raw_unsur && *row->raw_unsur ? row->raw_unsur : "-"),
              words, unsur_COUNT, likely, answered);
}

/* Asks the first open question of a row; the next one comes when this is answered and Enter is pressed again. */
static void ask(struct screen *s, const struct people_row *row)
{
    of(s)->target = row->line;
    if (row->asks & PEOPLE_ASK_UNSUR)
        ask_unsur(s, row);
    else if (row->asks & PEOPLE_ASK_PERSON)
        ui_confirm(s, ASK_PERSON, arena_printf(s->arena, _("%s datang untuk %s?"), TXT(row->proposed_name), TXT(row->p.invited_as)),
                   _("Ya, catat"), answered);
    else if (row->asks & PEOPLE_ASK_DUPLICATE)
        ui_confirm(s, ASK_DUPLICATE, arena_printf(s->arena, _("%s tampaknya sudah ada. Tambahkan sebagai orang lain?"), TXT(row->p.name)),
                   _("Orang lain"), answered);
    else if (row->asks & PEOPLE_ASK_DIFFERS)
        ui_confirm(s, ASK_DIFFERS, arena_printf(s->arena, _("Berkas berbeda dari yang tersimpan (%s). Pakai yang di berkas?"), TXT(row->differs)),
                   _("Pakai berkas"), answered);
    else
        ui_say(s->ui, STYLE_NORMAL, "%s",
               row->asks                        ? _("Tanyakan kepada orangnya; isian dapat dilengkapi nanti.")
               : find_answer(of(s), row->line) ? _("Baris ini sudah dijawab; x menghapus jawabannya.")
                                                : _("Baris ini tidak memerlukan jawaban."));
}

static void withdraw(struct screen *s, const struct people_row *row)
{
    struct import *m = of(s);
    struct people_answer *x = find_answer(m, row->line);
    if (!x)
        return;
    *x = m->answers[--m->n_answers];
    screen_stale(s);
}

static void apply(struct screen *s)
{
    struct import *m = of(s);
    struct job *j = job_new(ui_app(s->ui), "import_participants", import_participants);
    struct import_args *x = job_args(j, sizeof *x);
    x->sheet = m->sheet;
    x->answers = m->n_answers ? (void *)arena_memdup(job_arena(j), m->answers, m->n_answers * sizeof *m->answers) : NULL;
    x->n_answers = m->n_answers;
    m->posted = job_id(j);
    ui_post(s->ui, j);
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct import *m = of(s);
    if (!r->ok)
        return;
    if (tag == ASK_APPLY) {
        apply(s);
        return;
    }
    struct people_answer *a = answer_for(m, m->target);
    if (tag == ASK_UNSUR)
        a->unsur = r->choice;
    else if (tag == ASK_PERSON)
        a->take_name = true;
    else if (tag == ASK_DUPLICATE)
        a->not_duplicate = true;
    else if (tag == ASK_DIFFERS)
        a->take_file = true;
    m->go_on = true;
    screen_stale(s);
}

/* --- opening --- */

static void path_given(struct screen *s, int tag, const struct popup_result *r)
{
    (void)tag;
    const char *path = r->ok ? ui_asked_file(r, ui_arena(s->ui)) : "";
    if (*path)
        ui_push(s->ui, &screen_import, path);
}

void import_ask(struct screen *s)
{
    static const char *const endings[] = {".csv", ".tsv", ".txt", NULL};
    ui_ask_file(s, ASK_PATH, _("Impor daftar undangan (pilih CSV, atau tulis letaknya)"), endings, path_given);
}

static enum err_code import_open(struct screen *s, const void *arg, struct err *e)
{
    struct import *m = of(s);
    m->file = arena_new();
    m->scratch = arena_new();
    m->go_on = true;
    m->table = (struct table){
        .columns = columns, .n_columns = (int)(sizeof columns / sizeof *columns), .rows = &rows, .ctx = m};
    return csv_read_file(arg, false, m->file, &m->sheet, &m->info, e);
}

static void import_close(struct screen *s)
{
    struct import *m = of(s);
    table_done(&m->table);
    free(m->answers);
    app_drain(ui_app(s->ui)); /* a posted plan still reads the sheet */
    arena_free(m->file);
    arena_free(m->scratch);
}

/* To the first row from here on that asks something the operator can answer; stays when there is none. */
static void go_to_question(struct import *m)
{
    size_t from = (size_t)m->table.list.sel;
    for (size_t i = 0; i < m->plan.n; i++) {
        size_t at = (from + i) % m->plan.n;
        if (m->plan.v[at].asks & ANSWERED_HERE) {
            table_select(&m->table, (int)at);
            return;
        }
    }
}

static enum err_code import_load(struct screen *s, struct err *e)
{
    struct import *m = of(s);
    if (import_plan(ui_app(s->ui), &m->sheet, m->answers, m->n_answers, s->arena, &m->plan, e) != ERR_NONE)
        return e->code;
    table_set(&m->table, (int)m->plan.n);
    if (m->go_on)
        go_to_question(m);
    m->go_on = false;
    return ERR_NONE;
}

/* --- picture and commands --- */

static void import_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct import *m = of(s);
    arena_reset(m->scratch);
    const char *counts =
        arena_printf(m->scratch, _("Pratinjau impor (%s): %s"), m->info.encoding, people_plan_words(&m->plan, m->scratch));
    int lines = r.h > 8 ? canvas_lines_needed(c, counts, r.w) : 1;
    canvas_put_wrapped(c, rect_take_top(&r, lines), STYLE_TITLE, counts);
    struct rect next = rect_take_top(&r, r.h > 3 ? 1 : 0);
    if (next.h > 0)
        canvas_put_cut(c, next.x, next.y, next.w, m->plan.n_open > 0 ? STYLE_WARN : STYLE_DIM,
                       m->plan.n_open > 0 ? _("Belum berubah. Enter menjawab pertanyaan, i menerapkan.")
                                          : _("Belum ada yang berubah. Tekan i untuk menerapkan."));
    /* the focused row's reason in full: the column shows only its beginning */
    struct rect why = rect_take_bottom(&r, r.h > 6 ? 2 : 0);
    int sel = m->table.list.sel;
    table_draw(&m->table, c, r, true);
    if (sel >= 0 && (size_t)sel < m->plan.n)
        canvas_put_wrapped(c, why, STYLE_ACCENT, remark(m, &m->plan.v[sel], m->scratch));
}

static bool import_event(struct screen *s, const struct event *e)
{
    struct import *m = of(s);
    struct id posted = e->kind == EVENT_STORED && e->answer->job ? job_id(e->answer->job) : ID_NONE;
    if (!id_is_none(&posted) && id_eq(&posted, &m->posted) && e->answer->err.code == ERR_NONE) {
        ui_say(s->ui, STYLE_OK, _("Daftar undangan diterapkan. Ctrl-Z mengurungkan semuanya sekaligus."));
        ui_pop(s->ui);
        return false;
    }
    return table_event(&m->table, e);
}

static void import_action(struct screen *s, int action)
{
    struct import *m = of(s);
    int sel = m->table.list.sel;
    if (action == IMPORT_APPLY && m->plan.n_open == 0)
        apply(s); /* it can be undone: nothing to ask */
    else if (action == IMPORT_APPLY)
        ui_confirm(s, ASK_APPLY,
                   arena_printf(ui_arena(s->ui), _("Terapkan sekarang? %s"), people_plan_words(&m->plan, ui_arena(s->ui))),
                   _("Terapkan"), answered);
    else if (sel < 0 || (size_t)sel >= m->plan.n)
        return;
    else if (action == IMPORT_ANSWER)
        ask(s, &m->plan.v[sel]);
    else
        withdraw(s, &m->plan.v[sel]);
}

static const char *import_why_not(struct screen *s, int action)
{
    struct import *m = of(s);
    if (ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action == IMPORT_APPLY && m->plan.n_by_action[PEOPLE_NEW] + m->plan.n_by_action[PEOPLE_CHANGE] == 0)
        return _("Tidak ada yang baru di berkas ini.");
    int sel = m->table.list.sel;
    if (action == IMPORT_WITHDRAW && ((size_t)sel >= m->plan.n || !find_answer(m, m->plan.v[sel].line)))
        return _("Baris ini belum dijawab.");
    return NULL;
}

static const struct key_row import_keys[] = {
    {K_ENTER, 0, N_("jawab"), N_("Jawab pertanyaan baris ini"), IMPORT_ANSWER, KEY_FOOTER, NULL},
    {L_IMPOR, 0, N_("impor sekarang"), N_("Terapkan: masukkan yang baru ke daftar peserta"), IMPORT_APPLY, KEY_FOOTER, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus jawaban baris ini: ditanyakan lagi"), IMPORT_WITHDRAW, 0, NULL},
    KEYS_END,
};

const struct screen_class screen_import = {
    .id = "import",
    .title = N_("Impor undangan"),
    .help = N_("Setiap baris berkas dengan apa yang akan terjadi dan alasannya. Tidak ada yang berubah sebelum Anda menekan i. "
               "Baris yang meragukan ditanyakan; tanpa jawaban isiannya dibiarkan kosong."),
    .keys = import_keys,
    .depends = BIT(participant),
    .state_size = sizeof(struct import),
    .open = import_open,
    .close = import_close,
    .load = import_load,
    .draw = import_draw,
    .event = import_event,
    .action = import_action,
    .why_not = import_why_not,
};
