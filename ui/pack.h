/* The evidence pack, or one paper of it, made beside the loop: keys work on meanwhile. One pack, paper or copy
 * (ui/copy.h) at a time; copy.c passes on what the interface and the loop say to all. */
#ifndef MUFAKAT_UI_PACK_H
#define MUFAKAT_UI_PACK_H

#include "app/export_document.h"
#include "app/make_pack.h"
#include "ui/screen.h"

/* Makes a pack in a folder; says so when something still goes on. Only folder, zip and public_only of `in` are used. */
void ui_pack_start(struct ui *u, const struct pack_request *in);
/* Makes a paper, or with `path` NULL prints it, in the same way. Only document (static), privacy, draft, path and copies of
 * `in` are used. */
void ui_paper_start(struct ui *u, const struct export_request *in);
/* The number of copies that was typed, 1 to 99; 0: none, and it is said. */
int ui_copies(struct ui *u, const char *typed);
/* Papers that belong together, and what is said when they are there: the title and the advice of a window. */
struct paper_set {
    const char *const *documents;
    size_t n;
    const char *title, *advice; /* N_() */
};
/* Makes them as PDF in a folder, one after the other; `set` is static. */
void ui_papers_start(struct ui *u, const struct paper_set *set, const char *folder);
/* What stands on paper in people's hands does not change any more; what is made by a child only reads, so the numbers of
 * attendance are fixed here, before each of them starts. */
void ui_fix_numbers(struct ui *u);
/* True from the order until the pack or paper has ended. */
bool ui_packing(const struct ui *u);
/* Is it a paper? */
bool ui_pack_is_paper(const struct ui *u);
/* Where it goes, for a sentence. */
const char *ui_pack_place(const struct ui *u);
/* Asks whether it shall be given up; of a pack or paper that is not ready nothing stays behind. */
void ui_pack_ask_stop(struct screen *s);
/* Bar, steps and what is made now, in one line. Draws nothing when nothing is being made. */
void ui_pack_draw(struct ui *u, struct canvas *c, struct rect r);

/* --- for ui/copy.c --- */

int ui_pack_fd(const struct ui *u);
void ui_pack_hear(struct ui *u);
void ui_pack_due(struct ui *u);
const char *ui_pack_words(struct ui *u);
void ui_pack_done(struct ui *u);

#endif
