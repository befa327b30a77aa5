/* UTF-8 text: entry, display, folding, wrapping. Text is NUL-terminated UTF-8 in NFC once it has
 * come in through text_input; everything that shows or exports text passes text_visible or
 * text_export. */
#ifndef MUFAKAT_BASE_TEXT_H
#define MUFAKAT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

/* "" for NULL. */
#define TXT(s) ((s) ? (s) : "")

/* True when the bytes are valid UTF-8. */
bool text_valid(const char *s, size_t n);
/* What a person typed, pasted or imported -> NFC; invalid bytes become U+FFFD; CR LF and CR become
 * LF; tabs a space; other C0, DEL and C1 controls are dropped. With `lines` false, LF becomes a
 * space. Bidi controls and zero-width characters stay (they are shown, see below). Never NULL. */
char *text_input(struct arena *a, const char *s, size_t n, bool lines);
/* Trims white space at both ends and folds runs of blanks; for one-line fields. */
char *text_trim(struct arena *a, const char *s);
/* For the screen and for stdout: control characters, bidi controls (U+202A-202E, U+2066-2069,
 * U+200E/F, U+061C), invisible ones (U+200B-200D, U+2060-2064, U+206A-206F, U+FEFF, tags
 * U+E0000-E007F), noncharacters (U+FFFE, U+FFFF ...), U+2028/2029 and invalid bytes appear as a visible mark (U+FFFD, or '?' in ASCII
 * mode); LF stays LF. Returns `s` itself when there is nothing to do. */
const char *text_visible(struct arena *a, const char *s);
/* Switches the marks of text_visible and text_clip to plain ASCII ("--ascii"); set once at the
 * start. */
void text_set_ascii(bool on);
bool text_is_ascii(void);
/* For files: the same characters are left out (invalid bytes become U+FFFD). Returns `s` itself
 * when there is nothing to do. */
const char *text_export(struct arena *a, const char *s);
/* Case-folded, NFKD, marks and apostrophes dropped, blanks single: for search and sort. */
char *text_fold(struct arena *a, const char *s);
/* The words of the folded text (letters and digits), each between single blanks: " siti aminah "; " " for none. In `a`. */
const char *text_fold_words(struct arena *a, const char *s);

/* True for what words are made of, in any script: letters, the marks on them, and digits. */
bool text_is_letter(uint32_t c);
/* Bytes of such a character at `s`; 0 when something else stands there. */
size_t text_letter_at(const char *s);

#define TEXT_SIZE 32
/* How much that is, as people and portals count, in decimal units: "812 kB" (rounded up), "4,7 MB", "250 MB", "12 GB".
 * Writes into `out` and returns it; what is negative counts as nothing. */
char *text_size(int64_t bytes, char out[TEXT_SIZE]);

/* Offset of the next / previous grapheme boundary (UAX #29). */
size_t text_next(const char *s, size_t len, size_t off);
size_t text_prev(const char *s, size_t len, size_t off);
/* Offsets of word starts, for Ctrl-Left/Right and for deleting a word. */
size_t text_next_word(const char *s, size_t len, size_t off);
size_t text_prev_word(const char *s, size_t len, size_t off);
/* Width in terminal cells of the first `n` bytes (wcwidth; wide = 2, combining = 0). */
int text_width(const char *s, size_t n);
/* Number of leading bytes that fit into `cells`, never splitting a grapheme. */
size_t text_fits(const char *s, size_t n, int cells);
/* Text cut to `cells` with a closing "…" ("~" in ASCII mode) when something was cut. Returns `s`
 * itself when nothing was. */
const char *text_clip(struct arena *a, const char *s, int cells);

struct text_line {
    size_t off; /* byte offset of the line in the text */
    size_t len; /* bytes without the line break or the blank that was wrapped at */
    bool hard;  /* ended by LF or by the end of the text */
};
struct text_lines {
    struct text_line *v;
    size_t n; /* at least 1 */
};
/* Wraps at UAX #14 opportunities to at most `cells` (>= 1) per line; a word longer than a line is
 * cut at a grapheme. LF always ends a line. */
struct text_lines text_wrap(struct arena *a, const char *s, int cells);

#endif
