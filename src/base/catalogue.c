#include "base/catalogue.h"

#include <stdint.h>
#include <string.h>

#include "base/file.h"

enum { MAGIC = 0, REVISION = 4, COUNT = 8, SOURCES = 12, TRANSLATIONS = 16, HEADER = 28 };
#define MAGIC_WORD 0x950412deu
#define PAIR ((size_t)8) /* of a table: a length and a place */
#define LARGEST ((size_t)64 << 20)

static size_t number_at(const struct catalogue *c, size_t at)
{
    const unsigned char *p = (const unsigned char *)c->bytes.p + at;
    uint32_t v = 0;
    for (size_t i = 0; i < 4; i++)
        v = v << 8 | p[c->big_endian ? i : 3 - i];
    return v;
}

/* The string of a table's row; NULL when it is not inside the file and closed there. */
static const char *string_at(const struct catalogue *c, size_t table, size_t row)
{
    size_t length = number_at(c, table + row * PAIR), place = number_at(c, table + row * PAIR + 4);
    if (place >= c->bytes.len || length >= c->bytes.len - place || c->bytes.p[place + length] != '\0')
        return NULL;
    return c->bytes.p + place;
}

static bool table_fits(const struct catalogue *c, size_t at)
{
    return at <= c->bytes.len && c->n <= (c->bytes.len - at) / PAIR;
}

/* Whether everything lies inside, in the order in which catalogue_find looks. */
static bool is_whole(struct catalogue *c)
{
    if (c->bytes.len < HEADER)
        return false;
    c->big_endian = (unsigned char)c->bytes.p[MAGIC] == 0x95;
    if (number_at(c, MAGIC) != MAGIC_WORD || number_at(c, REVISION) >> 16 > 1)
        return false;
    c->n = number_at(c, COUNT);
    c->from = number_at(c, SOURCES);
    c->to = number_at(c, TRANSLATIONS);
    if (!table_fits(c, c->from) || !table_fits(c, c->to))
        return false;
    const char *before = NULL;
    for (size_t i = 0; i < c->n; i++) {
        const char *s = string_at(c, c->from, i);
        if (!s || !string_at(c, c->to, i) || (before && strcmp(before, s) > 0))
            return false;
        before = s;
    }
    return true;
}

bool catalogue_read(const char *path, struct catalogue *ret)
{
    struct catalogue c = {.bytes = BUF_INIT};
    struct err not_told;
    bool good = file_read(path, LARGEST, &c.bytes, &not_told) == ERR_NONE && is_whole(&c);
    if (good)
        *ret = c;
    else
        catalogue_done(&c);
    return good;
}

void catalogue_done(struct catalogue *c)
{
    buf_done(&c->bytes);
    *c = (struct catalogue){0};
}

const char *catalogue_find(const struct catalogue *c, const char *source)
{
    size_t low = 0, high = c->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(source, string_at(c, c->from, middle));
        if (order == 0)
            return string_at(c, c->to, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
