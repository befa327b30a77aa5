/* `mufakat paket`: every paper of the session in one folder. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "app/copy_session.h"
#include "app/make_pack.h"
#include "base/text.h"
#include "cli/command.h"

/* --- stopping --- */

static int stop_pipe[2] = {-1, -1};

static void on_signal(int number)
{
    int interrupted = errno; /* what was going on still wants it */
    ssize_t unused = write(stop_pipe[1], "", 1);
    (void)unused;
    (void)number;
    errno = interrupted;
}

/* A descriptor that becomes readable when somebody wants to stop: Ctrl-C, or the end of the pipe from the
 * program that started this one (app/pack_child.c). */
static int listen_for_stop(bool told)
{
    if (told)
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (pipe2(stop_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return -1;
    struct sigaction stop = {.sa_handler = on_signal};
    sigemptyset(&stop.sa_mask);
    sigaction(SIGINT, &stop, NULL);
    sigaction(SIGTERM, &stop, NULL);
    sigaction(SIGHUP, &stop, NULL);
    return stop_pipe[0];
}

/* --- telling --- */

static void tell_person(void *ctx, int done, int all, const char *name)
{
    (void)ctx;
    cli_say("%3d/%d  %s", done + 1, all, name);
}

static void tell_caller(void *ctx, int done, int all, const char *name)
{
    (void)ctx;
    cli_print("maju %d %d %s\n", done, all, name);
    fflush(stdout);
}

static void tell_result(const struct pack_result *r, bool told)
{
    for (size_t i = 0; i < r->n_notes; i++) {
        if (told)
            cli_print("catatan %s\n", r->notes[i]);
        else
            cli_say(_("Perhatian: %s"), r->notes[i]);
    }
    if (told)
        cli_print("jadi %d %s\n", r->flushed, r->path);
    else
        cli_say(_("Paket tersimpan di %s: %d berkas, %lld kB.%s%s"), r->path, r->files,
                (long long)((r->size + 999) / 1000), copy_is_stick(r->path) ? " " : "",
                !copy_is_stick(r->path) ? ""
                : r->flushed            ? _("Flashdisk aman dilepas.")
                                        : _("Lepaskan dengan \"Keluarkan\" dari desktop lebih dulu."));
}

/* --- the command --- */

static int make(struct app *a, struct cli_call *c, const struct pack_limit *limit)
{
    struct err e = {0};
    struct pack_result done;
    bool told = cli_value(c, "kemajuan") != NULL;
    const struct pack_request in = {
        .folder = c->args[1],
        .zip = cli_value(c, "zip") != NULL,
        .public_only = cli_value(c, "publikasi") != NULL,
        .limit = *limit,
        .step = told                     ? tell_caller
                : isatty(STDERR_FILENO) ? tell_person
                                         : NULL,
        .cancel_fd = listen_for_stop(told),
    };
    enum err_code code = make_pack(a, &in, c->arena, &done, &e);
    if (in.cancel_fd >= 0)
        close(in.cancel_fd);
    if (code)
        return cli_fail(&e);
    tell_result(&done, told);
    return EXIT_DONE;
}

static int run(struct cli_call *c)
{
    int code;
    struct pack_limit limit = pack_usual_limit;
    const char *typed = cli_value(c, "batas");
    if (typed && !pack_read_limit(typed, &limit))
        return cli_wrong(c, _("batas \"%s\" tidak dimengerti; tulis banyaknya berkas dan besarnya, "
                              "misalnya 5x5MB"),
                         typed);
    struct app *a = cli_open(c, CLI_READS, &code);
    if (!a)
        return code;
    code = make(a, c, &limit);
    app_close(a);
    return code;
}

const struct cli_command command_pack = {
    .name = "paket",
    .english = "pack",
    .args = "FILE.fkp FOLDER",
    .min_args = 2,
    .max_args = 2,
    .summary = N_("semua naskah, data, dan foto dalam satu folder: unggah, arsip, publikasi"),
    .options =
        {
            {"zip", "zip", NULL, N_("satu berkas .zip, bukan folder")},
            {"publikasi", "public", NULL, N_("hanya yang boleh diumumkan")},
            {"batas", "limit", "NxBESAR",
             N_("banyak dan besar berkas untuk diunggah, mis. 5x5MB (biasanya)")},
            {"kemajuan", "progress", NULL, N_("baris kemajuan untuk program yang memanggil")},
        },
    .run = run,
};
