#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "model/answered.h"
#include "model/due.h"
#include "model/evidence.h"
#include "model/stages.h"
#include "tests/model/counts.h"
#include "tests/model/whole_forum.h"

#define DAY date_of(2026, 11, 12)

static void look(const struct dossier *d, struct arena *a, struct stage_state out[STAGE_COUNT])
{
    struct note_counts n = counts_of(d);
    stages_of(d, &n, DAY, a, out);
}

static void stages_of__leads_from_an_empty_session_to_the_signed_paper(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct stage_state s[STAGE_COUNT];
    look(dossier_new(a), a, s);
    assert_int_equal(stages_current(s), STAGE_PERSIAPAN);
    assert_string_equal(s[STAGE_PERSIAPAN].missing,
                        "Tema, Unit pelayanan, Tanggal, Tempat, daftar peserta, agenda, isu");
    assert_string_equal(s[STAGE_PERSIAPAN].badge, "7");
    assert_string_equal(s[STAGE_PERSIAPAN].next, "Lengkapi isian pokok sesi");

    struct dossier *d = forum_whole(a);
    d->agreement.n = d->contribution.n = d->document.n = 0;
    look(d, a, s);
    assert_true(s[STAGE_PERSIAPAN].done);
    assert_int_equal(stages_current(s), STAGE_DIALOG);
    assert_string_equal(s[STAGE_DIALOG].missing, "masukan");

    d->contribution.n = 3;
    look(d, a, s); /* documentation holds nobody up */
    assert_int_equal(stages_current(s), STAGE_MUFAKAT);
    assert_false(s[STAGE_DOKUMENTASI].done);
    assert_string_equal(s[STAGE_DOKUMENTASI].badge, "1"); /* what the tick waits for: a photograph */
    d->contribution.v[0].gap = 1;
    look(d, a, s);
    assert_string_equal(s[STAGE_DOKUMENTASI].badge, "2");
    d->contribution.v[0].gap = 0;

    d->agreement.n = 2;
    d->agreement.v[0].responsible = NULL;
    look(d, a, s);
    assert_string_equal(s[STAGE_MUFAKAT].badge, "1/2");
    assert_string_equal(s[STAGE_MUFAKAT].missing, "1 kesepakatan belum lengkap");
    d->agreement.v[0].responsible = "Bidang";
    look(d, a, s);
    assert_true(s[STAGE_MUFAKAT].done);
    assert_int_equal(stages_current(s), STAGE_DOKUMENTASI);
    d->document.n = 1;
    look(d, a, s);
    assert_int_equal(stages_current(s), STAGE_BERITA_ACARA);
    assert_string_equal(s[STAGE_BERITA_ACARA].missing, "naskah dikunci");

    d->lock.n = 1;
    d->signatory.v[0].state = SIGNING_SUDAH;
    look(d, a, s);
    assert_string_equal(s[STAGE_BERITA_ACARA].badge, "1/2");
    assert_string_equal(s[STAGE_BERITA_ACARA].missing, "1 tanda tangan");
    d->signatory.v[1].state = SIGNING_TIDAK;
    look(d, a, s);
    assert_int_equal(stages_current(s), STAGE_TINDAK_LANJUT);
    assert_string_equal(s[STAGE_TINDAK_LANJUT].missing, "2 belum selesai");
    d->agreement.v[0].progress = PROGRESS_SELESAI;
    d->agreement.v[1].progress = PROGRESS_TIDAK_DAPAT;
    look(d, a, s);
    assert_true(s[STAGE_TINDAK_LANJUT].done);
    arena_free(a);
}

static void stages_of__names_overdue_agreements(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    struct stage_state s[STAGE_COUNT];
    struct note_counts n = counts_of(d);
    stages_of(d, &n, date_of(2026, 12, 1), a, s);
    assert_string_equal(s[STAGE_TINDAK_LANJUT].missing, "2 lewat batas, 2 belum selesai");
    stages_of(d, &n, date_of(2026, 11, 30), a, s);
    assert_string_equal(s[STAGE_TINDAK_LANJUT].missing, "2 belum selesai");
    arena_free(a);
}

static void stages_of__follows_up_only_what_was_agreed(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    struct stage_state s[STAGE_COUNT];
    for (size_t i = 0; i < d->agreement.n; i++)
        d->agreement.v[i].status = STATUS_DITUNDA;
    look(d, a, s);
    assert_string_equal(s[STAGE_TINDAK_LANJUT].missing, "kesepakatan");
    d->lock.n = 1; /* the paper says that nothing was agreed */
    look(d, a, s);
    assert_true(s[STAGE_TINDAK_LANJUT].done);
    arena_free(a);
}

/* --- time limits --- */

struct add_case {
    int y, m, d;
    int64_t n, unit;
    const char *iso;
};

static const struct add_case adds[] = {
    {2026, 11, 12, 14, DURATION_HARI_KERJA, "2026-12-02"}, /* Thursday; two weekends and a half */
    {2026, 11, 12, 1, DURATION_HARI_KERJA, "2026-11-13"},
    {2026, 11, 13, 1, DURATION_HARI_KERJA, "2026-11-16"}, /* Friday to Monday */
    {2026, 11, 12, 14, DURATION_HARI_KALENDER, "2026-11-26"},
    {2026, 11, 12, 0, DURATION_HARI_KALENDER, "2026-11-12"},
    {2026, 11, 12, 3, DURATION_BULAN, "2027-02-12"},
    {2027, 1, 31, 1, DURATION_BULAN, "2027-02-28"},
    {2028, 1, 31, 1, DURATION_BULAN, "2028-02-29"},
    {2026, 12, 31, 2, DURATION_BULAN, "2027-02-28"},
    {2026, 11, 30, 12, DURATION_BULAN, "2027-11-30"},
    {2026, 11, 12, -1, DURATION_BULAN, ""},
    {2026, 11, 12, 5, NONE, ""},
    {2026, 11, 12, NONE, DURATION_BULAN, ""}};

static void due_add__counts_working_days_calendar_days_and_months(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof adds / sizeof adds[0]; i++) {
        char got[DATE_TEXT];
        const struct add_case *c = &adds[i];
        date_iso(due_add(date_of(c->y, c->m, c->d), c->n, c->unit), got);
        assert_string_equal(got, c->iso);
    }
    assert_true(due_add(NONE, 1, DURATION_BULAN) == NONE);
}

static void due_effective__follows_the_last_moved_deadline(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    struct agreement *g = d->agreement.v;
    assert_int_equal(due_effective(d, g), date_of(2026, 11, 30));
    d->deadline_move.n = 1;
    d->deadline_move.v[0].agreement = g->id;
    d->deadline_move.v[0].new_due = date_of(2026, 12, 15);
    d->deadline_move.v[0].at = 5;
    assert_int_equal(due_effective(d, g), date_of(2026, 12, 15));
    assert_int_equal(due_original(g, DAY), date_of(2026, 11, 30));
    assert_int_equal(due_overdue_days(d, g, date_of(2026, 12, 15)), 0);
    assert_int_equal(due_overdue_days(d, g, date_of(2026, 12, 17)), 2);
    g->progress = PROGRESS_PROSES;
    assert_int_equal(due_overdue_days(d, g, date_of(2026, 12, 17)), 2);
    static const int64_t closed[] = {PROGRESS_SELESAI, PROGRESS_TIDAK_DAPAT};
    for (int i = 0; i < 2; i++) {
        g->progress = closed[i];
        assert_int_equal(due_overdue_days(d, g, date_of(2026, 12, 17)), 0);
    }
    arena_free(a);
}

/* Somebody put the clock back between the two. */
static void due_effective__follows_what_was_written_last(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    struct agreement *g = d->agreement.v;
    struct deadline_move *m = ARENA_ARRAY(a, struct deadline_move, 2);
    for (int i = 0; i < 2; i++) {
        record_init(&m[i], ENTITY_deadline_move);
        m[i].agreement = g->id;
        m[i].id.b[15] = (uint8_t)(2 - i);
        m[i].at = 10 + i;
    }
    m[0].new_due = date_of(2026, 12, 20);
    m[1].new_due = date_of(2026, 12, 15);
    d->deadline_move.v = m;
    d->deadline_move.n = 2;
    assert_int_equal(due_effective(d, g), date_of(2026, 12, 20));
    arena_free(a);
}

static void due_words__prints_horizon_and_limit(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct agreement g;
    record_init(&g, ENTITY_agreement);
    assert_string_equal(due_words(&g, a), "");
    g.duration = 14;
    assert_string_equal(due_words(&g, a), "");
    g.duration_unit = DURATION_HARI_KERJA;
    assert_string_equal(due_words(&g, a), "14 hari kerja");
    g.horizon = HORIZON_PENDEK;
    assert_string_equal(due_words(&g, a), "Jangka pendek (14 hari kerja)");
    g.due = date_of(2026, 11, 30);
    assert_string_equal(due_words(&g, a), "Jangka pendek (30 November 2026)");
    arena_free(a);
}

static void due_order__puts_the_longest_overdue_first_and_the_done_last(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = dossier_new(a);
    ROWS(d, agreement, 5);
    for (int i = 0; i < 5; i++)
        d->agreement.v[i].number = i + 1;
    d->agreement.v[0].due = DAY - 20;
    d->agreement.v[0].progress = PROGRESS_SELESAI;
    d->agreement.v[2].due = DAY + 3;
    d->agreement.v[3].due = DAY - 3;
    d->agreement.v[4].due = DAY - 9;
    const size_t want[] = {4, 3, 2, 1, 0};
    assert_memory_equal(due_order(d, a), want, sizeof want);
    arena_free(a);
}

/* --- questions and evidence --- */

static void answered_open__lists_questions_first(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    size_t *open;
    assert_int_equal(answered_open(d, &ID_NONE, a, &open),
                     1); /* the usul; the question has its answer */
    assert_int_equal(open[0], 1);
    d->reply.n = 0;
    assert_int_equal(answered_open(d, &ID_NONE, a, &open), 2);
    assert_int_equal(open[0], 0);
    assert_int_equal(answered_open(d, &d->agenda.v[1].id, a, &open), 0);
    d->contribution.v[1].kind = KIND_APRESIASI;
    assert_int_equal(answered_open(d, &d->agenda.v[0].id, a, &open), 1);
    arena_free(a);
}

static void answered_has__needs_a_live_answer(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    const struct contribution **v;
    assert_true(answered_has(d, &d->contribution.v[0].id));
    assert_int_equal(answered_of(d, &d->contribution.v[0].id, a, &v), 1);
    assert_ptr_equal(v[0], &d->contribution.v[2]);
    d->contribution.n = 2; /* the answer was deleted */
    assert_false(answered_has(d, &d->contribution.v[0].id));
    arena_free(a);
}

static void evidence_list__says_what_is_missing_now_and_later(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = forum_whole(a);
    struct evidence v[EVIDENCE_COUNT];
    assert_int_equal(evidence_list(d, v), 9);
    assert_int_equal(v[DOC_FOTO].have, 1);
    assert_string_equal(evidence_words(v, false, a),
                        "belum ada: Undangan, Bahan paparan, SK tim, Notula");
    assert_non_null(strstr(evidence_words(v, true, a), "Berita acara bertanda tangan"));
    for (int k = 0; k < EVIDENCE_COUNT; k++)
        v[k].have = 1;
    assert_string_equal(evidence_words(v, true, a), "lengkap");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stages_of__leads_from_an_empty_session_to_the_signed_paper),
        cmocka_unit_test(stages_of__names_overdue_agreements),
        cmocka_unit_test(stages_of__follows_up_only_what_was_agreed),
        cmocka_unit_test(due_add__counts_working_days_calendar_days_and_months),
        cmocka_unit_test(due_effective__follows_the_last_moved_deadline),
        cmocka_unit_test(due_effective__follows_what_was_written_last),
        cmocka_unit_test(due_words__prints_horizon_and_limit),
        cmocka_unit_test(due_order__puts_the_longest_overdue_first_and_the_done_last),
        cmocka_unit_test(answered_open__lists_questions_first),
        cmocka_unit_test(answered_has__needs_a_live_answer),
        cmocka_unit_test(evidence_list__says_what_is_missing_now_and_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
