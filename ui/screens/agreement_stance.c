/* Commands on stances and objections: how the room says what it thinks of one agreement. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/agree.h"
#include "app/objection.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/form.h"
#include "ui/screens/agreement.h"

/* --- jobs --- */

static void post_stance(struct screen *s, int64_t unsur, const struct id *person, int64_t stance,
                        int64_t count, const char *note)
{
    struct job *j;
    struct set_stance_args *x = set_stance_job(ui_app(s->ui), &j);
    x->agreement = agreement_of(s)->row;
    x->unsur = unsur;
    x->participant = *person;
    x->stance = stance;
    x->count = count;
    x->note = job_text(j, note);
    ui_post(s->ui, j);
}

/* Head count of an unsur (people with a line of their own are not in it); NULL when there is none.
 */
static const struct position *head_count(const struct agreement_view *v, int64_t unsur,
                                         int64_t stance)
{
    for (size_t i = 0; i < v->d->position.n; i++) {
        const struct position *p = &v->d->position.v[i];
        if (id_eq(&p->agreement, &v->row) && id_is_none(&p->participant) && p->unsur == unsur &&
            p->stance == stance)
            return p;
    }
    return NULL;
}

static int64_t count_of(const struct position *p)
{
    return !p || p->count == NONE ? 0 : p->count;
}

static void one_more(struct screen *s, int64_t unsur, int64_t stance, const char *note)
{
    struct agreement_view *v = agreement_of(s);
    const struct position *p = head_count(v, unsur, stance);
    if (p && p->note && note && *note)
        note = arena_printf(v->scratch, "%s; %s", p->note, note);
    post_stance(s, unsur, &ID_NONE, stance, count_of(p) + 1, note && *note ? note : NULL);
}

/* --- hands of an unsur, as words --- */

static void ask_counts(struct screen *s, int64_t unsur, const char *initial)
{
    struct agreement_view *v = agreement_of(s);
    const char *label =
        arena_printf(v->scratch, _("%lld hadir. Jumlah dan sikap, misalnya: 2 setuju 1 catatan"),
                     (long long)v->cover.by_unsur[unsur]);
    v->unsur = unsur;
    ui_prompt(s, ASK_COUNTS, _(dict_enum_label(ENUMSET_unsur, unsur)), label, initial, false,
              agreement_popup_done);
}

/* Other stances first: setuju may have to shrink before they fit. */
static void set_counts(struct screen *s, const char *typed)
{
    struct agreement_view *v = agreement_of(s);
    int64_t counts[stance_COUNT];
    if (!agreement_read_counts(typed, counts)) {
        ask_counts(s, v->unsur, typed);
        ui_say(s->ui, STYLE_WARN,
               _("Belum terbaca. Tulis jumlah dan sikapnya, misalnya: 2 setuju 1 catatan"));
        return;
    }
    for (int64_t stance = stance_COUNT - 1; stance >= 0; stance--) {
        int64_t before = count_of(head_count(v, v->unsur, stance));
        int64_t now = counts[stance] == NONE ? 0 : counts[stance];
        if (now != before)
            post_stance(s, v->unsur, &ID_NONE, stance, now, NULL);
    }
}

/* --- objections --- */

static const char *party_of(const struct agreement_view *v, const struct id *person, int64_t unsur)
{
    const struct participant *p = dossier_participant(v->d, person);
    if (p && *TXT(p->organization))
        return p->organization;
    return arena_printf(v->scratch, "Wakil %s",
                        dict_enum_label(ENUMSET_unsur, p ? p->unsur : unsur));
}

static void ask_objection(struct screen *s, const struct id *person, int64_t unsur)
{
    struct agreement_view *v = agreement_of(s);
    static const int fields[] = {objection_F_party,  objection_F_text,
                                 objection_F_reason, objection_F_reason_withheld,
                                 objection_F_reply,  objection_F_read_back};
    struct form *f = form_new(ui_today(s->ui));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        form_add(f, ENTITY_objection, fields[i]);
    struct value party = value_text(party_of(v, person, unsur));
    form_put(f, 0, &party);
    form_set_hint(f, 0, _("Nama yang dicetak di berita acara"));
    form_set_hint(f, 5, _("\"Rumusan keberatan sudah sesuai menurut penyampai?\""));
    form_set_focus(f, 1);
    v->objector = *person;
    ui_form(s, ASK_OBJECTION, _("Keberatan: tulis seperti diucapkan"), f, agreement_popup_done);
}

/* Stores the stance at once; what is said follows in the form. */
static void object(struct screen *s, const struct id *person, int64_t unsur)
{
    struct agreement_view *v = agreement_of(s);
    const struct objection *o = agreement_objection_of(v->d, &v->row, person);
    if (id_is_none(person))
        one_more(s, unsur, STANCE_KEBERATAN, NULL);
    else
        post_stance(s, unsur, person, STANCE_KEBERATAN, NONE, NULL);
    if (o)
        record_form_open(s->ui, &spec_objection, &o->id);
    else
        ask_objection(s, person, unsur);
}

static const char *value_words(struct job *j, struct form *f, int index)
{
    struct value v = form_value(f, index);
    return v.type == VALUE_TEXT ? arena_memdup(job_arena(j), v.p, v.n) : NULL;
}

static void save_objection(struct screen *s, struct form *f)
{
    struct agreement_view *v = agreement_of(s);
    struct job *j;
    struct save_objection_args *x = save_objection_job(ui_app(s->ui), &j);
    x->agreement = v->row;
    x->participant = v->objector;
    x->party = value_words(j, f, 0);
    x->text = value_words(j, f, 1);
    x->reason = value_words(j, f, 2);
    x->reason_withheld = form_value(f, 3).i == 1;
    x->reply = value_words(j, f, 4);
    x->read_back = form_value(f, 5).i == 1;
    ui_post(s->ui, j);
}

/* --- who --- */

/* People in the room for a list: first those of one unsur (NONE: all), then, when `nobody` is given, nobody by name, then the
 * others, because the bright row may be of another unsur than whoever spoke up. */
static void pick_person(struct screen *s, int tag, const char *title, int64_t unsur,
                        const char *nobody)
{
    struct agreement_view *v = agreement_of(s);
    size_t n = v->d->participant.n, k = 0;
    struct pick_item *items = ARENA_ARRAY(v->scratch, struct pick_item, n + 1);
    v->choices = mem_realloc(v->choices, (n + 1) * sizeof *v->choices);
    for (int others = 0; others <= 1; others++) {
        for (size_t i = 0; i < n; i++) {
            const struct participant *p = &v->d->participant.v[i];
            if (!coverage_counts(p) || (unsur != NONE && p->unsur != unsur) != others)
                continue;
            v->choices[k] = p->id;
            items[k].text = p->number == NONE ? TXT(p->name)
                                              : arena_printf(v->scratch, "%lld %s",
                                                             (long long)p->number, TXT(p->name));
            items[k++].note = p->organization;
        }
        if (others || !nobody)
            continue;
        v->choices[k] = ID_NONE;
        items[k++].text = nobody;
    }
    ui_pick(s, tag, title, items, (int)k, false, agreement_popup_done);
}

/* --- commands --- */

static void on_unsur(struct screen *s, int action, int64_t unsur)
{
    struct agreement_view *v = agreement_of(s);
    const char *name = _(dict_enum_label(ENUMSET_unsur, unsur));
    v->unsur = unsur;
    switch (action) {
    case AGREEMENT_AGREE:
        post_stance(s, unsur, &ID_NONE, STANCE_SETUJU, NONE, NULL);
        break;
    case AGREEMENT_NOTE:
        v->target = ID_NONE;
        v->status = STANCE_CATATAN;
        ui_prompt(s, ASK_NOTE, name, _("Satu orang setuju dengan catatan. Catatannya:"), "", false,
                  agreement_popup_done);
        break;
    case AGREEMENT_ABSTAIN:
        one_more(s, unsur, STANCE_ABSTAIN, NULL);
        break;
    case AGREEMENT_TALK:
        one_more(s, unsur, STANCE_BAHAS, NULL);
        break;
    case AGREEMENT_OBJECT:
        pick_person(s, ASK_OBJECTOR, _("Siapa yang keberatan?"), unsur,
                    arena_printf(v->scratch, _("tanpa nama: wakil %s"), name));
        break;
    }
}

static void on_person(struct screen *s, int action, const struct agreement_row *r)
{
    static const struct {
        int action;
        int64_t stance;
    } stances[] = {{AGREEMENT_AGREE, STANCE_SETUJU},
                   {AGREEMENT_NOTE, STANCE_CATATAN},
                   {AGREEMENT_ABSTAIN, STANCE_ABSTAIN},
                   {AGREEMENT_TALK, STANCE_BAHAS}};
    if (action == AGREEMENT_OBJECT) {
        object(s, &r->position->participant, r->unsur);
        return;
    }
    for (size_t i = 0; i < sizeof stances / sizeof *stances; i++)
        if (stances[i].action == action)
            post_stance(s, r->unsur, &r->position->participant, stances[i].stance, NONE, NULL);
}

static void delete_objection(struct screen *s, const struct objection *o)
{
    struct job *j;
    struct delete_row_args *x = delete_row_job(ui_app(s->ui), &j);
    x->entity = ENTITY_objection;
    x->row = o->id;
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_NORMAL, _("Keberatan %lld dihapus. Ctrl-Z mengembalikannya."),
           (long long)o->number);
}

static void remove_row(struct screen *s, const struct agreement_row *r)
{
    struct agreement_view *v = agreement_of(s);
    if (r->kind == ROW_OBJECTION)
        delete_objection(s, r->objection);
    else if (r->kind == ROW_PERSON)
        post_stance(s, r->unsur, &r->position->participant, r->position->stance, 0, NULL);
    for (int64_t stance = 0; r->kind == ROW_UNSUR && stance < stance_COUNT; stance++)
        if (count_of(head_count(v, r->unsur, stance)) > 0)
            post_stance(s, r->unsur, &ID_NONE, stance, 0, NULL);
}

void agreement_stance_action(struct screen *s, int action)
{
    struct agreement_view *v = agreement_of(s);
    const struct agreement_row *r = agreement_selected(v);
    if (action == AGREEMENT_PERSON)
        pick_person(s, ASK_PERSON, _("Sikap siapa?"),
                    r && r->kind == ROW_UNSUR && r->present > 0 ? r->unsur : NONE, NULL);
    else if (r && action == AGREEMENT_REMOVE)
        remove_row(s, r);
    else if (r && r->kind == ROW_UNSUR)
        on_unsur(s, action, r->unsur);
    else if (r && r->kind == ROW_PERSON)
        on_person(s, action, r);
}

/* --- Enter --- */

/* The hands whose note the note column of an unsur means: an objection before a note before the
 * rest. */
static const struct position *noted_hands(const struct agreement_view *v, int64_t unsur)
{
    static const int64_t order[] = {STANCE_KEBERATAN, STANCE_CATATAN, STANCE_BAHAS, STANCE_ABSTAIN,
                                    STANCE_SETUJU};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const struct position *p = head_count(v, unsur, order[i]);
        if (count_of(p) > 0)
            return p;
    }
    return NULL;
}

static void ask_note(struct screen *s, const struct position *p, const char *title)
{
    struct agreement_view *v = agreement_of(s);
    v->target = p->id;
    ui_prompt(s, ASK_NOTE, title,
              arena_printf(v->scratch, _("Alasan atau catatan (%s):"),
                           _(dict_enum_label(ENUMSET_stance, p->stance))),
              p->note, false, agreement_popup_done);
}

static void ask_stance(struct screen *s, const struct id *person, int64_t now)
{
    const struct participant *p = dossier_participant(agreement_of(s)->d, person);
    const struct enum_set *set = dict_enum(ENUMSET_stance);
    const char *words[stance_COUNT];
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    agreement_of(s)->objector = *person;
    ui_choose(s, ASK_STANCE, p ? TXT(p->name) : "", words, set->n, now == NONE ? 0 : (int)now,
              agreement_popup_done);
}

static void enter_unsur(struct screen *s, const struct agreement_row *r)
{
    struct agreement_view *v = agreement_of(s);
    const struct position *p = noted_hands(v, r->unsur);
    const char *name = _(dict_enum_label(ENUMSET_unsur, r->unsur));
    v->unsur = r->unsur;
    if (v->column == COLUMN_NOTE && p) {
        ask_note(s, p, name);
    } else if (v->column == COLUMN_NOTE) {
        ui_say(s->ui, STYLE_WARN,
               _("Catat sikapnya dulu: s setuju, c catatan, k keberatan, o abstain."));
    } else {
        ask_counts(s, r->unsur, "");
    }
}

static void enter_person(struct screen *s, const struct agreement_row *r)
{
    const struct participant *p =
        dossier_participant(agreement_of(s)->d, &r->position->participant);
    const char *name = p ? TXT(p->name) : "";
    if (agreement_of(s)->column == COLUMN_STANCE)
        ask_stance(s, &r->position->participant, r->position->stance);
    else if (r->position->stance == STANCE_KEBERATAN && r->objection)
        record_form_open(s->ui, &spec_objection, &r->objection->id);
    else if (r->position->stance == STANCE_KEBERATAN)
        ask_objection(s, &r->position->participant, r->unsur);
    else
        ask_note(s, r->position, name);
}

void agreement_stance_enter(struct screen *s, const struct agreement_row *r)
{
    if (r->kind == ROW_UNSUR)
        enter_unsur(s, r);
    else if (r->kind == ROW_PERSON)
        enter_person(s, r);
    else
        record_form_open(s->ui, &spec_objection, &r->objection->id);
}

/* --- answers of the popups --- */

static void note_written(struct screen *s, const char *text)
{
    struct agreement_view *v = agreement_of(s);
    for (size_t i = 0; i < v->d->position.n; i++) {
        const struct position *p = &v->d->position.v[i];
        if (id_eq(&p->id, &v->target) && !id_is_none(&v->target)) {
            post_stance(s, p->unsur, &p->participant, p->stance,
                        id_is_none(&p->participant) ? p->count : NONE, text);
            return;
        }
    }
    if (id_is_none(&v->target))
        one_more(s, v->unsur, v->status, text);
}

void agreement_stance_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct agreement_view *v = agreement_of(s);
    struct id person = p->choice >= 0 && v->choices && (tag == ASK_OBJECTOR || tag == ASK_PERSON)
                           ? v->choices[p->choice]
                           : ID_NONE;
    switch (tag) {
    case ASK_COUNTS:
        set_counts(s, p->text);
        break;
    case ASK_NOTE:
        note_written(s, p->text);
        break;
    case ASK_OBJECTOR:
        if (p->choice >= 0)
            object(s, &person, v->unsur);
        break;
    case ASK_OBJECTION:
        save_objection(s, p->form);
        break;
    case ASK_PERSON:
        if (!id_is_none(&person))
            ask_stance(s, &person, NONE);
        break;
    case ASK_STANCE:
        if (p->choice == STANCE_KEBERATAN)
            object(s, &v->objector, NONE);
        else if (p->choice >= 0)
            post_stance(s, NONE, &v->objector, p->choice, NONE, NULL);
        break;
    }
}
