#include "config.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "ui/copy.h"
#include "ui/loop.h"
#include "ui/term.h"

/* A bell of the file means that another process is about to commit; the commit itself gives no sign, so the file is asked
 * for a short while (architecture 3). */
#define ASK_EVERY_MS 20
#define ASK_FOR_MS 1000

static volatile sig_atomic_t must_end;

static void on_end(int signal_number)
{
    (void)signal_number;
    must_end = 1;
}

void loop_block_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGWINCH);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

static void install(void)
{
    struct sigaction end = {.sa_handler = on_end};
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&end.sa_mask);
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGHUP, &end, NULL);
    sigaction(SIGTERM, &end, NULL);
    sigaction(SIGINT, &ignore, NULL);
    sigaction(SIGTSTP, &ignore, NULL);
    sigaction(SIGQUIT, &ignore, NULL);
    sigaction(SIGPIPE, &ignore, NULL);
}

struct turn {
    struct ui *ui;
    struct canvas *canvas;
    struct app *app;   /* whose bell was heard */
    int64_t ask_until; /* clock_mono; 0: nobody else has written */
    int64_t ask_next;  /* while it is set: when the file is asked again; no key waits for that */
    bool dirty;
    bool gone; /* the terminal is no more */
};

static void resize(struct turn *t)
{
    int w = 0;
    int h = 0;
    term_size(&w, &h);
    canvas_resize(t->canvas, w, h);
    term_forget();
}

static void read_keys(struct turn *t)
{
    struct event e;
    while (!ui_wants_end(t->ui) && term_read(&e)) {
        if (e.kind == EVENT_RESIZE)
            resize(t);
        ui_handle(t->ui, &e);
        t->dirty = true;
    }
}

static void paint(struct turn *t)
{
    const struct ui_options *o = ui_options_now(t->ui);
    if (ui_wants_redraw(t->ui))
        term_forget();
    term_set_mouse(o->mouse);
    ui_draw(t->ui, t->canvas);
    term_paint(t->canvas, o->theme, o->colour);
    t->dirty = false;
}

/* Other processes: after a bell and at each tick of the clock. */
static void look_for_changes(struct turn *t)
{
    struct app *app = ui_app(t->ui);
    if (!app || app != t->app)
        t->ask_until = 0;
    t->app = app;
    t->ask_next = clock_mono() + ASK_EVERY_MS;
    if (!app || !app_changed(app)) {
        if (t->ask_until && clock_mono() >= t->ask_until)
            t->ask_until = 0;
        return;
    }
    t->ask_until = 0;
    ui_file_changed(t->ui);
    t->dirty = true;
}

static int timeout_of(struct turn *t)
{
    int ms = ui_timeout(t->ui);
    int64_t ask = t->ask_until ? t->ask_next - clock_mono() : INT64_MAX;
    if (ask < ms || (ms < 0 && t->ask_until))
        ms = ask > 0 ? (int)ask : 0;
    return ms;
}

enum { FD_KEYS, FD_ANSWER, FD_BELL, FD_COPY, FD_COUNT };

static void wait_and_act(struct turn *t)
{
    struct app *app = ui_app(t->ui);
    if (app && app_listen(app)) /* a session just opened */
        look_for_changes(t);
    if (t->dirty)
        return;
    struct pollfd fds[FD_COUNT] = {
        [FD_KEYS] = {.fd = STDIN_FILENO, .events = POLLIN},
        [FD_ANSWER] = {.fd = app ? app_answer_fd(app) : -1, .events = POLLIN},
        [FD_BELL] = {.fd = app ? app_bell_fd(app) : -1, .events = POLLIN},
        [FD_COPY] = {.fd = ui_copy_fd(t->ui), .events = POLLIN},
    };
    int ms = timeout_of(t);
    struct timespec limit = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};
    sigset_t none;
    sigemptyset(&none);
    int n = ppoll(fds, FD_COUNT, ms < 0 ? NULL : &limit, &none);
    if (n < 0 && errno == EINTR)
        read_keys(t); /* SIGWINCH: curses has a KEY_RESIZE for us */
    if (n > 0 && fds[FD_KEYS].revents & POLLIN)
        read_keys(t);
    if (n > 0 && fds[FD_KEYS].revents & (POLLHUP | POLLERR | POLLNVAL))
        t->gone = true;
    if (n > 0 && fds[FD_ANSWER].revents) {
        ui_take_answers(t->ui);
        t->dirty = true;
    }
    if (n > 0 && fds[FD_COPY].revents) {
        ui_copy_hear(t->ui);
        t->dirty = true;
    }
    bool rang = n > 0 && fds[FD_BELL].revents && !fds[FD_ANSWER].revents; /* an answer is shown first */
    if (rang)
        t->ask_until = clock_mono() + ASK_FOR_MS;
    if (n == 0 && ui_timeout(t->ui) == 0) {
        ui_due(t->ui);
        t->dirty = true;
    }
    if (rang || (n == 0 && app) || (t->ask_until && clock_mono() >= t->ask_next))
        look_for_changes(t);
}

/* ppoll prefers keys to signals: a change of size may still be waiting to be let in. */
static bool resize_waits(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 && sigismember(&waiting, SIGWINCH) == 1;
}

/* The keeper counts down before its answer is taken here: what it said must be on the screen first. */
static bool answer_waits(const struct turn *t)
{
    struct app *app = ui_app(t->ui);
    struct pollfd fd = {.fd = app ? app_answer_fd(app) : -1, .events = POLLIN};
    return poll(&fd, 1, 0) > 0;
}

static void answer_syncs(struct turn *t)
{
    if (term_take_syncs() && ui_pending(t->ui) == 0 && !resize_waits() && !answer_waits(t))
        term_answer_sync();
}

enum err_code loop_run(struct ui *u, struct err *e)
{
    struct turn t = {.ui = u, .canvas = canvas_new(0, 0), .dirty = true};
    enum err_code code = ERR_NONE;
    bool opened = false;
    install();
    loop_block_signals();
    resize(&t);
    while (!must_end && !t.gone && !ui_wants_end(u)) {
        if (t.dirty)
            paint(&t);
        if (!opened && ui_app(u))
            code = app_open_rest(ui_app(u), e);
        opened = true;
        if (code)
            break;
        answer_syncs(&t);
        wait_and_act(&t);
    }
    if (!code && !ui_wants_end(u))
        ui_store_all(u); /* nobody can be asked any more */
    canvas_free(t.canvas);
    return code;
}
