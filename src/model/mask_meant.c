/* Whether words that fit a name mean somebody: how the text speaks of them. */
#include "config.h"

#include "model/mask_parts.h"

#include <string.h>

#include "model/names_titles.h"

#define TITLES 3 /* before a name: "Pak Dr H ..." */
#define TITLE_LETTERS 4
#define PERHAPS_LEAST 3 /* "Tahap I" is not I Ketut */

static bool is_ordinary(enum name_kind k)
{
    return k == NAME_COMMON || k == NAME_OFFICE;
}

bool mask_begins_sentence(const char *s, size_t at)
{
    while (at > 0 && strchr(" \"'(*", s[at - 1]))
        at--;
    return at == 0 || strchr(".!?:;\n", s[at - 1]) != NULL;
}

static bool is_whole_name(const struct name_run *r)
{
    const struct person *p = r->who;
    return p->n_core > 1 && r->in_order && r->first <= p->core && r->last + 1 >= p->core + p->n_core &&
           r->initials == 0;
}

/* A letter before a heading is no title: "H. Saran". */
static bool is_title(const char *s, const struct text_word *w)
{
    return s[w->off + w->len] == '.' && names_find_front(w->fold) &&
           (w->len > 1 || !mask_begins_sentence(s, w->off));
}

/* "Pak Fajar", "Ibu Hj. Fajar", "dr. Fajar". */
bool mask_is_addressed(const char *s, size_t at, struct arena *a)
{
    struct text_word w = {.off = at};
    for (int i = 0; i < TITLES && mask_word_before(s, w.off, &w, a); i++) {
        if (mask_is_honorific(w.fold) || is_title(s, &w))
            return true;
        if (w.len > TITLE_LETTERS || !names_find_front(w.fold))
            break;
    }
    return false;
}

/* "Fajar, S.Kom." */
static bool has_degree(const struct name_run *r, const char *s)
{
    char letters[8];
    const char *p = s + r->end;
    size_t n = 0, dots = 0;
    if (*p != ',' || *(p += strspn(p, ", ")) < 'A' || *p > 'Z')
        return false;
    for (; (*p == '.' || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z')) && n + 1 < sizeof letters; p++)
        if (*p == '.')
            dots++;
        else
            letters[n++] = (char)(*p | 0x20);
    letters[n] = '\0';
    return dots > 0 && names_find_back(letters) != NULL;
}

/* "menurut Bunga", "Bunga mengusulkan"; of ordinary words only with a capital. */
static bool is_speaking(const struct name_run *r, const char *s, struct arena *a)
{
    struct text_word w;
    size_t off = r->end;
    enum name_kind kind = r->who->kinds[r->first];
    if ((!r->capital && (is_ordinary(kind) || kind == NAME_SHORT)) || kind == NAME_OFFICE)
        return false;
    if (mask_word_before(s, r->start, &w, a) && mask_leads_to_speaker(w.fold))
        return true;
    return s[off] == ' ' && mask_next_word(s, &off, &w, a) && w.off == r->end + 1 && mask_is_said_of_speaker(w.fold);
}

/* "Jalan Ahmad Yani", but not "Kepala Desa Sutrisno". */
static bool is_place(const struct name_run *r, const char *s, struct arena *a)
{
    struct text_word w, office;
    if (!mask_word_before(s, r->start, &w, a) || !mask_is_place(w.fold))
        return false;
    return !mask_word_before(s, w.off, &office, a) || !mask_is_office(office.fold);
}

bool mask_may_be_read(const struct mask *m, const struct name_run *r, const char *s, struct arena *a)
{
    return r->who->open ? is_whole_name(r) : !m->theirs_only && is_place(r, s, a);
}

static bool is_idiom(const struct name_run *r, const char *s, struct arena *a)
{
    struct text_word before = {.fold = ""}, after = {.fold = ""};
    size_t off = r->end;
    if (r->first != r->last)
        return false;
    bool any = mask_word_before(s, r->start, &before, a);
    any = mask_next_word(s, &off, &after, a) || any;
    return any && mask_is_idiom(r->who->words[r->first], before.fold, after.fold);
}

/* A weak word with an initial beside it will do, but "B. Harapan" may be a heading when nothing stands before it. */
static bool has_initial(const struct name_run *r, const char *s, struct arena *a)
{
    struct text_word w;
    return r->initials > 0 && r->capital &&
           (!is_ordinary(r->who->kinds[r->last]) || mask_word_before(s, r->start, &w, a));
}

/* Of a name in another spelling a capital tells enough, but not at the beginning of a sentence, where every word has
 * one; nor do two such words. */
static bool is_spelled_well_enough(const struct name_run *r, const char *s)
{
    return r->spelled > 0 &&
           (r->spelled + r->weak > 1 || (r->capital && !mask_begins_sentence(s, r->start)));
}

enum meant mask_is_meant(const struct mask *m, const struct name_run *r, const char *s, struct arena *a)
{
    bool sure = r->strong > 0 || is_whole_name(r);
    if (sure || (m->theirs_only && r->rare > 0))
        return m->theirs_only || !is_idiom(r, s, a) ? MEANT : MEANT_NOBODY;
    if (r->weak + r->rare + r->spelled == 0)
        return MEANT_NOBODY;
    if (mask_is_addressed(s, r->start, a) || is_speaking(r, s, a) || has_degree(r, s) || has_initial(r, s, a) ||
        is_spelled_well_enough(r, s))
        return MEANT;
    if (is_idiom(r, s, a) || r->who->kinds[r->first] == NAME_OFFICE || r->end - r->start < PERHAPS_LEAST)
        return MEANT_NOBODY;
    bool odd = r->rare + r->spelled > 0 || r->first != r->last;
    return odd || (r->capital && !mask_begins_sentence(s, r->start)) ? MEANT_PERHAPS : MEANT_NOBODY;
}
