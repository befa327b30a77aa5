/* Random and mutated inputs, the same for the same seed. A target reads bytes and checks what must
 * hold for every input; sanitizers see what it must not do. */
#ifndef MUFAKAT_TESTS_FUZZ_H
#define MUFAKAT_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

uint64_t fuzz_random(void);
/* 0 .. n-1; n >= 1. */
size_t fuzz_below(size_t n);
void fuzz_seed(uint64_t seed);

struct fuzz_target {
    const char *name;
    /* `p` is a heap block of exactly n bytes plus a NUL that is not counted. */
    void (*run)(const char *p, size_t n);
    const char *const *samples;    /* good inputs to start from, ended by NULL */
    const char *file;              /* one more, from the source folder; NULL */
    void (*make)(struct buf *out); /* or made here, for bytes that are no text; NULL */
};

/* Changes a sample into an input: bits, bytes, awkward pieces, cuts, repeats, splices. */
void fuzz_mutate(const struct fuzz_target *t, const struct buf *file, struct buf *out);
/* fuzz_text [rounds [seed [target]]]: runs every target (or one). Exit code 0 when all held. */
int fuzz_main(int argc, char **argv, const struct fuzz_target *targets);

/* A promise that must hold for every input; says which and where, and ends the program. */
#define FUZZ_HOLDS(promise) ((promise) ? (void)0 : fuzz_broken(#promise, __FILE__, __LINE__))
_Noreturn void fuzz_broken(const char *promise, const char *file, int line);

#endif
