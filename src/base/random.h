/* Random bytes from the kernel. */
#ifndef MUFAKAT_BASE_RANDOM_H
#define MUFAKAT_BASE_RANDOM_H

#include <stddef.h>

/* Fills `n` bytes, fit for salts and ids. Waits, only after booting, until the kernel has enough of them. An entry needs a
 * dozen of sixteen, so they are fetched from the kernel many at a time and forgotten here as they are given out. */
void random_fill(void *p, size_t n);

#endif
