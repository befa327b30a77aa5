/* `mufakat salin`: a verified copy. */
#include "config.h"

#include "app/copy_session.h"
#include "cli/command.h"

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, true, &code);
    if (!a)
        return code;
    struct err e = {0};
    struct copy_result done;
    code = EXIT_DONE;
    if (copy_session(a, c->args[1], cli_value(c, "timpa") != NULL, c->arena, &done, &e))
        code = cli_fail(&e);
    else
        cli_say(_("Salinan tersimpan dan sudah diperiksa: %s (%lld kB)"), done.path,
                (long long)((done.size + 1023) / 1024));
    app_close(a);
    return code;
}

const struct cli_command command_copy = {
    .name = "salin",
    .english = "copy",
    .args = "FILE.fkp TUJUAN",
    .min_args = 2,
    .max_args = 2,
    .summary = N_("salinan utuh dalam satu berkas, juga selagi sesi dibuka program lain"),
    .options = {{"timpa", "replace", NULL, N_("mengganti berkas tujuan yang sudah ada")}},
    .run = run,
};
