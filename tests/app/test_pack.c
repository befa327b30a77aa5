/* The evidence pack: what it holds, and that the same session gives the same bytes. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <minizip/unzip.h>

#include "app/lock_text.h"
#include "app/rows.h"
#include "base/file.h"
#include "base/sha256.h"
#include "tests/app/decode.h"
#include "tests/app/packing.h"
#include "tests/app/pictures.h"

/* --- the limit --- */

static void limit__is_read_as_people_write_it(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int files;
        int64_t bytes; /* 0: no limit at all */
    } rows[] = {{"5x5MB", 5, 5000000},   {"3x2,5 MB", 3, 2500000}, {"1X800kB", 1, 800000}, {"5 x 1.5MB", 5, 1500000},
                {"10x10m", 10, 10000000}, {"5\xc3\x97" "5MB", 5, 5000000}, {"5x5", 0, 0},            {"x5MB", 0, 0},         {"0x5MB", 0, 0},
                {"5x0MB", 0, 0},          {"5x5GB", 0, 0},          {"", 0, 0},             {"100x5MB", 0, 0},
                {"5x-1MB", 0, 0},         {"5.5x5MB", 0, 0},        {"5x5MBx", 0, 0},
                {"99999999999999999999x5MB", 0, 0}, {"5x99999999999999999999MB", 0, 0}};
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
    packing_add(f, "a.jpg", &b, DOC_FOTO);
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    struct listing l = {f, packing_content(f, arena_printf(f->arena, "%s/MANIFEST", r.path)), 0};
    decode_each(r.path, check_listed, &l);
    assert_int_equal(l.files, r.files);
    assert_true(r.files > 12);
    assert_true(r.flushed);
    for (const char *line = strchr(l.manifest, '\n'); line && line[1]; line = strchr(line + 1, '\n'))
        assert_true(line[1] == '#' || strspn(line + 1, "0123456789abcdef") == 64);
    static const char *const folders[] = {"1-unggah", "2-arsip", "3-publikasi"};
    for (int i = 0; i < 3; i++)
        assert_true(packing_entries(arena_printf(f->arena, "%s/%s", r.path, folders[i])) > 0);
    assert_true(packing_entries(arena_printf(f->arena, "%s/1-unggah", r.path)) <= 5);
    assert_int_equal(packing_entries(in.folder), 1);
    assert_non_null(strstr(r.path, "/2026-11-12-disdukcapil-paket-bukti"));
}

/* --- names --- */

struct naming {
    struct fixture *f;
    const char *begin; /* of every file */
    const char *seen;  /* names so far, folded, each between line ends */
    int files;
};

static void check_name(void *ctx, const char *path, const char *name)
{
    struct naming *n = ctx;
    (void)path;
    const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    if (strcmp(name, "MANIFEST") == 0)
        return;
    n->files++;
    if (strncmp(base, n->begin, strlen(n->begin)) != 0)
        fail_msg("%s does not begin with %s", name, n->begin);
    if (base[strspn(base, "abcdefghijklmnopqrstuvwxyz0123456789-.")] || strstr(base, "--") || strstr(base, "-."))
        fail_msg("%s is not a plain name", name);
    if (strncmp(name, "3-publikasi/", 12) == 0 && !strstr(base, "-publik"))
        fail_msg("%s does not say that it is the public version", name);
    const char *line = arena_printf(n->f->arena, "\n%s\n", name); /* small letters only: one name on FAT too */
    assert_null(strstr(n->seen, line));
    n->seen = arena_printf(n->f->arena, "%s%s", n->seen, line);
    assert_true(strlen(name) <= 110);
}

static void names_are(struct fixture *f, const char *folder, const char *begin)
{
    const struct pack_request in = {.folder = packing_folder(f, folder)};
    struct pack_result r = packing_make(f, &in);
    struct naming n = {f, begin, "\n", 0};
    decode_each(r.path, check_name, &n);
    assert_int_equal(n.files, r.files - 1);
    const char *pack = strrchr(r.path, '/') + 1;
    assert_string_equal(pack, arena_printf(f->arena, "%spaket-bukti", begin));
    assert_true(strlen(pack) <= 60);
}

static void names__say_date_unit_and_paper_of_every_file(void **state)
{
    struct fixture *f = *state;
    struct buf b = BUF_INIT;
    for (unsigned i = 0; i < 2; i++) { /* the same kind twice */
        buf_clear(&b);
        picture_jpeg(&b, 40 + i, 30, 1, "x");
        packing_add(f, arena_printf(f->arena, "%u.jpg", i), &b, DOC_FOTO);
    }
    buf_done(&b);
    names_are(f, "a", "2026-11-12-disdukcapil-");
    const char *archive = "a/2026-11-12-disdukcapil-paket-bukti/2-arsip/2026-11-12-disdukcapil-sesi.fkp";
    assert_int_equal(access(fixture_inside(f, archive), F_OK), 0);
    const char *photo = "a/2026-11-12-disdukcapil-paket-bukti/3-publikasi/foto/2026-11-12-disdukcapil-foto-02-publikasi.jpg";
    assert_int_equal(access(fixture_inside(f, photo), F_OK), 0);
}

static void names__of_any_unit_stay_short_and_plain(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *unit, *begin;
    } rows[] = {{"CON: \"Puskesmas\" X/Y. ", "2026-11-12-con-puskesmas-x-y-"},
                {"\xe6\x9c\x8d\xe5\x8b\x99", "2026-11-12-dinas-kependudukan-dan-"}, /* the long name then */
                {"Unit Pelaksana Teknis Pengujian Mutu", "2026-11-12-unit-pelaksana-teknis-"}};
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_unit, "Dinas Kependudukan dan Pencatatan Sipil");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture_set(f, ENTITY_session, &ID_NONE, session_F_unit_short, rows[i].unit);
        names_are(f, arena_printf(f->arena, "%zu", i), rows[i].begin);
    }
    char word[301];
    memset(word, 'U', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_unit_short, word);
    names_are(f, "panjang", "2026-11-12-uuuuuuuuuuuuuuuuuuuuuuuuuuuuuu-");
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_unit_short, "");
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_unit, "\xe6\x9c\x8d");
    names_are(f, "asing", "2026-11-12-fkp-");
}

/* --- the same again --- */

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
    packing_add(f, "a.jpg", &b, DOC_FOTO);
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct twin t = {f, packing_make(f, &in).path, 0};
    struct timespec second = {1, 50000000}; /* times in files have seconds */
    nanosleep(&second, NULL);
    fixture_minutes(f, 90);
    struct pack_result again = packing_make(f, &in);
    assert_string_not_equal(again.path, t.other); /* the first one stays */
    decode_each(again.path, check_same, &t);
    assert_int_equal(t.files, again.files);
}

/* Runs `mufakat ekspor`; returns the most memory that one of its processes had, in kB. */
static long export_alone(struct fixture *f, const char *to)
{
    const char *program = arena_printf(f->arena, "%s/mufakat", getenv("MUFAKAT_BUILDDIR"));
    struct rusage used;
    int status;
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        execl(program, program, "ekspor", app_path(f->app), "--dokumen", "dokumentasi", "--ke", to, (char *)NULL);
        _exit(127);
    }
    assert_int_equal(wait4(pid, &status, 0, &used), pid);
    assert_int_equal(status, 0);
    return used.ru_maxrss;
}

static void export__has_the_pictures_of_the_pack_and_little_memory(void **state)
{
    struct fixture *f = *state;
    enum { PHOTOS = 8 }; /* of three MB */
    for (unsigned i = 0; i < PHOTOS; i++) {
        struct buf b = BUF_INIT;
        picture_jpeg(&b, 3000, 2000, i + 1, "x");
        packing_add(f, arena_printf(f->arena, "%u.jpg", i), &b, DOC_FOTO);
        buf_done(&b);
    }
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    const char *alone = fixture_inside(f, "sendiri.pdf");
    long kb = export_alone(f, alone);
    print_message("%d photos: %ld kB\n", PHOTOS, kb);
#ifndef __SANITIZE_ADDRESS__ /* the sanitizers keep memory that was given back */
    assert_true(kb < 36 * 1024);
#endif
    char one[65], other[65];
    int64_t size;
    assert_int_equal(file_sha256(alone, one, &size, &f->err), ERR_NONE);
    assert_int_equal(file_sha256(arena_printf(f->arena, "%s/2-arsip/2026-11-12-disdukcapil-dokumentasi.pdf", r.path), other,
                                 &size, &f->err), ERR_NONE);
    assert_string_equal(one, other);
}

/* On one processor one press makes everything, on all of them several work side by side. */
static void pack__is_the_same_bytes_with_one_press_and_with_several(void **state)
{
    struct fixture *f = *state;
    cpu_set_t all, one;
    struct buf b = BUF_INIT;
    assert_int_equal(sched_getaffinity(0, sizeof all, &all), 0);
    if (CPU_COUNT(&all) < 2)
        skip();
    for (unsigned i = 0; i < 3; i++) {
        buf_clear(&b);
        picture_jpeg(&b, 400 + i, 300, 1, "x");
        packing_add(f, arena_printf(f->arena, "%u.jpg", i), &b, DOC_FOTO);
    }
    buf_done(&b);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct twin t = {f, packing_make(f, &in).path, 0};
    CPU_ZERO(&one);
    for (int i = 0; CPU_COUNT(&one) == 0; i++)
        if (CPU_ISSET(i, &all))
            CPU_SET(i, &one);
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    struct pack_result alone = packing_make(f, &in);
    assert_int_equal(sched_setaffinity(0, sizeof all, &all), 0);
    decode_each(alone.path, check_same, &t);
    assert_int_equal(t.files, alone.files);
}

static void zip__is_the_same_bytes_twice_and_alone(void **state)
{
    struct fixture *f = *state;
    char a[65], b[65];
    int64_t size;
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .zip = true, .public_only = true};
    assert_int_equal(file_sha256(packing_make(f, &in).path, a, &size, &f->err), ERR_NONE);
    assert_int_equal(file_sha256(packing_make(f, &in).path, b, &size, &f->err), ERR_NONE);
    assert_string_equal(a, b);
    assert_int_equal(packing_entries(in.folder), 2);
}

/* What the head of MANIFEST promises, by the program that it names; and its lines are in order. */
static void manifest__is_checked_by_sha256sum(void **state)
{
    struct fixture *f = *state;
    fixture_set(f, ENTITY_session, &ID_NONE, session_F_theme, "Tema satu");
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .public_only = true};
    struct pack_result r = packing_make(f, &in);
    const char *check = arena_printf(f->arena, "cd '%s' && sha256sum --quiet --strict -c MANIFEST >/dev/null 2>&1", r.path);
    assert_int_equal(system(check), 0);
    const char *manifest = packing_content(f, arena_printf(f->arena, "%s/MANIFEST", r.path)), *before = "";
    for (const char *line = manifest; *line; line += strcspn(line, "\n") + 1) {
        if (*line == '#')
            continue;
        const char *name = arena_printf(f->arena, "%.*s", (int)strcspn(line, "\n") - 66, line + 66);
        if (strcmp(before, name) >= 0)
            fail_msg("%s stands before %s", before, name);
        before = name;
    }
    const char *notula = arena_printf(f->arena, "%s/3-publikasi/2026-11-12-disdukcapil-notula-publikasi.pdf", r.path);
    assert_int_equal(file_write(notula, "x", 1, &f->err), ERR_NONE);
    assert_int_not_equal(system(check), 0);
}

/* One entry as it comes out: its name below the folder in the archive, and its hash. */
static const char *unpacked(struct fixture *f, unzFile z, const char **ret_name, struct buf *bytes)
{
    char name[300], hex[HASH_HEX];
    unz_file_info64 info;
    buf_clear(bytes);
    assert_int_equal(unzGetCurrentFileInfo64(z, &info, name, sizeof name, NULL, 0, NULL, 0), UNZ_OK);
    char *p = mem_alloc(info.uncompressed_size + 1);
    assert_int_equal(unzOpenCurrentFile(z), UNZ_OK);
    assert_int_equal(unzReadCurrentFile(z, p, (unsigned)info.uncompressed_size), (int)info.uncompressed_size);
    assert_int_equal(unzCloseCurrentFile(z), UNZ_OK);
    buf_add(bytes, p, info.uncompressed_size);
    struct hash h = hash_of(p, info.uncompressed_size);
    hash_hex(&h, hex);
    free(p);
    const char *stroke = strchr(name, '/');
    assert_non_null(stroke);
    *ret_name = arena_strdup(f->arena, stroke + 1);
    return arena_strdup(f->arena, hex);
}

static void zip__holds_what_its_manifest_says(void **state)
{
    struct fixture *f = *state;
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .zip = true, .public_only = true};
    struct pack_result r = packing_make(f, &in);
    struct buf bytes = BUF_INIT, lines = BUF_INIT;
    const char *manifest = NULL;
    int n = 0, listed = 0;
    unzFile z = unzOpen64(r.path);
    assert_non_null(z);
    for (int code = unzGoToFirstFile(z); code == UNZ_OK; code = unzGoToNextFile(z), n++) {
        const char *name, *hex = unpacked(f, z, &name, &bytes);
        if (strcmp(name, "MANIFEST") == 0)
            manifest = arena_strdup(f->arena, buf_str(&bytes));
        else
            buf_printf(&lines, "%s  %s\n", hex, name);
    }
    unzClose(z);
    assert_non_null(manifest);
    assert_int_equal(n, r.files);
    for (const char *line = buf_str(&lines); *line; line += strcspn(line, "\n") + 1, listed++)
        if (!strstr(manifest, arena_printf(f->arena, "%.*s\n", (int)strcspn(line, "\n"), line)))
            fail_msg("MANIFEST does not say: %.*s", (int)strcspn(line, "\n"), line);
    assert_int_equal(listed, n - 1);
    buf_done(&bytes);
    buf_done(&lines);
}

/* What was entered a moment ago is in it, and the numbers that it printed do not change any more. */
static void pack__waits_for_what_is_being_stored(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 60 };
    for (int i = 0; i < MANY; i++) {
        struct job *j;
        struct issue *row = add_row_job(f->app, ENTITY_issue, &j)->record;
        row->title = job_text(j, arena_printf(f->arena, "Isu nomor%02d", i));
        row->source = SOURCE_FORUM;
        app_post(f->app, j);
    }
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    const char *data = packing_content(f, arena_printf(f->arena, "%s/2-arsip/2026-11-12-disdukcapil-data-sesi.json", r.path));
    for (int i = 0; i < MANY; i++)
        assert_non_null(strstr(data, arena_printf(f->arena, "\"Isu nomor%02d\"", i)));
    assert_int_not_equal(fixture_load(f)->session.v->numbers_fixed_at, NONE);
}

/* Recordings stay where they are: the pack says so instead of leaving them out in silence. */
static void pack__tells_what_it_does_not_hold(void **state)
{
    struct fixture *f = *state;
    struct buf film = BUF_INIT;
    buf_puts(&film, "bukan video sungguhan");
    packing_add(f, "rekaman.mp4", &film, DOC_VIDEO);
    buf_done(&film);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan")};
    struct pack_result r = packing_make(f, &in);
    assert_int_equal(r.n_notes, 1);
    assert_non_null(strstr(r.notes[0], "rekaman.mp4 tidak ikut"));
}

static void pack__made_from_a_locked_text_says_its_fingerprint(void **state)
{
    struct fixture *f = *state;
    struct job *j;
    lock_text_job(f->app, &j);
    fixture_do(f, j);
    const struct pack_request in = {.folder = packing_folder(f, "tujuan"), .public_only = true};
    const char *manifest = packing_content(f, arena_printf(f->arena, "%s/MANIFEST", packing_make(f, &in).path));
    assert_non_null(strstr(manifest, "# Naskah   dikunci, sidik "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limit__is_read_as_people_write_it),
        PACK_TEST(pack__lists_every_file_with_its_hash),
        PACK_TEST(names__say_date_unit_and_paper_of_every_file),
        PACK_TEST(names__of_any_unit_stay_short_and_plain),
        PACK_TEST(pack__is_the_same_bytes_twice),
        PACK_TEST(export__has_the_pictures_of_the_pack_and_little_memory),
        PACK_TEST(pack__is_the_same_bytes_with_one_press_and_with_several),
        PACK_TEST(zip__is_the_same_bytes_twice_and_alone),
        PACK_TEST(manifest__is_checked_by_sha256sum),
        PACK_TEST(zip__holds_what_its_manifest_says),
        PACK_TEST(pack__waits_for_what_is_being_stored),
        PACK_TEST(pack__tells_what_it_does_not_hold),
        PACK_TEST(pack__made_from_a_locked_text_says_its_fingerprint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
