/* A catalogue of words as msgfmt writes it (GNU gettext, "The Format of GNU MO Files"). Read by ourselves: gettext looks
 * up nothing while the locale is C, newer glibc (2.39) not in C.UTF-8 either, and that is all that a small machine has. */
#ifndef MUFAKAT_BASE_CATALOGUE_H
#define MUFAKAT_BASE_CATALOGUE_H

#include <stdbool.h>
#include "base/buf.h"

struct catalogue {
    struct buf bytes;
    size_t n, from, to; /* how many; where the tables of sources and of their translations begin */
    bool big_endian;
};

/* False when there is none at `path` or it is damaged; nothing is kept then. */
bool catalogue_read(const char *path, struct catalogue *ret);
void catalogue_done(struct catalogue *c);
/* The translation, borrowed; NULL: there is none. */
const char *catalogue_find(const struct catalogue *c, const char *source);

#endif
