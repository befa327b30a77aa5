/* Pages as grey pictures and how alike two of them are. Accepted pictures are PNG with four greys, small enough to be
 * kept with the source; what is compared has four greys as well. */
#ifndef MUFAKAT_TESTS_SSIM_H
#define MUFAKAT_TESTS_SSIM_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"

struct grey {
    unsigned char *p; /* 0 black, 85, 170, 255 white */
    size_t w, h;
};

/* A page as pdftoppm -gray writes it, reduced to four greys. Fails the test when it is none. */
struct grey grey_from_pgm(const struct buf *b);
/* `add` below `to`; both as wide as the wider one, white beside the other. */
void grey_append(struct grey *to, const struct grey *add);
void grey_write(const struct grey *x, const char *path);
/* False when there is no such file. */
bool grey_read(const char *path, struct grey *ret);
void grey_done(struct grey *x);

/* Structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004) of two pictures of one size: the mean of each band of
 * the page over the windows in which either has ink, and of these bands the worst. 1: the same; about 0: unrelated, or
 * something is there that the other page lacks. */
double grey_alike(const struct grey *a, const struct grey *b);

#endif
