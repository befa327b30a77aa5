#include "config.h"

#include "base/random.h"

#include <assert.h>
#include <errno.h>
#include <sys/random.h>

void random_fill(void *p, size_t n)
{
    ssize_t got;
    assert(n <= RANDOM_MOST);
    do
        got = getrandom(p, n, 0);
    while (got < 0 && errno == EINTR);
    assert(got == (ssize_t)n);
}
