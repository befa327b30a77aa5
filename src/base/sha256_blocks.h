/* part of `sha256.h`: the processor's own instructions for SHA-256, where it has them */
#ifndef MUFAKAT_BASE_SHA256_BLOCKS_H
#define MUFAKAT_BASE_SHA256_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* True when this processor has them; valgrind's has not. */
bool sha256_has_instructions(void);
/* Takes `n` blocks of 64 bytes into the eight words of a state (FIPS 180-4, 6.2.2). Only where it has them. */
void sha256_take_blocks(uint32_t state[8], const unsigned char *p, size_t n);
/* For tests: hashes that are begun from now on go through libsodium (false), or by instructions where there are any. */
void sha256_use_instructions(bool use);

#endif
