/* part of `dialog.h`: which entries an answer answers, put right afterwards */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/edit_contribution.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/answered.h"
#include "ui/screens/dialog.h"

#define NUMBER_DIGITS 9

void dialog_ask_answered(struct screen *s, const struct contribution *c)
{
    struct dialog *d = dialog_of(s);
    struct dossier *whole;
    struct err e;
    if (read_dossier(ui_app(s->ui), d->scratch, &whole, &e) != ERR_NONE) {
        ui_say_error(s->ui, &e);
        return;
    }
    int64_t *v;
    size_t n = answered_numbers(whole, &c->id, d->scratch, &v);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%lld", i ? " " : "", (long long)v[i]);
    ui_prompt(s, POPUP_ANSWERED, _("Jawaban ini untuk catatan nomor"), _("misalnya 3 5; kosong: tidak untuk catatan tertentu"),
              buf_into(&b, d->scratch), false, dialog_popup_done);
}

/* "3, 5" as numbers; false when something else stands there. */
static bool read_numbers(const char *typed, int64_t *v, size_t *ret_n)
{
    size_t n = 0;
    for (const char *p = typed + strspn(typed, " ,"); *p; p += strspn(p, " ,")) {
        size_t digits = strspn(p, "0123456789");
        if (digits == 0 || digits > NUMBER_DIGITS || (p[digits] && !strchr(" ,", p[digits])))
            return false;
        v[n++] = strtoll(p, NULL, 10);
        p += digits;
    }
    *ret_n = n;
    return true;
}

void dialog_set_answered(struct screen *s, const char *typed)
{
    struct job *j;
    struct link_answer_args *x = link_answer_job(ui_app(s->ui), &j);
    int64_t *v = ARENA_ARRAY(job_arena(j), int64_t, strlen(typed) / 2 + 1);
    x->answer = dialog_of(s)->target;
    x->numbers = v;
    if (read_numbers(typed, v, &x->n_numbers)) {
        ui_post(s->ui, j);
        return;
    }
    job_free(j);
    ui_say(s->ui, STYLE_WARN, _("Tulis nomor catatannya saja, misalnya 3 5. Yang dijawab tetap seperti semula."));
}
