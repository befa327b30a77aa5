/* The statements and the schema themselves. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "db/stmt.h"
#include "model/records.h"
#include "tests/db/fixture.h"

static sqlite3 *open_schema(void)
{
    sqlite3 *db = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    if (sqlite3_exec(db, stmt_schema, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    return db;
}

/* Reads whole tables, and may. */
static const char *const may_scan[] = {
    "STMT_NOTES_COUNTS",     /* one row per agenda item */
    "STMT_TALLY_WRONG",      /* the same, when verifying */
    "STMT_NOTES_SEARCH",     /* looks into the words of every note, from the newest */
    "STMT_SPEAKERS",         /* asks of every person whether they spoke */
    "STMT_TEXTS",            /* erasing a person looks at every text that ever was, field by field */
    "STMT_BLANKED_WITHOUT_ERASURE", /* verifying looks at every change */
    "STMT_GROUPS_WITHOUT_CHANGES", /* verifying looks at every group */
    "STMT_TIPS",             /* one row per run of the program */
    "STMT_WRITER_PROOFS",    /* the same */
    "STMT_FORKED",           /* the open and settled forks of merges, all of them wanted */
    "STMT_REASONS",          /* erasing a person looks at every group */
    "STMT_ERASE_GROUPS",     /* once per merge */
    "STMT_BLANKED_REASONS",  /* once per merge with erasures */
    "STMT_WRITERS",          /* one row per run of the program, all of them wanted */
    "STMT_DRAFTS",           /* a handful of rows, all wanted */
};

static bool is_allowed(const char *name)
{
    for (size_t i = 0; i < sizeof may_scan / sizeof *may_scan; i++)
        if (strcmp(name, may_scan[i]) == 0)
            return true;
    return false;
}

/* First line of the plan that reads a table without an index or sorts; NULL when there is none. */
static const char *bad_plan(sqlite3 *db, const char *sql, struct arena *a)
{
    sqlite3_stmt *st;
    const char *bad = NULL;
    assert_int_equal(
        sqlite3_prepare_v2(db, arena_printf(a, "EXPLAIN QUERY PLAN %s", sql), -1, &st, NULL),
        SQLITE_OK);
    while (sqlite3_step(st) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(st, 3);
        bool scan = strncmp(detail, "SCAN", 4) == 0 && !strstr(detail, "USING") &&
                    !strstr(detail, "CONSTANT ROW");
        if (scan || strstr(detail, "TEMP B-TREE"))
            bad = arena_strdup(a, detail);
    }
    sqlite3_finalize(st);
    return bad;
}

static void statements__all_prepare_and_use_an_index(void **state)
{
    struct box *b = *state;
    sqlite3 *db = open_schema();
    int wrong = 0;
    for (int i = 0; i < STMT_COUNT; i++) {
        const struct stmt_text *t = &stmt_texts[i];
        sqlite3_stmt *st = NULL;
        if (sqlite3_prepare_v2(db, t->sql, -1, &st, NULL) != SQLITE_OK)
            fail_msg("%s: %s", t->name, sqlite3_errmsg(db));
        sqlite3_finalize(st);
        const char *bad = bad_plan(db, t->sql, b->a);
        if (bad && !is_allowed(t->name)) {
            print_error("%s: %s\n", t->name, bad);
            wrong++;
        }
    }
    sqlite3_close(db);
    assert_int_equal(wrong, 0);
}

static void statements__no_exception_is_out_of_date(void **state)
{
    struct box *b = *state;
    sqlite3 *db = open_schema();
    for (size_t x = 0; x < sizeof may_scan / sizeof *may_scan; x++) {
        bool needed = false;
        for (int i = 0; i < STMT_COUNT; i++)
            if (strcmp(stmt_texts[i].name, may_scan[x]) == 0)
                needed = bad_plan(db, stmt_texts[i].sql, b->a) != NULL;
        if (!needed)
            fail_msg("%s needs no exception", may_scan[x]);
    }
    sqlite3_close(db);
}

/* Whole tables are wanted by these. */
static bool wants_all(enum entity_verb verb)
{
    return verb == ENTITY_LOAD_ALL || verb == ENTITY_EACH || verb == ENTITY_CLEAR;
}

static void statements__of_the_dictionary_prepare_and_use_an_index(void **state)
{
    struct box *b = *state;
    sqlite3 *db = open_schema();
    for (int k = 0; k < ENTITY_COUNT; k++) {
        for (int verb = 0; verb < ENTITY_VERBS; verb++) {
            char *sql = stmt_entity_sql((enum entity_verb)verb, (enum entity_kind)k);
            const char *bad = bad_plan(db, sql, b->a);
            if (bad && !wants_all((enum entity_verb)verb))
                fail_msg("%s: %s", sql, bad);
            free(sql);
        }
        for (int f = 0; f < dict_entity((enum entity_kind)k)->n_fields; f++)
            for (int verb = 0; verb < FIELD_VERBS; verb++) {
                const struct field *fd = dict_field((enum entity_kind)k, f);
                bool numbered = strcmp(fd->name, "number") == 0 || strcmp(fd->name, "ord") == 0;
                if ((verb == FIELD_MAX && !numbered) ||
                    (verb == FIELD_USERS && fd->type != TYPE_REF))
                    continue; /* never asked of these */
                char *sql = stmt_field_sql((enum field_verb)verb, (enum entity_kind)k, f);
                const char *bad = bad_plan(db, sql, b->a);
                if (bad)
                    fail_msg("%s: %s", sql, bad);
                free(sql);
            }
    }
    sqlite3_close(db);
}

static const char *column_type(const struct field *fd)
{
    switch (fd->type) {
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_ENUM:
        return "TEXT";
    case TYPE_REF:
        return "BLOB";
    case TYPE_INT:
    case TYPE_FLAG:
    case TYPE_TIME:
    case TYPE_STAMP:
        break;
    }
    return "INTEGER";
}

/* Columns of one table against the fields of its entity, in order: id, fields, fold?, deleted. */
static void check_columns(sqlite3 *db, enum entity_kind k, struct arena *a)
{
    const struct entity *en = dict_entity(k);
    sqlite3_stmt *st;
    char *sql = arena_printf(a,
                             "SELECT name, type FROM pragma_table_info('%s') WHERE name NOT IN "
                             "('id', 'fold') ORDER BY cid",
                             en->name);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    int f = 0;
    for (; sqlite3_step(st) == SQLITE_ROW; f++) {
        const char *name = (const char *)sqlite3_column_text(st, 0);
        if (f >= en->n_fields)
            fail_msg("%s.%s is not in the dictionary", en->name, name);
        assert_string_equal(name, en->fields[f].name);
        assert_string_equal((const char *)sqlite3_column_text(st, 1), column_type(&en->fields[f]));
    }
    if (f != en->n_fields)
        fail_msg("%s.%s has no column", en->name, en->fields[f].name);
    sqlite3_finalize(st);
}

/* Every reference of the dictionary is one of the schema, deferred, and the other way round. */
static void check_references(sqlite3 *db, enum entity_kind k, struct arena *a)
{
    const struct entity *en = dict_entity(k);
    sqlite3_stmt *st;
    int in_schema = 0, in_dictionary = 0;
    char *sql =
        arena_printf(a, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list('%s')", en->name);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    for (; sqlite3_step(st) == SQLITE_ROW; in_schema++) {
        int f = dict_find_field(k, (const char *)sqlite3_column_text(st, 0));
        assert_true(f >= 0);
        assert_int_equal(en->fields[f].type, TYPE_REF);
        assert_string_equal(dict_entity((enum entity_kind)en->fields[f].arg)->name,
                            (const char *)sqlite3_column_text(st, 1));
    }
    sqlite3_finalize(st);
    for (int f = 0; f < en->n_fields; f++)
        in_dictionary += en->fields[f].type == TYPE_REF;
    assert_int_equal(in_schema, in_dictionary);
}

static void schema__and_dictionary_agree(void **state)
{
    struct box *b = *state;
    sqlite3 *db = open_schema();
    for (int k = 0; k < ENTITY_COUNT; k++) {
        check_columns(db, (enum entity_kind)k, b->a);
        check_references(db, (enum entity_kind)k, b->a);
    }
    /* no table that is neither an entity nor one of the store's own */
    static const char *const own[] = {"meta",   "writer", "grp",   "change",
                                      "forked", "tally",  "draft", "blob"};
    sqlite3_stmt *st;
    int tables = 0;
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT name, sql FROM sqlite_schema WHERE type = 'table'",
                                        -1, &st, NULL),
                     SQLITE_OK);
    for (; sqlite3_step(st) == SQLITE_ROW; tables++) {
        const char *sql = (const char *)sqlite3_column_text(st, 1);
        assert_non_null(strstr(sql, "STRICT"));
        for (const char *p = sql; (p = strstr(p, "REFERENCES")); p++)
            assert_non_null(strstr(p, "DEFERRABLE INITIALLY DEFERRED"));
    }
    sqlite3_finalize(st);
    assert_int_equal(tables, ENTITY_COUNT + (int)(sizeof own / sizeof *own));
    sqlite3_close(db);
}

/* The log refuses whatever is not growth, even from somebody who goes around the program. */
static void log__only_grows(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_person(b, s, "Sari");
    store_close(s);
    static const char *const attacks[] = {
        "UPDATE change SET value = 'Budi' WHERE field = 'name'",
        "UPDATE change SET value = NULL, salt = NULL, erased = 1, seq = 9",
        "UPDATE change SET hlc = 1",
        "DELETE FROM change",
        "INSERT INTO change SELECT * FROM change",
        "INSERT OR REPLACE INTO change SELECT * FROM change",
        "UPDATE grp SET at = 0",
        "UPDATE grp SET first = 1",
        "UPDATE grp SET reason = 'x'",
        "DELETE FROM grp",
        "INSERT OR REPLACE INTO grp SELECT * FROM grp",
        "UPDATE writer SET person = 'Budi'",
        "DELETE FROM writer",
        "INSERT OR REPLACE INTO writer SELECT * FROM writer",
    };
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(box_path(b, "a.fkp"), &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        char *message = NULL;
        if (sqlite3_exec(db, attacks[i], NULL, NULL, &message) != SQLITE_CONSTRAINT)
            fail_msg("let through: %s", attacks[i]);
        assert_string_equal(message, "the log is append-only");
        sqlite3_free(message);
    }
    /* the one that is let through: blanking a value together with its salt */
    assert_int_equal(sqlite3_exec(db, "UPDATE change SET value = NULL, salt = NULL, erased = 1",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_changes(db), 2);
    sqlite3_close(db);
}

/* The program works without the triggers: what it may prepare is held to the same rule. */
static void log__only_grows_for_the_program_too(void **state)
{
    struct box *b = *state;
    struct store *s = box_create(b, "a.fkp", "Rina");
    add_person(b, s, "Sari");
    static const char *const attacks[] = {
        "UPDATE change SET hlc = 1",
        "UPDATE change SET value = NULL, salt = NULL, erased = 1, proof = zeroblob(32)",
        "DELETE FROM change",
        "UPDATE grp SET at = 0",
        "DELETE FROM grp",
        "UPDATE writer SET started_at = 0",
        "DELETE FROM writer",
        "DROP TABLE change",
    };
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
        if (stmt_exec(s, attacks[i], &b->e) == ERR_NONE)
            fail_msg("let through: %s", attacks[i]);
    assert_ok(b, stmt_exec(s, "UPDATE change SET value = NULL, salt = NULL, erased = 1", &b->e));
    store_close(s);
    for (int i = 0; i < STMT_COUNT; i++)
        if (strstr(stmt_texts[i].sql, "REPLACE"))
            fail_msg("%s would walk past all of this", stmt_texts[i].name);
}

#define T(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(statements__all_prepare_and_use_an_index),
        T(statements__no_exception_is_out_of_date),
        T(statements__of_the_dictionary_prepare_and_use_an_index),
        T(schema__and_dictionary_agree),
        T(log__only_grows),
        T(log__only_grows_for_the_program_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
