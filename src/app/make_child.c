#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "app/make_child.h"
#include "app/own_child.h"
#include "app/pack_leftover.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"

struct make_child {
    struct own_child *run;
    struct make_news news;
    struct buf name, path, notes;
    char *session;
    char *place; /* of a paper; NULL: the printer, or a pack */
};

static enum err_code start(struct app *a, const char *const *words, size_t n, struct make_child **ret, struct err *e)
{
    struct make_child *c = mem_zalloc(sizeof *c);
    int failed = own_child_start(words, n, &c->run);
    if (failed) {
        make_child_free(c);
        errno = failed;
        return err_errno(e, _("Pembuatan tidak dapat dimulai. Sesi aman dan belum ada yang ditulis; tutup program lain, "
                              "lalu coba lagi."));
    }
    c->session = mem_strdup(app_path(a));
    *ret = c;
    return ERR_NONE;
}

enum err_code make_child_pack(struct app *a, const struct pack_request *in, struct make_child **ret, struct err *e)
{
    char limit[48];
    const struct pack_limit l = in->limit.files > 0 ? in->limit : pack_usual_limit;
    snprintf(limit, sizeof limit, "%dx%lldkB", l.files, (long long)(l.bytes / 1000));
    const char *const words[] = {"paket", "--kemajuan", in->zip ? "--zip" : NULL, in->public_only ? "--publikasi" : NULL,
                                 "--batas", limit, "--", app_path(a), in->folder};
    return start(a, words, sizeof words / sizeof *words, ret, e);
}

enum err_code make_child_paper(struct app *a, const struct export_request *in, struct make_child **ret, struct err *e)
{
    char copies[16];
    snprintf(copies, sizeof copies, "%d", in->copies);
    const char *const words[] = {"ekspor", "--kemajuan", "--dokumen", in->document,
                                 in->privacy == PRIVACY_PUBLIKASI ? "--publikasi" : NULL, in->draft ? "--draf" : NULL,
                                 in->path ? "--ke" : "--cetak", in->path ? in->path : copies, "--", app_path(a)};
    enum err_code code = start(a, words, sizeof words / sizeof *words, ret, e);
    if (!code && in->path)
        (*ret)->place = mem_strdup(in->path);
    return code;
}

int make_child_fd(const struct make_child *c)
{
    return own_child_fd(c->run);
}

static void replace(struct buf *b, const char *text)
{
    buf_clear(b);
    buf_puts(b, text);
}

/* "maju 3 57 Notula (pdf)", "catatan ...", "jadi 1 /media/...": src/cli/told.c says them. */
static void hear_line(void *ctx, const char *line)
{
    struct make_child *c = ctx;
    int a, b, at = 0;
    if (sscanf(line, "maju %d %d %n", &a, &b, &at) == 2 && at > 0) {
        c->news.done = a;
        c->news.all = b;
        replace(&c->name, line + at);
    } else if (strncmp(line, "catatan ", 8) == 0) {
        buf_printf(&c->notes, "%s%s", c->notes.len ? "\n" : "", line + 8);
    } else if (sscanf(line, "jadi %d %n", &a, &at) == 1 && at > 0) {
        c->news.flushed = a != 0;
        replace(&c->path, line + at);
    } else {
        own_child_complaint(line, &c->news.err);
    }
}

static void end(struct make_child *c, int status)
{
    c->news.ended = true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && c->path.len > 0) {
        err_clear(&c->news.err);
        return;
    }
    if (c->news.err.code == ERR_NONE)
        err_ignore(err_set(&c->news.err, ERR_IO,
                           _("Pembuatannya berhenti di tengah jalan. Sesi aman; di tempat tujuan tidak ada yang "
                             "baru. Coba lagi.")));
    err_ignore(err_detail(&c->news.err, "status %d", status));
    if (WIFSIGNALED(status)) /* it could not clean up */
        pack_leftover_sweep(c->session);
    own_child_sweep(c->run, c->place);
}

void make_child_hear(struct make_child *c, struct make_news *ret)
{
    int status;
    if (own_child_hear(c->run, hear_line, c, &status) && !c->news.ended)
        end(c, status);
    *ret = c->news;
    ret->name = buf_str(&c->name);
    ret->path = buf_str(&c->path);
    ret->notes = buf_str(&c->notes);
}

void make_child_free(struct make_child *c)
{
    if (!c)
        return;
    own_child_free(c->run);
    buf_done(&c->name);
    buf_done(&c->path);
    buf_done(&c->notes);
    free(c->session);
    free(c->place);
    free(c);
}
