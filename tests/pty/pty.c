#include "config.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>

#include "tests/pty/pty.h"

/* Must match ui/term.c: the private key, and what begins the answer to it (a number and BEL follow). */
#define SYNC_KEY "\033[7777~"
#define SYNC_OSC "\033]7777;"

/* Followed by h or l: bracketed paste on or off. */
#define PASTE_MODE "\033[?2004"

enum { LIMIT_MS = 60000 };

struct pty {
    int master;
    pid_t pid;
    int status; /* of waitpid, valid when `ended` */
    bool ended;
    int rows, cols;
    VTerm *vt;
    VTermScreen *screen;
    unsigned sent, answered; /* sync keys */
    bool cursor_visible;
    bool paste_marks; /* bracketed paste is on */
    size_t seen;      /* of PASTE_MODE in the output */
    size_t heard;     /* of SYNC_OSC */
    unsigned number;  /* behind it, so far */
    char *text;
    size_t bytes; /* that have come */
    char begun[4]; /* the first bytes of a character whose others have not come yet */
    size_t n_begun;
};

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* --- what the terminal tells us --- */

static int on_prop(VTermProp prop, VTermValue *val, void *user)
{
    if (prop == VTERM_PROP_CURSORVISIBLE)
        ((struct pty *)user)->cursor_visible = val->boolean;
    return 1;
}

static void on_output(const char *s, size_t len, void *user)
{
    pty_send(user, s, len);
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_prop};

/* --- starting --- */

static void set_env(char *const env[])
{
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("MUFAKAT_TEST_SYNC", "1", 1);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    unsetenv("NO_COLOR");
    for (int i = 0; env && env[i]; i++)
        putenv(env[i]);
}

struct pty *pty_start(char *const argv[], int rows, int cols, char *const env[])
{
    struct pty *p = calloc(1, sizeof *p);
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    assert(p);
    p->rows = rows;
    p->cols = cols;
    p->pid = forkpty(&p->master, NULL, NULL, &ws);
    assert(p->pid >= 0);
    if (p->pid == 0) {
        set_env(env);
        execv(argv[0], argv);
        _exit(127);
    }
    assert(fcntl(p->master, F_SETFL, O_NONBLOCK) == 0);
    assert(fcntl(p->master, F_SETFD, FD_CLOEXEC) == 0);
    p->vt = vterm_new(rows, cols);
    vterm_set_utf8(p->vt, 1);
    vterm_output_set_callback(p->vt, on_output, p);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_set_callbacks(p->screen, &callbacks, p);
    vterm_screen_reset(p->screen, 1);
    p->cursor_visible = true;
    return p;
}

/* --- moving bytes --- */

static void reap(struct pty *p, int flags)
{
    if (!p->ended && waitpid(p->pid, &p->status, flags) == p->pid)
        p->ended = true;
}

/* Answers are read here and not through libvterm, which loses one now and then when it comes in two pieces. */
static void watch_answers(struct pty *p, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p->heard < strlen(SYNC_OSC)) {
            p->heard = bytes[i] == SYNC_OSC[p->heard] ? p->heard + 1 : bytes[i] == SYNC_OSC[0];
            p->number = 0;
        } else if (bytes[i] >= '0' && bytes[i] <= '9') {
            p->number = p->number * 10 + (unsigned)(bytes[i] - '0');
        } else {
            p->answered = p->number;
            p->heard = 0;
        }
    }
}

static void watch_paste_mode(struct pty *p, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p->seen == strlen(PASTE_MODE)) {
            p->paste_marks = bytes[i] == 'h';
            p->seen = 0;
        }
        p->seen = bytes[i] == PASTE_MODE[p->seen] ? p->seen + 1 : bytes[i] == PASTE_MODE[0];
    }
}

/* How many of the last bytes begin a character that goes on in what comes next. */
static size_t begun_at_end(const char *bytes, size_t n)
{
    for (size_t back = 1; back <= 3 && back <= n; back++) {
        unsigned char c = (unsigned char)bytes[n - back];
        size_t whole = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        if (c < 0x80 || c >= 0xc0)
            return whole > back ? back : 0;
    }
    return 0;
}

/* libvterm 0.3 loses a character whose bytes come in two pieces when the text before it is ASCII: it gets it in one. */
static void show(struct pty *p, char *bytes, size_t n)
{
    p->n_begun = begun_at_end(bytes, n);
    n -= p->n_begun;
    memcpy(p->begun, bytes + n, p->n_begun);
    vterm_input_write(p->vt, bytes, n);
}

/* Takes what is there; true when something came. */
static bool drain(struct pty *p)
{
    char bytes[16384];
    bool got = false;
    for (;;) {
        size_t before = p->n_begun;
        memcpy(bytes, p->begun, before);
        ssize_t n = read(p->master, bytes + before, sizeof bytes - before);
        if (n <= 0)
            return got;
        watch_paste_mode(p, bytes + before, (size_t)n);
        watch_answers(p, bytes + before, (size_t)n);
        show(p, bytes, before + (size_t)n);
        p->bytes += (size_t)n;
        got = true;
    }
}

/* Waits up to `ms` for output and takes it; false when nothing came. */
static bool pump_once(struct pty *p, int ms)
{
    struct pollfd fd = {.fd = p->master, .events = POLLIN};
    if (poll(&fd, 1, ms) <= 0)
        return false;
    if (drain(p))
        return true;
    if (fd.revents & (POLLHUP | POLLERR)) {
        reap(p, 0);
        return false;
    }
    return false;
}

/* With MUFAKAT_TEST_KEYS=path every byte typed is kept there: what a failed test with random keys did. */
static void keep(const char *bytes, size_t n)
{
    const char *path = getenv("MUFAKAT_TEST_KEYS");
    FILE *f = path ? fopen(path, "a") : NULL;
    if (!f)
        return;
    fwrite(bytes, 1, n, f);
    fclose(f);
}

void pty_send(struct pty *p, const char *bytes, size_t n)
{
    keep(bytes, n);
    while (n > 0 && !p->ended) {
        ssize_t w = write(p->master, bytes, n);
        if (w > 0) {
            bytes += w;
            n -= (size_t)w;
        } else if (errno == EAGAIN) {
            pump_once(p, 20); /* the program must read, and may be writing */
            reap(p, WNOHANG);
        } else if (errno != EINTR) {
            return;
        }
    }
}

/* cmocka cuts messages at a thousand bytes, so the screen goes to stderr by itself. */
void pty_fail(struct pty *p, const char *fmt, ...)
{
    va_list ap;
    reap(p, WNOHANG);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fprintf(stderr, "%s\n%s", p->ended ? " (the program has ended)" : "", pty_screen(p));
    fail();
}

void pty_sync_begin(struct pty *p)
{
    p->sent++;
    pty_send(p, SYNC_KEY, strlen(SYNC_KEY));
}

bool pty_synced(struct pty *p)
{
    return p->answered >= p->sent;
}

void pty_sync(struct pty *p)
{
    int64_t limit = now_ms() + LIMIT_MS;
    pty_sync_begin(p);
    while (!pty_synced(p)) {
        pump_once(p, 100);
        reap(p, WNOHANG);
        if (p->ended) {
            drain(p);
            return; /* leaving is an answer too; tests ask pty_running */
        }
        if (now_ms() > limit)
            pty_fail(p, "no answer to the sync key");
    }
}

bool pty_paste_marks(const struct pty *p)
{
    return p->paste_marks;
}

void pty_pump(struct pty *p, int ms)
{
    int64_t end = now_ms() + ms;
    while (now_ms() < end && !p->ended) {
        pump_once(p, 10);
        reap(p, WNOHANG);
    }
}

/* --- typing --- */

static const struct {
    const char *name, *bytes;
} keys[] = {
    {"Enter", "\r"},       {"Esc", "\033"},       {"Tab", "\t"},         {"BackTab", "\033[Z"},
    {"Backspace", "\177"}, {"Up", "\033OA"},      {"Down", "\033OB"},    {"Right", "\033OC"},
    {"Left", "\033OD"},    {"Home", "\033OH"},    {"End", "\033OF"},     {"PgUp", "\033[5~"},
    {"PgDn", "\033[6~"},   {"Del", "\033[3~"},    {"Ins", "\033[2~"},    {"F1", "\033OP"},
    {"F2", "\033OQ"},      {"F3", "\033OR"},      {"F4", "\033OS"},      {"F5", "\033[15~"},
    {"F6", "\033[17~"},    {"F7", "\033[18~"},    {"F8", "\033[19~"},    {"F9", "\033[20~"},
    {"^Left", "\033[1;5D"}, {"^Right", "\033[1;5C"}, {"Space", " "},
};

void pty_key(struct pty *p, const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(keys[i].name, name) == 0) {
            pty_send(p, keys[i].bytes, strlen(keys[i].bytes));
            pty_sync(p);
            return;
        }
    }
    assert(name[0] == '^' && name[1] && !name[2]);
    char c = (char)(name[1] & 0x1f);
    pty_send(p, &c, 1);
    pty_sync(p);
}

void pty_type(struct pty *p, const char *text)
{
    pty_send(p, text, strlen(text));
    pty_sync(p);
}

void pty_paste(struct pty *p, const char *text)
{
    pty_send(p, "\033[200~", 6);
    pty_send(p, text, strlen(text));
    pty_send(p, "\033[201~", 6);
    pty_sync(p);
}

void pty_resize(struct pty *p, int rows, int cols)
{
    struct winsize ws = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    p->rows = rows;
    p->cols = cols;
    vterm_set_size(p->vt, rows, cols);
    assert(ioctl(p->master, TIOCSWINSZ, &ws) == 0);
    pty_sync(p);
}

/* --- looking --- */

static size_t put_utf8(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (char)(lead[more] | (c >> (6 * more)));
    for (int i = 1; i <= more; i++)
        out[i] = (char)(0x80 | ((c >> (6 * (more - i))) & 0x3f));
    return (size_t)more + 1;
}

const char *pty_screen(struct pty *p)
{
    size_t room = (size_t)p->rows * ((size_t)p->cols * 4 * VTERM_MAX_CHARS_PER_CELL + 1) + 1, n = 0;
    p->text = realloc(p->text, room);
    assert(p->text);
    for (int row = 0; row < p->rows; row++) {
        size_t end = n;
        for (int col = 0; col < p->cols; col++) {
            VTermScreenCell cell;
            vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = col}, &cell);
            if (cell.chars[0] == UINT32_MAX) /* right half of a wide character */
                continue;
            if (cell.chars[0] == 0) {
                p->text[n++] = ' ';
                continue;
            }
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
                n += put_utf8(p->text + n, cell.chars[i]);
            if (cell.chars[0] != ' ')
                end = n;
        }
        n = end;
        p->text[n++] = '\n';
    }
    p->text[n] = '\0';
    return p->text;
}

bool pty_shows(struct pty *p, const char *text)
{
    return strstr(pty_screen(p), text) != NULL;
}

void pty_await(struct pty *p, const char *text)
{
    int64_t limit = now_ms() + LIMIT_MS / 3;
    while (!pty_shows(p, text)) {
        pump_once(p, 50);
        reap(p, WNOHANG);
        if (p->ended || now_ms() > limit) {
            char what[256];
            snprintf(what, sizeof what, "the screen never showed \"%s\"", text);
            pty_fail(p, "%s", what);
        }
    }
}

unsigned pty_style(struct pty *p, int row, int col)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(p->screen, (VTermPos){.row = row, .col = col}, &cell);
    if (cell.chars[0] == (uint32_t)-1 && col > 0) /* second half of a wide one: libvterm leaves what stood there */
        return pty_style(p, row, col - 1);
    bool plain = VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
    return (cell.attrs.bold ? 1u : 0) | (cell.attrs.underline ? 2u : 0) | (cell.attrs.reverse ? 4u : 0) |
           (plain ? 0 : 8u);
}

void pty_cursor(struct pty *p, int *row, int *col, bool *visible)
{
    VTermPos pos;
    vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
    *row = pos.row;
    *col = pos.col;
    *visible = p->cursor_visible;
}

/* --- ending --- */

pid_t pty_pid(const struct pty *p)
{
    return p->pid;
}

bool pty_running(struct pty *p)
{
    reap(p, WNOHANG);
    return !p->ended;
}

int pty_wait(struct pty *p)
{
    int64_t limit = now_ms() + LIMIT_MS;
    while (!p->ended) {
        pump_once(p, 20);
        reap(p, WNOHANG);
        if (now_ms() > limit)
            pty_fail(p, "the program does not end");
    }
    drain(p);
    return WIFEXITED(p->status) ? WEXITSTATUS(p->status) : 128 + WTERMSIG(p->status);
}

void pty_kill(struct pty *p, int signal)
{
    if (!p->ended)
        kill(p->pid, signal);
    reap(p, 0);
}

void pty_free(struct pty *p)
{
    if (!p)
        return;
    pty_kill(p, SIGKILL);
    close(p->master);
    vterm_free(p->vt);
    free(p->text);
    free(p);
}

size_t pty_bytes(const struct pty *p)
{
    return p->bytes;
}
