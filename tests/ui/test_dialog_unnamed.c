/* The dialog: a speaker who asks afterwards not to be named. */
#include "config.h"

#include "tests/ui/dialog_start.h"
#include "ui/event.h"
#include "ui/screens/dialog.h"

/* The newest entry gets another speaker from the list. */
static const struct contribution *choose_speaker(const char *typed)
{
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "ganti pembicara\n");
    screen_test_sees(t, "Siapa yang berbicara?");
    screen_test_type(t, typed);
    screen_test_type(t, "\n");
    return newest(rows_now(t, arena));
}

static void speaker__can_be_dropped_afterwards_and_named_again(void **state)
{
    (void)state;
    screen_test_type(t, "7: jangan sebut nama saya\n");
    const struct contribution *c = choose_speaker("anonim");
    assert_true(id_is_none(&c->speaker));
    assert_int_equal(c->anonymous, 1);
    assert_int_equal(c->speaker_unsur, UNSUR_PENGGUNA);
    screen_test_sees(t, "Kini tanpa nama. Riwayat berkas sesi masih menyimpan siapa");
    screen_test_sees(t, "hapus-data");
    screen_test_sees_not(t, "masih ada di");
    choose_speaker("anonim");
    screen_test_sees(t, "memang sudah tanpa nama");
    screen_test_key(t, K_CTRL('Z'));
    struct dossier *d = rows_now(t, arena);
    assert_int_equal(number_of(d, &newest(d)->speaker), 7);
    choose_speaker("anonim");
    c = choose_speaker("karsinah");
    assert_int_equal(number_of(rows_now(t, arena), &c->speaker), 12);
    assert_int_equal(c->anonymous, NONE);
    screen_test_type(t, "@@: siapa ini\n"); /* nobody was written down */
    choose_speaker("anonim");
    screen_test_sees(t, "Kini tanpa nama. Ctrl-Z mengembalikan.");
}

static void dropped_speaker__is_told_when_the_words_name_him(void **state)
{
    (void)state;
    screen_test_type(t, "7: saya Sutrisno dari Karang Jati\n");
    choose_speaker("anonim");
    screen_test_sees(t, "\"Sutrisno\" masih ada di teksnya: tekan Tab, e");
    screen_test_key(t, K_CTRL('Z'));
    screen_test_type(t, "\t");
    screen_test_key(t, K_END);
    screen_test_type(t, "yPak Sutrisno mengeluh\n\t"); /* now the clean wording too */
    screen_test_key(t, K_END);
    choose_speaker("anonim");
    screen_test_sees(t, "\"Sutrisno\" masih ada di teksnya: tekan e dan y");
    screen_test_key(t, K_ESC);
    screen_test_type(t, "7: saya ini Sutrisno\n.. loket tinggi\n");
    choose_speaker("anonim");
    screen_test_sees(t, "\"Sutrisno\" masih ada di bagian lain");
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, start, end)
    const struct CMUnitTest tests[] = {
        T(speaker__can_be_dropped_afterwards_and_named_again),
        T(dropped_speaker__is_told_when_the_words_name_him),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
