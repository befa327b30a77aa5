/* The evidence pack, made beside the loop: keys work on meanwhile. One pack or copy (ui/copy.h) at a time; copy.c
 * passes on what the interface and the loop say to both. */
#ifndef MUFAKAT_UI_PACK_H
#define MUFAKAT_UI_PACK_H

#include "app/make_pack.h"
#include "ui/screen.h"

/* Makes a pack in a folder; says so when something still goes on. Only folder, zip and public_only of `in` are used. */
void ui_pack_start(struct ui *u, const struct pack_request *in);
/* True from the order until the pack has ended. */
bool ui_packing(const struct ui *u);
/* Gives it up; nothing stays behind. */
void ui_pack_cancel(struct ui *u);
/* Bar, steps and what is made now, in one line. Draws nothing when no pack is being made. */
void ui_pack_draw(struct ui *u, struct canvas *c, struct rect r);

/* --- for ui/copy.c --- */

int ui_pack_fd(const struct ui *u);
void ui_pack_hear(struct ui *u);
void ui_pack_due(struct ui *u);
const char *ui_pack_words(struct ui *u);
void ui_pack_done(struct ui *u);

#endif
