#include "config.h"

#include <string.h>

#include "app/edit_contribution.h"
#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/topics.h"
#include "base/buf.h"
#include "base/text.h"
#include "model/answered.h"

#define ENTITY ENTITY_contribution

static enum err_code edit_text(struct work *w, const struct edit_contribution_args *x, int field,
                               const char *text, const char *seen, struct err *e)
{
    struct value was = value_text(seen);
    const char *clean = text ? text_input(w->arena, text, strlen(text), true) : NULL;
    return work_set_seen(w, ENTITY, &x->row, field, value_text(clean), x->has_seen ? &was : NULL,
                         e);
}

static enum err_code edit_texts(struct work *w, const struct edit_contribution_args *x,
                                const struct contribution *before, struct err *e)
{
    enum err_code code = ERR_NONE;
    if (x->set_text && !work_line(w, x->text))
        return err_set(
            e, ERR_INPUT,
            _("Catatan tidak boleh kosong. Untuk membuangnya, hapus catatannya; yang lama tetap."));
    if (x->set_text)
        code = edit_text(w, x, contribution_F_text, x->text, x->seen_text, e);
    if (!code && x->set_wording)
        code = edit_text(w, x, contribution_F_wording, x->wording, x->seen_wording, e);
    if (!code && x->set_text && !x->set_issues)
        code = topics_follow_text(w, &x->row, before->text, x->text, e);
    return code;
}

static enum err_code set_speaker(struct work *w, const struct id *row, const struct id *speaker,
                                 int64_t unsur, bool anonymous, bool unknown, struct err *e)
{
    struct participant p;
    enum err_code code = ERR_NONE;
    if (!id_is_none(speaker)) {
        code = work_load_live(w, ENTITY_participant, speaker, &p, e);
        unsur = code ? NONE : p.unsur;
    }
    if (!code) /* who asked to stay without a name is not stored at all */
        code = work_set_ref(w, ENTITY, row, contribution_F_speaker, anonymous ? &ID_NONE : speaker, e);
    if (!code)
        code = work_set_enum(w, ENTITY, row, contribution_F_speaker_unsur, unsur, e);
    if (!code)
        code = work_set_int(w, ENTITY, row, contribution_F_anonymous, anonymous ? 1 : NONE, e);
    if (!code)
        code = work_set_int(w, ENTITY, row, contribution_F_speaker_unknown, unknown ? 1 : NONE, e);
    return code;
}

/* The unsur that stays when the name goes. */
static int64_t unsur_known(struct work *w, const struct contribution *c)
{
    struct participant p;
    struct err ignored; /* a row that is gone tells nothing */
    if (c->speaker_unsur != NONE || id_is_none(&c->speaker) ||
        work_load(w, ENTITY_participant, &c->speaker, &p, &ignored) != ERR_NONE)
        return c->speaker_unsur;
    return p.unsur;
}

static enum err_code drop_proposer(struct work *w, const struct contribution *c, struct err *e)
{
    struct parked *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY_parked, &v, &n, e);
    for (size_t i = 0; i < n && !code; i++)
        if (id_eq(&v[i].contribution, &c->id) && !id_is_none(&c->speaker) && id_eq(&v[i].proposer, &c->speaker))
            code = work_set_ref(w, ENTITY_parked, &v[i].id, parked_F_proposer, &ID_NONE, e);
    return code;
}

/* One entry, as it stood before. */
static enum err_code name_entry(struct work *w, const struct edit_contribution_args *x,
                                const struct contribution *c, struct err *e)
{
    int64_t unsur = x->anonymous && x->speaker_unsur == NONE ? unsur_known(w, c) : x->speaker_unsur;
    enum err_code code = set_speaker(w, &c->id, &x->speaker, unsur, x->anonymous, x->unknown, e);
    if (!code && x->anonymous)
        code = work_set_text(w, ENTITY, &c->id, contribution_F_via, NULL, e);
    if (!code && x->anonymous)
        code = drop_proposer(w, c, e);
    return code ? code : keep_equal(w, ENTITY, &c->id, -1, e);
}

static enum err_code name_turn(struct work *w, const struct edit_contribution_args *x,
                               const struct contribution *before, struct err *e)
{
    struct contribution *v;
    size_t n;
    enum err_code code = name_entry(w, x, before, e);
    if (code || (!x->anonymous && !IS_SET(before->anonymous)))
        return code;
    code = work_load_all(w, ENTITY, &v, &n, e);
    for (size_t i = 0; i < n && !code; i++) {
        bool alike = id_eq(&v[i].speaker, &before->speaker) && IS_SET(v[i].anonymous) == IS_SET(before->anonymous);
        if (alike && dossier_same_turn(&v[i], before) && !id_eq(&v[i].id, &before->id))
            code = name_entry(w, x, &v[i], e);
    }
    return code;
}

static enum err_code edit_contribution(struct work *w, void *args, struct err *e)
{
    struct edit_contribution_args *x = args;
    struct contribution before;
    enum err_code code = work_load_live(w, ENTITY, &x->row, &before, e);
    if (!code)
        code = edit_texts(w, x, &before, e);
    if (!code && x->set_kind)
        code = work_set_enum(w, ENTITY, &x->row, contribution_F_kind, x->kind, e);
    if (!code && x->set_speaker)
        code = name_turn(w, x, &before, e);
    if (!code && x->set_channel)
        code = work_set_enum(w, ENTITY, &x->row, contribution_F_channel, x->channel, e);
    if (!code && x->set_via)
        code = work_set_text(w, ENTITY, &x->row, contribution_F_via, x->via, e);
    if (!code && x->set_issues)
        code = topics_replace(w, &x->row, x->issues, x->n_issues, e);
    return code ? code : keep_equal(w, ENTITY, &x->row, -1, e);
}

struct edit_contribution_args *edit_contribution_job(struct app *a, struct job **ret)
{
    struct edit_contribution_args *x =
        job_start(a, "edit_contribution", edit_contribution, sizeof *x, ret);
    x->kind = x->speaker_unsur = x->channel = NONE;
    return x;
}

/* --- gaps --- */

#define GAP "@@"

/* Bytes of the gap at `s`: the mark and the word that hangs on it, without its closing punctuation.
 */
static size_t gap_length(const char *s)
{
    size_t n = strlen(GAP);
    n += strcspn(s + n, " \t\n@");
    while (n > strlen(GAP) && strchr(".,;:!?)\"'", s[n - 1]))
        n--;
    return n;
}

size_t gap_hints(const char *text, struct arena *ar, const char ***ret)
{
    size_t n = 0;
    for (const char *s = TXT(text); (s = strstr(s, GAP)) != NULL; s += gap_length(s))
        n++;
    const char **v = ARENA_ARRAY(ar, const char *, n + 1);
    size_t i = 0;
    for (const char *s = TXT(text); (s = strstr(s, GAP)) != NULL; s += gap_length(s))
        v[i++] = arena_memdup(ar, s + strlen(GAP), gap_length(s) - strlen(GAP));
    *ret = v;
    return n;
}

/* Puts the fills in place of the gaps, in order; counts what stays open. */
static const char *fill_gaps(struct work *w, const char *text, const struct complete_gap_args *x,
                             int64_t *left)
{
    struct buf b = BUF_INIT;
    const char *at = text;
    size_t i = 0;
    for (const char *s = at; (s = strstr(s, GAP)) != NULL; i++) {
        size_t n = gap_length(s);
        bool filled = i < x->n_fills && x->fills[i] && *x->fills[i];
        buf_add(&b, at, (size_t)(s - at));
        if (filled)
            buf_puts(&b, x->fills[i]);
        else
            buf_add(&b, s, n);
        *left += !filled;
        s += n;
        at = s;
    }
    buf_puts(&b, at);
    const char *done = arena_strdup(w->arena, buf_str(&b));
    buf_done(&b);
    return done;
}

static enum err_code complete_gap(struct work *w, void *args, struct err *e)
{
    struct complete_gap_args *x = args;
    struct contribution c;
    int64_t left = 0, left_wording = 0;
    enum err_code code = work_load_live(w, ENTITY, &x->row, &c, e);
    if (code)
        return code;
    if (c.text)
        code = work_set_text(w, ENTITY, &x->row, contribution_F_text,
                             fill_gaps(w, c.text, x, &left), e);
    if (!code && c.wording)
        code = work_set_text(w, ENTITY, &x->row, contribution_F_wording,
                             fill_gaps(w, c.wording, x, &left_wording), e);
    if (!code && !id_is_none(&x->speaker))
        code = set_speaker(w, &x->row, &x->speaker, NONE, IS_SET(c.anonymous), false, e);
    else
        left += IS_SET(c.speaker_unknown);
    if (!code)
        code = keep_equal(w, ENTITY, &x->row, -1, e);
    x->ret_left = left + left_wording;
    return code;
}

struct complete_gap_args *complete_gap_job(struct app *a, struct job **ret)
{
    return job_start(a, "complete_gap", complete_gap, sizeof(struct complete_gap_args), ret);
}

/* --- ties between answers and questions --- */

/* The entry with that number among all; NULL. */
static const struct contribution *numbered(const struct contribution *v, size_t n, int64_t number)
{
    for (size_t i = 0; i < n; i++)
        if (v[i].number == number && dossier_is_input(&v[i]))
            return &v[i];
    return NULL;
}

static enum err_code find_questions(struct work *w, const struct link_answer_args *x, struct id *ret, struct err *e)
{
    struct contribution *v;
    size_t n;
    enum err_code code = work_load_all(w, ENTITY, &v, &n, e);
    for (size_t i = 0; i < x->n_numbers && !code; i++) {
        const struct contribution *q = numbered(v, n, x->numbers[i]);
        if (!q)
            code = err_set(e, ERR_NOTFOUND, _("Catatan nomor %lld tidak ada. Yang dijawab tetap seperti semula."),
                           (long long)x->numbers[i]);
        else if (id_eq(&q->id, &x->answer))
            code = err_set(e, ERR_RULE, _("Catatan tidak dapat menjawab dirinya sendiri. Pilih catatan lain."));
        else
            ret[i] = q->id;
    }
    return code;
}

static bool among(const struct id *v, size_t n, const struct id *row)
{
    for (size_t i = 0; i < n; i++)
        if (id_eq(&v[i], row))
            return true;
    return false;
}

static enum err_code link_answer(struct work *w, void *args, struct err *e)
{
    const struct link_answer_args *x = args;
    struct id *questions = ARENA_ARRAY(w->arena, struct id, x->n_numbers + 1);
    struct contribution answer;
    struct reply *v;
    size_t n;
    enum err_code code = work_load_live(w, ENTITY, &x->answer, &answer, e);
    if (!code && !answered_is_answer(&answer))
        code = err_set(e, ERR_RULE, _("Catatan ini bukan jawaban. Ganti dulu jenisnya; tidak ada yang berubah."));
    if (!code)
        code = find_questions(w, x, questions, e);
    if (!code)
        code = work_load_all(w, ENTITY_reply, &v, &n, e);
    for (size_t i = 0; !code && i < n; i++)
        if (id_eq(&v[i].answer, &x->answer) && !among(questions, x->n_numbers, &v[i].question))
            code = work_set_deleted(w, ENTITY_reply, &v[i].id, true, e);
    for (size_t i = 0; !code && i < x->n_numbers; i++)
        code = work_link(w, ENTITY_reply, reply_F_answer, &x->answer, reply_F_question, &questions[i], e);
    return code;
}

struct link_answer_args *link_answer_job(struct app *a, struct job **ret)
{
    return job_start(a, "link_answer", link_answer, sizeof(struct link_answer_args), ret);
}
