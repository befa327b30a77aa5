/* The form of one row, made from the dictionary. */
#include "config.h"

#include <string.h>

#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "ui/form.h"
#include "ui/screens/records.h"

struct form_arg {
    const struct record_spec *spec;
    struct id row;
    int field;
    bool fresh;
};

struct record_form {
    const struct record_spec *spec;
    struct id row;
    struct form *form;
    bool born;        /* the row is made here ... */
    bool fresh;       /* ... with the next field that is stored: it is not there yet, or an undo took it back */
    bool undid;       /* an undo was stored since the form was opened */
    struct id adding; /* the job that makes it, until it is answered */
    int added_field;  /* what it stores */
    bool warned; /* told once that a wrong value is not stored */
};

static struct record_form *of(struct screen *s)
{
    return s->state;
}

void record_form_open(struct ui *u, const struct record_spec *spec, const struct id *row)
{
    record_form_open_at(u, spec, row, -1);
}

static struct form_arg *push_form(struct ui *u, const struct record_spec *spec, const struct id *row, int field)
{
    struct form_arg *arg = ARENA_NEW(ui_arena(u), struct form_arg);
    *arg = (struct form_arg){.spec = spec, .row = *row, .field = field};
    ui_push(u, &screen_record_form, arg);
    return arg;
}

void record_form_open_at(struct ui *u, const struct record_spec *spec, const struct id *row, int field)
{
    (void)push_form(u, spec, row, field);
}

void record_form_open_new(struct ui *u, const struct record_spec *spec, const struct id *row)
{
    push_form(u, spec, row, -1)->fresh = true;
}

static void draft(struct screen *s, int field, const char *text)
{
    ui_draft_field(s->ui, of(s)->spec->entity, field, &of(s)->row, text);
}

static struct value copy_of(struct job *j, const struct value *v)
{
    struct value copy = *v;
    if (v->p)
        copy.p = arena_memdup(job_arena(j), v->p, v->n);
    return copy;
}

/* The row comes with its first field. */
static struct job *add_job(struct screen *s, int field, const struct value *v)
{
    struct record_form *f = of(s);
    struct job *j;
    struct add_row_args *x = add_row_job(ui_app(s->ui), f->spec->entity, &j);
    struct value own = copy_of(j, v);
    x->row = f->row;
    record_set(x->record, f->spec->entity, field, &own);
    f->fresh = false;
    f->adding = job_id(j);
    f->added_field = field;
    return j;
}

static struct job *set_job(struct screen *s, int index, const struct value *v)
{
    struct record_form *f = of(s);
    struct job *j;
    struct set_field_args *x = set_field_job(ui_app(s->ui), &j);
    x->entity = f->spec->entity;
    x->row = f->row;
    x->field = form_field(f->form, index);
    x->value = copy_of(j, v);
    x->has_seen = true;
    x->seen = copy_of(j, form_seen(f->form, index));
    return j;
}

/* A changed field goes to the keeper by itself. */
static void store(void *ctx, int index, const struct value *v)
{
    struct screen *s = ctx;
    struct record_form *f = of(s);
    int field = form_field(f->form, index);
    if (f->fresh && v->type == VALUE_NULL)
        return; /* nothing is there and nothing was given */
    ui_post(s->ui, f->fresh ? add_job(s, field, v) : set_job(s, index, v));
    draft(s, field, NULL);
    if (ui_read_only(s->ui))
        screen_stale(s); /* what stands in the file comes back */
}

static void add_fields(struct record_form *f, const struct dossier *d, struct arena *a)
{
    const struct record_spec *spec = f->spec;
    int heading = 0;
    for (const int *field = spec->fields; *field != RECORD_FIELDS_END; field++) {
        const char **labels;
        struct id *ids;
        if (*field == RECORD_HEADING) {
            form_add_heading(f->form, spec->headings[heading++]);
        } else if (dict_field(spec->entity, *field)->type == TYPE_REF) {
            int n = spec->choices(d, *field, a, &labels, &ids);
            form_add_ref(f->form, spec->entity, *field, labels, ids, n);
        } else {
            form_add(f->form, spec->entity, *field);
        }
    }
}

static enum err_code form_screen_open(struct screen *s, const void *arg, struct err *e)
{
    struct record_form *f = of(s);
    const struct form_arg *x = arg;
    struct dossier *d;
    struct arena *a = arena_new();
    f->spec = x->spec;
    f->row = x->row;
    f->born = f->fresh = x->fresh;
    enum err_code code = read_frame(ui_app(s->ui), a, &d, e);
    if (code == ERR_NONE) {
        f->form = form_new(ui_today(s->ui));
        form_set_zone(f->form, ui_zone(s->ui));
        add_fields(f, d, a);
        int at = form_index(f->form, f->spec->entity, x->field);
        if (at >= 0)
            form_set_focus(f->form, at);
        form_on_store(f->form, store, NULL, s);
    }
    arena_free(a);
    return code;
}

static void form_screen_close(struct screen *s)
{
    form_free(of(s)->form);
}

static bool is_deleted(enum entity_kind k, const void *record)
{
    char scratch[DATE_TEXT];
    return record_get(record, k, dict_entity(k)->n_fields - 1, scratch).type != VALUE_NULL;
}

static enum err_code form_screen_load(struct screen *s, struct err *e)
{
    struct record_form *f = of(s);
    void *record = arena_alloc(s->arena, dict_entity(f->spec->entity)->size);
    if (!id_is_none(&f->adding))
        return ERR_NONE; /* what was just written is shown */
    enum err_code code = read_row(ui_app(s->ui), f->spec->entity, &f->row, s->arena, record, e);
    bool undone = f->undid && code == ERR_NONE && is_deleted(f->spec->entity, record);
    if (f->born && (code == ERR_NOTFOUND || undone)) {
        err_clear(e);
        code = ERR_NONE;
        f->fresh = true;
        record_init(record, f->spec->entity);
    } else {
        f->fresh = false;
    }
    if (code == ERR_NONE)
        form_load(f->form, f->spec->entity, record);
    return code;
}

static void form_screen_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct record_form *f = of(s);
    struct rect head = rect_take_top(&r, r.h > 3 ? 2 : 0);
    canvas_put_cut(c, head.x, head.y, head.w, STYLE_TITLE, _(f->spec->one));
    form_draw(f->form, c, r, true);
}

/* The words are a draft again, unless the field is being written anew; what was chosen needs none. */
static void keep_typed(struct screen *s, const struct set_field_args *x, int index)
{
    struct record_form *f = of(s);
    bool writing = index == form_focus(f->form) && form_unstored(f->form);
    if (!writing && x->value.type == VALUE_TEXT && dict_field(x->entity, x->field)->type == TYPE_TEXT)
        draft(s, x->field, x->value.p);
}

/* Somebody else has written into the field since it was seen here. False: not that, the row is gone. */
static bool rival(struct screen *s, struct answer *a, int index)
{
    struct record_form *f = of(s);
    const struct set_field_args *x = job_given(a->job);
    struct arena *scratch = arena_new();
    void *record = arena_alloc(scratch, dict_entity(x->entity)->size);
    char text[DATE_TEXT];
    struct value now = x->seen;
    struct err unread;
    if (read_row(ui_app(s->ui), x->entity, &f->row, scratch, record, &unread) == ERR_NONE)
        now = record_get(record, x->entity, x->field, text);
    bool other = !value_eq(&now, &x->seen);
    if (other) {
        keep_typed(s, x, index);
        form_rival(f->form, index, &x->value, &now, a->err.text);
        ui_say(s->ui, STYLE_WARN, "%s", a->err.text);
        job_free(a->job);
        a->job = NULL; /* said here */
    }
    arena_free(scratch);
    return other;
}

/* The job that makes the row: a refused one leaves it to the next field, the first one is shown as not stored. */
static void added(struct screen *s, const struct answer *a)
{
    struct record_form *f = of(s);
    struct id job = a->job ? job_id(a->job) : ID_NONE;
    if (id_is_none(&f->adding) || !id_eq(&job, &f->adding) || (a->err.code != ERR_NONE && !ui_refused(a)))
        return;
    f->adding = ID_NONE;
    screen_stale(s);
    if (a->err.code == ERR_NONE)
        return;
    const struct add_row_args *x = job_given(a->job);
    char scratch[DATE_TEXT];
    struct value v = record_get(x->record, f->spec->entity, f->added_field, scratch);
    int index = form_index(f->form, f->spec->entity, f->added_field);
    f->fresh = true;
    form_refused(f->form, index, &v, a->err.text);
}

/* A field that was refused (locked text, a rule, another writer) says so where it stands. */
static void answered(struct screen *s, struct answer *a)
{
    struct record_form *f = of(s);
    if (!a->job || !ui_refused(a) || strcmp(a->action, "set_field") != 0)
        return;
    const struct set_field_args *x = job_given(a->job);
    int index = x->entity == f->spec->entity && id_eq(&x->row, &f->row) ? form_index(f->form, x->entity, x->field) : -1;
    if (index >= 0 && !(a->err.code == ERR_CONFLICT && rival(s, a, index)))
        form_refused(f->form, index, &x->value, a->err.text);
}

static bool form_screen_event(struct screen *s, const struct event *e)
{
    struct record_form *f = of(s);
    if (e->kind == EVENT_STORED) {
        const struct answer *a = e->answer;
        f->undid = f->undid || (a->job && a->err.code == ERR_NONE && strcmp(a->action, "undo") == 0);
        added(s, a);
        answered(s, e->answer); /* may take the job */
    }
    if (e->kind == EVENT_KEY && e->key == K_ESC && form_take_rival(f->form)) {
        draft(s, form_field(f->form, form_focus(f->form)), NULL);
        return true;
    }
    bool used = form_event(f->form, e);
    if (e->kind == EVENT_TEXT || e->kind == EVENT_PASTE || e->kind == EVENT_KEY) {
        const char *typed = form_unstored(f->form);
        if (typed)
            draft(s, form_field(f->form, form_focus(f->form)), typed);
        f->warned = f->warned && !used;
    }
    return used;
}

static bool form_screen_writing(struct screen *s)
{
    return form_writing(of(s)->form);
}

static bool form_screen_leave(struct screen *s)
{
    struct record_form *f = of(s);
    bool stored = form_flush(f->form);
    int open = form_any_unstored(f->form);
    if ((stored && open < 0) || f->warned)
        return true;
    if (stored)
        form_set_focus(f->form, open);
    f->warned = true;
    ui_say(s->ui, STYLE_WARN, "%s", _("Isian ini tidak tersimpan, sebabnya ada di bawahnya. Sekali lagi: tinggalkan, yang lama tetap."));
    return false;
}

static const struct key_row form_keys[] = {
    {K_DOWN, K_TAB, N_("isian berikut"), N_("Ke isian berikutnya; yang ditulis langsung tersimpan"), 1, KEY_FOOTER, NULL},
    {K_UP, K_BACKTAB, N_("isian sebelum"), N_("Ke isian sebelumnya"), 2, KEY_FOOTER, NULL},
    {K_RIGHT, K_LEFT, N_("ganti pilihan"), N_("Mengganti pilihan pada isian yang berupa daftar"), 3, KEY_FOOTER | KEY_ROWS,
     NULL},
    KEYS_END,
};

/* Every event of a row's own keys reached the form first; what comes here has nowhere to go. */
static void form_screen_action(struct screen *s, int action)
{
    if (action == 1 && form_flush(of(s)->form) && form_any_unstored(of(s)->form) < 0)
        ui_say(s->ui, STYLE_NORMAL, _("Ini isian terakhir. Esc kembali; semua sudah tersimpan."));
}

const struct screen_class screen_record_form = {
    .id = "record_form",
    .title = N_("Isian"),
    .help = N_("Setiap isian tersimpan sendiri begitu Anda pindah ke isian lain. Tidak ada tombol simpan. Ctrl-Z "
               "mengurungkan, Esc kembali."),
    .keys = form_keys,
    .depends = ~0u,
    .state_size = sizeof(struct record_form),
    .open = form_screen_open,
    .close = form_screen_close,
    .load = form_screen_load,
    .draw = form_screen_draw,
    .event = form_screen_event,
    .action = form_screen_action,
    .writing = form_screen_writing,
    .leave = form_screen_leave,
};
