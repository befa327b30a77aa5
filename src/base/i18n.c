#include "base/i18n.h"

#include <langinfo.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/catalogue.h"
#include "base/file.h"

#define DOMAIN "mufakat"

static const char *language = "id";
static struct catalogue english; /* read when it is first wanted, kept to the end: what it says is borrowed everywhere */
static bool english_tried;

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

static void read_english(void)
{
    const char *named = getenv("MUFAKAT_LOCALEDIR");
    char *beside = catalogues_beside_program();
    const char *folder = named && *named ? named : beside ? beside : LOCALEDIR;
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/en/LC_MESSAGES/" DOMAIN ".mo", folder);
    if (n > 0 && (size_t)n < sizeof path)
        catalogue_read(path, &english); /* without it the words stay those of the source */
    english_tried = true;
    free(beside);
}

void i18n_start(const char *lang)
{
    if (!setlocale(LC_ALL, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_ALL, "C.UTF-8");
    setlocale(LC_NUMERIC, "C");
    catalogue_done(&english);
    english_tried = false;
    i18n_switch(language_of(wanted_language(lang)));
}

void i18n_switch(const char *lang)
{
    const char *wanted = language_of(lang);
    setenv("LANGUAGE", wanted, 1); /* for the system's own sentences */
    if (strcmp(wanted, "en") == 0 && !english_tried)
        read_english();
    language = wanted;
}

const char *i18n_words(const char *source)
{
    if (strcmp(language, "id") == 0 || !*source) /* under no words at all stands the catalogue's own head */
        return source;
    const char *words = catalogue_find(&english, source);
    return words && *words ? words : source;
}

const char *i18n_words_in(const char *context, const char *source)
{
    char key[256];
    const char *words = NULL;
    int n = snprintf(key, sizeof key, "%s\004%s", context, source); /* as msgfmt joins them */
    if (strcmp(language, "en") == 0 && n > 0 && (size_t)n < sizeof key)
        words = catalogue_find(&english, key);
    return words && *words ? words : i18n_words(source);
}

const char *i18n_language(void)
{
    return language;
}
