/* Words of the screen. Source strings are Indonesian; po/en.po is the complete English.
 * Official documents never go through these macros: they are always Indonesian. */
#ifndef MUFAKAT_BASE_I18N_H
#define MUFAKAT_BASE_I18N_H

#include <libintl.h>

#define _(s) gettext(s)
/* Marks a string in a table; translate with _() at display. */
#define N_(s) (s)

/* Sets up locale (falls back to C.UTF-8), message catalogue and LANGUAGE. `lang` is "id", "en" or
 * NULL (from MUFAKAT_LANG, then LANG; default Indonesian). LC_NUMERIC stays "C".
 * Catalogues come from MUFAKAT_LOCALEDIR, from `locale` beside the program, or from LOCALEDIR. */
void i18n_start(const char *lang);

/* Switches the interface language while running: "id" or "en". */
void i18n_switch(const char *lang);

/* The present interface language: "id" or "en". Static string. */
const char *i18n_language(void);

#endif
