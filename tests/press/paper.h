/* Papers for the tests of the press: trees made by hand, the real mufakat-press run over them, and what
 * poppler reads out of the result. */
#ifndef MUFAKAT_TESTS_PAPER_H
#define MUFAKAT_TESTS_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"
#include "doc/tree.h"

struct paper {
    char folder[64]; /* sandbox, removed by paper_done */
    char path[128];  /* the PDF */
    long peak_kb;    /* most memory that the press had */
    int status;      /* exit status of the press; 128 + n when a signal ended it */
    struct buf said; /* its stdout */
    struct buf complained; /* its stderr */
};

/* A sandbox of its own with an empty place for a PDF. */
struct paper paper_new(void);
void paper_done(struct paper *p);
/* What a test of the press starts with. */
struct press_test {
    struct arena *a;
    struct paper p;
    struct err e;
    struct buf bytes; /* of a picture, when the test makes one */
};
int paper_set_up(void **state);
int paper_tear_down(void **state);
/* Runs the press on the tree, or on any bytes. */
void paper_press(struct paper *p, const struct document_tree *t);
void paper_feed(struct paper *p, const char *command, const char *argument, const void *bytes, size_t n);
/* Fails the test unless the press ended with 0. */
void paper_must_press(struct paper *p, const struct document_tree *t);
/* Output of a program, e.g. {"pdfinfo", p->path, NULL}; fails the test when it fails. */
char *paper_tool(struct arena *a, const char *const argv[]);
/* The text of one page (1 ..), as `pdftotext -layout` sees it; "" behind the last. */
char *paper_page(struct arena *a, const struct paper *p, int page);
int paper_pages(struct arena *a, const struct paper *p);
/* The page that holds the word, 0 when none does; fails the test when two do. */
int paper_page_of(struct arena *a, const struct paper *p, const char *word);

/* Fails the test when two words lie on each other, or one stands outside the margins of the tree. */
void paper_check_words(struct arena *a, const struct paper *p, const struct document_tree *t);

/* A whole berita acara with every kind of node; `rows` agreements. */
struct document_tree *paper_sample(struct arena *a, size_t rows);
/* A report with cover, contents and chapters; its last node is an empty grid of pictures, two across and four
 * to a page, which paper_add_photos fills. */
struct document_tree *paper_report(struct arena *a);
void paper_add_photos(struct document_tree *t, size_t count);
/* A grey JPEG and a red PNG of that size, made with the decoders' own libraries. */
void paper_jpeg(struct buf *out, int width, int height, int orientation);
/* A picture in colours with much detail, as a phone makes it. */
struct photo {
    int width, height;
    bool grey, progressive;
    int scans; /* grey only: stored in so many steps; 0: as usual */
};
void paper_photo(struct buf *out, const struct photo *x);
/* A PNG, half of it clear, in `steps` (interlaced) or not. */
void paper_clear_png(struct buf *out, int width, int height, bool steps);
void paper_png(struct buf *out, int width, int height);

#endif
