/* What a dumped paper must say, and must not. */
#ifndef MUFAKAT_TESTS_DOC_SAYS_H
#define MUFAKAT_TESTS_DOC_SAYS_H

#include <string.h>

#include "tests/doc/fixture.h"

#define HAS(b, s)                                                                                  \
    do {                                                                                           \
        if (!strstr(buf_str(b), (s)))                                                              \
            fail_msg("no \"%s\" in:\n%s", (s), buf_str(b));                                        \
    } while (0)
#define LACKS(b, s)                                                                                \
    do {                                                                                           \
        if (strstr(buf_str(b), (s)))                                                               \
            fail_msg("\"%s\" stands in:\n%s", (s), buf_str(b));                                    \
    } while (0)

/* How often it says so. */
static inline size_t says_count(const struct buf *b, const char *s)
{
    size_t n = 0;
    for (const char *p = buf_str(b); (p = strstr(p, s)) != NULL; p += strlen(s))
        n++;
    return n;
}

/* The archive's and the published version of a paper, as drafts. */
static inline struct buf archived(const struct dossier *d, const char *code)
{
    return fixture_dump(d, code, PRIVACY_ARSIP, STATE_DRAFT);
}

static inline struct buf published(const struct dossier *d, const char *code)
{
    return fixture_dump(d, code, PRIVACY_PUBLIKASI, STATE_DRAFT);
}

#endif
