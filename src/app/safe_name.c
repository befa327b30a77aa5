#include "config.h"

#include <ctype.h>

#include "app/safe_name.h"
#include "base/text.h"

enum { UNIT_CELLS = 40 };

/* Letters, digits and dashes only: FAT, NTFS and shells take these. */
void safe_name_add(struct buf *b, struct arena *ar, const char *s, int cells)
{
    bool dash = true;
    size_t start = b->len;
    for (const char *p = text_fold(ar, text_clip(ar, s, cells)); *p; p++) {
        bool plain = isalnum((unsigned char)*p) && !((unsigned char)*p & 0x80);
        if (plain)
            buf_putc(b, *p);
        else if (!dash)
            buf_putc(b, '-');
        dash = !plain;
    }
    while (b->len > start && b->p[b->len - 1] == '-')
        b->p[--b->len] = '\0';
}

const char *safe_name_unit(const struct session *s, struct arena *ar)
{
    struct buf b = BUF_INIT;
    safe_name_add(&b, ar, s->unit_short ? s->unit_short : TXT(s->unit), UNIT_CELLS);
    if (b.len == 0)
        buf_puts(&b, "fkp");
    const char *name = arena_strdup(ar, buf_str(&b));
    buf_done(&b);
    return name;
}
