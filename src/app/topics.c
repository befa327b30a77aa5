#include "config.h"

#include <string.h>

#include "app/topics.h"
#include "model/capture.h"

struct topics {
    struct capture_topic *v;
    size_t n;
};

static struct topics topics_in(struct work *w, const char *text, const struct issue *issues,
                               size_t n)
{
    struct topics t = {0};
    if (text)
        t.n = capture_topics(text, issues, n, w->arena, &t.v);
    return t;
}

static bool mentions(const struct topics *t, const struct capture_topic *x)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->v[i].issue == x->issue && (x->issue || strcmp(t->v[i].tag, x->tag) == 0))
            return true;
    return false;
}

static enum err_code link_issue(struct work *w, const struct id *contribution,
                                const struct id *issue, struct err *e)
{
    return work_link(w, ENTITY_contribution_issue, contribution_issue_F_contribution, contribution,
                     contribution_issue_F_issue, issue, e);
}

/* Somebody names a topic that was not prepared: it came from the forum. */
static enum err_code new_issue(struct work *w, const char *tag, struct id *ret, struct err *e)
{
    struct issue s;
    record_init(&s, ENTITY_issue);
    s.id = work_row_id(w);
    s.title = s.tag = tag;
    s.source = SOURCE_FORUM;
    enum err_code code = work_set_record(w, ENTITY_issue, &s, e);
    if (!code)
        code = work_set_next(w, ENTITY_issue, &s.id, issue_F_number, NULL, e);
    *ret = s.id;
    return code;
}

static enum err_code link_topic(struct work *w, const struct id *contribution,
                                const struct capture_topic *t, struct err *e)
{
    struct id issue;
    enum err_code code = ERR_NONE;
    if (t->issue)
        issue = t->issue->id;
    else
        code = new_issue(w, t->tag, &issue, e);
    return code ? code : link_issue(w, contribution, &issue, e);
}

enum err_code topics_follow_text(struct work *w, const struct id *contribution, const char *before,
                                 const char *now, struct err *e)
{
    struct issue *issues;
    size_t n;
    if ((!before || !strchr(before, '#')) && (!now || !strchr(now, '#')))
        return ERR_NONE;
    enum err_code code = work_load_all(w, ENTITY_issue, &issues, &n, e);
    if (code)
        return code;
    struct topics old = topics_in(w, before, issues, n), new = topics_in(w, now, issues, n);
    for (size_t i = 0; i < new.n && !code; i++)
        if (!mentions(&old, &new.v[i]))
            code = link_topic(w, contribution, &new.v[i], e);
    for (size_t i = 0; i < old.n && !code; i++)
        if (old.v[i].issue && !mentions(&new, &old.v[i]))
            code = work_unlink(w, ENTITY_contribution_issue, contribution, &old.v[i].issue->id, e);
    return code;
}

enum err_code topics_link(struct work *w, const struct id *contribution, const struct id *issues,
                          size_t n, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < n && !code; i++) {
        struct issue s;
        code = work_load_live(w, ENTITY_issue, &issues[i], &s, e);
        if (!code)
            code = link_issue(w, contribution, &issues[i], e);
    }
    return code;
}

static bool holds(const struct id *v, size_t n, const struct id *x)
{
    for (size_t i = 0; i < n; i++)
        if (id_eq(&v[i], x))
            return true;
    return false;
}

enum err_code topics_replace(struct work *w, const struct id *contribution, const struct id *issues,
                             size_t n, struct err *e)
{
    struct contribution_issue *v;
    size_t n_links;
    enum err_code code = work_load_all(w, ENTITY_contribution_issue, &v, &n_links, e);
    for (size_t i = 0; i < n_links && !code; i++)
        if (id_eq(&v[i].contribution, contribution) && !holds(issues, n, &v[i].issue))
            code = work_set_deleted(w, ENTITY_contribution_issue, &v[i].id, true, e);
    return code ? code : topics_link(w, contribution, issues, n, e);
}
