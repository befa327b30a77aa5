/* What each style looks like in each theme. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "ui/style.h"

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };
enum { DEF = LOOK_DEFAULT, B = LOOK_BOLD, R = LOOK_REVERSE, U = LOOK_UNDERLINE, D = LOOK_DIM };

#define STYLE_LETTER(name, letter) letter,
static const char letters[] = {STYLE_LIST(STYLE_LETTER)};
#undef STYLE_LETTER

static const char *const names[THEME_COUNT] = {"gelap", "terang", "kontras", "mono"};

/* Every row of a theme that has colour says the same in attributes as mono does, or more. Only pairs that can be read with the
 * palettes of the usual terminals (a contrast of 4.5; tests/ui/test_canvas.c): no red, magenta or blue on black, nothing but
 * black and blue on white. */
static const struct look looks[THEME_COUNT][STYLE_COUNT] = {
    [THEME_MONO] =
        {
            [STYLE_NORMAL] = {DEF, DEF, 0},     [STYLE_TITLE] = {DEF, DEF, B},
            [STYLE_DIM] = {DEF, DEF, 0},        [STYLE_STRONG] = {DEF, DEF, B},
            [STYLE_SELECTED] = {DEF, DEF, R},   [STYLE_MARKED] = {DEF, DEF, U},
            [STYLE_OK] = {DEF, DEF, 0},         [STYLE_WARN] = {DEF, DEF, U},
            [STYLE_ERROR] = {DEF, DEF, B | U},  [STYLE_ACCENT] = {DEF, DEF, B},
            [STYLE_INPUT] = {DEF, DEF, U},      [STYLE_LABEL] = {DEF, DEF, 0},
            [STYLE_KEY] = {DEF, DEF, B},        [STYLE_RULE] = {DEF, DEF, 0},
            [STYLE_HEADER] = {DEF, DEF, B},     [STYLE_TAB] = {DEF, DEF, 0},
            [STYLE_TAB_HERE] = {DEF, DEF, R},   [STYLE_FOOTER] = {DEF, DEF, 0},
            [STYLE_POPUP] = {DEF, DEF, 0},      [STYLE_BIG] = {DEF, DEF, B},
        },
    [THEME_GELAP] =
        {
            [STYLE_NORMAL] = {DEF, DEF, 0},       [STYLE_TITLE] = {CYAN, DEF, B},
            [STYLE_DIM] = {DEF, DEF, D},          [STYLE_STRONG] = {DEF, DEF, B},
            [STYLE_SELECTED] = {DEF, DEF, R},     [STYLE_MARKED] = {CYAN, DEF, U},
            [STYLE_OK] = {GREEN, DEF, 0},         [STYLE_WARN] = {YELLOW, DEF, B | U},
            [STYLE_ERROR] = {DEF, DEF, B | U | R}, [STYLE_ACCENT] = {YELLOW, DEF, B},
            [STYLE_INPUT] = {DEF, DEF, U},        [STYLE_LABEL] = {CYAN, DEF, 0},
            [STYLE_KEY] = {CYAN, DEF, B},         [STYLE_RULE] = {DEF, DEF, D},
            [STYLE_HEADER] = {DEF, DEF, B},       [STYLE_TAB] = {DEF, DEF, 0},
            [STYLE_TAB_HERE] = {CYAN, DEF, R},    [STYLE_FOOTER] = {DEF, DEF, 0},
            [STYLE_POPUP] = {DEF, DEF, 0},        [STYLE_BIG] = {DEF, DEF, B},
        },
    [THEME_TERANG] =
        {
            [STYLE_NORMAL] = {BLACK, WHITE, 0},       [STYLE_TITLE] = {BLUE, WHITE, B},
            [STYLE_DIM] = {BLACK, WHITE, 0},          [STYLE_STRONG] = {BLACK, WHITE, B},
            [STYLE_SELECTED] = {BLACK, WHITE, R},     [STYLE_MARKED] = {BLUE, WHITE, U},
            [STYLE_OK] = {BLUE, WHITE, 0},            [STYLE_WARN] = {BLACK, WHITE, B | U},
            [STYLE_ERROR] = {BLACK, WHITE, B | U | R}, [STYLE_ACCENT] = {BLUE, WHITE, B | U},
            [STYLE_INPUT] = {BLACK, WHITE, U},        [STYLE_LABEL] = {BLUE, WHITE, 0},
            [STYLE_KEY] = {BLUE, WHITE, B},           [STYLE_RULE] = {BLUE, WHITE, 0},
            [STYLE_HEADER] = {BLACK, WHITE, B},       [STYLE_TAB] = {BLACK, WHITE, 0},
            [STYLE_TAB_HERE] = {BLUE, WHITE, R},      [STYLE_FOOTER] = {BLACK, WHITE, 0},
            [STYLE_POPUP] = {BLACK, WHITE, 0},        [STYLE_BIG] = {BLACK, WHITE, B},
        },
    [THEME_KONTRAS] =
        {
            [STYLE_NORMAL] = {WHITE, BLACK, B},        [STYLE_TITLE] = {YELLOW, BLACK, B},
            [STYLE_DIM] = {WHITE, BLACK, 0},           [STYLE_STRONG] = {YELLOW, BLACK, B},
            [STYLE_SELECTED] = {WHITE, BLACK, B | R},  [STYLE_MARKED] = {YELLOW, BLACK, B | U},
            [STYLE_OK] = {WHITE, BLACK, B},            [STYLE_WARN] = {YELLOW, BLACK, B | U},
            [STYLE_ERROR] = {YELLOW, BLACK, B | U},    [STYLE_ACCENT] = {YELLOW, BLACK, B},
            [STYLE_INPUT] = {WHITE, BLACK, B | U},     [STYLE_LABEL] = {WHITE, BLACK, B},
            [STYLE_KEY] = {YELLOW, BLACK, B},          [STYLE_RULE] = {WHITE, BLACK, B},
            [STYLE_HEADER] = {YELLOW, BLACK, B},       [STYLE_TAB] = {WHITE, BLACK, B},
            [STYLE_TAB_HERE] = {YELLOW, BLACK, B | R}, [STYLE_FOOTER] = {WHITE, BLACK, B},
            [STYLE_POPUP] = {WHITE, BLACK, B},         [STYLE_BIG] = {YELLOW, BLACK, B},
        },
};

char style_letter(enum style s)
{
    assert(s >= 0 && s < STYLE_COUNT);
    return letters[s];
}

const char *theme_name(enum theme t)
{
    assert(t >= 0 && t < THEME_COUNT);
    return names[t];
}

bool theme_parse(const char *name, enum theme *ret)
{
    for (int t = 0; name && t < THEME_COUNT; t++) {
        if (strcmp(names[t], name) == 0) {
            *ret = (enum theme)t;
            return true;
        }
    }
    return false;
}

struct look theme_look(enum theme t, enum style s, bool colour)
{
    assert(t >= 0 && t < THEME_COUNT && s >= 0 && s < STYLE_COUNT);
    return looks[colour ? t : THEME_MONO][s];
}
