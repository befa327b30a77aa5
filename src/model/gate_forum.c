/* The gate: session, attendance, agenda, dialog, documents. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/answered.h"
#include "model/capture.h"
#include "model/coverage.h"
#include "model/gate_parts.h"
#include "model/names.h"
#include "model/validate.h"

/* --- the session's own fields --- */

/* Printed, and missed by everybody who reads the paper, but not required to hold a forum. */
static const int printed_fields[] = {session_F_institution, session_F_unit_head, session_F_town,
                                     session_F_start_time};

static void not_given(struct gate_run *x, enum gate_level level, const char *code, int f)
{
    gate_at(x, level, code, ENTITY_session, &dossier_session(x->d)->id, f,
            arena_printf(x->a, _("%s belum diisi"), _(dict_field(ENTITY_session, f)->label)));
}

void gate_session(struct gate_run *x)
{
    const struct session *s = dossier_session(x->d);
    char scratch[DATE_TEXT];
    size_t before = x->g->n;
    for (int f = -1; (f = validate_missing(s, ENTITY_session, f + 1)) >= 0;)
        not_given(x, GATE_PENTING, "session_required", f);
    for (size_t i = 0; i < sizeof printed_fields / sizeof printed_fields[0]; i++)
        if (record_get(s, ENTITY_session, printed_fields[i], scratch).type == VALUE_NULL)
            not_given(x, GATE_LIHAT, "session_printed", printed_fields[i]);
    if (s->end_time != NONE && s->start_time != NONE && s->end_time < s->start_time)
        gate_at(x, GATE_LIHAT, "session_times", ENTITY_session, &s->id, session_F_end_time,
                _("Jam selesai lebih awal daripada jam mulai"));
    if (x->g->n == before)
        gate_say(x, GATE_OK, "session", _("Tema, unit, tanggal, dan tempat terisi"));
}

/* --- who is in the room (domain 2.3, gate 1) --- */

static const char *attendance_words(const struct coverage *c, struct arena *a)
{
    if (c->masyarakat == COVERAGE_MAX)
        return arena_printf(a, _("Hadir %lld orang, unsur masyarakat 5 dari 5"),
                            (long long)c->present);
    return arena_printf(a, _("Hadir %lld orang, unsur masyarakat %d dari 5 (belum: %s)"),
                        (long long)c->present, c->masyarakat, coverage_missing_words(c, a));
}

static void note_undecided(struct gate_run *x)
{
    int64_t undecided = 0, nameless = 0;
    const struct participant *first = NULL, *first_nameless = NULL;
    for (size_t i = 0; i < x->d->participant.n; i++) {
        const struct participant *p = &x->d->participant.v[i];
        bool open =
            p->role == ROLE_PESERTA && (p->attendance == NONE || p->attendance == ATTENDANCE_BELUM);
        if (open && undecided++ == 0)
            first = p;
        if (coverage_counts(p) && !*TXT(p->name) && nameless++ == 0)
            first_nameless = p;
    }
    if (first)
        gate_at(x, GATE_LIHAT, "attendance_open", ENTITY_participant, &first->id,
                participant_F_attendance,
                arena_printf(x->a, _("%lld undangan belum ditandai hadir atau tidak"),
                             (long long)undecided));
    if (first_nameless)
        gate_at(x, GATE_LIHAT, "attendance_nameless", ENTITY_participant, &first_nameless->id,
                participant_F_name,
                arena_printf(x->a, _("%lld orang hadir belum bernama"), (long long)nameless));
}

static void note_unknown_unsur(struct gate_run *x, int64_t n)
{
    for (size_t i = 0; n > 0 && i < x->d->participant.n; i++) {
        const struct participant *p = &x->d->participant.v[i];
        if (!coverage_counts(p) || p->unsur != NONE)
            continue;
        gate_at(x, GATE_LIHAT, "attendance_unsur", ENTITY_participant, &p->id, participant_F_unsur,
                arena_printf(x->a, _("%lld orang hadir belum berunsur, tidak ikut hitungan unsur"),
                             (long long)n));
        return;
    }
}

/* Two rows whose names differ only in titles; told to the operator, not to the wall. */
static void note_duplicates(struct gate_run *x)
{
    const struct participant *v = x->d->participant.v;
    size_t n = x->d->participant.n;
    const char **keys = ARENA_ARRAY(x->a, const char *, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (!coverage_counts(&v[i]) || !*TXT(v[i].name))
            continue;
        keys[i] = names_key(v[i].name, x->a);
        for (size_t j = 0; j < i; j++)
            if (keys[j] && strcmp(keys[i], keys[j]) == 0)
                gate_add(x->g, x->a, GATE_LIHAT, "attendance_twice", true, ENTITY_participant,
                         &v[i].id, participant_F_name,
                         arena_printf(x->a, _("%s dan %s: mungkin orang yang sama"), v[j].name,
                                      v[i].name));
    }
}

/* Two laptops may have given the same number before they were merged (architecture 3). */
static void note_same_numbers(struct gate_run *x)
{
    for (size_t i = 0; i < x->d->participant.n; i++) {
        const struct participant *p = &x->d->participant.v[i];
        for (size_t j = 0; p->number != NONE && j < i; j++)
            if (x->d->participant.v[j].number == p->number)
                gate_at(x, GATE_LIHAT, "attendance_number", ENTITY_participant, &p->id,
                        participant_F_number,
                        arena_printf(x->a, _("Nomor hadir %lld dipakai dua orang"),
                                     (long long)p->number));
    }
}

void gate_attendance(struct gate_run *x)
{
    struct coverage c = coverage_of(x->d->participant.v, x->d->participant.n);
    if (c.present == 0)
        gate_say(x, GATE_PENTING, "attendance", _("Belum ada peserta yang ditandai hadir"));
    else if (c.by_unsur[UNSUR_PENYELENGGARA] == 0)
        gate_say(x, GATE_PENTING, "attendance", _("Belum ada wakil penyelenggara yang hadir"));
    else if (c.masyarakat == 0)
        gate_say(x, GATE_PENTING, "attendance", _("Belum ada unsur masyarakat yang hadir"));
    else
        gate_say(x, GATE_OK, "attendance", attendance_words(&c, x->a));
    note_undecided(x);
    note_unknown_unsur(x, c.by_unsur[COVERAGE_OTHER]);
    note_duplicates(x);
    note_same_numbers(x);
}

/* --- the agenda --- */

static bool was_held(const struct dossier *d, const struct agenda *g)
{
    if (g->started_at != NONE)
        return true;
    for (size_t i = 0; i < d->contribution.n; i++)
        if (id_eq(&d->contribution.v[i].agenda, &g->id))
            return true;
    return false;
}

void gate_agenda(struct gate_run *x)
{
    int64_t all = 0, held = 0;
    const struct agenda *open = NULL;
    for (size_t i = 0; i < x->d->agenda.n; i++) {
        const struct agenda *g = &x->d->agenda.v[i];
        if (g->kind != AGENDA_DISKUSI)
            continue;
        bool done = was_held(x->d, g);
        all++;
        held += done;
        if (!done && !open)
            open = g;
    }
    if (all == 0)
        gate_say(x, GATE_LIHAT, "agenda", _("Tidak ada agenda diskusi"));
    else if (!open)
        gate_say(x, GATE_OK, "agenda",
                 arena_printf(x->a, _("Semua agenda dibahas (%lld dari %lld)"), (long long)held,
                              (long long)all));
    else
        gate_at(x, GATE_LIHAT, "agenda", ENTITY_agenda, &open->id, -1,
                arena_printf(x->a, _("Agenda dibahas %lld dari %lld, belum: %s"), (long long)held,
                             (long long)all, TXT(open->title)));
}

/* --- what was said --- */

static void note_gaps(struct gate_run *x)
{
    struct buf b = BUF_INIT;
    int64_t n = 0;
    const struct contribution *first = NULL, *told = NULL;
    for (size_t i = 0; i < x->d->contribution.n; i++) {
        const struct contribution *c = &x->d->contribution.v[i];
        if (!capture_has_gap(c->text) && !capture_has_gap(c->wording) &&
            !IS_SET(c->speaker_unknown))
            continue;
        first = first ? first : c;
        n++;
        const struct contribution *turn = dossier_turn_start(x->d, c);
        if (turn != told)
            gate_list_number(&b, turn->number);
        told = turn;
    }
    const char *numbers = buf_into(&b, x->a);
    if (first)
        gate_at(x, GATE_LIHAT, "gaps", ENTITY_contribution, &first->id, contribution_F_text,
                *numbers ? arena_printf(x->a, _("%lld catatan belum lengkap (nomor %s)"),
                                        (long long)n, numbers)
                         : arena_printf(x->a, _("%lld catatan belum lengkap"), (long long)n));
}

/* A question that an agreement was made from has its answer there. */
static bool became_agreement(const struct dossier *d, const struct id *question)
{
    const struct spoken_turn asked = dossier_turn(d, question);
    for (size_t i = 0; i < d->agreement_contribution.n; i++)
        if (turn_has(&asked, &d->agreement_contribution.v[i].contribution) &&
            dossier_agreement(d, &d->agreement_contribution.v[i].agreement))
            return true;
    return false;
}

static void note_unanswered(struct gate_run *x)
{
    size_t *open;
    struct buf b = BUF_INIT;
    int64_t n = 0;
    const struct contribution *first = NULL;
    size_t all = answered_open(x->d, &ID_NONE, x->a, &open);
    for (size_t i = 0; i < all; i++) {
        const struct contribution *c = &x->d->contribution.v[open[i]];
        if (c->kind != KIND_PERTANYAAN || became_agreement(x->d, &c->id))
            continue;
        first = first ? first : c;
        n++;
        gate_list_number(&b, c->number);
    }
    const char *numbers = buf_into(&b, x->a);
    if (first)
        gate_at(x, GATE_LIHAT, "unanswered", ENTITY_contribution, &first->id, -1,
                arena_printf(x->a, _("%lld pertanyaan belum dijawab (nomor %s)"), (long long)n,
                             numbers));
}

static void note_parked(struct gate_run *x)
{
    for (size_t i = 0; i < x->d->parked.n; i++) {
        const struct parked *p = &x->d->parked.v[i];
        const char *lacks = !*TXT(p->reason)         ? _("alasan")
                            : !*TXT(p->forwarded_to) ? _("diteruskan ke mana")
                            : p->answer_by == NONE   ? _("janji jawab")
                                                     : NULL;
        int field = !*TXT(p->reason)         ? parked_F_reason
                    : !*TXT(p->forwarded_to) ? parked_F_forwarded_to
                                             : parked_F_answer_by;
        if (lacks)
            gate_at(x, GATE_LIHAT, "parked", ENTITY_parked, &p->id, field,
                    arena_printf(x->a, _("Tempat parkir %lld: belum ada %s"),
                                 (long long)(p->number == NONE ? (int64_t)i + 1 : p->number),
                                 lacks));
    }
}

void gate_dialog(struct gate_run *x)
{
    int64_t counted = 0;
    for (size_t i = 0; i < x->d->contribution.n; i++)
        counted += dossier_is_input(&x->d->contribution.v[i]);
    if (counted == 0)
        gate_say(x, GATE_PENTING, "inputs", _("Belum ada masukan yang dicatat"));
    else
        gate_say(x, GATE_OK, "inputs",
                 arena_printf(x->a, _("%lld masukan tercatat"), (long long)counted));
    if (counted > 0 && x->d->contribution_issue.n == 0)
        gate_say(x, GATE_LIHAT, "inputs_issue", _("Belum ada masukan yang dikaitkan dengan isu"));
    note_gaps(x);
    note_unanswered(x);
    note_parked(x);
}

/* --- documentation --- */

void gate_documents(struct gate_run *x)
{
    for (size_t i = 0; i < x->d->document.n; i++)
        if (x->d->document.v[i].kind == DOC_FOTO)
            return;
    gate_say(x, GATE_LIHAT, "photos", _("Belum ada foto kegiatan"));
}
