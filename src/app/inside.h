/* What the files of this room share about an open session and a job. Private to the app room. */
#ifndef MUFAKAT_APP_INSIDE_H
#define MUFAKAT_APP_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "app/app.h"
#include "app/work.h"

struct job {
    struct arena *arena;
    struct app *app;
    struct group group;
    use_case *run;
    void *args;
    const char *clears_draft; /* as stored: with its owner */
    const char *const
        *reason;     /* where the arguments hold the reason that the log keeps; NULL: no such */
    bool alone;      /* the use case opens its own transaction (undo, erase) */
    bool from_paper; /* as the session was when the job was made */
    bool draft_only; /* no use case: only the draft `clears_draft` gets `draft_text`; NULL: all of ours are left on purpose */
    const char *draft_text;
    struct err err;
    unsigned touched;
    int64_t stored_at;
    struct job *next;
};

/* Jobs in order. */
struct line {
    struct job *first, *last;
    int n;
};

/* The one thread that writes while a person works. Everything below `mutex` is guarded by it. */
struct keeper {
    pthread_t thread;
    bool started;
    pthread_mutex_t mutex;
    pthread_cond_t work; /* something was queued, or stop */
    pthread_cond_t rest; /* queue empty and hands free */
    struct line queue;
    struct line answers;
    bool busy, stop;
    bool tidying; /* all answers are given; app_drain waits all the same */
    int pending; /* jobs (not drafts) posted and not yet taken as answers */
    int pipe[2]; /* one byte for each answer */
};

struct bell {
    int fd;    /* inotify; -1 */
    int watch; /* on the -wal; -1 while there is none */
};

/* What read_frame has read; lives as long as anybody uses it. */
struct frame {
    struct arena *arena;
    struct dossier *d;
    int64_t version; /* store_data_version of the reading connection when it was last known to be true */
    int64_t foreign; /* the same of the writing one when it was read */
    int users;       /* the session while it is the newest one, and each arena that was given it */
};
#define FRAME_UNKNOWN INT64_MIN

struct app {
    char *path; /* absolute */
    char *person; /* NULL: not looked up yet (app_person) */
    struct clock clock;
    bool read_only;
    struct store *writer;    /* NULL when read-only */
    struct store *reader;    /* of the caller's thread */
    bool write_locked; /* read-only because nothing can be written here; the file was like this when it was read: */
    int64_t size;
    struct timespec mtime;
    pthread_mutex_t writing; /* held while `writer` is used */
    bool opening;            /* `writer` has not gone through store_open_rest yet */
    struct err open_err;     /* how that ended */
    struct keeper keeper;
    struct bell bell;
    struct frame *frame;  /* the newest; NULL: none. Of the caller's thread, like `reader` */
    atomic_uint touched;  /* BIT()s of what jobs have changed since the frame was looked at */
    int64_t seen; /* data version at the last app_changed */
    enum zone zone;
    bool zone_known;
    bool from_paper;
    char draft_owner[160]; /* "": not made yet (drafts.c) */
};

/* Runs one job on the writing connection and fills its answer. */
enum err_code job_perform(struct app *a, struct job *j, struct err *e) MUST_CHECK;
/* A job whose use case opens its own transaction. */
void job_runs_alone(struct job *j);
/* The log keeps the reason that will stand in the arguments. */
void job_reason_from(struct job *j, const char *const *reason);
/* job_new and job_args in one. */
void *job_start(struct app *a, const char *action, use_case *run, size_t size, struct job **ret);

/* app_create with any use case that fills the empty session: `make` gives its job from `given`. */
typedef struct job *job_maker(struct app *a, const void *given);
enum err_code app_create_by(const char *path, job_maker *make, const void *given,
                            const struct app_options *o, struct app **ret,
                            struct err *e) MUST_CHECK;

/* ERR_INPUT when the path is the session's own file or one of its companions: opening and closing
 * it here would drop SQLite's locks, and writing over it would destroy the session. */
enum err_code app_check_not_own(const struct app *a, const char *path, struct err *e) MUST_CHECK;

/* Sets up and ends the keeper; posting starts the thread. */
enum err_code keeper_init(struct keeper *k, struct err *e) MUST_CHECK;
void keeper_end(struct app *a);

/* A draft by its key in the table, without an answer; text NULL removes it. `stored` NULL: drafts_leave. */
void keeper_post_draft(struct app *a, const char *stored, const char *text);

/* The key that table draft has for a text field of this program. */
const char *drafts_own_key(struct app *a, const char *key, struct arena *ar);
/* Drafts of this program were left on purpose. */
enum err_code drafts_leave(struct app *a, struct err *e) MUST_CHECK;

/* The next read_frame reads again. */
void frame_forget(struct app *a);

void bell_open(struct bell *b, const char *session_path);
/* Takes what rang; tries again to watch when there was no -wal yet. */
void bell_quiet(struct bell *b, const char *session_path);
void bell_close(struct bell *b);

#endif
