/* The pictures of one paper, made small one by one while it is made: twenty photographs as phones make them never stand in
 * memory together. */
#ifndef MUFAKAT_APP_PAPER_PICTURES_H
#define MUFAKAT_APP_PAPER_PICTURES_H

#include "app/app.h"
#include "app/press_run.h"
#include "base/buf.h"

enum { PAPER_BOX = 1280 }; /* pixels of a picture in a paper: half an A4 page at 200 dpi */

struct paper_pictures {
    struct app *app;
    struct press_watch watch; /* whose crew makes them small */
    int box;                  /* longest side in pixels; 0: the paper only asks whether there is one */
    char *temp;               /* a file of ours, written over for each picture; NULL at first */
};

/* For paper_source_pictures; ctx is a struct paper_pictures. One that cannot be read comes as it is stored: the paper's own
 * maker tells it. */
enum err_code paper_pictures_get(void *ctx, const struct document *d, struct buf *ret, struct err *e);
void paper_pictures_done(struct paper_pictures *p);

#endif
