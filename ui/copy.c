#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/copy_child.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/pack.h"
#include "ui/typed_path.h"
#include "ui/ui_private.h"

enum { ASK_STICK = 950, ASK_FOLDER, ASK_REPLACE }; /* beside the tags of the screen that is on top */
enum { WORDS_STAY_MS = 60000 };

/* --- where to --- */

static void answered(struct screen *s, int tag, const struct popup_result *r);

static void ask_folder(struct screen *s)
{
    ui_prompt(s, ASK_FOLDER, _("Salin berkas sesi"), _("Folder atau nama berkas tujuan:"), "", false, answered);
    ui_prompt_verb(s->ui, _("salin"));
}

static void order(struct ui *u, bool replace)
{
    u->copy.replace = replace;
    u->copy.waits = true;
    ui_say(u, STYLE_ACCENT, _("Menyimpan ke %s… jangan cabut dulu. Anda dapat terus bekerja."), u->copy.target);
    ui_copy_due(u);
}

static void answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct arena *a = ui_arena(s->ui);
    const char **sticks = NULL;
    if (!r->ok)
        return;
    if (tag == ASK_REPLACE) {
        order(s->ui, true);
        return;
    }
    if (tag == ASK_FOLDER) {
        const char *target = typed_path(r->text, a);
        if (*target)
            ui_copy_to(s->ui, target, false);
        return;
    }
    size_t n = copy_find_sticks(a, &sticks);
    if (r->choice >= 0 && (size_t)r->choice < n)
        ui_copy_to(s->ui, sticks[r->choice], false);
    else
        ask_folder(s);
}

static bool busy(struct ui *u)
{
    if (ui_copying(u))
        ui_say(u, STYLE_WARN, _("%s masih ditulis. Tunggu sampai selesai."),
               ui_packing(u) ? ui_pack_place(u) : u->copy.target);
    return ui_copying(u);
}

void ui_copy_session(struct ui *u)
{
    struct arena *a = ui_arena(u);
    const char **sticks = NULL;
    if (busy(u))
        return;
    size_t n = copy_find_sticks(a, &sticks);
    if (n == 0) {
        ask_folder(ui_top(u));
        return;
    }
    const char **choices = ARENA_ARRAY(a, const char *, n + 1);
    for (size_t i = 0; i < n; i++) {
        char left[TEXT_SIZE];
        int64_t room = copy_free_space(sticks[i]);
        choices[i] = arena_printf(a, _("%s (sisa %s)"), sticks[i], text_size(room, left));
    }
    choices[n] = _("Folder lain…");
    ui_choose(ui_top(u), ASK_STICK, _("Salin berkas sesi ke mana?"), choices, (int)n + 1, 0, answered);
}

void ui_copy_to(struct ui *u, const char *target, bool papers)
{
    struct err e = {0};
    struct copy_request in = {.target = target};
    if (busy(u))
        return;
    enum err_code code = copy_look(ui_app(u), &in, ui_arena(u), NULL, &e);
    if (code != ERR_NONE && code != ERR_CONFLICT) {
        ui_say_error(u, &e);
        return;
    }
    free(u->copy.target);
    u->copy.target = mem_strdup(target);
    u->copy.papers = papers;
    if (code == ERR_CONFLICT)
        ui_confirm(ui_top(u), ASK_REPLACE, e.text, _("Ganti salinan lama"), answered);
    else
        order(u, false);
}

/* --- while it goes on --- */

bool ui_copying(const struct ui *u)
{
    return u->copy.waits || u->copy.child || ui_packing(u);
}

static void say_ended(struct ui *u, const struct copy_news *news)
{
    const char *place = u->copy.target;
    if (news->err.code != ERR_NONE) {
        ui_say_error(u, &news->err);
        u->copy.words = _("salinan gagal");
    } else if (news->flushed) {
        ui_say(u, STYLE_OK, _("Tersalin dan diperiksa: %s. Flashdisk aman dilepas."), place);
        u->copy.words = _("salinan selesai");
    } else {
        ui_say(u, STYLE_WARN, _("Tersalin dan diperiksa: %s. Lepaskan dengan \"Keluarkan\" dari desktop lebih dulu."),
               place);
        u->copy.words = _("salinan selesai");
    }
    u->copy.until = clock_mono() + WORDS_STAY_MS;
}

static const char *step_words(enum copy_step step)
{
    static const char *const words[] = {
        [COPY_PAPERS] = N_("salinan: membuat naskah"),
        [COPY_WRITING] = N_("salinan: ditulis"),
        [COPY_CHECKING] = N_("salinan: diperiksa"),
        [COPY_FLUSHING] = N_("salinan: menunggu media"),
    };
    return _(words[step]);
}

const char *ui_copy_words(struct ui *u)
{
    struct copying *c = &u->copy;
    if (ui_packing(u))
        return ui_pack_words(u);
    if (c->waits)
        return _("salinan: menunggu");
    if (!c->child)
        return c->until ? c->words : NULL;
    return c->percent < 0 ? step_words(c->step) : arena_printf(u->turn, "%s %d%%", step_words(c->step), c->percent);
}

int ui_copy_fd(const struct ui *u)
{
    return u->copy.child ? copy_child_fd(u->copy.child) : ui_pack_fd(u);
}

void ui_copy_hear(struct ui *u)
{
    struct copy_news news;
    ui_pack_hear(u);
    if (!u->copy.child)
        return;
    copy_child_hear(u->copy.child, &news);
    u->copy.step = news.step;
    u->copy.percent = news.percent;
    if (!news.ended)
        return;
    copy_child_free(u->copy.child);
    u->copy.child = NULL;
    say_ended(u, &news);
}

static void start(struct ui *u)
{
    struct err e = {0};
    const struct copy_request in = {.target = u->copy.target, .replace = u->copy.replace, .papers = u->copy.papers};
    u->copy.waits = false;
    u->copy.step = in.papers ? COPY_PAPERS : COPY_WRITING;
    u->copy.percent = -1;
    if (copy_child_start(ui_app(u), &in, &u->copy.child, &e) != ERR_NONE)
        ui_say_error(u, &e);
}

void ui_copy_due(struct ui *u)
{
    ui_pack_due(u);
    if (u->copy.waits && ui_pending(u) == 0) /* what was entered before belongs to the copy */
        start(u);
    if (u->copy.until && clock_mono() >= u->copy.until)
        u->copy.until = 0;
}

int64_t ui_copy_next(const struct ui *u)
{
    return u->copy.until ? u->copy.until : INT64_MAX;
}

void ui_copy_done(struct ui *u)
{
    ui_pack_done(u);
    copy_child_free(u->copy.child);
    free(u->copy.target);
    u->copy = (struct copying){.child = NULL};
}
