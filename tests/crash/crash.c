/* kill -9 while a typist works: crash [rounds] [seed]. Each round starts the program on a slow disk, types a few
 * entries and kills it, mostly between Enter and "tersimpan". Every entry that was called stored must be there once, one in
 * flight at most once, the file sound, and a text that was half typed for a second must be kept as a draft. */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/read.h"
#include "tests/crash/sandbox.h"
#include "tests/pty/pty.h"

static int rounds = 300;
static unsigned seed = 20261112;

enum { ROUNDS_PER_FILE = 50, DRAFT_EVERY = 15, MOST_ENTRIES = 4 };

struct tally {
    int between; /* killed between Enter and "tersimpan" */
    int drafts;
    int next;    /* number of the next entry */
    int stored[ROUNDS_PER_FILE * (MOST_ENTRIES + 1) + 2];
    int n_stored;
    int in_flight[ROUNDS_PER_FILE + 1];
    int n_in_flight;
};

static unsigned chance(unsigned n)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % n;
}

/* The program under test, on a disk whose sync takes `sync_ms`. */
static struct pty *start(const char *session, int sync_ms)
{
    static char preload[512], slow[64];
    const char *build = getenv("MUFAKAT_BUILDDIR");
    static char option[] = "--proyektor", no[] = "tidak"; /* answers the question asked at the start */
    char program[512], *argv[] = {program, option, no, (char *)(uintptr_t)session, NULL};
    static char asan[] = "ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0";
    char *env[] = {preload, slow, asan, NULL};
    assert_non_null(build);
    const char *variant = getenv("MUFAKAT_PROGRAM"); /* a broken variant, for the negative control */
    snprintf(program, sizeof program, "%s", variant ? variant : "");
    if (!variant)
        snprintf(program, sizeof program, "%s/mufakat", build);
    snprintf(preload, sizeof preload, "LD_PRELOAD=%s/tests/faultvfs/faultvfs.so", build);
    snprintf(slow, sizeof slow, "FAULT_SYNC_MS=%d", sync_ms);
    return pty_start(argv, 24, 80, env);
}

static void send_entry(struct pty *p, int n)
{
    char line[128];
    snprintf(line, sizeof line, "0 pengguna: catatan %d: antrean terlalu panjang dan kursi kurang\r", n);
    pty_send(p, line, strlen(line));
    pty_sync_begin(p);
}

static int64_t mono_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Types entries that are waited for, then one that is not, and kills. */
static void round_of_entries(struct pty *p, int sync_ms, struct tally *t)
{
    for (unsigned n = chance(MOST_ENTRIES); n > 0; n--) {
        send_entry(p, t->next);
        pty_sync(p);
        t->stored[t->n_stored++] = t->next++;
    }
    int64_t wait_us = chance((unsigned)sync_ms * 1000), start = mono_us();
    send_entry(p, t->next);
    while (mono_us() - start < wait_us && !pty_synced(p))
        pty_pump(p, 1);
    pty_kill(p, SIGKILL);
    if (pty_synced(p)) {
        t->stored[t->n_stored++] = t->next++;
    } else {
        t->between++;
        t->in_flight[t->n_in_flight++] = t->next++;
    }
}

#define HALF_TYPED "setengah jadi nomor"

static void round_of_drafts(struct pty *p, int n, struct tally *t)
{
    char text[64];
    snprintf(text, sizeof text, HALF_TYPED " %d", n);
    pty_type(p, text);
    pty_pump(p, 1300); /* the promise is: at most one second old, and the slow disk's sync on top */
    pty_kill(p, SIGKILL);
    t->drafts++;
}

static void check_draft(struct app *a, int n)
{
    struct arena *ar = arena_new();
    struct draft *v;
    size_t count;
    struct err e;
    bool found = false;
    char *wanted = arena_printf(ar, HALF_TYPED " %d", n);
    assert_int_equal(read_drafts(a, ar, &v, &count, &e), ERR_NONE);
    for (size_t i = 0; i < count; i++)
        found |= strcmp(v[i].text, wanted) == 0;
    if (!found)
        fail_msg("the half-typed text of round %d was not kept (%zu drafts)", n, count);
    arena_free(ar);
}

static void check_entries(struct app *a, const struct tally *t)
{
    for (int i = 0; i < t->n_stored; i++)
        if (session_count(a, t->stored[i]) != 1)
            fail_msg("entry %d was called stored and is there %d times", t->stored[i], session_count(a, t->stored[i]));
    for (int i = 0; i < t->n_in_flight; i++)
        if (session_count(a, t->in_flight[i]) > 1)
            fail_msg("entry %d is there twice", t->in_flight[i]);
}

static void rounds_on_one_file(int from, int to, struct tally *t)
{
    sandbox_make();
    const char *session = sandbox_path("day.fkp");
    app_close(session_make(session));
    t->n_stored = t->n_in_flight = 0;
    t->next = 1;
    for (int n = from; n < to; n++) {
        bool draft = n % DRAFT_EVERY == 0;
        int sync_ms = 10 + (int)chance(30);
        struct pty *p = start(session, draft ? 0 : sync_ms);
        pty_key(p, "F3");
        while (pty_shows(p, HALF_TYPED)) { /* drafts of earlier rounds are offered, one after the other: throw them away */
            pty_key(p, "Left");
            pty_key(p, "Enter");
        }
        pty_key(p, "F3");
        if (draft)
            round_of_drafts(p, n, t);
        else
            round_of_entries(p, sync_ms, t);
        pty_free(p);
        struct app *a = session_open(session);
        check_entries(a, t);
        if (draft)
            check_draft(a, n);
        if (n % 10 == 0 || n == to - 1)
            session_assert_sound(a);
        app_close(a);
    }
    sandbox_remove();
}

static void killed_while_typing__loses_nothing(void **state)
{
    struct tally t = {0};
    (void)state;
    for (int n = 0; n < rounds; n += ROUNDS_PER_FILE)
        rounds_on_one_file(n, n + ROUNDS_PER_FILE < rounds ? n + ROUNDS_PER_FILE : rounds, &t);
    printf("%d rounds, %d killed between Enter and tersimpan, %d with a draft\n", rounds, t.between, t.drafts);
    assert_true(t.between * 2 >= rounds);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(killed_while_typing__loses_nothing)};
    if (argc > 1)
        rounds = atoi(argv[1]);
    if (argc > 2)
        seed = (unsigned)strtoul(argv[2], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
