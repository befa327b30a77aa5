#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "app/set_field.h"
#include "base/arena.h"
#include "base/text.h"
#include "tests/ui/screen_test.h"
#include "ui/settings.h"
#include "ui/text_field.h"
#include "ui/ui.h"

/* --- two small screens --- */

struct fake {
    int opened_with, loads, draws, actions, last_tag;
    bool refuse_leave, last_ok;
    char last_text[64];
};
static struct fake seen; /* the last states, to look at after a screen is closed */

enum { ACT_SAY = 1, ACT_ASK, ACT_WORD, ACT_PROMPT, ACT_DEEPER, ACT_NEVER, ACT_THEME_FIELD };

static void done(struct screen *s, int tag, const struct popup_result *r)
{
    (void)s;
    seen.last_tag = tag;
    seen.last_ok = r->ok;
    strncpy(seen.last_text, r->text ? r->text : "", sizeof seen.last_text - 1);
}

static enum err_code fake_open(struct screen *s, const void *arg, struct err *e)
{
    struct text_field *t = s->state;
    const int *n = arg;
    text_field_init(t, false, 0);
    seen.opened_with = n ? *n : 0;
    return seen.opened_with == 13 ? err_set(e, ERR_RULE, "Tiga belas tidak dibuka.") : ERR_NONE;
}

static void fake_close(struct screen *s)
{
    text_field_done(s->state);
}

static enum err_code fake_load(struct screen *s, struct err *e)
{
    (void)s;
    (void)e;
    seen.loads++;
    return ERR_NONE;
}

static void fake_draw(struct screen *s, struct canvas *c, struct rect r)
{
    struct text_field *t = s->state;
    seen.draws++;
    canvas_put(c, r.x, r.y, STYLE_NORMAL, "isi layar");
    text_field_draw(t, c, (struct rect){r.x, r.y + 1, r.w, 1}, STYLE_INPUT, true);
}

static const int seven = 7;
extern const struct screen_class screen_below;

static void fake_action(struct screen *s, int action)
{
    static const struct screen_class *const deeper = &screen_below;
    seen.actions++;
    if (action == ACT_SAY)
        ui_say(s->ui, STYLE_OK, "%s", "Halo ruangan.");
    else if (action == ACT_ASK)
        ui_confirm(s, 1, "Hapus semuanya?", "Hapus", done);
    else if (action == ACT_WORD)
        ui_type_word(s, 2, "Kunci naskah?", "KUNCI", done);
    else if (action == ACT_PROMPT)
        ui_prompt(s, 3, "Tulis", "Nama:", "Siti", false, done);
    else if (action == ACT_DEEPER)
        ui_push(s->ui, deeper, &seven);
}

static const char *never(struct screen *s)
{
    (void)s;
    return "Tidak dapat: hari sudah sore.";
}

static const struct key_row fake_keys[] = {
    {L_SETUJU, 0, N_("setuju"), "Katakan halo", ACT_SAY, KEY_FOOTER, NULL},
    {L_HAPUS, 0, N_("hapus"), "Tanya dulu lalu hapus", ACT_ASK, KEY_FOOTER, NULL},
    {K_CTRL('W'), 0, "kunci", "Kunci dengan kata", ACT_WORD, 0, NULL},
    {K_CTRL('P'), 0, "tulis", "Tulis nama", ACT_PROMPT, 0, NULL},
    {K_ENTER, 0, "dalam", "Buka layar di bawahnya", ACT_DEEPER, 0, NULL},
    {L_TUNDA, 0, N_("tunda"), "Yang tidak pernah dapat", ACT_NEVER, 0, never},
    KEYS_END,
};

static const struct screen_class screen_above = {
    .id = "above",
    .title = "Atas",
    .help = "Layar percobaan.",
    .keys = fake_keys,
    .depends = BIT(session),
    .state_size = sizeof(struct text_field),
    .open = fake_open,
    .close = fake_close,
    .load = fake_load,
    .draw = fake_draw,
    .action = fake_action,
};

static bool below_event(struct screen *s, const struct event *e)
{
    return text_field_event(s->state, e);
}

static bool below_writing(struct screen *s)
{
    (void)s;
    return true;
}

static bool below_leave(struct screen *s)
{
    if (seen.refuse_leave)
        ui_say(s->ui, STYLE_WARN, "%s", "Selesaikan dulu.");
    return !seen.refuse_leave;
}

const struct screen_class screen_below = {
    .id = "below",
    .title = "Bawah",
    .keys = fake_keys,
    .state_size = sizeof(struct text_field),
    .open = fake_open,
    .close = fake_close,
    .load = fake_load,
    .draw = fake_draw,
    .event = below_event,
    .action = fake_action,
    .writing = below_writing,
    .leave = below_leave,
};

static int set_up(void **state)
{
    struct screen_test *t = screen_test_start(80, 24);
    memset(&seen, 0, sizeof seen);
    screen_test_open(t, &screen_above, NULL);
    *state = t;
    return 0;
}

static int tear_down(void **state)
{
    screen_test_end(*state);
    return 0;
}

/* --- loading and drawing --- */

static void ui__loads_only_when_something_it_depends_on_changed(void **state)
{
    struct screen_test *t = *state;
    assert_int_equal(seen.loads, 1);
    screen_test_key(t, K_LEFT);
    screen_test_type(t, "s");
    assert_int_equal(seen.loads, 1);
    assert_true(seen.draws > 2);
    struct job *j = NULL;
    struct set_field_args *x = set_field_job(screen_test_app(t), &j);
    x->entity = ENTITY_session;
    x->field = session_F_town;
    x->typed = true;
    x->text = "Banjar";
    ui_post(screen_test_ui(t), j);
    screen_test_sees(t, "tersimpan 10.42.07");
    assert_int_equal(seen.loads, 2);
}

static void ui__draws_its_frame_and_the_screen_at_any_size(void **state)
{
    static const int sizes[][2] = {{1, 1}, {20, 5}, {60, 20}, {80, 24}, {132, 43}, {200, 50}};
    struct screen_test *t = *state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        screen_test_size(t, sizes[i][0], sizes[i][1]);
    screen_test_size(t, 80, 24);
    screen_test_sees(t, "isi layar");
    screen_test_sees(t, "FKP Dinas Kependudukan");
    screen_test_sees(t, "^K perintah");
}

/* --- keys --- */

static void ui__letters_are_commands_only_while_nothing_is_written(void **state)
{
    struct screen_test *t = *state;
    screen_test_type(t, "s");
    screen_test_sees(t, "Halo ruangan.");
    screen_test_key(t, K_LEFT);
    screen_test_sees_not(t, "Halo ruangan.");
    screen_test_key(t, K_ENTER);
    assert_ptr_equal(screen_test_top(t)->class, &screen_below);
    assert_int_equal(seen.opened_with, 7);
    screen_test_type(t, "s?");
    screen_test_sees_not(t, "Halo ruangan.");
    assert_string_equal(text_field_text(screen_test_top(t)->state), "s?");
}

static void ui__ctrl_c_never_ends_and_ctrl_q_does(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('C'));
    assert_false(ui_wants_end(screen_test_ui(t)));
    screen_test_key(t, K_CTRL('Q'));
    assert_true(ui_wants_end(screen_test_ui(t)));
}

static void ui__ctrl_o_and_a_digit_stand_for_a_function_key(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('O'));
    screen_test_sees(t, "Lalu angka 2-8");
    screen_test_type(t, "2");
    assert_int_equal(screen_test_top(t)->class->place, PLACE_PERSIAPAN);
}

static void ui__a_disabled_command_says_why(void **state)
{
    struct screen_test *t = *state;
    screen_test_type(t, "t");
    screen_test_sees(t, "Tidak dapat: hari sudah sore.");
    assert_int_equal(seen.actions, 0);
}

static void ui__a_click_on_the_footer_presses_its_key(void **state)
{
    struct screen_test *t = *state;
    screen_test_click(t, 2, 23);
    screen_test_sees(t, "Halo ruangan.");
}

/* --- the stack --- */

static void ui__esc_goes_back_unless_the_screen_holds_on(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_ENTER);
    seen.refuse_leave = true;
    screen_test_key(t, K_ESC);
    assert_ptr_equal(screen_test_top(t)->class, &screen_below);
    screen_test_sees(t, "Selesaikan dulu.");
    seen.refuse_leave = false;
    screen_test_key(t, K_ESC);
    assert_ptr_equal(screen_test_top(t)->class, &screen_above);
    screen_test_key(t, K_ESC); /* the lowest stays */
    assert_ptr_equal(screen_test_top(t)->class, &screen_above);
}

static void ui__a_screen_that_does_not_open_says_why(void **state)
{
    static const int thirteen = 13;
    struct screen_test *t = *state;
    ui_push(screen_test_ui(t), &screen_below, &thirteen);
    screen_test_key(t, K_LEFT);
    assert_ptr_equal(screen_test_top(t)->class, &screen_above);
    screen_test_sees(t, "Tiga belas tidak dibuka.");
}

static void ui__a_place_keeps_what_was_written_in_it(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_F(3));
    assert_int_equal(screen_test_top(t)->class->place, PLACE_DIALOG);
    screen_test_type(t, "setengah jadi");
    screen_test_key(t, K_F(2));
    screen_test_sees_not(t, "setengah jadi");
    screen_test_key(t, K_F(3));
    screen_test_sees(t, "setengah jadi");
}

/* --- popups --- */

static void popup__a_question_has_batal_as_its_default(void **state)
{
    struct screen_test *t = *state;
    screen_test_type(t, "x");
    screen_test_sees(t, "Hapus semuanya?");
    screen_test_sees(t, "]   ← → pilih  Enter jawab");
    screen_test_type(t, "s"); /* goes nowhere */
    screen_test_key(t, K_ENTER);
    assert_int_equal(seen.last_tag, 1);
    assert_false(seen.last_ok);
    screen_test_type(t, "x");
    screen_test_key(t, K_TAB);
    screen_test_key(t, K_ENTER);
    assert_true(seen.last_ok);
    assert_false(ui_popup_open(screen_test_ui(t)));
}

static void popup__the_word_must_be_typed_in_full(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('W'));
    screen_test_type(t, "kunci\n");
    assert_int_equal(seen.last_tag, 0);
    screen_test_sees(t, "Belum sama");
    screen_test_key(t, K_CTRL('U'));
    screen_test_type(t, "KUNCI\n");
    assert_int_equal(seen.last_tag, 2);
    assert_true(seen.last_ok);
    screen_test_key(t, K_CTRL('W'));
    screen_test_key(t, K_ESC);
    assert_false(seen.last_ok);
}

static void popup__a_prompt_gives_its_text_and_does_not_lose_it_by_one_esc(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('P'));
    screen_test_type(t, "  Aminah ");
    screen_test_key(t, K_ESC);
    screen_test_sees(t, "Tulisan belum disimpan");
    screen_test_key(t, K_ENTER);
    assert_true(seen.last_ok);
    assert_string_equal(seen.last_text, "Siti Aminah");
    screen_test_key(t, K_CTRL('P'));
    screen_test_key(t, K_ESC);
    assert_false(seen.last_ok);
}

static void palette__finds_runs_and_says_why_not(void **state)
{
    struct screen_test *t = *state;
    screen_test_key(t, K_CTRL('K'));
    screen_test_sees(t, "Katakan halo");
    screen_test_sees(t, "Tidak dapat: hari sudah sore.");
    screen_test_type(t, "halo");
    screen_test_sees_not(t, "Tanya dulu lalu hapus");
    screen_test_key(t, K_ENTER);
    screen_test_sees(t, "Halo ruangan.");
    screen_test_key(t, K_CTRL('K'));
    screen_test_type(t, "tidak pernah\n");
    assert_true(ui_popup_open(screen_test_ui(t)));
    assert_int_equal(seen.actions, 1);
}

static void help__shows_every_key_of_the_screen(void **state)
{
    struct screen_test *t = *state;
    screen_test_size(t, 100, 50);
    screen_test_type(t, "?");
    screen_test_sees(t, "Layar percobaan.");
    for (const struct key_row *row = fake_keys; row->label; row++)
        screen_test_sees(t, row->help);
    screen_test_sees(t, "Urungkan tindakan terakhir");
    screen_test_key(t, K_ESC);
    screen_test_sees_not(t, "Layar percobaan.");
}

/* --- commands of everywhere --- */

static void ui__speaks_english_and_back(void **state)
{
    struct screen_test *t = *state;
    ui_act(screen_test_ui(t), ACT_LANGUAGE);
    assert_string_equal(i18n_language(), "en");
    ui_act(screen_test_ui(t), ACT_LANGUAGE);
    assert_string_equal(i18n_language(), "id");
}

static void ui__ascii_signs_are_switched_and_remembered(void **state)
{
    struct screen_test *t = *state;
    struct arena *a = arena_new();
    ui_act(screen_test_ui(t), ACT_ASCII);
    assert_true(text_is_ascii());
    assert_string_equal(settings_get(a, "ascii"), "ya");
    screen_test_sees(t, "laptop ini mengingatnya");
    screen_test_sees_not(t, "─");
    ui_act(screen_test_ui(t), ACT_ASCII);
    assert_false(text_is_ascii());
    screen_test_sees(t, "─");
    arena_free(a);
}

static void ui__theme_and_wall_mode_can_be_switched(void **state)
{
    struct screen_test *t = *state;
    ui_act(screen_test_ui(t), ACT_THEME);
    screen_test_type(t, "4");
    assert_int_equal(ui_options_now(screen_test_ui(t))->theme, THEME_MONO);
    assert_false(ui_proyektor(screen_test_ui(t)));
    ui_act(screen_test_ui(t), ACT_PROYEKTOR);
    assert_true(ui_proyektor(screen_test_ui(t)));
    screen_test_sees(t, "Mode proyektor");
}

#define with_screen(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(int argc, char **argv)
{
    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    const struct CMUnitTest tests[] = {
        with_screen(ui__loads_only_when_something_it_depends_on_changed),
        with_screen(ui__draws_its_frame_and_the_screen_at_any_size),
        with_screen(ui__letters_are_commands_only_while_nothing_is_written),
        with_screen(ui__ctrl_c_never_ends_and_ctrl_q_does),
        with_screen(ui__ctrl_o_and_a_digit_stand_for_a_function_key),
        with_screen(ui__a_disabled_command_says_why),
        with_screen(ui__a_click_on_the_footer_presses_its_key),
        with_screen(ui__esc_goes_back_unless_the_screen_holds_on),
        with_screen(ui__a_screen_that_does_not_open_says_why),
        with_screen(ui__a_place_keeps_what_was_written_in_it),
        with_screen(popup__a_question_has_batal_as_its_default),
        with_screen(popup__the_word_must_be_typed_in_full),
        with_screen(popup__a_prompt_gives_its_text_and_does_not_lose_it_by_one_esc),
        with_screen(palette__finds_runs_and_says_why_not),
        with_screen(help__shows_every_key_of_the_screen),
        with_screen(ui__speaks_english_and_back),
        with_screen(ui__ascii_signs_are_switched_and_remembered),
        with_screen(ui__theme_and_wall_mode_can_be_switched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
