/* The keeper: the one thread that writes, first in, first out; its answers come back through
 * a pipe. */
#include "config.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "app/inside.h"

static void line_add(struct line *l, struct job *j)
{
    j->next = NULL;
    if (l->last)
        l->last->next = j;
    else
        l->first = j;
    l->last = j;
    l->n++;
}

static struct job *line_take(struct line *l)
{
    struct job *j = l->first;
    if (!j)
        return NULL;
    l->first = j->next;
    if (!l->first)
        l->last = NULL;
    l->n--;
    return j;
}

enum err_code keeper_init(struct keeper *k, struct err *e)
{
    if (pipe2(k->pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        k->pipe[0] = k->pipe[1] = -1;
        return err_errno(e, _("Sistem kehabisan pegangan berkas, sesi tidak dapat dibuka. Tutup "
                              "program lain, lalu coba lagi."));
    }
    pthread_mutex_init(&k->mutex, NULL);
    pthread_cond_init(&k->work, NULL);
    pthread_cond_init(&k->rest, NULL);
    return ERR_NONE;
}

/* Rings the loop. A full pipe is as good as a ring: it is readable already. */
static void ring(struct keeper *k)
{
    ssize_t n;
    do
        n = write(k->pipe[1], "", 1);
    while (n < 0 && errno == EINTR);
}

/* Under the mutex; true: the loop must be rung for. */
static bool hand_back(struct keeper *k, struct job *j)
{
    if (j->draft_only) {
        job_free(j);
        return false;
    }
    line_add(&k->answers, j);
    return true;
}

/* Rings without the mutex, which the loop takes as soon as it hears. */
static void ring_outside(struct keeper *k)
{
    pthread_mutex_unlock(&k->mutex);
    ring(k);
    pthread_mutex_lock(&k->mutex);
}

/* What can be done for the next entry while nobody waits for this one. Under the mutex. */
static void tidy(struct app *a)
{
    struct keeper *k = &a->keeper;
    k->tidying = true;
    pthread_mutex_unlock(&k->mutex);
    pthread_mutex_lock(&a->writing);
    store_tidy(a->writer);
    pthread_mutex_unlock(&a->writing);
    pthread_mutex_lock(&k->mutex);
    k->tidying = false;
}

static void *keep(void *given)
{
    struct app *a = given;
    struct keeper *k = &a->keeper;
    pthread_mutex_lock(&k->mutex);
    for (;;) {
        struct job *j = line_take(&k->queue);
        if (!j) {
            pthread_cond_broadcast(&k->rest);
            if (k->stop)
                break;
            pthread_cond_wait(&k->work, &k->mutex);
            continue;
        }
        k->busy = true;
        pthread_mutex_unlock(&k->mutex);
        pthread_mutex_lock(&a->writing);
        err_ignore(job_perform(a, j, &j->err));
        bool untidy = store_wants_tidying(a->writer);
        pthread_mutex_unlock(&a->writing);
        pthread_mutex_lock(&k->mutex);
        k->busy = false;
        if (hand_back(k, j))
            ring_outside(k);
        if (untidy && !k->queue.first && !k->stop)
            tidy(a); /* seldom: who reads the answer asks the writing connection, too */
    }
    pthread_mutex_unlock(&k->mutex);
    return NULL;
}

/* The thread starts with the first post, so that commands never have one. It takes no signals: they
 * belong to the loop. */
static void start(struct app *a)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = pthread_create(&a->keeper.thread, NULL, keep, a);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    a->keeper.started = failed == 0;
}

/* Without a thread (the system refused one) the job still runs, only not beside the typist. */
static void run_here(struct app *a, struct job *j)
{
    struct keeper *k = &a->keeper;
    pthread_mutex_lock(&a->writing);
    err_ignore(job_perform(a, j, &j->err));
    pthread_mutex_unlock(&a->writing);
    pthread_mutex_lock(&k->mutex);
    if (hand_back(k, j))
        ring_outside(k);
    pthread_mutex_unlock(&k->mutex);
}

static void keeper_post(struct app *a, struct job *j)
{
    struct keeper *k = &a->keeper;
    err_ignore(app_open_rest(a, NULL)); /* where it failed the job says so */
    if (!k->started)
        start(a);
    pthread_mutex_lock(&k->mutex);
    if (!j->draft_only)
        k->pending++;
    if (k->started)
        line_add(&k->queue, j);
    pthread_mutex_unlock(&k->mutex);
    if (k->started)
        pthread_cond_signal(&k->work);
    else
        run_here(a, j);
}

void keeper_end(struct app *a)
{
    struct keeper *k = &a->keeper;
    if (k->pipe[0] < 0)
        return;
    if (k->started) {
        pthread_mutex_lock(&k->mutex);
        k->stop = true;
        pthread_cond_signal(&k->work);
        pthread_mutex_unlock(&k->mutex);
        pthread_join(k->thread, NULL);
        k->started = false;
    }
    for (struct job *j; (j = line_take(&k->answers)) != NULL;)
        job_free(j);
    close(k->pipe[0]);
    close(k->pipe[1]);
    pthread_cond_destroy(&k->work);
    pthread_cond_destroy(&k->rest);
    pthread_mutex_destroy(&k->mutex);
}

/* --- the public side --- */

void app_post(struct app *a, struct job *j)
{
    assert(!a->read_only);
    err_clear(&j->err);
    keeper_post(a, j);
}

void app_retry(struct app *a, struct job *j)
{
    app_post(a, j);
}

/* A newer draft replaces one that still waits: only the last state of a text matters. */
static bool replace_waiting(struct keeper *k, const char *key, const char *text)
{
    struct job *found = NULL;
    for (struct job *j = k->queue.first; j; j = j->next)
        if (j->clears_draft && strcmp(j->clears_draft, key) == 0)
            found = j;
    if (!found || !found->draft_only)
        return false;
    found->draft_text = arena_strdup(found->arena, text);
    return true;
}

void keeper_post_draft(struct app *a, const char *stored, const char *text)
{
    struct keeper *k = &a->keeper;
    if (a->read_only)
        return;
    pthread_mutex_lock(&k->mutex);
    bool replaced = stored && replace_waiting(k, stored, text);
    pthread_mutex_unlock(&k->mutex);
    if (replaced)
        return;
    struct job *j = job_new(a, "draft", NULL);
    j->draft_only = true;
    j->clears_draft = arena_strdup(j->arena, stored);
    j->draft_text = arena_strdup(j->arena, text);
    keeper_post(a, j);
}

int app_answer_fd(const struct app *a)
{
    return a->read_only ? -1 : a->keeper.pipe[0];
}

bool app_take_answer(struct app *a, struct answer *ret)
{
    struct keeper *k = &a->keeper;
    char c;
    ssize_t n;
    if (a->read_only)
        return false;
    do /* also when nothing waits: a second answer may be taken with the ring of the first */
        n = read(k->pipe[0], &c, 1);
    while (n < 0 && errno == EINTR);
    pthread_mutex_lock(&k->mutex);
    struct job *j = line_take(&k->answers);
    k->pending -= j != NULL;
    pthread_mutex_unlock(&k->mutex);
    if (!j)
        return false;
    if (j->touched & BIT(session))
        a->zone_known = false;
    *ret = (struct answer){j, j->group.action, j->err, j->touched, j->stored_at};
    return true;
}

int app_pending(const struct app *a)
{
    struct app *same = (struct app *)(uintptr_t)a; /* locking is not a change */
    if (a->read_only)
        return 0;
    pthread_mutex_lock(&same->keeper.mutex);
    int n = same->keeper.pending;
    pthread_mutex_unlock(&same->keeper.mutex);
    return n;
}

int app_bell_fd(const struct app *a)
{
    struct app *same = (struct app *)(uintptr_t)a;
    struct keeper *k = &same->keeper;
    if (a->read_only)
        return a->bell.fd;
    pthread_mutex_lock(&k->mutex);
    bool writing = k->pending > k->answers.n;
    pthread_mutex_unlock(&k->mutex);
    return writing ? -1 : a->bell.fd;
}

void app_drain(struct app *a)
{
    struct keeper *k = &a->keeper;
    if (a->read_only || !k->started)
        return;
    pthread_mutex_lock(&k->mutex);
    while (k->queue.first || k->busy || k->tidying)
        pthread_cond_wait(&k->rest, &k->mutex);
    pthread_mutex_unlock(&k->mutex);
}
