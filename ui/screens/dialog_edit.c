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
    const char *words = words_of(d, c, wording);
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
    text_field_set(&d->capture, TXT(words));
}

/* Also when the entry is not among the notes any more: another agenda item may run meanwhile. */
static bool edit_changed(const struct dialog *d)
{
    return strcmp(text_field_text(&d->capture), TXT(d->seen)) != 0;
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
