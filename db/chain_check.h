/* Every writer's chain worked out again from the log's own rows. Private to the db room. */
#ifndef MUFAKAT_DB_CHAIN_CHECK_H
#define MUFAKAT_DB_CHAIN_CHECK_H

#include "db/chain.h"
#include "db/log.h"

struct chain_fault {
    struct id writer;
    const char *person; /* may be NULL */
    int64_t seq;        /* the first change that does not fit; 0: the writer's own row */
    const char *what;   /* short, English, for the log */
};
struct chain_report {
    struct chain_fault *v; /* at most one per writer */
    size_t n;
    int64_t writers, changes;
    int64_t empty_groups; /* groups that no chain covers */
};
enum err_code chain_check(struct store *s, struct arena *a, struct chain_report *ret,
                          struct err *e) MUST_CHECK;
/* Only whether there is any fault. */
enum err_code chain_check_quietly(struct store *s, bool *ret_sound, struct err *e) MUST_CHECK;

#endif
