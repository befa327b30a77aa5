/* `mufakat riwayat`: who changed what, when. */
#include "config.h"

#include "app/actions.h"
#include "app/read.h"
#include "base/text.h"
#include "cli/command.h"
#include "model/validate.h"

#define PAGE 200
#define VALUE_CELLS 60

/* A logged value as the forms show it. */
static const char *words(const struct value *v, const struct history_change *c, enum zone z,
                         struct arena *ar)
{
    const struct field *f = dict_field(c->entity, c->field);
    const struct validate_context context = {.today = NONE, .zone = z};
    void *record = arena_alloc(ar, dict_entity(c->entity)->size);
    if (f->type == TYPE_REF && v->type == VALUE_BLOB)
        return _(dict_entity((enum entity_kind)f->arg)->label);
    struct value kept = *v;
    if (v->type == VALUE_TEXT)
        kept.p = arena_memdup(ar, v->p, v->n);
    record_init(record, c->entity);
    if (v->type == VALUE_NULL || !record_set(record, c->entity, c->field, &kept))
        return "-";
    const char *shown = validate_show(record, c->entity, c->field, &context, ar);
    return text_clip(ar, text_trim(ar, shown), VALUE_CELLS);
}

static void print_change(const struct history_change *c, enum zone z, struct arena *ar)
{
    bool erasing = c->before.type == VALUE_NULL && c->after.type == VALUE_NULL;
    if (c->erased || erasing) {
        cli_print("    %s, %s: %s\n", _(dict_entity(c->entity)->label),
                  _(dict_field(c->entity, c->field)->label), _("(dihapus)"));
        return;
    }
    cli_print("    %s, %s: %s -> %s\n", _(dict_entity(c->entity)->label),
              _(dict_field(c->entity, c->field)->label), words(&c->before, c, z, ar),
              words(&c->after, c, z, ar));
}

static void print_group(const struct history_group *g, enum zone z, struct arena *ar)
{
    char day[DATE_TEXT], clock[DATE_TEXT];
    cli_print("%s %s  %s%s%s%s  %s\n", date_numeric(stamp_day(g->at, z), day),
              stamp_seconds(g->at, z, clock), TXT(g->person), *TXT(g->machine) ? " (" : "",
              TXT(g->machine), *TXT(g->machine) ? ")" : "", _(action_words(g->action)));
    if (*TXT(g->reason))
        cli_print(_("    alasan: %s\n"), g->reason);
    for (size_t i = 0; i < g->n_changes; i++)
        print_change(&g->changes[i], z, ar);
}

/* Newest first, a page at a time: a long day does not fill the memory. */
static int print_all(struct app *a)
{
    struct err e = {0};
    struct id before = ID_NONE;
    struct arena *ar = arena_new();
    size_t n = PAGE;
    int code = EXIT_DONE;
    while (n == PAGE && code == EXIT_DONE) {
        struct history_group *v;
        arena_reset(ar);
        if (read_history(a, &before, PAGE, ar, &v, &n, &e)) {
            code = cli_fail(&e);
            break;
        }
        for (size_t i = 0; i < n; i++)
            print_group(&v[i], app_zone(a), ar);
        if (n > 0)
            before = v[n - 1].id;
    }
    arena_free(ar);
    return code;
}

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, CLI_READS, &code);
    if (!a)
        return code;
    code = print_all(a);
    app_close(a);
    return code;
}

const struct cli_command command_history = {
    .name = "riwayat",
    .english = "history",
    .args = "FILE.fkp",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("siapa mengubah apa, dan kapan; yang terbaru di atas"),
    .run = run,
};
