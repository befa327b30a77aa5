/* The sheet of figures (domain 14): every row a part, what is counted, and how many, so that it can
 * be sorted, filtered and added up as it is. */
#include "config.h"

#include "doc/book_parts.h"
#include "doc/speech.h"

#include "base/text.h"
#include "model/tally.h"

enum { COL_PART, COL_WHAT, COL_L, COL_P, COL_UNKNOWN, COL_COUNTED, COL_COUNT };

static const struct book_choice choices[COL_COUNT] = {
    [COL_PART] = {{"Bagian", 38}, false},      [COL_WHAT] = {{"Rincian", 46}, false},
    [COL_L] = {{"Laki-laki", 11}, false},      [COL_P] = {{"Perempuan", 11}, false},
    [COL_UNKNOWN] = {{"L/P Kosong", 12}, false}, [COL_COUNTED] = {{"Jumlah", 10}, false},
};

static void row(struct book_maker *m, const char *part, const char *what, struct cell counted)
{
    const struct cell all[COL_COUNT] = {
        [COL_PART] = book_text(m->b, part),
        [COL_WHAT] = book_text(m->b, what),
        [COL_COUNTED] = counted,
    };
    book_add(m, all);
}

static void count(struct book_maker *m, const char *part, const char *what, int64_t n)
{
    row(m, part, what, book_integer(n));
}

/* One row for each value of a closed list; what has none only when there is such a thing. */
static void by_value(struct book_maker *m, const char *part, enum enum_set_id set,
                     const int64_t *counts)
{
    int n = dict_enum(set)->n;
    for (int i = 0; i < n; i++)
        count(m, part, dict_enum_label(set, i), counts[i]);
    if (counts[n])
        count(m, part, "tidak diisi", counts[n]);
}

/* In the words of the papers; notes of ceremony are never counted. */
static void by_kind(struct book_maker *m, const int64_t *counts)
{
    const char *part = "Masukan per jenis";
    for (int i = 0; i < contribution_kind_COUNT; i++)
        if (i != KIND_CATATAN_ACARA)
            count(m, part, speech_kind(&(struct contribution){.kind = i}), counts[i]);
    if (counts[contribution_kind_COUNT])
        count(m, part, "tidak diisi", counts[contribution_kind_COUNT]);
}

static void present_row(struct book_maker *m, const char *part, const char *what,
                        const int64_t *by_sex, int64_t all)
{
    const struct cell cells[COL_COUNT] = {
        [COL_PART] = book_text(m->b, part),
        [COL_WHAT] = book_text(m->b, what),
        [COL_L] = book_integer(by_sex[SEX_L]),
        [COL_P] = book_integer(by_sex[SEX_P]),
        [COL_UNKNOWN] = book_integer(by_sex[COVERAGE_UNKNOWN]),
        [COL_COUNTED] = book_integer(all),
    };
    book_add(m, cells);
}

static void people(struct book_maker *m, const struct tally *t)
{
    const struct coverage *c = &t->people;
    const char *part = "Kehadiran per unsur";
    present_row(m, "Kehadiran", "Seluruh peserta hadir", c->by_sex, c->present);
    for (int u = 0; u < unsur_COUNT; u++)
        present_row(m, part, dict_enum_label(ENUMSET_unsur, u), c->count[u], c->by_unsur[u]);
    if (c->by_unsur[COVERAGE_OTHER])
        present_row(m, part, "tidak diisi", c->count[COVERAGE_OTHER], c->by_unsur[COVERAGE_OTHER]);
    count(m, "Cakupan unsur", "Unsur hadir (dari 6)", c->unsur);
    count(m, "Cakupan unsur", "Unsur masyarakat hadir (dari 5)", c->masyarakat);
    count(m, "Undangan", "Diundang", t->invited);
    count(m, "Undangan", "Diundang dan hadir sendiri", t->invited_came);
    count(m, "Undangan", "Diundang dan diwakili", t->invited_by_others);
    count(m, "Undangan", "Diundang dan tidak hadir",
          t->invited - t->invited_came - t->invited_by_others);
    count(m, "Undangan", "Hadir tanpa undangan", t->walked_in);
}

static void inputs(struct book_maker *m, const struct tally *t)
{
    count(m, "Masukan", "Seluruh masukan dan tanggapan", t->inputs);
    count(m, "Masukan", "Masukan", t->inputs - t->answers);
    count(m, "Masukan", "Tanggapan", t->answers);
    count(m, "Masukan", "Perlu jawaban", t->expecting);
    count(m, "Masukan", "Sudah dijawab", t->answered);
    count(m, "Masukan", "Belum dijawab", t->expecting - t->answered);
    by_kind(m, t->by_kind);
    by_value(m, "Masukan per unsur pembicara", ENUMSET_unsur, t->by_unsur);
    by_value(m, "Masukan per saluran", ENUMSET_contribution_channel, t->by_channel);
    by_value(m, "Masukan per unsur SKM", ENUMSET_skm_element, t->by_skm);
    by_value(m, "Masukan per komponen standar pelayanan", ENUMSET_sp_component, t->by_sp);
}

static void agreements(struct book_maker *m, const struct tally *t)
{
    struct tally_office *v;
    size_t n = tally_offices(m->p.d, m->p.a, &v);
    count(m, "Kesepakatan", "Seluruh butir", t->agreements);
    count(m, "Kesepakatan", "Disepakati", t->agreed);
    count(m, "Kesepakatan", "Keberatan", t->objections);
    count(m, "Kesepakatan", "Usulan yang belum diakomodasi", t->parked);
    by_value(m, "Kesepakatan per status", ENUMSET_agreement_status, t->by_status);
    by_value(m, "Kesepakatan per jangka waktu", ENUMSET_horizon, t->by_horizon);
    for (size_t i = 0; i < n; i++)
        count(m, "Kesepakatan per penanggung jawab", v[i].name ? v[i].name : "tidak diisi",
              v[i].agreements);
    by_value(m, "Tindak lanjut", ENUMSET_progress, t->by_progress);
    row(m, "Tindak lanjut", "Realisasi (persen)", book_decimal(tally_realised(t)));
}

struct book *build_rekap(const struct dossier *d, const struct doc_options *o, struct arena *a)
{
    struct book_maker m = book_begin(d, o, a, "Rekap", "Rekapitulasi", choices, COL_COUNT);
    struct tally t = tally_of(m.p.d);
    people(&m, &t);
    inputs(&m, &t);
    agreements(&m, &t);
    return m.b;
}
