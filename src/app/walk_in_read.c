/* The walk-in typed in one line. */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "app/check_in.h"
#include "base/text.h"
#include "model/people_csv.h"

/* Degrees that are written without a dot; with a dot any short word after the name is one. */
static const char *const plain_degrees[] = {
    "SH",  "MH",  "SE",   "MM",   "ST",  "MT",   "SKM", "MKM",  "SPd",  "MPd", "SAg",
    "MAg", "MSi", "SSi",  "SSos", "SIP", "MAP",  "MPA", "SKom", "MKom", "Lc",  "MA",
    "MSc", "PhD", "SSTP", "AMd",  "Apt", "Ners", "SP",  "SKep", "MKes", "MIP"};

static bool is_degree(const char *s)
{
    size_t n = strlen(s);
    if (n > 12 || strchr(s, ' '))
        return false;
    if (strchr(s, '.'))
        return !isdigit((unsigned char)s[0]);
    for (size_t i = 0; i < sizeof plain_degrees / sizeof plain_degrees[0]; i++)
        if (strcmp(s, plain_degrees[i]) == 0)
            return true;
    return false;
}

static bool is_phone(const char *s)
{
    int digits = 0;
    for (; *s; s++) {
        if (isdigit((unsigned char)*s))
            digits++;
        else if (!strchr("+-. ()", *s))
            return false;
    }
    return digits >= 8;
}

/* Cuts at commas and semicolons; empty parts are passed over. */
static size_t cut(const char *typed, struct arena *ar, const char **parts, size_t max)
{
    size_t n = 0;
    for (const char *at = typed; n < max;) {
        size_t len = strcspn(at, ",;");
        const char *part = text_trim(ar, arena_memdup(ar, at, len));
        if (*part)
            parts[n++] = part;
        if (!at[len])
            break;
        at += len + 1;
    }
    return n;
}

enum { PARTS = 16 };

/* A word that names an unsur: as the last part it says just that; before it is the position too
 * ("warga"). */
static int64_t unsur_word(const char *s)
{
    int64_t choices[2];
    return strchr(s, ' ') ? NONE : people_unsur_of(s, choices);
}

bool walk_in_read(const char *typed, struct arena *ar, struct walk_in_args *x)
{
    const char *parts[PARTS], *other[PARTS];
    const char *clean = text_trim(ar, text_input(ar, TXT(typed), strlen(TXT(typed)), false));
    size_t n = cut(clean, ar, parts, PARTS), n_other = 0, i = 1;
    if (n == 0)
        return false;
    const char *name = parts[0];
    for (; i < n && is_degree(parts[i]); i++)
        name = arena_printf(ar, "%s, %s", name, parts[i]);
    x->name = name;
    for (; i < n; i++) {
        int64_t sex = strlen(parts[i]) <= 2 ? people_sex_of(parts[i]) : NONE;
        int64_t unsur = unsur_word(parts[i]);
        if (x->sex == NONE && sex != NONE)
            x->sex = sex;
        else if (!x->phone && is_phone(parts[i]))
            x->phone = parts[i];
        else if (unsur != NONE && n_other > 0)
            x->unsur = unsur;
        else
            other[n_other++] = parts[i];
        if (x->unsur == NONE)
            x->unsur = unsur;
    }
    if (n_other > 1)
        x->position = other[0];
    if (n_other > 0)
        x->organization = other[n_other > 1 ? 1 : 0];
    for (size_t k = 2; k < n_other; k++)
        x->organization = arena_printf(ar, "%s, %s", x->organization, other[k]);
    if (n_other == 1 &&
        unsur_word(other[0]) != NONE) { /* "Sutrisno, warga": not where from, but what */
        x->position = other[0];
        x->organization = NULL;
    }
    return true;
}
