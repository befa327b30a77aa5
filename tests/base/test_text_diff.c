#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text_diff.h"

static void changes__are_told_word_by_word(void **state)
{
    static const struct {
        const char *before, *after, *want;
    } cases[] = {
        {"", "", ""},
        {"buka loket", "buka  loket\n", ""},
        {"", "buka loket", "[+buka loket]"},
        {"buka loket", "", "[-buka loket]"},
        {"buka loket Sabtu", "buka loket setiap hari kerja", "buka loket [-Sabtu] [+setiap hari kerja]"},
        {"loket lansia", "loket lansia tersendiri", "loket lansia [+tersendiri]"},
        {"satu dua tiga empat lima enam tujuh", "satu dua tiga empat lima enam delapan", "… empat lima enam [-tujuh] [+delapan]"},
        {"a b c d e f g h i j", "a b X d e f g h i Y", "a b [-c] [+X] d e f g h i [-j] [+Y]"},
        {"a x b c d e f g h i j z", "a b c d e f g h i j", "a [-x] b c d … h i j [-z]"},
        {"satu dua tiga empat lima enam tujuh", "nol dua tiga empat lima enam tujuh", "[-satu] [+nol] dua tiga empat …"},
    };
    (void)state;
    struct arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(text_changes(a, cases[i].before, cases[i].after, "[-%s]", "[+%s]"), cases[i].want);
    arena_free(a);
}

/* Whatever the texts: what is marked as new and what stayed is the new text when nothing was cut out. */
static void changes__of_very_long_texts_are_told_as_replaced(void **state)
{
    char before[4001];
    char after[4001];
    (void)state;
    for (size_t i = 0; i < 4000; i += 4) {
        memcpy(before + i, "abc ", 4);
        memcpy(after + i, "abd ", 4);
    }
    before[4000] = after[4000] = '\0';
    struct arena *a = arena_new();
    const char *words = text_changes(a, before, after, "[-%s]", "[+%s]");
    assert_int_equal(strncmp(words, "[-abc abc", 9), 0);
    assert_non_null(strstr(words, "] [+abd abd"));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes__are_told_word_by_word),
        cmocka_unit_test(changes__of_very_long_texts_are_told_as_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
