#include "config.h"

#include "app/pack_leftover.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/pack_folder.h"
#include "base/file.h"

#define BESIDE "-paket"

static char *note_of(const char *session)
{
    struct buf b = BUF_INIT;
    buf_printf(&b, "%s" BESIDE, session);
    return buf_take(&b);
}

void pack_leftover_remember(const char *session, const char *work)
{
    struct err e;
    char *note = note_of(session);
    err_ignore(file_write(note, work, strlen(work), &e));
    free(note);
}

void pack_leftover_forget(const char *session, const char *work)
{
    char *note = note_of(session);
    if (access(work, F_OK) != 0)
        unlink(note);
    free(note);
}

void pack_leftover_sweep(const char *session)
{
    struct err e;
    struct buf work = BUF_INIT;
    char *note = note_of(session);
    if (access(note, F_OK) == 0 && file_read(note, PATH_MAX, &work, &e) == ERR_NONE &&
        pack_folder_sweep(buf_str(&work)))
        unlink(note);
    buf_done(&work);
    free(note);
}
