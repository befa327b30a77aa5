/* Another laptop's session file, read at arm's length. Private to the db room. */
#ifndef MUFAKAT_DB_FOREIGN_H
#define MUFAKAT_DB_FOREIGN_H

#include "db/cut.h"

struct foreign {
    struct store *store; /* reading, on the private copy */
    char *dir, *path;    /* the private folder and the copy in it */
};

/* Copies the file (and its -wal) into a private folder, opens the copy for reading, and checks
 * every page and that the tables are tables. */
enum err_code foreign_open(const struct store *ours, const char *path, struct foreign *ret,
                           struct err *e) MUST_CHECK;
/* Closes and removes the copy. */
void foreign_close(struct foreign *f);

#endif
