/* The text writer's own pen. Private to the doc room. */
#ifndef MUFAKAT_DOC_TEXT_WRITER_H
#define MUFAKAT_DOC_TEXT_WRITER_H

#include "doc/tree.h"

struct pen {
    struct buf *out;
    struct arena *a;
    int width;
    bool boxes; /* box drawing instead of + - | */
};

/* `n` times the string `s`. */
void pen_repeat(struct pen *p, const char *s, int n);
/* `n` bytes of text in a field of `cells` cells; never cuts (the text must have been wrapped). */
void pen_field(struct pen *p, const char *s, size_t n, int cells, enum align align);
/* Text wrapped into lines of `cells` that all start at column `indent`; the first line is led by
 * `lead`, which must not be wider than the indent. */
void pen_block(struct pen *p, const char *s, const char *lead, int indent, int cells,
               enum align align);
/* A table with its frame; as "title: value" lines where the columns would be too narrow for their
 * words. */
void pen_table(struct pen *p, const struct table *tb);

#endif
