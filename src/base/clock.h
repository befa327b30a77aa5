/* Where time comes from. Tests hand in a fixed clock; the program uses the laptop's, corrected by
 * what the user said ("Jam laptop salah? Tekan j"). Milliseconds since 1970 UTC everywhere. */
#ifndef MUFAKAT_BASE_CLOCK_H
#define MUFAKAT_BASE_CLOCK_H

#include <stdint.h>

struct clock {
    int64_t (*now)(struct clock *c); /* ms since 1970 UTC */
    int64_t offset;                  /* added to the laptop's time, ms */
    int64_t fixed; /* of clock_fixed: its time; of clock_system: how far a test's start lies from the laptop's time */
};

/* The laptop's clock; `offset` starts at 0. Honours MUFAKAT_TEST_CLOCK (ISO 8601 with offset): then
 * time starts there at program start and runs on. */
struct clock clock_system(void);
/* A clock that stands still at `ms` until the test moves it. */
struct clock clock_fixed(int64_t ms);
/* Its time, ms since 1970 UTC. */
int64_t clock_now(struct clock *c);
/* Monotonic milliseconds, for deadlines only; not settable. */
int64_t clock_mono(void);

#endif
