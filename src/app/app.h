/* One open session, as screens and commands see it. Writing goes through jobs: a job names a use
 * case and its arguments; `app_run` runs it at once (command line, tests), `app_post` hands it to
 * the keeper thread, which owns the only writing connection, and the answer comes back through
 * app_answer_fd (architecture 4). Reading stays on the caller's thread, on its own connection. */
#ifndef MUFAKAT_APP_APP_H
#define MUFAKAT_APP_APP_H

#include "base/clock.h"
#include "model/log.h"

struct app;
struct work;

struct app_options {
    const char *person; /* who sits here; NULL: the login name */
    struct clock clock; /* clock_system() or a test's */
    bool read_only;     /* no keeper, no writing connection */
    bool read_first;    /* come back as soon as it can be read; app_open_rest must follow */
    bool or_read;       /* read-only when file, folder or medium does not let it be written */
};

struct new_session { /* what `mufakat baru` and the first screen ask */
    const char *theme, *unit, *institution, *place; /* NULL: left for later (findings say so) */
    int64_t date, start_time;                       /* NONE: today / not given */
    int64_t zone; /* enum zone; NONE: the laptop's offset if it fits, else WIB */
};

/* Makes the file with its session row, preloaded legal bases, usual agenda and document profile, and opens it. The file
 * appears whole or not at all; a name that is taken is ERR_INPUT. */
enum err_code app_create(const char *path, const struct new_session *in,
                         const struct app_options *o, struct app **ret, struct err *e) MUST_CHECK;
/* Opens a session file; *ret is yours: app_close. Errors, each with its own sentence: ERR_NOTFOUND, ERR_INPUT (no session
 * file), ERR_VERSION (of a newer program), ERR_CORRUPT, ERR_BUSY (held by another program), ERR_IO (cannot be written
 * here: see or_read). */
enum err_code app_open(const char *path, const struct app_options *o, struct app **ret,
                       struct err *e) MUST_CHECK;
/* With app_options.read_first, after the first picture: opens for writing and looks at all that is looked at when a
 * session opens. An error, with the text that app_open would have given, means that the session must be closed.
 * Later on, and without that option, it does nothing and says the same again. */
enum err_code app_open_rest(struct app *a, struct err *e) MUST_CHECK;
/* Waits for the keeper to finish its queue, checkpoints, closes. NULL is fine. */
void app_close(struct app *a);
/* Absolute; borrowed. */
const char *app_path(const struct app *a);
bool app_is_read_only(const struct app *a);
/* While it is set, what jobs make (notes, people who come, agreements) is marked as written on paper
 * first (from_paper): the kit was used and is typed in now. Of this run only. */
void app_set_from_paper(struct app *a, bool on);
bool app_from_paper(const struct app *a);
/* True when it is read-only only because it cannot be written here (app_options.or_read). */
bool app_is_write_locked(const struct app *a);
/* The session's clock, for reading. It is set by app_set_time, because the keeper reads it too. */
struct clock *app_clock(struct app *a);
/* The laptop's time was wrong: it is `now` (UTC ms) from here on. Waits for the entry that is being stored. */
void app_set_time(struct app *a, int64_t now);
enum zone app_zone(struct app *a); /* of the venue; kept fresh after each change */
struct id app_session_id(const struct app *a);
/* Who sits here, as given or the login name; "" when unknown. */
const char *app_person(const struct app *a);

/* --- writing --- */

/* Each use case has its own header. `xxx_job(a, &j)` makes the job and returns its arguments with
 * every field "not given" (numbers NONE, ids ID_NONE, texts NULL) unless its comment says
 * otherwise; fill them and hand `j` to app_run or app_post. Fields named ret_ are results.
 *
 *     struct job *j;
 *     struct set_stance_args *x = set_stance_job(a, &j);
 *     x->agreement = ...;
 *     app_post(a, j);
 *
 * A use case. Runs inside BEGIN IMMEDIATE, on the keeper's thread or in app_run; reads and writes
 * only through `w` (app/work.h). `args` is the caller's struct from the job's arena; results are
 * written back into it. On an error nothing is stored. */
typedef enum err_code use_case(struct work *w, void *args, struct err *e);

struct job; /* group id, time, action code, arena with the arguments */

/* A job with a fresh group id and the present time. `action` is a permanent code that is logged
 * ("add_contribution"); its words come from app/actions.h. Freed by app_run, or after
 * app_take_answer. */
struct job *job_new(struct app *a, const char *action, use_case *run);
struct arena *job_arena(struct job *j);
/* Zeroed arguments in the job's arena; given to the use case. */
void *job_args(struct job *j, size_t size);
/* The arguments that were made with it (the use case's struct; NULL: none); results are read from
 * there. */
void *job_given(const struct job *j);
/* Copy of a text into the job's arena; NULL stays NULL. Every text and array in arguments must live
 * there. */
const char *job_text(struct job *j, const char *s);
/* The draft that this entry makes superfluous: removed in the same transaction. */
void job_clears_draft(struct job *j, const char *key);
/* The id and time minted with the job, e.g. to show the entry while it is in flight. A second id
 * for rows is made with job_row_id (strictly later than all before). */
struct id job_id(const struct job *j);
int64_t job_time(const struct job *j);
struct id job_row_id(struct job *j);
/* For GROUP_LOCK, GROUP_UNLOCK, GROUP_SETTLE, and the reason that the log keeps. */
void job_set_kind(struct job *j, enum group_kind kind, const char *reason);

/* Runs the job now, after all that was posted. `args` results stay readable until job_free; *ret_touched (may be NULL)
 * gets BIT()s of the entities that were changed. ERR_RULE on a read-only session. */
enum err_code app_run(struct app *a, struct job *j, unsigned *ret_touched,
                      struct err *e) MUST_CHECK;
void job_free(struct job *j);

/* Queues the job; first in, first out. Never blocks on the disk. */
void app_post(struct app *a, struct job *j);
struct answer {
    struct job *job; /* yours now: job_free when done with its arguments */
    const char *action;
    struct err err;    /* code ERR_NONE: stored */
    unsigned touched;  /* BIT()s */
    int64_t stored_at; /* UTC ms, after COMMIT returned */
};
/* Becomes readable when answers wait. -1 when read-only. */
int app_answer_fd(const struct app *a);
/* Takes one answer; false when there is none. */
bool app_take_answer(struct app *a, struct answer *ret);
/* Jobs posted whose answers have not been taken. */
int app_pending(const struct app *a);
/* Blocks until the queue is empty (leaving, tests). */
void app_drain(struct app *a);
/* Posts a failed job again with the same group id: stored at most once. */
void app_retry(struct app *a, struct job *j);

/* A draft of this program through the keeper, without an answer; NULL text removes it. Another program's draft of the same text
 * field is another one. */
void app_post_draft(struct app *a, const char *key, const char *text);
/* Removes the draft that another run left (draft.stored). */
void app_drop_draft(struct app *a, const char *stored);
/* The program is being left in the usual way: its drafts of now are not cut short. */
void app_leave_drafts(struct app *a);

/* --- being told of other programs' changes --- */

/* Hangs the bell up, for who waits for it. True when it was not there before: then app_changed has to be asked once.
 * Commands have none: taking an inotify down takes the kernel some 15 ms, longer than most of them work. */
bool app_listen(struct app *a);
/* inotify bell on the -wal file, -1 if there is none; readable = ask app_changed. Also -1 while posted jobs are written:
 * the bell would ring for each page of our own. Their answers say when to ask for it again. */
int app_bell_fd(const struct app *a);
/* True when another process has committed since the last call. */
bool app_changed(struct app *a);

#endif
