#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <ftw.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/data_import.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"
#include "tests/ui/picture.h"
#include "tests/ui/screen_test.h"
#include "ui/copy.h"
#include "ui/ui.h"

struct screen_test {
    char *folder;
    struct app *app; /* the interface's */
    struct ui *ui;
    struct canvas *canvas;
    struct buf text;
    bool waits_for_copy;
};

/* --- start and end --- */

static int64_t start_of_test(void)
{
    int64_t ms = 0;
    assert_true(stamp_parse("2026-11-12T10:42:07+08:00", &ms));
    return ms;
}

static char *make_folder(void)
{
    const char *tmp = getenv("TMPDIR");
    struct arena *a = arena_new();
    char *folder = mem_strdup(arena_printf(a, "%s/mufakat-ui-XXXXXX", tmp && *tmp ? tmp : "/tmp"));
    assert_non_null(mkdtemp(folder));
    setenv("MUFAKAT_CONFIG_DIR", folder, 1);
    setenv("MUFAKAT_SESSION_DIR", folder, 1);
    setenv("MUFAKAT_DATA", arena_printf(a, "%s/data", getenv("MUFAKAT_SRCDIR")), 1);
    setenv("MUFAKAT_PROGRAM", arena_printf(a, "%s/mufakat", getenv("MUFAKAT_BUILDDIR")), 1);
    arena_free(a);
    return folder;
}

static struct screen_test *start(int w, int h, bool practice)
{
    struct screen_test *t = mem_zalloc(sizeof *t);
    struct err e = {0};
    t->folder = make_folder();
    t->waits_for_copy = true;
    i18n_start("id");
    struct ui_options o = {.theme = THEME_GELAP, .colour = true, .mouse = true, .person = "Uji",
                           .clock = clock_fixed(start_of_test())};
    struct app_options ao = {.person = "Uji", .clock = o.clock};
    struct arena *a = arena_new();
    const char *path = arena_printf(a, "%s/sesi.fkp", t->folder);
    struct new_session in = {.theme = "Standar Pelayanan KTP-el",
                             .unit = "Dinas Kependudukan dan Pencatatan Sipil",
                             .place = "Aula Disdukcapil",
                             .date = stamp_day(start_of_test(), ZONE_WITA),
                             .start_time = 8 * 60 + 30,
                             .zone = ZONE_WITA};
    enum err_code code = practice ? data_create_practice(path, &ao, &t->app, &e) : app_create(path, &in, &ao, &t->app, &e);
    if (code != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    arena_free(a);
    t->ui = ui_new(&o);
    t->canvas = canvas_new(w, h);
    ui_take_session(t->ui, t->app);
    return t;
}

struct screen_test *screen_test_start(int w, int h)
{
    return start(w, h, false);
}

struct screen_test *screen_test_start_practice(int w, int h)
{
    return start(w, h, true);
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st;
    (void)type;
    (void)ftw;
    return remove(path);
}

void screen_test_end(struct screen_test *t)
{
    ui_free(t->ui);
    canvas_free(t->canvas);
    buf_done(&t->text);
    nftw(t->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    free(t->folder);
    free(t);
}

struct app *screen_test_app(struct screen_test *t)
{
    return t->app;
}

struct ui *screen_test_ui(struct screen_test *t)
{
    return t->ui;
}

struct screen *screen_test_top(struct screen_test *t)
{
    return ui_top(t->ui);
}

/* --- what happens --- */

/* Like the loop: answers, drawing, what was put off, until nothing is left to do. */
static void hear_copy(struct screen_test *t)
{
    struct pollfd fd = {.events = POLLIN};
    while (t->waits_for_copy && (fd.fd = ui_copy_fd(t->ui)) >= 0) {
        if (poll(&fd, 1, 20000) != 1)
            fail_msg("the copy says nothing for 20 s");
        ui_copy_hear(t->ui);
    }
}

static void settle(struct screen_test *t)
{
    t->app = ui_app(t->ui);
    hear_copy(t);
    for (int i = 0; i < 20; i++) {
        if (t->app && !app_is_read_only(t->app))
            app_drain(t->app);
        ui_take_answers(t->ui);
        hear_copy(t);
        ui_draw(t->ui, t->canvas);
        t->app = ui_app(t->ui);
        if (ui_timeout(t->ui) == 0)
            ui_due(t->ui);
        else if (ui_pending(t->ui) == 0)
            break;
    }
}

void screen_test_run(struct screen_test *t, struct job *j)
{
    struct err e = {0};
    unsigned touched = 0;
    if (app_run(t->app, j, &touched, &e) != ERR_NONE)
        fail_msg("%s (%s)", e.text, e.detail);
    job_free(j);
    ui_file_changed(t->ui);
}

void screen_test_slow_copy(struct screen_test *t, const char *program)
{
    setenv("MUFAKAT_PROGRAM", program, 1);
    t->waits_for_copy = false;
}

void screen_test_open(struct screen_test *t, const struct screen_class *class, const void *arg)
{
    if (!ui_show_only(t->ui, class, arg))
        fail_msg("the screen \"%s\" did not open:\n%s", class->id, screen_test_text(t));
    settle(t);
}

void screen_test_size(struct screen_test *t, int w, int h)
{
    canvas_resize(t->canvas, w, h);
    settle(t);
}

static void happen(struct screen_test *t, const struct event *e)
{
    ui_handle(t->ui, e);
    settle(t);
}

void screen_test_key(struct screen_test *t, int key)
{
    struct event e = event_key(key);
    happen(t, &e);
}

void screen_test_type(struct screen_test *t, const char *text)
{
    char g[8];
    for (size_t i = 0, n = strlen(text); i < n;) {
        size_t next = i + 1;
        while (((unsigned char)text[next] & 0xC0) == 0x80)
            next++;
        memcpy(g, text + i, next - i);
        g[next - i] = '\0';
        i = next;
        struct event e = g[0] == '\n' ? event_key(K_ENTER) : g[0] == '\t' ? event_key(K_TAB) : event_text(g);
        happen(t, &e);
    }
}

void screen_test_paste(struct screen_test *t, const char *text)
{
    struct event e = event_paste(text);
    happen(t, &e);
}

void screen_test_click(struct screen_test *t, int x, int y)
{
    struct event e = event_click(x, y);
    happen(t, &e);
}

void screen_test_tick(struct screen_test *t, int64_t ms)
{
    app_clock(t->app)->offset += ms;
    struct event e = {.kind = EVENT_TICK, .now = ui_now(t->ui)};
    happen(t, &e);
}

/* --- the picture --- */

const char *screen_test_text(struct screen_test *t)
{
    settle(t);
    assert_whole(t->canvas);
    buf_clear(&t->text);
    canvas_text(t->canvas, &t->text);
    return buf_str(&t->text);
}

void screen_test_sees(struct screen_test *t, const char *words)
{
    const char *text = screen_test_text(t);
    if (!strstr(text, words))
        fail_msg("\"%s\" is not seen in\n%s", words, text);
}

/* The picture as one line: words that a box or a column breaks stand together again. */
static char *in_one_line(const char *text)
{
    char *line = malloc(strlen(text) + 1), *to = line;
    assert_non_null(line);
    for (bool blank = false; *text;) {
        size_t n = strncmp(text, "│", 3) == 0 ? 3 : *text == ' ' || *text == '\n' ? 1 : 0;
        if (n == 0)
            *to++ = *text++;
        else if (!blank)
            *to++ = ' ';
        blank = n > 0;
        text += n;
    }
    *to = '\0';
    return line;
}

void screen_test_sees_not(struct screen_test *t, const char *words)
{
    const char *text = screen_test_text(t);
    char *line = in_one_line(text);
    bool broken = strstr(line, words) != NULL;
    free(line);
    if (broken || strstr(text, words))
        fail_msg("\"%s\" is seen in\n%s", words, text);
}

static bool wants_update(const char *language)
{
    const char *update = getenv("UPDATE_GOLDEN");
    return update && (strcmp(language, "id") == 0 || strcmp(update, "en") == 0);
}

/* UPDATE_GOLDEN=en writes both languages, UPDATE_GOLDEN=1 only the Indonesian pictures. */
void screen_test_golden(struct screen_test *t, const char *name)
{
    struct arena *a = arena_new();
    struct buf want = BUF_INIT;
    struct err e = {0};
    struct rect r = canvas_rect(t->canvas);
    const char *language = i18n_language();
    const char *text = screen_test_text(t);
    const char *path = arena_printf(a, "%s/tests/ui/golden/%s-%dx%d-%s.txt", getenv("MUFAKAT_SRCDIR"), name, r.w, r.h,
                                    language);
    if (wants_update(language)) {
        if (file_write(path, text, strlen(text), &e) != ERR_NONE)
            fail_msg("%s: %s", path, e.text);
    } else {
        if (file_read(path, 1u << 20, &want, &e) != ERR_NONE)
            fail_msg("%s: %s (UPDATE_GOLDEN=1 writes it)", path, e.text);
        if (strcmp(buf_str(&want), text) != 0)
            fail_msg("%s differs (UPDATE_GOLDEN=1 takes the new one):\n%s\n--- expected:\n%s", path, text, buf_str(&want));
    }
    buf_done(&want);
    arena_free(a);
}

static void speak(struct screen_test *t, const char *language)
{
    i18n_switch(language);
    ui_file_changed(t->ui);
}

void screen_test_golden_sizes(struct screen_test *t, const char *name)
{
    static const int odd[][2] = {{1, 1}, {20, 5}, {59, 19}, {200, 50}};
    static const int kept[][2] = {{60, 20}, {132, 43}, {80, 24}};
    static const char *const languages[] = {"en", "id"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        screen_test_size(t, odd[i][0], odd[i][1]);
        assert_whole(t->canvas);
    }
    for (size_t l = 0; l < 2; l++) {
        speak(t, languages[l]);
        for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
            screen_test_size(t, kept[i][0], kept[i][1]);
            screen_test_golden(t, name);
        }
    }
}
