/* What the tests of the db room share: a sandbox, a fixed clock, short ways to write. */
#ifndef TESTS_DB_FIXTURE_H
#define TESTS_DB_FIXTURE_H

#include "base/arena.h"
#include "base/clock.h"
#include "db/store.h"

struct box {
    char dir[256];
    struct clock clock;
    struct arena *a;
    struct err e;
};

/* cmocka set-up and tear-down: *state is a struct box *, its folder is made and removed. */
int box_setup(void **state);
int box_teardown(void **state);
/* Path inside the sandbox, in the arena. */
char *box_path(struct box *b, const char *name);
/* A new or an opened session; the test fails when it does not work. */
struct store *box_create(struct box *b, const char *name, const char *person);
struct store *box_open(struct box *b, const char *name, const char *person);
/* Runs SQL on a file with a connection of its own (nobody else may have it open in this process).
 */
void box_sql(struct box *b, const char *name, const char *sql);
/* Copies a closed file byte by byte. */
void box_copy(struct box *b, const char *from, const char *to);
void box_write(struct box *b, const char *name, const void *p, size_t n);

/* A group of kind DO with a fresh id. */
struct group box_group(struct box *b, const char *action);
/* Begins a group; asserts that it was not done yet. */
struct group begin(struct box *b, struct store *s, const char *action);
void commit(struct box *b, struct store *s);
void set_text(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
              const char *text);
void set_int(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
             int64_t i);
void set_ref(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
             const struct id *to);
/* One field in a group of its own. */
void put_text(struct box *b, struct store *s, enum entity_kind k, const struct id *row, int f,
              const char *text);
/* A participant with a number and a name; a note. Each in a group of its own. */
struct id add_person(struct box *b, struct store *s, const char *name);
struct id add_note(struct box *b, struct store *s, const char *text);

/* How many live rows. */
int64_t box_count(struct box *b, struct store *s, enum entity_kind k);

/* assert_int_equal with the error's words when it differs. */
#define assert_ok(b, expression) assert_code((b), ERR_NONE, (expression), __FILE__, __LINE__)
#define assert_err(b, code, expression) assert_code((b), (code), (expression), __FILE__, __LINE__)
void assert_code(struct box *b, enum err_code want, enum err_code got, const char *file, int line);

#endif
