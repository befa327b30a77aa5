/* Memory that is given back all at once. Running out of memory ends the program (there is nothing a
 * user could do); everything stored is already on disk by then. */
#ifndef MUFAKAT_BASE_ARENA_H
#define MUFAKAT_BASE_ARENA_H

#include <stddef.h>
#include "base/err.h"

struct arena;

/* A new empty arena; never NULL. Free with arena_free. */
struct arena *arena_new(void);
/* Frees the arena and all that was taken from it; NULL is fine. */
void arena_free(struct arena *a);
/* Forgets everything taken so far but keeps some memory for reuse. */
void arena_reset(struct arena *a);
/* When everything taken so far is forgotten (reset or free), `fn(thing)` is called once: for what the arena's
 * memory points to but does not own. Last in, first out. */
void arena_defer(struct arena *a, void (*fn)(void *thing), void *thing);
/* `n` zeroed bytes, aligned for any type; valid until reset or free. */
void *arena_alloc(struct arena *a, size_t n);
/* Copy of a string (NULL gives NULL). */
char *arena_strdup(struct arena *a, const char *s);
/* Copy of `n` bytes plus a closing NUL. */
char *arena_memdup(struct arena *a, const void *p, size_t n);
/* printf into the arena. */
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Room for one more element of `size` bytes behind the `n` of `v` (NULL while n is 0): `v` itself, or a copy twice as large,
 * so that filling it stays linear. For arrays that grow by this alone. */
void *arena_more(struct arena *a, void *v, size_t n, size_t size);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (n)))

/* malloc, calloc, realloc and strdup that end the program with a sentence instead of returning NULL; free with free().
 * No bytes give a pointer too. */
void *mem_alloc(size_t n);
void *mem_zalloc(size_t n);
void *mem_realloc(void *p, size_t n);
char *mem_strdup(const char *s);

#endif
