/* A cut: how far each writer's log counts. Private to the db room. */
#ifndef MUFAKAT_DB_CUT_H
#define MUFAKAT_DB_CUT_H

#include "db/log.h"

struct cut_end {
    struct id writer;
    int64_t seq; /* the last that counts */
};
struct cut {
    struct cut_end *v; /* ordered by writer */
    size_t n;
};

/* Everything committed before the open group (or everything, when none is open). */
enum err_code cut_now(struct store *s, struct arena *a, struct cut *ret, struct err *e) MUST_CHECK;
/* The text kept in a lock, in the arena; and back (false when it is not one). */
char *cut_format(const struct cut *c, struct arena *a);
bool cut_parse(const char *text, struct arena *a, struct cut *ret);
bool cut_holds(const struct cut *c, const struct id *writer, int64_t seq);
/* SHA-256 over the chains of the cut (db/chain.h). *ret_whole is false when changes are missing. */
enum err_code cut_fingerprint(struct store *s, const struct cut *c, struct hash *ret,
                              bool *ret_whole, struct err *e) MUST_CHECK;

#endif
