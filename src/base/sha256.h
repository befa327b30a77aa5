/* SHA-256 (FIPS 180-4) through libsodium, and the short form of a fingerprint on paper. */
#ifndef MUFAKAT_BASE_SHA256_H
#define MUFAKAT_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hash {
    uint8_t b[32];
};

#define HASH_HEX 65
#define HASH_SHORT 25 /* 20 base32 characters in five groups of four, and a NUL */

/* Of `n` bytes in one go. */
struct hash hash_of(const void *p, size_t n);
bool hash_eq(const struct hash *a, const struct hash *b);
/* 64 hex digits, lower case. */
void hash_hex(const struct hash *h, char out[HASH_HEX]);
/* 64 hex digits in any case; false (and *ret untouched) for anything else. */
bool hash_parse_hex(const char *s, struct hash *ret);
/* First 100 bits in Crockford base32 (no I L O U), groups of four: "7KQ2-M4XD-9F3A-P0TS-1B6C". */
void hash_short(const struct hash *h, char out[HASH_SHORT]);
/* Compares a short form as typed (any case, blanks or dashes, O for 0, I and L for 1) with a hash.
 * False when it is not 20 characters or differs. */
bool hash_matches_short(const struct hash *h, const char *typed);

/* Streaming; the state is private: memory of libsodium's size, and a place where small parts are gathered, because the
 * library takes a hundred instructions for each call. */
struct hash_state {
    _Alignas(16) unsigned char s[128];
    unsigned char gathered[256];
    size_t n;
};
/* hash_start, then any number of hash_add, then hash_end once: the hash of all parts one after the other. */
void hash_start(struct hash_state *st);
void hash_add(struct hash_state *st, const void *p, size_t n);
struct hash hash_end(struct hash_state *st);

#endif
