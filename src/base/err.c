#include "base/err.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A sentence that was too long ends at a whole character, never inside one. */
static void cut_at_character(char *s, size_t size)
{
    size_t n = strlen(s);
    if (n + 1 < size)
        return;
    size_t lead = n;
    while (lead > 0 && ((unsigned char)s[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    unsigned char c = (unsigned char)s[lead - 1];
    size_t want = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (n - (lead - 1) < want)
        s[lead - 1] = '\0';
}

static void write_text(char *out, size_t size, const char *fmt, va_list ap)
{
    if (vsnprintf(out, size, fmt, ap) < 0)
        out[0] = '\0';
    cut_at_character(out, size);
}

enum err_code err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
    assert(code != ERR_NONE);
    if (!e)
        return code;
    va_list ap;
    va_start(ap, fmt);
    e->code = code;
    write_text(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    e->detail[0] = '\0';
    return code;
}

enum err_code err_detail(struct err *e, const char *fmt, ...)
{
    if (!e)
        return ERR_IO;
    va_list ap;
    va_start(ap, fmt);
    write_text(e->detail, sizeof e->detail, fmt, ap);
    va_end(ap);
    return e->code;
}

static enum err_code code_of_errno(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ERR_FULL;
    case ENOENT:
        return ERR_NOTFOUND;
    default:
        return ERR_IO;
    }
}

enum err_code err_errno(struct err *e, const char *fmt, ...)
{
    int number = errno;
    enum err_code code = code_of_errno(number);
    if (!e)
        return code;
    va_list ap;
    va_start(ap, fmt);
    e->code = code;
    write_text(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    return err_detail(e, "errno %d: %s", number, strerror(number));
}

void err_clear(struct err *e)
{
    if (!e)
        return;
    e->code = ERR_NONE;
    e->text[0] = '\0';
    e->detail[0] = '\0';
}

void err_ignore(enum err_code code)
{
    (void)code;
}

const char *err_name(enum err_code code)
{
    static const char *const names[] = {"NONE", "RULE",    "INPUT",   "NOTFOUND", "CONFLICT",
                                        "BUSY", "VERSION", "CORRUPT", "FULL",     "IO"};
    size_t i = (size_t)code;
    return i < sizeof names / sizeof names[0] ? names[i] : "?";
}
