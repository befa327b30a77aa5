/* Ids: UUID version 7 (RFC 9562, 5.7) in 16 bytes: the order of ids is the order in time. */
#ifndef MUFAKAT_BASE_ID_H
#define MUFAKAT_BASE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct id {
    uint8_t b[16];
};

#define ID_TEXT 37 /* "xxxxxxxx-xxxx-7xxx-xxxx-xxxxxxxxxxxx" and a NUL */

/* A fresh id for the given wall time in milliseconds since 1970 UTC. Ids made by one process are
 * strictly increasing even within a millisecond (counter in rand_a) and when the clock goes back.
 * Random bits from the kernel. Thread-safe. */
struct id id_new(int64_t now_ms);
/* Ids made from now on come after this one, although the clock was set back since it was made. One from a far future (more than a
 * year after `now_ms`), or none of version 7, is passed over. */
void id_follow(const struct id *last, int64_t now_ms);
/* An id that follows from its parts: used for link rows, so that two laptops that link the same two
 * rows make the same row. UUIDv8 layout over SHA-256(name NUL a b). */
struct id id_link(const char *name, const struct id *a, const struct id *b);
extern const struct id ID_NONE;
bool id_is_none(const struct id *i);
bool id_eq(const struct id *a, const struct id *b);
int id_cmp(const struct id *a, const struct id *b);
/* Writes the usual text form, lower case. */
void id_format(const struct id *i, char out[ID_TEXT]);
/* Reads the text form; false (and *ret untouched) when it is not one. */
bool id_parse(const char *s, struct id *ret);

#endif
