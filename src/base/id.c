#include "base/id.h"

#include <assert.h>
#include <pthread.h>
#include <string.h>
#include <uuid/uuid.h>

#include "base/random.h"
#include "base/sha256.h"

#define COUNTER_MAX 0xFFFu
/* The counter starts in the lower half: at least 2048 ids fit into each ms. */
#define COUNTER_SEED_MASK 0x7FFu

#define FAR_AHEAD_MS (INT64_C(366) * 24 * 60 * 60 * 1000)

const struct id ID_NONE = {{0}};

static pthread_mutex_t last_lock = PTHREAD_MUTEX_INITIALIZER;
static int64_t last_ms = -1;
static unsigned last_counter;

/* Takes the next (ms, counter). Time never goes back here, even when the clock was corrected. */
static void next_tick(int64_t now_ms, unsigned seed, int64_t *ms, unsigned *counter)
{
    pthread_mutex_lock(&last_lock);
    if (now_ms > last_ms) {
        last_ms = now_ms;
        last_counter = seed & COUNTER_SEED_MASK;
    } else if (last_counter < COUNTER_MAX) {
        last_counter++;
    } else {
        last_ms++;
        last_counter = 0;
    }
    *ms = last_ms;
    *counter = last_counter;
    pthread_mutex_unlock(&last_lock);
}

static void set_version(struct id *i, unsigned version)
{
    i->b[6] = (uint8_t)(version << 4 | (i->b[6] & 0x0F));
    i->b[8] = (uint8_t)(0x80 | (i->b[8] & 0x3F));
}

struct id id_new(int64_t now_ms)
{
    assert(now_ms >= 0 && now_ms >> 48 == 0);
    unsigned char random[10];
    random_fill(random, sizeof random);
    int64_t ms;
    unsigned counter;
    next_tick(now_ms, (unsigned)random[0] << 8 | random[1], &ms, &counter);

    struct id i;
    for (int k = 0; k < 6; k++)
        i.b[k] = (uint8_t)(ms >> (40 - 8 * k));
    i.b[6] = (uint8_t)(counter >> 8);
    i.b[7] = (uint8_t)counter;
    memcpy(i.b + 8, random + 2, 8);
    set_version(&i, 7);
    return i;
}

void id_follow(const struct id *last, int64_t now_ms)
{
    int64_t ms = 0;
    for (int k = 0; k < 6; k++)
        ms = ms << 8 | last->b[k];
    unsigned counter = (unsigned)(last->b[6] & 0x0F) << 8 | last->b[7];
    if (last->b[6] >> 4 != 7 || ms > now_ms + FAR_AHEAD_MS)
        return;
    pthread_mutex_lock(&last_lock);
    if (ms > last_ms || (ms == last_ms && counter > last_counter)) {
        last_ms = ms;
        last_counter = counter;
    }
    pthread_mutex_unlock(&last_lock);
}

struct id id_link(const char *name, const struct id *a, const struct id *b)
{
    struct hash_state st;
    hash_start(&st);
    hash_add(&st, name, strlen(name) + 1);
    hash_add(&st, a->b, sizeof a->b);
    hash_add(&st, b->b, sizeof b->b);
    struct hash h = hash_end(&st);
    struct id i;
    memcpy(i.b, h.b, sizeof i.b);
    set_version(&i, 8);
    return i;
}

bool id_is_none(const struct id *i)
{
    return id_eq(i, &ID_NONE);
}

bool id_eq(const struct id *a, const struct id *b)
{
    return id_cmp(a, b) == 0;
}

int id_cmp(const struct id *a, const struct id *b)
{
    return memcmp(a->b, b->b, sizeof a->b);
}

void id_format(const struct id *i, char out[ID_TEXT])
{
    uuid_unparse_lower(i->b, out);
}

bool id_parse(const char *s, struct id *ret)
{
    uuid_t u;
    if (uuid_parse(s, u) != 0)
        return false;
    memcpy(ret->b, u, sizeof ret->b);
    return true;
}
