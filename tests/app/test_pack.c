/* The evidence pack: what it holds, that the same session gives the same bytes, that nothing half-written stays. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/add_document.h"
#include "app/lock_text.h"
#include "app/make_pack.h"
#include "base/file.h"
#include "tests/app/decode.h"
#include "tests/app/fixture.h"
#include "tests/app/pictures.h"

static const char *inside(struct fixture *f, const char *name)
{
    return arena_printf(f->arena, "%s/%s", f->folder, name);
}

static const char *new_folder(struct fixture *f, const char *name)
{
    const char *path = inside(f, name);
    assert_int_equal(mkdir(path, 0700), 0);
    return path;
}

static struct pack_result must_make(struct fixture *f, const struct pack_request *in)
{
    struct pack_result r;
    if (make_pack(f->app, in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return r;
}

static void add(struct fixture *f, const char *name, const struct buf *b, int64_t kind)
{
    struct job *j;
    struct add_document_args *x;
    const char *path = inside(f, name);
    if (file_write(path, b->p, b->len, &f->err) ||
        add_document_job(f->app, path, kind, "Suasana", &j, &x, &f->err) || app_run(f->app, j, NULL, &f->err))
        fail_msg("%s", f->err.text);
    job_free(j);
}

static int entries(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    return n;
}

static char *content(struct fixture *f, const char *path)
{
    struct buf b = BUF_INIT;
    if (file_read(path, (size_t)1 << 30, &b, &f->err))
        fail_msg("%s", f->err.text);
    char *s = arena_memdup(f->arena, b.p, b.len);
    buf_done(&b);
    return s;
}

/* --- the limit --- */

static void limit__is_read_as_people_write_it(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int files;
        int64_t bytes; /* 0: no limit at all */
    } rows[] = {{"5x5MB", 5, 5000000},   {"3x2,5 MB", 3, 2500000}, {"1X800kB", 1, 800000}, {"5 x 1.5MB", 5, 1500000},
                {"10x10m", 10, 10000000}, {"5x5", 0, 0},            {"x5MB", 0, 0},         {"0x5MB", 0, 0},
                {"5x0MB", 0, 0},          {"5x5GB", 0, 0},          {"", 0, 0},             {"100x5MB", 0, 0},
                {"5x-1MB", 0, 0},         {"5.5x5MB", 0, 0},        {"5x5MBx", 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pack_limit l = {0, 0};
        bool is = pack_read_limit(rows[i].typed, &l);
        if (is != (rows[i].bytes > 0) || l.files != rows[i].files || l.bytes != rows[i].bytes)
            fail_msg("\"%s\" is read as %d x %lld", rows[i].typed, l.files, (long long)l.bytes);
    }
}

/* --- what is in it --- */

struct listing {
    struct fixture *f;
    const char *manifest;
    int files;
};

static void check_listed(void *ctx, const char *path, const char *name)
{
    struct listing *l = ctx;
    char hex[65];
    int64_t size;
    l->files++;
    if (strcmp(name, "MANIFEST") == 0)
        return;
    assert_int_equal(file_sha256(path, hex, &size, &l->f->err), ERR_NONE);
    if (!strstr(l->manifest, arena_printf(l->f->arena, ", %lld bita\n%s  %s\n", (long long)size, hex, name)))
        fail_msg("MANIFEST does not say what %s is", name);
}

static void pack__lists_every_file_with_its_hash(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    picture_jpeg(&b, 400, 300, 1, "x");
    add(f, "a.jpg", &b, DOC_FOTO);
    buf_done(&b);
    const struct pack_request in = {.folder = new_folder(f, "tujuan")};
    struct pack_result r = must_make(f, &in);
    struct listing l = {f, content(f, arena_printf(f->arena, "%s/MANIFEST", r.path)), 0};
    decode_each(r.path, check_listed, &l);
    assert_int_equal(l.files, r.files);
    assert_true(r.files > 12);
    assert_true(r.flushed);
    for (const char *line = strchr(l.manifest, '\n'); line && line[1]; line = strchr(line + 1, '\n'))
        assert_true(line[1] == '#' || strspn(line + 1, "0123456789abcdef") == 64);
    static const char *const folders[] = {"1-unggah", "2-arsip", "3-publikasi"};
    for (int i = 0; i < 3; i++)
        assert_true(entries(arena_printf(f->arena, "%s/%s", r.path, folders[i])) > 0);
    assert_true(entries(arena_printf(f->arena, "%s/1-unggah", r.path)) <= 5);
    assert_int_equal(entries(in.folder), 1);
    assert_non_null(strstr(r.path, "/2026-11-12-disdukcapil-paket-bukti"));
}

struct twin {
    struct fixture *f;
    const char *other;
    int files;
};

static void check_same(void *ctx, const char *path, const char *name)
{
    struct twin *t = ctx;
    char a[65], b[65];
    int64_t size;
    t->files++;
    assert_int_equal(file_sha256(path, a, &size, &t->f->err), ERR_NONE);
    assert_int_equal(file_sha256(arena_printf(t->f->arena, "%s/%s", t->other, name), b, &size, &t->f->err), ERR_NONE);
    if (strcmp(a, b) != 0)
        fail_msg("%s is not the same twice", name);
}

static void pack__is_the_same_bytes_twice(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    picture_jpeg(&b, 400, 300, 1, "x");
    add(f, "a.jpg", &b, DOC_FOTO);
    buf_done(&b);
    const struct pack_request in = {.folder = new_folder(f, "tujuan")};
    struct twin t = {f, must_make(f, &in).path, 0};
    struct timespec second = {1, 50000000}; /* times in files have seconds */
    nanosleep(&second, NULL);
    fixture_minutes(f, 90);
    struct pack_result again = must_make(f, &in);
    assert_string_not_equal(again.path, t.other); /* the first one stays */
    decode_each(again.path, check_same, &t);
    assert_int_equal(t.files, again.files);
}

static void zip__is_the_same_bytes_twice_and_alone(void **state)
{
    struct fixture *f = *state;
    char a[65], b[65];
    int64_t size;
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .zip = true, .public_only = true};
    assert_int_equal(file_sha256(must_make(f, &in).path, a, &size, &f->err), ERR_NONE);
    assert_int_equal(file_sha256(must_make(f, &in).path, b, &size, &f->err), ERR_NONE);
    assert_string_equal(a, b);
    assert_int_equal(entries(in.folder), 2);
}

static void pack__made_from_a_locked_text_says_its_fingerprint(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    lock_text_job(f->app, &j);
    fixture_do(f, j);
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .public_only = true};
    const char *manifest = content(f, arena_printf(f->arena, "%s/MANIFEST", must_make(f, &in).path));
    assert_non_null(strstr(manifest, "# Naskah   dikunci, sidik "));
}

/* --- upload --- */

static void upload__takes_signed_scans_where_there_are_any(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT, text = BUF_INIT;
    picture_pdf(&b, 100, "x");
    add(f, "ttd.pdf", &b, DOC_BA_TTD);
    buf_clear(&b);
    picture_jpeg(&b, 300, 400, 3, "x");
    add(f, "ttd.jpg", &b, DOC_BA_TTD);
    buf_done(&b);
    const struct pack_request in = {.folder = new_folder(f, "tujuan")};
    struct pack_result r = must_make(f, &in);
    decode_file(arena_printf(f->arena, "%s/1-unggah/1-berita-acara.pdf", r.path), f->folder, &text);
    assert_null(memmem(text.p, text.len, "BERITA ACARA", 12)); /* the paper that nobody signed */
    assert_non_null(memmem(text.p, text.len, "Pages:           2", 18));
    buf_clear(&text);
    decode_file(arena_printf(f->arena, "%s/1-unggah/2-daftar-hadir.pdf", r.path), f->folder, &text);
    assert_non_null(memmem(text.p, text.len, "DAFTAR HADIR", 12));
    buf_done(&text);
}

static void check_size(void *ctx, const char *path, const char *name)
{
    int64_t *limit = ctx;
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    if (st.st_size > *limit)
        fail_msg("%s has %lld bytes", name, (long long)st.st_size);
}

static void fixture_photos(struct fixture *f, int n, int width, int height)
{
    for (int i = 0; i < n; i++) {
        struct buf b = BUF_INIT;
        picture_jpeg(&b, width, height, (unsigned)i + 1, "x");
        add(f, arena_printf(f->arena, "foto%d.jpg", i), &b, DOC_FOTO);
        buf_done(&b);
    }
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_with_photos, "ya");
}

static void upload__pictures_shrink_until_the_limit_is_kept(void **state)
{
    struct fixture *f = *state;
    const char *many = getenv("MUFAKAT_LONG");
    int64_t limit = many ? 5000000 : 700000;
    if (many)
        fixture_photos(f, 40, 3000, 2000); /* several MB each */
    else
        fixture_photos(f, 6, 1400, 1000);
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .limit = {5, limit}};
    struct pack_result r = must_make(f, &in);
    assert_int_equal(r.n_notes, 0);
    decode_each(arena_printf(f->arena, "%s/1-unggah", r.path), check_size, &limit);
}

static void upload__what_cannot_be_made_to_fit_is_told_and_stays(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    picture_pdf(&b, 400000, "x");
    add(f, "ttd.pdf", &b, DOC_BA_TTD);
    buf_done(&b);
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .limit = {5, 300000}};
    struct pack_result r = must_make(f, &in);
    assert_int_equal(r.n_notes, 1);
    assert_non_null(strstr(r.notes[0], "1-berita-acara.pdf"));
    assert_non_null(strstr(r.notes[0], "pindai ulang"));
    assert_int_equal(access(arena_printf(f->arena, "%s/1-unggah/1-berita-acara.pdf", r.path), F_OK), 0);
    assert_non_null(strstr(content(f, arena_printf(f->arena, "%s/MANIFEST", r.path)), "MELEBIHI BATAS"));
}

static void upload__never_has_more_files_than_allowed(void **state)
{
    struct fixture *f = *state;
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .limit = {2, 5000000}};
    struct pack_result r = must_make(f, &in);
    struct buf text = BUF_INIT;
    assert_int_equal(entries(arena_printf(f->arena, "%s/1-unggah", r.path)), 2);
    decode_file(arena_printf(f->arena, "%s/1-unggah/2-bukti-lain.pdf", r.path), f->folder, &text);
    assert_non_null(memmem(text.p, text.len, "DAFTAR HADIR", 12));
    assert_non_null(memmem(text.p, text.len, "NOTULA", 6));
    buf_done(&text);
}

/* --- what goes wrong --- */

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
    const char *file = inside(f, "berkas");
    assert_int_equal(file_write(file, "x", 1, &f->err), ERR_NONE);
    must_fail(f, &(struct pack_request){.folder = file}, ERR_INPUT, "bukan folder");
    must_fail(f, &(struct pack_request){.folder = inside(f, "tidak-ada")}, ERR_NOTFOUND, "tidak dapat dibuka");
    must_fail(f, &(struct pack_request){.folder = ""}, ERR_INPUT, "belum diisi");
    assert_string_equal(content(f, file), "x");
}

static void target__a_file_in_the_way_stays(void **state)
{
    struct fixture *f = *state;
    const struct pack_request in = {.folder = new_folder(f, "tujuan"), .public_only = true};
    const char *way = arena_printf(f->arena, "%s/2026-11-12-disdukcapil-paket-publikasi", in.folder);
    assert_int_equal(file_write(way, "milik orang", 11, &f->err), ERR_NONE);
    struct pack_result r = must_make(f, &in);
    assert_string_equal(content(f, way), "milik orang");
    assert_string_equal(r.path, arena_printf(f->arena, "%s-2", way));
}

static void target__without_permission_is_told(void **state)
{
    struct fixture *f = *state;
    const char *folder = new_folder(f, "tertutup");
    if (geteuid() == 0) /* permissions stop everybody but root */
        skip();
    assert_int_equal(chmod(folder, 0500), 0);
    must_fail(f, &(struct pack_request){.folder = folder}, ERR_IO, "tidak dapat ditulis");
    assert_int_equal(chmod(folder, 0700), 0);
    assert_int_equal(entries(folder), 0);
}

/* A file system of our own; only root can have one. */
static bool mount_small(const char *folder, const char *options, unsigned long flags)
{
    return geteuid() == 0 && mount("tmpfs", folder, "tmpfs", flags, options) == 0;
}

static void target__read_only_is_told(void **state)
{
    struct fixture *f = *state;
    const char *folder = new_folder(f, "kunci");
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
    const char *folder = new_folder(f, "sempit");
    if (!mount_small(folder, "size=1m", 0))
        skip();
    struct pack_result r;
    enum err_code code = make_pack(f->app, &(struct pack_request){.folder = folder}, f->arena, &r, &f->err);
    int left = entries(folder);
    assert_int_equal(umount(folder), 0);
    assert_int_equal(code, ERR_FULL);
    assert_non_null(strstr(f->err.text, "Belum ada yang ditulis"));
    assert_int_equal(left, 0);
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
    const char *folder = new_folder(f, "penuh");
    if (!mount_small(folder, "size=24m", 0))
        skip();
    struct pack_result r;
    const struct pack_request in = {.folder = folder, .step = eat_room, .ctx = f};
    enum err_code code = make_pack(f->app, &in, f->arena, &r, &f->err);
    int left = entries(folder);
    assert_int_equal(umount(folder), 0);
    assert_int_not_equal(code, ERR_NONE);
    assert_true(strlen(f->err.text) > 20);
    assert_int_equal(left, 1); /* the file of somebody else */
}

/* Without root: no file may grow beyond 300 kB, as on a disk that is full. */
static void target__that_takes_no_more_bytes_keeps_nothing_of_us(void **state)
{
    struct fixture *f = *state;
    const char *folder = new_folder(f, "tujuan");
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
    assert_int_equal(entries(folder), 0);
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
    else
        assert_int_equal(system(arena_printf(b->f->arena, "rm -rf '%s'", b->folder)), 0);
}

static void target__that_vanishes_half_way_is_told(void **state)
{
    struct fixture *f = *state;
    static const int steps[] = {0, 3, 9, 14};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct breaking b = {f, new_folder(f, arena_printf(f->arena, "stik%zu", i)), steps[i], -1};
        const struct pack_request in = {.folder = b.folder, .step = break_at, .ctx = &b};
        struct pack_result r;
        assert_int_not_equal(make_pack(f->app, &in, f->arena, &r, &f->err), ERR_NONE);
        assert_true(strlen(f->err.text) > 20);
        assert_int_equal(access(b.folder, F_OK), -1);
    }
}

static void cancel__leaves_nothing_at_any_step(void **state)
{
    struct fixture *f = *state;
    const char *folder = new_folder(f, "tujuan");
    static const int steps[] = {0, 1, 4, 11};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        struct breaking b = {f, folder, steps[i], ends[1]};
        const struct pack_request in = {.folder = folder, .step = break_at, .ctx = &b, .cancel_fd = ends[0]};
        struct pack_result r = {0};
        assert_int_equal(make_pack(f->app, &in, f->arena, &r, &f->err), ERR_BUSY);
        assert_true(r.cancelled);
        assert_int_equal(entries(folder), 0);
        close(ends[0]);
        close(ends[1]);
    }
}

static void killed_run__is_cleaned_up_by_the_next_one(void **state)
{
    struct fixture *f = *state;
    const char *folder = new_folder(f, "tujuan");
    const char *old = arena_printf(f->arena, "%s/.mufakat-paket-abcdef", folder);
    const struct timespec long_ago[2] = {{1000000000, 0}, {1000000000, 0}};
    assert_int_equal(mkdir(old, 0700), 0);
    assert_int_equal(file_write(arena_printf(f->arena, "%s/sisa", old), "x", 1, &f->err), ERR_NONE);
    assert_int_equal(utimensat(AT_FDCWD, old, long_ago, 0), 0);
    must_make(f, &(struct pack_request){.folder = folder, .public_only = true});
    assert_int_equal(entries(folder), 1);
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
        .folder = new_folder(f, "tujuan"), .zip = true, .step = follow, .ctx = &p};
    must_make(f, &in);
    assert_true(p.named);
    assert_int_equal(p.last + 1, p.all);
}

#define T(t) cmocka_unit_test_setup_teardown(t, fixture_practice_setup, fixture_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limit__is_read_as_people_write_it),
        T(pack__lists_every_file_with_its_hash),
        T(pack__is_the_same_bytes_twice),
        T(zip__is_the_same_bytes_twice_and_alone),
        T(pack__made_from_a_locked_text_says_its_fingerprint),
        T(upload__takes_signed_scans_where_there_are_any),
        T(upload__pictures_shrink_until_the_limit_is_kept),
        T(upload__what_cannot_be_made_to_fit_is_told_and_stays),
        T(upload__never_has_more_files_than_allowed),
        T(target__must_be_a_folder_that_is_there),
        T(target__a_file_in_the_way_stays),
        T(target__without_permission_is_told),
        T(target__read_only_is_told),
        T(target__with_too_little_room_is_told_before_anything_is_written),
        T(target__that_fills_up_half_way_keeps_nothing_of_us),
        T(target__that_takes_no_more_bytes_keeps_nothing_of_us),
        T(target__that_vanishes_half_way_is_told),
        T(cancel__leaves_nothing_at_any_step),
        T(killed_run__is_cleaned_up_by_the_next_one),
        T(progress__names_every_paper_and_reaches_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
