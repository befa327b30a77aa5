/* Half-typed texts: kept while they are written, offered again when the program starts after it was stopped. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/all.h"
#include "ui/ui_private.h"

#define DRAFT_AFTER_MS 700 /* a draft is at most 1 s old, the keeper's fsync included */

/* --- keeping --- */

static void forget_waiting(struct ui *u, int i)
{
    free(u->drafts[i].key);
    free(u->drafts[i].text);
    u->drafts[i] = u->drafts[--u->n_drafts];
}

static int waiting(const struct ui *u, const char *key)
{
    for (int i = 0; i < u->n_drafts; i++)
        if (strcmp(u->drafts[i].key, key) == 0)
            return i;
    return -1;
}

/* A place for one more: one behind the others, or of a text that is neither in the file nor wanted any more. */
static struct known_draft *place_for(struct ui *u)
{
    if (u->n_known < MOST_DRAFTS)
        return &u->known[u->n_known++];
    for (int i = 0; i < MOST_DRAFTS; i++) {
        struct known_draft *k = &u->known[i];
        bool asked = !k->recovered || k->offered;
        if (k->in_file || k->accepted || !asked || waiting(u, k->key) >= 0)
            continue;
        free(k->key);
        free(k->recovered);
        return k;
    }
    return NULL;
}

static struct known_draft *known(struct ui *u, const char *key)
{
    for (int i = 0; i < u->n_known; i++)
        if (strcmp(u->known[i].key, key) == 0)
            return &u->known[i];
    struct known_draft *k = place_for(u);
    if (k)
        *k = (struct known_draft){.key = mem_strdup(key)};
    return k;
}

void ui_draft(struct ui *u, const char *key, const char *text)
{
    if (!u->app || app_is_read_only(u->app))
        return;
    struct known_draft *k = known(u, key);
    bool removing = !text || !*text;
    int i = waiting(u, key);
    if (removing && k && !k->in_file) { /* never reached the file: nothing to take away */
        if (i >= 0)
            forget_waiting(u, i);
        return;
    }
    if (i < 0 && u->n_drafts == MOST_DRAFTS)
        ui_flush_drafts(u);
    if (i < 0) {
        i = u->n_drafts++;
        u->drafts[i] = (struct waiting_draft){.key = mem_strdup(key), .due = clock_mono() + DRAFT_AFTER_MS};
    }
    free(u->drafts[i].text);
    u->drafts[i].text = removing ? NULL : mem_strdup(text);
}

static const char *field_key(struct ui *u, enum entity_kind entity, int field, const struct id *row)
{
    char id[ID_TEXT];
    id_format(row, id);
    return arena_printf(u->turn, "field.%s.%s.%s", dict_entity(entity)->name, dict_field(entity, field)->name, id);
}

void ui_draft_field(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text)
{
    ui_draft(u, field_key(u, entity, field, row), text);
}

static void post_draft(struct ui *u, int i)
{
    struct known_draft *k = known(u, u->drafts[i].key);
    if (u->drafts_left && u->drafts[i].text) {
        app_post_left(u->app, false);
        u->drafts_left = false;
    }
    if (k)
        k->in_file = u->drafts[i].text != NULL;
    app_post_draft(u->app, u->drafts[i].key, u->drafts[i].text);
    forget_waiting(u, i);
}

void ui_flush_drafts(struct ui *u)
{
    while (u->n_drafts > 0)
        post_draft(u, 0);
}

void ui_post_due_drafts(struct ui *u)
{
    int64_t now = clock_mono();
    for (int i = 0; i < u->n_drafts;)
        if (u->drafts[i].due <= now)
            post_draft(u, i);
        else
            i++;
}

void ui_leave_drafts(struct ui *u)
{
    bool any = false;
    if (!u->app || app_is_read_only(u->app))
        return;
    ui_flush_drafts(u);
    for (int i = 0; i < u->n_known; i++)
        any = any || u->known[i].in_file;
    if (any && !u->drafts_left)
        app_post_left(u->app, true);
}

void ui_drafts_done(struct ui *u)
{
    if (u->app)
        ui_flush_drafts(u);
    for (int i = 0; i < u->n_known; i++) {
        free(u->known[i].key);
        free(u->known[i].recovered);
    }
    u->n_known = 0;
    u->drafts_left = false;
}

/* --- offering again --- */

const char *ui_recovered(struct ui *u, const char *key)
{
    for (int i = 0; i < u->n_known; i++) {
        struct known_draft *k = &u->known[i];
        if (strcmp(k->key, key) != 0 || !k->accepted)
            continue;
        k->accepted = false;
        return arena_strdup(u->turn, k->recovered);
    }
    return NULL;
}

void ui_put_aside(struct ui *u, const char *key, const char *text)
{
    struct known_draft *k = known(u, key);
    if (!k)
        return;
    free(k->recovered);
    k->recovered = mem_strdup(text);
    k->offered = k->accepted = true;
}

void ui_keep_refused(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text)
{
    const char *key = field_key(u, entity, field, row);
    ui_draft(u, key, text);
    ui_put_aside(u, key, text);
}

const char *ui_refused_field(struct ui *u, enum entity_kind entity, int field, const struct id *row)
{
    return ui_recovered(u, field_key(u, entity, field, row));
}

const char *ui_about_row(const struct id *row, struct arena *a)
{
    char text[ID_TEXT];
    id_format(row, text);
    return arena_strdup(a, text);
}

static bool post_field(struct ui *u, const char *entity, const char *field, const char *row, const char *text)
{
    int kind = dict_find_entity(entity);
    int number = kind >= 0 ? dict_find_field((enum entity_kind)kind, field) : -1;
    struct id id;
    if (number < 0 || !id_parse(row, &id))
        return false;
    struct job *j = NULL;
    struct set_field_args *x = set_field_job(u->app, &j);
    x->entity = (enum entity_kind)kind;
    x->row = id;
    x->field = number;
    x->typed = true;
    x->text = arena_strdup(job_arena(j), text);
    ui_post(u, j);
    return true;
}

/* The form of a stored row, see DRAFT_OF_ROW: each word into its field. */
static bool store_form(struct ui *u, const struct known_draft *k, const char *entity, const char *row)
{
    struct arena *a = arena_new();
    const char *at = k->recovered, *field, *text;
    bool any = false;
    while (form_draft_next(&at, a, &field, &text))
        any = post_field(u, entity, field, row, text) || any;
    arena_free(a);
    return any;
}

/* "field.<entity>.<field>.<row id>", or a form of a stored row: stored where it belongs. False for other keys. */
static bool store_in_field(struct ui *u, const struct known_draft *k)
{
    char entity[64];
    char field[64];
    char row[ID_TEXT];
    bool stored = false;
    if (sscanf(k->key, "field.%63[^.].%63[^.].%36s", entity, field, row) == 3)
        stored = post_field(u, entity, field, row, k->recovered);
    else if (sscanf(k->key, DRAFT_FORM "%*[^.].%*d." DRAFT_OF_ROW "%63[^:]:%36[^.]", entity, row) == 2)
        stored = store_form(u, k, entity, row);
    if (!stored)
        return false;
    ui_draft(u, k->key, NULL);
    ui_say(u, STYLE_OK, _("Tulisan tadi sudah disimpan di isian “%s”. Ctrl-Z mengurungkan."),
           _(dict_entity((enum entity_kind)dict_find_entity(entity))->label));
    return true;
}

/* Where the text waits that was just wanted back: "dialog.capture", or a question that must be asked again. */
static void say_where(struct ui *u, const struct known_draft *k)
{
    char id[64], about[120];
    int end = 0;
    const struct screen_class *class = NULL;
    if (sscanf(k->key, "%*[^.].%63[^.].%*d.%119[^.].%n", id, about, &end) < 2 || end == 0)
        snprintf(id, sizeof id, "%.*s", (int)strcspn(k->key, "."), k->key);
    for (int i = 0; screens_all[i] && !class; i++)
        class = strcmp(screens_all[i]->id, id) == 0 ? screens_all[i] : NULL;
    if (!class)
        return;
    const char *where = class->place != PLACE_NONE ? arena_printf(u->turn, "F%d %s", (int)class->place, _(class->title)) : _(class->title);
    if (end > 0)
        ui_say(u, STYLE_OK, _("Tulisan tadi menunggu di %s: muncul lagi saat “%s” dibuka."), where, k->key + end);
    else if (u->depth > 0 && u->stack[0]->class == class)
        ui_say(u, STYLE_OK, _("Tulisan tadi ada di baris catat. Enter menyimpannya."));
    else
        ui_say(u, STYLE_OK, _("Tulisan tadi menunggu di baris catat %s. Enter di sana menyimpannya."), where);
}

static void offer_next(struct ui *u);

static void offer_answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct ui *u = s->ui;
    struct known_draft *k = &u->known[tag];
    k->offered = true;
    if (!r->ok && r->choice == 0)
        ui_draft(u, k->key, NULL); /* Buang */
    else if (r->ok && !store_in_field(u, k)) {
        k->accepted = true;
        say_where(u, k);
    }
    for (int i = 0; i < u->depth; i++)
        u->stack[i]->stale = true;
    offer_next(u);
}

/* What happened, when, and the text, unless it would be read on the wall. */
static const char *question(struct ui *u, const struct known_draft *k, struct arena *a)
{
    char clock[DATE_TEXT];
    const char *raw = strncmp(k->key, DRAFT_FORM, strlen(DRAFT_FORM)) == 0 ? form_draft_words(a, k->recovered) : k->recovered;
    const char *text = text_clip(a, text_input(a, raw, strlen(raw), false), 160);
    stamp_clock(k->at, ui_zone(u), clock);
    if (ui_proyektor(u))
        text = _("(tidak ditampilkan di layar peserta)");
    return arena_printf(a,
                        k->left ? _("Catatan yang belum selesai diketik dari pukul %s masih ada: “%s”")
                                : _("Program berhenti mendadak pukul %s. 1 catatan setengah jadi ditemukan: “%s”"),
                        clock, text);
}

/* Screens look for their text at load (ui_recovered). */
static void offer_next(struct ui *u)
{
    struct screen *s = ui_top(u);
    struct arena *a = arena_new();
    for (int i = 0; s && i < u->n_known; i++) {
        struct known_draft *k = &u->known[i];
        if (!k->recovered || k->offered)
            continue;
        popup_ask(s, i, _("Tulisan setengah jadi"), question(u, k, a), _("Buang"), _("Pakai"), offer_answered);
        break;
    }
    arena_free(a);
}

void ui_load_drafts(struct ui *u)
{
    struct draft *v = NULL;
    size_t n = 0;
    struct err e = {0};
    struct arena *a = arena_new();
    if (read_drafts(u->app, a, &v, &n, &e) != ERR_NONE) {
        ui_say_error(u, &e);
        n = 0;
    }
    if (n > 0 && v[0].elsewhere) { /* somebody is typing them now, in another program */
        u->drafts_left = true;
        arena_free(a);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        struct known_draft *k = known(u, v[i].key);
        if (!k)
            break;
        k->in_file = true;
        k->recovered = mem_strdup(v[i].text);
        k->at = v[i].at;
        k->left = v[i].left;
    }
    u->drafts_left = n == 0 || v[0].left;
    arena_free(a);
}

void ui_offer_drafts(struct ui *u)
{
    if (!ui_read_only(u))
        offer_next(u);
}
