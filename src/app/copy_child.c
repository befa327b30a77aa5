#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "app/copy_child.h"
#include "app/own_child.h"
#include "base/arena.h"
#include "base/i18n.h"

struct copy_child {
    struct own_child *run;
    struct copy_news news;
    bool done; /* it said so */
    char *target;
};

enum err_code copy_child_start(struct app *a, const struct copy_request *in, struct copy_child **ret, struct err *e)
{
    const char *const words[] = {"salin", "--kemajuan", in->replace ? "--timpa" : NULL,
                                 in->papers ? "--kertas" : NULL, "--", app_path(a), in->target};
    struct copy_child *c = mem_zalloc(sizeof *c);
    c->news.percent = -1;
    int failed = own_child_start(words, sizeof words / sizeof *words, &c->run);
    if (failed) {
        copy_child_free(c);
        errno = failed;
        return err_errno(e, _("Penyalinan tidak dapat dimulai. Sesi aman dan belum ada yang ditulis; tutup program lain, "
                              "lalu coba lagi."));
    }
    c->target = mem_strdup(in->target);
    *ret = c;
    return ERR_NONE;
}

int copy_child_fd(const struct copy_child *c)
{
    return own_child_fd(c->run);
}

static void hear_line(void *ctx, const char *line)
{
    struct copy_child *c = ctx;
    int step, value;
    if (sscanf(line, "maju %d %d", &step, &value) == 2 && step >= COPY_PAPERS && step <= COPY_FLUSHING) {
        c->news.step = (enum copy_step)step;
        c->news.percent = value;
    } else if (sscanf(line, "jadi %d", &value) == 1) {
        c->done = true;
        c->news.flushed = value != 0;
    } else { /* why not; the first sentence tells */
        own_child_complaint(line, &c->news.err);
    }
}

static void end(struct copy_child *c, int status)
{
    c->news.ended = true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && c->done) {
        err_clear(&c->news.err);
        return;
    }
    if (c->news.err.code == ERR_NONE)
        err_ignore(err_set(&c->news.err, ERR_IO,
                           _("Penyalinan berhenti di tengah jalan. Sesi aman; di tempat tujuan tidak ada salinan baru. "
                             "Coba lagi.")));
    err_ignore(err_detail(&c->news.err, "salin: status %d", status));
    own_child_sweep(c->run, c->target);
}

void copy_child_hear(struct copy_child *c, struct copy_news *ret)
{
    int status;
    if (own_child_hear(c->run, hear_line, c, &status) && !c->news.ended)
        end(c, status);
    *ret = c->news;
}

void copy_child_free(struct copy_child *c)
{
    if (!c)
        return;
    own_child_free(c->run);
    free(c->target);
    free(c);
}
