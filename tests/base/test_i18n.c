#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "base/catalogue.h"
#include "base/file.h"
#include "base/i18n.h"

static void clean_environment(void)
{
    static const char *const names[] = {"MUFAKAT_LANG", "LANG",     "LC_ALL",
                                        "LC_MESSAGES",  "LC_CTYPE", "LANGUAGE"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unsetenv(names[i]);
    setlocale(LC_ALL, "C");
}

static void i18n__is_utf8_in_every_locale(void **state)
{
    (void)state;
    static const char *const locales[] = {"C",           "POSIX",          "C.UTF-8",
                                          "id_ID.UTF-8", "xx_YY.nonsense", ""};
    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        clean_environment();
        setenv("LC_ALL", locales[i], 1);
        i18n_start(NULL);
        assert_string_equal(nl_langinfo(CODESET), "UTF-8");
        assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
        assert_int_equal(wcwidth(0x4E00), 2);
    }
}

static void i18n__picks_the_language_in_the_promised_order(void **state)
{
    (void)state;
    clean_environment();
    i18n_start(NULL);
    assert_string_equal(i18n_language(), "id");
    setenv("LANG", "en_US.UTF-8", 1);
    i18n_start(NULL);
    assert_string_equal(i18n_language(), "en");
    setenv("MUFAKAT_LANG", "id", 1);
    i18n_start(NULL);
    assert_string_equal(i18n_language(), "id");
    i18n_start("en");
    assert_string_equal(i18n_language(), "en");
    i18n_start("de");
    assert_string_equal(i18n_language(), "id");
}

/* A catalogue of the test's own, so that it does not depend on the wording of the program. */
static void make_catalogue(char *dir)
{
    char path[PATH_MAX], command[3 * PATH_MAX];
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/en", dir);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/en/LC_MESSAGES", dir);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/en.po", dir);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    fputs("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
          "msgid \"kalimat uji\"\nmsgstr \"a test sentence \xE2\x80\x93 yes\"\n",
          f);
    assert_int_equal(fclose(f), 0);
    snprintf(command, sizeof command, "msgfmt -o '%s/en/LC_MESSAGES/mufakat.mo' '%s'", dir, path);
    assert_int_equal(system(command), 0);
}

static void remove_catalogue(const char *dir)
{
    static const char *const names[] = {"en/LC_MESSAGES/mufakat.mo", "en/LC_MESSAGES", "en",
                                        "en.po", "."};
    char path[PATH_MAX];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", dir,
                 i + 1 < sizeof names / sizeof names[0] ? names[i] : "");
        assert_int_equal(remove(path), 0);
    }
}

static void i18n__switches_while_running_even_in_locale_c(void **state)
{
    (void)state;
    char dir[] = "/tmp/mufakat-i18n-XXXXXX";
    make_catalogue(dir);
    clean_environment();
    setenv("LC_ALL", "C", 1);
    setenv("MUFAKAT_LOCALEDIR", dir, 1);
    i18n_start("id");
    assert_string_equal(_("kalimat uji"), "kalimat uji");
    i18n_switch("en");
    assert_string_equal(_("kalimat uji"), "a test sentence \xE2\x80\x93 yes");
    assert_string_equal(_("kalimat lain"), "kalimat lain");
    i18n_switch("id");
    assert_string_equal(_("kalimat uji"), "kalimat uji");
    i18n_switch("en");
    assert_string_equal(_("kalimat uji"), "a test sentence \xE2\x80\x93 yes");
    remove_catalogue(dir);
}

static void put_file(const char *path, const void *p, size_t n)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(p, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

/* Cut anywhere, or with any one byte wrong: read or refused, but never beyond its end (AddressSanitizer watches). */
static void catalogue__may_be_damaged_anywhere(void **state)
{
    (void)state;
    char dir[] = "/tmp/mufakat-i18n-XXXXXX", path[PATH_MAX];
    struct catalogue c = {.n = 0};
    struct buf good = BUF_INIT;
    struct err e;
    int refused = 0;
    make_catalogue(dir);
    snprintf(path, sizeof path, "%s/en/LC_MESSAGES/mufakat.mo", dir);
    assert_int_equal(file_read(path, SIZE_MAX, &good, &e), ERR_NONE);
    for (size_t i = 0; i < good.len; i++) {
        static const char wrong[] = {0, 1, (char)0x80, (char)0xFF};
        put_file(path, good.p, i);
        assert_false(catalogue_read(path, &c));
        for (size_t k = 0; k < sizeof wrong; k++) {
            char was = good.p[i];
            good.p[i] = wrong[k];
            put_file(path, good.p, good.len);
            good.p[i] = was;
            bool read = catalogue_read(path, &c);
            refused += !read;
            if (read)
                catalogue_find(&c, "kalimat uji");
            catalogue_done(&c);
        }
    }
    assert_true(refused > 40);
    remove_catalogue(dir);
    assert_false(catalogue_read(path, &c));
    buf_done(&good);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(i18n__is_utf8_in_every_locale),
        cmocka_unit_test(i18n__picks_the_language_in_the_promised_order),
        cmocka_unit_test(i18n__switches_while_running_even_in_locale_c),
        cmocka_unit_test(catalogue__may_be_damaged_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
