/* Topics in a text: #isu, matched to the issues of the session. */
#include "model/capture.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define MAX_NUMBER_DIGITS 6
#define MAX_TOPICS 32 /* of one entry; more is a pasted list, not a topic */

/* Bytes of the letter, dash or underscore at `s`; 0 when something else stands there. */
static size_t tag_letter(const char *s)
{
    return *s == '_' || *s == '-' ? 1 : text_letter_at(s);
}

/* True when the character that ends before `p` is one of a tag. */
static bool follows_tag_letter(const char *text, const char *p)
{
    const char *s = p;
    while (s > text && ((unsigned char)*--s & 0xC0) == 0x80)
        continue;
    return s < p && tag_letter(s) > 0;
}

/* The folded words as one: #jam-layanan finds "Jam layanan". */
static char *squeezed(struct arena *a, const char *s)
{
    char *out = arena_strdup(a, text_fold_words(a, TXT(s)));
    size_t n = 0;
    for (const char *p = out; *p; p++)
        if (*p != ' ')
            out[n++] = *p;
    out[n] = '\0';
    return out;
}

static const struct issue *by_number(const char *tag, const struct issue *v, size_t n)
{
    int64_t number = strlen(tag) <= MAX_NUMBER_DIGITS ? strtoll(tag, NULL, 10) : NONE;
    for (size_t i = 0; i < n; i++)
        if (number != NONE && v[i].number == number)
            return &v[i];
    return NULL;
}

/* The tag itself, else the only tag that begins so, else the only title that begins so. */
static const struct issue *by_words(const char *tag, const struct issue *v, size_t n,
                                    struct arena *a)
{
    const char *want = squeezed(a, tag);
    size_t len = strlen(want), tags = 0, titles = 0;
    const struct issue *by_tag = NULL, *by_title = NULL;
    for (size_t i = 0; len > 0 && i < n; i++) {
        const char *have = squeezed(a, v[i].tag);
        if (strcmp(have, want) == 0)
            return &v[i];
        if (len >= 2 && strncmp(have, want, len) == 0) {
            by_tag = &v[i];
            tags++;
        }
        if (len >= 3 && strncmp(squeezed(a, v[i].title), want, len) == 0) {
            by_title = &v[i];
            titles++;
        }
    }
    if (tags > 0)
        return tags == 1 ? by_tag : NULL;
    return titles == 1 ? by_title : NULL;
}

static bool is_known(const struct capture_topic *v, size_t n, const struct capture_topic *t)
{
    for (size_t i = 0; i < n; i++)
        if (t->issue ? v[i].issue == t->issue : !v[i].issue && strcmp(v[i].tag, t->tag) == 0)
            return true;
    return false;
}

/* Bytes of the topic that a # at `p` begins; 0: it begins none. */
static size_t tag_length(const char *text, const char *p)
{
    size_t len = 0, letter;
    if (*p != '#' || follows_tag_letter(text, p) || (p > text && strchr("#&/", p[-1])))
        return 0;
    while ((letter = tag_letter(p + 1 + len)) > 0)
        len += letter;
    while (len > 0 && p[len] == '-')
        len--;
    return len;
}

size_t capture_topics(const char *text, const struct issue *issues, size_t n, struct arena *a,
                      struct capture_topic **ret)
{
    size_t found = 0;
    struct capture_topic *v = ARENA_ARRAY(a, struct capture_topic, MAX_TOPICS);
    for (const char *p = text; *p && found < MAX_TOPICS; p++) {
        size_t len = tag_length(text, p);
        if (len == 0)
            continue;
        struct capture_topic t = {arena_memdup(a, p + 1, len), NULL};
        bool number = strspn(t.tag, "0123456789") == len;
        t.issue = number ? by_number(t.tag, issues, n) : by_words(t.tag, issues, n, a);
        if ((t.issue || !number) && !is_known(v, found, &t)) /* "loket #3" is no topic */
            v[found++] = t;
    }
    *ret = v;
    return found;
}

/* The same for words: "#3" may be a number of anything. */
static size_t word_tag_length(const char *text, const char *p)
{
    size_t len = tag_length(text, p);
    return strspn(p + 1, "0123456789") >= len ? 0 : len;
}

/* Where the topics behind the last word begin; the end of the text when there are none. */
static const char *topics_behind(const char *text)
{
    const char *end = text;
    for (const char *p = text; *p;) {
        size_t len = word_tag_length(text, p);
        p += len ? len + 1 : 1;
        if (!len && p[-1] != ' ' && p[-1] != '\n')
            end = p;
    }
    return end;
}

const char *capture_printed(const char *text, struct arena *a)
{
    if (!text || !strchr(text, '#'))
        return text;
    const char *end = topics_behind(text);
    if (end == text) /* nothing but topics: they are what was said */
        end += strlen(text);
    char *out = arena_memdup(a, text, strlen(text)), *to = out;
    for (const char *p = text; p < end; p++)
        if (!word_tag_length(text, p))
            *to++ = *p;
    *to = '\0';
    return out;
}
