/* `mufakat riwayat`: who changed what, when. */
#include "config.h"

#include "app/actions.h"
#include "app/history_words.h"
#include "app/read.h"
#include "base/text.h"
#include "cli/command.h"

#define PAGE 200
#define VALUE_CELLS 60

static void print_change(const struct history_view *h, const struct history_change *c, struct arena *ar)
{
    const char *before = history_value_words(h, c, &c->before, VALUE_CELLS, ar);
    const char *after = history_value_words(h, c, &c->after, VALUE_CELLS, ar);
    cli_print("    %s, %s: ", _(dict_entity(c->entity)->label), _(dict_field(c->entity, c->field)->label));
    if (history_is_erased(c))
        cli_print("%s\n", after);
    else
        cli_print("%s -> %s\n", before ? before : "-", after ? after : "-");
}

static void print_group(const struct history_view *h, const struct history_group *g, struct arena *ar)
{
    enum zone z = app_zone(h->app);
    char day[DATE_TEXT], clock[DATE_TEXT];
    cli_print("%s %s  %s%s%s%s  %s\n", date_numeric(stamp_day(g->at, z), day),
              stamp_seconds(g->at, z, clock), TXT(g->person), *TXT(g->machine) ? " (" : "",
              TXT(g->machine), *TXT(g->machine) ? ")" : "", _(action_words(g->action)));
    if (*TXT(g->reason))
        cli_print(_("    alasan: %s\n"), g->reason);
    for (size_t i = 0; i < g->n_changes; i++)
        print_change(h, &g->changes[i], ar);
}

/* Newest first, a page at a time: a long day does not fill the memory. */
static int print_all(struct app *a)
{
    struct err e = {0};
    struct id before = ID_NONE;
    const struct history_view view = {.app = a, .today = NONE};
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
            print_group(&view, &v[i], ar);
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
