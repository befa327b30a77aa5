/* Words of the screen. Source strings are Indonesian; po/en.po is the complete English.
 * Official documents never go through these macros: they are always Indonesian. */
#ifndef MUFAKAT_BASE_I18N_H
#define MUFAKAT_BASE_I18N_H

#define _(s) i18n_words(s)
/* Marks a string in a table; translate with _() at display. */
#define N_(s) (s)
/* The same for a word that means something else elsewhere: to be shown with i18n_words_in. */
#define NC_(context, s) (s)

/* Sets up locale (falls back to C.UTF-8), message catalogue and LANGUAGE. `lang` is "id", "en" or
 * NULL (from MUFAKAT_LANG, then LANG; default Indonesian). LC_NUMERIC stays "C".
 * Catalogues come from MUFAKAT_LOCALEDIR, from `locale` beside the program, or from LOCALEDIR; without one the words stay
 * Indonesian. To be called once, before other threads: it forgets what was read. */
void i18n_start(const char *lang);

/* `source` in the present interface language; static. Indonesian needs no catalogue: it is what stands in the source, and
 * looking for what is not there costs as much as drawing it. */
const char *i18n_words(const char *source) __attribute__((format_arg(1)));

/* The same for a string that NC_ marked; without a translation in that context the one without. */
const char *i18n_words_in(const char *context, const char *source);

/* Switches the interface language while running: "id" or "en". */
void i18n_switch(const char *lang);

/* The present interface language: "id" or "en". Static string. */
const char *i18n_language(void);

#endif
