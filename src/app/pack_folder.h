/* A folder that appears whole or not at all: everything is made in a hidden folder beside it, which
 * gets the name at the end. What a killed run left behind is taken away by the next one. */
#ifndef MUFAKAT_APP_PACK_FOLDER_H
#define MUFAKAT_APP_PACK_FOLDER_H

#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"

struct pack_folder {
    const char *parent;  /* absolute: where the pack will stand */
    const char *work;    /* hidden folder in it; scratch files may lie here */
    const char *content; /* folder in `work` that becomes the pack */
    int lock;            /* held while this run lives */
};

/* Looks at the target before anything is written: ERR_INPUT when it is no folder, ERR_NOTFOUND when
 * there is none, ERR_FULL when it has less than `needed` bytes free, told in words. `ret_free` gets
 * the free bytes. */
enum err_code pack_folder_check(const char *target, int64_t needed, int64_t *ret_free,
                                struct err *e) MUST_CHECK;
/* Makes the hidden folders. Texts live in `ar`; end with pack_folder_drop. */
enum err_code pack_folder_open(const char *target, struct arena *ar, struct pack_folder *ret,
                               struct err *e) MUST_CHECK;
/* A folder in the content, such as "2-arsip/foto"; its parents must be there. */
enum err_code pack_folder_add(const struct pack_folder *f, const char *name,
                              struct err *e) MUST_CHECK;
/* Writes the folders through to the medium and gives `made` (the content, or a file in `work`) the
 * first of the names "stem ending", "stem-2 ending" ... that is free: nothing is ever replaced. The
 * full path comes back in `ar`. */
enum err_code pack_folder_finish(const struct pack_folder *f, const char *made, const char *stem,
                                 const char *ending, struct arena *ar, const char **ret,
                                 struct err *e) MUST_CHECK;
/* Removes what pack_folder_finish gave a name, folder or file, as far as it can be. */
void pack_folder_undo(const char *path);
/* Takes away the hidden folder `work` that a killed run left. False: it may still be there (its run lives, or the
 * medium is away); anything that is no such folder is left alone. */
bool pack_folder_sweep(const char *work);
/* Removes whatever is left of the hidden folder. */
void pack_folder_drop(struct pack_folder *f);

#endif
