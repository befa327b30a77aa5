#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "tests/ui/picture.h"
#include "ui/frame.h"

static const struct key_row rows[] = {
    {K_CTRL('N'), 0, "berikut", "", 1, KEY_FOOTER, NULL},
    {K_CTRL('P'), 0, "antre", "", 2, KEY_FOOTER, NULL},
    {K_TAB, 0, "pilih catatan", "", 3, KEY_FOOTER | KEY_WRITING, NULL},
    {'a', 0, "aklamasi", "", 4, KEY_FOOTER, NULL},
    {K_CTRL('G'), 0, "tidak di kaki", "", 5, 0, NULL},
    KEYS_END,
};

static struct frame sample(void)
{
    struct frame f = {
        .title = "FKP Disdukcapil - Standar Pelayanan KTP-el",
        .saved = "tersimpan 10.42.07",
        .saved_style = STYLE_OK,
        .zone = "WITA",
        .with_places = true,
        .here = 1,
        .agenda = "Agenda 2/4: Waktu penyelesaian KTP-el",
        .status = "terlambat 4 menit",
        .places = {{.label = "Persiapan", .done = true, .badge = "", .action = 1002},
                   {.label = "Dialog", .badge = "", .action = 1003},
                   {.label = "Dokumentasi", .badge = "4", .action = 1004},
                   {.label = "Mufakat", .badge = "2/6", .action = 1005},
                   {.label = "Berita Acara", .badge = "", .action = 1006},
                   {.label = "Tindak Lanjut", .badge = "", .action = 1007},
                   {.label = NULL}},
    };
    frame_add_keys(&f, rows, true);
    frame_add_keys(&f, keys_global(), true);
    return f;
}

static void frame__looks_like_this_at_80_columns(void **state)
{
    (void)state;
    struct frame f = sample();
    struct canvas *c = canvas_new(80, 20);
    struct rect r = frame_draw(&f, c);
    assert_int_equal(r.y, 4);
    assert_int_equal(r.h, 15);
    assert_picture(c,
                   " FKP Disdukcapil - Standar Pelayanan KTP-el            tersimpan 10.42.07   WITA\n"
                   " F2 Persiapan ✓│F3 DIALOG ◂│F4 Dokumentasi 4│F5 Mufakat 2/6│F6 Berita Acara│F7\n"
                   " Agenda 2/4: Waktu penyelesaian KTP-el                         terlambat 4 menit\n"
                   "────────────────────────────────────────────────────────────────────────────────\n"
                   "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
                   " ^N berikut  ^P antre  Tab pilih catatan  ^K perintah  ^Q keluar\n");
    canvas_free(c);
}

static void frame__not_stored_is_seen_at_the_narrowest_size(void **state)
{
    (void)state;
    struct frame f = sample();
    struct canvas *c = canvas_new(60, 20);
    struct buf b = BUF_INIT;
    f.saved = "BELUM TERSIMPAN: disk penuh";
    f.saved_style = STYLE_ERROR;
    frame_draw(&f, c);
    canvas_text(c, &b);
    assert_non_null(strstr(buf_str(&b), "BELUM TERSIMPAN: disk penuh"));
    assert_non_null(strstr(buf_str(&b), "F3 DIALOG ◂"));
    assert_non_null(strstr(buf_str(&b), "^K perintah"));
    /* however long the reason is, the title gives way and not the words */
    buf_clear(&b);
    f.saved = "BELUM TERSIMPAN: flashdisk dicabut, pasang lagi";
    frame_draw(&f, c);
    canvas_text(c, &b);
    assert_non_null(strstr(buf_str(&b), "BELUM TERSIMPAN: flashdisk dicabut, pasang lagi"));
    buf_done(&b);
    canvas_free(c);
}

static void frame__below_the_least_size_says_how_large_it_must_be(void **state)
{
    (void)state;
    struct frame f = sample();
    struct canvas *c = canvas_new(40, 6);
    struct rect r = frame_draw(&f, c);
    assert_true(r.h >= 3);
    assert_picture(c, "Perbesar jendela: paling kecil 60x20,\nsekarang 40x6\n\n\n\n\n");
    canvas_free(c);
}

static void frame__draws_at_any_size_and_leaves_room_inside(void **state)
{
    (void)state;
    static const int sizes[][2] = {{0, 0}, {1, 1}, {20, 5}, {59, 20}, {60, 19}, {60, 20}, {80, 24}, {132, 43}, {200, 50}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct frame f = sample();
        struct canvas *c = canvas_new(sizes[i][0], sizes[i][1]);
        struct rect r = frame_draw(&f, c);
        assert_true(r.x >= 0 && r.y >= 0 && r.h >= 0 && r.y + r.h <= sizes[i][1]);
        f.message = "Sebuah pesan yang panjang sekali sehingga ia tidak muat dalam satu baris saja di jendela yang sempit";
        frame_draw(&f, c);
        assert_whole(c);
        canvas_free(c);
    }
}

static void frame__clicks_reach_places_and_keys(void **state)
{
    (void)state;
    struct frame f = sample();
    struct canvas *c = canvas_new(80, 24);
    frame_draw(&f, c);
    assert_int_equal(frame_click(&f, 2, 1), 1002);
    assert_int_equal(frame_click(&f, 20, 1), 1003);
    assert_int_equal(frame_click(&f, 2, 23), 1);
    assert_int_equal(frame_click(&f, 79, 23), 0);
    assert_int_equal(frame_click(&f, 5, 10), 0);
    canvas_free(c);
}

static void frame__a_message_stands_in_place_of_the_keys(void **state)
{
    (void)state;
    struct frame f = sample();
    struct canvas *c = canvas_new(80, 20);
    struct buf b = BUF_INIT;
    f.message = "Diurungkan: menambah catatan.";
    struct rect r = frame_draw(&f, c);
    canvas_text(c, &b);
    assert_int_equal(r.h, 15);
    assert_non_null(strstr(buf_str(&b), " Diurungkan: menambah catatan.\n"));
    assert_null(strstr(buf_str(&b), "^K perintah"));
    buf_done(&b);
    canvas_free(c);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frame__looks_like_this_at_80_columns),
        cmocka_unit_test(frame__not_stored_is_seen_at_the_narrowest_size),
        cmocka_unit_test(frame__below_the_least_size_says_how_large_it_must_be),
        cmocka_unit_test(frame__draws_at_any_size_and_leaves_room_inside),
        cmocka_unit_test(frame__clicks_reach_places_and_keys),
        cmocka_unit_test(frame__a_message_stands_in_place_of_the_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
