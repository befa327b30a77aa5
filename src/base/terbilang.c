#include "base/terbilang.h"

#include <assert.h>
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define LARGEST INT64_C(999999999999999)

/* Where the words go; a word that does not fit is left out together with all after it. */
struct words {
    char *out;
    size_t size, len;
    enum words_case c;
};

static void say(struct words *w, const char *word)
{
    size_t n = strlen(word);
    size_t blank = w->len > 0 ? 1 : 0;
    if (w->len + blank + n + 1 > w->size) {
        w->size = w->len + 1;
        return;
    }
    if (blank)
        w->out[w->len++] = ' ';
    memcpy(w->out + w->len, word, n + 1);
    if (w->c == WORDS_TITLE)
        w->out[w->len] = (char)toupper((unsigned char)word[0]);
    w->len += n;
}

/* 1 .. 999 */
static void say_hundreds(struct words *w, int n)
{
    static const char *const units[] = {"",        "satu",     "dua",     "tiga",
                                        "empat",   "lima",     "enam",    "tujuh",
                                        "delapan", "sembilan", "sepuluh", "sebelas"};
    if (n >= 200)
        say(w, units[n / 100]);
    if (n >= 100)
        say(w, n >= 200 ? "ratus" : "seratus");
    n %= 100;
    if (n >= 20) {
        say(w, units[n / 10]);
        say(w, "puluh");
        n %= 10;
    } else if (n >= 12) {
        say(w, units[n - 10]);
        say(w, "belas");
        return;
    }
    if (n > 0)
        say(w, units[n]);
}

static void say_positive(struct words *w, int64_t n)
{
    static const struct {
        int64_t value;
        const char *name;
    } scales[] = {{INT64_C(1000000000000), "triliun"},
                  {1000000000, "miliar"},
                  {1000000, "juta"},
                  {1000, "ribu"}};

    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        int part = (int)(n / scales[i].value);
        n %= scales[i].value;
        if (part == 0)
            continue;
        if (part == 1 && scales[i].value == 1000) {
            say(w, "seribu");
            continue;
        }
        say_hundreds(w, part);
        say(w, scales[i].name);
    }
    if (n > 0)
        say_hundreds(w, (int)n);
}

char *terbilang(int64_t n, enum words_case c, char *out, unsigned long size)
{
    assert(size > 0);
    out[0] = '\0';
    if (n == NONE)
        return out;
    if (n > LARGEST || n < -LARGEST) { /* no words for it: the figures are still right */
        snprintf(out, size, "%" PRId64, n);
        return out;
    }
    struct words w = {.out = out, .size = size, .c = c};
    if (n < 0) {
        say(&w, "minus");
        n = -n;
    }
    if (n == 0)
        say(&w, "nol");
    else
        say_positive(&w, n);
    return out;
}

char *terbilang_ordinal(int64_t n, char *out, unsigned long size)
{
    assert(n > 0 && size > 2);
    terbilang(n, WORDS_LOWER, out + 2, size - 2);
    memcpy(out, "ke", 2);
    return out;
}
