/* Keys as data. One table per screen and one for everywhere; the same rows make the dispatch, the footer
 * (clickable), the help, the list of commands (Ctrl-K), docs/KEYS.md and the test against double keys, so that they
 * cannot disagree. */
#ifndef MUFAKAT_UI_KEYS_H
#define MUFAKAT_UI_KEYS_H

#include "base/buf.h"
#include "base/i18n.h"
#include "ui/event.h"
#include "ui/letters.def"

#define LETTER_ENUM(name, letter, word) L_##name = letter,
enum letter { LETTER_LIST(LETTER_ENUM) };
#undef LETTER_ENUM
/* Word of a letter's global meaning (untranslated), or NULL. */
const char *letter_word(int key);

struct screen;

enum key_flag {
    KEY_FOOTER = 1,  /* shown in the footer (the 5 to 7 keys of this place) */
    KEY_WRITING = 2, /* shown in the footer only while text is being written */
    KEY_ROWS = 4,    /* shown in the footer only while no text is being written */
    KEY_SECRET = 8   /* not in the list of commands (moving about) but in the help */
};

struct key_row {
    int key;           /* 0: only in the list of commands */
    int key2;          /* its second way, or 0 */
    const char *label; /* one or two words for the footer, N_() */
    const char *help;  /* what it does, for help and the list of commands, N_() */
    int action;        /* the screen's own (1 ... 999) or an enum global_action */
    unsigned flags;
    /* NULL, or: why it cannot run now (a translated sentence), NULL when it can. */
    const char *(*why_not)(struct screen *s);
};
/* A table ends with a row without a label. */
#define KEYS_END {0, 0, NULL, NULL, 0, 0, NULL}

/* Actions that exist everywhere; rows in keys_global(). */
enum global_action {
    ACT_PLACE = 1000, /* ACT_PLACE + 2 ... 8: the places of F2 ... F8 */
    ACT_PALETTE = 1010,
    ACT_HELP,
    ACT_UNDO,
    ACT_REDO,
    ACT_SEARCH,
    ACT_BACK,
    ACT_QUIT,
    ACT_IS_STORED,
    ACT_LANGUAGE,
    ACT_THEME,
    ACT_PROYEKTOR,
    ACT_MOUSE,
    ACT_ASCII,
    ACT_HISTORY,
    ACT_COPY,
    ACT_REDRAW
};
const struct key_row *keys_global(void);

/* The row for a key: first or second way. A character never matches while `writing`; capitals match small
 * letters. NULL when there is none. */
const struct key_row *keys_find(const struct key_row *rows, int key, bool writing);
/* The row of an action; NULL when there is none. */
const struct key_row *keys_row_of(const struct key_row *rows, int action);

#define KEY_NAME 24
/* "^K" "F2" "Enter" "PgUp" "↑" "a" "^O 2"; "" for 0. */
char *key_name(int key, char out[KEY_NAME]);
/* The same in full for help and paper: "Ctrl-K", "Ctrl-O lalu 2". */
char *key_name_long(int key, char out[KEY_NAME]);

/* Fuzzy match of what was typed against a text: the letters in order, any case. 0 when it does not match, else
 * higher is better (word starts and runs count more). */
int keys_fuzzy(const char *typed, const char *text);
/* The same, but 0 unless each typed word stands in the text: for names and files, where scattered letters would find a stranger. */
int keys_words(const char *typed, const char *text);

#endif
