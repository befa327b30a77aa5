/* PDFs to be joined: ours, scans, other programs'; and the joining. */
#ifndef MUFAKAT_TESTS_JOINING_H
#define MUFAKAT_TESTS_JOINING_H

#include "press/join.h"
#include "tests/press/paper.h"

struct fixture {
    struct arena *a;
    struct paper p;
    struct buf out; /* the joined PDF */
    struct join_news news;
    struct err e;
};

int joining_set_up(void **state);
int joining_tear_down(void **state);
/* A tree of one paragraph. */
struct document_tree *joining_words(struct fixture *f, const char *text);
#define JOINING_TITLE "Bukti \xE2\x80\x93 (seri\\1)"
/* Adds a file to a list of names, with what it is or without; before the first one that title. */
void joining_add_as(struct buf *b, const char *path, const char *what);
void joining_add(struct buf *b, const char *path);
/* The file that the press just made, under another name. */
const char *joining_kept(struct fixture *f, const char *name);
/* Pages as a scanner makes them: a picture, no letters. */
const char *joining_scan(struct fixture *f, int pages);
/* The paper that was just pressed as if another program had made it: tags and numbers of tags are still in its pages. */
const char *joining_foreign(struct fixture *f);
/* Joins; `out` gets the result, or nothing. */
enum err_code joining_try(struct fixture *f, const struct buf *names, struct buf *out);
/* Joins, and puts the result where the press puts its papers. */
void joining_must(struct fixture *f, const struct buf *names);

#endif
