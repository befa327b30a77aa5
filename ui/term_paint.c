/* part of `term.h`: the difference between two pictures as the terminal's own codes. Curses keeps pictures too, but
 * takes longer to compare them than to read a key and draw; here it only clears the screen. */
#include "config.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistr.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ui/term.h"
#include "ui/term_paint.h"

#define ANSI_CUP "\033[%i%p1%d;%p2%dH"
#define LOOK_BYTES 64
enum { NEAR = 6 }; /* cells that are sooner written again than jumped over */

/* What terminfo says; NULL: the terminal has no such code. */
struct codes {
    const char *go, *clear_line, *plain, *bold, *reverse, *underline, *dim, *ink, *paper, *show, *hide;
};

static struct {
    struct codes codes;
    bool colour, default_colours;
    int never_with_colour; /* ncv: attributes that mean colours here */
    bool keep_last;        /* writing the last cell of the last row would scroll */
    struct cell *shown;    /* what the terminal shows, w * h; NULL: not known */
    int w, h;
    struct buf out;
    int x, y;   /* of the terminal's cursor; x -1: not known */
    int style;  /* that it writes in; -1: not known */
    int cursor; /* 1 visible, 0 not, -1 not known */
    enum theme theme;
    struct {
        char bytes[LOOK_BYTES];
        size_t n; /* 0: not yet made */
    } looks[STYLE_COUNT];
} paint;

/* --- codes --- */

static const char *code_of(const char *name)
{
    const char *s = tigetstr(name);
    return s && s != (const char *)-1 && *s ? s : NULL;
}

void paint_begin(bool colour)
{
    memset(&paint, 0, sizeof paint);
    paint.codes = (struct codes){code_of("cup"),  code_of("el"),    code_of("sgr0"),  code_of("bold"),
                                 code_of("rev"),  code_of("smul"),  code_of("dim"),   code_of("setaf"),
                                 code_of("setab"), code_of("cnorm"), code_of("civis")};
    paint.colour = colour && paint.codes.ink && paint.codes.paper;
    paint.default_colours = code_of("op") != NULL;
    paint.never_with_colour = tigetnum("ncv") > 0 ? tigetnum("ncv") : 0;
    paint.keep_last = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
    paint.cursor = paint.style = paint.x = -1;
}

static int add_byte(int c)
{
    buf_putc(&paint.out, (char)c);
    return c;
}

static void add_code(const char *code)
{
    if (code)
        tputs(code, 1, add_byte);
}

static void send(void)
{
    if (paint.out.len)
        fwrite(paint.out.p, 1, paint.out.len, stdout);
    fflush(stdout);
    buf_clear(&paint.out);
}

static void go_to(int x, int y)
{
    if (x == paint.x && y == paint.y)
        return;
    if (strcmp(paint.codes.go, ANSI_CUP) == 0) /* nearly every terminal: without terminfo's little machine */
        buf_printf(&paint.out, "\033[%d;%dH", y + 1, x + 1);
    else
        add_code(tiparm(paint.codes.go, y, x));
    paint.x = x;
    paint.y = y;
}

/* --- looks --- */

/* LOOK_BIT, its bit in terminfo's ncv, its code. */
static void add_attributes(unsigned attrs, bool coloured)
{
    const struct {
        unsigned bit;
        int ncv;
        const char *code;
    } all[] = {{LOOK_BOLD, 32, paint.codes.bold},
               {LOOK_REVERSE, 4, paint.codes.reverse},
               {LOOK_UNDERLINE, 2, paint.codes.underline},
               {LOOK_DIM, 16, paint.codes.dim}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (attrs & all[i].bit && !(coloured && paint.never_with_colour & all[i].ncv))
            add_code(all[i].code);
}

static struct look look_of(enum style s)
{
    struct look look = theme_look(paint.theme, s, paint.colour);
    if (paint.colour && !paint.default_colours) {
        look.fg = look.fg == LOOK_DEFAULT ? COLOR_WHITE : look.fg;
        look.bg = look.bg == LOOK_DEFAULT ? COLOR_BLACK : look.bg;
    }
    return look;
}

static bool is_plain(enum style s)
{
    struct look look = look_of(s);
    return look.fg == LOOK_DEFAULT && look.bg == LOOK_DEFAULT && look.attrs == 0;
}

static void set_style(enum style s)
{
    if (paint.style == (int)s)
        return;
    paint.style = (int)s;
    if (paint.looks[s].n) {
        buf_add(&paint.out, paint.looks[s].bytes, paint.looks[s].n);
        return;
    }
    size_t from = paint.out.len;
    struct look look = look_of(s);
    add_code(paint.codes.plain);
    add_attributes(look.attrs, look.fg != LOOK_DEFAULT || look.bg != LOOK_DEFAULT);
    if (look.fg != LOOK_DEFAULT)
        add_code(tiparm(paint.codes.ink, look.fg));
    if (look.bg != LOOK_DEFAULT)
        add_code(tiparm(paint.codes.paper, look.bg));
    size_t n = paint.out.len - from;
    if (n <= LOOK_BYTES) {
        memcpy(paint.looks[s].bytes, paint.out.p + from, n);
        paint.looks[s].n = n;
    }
}

static void use_theme(enum theme theme, bool colour)
{
    colour = colour && paint.codes.ink && paint.codes.paper;
    if (theme == paint.theme && colour == paint.colour)
        return;
    paint.theme = theme;
    paint.colour = colour;
    paint.style = -1;
    memset(paint.looks, 0, sizeof paint.looks);
}

/* --- cells --- */

/* One spacing character and the marks on it: where terminals disagree about more, the cells after it would move. */
static void add_grapheme(const char *g)
{
    const uint8_t *s = (const uint8_t *)g;
    ucs4_t c;
    for (int n = 0, len; *s && (len = u8_strmbtouc(&c, s)) > 0; n++, s += len) {
        if (n > 0 && wcwidth((wchar_t)c) != 0)
            break;
        buf_add(&paint.out, (const char *)s, (size_t)len);
    }
    if (s == (const uint8_t *)g)
        buf_putc(&paint.out, '?');
}

static void add_cell(const struct cell *cell)
{
    set_style((enum style)cell->style);
    if (!cell->g[1])
        buf_putc(&paint.out, cell->g[0]);
    else
        add_grapheme(cell->g);
    paint.x += cell->width;
    if (paint.x >= paint.w) /* the cursor hangs behind the last column, each terminal in its own way */
        paint.x = -1;
}

static bool is_same(const struct cell *a, const struct cell *b)
{
    return a->width == b->width && a->style == b->style && strcmp(a->g, b->g) == 0;
}

/* Where the change that begins at x ends, with what lies between changes that are near each other. */
static int end_of_change(const struct cell *row, const struct cell *shown, int x)
{
    int last = x;
    for (int i = x + 1; i < paint.w && i - last <= NEAR; i++)
        if (!is_same(&row[i], &shown[i]))
            last = i;
    return last + 1;
}

/* From where on the row is empty: one code instead of many blanks. */
static int start_of_empty(const struct cell *row)
{
    int x = paint.w;
    while (x > 0 && row[x - 1].style == STYLE_NORMAL && strcmp(row[x - 1].g, " ") == 0)
        x--;
    return paint.codes.clear_line && is_plain(STYLE_NORMAL) ? x : paint.w;
}

static void paint_row(const struct cell *row, struct cell *shown, int y)
{
    int empty = start_of_empty(row), stop = paint.w - (paint.keep_last && y == paint.h - 1);
    for (int x = 0; x < stop; x++) {
        if (is_same(&row[x], &shown[x]))
            continue;
        int end = end_of_change(row, shown, x);
        if (row[x].width == 0 && x > 0) /* the second half: the wide character is written again */
            x--;
        go_to(x, y);
        for (; x < end && x < stop && (x < empty || end - empty <= NEAR); x++)
            if (row[x].width)
                add_cell(&row[x]);
        if (x < end && x < stop) {
            set_style(STYLE_NORMAL);
            add_code(paint.codes.clear_line);
            break;
        }
    }
    memcpy(shown, row, (size_t)paint.w * sizeof *shown);
}

/* --- pictures --- */

/* Nothing of what is shown is known: curses clears the terminal (and enters its own page the first time). */
static void start_anew(const struct canvas *c)
{
    struct rect r = canvas_rect(c);
    paint.w = r.w;
    paint.h = r.h;
    free(paint.shown);
    paint.shown = mem_zalloc((size_t)r.w * (size_t)r.h * sizeof *paint.shown);
    struct cell blank = {.g = " ", .width = 1, .style = STYLE_NORMAL};
    for (int i = 0; is_plain(STYLE_NORMAL) && i < r.w * r.h; i++)
        paint.shown[i] = blank;
    add_code(paint.codes.plain);
    send();
    erase();
    clearok(curscr, TRUE);
    refresh();
    paint.x = paint.style = -1;
}

static void place_cursor(const struct canvas *c)
{
    int x = 0;
    int y = 0;
    bool wanted = canvas_cursor_at(c, &x, &y);
    if (wanted)
        go_to(x, y);
    if (paint.cursor != (int)wanted)
        add_code(wanted ? paint.codes.show : paint.codes.hide);
    paint.cursor = wanted;
}

void term_paint(const struct canvas *c, enum theme theme, bool colour)
{
    struct rect r = canvas_rect(c);
    use_theme(theme, colour);
    if (!paint.shown || paint.w != r.w || paint.h != r.h)
        start_anew(c);
    size_t bytes = (size_t)paint.w * sizeof(struct cell);
    for (int y = 0; bytes && y < paint.h; y++) {
        const struct cell *row = canvas_row(c, y);
        struct cell *shown = &paint.shown[(size_t)y * (size_t)paint.w];
        if (memcmp(row, shown, bytes) != 0) /* a key changes a row or two */
            paint_row(row, shown, y);
    }
    place_cursor(c);
    send();
}

void term_forget(void)
{
    free(paint.shown);
    paint.shown = NULL;
}

void paint_end(void)
{
    if (paint.cursor == 0)
        add_code(paint.codes.show);
    add_code(paint.codes.plain);
    send();
    free(paint.shown);
    buf_done(&paint.out);
    memset(&paint, 0, sizeof paint);
}
