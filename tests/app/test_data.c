/* The session as JSON: out, in, out again; and what is refused on the way in. Pure: no session
 * file. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/data_read.h"
#include "app/data_shape.h"
#include "app/data_write.h"
#include "base/file.h"
#include "base/text.h"
#include "model/validate.h"

#define NOW INT64_C(1794447600000)

static struct buf read_sample(void)
{
    char path[4096];
    struct buf b = BUF_INIT;
    struct err e;
    snprintf(path, sizeof path, "%s/data/contoh.json", getenv("MUFAKAT_SRCDIR"));
    assert_int_equal(file_read(path, DATA_FILE_LIMIT, &b, &e), ERR_NONE);
    return b;
}

static struct dossier *must_read(struct arena *ar, const char *json)
{
    struct err e = {0};
    struct dossier *d = NULL;
    if (data_read(json, strlen(json), NOW, ar, &d, &e))
        fail_msg("%s (%s)", e.text, e.detail);
    return d;
}

/* Writes, reads, writes: both texts must be the same. */
static void assert_round_trip(const struct dossier *d)
{
    struct arena *ar = arena_new();
    struct buf once = BUF_INIT, twice = BUF_INIT;
    data_write_dossier(d, &once);
    data_write_dossier(must_read(ar, buf_str(&once)), &twice);
    assert_string_equal(buf_str(&once), buf_str(&twice));
    buf_done(&once);
    buf_done(&twice);
    arena_free(ar);
}

static void data__practice_session_survives_a_round_trip(void **state)
{
    (void)state;
    struct arena *ar = arena_new();
    struct buf b = read_sample();
    struct dossier *d = must_read(ar, buf_str(&b));
    assert_int_equal(d->contribution.n, 14);
    assert_int_equal(d->agreement.n, 6);
    assert_round_trip(d);
    buf_done(&b);
    arena_free(ar);
}

/* Figures of the day that was played (sample session 2, 4, 5, 9). */
static void data__summary_counts_the_practice_day(void **state)
{
    (void)state;
    struct arena *ar = arena_new();
    struct buf in = read_sample(), out = BUF_INIT;
    data_write_dossier(must_read(ar, buf_str(&in)), &out);
    json_t *all = json_loads(buf_str(&out), 0, NULL);
    json_t *s = json_object_get(all, "summary");
    static const struct {
        const char *key;
        int n;
    } want[] = {{"present", 24},   {"copies", 3}, {"inputs", 14},       {"agreements", 6},
                {"objections", 1}, {"parked", 2}, {"unsur_present", 5}, {"unsur_asked", 5}};
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++)
        assert_int_equal(json_integer_value(json_object_get(s, want[i].key)), want[i].n);
    assert_string_equal(json_string_value(json_object_get(s, "date_words")),
                        "Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam");
    json_decref(all);
    buf_done(&in);
    buf_done(&out);
    arena_free(ar);
}

static void data__writes_every_field_of_the_dictionary(void **state)
{
    (void)state;
    struct arena *ar = arena_new();
    struct buf in = read_sample(), out = BUF_INIT;
    data_write_dossier(must_read(ar, buf_str(&in)), &out);
    json_t *all = json_loads(buf_str(&out), 0, NULL);
    for (int k = 0; k < ENTITY_COUNT; k++) {
        const struct entity *en = dict_entity((enum entity_kind)k);
        json_t *row = json_object_get(all, en->json);
        if (data_is_link((enum entity_kind)k))
            continue;
        assert_non_null(row);
        if (k != ENTITY_session)
            row = json_array_get(row, 0);
        for (int f = 0; row && f < en->n_fields - 1; f++)
            assert_non_null(json_object_get(row, en->fields[f].name));
    }
    json_decref(all);
    buf_done(&in);
    buf_done(&out);
    arena_free(ar);
}

/* --- random dossiers --- */

static uint64_t seed;

static uint64_t dice(uint64_t sides)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (seed >> 33) % sides;
}

static const char *random_text(struct arena *ar, bool lines)
{
    static const char *const bits[] = {
        "a",  "Siti", " ", "\"",           "\\", "é",        "e\xcc\x81", "\xf0\x9f\x98\x80",
        "\n", "ا",    "{", "\xe2\x80\xae", "@@", "\x1b[31m", "\xff"};
    const char *s = "";
    for (uint64_t n = dice(12); n > 0; n--)
        s = arena_printf(ar, "%s%s", s, bits[dice(sizeof bits / sizeof bits[0])]);
    s = text_input(ar, s, strlen(s), lines);
    return *s ? s : NULL;
}

static int64_t random_number(const struct field *f)
{
    if (dice(4) == 0)
        return NONE;
    switch (f->type) {
    case TYPE_FLAG:
        return (int64_t)dice(2);
    case TYPE_DATE:
        return (int64_t)dice(40000);
    case TYPE_TIME:
        return (int64_t)dice(1440);
    case TYPE_STAMP:
        return NOW + (int64_t)dice(100000000);
    case TYPE_ENUM:
        return (int64_t)dice((uint64_t)dict_enum((enum enum_set_id)f->arg)->n);
    default:
        return (int64_t)dice(2000) - 1000;
    }
}

static struct id random_row(const struct dossier *d, int entity)
{
    size_t n;
    const char *rows = dossier_rows(d, (enum entity_kind)entity, &n);
    return n == 0
               ? ID_NONE
               : *(const struct id *)(rows + dice(n) * dict_entity((enum entity_kind)entity)->size);
}

/* Random numbers may be out of a field's range; the reader refuses those. */
static void drop_what_no_form_takes(enum entity_kind k, int f, void *row)
{
    char scratch[DATE_TEXT];
    struct err e;
    struct value v = record_get(row, k, f, scratch), none = value_null();
    if (v.type != VALUE_NULL && validate_value(k, f, &v, &e))
        assert_true(record_set(row, k, f, &none));
}

static void fill_row(const struct dossier *d, enum entity_kind k, char *row, struct arena *ar)
{
    const struct entity *en = dict_entity(k);
    for (int f = 0; f < en->n_fields - 1; f++) {
        const struct field *fd = &en->fields[f];
        void *at = row + fd->offset;
        if (fd->type == TYPE_TEXT)
            *(const char **)at = random_text(ar, (fd->flags & FIELD_LINES) != 0);
        else if (fd->type == TYPE_REF)
            *(struct id *)at = dice(3) == 0 ? ID_NONE : random_row(d, fd->arg);
        else
            *(int64_t *)at = random_number(fd);
        drop_what_no_form_takes(k, f, row);
    }
}

static struct dossier *random_dossier(struct arena *ar)
{
    struct dossier *d = dossier_new(ar);
    for (int k = 0; k < ENTITY_COUNT;
         k++) { /* rows first, so that anything can refer to anything */
        size_t n = dice(5), size = dict_entity((enum entity_kind)k)->size;
        if (k == ENTITY_session || k == ENTITY_lock || data_is_link((enum entity_kind)k))
            continue;
        char *rows = arena_alloc(ar, n * size + 1);
        for (size_t i = 0; i < n; i++) {
            struct id id = id_new(NOW);
            record_init(rows + i * size, (enum entity_kind)k);
            memcpy(rows + i * size, &id, sizeof id);
        }
        dossier_set_rows(d, (enum entity_kind)k, rows, n);
    }
    fill_row(d, ENTITY_session, (char *)d->session.v, ar);
    for (int k = 0; k < ENTITY_COUNT; k++) {
        size_t n;
        char *rows = (char *)(uintptr_t)dossier_rows(d, (enum entity_kind)k, &n);
        for (size_t i = 0; i < n && k != ENTITY_session; i++)
            fill_row(d, (enum entity_kind)k, rows + i * dict_entity((enum entity_kind)k)->size, ar);
    }
    return d;
}

/* Links between random ends; the writer must put them where the reader looks. */
static void add_random_links(struct dossier *d, struct arena *ar)
{
    size_t n = d->contribution.n && d->issue.n ? dice(4) : 0;
    struct contribution_issue *v = ARENA_ARRAY(ar, struct contribution_issue, n + 1);
    for (size_t i = 0; i < n; i++) {
        record_init(&v[i], ENTITY_contribution_issue);
        v[i].contribution = random_row(d, ENTITY_contribution);
        v[i].issue = d->issue.v[i % d->issue.n].id;
        v[i].id = id_link("contribution_issue", &v[i].contribution, &v[i].issue);
        for (size_t k = 0; k < i; k++)
            if (id_eq(&v[k].id, &v[i].id))
                n = i; /* the same link twice cannot be in a session */
    }
    d->contribution_issue.v = v;
    d->contribution_issue.n = n;
}

static void data__random_sessions_survive_a_round_trip(void **state)
{
    (void)state;
    for (int i = 0; i < 300; i++) {
        struct arena *ar = arena_new();
        seed = (uint64_t)i * 7919 + 1;
        struct dossier *d = random_dossier(ar);
        add_random_links(d, ar);
        assert_round_trip(d);
        arena_free(ar);
    }
}

static void data__leaves_out_control_and_bidi_characters(void **state)
{
    (void)state;
    struct arena *ar = arena_new();
    struct buf out = BUF_INIT;
    struct dossier *d = must_read(ar, "{\"session\": {\"theme\": \"A\\u202eB\\u001b[31mC\"}}");
    data_write_dossier(d, &out);
    assert_non_null(strstr(buf_str(&out), "\"AB[31mC\""));
    assert_null(strstr(buf_str(&out), "\xe2\x80\xae"));
    buf_done(&out);
    arena_free(ar);
}

/* --- refusals --- */

static const struct {
    const char *json, *says;
    enum err_code code;
} bad[] = {
    {"", "baris 1", ERR_INPUT},
    {"{", "baris 1", ERR_INPUT},
    {"{\"session\": {},\n \"issues\": [}", "baris 2", ERR_INPUT},
    {"{\"session\": {}, \"session\": {}}", "baris 1", ERR_INPUT},
    {"[]", "objek", ERR_INPUT},
    {"{}", "session", ERR_INPUT},
    {"{\"session\": []}", "session", ERR_INPUT},
    {"{\"session\": {}, \"version\": 99}", "lebih baru", ERR_VERSION},
    {"{\"session\": {}, \"peserta\": []}", "peserta", ERR_INPUT},
    {"{\"session\": {\"tema\": \"x\"}}", "session.tema", ERR_INPUT},
    {"{\"session\": {\"deleted\": true}}", "session.deleted", ERR_INPUT},
    {"{\"session\": {\"theme\": 5}}", "session.theme", ERR_INPUT},
    {"{\"session\": {\"copies\": \"3\"}}", "session.copies", ERR_INPUT},
    {"{\"session\": {\"copies\": 3.5}}", "session.copies", ERR_INPUT},
    {"{\"session\": {\"copies\": -3}}", "session.copies", ERR_INPUT},
    {"{\"session\": {\"date\": \"2026-02-30\"}}", "session.date", ERR_INPUT},
    {"{\"session\": {\"date\": \"12-11-2026\"}}", "session.date", ERR_INPUT},
    {"{\"session\": {\"start_time\": \"25:00\"}}", "session.start_time", ERR_INPUT},
    {"{\"session\": {\"read_aloud_at\": \"kemarin\"}}", "session.read_aloud_at", ERR_INPUT},
    {"{\"session\": {\"zone\": \"utc\"}}", "wib, wita, wit", ERR_INPUT},
    {"{\"session\": {\"with_logo\": 2}}", "session.with_logo", ERR_INPUT},
    {"{\"session\": {}, \"issues\": {}}", "issues", ERR_INPUT},
    {"{\"session\": {}, \"issues\": [1]}", "issues[1]", ERR_INPUT},
    {"{\"session\": {}, \"issues\": [{\"id\": 1}]}", "issues[1]", ERR_INPUT},
    {"{\"session\": {}, \"issues\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}", "issues[2]", ERR_INPUT},
    {"{\"session\": {\"current_agenda\": \"g1\"}}", "session.current_agenda", ERR_INPUT},
    {"{\"session\": {\"current_agenda\": \"i1\"}, \"issues\": [{\"id\": \"i1\"}]}", "agenda",
     ERR_INPUT},
    {"{\"session\": {}, \"contributions\": [{\"issues\": [\"i9\"]}]}", "contributions[1].issues",
     ERR_INPUT},
    {"{\"session\": {}, \"contributions\": [{\"issues\": \"i9\"}]}", "contributions[1].issues",
     ERR_INPUT},
    {"{\"session\": {}, \"replies\": [{}]}", "replies[1]", ERR_INPUT},
};

static void data__refuses_what_is_wrong_and_says_where(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct arena *ar = arena_new();
        struct err e = {0};
        struct dossier *d = NULL;
        enum err_code code = data_read(bad[i].json, strlen(bad[i].json), NOW, ar, &d, &e);
        if (code != bad[i].code || !strstr(e.text, bad[i].says) || d)
            fail_msg("%s -> %s: %s", bad[i].json, err_name(code), e.text);
        arena_free(ar);
    }
}

/* Every way of cutting the sample short ends in a sentence, never in a crash or half a session. */
static void data__refuses_a_file_cut_anywhere(void **state)
{
    (void)state;
    struct buf b = read_sample();
    for (size_t n = 0; n + 3 < b.len; n += 997) {
        struct arena *ar = arena_new();
        struct err e = {0};
        struct dossier *d = NULL;
        assert_int_equal(data_read(b.p, n, NOW, ar, &d, &e), ERR_INPUT);
        arena_free(ar);
    }
    buf_done(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data__practice_session_survives_a_round_trip),
        cmocka_unit_test(data__summary_counts_the_practice_day),
        cmocka_unit_test(data__writes_every_field_of_the_dictionary),
        cmocka_unit_test(data__random_sessions_survive_a_round_trip),
        cmocka_unit_test(data__leaves_out_control_and_bidi_characters),
        cmocka_unit_test(data__refuses_what_is_wrong_and_says_where),
        cmocka_unit_test(data__refuses_a_file_cut_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
