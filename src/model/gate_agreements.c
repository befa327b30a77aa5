/* The gate: agreements, objections, signatories (domain 2.3 gate 3, 6.6, 11.5, 14). */
#include <string.h>

#include "base/text.h"
#include "model/capture.h"
#include "model/due.h"
#include "model/gate_parts.h"
#include "model/tally.h"

#define TALK_AGAIN_PERCENT 25 /* of the hands: back to the dialog (domain 11.5) */

static int64_t number_of(int64_t number, size_t index)
{
    return number == NONE ? (int64_t)index + 1 : number;
}

/* What an agreement must have; a limit and somebody responsible only when it was agreed. */
struct need {
    const char *words;
    int field;
};

static size_t needs_of(const struct agreement *g, struct need out[5])
{
    size_t n = 0;
    bool limit = g->due != NONE || (g->duration != NONE && g->duration_unit != NONE);
    bool agreed = tally_is_agreed(g) || g->status == NONE;
    if (!*TXT(g->problem))
        out[n++] = (struct need){_("masalah"), agreement_F_problem};
    if (!*TXT(g->recommendation))
        out[n++] = (struct need){_("rekomendasi"), agreement_F_recommendation};
    if (agreed && !*TXT(g->responsible))
        out[n++] = (struct need){_("penanggung jawab"), agreement_F_responsible};
    if (agreed && !limit)
        out[n++] = (struct need){_("batas waktu"), agreement_F_due};
    if (g->status == NONE)
        out[n++] = (struct need){_("status"), agreement_F_status};
    return n;
}

static const char *needs_words(const struct need *v, size_t n, struct arena *a)
{
    struct buf b = BUF_INIT;
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "%s%s", i ? ", " : "", v[i].words);
    return buf_into(&b, a);
}

const char *gate_agreement_lacks(const struct agreement *g, struct arena *a)
{
    struct need v[5];
    size_t n = needs_of(g, v);
    return n ? needs_words(v, n, a) : NULL;
}

/* Hands of one stance, and objections written down. */
static int64_t hands(const struct dossier *d, const struct agreement *g, int64_t stance)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->position.n; i++) {
        const struct position *p = &d->position.v[i];
        bool all = stance == NONE && p->stance != NONE;
        if (id_eq(&p->agreement, &g->id) && (all || p->stance == stance))
            n += tally_hands(p);
    }
    return n;
}

static int64_t objections(const struct dossier *d, const struct agreement *g)
{
    int64_t n = 0;
    for (size_t i = 0; i < d->objection.n; i++)
        n += id_eq(&d->objection.v[i].agreement, &g->id);
    return n;
}

/* Status against hands and objections: never plain "mufakat" over somebody's objection. */
static void check_status(struct gate_run *x, const struct agreement *g, int64_t number)
{
    int64_t raised = hands(x->d, g, STANCE_KEBERATAN), written = objections(x->d, g);
    int64_t noted = hands(x->d, g, STANCE_CATATAN);
    const char *text = NULL;
    enum gate_level level = GATE_PENTING;
    if (raised > 0 && written == 0)
        text = arena_printf(x->a, _("Kesepakatan %lld: %lld keberatan belum ditulis isinya"),
                            (long long)number, (long long)raised);
    else if (g->status == STATUS_MUFAKAT && raised + written > 0)
        text = arena_printf(x->a, _("Kesepakatan %lld: berstatus mufakat padahal ada keberatan"),
                            (long long)number);
    else if (g->status == STATUS_TIDAK_MUFAKAT && raised + written == 0)
        text = arena_printf(x->a,
                            _("Kesepakatan %lld: tidak mufakat, tetapi keberatannya belum dicatat"),
                            (long long)number);
    else if (g->status == STATUS_DENGAN_CATATAN && raised + written + noted == 0 &&
             !*TXT(g->status_reason)) {
        level = GATE_LIHAT;
        text = arena_printf(x->a,
                            _("Kesepakatan %lld: dengan catatan, tetapi catatannya belum ditulis"),
                            (long long)number);
    } else if ((g->status == STATUS_DITUNDA || g->status == STATUS_TIDAK_DIAKOMODASI) &&
               !*TXT(g->status_reason)) {
        level = GATE_LIHAT;
        text = arena_printf(x->a, _("Kesepakatan %lld: %s, tetapi alasannya belum ditulis"),
                            (long long)number,
                            dict_enum_words(ENUMSET_agreement_status, g->status));
    }
    if (text)
        gate_at(x, level, "agreement_status", ENTITY_agreement, &g->id, agreement_F_status, text);
}

static void check_talk_again(struct gate_run *x, const struct agreement *g, int64_t number)
{
    int64_t again = hands(x->d, g, STANCE_BAHAS), all = hands(x->d, g, NONE);
    if (again > 0 && again * 100 >= all * TALK_AGAIN_PERCENT)
        gate_at(x, GATE_LIHAT, "agreement_talk", ENTITY_agreement, &g->id, -1,
                arena_printf(x->a, _("Kesepakatan %lld: %lld dari %lld suara minta dibahas lagi"),
                             (long long)number, (long long)again, (long long)all));
}

static bool has_source(const struct dossier *d, const struct agreement *g)
{
    for (size_t i = 0; i < d->agreement_contribution.n; i++)
        if (id_eq(&d->agreement_contribution.v[i].agreement, &g->id))
            return true;
    return false;
}

static bool signs_for(const struct dossier *d, const char *organization)
{
    for (size_t i = 0; i < d->signatory.n; i++) {
        const struct participant *p = dossier_participant(d, &d->signatory.v[i].participant);
        if ((p && strcmp(TXT(p->organization), organization) == 0) ||
            (d->signatory.v[i].position && strstr(d->signatory.v[i].position, organization)))
            return true;
    }
    return false;
}

/* Another agency made responsible should sign, else it has promised nothing. */
static void check_outside(struct gate_run *x, const struct agreement *g, int64_t number)
{
    const char *outside = NULL;
    if (!tally_is_agreed(g))
        return;
    const char *responsible = text_fold(x->a, TXT(g->responsible));
    for (size_t i = 0; !outside && i < x->d->participant.n; i++) {
        const struct participant *p = &x->d->participant.v[i];
        const char *org = TXT(p->organization);
        if (p->unsur != UNSUR_PENYELENGGARA && p->unsur != NONE && strlen(org) >= 4 &&
            strstr(responsible, text_fold(x->a, org)) && !signs_for(x->d, org))
            outside = org;
    }
    if (outside || g->feasibility == FEASIBLE_INSTANSI_LAIN)
        gate_at(x, GATE_LIHAT, "agreement_outside", ENTITY_agreement, &g->id,
                agreement_F_responsible,
                arena_printf(x->a,
                             _("Kesepakatan %lld: penanggung jawab di luar unit ini%s%s; wakilnya "
                               "menandatangani?"),
                             (long long)number, outside ? ", " : "", outside ? outside : ""));
}

static void check_agreement(struct gate_run *x, const struct agreement *g, int64_t number)
{
    struct need v[5];
    size_t n = needs_of(g, v);
    if (n > 0)
        gate_at(x, GATE_PENTING, "agreement_lacks", ENTITY_agreement, &g->id, v[0].field,
                arena_printf(x->a, _("Kesepakatan %lld: belum ada %s"), (long long)number,
                             needs_words(v, n, x->a)));
    check_status(x, g, number);
    check_talk_again(x, g, number);
    if (capture_has_gap(g->problem) || capture_has_gap(g->recommendation) ||
        capture_has_gap(g->responsible))
        gate_at(x, GATE_LIHAT, "agreement_gap", ENTITY_agreement, &g->id,
                agreement_F_recommendation,
                arena_printf(x->a,
                             _("Kesepakatan %lld: tanda @@ dicetak sebagai titik-titik untuk pena"),
                             (long long)number));
    if (!has_source(x->d, g))
        gate_at(x, GATE_LIHAT, "agreement_source", ENTITY_agreement, &g->id, -1,
                arena_printf(x->a, _("Kesepakatan %lld: belum dikaitkan dengan masukan"),
                             (long long)number));
    int64_t date = dossier_session(x->d)->date, due = due_original(g, date);
    if (due != NONE && date != NONE && due < date)
        gate_at(x, GATE_LIHAT, "agreement_due", ENTITY_agreement, &g->id, agreement_F_due,
                arena_printf(x->a, _("Kesepakatan %lld: batas waktu sebelum tanggal forum"),
                             (long long)number));
    check_outside(x, g, number);
}

/* Reading aloud (domain 2.3): the whole text once, or each agreement. */
static void check_read_aloud(struct gate_run *x)
{
    struct buf b = BUF_INIT;
    size_t unread = 0;
    const struct agreement *first = NULL;
    for (size_t i = 0; i < x->d->agreement.n; i++) {
        const struct agreement *g = &x->d->agreement.v[i];
        if (g->read_aloud_at != NONE)
            continue;
        first = first ? first : g;
        unread++;
        gate_list_number(&b, number_of(g->number, i));
    }
    const char *numbers = buf_into(&b, x->a);
    const struct session *s = dossier_session(x->d);
    bool as_a_whole = s->read_aloud_at != NONE && unread == x->d->agreement.n; /* each by itself was not marked */
    if (as_a_whole || unread == 0)
        gate_say(x, GATE_OK, "read_aloud", _("Hasil sudah dibacakan"));
    else if (unread == x->d->agreement.n)
        gate_at(x, GATE_PENTING, "read_aloud", ENTITY_session, &s->id, session_F_read_aloud_at,
                _("Hasil belum dibacakan di depan forum"));
    else
        gate_at(x, GATE_LIHAT, "read_aloud", ENTITY_agreement, &first->id, -1,
                arena_printf(x->a, _("Belum dibacakan: kesepakatan %s"), numbers));
}

static void check_same_number(struct gate_run *x, size_t i)
{
    const struct agreement *g = &x->d->agreement.v[i];
    for (size_t j = 0; g->number != NONE && j < i; j++)
        if (x->d->agreement.v[j].number == g->number)
            gate_at(x, GATE_LIHAT, "agreement_number", ENTITY_agreement, &g->id, -1,
                    arena_printf(x->a, _("Dua kesepakatan bernomor %lld"), (long long)g->number));
}

void gate_agreements(struct gate_run *x)
{
    size_t n = x->d->agreement.n;
    if (n == 0) {
        gate_say(x, GATE_PENTING, "agreements", _("Belum ada kesepakatan"));
        return;
    }
    size_t whole = 0;
    struct need v[5];
    for (size_t i = 0; i < n; i++)
        whole += needs_of(&x->d->agreement.v[i], v) == 0;
    if (whole == n)
        gate_say(x, GATE_OK, "agreements",
                 arena_printf(x->a, _("%zu kesepakatan terisi lengkap"), n));
    for (size_t i = 0; i < n; i++)
        check_same_number(x, i);
    for (size_t i = 0; i < n; i++)
        check_agreement(x, &x->d->agreement.v[i], number_of(x->d->agreement.v[i].number, i));
    check_read_aloud(x);
}

/* --- objections: never lost, never without a reason or the words that none was given --- */

static void check_objection(struct gate_run *x, const struct objection *o)
{
    const struct agreement *g = dossier_agreement(x->d, &o->agreement);
    const char *party = *TXT(o->party) ? o->party : _("tanpa pihak");
    const char *of = arena_printf(x->a, _("Kesepakatan %lld: keberatan %s"),
                                  (long long)(g && g->number != NONE ? g->number : 0), party);
    if (!g) {
        gate_at(x, GATE_PENTING, "objection_loose", ENTITY_objection, &o->id, objection_F_agreement,
                arena_printf(x->a, _("Keberatan %s belum melekat pada kesepakatan"), party));
        return;
    }
    if (!*TXT(o->party))
        gate_at(x, GATE_PENTING, "objection_party", ENTITY_objection, &o->id, objection_F_party,
                arena_printf(x->a, _("%s: pihak yang dicetak belum diisi"), of));
    if (!*TXT(o->text))
        gate_at(x, GATE_PENTING, "objection_text", ENTITY_objection, &o->id, objection_F_text,
                arena_printf(x->a, _("%s tanpa isi"), of));
    if (!*TXT(o->reason) && !IS_SET(o->reason_withheld))
        gate_at(x, GATE_PENTING, "objection_reason", ENTITY_objection, &o->id, objection_F_reason,
                arena_printf(x->a, _("%s tanpa alasan"), of));
    if (!*TXT(o->reply))
        gate_at(x, GATE_LIHAT, "objection_reply", ENTITY_objection, &o->id, objection_F_reply,
                arena_printf(x->a, _("%s belum dijawab penyelenggara"), of));
    if (!IS_SET(o->read_back))
        gate_at(x, GATE_LIHAT, "objection_read_back", ENTITY_objection, &o->id,
                objection_F_read_back,
                arena_printf(x->a, _("%s belum dibacakan kembali kepada penyampai"), of));
}

void gate_objections(struct gate_run *x)
{
    for (size_t i = 0; i < x->d->objection.n; i++)
        check_objection(x, &x->d->objection.v[i]);
}

/* --- who signs --- */

static void check_signatory(struct gate_run *x, size_t i)
{
    const struct signatory *s = &x->d->signatory.v[i];
    const struct participant *p = dossier_participant(x->d, &s->participant);
    const char *name = *TXT(s->name) ? s->name : p && *TXT(p->name) ? p->name : NULL;
    if (!name)
        gate_at(x, GATE_PENTING, "signatory_name", ENTITY_signatory, &s->id, signatory_F_name,
                arena_printf(x->a, _("Penanda tangan %zu belum bernama"), i + 1));
    for (size_t j = 0; p && j < i; j++)
        if (id_eq(&x->d->signatory.v[j].participant, &s->participant))
            gate_at(x, GATE_LIHAT, "signatory_twice", ENTITY_signatory, &s->id, -1,
                    arena_printf(x->a, _("%s tercantum dua kali sebagai penanda tangan"),
                                 name ? name : "-"));
    if (p && p->attendance != ATTENDANCE_HADIR)
        gate_add(x->g, x->a, GATE_LIHAT, "signatory_absent", true, ENTITY_signatory, &s->id, -1,
                 arena_printf(x->a, _("%s menandatangani, tetapi tidak ditandai hadir"),
                              name ? name : "-"));
}

/* What the chosen form of the paper has a place for (domain 6.2, 6.4). */
static void check_variant(struct gate_run *x, int64_t provider, int64_t public, int64_t chairs)
{
    const struct session *s = dossier_session(x->d);
    if (s->ba_variant == VARIANT_B && chairs == 0)
        gate_say(x, GATE_LIHAT, "variant_chair",
                 _("Bentuk B ditandatangani pimpinan sidang: belum ada penanda tangan sebagai "
                   "Moderator, tempatnya dicetak bertitik-titik"));
    if (s->ba_variant == VARIANT_D && (provider == 0 || public == 0))
        gate_say(x, GATE_PENTING, "variant_parties",
                 _("Bentuk D memerlukan dua pihak: penanda tangan penyelenggara dan wakil "
                   "masyarakat"));
}

void gate_signatories(struct gate_run *x)
{
    int64_t chairs = 0;
    int64_t provider = 0, public = 0;
    for (size_t i = 0; i < x->d->signatory.n; i++) {
        provider += x->d->signatory.v[i].role == SIGN_PENYELENGGARA;
        public += x->d->signatory.v[i].role == SIGN_WAKIL_MASYARAKAT;
        chairs += x->d->signatory.v[i].role == SIGN_MODERATOR;
        check_signatory(x, i);
    }
    const char *text = arena_printf(x->a, _("Penanda tangan: penyelenggara %lld, masyarakat %lld"),
                                    (long long)provider, (long long)public);
    gate_say(x, provider > 0 && public > 0 ? GATE_OK : GATE_PENTING, "signatories", text);
    check_variant(x, provider, public, chairs);
}
