#include "config.h"

#include <ctype.h>
#include <string.h>

#include "app/safe_name.h"
#include "base/text.h"

/* Folder and file carry it, and Windows stops at 260 bytes for the whole path. */
enum { UNIT_BYTES = 30 };
#define PUBLIC "publik" /* what is for the public only has it in its name already */

/* Where a name that is too long is cut: behind a whole word, unless little would be left. */
static size_t cut_at(const char *s, size_t most)
{
    size_t at = most;
    while (at > most / 2 && s[at] != '-')
        at--;
    return s[at] == '-' ? at : most;
}

/* Letters, digits and dashes only: FAT, NTFS and shells take these. */
void safe_name_add(struct buf *b, struct arena *ar, const char *s, size_t most)
{
    bool dash = true;
    struct buf name = BUF_INIT;
    for (const char *p = text_fold(ar, s); *p; p++) {
        bool plain = isalnum((unsigned char)*p) && !((unsigned char)*p & 0x80);
        if (plain)
            buf_putc(&name, *p);
        else if (!dash)
            buf_putc(&name, '-');
        dash = !plain;
    }
    size_t n = name.len > most ? cut_at(name.p, most) : name.len;
    while (n > 0 && name.p[n - 1] == '-')
        n--;
    buf_add(b, buf_str(&name), n);
    buf_done(&name);
}

const char *safe_name_file(const struct session *s, const char *what, enum privacy privacy, const char *ending,
                           struct arena *ar)
{
    struct buf b = BUF_INIT;
    char iso[DATE_TEXT];
    bool marked = privacy == PRIVACY_PUBLIKASI && !strstr(what, PUBLIC);
    buf_printf(&b, "%s-", s->date == NONE ? "tanpa-tanggal" : date_iso(s->date, iso));
    size_t before = b.len;
    safe_name_add(&b, ar, TXT(s->unit_short), UNIT_BYTES);
    if (b.len == before)
        safe_name_add(&b, ar, TXT(s->unit), UNIT_BYTES);
    buf_printf(&b, "%s-%s%s%s", b.len == before ? "fkp" : "", what, marked ? "-publikasi" : "", ending);
    const char *name = arena_strdup(ar, buf_str(&b));
    buf_done(&b);
    return name;
}
