/* part of `dialog.h`: commands on one entry of the list */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/draft_agreement.h"
#include "app/edit_contribution.h"
#include "app/go_agenda.h"
#include "app/park.h"
#include "app/rows.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/answered.h"
#include "model/mask.h"
#include "ui/screens/dialog.h"

static const struct contribution *selected(struct dialog *d)
{
    const struct flight *f;
    return dialog_row(d, d->notes.sel, &f);
}

static const struct flight *selected_flight(struct dialog *d)
{
    const struct flight *f;
    const struct contribution *c = dialog_row(d, d->notes.sel, &f);
    return c ? NULL : f;
}

/* --- agenda --- */

static void post_agenda(struct screen *s, const struct id *agenda)
{
    struct job *j;
    struct go_agenda_args *x = go_agenda_job(ui_app(s->ui), &j);
    x->agenda = *agenda;
    ui_post(s->ui, j);
}

static void pick_agenda(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    size_t n = d->d->agenda.n;
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, n + 1);
    for (size_t i = 0; i < n; i++) {
        const struct agenda *g = &d->d->agenda.v[i];
        char at[DATE_TEXT];
        v[i].text = arena_printf(d->scratch, "%zu  %s", i + 1, TXT(g->title));
        v[i].note = arena_printf(d->scratch, "%s %s", time_format(g->start_time, at),
                                 g == d->agenda ? _("berjalan") : g->ended_at != NONE ? _("selesai") : "");
    }
    ui_pick(s, POPUP_AGENDA, _("Pindah ke agenda"), v, (int)n, false, dialog_popup_done);
}

/* --- changes of the selected entry --- */

static struct edit_contribution_args *edit_job(struct screen *s, struct job **j)
{
    struct edit_contribution_args *x = edit_contribution_job(ui_app(s->ui), j);
    x->row = dialog_of(s)->target;
    return x;
}

static void pick_kind(struct screen *s, const struct contribution *c)
{
    const struct enum_set *set = dict_enum(ENUMSET_contribution_kind);
    const char *words[contribution_kind_COUNT];
    for (int i = 0; i < set->n; i++)
        words[i] = _(set->v[i].label);
    ui_choose(s, POPUP_KIND, _("Jenis catatan"), words, set->n, (int)c->kind, dialog_popup_done);
}

static void pick_topics(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    struct pick_item *v = ARENA_ARRAY(d->scratch, struct pick_item, d->d->issue.n + 1);
    for (size_t i = 0; i < d->d->issue.n; i++) {
        const struct issue *u = &d->d->issue.v[i];
        v[i].text = arena_printf(d->scratch, "%lld  %s", (long long)u->number, TXT(u->title));
        v[i].note = u->tag ? arena_printf(d->scratch, "#%s", u->tag) : NULL;
    }
    ui_pick(s, POPUP_TOPICS, _("Isu catatan ini"), v, (int)d->d->issue.n, false, dialog_popup_done);
}

static void ask_gap(struct screen *s, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    const char **hints;
    size_t n = gap_hints(TXT(c->text), d->scratch, &hints);
    if (n == 0 && IS_SET(c->speaker_unknown)) {
        dialog_pick_person(s, POPUP_ROW_SPEAKER, _("Siapa yang berbicara?"), &ID_NONE);
        return;
    }
    ui_prompt(s, POPUP_GAP, _("Lengkapi @@"), n > 0 ? hints[0] : NULL, "", false, dialog_popup_done);
}

static void make_draft(struct screen *s, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    struct draft_agreement_args *x = draft_agreement_job(ui_app(s->ui), &j);
    size_t n = d->notes.n_marks > 0 ? (size_t)d->notes.n_marks : 1;
    struct id *v = ARENA_ARRAY(job_arena(j), struct id, n);
    if (d->notes.n_marks > 0)
        memcpy(v, d->notes.marks, n * sizeof *v);
    else
        v[0] = c->id;
    x->contributions = v;
    x->n_contributions = n;
    list_marks_clear(&d->notes);
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_OK, _("Draf kesepakatan dibuat dari %d catatan. Lengkapi di F5 Mufakat."), (int)n);
}

static void park_selected(struct screen *s, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    struct park_args *x = park_job(ui_app(s->ui), &j);
    x->contribution = c->id;
    d->target = x->row;
    ui_post(s->ui, j);
    dialog_ask_parked(s);
}

static void delete_selected(struct screen *s, const struct contribution *c)
{
    struct job *j;
    struct delete_row_args *x = delete_row_job(ui_app(s->ui), &j);
    x->entity = ENTITY_contribution;
    x->row = c->id;
    ui_post(s->ui, j);
    ui_say(s->ui, STYLE_NORMAL, _("Catatan dihapus. Ctrl-Z mengembalikannya."));
}

/* The kit's papers are typed in later: until it is switched off, what is typed carries the mark. */
static void switch_from_paper(struct screen *s)
{
    bool on = !app_from_paper(ui_app(s->ui));
    app_set_from_paper(ui_app(s->ui), on);
    dialog_of(s)->clock = NONE;
    dialog_of(s)->focus = FOCUS_CAPTURE;
    if (on)
        ui_say(s->ui, STYLE_OK,
               _("Yang diketik sekarang ditandai \"dari kertas\". Awali dengan jam pada kartu, misalnya @10.35. "
                 "Perintah yang sama (^K) mematikannya."));
    else
        ui_say(s->ui, STYLE_NORMAL, _("Tanda \"dari kertas\" dimatikan: yang diketik sekarang dicatat seperti biasa."));
}

/* --- the table of commands on an entry --- */

static void row_action(struct screen *s, int action, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    d->target = c->id;
    switch (action) {
    case DIALOG_EDIT:
        dialog_edit_begin(s, c, false);
        break;
    case DIALOG_WORDING:
        dialog_edit_begin(s, c, true);
        break;
    case DIALOG_COMPLETE:
        ask_gap(s, c);
        break;
    case DIALOG_CHANGE_KIND:
        pick_kind(s, c);
        break;
    case DIALOG_CHANGE_SPEAKER:
        dialog_pick_person(s, POPUP_ROW_SPEAKER, _("Siapa yang berbicara?"), &c->speaker);
        break;
    case DIALOG_TOPICS:
        pick_topics(s);
        break;
    case DIALOG_ANSWERED:
        dialog_ask_answered(s, c);
        break;
    case DIALOG_MARK:
        list_mark_toggle(&d->notes, &c->id);
        list_select(&d->notes, d->notes.sel + 1, &dialog_note_rows, d);
        ui_say(s->ui, STYLE_NORMAL, d->notes.n_marks > 0 ? _("%d catatan ditandai. d membuat draf kesepakatan darinya.")
                                                          : _("Tidak ada catatan yang ditandai."), d->notes.n_marks);
        break;
    case DIALOG_DRAFT:
        make_draft(s, c);
        break;
    case DIALOG_PARK:
        park_selected(s, c);
        break;
    case DIALOG_DELETE:
        delete_selected(s, c);
        break;
    }
}

/* Tab goes round: capture line, notes, people (when their pane is shown). */
static void next_pane(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    bool others = d->people_at.w > 0 && d->n_here > 0;
    if (d->notes.n == 0 && !others)
        ui_say(s->ui, STYLE_NORMAL, _("Belum ada catatan di agenda ini. Catatan agenda lain: Ctrl-K, \"semua agenda\"."));
    if (d->focus == FOCUS_CAPTURE && d->notes.n > 0)
        d->focus = FOCUS_NOTES;
    else if (d->focus != FOCUS_PEOPLE && d->people_at.w > 0 && d->n_here > 0)
        d->focus = FOCUS_PEOPLE;
    else
        d->focus = FOCUS_CAPTURE;
    if (d->focus == FOCUS_NOTES)
        d->chosen = true;
}

/* A text that could not be stored goes back into the line; its row leaves the list. */
static void take_back(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const struct flight *f = selected_flight(d);
    if (!f || !f->failed)
        return;
    if (!text_field_empty(&d->capture)) {
        ui_say(s->ui, STYLE_WARN, _("Simpan dulu yang tertulis di baris catat, lalu ambil yang ini."));
        return;
    }
    dialog_set_capture(s, f->line);
    dialog_flight_draft(s, f, NULL);
    d->focus = FOCUS_CAPTURE;
    int at = (int)(f - d->flights);
    dialog_flight_done(&d->flights[at]);
    memmove(&d->flights[at], &d->flights[at + 1], sizeof *f * (size_t)(d->n_flights - at - 1));
    d->n_flights--;
    screen_stale(s);
}

static void enter_on_row(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    if (d->focus == FOCUS_PEOPLE && d->people.sel < d->n_here) {
        d->speaker = d->here[d->people.sel]->id;
        d->focus = FOCUS_CAPTURE;
        return;
    }
    const struct contribution *c = selected(d);
    if (c)
        row_action(s, DIALOG_EDIT, c);
    else
        take_back(s);
}

void dialog_action(struct screen *s, int action)
{
    struct dialog *d = dialog_of(s);
    const struct contribution *c = selected(d);
    arena_reset(d->scratch);
    switch (action) {
    case DIALOG_PANE:
        next_pane(s);
        break;
    case DIALOG_NEXT_AGENDA:
        post_agenda(s, &ID_NONE);
        break;
    case DIALOG_PICK_AGENDA:
        pick_agenda(s);
        break;
    case DIALOG_SPEAKER:
        dialog_pick_person(s, POPUP_SPEAKER, _("Siapa yang berbicara?"), &d->speaker);
        break;
    case DIALOG_EVERYTHING:
        d->everything = !d->everything;
        screen_stale(s);
        break;
    case DIALOG_FROM_PAPER:
        switch_from_paper(s);
        break;
    case DIALOG_MARKS_HELP:
        dialog_show_marks(s);
        break;
    case DIALOG_EDIT:
        enter_on_row(s);
        break;
    case DIALOG_RETRY:
        take_back(s);
        break;
    default:
        if (c)
            row_action(s, action, c);
    }
}

const char *dialog_why_not(struct screen *s, int action)
{
    struct dialog *d = dialog_of(s);
    if (ui_read_only(s->ui) && action != DIALOG_PANE && action != DIALOG_EVERYTHING && action != DIALOG_MARKS_HELP)
        return _("Berkas ini dibuka hanya untuk dibaca.");
    if (action == DIALOG_SPEAKER && d->n_here == 0)
        return _("Belum ada yang ditandai hadir. Tekan F2, lalu 7, dan tandai yang datang.");
    if (action == DIALOG_RETRY)
        return selected_flight(d) ? NULL : _("Pilih catatan yang BELUM TERSIMPAN lebih dulu (Tab).");
    if (action == DIALOG_EDIT)
        return d->focus != FOCUS_CAPTURE || selected(d) ? NULL : _("Belum ada catatan.");
    bool needs_note = action >= DIALOG_WORDING && action <= DIALOG_DELETE;
    if (needs_note && (d->focus == FOCUS_PEOPLE || !selected(d))) /* the bright row must be the one that changes */
        return _("Pilih sebuah catatan lebih dulu (Tab).");
    if (action == DIALOG_COMPLETE && !IS_SET(selected(d)->gap))
        return _("Catatan ini sudah lengkap.");
    if (action == DIALOG_ANSWERED && !answered_is_answer(selected(d)))
        return _("Catatan ini bukan jawaban.");
    return NULL;
}

/* --- answers of the popups --- */

/* What of a dropped speaker's names and numbers stands in the words of an entry; NULL when nothing does. */
static const char *name_left(struct dialog *d, const struct contribution *c, const struct mask *m, const char **ret_keys)
{
    struct buf said = BUF_INIT, clean = BUF_INIT;
    mask_apply(m, TXT(c->text), &said, d->scratch);
    mask_apply(m, TXT(c->wording), &clean, d->scratch);
    const char *left = NULL;
    *ret_keys = !clean.len ? "e" : said.len ? _("e dan y") : "y";
    if (said.len || clean.len)
        left = arena_strdup(d->scratch, buf_str(said.len ? &said : &clean));
    buf_done(&clean);
    buf_done(&said);
    return left;
}

/* The same for its whole turn, as far as it is loaded: the entry itself first. */
static const char *name_left_in_turn(struct dialog *d, const struct contribution *c, const struct participant *who,
                                     const char **ret_where, const char **ret_keys)
{
    const struct mask *m = mask_of_people(d->d, who, 1, d->scratch);
    const char *left = name_left(d, c, m, ret_keys);
    *ret_where = left ? _("teksnya") : _("bagian lain dari gilirannya");
    for (size_t i = 0; i < d->n && !left; i++)
        if (dossier_same_turn(&d->v[i], c))
            left = name_left(d, &d->v[i], m, ret_keys);
    return left;
}

/* What is said of an entry whose speaker is about to be dropped. */
static void say_unnamed(struct screen *s, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    const struct participant *who = c ? dossier_participant(d->d, &c->speaker) : NULL;
    const char *where, *keys, *left = who ? name_left_in_turn(d, c, who, &where, &keys) : NULL;
    if (left)
        ui_say(s->ui, STYLE_WARN,
               _("Kini tanpa nama, tetapi \"%s\" masih ada di %s: tekan %s%s untuk mengubahnya. Riwayat berkas sesi masih "
                 "menyimpan siapa orangnya (hapus-data membuangnya). Ctrl-Z mengembalikan."),
               left, where, d->focus == FOCUS_NOTES ? "" : "Tab, ", keys);
    else if (!c || !id_is_none(&c->speaker))
        ui_say(s->ui, STYLE_OK, "%s",
               _("Kini tanpa nama. Riwayat berkas sesi masih menyimpan siapa orangnya (hapus-data membuangnya). Ctrl-Z "
                 "mengembalikan."));
    else
        ui_say(s->ui, STYLE_OK, "%s", _("Kini tanpa nama. Ctrl-Z mengembalikan."));
}

static void drop_speaker(struct screen *s, const struct contribution *c)
{
    struct job *j;
    if (c && IS_SET(c->anonymous)) {
        ui_say(s->ui, STYLE_NORMAL, "%s", _("Catatan ini memang sudah tanpa nama."));
        return;
    }
    struct edit_contribution_args *x = edit_job(s, &j);
    x->set_speaker = x->anonymous = true;
    say_unnamed(s, c);
    ui_post(s->ui, j);
}

static void set_speaker(struct screen *s, int choice, const struct id *first)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    struct edit_contribution_args *x = edit_job(s, &j);
    x->set_speaker = true;
    x->speaker = dialog_person_at(d, first, choice)->id;
    ui_post(s->ui, j);
}

static void set_topic(struct screen *s, int choice)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    struct edit_contribution_args *x = edit_job(s, &j);
    struct id *v = ARENA_ARRAY(job_arena(j), struct id, 1);
    v[0] = d->d->issue.v[choice].id;
    x->set_issues = true;
    x->issues = v;
    x->n_issues = 1;
    ui_post(s->ui, j);
}

static void fill_gap(struct screen *s, const char *text)
{
    struct job *j;
    struct complete_gap_args *x = complete_gap_job(ui_app(s->ui), &j);
    const char **fills = ARENA_ARRAY(job_arena(j), const char *, 1);
    fills[0] = arena_strdup(job_arena(j), text);
    x->row = dialog_of(s)->target;
    x->fills = fills;
    x->n_fills = 1;
    ui_post(s->ui, j);
}

void dialog_rows_popup(struct screen *s, int tag, const struct popup_result *p)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    if (tag == POPUP_GAP) {
        fill_gap(s, p->text);
        return;
    }
    if (tag == POPUP_ANSWERED) {
        dialog_set_answered(s, p->text);
        return;
    }
    if (p->choice < 0)
        return;
    switch (tag) {
    case POPUP_AGENDA:
        post_agenda(s, &d->d->agenda.v[p->choice].id);
        break;
    case POPUP_SPEAKER:
        d->speaker = dialog_person_at(d, &d->speaker, p->choice)->id;
        d->focus = FOCUS_CAPTURE;
        dialog_set_lists(d);
        break;
    case POPUP_ROW_SPEAKER: {
        const struct contribution *c = dialog_find(d, &d->target);
        if (p->choice == d->n_here)
            drop_speaker(s, c);
        else
            set_speaker(s, p->choice, c ? &c->speaker : &ID_NONE);
        break;
    }
    case POPUP_KIND: {
        struct edit_contribution_args *x = edit_job(s, &j);
        x->set_kind = true;
        x->kind = p->choice;
        ui_post(s->ui, j);
        break;
    }
    case POPUP_TOPICS:
        set_topic(s, p->choice);
        break;
    }
}
