#include "config.h"

#include "model/coverage.h"

#include <string.h>

#include "base/buf.h"

bool coverage_counts(const struct participant *p)
{
    return p->role == ROLE_PESERTA && p->attendance == ATTENDANCE_HADIR;
}

bool coverage_stands_in(const struct participant *p)
{
    bool own = p->invited_as && p->position && strcmp(p->invited_as, p->position) == 0;
    return p->invited_as && p->name && !own;
}

struct coverage coverage_of(const struct participant *v, size_t n)
{
    struct coverage c = {0};
    for (size_t i = 0; i < n; i++) {
        if (!coverage_counts(&v[i]))
            continue;
        int64_t unsur = v[i].unsur == NONE ? COVERAGE_OTHER : v[i].unsur;
        int64_t sex = v[i].sex == NONE ? COVERAGE_UNKNOWN : v[i].sex;
        c.present++;
        c.count[unsur][sex]++;
        c.by_unsur[unsur]++;
        c.by_sex[sex]++;
    }
    for (int u = 0; u < unsur_COUNT; u++) {
        c.unsur += c.by_unsur[u] > 0;
        c.masyarakat += u != UNSUR_PENYELENGGARA && c.by_unsur[u] > 0;
    }
    return c;
}

int coverage_missing(const struct coverage *c, enum unsur_value ret[COVERAGE_MAX])
{
    int n = 0;
    for (int u = 0; u < unsur_COUNT; u++)
        if (u != UNSUR_PENYELENGGARA && c->by_unsur[u] == 0)
            ret[n++] = (enum unsur_value)u;
    return n;
}

const char *coverage_missing_words(const struct coverage *c, struct arena *a)
{
    enum unsur_value missing[COVERAGE_MAX];
    int n = coverage_missing(c, missing);
    struct buf b = BUF_INIT;
    for (int i = 0; i < n; i++) {
        /* the labels of this set are plain ASCII in both languages */
        const char *label = _(dict_enum_label(ENUMSET_unsur, missing[i]));
        buf_puts(&b, i ? ", " : "");
        for (; *label; label++)
            buf_putc(&b, *label >= 'A' && *label <= 'Z' ? (char)(*label - 'A' + 'a') : *label);
    }
    return buf_into(&b, a);
}
