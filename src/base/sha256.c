#include "base/sha256.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

_Static_assert(sizeof(crypto_hash_sha256_state) <= sizeof(struct hash_state),
               "hash_state too small");
_Static_assert(crypto_hash_sha256_BYTES == sizeof(struct hash), "hash size");

#define SHORT_CHARS 20
#define GROUP 4

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct hash hash_of(const void *p, size_t n)
{
    struct hash h;
    crypto_hash_sha256(h.b, p, n);
    return h;
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

static crypto_hash_sha256_state *state_of(struct hash_state *st)
{
    void *p = st->s;
    return p;
}

void hash_start(struct hash_state *st)
{
    crypto_hash_sha256_init(state_of(st));
    st->n = 0;
}

static void pass_on(struct hash_state *st)
{
    crypto_hash_sha256_update(state_of(st), st->gathered, st->n);
    st->n = 0;
}

void hash_add(struct hash_state *st, const void *p, size_t n)
{
    if (n > sizeof st->gathered - st->n)
        pass_on(st);
    if (n > sizeof st->gathered) {
        crypto_hash_sha256_update(state_of(st), p, n);
    } else if (n) {
        memcpy(st->gathered + st->n, p, n);
        st->n += n;
    }
}

struct hash hash_end(struct hash_state *st)
{
    struct hash h;
    pass_on(st);
    crypto_hash_sha256_final(state_of(st), h.b);
    return h;
}
