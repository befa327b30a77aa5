/* Jobs and their answers, undo. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "app/undo.h"
#include "base/text.h"
#include "ui/copy.h"
#include "ui/ui_private.h"

/* --- jobs --- */

void ui_post(struct ui *u, struct job *j)
{
    if (!u->app || app_is_read_only(u->app)) {
        ui_say(u, STYLE_WARN, "%s", _("Sesi ini dibuka hanya untuk dibaca; tidak ada yang diubah. Salin dulu (Ctrl-K, salin), lalu buka salinannya."));
        job_free(j);
        return;
    }
    if (u->answer_key)
        ui_hand_over(u, j, u->answer_key, u->answer_text);
    if (u->n_failed > 0 && ui_pending(u) == 0) /* what was refused goes first: this may stand on it */
        ui_retry_failed(u);
    app_post(u->app, j);
}

int ui_pending(const struct ui *u)
{
    return u->app && !app_is_read_only(u->app) ? app_pending(u->app) : 0;
}

/* The disk refused it: nothing of it is stored and trying again can help. */
static bool disk_refused(enum err_code code)
{
    return code == ERR_FULL || code == ERR_IO || code == ERR_BUSY;
}

bool ui_refused(const struct answer *a)
{
    return a->err.code != ERR_NONE && !disk_refused(a->err.code);
}

static void keep_failed(struct ui *u, struct answer *answer)
{
    if (u->n_failed == u->cap_failed) {
        u->cap_failed = u->cap_failed ? u->cap_failed * 2 : 8;
        u->failed = mem_realloc(u->failed, (size_t)u->cap_failed * sizeof *u->failed);
    }
    u->failed[u->n_failed++] = answer->job;
    answer->job = NULL;
}

static void say_retried(struct ui *u)
{
    char clock[DATE_TEXT];
    u->retrying = false;
    ui_say(u, STYLE_OK, _("Sekarang tersimpan semuanya, %s."), stamp_seconds(u->stored_at, ui_zone(u), clock));
}

/* Screens learn of what was stored: the answered job's rows, and what stands around all screens, are read in one go. */
static void take_stored(struct ui *u, struct answer *answer)
{
    struct err unread;
    bool together = read_together(u->app, &unread) == ERR_NONE; /* else one by one, and those say what is wrong */
    u->stored_at = answer->stored_at;
    if (u->n_failed == 0)
        u->failed_why[0] = '\0';
    ui_mark_stale(u, answer->touched, answer);
    ui_load_around(u);
    if (together)
        read_apart(u->app);
}

/* The words of a field that were not stored, because of a lock or because the row is gone: they stay as its draft, also when the
 * form has closed meanwhile. Those of a job that will be tried again go with it. */
static bool keep_field(struct ui *u, const struct answer *answer, enum entity_kind entity, int field, const struct id *row,
                       const char *words)
{
    if (dict_field(entity, field)->type != TYPE_TEXT || id_is_none(row) || !*words)
        return false;
    if (ui_refused(answer)) {
        ui_draft_field(u, entity, field, row, words);
        return true;
    }
    const char *key = ui_field_key(u, entity, field, row);
    ui_hand_over(u, answer->job, key, words);
    (void)ui_take_handed(u, answer); /* it has failed already */
    return true;
}

/* True when there were any. */
static bool keep_words(struct ui *u, const struct answer *answer)
{
    if (strcmp(answer->action, "set_field") == 0) {
        const struct set_field_args *x = job_given(answer->job);
        const char *words = x->typed ? TXT(x->text) : x->value.type == VALUE_TEXT ? x->value.p : "";
        return keep_field(u, answer, x->entity, x->field, &x->row, words);
    }
    bool any = false;
    const struct add_row_args *x = strcmp(answer->action, "add_row") == 0 ? job_given(answer->job) : NULL;
    for (int f = 0; x && f < dict_entity(x->entity)->n_fields; f++) {
        char scratch[DATE_TEXT];
        struct value v = record_get(x->record, x->entity, f, scratch);
        any = (v.type == VALUE_TEXT && keep_field(u, answer, x->entity, f, &x->row, v.p)) || any;
    }
    return any;
}

static void take_answer(struct ui *u, struct answer *answer)
{
    bool ok = answer->err.code == ERR_NONE;
    if (ok) {
        take_stored(u, answer);
    } else if (disk_refused(answer->err.code)) {
        snprintf(u->failed_why, sizeof u->failed_why, "%s",
                 answer->err.code == ERR_FULL   ? _("disk penuh")
                 : answer->err.code == ERR_BUSY ? _("berkas sedang dipakai program lain")
                                                : _("disk menolak"));
    }
    bool undo = ui_take_undo(u, answer);
    bool waits = ui_take_handed(u, answer);
    if (ui_refused(answer)) /* what is shown may not be what the file holds, and a text may wait for its line */
        ui_mark_stale(u, ~0u, NULL);
    const struct event stored = {.kind = EVENT_STORED, .answer = answer, .touched = answer->touched};
    ui_tell_all(u, &stored);
    if (ok && answer->touched) {
        const struct event changed = {.kind = EVENT_CHANGED, .touched = answer->touched};
        ui_tell_all(u, &changed);
    }
    if (!answer->job)
        return;
    bool kept = !ok && !undo && !waits && keep_words(u, answer);
    if (!ok && !undo && disk_refused(answer->err.code))
        ui_say(u, STYLE_ERROR, "%s %s", answer->err.text, _("Ctrl-S mencoba lagi."));
    else if (waits)
        ui_say(u, STYLE_WARN, "%s %s", answer->err.text, _("Tulisan itu menunggu: muncul lagi di tempat ia ditulis."));
    else if (kept)
        ui_say(u, STYLE_WARN, "%s %s", answer->err.text, _("Yang Anda tulis ada di draf: ditawarkan lagi saat sesi dibuka."));
    else if (!ok && !undo)
        ui_say_error(u, &answer->err);
    else if (u->retrying && u->n_failed == 0 && ui_pending(u) == 0)
        say_retried(u);
    else if (ok && !undo && !u->message)
        ui_say_stored(u, answer);
    if (disk_refused(answer->err.code) && !undo)
        keep_failed(u, answer);
    else
        job_free(answer->job);
}

void ui_take_answers(struct ui *u)
{
    struct answer answer;
    while (u->app && app_take_answer(u->app, &answer))
        take_answer(u, &answer);
    ui_copy_due(u);
    ui_do_moves(u);
}

bool ui_settle(struct ui *u)
{
    struct answer answer;
    bool all = true;
    if (!u->app || app_is_read_only(u->app))
        return false;
    app_drain(u->app);
    while (app_take_answer(u->app, &answer)) {
        all = all && answer.err.code == ERR_NONE;
        take_answer(u, &answer);
    }
    return !all;
}

void ui_retry_failed(struct ui *u)
{
    int n = u->n_failed;
    u->n_failed = 0;
    u->retrying = true;
    u->failed_why[0] = '\0';
    for (int i = 0; i < n; i++)
        app_retry(u->app, u->failed[i]);
}

/* First in, first out like every job: five quick Ctrl-Z are five steps, however slow the disk is. */
void ui_undo(struct ui *u, bool redo)
{
    struct job *j = NULL;
    struct undo_args *x = redo ? redo_job(u->app, &j) : undo_job(u->app, &j);
    (void)x; /* only results */
    app_post(u->app, j);
}

/* --- time and the end --- */

void ui_due(struct ui *u)
{
    ui_post_due_drafts(u);
    ui_copy_due(u);
    ui_do_later(u);
    if (u->next_tick && clock_mono() >= u->next_tick) {
        u->next_tick = 0;
        const struct event e = {.kind = EVENT_TICK, .now = ui_now(u)};
        ui_handle(u, &e);
    }
}

void ui_store_done(struct ui *u)
{
    ui_drafts_done(u);
    ui_handed_done(u);
    for (int i = 0; i < u->n_failed; i++)
        job_free(u->failed[i]);
    free(u->failed);
    u->failed = NULL;
    u->n_failed = u->cap_failed = 0;
    u->failed_why[0] = '\0';
}
