/* The running interface without a terminal: the stack of screens, popups, jobs and their answers, drafts. ui/loop.c
 * feeds it from a terminal, tests/ui/screen_test.c from tables. */
#ifndef MUFAKAT_UI_UI_H
#define MUFAKAT_UI_UI_H

#include "ui/screen.h"

struct ui_options {
    bool ascii;
    bool colour; /* false: NO_COLOR or a terminal without colours */
    enum theme theme;
    bool proyektor;
    bool ask_proyektor; /* ask "Apakah layar ini terlihat peserta?" when the first session opens */
    bool mouse;
    const char *person; /* who sits here; NULL: the login name; borrowed */
    struct clock clock;
};

/* Never NULL. Free with ui_free, which also closes the session. */
struct ui *ui_new(const struct ui_options *o);
void ui_free(struct ui *u);
/* The options as they are now (theme, mouse ... may be switched while running). */
const struct ui_options *ui_options_now(const struct ui *u);

/* Corrects the program's clock (not the laptop's): it is `now`, UTC ms. */
void ui_set_time(struct ui *u, int64_t now);

/* Takes an open session over (the one before is closed first), and shows the place where it stands; offers drafts that an
 * earlier run left. */
void ui_take_session(struct ui *u, struct app *app);
/* The session that is taken next opens at this place, not where its work goes on. */
void ui_begin_at(struct ui *u, enum place p);
/* Opens a file; on failure nothing changes. */
enum err_code ui_open_session(struct ui *u, const char *path, struct err *e) MUST_CHECK;
/* Makes `class` the only screen (first screen, tests). False when it did not open (the reason is shown). */
bool ui_show_only(struct ui *u, const struct screen_class *class, const void *arg);
struct screen *ui_top(struct ui *u); /* NULL: none */

/* One event: popup, screen, key tables; then what the handlers asked for (moves between screens) is done. */
void ui_handle(struct ui *u, const struct event *e);
/* Runs an action of the top screen or a global one, as its key would; says why when it cannot run. */
void ui_act(struct ui *u, int action);
/* Takes all answers of the keeper that wait. */
void ui_take_answers(struct ui *u);
/* Another process committed: everything is stale. */
void ui_file_changed(struct ui *u);
/* Loads what is stale and draws everything into the canvas. */
void ui_draw(struct ui *u, struct canvas *c);
/* Milliseconds until something is due (drafts, the screen's clock); -1: nothing. */
int ui_timeout(struct ui *u);
/* Does what is due. */
void ui_due(struct ui *u);
/* Jobs in flight. */
int ui_pending(const struct ui *u);
/* Hands all drafts to the keeper at once (leaving). */
void ui_flush_drafts(struct ui *u);
/* The terminal is gone: everything that is being written is stored or drafted, nobody is asked. */
void ui_store_all(struct ui *u);
bool ui_wants_end(const struct ui *u);
/* True once after something asked for a full repaint (^L, theme). */
bool ui_wants_redraw(struct ui *u);

#endif
