/* What this laptop remembers between runs: theme, language, signs, the sessions opened last. Plain text under
 * $MUFAKAT_CONFIG_DIR, else $XDG_CONFIG_HOME/mufakat, else ~/.config/mufakat. Nothing here matters for a session: a file that
 * cannot be read or written is left alone in silence. */
#ifndef MUFAKAT_UI_SETTINGS_H
#define MUFAKAT_UI_SETTINGS_H

#include "base/arena.h"

/* Value of a setting in `a`; NULL when not set. */
const char *settings_get(struct arena *a, const char *name);
void settings_put(const char *name, const char *value);
/* Absolute paths of the sessions opened last, newest first; those that are gone are left out. */
size_t settings_recent(struct arena *a, const char ***ret);
void settings_add_recent(const char *path);

#endif
