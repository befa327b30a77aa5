/* The session file: one connection to it. The change log is the truth, the tables are its result
 * (architecture 3, docs/FORMAT.md). The only header of this room that app may include; no SQLite type
 * leaves the room. A store belongs to one thread at a time.
 *
 * Reading functions copy text into the caller's arena. Rows come as the structs of model/records.h. */
#ifndef MUFAKAT_DB_STORE_H
#define MUFAKAT_DB_STORE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/sha256.h"
#include "model/dossier.h"
#include "model/log.h"

struct store;

/* --- opening and closing --- */

struct store_identity {
    const char *person;  /* who sits here; may be NULL */
    const char *machine; /* host name; may be NULL */
};

/* Makes a new session file (mode 0600, WAL, synchronous=FULL) with an empty session row whose id is
 * fresh; an existing path is ERR_INPUT and untouched. ":memory:" gives a private one for tests.
 * *ret is yours: store_close. */
enum err_code store_create(const char *path, const struct store_identity *who, struct clock *clock,
                           struct store **ret, struct err *e) MUST_CHECK;
/* Opens for writing. Looks at the header first (not a session file, empty, newer version, damaged,
 * read-only medium, held by another program: each its own sentence), then recovers the WAL. Must not be called
 * while this process already has the file open: use store_open_beside. */
enum err_code store_open(const char *path, const struct store_identity *who, struct clock *clock,
                         struct store **ret, struct err *e) MUST_CHECK;
/* True when file, folder or medium can only be read, so that store_open refuses it. Like that, never call it while this
 * process writes to the file. */
bool store_is_write_locked(const char *path);
/* store_open in two steps, so that a session can be shown before every page of it has been looked at. *ret_reader can
 * be used at once; *ret_writer must go through store_open_rest before anything else. Both are yours. A file that is not in its usual state (left by a crash, a plain copy, an older format) is opened whole in
 * the first step. */
enum err_code store_open_first(const char *path, struct clock *clock, struct store **ret_writer,
                               struct store **ret_reader, struct err *e) MUST_CHECK;
/* The connection for writing, and all that store_open looks at. After an error the store can only be closed. */
enum err_code store_open_rest(struct store *writer, const struct store_identity *who, struct err *e) MUST_CHECK;
/* Opens read-only (query_only, column authorizer made from the dictionary); also from a read-only
 * medium when the file is a plain copy. */
enum err_code store_open_read(const char *path, struct store **ret, struct err *e) MUST_CHECK;
/* A second, reading connection of this process to the file that `first` has open. */
enum err_code store_open_beside(const struct store *first, struct store **ret, struct err *e) MUST_CHECK;
/* Brings all that is stored into the one file, so that it is whole without its -wal: for a file that is to get another
 * name. ERR_FULL, ERR_IO; what is stored stays where it was. */
enum err_code store_gather(struct store *s, struct err *e) MUST_CHECK;
/* Checkpoints (TRUNCATE) when it was a writer, then closes; NULL is fine. Rolls back what is open. */
void store_close(struct store *s);
/* Gives back the pages that are kept for the next reading. */
void store_shrink(struct store *s);
/* Changes whenever another connection has committed (PRAGMA data_version). */
int64_t store_data_version(struct store *s);
/* Id of the one session row. */
struct id store_session_id(const struct store *s);

/* The newest id of an action or a note; ID_NONE when it cannot be read or there is none. */
struct id store_newest_id(struct store *s);

/* --- writing --- */

struct group {
    struct id id;         /* minted by the caller */
    enum group_kind kind;
    struct id of;         /* the group undone or redone, else ID_NONE */
    int64_t at;           /* wall time, UTC ms */
    const char *action;   /* stable code, e.g. "add_contribution" */
    const char *reason;   /* may be NULL */
};

/* BEGIN IMMEDIATE and remember the group. When a group with this id is already stored, *ret_done is
 * true and no transaction is open. */
enum err_code store_begin(struct store *s, const struct group *g, bool *ret_done, struct err *e) MUST_CHECK;
/* Logs and applies one field; the row is made when it is new. Nothing happens when the value equals the present
 * one. With `seen` given, a present value that differs from it is ERR_CONFLICT. */
enum err_code store_set(struct store *s, enum entity_kind k, const struct id *row, int field,
                        const struct value *v, const struct value *seen, struct err *e) MUST_CHECK;
/* Logs and applies a whole row that store_exists has not found: `v` by field number, nulls are not logged. */
enum err_code store_add(struct store *s, enum entity_kind k, const struct id *row, const struct value *v,
                        struct err *e) MUST_CHECK;
/* Is there such a row, deleted or not? Inside a transaction. */
enum err_code store_exists(struct store *s, enum entity_kind k, const struct id *row, bool *ret,
                           struct err *e) MUST_CHECK;
/* COMMIT. When the disk refuses, the truth is looked up again (reopen, read back) before anything is
 * said: ERR_NONE means stored, an error means certainly not stored. *ret_touched gets BIT()s. */
enum err_code store_commit(struct store *s, unsigned *ret_touched, struct err *e) MUST_CHECK;
/* Between two groups, while nobody waits: copies a long write-ahead log into the file, and makes room behind a short one,
 * so that the next commits are synced quicker. Never fails: what cannot be done is not needed. */
void store_tidy(struct store *s);
/* False when store_tidy would find nothing to do; costs nothing. */
bool store_wants_tidying(const struct store *s);
/* Drops the open transaction; fine when there is none. */
void store_rollback(struct store *s);
/* MAX + 1 of the entity's number (or ord) field, deleted rows counted; inside a transaction. */
enum err_code store_next(struct store *s, enum entity_kind k, int field, int64_t *ret, struct err *e) MUST_CHECK;

/* --- reading --- */

/* Live rows of one entity in the dossier's order. *ret_rows is an array of the entity's struct. */
enum err_code store_load_all(struct store *s, enum entity_kind k, struct arena *a, void *ret_rows,
                             size_t *ret_n, struct err *e) MUST_CHECK;
/* One row by id, deleted ones too (see ->deleted); ERR_NOTFOUND when there is none. */
enum err_code store_load(struct store *s, enum entity_kind k, const struct id *row, struct arena *a,
                         void *ret_record, struct err *e) MUST_CHECK;
/* One field of a row, deleted or not; null when there is no such row. *ret lives in the arena. */
enum err_code store_load_value(struct store *s, enum entity_kind k, const struct id *row, int field,
                               struct arena *a, struct value *ret, struct err *e) MUST_CHECK;
/* Everything, in one read transaction. *ret lives in the arena. */
enum err_code store_load_dossier(struct store *s, struct arena *a, struct dossier **ret, struct err *e) MUST_CHECK;
/* One read transaction around several reads; nestable by count. */
enum err_code store_read_begin(struct store *s, struct err *e) MUST_CHECK;
/* Once for each store_read_begin that succeeded. */
void store_read_end(struct store *s);

/* A page of the notes: at most `limit` live contributions with id < `before` (ID_NONE: the newest), of
 * `agenda` (ID_NONE: all), oldest first. Cost does not grow with the session. */
enum err_code store_load_notes(struct store *s, const struct id *agenda, const struct id *before, int limit,
                               struct arena *a, struct contribution **ret, size_t *ret_n, struct err *e) MUST_CHECK;
/* Contributions whose folded text, wording or speaker holds `folded`, newest first, at most `limit`. */
enum err_code store_search_notes(struct store *s, const char *folded, int limit, struct arena *a,
                                 struct contribution **ret, size_t *ret_n, struct err *e) MUST_CHECK;

/* Who has said anything in this session, in any order; at most `limit` ids. */
enum err_code store_speakers(struct store *s, int limit, struct arena *a, struct id **ret,
                             size_t *ret_n, struct err *e) MUST_CHECK;
/* Counted inputs and gaps, of all notes and of `agenda` (ID_NONE: of no item). */
enum err_code store_note_counts(struct store *s, const struct id *agenda, struct note_counts *ret,
                                struct err *e) MUST_CHECK;

/* --- undo, history --- */

/* Undoes the newest group of this run that can still be undone, as a new group `g` (kind, of and action are
 * filled in here). ERR_NOTFOUND: nothing to undo. ERR_CONFLICT: somebody changed it since, named
 * in the text; nothing is done. Locks, unlocks, merges and erasures are not undone. */
enum err_code store_undo(struct store *s, const struct group *g, struct arena *a, struct undone *ret,
                         unsigned *ret_touched, struct err *e) MUST_CHECK;
/* The same for the newest group that was undone; a new action clears them. */
enum err_code store_redo(struct store *s, const struct group *g, struct arena *a, struct undone *ret,
                         unsigned *ret_touched, struct err *e) MUST_CHECK;
/* Undoes one given older group of anybody ("Riwayat -> kembalikan"), same refusals. */
enum err_code store_revert(struct store *s, const struct group *g, const struct id *group, struct arena *a,
                           unsigned *ret_touched, struct err *e) MUST_CHECK;

/* Groups newest first, starting before `before` (ID_NONE: newest). */
enum err_code store_history(struct store *s, const struct id *before, int limit, struct arena *a,
                            struct history_group **ret, size_t *ret_n, struct err *e) MUST_CHECK;

/* Every value a field has had, oldest first. */
enum err_code store_field_history(struct store *s, enum entity_kind k, const struct id *row, int field,
                                  struct arena *a, struct field_version **ret, size_t *ret_n,
                                  struct err *e) MUST_CHECK;

/* --- locks, verification, erasure --- */

/* Inside store_begin with GROUP_LOCK: writes the lock row (cut = everything committed before this
 * group, fingerprint, revision). */
enum err_code store_lock(struct store *s, const char *reason, struct id *ret_lock, struct err *e) MUST_CHECK;

/* Integrity check, every chain, the tables against a rebuild from the log, every lock's fingerprint, every blob's
 * hash. Says that nothing changed since the lock, not that the notes were true. */
enum err_code store_verify(struct store *s, struct arena *a, struct verify_report *ret, struct err *e) MUST_CHECK;

/* The lock whose fingerprint was typed (short form of a paper or hex), whether it is the latest, and the session as it was
 * there. A fingerprint of no lock is no error: `belongs` is false. */
enum err_code store_verify_fingerprint(struct store *s, const char *typed, struct arena *a,
                                       struct fingerprint_match *ret, struct err *e) MUST_CHECK;
/* Drops the tables' rows and builds them again from the log. */
enum err_code store_rebuild(struct store *s, struct err *e) MUST_CHECK;

/* Erases a participant's personal fields, and every free text that names them (current ones go on as a new
 * change with `[nama]` in place of the name), their drafts; then secure_delete, VACUUM, checkpoint.
 * Chains and locks still verify. */
enum err_code store_erase_person(struct store *s, const struct group *g, const struct id *participant,
                                 struct erase_result *ret, struct err *e) MUST_CHECK;

/* --- conflicts and merge --- */

/* Fields whose rivals wait for a decision, each rival once, the shown one first. */
enum err_code store_conflicts(struct store *s, struct arena *a, struct conflict **ret, size_t *ret_n,
                              struct err *e) MUST_CHECK;
/* Inside store_begin with GROUP_SETTLE: writes `v` once per head. */
enum err_code store_settle(struct store *s, enum entity_kind k, const struct id *row, int field,
                           const struct value *v, struct err *e) MUST_CHECK;

/* Set union of another session file's log into this one (same session id, else ERR_INPUT; a forked chain
 * ERR_CORRUPT). Erasures of either side are obeyed. Merging again adds 0. */
enum err_code store_merge(struct store *s, const char *other_path, struct merge_result *ret,
                          struct err *e) MUST_CHECK;

/* --- beside the log: drafts, blobs, copies --- */

/* Stores or (text NULL or "") removes a half-typed text; not in the log. */
enum err_code store_put_draft(struct store *s, const char *key, const char *text, int64_t at, struct err *e) MUST_CHECK;
/* Keys that begin with `from` begin with `to` afterwards. */
enum err_code store_rename_drafts(struct store *s, const char *from, const char *to, struct err *e) MUST_CHECK;
/* All of them, by key (`key` is `stored` here: whose they are is told by app/drafts.c). */
enum err_code store_load_drafts(struct store *s, struct arena *a, struct draft **ret, size_t *ret_n,
                                struct err *e) MUST_CHECK;
#define STORE_BLOB_LIMIT (25u << 20) /* bytes of one picture or scan */
/* Keeps bytes under their SHA-256; inside a transaction; storing twice is fine. */
enum err_code store_put_blob(struct store *s, const void *p, size_t n, char ret_hex[HASH_HEX], struct err *e) MUST_CHECK;
/* Appends the bytes of a picture or scan; ERR_NOTFOUND when they are not (or no longer) in the file. */
enum err_code store_get_blob(struct store *s, const char *hex, struct buf *ret, struct err *e) MUST_CHECK;
/* A verified single-file copy: VACUUM INTO a temporary name, drafts cleared, integrity check, fsync,
 * rename, fsync of the folder. An existing target is replaced only when `replace`. `watch` may be NULL; ERR_BUSY when it
 * stopped the copy. */
enum err_code store_copy(struct store *s, const char *target, bool replace, const struct copy_watch *watch,
                         struct err *e) MUST_CHECK;
/* The looks that come first: ERR_CONFLICT when the target exists and may not be replaced, ERR_INPUT when it cannot be one. */
enum err_code store_copy_look(const struct store *s, const char *target, bool replace, struct err *e) MUST_CHECK;

/* --- the log as data (for `data`) --- */

/* Runs of the program that wrote, and all changes: by writer, then number. */
enum err_code store_log_writers(struct store *s, struct arena *a, struct log_writer **ret, size_t *ret_n,
                                struct err *e) MUST_CHECK;
enum err_code store_log_changes(struct store *s, struct arena *a, struct log_change **ret, size_t *ret_n,
                                struct err *e) MUST_CHECK;

#endif
