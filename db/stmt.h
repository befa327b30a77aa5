/* Statements: prepared once, kept, reset and unbound after every use. Private to the db room.
 *
 * Two sources of SQL: the named statements in the folder db/queries, and a few fixed patterns
 * filled with table and column names of the dictionary (names known at compile time, never text of
 * a user). */
#ifndef MUFAKAT_DB_STMT_H
#define MUFAKAT_DB_STMT_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/sha256.h"
#include "db/stmt_ids.h"
#include "model/dict.h"

struct store;

struct stmt_text {
    const char *name, *sql;
};
extern const struct stmt_text stmt_texts[STMT_COUNT];
extern const char stmt_schema[];

/* What is asked of every entity's table. */
enum entity_verb {
    ENTITY_LOAD_ALL, /* live rows in the dossier's order */
    ENTITY_LOAD,     /* one row by id */
    ENTITY_EACH,     /* every row, deleted ones too, by id */
    ENTITY_INSERT,   /* a row: ?1 its id, then its fields in order, then the search column if it has one */
    ENTITY_CLEAR,    /* drop all rows */
    ENTITY_VERBS
};
/* What is asked of every field's column. */
enum field_verb {
    FIELD_GET,    /* value, deleted flag of row ?1 */
    FIELD_UPDATE, /* set to ?2 in row ?1 */
    FIELD_MAX,    /* highest value */
    FIELD_USERS,  /* live rows whose reference is ?1 */
    FIELD_VERBS
};

struct stmt_cache {
    sqlite3_stmt *named[STMT_COUNT];
    sqlite3_stmt *entity[ENTITY_COUNT][ENTITY_VERBS];
    sqlite3_stmt **field[ENTITY_COUNT]; /* [field * FIELD_VERBS + verb] */
    int open;                           /* taken and not given back */
};

/* True when the entity's table has the derived search column `fold`. */
bool stmt_has_fold(enum entity_kind k);
/* SQL of a pattern, made from the dictionary; for preparing and for the tests. Caller frees. */
char *stmt_entity_sql(enum entity_verb verb, enum entity_kind k);
char *stmt_field_sql(enum field_verb verb, enum entity_kind k, int f);

/* A statement in use. */
struct query {
    struct store *s;
    sqlite3_stmt *st;
};

/* Takes a statement and binds ?1, ?2, ... after `fmt`: i int64_t, t text, d const struct id *
 * (ID_NONE is NULL), h const struct hash *, b bytes and size_t, v const struct value *. What is
 * bound must live until query_end. On failure nothing has to be ended. */
enum err_code query_named(struct store *s, struct query *q, enum stmt_id id, struct err *e,
                          const char *fmt, ...) MUST_CHECK;
enum err_code query_entity(struct store *s, struct query *q, enum entity_verb verb,
                           enum entity_kind k, struct err *e, const char *fmt, ...) MUST_CHECK;
enum err_code query_field(struct store *s, struct query *q, enum field_verb verb,
                          enum entity_kind k, int f, struct err *e, const char *fmt,
                          ...) MUST_CHECK;
/* Binds ?i of a statement in use, beyond what its format bound. */
enum err_code query_bind(struct query *q, int i, const struct value *v, struct err *e) MUST_CHECK;
/* Next row; *ret_row false when there is none. */
enum err_code query_step(struct query *q, bool *ret_row, struct err *e) MUST_CHECK;
/* Gives the statement back; fine when it never started. */
void query_end(struct query *q);
/* A named statement that gives no rows, from start to end. */
enum err_code query_run(struct store *s, enum stmt_id id, struct err *e, const char *fmt,
                        ...) MUST_CHECK;
/* A named statement that gives one integer; `otherwise` when it gives no row or NULL. */
enum err_code query_number(struct store *s, enum stmt_id id, int64_t otherwise, int64_t *ret,
                           struct err *e, const char *fmt, ...) MUST_CHECK;

/* Columns of the present row; text and bytes are copied into the arena. */
int64_t col_int(const struct query *q, int i, int64_t otherwise);
char *col_text(const struct query *q, int i, struct arena *a); /* NULL for NULL */
struct id col_id(const struct query *q, int i);                /* ID_NONE when not 16 bytes */
struct hash col_hash(const struct query *q, int i);            /* zeros when not 32 bytes */
/* With a NULL arena the value borrows SQLite's memory until the next step. Reals become NULL. */
struct value col_value(const struct query *q, int i, struct arena *a);

/* Finalizes everything; asserts that nothing is in use. */
void stmt_forget_all(struct store *s);
/* Turns SQLite's code of the store's last action into words. */
enum err_code stmt_error(struct store *s, int rc, struct err *e);
/* The same for a connection that is not a store's. */
enum err_code stmt_db_error(sqlite3 *db, int rc, const char *path, struct err *e);
/* Runs fixed SQL that gives no rows. */
enum err_code stmt_exec(struct store *s, const char *sql, struct err *e) MUST_CHECK;

#endif
