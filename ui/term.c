#include "config.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <unistr.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "ui/term.h"
#include "ui/term_out.h"

/* Must match tests/pty/pty.c. */
#define SYNC_KEY "\033[7777~"
#define SYNC_OSC "\033]7777;%u\007"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define PASTE_LIMIT (4u << 20) /* bytes; fields have limits of their own */
#define ESC_DELAY_MS 25
#define MOST_PAIRS 64

/* Far from KEY_MAX: curses numbers the extended keys of terminfo (kLFT5 ...) from there on. */
enum own_key { KEY_PASTE_START = 0x7000, KEY_PASTE_END, KEY_SYNC, KEY_OWN_FIRST };

static struct {
    SCREEN *screen;
    struct termios before;
    struct cell *shown; /* what the terminal shows, w * h */
    int w, h;
    bool colour, default_colours, mouse;
    struct {
        short fg, bg;
    } pairs[MOST_PAIRS];
    short n_pairs;
    struct buf paste;
    bool pasting;
    char text[8];
    unsigned syncs, answered;
} term;

/* --- giving the terminal back after a crash --- */

static char reset_bytes[256];
static size_t n_reset_bytes;

static void add_reset(const char *s)
{
    if (!s || s == (char *)-1)
        return;
    for (; *s && n_reset_bytes < sizeof reset_bytes - 1; s++) {
        if (s[0] == '$' && s[1] == '<') { /* padding */
            const char *end = strchr(s, '>');
            s = end ? end : s;
            continue;
        }
        reset_bytes[n_reset_bytes++] = *s;
    }
}

/* Only calls that are safe in a handler. The default action then ends the program and leaves a core. */
static void on_crash(int signal_number)
{
    ssize_t ignored = write(STDOUT_FILENO, reset_bytes, n_reset_bytes);
    (void)ignored;
    tcsetattr(STDIN_FILENO, TCSANOW, &term.before);
    raise(signal_number);
}

static void guard_against_crash(void)
{
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    struct sigaction sa = {.sa_handler = on_crash, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&sa.sa_mask);
    n_reset_bytes = 0;
    add_reset(PASTE_OFF "\033[?1000l\033[?1006l");
    add_reset(tigetstr("sgr0"));
    add_reset(tigetstr("cnorm"));
    add_reset(tigetstr("rmcup"));
    add_reset("\r\n");
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i], &sa, NULL);
}

/* --- opening --- */

static const struct {
    const char *bytes;
    int key;
} more_keys[] = {
    {"\033[1;5D", K_CTRL_LEFT}, {"\033[1;5C", K_CTRL_RIGHT}, {"\033[1;5A", K_CTRL_UP},   {"\033[1;5B", K_CTRL_DOWN},
    {"\033[1;5H", K_CTRL_HOME}, {"\033[1;5F", K_CTRL_END},   {"\033[1;2A", K_SHIFT_UP},  {"\033[1;2B", K_SHIFT_DOWN},
    {"\033Od", K_CTRL_LEFT},    {"\033Oc", K_CTRL_RIGHT},    {"\033[H", K_HOME},         {"\033[F", K_END},
    {"\033[1~", K_HOME},        {"\033[4~", K_END},          {"\033[A", K_UP},           {"\033[B", K_DOWN},
    {"\033[C", K_RIGHT},        {"\033[D", K_LEFT},
};

/* A key that curses itself has a name for; the extended ones of terminfo have numbers that differ by terminal. */
static bool is_standard(int code)
{
    return code > 0 && code <= KEY_MAX;
}

static void define_keys(void)
{
    define_key("\033[200~", KEY_PASTE_START);
    define_key("\033[201~", KEY_PASTE_END);
    if (getenv("MUFAKAT_TEST_SYNC"))
        define_key(SYNC_KEY, KEY_SYNC);
    for (size_t i = 0; i < sizeof more_keys / sizeof *more_keys; i++)
        if (!is_standard(key_defined(more_keys[i].bytes)))
            define_key(more_keys[i].bytes, KEY_OWN_FIRST + (int)i);
}

static void start_colours(void)
{
    const char *no_color = getenv("NO_COLOR");
    term.colour = false;
    term.n_pairs = 1; /* pair 0 is the terminal's own */
    if ((no_color && *no_color) || !has_colors() || start_color() == ERR || COLORS < 8)
        return;
    term.colour = true;
    term.default_colours = use_default_colors() == OK;
}

enum err_code term_open(struct err *e)
{
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return err_set(e, ERR_IO, "%s",
                       _("Program layar penuh memerlukan terminal. Untuk skrip pakai perintah: mufakat --help."));
    tcgetattr(STDIN_FILENO, &term.before);
    FILE *out = term_out_open();
    term.screen = name && *name ? newterm(NULL, out ? out : stdout, stdin) : NULL;
    if (!term.screen) {
        term_out_close();
        return err_set(e, ERR_IO,
                       _("Terminal “%s” tidak dikenal di komputer ini. Tidak ada yang berubah. Coba: TERM=xterm mufakat …"),
                       name ? name : "");
    }
    if (!tigetstr("cup") || tigetstr("cup") == (char *)-1) {
        term_close();
        return err_set(e, ERR_IO,
                       _("Terminal “%s” tidak dapat menempatkan kursor. Tidak ada yang berubah. Coba: TERM=xterm mufakat …"),
                       name);
    }
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    intrflush(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    typeahead(-1); /* the loop paints when no key waits; curses need not ask again */
    if (!getenv("ESCDELAY"))
        set_escdelay(ESC_DELAY_MS);
    define_keys();
    start_colours();
    guard_against_crash();
    putp(PASTE_ON);
    fflush(stdout);
    return ERR_NONE;
}

void term_close(void)
{
    if (!term.screen)
        return;
    mousemask(0, NULL);
    putp(PASTE_OFF);
    endwin();
    fflush(stdout);
    delscreen(term.screen);
    term_out_close();
    free(term.shown);
    buf_done(&term.paste);
    memset(&term, 0, sizeof term);
}

void term_size(int *ret_w, int *ret_h)
{
    *ret_w = COLS;
    *ret_h = LINES;
}

bool term_has_colour(void)
{
    return term.colour;
}

void term_set_mouse(bool on)
{
    if (on == term.mouse)
        return;
    term.mouse = on;
    mousemask(on ? BUTTON1_PRESSED | BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
    mouseinterval(0); /* a click counts when the button goes down; down and up that come together are one event */
}

/* --- reading --- */

static const struct {
    int curses, key;
} curses_keys[] = {
    {KEY_UP, K_UP},         {KEY_DOWN, K_DOWN},   {KEY_LEFT, K_LEFT},     {KEY_RIGHT, K_RIGHT},  {KEY_HOME, K_HOME},
    {KEY_END, K_END},       {KEY_PPAGE, K_PGUP},  {KEY_NPAGE, K_PGDN},    {KEY_DC, K_DEL},       {KEY_IC, K_INS},
    {KEY_BTAB, K_BACKTAB},  {KEY_ENTER, K_ENTER}, {KEY_SR, K_SHIFT_UP},   {KEY_SF, K_SHIFT_DOWN}, {KEY_A1, K_HOME},
    {KEY_A3, K_PGUP},       {KEY_C1, K_END},      {KEY_C3, K_PGDN},       {KEY_BACKSPACE, K_BACKSPACE},
};

static int key_of_curses(int code)
{
    if (code >= KEY_OWN_FIRST && code < KEY_OWN_FIRST + (int)(sizeof more_keys / sizeof *more_keys))
        return more_keys[code - KEY_OWN_FIRST].key;
    if (code > KEY_F0 && code <= KEY_F(12))
        return K_F(code - KEY_F0);
    for (size_t i = 0; i < sizeof curses_keys / sizeof *curses_keys; i++)
        if (curses_keys[i].curses == code)
            return curses_keys[i].key;
    return K_NONE;
}

static bool read_mouse(struct event *ret)
{
    MEVENT m;
    if (getmouse(&m) != OK)
        return false;
    enum mouse what = m.bstate & BUTTON4_PRESSED          ? MOUSE_UP
                      : m.bstate & BUTTON5_PRESSED        ? MOUSE_DOWN
                      : m.bstate & BUTTON1_DOUBLE_CLICKED ? MOUSE_DOUBLE
                                                          : MOUSE_CLICK;
    *ret = (struct event){.kind = EVENT_MOUSE, .x = m.x, .y = m.y, .mouse = what};
    return true;
}

/* True when the code made an event. */
static bool from_code(int code, struct event *ret)
{
    if (code == KEY_RESIZE) {
        *ret = (struct event){.kind = EVENT_RESIZE};
        return true;
    }
    if (code == KEY_MOUSE)
        return read_mouse(ret);
    if (code == KEY_SYNC) {
        term.syncs++;
        return false;
    }
    if (code == KEY_PASTE_START) {
        term.pasting = true;
        buf_clear(&term.paste);
        return false;
    }
    int key = key_of_curses(code);
    *ret = event_key(key);
    return key != K_NONE;
}

static int write_utf8(wint_t c, char out[8])
{
    int n = u8_uctomb((uint8_t *)out, (ucs4_t)c, 7);
    n = n > 0 ? n : 0;
    out[n] = '\0';
    return n;
}

static bool from_character(wint_t c, struct event *ret)
{
    if (c < 0x20 || c == 0x7f) {
        int key = c == 0x7f || c == 8 ? K_BACKSPACE : c == '\n' || c == '\r' ? K_ENTER : (int)c;
        *ret = event_key(key);
        return key != K_NONE;
    }
    if (c >= 0x80 && c < 0xa0)
        return false;
    *ret = (struct event){.kind = EVENT_TEXT, .key = (int)c, .text = term.text};
    ret->len = (size_t)write_utf8(c, term.text);
    return ret->len > 0;
}

/* While a paste runs everything is text; true when it is complete. */
static bool add_to_paste(int kind, wint_t c, struct event *ret)
{
    char bytes[8];
    if (kind == KEY_CODE_YES && c == KEY_PASTE_END) {
        term.pasting = false;
        *ret = (struct event){.kind = EVENT_PASTE, .text = buf_str(&term.paste), .len = term.paste.len};
        return true;
    }
    if (kind == KEY_CODE_YES && c == KEY_SYNC)
        term.syncs++;
    if (kind == KEY_CODE_YES || term.paste.len >= PASTE_LIMIT)
        return false;
    int n = write_utf8(c == '\r' ? '\n' : c, bytes);
    buf_add(&term.paste, bytes, (size_t)n);
    return false;
}

bool term_read(struct event *ret)
{
    /* get_wch answers ERR for "nothing now" and for a byte that is not UTF-8 alike: two in a row mean nothing. */
    for (int errors = 0; errors < 2;) {
        wint_t c;
        int kind = get_wch(&c);
        if (kind == ERR) {
            errors++;
            continue;
        }
        errors = 0;
        bool made = term.pasting           ? add_to_paste(kind, c, ret)
                    : kind == KEY_CODE_YES ? from_code((int)c, ret)
                                           : from_character(c, ret);
        if (made)
            return true;
    }
    return false;
}

/* --- painting --- */

/* With many colours those of a theme that has its own ground are exact: the terminal's palette cannot make them unreadable,
 * nor bold brighten them. */
static bool has_exact_colours(void)
{
    return COLORS >= 256;
}

static int exact_colour(int colour)
{
    static const short v[] = {[COLOR_BLACK] = 16, [COLOR_BLUE] = 18, [COLOR_YELLOW] = 226, [COLOR_WHITE] = 231};
    bool known = colour >= 0 && (size_t)colour < sizeof v / sizeof *v && v[colour];
    return known ? v[colour] : colour;
}

static short pair_of(int fg, int bg)
{
    if (fg == LOOK_DEFAULT && bg == LOOK_DEFAULT)
        return 0;
    if (has_exact_colours() && bg != LOOK_DEFAULT) {
        fg = exact_colour(fg);
        bg = exact_colour(bg);
    }
    if (!term.default_colours) {
        fg = fg == LOOK_DEFAULT ? COLOR_WHITE : fg;
        bg = bg == LOOK_DEFAULT ? COLOR_BLACK : bg;
    }
    for (short p = 1; p < term.n_pairs; p++)
        if (term.pairs[p].fg == fg && term.pairs[p].bg == bg)
            return p;
    if (term.n_pairs >= MOST_PAIRS || term.n_pairs >= COLOR_PAIRS)
        return 0;
    short p = term.n_pairs++;
    term.pairs[p].fg = (short)fg;
    term.pairs[p].bg = (short)bg;
    init_pair(p, (short)fg, (short)bg);
    return p;
}

/* Where there are only eight colours bold brightens letters, which takes them away on a white ground, and dim may leave hardly
 * anything of them. */
static attr_t attrs_of(unsigned bits, int bg)
{
    attr_t a = A_NORMAL;
    if (term.colour && !has_exact_colours())
        bits &= ~(unsigned)(LOOK_DIM | (bg == COLOR_WHITE ? LOOK_BOLD : 0));
    a |= bits & LOOK_BOLD ? A_BOLD : A_NORMAL;
    a |= bits & LOOK_REVERSE ? A_REVERSE : A_NORMAL;
    a |= bits & LOOK_UNDERLINE ? A_UNDERLINE : A_NORMAL;
    a |= bits & LOOK_DIM ? A_DIM : A_NORMAL;
    return a;
}

/* A cell as curses wants it: one spacing character and a few marks. */
static void put_cell(int x, int y, const struct cell *cell, attr_t attrs, short pair)
{
    wchar_t w[CCHARW_MAX + 1];
    size_t n = 0;
    cchar_t cc;
    const uint8_t *s = (const uint8_t *)cell->g;
    while (*s && n < CCHARW_MAX) {
        ucs4_t c;
        int len = u8_strmbtouc(&c, s);
        if (len <= 0)
            break;
        if (n > 0 && wcwidth((wchar_t)c) != 0)
            break; /* a spacing sign within a grapheme: curses has no room for it */
        w[n++] = (wchar_t)c;
        s += len;
    }
    w[n] = L'\0';
    if (n == 0 || setcchar(&cc, w, attrs, pair, NULL) == ERR)
        setcchar(&cc, L"?", attrs, pair, NULL);
    mvadd_wch(y, x, &cc);
}

/* True when nothing of what is shown is known: the picture starts from curses' own blanks. */
static bool fit_shown(const struct canvas *c)
{
    struct rect r = canvas_rect(c);
    if (term.shown && term.w == r.w && term.h == r.h)
        return false;
    free(term.shown);
    term.shown = mem_zalloc((size_t)r.w * (size_t)r.h * sizeof *term.shown);
    term.w = r.w;
    term.h = r.h;
    erase();
    return true;
}

static bool is_plain_blank(const struct cell *cell, struct look look)
{
    return strcmp(cell->g, " ") == 0 && look.fg == LOOK_DEFAULT && look.bg == LOOK_DEFAULT && look.attrs == 0;
}

static void paint_row(const struct cell *row, struct cell *shown, int y, bool fresh, enum theme theme, bool colour)
{
    for (int x = 0; x < term.w && x < COLS; x++) {
        const struct cell *cell = &row[x];
        if (cell->width == shown[x].width && cell->style == shown[x].style && strcmp(cell->g, shown[x].g) == 0)
            continue;
        shown[x] = *cell;
        if (cell->width == 0)
            continue;
        struct look look = theme_look(theme, (enum style)cell->style, colour && term.colour);
        if (fresh && is_plain_blank(cell, look))
            continue;
        put_cell(x, y, cell, attrs_of(look.attrs, look.bg), term.colour ? pair_of(look.fg, look.bg) : 0);
    }
}

void term_paint(const struct canvas *c, enum theme theme, bool colour)
{
    bool fresh = fit_shown(c);
    size_t bytes = (size_t)term.w * sizeof(struct cell);
    for (int y = 0; bytes && y < term.h && y < LINES; y++) {
        const struct cell *row = canvas_row(c, y);
        struct cell *shown = &term.shown[(size_t)y * (size_t)term.w];
        if (memcmp(row, shown, bytes) != 0) /* a key changes a row or two */
            paint_row(row, shown, y, fresh, theme, colour);
    }
    int x = 0;
    int y = 0;
    bool cursor = canvas_cursor_at(c, &x, &y);
    term_out_hold();
    curs_set(cursor);
    if (cursor)
        move(y, x);
    refresh();
    term_out_send();
}

void term_forget(void)
{
    free(term.shown);
    term.shown = NULL;
    clearok(curscr, TRUE);
}

/* --- tests --- */

unsigned term_take_syncs(void)
{
    return term.syncs - term.answered;
}

void term_answer_sync(void)
{
    char bytes[32];
    term.answered = term.syncs;
    int n = snprintf(bytes, sizeof bytes, SYNC_OSC, term.syncs);
    fflush(stdout);
    ssize_t ignored = write(STDOUT_FILENO, bytes, (size_t)n);
    (void)ignored;
}
