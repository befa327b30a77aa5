/* Editing an entry in the capture line: what was said, or its clean wording. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit_contribution.h"
#include "app/read.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/dialog.h"

/* What a field of an entry holds, or will in a moment: what was just handed over is not in the file yet. */
static const char *words_of(const struct dialog *d, const struct contribution *c, bool wording)
{
    if (d->sent && d->sent_wording == wording && id_eq(&d->sent_row, &c->id))
        return d->sent;
    return wording ? c->wording : c->text;
}

static int field_of(bool wording)
{
    return wording ? contribution_F_wording : contribution_F_text;
}

void dialog_edit_begin(struct screen *s, const struct contribution *c, bool wording)
{
    struct dialog *d = dialog_of(s);
    const char *words = words_of(d, c, wording);
    const char *refused = ui_refused_field(s->ui, ENTITY_contribution, field_of(wording), &c->id);
    if (!d->editing) {
        free(d->before);
        d->before = mem_strdup(text_field_text(&d->capture));
    }
    d->editing = true;
    d->editing_wording = wording;
    d->target = c->id;
    d->focus = FOCUS_CAPTURE;
    free(d->seen);
    d->seen = words ? mem_strdup(words) : NULL;
    text_field_set(&d->capture, refused ? refused : TXT(words));
    if (refused)
        ui_say(s->ui, STYLE_WARN,
               _("Tulisan Anda yang tadi belum tersimpan ada lagi di sini: Enter menyimpannya, Esc membuangnya."));
}

/* Also when the entry is not among the notes any more: another agenda item may run meanwhile. */
static bool edit_changed(const struct dialog *d)
{
    return strcmp(text_field_text(&d->capture), TXT(d->seen)) != 0;
}

static void edit_draft(struct screen *s, const char *text)
{
    const struct dialog *d = dialog_of(s);
    ui_draft_field(s->ui, ENTITY_contribution, field_of(d->editing_wording), &d->target, text);
}

void dialog_edit_typed(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    edit_draft(s, edit_changed(d) ? text_field_text(&d->capture) : NULL);
}

void dialog_edit_end(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    edit_draft(s, NULL);
    d->editing = false;
    text_field_set(&d->capture, d->before);
    free(d->before);
    d->before = NULL;
}

bool dialog_edit_store(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const char *text = text_field_text(&d->capture);
    if (!edit_changed(d))
        return true;
    if (!d->editing_wording && !*text) {
        ui_say(s->ui, STYLE_WARN, _("Catatan tidak boleh kosong. Untuk menghapusnya: Tab, lalu x."));
        return false;
    }
    struct job *j;
    struct edit_contribution_args *x = edit_contribution_job(ui_app(s->ui), &j);
    x->row = d->target;
    x->set_text = !d->editing_wording;
    x->set_wording = d->editing_wording;
    x->text = x->wording = arena_strdup(job_arena(j), text);
    x->has_seen = true;
    x->seen_text = x->seen_wording = arena_strdup(job_arena(j), d->seen); /* only the one that is set is compared */
    free(d->sent);
    d->sent = ui_read_only(s->ui) ? NULL : mem_strdup(text);
    d->sent_row = d->target;
    d->sent_wording = d->editing_wording;
    free(d->seen);
    d->seen = mem_strdup(text);
    ui_post(s->ui, j);
    edit_draft(s, NULL);
    return true;
}

/* The same field is still, or again, in the line: what was typed on stays, and is compared with what the file holds now. */
static void keep_in_line(struct screen *s, const struct contribution *c, bool wording)
{
    struct dialog *d = dialog_of(s);
    const char *now = wording ? c->wording : c->text;
    free(d->seen);
    d->seen = now ? mem_strdup(now) : NULL;
    dialog_edit_typed(s);
}

static bool is_in_line(const struct dialog *d, const struct id *row, bool wording)
{
    return d->editing && d->editing_wording == wording && id_eq(&d->target, row);
}

void dialog_edit_refused(struct screen *s, struct answer *a)
{
    struct dialog *d = dialog_of(s);
    struct contribution c;
    struct err unread;
    if (!a->job || !ui_refused(a) || strcmp(a->action, "edit_contribution") != 0)
        return;
    const struct edit_contribution_args *x = job_given(a->job);
    if (!x->has_seen) /* not from this line */
        return;
    bool line_is_free = !d->editing && text_field_empty(&d->capture);
    bool known = read_row(ui_app(s->ui), ENTITY_contribution, &x->row, d->scratch, &c, &unread) == ERR_NONE;
    free(d->sent);
    d->sent = NULL;
    screen_stale(s);
    if (!is_in_line(d, &x->row, x->set_wording))
        ui_keep_refused(s->ui, ENTITY_contribution, field_of(x->set_wording), &x->row,
                        x->set_wording ? x->wording : x->text);
    if (known && line_is_free)
        dialog_edit_begin(s, &c, x->set_wording);
    else if (known && is_in_line(d, &x->row, x->set_wording))
        keep_in_line(s, &c, x->set_wording);
    ui_say(s->ui, STYLE_WARN, "%s %s", a->err.text,
           is_in_line(d, &x->row, x->set_wording)
               ? _("Tulisan itu masih di baris catat: Enter menyimpannya, Esc membuangnya.")
               : _("Tulisan itu menunggu: muncul lagi saat catatan itu diubah."));
    job_free(a->job);
    a->job = NULL; /* said here */
}
