/* The action plan: which agreements, which dates, and how months become columns. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/doc/says.h"

/* The second agreement (number 4 on the screen) was moved once. */
static struct dossier *planned(struct arena *a)
{
    struct dossier *d = fixture_dossier(a);
    struct agreement *g = d->agreement.v;
    g[0].action_plan = "menyusun templat pesan";
    g[0].action_start = date_of(2026, 11, 16);
    g[0].indicator = "95% menerima pesan";
    g[0].proof = "tangkapan layar";
    g[0].progress = PROGRESS_SELESAI;
    g[0].percent = 100;
    g[0].progress_note = "diuji oleh Sutrisno";
    g[3].from_paper = 1;
    d->deadline_move.n = 1;
    d->deadline_move.v = ARENA_ARRAY(a, struct deadline_move, 1);
    struct deadline_move *m = d->deadline_move.v;
    record_init(m, ENTITY_deadline_move);
    m->agreement = g[2].id;
    m->old_due = date_of(2026, 12, 2);
    m->new_due = date_of(2027, 1, 15);
    m->reason = "anggaran baru tersedia";
    return d;
}

static void plan__lists_what_was_agreed_with_its_dates(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(planned(a), "rencana-tindak-lanjut");
    HAS(&b, "page 297 x 210");
    HAS(&b, "columns | No | Masalah | Rekomendasi/Kesepakatan | Rencana Aksi | Penanggung Jawab | "
            "Mulai | Batas Waktu | Indikator/Bukti | Status | Keterangan\n");
    HAS(&b, "| Menyusun templat pesan | Bidang Pelayanan Pendaftaran Penduduk | 16-11-2026 | "
            "30-11-2026 | 95% menerima pesan\\nBukti: tangkapan layar | Selesai (100%) | diuji "
            "oleh Sutrisno\n");
    /* a moved limit counts, and says where it came from; the duration is still told */
    HAS(&b, "| 15-01-2027\\n(14 hari kerja) | ............ | Belum | Batas semula 2 Desember 2026, "
            "menjadi 15 Januari 2027: anggaran baru tersedia.\\nDisepakati dengan catatan.\n");
    HAS(&b, "Menurunkan .................... loket | ............ | ............ | ............ | "
            "............ | ............ | Belum | (dari kertas)\n");
    LACKS(&b, "Menghapus denda");
    LACKS(&b, "row | 4.");
    HAS(&b, "Selesai 1 dari 3 rencana (33,33%); dalam proses 0, belum dimulai 2,");
    buf_done(&b);
    b = published(planned(a), "rencana-tindak-lanjut");
    HAS(&b, "diuji oleh [nama]");
    LACKS(&b, "Sutrisno");
    buf_done(&b);
    arena_free(a);
}

static void months__run_from_the_first_to_the_last(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct buf b = archived(planned(a), "rencana-bulanan");
    HAS(&b, "columns | No | Rencana Aksi | Penanggung Jawab | Nov\n2026 | Des\n2026 | Jan\n2027 | "
            "Batas Waktu\n");
    HAS(&b, "| X |  |  | 30-11-2026\n");
    HAS(&b, "|  |  | X | 15-01-2027\\n(14 hari kerja)\n");
    HAS(&b, "|  |  |  | ............\n"); /* no limit, no month */
    LACKS(&b, "kolom memuat beberapa bulan");
    buf_done(&b);
    arena_free(a);
}

/* A span of years becomes quarters, half years, years: never more than 18 columns. */
static void months__become_longer_when_there_are_many(void **state)
{
    (void)state;
    static const struct {
        int year, month;
        const char *first, *last;
        int columns;
    } cases[] = {
        {2028, 4, "Nov\n2026", "Apr\n2028", 18},
        {2028, 5, "TW IV\n2026", "TW II\n2028", 7},
        {2031, 3, "TW IV\n2026", "TW I\n2031", 18},
        {2031, 4, "Sem. II\n2026", "Sem. I\n2031", 10},
        {2040, 1, "2026", "2040", 15},
        {2060, 1, "2026-2027", "2060-2061", 18},
        {9999, 12, "2000-2999", "9000-9999", 8},
    };
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct dossier *d = planned(a);
        d->deadline_move.v[0].new_due = date_of(cases[i].year, cases[i].month, 1);
        struct buf b = archived(d, "rencana-bulanan");
        HAS(&b, arena_printf(a, "| Penanggung Jawab | %s |", cases[i].first));
        HAS(&b, arena_printf(a, "| %s | Batas Waktu\n", cases[i].last));
        const char *line = strstr(buf_str(&b), "  row | 1.");
        int bars = 0;
        for (; *line != '\n'; line++)
            bars += *line == '|';
        assert_int_equal(bars, cases[i].columns + 4);
        buf_done(&b);
    }
    arena_free(a);
}

static void plan__says_when_there_is_nothing_to_do(void **state)
{
    (void)state;
    static const char *const codes[] = {"rencana-tindak-lanjut", "rencana-bulanan"};
    struct arena *a = arena_new();
    struct dossier *d = planned(a);
    for (size_t i = 0; i < 2; i++) {
        struct buf b = archived(fixture_morning(a), codes[i]);
        HAS(&b, "Belum ada kesepakatan yang dapat ditindaklanjuti.");
        LACKS(&b, "table");
        buf_done(&b);
    }
    /* nothing has a limit, and a start behind the limit is not believed */
    for (size_t i = 0; i < d->agreement.n; i++)
        d->agreement.v[i].due = d->agreement.v[i].duration = d->agreement.v[i].action_start = NONE;
    d->deadline_move.n = 0;
    struct buf b = archived(d, "rencana-bulanan");
    HAS(&b, "columns | No | Rencana Aksi | Penanggung Jawab | Batas Waktu\n");
    buf_done(&b);
    d->agreement.v[0].due = date_of(2026, 11, 30);
    d->agreement.v[0].action_start = date_of(2027, 2, 1);
    b = archived(d, "rencana-bulanan");
    HAS(&b, "columns | No | Rencana Aksi | Penanggung Jawab | Nov\n2026 | Batas Waktu\n");
    buf_done(&b);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plan__lists_what_was_agreed_with_its_dates),
        cmocka_unit_test(months__run_from_the_first_to_the_last),
        cmocka_unit_test(months__become_longer_when_there_are_many),
        cmocka_unit_test(plan__says_when_there_is_nothing_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
