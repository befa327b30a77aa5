#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "tests/ui/picture.h"
#include "ui/list.h"
#include "ui/table.h"

struct data {
    int first; /* ids count from here */
    int tall;  /* this row has 3 lines, -1: none */
};

static struct id id_of(int n)
{
    struct id i = {{0}};
    i.b[0] = 1;
    i.b[15] = (uint8_t)n;
    return i;
}

static void draw(void *ctx, struct canvas *c, struct rect r, int i, bool focus)
{
    struct data *d = ctx;
    (void)focus;
    canvas_printf(c, r.x, r.y, STYLE_NORMAL, "baris %d", d->first + i);
}

static int height(void *ctx, int i, int width)
{
    struct data *d = ctx;
    (void)width;
    return i == d->tall ? 3 : 1;
}

static struct id row_id(void *ctx, int i)
{
    struct data *d = ctx;
    return id_of(d->first + i);
}

static const struct list_rows rows = {.draw = draw, .height = height, .id = row_id};

static void press(struct list *l, struct data *d, int key)
{
    struct event e = event_key(key);
    assert_true(list_event(l, &e, &rows, d));
}

static void list__shows_the_focused_row_and_puts_the_cursor_on_it(void **state)
{
    (void)state;
    struct data d = {.tall = -1};
    struct list l = {0};
    struct canvas *c = canvas_new(8, 4);
    int x, y;
    list_set(&l, 10, &rows, &d);
    press(&l, &d, K_END);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 7\nbaris 8\nbaris 9\n▲7\n");
    assert_styles(c, "........\n........\nRRRRRRRR\ndd......\n");
    assert_true(canvas_cursor_at(c, &x, &y) && x == 0 && y == 2);
    press(&l, &d, K_PGUP);
    canvas_clear(c);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_int_equal(l.sel, 7);
    press(&l, &d, K_HOME);
    press(&l, &d, K_UP);
    assert_int_equal(l.sel, 0);
    list_done(&l);
    canvas_free(c);
}

static void list__a_tall_row_is_seen_whole(void **state)
{
    (void)state;
    struct data d = {.tall = 2};
    struct list l = {0};
    struct canvas *c = canvas_new(8, 4);
    list_set(&l, 4, &rows, &d);
    list_select(&l, 2, &rows, &d);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 2\n\n\n▲2 ▼1\n");
    canvas_resize(c, 8, 3); /* too low for both: the row, not the sign */
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 2\n\n\n");
    list_done(&l);
    canvas_free(c);
}

static void list__says_how_many_rows_are_above_and_below(void **state)
{
    (void)state;
    struct data d = {.tall = -1};
    struct list l = {0};
    struct canvas *c = canvas_new(24, 4);
    list_set(&l, 4, &rows, &d);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 0\nbaris 1\nbaris 2\nbaris 3\n");
    list_set(&l, 9, &rows, &d);
    canvas_clear(c);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 0\nbaris 1\nbaris 2\n▼ 6 lagi\n");
    list_select(&l, 4, &rows, &d);
    canvas_set_ascii(c, true);
    canvas_clear(c);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 2\nbaris 3\nbaris 4\n^ 2 di atas  v 4 lagi\n");
    l.more_above = l.more_below = true;
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 2\nbaris 3\nbaris 4\n^ 2+ di atas  v 4+ lagi\n");
    struct event e = event_click(0, 3);
    assert_false(list_event(&l, &e, &rows, &d)); /* it is no row */
    list_done(&l);
    canvas_free(c);
}

/* A row of which only a part is seen counts as one that follows. */
static void list__a_row_cut_at_the_end_is_still_to_come(void **state)
{
    (void)state;
    struct data d = {.tall = 2};
    struct list l = {0};
    struct canvas *c = canvas_new(24, 4);
    list_set(&l, 4, &rows, &d);
    list_draw(&l, c, canvas_rect(c), &rows, &d, true);
    assert_picture(c, "baris 0\nbaris 1\nbaris 2\n▼ 2 lagi\n");
    list_done(&l);
    canvas_free(c);
}

static void list__selection_and_marks_follow_their_rows(void **state)
{
    (void)state;
    struct data d = {.tall = -1};
    struct list l = {0};
    struct id five = id_of(5);
    struct id six = id_of(6);
    list_set(&l, 10, &rows, &d);
    list_select(&l, 5, &rows, &d);
    list_mark_toggle(&l, &five);
    list_mark_toggle(&l, &six);
    d.first = 2; /* two rows above went away */
    list_set(&l, 4, &rows, &d);
    assert_int_equal(l.sel, 3);
    assert_true(list_is_marked(&l, &five));
    assert_false(list_is_marked(&l, &six));
    list_set(&l, 0, &rows, &d);
    assert_int_equal(l.sel, 0);
    assert_int_equal(l.n_marks, 0);
    list_done(&l);
}

static void list__a_click_selects_the_row_under_it(void **state)
{
    (void)state;
    struct data d = {.tall = 1};
    struct list l = {0};
    struct canvas *c = canvas_new(8, 7);
    list_set(&l, 4, &rows, &d);
    list_draw(&l, c, (struct rect){0, 1, 8, 6}, &rows, &d, true);
    struct event e = event_click(3, 5);
    assert_true(list_event(&l, &e, &rows, &d));
    assert_int_equal(l.sel, 2);
    e = event_click(3, 0);
    assert_false(list_event(&l, &e, &rows, &d));
    list_done(&l);
    canvas_free(c);
}

static void list__draws_at_any_size(void **state)
{
    (void)state;
    struct data d = {.tall = 2};
    struct list l = {0};
    list_set(&l, 9, &rows, &d);
    for (int w = 0; w < 12; w++)
        for (int h = 0; h < 6; h++) {
            struct canvas *c = canvas_new(w, h);
            list_select(&l, (w * h) % 9, &rows, &d);
            list_draw(&l, c, canvas_rect(c), &rows, &d, true);
            assert_whole(c);
            canvas_free(c);
        }
    list_done(&l);
}

static const char *cell(void *ctx, struct arena *a, int row, int column, enum style *style)
{
    (void)ctx;
    if (column == 1)
        *style = STYLE_WARN;
    return arena_printf(a, "%c%d", 'a' + column, row);
}

static const struct column columns[] = {
    {.title = "No", .width = 3, .right = true},
    {.title = "Nama", .width = 6, .share = 2},
    {.title = "Unit", .width = 5, .share = 1, .fold = 30},
};
static const struct table_rows cells = {.cell = cell};

static void table__columns_share_the_room_and_fold_when_narrow(void **state)
{
    (void)state;
    int widths[3];
    table_widths(columns, 3, 31, widths);
    assert_int_equal(widths[0] + widths[1] + widths[2] + 2, 31);
    assert_int_equal(widths[1], 6 + 10);
    table_widths(columns, 3, 20, widths);
    assert_int_equal(widths[2], 0);
    assert_int_equal(widths[0] + widths[1] + 1, 20);
    struct table t = {.columns = columns, .n_columns = 3, .rows = &cells};
    struct canvas *c = canvas_new(31, 3);
    table_set(&t, 2);
    table_draw(&t, c, canvas_rect(c), true);
    assert_picture(c, " No Nama             Unit\n a0 b0               c0\n a1 b1               c1\n");
    table_done(&t);
    canvas_free(c);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list__shows_the_focused_row_and_puts_the_cursor_on_it),
        cmocka_unit_test(list__a_tall_row_is_seen_whole),
        cmocka_unit_test(list__says_how_many_rows_are_above_and_below),
        cmocka_unit_test(list__a_row_cut_at_the_end_is_still_to_come),
        cmocka_unit_test(list__selection_and_marks_follow_their_rows),
        cmocka_unit_test(list__a_click_selects_the_row_under_it),
        cmocka_unit_test(list__draws_at_any_size),
        cmocka_unit_test(table__columns_share_the_room_and_fold_when_narrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
