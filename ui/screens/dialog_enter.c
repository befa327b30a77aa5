/* part of `dialog.h`: what Enter on the capture line does */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "app/enter_capture.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/answered.h"
#include "ui/form.h"
#include "ui/screens/dialog.h"

/* --- entries in flight --- */

static void flight_add(struct dialog *d, const struct job *j, const struct id *row, const struct capture *r,
                       const struct id *speaker, int64_t at)
{
    d->flights = mem_realloc(d->flights, sizeof *d->flights * (size_t)(d->n_flights + 1));
    d->flights[d->n_flights++] = (struct flight){
        .group = job_id(j),
        .row = *row,
        .text = mem_strdup(r->text),
        .line = mem_strdup(text_field_text(&d->capture)),
        .speaker = *speaker,
        .kind = r->kind,
        .at = at ? at : job_time(j),
    };
}

void dialog_flight_done(struct flight *f)
{
    free(f->text);
    free(f->line);
}

void dialog_flight_draft(struct screen *s, const struct flight *f, const char *text)
{
    ui_draft(s->ui, ui_unstored_key(DIALOG_DRAFT_KEY, &f->group, dialog_of(s)->scratch), text);
}

void dialog_stored(struct screen *s, const struct answer *a)
{
    struct dialog *d = dialog_of(s);
    struct id group = a->job ? job_id(a->job) : ID_NONE;
    for (int i = 0; i < d->n_flights; i++) {
        struct flight *f = &d->flights[i];
        if (!id_eq(&f->group, &group))
            continue;
        f->failed = a->err.code != ERR_NONE;
        memcpy(f->reason, a->err.text, sizeof f->reason);
        dialog_flight_draft(s, f, f->failed ? f->line : NULL);
        screen_stale(s); /* a stored one is now in the file, and leaves the flights with the next load */
    }
}

/* --- storing --- */

/* The time on the slip, on the day of the forum; 0: none. */
static int64_t said_at(struct screen *s, const struct capture *r)
{
    int64_t day = dossier_session(dialog_of(s)->d)->date;
    if (r->clock == NONE)
        return 0;
    return stamp_of(day == NONE ? ui_today(s->ui) : day, r->clock, ui_zone(s->ui));
}

static struct enter_context enter_context(struct screen *s, const struct capture *r)
{
    struct dialog *d = dialog_of(s);
    const struct flight *f;
    const struct contribution *c = dialog_row(d, d->notes.sel, &f);
    return (struct enter_context){
        .last = dialog_last(d),
        .selected = !d->chosen ? ID_NONE : c ? c->id : f ? f->row : ID_NONE,
        .answerer = d->answerer,
        .draft = DIALOG_DRAFT_KEY,
        .at = said_at(s, r),
    };
}

/* Who has the word from now on: whoever was named, but an answer does not take the word from the asker. */
static void remember_speaker(struct dialog *d, const struct capture *r, const struct id *speaker)
{
    if (r->action == CAPTURE_ANSWER)
        d->answerer = *speaker;
    else if (r->who == SPEAKER_TYPED || r->who == SPEAKER_ANONYMOUS || r->who == SPEAKER_UNKNOWN)
        d->speaker = *speaker;
}

/* Hands the entry to the keeper and empties the line. `asked`: who was chosen in a popup, or NULL. */
static void post_entry(struct screen *s, const struct capture *r, const struct id *asked)
{
    struct dialog *d = dialog_of(s);
    struct id row, speaker = asked ? *asked : r->speaker;
    if (asked)
        d->answerer = *asked;
    struct enter_context x = enter_context(s, r);
    struct job *j = enter_capture_job(ui_app(s->ui), r, &x, &row);
    if (!j)
        return;
    remember_speaker(d, r, &speaker);
    d->clock = r->clock;
    flight_add(d, j, &row, r, &speaker, x.at);
    d->chosen = false;
    dialog_set_capture(s, "");
    dialog_set_lists(d);
    ui_post(s->ui, j);
}

void dialog_ask_parked(struct screen *s)
{
    struct form *f = form_new(ui_today(s->ui));
    form_add(f, ENTITY_parked, parked_F_reason);
    form_add(f, ENTITY_parked, parked_F_forwarded_to);
    form_add(f, ENTITY_parked, parked_F_answer_by);
    ui_form(s, POPUP_PARKED, _("Tempat parkir: alasan dan tujuan (boleh dilewati)"), f, dialog_popup_done);
}

/* Stores the parked matter at once; the reason and the addressee are asked afterwards and may be skipped. */
static void post_parked(struct screen *s, const struct capture *r)
{
    struct dialog *d = dialog_of(s);
    struct enter_context x = enter_context(s, r);
    struct job *j = enter_capture_job(ui_app(s->ui), r, &x, &d->target);
    if (!j)
        return;
    ui_hand_over(s->ui, j, DIALOG_DRAFT_KEY, text_field_text(&d->capture));
    dialog_set_capture(s, "");
    ui_post(s->ui, j);
    dialog_ask_parked(s);
}

static void post_kind(struct screen *s, const struct capture *r)
{
    struct enter_context x = enter_context(s, r);
    struct id row;
    struct job *j = enter_capture_job(ui_app(s->ui), r, &x, &row);
    if (!j)
        return;
    ui_hand_over(s->ui, j, DIALOG_DRAFT_KEY, text_field_text(&dialog_of(s)->capture));
    dialog_set_capture(s, "");
    ui_post(s->ui, j);
}

/* --- questions that Enter may have to ask --- */

static void pick_choices(struct screen *s, const struct capture *r)
{
    struct dialog *d = dialog_of(s);
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, r->choices.n + 1);
    for (size_t i = 0; i < r->choices.n; i++)
        v[i].text = match_words(r->choices.v[i].person, d->scratch);
    ui_pick(s, POPUP_CHOICE, _("Siapa yang dimaksud?"), v, (int)r->choices.n, false, dialog_popup_done);
}

/* Order of the list of answerers: the one who answered last, the provider's people, the others. */
static int answer_order(const struct participant *p, const struct id *first)
{
    return id_eq(&p->id, first) ? 0 : p->unsur == UNSUR_PENYELENGGARA ? 1 : 2;
}

/* The people of the pane in that order; the popup's index leads back through it. */
static const struct participant **people_in_order(struct dialog *d, const struct id *first)
{
    const struct participant **v = ARENA_ARRAY(d->scratch, const struct participant *, (size_t)d->n_here + 1);
    int n = 0;
    for (int order = 0; order <= 2; order++)
        for (int i = 0; i < d->n_here; i++)
            if (answer_order(d->here[i], first) == order)
                v[n++] = d->here[i];
    return v;
}

const struct participant *dialog_person_at(struct dialog *d, const struct id *first, int choice)
{
    assert(choice >= 0 && choice < d->n_here);
    return people_in_order(d, first)[choice];
}

void dialog_pick_person(struct screen *s, int tag, const char *title, const struct id *first)
{
    struct dialog *d = dialog_of(s);
    const struct participant **people = people_in_order(d, first);
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, (size_t)d->n_here + 1);
    int n = 0;
    for (; n < d->n_here; n++) {
        v[n].text = match_words(people[n], d->scratch);
        v[n].note = _(dict_enum_label(ENUMSET_unsur, people[n]->unsur));
    }
    if (tag == POPUP_ROW_SPEAKER) /* "please do not name me" is said after the sentence */
        v[n++].text = _("tanpa nama (anonim)");
    ui_pick(s, tag, title, v, n, false, dialog_popup_done);
}

/* "0:" without an unsur: it is all that may be told of the speaker, so it is asked; row 0 leaves it open. */
static void pick_unsur(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, unsur_COUNT + 1);
    v[0].text = _("tidak diketahui");
    for (int i = 0; i < unsur_COUNT; i++)
        v[i + 1].text = _(dict_enum_label(ENUMSET_unsur, i));
    ui_pick(s, POPUP_UNSUR, _("Tanpa nama, dari unsur mana?"), v, unsur_COUNT + 1, false, dialog_popup_done);
}

/* Questions of this item that nobody has answered yet. */
static size_t open_questions(struct screen *s, const struct dossier **ret_d, size_t **ret)
{
    struct dialog *d = dialog_of(s);
    struct dossier *whole;
    struct err e;
    if (read_dossier(ui_app(s->ui), d->scratch, &whole, &e) != ERR_NONE) {
        ui_say_error(s->ui, &e);
        return 0;
    }
    *ret_d = whole;
    return answered_open(whole, d->agenda ? &d->agenda->id : &ID_NONE, d->scratch, ret);
}

static void pick_question(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const struct dossier *whole;
    size_t *open, n = open_questions(s, &whole, &open);
    if (n == 0) {
        ui_say(s->ui, STYLE_NORMAL, _("Semua masukan agenda ini sudah dijawab."));
        return;
    }
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, n);
    for (size_t i = 0; i < n; i++) {
        const struct contribution *c = &whole->contribution.v[open[i]];
        v[i].text = arena_printf(d->scratch, "%lld  %s", (long long)c->number, TXT(c->text));
        v[i].note = _(dict_enum_label(ENUMSET_contribution_kind, c->kind));
    }
    ui_pick(s, POPUP_QUESTION, _("Jawaban atas masukan yang mana?"), v, (int)n, false, dialog_popup_done);
}

void dialog_show_marks(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    struct buf b = BUF_INIT;
    for (const struct capture_mark *m = capture_marks; m->mark; m++)
        buf_printf(&b, "%-6s %s\n", m->mark, _(m->words));
    ui_message(s->ui, _("Tanda pada baris catat"), arena_strdup(d->scratch, buf_str(&b)));
    buf_done(&b);
}

/* --- Enter --- */

/* A line that is not ready: asks what is missing, or says it. True when it was not ready. */
static bool waits(struct screen *s, const struct capture *r)
{
    struct dialog *d = dialog_of(s);
    struct capture_context context = dialog_context(s);
    switch (r->wait) {
    case CAPTURE_READY:
        return false;
    case CAPTURE_WAIT_CHOICE:
        pick_choices(s, r);
        return true;
    case CAPTURE_WAIT_TARGET:
        pick_question(s);
        return true;
    default:
        ui_say(s->ui, STYLE_WARN, "%s", capture_words(r, &context, d->scratch));
        return true;
    }
}

static void enter_ready(struct screen *s, const struct capture *r, const struct id *asked)
{
    struct dialog *d = dialog_of(s);
    switch (r->action) {
    case CAPTURE_NOTHING:
        return;
    case CAPTURE_ENTRY:
    case CAPTURE_CONTINUE:
    case CAPTURE_ANSWER:
        if (r->who == SPEAKER_ASK && !asked)
            dialog_pick_person(s, POPUP_ANSWERER, _("Siapa yang menjawab?"), &d->answerer);
        else if (r->who == SPEAKER_ANONYMOUS && r->speaker_unsur == NONE && r->action != CAPTURE_CONTINUE)
            pick_unsur(s);
        else
            post_entry(s, r, asked);
        return;
    case CAPTURE_PARK:
    case CAPTURE_PARK_LAST:
        post_parked(s, r);
        return;
    case CAPTURE_CHANGE_KIND:
        post_kind(s, r);
        return;
    case CAPTURE_SET_SPEAKER:
        d->speaker = r->speaker;
        dialog_set_lists(d);
        dialog_set_capture(s, "");
        return;
    case CAPTURE_SET_CLOCK:
        d->clock = r->clock;
        dialog_set_capture(s, "");
        return;
    case CAPTURE_OFFER:
        pick_question(s);
        return;
    case CAPTURE_SEARCH:
        d->focus = d->notes.n > 0 ? FOCUS_NOTES : FOCUS_CAPTURE;
        return;
    case CAPTURE_HELP:
        dialog_set_capture(s, "");
        dialog_show_marks(s);
        return;
    }
}

void dialog_enter(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    if (ui_read_only(s->ui)) {
        ui_say(s->ui, STYLE_WARN, "%s", _("Sesi ini dibuka hanya untuk dibaca; yang Anda tulis tidak disimpan."));
        return;
    }
    if (d->editing) {
        if (dialog_edit_store(s))
            dialog_edit_end(s);
        return;
    }
    struct capture r = dialog_read(s);
    if (!waits(s, &r))
        enter_ready(s, &r, NULL);
}

bool dialog_enter_quietly(struct screen *s, struct id *ret_group)
{
    struct dialog *d = dialog_of(s);
    arena_reset(d->scratch);
    struct capture r = dialog_read(s);
    bool entry = r.action == CAPTURE_ENTRY || r.action == CAPTURE_CONTINUE || r.action == CAPTURE_ANSWER;
    if (d->editing || r.wait != CAPTURE_READY || !entry || r.who == SPEAKER_ASK)
        return false;
    int before = d->n_flights;
    post_entry(s, &r, NULL);
    if (d->n_flights == before)
        return false;
    *ret_group = d->flights[d->n_flights - 1].group;
    return true;
}

/* --- answers of the popups --- */

/* The question that was picked: its number goes right behind the "=", closed by a colon because the text may begin with a number
 * too; speaker and text stay as typed. */
static void question_picked(struct screen *s, int choice)
{
    struct dialog *d = dialog_of(s);
    const struct dossier *whole;
    size_t *open, n = open_questions(s, &whole, &open);
    struct capture r = dialog_read(s);
    if (choice < 0 || (size_t)choice >= n)
        return;
    const struct contribution *c = &whole->contribution.v[open[choice]];
    const char *line = text_field_text(&d->capture);
    size_t mark = *r.text ? r.text_at : strlen(line);
    while (mark > 0 && line[mark - 1] != '=') /* no speaker's name holds one */
        mark--;
    dialog_set_capture(s, arena_printf(d->scratch, "%.*s%lld:%s", (int)mark, line, (long long)c->number, line + mark));
}

/* What was given goes into the parked row, a field at a time; what was left empty stays open. */
static void store_parked_details(struct screen *s, struct form *f)
{
    struct dialog *d = dialog_of(s);
    for (int i = 0; form_index(f, ENTITY_parked, parked_F_answer_by) >= i; i++) {
        struct value v = form_value(f, i);
        if (v.type == VALUE_NULL)
            continue;
        struct job *j;
        struct set_field_args *x = set_field_job(ui_app(s->ui), &j);
        x->entity = ENTITY_parked;
        x->row = d->target;
        x->field = form_field(f, i);
        x->value = v;
        if (v.type == VALUE_TEXT)
            x->value.p = arena_memdup(job_arena(j), v.p, v.n);
        ui_post(s->ui, j);
    }
}

/* Enter may bring up a list while the note-taker types on without looking: those words come back at the end of the line. */
static void give_back(struct screen *s, int tag, const char *typed)
{
    struct dialog *d = dialog_of(s);
    bool asked_by_enter = tag == POPUP_CHOICE || tag == POPUP_ANSWERER || tag == POPUP_QUESTION || tag == POPUP_UNSUR;
    if (!asked_by_enter || !*TXT(typed))
        return;
    dialog_set_capture(s, arena_printf(d->scratch, "%s %s", text_field_text(&d->capture), typed));
    ui_say(s->ui, STYLE_NORMAL, "%s", _("Yang terlanjur diketik di daftar ada di akhir baris catat."));
}

void dialog_popup_done(struct screen *s, int tag, const struct popup_result *p)
{
    struct dialog *d = dialog_of(s);
    if (!p->ok) {
        give_back(s, tag, p->text);
        return;
    }
    arena_reset(d->scratch);
    if (tag == POPUP_CHOICE) {
        struct capture r = dialog_read(s);
        if (p->choice >= 0 && (size_t)p->choice < r.choices.n) {
            capture_choose(&r, r.choices.v[p->choice].person);
            enter_ready(s, &r, NULL);
        }
    } else if (tag == POPUP_ANSWERER && p->choice >= 0 && p->choice < d->n_here) {
        struct id who = dialog_person_at(d, &d->answerer, p->choice)->id;
        struct capture r = dialog_read(s);
        enter_ready(s, &r, &who);
    } else if (tag == POPUP_UNSUR) {
        struct capture r = dialog_read(s);
        r.speaker_unsur = p->choice > 0 ? p->choice - 1 : NONE;
        post_entry(s, &r, NULL);
    } else if (tag == POPUP_QUESTION) {
        question_picked(s, p->choice);
    } else if (tag == POPUP_PARKED) {
        store_parked_details(s, p->form);
    } else {
        dialog_rows_popup(s, tag, p);
    }
}
