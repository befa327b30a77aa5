/* One arena for each test of rules that return text. */
#ifndef MUFAKAT_TESTS_ONE_ARENA_H
#define MUFAKAT_TESTS_ONE_ARENA_H

#include "base/arena.h"

static struct arena *a;

static inline int start(void **state)
{
    (void)state;
    a = arena_new();
    return 0;
}

static inline int stop(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

#endif
