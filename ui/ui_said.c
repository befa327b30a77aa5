/* What is said about an action that is stored, undone or done again. */
#include "config.h"

#include <string.h>

#include "app/actions.h"
#include "app/history_words.h"
#include "app/read.h"
#include "app/undo.h"
#include "base/i18n.h"
#include "ui/ui_private.h"

#define LOOK_BACK 16 /* quick presses: the answers of later ones may be stored already */

/* "status kesepakatan 3 (Mufakat → Ditunda)": what this job changed. */
static const char *changed_words(struct ui *u, const struct job *j, const char *action)
{
    struct history_group *v = NULL;
    size_t n = 0;
    struct err e = {0};
    struct id group = job_id(j);
    const struct history_view view = {u->app, ui_today(u), ui_proyektor(u)};
    if (read_history(u->app, &ID_NONE, LOOK_BACK, u->turn, &v, &n, &e) == ERR_NONE)
        for (size_t i = 0; i < n; i++)
            if (id_eq(&v[i].id, &group))
                return history_group_words(&view, &v[i], u->turn);
    return _(action_words(action));
}

/* Nothing is undone from behind a lock: says so, and what to do instead. NULL: there is no lock. */
static const char *why_locked(struct ui *u)
{
    struct lock *v = NULL;
    size_t n = 0;
    struct err e = {0};
    bool locked = false;
    if (read_rows(u->app, ENTITY_lock, u->turn, &v, &n, &e) != ERR_NONE || n == 0)
        return NULL;
    for (size_t i = 0; i < n; i++)
        locked = locked || v[i].unlocked_at == NONE;
    return locked ? _("Naskah terkunci: yang dicatat sebelumnya tidak diurungkan. Bila harus diubah: F6, tekan l untuk membuka "
                      "kunci, lalu perbaiki atau kembalikan lewat Ctrl-K, Riwayat.")
                  : _("Yang dicatat sebelum naskah dikunci tidak diurungkan dengan Ctrl-Z. Perbaiki langsung, atau kembalikan "
                      "lewat Ctrl-K, Riwayat.");
}

static void say_not_undone(struct ui *u, const struct err *e, bool redo)
{
    const char *why = e->code == ERR_NOTFOUND && !redo ? why_locked(u) : NULL;
    if (why)
        ui_say(u, STYLE_WARN, "%s", why);
    else
        ui_say_error(u, e);
}

bool ui_take_undo(struct ui *u, const struct answer *answer)
{
    bool redo = strcmp(answer->action, "redo") == 0;
    if (!answer->job || (!redo && strcmp(answer->action, "undo") != 0))
        return false;
    if (answer->err.code != ERR_NONE) {
        say_not_undone(u, &answer->err, redo);
        return true;
    }
    const struct undo_args *x = job_given(answer->job);
    const char *words = changed_words(u, answer->job, x->ret_done.action);
    if (redo)
        ui_say(u, STYLE_OK, _("Diulangi: %s"), words);
    else
        ui_say(u, STYLE_OK, _("Diurungkan: %s. Ctrl-Y mengulangi."), words);
    return true;
}

/* Actions whose result may be small or out of sight; entries, forms and lists show theirs where the eye is. */
static bool is_easily_missed(const char *action)
{
    static const char *const v[] = {"set_status", "follow_up", "move_deadline", "sign", "go_agenda", "revert", "park"};
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        if (strcmp(v[i], action) == 0)
            return true;
    return false;
}

void ui_say_stored(struct ui *u, const struct answer *answer)
{
    if (is_easily_missed(answer->action) && !answer->touched)
        ui_say(u, STYLE_NORMAL, _("Tidak ada yang berubah: memang sudah begitu."));
    else if (is_easily_missed(answer->action))
        ui_say(u, STYLE_OK, _("Tersimpan: %s. Ctrl-Z mengurungkan."), changed_words(u, answer->job, answer->action));
}
