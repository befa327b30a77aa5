/* part of `dialog.h`: what the screen shows, read from the session, and one more entry taken into it */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "ui/screens/dialog.h"

/* --- loading --- */

static int digits_of(int64_t number)
{
    int digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* Who sits in the room: the people pane and "who answers". */
static void load_people(struct dialog *d)
{
    const struct participant *people = d->d->participant.v;
    size_t n = d->d->participant.n;
    if (d->people_arena && d->people_of == people)
        return;
    if (!d->people_arena)
        d->people_arena = arena_new();
    arena_reset(d->people_arena);
    d->people_of = people;
    d->here = ARENA_ARRAY(d->people_arena, const struct participant *, n + 1);
    d->names = ARENA_ARRAY(d->people_arena, const char *, n + 1);
    d->n_here = 0;
    d->digits = 1;
    for (size_t i = 0; i < n; i++) {
        d->names[i] = dialog_short_name(d->people_arena, &people[i]);
        if (people[i].attendance != ATTENDANCE_HADIR || people[i].role == ROLE_NOTULIS)
            continue;
        d->here[d->n_here++] = &people[i];
        int digits = digits_of(people[i].number);
        d->digits = digits > d->digits ? digits : d->digits;
    }
    d->match = match_new(d->people_arena, people, n);
}

static enum err_code load_notes(struct screen *s, struct err *e)
{
    struct dialog *d = dialog_of(s);
    struct app *a = ui_app(s->ui);
    const struct id *agenda = d->everything || !d->agenda ? &ID_NONE : &d->agenda->id;
    enum err_code code = dialog_searching(d)
                             ? read_search_notes(a, text_field_text(&d->capture) + 1, d->limit, s->arena, &d->v, &d->n, e)
                             : read_notes(a, agenda, &ID_NONE, d->limit, s->arena, &d->v, &d->n, e);
    d->wraps = ARENA_ARRAY(s->arena, struct text_lines, d->n + 1); /* as many as there are, also when the rest cannot be read */
    d->kept = s->arena;
    d->cap = d->n;
    return code;
}

/* Entries that have arrived in the file are shown from there. */
static void drop_landed_flights(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    int kept = 0;
    for (int i = 0; i < d->n_flights; i++) {
        if (!dialog_find(d, &d->flights[i].row)) {
            d->flights[kept++] = d->flights[i];
            continue;
        }
        dialog_flight_draft(s, &d->flights[i], NULL);
        dialog_flight_done(&d->flights[i]);
    }
    d->n_flights = kept;
}

/* A text that was half typed when the program last stopped, and that the user wants back: once the line is free for it. */
static void take_recovered(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    bool free_line = !d->editing && text_field_empty(&d->capture);
    const char *text = free_line ? ui_recovered(s->ui, DIALOG_DRAFT_KEY) : NULL;
    if (text)
        text_field_set(&d->capture, text);
}

enum err_code dialog_load(struct screen *s, struct err *e)
{
    struct dialog *d = dialog_of(s);
    struct app *a = ui_app(s->ui);
    if (read_frame(a, s->arena, &d->d, e) != ERR_NONE)
        return e->code;
    load_people(d); /* at once, for it must fit the frame also when the rest cannot be read */
    d->agenda = dossier_agenda(d->d, &dossier_session(d->d)->current_agenda);
    if (load_notes(s, e) != ERR_NONE ||
        read_speakers(a, (int)d->d->participant.n, s->arena, &d->spoken, &d->n_spoken, e) != ERR_NONE ||
        read_note_counts(a, d->agenda ? &d->agenda->id : &ID_NONE, &d->counts, e) != ERR_NONE)
        return e->code;
    take_recovered(s);
    free(d->sent);
    d->sent = NULL;
    drop_landed_flights(s);
    dialog_set_lists(d);
    return ERR_NONE;
}

void dialog_show(struct ui *u, const struct id *note)
{
    struct screen *s = ui_place(u, PLACE_DIALOG);
    struct dialog *d = s ? dialog_of(s) : NULL;
    ui_go(u, PLACE_DIALOG);
    if (!d || d->editing)
        return;
    if (dialog_searching(d))
        dialog_set_capture(s, "");
    d->everything = d->chosen = true;
    d->focus = FOCUS_NOTES;
    for (bool older = true; s && older; d->limit *= older ? 2 : 1) { /* its page is loaded too, however far up it is */
        list_follow(&d->notes, note);
        screen_stale(s);
        s = ui_place(u, PLACE_DIALOG);
        older = !dialog_find(d, note) && (int)d->n == d->limit;
    }
}

void dialog_set_lists(struct dialog *d)
{
    bool at_end = d->notes.sel >= d->notes.n - 1;
    list_set(&d->notes, (int)d->n + (dialog_searching(d) ? 0 : d->n_flights), &dialog_note_rows, d);
    if (at_end && d->focus != FOCUS_NOTES)
        list_select(&d->notes, d->notes.n - 1, &dialog_note_rows, d);
    list_set(&d->people, d->n_here, &dialog_people_rows, d);
    for (int i = 0; i < d->n_here && d->focus != FOCUS_PEOPLE; i++) /* whoever has the word stays in sight */
        if (id_eq(&d->here[i]->id, &d->speaker))
            list_select(&d->people, i, &dialog_people_rows, d);
}

/* --- one more entry, without reading the others again --- */

/* The entry that the answered job has stored; NULL when it was no new entry of this screen. */
static const struct flight *landed(const struct dialog *d, const struct answer *a)
{
    struct id group = a->job ? job_id(a->job) : ID_NONE;
    for (int i = 0; i < d->n_flights; i++)
        if (id_eq(&d->flights[i].group, &group))
            return &d->flights[i];
    return NULL;
}

/* True when it stands at the end of what is shown. */
static bool is_next(const struct dialog *d, const struct contribution *c)
{
    bool shown = d->everything || !d->agenda || id_eq(&c->agenda, &d->agenda->id);
    return shown && !IS_SET(c->deleted) && (d->n == 0 || id_cmp(&c->id, &d->v[d->n - 1].id) > 0);
}

/* Like the page of load(): the newest `limit`. */
static void append_note(struct dialog *d, const struct contribution *c, struct arena *a)
{
    size_t out = d->n + 1 > (size_t)d->limit ? d->n + 1 - (size_t)d->limit : 0;
    struct contribution *v = d->v;
    struct text_lines *wraps = d->wraps;
    if (d->n == d->cap) {
        d->cap = d->cap < 8 ? 16 : 2 * d->cap;
        d->v = ARENA_ARRAY(a, struct contribution, d->cap);
        d->wraps = ARENA_ARRAY(a, struct text_lines, d->cap + 1);
    }
    d->n -= out;
    if (d->n) {
        memmove(d->v, v + out, d->n * sizeof *v);
        memmove(d->wraps, wraps + out, d->n * sizeof *wraps);
    }
    d->wraps[d->n] = (struct text_lines){0};
    d->v[d->n++] = *c;
}

static void add_speaker(struct dialog *d, const struct id *speaker, struct arena *a)
{
    bool known = id_is_none(speaker);
    for (size_t i = 0; i < d->n_spoken; i++)
        known = known || id_eq(&d->spoken[i], speaker);
    if (known)
        return;
    struct id *more = ARENA_ARRAY(a, struct id, d->n_spoken + 1);
    if (d->n_spoken)
        memcpy(more, d->spoken, d->n_spoken * sizeof *more);
    more[d->n_spoken++] = *speaker;
    d->spoken = more;
}

/* An entry touches rows that hang on notes, and no others. The arena keeps the few that were taken until the next load. */
bool dialog_take(struct screen *s, const struct answer *a)
{
    struct dialog *d = dialog_of(s);
    const struct flight *f = landed(d, a);
    const unsigned usual = BIT(contribution) | BIT(contribution_issue) | BIT(reply);
    struct contribution c;
    struct note_counts counts;
    struct err e;
    if (!f || a->touched & ~usual || dialog_searching(d) ||
        read_row(ui_app(s->ui), ENTITY_contribution, &f->row, s->arena, &c, &e) != ERR_NONE || !is_next(d, &c) ||
        read_note_counts(ui_app(s->ui), d->agenda ? &d->agenda->id : &ID_NONE, &counts, &e) != ERR_NONE)
        return false;
    d->counts = counts;
    append_note(d, &c, s->arena);
    add_speaker(d, &c.speaker, s->arena);
    take_recovered(s);
    drop_landed_flights(s);
    dialog_set_lists(d);
    return true;
}
