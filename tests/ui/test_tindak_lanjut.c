#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "app/set_field.h"
#include "base/i18n.h"
#include "tests/ui/screen_rows.h"
#include "ui/screens/tindak_lanjut.h"
#include "ui/ui.h"

#define DAY_MS (24 * 3600 * 1000LL)

static void set_last(struct screen_test *t, int field, const char *code)
{
    struct arena *a = arena_new();
    const struct dossier *d = rows_now(t, a);
    struct job *j;
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = ENTITY_agreement;
    x->row = d->agreement.v[d->agreement.n - 1].id;
    x->field = field;
    x->value = code ? value_text(job_text(j, code)) : value_null();
    screen_test_run(t, j);
    ui_file_changed(screen_test_ui(t));
    arena_free(a);
}

static void follow_up__overdue_stands_first(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_sees(t, "0 dari 6 selesai");
    screen_test_sees_not(t, "lewat batas");
    screen_test_tick(t, 60 * DAY_MS);   /* 11 January 2027 */
    ui_file_changed(screen_test_ui(t)); /* as the bell or the clock would */
    screen_test_sees(t, "0 dari 6 selesai, 2 lewat batas");
    screen_test_sees(t, "42 hari");
    screen_test_golden_sizes(t, "tindak_lanjut");
    screen_test_end(t);
}

static void follow_up__done_is_a_hundred_and_goes_last(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_type(t, "g3"); /* selesai */
    screen_test_sees(t, "1 dari 6 selesai");
    screen_test_sees(t, "Selesai      100");
    const char *text = screen_test_text(t);
    assert_true(strstr(text, " 6 Menjawab") < strstr(text, " 1 Mengirim"));
    screen_test_end(t);
}

static void follow_up__moved_deadline_keeps_the_old_one(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_type(t, "t");
    screen_test_type(t, "15/12/2026\tmenunggu kontrak SMS");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "15 Des 2026");
    screen_test_sees(t, "dari 30 November 2026 ke 15 Desember 2026");
    screen_test_sees(t, "menunggu kontrak SMS");
    screen_test_end(t);
}

/* Each agreement tells its own moves, not those of others. */
static void follow_up__tells_moves_of_the_selected_only(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_type(t, "t15/12/2026\tmenunggu kontrak SMS");
    screen_test_key(t, K_CTRL('S'));
    screen_test_sees(t, "menunggu kontrak SMS");
    screen_test_key(t, K_END);
    screen_test_sees_not(t, "menunggu kontrak SMS");
    screen_test_end(t);
}

/* What was refused is no follow-up, unless somebody began with it. */
static void follow_up__lists_what_was_agreed_or_begun(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_sees(t, "0 dari 6 selesai");
    set_last(t, agreement_F_progress, NULL);
    set_last(t, agreement_F_status, "tidak_mufakat");
    screen_test_sees(t, "0 dari 5 selesai");
    screen_test_sees_not(t, " 6 Menjawab");
    set_last(t, agreement_F_progress, "proses");
    screen_test_sees(t, "0 dari 6 selesai");
    screen_test_sees(t, " 6 Menjawab");
    screen_test_end(t);
}

static void follow_up__note_is_written_and_shown(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start_practice(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_type(t, "cTemplat pesan sudah disetujui\n"); /* also here Enter stores */
    screen_test_sees(t, "Templat pesan sudah disetujui");
    screen_test_sees(t, "Tersimpan: catatan tindak lanjut kesepakatan 1 (Templat pesan");
    screen_test_end(t);
}

static void follow_up__empty_session_says_what_comes_first(void **state)
{
    (void)state;
    struct screen_test *t = screen_test_start(80, 24);
    screen_test_open(t, &screen_tindak_lanjut, NULL);
    screen_test_sees(t, "Belum ada kesepakatan yang disetujui.");
    screen_test_type(t, "t");
    screen_test_sees(t, "Belum ada kesepakatan yang disetujui.");
    screen_test_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(follow_up__overdue_stands_first),
        cmocka_unit_test(follow_up__done_is_a_hundred_and_goes_last),
        cmocka_unit_test(follow_up__moved_deadline_keeps_the_old_one),
        cmocka_unit_test(follow_up__tells_moves_of_the_selected_only),
        cmocka_unit_test(follow_up__lists_what_was_agreed_or_begun),
        cmocka_unit_test(follow_up__note_is_written_and_shown),
        cmocka_unit_test(follow_up__empty_session_says_what_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
