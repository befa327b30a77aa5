#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ALIGN _Alignof(max_align_t)
#define FIRST_CHUNK ((size_t)4096)
#define LARGEST_CHUNK ((size_t)65536)

struct chunk {
    struct chunk *next;
    size_t size; /* bytes in data */
    size_t used;
    _Alignas(max_align_t) unsigned char data[];
};

struct deferred {
    struct deferred *next;
    void (*fn)(void *thing);
    void *thing;
};

struct arena {
    struct chunk *top;         /* the chunk that is being filled; full ones hang behind it */
    struct deferred *deferred; /* in the arena's own memory */
};

static _Noreturn void out_of_memory(void)
{
    static const char text[] =
        "mufakat: memori habis. Semua yang sudah \"tersimpan\" aman di berkas "
        "sesi; tutup program lain lalu jalankan lagi.\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    abort();
}

void *mem_alloc(size_t n)
{
    void *p = malloc(n ? n : 1);
    if (!p)
        out_of_memory();
    return p;
}

void *mem_zalloc(size_t n)
{
    void *p = calloc(1, n ? n : 1);
    if (!p)
        out_of_memory();
    return p;
}

void *mem_realloc(void *p, size_t n)
{
    void *q = realloc(p, n ? n : 1);
    if (!q)
        out_of_memory();
    return q;
}

char *mem_strdup(const char *s)
{
    size_t n = strlen(s) + 1;
    return memcpy(mem_alloc(n), s, n);
}

struct arena *arena_new(void)
{
    return mem_zalloc(sizeof(struct arena));
}

static void free_chunks(struct chunk *c)
{
    while (c) {
        struct chunk *next = c->next;
        free(c);
        c = next;
    }
}

void arena_defer(struct arena *a, void (*fn)(void *thing), void *thing)
{
    struct deferred *d = ARENA_NEW(a, struct deferred);
    *d = (struct deferred){.next = a->deferred, .fn = fn, .thing = thing};
    a->deferred = d;
}

static void run_deferred(struct arena *a)
{
    while (a->deferred) {
        struct deferred *d = a->deferred;
        a->deferred = d->next;
        d->fn(d->thing);
    }
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    run_deferred(a);
    free_chunks(a->top);
    free(a);
}

void arena_reset(struct arena *a)
{
    if (!a->top)
        return;
    run_deferred(a);
    free_chunks(a->top->next);
    a->top->next = NULL;
    a->top->used = 0;
    if (a->top->size > LARGEST_CHUNK) { /* one huge text must not stay for ever */
        free(a->top);
        a->top = NULL;
    }
}

static struct chunk *add_chunk(struct arena *a, size_t n)
{
    size_t size = a->top ? a->top->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < n)
        size = n;
    if (size > SIZE_MAX - sizeof(struct chunk))
        out_of_memory();
    struct chunk *c = mem_alloc(sizeof(struct chunk) + size);
    *c = (struct chunk){.next = a->top, .size = size};
    a->top = c;
    return c;
}

void *arena_alloc(struct arena *a, size_t n)
{
    if (n > SIZE_MAX - ALIGN)
        out_of_memory();
    size_t rounded = (n + ALIGN - 1) / ALIGN * ALIGN;
    if (rounded == 0)
        rounded = ALIGN;
    struct chunk *c = a->top;
    if (!c || c->size - c->used < rounded)
        c = add_chunk(a, rounded);
    void *p = c->data + c->used;
    c->used += rounded;
    return memset(p, 0, rounded);
}

void *arena_more(struct arena *a, void *v, size_t n, size_t size)
{
    if (n != 0 && (n < 4 || (n & (n - 1)) != 0))
        return v;
    void *bigger = arena_alloc(a, (n == 0 ? 4 : n * 2) * size);
    if (n)
        memcpy(bigger, v, n * size);
    return bigger;
}

char *arena_memdup(struct arena *a, const void *p, size_t n)
{
    if (n == SIZE_MAX)
        out_of_memory();
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, p, n);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return s ? arena_memdup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    char small[256]; /* nearly everything fits: no second round */
    va_list ap;
    va_list again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    size_t size = n < 0 ? 1 : (size_t)n + 1;
    char *s = arena_alloc(a, size);
    if (n > 0 && size <= sizeof small)
        memcpy(s, small, size);
    else if (n > 0)
        vsnprintf(s, size, fmt, again);
    va_end(again);
    return s;
}
