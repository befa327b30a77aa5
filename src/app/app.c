#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/create_session.h"
#include "app/inside.h"
#include "app/pack_leftover.h"
#include "app/read.h"
#include "base/file.h"

/* --- making and ending the struct --- */

static char *login_name(void)
{
    const struct passwd *p = getpwuid(getuid());
    const char *name = p ? p->pw_name : getenv("USER");
    return mem_strdup(name ? name : "");
}

static struct app *app_new(const char *path, const struct app_options *o)
{
    struct app *a = mem_zalloc(sizeof *a);
    a->path = file_absolute(path);
    a->person = o->person ? mem_strdup(o->person) : NULL;
    a->clock = o->clock;
    a->read_only = o->read_only;
    a->keeper.pipe[0] = a->keeper.pipe[1] = -1;
    a->bell.fd = a->bell.watch = -1;
    pthread_mutex_init(&a->writing, NULL);
    return a;
}

void app_close(struct app *a)
{
    if (!a)
        return;
    keeper_end(a);
    bell_close(&a->bell);
    frame_forget(a);
    store_close(a->reader);
    store_close(a->writer); /* last, so that its checkpoint finds no reader in the way */
    pthread_mutex_destroy(&a->writing);
    free(a->path);
    free(a->person);
    free(a);
}

/* Whom the log names; `machine` must stay as long as the struct is used. */
static struct store_identity identity(const struct app *a, char machine[256])
{
    memset(machine, 0, 256);
    if (gethostname(machine, 255) != 0)
        machine[0] = '\0';
    return (struct store_identity){app_person(a), machine};
}

/* Lists and history are in the order of ids: what is written now comes last, also when the laptop's clock was set back. */
static void follow_ids(struct app *a)
{
    struct id newest = store_newest_id(a->reader);
    id_follow(&newest, clock_now(&a->clock));
}

static enum err_code open_stores(struct app *a, bool read_first, struct err *e)
{
    if (a->read_only)
        return store_open_read(a->path, &a->reader, e);
    enum err_code code;
    if (read_first) {
        code = store_open_first(a->path, &a->clock, &a->writer, &a->reader, e);
    } else {
        char machine[256];
        const struct store_identity who = identity(a, machine);
        code = store_open(a->path, &who, &a->clock, &a->writer, e);
        if (!code)
            code = store_open_beside(a->writer, &a->reader, e);
        if (!code)
            follow_ids(a);
    }
    if (!code)
        code = keeper_init(&a->keeper, e);
    return code;
}

enum err_code app_open_rest(struct app *a, struct err *e)
{
    if (a->opening) {
        char machine[256];
        const struct store_identity who = identity(a, machine);
        a->opening = false;
        err_ignore(store_open_rest(a->writer, &who, &a->open_err));
        a->seen = store_data_version(a->writer);
        follow_ids(a);
        store_shrink(a->reader);
        store_shrink(a->writer);
        malloc_trim(0); /* what opening and the first picture have read is not needed again soon */
    }
    if (a->open_err.code && e)
        *e = a->open_err;
    return a->open_err.code;
}

enum err_code app_open(const char *path, const struct app_options *o, struct app **ret,
                       struct err *e)
{
    struct app *a = app_new(path, o);
    enum err_code code = open_stores(a, o->read_first, e);
    if (code && o->or_read && !a->read_only && store_is_write_locked(a->path)) {
        struct stat st = {0};
        a->read_only = a->write_locked = true;
        code = stat(a->path, &st) == 0 ? open_stores(a, o->read_first, e) : code;
        a->size = st.st_size;
        a->mtime = st.st_mtim;
    }
    if (code) {
        app_close(a);
        return code;
    }
    pack_leftover_sweep(a->path);
    a->opening = a->writer && o->read_first;
    if (!a->opening)
        a->seen = store_data_version(a->writer ? a->writer : a->reader);
    *ret = a;
    return ERR_NONE;
}

/* --- a new session --- */

/* An unused name beside the target; the store itself makes the file. */
static char *temp_beside(const char *path, int64_t now)
{
    struct buf b = BUF_INIT;
    char text[ID_TEXT];
    struct id fresh = id_new(now);
    char *folder = file_dir(path);
    id_format(&fresh, text);
    buf_printf(&b, "%s/.mufakat-%s.fkp", folder, text);
    free(folder);
    return buf_take(&b);
}

static enum err_code fill_session(const char *temp, job_maker *make, const void *given,
                                  const struct app_options *o, struct err *e)
{
    struct app *a = app_new(temp, o);
    char machine[256];
    const struct store_identity who = identity(a, machine);
    enum err_code code = store_create(a->path, &who, &a->clock, &a->writer, e);
    if (!code) {
        struct job *j = make(a, given);
        code = job_perform(a, j, e);
        job_free(j);
    }
    if (!code)
        code = store_gather(a->writer, e);
    app_close(a);
    return code;
}

static void remove_temp(const char *temp)
{
    static const char *const tails[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        struct buf b = BUF_INIT;
        buf_printf(&b, "%s%s", temp, tails[i]);
        unlink(buf_str(&b));
        buf_done(&b);
    }
}

enum err_code app_create_by(const char *path, job_maker *make, const void *given,
                            const struct app_options *o, struct app **ret, struct err *e)
{
    struct app_options clocked = *o;
    enum err_code code = file_check_new(path, e);
    if (code)
        return code;
    char *target = file_absolute(path);
    char *temp = temp_beside(target, clock_now(&clocked.clock));
    code = fill_session(temp, make, given, o, e);
    if (!code)
        code = file_commit_new(temp, target, e);
    if (code)
        remove_temp(temp);
    free(temp);
    if (!code)
        code = app_open(target, o, ret, e);
    free(target);
    return code;
}

static struct job *make_new_session(struct app *a, const void *given)
{
    struct job *j;
    create_session_job(a, &j)->in = *(const struct new_session *)given;
    return j;
}

enum err_code app_create(const char *path, const struct new_session *in,
                         const struct app_options *o, struct app **ret, struct err *e)
{
    return app_create_by(path, make_new_session, in, o, ret, e);
}

enum err_code app_check_not_own(const struct app *a, const char *path, struct err *e)
{
    static const char *const tails[] = {"", "-wal", "-shm"};
    struct stat given, own;
    if (stat(path, &given) != 0)
        return ERR_NONE;
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        struct buf b = BUF_INIT;
        buf_printf(&b, "%s%s", a->path, tails[i]);
        bool same = stat(buf_str(&b), &own) == 0 && own.st_dev == given.st_dev &&
                    own.st_ino == given.st_ino;
        buf_done(&b);
        if (same)
            return err_set(
                e, ERR_INPUT,
                _("%s adalah berkas sesi ini sendiri dan tidak disentuh. Pilih berkas lain."),
                path);
    }
    return ERR_NONE;
}

/* --- small questions --- */

const char *app_path(const struct app *a)
{
    return a->path;
}

void app_set_from_paper(struct app *a, bool on)
{
    a->from_paper = on;
}

bool app_from_paper(const struct app *a)
{
    return a->from_paper;
}

bool app_is_read_only(const struct app *a)
{
    return a->read_only;
}

bool app_is_write_locked(const struct app *a)
{
    return a->write_locked;
}

struct clock *app_clock(struct app *a)
{
    return &a->clock;
}

void app_set_time(struct app *a, int64_t now)
{
    pthread_mutex_lock(&a->writing);
    a->clock.offset += now - clock_now(&a->clock);
    pthread_mutex_unlock(&a->writing);
}

const char *app_person(const struct app *a)
{
    struct app *same = (struct app *)(uintptr_t)a; /* looking a name up is not a change */
    if (!same->person)
        same->person = login_name();
    return a->person;
}

struct id app_session_id(const struct app *a)
{
    return store_session_id(a->reader);
}

enum zone app_zone(struct app *a)
{
    if (a->zone_known || !a->reader)
        return a->zone;
    struct arena *ar = arena_new();
    struct session s;
    struct id row = app_session_id(a);
    struct err e;
    if (!read_row(a, ENTITY_session, &row, ar, &s, &e)) {
        a->zone = session_zone(&s);
        a->zone_known = true;
    }
    arena_free(ar);
    return a->zone;
}

/* --- running and being told --- */

enum err_code app_run(struct app *a, struct job *j, unsigned *ret_touched, struct err *e)
{
    if (a->read_only)
        return err_set(
            e, ERR_RULE,
            _("Sesi ini dibuka hanya untuk dibaca; tidak ada yang disimpan. Buka sesi untuk "
              "ditulis, lalu ulangi."));
    err_ignore(app_open_rest(a, NULL)); /* where it failed the job says so */
    app_drain(a);
    pthread_mutex_lock(&a->writing);
    enum err_code code = job_perform(a, j, e);
    pthread_mutex_unlock(&a->writing);
    if (code)
        return code;
    if (j->touched & BIT(session))
        a->zone_known = false;
    if (ret_touched)
        *ret_touched = j->touched;
    return ERR_NONE;
}

/* A file that cannot be written here is read as one that never changes; somebody who may write it can change it all the same.
 * Then what was read is forgotten. The connection before holds no locks, so looking at the file again is safe. */
static bool read_anew(struct app *a)
{
    struct stat st;
    struct store *fresh;
    struct err e;
    if (stat(a->path, &st) != 0 ||
        (st.st_size == a->size && st.st_mtim.tv_sec == a->mtime.tv_sec && st.st_mtim.tv_nsec == a->mtime.tv_nsec))
        return false;
    a->size = st.st_size;
    a->mtime = st.st_mtim;
    if (store_open_read(a->path, &fresh, &e))
        return false;
    frame_forget(a); /* its version means nothing beside the new connection's */
    store_close(a->reader);
    a->reader = fresh;
    a->zone_known = false;
    return true;
}

bool app_listen(struct app *a)
{
    if (a->bell.fd >= 0)
        return false;
    bell_open(&a->bell, a->path);
    return a->bell.fd >= 0;
}

/* The writing connection does not count its own commits, so it is the one to ask. While the keeper
 * uses it the question waits: the loop asks again. */
bool app_changed(struct app *a)
{
    bell_quiet(&a->bell, a->path);
    if (a->write_locked)
        return read_anew(a);
    if (a->opening || (!a->read_only && pthread_mutex_trylock(&a->writing) != 0))
        return false;
    int64_t now = store_data_version(a->writer ? a->writer : a->reader);
    if (!a->read_only)
        pthread_mutex_unlock(&a->writing);
    bool changed = now != a->seen;
    a->seen = now;
    if (changed)
        a->zone_known = false;
    return changed;
}
