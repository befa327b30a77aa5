/* `mufakat paket`: every paper of the session in one folder. */
#include "config.h"

#include <unistd.h>

#include "app/copy_session.h"
#include "app/make_pack.h"
#include "base/text.h"
#include "cli/command.h"

/* --- telling --- */

static void tell_person(void *ctx, int done, int all, const char *name)
{
    (void)ctx;
    cli_say("%3d/%d  %s", done + 1, all, name);
}

static void tell_result(const struct pack_result *r, bool told)
{
    char size[TEXT_SIZE];
    for (size_t i = 0; i < r->n_notes; i++) {
        if (told)
            cli_tell_notes(r->notes[i]);
        else
            cli_say(_("Perhatian: %s"), r->notes[i]);
    }
    if (told)
        cli_tell_done(r->flushed, r->path);
    else
        cli_say(_("Paket tersimpan di %s: %d berkas, %s.%s%s"), r->path, r->files, text_size(r->size, size), copy_is_stick(r->path) ? " " : "",
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
        .step = told                     ? cli_tell_step
                : isatty(STDERR_FILENO) ? tell_person
                                         : NULL,
        .cancel_fd = cli_listen_for_stop(told),
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
