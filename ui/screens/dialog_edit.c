/* Editing an entry in the capture line: what was said, or its clean wording. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit_contribution.h"
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

void dialog_edit_begin(struct screen *s, const struct contribution *c, bool wording)
{
    struct dialog *d = dialog_of(s);
    if (!d->editing) {
        free(d->before);
        d->before = mem_strdup(text_field_text(&d->capture));
    }
    d->editing = true;
    d->editing_wording = wording;
    d->target = c->id;
    d->focus = FOCUS_CAPTURE;
    text_field_set(&d->capture, TXT(words_of(d, c, wording)));
}

static bool edit_changed(const struct dialog *d, const struct contribution *c)
{
    return c && strcmp(text_field_text(&d->capture), TXT(words_of(d, c, d->editing_wording))) != 0;
}

static void edit_draft(struct screen *s, const char *text)
{
    const struct dialog *d = dialog_of(s);
    ui_draft_field(s->ui, ENTITY_contribution, d->editing_wording ? contribution_F_wording : contribution_F_text, &d->target,
                   text);
}

void dialog_edit_typed(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    edit_draft(s, edit_changed(d, dialog_find(d, &d->target)) ? text_field_text(&d->capture) : NULL);
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

static void post_edit(struct screen *s, const struct contribution *c, const char *text)
{
    struct dialog *d = dialog_of(s);
    struct job *j;
    struct edit_contribution_args *x = edit_contribution_job(ui_app(s->ui), &j);
    struct arena *a = job_arena(j);
    x->row = c->id;
    x->set_text = !d->editing_wording;
    x->set_wording = d->editing_wording;
    x->text = x->wording = arena_strdup(a, text);
    x->has_seen = true;
    x->seen_text = arena_strdup(a, words_of(d, c, false));
    x->seen_wording = arena_strdup(a, words_of(d, c, true));
    free(d->sent);
    d->sent = ui_read_only(s->ui) ? NULL : mem_strdup(text);
    d->sent_row = c->id;
    d->sent_wording = d->editing_wording;
    ui_post(s->ui, j);
}

bool dialog_edit_store(struct screen *s)
{
    struct dialog *d = dialog_of(s);
    const struct contribution *c = dialog_find(d, &d->target);
    const char *text = text_field_text(&d->capture);
    if (!edit_changed(d, c))
        return true;
    if (!d->editing_wording && !*text) {
        ui_say(s->ui, STYLE_WARN, _("Catatan tidak boleh kosong. Untuk menghapusnya: Tab, lalu x."));
        return false;
    }
    post_edit(s, c, text);
    edit_draft(s, NULL);
    return true;
}
