/* The one error value of the house. A function that can fail takes `struct err *e` as its last
 * parameter and returns its code; the caller owns the struct. The text is one or two sentences for
 * the user (what happened, what is safe, what to do), already translated; the detail is for the log
 * and is never translated. */
#ifndef MUFAKAT_BASE_ERR_H
#define MUFAKAT_BASE_ERR_H

#include <stdarg.h>
#include <stdbool.h>

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, first) __attribute__((format(printf, fmt, first)))

/* A code says what the user can do about it. */
enum err_code {
    ERR_NONE = 0,
    ERR_RULE,     /* a rule of the forum is not met; a reason or another value helps */
    ERR_INPUT,    /* what was given cannot be read or understood */
    ERR_NOTFOUND, /* no such thing (file, person, entry) */
    ERR_CONFLICT, /* somebody else changed it since it was shown */
    ERR_BUSY,     /* another program holds it; trying again helps */
    ERR_VERSION,  /* made by a newer program */
    ERR_CORRUPT,  /* damaged, or not what it claims to be */
    ERR_FULL,     /* no room on the disk, or over a size limit */
    ERR_IO        /* the disk or the system refused */
};

struct err {
    enum err_code code;
    char text[480];
    char detail[240];
};

/* Sets the error and returns `code`, so that `return err_set(e, ERR_INPUT, _("..."), ...)` works.
 * `e` may be NULL. Clears the detail. */
enum err_code err_set(struct err *e, enum err_code code, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Adds a detail for the log (English, technical); returns e->code. `e` may be NULL: then ERR_IO, since what failed is
 * nowhere written down. */
enum err_code err_detail(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Turns the current errno into ERR_FULL (ENOSPC, EDQUOT, EFBIG), ERR_NOTFOUND (ENOENT), or ERR_IO,
 * with the given sentence; strerror goes into the detail. */
enum err_code err_errno(struct err *e, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Clears the error. */
void err_clear(struct err *e);

/* Drops an error on purpose; the one way to ignore a MUST_CHECK result. */
void err_ignore(enum err_code code);

/* Name of a code for logs and tests ("RULE", "INPUT" ...). Static string. */
const char *err_name(enum err_code code);

#endif
