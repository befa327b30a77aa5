/* Changes of the log in memory. Private to the db room. */
#ifndef MUFAKAT_DB_LOG_H
#define MUFAKAT_DB_LOG_H

#include "db/private.h"

struct change {
    struct id writer;
    int64_t seq, hlc;
    struct id group;
    enum group_kind kind; /* of its group */
    struct id of;         /* the group that its group undid or did again */
    const char *entity, *field;
    struct id row;
    struct id base_writer; /* ID_NONE when the field had no head */
    int64_t base_seq;
    int64_t seen; /* NONE when not given */
    struct value value;
    bool erased;
};
struct changes {
    struct change *v;
    size_t n;
};

/* Changes of one field, oldest (hlc, writer) first. */
enum err_code log_load_field(struct store *s, const char *entity, const struct id *row,
                             const char *field, struct arena *a, struct changes *ret,
                             struct err *e) MUST_CHECK;
/* Changes of one row, ordered by field, then oldest first. */
enum err_code log_load_row(struct store *s, const char *entity, const struct id *row,
                           struct arena *a, struct changes *ret, struct err *e) MUST_CHECK;
/* Changes of one group in the order they were written; none when there is no such group. */
enum err_code log_load_group(struct store *s, const struct id *group, struct arena *a,
                             struct changes *ret, struct err *e) MUST_CHECK;
/* A change as people read it: its value, by whom and when. */
enum err_code log_version(struct store *s, const struct change *c, struct arena *a,
                          struct field_version *ret, struct err *e) MUST_CHECK;

#endif
