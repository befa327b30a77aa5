#include "config.h"

#include "base/random.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/random.h>

enum { FETCHED = 256 }; /* so many come whole or, before the kernel's pool is ready, not at all */

/* Every thread has its own; `left` at its end. */
static _Thread_local struct {
    unsigned char b[FETCHED];
    size_t left;
} stock;

static void fetch(void *p, size_t n)
{
    ssize_t got;
    do
        got = getrandom(p, n, 0);
    while (got < 0 && errno == EINTR);
    assert(got == (ssize_t)n);
}

/* A child must not give out what its parent gives out. */
static void forget(void)
{
    stock.left = 0;
}

static void forget_in_children(void)
{
    int failed = pthread_atfork(NULL, NULL, forget);
    assert(!failed);
}

void random_fill(void *p, size_t n)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, forget_in_children);
    for (unsigned char *out = p; n > 0;) {
        if (stock.left == 0) {
            fetch(stock.b, sizeof stock.b);
            stock.left = sizeof stock.b;
        }
        size_t some = n < stock.left ? n : stock.left;
        unsigned char *from = stock.b + sizeof stock.b - stock.left;
        memcpy(out, from, some);
        memset(from, 0, some);
        stock.left -= some;
        out += some;
        n -= some;
    }
}
