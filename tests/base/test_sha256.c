#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"

static void assert_hash(const char *text, const char *hex)
{
    char out[HASH_HEX];
    struct hash h = hash_of(text, strlen(text));
    hash_hex(&h, out);
    assert_string_equal(out, hex);
}

static void hash__gives_the_vectors_of_the_standard(void **state)
{
    (void)state;
    assert_hash("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_hash("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    assert_hash("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

static void hash__of_a_million_letters_in_pieces_is_the_known_one(void **state)
{
    (void)state;
    char piece[997], out[HASH_HEX];
    memset(piece, 'a', sizeof piece);
    struct hash_state st;
    hash_start(&st);
    size_t left = 1000000;
    while (left > 0) {
        size_t n = left < sizeof piece ? left : sizeof piece;
        hash_add(&st, piece, n);
        left -= n;
    }
    struct hash h = hash_end(&st);
    hash_hex(&h, out);
    assert_string_equal(out, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void hash__reads_its_hex_form_and_nothing_else(void **state)
{
    (void)state;
    struct hash h = hash_of("abc", 3), back;
    char out[HASH_HEX];
    hash_hex(&h, out);
    assert_true(hash_parse_hex(out, &back));
    assert_true(hash_eq(&h, &back));
    assert_true(
        hash_parse_hex("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", &back));
    assert_true(hash_eq(&h, &back));
    out[63] = 'g';
    assert_false(hash_parse_hex(out, &back));
    out[63] = '\0';
    assert_false(hash_parse_hex(out, &back));
    assert_false(hash_parse_hex("", &back));
    assert_true(hash_eq(&h, &back));
}

static void hash_short__is_the_first_hundred_bits_in_groups(void **state)
{
    (void)state;
    struct hash h = {{0}};
    char out[HASH_SHORT];
    hash_short(&h, out);
    assert_string_equal(out, "0000-0000-0000-0000-0000");
    memset(h.b, 0xFF, sizeof h.b);
    hash_short(&h, out);
    assert_string_equal(out, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    /* 00000 00001 00010 ... 10011: twenty different figures */
    static const unsigned char counted[] = {0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54,
                                            0xB6, 0x35, 0xCF, 0x84, 0x65, 0x30};
    memset(h.b, 0, sizeof h.b);
    memcpy(h.b, counted, sizeof counted);
    hash_short(&h, out);
    assert_string_equal(out, "0123-4567-89AB-CDEF-GHJK");
}

static void hash_short__is_recognised_as_people_type_it(void **state)
{
    (void)state;
    struct hash h = {
        {0x00, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF, 0x84, 0x65, 0x30}};
    assert_true(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJK"));
    assert_true(hash_matches_short(&h, "o l23 456789ab cdef-ghjk "));
    assert_true(hash_matches_short(&h, "OI23456789ABCDEFGHJK"));
    assert_false(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJM"));
    assert_false(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJ"));
    assert_false(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJKK"));
    assert_false(hash_matches_short(&h, "0123.4567.89AB.CDEF.GHJK"));
    assert_false(hash_matches_short(&h, ""));
    h.b[12] |= 0x0F; /* bits beyond the first hundred play no part */
    h.b[31] = 9;
    assert_true(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJK"));
    h.b[12] ^= 0x10;
    assert_false(hash_matches_short(&h, "0123-4567-89AB-CDEF-GHJK"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hash__gives_the_vectors_of_the_standard),
        cmocka_unit_test(hash__of_a_million_letters_in_pieces_is_the_known_one),
        cmocka_unit_test(hash__reads_its_hex_form_and_nothing_else),
        cmocka_unit_test(hash_short__is_the_first_hundred_bits_in_groups),
        cmocka_unit_test(hash_short__is_recognised_as_people_type_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
