#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "model/phone.h"
#include "tests/model/one_arena.h"

static void phone_read__normalises_what_lists_contain(void **state)
{
    (void)state;
    static const char *const v[][2] = {
        {"81200000001", "+6281200000001"},
        {"0812 0000 0002", "+6281200000002"},
        {"+62 812-0000-0003", "+6281200000003"},
        {"0812.0000.0005", "+6281200000005"},
        {"'081200000006", "+6281200000006"},
        {"\xE2\x80\x99"
         "081200000006",
         "+6281200000006"},
        {"+6281200000013", "+6281200000013"},
        {"WA 0812-0000-0020", "+6281200000020"},
        {"WA: 0812-0000-0020", "+6281200000020"},
        {"0812-0000-0020 (istri)", "+6281200000020"},
        {"6281200000013", "+6281200000013"},
        {"+62 0812 0000 0013", "+6281200000013"},
        {"006281200000013", "+6281200000013"},
        {"(0300) 000171", "+62300000171"},
        {"(0362) 21146", "+6236221146"},
        {"021-5550123", "+62215550123"},
        {"(0361) 223344 ext. 12", "+62361223344"},
        {"(0361) 223344 psw 12", "+62361223344"},
        {"0361-223344 pes. 12", "+62361223344"},
        {"0811111111", "+62811111111"},
        {"0899123456789", "+62899123456789"},
        {"+65 9123 4567", "+6591234567"},
        {"\xEF\xBC\x90\xEF\xBC\x98"
         "1200000001",
         "+6281200000001"}, /* full-width 08 */
        {"0812\xE2\x80\x93"
         "0000\xC2\xA0"
         "0001",
         "+6281200000001"},
    };
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++) {
        struct phone_cell c = phone_read(v[i][0], a);
        assert_int_equal(c.state, PHONE_READ);
        assert_int_equal(c.n, 1);
        assert_string_equal(c.number[0], v[i][1]);
        assert_false(c.leftover);
        assert_null(phone_doubt(&c));
    }
}

static void phone_read__takes_several_numbers_from_one_cell(void **state)
{
    (void)state;
    static const char *const cells[] = {
        "081200000004 / (0300) 000171", "081200000004, (0300) 000171",
        "081200000004;0300-000171",     "HP 081200000004 atau kantor (0300) 000171",
        "081200000004 dan 0300000171",  "+6281200000004 +62300000171"};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        struct phone_cell c = phone_read(cells[i], a);
        assert_int_equal(c.state, PHONE_READ);
        assert_int_equal(c.n, 2);
        assert_string_equal(c.number[0], "+6281200000004");
        assert_string_equal(c.number[1], "+62300000171");
    }
    struct phone_cell twice = phone_read("081200000004/0812-0000-0004", a);
    assert_int_equal(twice.n, 1);
    struct phone_cell half = phone_read("081200000004 / 123", a);
    assert_int_equal(half.n, 1);
    assert_true(half.leftover);
    assert_non_null(phone_doubt(&half));
    struct phone_cell many =
        phone_read("0811111111/0811111112/0811111113/0811111114/0811111115", a);
    assert_int_equal(many.n, PHONE_MAX);
    assert_true(many.leftover);
}

static void phone_read__knows_that_there_is_none(void **state)
{
    (void)state;
    static const char *const none[] = {NULL,      "",          "  ",        "-",   "\xE2\x80\x94",
                                       "tdk ada", "Tidak ada", "TDK ADA ",  "n/a", "t.a.",
                                       "nihil",   "kosong",    "belum ada", "?"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        struct phone_cell c = phone_read(none[i], a);
        assert_int_equal(c.state, PHONE_UNKNOWN);
        assert_int_equal(c.n, 0);
        assert_null(phone_doubt(&c));
    }
}

static void phone_read__calls_damaged_numbers_broken(void **state)
{
    (void)state;
    static const char *const scientific[] = {"8,12E+10", "8.12E+10", "8,12e10", "8E+10",
                                             "8,12 E+10"};
    for (size_t i = 0; i < sizeof scientific / sizeof scientific[0]; i++) {
        struct phone_cell c = phone_read(scientific[i], a);
        assert_int_equal(c.state, PHONE_BROKEN);
        assert_true(c.scientific);
        assert_non_null(phone_doubt(&c));
    }
    static const char *const broken[] = {"1708",
                                         "0812",
                                         "08120000000000000",
                                         "0812x0000001",
                                         "menyusul",
                                         "0800123456",
                                         "12345678901",
                                         "0812-xxxx-0001",
                                         "08",
                                         "+",
                                         "62",
                                         "0012345",
                                         "21146",
                                         "0112345678",
                                         "/",
                                         "99999999999999999999",
                                         "081200000004081200000005"};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        struct phone_cell c = phone_read(broken[i], a);
        assert_int_equal(c.state, PHONE_BROKEN);
        assert_int_equal(c.n, 0);
        assert_false(c.scientific);
        assert_non_null(phone_doubt(&c));
    }
}

static void phone_show__writes_the_national_form(void **state)
{
    (void)state;
    static const char *const v[][2] = {{"+6281234567890", "0812-3456-7890"},
                                       {"+62811111111", "0811-1111-11"},
                                       {"+62899123456789", "0899-1234-56789"},
                                       {"+62300000171", "(0300) 000171"},
                                       {"+62215550123", "(021) 5550123"},
                                       {"+6236221146", "(0362) 21146"},
                                       {"+6591234567", "+6591234567"},
                                       {"belum jelas", "belum jelas"},
                                       {"+62", "+62"},
                                       {"+62812x", "+62812x"},
                                       {"", ""}};
    char out[PHONE_TEXT];
    for (size_t i = 0; i < sizeof v / sizeof v[0]; i++)
        assert_string_equal(phone_show(v[i][0], out), v[i][1]);
    assert_string_equal(phone_show(NULL, out), "");
    assert_string_equal(phone_show("ééééééééééééééé", out), "ééééééééééé");
}

static void phone_show__is_read_back_to_the_same_number(void **state)
{
    (void)state;
    static const char *const typed[] = {"081234567890", "0811111111", "(0362) 21146", "021 5550123",
                                        "+65 9123 4567"};
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        char out[PHONE_TEXT];
        struct phone_cell c = phone_read(typed[i], a);
        struct phone_cell again = phone_read(phone_show(c.number[0], out), a);
        struct phone_cell plain = phone_read(c.number[0], a);
        assert_string_equal(again.number[0], c.number[0]);
        assert_string_equal(plain.number[0], c.number[0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phone_read__normalises_what_lists_contain),
        cmocka_unit_test(phone_read__takes_several_numbers_from_one_cell),
        cmocka_unit_test(phone_read__knows_that_there_is_none),
        cmocka_unit_test(phone_read__calls_damaged_numbers_broken),
        cmocka_unit_test(phone_show__writes_the_national_form),
        cmocka_unit_test(phone_show__is_read_back_to_the_same_number),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
