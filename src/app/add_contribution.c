#include "config.h"

#include <string.h>

#include "app/add_contribution.h"
#include "app/inside.h"
#include "app/keep_equal.h"
#include "app/topics.h"
#include "base/text.h"

enum {
    PAGE = 200
}; /* notes looked at in one go when one is sought; what is meant is nearly always recent */

typedef bool note_test(const struct contribution *c, const void *wanted);

/* The newest live note that passes the test. Pages backwards, so that the usual case costs one
 * short page however long the session is. */
static enum err_code find_note(struct work *w, note_test *test, const void *wanted,
                               struct contribution *ret, bool *ret_found, struct err *e)
{
    struct id before = ID_NONE;
    *ret_found = false;
    for (;;) {
        struct contribution *v;
        size_t n;
        enum err_code code =
            store_load_notes(w->store, &ID_NONE, &before, PAGE, w->arena, &v, &n, e);
        if (code || n == 0)
            return code;
        for (size_t i = n; i > 0; i--)
            if (test(&v[i - 1], wanted)) {
                *ret = v[i - 1];
                *ret_found = true;
                return ERR_NONE;
            }
        before = v[0].id;
    }
}

static bool has_number(const struct contribution *c, const void *wanted)
{
    return c->number == *(const int64_t *)wanted;
}

static bool is_spoken_by(const struct contribution *c, const void *wanted)
{
    return id_eq(&c->speaker, wanted) && contribution_counts(c);
}

/* --- what goes on --- */

static enum err_code find_turn(struct work *w, struct add_contribution_args *x,
                               struct contribution *ret, struct err *e)
{
    bool found = false;
    if (!id_is_none(&x->continues)) {
        enum err_code code = work_load_live(w, ENTITY_contribution, &x->continues, ret, e);
        if (code || id_is_none(&ret->continues))
            return code;
        struct id root = ret->continues; /* a turn has one beginning, however often it goes on */
        return work_load_live(w, ENTITY_contribution, &root, ret, e);
    }
    enum err_code code = find_note(w, is_spoken_by, &x->continues_of, ret, &found, e);
    if (!code && !found)
        code = err_set(
            e, ERR_NOTFOUND,
            _("Orang ini belum punya catatan yang dapat dilanjutkan. Teksnya tetap di baris."));
    return code;
}

static enum err_code take_turn(struct work *w, struct add_contribution_args *x,
                               struct contribution *c, struct err *e)
{
    struct contribution turn;
    if (id_is_none(&x->continues) && id_is_none(&x->continues_of))
        return ERR_NONE;
    enum err_code code = find_turn(w, x, &turn, e);
    if (code)
        return code;
    c->continues = turn.id;
    c->kind = c->kind == NONE ? turn.kind : c->kind;
    c->speaker = turn.speaker;
    c->speaker_unsur = turn.speaker_unsur;
    c->anonymous = turn.anonymous;
    c->speaker_unknown = turn.speaker_unknown;
    c->agenda = turn.agenda;
    return ERR_NONE;
}

/* --- speaker, place, kind --- */

static enum err_code take_speaker(struct work *w, const struct add_contribution_args *x,
                                  struct contribution *c, struct err *e)
{
    struct participant p;
    if (!id_is_none(&c->continues))
        return ERR_NONE;
    c->speaker = x->speaker;
    c->speaker_unsur = x->speaker_unsur;
    c->anonymous = x->anonymous ? 1 : NONE;
    c->speaker_unknown = x->unknown ? 1 : NONE;
    if (id_is_none(&x->speaker))
        return ERR_NONE;
    enum err_code code = work_load_live(w, ENTITY_participant, &x->speaker, &p, e);
    if (!code)
        c->speaker_unsur = p.unsur;
    if (x->anonymous) /* not stored at all */
        c->speaker = ID_NONE;
    return code;
}

/* Before and between the discussion nobody gives input: what is noted then is the course of the
 * event. */
static bool is_ceremony(int64_t agenda_kind)
{
    return agenda_kind == AGENDA_REGISTRASI || agenda_kind == AGENDA_SEREMONI ||
           agenda_kind == AGENDA_PAPARAN || agenda_kind == AGENDA_ISTIRAHAT;
}

/* The item of the day that the session is at; its other sixty fields are not needed for every entry. */
static enum err_code current_agenda(struct work *w, struct id *ret, struct err *e)
{
    const struct id session = store_session_id(w->store);
    struct value v;
    enum err_code code =
        store_load_value(w->store, ENTITY_session, &session, session_F_current_agenda, w->arena, &v, e);
    if (!code && v.type == VALUE_BLOB)
        memcpy(ret->b, v.p, sizeof ret->b);
    return code;
}

static enum err_code take_place(struct work *w, const struct add_contribution_args *x,
                                struct contribution *c, struct err *e)
{
    struct agenda g;
    enum err_code code = ERR_NONE;
    if (id_is_none(&c->agenda))
        c->agenda = x->agenda;
    if (id_is_none(&c->agenda))
        code = current_agenda(w, &c->agenda, e);
    if (code)
        return code;
    record_init(&g, ENTITY_agenda);
    if (!id_is_none(&c->agenda))
        code = work_load_live(w, ENTITY_agenda, &c->agenda, &g, e);
    if (c->kind == NONE && (x->n_answers || x->n_answer_numbers))
        c->kind = KIND_TANGGAPAN;
    if (c->kind == NONE)
        c->kind = is_ceremony(g.kind) ? KIND_CATATAN_ACARA : KIND_MASUKAN;
    return code;
}

/* --- answers --- */

static enum err_code answer_one(struct work *w, const struct id *answer, const struct id *question,
                                struct err *e)
{
    struct contribution c;
    enum err_code code = work_load_live(w, ENTITY_contribution, question, &c, e);
    if (code)
        return code;
    return work_link(w, ENTITY_reply, reply_F_answer, answer, reply_F_question, question, e);
}

static enum err_code answer_all(struct work *w, const struct add_contribution_args *x,
                                struct err *e)
{
    enum err_code code = ERR_NONE;
    for (size_t i = 0; i < x->n_answers && !code; i++)
        code = answer_one(w, &x->row, &x->answers[i], e);
    for (size_t i = 0; i < x->n_answer_numbers && !code; i++) {
        struct contribution c;
        bool found = false;
        code = find_note(w, has_number, &x->answer_numbers[i], &c, &found, e);
        if (!code && !found)
            code = err_set(e, ERR_NOTFOUND,
                           _("Catatan nomor %lld tidak ada. Teks jawaban tetap di baris; perbaiki "
                             "nomornya."),
                           (long long)x->answer_numbers[i]);
        if (!code)
            code = answer_one(w, &x->row, &c.id, e);
    }
    return code;
}

/* --- the use case --- */

static enum err_code fill(struct work *w, struct add_contribution_args *x, struct contribution *c,
                          struct err *e)
{
    record_init(c, ENTITY_contribution);
    c->id = x->row;
    c->kind = x->kind;
    c->text = work_clean(w, ENTITY_contribution, contribution_F_text, x->text);
    c->wording = work_clean(w, ENTITY_contribution, contribution_F_wording, x->wording);
    c->at = x->at == NONE ? w->group.at : x->at;
    c->channel = x->channel == NONE ? VIA_LISAN : x->channel;
    c->via = x->via;
    c->from_paper = w->from_paper;
    enum err_code code = take_turn(w, x, c, e);
    if (!code)
        code = take_speaker(w, x, c, e);
    if (!code)
        code = take_place(w, x, c, e);
    return code ? code : complete_contribution(w, c, e);
}

static enum err_code add_contribution(struct work *w, void *args, struct err *e)
{
    struct add_contribution_args *x = args;
    struct contribution c;
    if (!work_line(w, x->text))
        return err_set(e, ERR_INPUT,
                       _("Catatan masih kosong. Tulis apa yang disampaikan, lalu Enter."));
    enum err_code code = fill(w, x, &c, e);
    if (!code)
        code = work_set_record(w, ENTITY_contribution, &c, e);
    if (!code)
        code = answer_all(w, x, e);
    if (!code)
        code = topics_link(w, &c.id, x->issues, x->n_issues, e);
    if (!code && !x->literal)
        code = topics_follow_text(w, &c.id, NULL, x->text, e);
    if (!code)
        x->ret_number = c.number;
    return code;
}

struct add_contribution_args *add_contribution_job(struct app *a, struct job **ret)
{
    struct add_contribution_args *x =
        job_start(a, "add_contribution", add_contribution, sizeof *x, ret);
    x->row = job_row_id(*ret);
    x->kind = x->speaker_unsur = x->channel = x->at = x->ret_number = NONE;
    return x;
}
