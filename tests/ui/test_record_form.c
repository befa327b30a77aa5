/* The form of one row: each field stores by itself, a wrong value stays with its reason. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "app/set_field.h"
#include "tests/ui/screen_test.h"

static int set_up(void **state)
{
    *state = screen_test_start(80, 24);
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* The form of the first line of Persiapan (theme). */
static void open_a_form(struct screen_test *t)
{
    screen_test_key(t, K_F(2));
    screen_test_key(t, K_HOME);
    screen_test_key(t, K_ENTER);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
}

static void form_screen__a_wrong_value_warns_once_and_then_lets_go(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    screen_test_key(t, K_CTRL('U'));
    screen_test_key(t, K_ESC);
    assert_string_equal(screen_test_top(t)->class->id, "record_form");
    screen_test_sees(t, "tidak tersimpan");
    screen_test_key(t, K_ESC);
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
    screen_test_size(t, 132, 43);
    screen_test_sees(t, "Standar Pelayanan KTP-el");
}

static void form_screen__a_refused_value_stays_with_its_reason(void **state)
{
    struct screen_test *t = *state;
    open_a_form(t);
    struct answer refused = {.action = "set_field"};
    struct set_field_args *x = set_field_job(screen_test_app(t), &refused.job);
    x->entity = ENTITY_session;
    x->row = app_session_id(screen_test_app(t));
    x->field = session_F_theme;
    err_set(&refused.err, ERR_RULE, "Naskah sudah dikunci.");
    struct event e = {.kind = EVENT_STORED, .answer = &refused};
    screen_test_top(t)->class->event(screen_test_top(t), &e);
    screen_test_sees(t, "Naskah sudah dikunci.");
    job_free(refused.job);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(form_screen__a_wrong_value_warns_once_and_then_lets_go),
        T(form_screen__a_refused_value_stays_with_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
