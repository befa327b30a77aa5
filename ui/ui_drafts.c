/* Half-typed texts: kept while they are written, offered again when the program starts after it was stopped. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/read.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/validate.h"
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

static int in_file(const struct ui *u, const char *key)
{
    for (int i = 0; i < u->n_in_file; i++)
        if (strcmp(u->in_file[i], key) == 0)
            return i;
    return -1;
}

static void know(struct ui *u, const char *key, bool is_in_file)
{
    int i = in_file(u, key);
    if (is_in_file && i < 0) {
        u->in_file = mem_realloc(u->in_file, (size_t)(u->n_in_file + 1) * sizeof *u->in_file);
        u->in_file[u->n_in_file++] = mem_strdup(key);
    } else if (!is_in_file && i >= 0) {
        free(u->in_file[i]);
        u->in_file[i] = u->in_file[--u->n_in_file];
    }
}

void ui_draft(struct ui *u, const char *key, const char *text)
{
    if (!u->app || app_is_read_only(u->app))
        return;
    bool removing = !text || !*text;
    int i = waiting(u, key);
    if (removing && in_file(u, key) < 0) { /* never reached the file: nothing to take away */
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

const char *ui_field_key(struct ui *u, enum entity_kind entity, int field, const struct id *row)
{
    char id[ID_TEXT];
    id_format(row, id);
    return arena_printf(u->turn, "field.%s.%s.%s", dict_entity(entity)->name, dict_field(entity, field)->name, id);
}

void ui_draft_field(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text)
{
    ui_draft(u, ui_field_key(u, entity, field, row), text);
}

static void post_draft(struct ui *u, int i)
{
    know(u, u->drafts[i].key, u->drafts[i].text != NULL);
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
    if (!u->app || app_is_read_only(u->app))
        return;
    ui_flush_drafts(u);
    if (u->n_in_file > 0)
        app_leave_drafts(u->app);
}

static void forget_recovered(struct ui *u, int i)
{
    struct recovered_draft *r = &u->recovered[i];
    free(r->key);
    free(r->stored);
    free(r->kept);
    free(r->text);
    memmove(r, r + 1, sizeof *r * (size_t)(--u->n_recovered - i));
}

void ui_drafts_done(struct ui *u)
{
    if (u->app)
        ui_flush_drafts(u);
    while (u->n_in_file > 0)
        know(u, u->in_file[0], false);
    while (u->n_recovered > 0)
        forget_recovered(u, u->n_recovered - 1);
    free(u->in_file);
    free(u->recovered);
    u->in_file = NULL;
    u->recovered = NULL;
}

/* --- offering again --- */

static struct recovered_draft *add_recovered(struct ui *u, const char *key, const char *text)
{
    u->recovered = mem_realloc(u->recovered, (size_t)(u->n_recovered + 1) * sizeof *u->recovered);
    struct recovered_draft *r = &u->recovered[u->n_recovered++];
    *r = (struct recovered_draft){.tag = ++u->last_recovered, .key = mem_strdup(key), .text = mem_strdup(text)};
    return r;
}

/* What another run left, or a refused job, becomes the draft of its field before it goes from where it was. */
static void make_own(struct ui *u, struct recovered_draft *r)
{
    if (!r->stored && !r->kept)
        return;
    ui_draft(u, r->key, r->text);
    if (r->kept)
        ui_draft(u, r->kept, NULL);
    ui_flush_drafts(u);
    if (r->stored)
        app_drop_draft(u->app, r->stored);
}

const char *ui_recovered(struct ui *u, const char *key)
{
    for (int i = 0; i < u->n_recovered; i++) {
        struct recovered_draft *r = &u->recovered[i];
        if (strcmp(r->key, key) != 0 || !r->accepted)
            continue;
        const char *text = arena_strdup(u->turn, r->text);
        make_own(u, r);
        forget_recovered(u, i);
        return text;
    }
    return NULL;
}

void ui_put_aside(struct ui *u, const char *key, const char *kept, const char *text)
{
    for (int i = 0; !kept && i < u->n_recovered; i++)
        if (!u->recovered[i].stored && !u->recovered[i].kept && strcmp(u->recovered[i].key, key) == 0)
            forget_recovered(u, i--);
    struct recovered_draft *r = add_recovered(u, key, text);
    r->kept = kept ? mem_strdup(kept) : NULL;
    r->offered = r->accepted = true;
}

void ui_keep_refused(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text)
{
    const char *key = ui_field_key(u, entity, field, row);
    ui_draft(u, key, text);
    ui_put_aside(u, key, NULL, text);
}

const char *ui_refused_field(struct ui *u, enum entity_kind entity, int field, const struct id *row)
{
    return ui_recovered(u, ui_field_key(u, entity, field, row));
}

const char *ui_about_row(const struct id *row, struct arena *a)
{
    char text[ID_TEXT];
    id_format(row, text);
    return arena_strdup(a, text);
}

/* A row that was to be made with the first of its fields: it is made now. NULL: the text is no value of that field. */
static struct job *row_job(struct ui *u, enum entity_kind entity, int field, const struct id *row, const char *text)
{
    struct job *j;
    struct add_row_args *x = add_row_job(u->app, entity, &j);
    const struct validate_context c = {ui_today(u), ui_zone(u)};
    struct value v;
    struct err e;
    x->row = *row;
    if (validate_field(entity, field, text, &c, job_arena(j), &v, NULL, &e) == ERR_NONE &&
        record_set(x->record, entity, field, &v))
        return j;
    job_free(j);
    return NULL;
}

static bool row_exists(struct ui *u, enum entity_kind entity, const struct id *row)
{
    struct arena *a = arena_new();
    struct err e;
    bool exists = read_row(u->app, entity, row, a, arena_alloc(a, dict_entity(entity)->size), &e) != ERR_NOTFOUND;
    arena_free(a);
    return exists;
}

/* NULL: there is no such field. */
static struct job *field_job(struct ui *u, const char *entity, const char *field, const char *row, const char *text)
{
    int kind = dict_find_entity(entity);
    int number = kind >= 0 ? dict_find_field((enum entity_kind)kind, field) : -1;
    struct id id;
    if (number < 0 || !id_parse(row, &id))
        return NULL;
    if (!row_exists(u, (enum entity_kind)kind, &id))
        return row_job(u, (enum entity_kind)kind, number, &id, text);
    struct job *j = NULL;
    struct set_field_args *x = set_field_job(u->app, &j);
    x->entity = (enum entity_kind)kind;
    x->row = id;
    x->field = number;
    x->typed = true;
    x->text = arena_strdup(job_arena(j), text);
    return j;
}

/* The form of a stored row, see DRAFT_OF_ROW: each word into its field. The last job; NULL: nothing fits. */
static struct job *form_jobs(struct ui *u, const struct recovered_draft *k, const char *entity, const char *row)
{
    struct arena *a = arena_new();
    const char *at = k->text, *field, *text;
    struct job *last = NULL;
    while (form_draft_next(&at, a, &field, &text)) {
        struct job *j = field_job(u, entity, field, row, text);
        if (j && last)
            ui_post(u, last);
        last = j ? j : last;
    }
    arena_free(a);
    return last;
}

/* "field.<entity>.<field>.<row id>", or a form of a stored row: stored where it belongs. False for other keys. The draft goes
 * with the entry that stores it, not before. */
static bool store_in_field(struct ui *u, struct recovered_draft *k)
{
    char entity[64];
    char field[64];
    char row[ID_TEXT];
    struct job *last = NULL;
    if (sscanf(k->key, "field.%63[^.].%63[^.].%36s", entity, field, row) == 3)
        last = field_job(u, entity, field, row, k->text);
    else if (sscanf(k->key, DRAFT_FORM "%*[^.].%*d." DRAFT_OF_ROW "%63[^:]:%36[^.]", entity, row) == 2)
        last = form_jobs(u, k, entity, row);
    if (!last)
        return false;
    make_own(u, k);
    job_clears_draft(last, k->key);
    ui_post(u, last);
    ui_say(u, STYLE_OK, _("Tulisan tadi sudah disimpan di isian “%s”. Ctrl-Z mengurungkan."),
           _(dict_entity((enum entity_kind)dict_find_entity(entity))->label));
    return true;
}

/* True when another text stands, or will stand, where this one is wanted. */
static bool stands_behind(const struct ui *u, const struct recovered_draft *k)
{
    for (const struct recovered_draft *r = u->recovered; r < k; r++)
        if (r->accepted && strcmp(r->key, k->key) == 0)
            return true;
    return in_file(u, k->key) >= 0 || waiting(u, k->key) >= 0;
}

/* Where the text waits that was just wanted back: "dialog.capture", or a question that must be asked again. */
static void say_where(struct ui *u, const struct recovered_draft *k)
{
    char id[64];
    const struct screen_class *class = NULL;
    bool asked = strncmp(k->key, DRAFT_PROMPT, strlen(DRAFT_PROMPT)) == 0 || strncmp(k->key, DRAFT_FORM, strlen(DRAFT_FORM)) == 0;
    const char *from = asked ? strchr(k->key, '.') + 1 : k->key;
    snprintf(id, sizeof id, "%.*s", (int)strcspn(from, "."), from);
    for (int i = 0; screens_all[i] && !class; i++)
        class = strcmp(screens_all[i]->id, id) == 0 ? screens_all[i] : NULL;
    if (!class)
        return;
    const char *where = class->place != PLACE_NONE ? arena_printf(u->turn, "F%d %s", (int)class->place, _(class->title)) : _(class->title);
    if (asked)
        ui_say(u, STYLE_OK, _("Tulisan tadi menunggu di %s: muncul lagi saat pertanyaannya dibuka."), where);
    else if (stands_behind(u, k))
        ui_say(u, STYLE_OK, _("Tulisan tadi menunggu gilirannya: muncul di baris catat begitu yang sebelumnya disimpan."));
    else if (u->depth > 0 && u->stack[0]->class == class)
        ui_say(u, STYLE_OK, _("Tulisan tadi ada di baris catat. Enter menyimpannya."));
    else
        ui_say(u, STYLE_OK, _("Tulisan tadi menunggu di baris catat %s. Enter di sana menyimpannya."), where);
}

static void offer_next(struct ui *u);

static void offer_answered(struct screen *s, int tag, const struct popup_result *r)
{
    struct ui *u = s->ui;
    int at = 0;
    while (u->recovered[at].tag != tag) /* none goes unasked */
        at++;
    struct recovered_draft *k = &u->recovered[at];
    k->offered = true;
    if (!r->ok && r->choice == 0) { /* Buang */
        app_drop_draft(u->app, k->stored);
        forget_recovered(u, at);
    } else if (r->ok && store_in_field(u, k)) {
        forget_recovered(u, at);
    } else if (r->ok) {
        k->accepted = true;
        say_where(u, k);
    }
    for (int i = 0; i < u->depth; i++)
        u->stack[i]->stale = true;
    offer_next(u);
}

/* What the field of a draft holds now: somebody may have written into it since. NULL: nothing, or the same. */
static const char *in_field_now(struct ui *u, const struct recovered_draft *k, struct arena *a)
{
    char entity[64], field[64], row[ID_TEXT], scratch[DATE_TEXT];
    struct id id;
    struct err e;
    if (sscanf(k->key, "field.%63[^.].%63[^.].%36s", entity, field, row) != 3 || !id_parse(row, &id))
        return NULL;
    int kind = dict_find_entity(entity), number = kind >= 0 ? dict_find_field((enum entity_kind)kind, field) : -1;
    if (number < 0 || dict_field((enum entity_kind)kind, number)->type != TYPE_TEXT)
        return NULL;
    void *record = arena_alloc(a, dict_entity((enum entity_kind)kind)->size);
    if (read_row(u->app, (enum entity_kind)kind, &id, a, record, &e) != ERR_NONE)
        return NULL;
    struct value v = record_get(record, (enum entity_kind)kind, number, scratch);
    return v.type == VALUE_TEXT && strcmp(v.p, k->text) != 0 ? text_clip(a, text_input(a, v.p, v.n, false), 160) : NULL;
}

/* What happened, when, and the text, unless it would be read on the wall. */
static const char *question(struct ui *u, const struct recovered_draft *k, struct arena *a)
{
    char clock[DATE_TEXT];
    const char *raw = strncmp(k->key, DRAFT_FORM, strlen(DRAFT_FORM)) == 0 ? form_draft_words(a, k->text) : k->text;
    const char *text = text_clip(a, text_input(a, raw, strlen(raw), false), 160);
    const char *now = ui_proyektor(u) ? NULL : in_field_now(u, k, a);
    stamp_clock(k->at, ui_zone(u), clock);
    if (ui_proyektor(u))
        text = _("(tidak ditampilkan di layar peserta)");
    const char *what = arena_printf(a,
                                    k->left ? _("Catatan yang belum selesai diketik dari pukul %s masih ada: “%s”")
                                            : _("Program berhenti mendadak pukul %s. 1 catatan setengah jadi ditemukan: “%s”"),
                                    clock, text);
    return now ? arena_printf(a, _("%s\nDi isian itu sekarang: “%s”. Pakai menggantinya."), what, now) : what;
}

/* Screens look for their text at load (ui_recovered). */
static void offer_next(struct ui *u)
{
    struct screen *s = ui_top(u);
    struct arena *a = arena_new();
    for (int i = 0; s && i < u->n_recovered; i++) {
        struct recovered_draft *k = &u->recovered[i];
        if (k->offered)
            continue;
        popup_ask(s, k->tag, _("Tulisan setengah jadi"), question(u, k, a), _("Buang"), _("Pakai"), offer_answered);
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
    for (size_t i = 0; i < n; i++) {
        if (v[i].elsewhere) /* somebody is typing it now, in another program */
            continue;
        const char *key = arena_memdup(a, v[i].key, strcspn(v[i].key, (const char[]){DRAFT_MARK, '\0'}));
        struct recovered_draft *r = add_recovered(u, key, v[i].text);
        r->stored = mem_strdup(v[i].stored);
        r->at = v[i].at;
        r->left = v[i].left;
    }
    arena_free(a);
}

void ui_offer_drafts(struct ui *u)
{
    if (!ui_read_only(u))
        offer_next(u);
}
