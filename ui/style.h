/* What a cell means. Screens name meanings; ui/theme.c turns a meaning into 8 terminal colours and
 * attributes. Colour is the second channel only: the words, symbols, reverse and underline must carry
 * everything (the mono theme has no colours at all). */
#ifndef MUFAKAT_UI_STYLE_H
#define MUFAKAT_UI_STYLE_H

#include <stdbool.h>

/* STYLE(name, letter): the letter stands for the style in canvas_styles() (tests). */
#define STYLE_LIST(S) \
    S(NORMAL, '.')   /* running text */ \
    S(TITLE, 'T')    /* heading of a screen, popup or pane */ \
    S(DIM, 'd')      /* less important: hints, times, units */ \
    S(STRONG, 'B')   /* important words in running text */ \
    S(SELECTED, 'R') /* the row that has the focus (reverse) */ \
    S(MARKED, 'm')   /* marked or selected without the focus */ \
    S(OK, 'o')       /* done, stored, agreed */ \
    S(WARN, 'w')     /* needs attention */ \
    S(ERROR, 'e')    /* not stored, refused, objection */ \
    S(ACCENT, 'a')   /* the one thing to look at: who speaks, the running clock */ \
    S(INPUT, 'i')    /* text being written */ \
    S(LABEL, 'l')    /* label of a field, title of a column */ \
    S(KEY, 'k')      /* name of a key */ \
    S(RULE, '-')     /* lines and boxes */ \
    S(HEADER, 'H')   /* first line of the window */ \
    S(TAB, 't')      /* a place in the line of places */ \
    S(TAB_HERE, 'h') /* the place where we are */ \
    S(FOOTER, 'f')   /* line of keys */ \
    S(POPUP, 'p')    /* ground of a popup */ \
    S(BIG, 'W')      /* the participants' screen */

#define STYLE_ENUM(name, letter) STYLE_##name,
enum style { STYLE_LIST(STYLE_ENUM) STYLE_COUNT };
#undef STYLE_ENUM

/* Letter of a style, for tests. */
char style_letter(enum style s);

enum theme { THEME_GELAP, THEME_TERANG, THEME_KONTRAS, THEME_MONO, THEME_COUNT };

/* "gelap" "terang" "kontras" "mono": permanent names for options and settings. */
const char *theme_name(enum theme t);
/* False (and *ret untouched) when there is no such theme. */
bool theme_parse(const char *name, enum theme *ret);

enum look_attr { LOOK_BOLD = 1, LOOK_REVERSE = 2, LOOK_UNDERLINE = 4, LOOK_DIM = 8 };
#define LOOK_DEFAULT (-1) /* the terminal's own colour */

struct look {
    int fg, bg;     /* 0-7 as in terminals (black red green yellow blue magenta cyan white) or LOOK_DEFAULT */
    unsigned attrs; /* LOOK_ bits */
};
/* How a style looks. Without `colour` (mono terminal, NO_COLOR) the attributes of THEME_MONO are given, so
 * that nothing depends on colour. */
struct look theme_look(enum theme t, enum style s, bool colour);

#endif
