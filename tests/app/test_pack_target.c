/* Where the evidence pack goes: every place that cannot take it is told, and nothing half-written stays. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/app/packing.h"

static void must_fail(struct fixture *f, const struct pack_request *in, enum err_code code, const char *words)
{
    struct pack_result r = {0};
    enum err_code got = make_pack(f->app, in, f->arena, &r, &f->err);
    if (got != code || !strstr(f->err.text, words))
        fail_msg("%s: %s (%s)", err_name(got), got ? f->err.text : r.path, f->err.detail);
}

static void target__must_be_a_folder_that_is_there(void **state)
{
    struct fixture *f = *state;
    const char *file = fixture_inside(f, "berkas");
    assert_int_equal(file_write(file, "x", 1, &f->err), ERR_NONE);
    must_fail(f, &(struct pack_request){.folder = file}, ERR_INPUT, "bukan folder");
    must_fail(f, &(struct pack_request){.folder = fixture_inside(f, "tidak-ada")}, ERR_NOTFOUND, "tidak dapat dibuka");
    must_fail(f, &(struct pack_request){.folder = ""}, ERR_INPUT, "belum diisi");
    assert_string_equal(packing_content(f, file), "x");
}

static void target__a_file_in_the_way_stays(void **state)
{
    struct fixture *f = *state;
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .public_only = true};
    const char *way = arena_printf(f->arena, "%s/2026-11-12-disdukcapil-paket-publikasi", in.folder);
    assert_int_equal(file_write(way, "milik orang", 11, &f->err), ERR_NONE);
    struct pack_result r = packing_make(f, &in);
    assert_string_equal(packing_content(f, way), "milik orang");
    assert_string_equal(r.path, arena_printf(f->arena, "%s-2", way));
}

static void target__without_permission_is_told(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "tertutup");
    if (geteuid() == 0) /* permissions stop everybody but root */
        skip();
    assert_int_equal(chmod(folder, 0500), 0);
    must_fail(f, &(struct pack_request){.folder = folder}, ERR_IO, "tidak dapat ditulis");
    assert_int_equal(chmod(folder, 0700), 0);
    assert_int_equal(packing_entries(folder), 0);
}

/* A file system of our own; only root can have one. */
static bool mount_small(const char *folder, const char *options, unsigned long flags)
{
    return geteuid() == 0 && mount("tmpfs", folder, "tmpfs", flags, options) == 0;
}

static void target__read_only_is_told(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "kunci");
    if (!mount_small(folder, "size=64m", MS_RDONLY))
        skip();
    struct pack_result r;
    enum err_code code = make_pack(f->app, &(struct pack_request){.folder = folder}, f->arena, &r, &f->err);
    assert_int_equal(umount(folder), 0);
    assert_int_equal(code, ERR_IO);
    assert_non_null(strstr(f->err.text, "hanya baca"));
}

static void target__with_too_little_room_is_told_before_anything_is_written(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "sempit");
    if (!mount_small(folder, "size=1m", 0))
        skip();
    struct pack_result r;
    enum err_code code = make_pack(f->app, &(struct pack_request){.folder = folder}, f->arena, &r, &f->err);
    int left = packing_entries(folder);
    assert_int_equal(umount(folder), 0);
    assert_int_equal(code, ERR_FULL);
    assert_non_null(strstr(f->err.text, "Belum ada yang ditulis"));
    assert_int_equal(left, 0);
}

/* A sentence with the folder that the person chose, not with the hidden one. */
static void tells_the_target(struct fixture *f, const char *folder)
{
    if (!strstr(f->err.text, folder) || strstr(f->err.text, ".mufakat-paket"))
        fail_msg("%s", f->err.text);
    assert_non_null(strstr(f->err.text, "Sesi aman"));
}

/* Somebody else takes the room while the pack is being made. */
static void eat_room(void *ctx, int done, int all, const char *name)
{
    struct fixture *fx = ctx;
    char path[600];
    (void)all;
    (void)name;
    if (done != 6)
        return;
    snprintf(path, sizeof path, "%s/penuh/orang-lain", fx->folder);
    FILE *f = fopen(path, "w");
    static const char piece[65536];
    while (fwrite(piece, 1, sizeof piece, f) == sizeof piece && fflush(f) == 0)
        continue;
    fclose(f);
}

static void target__that_fills_up_half_way_keeps_nothing_of_us(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "penuh");
    if (!mount_small(folder, "size=24m", 0))
        skip();
    struct pack_result r;
    const struct pack_request in = {.folder = folder, .step = eat_room, .ctx = f};
    enum err_code code = make_pack(f->app, &in, f->arena, &r, &f->err);
    int left = packing_entries(folder);
    assert_int_equal(umount(folder), 0);
    assert_int_not_equal(code, ERR_NONE);
    tells_the_target(f, folder);
    assert_int_equal(left, 1); /* the file of somebody else */
}

/* Without root: no file may grow beyond 300 kB, as on a disk that is full. */
static void target__that_takes_no_more_bytes_keeps_nothing_of_us(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "tujuan");
    struct rlimit old, tight;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    tight = old;
    tight.rlim_cur = 300000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    struct pack_result r;
    enum err_code code = make_pack(f->app, &(struct pack_request){.folder = folder}, f->arena, &r, &f->err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_not_equal(code, ERR_NONE);
    assert_true(strlen(f->err.text) > 20);
    assert_int_equal(packing_entries(folder), 0);
}

struct breaking {
    struct fixture *f;
    const char *folder;
    int at;    /* step */
    int write; /* end of a pipe: cancel; -1: take the folder away */
};

static void break_at(void *ctx, int done, int all, const char *name)
{
    const struct breaking *b = ctx;
    (void)all;
    (void)name;
    if (done != b->at)
        return;
    if (b->write >= 0)
        assert_int_equal(write(b->write, "", 1), 1);
    else /* the presses that work go on writing while it vanishes */
        assert_int_equal(system(arena_printf(b->f->arena, "until rm -rf '%s' 2>/dev/null; do :; done", b->folder)), 0);
}

static void target__that_vanishes_half_way_is_told(void **state)
{
    struct fixture *f = *state;
    static const int steps[] = {0, 3, 9, 14};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct breaking b = {f, packing_folder(f, arena_printf(f->arena, "stik%zu", i)), steps[i], -1};
        const struct pack_request in = {.folder = b.folder, .step = break_at, .ctx = &b};
        struct pack_result r;
        assert_int_not_equal(make_pack(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
        tells_the_target(f, b.folder);
        assert_int_equal(access(b.folder, F_OK), -1);
    }
}

static void cancel__leaves_nothing_at_any_step(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "tujuan");
    static const int steps[] = {0, 1, 4, 11};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        struct breaking b = {f, folder, steps[i], ends[1]};
        const struct pack_request in = {.folder = folder, .step = break_at, .ctx = &b, .cancel_fd = ends[0]};
        struct pack_result r = {0};
        assert_int_equal(make_pack(f->app, &in, f->arena, &r, &f->err), ERR_BUSY);
        assert_true(r.cancelled);
        assert_int_equal(packing_entries(folder), 0);
        close(ends[0]);
        close(ends[1]);
    }
}

/* Each press gets only the first bytes of what it is to make, and ends in the middle of a paper. */
static void press__that_dies_in_the_middle_of_a_pack_is_told_and_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "tujuan"), *script = fixture_inside(f, "press");
    char *real = mem_strdup(getenv("MUFAKAT_PRESS"));
    const char *body = arena_printf(f->arena, "#!/bin/sh\ndd bs=64k count=5000 iflag=count_bytes status=none | '%s' \"$@\"\n", real);
    assert_int_equal(file_write(script, body, strlen(body), &f->err), ERR_NONE);
    assert_int_equal(chmod(script, 0700), 0);
    setenv("MUFAKAT_PRESS", script, 1);
    must_fail(f, &(struct pack_request){.folder = folder, .public_only = true}, ERR_IO, "berhenti di tengah jalan");
    setenv("MUFAKAT_PRESS", real, 1);
    free(real);
    assert_int_equal(packing_entries(folder), 0);
    packing_make(f, &(struct pack_request){.folder = folder, .public_only = true});
}

static void killed_run__is_cleaned_up_by_the_next_one(void **state)
{
    struct fixture *f = *state;
    const char *folder = packing_folder(f, "tujuan");
    const char *old = arena_printf(f->arena, "%s/.mufakat-paket-abcdef", folder);
    const struct timespec long_ago[2] = {{1000000000, 0}, {1000000000, 0}};
    assert_int_equal(mkdir(old, 0700), 0);
    assert_int_equal(file_write(arena_printf(f->arena, "%s/sisa", old), "x", 1, &f->err), ERR_NONE);
    assert_int_equal(utimensat(AT_FDCWD, old, long_ago, 0), 0);
    packing_make(f, &(struct pack_request){.folder = folder, .public_only = true});
    assert_int_equal(packing_entries(folder), 1);
}

struct progress {
    int last, all;
    bool named;
};

static void follow(void *ctx, int done, int all, const char *name)
{
    struct progress *p = ctx;
    assert_int_equal(done, p->last + 1);
    assert_true(done < all);
    p->last = done;
    p->all = all;
    p->named |= strstr(name, "Notula") != NULL;
}

static void progress__names_every_paper_and_reaches_its_end(void **state)
{
    struct fixture *f = *state;
    struct progress p = {-1, 0, false};
    const struct pack_request in = {
        .folder = packing_folder(f, "tujuan"), .zip = true, .step = follow, .ctx = &p};
    packing_make(f, &in);
    assert_true(p.named);
    assert_int_equal(p.last + 1, p.all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PACK_TEST(target__must_be_a_folder_that_is_there),
        PACK_TEST(target__a_file_in_the_way_stays),
        PACK_TEST(target__without_permission_is_told),
        PACK_TEST(target__read_only_is_told),
        PACK_TEST(target__with_too_little_room_is_told_before_anything_is_written),
        PACK_TEST(target__that_fills_up_half_way_keeps_nothing_of_us),
        PACK_TEST(target__that_takes_no_more_bytes_keeps_nothing_of_us),
        PACK_TEST(target__that_vanishes_half_way_is_told),
        PACK_TEST(cancel__leaves_nothing_at_any_step),
        PACK_TEST(press__that_dies_in_the_middle_of_a_pack_is_told_and_leaves_nothing),
        PACK_TEST(killed_run__is_cleaned_up_by_the_next_one),
        PACK_TEST(progress__names_every_paper_and_reaches_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
