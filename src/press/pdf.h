/* The PDF writer. */
#ifndef MUFAKAT_PRESS_PDF_H
#define MUFAKAT_PRESS_PDF_H

#include "base/buf.h"
#include "doc/tree.h"

/* What happens while a paper is made; called in order. */
struct pdf_news {
    void (*page)(void *ctx, size_t number);
    void (*missing)(void *ctx, const char *word); /* a name or a word with letters that no font has */
    void (*bad_picture)(void *ctx, size_t count);
    void (*pictures_read)(void *ctx); /* the bytes of the tree's pictures and logo are not needed any more */
    void *ctx;
};

/* The tree as a PDF: same tree, same bytes. Appends to `out`; nothing is appended on failure. */
enum err_code pdf_write(const struct document_tree *t, const struct pdf_news *news, struct buf *out,
                        struct err *e) MUST_CHECK;

#endif
