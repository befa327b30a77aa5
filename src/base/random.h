/* Random bytes from the kernel. */
#ifndef MUFAKAT_BASE_RANDOM_H
#define MUFAKAT_BASE_RANDOM_H

#include <stddef.h>

enum { RANDOM_MOST = 256 }; /* so many come whole or, before the kernel's pool is ready, not at all: getrandom(2) */

/* Fills `n` bytes, at most RANDOM_MOST, fit for salts and ids. Waits, only after booting, until the kernel has enough of them. */
void random_fill(void *p, size_t n);

#endif
