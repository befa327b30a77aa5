#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "app/add_document.h"
#include "base/file.h"
#include "tests/app/packing.h"

const char *packing_folder(struct fixture *f, const char *name)
{
    const char *path = fixture_inside(f, name);
    assert_int_equal(mkdir(path, 0700), 0);
    return path;
}

struct pack_result packing_make(struct fixture *f, const struct pack_request *in)
{
    struct pack_result r;
    if (make_pack(f->app, in, f->arena, &r, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return r;
}

void packing_add(struct fixture *f, const char *name, const struct buf *b, int64_t kind)
{
    struct job *j;
    struct add_document_args *x;
    const char *path = fixture_inside(f, name);
    if (file_write(path, b->p, b->len, &f->err) ||
        add_document_job(f->app, path, kind, "Suasana", &j, &x, &f->err) || app_run(f->app, j, NULL, &f->err))
        fail_msg("%s", f->err.text);
    job_free(j);
}

int packing_entries(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    return n;
}

char *packing_content(struct fixture *f, const char *path)
{
    struct buf b = BUF_INIT;
    if (file_read(path, (size_t)1 << 30, &b, &f->err))
        fail_msg("%s", f->err.text);
    char *s = arena_memdup(f->arena, b.p, b.len);
    buf_done(&b);
    return s;
}
