#include "config.h"

#include <stdlib.h>

#include "app/read.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "ui/screens/records.h"
#include "ui/table.h"

struct records {
    const struct record_spec *spec;
    struct table table;
    struct column *columns;
    struct dossier *d;
    const char *rows; /* array of the entity's struct */
    size_t n;
    struct id fresh; /* a row whose form was opened and that is not among the rows yet */
};

enum { RECORDS_ADD = 1, RECORDS_EDIT, RECORDS_DELETE, RECORDS_UP, RECORDS_DOWN };

static struct records *of(struct screen *s)
{
    return s->state;
}

static const void *row_at(const struct records *r, int i)
{
    return r->rows + (size_t)i * dict_entity(r->spec->entity)->size;
}

/* Every record begins with its id. */
static struct id row_id(void *ctx, int i)
{
    const struct id *id = row_at(ctx, i);
    return *id;
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    const struct records *r = ctx;
    if (r->spec->numbered && column == 0)
        return arena_printf(a, "%d", row + 1);
    return r->spec->cell(r->d, row_at(r, row), column, a, style);
}

static const struct table_rows table_rows = {.cell = cell, .id = row_id};

void records_open(struct ui *u, const struct record_spec *spec)
{
    ui_push(u, &screen_records, spec);
}

static enum err_code records_screen_open(struct screen *s, const void *arg, struct err *e)
{
    struct records *r = of(s);
    (void)e;
    r->spec = arg;
    r->columns = mem_zalloc(sizeof *r->columns * (size_t)r->spec->n_columns);
    for (int i = 0; i < r->spec->n_columns; i++) {
        const struct record_column *c = &r->spec->columns[i];
        r->columns[i] = (struct column){c->title, c->width, c->share, c->fold, c->right};
    }
    r->table = (struct table){.columns = r->columns, .n_columns = r->spec->n_columns, .rows = &table_rows, .ctx = r};
    return ERR_NONE;
}

static void records_screen_close(struct screen *s)
{
    table_done(&of(s)->table);
    free(of(s)->columns);
}

static void delete_row(struct screen *s, const struct id *row)
{
    struct job *j;
    struct delete_row_args *x = delete_row_job(ui_app(s->ui), &j);
    x->entity = of(s)->spec->entity;
    x->row = *row;
    ui_post(s->ui, j);
}

/* The row that was added is selected once it is stored: it is with the first thing that is written into its form. */
static void select_fresh(struct records *r)
{
    for (int i = 0; !id_is_none(&r->fresh) && (size_t)i < r->n; i++) {
        struct id row = row_id(r, i);
        if (!id_eq(&row, &r->fresh))
            continue;
        list_follow(&r->table.list, &row);
        r->fresh = ID_NONE;
    }
}

static enum err_code records_screen_load(struct screen *s, struct err *e)
{
    struct records *r = of(s);
    struct app *a = ui_app(s->ui);
    void *rows;
    if (read_frame(a, s->arena, &r->d, e) != ERR_NONE ||
        read_rows(a, r->spec->entity, s->arena, &rows, &r->n, e) != ERR_NONE)
        return e->code;
    r->rows = rows;
    select_fresh(r);
    table_set(&r->table, (int)r->n);
    return ERR_NONE;
}

static void records_screen_draw(struct screen *s, struct canvas *c, struct rect area)
{
    struct records *r = of(s);
    struct rect head = rect_take_top(&area, area.h > 3 ? 2 : 0);
    canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE, _(r->spec->title));
    if (r->n == 0)
        canvas_put_wrapped(c, area, STYLE_DIM, _(r->spec->empty));
    else
        table_draw(&r->table, c, area, true);
}

static bool records_screen_event(struct screen *s, const struct event *e)
{
    return table_event(&of(s)->table, e);
}

/* --- commands --- */

static void add_row(struct screen *s)
{
    struct records *r = of(s);
    r->fresh = id_new(ui_now(s->ui));
    record_form_open_new(s->ui, r->spec, &r->fresh);
}

static void move_row(struct screen *s, const struct id *row, int to)
{
    struct job *j;
    struct move_row_args *x = move_row_job(ui_app(s->ui), &j);
    x->entity = of(s)->spec->entity;
    x->row = *row;
    x->to = to;
    ui_post(s->ui, j);
}

static void records_screen_action(struct screen *s, int action)
{
    struct records *r = of(s);
    if (action == RECORDS_ADD) {
        add_row(s);
        return;
    }
    int sel = r->table.list.sel;
    if (sel < 0 || (size_t)sel >= r->n)
        return;
    struct id row = row_id(r, sel);
    switch (action) {
    case RECORDS_EDIT:
        record_form_open(s->ui, r->spec, &row);
        break;
    case RECORDS_DELETE:
        delete_row(s, &row);
        ui_say(s->ui, STYLE_NORMAL, _("Dihapus. Ctrl-Z mengembalikannya."));
        break;
    case RECORDS_UP:
        move_row(s, &row, sel - 1);
        break;
    case RECORDS_DOWN:
        move_row(s, &row, sel + 1);
        break;
    }
}

static const char *records_screen_why_not(struct screen *s, int action)
{
    struct records *r = of(s);
    if (ui_read_only(s->ui))
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action != RECORDS_ADD && r->n == 0)
        return _("Daftar ini masih kosong.");
    if ((action == RECORDS_UP || action == RECORDS_DOWN) && !r->spec->movable)
        return _("Urutan daftar ini mengikuti nomornya.");
    if (action == RECORDS_UP && r->table.list.sel == 0)
        return _("Ini sudah baris pertama.");
    if (action == RECORDS_DOWN && (size_t)r->table.list.sel + 1 >= r->n)
        return _("Ini sudah baris terakhir.");
    return NULL;
}

static const struct key_row records_keys[] = {
    {L_UBAH, K_ENTER, N_("ubah"), N_("Buka isian baris ini"), RECORDS_EDIT, KEY_FOOTER, NULL},
    {L_TAMBAH, K_INS, N_("tambah"), N_("Tambah baris baru"), RECORDS_ADD, KEY_FOOTER, NULL},
    {L_HAPUS, K_DEL, N_("hapus"), N_("Hapus baris ini (dapat diurungkan)"), RECORDS_DELETE, KEY_FOOTER, NULL},
    {K_CTRL_UP, K_SHIFT_UP, N_("naikkan"), N_("Pindahkan baris ini ke atas"), RECORDS_UP, KEY_FOOTER, NULL},
    {K_CTRL_DOWN, K_SHIFT_DOWN, N_("turunkan"), N_("Pindahkan baris ini ke bawah"), RECORDS_DOWN, 0, NULL},
    KEYS_END,
};

const struct screen_class screen_records = {
    .id = "records",
    .title = N_("Daftar"),
    .help = N_("Pilih baris dengan panah, Enter membuka isiannya, n menambah, x menghapus. Semua perubahan langsung "
               "tersimpan dan dapat diurungkan dengan Ctrl-Z."),
    .keys = records_keys,
    .depends = ~0u,
    .state_size = sizeof(struct records),
    .open = records_screen_open,
    .close = records_screen_close,
    .load = records_screen_load,
    .draw = records_screen_draw,
    .event = records_screen_event,
    .action = records_screen_action,
    .why_not = records_screen_why_not,
};
