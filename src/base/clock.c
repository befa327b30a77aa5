#include "base/clock.h"

#include <stdlib.h>
#include <time.h>

#include "base/date.h"

static int64_t read_ms(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* For the system clock `fixed` is how far the test's start lies from the laptop's time (0 else). */
static int64_t system_now(struct clock *c)
{
    return read_ms(CLOCK_REALTIME) + c->fixed;
}

static int64_t fixed_now(struct clock *c)
{
    return c->fixed;
}

struct clock clock_system(void)
{
    struct clock c = {.now = system_now};
    const char *start = getenv("MUFAKAT_TEST_CLOCK");
    int64_t ms;
    if (start && stamp_parse(start, &ms))
        c.fixed = ms - read_ms(CLOCK_REALTIME);
    return c;
}

struct clock clock_fixed(int64_t ms)
{
    return (struct clock){.now = fixed_now, .fixed = ms};
}

int64_t clock_now(struct clock *c)
{
    return c->now(c) + c->offset;
}

int64_t clock_mono(void)
{
    return read_ms(CLOCK_MONOTONIC);
}
