#include "base/i18n.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "mufakat"

static const char *language = "id";

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

/* A program that runs from its build folder finds the catalogues beside itself. */
static bool catalogues_beside_program(char *dir, size_t size)
{
    char exe[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0)
        return false;
    exe[n] = '\0';
    char *slash = strrchr(exe, '/');
    if (!slash)
        return false;
    *slash = '\0';
    int len = snprintf(dir, size, "%s/locale", exe);
    return len > 0 && (size_t)len < size && access(dir, R_OK | X_OK) == 0;
}

static void bind_catalogues(void)
{
    char beside[PATH_MAX];
    const char *dir = getenv("MUFAKAT_LOCALEDIR");
    if (!dir || !*dir)
        dir = catalogues_beside_program(beside, sizeof beside) ? beside : LOCALEDIR;
    bindtextdomain(DOMAIN, dir);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
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
    setenv("LANGUAGE", language, 1);
    textdomain(DOMAIN); /* also makes gettext forget what it looked up before */
}

const char *i18n_language(void)
{
    return language;
}
