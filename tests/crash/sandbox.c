#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/add_contribution.h"
#include "app/check_in.h"
#include "app/go_agenda.h"
#include "app/read.h"
#include "base/file.h"
#include "base/text.h"
#include "tests/crash/sandbox.h"

static char folder[256];
static struct arena *names;

const char *sandbox_make(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/mufakat-crash-XXXXXX", tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(folder));
    names = arena_new();
    return folder;
}

const char *sandbox_path(const char *name)
{
    return arena_printf(names, "%s/%s", folder, name);
}

static void remove_tree(const char *path)
{
    DIR *d = opendir(path);
    struct dirent *x;
    while (d && (x = readdir(d))) {
        char *inner = arena_printf(names, "%s/%s", path, x->d_name);
        struct stat st;
        if (strcmp(x->d_name, ".") == 0 || strcmp(x->d_name, "..") == 0)
            continue;
        if (lstat(inner, &st) == 0 && S_ISDIR(st.st_mode))
            remove_tree(inner);
        else
            unlink(inner);
    }
    if (d)
        closedir(d);
    rmdir(path);
}

void sandbox_remove(void)
{
    remove_tree(folder);
    arena_free(names);
    names = NULL;
}

void sandbox_copy_folder(const char *from, const char *to)
{
    remove_tree(to);
    assert_int_equal(mkdir(to, 0700), 0);
    DIR *d = opendir(from);
    struct dirent *x;
    assert_non_null(d);
    while ((x = readdir(d))) {
        struct buf b = BUF_INIT;
        struct err e;
        if (x->d_name[0] == '.')
            continue;
        assert_int_equal(file_read(arena_printf(names, "%s/%s", from, x->d_name), 64u << 20, &b, &e), ERR_NONE);
        assert_int_equal(file_write(arena_printf(names, "%s/%s", to, x->d_name), buf_str(&b), b.len, &e), ERR_NONE);
        buf_done(&b);
    }
    closedir(d);
}

/* --- sessions --- */

static const struct app_options *options(void)
{
    static struct app_options o;
    o = (struct app_options){.person = "Penguji", .clock = clock_system()};
    return &o;
}

static void run(struct app *a, struct job *j)
{
    struct err e;
    unsigned touched;
    if (app_run(a, j, &touched, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    job_free(j);
}

struct app *session_make(const char *path)
{
    struct app *a;
    struct err e;
    struct new_session in = {
        .theme = "Uji ketahanan", .unit = "Dinas Contoh", .place = "Aula", .date = NONE, .start_time = NONE, .zone = ZONE_WITA};
    if (app_create(path, &in, options(), &a, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    for (int unsur = 0; unsur < unsur_COUNT; unsur++) {
        struct job *j;
        struct walk_in_args *x = walk_in_job(a, &j);
        x->name = arena_printf(job_arena(j), "Warga Nomor%c", 'A' + unsur);
        x->unsur = unsur;
        run(a, j);
    }
    struct job *j;
    go_agenda_job(a, &j);
    run(a, j);
    return a;
}

struct app *session_open(const char *path)
{
    struct app *a;
    struct err e;
    if (app_open(path, options(), &a, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    return a;
}

#define ENTRY "catatan %d: antrean terlalu panjang dan kursi kurang"

struct job *session_entry(struct app *a, int n)
{
    struct job *j;
    struct add_contribution_args *x = add_contribution_job(a, &j);
    x->text = arena_printf(job_arena(j), ENTRY, n);
    x->kind = KIND_MASUKAN;
    x->anonymous = true;
    x->speaker_unsur = UNSUR_PENGGUNA;
    return j;
}

int session_count(struct app *a, int n)
{
    struct arena *ar = arena_new();
    struct contribution *v;
    size_t rows;
    struct err e;
    int count = 0;
    char *wanted = arena_printf(ar, ENTRY, n);
    if (read_rows(a, ENTITY_contribution, ar, &v, &rows, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    for (size_t i = 0; i < rows; i++)
        count += strcmp(TXT(v[i].text), wanted) == 0;
    arena_free(ar);
    return count;
}

void session_assert_sound(struct app *a)
{
    struct arena *ar = arena_new();
    struct verify_report report;
    struct err e;
    if (read_verify(a, ar, &report, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    if (!report.sound)
        fail_msg("%s", report.v[0].text);
    arena_free(ar);
}
