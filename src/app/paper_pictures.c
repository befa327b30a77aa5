#include "config.h"

#include "app/paper_pictures.h"

#include <stdlib.h>

#include "app/read.h"
#include "base/file.h"

enum { SMALL_ENOUGH = 512 << 10, LARGEST = 64 << 20 }; /* bytes */

/* Is this the picture's own fault, not that of the disk or the program? */
static bool is_bad_picture(enum err_code code)
{
    return code == ERR_INPUT || code == ERR_FULL || code == ERR_CORRUPT;
}

static enum err_code make_small(struct paper_pictures *p, struct buf *b, struct err *e)
{
    enum err_code code = ERR_NONE;
    if (!p->temp) {
        char *beside = file_join(file_temp_folder(), "gambar");
        code = file_temp(beside, &p->temp, e);
        free(beside);
    }
    if (!code)
        code = press_run_fit(b->p, b->len, p->box, p->temp, &p->watch, e);
    if (code && is_bad_picture(code)) {
        err_clear(e);
        return ERR_NONE;
    }
    if (!code) {
        buf_done(b);
        code = file_read(p->temp, LARGEST, b, e);
    }
    return code;
}

enum err_code paper_pictures_get(void *ctx, const struct document *d, struct buf *ret, struct err *e)
{
    struct paper_pictures *p = ctx;
    enum err_code code = read_blob(p->app, d->sha256, ret, e);
    if (!code && p->box == 0 && ret->len > 0)
        ret->len = 1;
    else if (!code && ret->len > SMALL_ENOUGH)
        code = make_small(p, ret, e);
    return code;
}

void paper_pictures_done(struct paper_pictures *p)
{
    file_discard(p->temp);
    free(p->temp);
    p->temp = NULL;
}
