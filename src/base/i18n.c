#include "base/i18n.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

#define DOMAIN "mufakat"

static const char *language = "id";
static bool from_catalogue; /* the interface is not in the language of the source */

/* "en", "en_US.UTF-8" -> "en"; everything else is Indonesian. */
static const char *language_of(const char *wanted)
{
    return wanted && strncmp(wanted, "en", 2) == 0 ? "en" : "id";
}

static const char *wanted_language(const char *lang)
{
    if (lang && *lang)
        return lang;
    const char *own = getenv("MUFAKAT_LANG");
    return own && *own ? own : getenv("LANG");
}

/* LANGUAGE has no effect while the message locale is called "C". */
static bool locale_is_usable(void)
{
    const char *messages = setlocale(LC_MESSAGES, NULL);
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 && strcmp(messages, "C") != 0 &&
           strcmp(messages, "POSIX") != 0;
}

/* Catalogues beside the program: of a build folder, or of a tree that was installed anywhere. */
static char *catalogues_beside_program(void)
{
    static const char *const places[] = {"locale", "../share/locale"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char *dir = file_beside_program(places[i]);
        if (dir && access(dir, R_OK | X_OK) == 0)
            return dir;
        free(dir);
    }
    return NULL;
}

static void bind_catalogues(void)
{
    const char *named = getenv("MUFAKAT_LOCALEDIR");
    char *beside = catalogues_beside_program();
    const char *dir = named && *named ? named : beside ? beside : LOCALEDIR;
    bindtextdomain(DOMAIN, dir);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    free(beside);
}

void i18n_start(const char *lang)
{
    if (!setlocale(LC_ALL, "") || !locale_is_usable())
        setlocale(LC_ALL, "C.UTF-8");
    setlocale(LC_NUMERIC, "C");
    bind_catalogues();
    i18n_switch(language_of(wanted_language(lang)));
}

void i18n_switch(const char *lang)
{
    language = language_of(lang);
    from_catalogue = strcmp(language, "id") != 0;
    setenv("LANGUAGE", language, 1);
    textdomain(DOMAIN); /* also makes gettext forget what it looked up before */
}

const char *i18n_words(const char *source)
{
    return from_catalogue ? gettext(source) : source;
}

const char *i18n_language(void)
{
    return language;
}
