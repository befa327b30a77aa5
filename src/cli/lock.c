/* `mufakat kunci`: the gate in words, and the lock. */
#include "config.h"

#include <string.h>

#include "app/lock_text.h"
#include "app/read.h"
#include "app/whole_gate.h"
#include "base/text.h"
#include "cli/command.h"

/* printf counts bytes, and the tick has three. */
static void print_item(const char *level, const char *text)
{
    int width = text_width(level, strlen(level));
    cli_print(" %s%*s %s\n", level, width < 9 ? 9 - width : 0, "", text);
}

static void print_gate(const struct gate *g, struct arena *ar)
{
    cli_print(_("PERIKSA SEBELUM TANDA TANGAN: %s\n"), gate_words(g, ar));
    for (size_t i = 0; i < g->n; i++)
        print_item(gate_level_words(g->v[i].level), g->v[i].text);
}

static int lock(struct app *a, struct cli_call *c)
{
    struct err e = {0};
    struct job *j;
    struct lock_text_args *x = lock_text_job(a, &j);
    x->reason = cli_value(c, "alasan") ? arena_strdup(job_arena(j), cli_value(c, "alasan")) : NULL;
    int code = app_run(a, j, NULL, &e) ? cli_fail(&e) : EXIT_DONE;
    if (code == EXIT_DONE)
        cli_print(_("Naskah dikunci. Sidik: %s\n"), x->ret_fingerprint);
    job_free(j);
    return code;
}

static int gate_and_lock(struct app *a, struct cli_call *c)
{
    struct err e = {0};
    struct dossier *d;
    if (read_dossier(a, c->arena, &d, &e))
        return cli_fail(&e);
    struct gate g = whole_gate(d, c->arena);
    print_gate(&g, c->arena);
    if (g.n_penting > 0 && !cli_value(c, "alasan")) {
        cli_say(
            _("Belum dikunci: ada hal penting yang belum lengkap. Lengkapi dahulu, atau lanjutkan "
              "dengan --alasan \"...\" (disimpan di riwayat, tidak dicetak)."));
        return EXIT_RULE;
    }
    if (cli_value(c, "ya"))
        return lock(a, c);
    cli_say(_("Belum dikunci. Ulangi dengan --ya untuk mengunci naskah."));
    return EXIT_DONE;
}

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, cli_value(c, "ya") ? CLI_WRITES : CLI_READS, &code);
    if (!a)
        return code;
    code = gate_and_lock(a, c);
    app_close(a);
    return code;
}

const struct cli_command command_lock = {
    .name = "kunci",
    .english = "lock",
    .args = "FILE.fkp",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("memeriksa sebelum tanda tangan, dan dengan --ya mengunci naskah"),
    .options =
        {
            {"ya", "yes", NULL, N_("mengunci naskah")},
            {"alasan", "reason", "ALASAN", N_("melanjutkan walaupun ada yang belum lengkap")},
        },
    .run = run,
};
