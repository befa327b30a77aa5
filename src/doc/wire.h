/* What trees and books are made of on their way to the press. One description of each struct serves
 * both directions, so that the writer and the reader cannot drift apart; the reader's checks are the
 * writer's assertions. Private to the doc room.
 *
 * Numbers are little-endian; a text is a u32 (0: none, else length + 1) and its bytes; a size is a u32
 * in thousandths; an array is a u32 count and its elements. */
#ifndef MUFAKAT_DOC_WIRE_H
#define MUFAKAT_DOC_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"

struct wire {
    struct buf *out;        /* writing: where to; NULL while reading */
    const unsigned char *p; /* reading: what is left */
    size_t left;
    struct arena *a; /* reading: owner of what is made */
    bool bad;        /* reading: stop believing */
};

/* The first bytes: what it is, and which version of it. Reading: ERR_INPUT when it is something else. */
void wire_start(struct wire *w, const char *magic, unsigned version);
enum err_code wire_open(struct wire *w, const char *magic, unsigned version, struct err *e) MUST_CHECK;
/* The end of reading: ERR_INPUT when anything was bad, left over, or not `sound`. */
enum err_code wire_close(struct wire *w, bool sound, struct err *e) MUST_CHECK;

/* True when `ok`; else the input is bad (reading) or the program is wrong (writing). */
bool wire_check(struct wire *w, bool ok);
/* An integer of that many bytes: written, or read and returned. */
uint64_t wire_number(struct wire *w, uint64_t v, size_t bytes);
void wire_flag(struct wire *w, bool *v);
/* One of 0 .. last. */
unsigned wire_choice(struct wire *w, unsigned v, unsigned last);
void wire_size(struct wire *w, double *v);
/* The array itself: its count, and room for its elements of `size` bytes, which take at least `least`
 * bytes each in the pipe: never more than the input can hold. */
void *wire_array(struct wire *w, void *v, size_t *n, size_t size, size_t least);
/* What was read is borrowed from the input. */
const void *wire_bytes(struct wire *w, const void *p, size_t *n);
void wire_text(struct wire *w, const char **s);
/* A text that must be there. */
void wire_needed(struct wire *w, const char **s);

#endif
