/* The sheet of inputs: one row for each that has a number, with its answers and what it led to. */
#include "config.h"

#include "doc/book_parts.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/answered.h"
#include "model/capture.h"
#include "model/outcome.h"
#include "model/tally.h"

enum {
    COL_NO,
    COL_TIME,
    COL_AGENDA,
    COL_KIND,
    COL_SPEAKER,
    COL_UNSUR,
    COL_CHANNEL,
    COL_SPOKEN,
    COL_WORDING,
    COL_TOPICS,
    COL_REPLY_TO,
    COL_ANSWERED,
    COL_ANSWERS,
    COL_AGREEMENTS,
    COL_PARKED,
    COL_PAPER,
    COL_COUNT
};

static const struct book_choice choices[COL_COUNT] = {
    [COL_NO] = {{"No", 4}, false},
    [COL_TIME] = {{"Waktu", 15}, false},
    [COL_AGENDA] = {{"Agenda", 11}, false},
    [COL_KIND] = {{"Jenis", 11}, false},
    [COL_SPEAKER] = {{"Pembicara", 14}, true},
    [COL_UNSUR] = {{"Unsur", 13}, false},
    [COL_CHANNEL] = {{"Saluran", 9}, false},
    [COL_SPOKEN] = {{"Lisan", 28}, true},
    [COL_WORDING] = {{"Rumusan", 28}, false},
    [COL_TOPICS] = {{"Isu", 14}, false},
    [COL_REPLY_TO] = {{"Menjawab Nomor", 10}, false},
    [COL_ANSWERED] = {{"Terjawab", 10}, false},
    [COL_ANSWERS] = {{"Jawaban", 26}, false},
    [COL_AGREEMENTS] = {{"Kesepakatan Nomor", 13}, false},
    [COL_PARKED] = {{"Belum Diakomodasi", 13}, false},
    [COL_PAPER] = {{"Dari Kertas", 8}, false},
};

/* Anonymous everywhere, in the archive too. */
static const char *speaker(const struct dossier *d, const struct contribution *c)
{
    if (IS_SET(c->anonymous))
        return "tanpa nama";
    const struct participant *p = dossier_participant(d, &c->speaker);
    return p ? p->name : IS_SET(c->speaker_unknown) ? "belum diketahui" : NULL;
}

/* What was said, without the marks that were typed along, or the wording. */
static const char *words(const struct book_maker *m, const struct contribution *c, bool spoken)
{
    return spoken ? capture_printed(c->text, m->p.a) : c->wording;
}

/* A turn and its continuations as one text. */
static const char *whole_text(const struct book_maker *m, const struct contribution *c, bool spoken)
{
    struct buf b = BUF_INIT;
    const struct dossier *d = m->p.d;
    buf_puts(&b, words(m, c, spoken));
    for (size_t i = 0; i < d->contribution.n; i++) {
        const struct contribution *x = &d->contribution.v[i];
        const char *more = words(m, x, spoken);
        if (more && id_eq(&x->continues, &c->id))
            buf_printf(&b, "%s%s", b.len ? "\n" : "", more);
    }
    return speech_unnamed(d, c, buf_into(&b, m->p.a), m->p.a);
}

static const char *topics(const struct book_maker *m, const struct contribution *c)
{
    struct buf b = BUF_INIT;
    const bool *marks = speech_issue_marks(&m->p, c);
    for (size_t i = 0; i < m->p.d->issue.n; i++)
        if (marks[i])
            buf_printf(&b, "%s%s", b.len ? "; " : "", TXT(m->p.d->issue.v[i].title));
    return buf_into(&b, m->p.a);
}

static const char *answers(const struct book_maker *m, const struct outcome *out)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < out->n_answers; i++) {
        const struct contribution *x = out->answers[i];
        const char *text = words(m, x, !x->wording);
        if (text)
            buf_printf(&b, "%s%s", b.len ? "\n" : "", speech_unnamed(m->p.d, x, text, m->p.a));
    }
    return buf_into(&b, m->p.a);
}

static const char *agreement_numbers(const struct book_maker *m, const struct agreement_order *o,
                                     const struct outcome *out)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < out->n_agreements; i++)
        buf_printf(&b, "%s%lld", b.len ? ", " : "",
                   (long long)agreement_number(o, &out->agreements[i]->id));
    return buf_into(&b, m->p.a);
}

static const char *parked(const struct book_maker *m, const struct outcome *out)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < out->n_parked; i++)
        buf_printf(&b, "%s%s", b.len ? "\n" : "", TXT(out->parked[i]->text));
    return buf_into(&b, m->p.a);
}

static void input_row(struct book_maker *m, const struct agreement_order *o,
                      const struct contribution *c)
{
    struct book *b = m->b;
    const struct agenda *agenda = dossier_agenda(m->p.d, &c->agenda);
    struct outcome out = outcome_of(m->p.d, o, &c->id, m->p.a);
    const char *answered = !answered_expects(c) ? NULL : answered_has(m->p.d, &c->id) ? "ya" : "belum";
    const struct cell all[COL_COUNT] = {
        [COL_NO] = book_integer(c->number),
        [COL_TIME] = book_stamp(c->at),
        [COL_AGENDA] = book_text(b, agenda ? agenda->title : NULL),
        [COL_KIND] = book_text(b, speech_kind(c)),
        [COL_SPEAKER] = book_text(b, speaker(m->p.d, c)),
        [COL_UNSUR] =
            book_text(b, dict_enum_label(ENUMSET_unsur, tally_speaker_unsur(m->p.d, c))),
        [COL_CHANNEL] = book_text(b, dict_enum_label(ENUMSET_contribution_channel, c->channel)),
        [COL_SPOKEN] = book_words(m, whole_text(m, c, true)),
        [COL_WORDING] = book_words(m, whole_text(m, c, false)),
        [COL_TOPICS] = book_text(b, topics(m, c)),
        [COL_REPLY_TO] = book_text(b, answered_is_answer(c) ? speech_questions(&m->p, c) : NULL),
        [COL_ANSWERED] = book_text(b, answered),
        [COL_ANSWERS] = book_words(m, answers(m, &out)),
        [COL_AGREEMENTS] = book_text(b, agreement_numbers(m, o, &out)),
        [COL_PARKED] = book_words(m, parked(m, &out)),
        [COL_PAPER] = book_yes(m, IS_SET(c->from_paper)),
    };
    book_add(m, all);
}

struct book *build_masukan(const struct dossier *d, const struct doc_options *o, struct arena *a)
{
    struct book_maker m =
        book_begin(d, o, a, "Masukan", "Masukan dan Tanggapan", choices, COL_COUNT);
    struct agreement_order order = agreement_order_of(m.p.d, a);
    for (size_t i = 0; i < m.p.d->contribution.n; i++)
        if (dossier_is_input(&m.p.d->contribution.v[i]))
            input_row(&m, &order, &m.p.d->contribution.v[i]);
    return m.b;
}
