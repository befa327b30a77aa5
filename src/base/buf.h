/* A growing run of bytes, always closed by a NUL. */
#ifndef MUFAKAT_BASE_BUF_H
#define MUFAKAT_BASE_BUF_H

#include <stddef.h>
#include "base/err.h"

struct arena;

struct buf {
    char *p;    /* NULL while empty; else NUL-terminated */
    size_t len; /* bytes without the NUL */
    size_t cap;
};

#define BUF_INIT ((struct buf){0})

/* Frees the bytes and makes the buffer empty again. */
void buf_done(struct buf *b);
/* Keeps the memory, drops the content. */
void buf_clear(struct buf *b);
/* Adds `n` bytes; `p` may be NULL when there are none. */
void buf_add(struct buf *b, const void *p, size_t n);
/* Adds a string; NULL adds nothing. */
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
/* printf behind what is there. */
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* The content as a string ("" when empty), borrowed until the next change. */
const char *buf_str(const struct buf *b);
/* The content as a string of the arena; the buffer is freed. Never NULL. */
char *buf_into(struct buf *b, struct arena *a);
/* Hands the bytes to the caller (free with free()); never NULL; the buffer is empty afterwards. */
char *buf_take(struct buf *b);

#endif
