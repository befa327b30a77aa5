#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <pthread.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/random.h"

enum { SALT = 16, MANY = 1000 };

/* No sixteen bytes come twice, whatever is asked for between. */
static void random__does_not_repeat(void **state)
{
    (void)state;
    static unsigned char salts[MANY][SALT];
    unsigned char odd[7];
    for (int i = 0; i < MANY; i++) {
        random_fill(salts[i], SALT);
        random_fill(odd, sizeof odd);
        for (int k = 0; k < i; k++)
            assert_memory_not_equal(salts[i], salts[k], SALT);
    }
}

static void random__fills_to_the_last_byte(void **state)
{
    (void)state;
    unsigned char most[RANDOM_MOST] = {0}, again[RANDOM_MOST] = {0};
    random_fill(most, sizeof most);
    random_fill(again, sizeof again);
    for (size_t at = 0; at + SALT <= sizeof most; at += SALT)
        assert_memory_not_equal(most + at, again + at, SALT);
}

static void *fill(void *p)
{
    random_fill(p, SALT);
    return NULL;
}

static void random__differs_between_threads(void **state)
{
    (void)state;
    unsigned char mine[SALT], others[SALT];
    pthread_t t;
    random_fill(mine, SALT);
    assert_int_equal(pthread_create(&t, NULL, fill, others), 0);
    pthread_join(t, NULL);
    random_fill(mine, SALT);
    assert_memory_not_equal(mine, others, SALT);
}

/* Both have the same memory: nothing that one gives out may lie in it for the other. */
static void random__differs_in_a_child(void **state)
{
    (void)state;
    unsigned char mine[SALT], childs[SALT];
    int ends[2];
    random_fill(mine, SALT);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        random_fill(childs, SALT);
        _exit(write(ends[1], childs, SALT) == SALT ? 0 : 1);
    }
    assert_int_equal(read(ends[0], childs, SALT), SALT);
    assert_int_equal(waitpid(child, NULL, 0), child);
    random_fill(mine, SALT);
    assert_memory_not_equal(mine, childs, SALT);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random__does_not_repeat),
        cmocka_unit_test(random__fills_to_the_last_byte),
        cmocka_unit_test(random__differs_between_threads),
        cmocka_unit_test(random__differs_in_a_child),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
