/* `mufakat salin`: a verified copy. */
#include "config.h"

#include <poll.h>
#include <stdio.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "base/text.h"
#include "cli/command.h"

/* For the program that started this one (app/copy_child.c): a line for each step, and the end of its pipe means stop. */
static bool tell_caller(void *ctx, enum copy_step step, int percent)
{
    (void)ctx;
    struct pollfd life = {.fd = STDIN_FILENO};
    cli_print("maju %d %d\n", (int)step, percent);
    fflush(stdout);
    return poll(&life, 1, 0) <= 0 || !(life.revents & POLLHUP);
}

static int copy(struct app *a, struct cli_call *c)
{
    struct err e = {0};
    struct copy_result done;
    char size[TEXT_SIZE];
    bool told = cli_value(c, "kemajuan") != NULL;
    const struct copy_watch watch = {tell_caller, NULL};
    const struct copy_request in = {.target = c->args[1],
                                    .replace = cli_value(c, "timpa") != NULL,
                                    .papers = cli_value(c, "kertas") != NULL,
                                    .watch = told ? &watch : NULL};
    enum err_code code = copy_session(a, &in, c->arena, &done, &e);
    if (code == ERR_CONFLICT)
        err_ignore(err_set(&e, code, _("%s sudah ada dan tidak diubah. Pilih nama lain, atau tambahkan --timpa."),
                           c->args[1]));
    if (code)
        return cli_fail(&e);
    if (told)
        cli_print("jadi %d\n", done.flushed);
    else
        cli_say(_("Salinan tersimpan dan sudah diperiksa: %s (%s)"), done.path, text_size(done.size, size));
    return EXIT_DONE;
}

static int run(struct cli_call *c)
{
    int code;
    struct app *a = cli_open(c, CLI_READS, &code);
    if (!a)
        return code;
    code = copy(a, c);
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
    .options = {{"timpa", "replace", NULL, N_("mengganti berkas tujuan yang sudah ada")},
                {"kertas", "papers", NULL, N_("juga berita acara dan daftar hadir (PDF) di folder tujuan")},
                {"kemajuan", "progress", NULL, N_("baris kemajuan untuk program yang memanggil")}},
    .run = run,
};
