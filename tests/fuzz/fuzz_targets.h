/* Targets of fuzz_text that stand in a file of their own, and what all of them ask of a text. */
#ifndef MUFAKAT_TESTS_FUZZ_TARGETS_H
#define MUFAKAT_TESTS_FUZZ_TARGETS_H

#include "tests/fuzz/fuzz.h"

bool fuzz_is_utf8(const char *s);
/* Any control character but a line end. */
bool fuzz_has_controls(const char *s);

void fuzz_run_forum(const char *p, size_t n);
/* The bytes of the practice session's berita acara, as the press gets them. */
void fuzz_make_tree(struct buf *out);

#endif
