#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/coverage_line.h"
#include "ui/screens/people_private.h"

/* --- the list --- */

static const struct column columns[] = {{N_("No"), 3, 0, 0, true},
                                        {N_("Nama"), 18, 3, 0, false},
                                        {N_("Instansi/organisasi"), 14, 2, 70, false},
                                        {N_("Unsur"), 12, 1, 60, false},
                                        {N_("L/P"), 3, 0, 76, false},
                                        {N_("Kehadiran"), 14, 0, 0, false}};

static const char *name_of(const struct participant *p, struct arena *a)
{
    if (!p->name)
        return arena_printf(a, _("%s (nama menyusul)"), TXT(p->invited_as));
    if (p->role != ROLE_PESERTA && p->role != NONE)
        return arena_printf(a, "%s [%s]", p->name, _(dict_enum_label(ENUMSET_role, p->role)));
    return p->name;
}

static const char *attendance_of(const struct people *p, const struct participant *x, struct arena *a,
                                 enum style *style)
{
    char at[DATE_TEXT];
    const char *words = _(dict_enum_label(ENUMSET_attendance, x->attendance == NONE ? ATTENDANCE_BELUM : x->attendance));
    if (x->attendance != ATTENDANCE_HADIR)
        return words;
    *style = STYLE_OK;
    if (IS_SET(x->from_paper) && x->arrived_at != NONE)
        return arena_printf(a, _("✓ %s kertas"), stamp_clock(x->arrived_at, dossier_zone(p->d), at));
    return x->arrived_at == NONE ? arena_printf(a, "✓ %s", words)
                                 : arena_printf(a, "✓ %s", stamp_clock(x->arrived_at, dossier_zone(p->d), at));
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct people *p = ctx;
    const struct participant *x = p->shown[row];
    switch (column) {
    case 0:
        return x->number == NONE ? NULL : arena_printf(a, "%lld", (long long)x->number);
    case 1:
        return name_of(x, a);
    case 2:
        return x->organization;
    case 3:
        if (x->unsur == NONE && x->role == ROLE_PESERTA) {
            *style = STYLE_WARN;
            return _("unsur?");
        }
        return x->unsur == NONE ? NULL : _(dict_enum_label(ENUMSET_unsur, x->unsur));
    case 4:
        return x->sex == NONE ? NULL : dict_enum_label(ENUMSET_sex, x->sex);
    default:
        return attendance_of(p, x, a, style);
    }
}

static struct id row_id(void *ctx, int row)
{
    return ((struct people *)ctx)->shown[row]->id;
}

static const struct table_rows rows = {.cell = cell, .id = row_id};

/* Those whom the typed letters fit, best first; everybody while fewer than two letters are typed. */
static void show(struct screen *s)
{
    struct people *p = people_of(s);
    const char *typed = text_field_text(&p->find);
    size_t n = p->d->participant.n;
    p->shown = ARENA_ARRAY(s->arena, const struct participant *, n + 1);
    p->n_shown = 0;
    if (strlen(typed) >= 2 || (typed[0] >= '0' && typed[0] <= '9')) {
        struct match_hits hits = match_find(p->match, typed, s->arena);
        for (size_t i = 0; i < hits.n; i++)
            p->shown[p->n_shown++] = hits.v[i].person;
    } else {
        for (size_t i = 0; i < n; i++)
            p->shown[p->n_shown++] = &p->d->participant.v[i];
    }
    table_set(&p->table, p->n_shown);
}

const struct participant *people_selected(struct people *p)
{
    int i = p->table.list.sel;
    return i >= 0 && i < p->n_shown ? p->shown[i] : NULL;
}

/* --- events --- */

static bool people_event(struct screen *s, const struct event *e)
{
    struct people *p = people_of(s);
    arena_reset(p->scratch);
    if (e->kind == EVENT_STORED) {
        people_stored(s, e->answer);
        return false;
    }
    if (e->kind == EVENT_MOUSE) {
        p->in_list = !rect_has(p->find_at, e->x, e->y);
        return table_event(&p->table, e);
    }
    if (e->kind == EVENT_KEY && e->key == K_ESC && (p->in_list || !text_field_empty(&p->find))) {
        p->in_list = false;
        text_field_set(&p->find, "");
        screen_stale(s);
        return true;
    }
    if (!p->in_list && text_field_event(&p->find, e)) {
        list_follow(&p->table.list, &ID_NONE); /* Enter means the best match, not the place of the last one */
        screen_stale(s);
        return true;
    }
    if (!p->in_list && e->kind == EVENT_KEY && (e->key == K_HOME || e->key == K_END))
        return false;
    return table_event(&p->table, e);
}

static bool people_writing(struct screen *s)
{
    return !people_of(s)->in_list;
}

/* --- the picture --- */

static void people_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct people *p = people_of(s);
    arena_reset(p->scratch);
    struct rect find = rect_take_top(&r, 1), foot = rect_take_bottom(&r, r.h > 3 ? 1 : 0);
    struct rect rule = rect_take_top(&r, r.h > 4 ? 1 : 0);
    int used = canvas_put(c, find.x, find.y, p->in_list ? STYLE_DIM : STYLE_STRONG, _("Cari nama atau instansi › "));
    p->find_at = find;
    text_field_draw(&p->find, c, (struct rect){find.x + used, find.y, find.w - used, 1}, STYLE_INPUT, !p->in_list);
    if (text_field_empty(&p->find))
        canvas_put_cut(c, find.x + used + 1, find.y, find.w - used - 1, STYLE_DIM,
                       p->in_list ? _("Tab kembali ke sini") : _("dua huruf cukup, Enter = hadir"));
    canvas_hline(c, rule.x, rule.y, rule.w, STYLE_RULE);
    coverage_line_draw(c, foot, p->d->participant.v, p->d->participant.n, p->scratch);
    if (p->n_shown > 0)
        table_draw(&p->table, c, r, p->in_list);
    else
        canvas_put_wrapped(c, r, STYLE_DIM,
                           p->d->participant.n == 0
                               ? _("Belum ada peserta. Ctrl-N mencatat tamu; Tab lalu i mengimpor daftar undangan dari CSV.")
                               : _("Tidak ada yang cocok. Ctrl-N mencatatnya sebagai tamu."));
}

/* --- opening --- */

static enum err_code people_open(struct screen *s, const void *arg, struct err *e)
{
    struct people *p = people_of(s);
    (void)e;
    p->scratch = arena_new();
    p->in_list = arg != NULL;
    text_field_init(&p->find, false, 200);
    p->table = (struct table){
        .columns = columns, .n_columns = (int)(sizeof columns / sizeof *columns), .rows = &rows, .ctx = p};
    if (arg)
        list_follow(&p->table.list, arg);
    return ERR_NONE;
}

static void people_close(struct screen *s)
{
    struct people *p = people_of(s);
    text_field_done(&p->find);
    free(p->late);
    table_done(&p->table);
    arena_free(p->scratch);
}

static enum err_code people_load(struct screen *s, struct err *e)
{
    struct people *p = people_of(s);
    if (read_frame(ui_app(s->ui), s->arena, &p->d, e) != ERR_NONE)
        return e->code;
    p->match = match_new(s->arena, p->d->participant.v, p->d->participant.n);
    show(s);
    return ERR_NONE;
}

static const struct key_row people_keys[] = {
    {K_ENTER, L_HADIR, N_("hadir"), N_("Tandai hadir (sekali lagi: batal)"), PEOPLE_PRESENT, KEY_FOOTER, NULL},
    {K_CTRL('R'), L_DIWAKILI, N_("diwakili"), N_("Diwakili oleh …: tulis nama yang datang"), PEOPLE_REPRESENTED, KEY_FOOTER,
     NULL},
    {K_CTRL('N'), L_TAMBAH, N_("tambah tamu"), N_("Catat tamu yang tidak ada di daftar, satu baris"), PEOPLE_WALK_IN,
     KEY_FOOTER, NULL},
    {K_TAB, K_BACKTAB, N_("daftar"), N_("Pindah antara baris cari dan daftar"), PEOPLE_PANE, KEY_FOOTER, NULL},
    {K_CTRL('B'), 0, N_("terlambat"), N_("Catat sekaligus yang terlambat, dari nomor di kertas"), PEOPLE_LATE, 0, NULL},
    {L_UBAH, 0, N_("ubah"), N_("Buka isian orang ini"), PEOPLE_EDIT, KEY_FOOTER | KEY_ROWS, NULL},
    {0, 0, N_("Tidak hadir"), N_("Tandai tidak hadir"), PEOPLE_ABSENT, 0, NULL},
    {L_IMPOR, 0, N_("impor CSV"), N_("Impor daftar undangan dari berkas CSV"), PEOPLE_IMPORT, KEY_ROWS, NULL},
    {L_PRATINJAU, 0, N_("pratinjau/cetak daftar hadir"), N_("Daftar hadir kosong: PDF, pencetak, atau flashdisk"), PEOPLE_PRINT,
     KEY_ROWS, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus orang ini dari daftar (dapat diurungkan)"), PEOPLE_DELETE, KEY_ROWS, NULL},
    KEYS_END,
};

/* In the list Enter also takes a presence back: said before it happens. */
static const char *people_label(struct screen *s, int action)
{
    struct people *p = people_of(s);
    const struct participant *x = people_selected(p);
    bool back = action == PEOPLE_PRESENT && p->in_list && x && x->attendance == ATTENDANCE_HADIR;
    return back ? _("batal hadir") : NULL;
}

const struct screen_class screen_people = {
    .id = "people",
    .title = N_("Peserta"),
    .help = N_("Ketik dua huruf dari nama atau instansi, lalu Enter: orang itu hadir. Tab pindah ke daftar; di sana huruf "
               "adalah perintah."),
    .keys = people_keys,
    .depends = BIT(participant) | BIT(session),
    .state_size = sizeof(struct people),
    .open = people_open,
    .close = people_close,
    .load = people_load,
    .draw = people_draw,
    .event = people_event,
    .action = people_action,
    .why_not = people_why_not,
    .label = people_label,
    .about = people_about,
    .writing = people_writing,
};
