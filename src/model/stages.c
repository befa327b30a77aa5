#include "model/stages.h"

#include "base/buf.h"
#include "base/text.h"
#include "model/coverage.h"
#include "model/due.h"
#include "model/evidence.h"
#include "model/gate.h"
#include "model/tally.h"
#include "model/validate.h"

static const char *const labels[STAGE_COUNT] = {N_("Persiapan"),    N_("Dialog"),
                                                N_("Dokumentasi"),  N_("Mufakat"),
                                                N_("Berita Acara"), N_("Tindak Lanjut")};

const char *stages_label(enum stage s)
{
    return labels[s];
}

struct run {
    const struct dossier *d;
    const struct note_counts *counts;
    int64_t today;
    struct arena *a;
    struct coverage coverage;
};

/* "tema, tempat belum diisi" grows in here. */
struct lacks {
    struct buf b;
    int n;
};

static void lack(struct lacks *l, const char *words)
{
    buf_printf(&l->b, "%s%s", l->n ? ", " : "", words);
    l->n++;
}

/* The state from what is lacking: done when nothing is. */
static void settle(struct stage_state *s, struct lacks *l, const char *next, struct arena *a)
{
    s->done = l->n == 0;
    s->missing = s->done ? "" : arena_strdup(a, buf_str(&l->b));
    s->next = s->done ? "" : next;
    buf_done(&l->b);
}

static void persiapan(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    const struct session *row = dossier_session(x->d);
    for (int f = -1; (f = validate_missing(row, ENTITY_session, f + 1)) >= 0;)
        lack(&l, _(dict_field(ENTITY_session, f)->label));
    bool fields = l.n == 0;
    if (x->d->participant.n == 0)
        lack(&l, _("daftar peserta"));
    if (x->d->agenda.n == 0)
        lack(&l, _("agenda"));
    if (x->d->issue.n == 0)
        lack(&l, _("isu"));
    s->badge = l.n ? arena_printf(x->a, "%d", l.n) : "";
    settle(s, &l,
           !fields                    ? _("Lengkapi isian pokok sesi")
           : x->d->participant.n == 0 ? _("Isi atau impor daftar undangan")
           : x->d->agenda.n == 0      ? _("Susun agenda")
                                      : _("Tulis isu yang akan dibahas"),
           x->a);
}

static void dialog(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    if (x->coverage.by_unsur[UNSUR_PENYELENGGARA] == 0)
        lack(&l, _("penyelenggara hadir"));
    if (x->coverage.masyarakat == 0)
        lack(&l, _("unsur masyarakat hadir"));
    bool met = l.n == 0;
    if (x->counts->counted == 0)
        lack(&l, _("masukan"));
    s->badge =
        x->counts->counted > 0 ? arena_printf(x->a, "%lld", (long long)x->counts->counted) : "";
    settle(s, &l, met ? _("Pilih agenda, catat masukan") : _("Tandai yang hadir"), x->a);
}

static void dokumentasi(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    struct evidence v[EVIDENCE_COUNT];
    evidence_list(x->d, v);
    int64_t open = (v[DOC_FOTO].have == 0) + x->counts->gaps; /* counts down to the tick */
    if (v[DOC_FOTO].have == 0)
        lack(&l, _("foto kegiatan"));
    if (x->counts->gaps > 0)
        lack(&l, arena_printf(x->a, _("%lld catatan belum lengkap"), (long long)x->counts->gaps));
    s->badge = open ? arena_printf(x->a, "%lld", (long long)open) : "";
    settle(s, &l,
           x->counts->gaps > 0 ? _("Lengkapi catatan bertanda @@") : _("Masukkan foto kegiatan"),
           x->a);
}

static bool is_whole(const struct run *x, const struct agreement *g)
{
    return gate_agreement_lacks(g, x->a) == NULL;
}

static void mufakat(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    size_t n = x->d->agreement.n, whole = 0;
    for (size_t i = 0; i < n; i++)
        whole += is_whole(x, &x->d->agreement.v[i]);
    if (n == 0)
        lack(&l, _("kesepakatan"));
    else if (whole < n)
        lack(&l, arena_printf(x->a, _("%zu kesepakatan belum lengkap"), n - whole));
    s->badge = n ? arena_printf(x->a, "%zu/%zu", whole, n) : "";
    settle(s, &l,
           n == 0 ? _("Tandai masukan, buat draf kesepakatan") : _("Lengkapi kesepakatan"),
           x->a);
}

struct signing stages_signing(const struct dossier *d)
{
    struct signing r = {0};
    for (size_t i = 0; i < d->signatory.n; i++) {
        int64_t state = d->signatory.v[i].state;
        r.asked++;
        r.signed_ += state == SIGNING_SUDAH;
        r.later += state == SIGNING_MENYUSUL;
        r.refused += state == SIGNING_TIDAK;
    }
    return r;
}

static void berita_acara(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    struct signing n = stages_signing(x->d);
    bool locked = dossier_lock(x->d) != NULL;
    if (n.asked == 0)
        lack(&l, _("penanda tangan"));
    if (!locked)
        lack(&l, _("naskah dikunci"));
    int64_t open = n.asked - n.signed_ - n.refused;
    if (locked && open > 0)
        lack(&l, arena_printf(x->a, _("%lld tanda tangan"), (long long)open));
    s->badge =
        !locked ? "" : arena_printf(x->a, "%lld/%lld", (long long)n.signed_, (long long)n.asked);
    settle(s, &l,
           n.asked == 0 ? _("Tentukan penanda tangan")
           : !locked    ? _("Periksa, cetak, kunci naskah")
                        : _("Catat tanda tangan"),
           x->a);
}

static void tindak_lanjut(const struct run *x, struct stage_state *s)
{
    struct lacks l = {0};
    size_t n = 0, open = 0, late = 0;
    for (size_t i = 0; i < x->d->agreement.n; i++) {
        const struct agreement *g = &x->d->agreement.v[i];
        bool agreed = tally_is_agreed(g);
        n += agreed;
        open += agreed && g->progress != PROGRESS_SELESAI && g->progress != PROGRESS_TIDAK_DAPAT;
        late += agreed && due_overdue_days(x->d, g, x->today) > 0;
    }
    if (n == 0 && (x->d->agreement.n == 0 || !dossier_lock(x->d))) /* locked: the forum agreed on nothing */
        lack(&l, _("kesepakatan"));
    if (late > 0)
        lack(&l, arena_printf(x->a, _("%zu lewat batas"), late));
    if (open > 0)
        lack(&l, arena_printf(x->a, _("%zu belum selesai"), open));
    s->badge = late ? arena_printf(x->a, "%zu!", late) : "";
    settle(s, &l, _("Catat kemajuan tiap kesepakatan"), x->a);
}

typedef void stage_fn(const struct run *x, struct stage_state *s);
static stage_fn *const stage_fns[STAGE_COUNT] = {persiapan, dialog,       dokumentasi,
                                                 mufakat,   berita_acara, tindak_lanjut};

void stages_of(const struct dossier *frame, const struct note_counts *counts, int64_t today,
               struct arena *a, struct stage_state out[STAGE_COUNT])
{
    struct run x = {frame, counts, today, a,
                    coverage_of(frame->participant.v, frame->participant.n)};
    for (int s = 0; s < STAGE_COUNT; s++) {
        out[s] = (struct stage_state){.label = labels[s], .badge = "", .missing = "", .next = ""};
        stage_fns[s](&x, &out[s]);
    }
}

/* Documentation runs beside the other stages (domain 2.2): it holds nobody up before the berita
 * acara. */
enum stage stages_current(const struct stage_state v[STAGE_COUNT])
{
    for (int s = 0; s < STAGE_COUNT; s++)
        if (!v[s].done && !(s == STAGE_DOKUMENTASI && !v[STAGE_MUFAKAT].done))
            return (enum stage)s;
    return STAGE_TINDAK_LANJUT;
}
