/* `mufakat riwayat`: who changed what, when. */
#include "config.h"

#include "app/actions.h"
#include "app/read.h"
#include "base/text.h"
#include "cli/command.h"

#define PAGE 200
#define VALUE_CELLS 60

/* A logged value as people read it. */
static const char *words(const struct value *v, const struct field *f, bool erased,
                         struct arena *ar)
{
    if (erased)
        return _("(dihapus)");
    switch (v->type) {
    case VALUE_INT:
        return arena_printf(ar, "%lld", (long long)v->i);
    case VALUE_TEXT: {
        const char *s = arena_memdup(ar, v->p, v->n);
        if (f->type == TYPE_ENUM) {
            int64_t known = dict_enum_parse((enum enum_set_id)f->arg, s);
            s = known == NONE ? s : _(dict_enum_label((enum enum_set_id)f->arg, known));
        }
        return text_clip(ar, text_trim(ar, s), VALUE_CELLS);
    }
    case VALUE_BLOB:
        return dict_entity((enum entity_kind)f->arg)->json;
    case VALUE_NULL:
        break;
    }
    return "-";
}

static void print_change(const struct history_change *c, enum zone z, struct arena *ar)
{
    const struct field *f = dict_field(c->entity, c->field);
    char before[DATE_TEXT], after[DATE_TEXT];
    const char *label = _(dict_entity(c->entity)->label);
    if (f->type == TYPE_STAMP && !c->erased) {
        cli_print("    %s, %s: %s -> %s\n", label, _(f->label),
                  c->before.type == VALUE_INT ? stamp_seconds(c->before.i, z, before) : "-",
                  c->after.type == VALUE_INT ? stamp_seconds(c->after.i, z, after) : "-");
        return;
    }
    cli_print("    %s, %s: %s -> %s\n", label, _(f->label), words(&c->before, f, c->erased, ar),
              words(&c->after, f, c->erased, ar));
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
    struct app *a = cli_open(c, true, &code);
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
