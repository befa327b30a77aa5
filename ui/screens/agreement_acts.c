/* Commands on one agreement but for those on stances. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/agree.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

static const int limit_fields[] = {agreement_F_horizon, agreement_F_duration,
                                   agreement_F_duration_unit, agreement_F_due, RECORD_FIELDS_END};
static const struct record_spec spec_limit = {
    .entity = ENTITY_agreement,
    .title = N_("Jangka dan batas waktu"),
    .one = N_("Jangka dan batas waktu: tanggal, atau lama dan satuannya"),
    .empty = "",
    .fields = limit_fields,
};

/* --- jobs --- */

static void set_text(struct screen *s, int field, const char *text)
{
    struct agreement_view *v = agreement_of(s);
    struct job *j;
    struct set_field_args *x = set_field_job(ui_app(s->ui), &j);
    x->entity = ENTITY_agreement;
    x->row = v->row;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, text);
    x->has_seen = true;
    x->seen = value_text(job_text(j, v->before));
    ui_post(s->ui, j);
}

static void set_value(struct screen *s, int field, struct value value)
{
    struct job *j;
    struct set_field_args *x = set_field_job(ui_app(s->ui), &j);
    x->entity = ENTITY_agreement;
    x->row = agreement_of(s)->row;
    x->field = field;
    x->value = value;
    if (value.type != VALUE_INT && value.p)
        x->value.p = arena_memdup(job_arena(j), value.p, value.n);
    ui_post(s->ui, j);
}

static void set_status(struct screen *s, int64_t status, const char *reason)
{
    struct job *j;
    struct set_status_args *x = set_status_job(ui_app(s->ui), &j);
    x->agreement = agreement_of(s)->row;
    x->status = status;
    x->reason = job_text(j, reason);
    ui_post(s->ui, j);
}

static void acclaim(struct screen *s)
{
    struct job *j;
    struct acclaim_args *x = acclaim_job(ui_app(s->ui), &j);
    x->agreement = agreement_of(s)->row;
    agreement_of(s)->group = job_id(j);
    ui_post(s->ui, j);
}

/* --- questions --- */

static const char *text_of(const struct agreement *g, int field)
{
    char scratch[DATE_TEXT];
    struct value v = record_get(g, ENTITY_agreement, field, scratch);
    return v.type == VALUE_TEXT ? v.p : "";
}

static void ask_text(struct screen *s, int field)
{
    struct agreement_view *v = agreement_of(s);
    const struct field *f = dict_field(ENTITY_agreement, field);
    const char *now = text_of(v->g, field);
    free(v->before);
    v->before = mem_strdup(now);
    v->field = field;
    ui_prompt(s, ASK_TEXT, _(f->label), NULL, now, (f->flags & FIELD_LINES) != 0,
              agreement_popup_done);
}

/* All values of an enum and, last, the words for "not given". */
static void ask_enum(struct screen *s, int tag, int field, int64_t now, const char *none)
{
    const struct field *f = dict_field(ENTITY_agreement, field);
    const struct enum_set *set = dict_enum((enum enum_set_id)f->arg);
    const char **words = ARENA_ARRAY(agreement_of(s)->scratch, const char *, (size_t)set->n + 1);
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    words[set->n] = none;
    agreement_of(s)->field = field;
    ui_choose(s, tag, _(f->label), words, set->n + 1, now == NONE ? 0 : (int)now,
              agreement_popup_done);
}

static void ask_issue(struct screen *s)
{
    struct agreement_view *v = agreement_of(s);
    size_t n = v->d->issue.n;
    struct pick_item *items = ARENA_ARRAY(v->scratch, struct pick_item, n + 1);
    v->choices = mem_realloc(v->choices, (n + 1) * sizeof *v->choices);
    for (size_t i = 0; i < n; i++) {
        const struct issue *u = &v->d->issue.v[i];
        v->choices[i] = u->id;
        items[i].text = arena_printf(v->scratch, "%lld %s", (long long)u->number, TXT(u->title));
        items[i].note = u->tag;
    }
    v->choices[n] = ID_NONE;
    items[n].text = _("(tanpa isu)");
    v->field = agreement_F_issue;
    ui_pick(s, ASK_CHOICE, _("Isu kesepakatan ini"), items, (int)n + 1, false,
            agreement_popup_done);
}

static void ask_reason(struct screen *s, int64_t status, int tag)
{
    agreement_of(s)->status = status;
    ui_prompt(s, tag, dict_enum_words(ENUMSET_agreement_status, status),
              _("Alasannya, dicetak di berita acara:"), agreement_of(s)->g->status_reason, true,
              agreement_popup_done);
}

static void enter_fact(struct screen *s, int field)
{
    struct agreement_view *v = agreement_of(s);
    switch (field) {
    case agreement_F_status:
        ask_enum(s, ASK_STATUS, field, v->g->status, _("belum diputuskan"));
        break;
    case agreement_F_feasibility:
        ask_enum(s, ASK_CHOICE, field, v->g->feasibility, _("belum ditanyakan"));
        break;
    case agreement_F_issue:
        ask_issue(s);
        break;
    case FACT_LIMIT:
        record_form_open(s->ui, &spec_limit, &v->row);
        break;
    case FACT_ORIGINS:
        ui_push(s->ui, &screen_origins, &v->row);
        break;
    default:
        ask_text(s, field);
    }
}

/* --- moving --- */

static void go_neighbour(struct screen *s, int step)
{
    struct agreement_view *v = agreement_of(s);
    size_t n = v->d->agreement.n, at = (size_t)(v->g - v->d->agreement.v);
    if ((step < 0 && at == 0) || (step > 0 && at + 1 >= n)) {
        ui_say(s->ui, STYLE_NORMAL, "%s",
               step < 0 ? _("Ini kesepakatan pertama.") : _("Ini kesepakatan terakhir."));
        return;
    }
    v->row = v->d->agreement.v[at + (size_t)step].id; /* unsigned wrap of -1 is what is meant */
    list_select(&v->list, 0, &agreement_list_rows, v);
    screen_stale(s);
}

static void enter(struct screen *s)
{
    const struct agreement_row *r = agreement_selected(agreement_of(s));
    if (!r)
        return;
    if (r->kind == ROW_FACT)
        enter_fact(s, r->field);
    else
        agreement_stance_enter(s, r);
}

/* --- the table of commands --- */

void agreement_action(struct screen *s, int action)
{
    struct agreement_view *v = agreement_of(s);
    switch (action) {
    case AGREEMENT_ENTER:
        enter(s);
        break;
    case AGREEMENT_COLUMN:
        v->column = v->column == COLUMN_STANCE ? COLUMN_NOTE : COLUMN_STANCE;
        break;
    case AGREEMENT_ACCLAIM:
        acclaim(s);
        break;
    case AGREEMENT_READ:
        read_aloud_open(s->ui, &v->row);
        break;
    case AGREEMENT_POSTPONE:
        ask_reason(s, STATUS_DITUNDA, ASK_POSTPONE_REASON);
        break;
    case AGREEMENT_STATUS:
        enter_fact(s, agreement_F_status);
        break;
    case AGREEMENT_WORDING:
        ask_text(s, agreement_F_recommendation);
        break;
    case AGREEMENT_WORDINGS:
        ui_push(s->ui, &screen_wordings, &v->row);
        break;
    case AGREEMENT_FORM:
        record_form_open(s->ui, &spec_agreement, &v->row);
        break;
    case AGREEMENT_ORIGINS:
        enter_fact(s, FACT_ORIGINS);
        break;
    case AGREEMENT_NEXT:
        go_neighbour(s, 1);
        break;
    case AGREEMENT_BEFORE:
        go_neighbour(s, -1);
        break;
    default:
        agreement_stance_action(s, action);
    }
}

const char *agreement_why_not(struct screen *s, int action)
{
    struct agreement_view *v = agreement_of(s);
    const struct agreement_row *r = agreement_selected(v);
    bool moves = action == AGREEMENT_COLUMN || action == AGREEMENT_READ ||
                 action == AGREEMENT_WORDINGS || action == AGREEMENT_NEXT ||
                 action == AGREEMENT_BEFORE;
    if (!v->g)
        return _("Kesepakatan ini sudah dihapus. Esc kembali ke daftar.");
    if (ui_read_only(s->ui) && !moves)
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action == AGREEMENT_ACCLAIM && !*TXT(v->g->recommendation))
        return _("Rumusannya belum ditulis: tekan y lebih dulu, lalu tanyakan kepada forum.");
    bool stance = action == AGREEMENT_AGREE || action == AGREEMENT_NOTE ||
                  action == AGREEMENT_OBJECT || action == AGREEMENT_ABSTAIN ||
                  action == AGREEMENT_TALK || action == AGREEMENT_REMOVE;
    if (stance &&
        (!r || r->kind == ROW_FACT || (r->kind == ROW_OBJECTION && action != AGREEMENT_REMOVE)))
        return _("Pilih baris unsur atau orang lebih dulu (panah atas).");
    if (stance && r->kind == ROW_UNSUR && r->present == 0 && action != AGREEMENT_REMOVE)
        return _("Belum ada yang hadir dari unsur ini. Catat kehadirannya dulu di F2 Persiapan.");
    return NULL;
}

/* --- answers of the popups --- */

static void status_chosen(struct screen *s, int choice)
{
    int64_t status = choice < agreement_status_COUNT ? choice : NONE;
    if (status == STATUS_DITUNDA || status == STATUS_TIDAK_DIAKOMODASI)
        ask_reason(s, status, ASK_STATUS_REASON);
    else
        set_status(s, status, NULL);
}

static void choice_taken(struct screen *s, int choice)
{
    struct agreement_view *v = agreement_of(s);
    if (v->field == agreement_F_issue)
        set_value(s, v->field, value_ref(&v->choices[choice]));
    else
        set_value(s, v->field,
                  value_text(dict_enum_code(ENUMSET_feasibility,
                                            choice < feasibility_COUNT ? choice : NONE)));
}

void agreement_popup_done(struct screen *s, int tag, const struct popup_result *p)
{
    if (!p->ok || !agreement_of(s)->g)
        return;
    switch (tag) {
    case ASK_STATUS:
        status_chosen(s, p->choice);
        break;
    case ASK_STATUS_REASON:
    case ASK_POSTPONE_REASON:
        set_status(s, agreement_of(s)->status, p->text);
        break;
    case ASK_TEXT:
        set_text(s, agreement_of(s)->field, p->text);
        break;
    case ASK_CHOICE:
        if (p->choice >= 0)
            choice_taken(s, p->choice);
        break;
    default:
        agreement_stance_popup(s, tag, p);
    }
}
