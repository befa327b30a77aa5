#include "base/sha256.h"

#include <ctype.h>
#include <pthread.h>
#include <sodium.h>
#include <string.h>

#include "base/sha256_blocks.h"

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct hash_state),
               "hash_state too small");
_Static_assert(crypto_hash_sha256_BYTES == sizeof(struct hash), "hash size");

#define BLOCK 64
#define SHORT_CHARS 20
#define GROUP 4

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct hash hash_of(const void *p, size_t n)
{
    struct hash_state st;
    hash_start(&st);
    hash_add(&st, p, n);
    return hash_end(&st);
}

bool hash_eq(const struct hash *a, const struct hash *b)
{
    return memcmp(a->b, b->b, sizeof a->b) == 0;
}

void hash_hex(const struct hash *h, char out[HASH_HEX])
{
    sodium_bin2hex(out, HASH_HEX, h->b, sizeof h->b);
}

bool hash_parse_hex(const char *s, struct hash *ret)
{
    struct hash h;
    size_t len = 0;
    if (strlen(s) != HASH_HEX - 1)
        return false;
    if (sodium_hex2bin(h.b, sizeof h.b, s, HASH_HEX - 1, NULL, &len, NULL) != 0)
        return false;
    if (len != sizeof h.b)
        return false;
    *ret = h;
    return true;
}

/* The i-th group of five bits, counted from the top. */
static unsigned five_bits(const struct hash *h, size_t i)
{
    size_t bit = i * 5;
    unsigned pair = (unsigned)h->b[bit / 8] << 8 | h->b[bit / 8 + 1];
    return pair >> (11 - bit % 8) & 31;
}

void hash_short(const struct hash *h, char out[HASH_SHORT])
{
    size_t n = 0;
    for (size_t i = 0; i < SHORT_CHARS; i++) {
        if (i > 0 && i % GROUP == 0)
            out[n++] = '-';
        out[n++] = crockford[five_bits(h, i)];
    }
    out[n] = '\0';
}

/* What a reader may have meant by a character on paper. */
static char as_printed(char c)
{
    c = (char)toupper((unsigned char)c);
    if (c == 'O')
        return '0';
    if (c == 'I' || c == 'L')
        return '1';
    return c;
}

bool hash_matches_short(const struct hash *h, const char *typed)
{
    size_t n = 0;
    for (; *typed; typed++) {
        if (*typed == ' ' || *typed == '-')
            continue;
        if (n == SHORT_CHARS || as_printed(*typed) != crockford[five_bits(h, n)])
            return false;
        n++;
    }
    return n == SHORT_CHARS;
}

/* libsodium's state, as its header describes it, is the one of both ways: its count of bits and its buffer stay unused,
 * because only whole blocks are given to it. */
static crypto_hash_sha256_state *state_of(struct hash_state *st)
{
    void *p = st->s;
    return p;
}

static bool with_instructions;
static pthread_once_t looked = PTHREAD_ONCE_INIT;

static void look_at_processor(void)
{
    with_instructions = sha256_has_instructions();
}

void sha256_use_instructions(bool use)
{
    pthread_once(&looked, look_at_processor);
    with_instructions = use && sha256_has_instructions();
}

void hash_start(struct hash_state *st)
{
    pthread_once(&looked, look_at_processor);
    crypto_hash_sha256_init(state_of(st));
    st->n = 0;
    st->bytes = 0;
}

static void take_blocks(struct hash_state *st, const unsigned char *p, size_t n)
{
    if (with_instructions)
        sha256_take_blocks(state_of(st)->state, p, n);
    else
        crypto_hash_sha256_update(state_of(st), p, (unsigned long long)n * BLOCK);
}

void hash_add(struct hash_state *st, const void *p, size_t n)
{
    const unsigned char *from = p;
    st->bytes += n;
    while (n > 0) {
        size_t some = sizeof st->gathered - st->n;
        some = n < some ? n : some;
        if (st->n == 0 && n >= sizeof st->gathered) {
            some = n - n % BLOCK;
            take_blocks(st, from, some / BLOCK);
        } else {
            memcpy(st->gathered + st->n, from, some);
            st->n += some;
        }
        if (st->n == sizeof st->gathered) {
            take_blocks(st, st->gathered, sizeof st->gathered / BLOCK);
            st->n = 0;
        }
        from += some;
        n -= some;
    }
}

static void put_number(unsigned char *out, uint64_t n, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--, n >>= 8)
        out[i] = (unsigned char)n;
}

/* FIPS 180-4, 5.1.1: a one, zeros, and the length in bits at the end of a block. */
struct hash hash_end(struct hash_state *st)
{
    static const unsigned char one[BLOCK] = {0x80};
    unsigned char bits[8];
    struct hash h;
    put_number(bits, st->bytes * 8, sizeof bits);
    hash_add(st, one, 1 + (BLOCK - 1 + BLOCK - sizeof bits - st->bytes % BLOCK) % BLOCK);
    hash_add(st, bits, sizeof bits);
    take_blocks(st, st->gathered, st->n / BLOCK);
    for (int i = 0; i < 8; i++)
        put_number(h.b + 4 * i, state_of(st)->state[i], 4);
    return h;
}
