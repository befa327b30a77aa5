/* What the files of this room know of a store. */
#ifndef MUFAKAT_DB_PRIVATE_H
#define MUFAKAT_DB_PRIVATE_H

#include "db/header_check.h"
#include "db/stmt.h"
#include "db/store.h"

#define STORE_APPLICATION_ID 0x4D554641 /* "MUFA" */
/* PRAGMA user_version; 2: fields of the evidence pack, 3: tables for quick storing, marks of paper, 4: other names of people */
#define STORE_FORMAT 4

/* A row whose deletion, or a reference that was set, is looked at again before COMMIT. */
struct pending {
    enum entity_kind entity;
    struct id row;
    bool deleted; /* the row was deleted; else: it was referred to */
};

/* The open group. */
struct txn {
    bool open;
    bool stored; /* its row is in grp */
    struct group g;
    struct hash digest;
    int64_t seq0; /* the writer's state at BEGIN, for rollback and for a lock's cut */
    struct hash chain0;
    bool writer_stored0;
    unsigned touched;
    struct pending *pending;
    size_t n_pending, cap_pending;
};

/* Groups of this run, the one that is next on top. */
struct stack {
    struct id *v;
    size_t n, cap;
};

struct store {
    sqlite3 *db; /* NULL after a failed commit that could not be looked at again */
    char *path;
    bool memory;  /* ":memory:" */
    bool writing; /* opened for writing */
    long format;  /* of the file; older than STORE_FORMAT only until store_migrate */
    struct header header; /* what was seen before store_open_rest; else empty */
    bool unsure;  /* a commit failed and what the file holds is not yet known to be on the disk */
    struct clock *clock; /* the caller's, else system_clock */
    struct clock system_clock;
    struct id session;
    /* this run as a writer */
    struct id writer;
    char *person, *machine;
    int64_t started_at;
    bool writer_stored;
    int64_t seq, hlc;
    int64_t hlc_version; /* data version of the file whose clocks `hlc` has seen; NONE: of none */
    struct hash chain; /* after `seq` */
    struct txn t;
    struct stack undo, redo;
    int readers;           /* depth of store_read_begin */
    int frames;            /* pages in the write-ahead log after the last commit */
    int64_t room;          /* bytes of the log that were there when it was looked at; 0: not yet */
    struct arena *scratch; /* emptied at the start of every store_set */
    struct stmt_cache cache;
};

/* open.c */

/* A store without a connection. NULL clock: the laptop's. */
struct store *store_new(const char *path, bool writing, const struct store_identity *who,
                        struct clock *clock);
/* Reads meta.session into the store. */
enum err_code store_read_session_id(struct store *s, struct err *e) MUST_CHECK;

/* connect.c */

/* Opens the connection of `s` for writing, or for reading behind the authorizer; `h` (may be NULL) says what is
 * known of the file. */
enum err_code store_connect_writing(struct store *s, struct err *e) MUST_CHECK;
enum err_code store_connect_reading(struct store *s, const struct header *h, struct err *e) MUST_CHECK;
/* After the checks, because it marks a plain copy as a write-ahead file. */
enum err_code store_use_wal(struct store *s, struct err *e) MUST_CHECK;
/* Puts the connection's authorizer on or takes it off: reading ones see what the dictionary and the log have, writing
 * ones, which run without the schema's triggers, only add to the log. */
void store_guard(struct store *s, bool on);
/* First column of the first row of the answer as text; gives SQLite's code. */
int store_pragma(sqlite3 *db, const char *sql, struct buf *ret);
/* Opens the connection of `s` again with all its settings (after a failed commit, after VACUUM). */
enum err_code store_connect(struct store *s, struct err *e) MUST_CHECK;
/* Closes the connection; the store itself stays. */
void store_disconnect(struct store *s);
/* Lets a reading connection do for a moment what its authorizer forbids (copying); `free_hand`
 * false restores it. */
enum err_code store_free_hand(struct store *s, bool free_hand, struct err *e) MUST_CHECK;
/* Settings that every connection gets, set and read back. */
enum err_code store_settings(sqlite3 *db, const char *path, bool writing, struct err *e) MUST_CHECK;

/* migrate.c */

/* Brings a file of an older format up to this one; does nothing to a present one. Needs a writing
 * store that is open and checked. Safe to be cut off at any point: it is done again then. */
enum err_code store_migrate(struct store *s, struct err *e) MUST_CHECK;

/* room.c */

/* Counts the pages of the connection's write-ahead log instead of SQLite's checkpoint inside of a commit. */
void room_watch(struct store *s);

/* commit.c */

/* After a failed commit: opens the file again and makes sure that what it shows is on the disk. */
enum err_code store_make_sure(struct store *s, struct err *e) MUST_CHECK;
/* Words for a row in a sentence: its number, name or title, else the entity's label. Best effort.
 */
const char *store_row_name(struct store *s, enum entity_kind k, const struct id *row,
                           struct arena *a);

/* load.c */

/* Room for one more element behind the `n` of an array that grows in the arena. */
void *private_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size);

/* A write transaction that is no group (rebuilding, merging): BEGIN IMMEDIATE; and its end, COMMIT
 * when `rc` is ERR_NONE, else ROLLBACK. Returns `rc` or what COMMIT said. */
enum err_code store_work_begin(struct store *s, struct err *e) MUST_CHECK;
enum err_code store_work_end(struct store *s, enum err_code rc, struct err *e) MUST_CHECK;

/* undo.c */

/* The open group has been stored: undo and redo know of it. */
void undo_remember(struct store *s);

/* write.c */

/* Logs and applies one value over the given heads, without looking at the present value. */
struct change;
enum err_code store_log_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                              const struct value *v, struct change *const *bases, size_t n_bases,
                              struct err *e) MUST_CHECK;
#endif
