/* The agreements of the session: the place of F5. */
#include "config.h"

#include "app/agree.h"
#include "app/draft_agreement.h"
#include "app/read.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/due.h"
#include "model/gate.h"
#include "ui/screens/agreement.h"
#include "ui/table.h"

struct mufakat {
    struct table table;
    struct id fresh; /* a draft just made: it opens when it is stored */
    struct id group; /* of the aklamasi whose words are said when it is stored */
    struct dossier *d;
    struct arena *scratch;
};

enum {
    MUFAKAT_OPEN = 1,
    MUFAKAT_ADD,
    MUFAKAT_ACCLAIM,
    MUFAKAT_READ,
    MUFAKAT_DELETE,
    MUFAKAT_RESPONSIBLE
};

static struct mufakat *of(struct screen *s)
{
    return s->state;
}

static const struct agreement *at(const struct mufakat *m, int i)
{
    return i >= 0 && (size_t)i < m->d->agreement.n ? &m->d->agreement.v[i] : NULL;
}

/* --- the table --- */

enum { C_NUMBER, C_WORDING, C_RESPONSIBLE, C_DUE, C_STANCE, C_STATUS };

static const struct column columns[] = {{N_("No"), 2, 0, 0, true},
                                        {N_("Kesepakatan"), 24, 3, 0, false},
                                        {N_("Penanggung jawab"), 16, 1, 90, false},
                                        {N_("Batas"), 11, 0, 70, false},
                                        {N_("Sikap"), 14, 1, 110, false},
                                        {N_("Status"), 22, 0, 0, false}};

static const char *wording(const struct agreement *g)
{
    return *agreement_wording(g) ? agreement_wording(g) : _("(belum ada rumusan)");
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    struct mufakat *m = ctx;
    const struct agreement *g = at(m, row);
    if (!g)
        return NULL;
    switch (column) {
    case C_NUMBER:
        return g->number == NONE ? NULL : arena_printf(a, "%lld", (long long)g->number);
    case C_WORDING:
        return IS_SET(g->from_paper) ? arena_printf(a, _("[kertas] %s"), wording(g)) : wording(g);
    case C_RESPONSIBLE:
        return g->responsible ? g->responsible : "—";
    case C_DUE:
        return agreement_short_date(due_original(g, dossier_session(m->d)->date), a);
    case C_STANCE:
        return agreement_stance_words(m->d, g, NONE, a);
    default:
        return agreement_status_words(g, style);
    }
}

static struct id row_id(void *ctx, int row)
{
    const struct agreement *g = at(ctx, row);
    return g ? g->id : ID_NONE;
}

static const struct table_rows rows = {.cell = cell, .id = row_id};

/* --- life --- */

static enum err_code mufakat_open(struct screen *s, const void *arg, struct err *e)
{
    struct mufakat *m = of(s);
    (void)arg;
    (void)e;
    m->scratch = arena_new();
    m->table = (struct table){.columns = columns,
                              .n_columns = (int)(sizeof columns / sizeof *columns),
                              .rows = &rows,
                              .ctx = m};
    return ERR_NONE;
}

static void mufakat_close(struct screen *s)
{
    table_done(&of(s)->table);
    arena_free(of(s)->scratch);
}

static enum err_code mufakat_load(struct screen *s, struct err *e)
{
    struct mufakat *m = of(s);
    if (read_frame(ui_app(s->ui), s->arena, &m->d, e) != ERR_NONE)
        return e->code;
    table_set(&m->table, (int)m->d->agreement.n);
    return ERR_NONE;
}

/* --- the picture --- */

/* "6 kesepakatan: 5 mufakat, 1 mufakat dengan catatan; 1 keberatan" */
static const char *summary(struct mufakat *m)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, _("%zu kesepakatan"), m->d->agreement.n);
    const char *before = ": ";
    for (int64_t status = -1; status < agreement_status_COUNT; status++) {
        int64_t n = 0, wanted = status < 0 ? NONE : status;
        for (size_t i = 0; i < m->d->agreement.n; i++)
            n += m->d->agreement.v[i].status == wanted;
        if (n == 0)
            continue;
        const struct agreement sample = {.status = wanted};
        enum style style;
        buf_printf(&b, "%s%lld %s", before, (long long)n,
                   text_fold(m->scratch, agreement_status_words(&sample, &style)));
        before = ", ";
    }
    if (m->d->objection.n > 0)
        buf_printf(&b, _("; %zu keberatan"), m->d->objection.n);
    const char *words = arena_strdup(m->scratch, buf_str(&b));
    buf_done(&b);
    return words;
}

/* What the selected agreement lacks, or when it was agreed. */
static void draw_selected(struct mufakat *m, struct canvas *c, struct rect r)
{
    const struct agreement *g = at(m, m->table.list.sel);
    if (!g)
        return;
    const char *lacks = gate_agreement_lacks(g, m->scratch);
    const char *agreed = agreement_agreed_words(m->d, g, m->scratch);
    if (lacks)
        canvas_put_cut(c, r.x, r.y, r.w, STYLE_WARN,
                       arena_printf(m->scratch, _("Kesepakatan %lld: belum ada %s"),
                                    (long long)g->number, lacks));
    else if (*agreed)
        canvas_put_cut(
            c, r.x, r.y, r.w, STYLE_DIM,
            arena_printf(m->scratch, _("Kesepakatan %lld %s"), (long long)g->number, agreed));
}

/* Lines for the whole wording below the list, where they are free; as many for every row, so that the list stands still. */
static int wording_lines(const struct mufakat *m, struct canvas *c, struct rect r)
{
    int most = 0, spare = r.h - 2 - ((int)m->d->agreement.n + 1);
    for (size_t i = 0; i < m->d->agreement.n; i++) {
        int lines = canvas_lines_needed(c, agreement_wording(&m->d->agreement.v[i]), r.w);
        most = lines > most ? lines : most;
    }
    return most > spare ? (spare > 0 ? spare : 0) : most;
}

static void mufakat_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct mufakat *m = of(s);
    arena_reset(m->scratch);
    struct rect head = rect_take_top(&r, r.h > 3 ? 2 : 0);
    int used = canvas_put(c, head.x, head.y, STYLE_TITLE, _("MUFAKAT"));
    canvas_put_right(c, head.x + used + 1, head.y, head.w - used - 1, STYLE_DIM, summary(m));
    if (m->d->agreement.n == 0) {
        canvas_put_wrapped(
            c, r, STYLE_DIM,
            _("Belum ada kesepakatan. Di F3 Dialog: tandai catatan dengan m, lalu d membuat draf "
              "kesepakatan. Atau tekan n untuk menulis yang baru."));
        return;
    }
    int lines = wording_lines(m, c, r);
    struct rect foot = rect_take_bottom(&r, r.h > 4 ? 2 + lines : 0);
    canvas_hline(c, foot.x, foot.y, foot.h ? foot.w : 0, STYLE_RULE);
    rect_take_top(&foot, 1);
    struct rect wording = rect_take_top(&foot, foot.h > lines ? lines : 0);
    const struct agreement *g = at(m, m->table.list.sel);
    canvas_put_wrapped(c, wording, STYLE_NORMAL, g ? agreement_wording(g) : "");
    if (foot.h > 0)
        draw_selected(m, c, foot);
    table_draw(&m->table, c, r, true);
}

/* --- events --- */

static void stored(struct screen *s, const struct answer *answer)
{
    struct mufakat *m = of(s);
    if (!answer->job || answer->err.code != ERR_NONE)
        return;
    struct id group = job_id(answer->job);
    if (!id_is_none(&m->fresh) && id_eq(&group, &m->group)) {
        struct id fresh = m->fresh;
        m->fresh = ID_NONE;
        list_follow(&m->table.list, &fresh);
        agreement_open(s->ui, &fresh);
    } else if (id_eq(&group, &m->group)) {
        const struct acclaim_args *x = job_given(answer->job);
        ui_say(s->ui, STYLE_OK, _("Disetujui forum: %lld hadir, %lld unsur. Ctrl-Z mengurungkan."),
               (long long)x->ret_present, (long long)x->ret_unsur);
    }
}

static bool mufakat_event(struct screen *s, const struct event *e)
{
    if (e->kind == EVENT_STORED) {
        stored(s, e->answer);
        return false;
    }
    return of(s)->d && table_event(&of(s)->table, e);
}

static void add(struct screen *s)
{
    struct mufakat *m = of(s);
    struct job *j;
    struct draft_agreement_args *x = draft_agreement_job(ui_app(s->ui), &j);
    m->fresh = x->row;
    m->group = job_id(j);
    ui_post(s->ui, j);
}

static void acclaim(struct screen *s, const struct agreement *g)
{
    struct job *j;
    struct acclaim_args *x = acclaim_job(ui_app(s->ui), &j);
    x->agreement = g->id;
    of(s)->group = job_id(j);
    of(s)->fresh = ID_NONE;
    ui_post(s->ui, j);
}

static void delete_agreement(struct screen *s, const struct agreement *g)
{
    struct job *j;
    struct delete_row_args *x = delete_row_job(ui_app(s->ui), &j);
    x->entity = ENTITY_agreement;
    x->row = g->id;
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_NORMAL, _("Kesepakatan %lld dihapus. Ctrl-Z mengembalikannya."),
           (long long)g->number);
}

static void mufakat_action(struct screen *s, int action)
{
    struct mufakat *m = of(s);
    const struct agreement *g = at(m, m->table.list.sel);
    if (action == MUFAKAT_ADD)
        add(s);
    else if (!g)
        return;
    else if (action == MUFAKAT_OPEN)
        agreement_open(s->ui, &g->id);
    else if (action == MUFAKAT_ACCLAIM)
        acclaim(s, g);
    else if (action == MUFAKAT_READ)
        read_aloud_open(s->ui, &g->id);
    else if (action == MUFAKAT_RESPONSIBLE)
        record_form_open(s->ui, &spec_agreement, &g->id);
    else if (action == MUFAKAT_DELETE)
        delete_agreement(s, g);
}

static const char *mufakat_why_not(struct screen *s, int action)
{
    bool writes = action != MUFAKAT_OPEN && action != MUFAKAT_READ;
    if (writes && ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action != MUFAKAT_ADD && of(s)->d->agreement.n == 0)
        return _("Belum ada kesepakatan. Tekan n untuk membuat yang pertama, atau di F3 tandai catatan dengan m, lalu d.");
    const struct agreement *g = at(of(s), of(s)->table.list.sel);
    if (action == MUFAKAT_ACCLAIM && g && !*TXT(g->recommendation))
        return _("Rumusannya belum ditulis: Enter membukanya, y menulisnya.");
    return NULL;
}

static const struct key_row mufakat_keys[] = {
    {K_ENTER, 0, N_("buka"), N_("Buka kesepakatan: sikap tiap unsur, keberatan, isian"),
     MUFAKAT_OPEN, KEY_FOOTER, NULL},
    {L_TAMBAH, K_INS, N_("tambah"), N_("Buat kesepakatan baru"), MUFAKAT_ADD, KEY_FOOTER, NULL},
    {L_AKLAMASI, 0, N_("aklamasi"), N_("Forum setuju dan tidak ada yang keberatan"),
     MUFAKAT_ACCLAIM, KEY_FOOTER, NULL},
    {L_BACAKAN, 0, N_("bacakan"), N_("Bacakan dengan huruf besar mulai dari kesepakatan ini"),
     MUFAKAT_READ, KEY_FOOTER, NULL},
    {L_UBAH, 0, N_("ubah isian"), N_("Ubah masalah, rumusan, penanggung jawab, batas waktu"),
     MUFAKAT_RESPONSIBLE, KEY_FOOTER, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus kesepakatan ini (dapat diurungkan)"), MUFAKAT_DELETE, 0,
     NULL},
    KEYS_END,
};

const struct screen_class screen_mufakat = {
    .id = "mufakat",
    .title = N_("Mufakat"),
    .help = N_("Daftar kesepakatan. Enter membuka satu kesepakatan: di sana sikap tiap unsur "
               "dicatat. Tekan a bila forum "
               "setuju dan tidak ada yang keberatan; orang yang sudah menyatakan keberatan tetap "
               "tercatat."),
    .place = PLACE_MUFAKAT,
    .keys = mufakat_keys,
    .depends = BIT(session) | BIT(agreement) | BIT(position) | BIT(objection) | BIT(participant),
    .state_size = sizeof(struct mufakat),
    .open = mufakat_open,
    .close = mufakat_close,
    .load = mufakat_load,
    .draw = mufakat_draw,
    .event = mufakat_event,
    .action = mufakat_action,
    .why_not = mufakat_why_not,
};
