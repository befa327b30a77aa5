#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/add_contribution.h"
#include "app/check_in.h"
#include "app/data_import.h"
#include "app/draft_agreement.h"
#include "app/rows.h"
#include "app/set_field.h"
#include "app/undo.h"
#include "base/buf.h"
#include "tests/app/fixture.h"

struct app_options fixture_options(void)
{
    return (struct app_options){.person = "Notulis Uji", .clock = clock_fixed(NINE_WITA)};
}

int fixture_setup(void **state)
{
    struct fixture *f = mem_zalloc(sizeof *f);
    const char *tmp = getenv("TMPDIR");
    snprintf(f->folder, sizeof f->folder, "%s/mufakat-app-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/uji.fkp", f->folder);
    f->arena = arena_new();
    struct new_session in = {.theme = "Peninjauan standar pelayanan",
                             .unit = "Dinas Contoh",
                             .place = "Aula",
                             .date = date_of(2026, 11, 12),
                             .start_time = 8 * 60 + 30,
                             .zone = ZONE_WITA};
    struct app_options o = fixture_options();
    if (app_create(f->path, &in, &o, &f->app, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    *state = f;
    return 0;
}

static void remove_folder(const char *folder)
{
    char command[400];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

/* "<what this environment variable says><tail>" as `name`. */
static void set_beside(const char *name, const char *from, const char *tail)
{
    char text[400];
    snprintf(text, sizeof text, "%s%s", getenv(from), tail);
    setenv(name, text, 1);
}

int fixture_practice_setup(void **state)
{
    fixture_setup(state);
    struct fixture *f = *state;
    struct app_options o = fixture_options();
    app_close(f->app);
    f->app = NULL;
    snprintf(f->path, sizeof f->path, "%s/latihan.fkp", f->folder);
    set_beside("MUFAKAT_DATA", "MUFAKAT_SRCDIR", "/data");
    set_beside("MUFAKAT_PRESS", "MUFAKAT_BUILDDIR", "/mufakat-press");
    set_beside("MUFAKAT_PROGRAM", "MUFAKAT_BUILDDIR", "/mufakat");
    if (data_create_practice(f->path, &o, &f->app, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return 0;
}

const char *fixture_inside(struct fixture *f, const char *name)
{
    return arena_printf(f->arena, "%s/%s", f->folder, name);
}

int fixture_teardown(void **state)
{
    struct fixture *f = *state;
    job_free(f->last);
    app_close(f->app);
    arena_free(f->arena);
    remove_folder(f->folder);
    free(f);
    return 0;
}

void fixture_reopen(struct fixture *f)
{
    struct app_options o = fixture_options();
    o.clock.fixed = clock_now(app_clock(f->app));
    app_close(f->app);
    f->app = NULL;
    if (app_open(f->path, &o, &f->app, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
}

static void run(struct fixture *f, struct job *j, enum err_code expected)
{
    enum err_code code = app_run(f->app, j, NULL, &f->err);
    if (code != expected)
        fail_msg("%s %s (%s)", err_name(code), f->err.text, f->err.detail);
    job_free(f->last);
    f->last = j;
}

void fixture_do(struct fixture *f, struct job *j)
{
    run(f, j, ERR_NONE);
}

void fixture_refuse(struct fixture *f, struct job *j, enum err_code code, const char *words)
{
    char *before = fixture_picture(f);
    before = mem_strdup(before);
    run(f, j, code);
    if (!strstr(f->err.text, words))
        fail_msg("\"%s\" does not say \"%s\"", f->err.text, words);
    assert_string_equal(fixture_picture(f), before); /* a refusal stores nothing */
    free(before);
}

void fixture_undo(struct fixture *f)
{
    struct job *j;
    undo_job(f->app, &j);
    fixture_do(f, j);
}

void fixture_redo(struct fixture *f)
{
    struct job *j;
    redo_job(f->app, &j);
    fixture_do(f, j);
}

struct dossier *fixture_load(struct fixture *f)
{
    struct dossier *d = NULL;
    arena_reset(f->arena);
    if (read_dossier(f->app, f->arena, &d, &f->err))
        fail_msg("%s (%s)", f->err.text, f->err.detail);
    return d;
}

static void add_value(struct buf *b, const struct value *v)
{
    if (v->type == VALUE_INT)
        buf_printf(b, "%lld", (long long)v->i);
    else if (v->type == VALUE_TEXT)
        buf_add(b, v->p, v->n);
    else
        for (size_t i = 0; i < v->n; i++)
            buf_printf(b, "%02x", (unsigned char)v->p[i]);
}

static void add_rows(struct fixture *f, struct buf *b, enum entity_kind k)
{
    const struct entity *en = dict_entity(k);
    const char *rows;
    size_t n;
    if (read_rows(f->app, k, f->arena, &rows, &n, &f->err))
        fail_msg("%s", f->err.text);
    for (size_t i = 0; i < n; i++) {
        const char *r = rows + i * en->size;
        char id[ID_TEXT], scratch[DATE_TEXT];
        id_format((const struct id *)(const void *)r, id);
        buf_printf(b, "%s %s", en->name, id);
        for (int x = 0; x < en->n_fields; x++) {
            struct value v = record_get(r, k, x, scratch);
            if (v.type == VALUE_NULL || (x == en->n_fields - 1 && v.i == 0))
                continue;
            buf_printf(b, " %s=", en->fields[x].name);
            add_value(b, &v);
        }
        buf_putc(b, '\n');
    }
}

char *fixture_picture(struct fixture *f)
{
    struct buf b = BUF_INIT;
    arena_reset(f->arena);
    for (int k = 0; k < ENTITY_COUNT; k++)
        add_rows(f, &b, (enum entity_kind)k);
    char *picture = arena_strdup(f->arena, buf_str(&b));
    buf_done(&b);
    return picture;
}

void fixture_minutes(struct fixture *f, int minutes)
{
    app_clock(f->app)->fixed += minutes * INT64_C(60000);
}

struct id fixture_person(struct fixture *f, const char *name, const char *organization,
                         int64_t unsur)
{
    struct job *j;
    struct add_row_args *x = add_row_job(f->app, ENTITY_participant, &j);
    struct participant *p = x->record;
    struct id row = x->row;
    p->name = job_text(j, name);
    p->invited_as = name ? NULL : job_text(j, organization);
    p->organization = job_text(j, organization);
    p->unsur = unsur;
    p->role = ROLE_PESERTA;
    p->attendance = ATTENDANCE_BELUM;
    p->invited = 1;
    fixture_do(f, j);
    return row;
}

struct id fixture_present(struct fixture *f, const char *name, const char *organization,
                          int64_t unsur)
{
    struct job *j;
    struct id row = fixture_person(f, name, organization, unsur);
    check_in_job(f->app, &j)->participant = row;
    fixture_do(f, j);
    return row;
}

struct id fixture_note(struct fixture *f, int64_t kind, const struct id *speaker, const char *text)
{
    struct job *j;
    struct add_contribution_args *x = add_contribution_job(f->app, &j);
    struct id row = x->row;
    x->kind = kind;
    x->speaker = *speaker;
    x->text = job_text(j, text);
    fixture_do(f, j);
    return row;
}

struct id fixture_agreement(struct fixture *f, const char *problem)
{
    struct job *j;
    struct id row = draft_agreement_job(f->app, &j)->row;
    fixture_do(f, j);
    fixture_set(f, ENTITY_agreement, &row, agreement_F_problem, problem);
    return row;
}

void fixture_set(struct fixture *f, enum entity_kind k, const struct id *row, int field,
                 const char *typed)
{
    struct job *j;
    struct set_field_args *x = set_field_job(f->app, &j);
    x->entity = k;
    x->row = *row;
    x->field = field;
    x->typed = true;
    x->text = job_text(j, typed);
    fixture_do(f, j);
}
