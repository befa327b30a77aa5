#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_session.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/ui.h"

enum { ASK_STICK, ASK_FOLDER, ASK_REPLACE };

static void copy_to(struct screen *s, const char *target, bool replace);
static void answered(struct screen *s, int tag, const struct popup_result *r);

/* The target of the question "replace?"; one at a time, popups are modal. */
static char *last_target;

static void ask_folder(struct screen *s)
{
    ui_prompt(s, ASK_FOLDER, _("Salin berkas sesi"), _("Folder atau nama berkas tujuan:"), "", false, answered);
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct arena *a = ui_arena(s->ui);
    const char **sticks = NULL;
    if (!r->ok)
        return;
    if (tag == ASK_REPLACE) {
        copy_to(s, arena_strdup(a, last_target), true);
        return;
    }
    if (tag == ASK_FOLDER) {
        if (*r->text)
            copy_to(s, r->text, false);
        return;
    }
    size_t n = copy_find_sticks(a, &sticks);
    if (r->choice >= 0 && (size_t)r->choice < n)
        copy_to(s, sticks[r->choice], false);
    else
        ask_folder(s);
}

static void copy_to(struct screen *s, const char *target, bool replace)
{
    struct copy_result done = {0};
    struct err e = {0};
    enum err_code code = copy_session(ui_app(s->ui), target, replace, ui_arena(s->ui), &done, &e);
    if (code == ERR_INPUT && !replace) { /* exists already, or not a place: the text says which */
        free(last_target);
        last_target = mem_strdup(target);
        ui_confirm(s, ASK_REPLACE, e.text, _("Ganti"), answered);
    } else if (code != ERR_NONE) {
        ui_say_error(s->ui, &e);
    } else if (done.flushed) {
        ui_say(s->ui, STYLE_OK, _("Tersalin dan diperiksa: %s. Flashdisk aman dilepas."), done.path);
    } else {
        ui_say(s->ui, STYLE_OK, _("Tersalin dan diperiksa: %s. Tunggu sebelum melepas flashdisk."), done.path);
    }
}

void ui_copy_session(struct ui *u)
{
    struct arena *a = ui_arena(u);
    const char **sticks = NULL;
    size_t n = copy_find_sticks(a, &sticks);
    if (n == 0) {
        ask_folder(ui_top(u));
        return;
    }
    const char **choices = ARENA_ARRAY(a, const char *, n + 1);
    for (size_t i = 0; i < n; i++) {
        int64_t room = copy_free_space(sticks[i]);
        choices[i] = arena_printf(a, _("%s (sisa %lld MB)"), sticks[i], (long long)(room > 0 ? room / 1000000 : 0));
    }
    choices[n] = _("Folder lain…");
    ui_choose(ui_top(u), ASK_STICK, _("Salin berkas sesi ke mana?"), choices, (int)n + 1, 0, answered);
}
