/* `mufakat data`: the whole session as JSON. */
#include "config.h"

#include "app/data_export.h"
#include "cli/command.h"

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, CLI_READS, &code);
    if (!a)
        return code;
    struct err e = {0};
    struct buf b = BUF_INIT;
    code = data_export(a, &b, &e) ? cli_fail(&e) : EXIT_DONE;
    if (code == EXIT_DONE)
        cli_write(buf_str(&b), b.len);
    buf_done(&b);
    app_close(a);
    return code;
}

const struct cli_command command_data = {
    .name = "data",
    .english = "data",
    .args = "FILE.fkp",
    .min_args = 1,
    .max_args = 1,
    .summary = N_("seluruh isi sesi sebagai JSON"),
    .run = run,
};
