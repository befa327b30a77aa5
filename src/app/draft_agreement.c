#include "config.h"

#include "app/draft_agreement.h"
#include "app/inside.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/capture.h"

static const char *best_words(const struct contribution *c, struct arena *a)
{
    return c->wording ? c->wording : TXT(capture_printed(c->text, a));
}

static enum err_code load_notes(struct work *w, const struct id *v, size_t n,
                                struct contribution *ret, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < n && !code; i++)
        code = work_load_live(w, ENTITY_contribution, &v[i], &ret[i], e);
    return code;
}

static bool among(const struct contribution *v, size_t n, const struct id *row)
{
    for (size_t i = 0; i < n; i++)
        if (id_eq(&v[i].id, row))
            return true;
    return false;
}

/* The issue that most of the notes carry; the first met wins a tie. ID_NONE when they have none. */
static enum err_code shared_issue(struct work *w, const struct contribution *v, size_t n,
                                  struct id *ret, struct err *e)
{
    struct contribution_issue *links;
    size_t n_links, best = 0;
    enum err_code code = work_load_all(w, ENTITY_contribution_issue, &links, &n_links, e);
    *ret = ID_NONE;
    for (size_t i = 0; i < n_links && !code; i++) {
        size_t votes = 0;
        for (size_t j = 0; j < n_links; j++)
            votes += id_eq(&links[j].issue, &links[i].issue) && among(v, n, &links[j].contribution);
        if (votes > best) {
            best = votes;
            *ret = links[i].issue;
        }
    }
    return code;
}

typedef bool kind_test(int64_t kind);

static bool is_trouble(int64_t kind)
{
    return kind == KIND_KELUHAN || kind == KIND_PERTANYAAN || kind == KIND_KEBERATAN;
}

static bool is_proposal(int64_t kind)
{
    return kind == KIND_USUL;
}

static bool is_input(int64_t kind)
{
    return kind != KIND_CATATAN_ACARA && kind != KIND_APRESIASI;
}

/* The words of the notes that pass, one after the other; NULL when none does. */
static const char *join(struct arena *ar, const struct contribution *v, size_t n, kind_test *test)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        if (test(v[i].kind)) {
            buf_puts(&b, b.len ? "\n" : "");
            buf_puts(&b, best_words(&v[i], ar));
        }
    const char *all = b.len ? arena_strdup(ar, buf_str(&b)) : NULL;
    buf_done(&b);
    return all;
}

static enum err_code prefill(struct work *w, struct draft_agreement_args *x,
                             const struct contribution *v, size_t n, struct agreement *g,
                             struct err *e)
{
    struct issue s;
    enum err_code code = ERR_NONE;
    if (id_is_none(&x->issue))
        code = shared_issue(w, v, n, &x->issue, e);
    if (!code && !id_is_none(&x->issue)) {
        code = work_load_live(w, ENTITY_issue, &x->issue, &s, e);
        if (code)
            return code;
        g->issue = s.id;
        g->problem = s.title;
        g->responsible = s.owner;
        g->skm_element = s.skm_element;
        g->sp_component = s.sp_component;
    }
    if (!g->problem)
        g->problem = join(w->arena, v, n, is_trouble);
    g->recommendation = join(w->arena, v, n, is_proposal);
    if (!g->recommendation)
        g->recommendation = join(w->arena, v, n, is_input);
    return code;
}

static enum err_code link_notes(struct work *w, const struct id *agreement, const struct id *v,
                                size_t n, struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < n && !code; i++)
        code = work_link(w, ENTITY_agreement_contribution, agreement_contribution_F_agreement,
                         agreement, agreement_contribution_F_contribution, &v[i], e);
    return code;
}

static enum err_code draft_agreement(struct work *w, void *args, struct err *e)
{
    struct draft_agreement_args *x = args;
    struct contribution *v = ARENA_ARRAY(w->arena, struct contribution, x->n_contributions + 1);
    struct agreement g;
    record_init(&g, ENTITY_agreement);
    g.id = x->row;
    g.from_paper = w->from_paper;
    enum err_code code = load_notes(w, x->contributions, x->n_contributions, v, e);
    if (!code)
        code = prefill(w, x, v, x->n_contributions, &g, e);
    if (!code)
        code = work_set_next(w, ENTITY_agreement, &g.id, agreement_F_number, &x->ret_number, e);
    if (!code)
        code = work_set_record(w, ENTITY_agreement, &g, e);
    if (!code)
        code = link_notes(w, &g.id, x->contributions, x->n_contributions, e);
    return code;
}

struct draft_agreement_args *draft_agreement_job(struct app *a, struct job **ret)
{
    struct draft_agreement_args *x =
        job_start(a, "draft_agreement", draft_agreement, sizeof *x, ret);
    x->row = job_row_id(*ret);
    x->ret_number = NONE;
    return x;
}

static enum err_code link_agreement(struct work *w, void *args, struct err *e)
{
    const struct link_agreement_args *x = args;
    struct agreement g;
    struct contribution *v = ARENA_ARRAY(w->arena, struct contribution, x->n_contributions + 1);
    enum err_code code = work_load_live(w, ENTITY_agreement, &x->agreement, &g, e);
    for (size_t i = 0; x->remove && i < x->n_contributions && !code; i++)
        code = work_unlink(w, ENTITY_agreement_contribution, &g.id, &x->contributions[i], e);
    if (code || x->remove)
        return code;
    code = load_notes(w, x->contributions, x->n_contributions, v, e);
    return code ? code : link_notes(w, &g.id, x->contributions, x->n_contributions, e);
}

struct link_agreement_args *link_agreement_job(struct app *a, struct job **ret)
{
    return job_start(a, "link_agreement", link_agreement, sizeof(struct link_agreement_args), ret);
}
