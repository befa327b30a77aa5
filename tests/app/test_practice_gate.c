/* The practice session is complete up to before the lock: the rules must say so (sample-session
 * 2-9). */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/data_read.h"
#include "base/file.h"
#include "model/due.h"
#include "model/evidence.h"
#include "model/gate.h"
#include "model/stages.h"
#include "tests/model/counts.h"

static struct dossier *practice(struct arena *a)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    struct dossier *d = NULL;
    char path[1000];
    snprintf(path, sizeof path, "%s/data/contoh.json", getenv("MUFAKAT_SRCDIR"));
    if (file_read(path, 1 << 20, &b, &e) != ERR_NONE ||
        data_read(b.p, b.len, 1794454920000, a, &d, &e) != ERR_NONE)
        fail_msg("%s", e.text);
    buf_done(&b);
    return d;
}

/* What is left to look at; nothing of it stops the lock. */
static const char *const worth_a_look[] = {"agreement_outside"};

static void practice_gate__has_nothing_that_stops_the_lock(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct gate g = gate_check(practice(a), a);
    for (size_t i = 0; i < g.n; i++) {
        bool known = g.v[i].level == GATE_OK;
        for (size_t k = 0; k < sizeof worth_a_look / sizeof worth_a_look[0]; k++)
            known |= g.v[i].level == GATE_LIHAT && strcmp(g.v[i].code, worth_a_look[k]) == 0;
        if (!known)
            fail_msg("%s %s: %s", gate_level_words(g.v[i].level), g.v[i].code, g.v[i].text);
    }
    static const char *const said[] = {"Hadir 24 orang, unsur masyarakat 5 dari 5",
                                       "14 masukan tercatat", "6 kesepakatan terisi lengkap",
                                       "Hasil sudah dibacakan"};
    for (size_t k = 0; k < sizeof said / sizeof said[0]; k++) {
        bool found = false;
        for (size_t i = 0; i < g.n; i++)
            found |= strcmp(g.v[i].text, said[k]) == 0;
        if (!found)
            fail_msg("not said: %s", said[k]);
    }
    arena_free(a);
}

static void practice_stages__stand_before_the_berita_acara(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = practice(a);
    struct stage_state s[STAGE_COUNT];
    struct note_counts n = counts_of(d);
    stages_of(d, &n, date_of(2026, 11, 12), a, s);
    assert_int_equal(n.counted, 14);
    assert_int_equal(n.gaps, 0);
    assert_int_equal(stages_current(s), STAGE_BERITA_ACARA);
    assert_string_equal(s[STAGE_MUFAKAT].badge, "6/6");
    assert_string_equal(s[STAGE_BERITA_ACARA].missing, "naskah dikunci");
    arena_free(a);
}

static void practice_due__prints_the_limits_of_the_day(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct dossier *d = practice(a);
    assert_int_equal(d->agreement.n, 6);
    assert_string_equal(due_words(&d->agreement.v[0], a), "Jangka pendek (30 November 2026)");
    assert_string_equal(due_words(&d->agreement.v[4], a), "Jangka menengah (9 April 2027)");
    assert_int_equal(due_overdue_days(d, &d->agreement.v[0], date_of(2026, 12, 2)), 2);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(practice_gate__has_nothing_that_stops_the_lock),
        cmocka_unit_test(practice_stages__stand_before_the_berita_acara),
        cmocka_unit_test(practice_due__prints_the_limits_of_the_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
