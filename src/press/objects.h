/* A PDF as its objects: read from what cairo writes (1.16: every object in the open, one table at the end; 1.18: small
 * ones and the table packed), written with the small ones packed into streams (ISO 32000-1, 7.5.7 and 7.5.8), which takes
 * a third of the bytes of structure. */
#ifndef MUFAKAT_PRESS_OBJECTS_H
#define MUFAKAT_PRESS_OBJECTS_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/buf.h"

struct object {
    const char *text; /* between "obj" and "endobj"; NULL: the number is not in use */
    size_t length;
    bool stream; /* cannot be packed */
};

struct objects {
    struct object *v; /* by number; 0 is never in use */
    size_t n;
    size_t root, info; /* numbers in use */
};

/* The objects lie in `pdf` and in `a`. False when it is not written as expected. */
bool objects_read(struct arena *a, const struct buf *pdf, struct objects *ret);
/* Appends a whole PDF, the same bytes for the same objects. */
void objects_write(const struct objects *o, struct buf *out);

#endif
