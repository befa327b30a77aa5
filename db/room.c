/* The write-ahead log between commits: room ahead of it, checkpoints behind it, both while nobody waits. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "db/private.h"

/* After so many pages the log is copied into the file and begins anew; SQLite's own number. */
#define FRAMES 1000
#define FRAME_BYTES (4096 + 24)

/* A commit that makes the file longer is synced together with the file system's records of its length; one that
 * overwrites bytes which are there is not. So zeros are put behind the log, which SQLite takes for its end, whenever less
 * than LEAST is left; a STEP at a time, because a slow stick takes half a second for one. */
#define LEAST (1 << 18)
#define STEP (1 << 20)

/* Without a keeper nobody tidies: then a commit has to, but later. */
#define FRAMES_AT_MOST (2 * FRAMES)

static int count_frames(void *store, sqlite3 *db, const char *name, int frames)
{
    struct store *s = store;
    if (frames < s->frames)
        s->room = 0; /* the log has begun anew, and may have been cut short */
    s->frames = frames;
    if (frames >= FRAMES_AT_MOST)
        sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    return SQLITE_OK; /* the commit is stored, whatever became of the checkpoint */
}

void room_watch(struct store *s)
{
    s->frames = 0;
    s->room = 0;
    sqlite3_wal_hook(s->db, count_frames, s);
}

/* Only under the write lock: nobody else's pages may come there meanwhile. A disk that refuses gets back what it gave. */
static void lengthen(struct store *s, sqlite3_file *log, sqlite3_int64 size)
{
    static char zeros[1 << 16]; /* never written to */
    int rc = SQLITE_OK;
    for (int n = 0; rc == SQLITE_OK && n < STEP; n += (int)sizeof zeros)
        rc = log->pMethods->xWrite(log, zeros, (int)sizeof zeros, size + n);
    if (rc == SQLITE_OK)
        rc = log->pMethods->xSync(log, SQLITE_SYNC_DATAONLY);
    if (rc == SQLITE_OK)
        s->room = size + STEP;
    else
        log->pMethods->xTruncate(log, size);
}

static int64_t wanted(const struct store *s)
{
    return (int64_t)s->frames * FRAME_BYTES + LEAST;
}

static bool is_short(struct store *s, sqlite3_file *log, sqlite3_int64 *ret_size)
{
    if (!log || !log->pMethods || log->pMethods->xFileSize(log, ret_size) != SQLITE_OK)
        return false;
    s->room = *ret_size;
    return *ret_size < wanted(s);
}

static void make_room(struct store *s)
{
    sqlite3_file *log = NULL;
    sqlite3_int64 size = 0;
    int rc = sqlite3_file_control(s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (rc != SQLITE_OK || !is_short(s, log, &size) || query_run(s, STMT_BEGIN_WRITE, NULL, ""))
        return;
    if (is_short(s, log, &size))
        lengthen(s, log, size);
    err_ignore(query_run(s, STMT_ROLLBACK, NULL, ""));
}

bool store_wants_tidying(const struct store *s)
{
    return s->frames >= FRAMES || s->room < wanted(s);
}

void store_tidy(struct store *s)
{
    assert(s->writing && !s->t.open);
    if (!s->db || s->memory || s->unsure)
        return;
    if (s->frames >= FRAMES &&
        sqlite3_wal_checkpoint_v2(s->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL) == SQLITE_OK)
        s->frames = 0; /* counted anew with the next commit */
    make_room(s);
}
