/* Everything that the commands print passes here. */
#include "config.h"

#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static int write_error; /* first errno of stdout */

static void put(FILE *to, const char *fmt, va_list va)
{
    struct arena *ar = arena_new();
    char *s = NULL;
    if (vasprintf(&s, fmt, va) >= 0)
        fputs(text_visible(ar, s), to);
    free(s);
    arena_free(ar);
}

static void note_error(void)
{
    if (ferror(stdout) && write_error == 0)
        write_error = errno ? errno : EIO;
}

void cli_print(const char *fmt, ...)
{
    va_list va;
    if (write_error)
        return;
    va_start(va, fmt);
    put(stdout, fmt, va);
    va_end(va);
    note_error();
}

void cli_write(const char *p, size_t n)
{
    if (write_error)
        return;
    fwrite(p, 1, n, stdout);
    note_error();
}

void cli_say(const char *fmt, ...)
{
    va_list va;
    fflush(stdout);
    note_error();
    va_start(va, fmt);
    put(stderr, fmt, va);
    va_end(va);
    fputc('\n', stderr);
}

int cli_fail(const struct err *e)
{
    cli_say("mufakat: %s", e->text);
    const char *more = getenv("MUFAKAT_DEBUG");
    if (more && *more && e->detail[0])
        cli_say("  %s: %s", err_name(e->code), e->detail);
    return e->code == ERR_RULE ? EXIT_RULE : EXIT_FAILED;
}

int cli_wrong(const struct cli_call *c, const char *fmt, ...)
{
    va_list va;
    fputs("mufakat: ", stderr);
    va_start(va, fmt);
    put(stderr, fmt, va);
    va_end(va);
    fputc('\n', stderr);
    if (c && c->command)
        cli_say(_("Cara pakai: mufakat %s %s   (lihat: mufakat %s --help)"), c->command->name,
                c->command->args, c->command->name);
    else
        cli_say(_("Lihat: mufakat --help"));
    return EXIT_USAGE;
}

int cli_end(int code)
{
    if (fflush(stdout) != 0 && write_error == 0)
        write_error = errno;
    if (!write_error)
        return code;
    if (write_error == EPIPE)
        cli_say(_("mufakat: keluaran terputus karena program penerimanya sudah selesai. Yang sudah "
                  "tersimpan tetap aman; ulangi perintah ini bila perlu seluruhnya."));
    else
        cli_say(
            _("mufakat: keluaran tidak dapat ditulis seluruhnya (%s). Yang sudah tersimpan tetap "
              "aman; kosongkan ruang atau pilih tujuan lain, lalu ulangi."),
            strerror(write_error));
    return EXIT_FAILED;
}
