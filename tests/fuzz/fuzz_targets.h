/* Targets of fuzz_text that stand in a file of their own, and what all of them ask of a text. */
#ifndef MUFAKAT_TESTS_FUZZ_TARGETS_H
#define MUFAKAT_TESTS_FUZZ_TARGETS_H

#include "base/arena.h"
#include "tests/fuzz/fuzz.h"

bool fuzz_is_utf8(const char *s);
/* Any control character but a line end. */
bool fuzz_has_controls(const char *s);

struct dossier; /* model/dossier.h */
/* The practice session with that text in some fields, other odd values in others, and rows missing. */
struct dossier *fuzz_spoilt(const char *text, struct arena *a);

/* What becomes of such a session as sheets, CSV, HTML, Markdown and a calendar. */
void fuzz_run_exports(const char *p, size_t n);
/* The book format of the pipe to the press, and the bytes of a book. */
void fuzz_run_book(const char *p, size_t n);
void fuzz_make_book(struct buf *out);

void fuzz_run_forum(const char *p, size_t n);
/* The bytes of the practice session's berita acara, as the press gets them. */
void fuzz_make_tree(struct buf *out);

#endif
