#include "config.h"

#include "press/xml.h"

#include <string.h>
#include <unistr.h>

static bool is_allowed(ucs4_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n';
    return c != 0x7F && (c < 0x80 || c > 0x9F) && (c & 0xFFFE) != 0xFFFE;
}

static const char *escaped(ucs4_t c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>': /* always: "]]>" is forbidden */
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t': /* inside "" a reader would make blanks of these */
        return "&#9;";
    case '\n':
        return "&#10;";
    case 0xFFFD: /* also what stands for bytes that are no letter */
        return "\xEF\xBF\xBD";
    default:
        return NULL;
    }
}

void xml_put(struct buf *b, const char *s, size_t n)
{
    while (n > 0) {
        ucs4_t c;
        size_t step = (size_t)u8_mbtouc(&c, (const uint8_t *)s, n);
        const char *instead = escaped(c);
        if (instead)
            buf_puts(b, instead);
        else if (is_allowed(c))
            buf_add(b, s, step);
        s += step;
        n -= step;
    }
}

void xml_text(struct buf *b, const char *s)
{
    if (s)
        xml_put(b, s, strlen(s));
}
