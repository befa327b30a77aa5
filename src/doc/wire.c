/* Numbers and texts of the pipe to the press, in both directions. */
#include "config.h"

#include "doc/wire.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

#define MAX_SIZE 5000 /* mm or points or shares or characters: no such paper is larger */

bool wire_check(struct wire *w, bool ok)
{
    if (!ok) {
        assert(!w->out);
        w->bad = true;
    }
    return ok;
}

uint64_t wire_number(struct wire *w, uint64_t v, size_t bytes)
{
    if (w->out) {
        for (size_t i = 0; i < bytes; i++)
            buf_putc(w->out, (char)(unsigned char)(v >> (8 * i)));
        return v;
    }
    if (w->bad || !wire_check(w, w->left >= bytes))
        return 0;
    uint64_t got = 0;
    for (size_t i = 0; i < bytes; i++)
        got |= (uint64_t)w->p[i] << (8 * i);
    w->p += bytes;
    w->left -= bytes;
    return got;
}

void wire_flag(struct wire *w, bool *v)
{
    uint64_t n = wire_number(w, *v, 1);
    if (wire_check(w, n <= 1))
        *v = n == 1;
}

unsigned wire_choice(struct wire *w, unsigned v, unsigned last)
{
    uint64_t n = wire_number(w, v, 1);
    return wire_check(w, n <= last) ? (unsigned)n : 0;
}

void wire_size(struct wire *w, double *v)
{
    uint64_t thousandths = 0;
    if (w->out) {
        assert(*v >= 0 && *v <= MAX_SIZE);
        thousandths = (uint64_t)(*v * 1000 + 0.5);
    }
    thousandths = wire_number(w, thousandths, 4);
    if (!w->out && wire_check(w, thousandths <= (uint64_t)MAX_SIZE * 1000))
        *v = (double)thousandths / 1000;
}

/* A count of things that take at least `least` bytes each: never more than the input can hold. */
static size_t wire_count(struct wire *w, size_t n, size_t least)
{
    assert(n <= UINT32_MAX);
    size_t got = (size_t)wire_number(w, n, 4);
    if (!w->out && !wire_check(w, got <= w->left / least))
        return 0;
    return got;
}

void *wire_array(struct wire *w, void *v, size_t *n, size_t size, size_t least)
{
    *n = wire_count(w, *n, least);
    return w->out || *n == 0 ? v : arena_alloc(w->a, *n * size);
}

const void *wire_bytes(struct wire *w, const void *p, size_t *n)
{
    *n = wire_count(w, *n, 1);
    if (w->out) {
        buf_add(w->out, p, *n);
        return p;
    }
    if (*n == 0)
        return NULL;
    const void *there = w->p; /* forty photographs are not copied */
    w->p += *n;
    w->left -= *n;
    return there;
}

void wire_text(struct wire *w, const char **s)
{
    uint64_t n = wire_number(w, *s ? strlen(*s) + 1 : 0, 4);
    if (w->out) {
        if (n)
            buf_add(w->out, *s, (size_t)n - 1);
        return;
    }
    *s = NULL;
    if (w->bad || n == 0 || !wire_check(w, n - 1 <= w->left))
        return;
    size_t len = (size_t)n - 1;
    const char *p = (const char *)w->p;
    if (!wire_check(w, !memchr(p, '\0', len) && text_valid(p, len)))
        return;
    *s = arena_memdup(w->a, p, len);
    w->p += len;
    w->left -= len;
}

void wire_needed(struct wire *w, const char **s)
{
    wire_text(w, s);
    wire_check(w, *s != NULL);
}

void wire_start(struct wire *w, const char *magic, unsigned version)
{
    buf_puts(w->out, magic);
    wire_number(w, version, 2);
}

enum err_code wire_open(struct wire *w, const char *magic, unsigned version, struct err *e)
{
    size_t n = strlen(magic);
    if (w->left < n + 2 || memcmp(w->p, magic, n) != 0)
        return err_set(e, ERR_INPUT, _("Ini bukan naskah Mufakat. Tidak ada yang diubah."));
    w->p += n;
    w->left -= n;
    if (wire_number(w, 0, 2) == version)
        return ERR_NONE;
    return err_set(e, ERR_INPUT,
                   _("Naskah ini dibuat oleh versi lain dari Mufakat. Tidak ada yang diubah; "
                     "pasang kembali Mufakat secara utuh."));
}

enum err_code wire_close(struct wire *w, bool sound, struct err *e)
{
    if (!w->bad && w->left == 0 && sound)
        return ERR_NONE;
    return err_set(e, ERR_INPUT,
                   _("Naskah rusak di tengah jalan. Tidak ada yang diubah; "
                     "cobalah membuat naskahnya sekali lagi."));
}
