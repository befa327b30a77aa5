/* A second, plain model of conflicts, written without the store's code: for comparing. */
#ifndef TESTS_DB_NAIVE_H
#define TESTS_DB_NAIVE_H

#include "db/store.h"

struct naive;
struct naive *naive_new(void);
void naive_free(struct naive *n);
/* Around each action on a store: remembers, for every change the action wrote, what its writer
 * knew. */
void naive_before(struct naive *n, struct store *s, struct arena *a);
void naive_after(struct naive *n, struct store *s, struct arena *a);
/* Is this field in conflict, given all changes? */
bool naive_conflict(const struct naive *n, const struct log_change *log, size_t n_log,
                    const struct id *row, const char *field);

/* Files that the program itself would never write, sound by their own chains. */

/* Replaces the log's last change by another one of the same writer and seq. */
void naive_steal_writer(const char *path);
/* Adds a change of an unknown entity and one of an unknown field by a new writer. */
void naive_add_unknown(const char *path);

#endif
