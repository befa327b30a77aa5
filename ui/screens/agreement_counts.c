/* Reading hands as people say them: "2 setuju 1 catatan". */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/screens/agreement.h"

/* The stance whose words (in either language) begin with the typed word. */
static int64_t read_stance(const char *word, size_t n, struct arena *a)
{
    static const char letters[] =
        "scobk"; /* as the keys, in the order of enum stance; b: bahas lagi */
    const char *typed = text_fold(a, arena_memdup(a, word, n));
    const char *letter = n == 1 ? strchr(letters, typed[0]) : NULL;
    if (letter && typed[0])
        return letter - letters;
    for (int64_t i = 0; i < stance_COUNT; i++) {
        const char *words = dict_enum_label(ENUMSET_stance, i);
        if (strncmp(text_fold(a, words), typed, strlen(typed)) == 0 ||
            strncmp(text_fold(a, _(words)), typed, strlen(typed)) == 0)
            return i;
    }
    return NONE;
}

static const char *skip_blanks(const char *s)
{
    return s + strspn(s, " ,;+.");
}

bool agreement_read_counts(const char *typed, int64_t counts[stance_COUNT])
{
    struct arena *a = arena_new();
    bool reads = false;
    for (int64_t i = 0; i < stance_COUNT; i++)
        counts[i] = NONE;
    const char *s = skip_blanks(typed);
    while (*s) {
        char *end;
        long n = strtol(s, &end, 10);
        bool number = end != s;
        s = skip_blanks(end);
        size_t word = strcspn(s, " ,;+.0123456789");
        int64_t stance = number && n >= 0 && n < 100000 && word ? read_stance(s, word, a) : NONE;
        reads = stance != NONE;
        if (!reads)
            break;
        counts[stance] = (counts[stance] == NONE ? 0 : counts[stance]) + n;
        s += word;
        while (*s && !isdigit((unsigned char)*s)) /* "bahas lagi", "orang" */
            s++;
    }
    arena_free(a);
    return reads;
}
