#include "config.h"

#include "doc/speech.h"

#include <string.h>

#include "base/text.h"
#include "model/answered.h"
#include "model/capture.h"
#include "model/mask.h"
#include "model/tally.h"

/* --- who --- */

bool speech_is_unnamed(const struct dossier *d, const struct contribution *c)
{
    if (IS_SET(c->anonymous) || id_is_none(&c->continues))
        return IS_SET(c->anonymous);
    const struct contribution *turn = dossier_contribution(d, &c->continues);
    return turn && IS_SET(turn->anonymous);
}

static const struct participant *speaker_of(const struct paper *p, const struct contribution *c)
{
    return speech_is_unnamed(p->d, c) ? NULL : dossier_participant(p->d, &c->speaker);
}

const char *speech_name(const struct paper *p, const struct contribution *c)
{
    const struct participant *who = speaker_of(p, c);
    if (who && who->name)
        return who->name;
    if (who && who->invited_as)
        return who->invited_as;
    const char *unsur = dict_enum_label(ENUMSET_unsur, tally_speaker_unsur(p->d, c));
    if (speech_is_unnamed(p->d, c))
        return *unsur ? arena_printf(p->a, "Peserta unsur %s", unsur) : "Peserta";
    if (!*unsur)
        return DOTS_SHORT;
    return p->published ? arena_printf(p->a, "Wakil %s", unsur)
                        : arena_printf(p->a, "%s (%s)", DOTS_SHORT, unsur);
}

const char *speech_speaker(const struct paper *p, const struct contribution *c)
{
    const struct participant *who = speaker_of(p, c);
    const char *line = speech_name(p, c);
    if (!who)
        return line;
    const char *from = who->organization;
    if (from && !strstr(line, from))
        line = arena_printf(p->a, "%s\n%s", line, from);
    const char *unsur = dict_enum_label(ENUMSET_unsur, tally_speaker_unsur(p->d, c));
    return *unsur && !strstr(line, unsur) ? arena_printf(p->a, "%s\n(%s)", line, unsur) : line;
}

const char *speech_proposer(const struct paper *p, const struct parked *k)
{
    const struct contribution *from = dossier_contribution(p->d, &k->contribution);
    if (from && speech_is_unnamed(p->d, from))
        return speech_name(p, from);
    const struct participant *who = dossier_participant(p->d, &k->proposer);
    if (!who)
        return from ? speech_name(p, from) : p->published ? "Peserta forum" : NULL;
    const char *unsur = dict_enum_label(ENUMSET_unsur, who->unsur);
    if (!who->name)
        return paper_office(p, who);
    /* a masked name is made of the unsur already */
    return *unsur && !p->published ? arena_printf(p->a, "%s (%s)", who->name, unsur) : who->name;
}

/* --- what --- */

bool speech_is_turn(const struct contribution *c)
{
    return id_is_none(&c->continues) && c->kind != KIND_CATATAN_ACARA;
}

/* The spoken words are never published; until somebody has written a wording there is nothing to
 * show. */
static const char *words_of(const struct paper *p, const struct contribution *c)
{
    const char *words = c->wording ? c->wording : capture_printed(c->text, p->a);
    return words ? words : p->published ? NULL : "";
}

const char *speech_unnamed(const struct dossier *d, const struct contribution *c, const char *words,
                           struct arena *a)
{
    const struct participant *who = dossier_participant(d, &c->speaker);
    if (!who || !words || !speech_is_unnamed(d, c))
        return words;
    return mask_apply(mask_of_people(d, who, 1, a), words, NULL, a);
}

const char *speech_text(const struct paper *p, const struct contribution *c)
{
    struct buf b = BUF_INIT;
    const char *words = words_of(p, c);
    if (words)
        buf_puts(&b, *words ? paper_fill_gaps(p, words) : DOTS_LONG);
    for (size_t i = 0; i < p->d->contribution.n; i++) {
        const struct contribution *more = &p->d->contribution.v[i];
        const char *go_on = id_eq(&more->continues, &c->id) ? words_of(p, more) : NULL;
        if (go_on && *go_on)
            buf_printf(&b, "%s%s", b.len ? " " : "", paper_fill_gaps(p, go_on));
    }
    if (b.len == 0)
        buf_puts(&b, "(belum dirumuskan)");
    if (IS_SET(c->from_paper))
        buf_puts(&b, " (dari kertas)");
    const char *out = buf_into(&b, p->a);
    return speech_unnamed(p->d, c, out, p->a);
}

const char *speech_kind(const struct contribution *c)
{
    static const char *const kinds[contribution_kind_COUNT] = {
        [KIND_MASUKAN] = "Masukan",
        [KIND_USUL] = "Usul",
        [KIND_PERTANYAAN] = "Pertanyaan",
        [KIND_KELUHAN] = "Keluhan",
        [KIND_KEBERATAN] = "Keberatan",
        [KIND_APRESIASI] = "Apresiasi",
        [KIND_TANGGAPAN] = "Tanggapan",
        [KIND_KESANGGUPAN] = "Kesanggupan",
        [KIND_CATATAN_ACARA] = "Catatan acara",
    };
    return c->kind >= 0 && c->kind < contribution_kind_COUNT ? kinds[c->kind] : "Masukan";
}

const char *speech_clock(const struct paper *p, const struct contribution *c)
{
    char clock[DATE_TEXT];
    if (c->at == NONE)
        return "";
    return arena_strdup(p->a, stamp_clock(c->at, dossier_zone(p->d), clock));
}

/* --- topics --- */

const bool *speech_issue_marks(const struct paper *p, const struct contribution *c)
{
    bool *marks = ARENA_ARRAY(p->a, bool, p->d->issue.n + 1);
    const struct spoken_turn input = dossier_turn(p->d, &c->id);
    for (size_t i = 0; i < p->d->contribution_issue.n; i++) {
        const struct contribution_issue *l = &p->d->contribution_issue.v[i];
        const struct issue *issue =
            turn_has(&input, &l->contribution) ? dossier_issue(p->d, &l->issue) : NULL;
        if (issue)
            marks[issue - p->d->issue.v] = true;
    }
    return marks;
}

const char *speech_issues(const struct paper *p, const struct contribution *c)
{
    const bool *marks = speech_issue_marks(p, c);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < p->d->issue.n; i++)
        if (marks[i])
            buf_printf(&b, "%s%zu", b.len ? ", " : "", i + 1);
    return buf_into(&b, p->a);
}

const struct issue *speech_issue(const struct paper *p, const struct contribution *c)
{
    const bool *marks = speech_issue_marks(p, c);
    for (size_t i = 0; i < p->d->issue.n; i++)
        if (marks[i])
            return &p->d->issue.v[i];
    return NULL;
}

/* --- what came of it --- */

const char *speech_questions(const struct paper *p, const struct contribution *answer)
{
    int64_t *v;
    size_t n = answered_numbers(p->d, &answer->id, p->a, &v);
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%lld", i ? ", " : "", (long long)v[i]);
    return buf_into(&b, p->a);
}

const char *speech_forwarded(const struct paper *p, const struct parked *k)
{
    const char *to = paper_or_dots(k->forwarded_to, DOTS_SHORT);
    return arena_printf(p->a, "%s (jawaban paling lambat %s)", to,
                        k->answer_by == NONE ? DOTS_SHORT : paper_date(p, k->answer_by));
}

/* "Kesepakatan nomor 1, 2": the agreed ones in one line, each other one with its state. */
static void add_agreements(struct buf *b, const struct agreement_order *o, const struct outcome *r)
{
    const char *lead = "Kesepakatan nomor ";
    for (size_t i = 0; i < r->n_agreements; i++) {
        const struct agreement *g = r->agreements[i];
        long long number = (long long)agreement_number(o, &g->id);
        if (tally_is_agreed(g)) {
            buf_printf(b, "%s%lld", lead, number);
            lead = ", ";
            continue;
        }
        const char *state = dict_enum_label(ENUMSET_agreement_status, g->status);
        buf_printf(b, "%sButir nomor %lld (%s)", b->len ? "\n" : "", number,
                   *state ? state : "Belum diputuskan");
    }
}

const char *speech_result(const struct paper *p, const struct agreement_order *o,
                          const struct contribution *c)
{
    struct outcome r = outcome_of(p->d, o, &c->id, p->a);
    struct buf b = BUF_INIT;
    add_agreements(&b, o, &r);
    for (size_t i = 0; i < r.n_parked; i++)
        buf_printf(&b, "%sDiparkir, diteruskan kepada %s", b.len ? "\n" : "",
                   speech_forwarded(p, r.parked[i]));
    static const char *const kinds[OUTCOME_COUNT] = {
        [OUTCOME_ANSWERED] = "Dijawab",
        [OUTCOME_UNANSWERED] = "Belum dijawab",
        [OUTCOME_NOTED] = "Dicatat",
    };
    if (b.len == 0 && !answered_is_answer(c))
        buf_puts(&b, TXT(kinds[outcome_kind_of(&r, c)]));
    if (IS_SET(c->gap))
        buf_printf(&b, "%s(catatan belum lengkap)", b.len ? "\n" : "");
    return buf_into(&b, p->a);
}
