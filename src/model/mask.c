#include "config.h"

#include "model/mask_parts.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"
#include "model/names.h"

#define LEAST_LETTERS 4 /* shorter single words ("Ali", "Ani") need an honorific before them */

/* --- words --- */

struct word {
    size_t off, len;
    const char *fold;
};

/* True for what stands inside a word: letters and digits, also those outside ASCII, but no blanks
 * and no punctuation. */
static bool in_word(ucs4_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c > 0xbf && !(c >= 0x2000 && c <= 0x206f) && c != 0xd7 && c != 0xf7 && c != 0x3000;
}

static bool is_apostrophe(ucs4_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == '`';
}

static size_t char_at(const char *s, size_t off, ucs4_t *c)
{
    int n = u8_mbtouc(c, (const uint8_t *)s + off, strlen(s + off));
    return n > 0 ? (size_t)n : 0;
}

/* text_fold; plain ASCII words, nearly all of them, take the short way. */
static const char *fold_word(const char *s, size_t n, struct arena *a)
{
    char *w = arena_memdup(a, s, n);
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)w[i] >= 0x80 || is_apostrophe((ucs4_t)w[i]))
            return text_fold(a, w);
        if (w[i] >= 'A' && w[i] <= 'Z')
            w[i] = (char)(w[i] - 'A' + 'a');
    }
    return w;
}

/* The next word at or after `*off`; false at the end. An apostrophe between letters belongs to the
 * word (Nur'aini), and folding drops it. */
static bool next_word(const char *s, size_t *off, struct word *ret, struct arena *a)
{
    ucs4_t c = 0, after = 0;
    size_t i = *off, n = 0;
    while (s[i] && (n = char_at(s, i, &c)) > 0 && !in_word(c))
        i += n;
    if (!s[i])
        return false;
    ret->off = i;
    while (s[i] && (n = char_at(s, i, &c)) > 0) {
        bool inside = in_word(c);
        if (!inside && is_apostrophe(c))
            inside = s[i + n] && char_at(s, i + n, &after) && in_word(after);
        if (!inside)
            break;
        i += n;
    }
    ret->len = i - ret->off;
    ret->fold = fold_word(s + ret->off, ret->len, a);
    *off = i;
    return true;
}

static size_t count_chars(const char *s)
{
    return u8_mbsnlen((const uint8_t *)s, strlen(s));
}

/* --- names --- */

/* Words that are names and also ordinary words of offices and sentences: never masked alone. */
static const char *const common_words[] = {
    "agung",     "agustus",   "alam",    "bapak",   "bintang", "budaya",    "bulan",      "bunga",
    "cahaya",    "camat",     "damai",   "daerah",  "desa",    "dinas",     "dusun",      "emas",
    "fajar",     "guru",      "haji",    "harapan", "hari",    "hasil",     "hutan",      "indah",
    "indonesia", "intan",     "januari", "jaya",    "juli",    "juni",      "kasih",      "kawan",
    "kecamatan", "kelurahan", "kepala",  "ketua",   "kota",    "lurah",     "maju",       "makmur",
    "mandiri",   "maret",     "mawar",   "melati",  "merdeka", "muda",      "mulia",      "mutiara",
    "nelayan",   "oktober",   "pelita",  "permata", "pertama", "petani",    "rakyat",     "rahmat",
    "rekan",     "sabar",     "sabtu",   "sahabat", "sehat",   "sejahtera", "sekretaris", "selamat",
    "september", "setia",     "sinar",   "suara",   "sukses",  "tanah",     "teguh",      "timur",
    "umum",      "utama",     "utara",   "wakil",   "warga",   NULL};

static bool is_common(const char *word)
{
    for (size_t i = 0; common_words[i]; i++)
        if (strcmp(common_words[i], word) == 0)
            return true;
    return false;
}

/* An empty mask that knows the words of the office's own name. They cannot be hidden: they stand in the
 * letterhead. */
static struct mask *mask_start(const struct dossier *d, size_t n_phones, struct arena *a)
{
    const struct session *s = dossier_session(d);
    const char *const names[] = {s->unit, s->unit_short, s->institution, s->town};
    struct mask *m = ARENA_NEW(a, struct mask);
    size_t most = 0;
    m->a = a;
    m->phones = ARENA_ARRAY(a, const char *, n_phones + 1);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        most += strlen(TXT(names[i])) / 2 + 1; /* between two words stands at least a byte */
    m->official = ARENA_ARRAY(a, const char *, most);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct word w;
        for (size_t off = 0; next_word(TXT(names[i]), &off, &w, a);)
            m->official[m->n_official++] = w.fold;
    }
    return m;
}

static bool is_official(const struct mask *m, const char *word)
{
    for (size_t i = 0; i < m->n_official; i++)
        if (strcmp(m->official[i], word) == 0)
            return true;
    return false;
}

static void add_name(struct mask *m, const struct name *n)
{
    if (n->n == 0)
        return;
    if (m->n_names == m->cap_names) {
        m->cap_names = m->cap_names ? m->cap_names * 2 : 64;
        struct name *bigger = ARENA_ARRAY(m->a, struct name, m->cap_names);
        if (m->n_names)
            memcpy(bigger, m->names, m->n_names * sizeof *bigger);
        m->names = bigger;
    }
    size_t *chain = &m->by_letter[(unsigned char)n->words[0][0]];
    m->names[m->n_names] = *n;
    m->names[m->n_names].next = *chain;
    *chain = ++m->n_names;
}

static struct name name_words(const char *s, struct arena *a)
{
    struct name n = {.n = 0};
    struct word w;
    for (size_t off = 0; n.n < MAX_WORDS && next_word(s, &off, &w, a);)
        if (*w.fold) /* a lone combining mark folds to nothing */
            n.words[n.n++] = arena_strdup(a, w.fold);
    return n;
}

static void add_person(struct mask *m, const char *printed)
{
    if (!printed || !*printed)
        return;
    struct name full = name_words(printed, m->a);
    struct name core = name_words(names_split(printed, m->a).core, m->a);
    if (full.n > 1)
        add_name(m, &full);
    if (core.n > 1)
        add_name(m, &core);
    for (size_t i = 0; i < core.n; i++) {
        const char *word = core.words[i];
        struct name single = {.words = {core.words[i]}, .n = 1};
        if (count_chars(word) < 2)
            continue;
        single.addressed =
            count_chars(word) < LEAST_LETTERS || is_common(word) || is_official(m, word);
        add_name(m, &single);
    }
}

/* --- the search --- */

static struct mask *mask_session(const struct dossier *d, bool everybody, struct arena *a)
{
    struct mask *m = mask_start(d, d->participant.n * 2, a);
    for (size_t i = 0; i < d->participant.n; i++) {
        const struct participant *p = &d->participant.v[i];
        if (everybody || !IS_SET(p->name_public))
            add_person(m, p->name);
        mask_add_number(m, p->phone);
        mask_add_number(m, p->phone_raw);
    }
    for (size_t i = 0; i < d->signatory.n; i++) {
        const struct signatory *s = &d->signatory.v[i];
        const struct participant *p = dossier_participant(d, &s->participant);
        if (everybody || !p || !IS_SET(p->name_public))
            add_person(m, s->name);
    }
    return m;
}

struct mask *mask_new(const struct dossier *d, struct arena *a)
{
    return mask_session(d, false, a);
}

struct mask *mask_everybody(const struct dossier *d, struct arena *a)
{
    return mask_session(d, true, a);
}

struct mask *mask_of_people(const struct dossier *d, const struct participant *v, size_t n,
                            struct arena *a)
{
    struct mask *m = mask_start(d, n * 3, a);
    m->theirs_only = true;
    for (size_t i = 0; i < n; i++) {
        add_person(m, v[i].name);
        mask_add_number(m, v[i].phone);
        mask_add_number(m, v[i].phone_raw);
        mask_add_number(m, v[i].nip);
    }
    return m;
}

/* Names are also written with a small word at their end: Sutrisnonya, Sutrisno-lah. */
static bool same_word(const char *text, const char *name)
{
    static const char *const tails[] = {"", "nya", "lah", "kah", "pun", "ku", "mu", NULL};
    size_t n = strlen(name);
    if (strncmp(text, name, n) != 0)
        return false;
    for (size_t i = 0; tails[i]; i++)
        if (strcmp(text + n, tails[i]) == 0)
            return true;
    return false;
}

/* True when the word before `at` addresses a person: "Pak Fajar", "Sdri. Intan". A break of the
 * sentence between them does not count. */
static bool is_addressed(const char *s, size_t at, struct arena *a)
{
    static const char *const honorifics[] = {
        "bapak", "bpk",  "pak",   "ibu",    "bu",   "sdr",   "sdri", "saudara", "saudari",
        "mas",   "mbak", "kang",  "bang",   "kak",  "kakak", "bli",  "daeng",   "haji",
        "hajah", "ust",  "ustaz", "uni",    "uda",  "teteh", "teh",  "mbok",    "gus",
        "romo",  "pdt",  "tuan",  "nyonya", "nona", "nama", NULL};
    size_t end = at;
    while (end > 0 && (s[end - 1] == ' ' || s[end - 1] == '.'))
        end--;
    size_t start = end;
    while (start > 0 && ((s[start - 1] | 0x20) >= 'a' && (s[start - 1] | 0x20) <= 'z'))
        start--;
    if (end == start || end == at || end - start > 8)
        return false;
    const char *word = fold_word(s + start, end - start, a);
    for (size_t i = 0; honorifics[i]; i++)
        if (strcmp(honorifics[i], word) == 0)
            return true;
    return false;
}

/* Where the longest name that begins with word `first` at `start` ends; 0 when none does. */
static size_t name_end(const struct mask *m, const char *s, const struct word *first,
                       struct arena *a)
{
    size_t best = 0;
    const struct name *name = NULL;
    for (size_t i = m->by_letter[(unsigned char)first->fold[0]]; i; i = name->next) {
        name = &m->names[i - 1];
        if (name->addressed && !is_addressed(s, first->off, a))
            continue;
        struct word w = *first;
        size_t off = first->off + first->len, k = 0;
        while (same_word(w.fold, name->words[k])) {
            k++;
            if (k == name->n || !next_word(s, &off, &w, a))
                break;
        }
        if (k == name->n && w.off + w.len > best)
            best = w.off + w.len;
    }
    return best;
}

static void note_found(struct buf *found, const char *s, size_t n)
{
    if (!found)
        return;
    buf_puts(found, found->len ? ", " : "");
    buf_add(found, s, n);
}

/* A second [nama] right behind the first says nothing more. */
static void put_mark(struct buf *out, const char *mark)
{
    size_t n = strlen(mark);
    if (out->len > n && out->p[out->len - 1] == ' ' &&
        strncmp(out->p + out->len - 1 - n, mark, n) == 0)
        out->p[--out->len] = '\0';
    else
        buf_puts(out, mark);
}

/* Where a name or number that begins at `at` ends; 0 when there is none. */
static size_t hit_end(const struct mask *m, const char *s, size_t at, const char **mark,
                      struct arena *a)
{
    size_t run = mask_digit_run(s + at);
    if (run && mask_is_personal(m, s + at, run, a)) {
        *mark = "[nomor]";
        return at + run;
    }
    struct word w;
    size_t off = at;
    *mark = "[nama]";
    return next_word(s, &off, &w, a) && w.off == at ? name_end(m, s, &w, a) : 0;
}

/* The next place where a word or a number may begin: behind this word, or one character on. */
static size_t next_start(const char *s, size_t at)
{
    ucs4_t c = 0;
    size_t step = char_at(s, at, &c);
    if (!in_word(c))
        return at + (step ? step : 1);
    while (s[at] && (step = char_at(s, at, &c)) > 0 && in_word(c))
        at += step;
    return at;
}

const char *mask_apply(const struct mask *m, const char *s, struct buf *found, struct arena *a)
{
    struct buf out = BUF_INIT;
    size_t done = 0, at = 0;
    bool hit = false;
    while (s[at]) {
        ucs4_t c = 0;
        const char *mark = NULL;
        char_at(s, at, &c);
        bool begins = in_word(c) || c == '+';
        size_t end = begins ? hit_end(m, s, at, &mark, a) : 0;
        if (!end) {
            at = next_start(s, at);
            continue;
        }
        hit = true;
        buf_add(&out, s + done, at - done);
        put_mark(&out, mark);
        note_found(found, s + at, end - at);
        at = done = end;
    }
    const char *masked = s;
    if (hit) {
        buf_puts(&out, s + done);
        masked = arena_strdup(a, buf_str(&out));
    }
    buf_done(&out);
    return masked;
}
