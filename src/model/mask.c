#include "config.h"

#include "model/mask.h"

#include <string.h>
#include <unistr.h>

#include "base/text.h"
#include "model/names.h"

#define LEAST_LETTERS 4 /* shorter single words ("Ali", "Ani") are found in whole names only */
#define MAX_WORDS 12

/* A name as folded words: found where these words stand one after the other. */
struct name {
    char *words[MAX_WORDS];
    size_t n;
    size_t next; /* one more than the next name with this first letter; 0 ends */
};

struct mask {
    struct name *names;
    size_t n_names, cap_names;
    size_t by_letter[256]; /* one more than the last name that begins with this byte */
    const char **phones;   /* digits without country code and leading zero */
    size_t n_phones;
    bool theirs_only; /* no numbers but those in `phones` */
    struct arena *a;
};

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

/* A word of the office's own name cannot be hidden: it stands in the letterhead. */
static bool is_official(const struct dossier *d, const char *word, struct arena *a)
{
    const struct session *s = dossier_session(d);
    const char *const names[] = {s->unit, s->unit_short, s->institution, s->town};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct word w;
        for (size_t off = 0; next_word(TXT(names[i]), &off, &w, a);)
            if (strcmp(w.fold, word) == 0)
                return true;
    }
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

static void add_person(struct mask *m, const struct dossier *d, const char *printed)
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
        if (count_chars(word) < LEAST_LETTERS || is_common(word) || is_official(d, word, m->a))
            continue;
        struct name single = {{core.words[i]}, 1, 0};
        add_name(m, &single);
    }
}

/* --- numbers --- */

/* The digits that two spellings of one number share: no +62, no leading zero. */
static const char *phone_core(const char *s, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (; *s; s++)
        if (*s >= '0' && *s <= '9')
            buf_putc(&b, *s);
    const char *digits = buf_str(&b);
    if (strncmp(digits, "62", 2) == 0)
        digits += 2;
    while (*digits == '0')
        digits++;
    const char *core = arena_strdup(a, digits);
    buf_done(&b);
    return core;
}

static void add_phone(struct mask *m, const char *phone)
{
    const char *core = phone ? phone_core(phone, m->a) : "";
    if (strlen(core) >= 6)
        m->phones[m->n_phones++] = core;
}

/* A run of digits with at most two separators between them, as people write numbers. Returns its
 * length. */
static size_t digit_run(const char *s)
{
    size_t i = *s == '+', end = 0;
    while (s[i] >= '0' && s[i] <= '9') {
        end = ++i;
        size_t gap = strspn(s + i, " .-/()");
        if (gap <= 2)
            i += gap;
    }
    return end;
}

/* True for 08..., +62 8..., 62 8... in groups of three digits or more: no date or time of day looks
 * so. */
static bool looks_mobile(const char *run, const char *core)
{
    size_t n = strlen(core);
    if (core[0] != '8' || n < 9 || n > 12 || !strchr("0+6", *run))
        return false;
    const char *p = run + strcspn(run, " .-/()");
    while (*p) {
        p += strspn(p, " .-/()");
        size_t group = strcspn(p, " .-/()");
        if (group < 3)
            return false;
        p += group;
    }
    return true;
}

/* A number of somebody on the list, something that can only be a mobile number, or the digits of
 * NIK (16) and NIP (18, also as 8-6-1-3). Dates, sums of money and document numbers are none of
 * these. */
static bool is_personal_number(const struct mask *m, const char *run, struct arena *a)
{
    const char *core = phone_core(run, a);
    for (size_t i = 0; i < m->n_phones; i++)
        if (strstr(core, m->phones[i]))
            return true;
    if (m->theirs_only)
        return false;
    size_t digits = 0, len = strlen(run);
    for (const char *p = run; *p; p++)
        digits += *p >= '0' && *p <= '9';
    return looks_mobile(run, core) || (digits == 16 && len == 16) ||
           (digits == 18 && (len == 18 || len == 21));
}

/* --- the search --- */

struct mask *mask_new(const struct dossier *d, struct arena *a)
{
    struct mask *m = ARENA_NEW(a, struct mask);
    m->a = a;
    m->phones = ARENA_ARRAY(a, const char *, d->participant.n * 2 + 1);
    for (size_t i = 0; i < d->participant.n; i++) {
        const struct participant *p = &d->participant.v[i];
        if (!IS_SET(p->name_public))
            add_person(m, d, p->name);
        add_phone(m, p->phone);
        add_phone(m, p->phone_raw);
    }
    for (size_t i = 0; i < d->signatory.n; i++) {
        const struct signatory *s = &d->signatory.v[i];
        const struct participant *p = dossier_participant(d, &s->participant);
        if (!p || !IS_SET(p->name_public))
            add_person(m, d, s->name);
    }
    return m;
}

struct mask *mask_of_people(const struct dossier *d, const struct participant *v, size_t n,
                            struct arena *a)
{
    struct mask *m = ARENA_NEW(a, struct mask);
    m->a = a;
    m->theirs_only = true;
    m->phones = ARENA_ARRAY(a, const char *, n * 3 + 1);
    for (size_t i = 0; i < n; i++) {
        add_person(m, d, v[i].name);
        add_phone(m, v[i].phone);
        add_phone(m, v[i].phone_raw);
        add_phone(m, v[i].nip);
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

/* Where the longest name that begins with word `first` at `start` ends; 0 when none does. */
static size_t name_end(const struct mask *m, const char *s, const struct word *first,
                       struct arena *a)
{
    size_t best = 0;
    const struct name *name = NULL;
    for (size_t i = m->by_letter[(unsigned char)first->fold[0]]; i; i = name->next) {
        name = &m->names[i - 1];
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
    size_t run = digit_run(s + at);
    if (run && is_personal_number(m, arena_memdup(a, s + at, run), a)) {
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
