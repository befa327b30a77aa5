#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/db/fixture.h"
#include "base/file.h"
#include "model/records.h"

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *f)
{
    (void)st, (void)flag, (void)f;
    return remove(path);
}

int box_setup(void **state)
{
    struct box *b = mem_zalloc(sizeof *b);
    const char *tmp = getenv("TMPDIR");
    snprintf(b->dir, sizeof b->dir, "%s/mufakat-db-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    assert_non_null(mkdtemp(b->dir));
    b->clock = clock_fixed(1794448800000); /* 12 November 2026 */
    b->a = arena_new();
    *state = b;
    return 0;
}

int box_teardown(void **state)
{
    struct box *b = *state;
    nftw(b->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(b->a);
    free(b);
    return 0;
}

char *box_path(struct box *b, const char *name)
{
    return arena_printf(b->a, "%s/%s", b->dir, name);
}

void assert_code(struct box *b, enum err_code want, enum err_code got, const char *file, int line)
{
    if (want != got) {
        print_error("%s: %s (%s)\n", err_name(got), b->e.text, b->e.detail);
        _assert_int_equal((LargestIntegralType)got, (LargestIntegralType)want, file, line);
    }
}

struct store *box_create(struct box *b, const char *name, const char *person)
{
    struct store *s = NULL;
    struct store_identity who = {person, "laptop"};
    const char *path = strcmp(name, ":memory:") == 0 ? name : box_path(b, name);
    assert_ok(b, store_create(path, &who, &b->clock, &s, &b->e));
    return s;
}

struct store *box_open(struct box *b, const char *name, const char *person)
{
    struct store *s = NULL;
    struct store_identity who = {person, "laptop"};
    assert_ok(b, store_open(box_path(b, name), &who, &b->clock, &s, &b->e));
    return s;
}

void box_sql(struct box *b, const char *name, const char *sql)
{
    sqlite3 *db = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(box_path(b, name), &db), SQLITE_OK);
    int rc = sqlite3_exec(db, sql, NULL, NULL, &message);
    if (rc != SQLITE_OK)
        print_error("%s: %s\n", sql, message);
    sqlite3_free(message);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    assert_int_equal(rc, SQLITE_OK);
}

void box_write(struct box *b, const char *name, const void *p, size_t n)
{
    FILE *f = fopen(box_path(b, name), "wb"); /* file_write would wait for the disk each time */
    assert_non_null(f);
    if (n) /* an empty log has no bytes to point at */
        assert_int_equal(fwrite(p, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

void box_copy(struct box *b, const char *from, const char *to)
{
    struct buf bytes = BUF_INIT;
    assert_ok(b, file_read(box_path(b, from), 1u << 30, &bytes, &b->e));
    box_write(b, to, bytes.p, bytes.len);
    buf_done(&bytes);
}

struct group box_group(struct box *b, const char *action)
{
    b->clock.fixed += 1000;
    int64_t now = clock_now(&b->clock);
    return (struct group){.id = id_new(now), .kind = GROUP_DO, .at = now, .action = action};
}

struct group begin(struct box *b, struct store *s, const char *action)
{
    struct group g = box_group(b, action);
    bool done = true;
    assert_ok(b, store_begin(s, &g, &done, &b->e));
    assert_false(done);
    return g;
}

void commit(struct box *b, struct store *s)
{
    unsigned touched = 0;
    assert_ok(b, store_commit(s, &touched, &b->e));
}

void set_text(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
              const char *text)
{
    struct value v = value_text(text);
    assert_ok(b, store_set(s, k, row, f, &v, NULL, &b->e));
}

void set_int(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
             int64_t i)
{
    struct value v = value_int(i);
    assert_ok(b, store_set(s, k, row, f, &v, NULL, &b->e));
}

void set_ref(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
             const struct id *to)
{
    struct value v = value_ref(to);
    assert_ok(b, store_set(s, k, row, f, &v, NULL, &b->e));
}

void put_text(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
              const char *text)
{
    begin(b, s, "put");
    set_text(b, s, k, row, f, text);
    commit(b, s);
}

struct id add_person(struct box *b, struct store *s, const char *name)
{
    int64_t number = 0;
    begin(b, s, "add_participant");
    struct id row = id_new(clock_now(&b->clock));
    assert_ok(b, store_next(s, ENTITY_participant, participant_F_number, &number, &b->e));
    set_int(b, s, ENTITY_participant, &row, participant_F_number, number);
    set_text(b, s, ENTITY_participant, &row, participant_F_name, name);
    commit(b, s);
    return row;
}

struct id add_note(struct box *b, struct store *s, const char *text)
{
    int64_t number = 0;
    begin(b, s, "add_contribution");
    struct id row = id_new(clock_now(&b->clock));
    assert_ok(b, store_next(s, ENTITY_contribution, contribution_F_number, &number, &b->e));
    set_int(b, s, ENTITY_contribution, &row, contribution_F_number, number);
    set_text(b, s, ENTITY_contribution, &row, contribution_F_text, text);
    commit(b, s);
    return row;
}

int64_t box_count(struct box *b, struct store *s, enum entity_kind k)
{
    void *rows;
    size_t n;
    assert_ok(b, store_load_all(s, k, b->a, &rows, &n, &b->e));
    return (int64_t)n;
}
