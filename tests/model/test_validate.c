#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "model/validate.h"

struct form_case {
    enum entity_kind k;
    int f;
    const char *typed;
    const char *stored; /* "i:5", "t:text", "null", or "!" for refused */
};

#define SESSION(f) ENTITY_session, session_F_##f
#define PERSON(f) ENTITY_participant, participant_F_##f
#define AGREE(f) ENTITY_agreement, agreement_F_##f

static const struct form_case cases[] = {
    {SESSION(theme), "  Standar   Pelayanan ", "t:Standar Pelayanan"},
    {SESSION(theme), "baris\nkedua", "t:baris kedua"},
    {SESSION(theme), "", "!"},
    {SESSION(theme), "  \n ", "!"},
    {SESSION(town), "", "null"},
    {SESSION(letterhead), "baris satu\nbaris dua\n\n", "t:baris satu\nbaris dua"},
    {SESSION(date), "12-11-2026", "t:2026-11-12"},
    {SESSION(date), "12/11/26", "t:2026-11-12"},
    {SESSION(date), "Kamis, 12 Nopember 2026", "t:2026-11-12"},
    {SESSION(date), "2026-11-12", "t:2026-11-12"},
    {SESSION(date), "31-02-2026", "!"},
    {SESSION(date), "besok", "!"},
    {SESSION(start_time), "08.30", "i:510"},
    {SESSION(start_time), "8:30 WITA", "i:510"},
    {SESSION(start_time), "25.00", "!"},
    {SESSION(start_time), "", "null"},
    {SESSION(zone), "WITA", "t:wita"},
    {SESSION(zone), "wita", "t:wita"},
    {SESSION(zone), "wi", "!"}, /* three begin so */
    {SESSION(zone), "utc", "!"},
    {SESSION(topic), "evaluasi", "t:evaluasi_kebijakan"},
    {SESSION(topic), "Evaluasi pelaksanaan kebijakan", "t:evaluasi_kebijakan"},
    {SESSION(participation), "involve", "t:involve"},
    {SESSION(participation), "Melibatkan", "t:involve"},
    {SESSION(copies), "3", "i:3"},
    {SESSION(copies), "0", "!"},
    {SESSION(copies), "51", "!"},
    {SESSION(copies), "tiga", "!"},
    {SESSION(copies), "-1", "!"},
    {SESSION(margin_left), "30", "i:30"},
    {SESSION(margin_left), "3", "!"},
    {SESSION(margin_left), "61", "!"}, /* the papers would not follow */
    {SESSION(photos_per_page), "2", "i:2"},
    {SESSION(photos_per_page), "3", "!"},
    {SESSION(photos_per_page), "4", "i:4"},
    {SESSION(photos_per_page), "8", "!"},
    {SESSION(with_logo), "ya", "i:1"},
    {SESSION(with_logo), "Tidak", "i:0"},
    {SESSION(with_logo), "mungkin", "!"},
    {SESSION(read_aloud_at), "11.42", "i:1794454920000"},
    {SESSION(read_aloud_at), "12-11-2026 11.42", "i:1794454920000"},
    {SESSION(read_aloud_at), "12 November 2026 pukul 11.42 WITA", "i:1794454920000"},
    {SESSION(read_aloud_at), "2026-11-12T11:42:00+08:00", "i:1794454920000"},
    {SESSION(read_aloud_at), "siang", "!"},
    {SESSION(current_agenda), "agenda kedua", "!"},
    {PERSON(unsur), "pengguna", "t:pengguna"},
    {PERSON(unsur), "Pengguna Layanan", "t:pengguna"},
    {PERSON(unsur), "LSM", "t:oms"},
    {PERSON(unsur), "wartawan", "t:media"},
    {PERSON(unsur), "tokoh masyarakat", "!"}, /* must be asked */
    {PERSON(unsur), "pen", "!"},              /* penyelenggara or pengguna */
    {PERSON(sex), "L", "t:l"},
    {PERSON(sex), "Perempuan", "t:p"},
    {PERSON(sex), "x", "!"},
    {PERSON(name), "Drs. WIRATMA kusnandar, M.Si", "t:Drs. WIRATMA kusnandar, M.Si"},
    {AGREE(duration), "14", "i:14"},
    {AGREE(duration), "1.500", "i:1500"},
    {AGREE(duration), "1,5", "!"},
    {AGREE(duration), "1.5", "!"},
    {AGREE(duration), "15.00", "!"},
    {AGREE(duration), "99999999999999999999", "!"},
    {AGREE(duration_unit), "hari kerja", "t:hari_kerja"},
    {AGREE(duration_unit), "hari", "!"},
    {AGREE(duration_unit), "bul", "t:bulan"},
    {AGREE(percent), "100", "i:100"},
    {AGREE(percent), "101", "!"},
    {AGREE(status), "mufakat", "t:mufakat"}, /* whole word before a beginning */
    {AGREE(status), "mufakat dengan", "t:dengan_catatan"},
    {AGREE(status), "dengan_catatan", "t:dengan_catatan"}};

static const struct validate_context *context(void)
{
    static struct validate_context c;
    c = (struct validate_context){date_of(2026, 11, 12), ZONE_WITA};
    return &c;
}

static const char *stored(const struct value *v, char out[200])
{
    if (v->type == VALUE_NULL)
        snprintf(out, 200, "null");
    else if (v->type == VALUE_INT)
        snprintf(out, 200, "i:%lld", (long long)v->i);
    else
        snprintf(out, 200, "t:%.*s", (int)v->n, v->p);
    return out;
}

static void validate_field__reads_what_people_type(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct form_case *c = &cases[i];
        struct err e = {0};
        struct value v = value_null();
        char got[200] = "!";
        if (validate_field(c->k, c->f, c->typed, context(), a, &v, NULL, &e) == ERR_NONE)
            stored(&v, got);
        else
            assert_true(e.code == ERR_INPUT && strlen(e.text) > 10);
        if (strcmp(got, c->stored) != 0)
            fail_msg("%s '%s': %s, expected %s (%s)", dict_field(c->k, c->f)->name, c->typed, got,
                     c->stored, e.text);
    }
    arena_free(a);
}

static void validate_field__says_what_is_expected(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct err e;
    struct value v;
    err_ignore(validate_field(SESSION(date), "besok\nlusa", context(), a, &v, NULL, &e));
    assert_string_equal(
        e.text, "Tanggal: \"besok lusa\" tidak dapat dibaca. Tulis tanggal, hari dulu, misalnya "
                "12-11-2026 atau 12 November 2026.");
    err_ignore(validate_field(SESSION(zone), "wi", context(), a, &v, NULL, &e));
    assert_string_equal(
        e.text,
        "Zona waktu: \"wi\" tidak dapat dibaca. Tulis salah satu dari: WIB, WITA atau WIT.");
    err_ignore(validate_field(SESSION(theme), "", context(), a, &v, NULL, &e));
    assert_string_equal(e.text, "Tema harus diisi.");
    arena_free(a);
}

static void validate_field__refuses_more_than_a_field_holds(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    struct err e;
    struct value v;
    char *big = arena_alloc(a, 100001);
    memset(big, 'x', 100000);
    assert_int_equal(validate_field(SESSION(theme), big, context(), a, &v, NULL, &e), ERR_INPUT);
    assert_int_equal(
        validate_field(ENTITY_contribution, contribution_F_text, big, context(), a, &v, NULL, &e),
        ERR_NONE);
    assert_int_equal(v.n, 100000);
    arena_free(a);
}

/* Every field of every record: what a form shows is read back to the same value. */
static void validate_show__is_read_back_for_every_field(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    int checked = 0;
    for (int k = 0; k < ENTITY_COUNT; k++) {
        const struct entity *ent = dict_entity((enum entity_kind)k);
        void *record = arena_alloc(a, ent->size);
        for (int f = 0; f < ent->n_fields; f++) {
            const struct field *fd = &ent->fields[f];
            if (fd->type == TYPE_REF)
                continue;
            int n = fd->type == TYPE_ENUM ? dict_enum((enum enum_set_id)fd->arg)->n : 2;
            for (int i = 0; i < n; i++) {
                char s1[DATE_TEXT];
                record_init(record, (enum entity_kind)k);
                void *at = (char *)record + fd->offset;
                if (fd->type == TYPE_TEXT)
                    *(const char **)at = i ? "Isi, kedua." : "satu";
                else
                    *(int64_t *)at = fd->type == TYPE_DATE    ? 20769 + i
                                     : fd->type == TYPE_STAMP ? 1794454920000 + 60000 * i
                                     : fd->type == TYPE_ENUM || fd->type == TYPE_FLAG ? i
                                                                                      : 10 + i;
                if (k == ENTITY_session && f == session_F_photos_per_page)
                    *(int64_t *)at = 2 + 2 * i;
                struct value was = record_get(record, (enum entity_kind)k, f, s1), v;
                struct err e = {0};
                const char *shown = validate_show(record, (enum entity_kind)k, f, context(), a);
                if (validate_field((enum entity_kind)k, f, shown, context(), a, &v, NULL, &e) !=
                    ERR_NONE)
                    fail_msg("%s.%s '%s': %s", ent->name, fd->name, shown, e.text);
                if (!value_eq(&was, &v))
                    fail_msg("%s.%s '%s' is read back as something else", ent->name, fd->name,
                             shown);
                checked++;
            }
        }
    }
    assert_true(checked > 200);
    arena_free(a);
}

static void validate_value__checks_what_json_brings(void **state)
{
    (void)state;
    struct err e;
    struct value v = value_int(200);
    assert_int_equal(validate_value(AGREE(percent), &v, &e), ERR_INPUT);
    v = value_int(2);
    assert_int_equal(validate_value(SESSION(with_logo), &v, &e), ERR_INPUT);
    v = value_int(24 * 60); /* nothing could show it or read it back */
    assert_int_equal(validate_value(SESSION(end_time), &v, &e), ERR_INPUT);
    v = value_int(INT64_MAX);
    assert_int_equal(validate_value(SESSION(read_aloud_at), &v, &e), ERR_INPUT);
    v = value_text("2026-13-01");
    assert_int_equal(validate_value(SESSION(date), &v, &e), ERR_INPUT);
    v = value_text("2026-11-12");
    assert_int_equal(validate_value(SESSION(date), &v, &e), ERR_NONE);
    v = value_text("wita");
    assert_int_equal(validate_value(SESSION(zone), &v, &e), ERR_NONE);
    v = value_text("WITA");
    assert_int_equal(validate_value(SESSION(zone), &v, &e), ERR_INPUT);
    v = value_text("\xff\xfe");
    assert_int_equal(validate_value(SESSION(theme), &v, &e), ERR_INPUT);
    v = value_null();
    assert_int_equal(validate_value(SESSION(theme), &v, &e), ERR_INPUT);
}

static void validate_missing__names_each_required_field(void **state)
{
    (void)state;
    struct session s;
    record_init(&s, ENTITY_session);
    assert_int_equal(validate_missing(&s, ENTITY_session, 0), session_F_theme);
    assert_int_equal(validate_missing(&s, ENTITY_session, session_F_theme + 1), session_F_unit);
    s.theme = "T";
    s.unit = "U";
    s.date = 20000;
    assert_int_equal(validate_missing(&s, ENTITY_session, 0), session_F_place);
    assert_int_equal(validate_missing(&s, ENTITY_session, session_F_place + 1), -1);
    s.place = "P";
    assert_int_equal(validate_missing(&s, ENTITY_session, 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(validate_field__reads_what_people_type),
        cmocka_unit_test(validate_field__says_what_is_expected),
        cmocka_unit_test(validate_field__refuses_more_than_a_field_holds),
        cmocka_unit_test(validate_show__is_read_back_for_every_field),
        cmocka_unit_test(validate_value__checks_what_json_brings),
        cmocka_unit_test(validate_missing__names_each_required_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
