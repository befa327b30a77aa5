#include "config.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/text.h"
#include "ui/loop.h"
#include "ui/screens/all.h"
#include "ui/settings.h"
#include "ui/start.h"
#include "ui/term.h"

enum { DONE = 0, FAILED = 1, USAGE = 2 };

struct wish {
    struct ui_options o;
    const char *file;
    const char *language;
    bool audience; /* `mufakat layar FILE`: the participants' screen in a window of its own, reading only */
};

/* --- options --- */

static bool yes(const char *word)
{
    return strcmp(word, "ya") == 0 || strcmp(word, "yes") == 0;
}

static bool take_ascii(struct wish *w, const char *value)
{
    (void)value;
    w->o.ascii = true;
    return true;
}

static bool take_theme(struct wish *w, const char *value)
{
    return theme_parse(value, &w->o.theme);
}

static bool take_language(struct wish *w, const char *value)
{
    w->language = value;
    return strcmp(value, "id") == 0 || strcmp(value, "en") == 0;
}

static bool take_proyektor(struct wish *w, const char *value)
{
    w->o.proyektor = yes(value);
    w->o.ask_proyektor = false;
    return yes(value) || strcmp(value, "tidak") == 0 || strcmp(value, "no") == 0;
}

static bool take_no_mouse(struct wish *w, const char *value)
{
    (void)value;
    w->o.mouse = false;
    return true;
}

static bool take_name(struct wish *w, const char *value)
{
    w->o.person = value;
    return *value != '\0';
}

static const struct {
    const char *name, *english;
    bool wants_value;
    bool (*take)(struct wish *w, const char *value);
} options[] = {
    {"--ascii", "--ascii", false, take_ascii},          {"--tema", "--theme", true, take_theme},
    {"--bahasa", "--language", true, take_language},    {"--proyektor", "--projector", true, take_proyektor},
    {"--tanpa-tetikus", "--no-mouse", false, take_no_mouse}, {"--nama", "--name", true, take_name},
};

/* "--tema=mono" and "--tema mono" alike. Returns the arguments used up, 0: not understood. */
static int take_option(struct wish *w, int left, char **argv)
{
    const char *equals = strchr(argv[0], '=');
    size_t n = equals ? (size_t)(equals - argv[0]) : strlen(argv[0]);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        bool here = (strlen(options[i].name) == n && strncmp(options[i].name, argv[0], n) == 0) ||
                    (strlen(options[i].english) == n && strncmp(options[i].english, argv[0], n) == 0);
        if (!here)
            continue;
        if (!options[i].wants_value)
            return !equals && options[i].take(w, "") ? 1 : 0;
        const char *value = equals ? equals + 1 : left > 1 ? argv[1] : NULL;
        return value && options[i].take(w, value) ? (equals ? 1 : 2) : 0;
    }
    return 0;
}

static bool read_arguments(struct wish *w, int argc, char **argv)
{
    int first = 1;
    if (argc > 1 && (strcmp(argv[1], "layar") == 0 || strcmp(argv[1], "screen") == 0)) {
        w->audience = true;
        w->o.ask_proyektor = false;
        w->o.proyektor = true;
        first = 2;
    }
    for (int i = first; i < argc;) {
        int used = 1;
        if (argv[i][0] == '-' && argv[i][1])
            used = take_option(w, argc - i, argv + i);
        else if (!w->file)
            w->file = argv[i];
        else
            used = 0;
        if (!used) {
            fprintf(stderr, _("mufakat: “%s” tidak dimengerti. Lihat: mufakat --help\n"), argv[i]);
            return false;
        }
        i += used;
    }
    if (w->audience && !w->file)
        fprintf(stderr, "%s\n", _("mufakat: sebutkan berkasnya: mufakat layar FILE.fkp   (lihat: mufakat layar --help)"));
    return !w->audience || w->file;
}

static void read_settings(struct wish *w, struct arena *a)
{
    const char *theme = settings_get(a, "tema");
    const char *language = settings_get(a, "bahasa");
    bool known = theme && theme_parse(theme, &w->o.theme);
    (void)known; /* else the usual one stays */
    const char *ascii = settings_get(a, "ascii");
    w->o.ascii = ascii && yes(ascii);
    if (language && !getenv("MUFAKAT_LANG"))
        w->language = language;
}

/* --- running --- */

static int say_failed(const struct err *e)
{
    struct arena *a = arena_new();
    fprintf(stderr, "mufakat: %s\n", text_visible(a, e->text));
    arena_free(a);
    return FAILED;
}

static int run(struct wish *w)
{
    struct err e = {0};
    struct app *app = NULL;
    const struct app_options ao = {.person = w->o.person, .clock = w->o.clock, .read_only = w->audience,
                                   .or_read = true, .read_first = true};
    loop_block_signals();
    if (w->file && app_open(w->file, &ao, &app, &e) != ERR_NONE)
        return say_failed(&e);
    if (term_open(&e) != ERR_NONE) {
        app_close(app);
        return say_failed(&e);
    }
    w->o.colour = term_has_colour();
    struct ui *u = ui_new(&w->o);
    if (app) {
        settings_add_recent(app_path(app));
        ui_take_session(u, app);
        if (w->audience)
            ui_show_only(u, screens_of_place(PLACE_LAYAR), NULL);
    } else {
        ui_show_only(u, &screen_first, NULL);
    }
    enum err_code code = loop_run(u, &e);
    term_close();
    ui_free(u); /* waits for the keeper: nothing that was entered is lost */
    return code ? say_failed(&e) : DONE;
}

/* A first screen needs about this much. Asking for it at once is cheaper than touching it page by page; a kernel that
 * cannot do it gives the pages as they are touched. */
static void take_memory(void)
{
    enum { FIRST_SCREEN = 1 << 20, MORE_THAN_THERE_IS = 127 << 10 };
    mallopt(M_TRIM_THRESHOLD, 2 * FIRST_SCREEN); /* app_open_rest gives back what was too much */
    mallopt(M_TOP_PAD, FIRST_SCREEN);
    char *top = malloc(MORE_THAN_THERE_IS);
    mallopt(M_TOP_PAD, MORE_THAN_THERE_IS);
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = (uintptr_t)top / page * page, to = (uintptr_t)sbrk(0) / page * page;
    if (top && from < to)
        madvise((void *)from, to - from, MADV_POPULATE_WRITE);
    free(top);
}

int ui_start(int argc, char **argv)
{
    take_memory();
    struct arena *a = arena_new();
    struct wish w = {.o = {.theme = THEME_GELAP, .mouse = true, .ask_proyektor = true, .clock = clock_system()}};
    read_settings(&w, a);
    int code = USAGE;
    if (read_arguments(&w, argc, argv)) {
        if (w.language)
            i18n_switch(w.language);
        text_set_ascii(w.o.ascii);
        code = run(&w);
    }
    arena_free(a);
    return code;
}
